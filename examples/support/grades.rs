//! Grades of a report: each task by the library's own conditions, the department by analogy with a decree, each on the three
//! bases, with the self-grades beside them.

use thuocdo::builtin;
use thuocdo::grade::{Basis, Facts, Outcome, RuleSet, SubjectKind, compare};
use thuocdo::id::Id;
use thuocdo::record::{Author, StatedGrade, Subject};
use thuocdo::report::Report;
use thuocdo::text::GradeLanguage;

use super::layout::Page;
use super::words::Words;

/// Prints the section.
pub(crate) fn print(
    page: &mut Page,
    language: &dyn GradeLanguage,
    words: &Words,
    report: &Report,
) -> Result<(), builtin::UnknownRuleSet> {
    page.heading(words.grades);
    let own = builtin::rule_set("library-key-task")?;
    for (index, task) in report.content().plan.tasks.iter().enumerate() {
        page.item(index + 1, task.name.as_str());
        task_grades(page, language, words, report, &own, &task.id);
    }
    summary(page, language, words, report);

    let decree = builtin::rule_set("vn-nd90-2020-unit")?;
    page.heading(words.by_analogy);
    let by_basis = decree.assess_report_by_analogy(report);
    for basis in Basis::ALL {
        let assessment = by_basis.at(basis);
        page.subject(&format!("{}:", language.basis(basis)));
        page.field("", &language.outcome(assessment));
        let note = language.basis_note(basis, assessment);
        if !note.is_empty() {
            page.field("", &note);
        }
        for (id, fact) in &assessment.explanation().cited {
            if let Some(declared) = decree.fact(id) {
                let value = language.fact_value(declared.kind, Some(&fact.value));
                page.field("", &format!("{}: {value}", language.fact(&decree, id)));
            }
            for name in &fact.lacking {
                page.field(words.lacking, name.as_str());
            }
            for name in &fact.left_out {
                page.field(words.left_out, name.as_str());
            }
        }
        for lift in decree.target_lifts(report, basis) {
            page.field(words.lift, &language.target_lift(report, &decree, &lift));
        }
    }
    Ok(())
}

fn task_grades(
    page: &mut Page,
    language: &dyn GradeLanguage,
    words: &Words,
    report: &Report,
    own: &RuleSet,
    task: &Id,
) {
    for basis in Basis::ALL {
        let assessment = own.assess(SubjectKind::Task, &Facts::of_task(report, task, basis));
        let answer = match assessment.outcome() {
            Outcome::Grade { level, .. } => format!("“{}”", language.level(own, level)),
            // the set leaves this one open on purpose, as long as something is not due
            Outcome::NoRuleMatched => words.pending.to_string(),
            _ => language.outcome(&assessment),
        };
        page.field(words.conditions, &format!("{}: {answer}", language.basis(basis)));
    }
    for given in self_grades(report).filter(|grade| matches!(&grade.subject, Subject::Task(id) if id == task)) {
        let assessment = own.assess(SubjectKind::Task, &Facts::of_task(report, task, Basis::AtCutoff));
        let comparison = compare(given, &assessment);
        page.field(language.author(given.author), &language.comparison(&given.level, &comparison, &assessment));
    }
}

/// How many tasks were given which level by the unit itself.
fn summary(page: &mut Page, language: &dyn GradeLanguage, words: &Words, report: &Report) {
    let tasks = report.content().plan.tasks.len();
    let mut levels: Vec<&str> = self_grades(report).map(|grade| grade.level.as_str()).collect();
    levels.sort_unstable();
    levels.dedup();
    page.line("");
    for level in levels {
        let count = self_grades(report).filter(|grade| grade.level.as_str() == level).count();
        page.note(language.author(Author::SelfAssessed), &format!("{count:02}/{tasks:02} {} “{level}”", words.tasks));
    }
}

fn self_grades(report: &Report) -> impl Iterator<Item = &StatedGrade> {
    report.content().grades.iter().filter(|grade| grade.author == Author::SelfAssessed)
}
