//! Proves that scores are exact: the points of Decree 335/2025/NĐ-CP, of steps, lines, weights and bonuses come out as
//! fractions, and every expression agrees with fractions of unbounded integers.

mod grade_rules;
#[expect(dead_code, reason = "printing and rounding are judged in quantity_laws")]
mod oracle;

use std::collections::BTreeMap;

use grade_rules::{checked, content, id, name};
use num_rational::BigRational;
use oracle::{decimal, fraction, whole};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::grade::{
    Better, Comparison, Condition, Fact, FactDeclaration, FactKind, FactValue, Facts, Point, Product,
    ProductDenominator, ProductTally, Rule, RuleSet, RuleSetContent, Score, ScoreStep, Scoring, SubjectKind, Test,
};
use thuocdo::id::Id;
use thuocdo::quantity::bounds::MILLIONTHS;
use thuocdo::quantity::{Amount, QuantityError, Ratio};

use Score::{AtLeast, AtMost, Less, Linear, Mean, Points, Steps, Sum, Times, When};

const SHARES: [&str; 6] = ["quantity", "quality", "progress", "unit", "organising", "cohesion"];

fn amount(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

/// A set with the bands of 90, 70 and 50 points, that computes its score; `SHARES` are shares, all others numbers.
fn scored(facts: &[&str], score: Score) -> RuleSet {
    let declare = |fact: &str| FactDeclaration {
        id: id(fact),
        name: name(fact),
        kind: if SHARES.contains(&fact) { FactKind::Share } else { FactKind::Number },
        better: Better::Higher,
        low: Amount::ZERO,
        // what goes into a score may be more than counts
        high: if fact == "score" { Amount::HUNDRED } else { amount("1000") },
        step: None,
        at_most: None,
    };
    let bands = [("excellent", "90"), ("good", "70"), ("completed", "50"), ("not-completed", "0")];
    let rules = bands.map(|(level, threshold)| {
        let test = Test { fact: id("score"), comparison: Comparison::AtLeast, threshold: amount(threshold) };
        Rule {
            id: id(level),
            level: id(level),
            band: Some(Condition::Compare(test)),
            requires: Condition::All(Vec::new()),
            citation: None,
        }
    });
    let facts = facts.iter().chain(&["score"]).map(|fact| declare(fact)).collect();
    let scoring = Some(Scoring { into: id("score"), score });
    checked(RuleSetContent { subject: SubjectKind::Person, scoring, ..content(facts, rules.into()) })
}

fn fact(of: &str) -> Score {
    Score::Fact(id(of))
}

/// A share that counts up to 100 %.
fn capped(of: &str) -> Score {
    AtMost { of: Box::new(fact(of)), limit: Amount::HUNDRED }
}

fn times(of: Score, by: &str) -> Score {
    Times { of: Box::new(of), by: amount(by) }
}

fn facts<'f>(values: impl IntoIterator<Item = (&'f str, Ratio)>) -> Facts {
    let mut facts = Facts::new();
    for (fact, value) in values {
        facts.insert(id(fact), Fact::given(FactValue::Exactly(value)));
    }
    facts
}

/// The score of some facts, if it is known.
fn score(rules: &RuleSet, facts: &Facts) -> Option<Ratio> {
    let assessment = rules.assess(SubjectKind::Person, facts);
    match &assessment.explanation().score.as_ref().expect("the set computes it").1.value {
        FactValue::Exactly(score) => Some(*score),
        FactValue::Unknown(_) => None,
        other => panic!("{other:?} is no score"),
    }
}

fn value(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

fn product(factor: u16, assigned: u32, completed: u32, faults: u32, delays: u32) -> Product {
    Product { factor: factor.into(), assigned, completed, faults, delays }
}

/// `(a + b + c + …) / n × 70`.
fn task_score(shares: &[&str]) -> RuleSet {
    scored(shares, times(Mean(shares.iter().map(|share| capped(share)).collect()), "0.7"))
}

fn score_of_products(products: &[Product], denominator: ProductDenominator) -> Option<Ratio> {
    let tally = ProductTally::of(products, denominator).expect("the sums are small");
    let ratios = [tally.quantity(), tally.quality(), tally.progress()];
    let mut facts = Facts::new();
    for ((name, fact), ratio) in SHARES.iter().zip(tally.facts()).zip(ratios) {
        assert_eq!(fact.value, ratio.map_or(FactValue::Unknown(None), FactValue::Exactly));
        facts.insert(id(name), fact);
    }
    score(&task_score(&SHARES[..3]), &facts)
}

#[test]
fn the_denominator_of_quality_and_progress_decides_between_58_and_62_points() -> Result<(), QuantityError> {
    let products = [product(300, 4, 4, 0, 1), product(100, 10, 8, 1, 0)];
    let by = |denominator| score_of_products(&products, denominator);
    assert_eq!(by(ProductDenominator::Assigned), Some(Ratio::of(175, 3)?));
    assert_eq!(by(ProductDenominator::Completed), Some(Ratio::of(1365, 22)?));
    Ok(())
}

#[test]
fn nothing_completed_is_no_points_of_what_was_assigned_and_no_score_of_what_was_completed() {
    let products = [product(300, 4, 0, 0, 0), product(100, 10, 0, 0, 0)];
    assert_eq!(score_of_products(&products, ProductDenominator::Assigned), Some(Ratio::ZERO));
    assert_eq!(score_of_products(&products, ProductDenominator::Completed), None);
    for denominator in [ProductDenominator::Assigned, ProductDenominator::Completed] {
        assert_eq!(score_of_products(&[], denominator), None, "nothing assigned");
    }
}

#[test]
fn no_ratio_exceeds_one_and_no_product_falls_below_nothing() -> Result<(), QuantityError> {
    let more = ProductTally::of(&[product(1, 2, 3, 0, 0)], ProductDenominator::Assigned)?;
    assert_eq!([more.quantity(), more.quality(), more.progress()], [Some(Ratio::ONE); 3]);
    // five faults take no more than all
    let tally = ProductTally::of(&[product(1, 2, 2, 5, 4)], ProductDenominator::Assigned)?;
    assert_eq!((tally.quality(), tally.progress()), (Some(Ratio::ZERO), Some(Ratio::ZERO)));
    Ok(())
}

#[test]
fn a_negative_factor_is_refused() {
    let negative = Product { factor: Amount::MINUS_ONE, ..product(1, 1, 1, 0, 0) };
    assert!(ProductTally::of(&[negative], ProductDenominator::Assigned).is_err());
}

#[test]
fn a_manager_has_six_components() -> Result<(), QuantityError> {
    let shares = ["0.96", "0.95", "0.94", "1", "0.5", "1"].map(|share| amount(share).into());
    let facts = facts(SHARES.into_iter().zip(shares));
    let rules = task_score(&SHARES);
    assert_eq!(score(&rules, &facts), Some(Ratio::of(749, 12)?));
    assert_eq!(rules.assess(SubjectKind::Person, &facts).outcome().level(), Some(&id("completed")));
    assert_eq!(score(&rules, &facts.without(&id("cohesion"))), None, "a component is missing");
    Ok(())
}

/// The level that so much of a fact gives.
fn graded(rules: &RuleSet, fact: &str, value: &str) -> Option<Id> {
    rules.assess(SubjectKind::Person, &facts([(fact, amount(value).into())])).outcome().level().cloned()
}

#[test]
fn the_bands_of_90_70_and_50_points_hold_to_the_last_digit() {
    let rules = scored(&["points"], fact("points"));
    let bands: [(&str, &[&str]); 4] = [
        ("excellent", &["100", "90"]),
        ("good", &["89.999999", "89.99", "70"]),
        ("completed", &["69.99", "50"]),
        ("not-completed", &["49.99", "0"]),
    ];
    for (level, points) in bands.into_iter().flat_map(|(level, all)| all.iter().map(move |points| (level, points))) {
        assert_eq!(graded(&rules, "points", points), Some(id(level)), "{points}");
    }
}

#[test]
fn a_score_off_its_scale_gets_no_grade() {
    let rules = scored(&["points"], fact("points"));
    for points in ["100.01", "-0.01"] {
        assert_eq!((graded(&rules, "points", points), graded(&rules, "score", points)), (None, None), "{points}");
    }
}

#[test]
fn a_value_between_two_steps_gets_no_grade() {
    let mut content = scored(&["points"], fact("points")).into_content();
    content.facts[0].step = Some(Amount::ONE);
    let rules = RuleSet::new(content).expect("a step is allowed");
    assert_eq!((graded(&rules, "points", "89"), graded(&rules, "points", "89.5")), (Some(id("good")), None));
}

fn share(percent: &str) -> Facts {
    facts([("quantity", Ratio::from(amount(percent)).checked_mul(Ratio::PERCENT).expect("small"))])
}

#[test]
fn over_fulfilment_gives_no_extra_points() {
    let rules = scored(&["quantity"], times(capped("quantity"), "0.45"));
    for (percent, points) in [("130", "45"), ("100", "45"), ("80", "36"), ("0", "0")] {
        assert_eq!(score(&rules, &share(percent)), Some(amount(points).into()), "{percent} %");
    }
}

#[test]
fn steps_give_full_half_or_no_points() {
    let step = |(from, points)| ScoreStep { from: amount(from), points: amount(points) };
    let steps = [("80", "0.5"), ("100", "1")].map(step).into();
    let rules = scored(&["quantity"], Steps { of: Box::new(fact("quantity")), steps, below: Amount::ZERO });
    let expected = [("0", "0"), ("79.999999", "0"), ("80", "0.5"), ("99.9999", "0.5"), ("100", "1"), ("130", "1")];
    for (percent, points) in expected {
        assert_eq!(score(&rules, &share(percent)), Some(amount(points).into()), "{percent} %");
    }
}

/// Part I, part II by 30 % progress and 70 % quality, and a bonus of 5 % of the converted points, at most 7.
#[test]
fn progress_and_quality_are_weighted_and_the_bonus_is_limited() {
    let weighted = Sum(vec![times(capped("progress"), "0.3"), times(capped("quality"), "0.7")]);
    let bonus = AtMost { of: Box::new(times(fact("converted"), "0.05")), limit: amount("7") };
    let total = Sum(vec![fact("general"), times(weighted, "0.7"), bonus]);
    let rules = scored(&["progress", "quality", "general", "converted"], total);
    // 25 + (30 % of 100 + 70 % of 80) × 70 % + bonus
    for (converted, total) in
        [("0", "85.2"), ("60.2", "88.21"), ("140", "92.2"), ("140.000001", "92.2"), ("900", "92.2")]
    {
        let values = [("progress", "1"), ("quality", "0.8"), ("general", "25"), ("converted", converted)];
        let facts = facts(values.map(|(fact, value)| (fact, amount(value).into())));
        assert_eq!(score(&rules, &facts), Some(amount(total).into()), "{converted} converted");
    }
}

const READ: [&str; 3] = ["quantity", "points", "hours"];

/// What is known, in the unit of the thresholds; a fact that is not known is missing.
type Known = BTreeMap<Id, Ratio>;

fn known_facts() -> impl Strategy<Value = Known> {
    let ratio = |(numerator, denominator): (i32, i32)| Ratio::of(numerator, denominator).expect("not over zero");
    let value = || prop::option::weighted(0.9, (-300..=300, 1..=9).prop_map(ratio));
    [value(), value(), value()]
        .prop_map(|values| READ.iter().zip(values).filter_map(|(fact, value)| Some((id(fact), value?))).collect())
}

fn facts_of(known: &Known) -> Facts {
    facts(known.iter().map(|(fact, value)| {
        let unit = if fact.as_str() == "quantity" { Ratio::PERCENT } else { Ratio::ONE };
        (fact.as_str(), value.checked_mul(unit).expect("small"))
    }))
}

/// Of both signs, in quarters.
fn amounts() -> impl Strategy<Value = Amount> {
    (-400..=400_i128).prop_map(|quarters| millionths(quarters * 250_000))
}

/// Rising, so near to each other and so even that the fractions of lines within lines stay small.
fn rising(count: usize) -> impl Strategy<Value = Vec<Point>> {
    let width = select(&[1, 2, 5, 10_i128][..]);
    (-50..50_i128, vec((width, amounts()), 1..=count)).prop_map(|(mut at, rows)| {
        let next = |(width, y): (i128, Amount)| {
            at += width;
            Point { x: millionths(at * MILLIONTHS), y }
        };
        rows.into_iter().map(next).collect()
    })
}

fn scores() -> impl Strategy<Value = Score> {
    let leaf = prop_oneof![3 => select(&READ).prop_map(fact), 1 => amounts().prop_map(Points)];
    leaf.prop_recursive(4, 16, 3, |inner| {
        let one = inner.clone().prop_map(Box::new);
        let comparison = select(&[Comparison::AtLeast, Comparison::LessThan][..]);
        let test = (select(&READ), comparison, amounts().prop_map(Amount::magnitude));
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Sum),
            vec(inner, 1..4).prop_map(Mean),
            (one.clone(), amounts()).prop_map(|(of, by)| Times { of, by }),
            (one.clone(), one.clone()).prop_map(|(from, take)| Less { from, take }),
            (one.clone(), amounts()).prop_map(|(of, limit)| AtMost { of, limit }),
            (one.clone(), amounts()).prop_map(|(of, limit)| AtLeast { of, limit }),
            (one.clone(), rising(4), amounts()).prop_map(|(of, points, below)| {
                let step = |point: Point| ScoreStep { from: point.x, points: point.y };
                Steps { of, steps: points.into_iter().map(step).collect(), below }
            }),
            (one.clone(), rising(4)).prop_map(|(of, points)| Linear { of, points }),
            (one.clone(), one, test).prop_map(|(then, otherwise, (fact, comparison, threshold))| {
                let test = Test { fact: id(fact), comparison, threshold };
                When { condition: Condition::Compare(test), then, otherwise }
            }),
        ]
    })
}

/// The value as the names of the expressions say; none if it takes a fact that is not known.
fn evaluate(score: &Score, known: &Known) -> Option<BigRational> {
    let exact = |amount: Amount| decimal(&amount.to_string());
    let read = |fact: &Id| known.get(fact).map(|ratio| value(*ratio));
    let sum = |of: &[Score]| of.iter().map(|part| evaluate(part, known)).sum::<Option<BigRational>>();
    Some(match score {
        Score::Fact(fact) => read(fact)?,
        Points(points) => exact(*points),
        Sum(of) => sum(of)?,
        Mean(of) => sum(of)? / whole(of.len()),
        Times { of, by } => evaluate(of, known)? * exact(*by),
        Less { from, take } => evaluate(from, known)? - evaluate(take, known)?,
        AtMost { of, limit } => evaluate(of, known)?.min(exact(*limit)),
        AtLeast { of, limit } => evaluate(of, known)?.max(exact(*limit)),
        Steps { of, steps, below } => {
            let value = evaluate(of, known)?;
            let reached = steps.iter().rfind(|step| exact(step.from) <= value);
            exact(reached.map_or(*below, |step| step.points))
        }
        Linear { of, points } => {
            let value = evaluate(of, known)?;
            let rows: Vec<_> = points.iter().map(|point| (exact(point.x), exact(point.y))).collect();
            let around = rows.windows(2).find(|pair| pair[0].0 <= value && value < pair[1].0);
            match around.map(|pair| (&pair[0], &pair[1])) {
                Some(((x0, y0), (x1, y1))) => (y0 * (x1 - &value) + y1 * (value - x0)) / (x1 - x0),
                None if value < rows[0].0 => rows[0].1.clone(),
                None => rows[rows.len() - 1].1.clone(),
            }
        }
        When { condition, then, otherwise } => {
            let Condition::Compare(test) = condition else { panic!("only single tests are generated") };
            let (value, threshold) = (read(&test.fact)?, exact(test.threshold));
            let holds = if test.comparison == Comparison::AtLeast { value >= threshold } else { value < threshold };
            evaluate(if holds { then } else { otherwise }, known)?
        }
    })
}

fn millionths(count: i128) -> Amount {
    Amount::from_millionths(count).expect("it is small")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_line_hits_its_points_rises_between_rising_ones_and_is_level_beyond(
        points in rising(6), place in any::<prop::sample::Index>(), part in 0..8_i128,
    ) {
        let rules = scored(&["points"], Linear { of: Box::new(fact("points")), points: points.clone() });
        let at = |x: Ratio| score(&rules, &facts([("points", x)])).expect("it is known");
        for point in &points {
            prop_assert_eq!(at(point.x.into()), Ratio::from(point.y));
        }
        let (first, last) = (&points[0], &points[points.len() - 1]);
        prop_assert_eq!(at(first.x.checked_sub(Amount::ONE).expect("small").into()), Ratio::from(first.y));
        prop_assert_eq!(at(last.x.checked_add(Amount::ONE).expect("small").into()), Ratio::from(last.y));
        if points.len() > 1 {
            let pair = &points[place.index(points.len() - 1)..][..2];
            let between = |eighths: i128| {
                let (left, right) = (pair[0].x.millionths(), pair[1].x.millionths());
                at(Ratio::from_millionths(left * 8 + (right - left) * eighths, 8 * MILLIONTHS).expect("small"))
            };
            prop_assert_eq!(between(part).cmp(&between(part + 1)), pair[0].y.cmp(&pair[1].y));
        }
    }

    #[test]
    fn every_expression_agrees_with_unbounded_fractions(expression in scores(), facts in known_facts()) {
        let rules = scored(&READ, expression.clone());
        let expected = evaluate(&expression, &facts);
        let given = facts_of(&facts);
        prop_assert_eq!(score(&rules, &given).map(value), expected);
    }
}
