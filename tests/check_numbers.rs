//! Proves that figures which the crate computed and printed itself agree, and that no figure is too large to be judged rightly
//! or not at all.

// no feature changes what is computed, so one set of features is enough
#![cfg(feature = "builtin")]

#[expect(dead_code, reason = "each of the three tests of the check uses a part")]
mod check_cases;
#[expect(dead_code, reason = "printing is judged in quantity_laws")]
mod oracle;

use std::collections::BTreeMap;

use check_cases::brute::{Brute, blocks};
use check_cases::naive::{Judge, Judged};
use check_cases::random::{LINKS, follows, link, result_kinds};
use check_cases::{Case, Cell, Claim, Kind, Link, cases, claim_id, figure_id, place};
use oracle::{half_away, integers, sample, ten_to, whole};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::check::{Agreement, CheckFigure, CheckTable, CheckTableContent, NewFigure};
use thuocdo::id::Text;
use thuocdo::measure::{Absolute, Input, NotComputable, Operand, Relative, Role};
use thuocdo::quantity::{Amount, Figure, Printed, Rounding, Unit};
use thuocdo::record::{GrowthForm, Relation, Source, StatedRelation, Term};

/// A table that grows by what the crate computes.
struct Computed {
    figures: Vec<CheckFigure>,
    relations: Vec<StatedRelation>,
    rounding: Rounding,
}

impl Computed {
    fn add(&mut self, printed: Printed, unit: &Unit) -> usize {
        let figure = Figure::new(printed, unit.clone()).expect("the unit allows it");
        let index = self.figures.len();
        self.figures.push(CheckFigure::new(figure_id(index), Text::new("figure").expect("a text"), figure));
        index
    }

    fn input(&self, index: usize) -> Input {
        self.figures[index].figure().expect("it is stated").clone().into()
    }

    fn state(&mut self, result: usize, relation: Relation) {
        let id = claim_id(self.relations.len());
        self.relations.push(StatedRelation { id, result: figure_id(result), relation, source: Source::default() });
    }

    /// A sum or difference is printed as it is.
    fn absolute(&mut self, absolute: &Absolute, relation: Relation) -> usize {
        let amount = absolute.value().to_amount().expect("few amounts add up to an amount");
        let result = self.add(amount.into(), absolute.unit());
        self.state(result, relation);
        result
    }

    /// A quotient is printed rounded.
    fn relative(
        &mut self,
        relative: Result<Relative, NotComputable>,
        unit: &Unit,
        relation: Relation,
    ) -> Option<usize> {
        let rounded = Printed::of(relative.ok()?.round(self.rounding)).ok()?;
        let result = self.add(rounded, unit);
        self.state(result, relation);
        Some(result)
    }
}

/// Everything that can be computed of two figures and their total.
fn computed(numbers: &[i128; 3], decimals: u8, is_counted: bool) -> CheckTable {
    let rounding = Rounding::new(thuocdo::quantity::RoundMode::HalfAway, decimals).expect("few decimals");
    let mut table = Computed { figures: Vec::new(), relations: Vec::new(), rounding };
    let unit: Unit = if is_counted { Unit::HOUSEHOLD } else { "ha".parse().expect("a unit") };
    let places = if is_counted { 0 } else { 2 };
    for number in numbers {
        let printed = oracle::text(&(*number).into(), places).parse().expect("a decimal");
        table.add(printed, &unit);
    }
    let id = figure_id;
    let inputs =
        |table: &Computed, indices: &[usize]| indices.iter().map(|index| table.input(*index)).collect::<Vec<_>>();
    let sum = Absolute::sum(inputs(&table, &[0, 1, 2])).expect("a sum");
    let total = table.absolute(&sum, Relation::Sum { parts: vec![id(0), id(1), id(2)] });
    let rest = Absolute::remainder(table.input(total), inputs(&table, &[0])).expect("a rest");
    let rest = table.absolute(&rest, Relation::Remainder { whole: id(total), parts: vec![id(0)] });
    let less = Absolute::difference(table.input(total), inputs(&table, &[0, 1])).expect("a difference");
    let less = table.absolute(&less, Relation::Difference { from: id(total), less: vec![id(0), id(1)] });
    let terms = [("2", total), ("-1.5", rest), ("3", 0)];
    let weights = |weight: &str| -> Amount { weight.parse().expect("an amount") };
    let operand = |(weight, index): &(&str, usize)| Operand {
        weight: weights(weight),
        ..Operand::new(Role::Part, table.input(*index))
    };
    let balance = Absolute::balance(terms.iter().map(operand).collect(), weights("7")).expect("a balance");
    let term = |(weight, index): &(&str, usize)| Term { weight: weights(weight), figure: id(*index) };
    if !is_counted || balance.value().to_amount().is_some_and(Amount::is_whole) {
        table.absolute(&balance, Relation::Balance { terms: terms.iter().map(term).collect(), constant: weights("7") });
    }
    table.state(less, Relation::Same { other: id(2) });
    table.state(less, Relation::AtMost { other: id(rest) });
    table.state(total, Relation::AtLeast { other: id(rest) });
    let (percent, bare, times): (_, _, Unit) = (Unit::PERCENT, Unit::BARE, "lần".parse().expect("a unit"));
    let (one, two, three, all) = (table.input(0), table.input(1), table.input(2), table.input(total));
    let parts = vec![one.clone(), two.clone()];
    let (from, to) = (id(0), id(1));
    let growth = |form| Relation::Growth { from: from.clone(), to: to.clone(), form };
    let share = |part| Relation::Share { parts: vec![id(part)], whole: id(total) };
    let first = table.relative(Relative::share(one.clone(), all.clone()), &percent, share(0));
    let second = table.relative(Relative::share(two.clone(), all.clone()), &percent, share(1));
    let both = Relation::Share { parts: vec![id(0), id(1)], whole: id(total) };
    table.relative(Relative::share_of_sum(parts, all), &percent, both);
    let completion = Relation::Completion { actual: id(2), target: id(0) };
    table.relative(Relative::completion(three.clone(), one.clone()), &percent, completion);
    table.relative(Relative::growth(one.clone(), two.clone()), &percent, growth(GrowthForm::Percent));
    table.relative(Relative::growth_index(one.clone(), two.clone()), &percent, growth(GrowthForm::Index));
    table.relative(Relative::multiple(one.clone(), two.clone()), &times, growth(GrowthForm::Multiple));
    let ratio = Relation::Ratio { numerator: id(2), denominator: id(0) };
    table.relative(Relative::quotient(three.clone(), one.clone()), &bare, ratio);
    let per = Amount::from(1000);
    let rate = Relation::RatePer { numerator: id(2), denominator: id(0), per };
    table.relative(Relative::rate_per(per, three, one), &bare, rate);
    if let Some((first, second)) = first.zip(second) {
        let points = Absolute::change(table.input(first), table.input(second)).expect("a change");
        table.absolute(&points, Relation::Points { from: id(first), to: id(second) });
    }
    let Computed { figures, relations, .. } = table;
    CheckTable::new(CheckTableContent { as_of: None, figures, relations }).expect("a valid table")
}

/// A number below the end of what is printed, of any size.
fn number() -> impl Strategy<Value = i128> {
    integers(10_i128.pow(15)).prop_map(|number| number.abs().max(1))
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn what_the_crate_computed_agrees(numbers in [number(), number(), number()], decimals in 0..=4_u8, is_counted in any::<bool>()) {
        let table = computed(&numbers, decimals, is_counted);
        let check = table.check();
        for found in check.statements() {
            let agrees = matches!(found.agreement, Agreement::Exact | Agreement::ByRounding);
            prop_assert!(agrees, "{:?}: {:?}", found.relation, found.agreement);
        }
        prop_assert!(check.is_clean());
        prop_assert_eq!(check.statements().len() >= 16, true);
    }
}

const FAMILIES: [&[Kind]; 4] = [&[Kind::Household], &[Kind::Hectare], &[Kind::Dong], &[Kind::Bare]];

/// A figure of any size that is printed.
fn large(kind: Kind) -> impl Strategy<Value = Cell> {
    (integers(10_i128.pow(18)), 0..=6_usize, 0..=999_999_i128).prop_map(move |(number, decimals, rest)| {
        let decimals = if kind == Kind::Household { 0 } else { decimals };
        let count = number * 10_i128.pow(u32::try_from(decimals).expect("it is small")) + rest;
        let legal = if kind.is_counted() { count.abs() } else { count };
        Cell::new(legal % 10_i128.pow(18 + u32::try_from(decimals).expect("it is small")), decimals, kind)
    })
}

/// Up to three statements over three figures, each result rightly printed or a little beside.
fn large_tables() -> impl Strategy<Value = Case> {
    let claims = vec((0..LINKS, 0..=6_usize, select(&[0, 0, 0, 1, -1, 17])), 1..=3);
    let figures = select(&FAMILIES).prop_flat_map(|family| (Just(family), vec(large(family[0]), 3)));
    (figures, claims).prop_map(|((family, cells), claims)| {
        let mut case = Case { cells, claims: Vec::new() };
        for (number, decimals, beside) in claims {
            let link = link(number);
            if matches!(link, Link::Points(..)) {
                continue;
            }
            let kind = result_kinds(&link, family)[0];
            let decimals = if kind == Kind::Household { 0 } else { decimals };
            let claim = Claim { result: case.cells.len(), link };
            case.cells.push(Cell::new(0, decimals, kind));
            let value = follows(&case, &claim).unwrap_or_else(|| whole(1)) * ten_to(decimals);
            let end = 10_i128.pow(18 + u32::try_from(decimals).expect("it is small"));
            let count =
                i128::try_from(half_away(&value)).map_or(5, |count| count % end + beside).clamp(1 - end, end - 1);
            case.cells[claim.result].count = if kind.is_counted() { count.abs() } else { count };
            case.claims.push(claim);
        }
        case
    })
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn large_figures_are_judged_rightly_or_not_at_all(case in large_tables()) {
        let judge = Judge::of(&case);
        let table = case.table();
        let check = table.check().with_depth(3);
        for (found, expected) in check.statements().iter().zip(&judge.judged) {
            let told = Judged::of(&found.agreement);
            prop_assert!(told == *expected || told == Judged::TooLarge, "{:?} is not {:?}", told, expected);
        }
        let is_small = check.statements().iter().all(|found| Judged::of(&found.agreement) != Judged::TooLarge);
        let blocks = blocks(&judge);
        for (block, diagnosis) in blocks.iter().zip(check.diagnoses()).filter(|_| is_small) {
            let brute = Brute::new(&judge, block, |_| 0..=0);
            for correction in diagnosis.corrections.iter().filter(|correction| !correction.is_family) {
                for choose in [|new: &NewFigure| Some(new.likely), |new: &NewFigure| new.low, |new: &NewFigure| new.high] {
                    let changes = correction.changes.iter().map(|change| {
                        let new = choose(&change.new).unwrap_or(change.new.likely);
                        let count = new.to_string().replace('.', "").parse().expect("digits");
                        (place(&change.figure), count, usize::from(new.decimals()))
                    });
                    let changes: Vec<_> = changes.collect();
                    prop_assert_ne!(brute.holds_with(&changes), Some(false), "{:?}", changes);
                }
            }
        }
    }
}

#[test]
fn large_figures_are_often_judged() {
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    for case in sample(&large_tables(), 600) {
        let table = case.table();
        for found in table.check().statements() {
            *reached.entry(Judged::of(&found.agreement).name()).or_insert(0) += 1;
        }
    }
    for name in ["Exact", "ByRounding", "Cut", "Padded", "Off", "NegativeBase"] {
        assert!(reached.contains_key(name), "{name} among {reached:?}");
    }
}
