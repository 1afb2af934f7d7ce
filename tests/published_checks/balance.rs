//! Balance edits: which statements are violated, the fewest figures that have to change, which ones and to what, how
//! far that is on the keyboard, and the verdict. No case is skipped; what a relation does not say by itself, a figure
//! says that stands beside it and never changes:
//!
//! - an equation is solved for a figure of weight 1 or -1, for each one in turn: it must not matter which;
//! - a tolerance of 2 is a term from -2 to 2;
//! - `x > 0` is not less than a figure that says "over 0", `c - 0.6 t >= 0` is `c = 0.6 t + s` with `s` 0 or more;
//! - weights tell which figures to trust: the heavier ones are fixed, which is the same as long as all the lightest
//!   ones together weigh less than one of them.
//!
//! No case needs more than the two figures that are searched unless more are asked for. Where a value is an interval,
//! the corrections have its ends, on the grid of the printed figures.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use thuocdo::check::{CheckFigure, CheckTable, Correction, DiagnosisVerdict, Precision, Slip};
use thuocdo::quantity::{Amount, Printed, Reading, Unit};
use thuocdo::record::{Relation, StatedRelation, Term};

use crate::build::{amount, exact, fields, figure, fixed, id, items, number, printed, statement, table, text};
use crate::editing::cases;
use crate::outcome::{broken, describe, only};

#[test]
fn violations_corrections_and_verdicts_are_the_exact_ones() {
    for case in cases("balance") {
        for (record, expected) in items(&case, "records").iter().zip(items(&case, "expected")) {
            for choice in 0..widest(&case) {
                compare(&case, record, &expected["exact"], choice);
            }
        }
    }
}

/// Where a source flips a sign, so do we, and say so.
#[test]
fn a_flipped_sign_is_named() {
    let mut flipped = Vec::new();
    for case in cases("balance").iter().filter(|case| text(case, "id") == "vdl11-signs") {
        for (record, expected) in items(case, "records").iter().zip(items(case, "expected")) {
            let table = build(case, record, 0);
            let corrections = table.check().diagnoses().flat_map(|found| found.corrections).collect::<Vec<_>>();
            for (name, value) in fields(&expected["source"], "corrected") {
                let is_it = |found: &&Correction| found.changes[0].figure == id(name);
                let change = &corrections.iter().find(is_it).expect("a correction of that figure").changes[0];
                assert_eq!(change.new.likely.to_string(), *value, "{record}");
                flipped.push((name.to_owned(), change.slip));
            }
        }
    }
    // the third is the same record but for which two of the three are negative
    assert_eq!(flipped, ["z", "y", "z"].map(|name| (name.to_owned(), Some(Slip::Sign))));
}

/// A term that the rule left out: every correction is far away, and the statement itself is doubted.
#[test]
fn a_missing_term_casts_doubt_on_the_statement() {
    for case in cases("balance") {
        for record in items(&case, "records") {
            let table = build(&case, record, 0);
            let is_doubted = table.check().diagnoses().any(|found| found.doubts_statement());
            assert_eq!(is_doubted, text(&case, "id") == "dc-missing-term", "{case}");
        }
    }
}

#[track_caller]
fn compare(case: &Value, record: &Value, expected: &Value, choice: usize) {
    let table = build(case, record, choice);
    let check = table.check();
    let about = format!("{} {record} by choice {choice}", text(case, "id"));
    let mut violated: Vec<&str> =
        items(expected, "violated").iter().map(|name| name.as_str().expect("a name")).collect();
    let mut off = broken(&check);
    off.sort_unstable();
    violated.sort_unstable();
    assert_eq!(off, violated, "{about}");
    let holding = check.statements().iter().filter(|found| found.agreement.holds()).count();
    assert_eq!(holding + off.len(), check.statements().len(), "{about}: every statement is judged");
    if text(expected, "verdict") == "consistent" {
        assert!(check.is_clean() && expected["min_cells"] == 0, "{about}");
        return;
    }

    let diagnosis = only(&check);
    let listed: Vec<String> = diagnosis.corrections.iter().map(describe).collect();
    let about = format!("{about}: {:?} {listed:?}", diagnosis.verdict);
    let each_once: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(each_once.len(), listed.len(), "{about}");
    let solutions = solutions(expected);
    let figures = solutions[0].values.len();
    assert!(expected["min_cells"].is_null() || expected["min_cells"] == figures, "{about}");
    assert!(diagnosis.at_least() <= figures, "{about}: a proof of too many");
    assert!(diagnosis.corrections.iter().all(|found| found.changes.len() == figures), "{about}");
    assert_eq!(hulls(&diagnosis.corrections), solutions.iter().map(Solution::hull).collect(), "{about}");
    for solution in &solutions {
        solution.check_printing(&diagnosis.corrections, &about);
    }
    let is_range = solutions.iter().any(Solution::is_range);
    let sets = solutions.len();
    assert_eq!(text(expected, "verdict"), verdict(diagnosis.verdict, figures, sets, is_range), "{about}");
    assert!(expected["common"].is_null() || diagnosis.common.is_empty(), "{about}");
}

/// The verdict in the words of the data. Which of two figures is what is not settled where both are ranges that depend
/// on each other: that is [`DiagnosisVerdict::Several`], and the data's `range` if it is always the same two.
fn verdict(verdict: DiagnosisVerdict, figures: usize, sets: usize, is_range: bool) -> &'static str {
    match verdict {
        DiagnosisVerdict::Unique => "unique",
        DiagnosisVerdict::Suggested => "unique_by_distance",
        DiagnosisVerdict::Range => "range",
        DiagnosisVerdict::Several if figures > 1 && sets == 1 && is_range => "range",
        DiagnosisVerdict::Several => "several",
        _ => "no correction",
    }
}

/// What each of some figures can be, from the smallest to the largest value.
type Hull = BTreeMap<String, (Option<Amount>, Option<Amount>)>;

/// What every figure of a set can be, over all corrections of that set.
type Hulls = BTreeMap<Vec<String>, Hull>;

fn hulls(corrections: &[Correction]) -> Hulls {
    let mut hulls = Hulls::new();
    for correction in corrections {
        let mut names: Vec<String> = correction.changes.iter().map(|change| change.figure.to_string()).collect();
        names.sort_unstable();
        let hull = hulls.entry(names).or_default();
        for change in &correction.changes {
            let [low, high] = [change.new.low, change.new.high].map(|end| end.map(Printed::amount));
            let wider = |old: Option<Amount>, new: Option<Amount>, is_wider: fn(&Amount, &Amount) -> bool| {
                old.zip(new).map(|(old, new)| if is_wider(&new, &old) { new } else { old })
            };
            let ends = hull.entry(change.figure.to_string()).or_insert((low, high));
            *ends = (wider(ends.0, low, Amount::lt), wider(ends.1, high, Amount::gt));
        }
    }
    hulls
}

/// A smallest repair of the data: what each figure becomes, as a number or as an interval.
struct Solution {
    values: BTreeMap<String, String>,
    distance: Option<u64>,
}

fn solutions(expected: &Value) -> Vec<Solution> {
    let values = |found: &Value, field: &str| -> BTreeMap<String, String> {
        let values = fields(found, field).into_iter();
        values.map(|(name, value)| (name.to_owned(), value.as_str().expect("a value").to_owned())).collect()
    };
    let repairs = items(expected, "repairs").iter();
    let repairs =
        repairs.map(|found| Solution { values: values(found, "cells"), distance: found["distance"].as_u64() });
    let sets = items(expected, "min_sets").iter();
    let sets = sets.map(|found| Solution { values: values(found, "values"), distance: None });
    repairs.chain(sets).collect()
}

impl Solution {
    fn is_range(&self) -> bool {
        self.values.values().any(|value| value.contains(','))
    }

    /// The values on the grid of the figures, which are whole numbers wherever there is an interval.
    fn hull(&self) -> (Vec<String>, Hull) {
        let end = |text: &str, open: bool, inwards: i32| {
            let end = (!text.ends_with("inf")).then(|| amount(text))?;
            let step = if open { inwards } else { 0 };
            Some(end.checked_add(step.into()).expect("a small number"))
        };
        let hull = |value: &String| match value.split_once(", ") {
            Some((low, high)) => {
                let (low_open, high_open) = (low.starts_with('('), high.ends_with(')'));
                let low = end(low.trim_start_matches(['(', '[']), low_open, 1);
                (low, end(high.trim_end_matches([')', ']']), high_open, -1))
            }
            None => (Some(amount(value)), Some(amount(value))),
        };
        let hulls = self.values.iter().map(|(name, value)| (name.clone(), hull(value))).collect();
        (self.values.keys().cloned().collect(), hulls)
    }

    /// A single number is printed to the digit as expected, and as far away.
    fn check_printing(&self, corrections: &[Correction], about: &str) {
        if self.is_range() {
            return;
        }
        let is_this = |found: &&Correction| {
            let mut changes = found.changes.iter();
            changes.all(|change| {
                let expected = self.values.get(change.figure.as_str());
                expected.is_some_and(|value| change.new.likely == printed(value) && change.new.is_single())
            })
        };
        let found = corrections.iter().find(is_this).unwrap_or_else(|| panic!("{about}: not {:?}", self.values));
        let distance = u64::try_from(found.distance()).expect("a small number");
        assert!(self.distance.is_none_or(|expected| expected == distance), "{about}: distance {distance}");
    }
}

/// How many figures an equation can be solved for, at most.
fn widest(case: &Value) -> usize {
    items(case, "equations").iter().map(|equation| results(equation).len()).max().expect("an equation")
}

/// The figures that an equation can be solved for.
fn results(equation: &Value) -> Vec<&str> {
    let is_one = |weight: &Value| number(weight).magnitude() == Amount::ONE;
    fields(equation, "coeffs").into_iter().filter(|(_, weight)| is_one(weight)).map(|(name, _)| name).collect()
}

/// The table of a record, each equation solved for one of its figures by `choice`.
fn build(case: &Value, record: &Value, choice: usize) -> CheckTable {
    let lightest = fields(case, "weights").into_iter().map(|(_, weight)| number(weight)).min();
    let (light, heavy): (Vec<_>, Vec<_>) = fields(case, "weights")
        .into_iter()
        .map(|(_, weight)| number(weight))
        .partition(|weight| Some(*weight) == lightest);
    let together = light.into_iter().fold(Amount::ZERO, |sum, weight| sum.checked_add(weight).expect("it is small"));
    assert!(heavy.into_iter().all(|weight| together < weight), "{case}");
    let is_heavy = |name: &str| lightest.is_some_and(|lightest| lightest < number(&case["weights"][name]));
    let is_fixed = |name: &str| items(case, "fixed").iter().any(|fixed| fixed == name) || is_heavy(name);
    let is_share = |name: &str| items(case, "ratios").iter().any(|ratio| ratio["stated"] == name);
    let mut figures: Vec<CheckFigure> = items(case, "variables")
        .iter()
        .map(|name| {
            let name = name.as_str().expect("a name");
            let printed = printed(text(record, name));
            let found = if is_share(name) {
                figure(name, printed, Unit::PERCENT, Precision::Nearest)
            } else {
                exact(name, printed)
            };
            if is_fixed(name) { fixed(found) } else { found }
        })
        .collect();
    let mut relations = Vec::new();
    for equation in items(case, "equations") {
        let tolerance = (!equation["tolerance"].is_null()).then(|| number(&equation["tolerance"]));
        let within = tolerance.map(|most| Reading::between(most.negated().into(), most.into()).expect("a range"));
        let beside = within.map(|within| exact(&format!("tolerance of {}", text(equation, "name")), within));
        relations.push(solved(equation, choice, beside.as_ref()));
        figures.extend(beside);
    }
    for ratio in items(case, "ratios") {
        let [(part, one)] = fields(ratio, "num")[..] else { panic!("one part in {ratio}") };
        let [(whole, other)] = fields(ratio, "den")[..] else { panic!("one whole in {ratio}") };
        assert!(one == other && one == 1 && ratio["scale"] == 100 && ratio["rounding"] == "nearest", "{ratio}");
        let share = Relation::Share { parts: vec![id(part)], whole: id(whole) };
        relations.push(statement(text(ratio, "name"), text(ratio, "stated"), share));
    }
    for inequality in items(case, "inequalities") {
        let (relation, beside) = bounded(inequality);
        relations.push(relation);
        figures.push(beside);
    }
    table(figures, relations)
}

/// An equation as one of its figures in terms of the others, and of a figure that stands beside it.
pub(crate) fn solved(equation: &Value, choice: usize, beside: Option<&CheckFigure>) -> StatedRelation {
    let results = results(equation);
    let result = results[choice % results.len()];
    let is_plus = number(&equation["coeffs"][result]) == Amount::ONE;
    let signed = |number: Amount, plus: bool| if plus { number } else { number.negated() };
    let others = fields(equation, "coeffs").into_iter().filter(|(name, _)| *name != result);
    let others = others.map(|(name, weight)| Term { weight: signed(number(weight), !is_plus), figure: id(name) });
    let beside = beside.map(|figure| Term { weight: signed(Amount::ONE, is_plus), figure: figure.id.clone() });
    let constant = signed(number(&equation["rhs"]), is_plus);
    let relation = Relation::Balance { terms: others.chain(beside).collect(), constant };
    statement(text(equation, "name"), result, relation)
}

/// An inequality as a comparison with a certain figure if it is of one figure, else as an equation with one beside it.
pub(crate) fn bounded(inequality: &Value) -> (StatedRelation, CheckFigure) {
    let name = text(inequality, "name");
    let (bound, zero) = (number(&inequality["rhs"]).into(), Amount::ZERO.into());
    let [(figure, weight), rest @ ..] = &fields(inequality, "coeffs")[..] else { panic!("no figure in {inequality}") };
    let beside = |reading| fixed(exact(&format!("bound of {name}"), reading));
    let other = id(&format!("bound of {name}"));
    match (text(inequality, "op"), rest.is_empty() && **weight == 1) {
        (">=", true) => (statement(name, figure, Relation::AtLeast { other }), beside(Reading::Exactly(bound))),
        (">", true) => (statement(name, figure, Relation::AtLeast { other }), beside(Reading::MoreThan(bound))),
        ("<", true) => (statement(name, figure, Relation::AtMost { other }), beside(Reading::LessThan(bound))),
        (">=", false) => {
            let beside = beside(Reading::AtLeast(zero));
            (solved(inequality, 0, Some(&beside)), beside)
        }
        (op, _) => panic!("no way to say `{op}`"),
    }
}
