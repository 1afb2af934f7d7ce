//! Proves that what would lift a grade does, and that nothing nearer does: against trying every value of a fine grid, with
//! thresholds that are reached or have to be passed, for facts that are better higher or lower.

mod grade_rules;

use grade_rules::{checked, content, id, name};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::grade::{
    Better, Comparing, Comparison, Condition, Fact, FactDeclaration, FactKind, FactLift, FactValue, Facts, MatchPolicy,
    Rule, RuleSet, RuleSetContent, Score, Scoring, SubjectKind, Test,
};
use thuocdo::id::Id;
use thuocdo::quantity::{Amount, Ratio, Rounding};

const LEVELS: [&str; 4] = ["excellent", "good", "completed", "not-completed"];
/// Thresholds are whole numbers up to this, and so are the ends of the facts.
const HIGH: u8 = 10;
/// Parts of one on the grid that is tried.
const PARTS: i128 = 8;

fn declare(fact: &str, kind: FactKind, better: Better) -> FactDeclaration {
    let (low, high) = (Amount::ZERO, HIGH.into());
    FactDeclaration { id: id(fact), name: name(fact), kind, better, low, high, step: None, at_most: None }
}

fn rule(level: &str, requires: Condition) -> Rule {
    Rule { id: id(level), level: id(level), band: None, requires, citation: None }
}

fn test(fact: &str, comparison: Comparison, threshold: u8) -> Condition {
    Condition::Compare(Test { fact: id(fact), comparison, threshold: threshold.into() })
}

fn at_least(fact: &str, threshold: u8) -> Condition {
    test(fact, Comparison::AtLeast, threshold)
}

fn more_than(fact: &str, threshold: u8) -> Condition {
    test(fact, Comparison::MoreThan, threshold)
}

/// In parts of one in the unit of the thresholds; of a share these are percents.
fn value(kind: FactKind, parts: i128) -> FactValue {
    let whole = if kind == FactKind::Share { 100 * PARTS } else { PARTS };
    FactValue::Exactly(Ratio::from_millionths(parts, whole).expect("small terms"))
}

fn whole(number: i128) -> FactValue {
    value(FactKind::Number, number * PARTS)
}

fn facts<const COUNT: usize>(values: [(&str, FactValue); COUNT]) -> Facts {
    let mut facts = Facts::new();
    for (fact, value) in values {
        facts.insert(id(fact), Fact::given(value));
    }
    facts
}

fn level(rules: &RuleSet, facts: &Facts) -> Option<Id> {
    rules.assess(SubjectKind::Unit, facts).outcome().level().cloned()
}

fn lift(fact: &str, needed: u8, is_strict: bool, level: &str) -> FactLift {
    FactLift { fact: id(fact), needed: needed.into(), is_strict, level: id(level) }
}

/// The first value of the grid, from `now` towards the better, that gives a higher level.
fn nearest(rules: &RuleSet, facts: &Facts, declared: &FactDeclaration, now: i128) -> Option<FactLift> {
    let all = 0..=i128::from(HIGH) * PARTS;
    let better: Vec<i128> = match declared.better {
        Better::Higher => all.filter(|parts| *parts > now).collect(),
        Better::Lower => all.rev().filter(|parts| *parts < now).collect(),
        Better::Neither => return None,
    };
    let scale = &rules.content().scale;
    let before = level(rules, facts);
    better.into_iter().find_map(|parts| {
        let mut changed = facts.clone();
        changed.insert(declared.id.clone(), Fact::given(value(declared.kind, parts)));
        let level = level(rules, &changed)?;
        let is_higher =
            before.as_ref().is_none_or(|before| scale.compare(&level, before).is_some_and(std::cmp::Ordering::is_gt));
        is_higher.then(|| {
            // between two thresholds the first value of the grid stands for all, and the one before it has to be passed
            let passed = if declared.better == Better::Higher { parts / PARTS } else { (parts + PARTS - 1) / PARTS };
            let needed = u8::try_from(passed).expect("it is on the grid").into();
            FactLift { fact: declared.id.clone(), needed, is_strict: parts % PARTS != 0, level }
        })
    })
}

fn conditions() -> impl Strategy<Value = Condition> {
    let comparisons =
        [Comparison::AtLeast, Comparison::MoreThan, Comparison::AtMost, Comparison::LessThan, Comparison::Exactly];
    let compare = (select(&["share", "score", "late"][..]), select(comparisons.to_vec()), 0..=HIGH)
        .prop_map(|(fact, comparison, threshold)| test(fact, comparison, threshold));
    prop_oneof![
        3 => compare.clone(),
        2 => vec(compare.clone(), 2).prop_map(Condition::All),
        1 => vec(compare.clone(), 2).prop_map(Condition::Any),
        1 => compare.prop_map(|part| Condition::Not(Box::new(part))),
    ]
}

fn rule_sets() -> impl Strategy<Value = RuleSet> {
    let better = || select(&[Better::Higher, Better::Higher, Better::Lower, Better::Lower, Better::Neither][..]);
    let policy = select(&[MatchPolicy::First, MatchPolicy::One][..]);
    let rules = vec(conditions(), 1..=4);
    ([better(), better(), better()], policy, rules).prop_map(|(better, policy, rules)| {
        let kinds = [("share", FactKind::Share), ("score", FactKind::Number), ("late", FactKind::Number)];
        let facts = kinds.into_iter().zip(better).map(|((fact, kind), better)| declare(fact, kind, better));
        let rules = rules.into_iter().zip(LEVELS).map(|(requires, level)| rule(level, requires));
        checked(RuleSetContent { policy, ..content(facts.collect(), rules.collect()) })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_needed_lifts_and_nothing_nearer_does(
        rules in rule_sets(), parts in [0..=i128::from(HIGH) * PARTS, 0..=i128::from(HIGH) * PARTS, 0..=i128::from(HIGH) * PARTS],
    ) {
        let declared = &rules.content().facts;
        let mut facts = Facts::new();
        for (fact, parts) in declared.iter().zip(parts) {
            facts.insert(fact.id.clone(), Fact::given(value(fact.kind, parts)));
        }
        let expected: Vec<FactLift> =
            declared.iter().zip(parts).filter_map(|(fact, parts)| nearest(&rules, &facts, fact, parts)).collect();
        prop_assert_eq!(rules.lifts(&facts), expected);
    }
}

/// Good from 8 of `a` on, or beyond if `needed` says so; completed otherwise.
fn by_a(better: Better, good: Condition) -> RuleSetContent {
    let rules = vec![rule("good", good), rule("completed", Condition::All(Vec::new()))];
    content(vec![declare("a", FactKind::Number, better)], rules)
}

#[test]
fn a_threshold_is_reached_or_has_to_be_passed() {
    let lifts = |better, good, now| checked(by_a(better, good)).lifts(&facts([("a", whole(now))]));
    let (higher, lower) = (Better::Higher, Better::Lower);
    assert_eq!(lifts(higher, at_least("a", 8), 5), [lift("a", 8, false, "good")]);
    assert_eq!(lifts(higher, more_than("a", 8), 5), [lift("a", 8, true, "good")]);
    assert_eq!(lifts(higher, more_than("a", 8), 8), [lift("a", 8, true, "good")], "on the threshold");
    assert_eq!(lifts(lower, test("a", Comparison::AtMost, 2), 5), [lift("a", 2, false, "good")]);
    assert_eq!(lifts(lower, test("a", Comparison::LessThan, 2), 2), [lift("a", 2, true, "good")]);
    // already there, out of reach, the wrong way, and no way
    assert_eq!(lifts(higher, at_least("a", 8), 8), []);
    assert_eq!(lifts(higher, more_than("a", HIGH), 5), []);
    assert_eq!(lifts(lower, at_least("a", 8), 5), []);
    assert_eq!(lifts(Better::Neither, at_least("a", 8), 5), []);
}

#[test]
fn of_several_thresholds_the_nearest_that_suffices_is_named() {
    let both = |a, b| Condition::All(vec![at_least("a", a), at_least("b", b)]);
    let rules =
        vec![rule("excellent", both(9, 9)), rule("good", both(7, 5)), rule("completed", Condition::All(Vec::new()))];
    let declared = ["a", "b"].map(|fact| declare(fact, FactKind::Number, Better::Higher));
    let rules = checked(content(declared.into(), rules));
    let lifts = |a, b| rules.lifts(&facts([("a", whole(a)), ("b", whole(b))]));
    assert_eq!(lifts(3, 6), [lift("a", 7, false, "good")]);
    assert_eq!(lifts(9, 6), [lift("b", 9, false, "excellent")]);
    assert_eq!(lifts(3, 3), [], "neither alone suffices");
    assert_eq!(rules.lifts(&facts([("a", whole(3))])), [], "what is not known cannot be lifted");
}

#[test]
fn of_whole_numbers_the_needed_one_is_whole() {
    // from 6 of 0, 1, 2, …: beyond 8 and below 9 there is none
    let between = Condition::All(vec![more_than("a", 8), test("a", Comparison::LessThan, 9)]);
    let mut content = by_a(Better::Higher, between);
    content.facts[0].step = Some(Amount::ONE);
    assert_eq!(checked(content).lifts(&facts([("a", whole(6))])), []);
}

#[test]
fn where_values_are_rounded_first_the_needed_one_is_rounded_too() {
    // 8 is passed by what is rounded to 9; half a millionth beyond is rounded to 8
    let comparing = Comparing::Rounded(Rounding::half_away::<0>());
    let rules = checked(RuleSetContent { comparing, ..by_a(Better::Higher, more_than("a", 8)) });
    let lifts = rules.lifts(&facts([("a", whole(5))]));
    assert_eq!(lifts.iter().map(|lift| lift.level.as_str()).collect::<Vec<_>>(), ["good"]);
}

#[test]
fn a_fact_is_not_lifted_above_the_fact_that_limits_it() {
    // more cannot be exceeded than is completed
    let mut content = by_a(Better::Higher, at_least("a", 8));
    content.facts[0].at_most = Some(id("b"));
    content.facts.push(declare("b", FactKind::Number, Better::Higher));
    let lifts = |b| checked(content.clone()).lifts(&facts([("a", whole(5)), ("b", whole(b))]));
    assert_eq!(lifts(9), [lift("a", 8, false, "good")]);
    assert_eq!(lifts(6), []);
}

#[test]
fn facts_that_contradict_their_order_get_no_grade_and_no_lift() {
    let mut content = by_a(Better::Higher, at_least("a", 8));
    content.facts[0].at_most = Some(id("b"));
    content.facts.push(declare("b", FactKind::Number, Better::Higher));
    let (rules, facts) = (checked(content), facts([("a", whole(7)), ("b", whole(6))]));
    assert_eq!((level(&rules, &facts), rules.lifts(&facts)), (None, Vec::new()));
}

#[test]
fn an_order_holds_by_way_of_a_fact_that_is_not_known() {
    // a <= b <= c, and c is 6
    let mut content = by_a(Better::Higher, at_least("a", 8));
    content.facts.extend(["b", "c"].map(|fact| declare(fact, FactKind::Number, Better::Higher)));
    (content.facts[0].at_most, content.facts[1].at_most) = (Some(id("b")), Some(id("c")));
    assert_eq!(checked(content).lifts(&facts([("a", whole(5)), ("c", whole(6))])), []);
}

#[test]
fn a_computed_score_is_lifted_as_a_whole() {
    let mut content = by_a(Better::Higher, at_least("score", 8));
    content.facts.push(declare("score", FactKind::Number, Better::Higher));
    content.scoring = Some(Scoring { into: id("score"), score: Score::Fact(id("a")) });
    assert_eq!(checked(content).lifts(&facts([("a", whole(5))])), [lift("score", 8, false, "good")]);
}

#[test]
fn what_only_settles_an_open_grade_does_not_lift_it() {
    // excellent or good, as `b` turns out; from 8 of `a` on completed
    let rules = vec![
        rule("completed", at_least("a", 8)),
        rule("excellent", at_least("b", 5)),
        rule("good", Condition::All(Vec::new())),
    ];
    let declared = ["a", "b"].map(|fact| declare(fact, FactKind::Number, Better::Higher));
    assert_eq!(checked(content(declared.into(), rules)).lifts(&facts([("a", whole(5))])), []);
}
