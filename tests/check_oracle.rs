//! Proves that a table is judged as a naive evaluator over fractions of unbounded integers judges it, and that the corrections
//! offered are exactly those that trying every change of one, two or three figures finds.

// no feature changes what is computed, so one set of features is enough
#![cfg(feature = "builtin")]

mod check_cases;
#[expect(dead_code, reason = "amounts at the end of their range are judged in quantity_laws")]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use check_cases::brute::{Block, Brute, Changes, Grid, blocks, is_changeable, is_tree, offered};
use check_cases::joint::hold_together;
use check_cases::naive::{Judge, Judged, Shape, State, state};
use check_cases::span::{Span, exact, round};
use check_cases::structured::{self, Size};
use check_cases::{Case, Cell, Kind, Link, Said, cases, claim_id, random};
use oracle::{decimal, sample, ten_to, whole};
use proptest::prelude::*;
use thuocdo::check::{
    Agreement, Change, Check, Comparison, Correction, Diagnosis, DiagnosisVerdict, PointsOrPercent, Precision,
    Unchecked, typing_distance,
};
use thuocdo::id::Id;
use thuocdo::quantity::{Interval, RoundMode};

/// Tables of figures of two digits, and tables of figures up to 15 in which more is wrong and less may change.
const SMALL: Size = Size { largest: 30, total: 99, steps: 4, slips: 2, fixed_of: 8 };
const TINY: Size = Size { largest: 5, total: 15, steps: 5, slips: 5, fixed_of: 4 };

fn small_grid(cell: &Cell) -> RangeInclusive<i128> {
    let unit = 10_i128.pow(u32::try_from(cell.decimals).expect("it is small"));
    match cell.kind {
        Kind::Household => 0..=99,
        Kind::LegalCase => 0..=60 * unit,
        Kind::Times | Kind::Bare => 0..=40 * unit,
        _ => -100 * unit..=200 * unit,
    }
}

fn tiny_grid(cell: &Cell) -> RangeInclusive<i128> {
    if cell.kind == Kind::Household { 0..=15 } else { small_grid(cell) }
}

fn judged(check: &Check<'_>) -> Vec<Judged> {
    check.statements().iter().map(|found| Judged::of(&found.agreement)).collect()
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn every_statement_is_judged_as_the_naive_evaluator_judges_it(case in random::tables()) {
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check();
        prop_assert_eq!(judged(&check), judge.judged.clone());
        for (index, found) in check.statements().iter().enumerate() {
            let cells = judge.forms[index].cells();
            prop_assert_eq!(found.is_approximate, cells.iter().any(|cell| case.cells[*cell].said == Said::About));
            prop_assert_eq!(found.comparison.is_some(), judge.judged[index].holds() || judge.judged[index] == Judged::Off);
            match (&found.agreement, found.comparison) {
                (_, Some(comparison)) => compare(&judge, index, &comparison)?,
                (Agreement::PointsOrPercent(readings), _) => compare_readings(&case, &case.claims[index].link, readings)?,
                (Agreement::NotChecked(Unchecked::NotStated { figures, possible }), _) => {
                    prop_assert!(possible.is_none() || figures.len() == 1);
                    if let [figure] = figures.as_slice() {
                        possible_values(&judge, index, check_cases::place(figure), possible.as_ref())?;
                    }
                }
                _ => {}
            }
        }
    }
}

fn compare(judge: &Judge<'_>, index: usize, comparison: &Comparison) -> Result<(), TestCaseError> {
    let (form, now) = (&judge.forms[index], judge.now());
    let result = &judge.case.cells[form.result];
    let digits = |cell: usize| Span::point(now[cell].number.as_ref().expect("what is printed alike is a number"));
    let recomputed = if form.by_digits {
        digits(form.terms[0].0)
    } else {
        form.recomputed(&now).expect("there is a base above zero")
    };
    let stated = if form.by_digits { digits(form.result) } else { now[form.result].span.clone() };
    prop_assert_eq!(Span::of(&comparison.stated), stated);
    let computed = judge.computed(form);
    prop_assert_eq!(comparison.computed.map(exact), computed.clone());
    let nearest = computed.as_ref().map_or(recomputed.clone(), Span::point);
    let gap = nearest.plus(&Span::point(&-result.ones()));
    prop_assert_eq!(Span::of(&comparison.gap), gap.clone());
    let unit = whole(result.kind.scale()) / ten_to(result.decimals);
    prop_assert_eq!(exact(comparison.last_place), unit.clone());
    let rounded = computed.map(|value| round(RoundMode::HalfAway, &(value / &unit)) / ten_to(result.decimals));
    prop_assert_eq!(comparison.rounded.map(|printed| decimal(&printed.to_string())), rounded);
    let is_near = gap.contains(&whole(0)) || gap.low.as_ref().is_some_and(|low| low.at == whole(0));
    let places = comparison.last_places().map(exact).expect("it is small");
    prop_assert!(!is_near || places == whole(0));
    prop_assert_eq!(Span::of(&comparison.recomputed), recomputed);
    Ok(())
}

fn compare_readings(case: &Case, link: &Link, readings: &PointsOrPercent) -> Result<(), TestCaseError> {
    let (Link::Points(_, to) | Link::Growth(_, to, _)) = link else { return Ok(()) };
    let number = |index: usize| {
        let cell = &case.cells[index];
        matches!(cell.said, Said::Exactly | Said::About).then(|| cell.ones())
    };
    let numbers = number(*to).zip(number(case.claims[0].result));
    let points = numbers.clone().map(|(to, change)| to - change);
    let percent =
        numbers.filter(|(_, change)| *change != whole(-100)).map(|(to, change)| to / (whole(1) + change / whole(100)));
    prop_assert_eq!(readings.base_if_points.map(exact), points);
    prop_assert_eq!(readings.base_if_percent.map(exact), percent);
    Ok(())
}

/// Of the only figure that is not stated, exactly those values are possible that make the statement hold.
fn possible_values(
    judge: &Judge<'_>,
    index: usize,
    missing: usize,
    possible: Option<&Interval>,
) -> Result<(), TestCaseError> {
    let (form, kind) = (&judge.forms[index], judge.case.cells[missing].kind);
    let unit = whole(kind.scale()) / whole(if kind == Kind::Household { 1 } else { 20 });
    for count in (-200..=2000).step_by(7) {
        let value = whole(count) * &unit;
        if kind.is_counted() && value < whole(0) {
            continue;
        }
        let state = State { span: Span::point(&value), number: Some(value.clone()) };
        let mut states = judge.now();
        states[missing] = &state;
        let holds = form.holds(&states, &states[form.result].span);
        if let Some(possible) = possible {
            prop_assert_eq!(Span::of(possible).contains(&value), holds, "{}", value);
        }
    }
    Ok(())
}

/// Everything that is offered for a table against everything that trying finds, up to `depth` figures.
fn try_everything(case: &Case, depth: usize, grid: Grid) -> Result<(), TestCaseError> {
    let judge = Judge::of(case);
    let table = case.table();
    let check = table.check().with_depth(depth);
    prop_assert_eq!(judged(&check), judge.judged.clone());
    let (blocks, diagnoses) = (blocks(&judge), check.diagnoses().collect::<Vec<_>>());
    prop_assert_eq!(blocks.len(), diagnoses.len());
    for (block, diagnosis) in blocks.iter().zip(&diagnoses) {
        let ids = |claims: &[usize]| claims.iter().map(|claim| claim_id(*claim)).collect::<Vec<_>>();
        prop_assert_eq!(&diagnosis.statements, &ids(&block.claims));
        prop_assert_eq!(&diagnosis.broken, &ids(&block.broken));
        let mut brute = Brute::new(&judge, block, grid);
        told_apart(case, diagnosis)?;
        one_block(case, diagnosis, &mut brute, depth, grid)?;
    }
    Ok(())
}

fn one_block(
    case: &Case,
    diagnosis: &Diagnosis,
    brute: &mut Brute<'_>,
    depth: usize,
    grid: Grid,
) -> Result<(), TestCaseError> {
    let offered = offered(case, diagnosis, grid);
    for moved in &offered.moved {
        prop_assert_eq!(brute.holds_with(moved), Some(true), "{:?}", moved);
    }
    let size = diagnosis.corrections.first().map(|correction| correction.changes.len());
    for smaller in 1..size.unwrap_or(depth + 1) {
        let found: Vec<Changes> = brute.corrections(smaller).into_iter().take(3).collect();
        prop_assert!(found.is_empty() || !diagnosis.is_complete, "{:?}, and not {:?}", found, diagnosis.verdict);
        // what the proof says holds whatever the search was cut short by
        prop_assert!(found.is_empty() || smaller >= diagnosis.at_least(), "{:?} are fewer than proved", found);
    }
    let Some(size) = size.filter(|_| diagnosis.is_complete) else { return Ok(()) };
    let found = brute.corrections(size);
    if brute.is_open {
        return Ok(());
    }
    let few = |changes: Vec<&Changes>| format!("{:?}", &changes[..changes.len().min(3)]);
    let (missed, wrong) = (found.difference(&offered.plain).collect(), offered.plain.difference(&found).collect());
    prop_assert_eq!((few(missed), few(wrong)), (few(Vec::new()), few(Vec::new())), "missed and wrong");
    prop_assert_eq!(offered.idle, Vec::<Changes>::new());
    if size == 1 {
        let moved: BTreeSet<Vec<(usize, i128, usize)>> = offered.moved.into_iter().collect();
        let is_solved = |cell: usize| {
            let changes = diagnosis.corrections.iter().map(|correction| &correction.changes[0]);
            let mut alike = changes.filter(|change| change.new.likely.decimals() == change.old.decimals());
            alike.any(|change| check_cases::place(&change.figure) == cell)
        };
        let missed: Vec<_> = brute.moved_commas(is_solved).difference(&moved).cloned().collect();
        prop_assert_eq!(missed, Vec::<Vec<_>>::new());
    }
    Ok(())
}

/// The verdict, the order, what is common and what would settle it follow from the list of corrections.
fn told_apart(case: &Case, diagnosis: &Diagnosis) -> Result<(), TestCaseError> {
    let all = &diagnosis.corrections;
    let slips: Vec<usize> = all.iter().map(Correction::distance).collect();
    for correction in all {
        let explained: BTreeSet<_> = correction.explains.iter().collect();
        prop_assert_eq!(explained, diagnosis.broken.iter().collect::<BTreeSet<_>>());
        prop_assert!(correction.keeps.iter().all(|kept| !diagnosis.broken.contains(kept)));
        // offices write a count below ten with a zero in front or without
        let from = |change: &Change| {
            let cell = &case.cells[check_cases::place(&change.figure)];
            let is_short = cell.kind.is_counted() && change.new.likely.to_string().len() == 1;
            let plain = typing_distance(change.old, change.new.likely);
            if !is_short {
                return plain;
            }
            let padded = format!("0{}", change.new.likely).parse().expect("a digit after a zero");
            plain.min(typing_distance(change.old, padded))
        };
        let distance: usize = correction.changes.iter().map(from).sum();
        prop_assert_eq!(correction.distance(), distance);
    }
    if let ([first, second, ..], true) = (all.as_slice(), diagnosis.is_complete) {
        prop_assert!(slips.is_sorted());
        let is_long = |text: String| text.trim_matches(|digit: char| !('1'..='9').contains(&digit)).len() > 1;
        let change = &first.changes[0];
        let is_slip = first.changes.len() == 1 && first.is_single() && first.distance() == 1 && second.distance() > 1;
        let is_suggested = is_slip && is_long(change.old.to_string()) && is_long(change.new.likely.to_string());
        let figures = |correction: &Correction| -> Vec<Id> {
            correction.changes.iter().map(|change| change.figure.clone()).collect()
        };
        let expected = match all.iter().all(|correction| figures(correction) == figures(first)) {
            true => DiagnosisVerdict::Range,
            false if is_suggested => DiagnosisVerdict::Suggested,
            false => DiagnosisVerdict::Several,
        };
        prop_assert_eq!(diagnosis.verdict, expected);
        let news =
            |index: usize| all[index].changes.iter().map(|change| (&change.figure, change.new.low, change.new.high));
        let looked_up =
            |index: usize| news(index).filter(|(id, ..)| diagnosis.settled_by.contains(id)).collect::<Vec<_>>();
        let settled: Vec<Vec<_>> = (0..all.len()).map(looked_up).collect();
        let is_settled = settled.iter().enumerate().all(|(place, one)| !settled[..place].contains(one));
        prop_assert!(diagnosis.settled_by.is_empty() || is_settled);
        for change in &diagnosis.common {
            prop_assert!(all.iter().all(|correction| correction.changes.contains(change)));
        }
    }
    if let ([only], true) = (all.as_slice(), diagnosis.is_complete) {
        let expected = if only.is_single() { DiagnosisVerdict::Unique } else { DiagnosisVerdict::Range };
        prop_assert_eq!(diagnosis.verdict, expected);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(220))]

    #[test]
    fn corrections_of_one_and_two_figures_are_those_that_trying_finds(case in structured::tables(SMALL)) {
        try_everything(&case, 2, small_grid)?;
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn corrections_of_three_figures_are_those_that_trying_finds(case in structured::tables(TINY)) {
        try_everything(&case, 3, tiny_grid)?;
    }
}

/// Whether all statements of a block can hold at all, whatever the figures that may change are; none if that is not a linear
/// question.
fn can_hold(judge: &Judge<'_>, block: &Block) -> Option<bool> {
    let free = |cell: &Cell, state: &State| match is_changeable(cell) {
        true if cell.kind.is_counted() => State { span: Span::from(whole(0), true), number: None },
        true => State { span: Span::EVERYTHING, number: None },
        false => state.clone(),
    };
    let mut states: Vec<State> =
        judge.case.cells.iter().zip(&judge.states).map(|(cell, state)| free(cell, state)).collect();
    // what repeats digits that may not change is known, and what repeats that in turn
    for _ in &judge.forms {
        for form in block.claims.iter().map(|claim| &judge.forms[*claim]).filter(|form| form.by_digits) {
            for (known, other) in [(form.result, form.terms[0].0), (form.terms[0].0, form.result)] {
                if let (None, Some(number)) = (&states[other].number, &states[known].number) {
                    let cell = judge.case.cells[other];
                    let count = number * ten_to(cell.decimals) / whole(cell.kind.scale());
                    let count = i128::try_from(count.to_integer()).expect("it is small");
                    states[other] = state(&Cell { count, ..cell }, judge.rules[other]);
                }
            }
        }
    }
    let is_now = |cell: usize| !is_changeable(&judge.case.cells[cell]);
    hold_together(judge, &block.claims, &states.iter().collect::<Vec<_>>(), is_now)
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn what_is_contradictory_cannot_hold(case in structured::tables(Size { fixed_of: 2, ..TINY })) {
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check();
        for (block, diagnosis) in blocks(&judge).iter().zip(check.diagnoses()) {
            let can_hold = can_hold(&judge, block);
            // that a count is whole may be all that makes it impossible
            let is_whole = |claim: &usize| {
                let cells = judge.forms[*claim].cells();
                cells.iter().any(|cell| matches!(case.cells[*cell].kind, Kind::Household | Kind::ThousandPersons))
            };
            if diagnosis.verdict == DiagnosisVerdict::Contradictory && !block.claims.iter().any(is_whole) {
                prop_assert_ne!(can_hold, Some(true));
            }
            // figures that may be printed so that a sum is right on their digits alone can hold where true values do not
            let is_by_digits = |claim: &usize| {
                let form = &judge.forms[*claim];
                let is_loose = |cell: &usize| {
                    is_changeable(&case.cells[*cell]) && judge.rules[*cell] != Precision::Exact
                };
                !matches!(form.shape, Shape::Over { .. }) && form.cells().iter().any(is_loose)
            };
            let is_plain = is_tree(&judge, &block.claims) && !block.claims.iter().any(is_by_digits);
            if can_hold == Some(false) && is_plain {
                prop_assert_eq!(diagnosis.verdict, DiagnosisVerdict::Contradictory);
            }
        }
    }
}

#[test]
fn the_generators_reach_every_agreement_and_verdict() {
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |name: String| *reached.entry(name).or_insert(0) += 1;
    for case in sample(&random::tables(), 1500) {
        for judged in judged(&case.table().check()) {
            count(judged.name());
        }
    }
    let certain = Size { fixed_of: 2, ..TINY };
    for (size, depth, number) in [(SMALL, 2, 600), (TINY, 3, 600), (certain, 2, 200)] {
        for case in sample(&structured::tables(size), number) {
            let judge = Judge::of(&case);
            let table = case.table();
            let check = table.check().with_depth(depth);
            for (block, diagnosis) in blocks(&judge).iter().zip(check.diagnoses()) {
                let size = diagnosis.corrections.first().map_or(0, |correction| correction.changes.len());
                count(format!("{:?} of {size}", diagnosis.verdict));
                count(if diagnosis.is_complete { "complete" } else { "cut" }.to_owned());
                count(format!("proof {} {:?}", diagnosis.proof.len(), can_hold(&judge, block)));
                let changes = diagnosis.corrections.iter().flat_map(|correction| &correction.changes);
                changes.for_each(|change| count(format!("{:?}", change.slip)));
            }
        }
    }
    let wanted = [
        "Exact",
        "ByRounding",
        "Cut",
        "Padded",
        "Nudged",
        "PointsOrPercent",
        "Off",
        "NotStated",
        "ZeroBase",
        "NegativeBase",
        "Unique of 1",
        "Unique of 2",
        "Unique of 3",
        "Suggested of 1",
        "Range of 1",
        "Several of 1",
        "Several of 2",
        "Several of 3",
        "Beyond(2) of 0",
        "Beyond(3) of 0",
        "Contradictory of 0",
        "Some(SwappedDigits)",
        "Some(WrongBase)",
        "complete",
    ];
    for name in wanted {
        assert!(reached.contains_key(name), "{name} is not reached: {reached:#?}");
    }
    // most blocks are searched to the end and compared
    let of = |name: &str| reached.get(name).copied().unwrap_or(0);
    assert!(of("cut") * 20 < of("complete"), "{reached:#?}");
}
