//! Proves laws of checking: what cannot matter does not matter, a correction corrects, what the crate computed itself agrees,
//! one wrong digit is never blamed on another figure, and no figure is too large to be judged rightly or not at all.

// no feature changes what is computed, so one set of features is enough
#![cfg(feature = "builtin")]

#[expect(dead_code, reason = "each of the three tests of the check uses a part")]
mod check_cases;
#[expect(dead_code, reason = "amounts at the end of their range are judged in quantity_laws")]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};

use check_cases::brute::{groups, is_changeable, is_tree};
use check_cases::joint::hold_together;
use check_cases::naive::{Judge, Judged, State, state};
use check_cases::span::Span;
use check_cases::structured::{Size, tables};
use check_cases::{Cell, Claim, Kind, Link, Said, cases, claim_id, figure_id, place};
use oracle::fraction;
use proptest::collection::vec;
use proptest::prelude::*;
use thuocdo::check::{Agreement, Check, CheckTable, CheckTableContent, DiagnosisVerdict, NewFigure, Precision};
use thuocdo::quantity::Printed;

const SMALL: Size = Size { largest: 40, total: 200, steps: 5, slips: 2, fixed_of: 0 };
const RIGHT: Size = Size { slips: 0, ..SMALL };

fn judged(check: &Check<'_>) -> Vec<Judged> {
    check.statements().iter().map(|found| Judged::of(&found.agreement)).collect()
}

fn digits(printed: Printed) -> i128 {
    printed.to_string().replace('.', "").parse().expect("digits")
}

/// What is said of a block, without the order of anything.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Said1 {
    broken: BTreeSet<String>,
    verdict: Option<DiagnosisVerdict>,
    corrections: BTreeSet<BTreeSet<(String, String, String)>>,
    settled_by: BTreeSet<String>,
}

/// Everything that is said of a table; of blocks that were not searched to the end, only what is broken.
fn said(table: &CheckTable, is_counted: impl Fn(&str) -> bool) -> BTreeSet<Said1> {
    let print = |number: Option<Printed>| number.map_or_else(|| "none".to_owned(), |number| number.to_string());
    let check = table.check();
    let said = check.diagnoses().map(|diagnosis| {
        let change = |change: &thuocdo::check::Change| {
            (change.figure.as_str().to_owned(), print(change.new.low), print(change.new.high))
        };
        let corrections = diagnosis.corrections.iter().map(|found| found.changes.iter().map(change).collect());
        let ids =
            |ids: &[thuocdo::id::Id]| ids.iter().map(|id| id.as_str().to_owned()).filter(|id| is_counted(id)).collect();
        let is_complete = diagnosis.is_complete;
        Said1 {
            broken: ids(&diagnosis.broken),
            verdict: is_complete.then_some(diagnosis.verdict),
            corrections: corrections.filter(|_| is_complete).collect(),
            settled_by: ids(&diagnosis.settled_by).into_iter().filter(|_: &String| is_complete).collect(),
        }
    });
    said.collect()
}

proptest! {
    #![proptest_config(cases(1200))]

    #[test]
    fn the_order_of_figures_and_statements_changes_nothing(
        case in tables(SMALL), figures in vec(any::<u16>(), 16), relations in vec(any::<u16>(), 16),
    ) {
        let table = case.table();
        let content = case.content();
        let mut mixed = CheckTableContent { figures: Vec::new(), relations: Vec::new(), ..content };
        let by = |keys: &[u16], count: usize| {
            let mut order: Vec<usize> = (0..count).collect();
            order.sort_by_key(|index| keys[*index]);
            order
        };
        mixed.figures = by(&figures, content.figures.len()).into_iter().map(|index| content.figures[index].clone()).collect();
        mixed.relations =
            by(&relations, content.relations.len()).into_iter().map(|index| content.relations[index].clone()).collect();
        let mixed = CheckTable::new(mixed).expect("the order makes no difference");
        let agreements = |table: &CheckTable| -> BTreeMap<String, Agreement> {
            let check = table.check();
            check.statements().iter().map(|found| (found.relation.id.as_str().to_owned(), found.agreement.clone())).collect()
        };
        prop_assert_eq!(agreements(&table), agreements(&mixed));
        prop_assert_eq!(said(&table, |_| true), said(&mixed, |_| true));
    }

    #[test]
    fn ten_times_the_counts_are_judged_alike(case in tables(SMALL)) {
        let mut larger = case.clone();
        // a balance has a constant that is not multiplied
        larger.claims.retain(|claim| !matches!(claim.link, Link::Balance(..)));
        let smaller = larger.clone();
        let unit = case.cells[0].kind;
        larger.cells.iter_mut().filter(|cell| cell.kind == unit).for_each(|cell| cell.count *= 10);
        prop_assert_eq!(judged(&smaller.table().check()), judged(&larger.table().check()));
    }

    #[test]
    fn saying_it_twice_changes_no_correction(case in tables(SMALL), which in 0..5_usize, restates in any::<bool>()) {
        prop_assume!(!case.claims.is_empty());
        let claim = case.claims[which % case.claims.len()].clone();
        let mut longer = case.clone();
        longer.claims.push(match &claim.link {
            Link::Sum(parts) if restates && parts.iter().collect::<BTreeSet<_>>().len() == parts.len() && parts.len() > 1 => {
                Claim { result: parts[0], link: Link::Remainder(claim.result, parts[1..].to_vec()) }
            }
            _ => claim,
        });
        let last = claim_id(case.claims.len());
        let counted = |id: &str| id != last.as_str();
        prop_assert_eq!(said(&case.table(), counted), said(&longer.table(), counted));
    }

    #[test]
    fn a_correction_corrects(case in tables(SMALL)) {
        let table = case.table();
        let check = table.check();
        for diagnosis in check.diagnoses() {
            for correction in diagnosis.corrections.iter().filter(|correction| !correction.is_family).take(20) {
                for choose in [|new: &NewFigure| Some(new.likely), |new: &NewFigure| new.low, |new: &NewFigure| new.high] {
                    let mut right = case.clone();
                    for change in &correction.changes {
                        let new = choose(&change.new).unwrap_or(change.new.likely);
                        let cell = &mut right.cells[place(&change.figure)];
                        (cell.count, cell.decimals) = (digits(new), new.decimals().into());
                    }
                    let table = right.table();
                    let check = table.check();
                    for id in &diagnosis.statements {
                        let found = &check.statements()[place(id)];
                        prop_assert_ne!(&found.agreement, &Agreement::Off, "{} after {:?}", id.as_str(), correction);
                    }
                }
            }
        }
    }

    #[test]
    fn one_wrong_digit_is_never_blamed_on_another_figure(case in tables(RIGHT), which in 0..16_usize, at in 0..3_u32, digit in 0..=9_i128) {
        let judge = Judge::of(&case);
        prop_assume!(judge.judged.iter().all(|judged| matches!(judged, Judged::Exact | Judged::ByRounding)));
        // points taken of the printed rates may not be those of the true ones
        let all: Vec<usize> = (0..case.claims.len()).collect();
        prop_assume!(hold_together(&judge, &all, &judge.now(), |_| true) == Some(true));
        let mut wrong = case.clone();
        let index = which % case.cells.len();
        let unit = 10_i128.pow(at);
        let old = case.cells[index].count;
        wrong.cells[index].count += (digit - old / unit % 10) * unit;
        let table = wrong.table();
        let check = table.check();
        for diagnosis in check.diagnoses() {
            let is_truth = |correction: &thuocdo::check::Correction| {
                let change = &correction.changes[0];
                let (low, high) = (change.new.low.map(digits), change.new.high.map(digits));
                correction.changes.len() == 1 && change.figure == figure_id(index)
                    && change.new.likely.decimals() == change.old.decimals()
                    && low.is_none_or(|low| low <= old) && high.is_none_or(|high| old <= high)
            };
            prop_assert!(diagnosis.corrections.iter().any(is_truth), "{:?} without the truth: {:?}", diagnosis.verdict, diagnosis.corrections);
        }
    }
}

proptest! {
    #![proptest_config(cases(1200))]

    #[test]
    fn what_goes_unseen_is_what_one_unit_of_does_not_matter_to_a_statement(case in tables(SMALL)) {
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check();
        for (index, claim) in case.claims.iter().enumerate() {
            let form = &judge.forms[index];
            let still_holds = |cell: usize, units: i128| {
                let other = Cell { count: case.cells[cell].count + units, ..case.cells[cell] };
                let state = (other.count >= 0 || !other.kind.is_counted()).then(|| state(&other, judge.rules[cell]));
                state.is_some_and(|state| {
                    let mut states = judge.now();
                    states[cell] = &state;
                    form.holds(&states, judge.leeways[index].as_ref().unwrap_or(&states[form.result].span))
                })
            };
            let is_order = matches!(claim.link, Link::AtMost(_) | Link::AtLeast(_));
            let is_unseen = |cell: &usize| {
                let is_exact = judge.rules[*cell] == Precision::Exact && is_changeable(&case.cells[*cell]);
                is_exact && judge.judged[index].holds() && !is_order && (still_holds(*cell, 1) || still_holds(*cell, -1))
            };
            let expected: BTreeSet<usize> = form.cells().into_iter().filter(is_unseen).collect();
            let unseen = check.unseen(&claim_id(index));
            prop_assert_eq!(unseen.iter().map(place).collect::<BTreeSet<_>>(), expected);
        }
    }

}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_derived_is_what_lets_all_statements_hold(case in tables(RIGHT), which in 0..16_usize) {
        let mut case = case;
        let missing = which % case.cells.len();
        case.cells[missing].said = Said::Nothing;
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check();
        let derived = check.derived(&figure_id(missing));
        let groups = groups(&judge, |_| true);
        let Some(group) = groups.iter().find(|group| group.iter().any(|claim| judge.forms[*claim].cells().contains(&missing)))
        else {
            prop_assert_eq!(derived, None);
            return Ok(());
        };
        // the ends and beside them, and values all over
        let span = derived.map_or(Span::EVERYTHING, |derived| Span::of(&derived));
        let ends = [&span.low, &span.high].into_iter().flatten();
        let near = ends.flat_map(|end| [-1, 0, 1].map(|quarters| &end.at + fraction(quarters, 4)));
        let mut holds_somewhere = false;
        for value in near.chain((-40..=40).map(|step| fraction(5 * step, 2))) {
            let kind = case.cells[missing].kind;
            if value < fraction(0, 1) && kind.is_counted() {
                continue;
            }
            // of what comes whole no part is derived
            if matches!(kind, Kind::Household | Kind::ThousandPersons) && !value.is_integer() {
                continue;
            }
            // what is derived has no digits yet
            let state = State { span: Span::point(&value), number: None };
            let mut states = judge.now();
            states[missing] = &state;
            let holds = hold_together(&judge, group, &states, |_| true);
            let is_derived = derived.is_some() && span.contains(&value);
            prop_assert!(holds != Some(true) || is_derived, "{} is left out", value);
            prop_assert!(holds != Some(false) || !is_derived || !is_tree(&judge, group), "{} is not possible", value);
            holds_somewhere |= holds == Some(true);
        }
        prop_assert!(derived.is_some() || !holds_somewhere);
    }

}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn contradictions_are_found_and_cannot_hold(case in tables(RIGHT)) {
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check();
        let found: Vec<_> = check.contradictions().collect();
        for contradiction in &found {
            let claims: Vec<usize> = contradiction.broken.iter().map(place).collect();
            prop_assert_ne!(hold_together(&judge, &claims, &judge.now(), |_| true), Some(true));
            prop_assert!(contradiction.is_joint);
            prop_assert!(claims.len() > 1);
            // each of them is needed
            for left_out in &claims {
                let others: Vec<usize> = claims.iter().copied().filter(|claim| claim != left_out).collect();
                let holds = hold_together(&judge, &others, &judge.now(), |_| true);
                prop_assert!(holds != Some(false) || !is_tree(&judge, &others));
            }
        }
        for group in groups(&judge, |claim| judge.judged[claim].holds()) {
            let is_off = hold_together(&judge, &group, &judge.now(), |_| true) == Some(false) && is_tree(&judge, &group);
            let is_near_other = groups(&judge, |_| true).iter().any(|other| {
                other.contains(&group[0]) && other.iter().any(|claim| !judge.judged[*claim].holds())
            });
            let named = |claim: usize| found.iter().any(|found| found.statements.contains(&claim_id(claim)));
            prop_assert!(!is_off || is_near_other || named(group[0]), "{:?}", group);
        }
    }
}
