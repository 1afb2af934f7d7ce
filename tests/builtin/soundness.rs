//! What the proofs of all built-in sets have in common: where a flaw is shown, it is there.

use thuocdo::grade::{
    Condition, Fact, FactKind, FactValue, Facts, Flaw, Outcome, RuleSet, RuleSetContent, Values, Witness,
};
use thuocdo::quantity::Ratio;

use crate::build::{declared, every_rule_set, rules, value};

fn witnesses(flaw: &Flaw) -> Vec<&Witness> {
    match flaw {
        Flaw::Gap { witness } | Flaw::Overlap { witness, .. } => vec![witness],
        Flaw::NotMonotone { from, to, .. } => vec![from, to],
        Flaw::Unreachable { .. } => Vec::new(),
    }
}

/// More is never exceeded than completed, and an example lies in the span it is one of.
#[test]
fn no_example_contradicts_the_facts() {
    for rules in every_rule_set() {
        for flaw in rules.prove().unwrap().flaws {
            for witness in witnesses(&flaw) {
                let example = |wanted| {
                    let found = witness.facts.iter().find(|fact| fact.fact == wanted)?;
                    match found.values {
                        Values::From { example, .. } => Some(example),
                        Values::Flag(_) => None,
                    }
                };
                for fact in &witness.facts {
                    let declared = declared(&rules, &fact.fact);
                    let Values::From { low, high, example: own } = fact.values else { continue };
                    assert!(Ratio::from(low.0) <= own && own <= high.0.into(), "{}: {fact:?}", rules.content().id);
                    assert!(declared.allows(&value(declared.kind, own)), "{}: {fact:?}", rules.content().id);
                    if let Some(above) = declared.at_most.clone().and_then(example) {
                        assert!(own <= above, "{}: {witness:?}", rules.content().id);
                    }
                }
            }
        }
    }
}

/// The example of a flaw, with the facts that do not matter at whatever value they can have, is answered as the flaw says.
#[test]
fn every_flaw_is_there() {
    for rules in every_rule_set() {
        for flaw in rules.prove().unwrap().flaws {
            let (witness, expected) = match &flaw {
                Flaw::Gap { witness } => (witness, Vec::new()),
                Flaw::Overlap { witness, rules } => (witness, rules.clone()),
                other => panic!("{}: {other:?}", rules.content().id),
            };
            for is_high in [false, true] {
                let facts = example(&rules, witness, is_high);
                let assessment = rules.assess(rules.content().subject, &facts);
                let is_as_said = match assessment.outcome() {
                    Outcome::NoRuleMatched | Outcome::BandsUnknown => expected.is_empty(),
                    Outcome::SeveralRulesMatched(several) => *several == expected,
                    _ => false,
                };
                assert!(is_as_said, "{}: {flaw:?} is {:?}", rules.content().id, assessment.outcome());
            }
        }
    }
}

/// The facts of a witness at their examples, all others at their lowest or highest that these allow.
fn example(rules: &RuleSet, witness: &Witness, is_high: bool) -> Facts {
    let mut facts = Facts::new();
    for shown in &witness.facts {
        let kind = declared(rules, &shown.fact).kind;
        let value = match shown.values {
            Values::Flag(holds) => FactValue::Flag(holds),
            Values::From { example, .. } => value(kind, example),
        };
        facts.insert(shown.fact.clone(), Fact::given(value));
    }
    // those that others are at most come last in no set, so a second round settles what the first left out
    for declared in rules.content().facts.iter().chain(&rules.content().facts) {
        if facts.get(&declared.id).is_some() {
            continue;
        }
        let given = |id| match facts.get(id).map(|fact| &fact.value) {
            Some(FactValue::Exactly(value)) => Some(*value),
            _ => None,
        };
        let ends = [value(declared.kind, declared.low), value(declared.kind, declared.high)];
        let [FactValue::Exactly(low), FactValue::Exactly(high)] = ends else { continue };
        let below = rules.content().facts.iter().filter(|other| other.at_most.as_ref() == Some(&declared.id));
        let low = below.filter_map(|other| given(&other.id)).chain([low]).max().unwrap();
        let high = declared.at_most.iter().filter_map(given).chain([high]).min().unwrap();
        let free = if declared.kind == FactKind::Flag {
            FactValue::Flag(is_high)
        } else {
            FactValue::Exactly(if is_high { high } else { low })
        };
        facts.insert(declared.id.clone(), Fact::given(free));
    }
    facts
}

/// The bands of the two scales of 100 points, taken without any condition, cover every score once.
#[test]
fn score_bands_taken_alone_have_no_flaw() {
    for id in [
        "vn-qd366-2025-collective",
        "vn-qd366-2025-person",
        "vn-qd366-2025-manager",
        "vn-nd335-2025-person",
        "vn-nd335-2025-manager",
    ] {
        let bands = bands_alone(rules(id).into_content());
        let proof = bands.prove().unwrap();
        assert_eq!(proof.flaws, [], "{id}");
        // below 50, and three bands above
        assert_eq!(proof.cases, 4, "{id}");
    }
}

/// The same set with the band of each rule as its only condition.
fn bands_alone(content: RuleSetContent) -> RuleSet {
    let mut content = RuleSetContent { forced: Vec::new(), scoring: None, ..content };
    for rule in &mut content.rules {
        if let Some(band) = rule.band.take() {
            rule.requires = band;
        }
    }
    let is_about_score =
        |condition: &Condition| matches!(condition, Condition::Compare(test) if test.fact.as_str() == "score");
    assert!(content.rules.iter().all(|rule| is_about_score(&rule.requires)), "{}", content.id);
    RuleSet::new(content).unwrap()
}
