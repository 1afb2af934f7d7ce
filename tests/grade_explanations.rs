//! Proves that an explanation is one: its cited facts alone give the outcome and none of them can be spared, an open
//! outcome names what leaves it open, rounding matters only where it crosses a threshold, and a grade that somebody gave
//! is set beside the computed one with the conditions that separate them.

mod grade_rules;

use grade_rules::{checked, content, id, name};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::grade::{
    AfterFailure, Better, Checked, Comparing, Comparison, Condition, Fact, FactDeclaration, FactKind, FactValue, Facts,
    MatchPolicy, Outcome, Rule, RuleSet, RuleSetContent, RuleSource, Score, Scoring, Standing, SubjectKind, Test,
    Truth, compare,
};
use thuocdo::id::{Citation, DocumentCode, DocumentRef, Id, Text, TextStatus};
use thuocdo::quantity::{Amount, Ratio, RoundMode, Rounding};
use thuocdo::record::{Author, Source, StatedGrade, Subject};

const LEVELS: [&str; 4] = ["excellent", "good", "completed", "not-completed"];
const THRESHOLDS: [i32; 4] = [50, 70, 80, 90];

fn text(text: &str) -> Text {
    Text::new(text).expect("a text")
}

fn declare(fact: &str) -> FactDeclaration {
    let kind = if fact == "disciplined" { FactKind::Flag } else { FactKind::Number };
    let (low, high, better) = (Amount::ZERO, Amount::HUNDRED, Better::Neither);
    FactDeclaration { id: id(fact), name: name(fact), kind, better, low, high, step: None, at_most: None }
}

/// A set of the library's own.
fn library(rules: Vec<Rule>) -> RuleSetContent {
    content(["completed", "disciplined", "exceeded", "score"].map(declare).into(), rules)
}

/// The same as a set of a document.
fn decreed(rules: Vec<Rule>) -> RuleSetContent {
    let source = RuleSource::Document(DocumentRef { code: decree(), date: None, subject: None });
    RuleSetContent { source, ..library(rules) }
}

fn decree() -> DocumentCode {
    "90/2020/NĐ-CP".parse().expect("a document code")
}

fn rule(level: &str, band: Option<Condition>, requires: Condition) -> Rule {
    let status = TextStatus::SecondHand;
    let citation = Citation { document: decree(), article: None, clause: None, point: None, status };
    Rule { id: id(level), level: id(level), band, requires, citation: Some(citation) }
}

fn test(fact: &str, comparison: Comparison, threshold: i32) -> Condition {
    Condition::Compare(Test { fact: id(fact), comparison, threshold: threshold.into() })
}

fn at_least(fact: &str, threshold: i32) -> Condition {
    test(fact, Comparison::AtLeast, threshold)
}

fn holds(flag: &str) -> Condition {
    Condition::Holds(id(flag))
}

fn always() -> Condition {
    Condition::All(Vec::new())
}

fn number(value: i32) -> FactValue {
    FactValue::Exactly(Amount::from(value).into())
}

fn between(low: i32, high: i32) -> FactValue {
    FactValue::Between(Amount::from(low).into(), Amount::from(high).into())
}

fn facts<const COUNT: usize>(values: [(&str, FactValue); COUNT]) -> Facts {
    collected(&values.map(|(fact, value)| (id(fact), Fact::given(value))))
}

fn collected(facts: &[(Id, Fact)]) -> Facts {
    let mut all = Facts::new();
    for (fact, value) in facts {
        all.insert(fact.clone(), value.clone());
    }
    all
}

fn scored(score: FactValue) -> Facts {
    facts([("score", score), ("disciplined", FactValue::Flag(false))])
}

fn outcome(rules: &RuleSet, facts: &Facts) -> Outcome {
    rules.assess(SubjectKind::Unit, facts).outcome().clone()
}

fn grade(level: &str) -> Outcome {
    Outcome::Grade { level: id(level), rule: id(level) }
}

fn conditions() -> impl Strategy<Value = Condition> {
    let comparison = select(&[Comparison::AtLeast, Comparison::MoreThan, Comparison::LessThan][..]);
    let compare = (select(&["completed", "exceeded", "score"][..]), comparison, select(&THRESHOLDS))
        .prop_map(|(fact, comparison, threshold)| test(fact, comparison, threshold));
    let leaf = prop_oneof![4 => compare, 1 => Just(holds("disciplined"))];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Condition::All),
            vec(inner.clone(), 1..4).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn rule_sets() -> impl Strategy<Value = RuleSet> {
    let policy = select(&[MatchPolicy::First, MatchPolicy::One][..]);
    (policy, vec(conditions(), 0..=1), any::<bool>(), vec((conditions(), conditions()), 0..=4)).prop_map(
        |(policy, forced, has_bands, drafts)| {
            let forced =
                forced.into_iter().map(|requires| Rule { id: id("forced"), ..rule("not-completed", None, requires) });
            let rules = drafts.into_iter().zip(LEVELS);
            let rules = rules.map(|((band, requires), level)| rule(level, has_bands.then_some(band), requires));
            checked(RuleSetContent { policy, forced: forced.collect(), ..library(rules.collect()) })
        },
    )
}

/// A value in percent: on, or a little beside, a threshold.
fn values() -> impl Strategy<Value = Ratio> {
    (select(&THRESHOLDS), -4_000_000..=4_000_000_i128).prop_map(|(threshold, beside)| {
        Ratio::from_millionths(i128::from(threshold) * 3_000_000 + beside, 3_000_000).expect("a ratio")
    })
}

fn known_facts() -> impl Strategy<Value = Vec<(Id, Fact)>> {
    let value = || {
        let exactly = values().prop_map(FactValue::Exactly);
        let between = (values(), values()).prop_map(|(one, other)| FactValue::Between(one.min(other), one.max(other)));
        prop_oneof![6 => exactly, 2 => between, 1 => Just(FactValue::Unknown(None))]
    };
    (any::<bool>(), [value(), value(), value(), value()]).prop_map(|(disciplined, values)| {
        let numbers = ["completed", "exceeded", "score", "unread"].map(id).into_iter().zip(values);
        let facts = numbers.chain([(id("disciplined"), FactValue::Flag(disciplined))]);
        facts.map(|(fact, value)| (fact, Fact::given(value))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_cited_facts_alone_give_the_outcome_and_none_of_them_can_be_spared(
        rules in rule_sets(), facts in known_facts(),
    ) {
        let assessment = rules.assess(SubjectKind::Unit, &collected(&facts));
        let explanation = assessment.explanation();
        let cited = collected(&explanation.cited);
        prop_assert_eq!(&outcome(&rules, &cited), &explanation.outcome);
        for (fact, value) in &explanation.cited {
            prop_assert!(facts.contains(&(fact.clone(), value.clone())));
            prop_assert_ne!(&outcome(&rules, &cited.without(fact)), &explanation.outcome, "without {}", fact);
        }
    }

    #[test]
    fn the_order_of_facts_does_not_matter_and_the_answer_is_always_the_same(
        rules in rule_sets(), facts in known_facts(),
    ) {
        let backwards: Vec<_> = facts.iter().rev().cloned().collect();
        let assessment = rules.assess(SubjectKind::Unit, &collected(&facts));
        prop_assert_eq!(&assessment, &rules.assess(SubjectKind::Unit, &collected(&facts)));
        prop_assert_eq!(&assessment, &rules.assess(SubjectKind::Unit, &collected(&backwards)));
    }

    #[test]
    fn a_set_for_others_is_refused_and_by_analogy_says_the_same_and_is_flagged(
        rules in rule_sets(), facts in known_facts(),
        other in select(&[SubjectKind::Person, SubjectKind::Manager, SubjectKind::Collective, SubjectKind::Task][..]),
    ) {
        let facts = collected(&facts);
        let (proper, analogy) = (rules.assess(SubjectKind::Unit, &facts), rules.assess_by_analogy(&facts));
        prop_assert_eq!(proper.explanation(), analogy.explanation());
        prop_assert_eq!((proper.is_analogy(), analogy.is_analogy()), (false, true));
        let refused = rules.assess(other, &facts);
        prop_assert_eq!(refused.outcome(), &Outcome::WrongSubject);
        prop_assert!(refused.explanation().rules.is_empty() && refused.explanation().cited.is_empty());
    }

    #[test]
    fn rounding_matters_only_where_it_crosses_a_threshold(
        rules in rule_sets(), facts in known_facts(), mode in select(&RoundMode::ALL), decimals in 0..=2_u8,
    ) {
        let rounding = Rounding::new(mode, decimals).expect("few decimals");
        let rounded = checked(RuleSetContent { comparing: Comparing::Rounded(rounding), ..rules.content().clone() });
        let crosses = |value: Ratio| {
            let rounded = Ratio::from(value.round(rounding).to_amount().expect("it is small"));
            let mut thresholds = THRESHOLDS.iter().map(|threshold| Ratio::from(Amount::from(*threshold)));
            thresholds.any(|threshold| value.cmp(&threshold) != rounded.cmp(&threshold))
        };
        let is_crossed = facts.iter().any(|(_, Fact { value, .. })| match value {
            FactValue::Exactly(value) => crosses(*value),
            FactValue::Between(low, high) => crosses(*low) || crosses(*high),
            _ => false,
        });
        let facts = collected(&facts);
        prop_assert!(is_crossed || outcome(&rules, &facts) == outcome(&rounded, &facts));
    }
}

#[test]
fn a_share_of_79_996_percent_is_80_only_where_the_rules_say_to_round() {
    let almost = facts([("completed", FactValue::Exactly(Ratio::of(79_996, 100_000).expect("a share")))]);
    let graded = |comparing| {
        let rules = vec![rule("good", None, at_least("completed", 80)), rule("completed", None, always())];
        let mut content = RuleSetContent { comparing, ..decreed(rules) };
        content.facts[0].kind = FactKind::Share;
        outcome(&checked(content), &almost)
    };
    assert_eq!(graded(Comparing::Exact), grade("completed"));
    assert_eq!(graded(Comparing::Rounded(Rounding::half_away::<2>())), grade("good"));
    assert_eq!(graded(Comparing::Rounded(Rounding::half_away::<0>())), grade("good"));
}

#[test]
fn a_score_that_the_caller_gives_is_cited_and_not_exchanged_for_its_inputs() {
    // by its input the score would be 95, and the second condition reads the input too
    let either = Condition::Any(vec![holds("disciplined"), at_least("score", 90)]);
    let content = decreed(vec![rule("good", None, Condition::All(vec![either, at_least("exceeded", 90)]))]);
    let scoring = Some(Scoring { into: id("score"), score: Score::Fact(id("exceeded")) });
    let rules = checked(RuleSetContent { scoring, ..content });
    let facts = facts([("exceeded", number(95)), ("score", number(40)), ("disciplined", FactValue::Flag(true))]);
    let assessment = rules.assess(SubjectKind::Unit, &facts);
    assert_eq!(assessment.outcome(), &grade("good"));
    // without the discipline it is 40 points that count
    assert_eq!(collected(&assessment.explanation().cited), facts);
}

#[test]
fn a_score_that_the_caller_gives_is_not_cited_where_discipline_alone_decides() {
    let forced = vec![rule("not-completed", None, holds("disciplined"))];
    let scoring = Some(Scoring { into: id("score"), score: Score::Fact(id("exceeded")) });
    let content = decreed(vec![rule("good", None, at_least("score", 70))]);
    let rules = checked(RuleSetContent { forced, scoring, ..content });
    let facts = facts([("score", number(40)), ("disciplined", FactValue::Flag(true))]);
    let cited = rules.assess(SubjectKind::Unit, &facts).explanation().cited.clone();
    assert_eq!(cited, [(id("disciplined"), Fact::given(FactValue::Flag(true)))]);
}

#[test]
fn what_leaves_a_grade_open_is_named_also_where_there_are_too_many_cases_to_try() {
    // only the band of excellent is open; that good is asked without its band hangs on it
    let flags: Vec<String> = (0..13).map(|number| format!("flag {number}")).collect();
    let unread = Condition::All(flags.iter().map(|flag| holds(flag)).chain([holds("disciplined")]).collect());
    let mut content = decreed(vec![
        rule("excellent", Some(at_least("score", 90)), unread),
        rule("good", Some(test("score", Comparison::LessThan, 50)), always()),
    ]);
    content.facts.extend(flags.iter().map(|flag| FactDeclaration { kind: FactKind::Flag, ..declare(flag) }));
    let open = outcome(&checked(content), &scored(between(60, 95)));
    assert_eq!(open, Outcome::LeftOpen { possible: vec![id("good")], because: vec![id("score")] });
}

#[test]
fn where_no_level_follows_a_failure_a_band_that_holds_decides_and_one_that_is_open_leaves_it_open() {
    let rules = vec![
        rule("excellent", Some(at_least("score", 90)), holds("disciplined")),
        rule("good", Some(at_least("score", 70)), always()),
    ];
    let rules = checked(RuleSetContent { after_failure: AfterFailure::NoLevel, ..decreed(rules) });
    assert_eq!(outcome(&rules, &scored(number(95))), Outcome::NoRuleMatched);
    assert_eq!(outcome(&rules, &scored(number(85))), grade("good"));
    let open = Outcome::LeftOpen { possible: vec![id("good")], because: vec![id("score")] };
    assert_eq!(outcome(&rules, &scored(between(85, 95))), open);
}

#[test]
fn where_no_level_follows_a_failure_that_is_open_another_rule_of_the_level_does_not_settle_it() {
    let rules = vec![
        rule("good", Some(at_least("score", 70)), holds("disciplined")),
        Rule { id: id("otherwise"), ..rule("good", None, always()) },
    ];
    let rules = checked(RuleSetContent { after_failure: AfterFailure::NoLevel, ..decreed(rules) });
    assert_eq!(outcome(&rules, &facts([("score", number(80))])).level(), None, "not if undisciplined");
}

#[test]
fn another_rule_of_the_same_level_is_not_the_next_lower_level() {
    let by_points = rule("excellent", Some(at_least("score", 95)), always());
    let rules = vec![
        Rule { id: id("by merit"), ..rule("excellent", Some(at_least("score", 90)), holds("disciplined")) },
        Rule { id: id("by points"), ..by_points },
        rule("good", Some(at_least("score", 70)), always()),
    ];
    assert_eq!(outcome(&checked(decreed(rules)), &scored(number(92))), grade("good"));
}

/// Excellent by two conditions, good by an alternative and what is not so, completed by one.
fn mixed() -> Vec<Rule> {
    let either = Condition::Any(vec![at_least("completed", 80), at_least("score", 80)]);
    let undisciplined = Condition::Not(Box::new(holds("disciplined")));
    vec![
        rule("excellent", None, Condition::All(vec![at_least("completed", 100), at_least("exceeded", 30)])),
        rule("good", Some(undisciplined), either),
        rule("completed", None, at_least("completed", 50)),
    ]
}

fn standing(rules: &RuleSet, facts: &Facts, level: &str) -> Standing {
    let (subject, level) = (Subject::Organisation(id("department")), text(level));
    let (author, source) = (Author::SelfAssessed, Source::default());
    let stated = StatedGrade { subject, author, level, reason: None, source };
    compare(&stated, &rules.assess(SubjectKind::Unit, facts)).standing
}

fn conditions_of(checked: &[Checked]) -> Vec<Condition> {
    checked.iter().map(|checked| checked.condition.clone()).collect()
}

#[test]
fn a_grade_that_somebody_gave_is_equal_higher_with_its_reasons_lower_or_not_comparable() {
    let rules = checked(decreed(mixed()));
    let values = [("completed", number(100)), ("exceeded", number(29)), ("disciplined", FactValue::Flag(false))];
    let facts = facts(values);
    assert_eq!(standing(&rules, &facts, "Hoàn thành tốt nhiệm vụ"), Standing::Equal);
    assert_eq!(standing(&rules, &facts, "htnv"), Standing::Lower);
    assert_eq!(standing(&rules, &facts, "tasks not completed"), Standing::Lower);
    let Standing::Higher(failing) = standing(&rules, &facts, "HTXSNV") else { panic!("it is higher") };
    assert_eq!(conditions_of(&failing), [at_least("exceeded", 30)]);
    assert_eq!((failing[0].truth, &failing[0].measured), (Truth::NotMet, &Some(number(29))));

    assert_eq!(standing(&rules, &facts, "Khá"), Standing::NotComparable, "the scale has no such level");
    for open in [Facts::new(), facts.without(&id("exceeded"))] {
        assert_eq!(standing(&rules, &open, "HTTNV"), Standing::NotComparable);
    }
}

#[test]
fn a_grade_above_a_forced_one_is_higher_for_a_reason() {
    let forced = decreed(vec![rule("not-completed", None, holds("disciplined"))]).rules;
    let rules = checked(RuleSetContent { forced, ..decreed(vec![rule("good", None, at_least("completed", 80))]) });
    let facts = facts([("completed", number(85)), ("disciplined", FactValue::Flag(true))]);
    let Standing::Higher(failing) = standing(&rules, &facts, "HTTNV") else { panic!("it is higher") };
    assert!(!failing.is_empty(), "higher, and no condition says why");
}

#[test]
fn a_set_of_the_library_lists_conditions_and_calls_no_grade_too_high() {
    let rules = checked(library(mixed()));
    let facts = facts(["completed", "exceeded", "score"].map(|fact| (fact, number(60))));
    let Standing::Conditions { met, unmet } = standing(&rules, &facts, "HTXSNV") else { panic!("it has conditions") };
    assert_eq!(conditions_of(&met), [at_least("exceeded", 30)]);
    assert_eq!(conditions_of(&unmet), [at_least("completed", 100)]);
    assert_eq!(standing(&rules, &facts, "HTNV"), Standing::Equal);
}

#[test]
fn a_set_of_the_library_calls_no_grade_too_high_that_it_has_no_rule_for() {
    let rules = checked(library(vec![rule("completed", None, always())]));
    assert!(!matches!(standing(&rules, &Facts::new(), "HTXSNV"), Standing::Higher(_)));
}

#[test]
fn a_condition_that_holds_by_an_alternative_or_by_what_is_not_so_is_listed_as_met() {
    let rules = checked(library(mixed()));
    let values = [("completed", number(100)), ("exceeded", number(40)), ("disciplined", FactValue::Flag(false))];
    let standing = standing(&rules, &facts(values), "HTTNV");
    assert!(matches!(standing, Standing::Conditions { unmet, .. } if unmet.is_empty()), "both conditions hold");
}
