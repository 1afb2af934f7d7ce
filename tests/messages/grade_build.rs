//! A small rule set in the manner of Decree 90/2020, built from what a test wants of it.

use thuocdo::grade::{
    AfterFailure, Better, Comparing, Comparison, Condition, Coverage, Fact, FactDeclaration, FactKind, FactValue,
    Facts, GradeScale, MatchPolicy, Rule, RuleSet, RuleSetContent, RuleSource, SubjectKind, Test,
};
use thuocdo::id::{Bilingual, Citation, TextStatus};
use thuocdo::quantity::{Amount, Ratio};

use crate::build::{amount, day, document, id, text};

/// A set of these rules, from a decree that grades managers.
pub(crate) fn content(rules: Vec<Rule>) -> RuleSetContent {
    RuleSetContent {
        id: id("nđ-90"),
        name: Bilingual { vietnamese: text("Nghị định 90/2020"), english: text("Decree 90/2020") },
        jurisdiction: text("VN"),
        subject: SubjectKind::Manager,
        source: RuleSource::Document(document("90/2020/NĐ-CP", Some(day(2020, 8, 13)))),
        in_force_from: day(2020, 8, 20),
        in_force_to: None,
        corrections: Vec::new(),
        remarks: Vec::new(),
        comparing: Comparing::Exact,
        scale: GradeScale::four_levels(),
        facts: vec![
            declaration("completed", ("tỷ lệ chỉ tiêu hoàn thành", "share of targets completed"), FactKind::Share),
            FactDeclaration {
                at_most: Some(id("completed")),
                ..declaration("exceeded", ("tỷ lệ chỉ tiêu vượt mức", "share of targets exceeded"), FactKind::Share)
            },
            declaration("score", ("tổng điểm", "total score"), FactKind::Number),
            FactDeclaration {
                better: Better::Lower,
                ..declaration("disciplined", ("bị kỷ luật", "disciplined"), FactKind::Flag)
            },
        ],
        scoring: None,
        forced: Vec::new(),
        rules,
        coverage: Coverage::Complete,
        policy: MatchPolicy::First,
        after_failure: AfterFailure::NoLevel,
        caps: Vec::new(),
    }
}

pub(crate) fn set(rules: Vec<Rule>) -> RuleSet {
    RuleSet::new(content(rules)).unwrap()
}

fn declaration(name: &str, (vietnamese, english): (&str, &str), kind: FactKind) -> FactDeclaration {
    FactDeclaration {
        id: id(name),
        name: Bilingual { vietnamese: text(vietnamese), english: text(english) },
        kind,
        better: Better::Higher,
        low: Amount::ZERO,
        high: Amount::HUNDRED,
        step: None,
        at_most: None,
    }
}

/// The targets of a unit as the decree has them, with its hole from 50 % to 70 %.
pub(crate) fn decree_90() -> Vec<Rule> {
    vec![
        rule("excellent", 8, Condition::All(vec![compare("completed = 100"), compare("exceeded >= 50")])),
        rule("good", 9, compare("completed = 100")),
        rule("completed", 10, compare("completed > 70")),
        rule("not-completed", 11, compare("completed < 50")),
    ]
}

/// The rule of a level, named after it, in clause 2 of an article.
pub(crate) fn rule(level: &str, article: u32, requires: Condition) -> Rule {
    Rule { id: id(level), level: id(level), band: None, requires, citation: Some(citation(article)) }
}

fn citation(article: u32) -> Citation {
    Citation {
        document: "90/2020/NĐ-CP".parse().unwrap(),
        article: Some(text(&article.to_string())),
        clause: Some(text("2")),
        point: None,
        status: TextStatus::Seen,
    }
}

/// A test as it is written: `completed >= 50`.
pub(crate) fn compare(written: &str) -> Condition {
    let [fact, sign, threshold] = written.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let comparison = match sign {
        ">=" => Comparison::AtLeast,
        ">" => Comparison::MoreThan,
        "<=" => Comparison::AtMost,
        "<" => Comparison::LessThan,
        _ => Comparison::Exactly,
    };
    Condition::Compare(Test { fact: id(fact), comparison, threshold: amount(threshold) })
}

/// Facts as they are written: `completed=6/7 score=89.5 disciplined=no`; shares as fractions.
pub(crate) fn facts(written: &str) -> Facts {
    let mut facts = Facts::new();
    for (name, value) in written.split_whitespace().map(|pair| pair.split_once('=').unwrap()) {
        let value = match (value, value.split_once('/')) {
            ("yes" | "no", _) => FactValue::Flag(value == "yes"),
            (_, Some((part, whole))) => FactValue::Exactly(Ratio::of(amount(part), amount(whole)).unwrap()),
            (number, None) => FactValue::Exactly(amount(number).into()),
        };
        facts.insert(id(name), Fact::given(value));
    }
    facts
}
