//! Proves that the proof of a rule set is one: on small domains, whole or continuous, it finds exactly the gaps, overlaps,
//! unreachable rules and reversals that assessing every case one by one finds.
//!
//! Published decision tables: `tests/data/bands.json`, 13 cases with their sources; categories are numbered, rules with
//! priorities are sorted by them, and ages without an end go to 120. Two more cannot be expressed, for they take a number
//! from all rules that match and a rule set gives a level: `tck-0114-3` (the smallest), `tck-0116-2` (how many).

mod grade_rules;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use grade_rules::{checked, id, name};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value as Json;
use thuocdo::grade::{
    AfterFailure, Better, Comparing, Comparison, Condition, Fact, FactDeclaration, FactKind, FactValue, Facts, Flaw,
    MatchPolicy, Outcome, ProofLimit, Rule, RuleSet, RuleSetContent, SubjectKind, Test, Truth, Values, Witness,
};
use thuocdo::id::Id;
use thuocdo::quantity::{Amount, End, Ratio, RoundMode, Rounding};

const LEVELS: [&str; 4] = ["excellent", "good", "completed", "not-completed"];

fn amount(text: &str) -> Amount {
    text.parse().expect("a decimal")
}

fn number(fact: &str, (low, high): (&str, &str), step: Option<&str>) -> FactDeclaration {
    let (kind, better, step) = (FactKind::Number, Better::Higher, step.map(amount));
    let (low, high) = (amount(low), amount(high));
    FactDeclaration { id: id(fact), name: name(fact), kind, better, low, high, step, at_most: None }
}

fn flag(fact: &str) -> FactDeclaration {
    FactDeclaration { kind: FactKind::Flag, ..number(fact, ("0", "1"), Some("1")) }
}

/// Where a requirement fails, no level follows.
fn content(facts: Vec<FactDeclaration>, rules: Vec<Rule>) -> RuleSetContent {
    RuleSetContent { after_failure: AfterFailure::NoLevel, ..grade_rules::content(facts, rules) }
}

fn rule(level: &str, requires: Condition) -> Rule {
    Rule { id: id(level), level: id(level), band: None, requires, citation: None }
}

fn test(fact: &str, comparison: Comparison, threshold: &str) -> Condition {
    Condition::Compare(Test { fact: id(fact), comparison, threshold: amount(threshold) })
}

/// One value for every fact; of a flag 0 or 1.
type Place = BTreeMap<Id, Amount>;

/// Every place that the orders of the facts allow, so many hundredths after every whole number, with what is said there.
fn places(rules: &RuleSet, hundredths: &[i128]) -> BTreeMap<Place, Outcome> {
    let facts = &rules.content().facts;
    let mut all = vec![Place::new()];
    for fact in facts {
        let wholes = fact.low.millionths() / 1_000_000..=fact.high.millionths() / 1_000_000;
        let values = wholes.flat_map(|whole| hundredths.iter().map(move |part| whole * 1_000_000 + part * 10_000));
        let values = values.map(|millionths| Amount::from_millionths(millionths).expect("small"));
        let is_value = |value: &Amount| *value <= fact.high && (fact.kind != FactKind::Flag || value.is_whole());
        let values: Vec<Amount> = values.filter(is_value).collect();
        let pairs = all.iter().flat_map(|place| values.iter().map(move |value| (place.clone(), *value)));
        all = pairs.map(|(place, value)| place.into_iter().chain([(fact.id.clone(), value)]).collect()).collect();
    }
    all.retain(|place| {
        facts.iter().all(|fact| fact.at_most.as_ref().is_none_or(|above| place[&fact.id] <= place[above]))
    });
    all.into_iter().map(|place| (place.clone(), assess(rules, &place))).collect()
}

fn assess(rules: &RuleSet, place: &Place) -> Outcome {
    rules.assess(SubjectKind::Unit, &facts(rules, place)).outcome().clone()
}

fn facts(rules: &RuleSet, place: &Place) -> Facts {
    let mut facts = Facts::new();
    for fact in &rules.content().facts {
        let value = match fact.kind {
            FactKind::Flag => FactValue::Flag(place[&fact.id] == Amount::ONE),
            _ => FactValue::Exactly(place[&fact.id].into()),
        };
        facts.insert(fact.id.clone(), Fact::given(value));
    }
    facts
}

fn contains(witness: &Witness, place: &Place, comparing: Comparing) -> bool {
    witness.facts.iter().all(|fact| match fact.values {
        Values::Flag(flag) => flag == (place[&fact.fact] == Amount::ONE),
        Values::From { low, high, example } => {
            let is_within = |number: Ratio| {
                let is_on_side = |order: Ordering, end| order.is_lt() || (order.is_eq() && end == End::Closed);
                is_on_side(Ratio::from(low.0).cmp(&number), low.1) && is_on_side(number.cmp(&high.0.into()), high.1)
            };
            assert!(is_within(example), "{example} is no example of {fact:?}");
            is_within(match (comparing, Ratio::from(place[&fact.fact])) {
                (Comparing::Exact, number) => number,
                (Comparing::Rounded(rounding), number) => number.round(rounding).to_amount().expect("small").into(),
            })
        }
    })
}

/// The facts that get better, with the higher level before and the lower one after.
fn reversals(rules: &RuleSet, places: &BTreeMap<Place, Outcome>) -> BTreeSet<[Id; 3]> {
    let rank = |level: &Id| rules.content().scale.levels().iter().position(|other| other.id == *level);
    let mut all = BTreeSet::new();
    for fact in rules.content().facts.iter().filter(|fact| fact.better != Better::Neither) {
        // the levels along every line, from the smallest figure on
        let mut lines: BTreeMap<Place, Vec<&Id>> = BTreeMap::new();
        for (place, outcome) in places {
            let others = place.iter().filter(|(other, _)| **other != fact.id);
            let others = others.map(|(other, value)| (other.clone(), *value)).collect();
            lines.entry(others).or_default().extend(outcome.level());
        }
        for levels in lines.values() {
            let is_reverse = fact.better == Better::Lower;
            let steps = levels.windows(2).map(|pair| if is_reverse { (pair[1], pair[0]) } else { (pair[0], pair[1]) });
            let falls = steps.filter(|(before, after)| rank(after) < rank(before));
            all.extend(falls.map(|(before, after)| [fact.id.clone(), before.clone(), after.clone()]));
        }
    }
    all
}

/// The proof finds what brute force finds, and nothing else.
fn compare(rules: &RuleSet, hundredths: &[i128]) -> Result<(), TestCaseError> {
    let (places, comparing) = (places(rules, hundredths), rules.content().comparing);
    let is_in = |witness: &Witness, place: &Place| contains(witness, place, comparing);
    let is_level = |witness: &Witness, level: &Id| {
        let mut inside = places.iter().filter(|(place, _)| is_in(witness, place)).peekable();
        inside.peek().is_some() && inside.all(|(_, outcome)| outcome.level() == Some(level))
    };
    // a place in a flaw with the rules that overlap there, none for a gap
    let mut flawed: Vec<(&Witness, &[Id])> = Vec::new();
    let (mut unreachable, mut falls) = (BTreeSet::new(), BTreeSet::new());
    let proof = rules.prove().expect("the domains are small");
    for flaw in &proof.flaws {
        match flaw {
            Flaw::Gap { witness } => flawed.push((witness, &[])),
            Flaw::Overlap { witness, rules } => flawed.push((witness, rules)),
            Flaw::Unreachable { rule } => prop_assert!(unreachable.insert(rule)),
            Flaw::NotMonotone { fact, from, higher, to, lower } => {
                prop_assert!(falls.insert([fact.clone(), higher.clone(), lower.clone()]));
                prop_assert!(is_level(from, higher) && is_level(to, lower), "{:?}", flaw);
            }
        }
    }
    prop_assert_eq!(falls, reversals(rules, &places));
    prop_assert!(
        flawed.iter().all(|(witness, _)| places.keys().any(|place| is_in(witness, place))),
        "an empty witness"
    );
    for (place, outcome) in &places {
        let here: BTreeSet<&[Id]> =
            flawed.iter().filter(|(witness, _)| is_in(witness, place)).map(|(_, rules)| *rules).collect();
        let expected: &[&[Id]] = match outcome {
            Outcome::NoRuleMatched => &[&[]],
            Outcome::SeveralRulesMatched(rules) => &[rules],
            _ => &[],
        };
        prop_assert_eq!(here.into_iter().collect::<Vec<_>>(), expected, "at {:?}", place);
    }
    let all = rules.content().forced.iter().chain(&rules.content().rules).map(|rule| &rule.id);
    let is_by = |outcome: &Outcome, rule: &Id| matches!(outcome, Outcome::Grade { rule: by, .. } if by == rule);
    let is_reached = |rule: &Id| places.values().any(|outcome| is_by(outcome, rule));
    prop_assert_eq!(unreachable, all.filter(|rule| !is_reached(rule)).collect::<BTreeSet<_>>());
    Ok(())
}

fn conditions() -> impl Strategy<Value = Condition> {
    let comparisons =
        [Comparison::AtLeast, Comparison::MoreThan, Comparison::AtMost, Comparison::LessThan, Comparison::Exactly];
    let compare = (select(&["x", "y"][..]), select(comparisons.to_vec()), 0..=6_u8)
        .prop_map(|(fact, comparison, threshold)| test(fact, comparison, &threshold.to_string()));
    let leaf = prop_oneof![5 => compare, 1 => Just(Condition::Holds(id("z")))];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Condition::All),
            vec(inner.clone(), 1..3).prop_map(Condition::Any),
            (1..=2_u32, vec(inner.clone(), 2)).prop_map(|(count, of)| Condition::AtLeastOf { count, of }),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

/// Rules over two numbers from 0 to 6, of which one may be limited by the other, and a flag.
fn rule_sets(step: Option<&'static str>) -> impl Strategy<Value = RuleSet> {
    let policies = (
        select(&[MatchPolicy::First, MatchPolicy::One][..]),
        select(&[AfterFailure::NextLower, AfterFailure::NoLevel][..]),
    );
    let better = || select(&[Better::Higher, Better::Lower, Better::Neither][..]);
    let facts = ([better(), better(), better()], any::<bool>()).prop_map(move |(better, is_ordered)| {
        let mut facts = [number("x", ("0", "6"), step), number("y", ("0", "6"), step), flag("z")];
        facts[1].at_most = is_ordered.then(|| id("x"));
        facts.into_iter().zip(better).map(|(fact, better)| FactDeclaration { better, ..fact }).collect()
    });
    let forced = option::weighted(0.3, conditions());
    let rules = (any::<bool>(), vec((conditions(), conditions()), 0..=4));
    (policies, facts, forced, rules).prop_map(|((policy, after_failure), facts, forced, (has_bands, rules))| {
        let rule_of = |((band, requires), level)| Rule { band: has_bands.then_some(band), ..rule(level, requires) };
        let forced = forced.map(|requires| Rule { id: id("forced"), ..rule("not-completed", requires) });
        let content = content(facts, rules.into_iter().zip(LEVELS).map(rule_of).collect());
        checked(RuleSetContent { forced: forced.into_iter().collect(), policy, after_failure, ..content })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_whole_numbers_the_proof_finds_what_visiting_every_one_finds(rules in rule_sets(Some("1"))) {
        compare(&rules, &[0])?;
    }

    #[test]
    fn of_all_numbers_the_proof_finds_what_visiting_thresholds_and_places_between_finds(rules in rule_sets(None)) {
        compare(&rules, &[0, 30, 70])?;
    }

    #[test]
    fn of_rounded_numbers_the_proof_finds_what_visiting_numbers_between_finds(
        rules in rule_sets(None), mode in select(&RoundMode::ALL),
    ) {
        let comparing = Comparing::Rounded(Rounding::new(mode, 0).expect("no decimals"));
        compare(&checked(RuleSetContent { comparing, ..rules.content().clone() }), &[0, 50, 70])?;
    }
}

/// The flaws of two levels told apart by conditions, but for reversals.
fn flaws(facts: Vec<FactDeclaration>, good: Condition, completed: Condition, comparing: Comparing) -> Vec<Flaw> {
    let content = content(facts, vec![rule("good", good), rule("completed", completed)]);
    let mut proof = checked(RuleSetContent { comparing, ..content }).prove().expect("few cases");
    proof.flaws.retain(|flaw| !matches!(flaw, Flaw::NotMonotone { .. }));
    proof.flaws
}

#[test]
fn between_two_thresholds_a_millionth_apart_there_are_ratios() {
    let conditions = (test("x", Comparison::AtLeast, "90"), test("x", Comparison::AtMost, "89.999999"));
    let facts = vec![number("x", ("0", "100"), None)];
    let flaws = flaws(facts, conditions.0, conditions.1, Comparing::Exact);
    assert!(matches!(flaws.as_slice(), [Flaw::Gap { .. }]), "89.9999995 is neither: {flaws:?}");
}

#[test]
fn facts_in_order_are_so_in_every_case_and_example_also_by_way_of_a_fact_that_no_rule_reads() {
    // x <= y <= z; where only x and z are read, x is never above z
    let mut facts = ["x", "y", "z"].map(|fact| number(fact, ("0", "6"), None)).to_vec();
    (facts[0].at_most, facts[1].at_most) = (Some(id("y")), Some(id("z")));
    let (below, above) = (test("x", Comparison::LessThan, "4"), test("z", Comparison::AtLeast, "4"));
    assert_eq!(flaws(facts.clone(), below, above, Comparing::Exact), []);

    let either = Condition::Any(vec![test("x", Comparison::LessThan, "1"), test("y", Comparison::MoreThan, "5")]);
    for flaw in flaws(facts, either.clone(), either, Comparing::Exact) {
        let Flaw::Gap { witness } = flaw else { continue };
        let examples = witness.facts.iter().map(|fact| match fact.values {
            Values::From { example, .. } => example,
            Values::Flag(_) => panic!("there are no flags"),
        });
        assert!(examples.is_sorted(), "x is at most y, not so in {witness:?}");
    }
}

#[test]
fn rounded_values_lie_on_the_grid_of_the_rounding_whatever_the_facts_begin_or_step_with() {
    // 0.25 is rounded to 0.3; 0.5, the smallest value, to 1, and so are all up to 1.4
    for (low, step, rounded, decimals) in [("0", Some("0.25"), "0.3", 1), ("0.5", None, "1", 0)] {
        let comparing = Comparing::Rounded(Rounding::new(RoundMode::HalfAway, decimals).expect("few decimals"));
        let is_rounded = test("x", Comparison::Exactly, rounded);
        let other = Condition::Not(Box::new(is_rounded.clone()));
        assert_eq!(flaws(vec![number("x", (low, "2"), step)], is_rounded, other, comparing), [], "{rounded} is met");
    }
}

#[test]
fn too_many_cases_are_refused_with_their_number() {
    let cases = |count: usize| {
        let flags: Vec<String> = (0..count).map(|index| format!("flag {index}")).collect();
        let all = Condition::All(flags.iter().map(|flag| Condition::Holds(id(flag))).collect());
        let rules = checked(content(flags.iter().map(|fact| flag(fact)).collect(), vec![rule("good", all)]));
        rules.prove().map(|proof| proof.cases)
    };
    assert_eq!(cases(12), Ok(4096));
    assert_eq!(cases(17), Err(ProofLimit { cases: 131_072 }));
}

fn published(key: &str) -> Vec<Json> {
    let all: Vec<Json> = serde_json::from_str(include_str!("data/bands.json")).expect("the figures are JSON");
    assert_eq!(all.len(), 13);
    all.into_iter().filter(|case| case.get(key).is_some()).collect()
}

/// What a cell asks of a fact: anything, a yes or a no, or a number between two ends, each included or not.
fn condition(fact: &str, cell: &Json) -> Condition {
    match cell {
        Json::Bool(true) => Condition::Holds(id(fact)),
        Json::Bool(false) => Condition::Not(Box::new(Condition::Holds(id(fact)))),
        ends => {
            let test = |end: usize, [open, closed]: [Comparison; 2]| {
                Some(test(fact, if ends[end + 1] == true { closed } else { open }, ends[end].as_str()?))
            };
            let from = test(0, [Comparison::MoreThan, Comparison::AtLeast]);
            let to = test(2, [Comparison::LessThan, Comparison::AtMost]);
            Condition::All(from.into_iter().chain(to).collect())
        }
    }
}

/// The rules of a table, with a cell for every column; they are named by their places.
fn table(case: &Json, step: Option<&str>) -> RuleSet {
    let (rows, domain) = (&case["rules"], &case["domain"]);
    let ends = (domain[0].as_str().unwrap_or("0"), domain[1].as_str().unwrap_or("200"));
    let columns: Vec<String> = (1..rows[0].as_array().map_or(0, Vec::len)).map(|column| column.to_string()).collect();
    let is_flag = |column: usize| case["in"][column].is_boolean();
    let declare = |(at, fact): (usize, &String)| if is_flag(at) { flag(fact) } else { number(fact, ends, step) };
    let facts = columns.iter().enumerate().map(declare);
    let rules = rows.as_array().into_iter().flatten().enumerate().map(|(place, row)| {
        let conditions = columns.iter().enumerate().map(|(column, fact)| condition(fact, &row[column + 1]));
        Rule { id: id(&place.to_string()), ..rule("good", Condition::All(conditions.collect())) }
    });
    // where all that match say the same, or the first in order counts, the first that matches does
    let policy = if case["hit_policy"] == "UNIQUE" { MatchPolicy::One } else { MatchPolicy::First };
    checked(RuleSetContent { policy, ..content(facts.collect(), rules.collect()) })
}

#[test]
fn published_tables_answer_as_published() {
    for case in published("in") {
        let rules = table(&case, None);
        let values = case["in"].as_array().into_iter().flatten();
        let values = values.map(|value| value.as_str().map_or_else(|| u8::from(value == true).into(), amount));
        let place = rules.content().facts.iter().map(|fact| fact.id.clone()).zip(values).collect();
        let said = match assess(&rules, &place) {
            Outcome::Grade { rule, .. } => &case["rules"][rule.as_str().parse::<usize>().expect("a place")][0],
            Outcome::NoRuleMatched => &"no_rule_matched".into(),
            Outcome::SeveralRulesMatched(_) => &"error:multiple_rules_match".into(),
            other => panic!("{other:?} of known facts"),
        };
        assert_eq!(said, &case["expected"], "{case}");
    }
}

#[test]
fn published_bands_have_the_gaps_and_overlaps_published_whole_numbers_only_what_is_left_of_them() {
    for (case, step) in published("gaps").into_iter().flat_map(|case| [(case.clone(), None), (case, Some("1"))]) {
        let rules = table(&case, step);
        let flaws = rules.prove().expect("few cases").flaws;
        for place in places(&rules, if step.is_some() { &[0] } else { &[0, 50] }).into_keys() {
            let published = |key: &str| {
                let mut pieces = case[key].as_array().into_iter().flatten().map(|piece| condition("1", piece));
                let facts = facts(&rules, &place);
                pieces.any(|piece| piece.check(&rules.content().facts, &facts, Comparing::Exact).truth == Truth::Met)
            };
            let is_in = |witness: &Witness| contains(witness, &place, Comparing::Exact);
            let is_gap = flaws.iter().any(|flaw| matches!(flaw, Flaw::Gap { witness } if is_in(witness)));
            let is_overlap = flaws.iter().any(|flaw| matches!(flaw, Flaw::Overlap { witness, .. } if is_in(witness)));
            assert_eq!((is_gap, is_overlap), (published("gaps"), published("overlaps")), "{place:?} of {case}");
        }
    }
}
