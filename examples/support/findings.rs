//! The findings of a report: what to correct and what to make clear; notes are only counted.

use std::error::Error;

use thuocdo::builtin;
use thuocdo::check::{Finding, FindingDetail, ReportCheck};
use thuocdo::report::Report;
use thuocdo::text::CheckLanguage;

use super::layout::Page;
use super::words::Words;

/// Prints the section.
pub(crate) fn print(
    page: &mut Page,
    language: &dyn CheckLanguage,
    words: &Words,
    report: &Report,
) -> Result<(), Box<dyn Error>> {
    page.heading(words.findings);
    let check = ReportCheck::of(report)?;
    let decree = builtin::rule_set("vn-nd90-2020-unit")?;
    let (asked, notes): (Vec<_>, Vec<_>) = check.findings().partition(Finding::asks);
    for finding in &asked {
        let sentence = language.finding(finding, check.table());
        page.subject(&format!("[{}] {sentence}", language.finding_class(finding.class())));
        // what a single correction would do to the grades
        if let FindingDetail::Diagnosed(diagnosis) = &finding.detail
            && let [correction] = diagnosis.corrections.as_slice()
        {
            let consequence = correction.consequence(report, |report| decree.assess_report_by_analogy(report))?;
            page.field(words.grade_changes, &language.grade_consequence(&consequence, &decree));
        }
    }
    page.line("");
    page.line(&format!("   {}", words.notes.replace("{count}", &notes.len().to_string())));
    Ok(())
}
