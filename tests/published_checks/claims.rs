//! Every claim of the published reports as a table of its own, its inputs exact and what it states rounded half away
//! from zero: the statement agrees, was cut, or is off as exact fractions say; and where it is off, that the stated
//! figure should be the recomputed one is among the corrections.
//!
//! Where a change is stated by how much and not from what, the base is a figure of the table: the later figure less the
//! change. The same table without it derives it.

use std::collections::BTreeMap;

use serde_json::Value;
use thuocdo::check::{Agreement, Check, CheckFigure, Precision};
use thuocdo::quantity::{Amount, Figure, Ratio, RoundMode, Unit};
use thuocdo::record::{GrowthForm, Relation, StatedRelation};

use crate::build::{amount, exact, fields, figure, flag, id, ids, not_stated, printed, statement, table, text};
use crate::outcome::{agreement, describe, only};

/// The claims with each agreement: none is skipped.
const AGREEMENTS: [(&str, usize); 4] = [("by rounding", 75), ("cut", 4), ("exact", 45), ("off", 6)];

/// The claims that were cut instead of rounded, as in `published_claims`.
const CUT: [&str; 4] = ["hoathanh-01", "hn11-06", "papi-01", "ifad-11"];

/// The claims of a change whose base is not among the figures.
const WITHOUT_BASE: usize = 8;

/// The statement and the figure that a claim is about.
const STATED: &str = "stated";
const BASE: &str = "base";

#[test]
fn every_claim_agrees_or_not_as_published() {
    let mut counts = BTreeMap::new();
    let mut cut = Vec::new();
    for claim in claims() {
        let (figures, relations) = parts(&claim);
        let table = table(figures, relations);
        let check = table.check();
        let name = judged(&claim, &check);
        *counts.entry(name).or_insert(0_usize) += 1;
        if name == "cut" {
            cut.push(text(&claim, "id").to_owned());
        }
        assert_eq!(check.is_clean(), flag(&claim, "agrees"), "{claim}");
        if name == "off" {
            assert_corrected(&claim, &check);
        } else {
            assert_eq!(check.diagnoses().count() + check.contradictions().count(), 0, "{claim}");
        }
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), AGREEMENTS);
    assert_eq!(cut, CUT);
}

#[test]
fn a_base_that_is_not_stated_follows() {
    let mut count = 0;
    for claim in claims() {
        let (mut figures, relations) = parts(&claim);
        let Some(base) = figures.iter_mut().find(|figure| figure.id == id(BASE)) else { continue };
        count += 1;
        let amount = base.figure().and_then(Figure::exact).expect("a number").amount();
        *base = not_stated(BASE, Unit::BARE);
        let table = table(figures, relations);
        let check = table.check();
        let derived = check.derived(&id(BASE)).and_then(|interval| interval.single());
        assert_eq!(derived, Some(Ratio::from(amount)), "{claim}");
        assert_eq!(check.contradictions().count(), 0, "{claim}");
        // what could not be checked is not clean
        assert!(!check.is_clean() && check.diagnoses().next().is_none(), "{claim}");
    }
    assert_eq!(count, WITHOUT_BASE);
}

/// How the claim's statement was judged, after that is found to be right.
#[track_caller]
fn judged(claim: &Value, check: &Check<'_>) -> &'static str {
    let (name, expected) = match (flag(claim, "agrees"), flag(claim, "agrees_truncated")) {
        (true, _) if fraction(claim) == stated_value(claim) => ("exact", Agreement::Exact),
        (true, _) => ("by rounding", Agreement::ByRounding),
        (false, true) => ("cut", Agreement::Cut),
        (false, false) => ("off", Agreement::Off),
    };
    assert_eq!(*agreement(check, STATED), expected, "{claim}");
    let found = check.statement(&id(STATED)).expect("the statement");
    let comparison = found.comparison.expect("it was checked");
    assert_eq!(comparison.recomputed.single(), Some(fraction(claim)), "{claim}");
    let half_up = signed(claim, text(&claim["recomputed"], "half_up"));
    assert_eq!(comparison.rounded.map(|rounded| rounded.to_string()), Some(half_up), "{claim}");
    name
}

/// The recomputed figure in place of the stated one is among the corrections of a claim that is off.
#[track_caller]
fn assert_corrected(claim: &Value, check: &Check<'_>) {
    let half_up = signed(claim, text(&claim["recomputed"], "half_up"));
    let wanted = format!("{STATED} {}→{half_up}", signed(claim, text(claim, "stated_value")));
    let found: Vec<String> = only(check).corrections.iter().map(describe).collect();
    assert!(found.contains(&wanted), "{wanted} is not among {found:?} of {claim}");
}

/// The figures of a claim, and the statement of it.
fn parts(claim: &Value) -> (Vec<CheckFigure>, Vec<StatedRelation>) {
    let (kind, formula) = (text(claim, "kind"), text(claim, "formula"));
    let (input_unit, unit) = match kind {
        "share" | "completion" | "change_percent" => (Unit::BARE, Unit::PERCENT),
        "change_points" => (Unit::PERCENT, Unit::PERCENTAGE_POINTS),
        _ => (Unit::BARE, Unit::BARE),
    };
    let values = fields(claim, "values");
    let mut figures: Vec<CheckFigure> = values
        .iter()
        .map(|(name, value)| figure(name, input(value), input_unit.clone(), Precision::Exact))
        .chain([figure(
            STATED,
            printed(&signed(claim, text(claim, "stated_value"))),
            unit,
            Precision::Rounded(RoundMode::HalfAway),
        )])
        .collect();
    let value = |name: &str| input(&claim["values"][name]);
    let growth = |from: &str, to: &str| Relation::Growth { from: id(from), to: id(to), form: GrowthForm::Percent };
    let mut beside = Vec::new();
    // the base, the later figure and the change as one more statement
    let mut with_base = |base: Amount, relation| {
        figures.push(exact(BASE, base));
        beside.push(statement(BASE, BASE, relation));
    };
    let relation = match (kind, formula) {
        ("share", "100*part/whole") => Relation::Share { parts: ids(["part"]), whole: id("whole") },
        ("completion", "100*actual/target") => Relation::Completion { actual: id("actual"), target: id("target") },
        ("change_percent", "100*(new-old)/old" | "100*(old-new)/old") => growth("old", "new"),
        ("change_percent", "100*delta/(now-delta)") => {
            let less = Relation::Difference { from: id("now"), less: ids(["delta"]) };
            with_base(value("now").checked_sub(value("delta")).expect("it is small"), less);
            growth(BASE, "now")
        }
        ("change_percent", "100*delta/(now+delta)") => {
            let more = Relation::Sum { parts: ids(["now", "delta"]) };
            with_base(value("now").checked_add(value("delta")).expect("it is small"), more);
            growth(BASE, "now")
        }
        ("change_percent", "100*delta/old") => Relation::Share { parts: ids(["delta"]), whole: id("old") },
        ("change_points", "a-b") => Relation::Points { from: id("b"), to: id("a") },
        ("sum_of_parts", sum) => Relation::Sum { parts: ids(sum.split('+')) },
        ("remainder", "total-m1") => Relation::Remainder { whole: id("total"), parts: ids(["m1"]) },
        ("other", "old-new") => Relation::Difference { from: id("old"), less: ids(["new"]) },
        ("rate_per", "num/den") => Relation::Ratio { numerator: id("num"), denominator: id("den") },
        (kind, formula) => panic!("no way to state a `{kind}` by `{formula}`"),
    };
    let mut relations = vec![statement(STATED, STATED, relation)];
    relations.append(&mut beside);
    (figures, relations)
}

/// A decrease that is stated without a sign ("giảm 0,02%") has one in the table.
fn signed(claim: &Value, number: &str) -> String {
    let is_decrease = matches!(text(claim, "formula"), "100*(old-new)/old" | "100*delta/(now+delta)");
    if is_decrease { format!("-{number}") } else { number.to_owned() }
}

fn stated_value(claim: &Value) -> Ratio {
    amount(&signed(claim, text(claim, "stated_value"))).into()
}

/// What follows exactly, in the unit of what is stated.
fn fraction(claim: &Value) -> Ratio {
    let text = signed(claim, text(&claim["recomputed"], "exact"));
    let (above, below) = text.split_once('/').expect("a fraction");
    Ratio::of(amount(above), amount(below)).expect("a fraction of figures")
}

fn input(value: &Value) -> Amount {
    amount(value.as_str().expect("values are decimals"))
}

fn claims() -> Vec<Value> {
    serde_json::from_str(include_str!("../data/claims.json")).expect("the data are a list")
}
