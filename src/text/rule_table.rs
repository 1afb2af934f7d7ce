//! A rule set as a table that an office can hold against the decision it comes from.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use super::GradeLanguage;
use crate::grade::{Condition, Rule, RuleSet};

/// A row for every condition of every rule: level, condition with its threshold, where it stands, how well that is known.
pub(super) fn rows<L: GradeLanguage + ?Sized>(language: &L, rules: &RuleSet) -> Vec<[String; 4]> {
    let content = rules.content();
    let mut rows = Vec::new();
    for rule in content.rules.iter().chain(&content.forced) {
        for (index, condition) in conditions(rule).into_iter().enumerate() {
            let level = if index == 0 { language.level(rules, &rule.level).to_string() } else { String::new() };
            let citation = rule.citation.as_ref().filter(|_| index == 0);
            let place = citation.map_or_else(String::new, |citation| language.citation(citation));
            let status = citation.map_or("", |citation| language.text_status(citation.status));
            rows.push([level, language.condition(rules, condition), place, status.to_string()]);
        }
    }
    rows
}

/// The conditions of a rule one by one, where all of them must hold.
fn conditions(rule: &Rule) -> Vec<&Condition> {
    let mut conditions: Vec<&Condition> = rule.band.iter().collect();
    match &rule.requires {
        Condition::All(all) if !all.is_empty() => conditions.extend(all),
        // a requirement of nothing adds no row, unless there would be none
        Condition::All(_) if !conditions.is_empty() => {}
        other => conditions.push(other),
    }
    conditions
}
