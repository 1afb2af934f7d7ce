//! Every file reads as the rule set it is named after, is written and read back as the same, and is composed throughout.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use thuocdo::builtin::{self, UnknownRuleSet};
use thuocdo::grade::{Outcome, RuleSet, SubjectKind};
use unicode_normalization::is_nfc;

use crate::build::{every_rule_set, facts, id};

#[test]
fn every_file_is_one_of_the_built_in_sets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/builtin");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<_> = names.filter_map(|name| name.strip_suffix(".json").map(String::from)).collect();
    assert_eq!(builtin::ids().map(String::from).collect::<BTreeSet<_>>(), files);
    assert_eq!(builtin::ids().count(), files.len(), "an id stands twice");
    let registry = builtin::registry();
    assert_eq!(registry.rule_sets().len(), files.len(), "a file does not read");
    for name in builtin::ids() {
        assert_eq!(builtin::rule_set(name).unwrap().content().id.as_str(), name);
        assert_eq!(registry.rule_set(&id(name)), builtin::rule_set(name).ok().as_ref());
    }
}

#[test]
fn an_unknown_set_is_answered_with_the_known_ones() {
    let error = builtin::rule_set("vn-nd90").unwrap_err();
    assert_eq!(error, UnknownRuleSet { id: "vn-nd90".into() });
    let said = error.to_string();
    assert!(said.starts_with("`vn-nd90` is not a built-in rule set, 17 are: `vn-nd90-2020-unit`, "), "{said}");
    assert!(builtin::ids().all(|id| said.contains(&format!("`{id}`"))), "{said}");
}

#[test]
fn what_is_written_is_read_back_as_the_same() {
    for rules in every_rule_set() {
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<RuleSet>(&text).unwrap(), rules);
        assert_eq!(RuleSet::new(rules.content().clone()).unwrap(), rules);
    }
}

/// No text has a mark as a character of its own, which would look the same and compare as another.
#[test]
fn every_text_and_id_is_composed() {
    for rules in every_rule_set() {
        let mut strings = Vec::new();
        collect_strings(&serde_json::to_value(&rules).unwrap(), &mut strings);
        assert!(strings.len() > 20, "{}", rules.content().id);
        for text in strings {
            assert!(is_nfc(&text), "{}: {text}", rules.content().id);
        }
    }
}

fn collect_strings(value: &Value, strings: &mut Vec<String>) {
    match value {
        Value::String(text) => strings.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect_strings(item, strings)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            strings.push(name.clone());
            collect_strings(value, strings);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A set says what it has to say in both languages, and says where each rule stands unless it is the library's own.
#[test]
fn every_set_is_cited_and_remarked_upon() {
    for rules in every_rule_set() {
        let content = rules.content();
        let all = content.forced.iter().chain(&content.rules);
        assert!(all.clone().all(|rule| rule.citation.is_some() != rules.is_own()), "{}", content.id);
        assert_eq!(rules.is_own(), content.id.as_str() == "library-key-task");
        assert!(!content.remarks.is_empty(), "{}: nothing is said of what is not in it", content.id);
    }
}

/// A rule set grades those it is for, and nobody else unless it is asked by analogy.
#[test]
fn a_set_grades_the_kind_of_subject_it_is_for() {
    let kinds =
        [SubjectKind::Person, SubjectKind::Manager, SubjectKind::Unit, SubjectKind::Collective, SubjectKind::Task];
    for rules in every_rule_set() {
        let none = facts(&rules, "");
        for kind in kinds {
            let assessment = rules.assess(kind, &none);
            let is_refused = *assessment.outcome() == Outcome::WrongSubject;
            assert_eq!(is_refused, kind != rules.content().subject, "{}: {kind:?}", rules.content().id);
            assert_eq!(assessment.explanation().rules.is_empty(), is_refused || rules.content().rules.is_empty());
            assert!(!assessment.is_analogy());
        }
        let by_analogy = rules.assess_by_analogy(&none);
        assert!(by_analogy.is_analogy() && *by_analogy.outcome() != Outcome::WrongSubject);
        let itself = rules.assess(rules.content().subject, &none);
        assert_eq!(by_analogy.explanation(), itself.explanation());
    }
}
