//! Rule sets by id, facts as they are written in the tables, and answers in a few words.

use thuocdo::builtin;
use thuocdo::grade::{Assessment, Fact, FactDeclaration, FactKind, FactValue, Facts, Outcome, RuleSet};
use thuocdo::id::Id;
use thuocdo::quantity::{Amount, Ratio};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn amount(number: &str) -> Amount {
    number.parse().unwrap()
}

pub(crate) fn rules(id: &str) -> RuleSet {
    builtin::rule_set(id).unwrap()
}

pub(crate) fn every_rule_set() -> impl Iterator<Item = RuleSet> {
    builtin::ids().map(rules)
}

/// The declaration of a fact.
#[track_caller]
pub(crate) fn declared<'r>(rules: &'r RuleSet, fact: &Id) -> &'r FactDeclaration {
    let found = rules.content().facts.iter().find(|declared| declared.id == *fact);
    found.unwrap_or_else(|| panic!("{} does not declare {fact}", rules.content().id))
}

/// A value in the unit of the thresholds, as the fact itself has it.
pub(crate) fn value(kind: FactKind, value: impl Into<Ratio>) -> FactValue {
    FactValue::Exactly(match kind {
        FactKind::Share => value.into().checked_mul(Ratio::PERCENT).unwrap(),
        FactKind::Number | FactKind::Flag => value.into(),
    })
}

/// Facts as a table writes them: `targets-completed=85.7 quality=9/11 disciplined=no`; shares are in percent, fractions are
/// as they are.
#[track_caller]
pub(crate) fn facts(rules: &RuleSet, written: &str) -> Facts {
    let mut facts = Facts::new();
    for (name, written) in written.split_whitespace().map(|pair| pair.split_once('=').unwrap()) {
        let kind = declared(rules, &id(name)).kind;
        let value = match (written, written.split_once('/')) {
            ("yes" | "no", _) => FactValue::Flag(written == "yes"),
            (_, Some((part, whole))) => FactValue::Exactly(Ratio::of(amount(part), amount(whole)).unwrap()),
            (number, None) => value(kind, amount(number)),
        };
        assert_eq!(facts.insert(id(name), Fact::given(value)), None, "{name} stands twice");
    }
    facts
}

/// What a rule set answers to facts, for the kind of subject it is for.
#[track_caller]
pub(crate) fn answer(rules: &RuleSet, written: &str) -> String {
    said(&rules.assess(rules.content().subject, &facts(rules, written)))
}

/// An outcome in a few words: the id of a level, `none`, `several: …`, `open: …`, `outside: …`.
pub(crate) fn said(assessment: &Assessment<'_>) -> String {
    let list = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
    match assessment.outcome() {
        Outcome::Grade { level, .. } => level.to_string(),
        Outcome::NoRuleMatched => "none".into(),
        Outcome::SeveralRulesMatched(rules) => format!("several: {}", list(rules)),
        Outcome::LeftOpen { possible, because } => format!("open: {} for want of {}", list(possible), list(because)),
        Outcome::OutsideDomain(fact) => format!("outside: {fact}"),
        Outcome::OutOfOrder { fact, above } => format!("out of order: {fact}, {above}"),
        Outcome::BandsUnknown => "bands unknown".into(),
        Outcome::WrongSubject => "wrong subject".into(),
    }
}

/// Holds every row of a table against a rule set; the row is named by its clause where it fails.
#[track_caller]
pub(crate) fn assert_table(rule_set: &str, always: &str, rows: &[(&str, &str, &str)]) {
    let rules = rules(rule_set);
    for (clause, written, expected) in rows {
        assert_eq!(answer(&rules, &format!("{always} {written}")), *expected, "{rule_set}, {clause}: {written}");
    }
}
