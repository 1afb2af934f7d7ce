//! Every claim that a published report makes of its own figures is recomputed exactly, rounds to the expected digits in
//! three modes, and agrees or disagrees with what is printed as found there by fractions of unbounded integers.
//!
//! Figures: `tests/data/claims.json`, 130 claims of real reports, most of them Vietnamese, each with its source; `exact`
//! is in percent where the formula says so. What is stated without a sign ("giảm 87 việc, bằng 0,02%") is a decrease by
//! its formula.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;
use thuocdo::measure::{Absolute, Form, Input, NotComputable, Recomputed, Relative};
use thuocdo::quantity::{Amount, Percent, Printed, Quantity, Ratio, RoundMode, Rounded, Rounding, Unit, UnitKind};

/// The claims of each kind: none is skipped.
const KINDS: [(&str, usize); 8] = [
    ("change_percent", 23),
    ("change_points", 7),
    ("completion", 7),
    ("other", 1),
    ("rate_per", 3),
    ("remainder", 4),
    ("share", 53),
    ("sum_of_parts", 32),
];

#[test]
fn every_claim_comes_out_as_published() {
    let claims = claims();
    let wrong: Vec<String> = claims.iter().flat_map(differences).collect();
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));

    let mut kinds = BTreeMap::new();
    for claim in &claims {
        *kinds.entry(text(claim, "kind")).or_insert(0_usize) += 1;
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), KINDS);
}

/// How the reports behind the claims print: rounded, else cut, else off.
#[test]
fn most_claims_are_rounded_and_some_are_cut() {
    let claims = claims();
    let count = |field: &str| claims.iter().filter(|claim| flag(claim, field)).count();
    assert_eq!(count("agrees"), 120);
    assert_eq!(count("agrees_half_even"), 120);
    assert_eq!(count("agrees_truncated"), 90);
    assert_eq!(count("agrees_within_one_ulp"), 124);
    let is_cut = |claim: &&Value| flag(claim, "agrees_truncated") && !flag(claim, "agrees");
    let cut: Vec<_> = claims.iter().filter(is_cut).map(|claim| text(claim, "id")).collect();
    assert_eq!(cut, ["hoathanh-01", "hn11-06", "papi-01", "ifad-11"]);
}

/// What a claim's recomputation differs in from what is expected, in words; empty if in nothing.
fn differences(claim: &Value) -> Vec<String> {
    let id = text(claim, "id");
    let (recomputed, is_decrease) = match recompute(claim) {
        Ok(answer) => answer,
        Err(reason) => return vec![format!("{id}: not computable: {reason}")],
    };
    let mut wrong = Vec::new();
    let mut expect = |what: &str, is_as_expected: bool, got: &dyn std::fmt::Debug| {
        if !is_as_expected {
            wrong.push(format!("{id}: {what}: got {got:?}"));
        }
    };

    let value = recomputed.value();
    expect("sign", value.is_negative() == (is_decrease || text(claim, "stated_value").starts_with('-')), &value);
    let value = if is_decrease { value.negated() } else { value };
    let factor = if recomputed.form() == Form::Percent { 100 } else { 1 };
    let exact = fraction(value) * BigInt::from(factor);
    expect("exact", exact == parse_fraction(text(&claim["recomputed"], "exact")), &exact);
    expect("operands", recomputed.operands().len() == values(claim).len(), &recomputed.operands());

    let printed: Printed = text(claim, "stated_value").parse().expect("stated values are plain decimals");
    let decimals = printed.decimals();
    expect("stated decimals", claim["stated_decimals"] == decimals, &printed);
    let round = |mode: RoundMode, decimals: u8| {
        let rounded = recomputed.round(Rounding::new(mode, decimals).expect("few decimals"));
        if is_decrease { rounded.magnitude() } else { rounded }
    };
    for (mode, digits, agrees) in [
        (RoundMode::HalfAway, "half_up", "agrees"),
        (RoundMode::HalfEven, "half_even", "agrees_half_even"),
        (RoundMode::Down, "truncated", "agrees_truncated"),
    ] {
        let rounded = round(mode, decimals);
        expect(digits, rounded.to_string() == text(&claim["recomputed"], digits), &rounded.to_string());
        expect(agrees, (printed.rounded() == rounded) == flag(claim, agrees), &rounded.to_string());
    }
    let distance = |rounded: Rounded| printed.rounded().mantissa().abs_diff(rounded.mantissa());
    let within_one = distance(round(RoundMode::HalfAway, decimals)) <= 1;
    expect("agrees_within_one_ulp", within_one == flag(claim, "agrees_within_one_ulp"), &within_one);
    // a tie ends in 5 exactly one decimal further
    let finer = round(RoundMode::Down, decimals + 1);
    let is_tie = finer.mantissa() % 10 == 5 && finer == round(RoundMode::Up, decimals + 1);
    expect("exact_tie", is_tie == flag(claim, "exact_tie"), &finer.to_string());
    wrong
}

/// The claim by its kind and formula, and whether the formula states a decrease without its sign.
fn recompute(claim: &Value) -> Result<(Recomputed, bool), NotComputable> {
    let values = values(claim);
    let value = |name: &str| values[name];
    let formula = text(claim, "formula");
    let growth = |base: Amount, current: Amount| Relative::growth(base, current).map(Recomputed::Relative);
    let recomputed = match (text(claim, "kind"), formula) {
        ("share", "100*part/whole") => Recomputed::Relative(Relative::share(value("part"), value("whole"))?),
        ("completion", "100*actual/target") => {
            Recomputed::Relative(Relative::completion(value("actual"), value("target"))?)
        }
        ("change_percent", "100*(new-old)/old") => growth(value("old"), value("new"))?,
        ("change_percent", "100*(old-new)/old") => return Ok((growth(value("old"), value("new"))?, true)),
        ("change_percent", "100*delta/(now-delta)") => growth(value("now").checked_sub(value("delta"))?, value("now"))?,
        ("change_percent", "100*delta/(now+delta)") => {
            return Ok((growth(value("now").checked_add(value("delta"))?, value("now"))?, true));
        }
        ("change_percent", "100*delta/old") => growth(value("old"), value("old").checked_add(value("delta"))?)?,
        ("change_points", "a-b") => Recomputed::Absolute(points(value("b"), value("a"))?),
        ("sum_of_parts", sum) => Recomputed::Absolute(Absolute::sum(sum.split('+').map(value))?),
        ("remainder", "total-m1") => Recomputed::Absolute(Absolute::remainder(value("total"), [value("m1")])?),
        ("other", "old-new") => Recomputed::Absolute(Absolute::remainder(value("old"), [value("new")])?),
        ("rate_per", "num/den") => {
            let quotient = Relative::quotient(value("num"), value("den"))?;
            let per_one = Relative::rate_per(Amount::ONE, value("num"), value("den"))?;
            assert_eq!(per_one.ratio(), quotient.ratio(), "{claim}");
            Recomputed::Relative(quotient)
        }
        (kind, formula) => panic!("no way to recompute a `{kind}` by `{formula}`"),
    };
    Ok((recomputed, false))
}

/// The change of a rate, which is in percentage points and the same by the type for rates.
fn points(base: Amount, current: Amount) -> Result<Absolute, NotComputable> {
    let rate = |amount| Quantity::new(amount, Unit::PERCENT).map(Input::from);
    let change = Absolute::change(rate(base)?, rate(current)?)?;
    assert_eq!(change.unit().kind(), UnitKind::Points);
    let points = Percent::new(current).points_above(Percent::new(base))?;
    assert_eq!(change.value().to_amount(), Some(points.amount()));
    Ok(change)
}

fn claims() -> Vec<Value> {
    serde_json::from_str(include_str!("data/claims.json")).expect("the data are a list")
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("no text `{field}` in {value}"))
}

fn flag(claim: &Value, field: &str) -> bool {
    claim[field].as_bool().unwrap_or_else(|| panic!("no flag `{field}` in {claim}"))
}

fn values(claim: &Value) -> BTreeMap<&str, Amount> {
    let values = claim["values"].as_object().expect("values are named");
    let amount = |value: &Value| value.as_str().and_then(|text| text.parse().ok()).expect("values are decimals");
    values.iter().map(|(name, value)| (name.as_str(), amount(value))).collect()
}

/// The same value held by another crate, which shares no code with this one.
fn fraction(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn parse_fraction(text: &str) -> BigRational {
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error}"))
}
