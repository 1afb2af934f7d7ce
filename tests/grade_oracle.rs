//! Proves that a rule set says of exact facts what a second, naive evaluator says of them, under every policy; and that
//! what it says of open facts holds for every value that they may turn out to have.

mod grade_rules;
#[expect(dead_code, reason = "printing and the other rounding modes are judged in quantity_laws")]
mod oracle;

use std::collections::{BTreeMap, BTreeSet};

use grade_rules::{checked, content, id, name};
use num_rational::BigRational;
use oracle::{fraction, half_away, sample, ten_to, whole};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::grade::{
    AfterFailure, Better, Comparing, Comparison, Condition, Coverage, Fact, FactDeclaration, FactKind, FactValue,
    Facts, MatchPolicy, Outcome, Rule, RuleSet, RuleSetContent, SubjectKind, Test, Truth,
};
use thuocdo::id::Id;
use thuocdo::quantity::bounds::MILLIONTHS;
use thuocdo::quantity::{Amount, Ratio, Rounding};

const NUMBERS: [&str; 3] = ["share", "score", "count"];
const FLAGS: [&str; 2] = ["disciplined", "audited"];
const LEVELS: [&str; 4] = ["excellent", "good", "completed", "not-completed"];
/// In millionths; on the grids of no decimals, of two and of six.
const THRESHOLDS: [i128; 6] = [33_333_333, 50_000_000, 70_000_000, 79_990_000, 80_000_000, 90_000_000];
const COMPARISONS: [Comparison; 5] =
    [Comparison::AtLeast, Comparison::MoreThan, Comparison::AtMost, Comparison::LessThan, Comparison::Exactly];

const POLICIES: [MatchPolicy; 2] = [MatchPolicy::First, MatchPolicy::One];
const FAILURES: [AfterFailure; 2] = [AfterFailure::NextLower, AfterFailure::NoLevel];

fn amount(millionths: i128) -> Amount {
    Amount::from_millionths(millionths).expect("it is below the end")
}

fn declaration(of: &str) -> FactDeclaration {
    let kind = match of {
        "share" => FactKind::Share,
        "score" | "count" => FactKind::Number,
        _ => FactKind::Flag,
    };
    let (low, high) = (Amount::ZERO, Amount::HUNDRED);
    FactDeclaration { id: id(of), name: name(of), kind, better: Better::Higher, low, high, step: None, at_most: None }
}

fn rule_set(forced: Vec<Rule>, rules: Vec<Rule>, policy: MatchPolicy, after_failure: AfterFailure) -> RuleSetContent {
    let facts = NUMBERS.iter().chain(&FLAGS).map(|fact| declaration(fact)).collect();
    RuleSetContent { forced, policy, after_failure, ..content(facts, rules) }
}

fn test(fact: &str, comparison: Comparison, threshold: i128) -> Condition {
    Condition::Compare(Test { fact: id(fact), comparison, threshold: amount(threshold) })
}

fn conditions() -> impl Strategy<Value = Condition> {
    let compare = (select(&NUMBERS), select(&COMPARISONS), select(&THRESHOLDS))
        .prop_map(|(fact, comparison, threshold)| test(fact, comparison, threshold));
    let leaf = prop_oneof![4 => compare, 1 => select(&FLAGS).prop_map(|flag| Condition::Holds(id(flag)))];
    leaf.prop_recursive(3, 10, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::All),
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.clone().prop_map(|part| Condition::Not(Box::new(part))),
            (1..=3_u32, vec(inner, 3)).prop_map(|(count, of)| Condition::AtLeastOf { count, of }),
        ]
    })
}

/// A value in the unit of the thresholds, in thirds of a millionth: anywhere, or at, just below or just above a threshold.
fn values() -> impl Strategy<Value = i128> {
    let beside = (select(&THRESHOLDS), select(&[0, 0, -3, 3, -1, 1, -15_000, 15_000, -1_500_000][..]));
    prop_oneof![1 => -30_000_000..=330_000_000_i128, 9 => beside.prop_map(|(threshold, beside)| threshold * 3 + beside)]
}

fn raw(fact: &str, value: i128) -> Ratio {
    let whole = if fact == "share" { 300 * MILLIONTHS } else { 3 * MILLIONTHS };
    Ratio::from_millionths(value, whole).expect("the terms are below the end")
}

fn number(fact: &'static str, may_be_open: bool) -> BoxedStrategy<Option<FactValue>> {
    let exactly = values().prop_map(move |value| Some(FactValue::Exactly(raw(fact, value))));
    let between = (values(), values())
        .prop_map(move |(one, other)| Some(FactValue::Between(raw(fact, one.min(other)), raw(fact, one.max(other)))));
    if may_be_open {
        prop_oneof![3 => exactly, 2 => between, 1 => Just(Some(FactValue::Unknown(None))), 1 => Just(None)].boxed()
    } else {
        exactly.boxed()
    }
}

fn facts(may_be_open: bool) -> impl Strategy<Value = Facts> {
    let flag = prop_oneof![
        4 => any::<bool>().prop_map(|flag| Some(FactValue::Flag(flag))),
        u32::from(may_be_open) => Just(None),
    ];
    let numbers = (number("share", may_be_open), number("score", may_be_open), number("count", false));
    (numbers, flag, any::<bool>()).prop_map(|((share, score, count), disciplined, audited)| {
        let values = [share, score, count, disciplined, Some(FactValue::Flag(audited))];
        let mut facts = Facts::new();
        for (fact, value) in NUMBERS.iter().chain(&FLAGS).zip(values).filter_map(|(fact, value)| Some((fact, value?))) {
            facts.insert(id(fact), Fact::given(value));
        }
        facts
    })
}

fn rule_sets() -> impl Strategy<Value = RuleSet> {
    // most often those under which one rule leads to the next
    let policy = prop_oneof![1 => select(&POLICIES), 1 => Just(MatchPolicy::First)];
    let after_failure = prop_oneof![1 => select(&FAILURES), 1 => Just(AfterFailure::NextLower)];
    let rounded = [Rounding::half_away::<0>(), Rounding::half_away::<2>()].map(Comparing::Rounded);
    let comparing = prop_oneof![1 => Just(Comparing::Exact), 1 => select(rounded.to_vec())];
    let draft = || (select(&LEVELS), option::weighted(0.8, conditions()), conditions());
    let coverage = select(&[Coverage::Complete, Coverage::Partial][..]);
    let rest = (policy, after_failure, comparing, coverage);
    (vec(draft(), 0..=1), vec(draft(), 0..=4), rest).prop_map(|(forced, rules, rest)| {
        let (policy, after_failure, comparing, coverage) = rest;
        let rule =
            |((level, band, requires), name)| Rule { id: id(name), level: id(level), band, requires, citation: None };
        let forced = forced.into_iter().zip(["forced"]).map(rule).collect();
        let rules = rules.into_iter().zip(["first", "second", "third", "fourth"]).map(rule).collect();
        let content = rule_set(forced, rules, policy, after_failure);
        checked(RuleSetContent { comparing, coverage, ..content })
    })
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Number(BigRational),
    Flag(bool),
}

/// One value for every declared fact.
type Completion = BTreeMap<Id, Known>;

fn compared(value: &BigRational, comparing: Comparing) -> BigRational {
    match comparing {
        Comparing::Exact => value.clone(),
        Comparing::Rounded(rounding) => {
            let grid = ten_to(rounding.decimals().into());
            whole(half_away(&(value * &grid))) / grid
        }
    }
}

fn holds(condition: &Condition, facts: &Completion, comparing: Comparing) -> bool {
    let count = |of: &[Condition]| of.iter().filter(|part| holds(part, facts, comparing)).count();
    match condition {
        Condition::Compare(test) => {
            let Known::Number(value) = &facts[&test.fact] else { panic!("`{}` is no number", test.fact) };
            let (value, threshold) = (compared(value, comparing), fraction(test.threshold.millionths(), MILLIONTHS));
            match test.comparison {
                Comparison::AtLeast => value >= threshold,
                Comparison::MoreThan => value > threshold,
                Comparison::AtMost => value <= threshold,
                Comparison::LessThan => value < threshold,
                Comparison::Exactly => value == threshold,
            }
        }
        Condition::Holds(flag) => facts[flag] == Known::Flag(true),
        Condition::All(of) => count(of) == of.len(),
        Condition::Any(of) => count(of) > 0,
        Condition::Not(part) => !holds(part, facts, comparing),
        Condition::AtLeastOf { count: needed, of } => u32::try_from(count(of)).expect("few") >= *needed,
    }
}

fn answer(rules: &RuleSetContent, facts: &Completion) -> Outcome {
    let domain = whole(0)..=whole(100);
    let is_outside = |id: &Id| matches!(&facts[id], Known::Number(number) if !domain.contains(number));
    if let Some(fact) = rules.facts.iter().find(|fact| is_outside(&fact.id)) {
        return Outcome::OutsideDomain(fact.id.clone());
    }
    let holds = |condition: &Condition| holds(condition, facts, rules.comparing);
    let in_band = |rule: &&Rule| rule.band.as_ref().is_none_or(holds);
    let grade = |rule: &Rule| Outcome::Grade { level: rule.level.clone(), rule: rule.id.clone() };
    if let Some(rule) = rules.forced.iter().find(|rule| in_band(rule) && holds(&rule.requires)) {
        return grade(rule);
    }
    // by their places, the lowest last
    let place = |rule: &Rule| LEVELS.iter().position(|level| rule.level == id(level));
    let mut failed: Vec<&Rule> = Vec::new();
    let mut matching = Vec::new();
    let (is_first, comes_down) = (rules.policy == MatchPolicy::First, rules.after_failure == AfterFailure::NextLower);
    for rule in &rules.rules {
        let comes_down = is_first && comes_down && failed.iter().any(|above| place(above) < place(rule));
        match (in_band(&rule) || comes_down, holds(&rule.requires)) {
            (true, true) => matching.push(rule),
            (true, false) if rule.band.as_ref().is_some_and(holds) => failed.push(rule),
            _ => {}
        }
        let is_last_word = rules.after_failure == AfterFailure::NoLevel && !failed.is_empty();
        if is_first && (!matching.is_empty() || is_last_word) {
            break;
        }
    }
    match matching.as_slice() {
        [] if rules.coverage == Coverage::Partial => Outcome::BandsUnknown,
        [] => Outcome::NoRuleMatched,
        [rule] => grade(rule),
        rules => Outcome::SeveralRulesMatched(rules.iter().map(|rule| rule.id.clone()).collect()),
    }
}

/// The values that a fact may have: of a range its ends, every place where a comparison can turn, and the middles.
fn possible(fact: &FactDeclaration, value: Option<&FactValue>, comparing: Comparing) -> Vec<Known> {
    let number = |ratio: Ratio| {
        let factor = if fact.kind == FactKind::Share { 100 } else { 1 };
        fraction(ratio.numerator(), ratio.denominator()) * whole(factor)
    };
    let (low, high) = match (fact.kind, value) {
        (FactKind::Flag, Some(FactValue::Flag(flag))) => return vec![Known::Flag(*flag)],
        (FactKind::Flag, _) => return vec![Known::Flag(false), Known::Flag(true)],
        (_, Some(FactValue::Exactly(value))) => return vec![Known::Number(number(*value))],
        (_, Some(FactValue::Between(low, high))) => (number(*low), number(*high)),
        _ => (whole(0), whole(100)),
    };
    let half = match comparing {
        Comparing::Exact => whole(0),
        Comparing::Rounded(rounding) => fraction(1, 2) / ten_to(rounding.decimals().into()),
    };
    let turns = THRESHOLDS.into_iter().map(|threshold| fraction(threshold, MILLIONTHS));
    let turns = turns.flat_map(|turn| [&turn - &half, turn.clone(), turn + &half]);
    let mut values: Vec<BigRational> = turns.filter(|turn| low < *turn && *turn < high).collect();
    values.extend([low, high]);
    values.sort();
    values.dedup();
    let middles = values.windows(2).map(|pair| (&pair[0] + &pair[1]) / whole(2)).collect::<Vec<_>>();
    values.into_iter().chain(middles).map(Known::Number).collect()
}

fn completions(rules: &RuleSetContent, facts: &Facts) -> Vec<Completion> {
    let mut all = vec![Completion::new()];
    for fact in &rules.facts {
        let values = possible(fact, facts.get(&fact.id).map(|fact| &fact.value), rules.comparing);
        let pairs = all.iter().flat_map(|before| values.iter().map(move |value| (before.clone(), value.clone())));
        all = pairs.map(|(before, value)| before.into_iter().chain([(fact.id.clone(), value)]).collect()).collect();
    }
    all
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(1024))]

    #[test]
    fn exact_facts_get_the_outcome_that_the_naive_evaluator_gives(rules in rule_sets(), facts in facts(false)) {
        let completions = completions(rules.content(), &facts);
        prop_assert_eq!(completions.len(), 1);
        let outcome = rules.assess(SubjectKind::Unit, &facts).outcome().clone();
        prop_assert_eq!(outcome, answer(rules.content(), &completions[0]));
    }

    #[test]
    fn a_single_test_is_left_open_exactly_if_the_values_of_its_fact_disagree(
        fact in select(&NUMBERS[..2]), comparison in select(&COMPARISONS), threshold in select(&THRESHOLDS),
        facts in facts(true),
    ) {
        let (declared, condition) = (declaration(fact), test(fact, comparison, threshold));
        let values = possible(&declared, facts.get(&declared.id).map(|fact| &fact.value), Comparing::Exact);
        let known = values.into_iter().map(|value| Completion::from([(declared.id.clone(), value)]));
        let answers: Vec<bool> = known.map(|known| holds(&condition, &known, Comparing::Exact)).collect();
        let truth = match (answers.contains(&true), answers.contains(&false)) {
            (true, false) => Truth::Met,
            (false, true) => Truth::NotMet,
            _ => Truth::Open,
        };
        prop_assert_eq!(condition.check(&[declared], &facts, Comparing::Exact).truth, truth);
    }

    #[test]
    fn knowing_the_facts_that_leave_a_grade_open_settles_it(rules in rule_sets(), facts in facts(true)) {
        if let Outcome::LeftOpen { because, .. } = rules.assess(SubjectKind::Unit, &facts).outcome() {
            prop_assert!(!because.is_empty());
            let mut known = facts.clone();
            for fact in because {
                let value = match (facts.get(fact).map(|fact| &fact.value), FLAGS.contains(&fact.as_str())) {
                    (Some(FactValue::Exactly(_) | FactValue::Flag(_)), _) => panic!("{fact} is known"),
                    (_, true) => FactValue::Flag(false),
                    (Some(FactValue::Between(low, _)), _) => FactValue::Exactly(*low),
                    _ => FactValue::Exactly(Ratio::ZERO),
                };
                known.insert(fact.clone(), Fact::given(value));
            }
            let outcome = rules.assess(SubjectKind::Unit, &known).outcome().clone();
            prop_assert!(!matches!(outcome, Outcome::LeftOpen { .. }), "{:?} after {:?}", outcome, because);
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_is_said_of_open_facts_holds_whatever_they_turn_out_to_be(rules in rule_sets(), facts in facts(true)) {
        let all = completions(rules.content(), &facts);
        let answers: Vec<Outcome> = all.iter().map(|completion| answer(rules.content(), completion)).collect();
        let levels: BTreeSet<&Id> = answers.iter().filter_map(Outcome::level).collect();
        let is_any = |is_so: fn(&Outcome) -> bool| answers.iter().any(is_so);
        // the oracle does not try all rounded values, and levels of several rules may be counted as possible
        let is_precise = rules.content().comparing == Comparing::Exact
            && !is_any(|answer| matches!(answer, Outcome::SeveralRulesMatched(_)));
        match rules.assess(SubjectKind::Unit, &facts).outcome() {
            // which of several rules of one level it is may stay open
            Outcome::Grade { level, .. } => prop_assert!(answers.iter().all(|answer| answer.level() == Some(level))),
            Outcome::LeftOpen { possible, .. } => {
                let possible: BTreeSet<&Id> = possible.iter().collect();
                prop_assert!(possible.is_superset(&levels));
                prop_assert!(!is_any(|answer| matches!(answer, Outcome::OutsideDomain(_))));
                let is_settled = answers.iter().all(|answer| *answer == answers[0]);
                prop_assert!(!is_precise || (possible == levels && !is_settled), "{:?}", possible);
            }
            // one end outside is enough
            outside @ Outcome::OutsideDomain(_) => prop_assert!(answers.contains(outside)),
            outcome => prop_assert!(answers.iter().all(|answer| answer == outcome), "{:?}", outcome),
        }
    }
}

#[test]
fn every_threshold_is_strict_or_not_to_the_last_digit() {
    // below, at, above: by a millionth of a percent and by a third of it
    let expected =
        [[false, true, true], [false, false, true], [true, true, false], [true, false, false], [false, true, false]];
    for (fact, threshold) in NUMBERS.iter().flat_map(|fact| THRESHOLDS.map(|threshold| (fact, threshold))) {
        for (comparison, truths) in COMPARISONS.into_iter().zip(expected) {
            for (beside, holds) in [-3, -1, 0, 1, 3].into_iter().zip([0, 0, 1, 2, 2].map(|side| truths[side])) {
                let mut facts = Facts::new();
                facts.insert(id(fact), Fact::given(FactValue::Exactly(raw(fact, threshold * 3 + beside))));
                let checked = test(fact, comparison, threshold).check(&[declaration(fact)], &facts, Comparing::Exact);
                assert_eq!(checked.truth == Truth::Met, holds, "{fact} {comparison:?} {threshold} by {beside}");
                assert_ne!(checked.truth, Truth::Open);
            }
        }
    }
}

#[test]
fn the_generators_reach_every_outcome_and_policy() {
    let mut reached = BTreeMap::new();
    for (rules, facts) in sample(&(rule_sets(), facts(true)), 1500) {
        let content = rules.content();
        let outcome = match rules.assess(SubjectKind::Unit, &facts).outcome() {
            Outcome::Grade { rule, .. } if rule.as_str() == "forced" => "forced",
            Outcome::Grade { .. } => "grade",
            Outcome::NoRuleMatched => "none",
            Outcome::SeveralRulesMatched(_) => "several",
            Outcome::LeftOpen { .. } => "open",
            Outcome::OutsideDomain(_) => "outside",
            Outcome::OutOfOrder { .. } => "out of order",
            Outcome::BandsUnknown => "bands unknown",
            Outcome::WrongSubject => "wrong subject",
        };
        *reached.entry((content.policy, content.after_failure, outcome)).or_insert(0_usize) += 1;
        assert_eq!(rules.assess(SubjectKind::Task, &facts).outcome(), &Outcome::WrongSubject);
    }
    for policy in POLICIES {
        for after_failure in FAILURES {
            for outcome in ["forced", "grade", "none", "several", "open", "outside", "bands unknown"] {
                let is_impossible = policy == MatchPolicy::First && outcome == "several";
                let count = reached.get(&(policy, after_failure, outcome)).copied().unwrap_or(0);
                assert_eq!(count > 0, !is_impossible, "{policy:?}, {after_failure:?}, {outcome}: {count}");
            }
        }
    }
}
