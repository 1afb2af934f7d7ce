//! A rule set of no special features, for tests to change in what they are about.

use thuocdo::NaiveDate;
use thuocdo::grade::{
    AfterFailure, Comparing, Coverage, FactDeclaration, GradeScale, MatchPolicy, Rule, RuleSet, RuleSetContent,
    RuleSource, SubjectKind,
};
use thuocdo::id::{Bilingual, Id, Text};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(crate) fn name(of: &str) -> Bilingual {
    let text = Text::new(of).expect("a text");
    Bilingual { vietnamese: text.clone(), english: text }
}

/// A set of the library's own for units, that compares exactly; the first match counts, and the next lower level follows.
pub(crate) fn content(facts: Vec<FactDeclaration>, rules: Vec<Rule>) -> RuleSetContent {
    RuleSetContent {
        id: id("tested"),
        name: name("tested"),
        jurisdiction: Text::new("VN").expect("a text"),
        subject: SubjectKind::Unit,
        source: RuleSource::Library,
        in_force_from: NaiveDate::MIN,
        in_force_to: None,
        corrections: Vec::new(),
        remarks: Vec::new(),
        comparing: Comparing::Exact,
        scale: GradeScale::four_levels(),
        facts,
        scoring: None,
        forced: Vec::new(),
        rules,
        coverage: Coverage::Complete,
        policy: MatchPolicy::First,
        after_failure: AfterFailure::NextLower,
        caps: Vec::new(),
    }
}

pub(crate) fn checked(content: RuleSetContent) -> RuleSet {
    RuleSet::new(content).expect("the rules are valid")
}
