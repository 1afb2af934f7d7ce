//! From judged statements and cited documents to findings, one for each mistake.

use alloc::{
    boxed::Box,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::documents::{documents, key_of};
use super::history::history;
use super::trail::{digest, figure_line, relation_line};
use super::{
    Agreement, Check, CheckFigure, CheckTable, Finding, FindingDetail, FindingKey, PossibleParts, Precision, Statement,
    StatementFinding, Trail, Unchecked, possible_parts,
};
use crate::id::Id;
use crate::period::is_on_known_grid;
use crate::quantity::{Amount, Reading, Scale, UnitKind};
use crate::record::Relation;
use crate::report::{Report, ReportError};

/// Something that a check may find, in the order in which it is looked for.
enum Job {
    Block(Vec<usize>),
    Contradiction(Vec<usize>),
    Statement(usize),
}

impl<'t> Check<'t> {
    /// Every finding, in the order of the table; each is worked out when it is asked for, so that the first costs what it
    /// costs. One mistake is one finding, with all the statements it breaks.
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        self.jobs().into_iter().filter_map(|job| self.work(&job))
    }

    /// The same, for a check that is needed for nothing else.
    pub(super) fn into_findings(self) -> impl Iterator<Item = Finding> + use<'t> {
        self.jobs().into_iter().filter_map(move |job| self.work(&job))
    }

    /// The possible shares next to a stated one, where a statement that does not hold, or lacks its parts, gives a share of a
    /// count that no whole number of parts gives (GRIM).
    #[must_use]
    pub fn impossible_share(&self, relation: &Id) -> Option<PossibleParts> {
        impossible_share(self.table(), self.statement(relation)?)
    }

    /// Whether nothing is to be corrected or made clear. A statement that could not be checked is not one that agrees.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        !self.findings().any(|finding| finding.asks())
    }

    fn jobs(&self) -> Vec<Job> {
        let mut jobs: Vec<(usize, Job)> = Vec::new();
        let first = |block: &[usize]| block.first().copied().unwrap_or(0);
        jobs.extend(self.broken_blocks().into_iter().map(|block| (first(&block), Job::Block(block))));
        jobs.extend(self.whole_blocks().into_iter().map(|block| (first(&block), Job::Contradiction(block))));
        jobs.extend((0..self.statements().len()).map(|index| (index, Job::Statement(index))));
        jobs.sort_by_key(|(index, _)| *index);
        jobs.into_iter().map(|(_, job)| job).collect()
    }

    fn work(&self, job: &Job) -> Option<Finding> {
        let detail = match job {
            Job::Block(block) => FindingDetail::Diagnosed(Box::new(self.diagnose(block)?)),
            Job::Contradiction(block) => {
                let diagnosis = self.contradiction(block)?;
                // said of the statement itself
                if let [only] = diagnosis.broken.as_slice()
                    && self.impossible_share(only).is_some()
                {
                    return None;
                }
                FindingDetail::Diagnosed(Box::new(diagnosis))
            }
            Job::Statement(index) => {
                FindingDetail::Statement(Box::new(statement_finding(self.table(), self.statements().get(*index)?)?))
            }
        };
        Some(keyed(self.table(), detail))
    }
}

fn statement_finding(table: &CheckTable, statement: &Statement<'_>) -> Option<StatementFinding> {
    let possible = impossible_share(table, statement);
    let is_finding = match &statement.agreement {
        Agreement::Cut
        | Agreement::Padded
        | Agreement::Nudged
        | Agreement::PointsOrPercent(_)
        | Agreement::NotChecked(_) => true,
        Agreement::Exact | Agreement::ByRounding | Agreement::Off => false,
    };
    is_finding.then(|| StatementFinding {
        relation: statement.relation.id.clone(),
        agreement: statement.agreement.clone(),
        comparison: statement.comparison,
        possible,
    })
}

/// A share of a stated count that does not hold, or whose parts are not stated: the possible shares next to it, if no whole
/// number of parts gives it.
fn impossible_share(table: &CheckTable, statement: &Statement<'_>) -> Option<PossibleParts> {
    match &statement.agreement {
        Agreement::Off | Agreement::NotChecked(Unchecked::NotStated { .. }) => {}
        _ => return None,
    }
    let (parts, whole) = match &statement.relation.relation {
        Relation::Share { parts, whole } => (parts.as_slice(), whole),
        Relation::Completion { actual, target } => (core::slice::from_ref(actual), target),
        _ => return None,
    };
    let is_counted = |id: &Id| {
        let unit = table.figure(id).map(CheckFigure::unit);
        unit.is_some_and(|unit| unit.kind() == UnitKind::Whole && unit.scale() == Scale::One)
    };
    let result = table.figure(&statement.relation.result)?;
    let Reading::Exactly(share) = result.figure()?.reading() else { return None };
    let total: Amount = table.figure(whole)?.figure()?.exact()?.ones();
    let can_tell = parts.iter().chain([whole]).all(is_counted);
    if !can_tell || total == Amount::ZERO || result.precision == Precision::Exact {
        return None;
    }
    let possible = possible_parts(share, Amount::HUNDRED, result.precision, total).ok()?;
    possible.parts.is_none().then_some(possible)
}

/// Ids that a key writes out.
const MOST_NAMES: usize = 8;

/// A finding with its key: what it is about, and a digest of what that says now.
fn keyed(table: &CheckTable, detail: FindingDetail) -> Finding {
    let (relations, figures) = subjects(table, &detail);
    let mut lines: Vec<String> = figures.iter().filter_map(|id| table.figure(id)).map(figure_line).collect();
    lines.extend(relations.iter().filter_map(|id| table.relation(id)).map(relation_line));
    let mut names: Vec<String> =
        if relations.is_empty() { &figures } else { &relations }.iter().map(Id::to_string).collect();
    match &detail {
        FindingDetail::Document(found) => {
            let (codes, mentions) = key_of(found);
            names.extend(codes);
            lines.extend(mentions);
        }
        FindingDetail::CutOffOffGrid(cut_off) => names.push(cut_off.to_string()),
        FindingDetail::AfterCutOff { as_of, cut_off, .. } => lines.push(format!("{as_of} after {cut_off}")),
        FindingDetail::OutsidePeriod { period, .. } => lines.push(period.to_string()),
        FindingDetail::RunningTotalFalls { earlier, later } => {
            let days = [earlier, later].map(|id| table.figure(id).and_then(|figure| figure.as_of));
            lines.push(format!("{days:?}"));
        }
        FindingDetail::Incomplete(Some(own)) => {
            names.push(own.code.to_string());
            lines.push(format!("{:?}", own.date));
        }
        FindingDetail::Incomplete(None) => names.push("-".to_string()),
        _ => {}
    }
    for list in [&mut lines, &mut names] {
        list.sort_unstable();
        list.dedup();
    }
    // a long list is named by its first, the digest knows them all
    let name = match names.first() {
        Some(first) if names.len() > MOST_NAMES => format!("{first}+{}", names.len().saturating_sub(1)),
        _ => names.join("+"),
    };
    lines.extend(names);
    let unkeyed = Finding { key: FindingKey(Box::from("")), detail };
    let code = unkeyed.code().row().name;
    let short: String = digest(&lines).chars().take(16).collect();
    let key = format!("{code} {name} {short}");
    Finding { key: FindingKey(key.into_boxed_str()), ..unkeyed }
}

/// The statements and the figures that a finding is about.
fn subjects(table: &CheckTable, detail: &FindingDetail) -> (Vec<Id>, Vec<Id>) {
    let figures_of = |relations: &[Id]| -> Vec<Id> {
        let ids = relations.iter().filter_map(|id| table.relation(id)).flat_map(|stated| {
            let operands = stated.relation.operands().into_iter().map(|(_, id)| id.clone());
            operands.chain([stated.result.clone()]).collect::<Vec<_>>()
        });
        let mut ids: Vec<Id> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    match detail {
        FindingDetail::Diagnosed(diagnosis) => (diagnosis.broken.clone(), figures_of(&diagnosis.broken)),
        FindingDetail::Statement(found) => {
            let relations = Vec::from([found.relation.clone()]);
            let figures = figures_of(&relations);
            (relations, figures)
        }
        FindingDetail::RunningTotalFalls { earlier, later } => {
            (Vec::new(), Vec::from([earlier.clone(), later.clone()]))
        }
        FindingDetail::AfterCutOff { figure, .. } | FindingDetail::OutsidePeriod { figure, .. } => {
            (Vec::new(), Vec::from([figure.clone()]))
        }
        FindingDetail::Document(_) | FindingDetail::Incomplete(_) | FindingDetail::CutOffOffGrid(_) => {
            (Vec::new(), Vec::new())
        }
    }
}

/// A report with its check table: everything that can be found in it (đối chiếu một báo cáo).
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::check::{FindingCode, ReportCheck};
/// use thuocdo::report::Report;
///
/// # let json = include_str!("../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let check = ReportCheck::of(&report)?;
/// assert!(!check.is_clean());
/// let first = check.findings().next().unwrap();       // 02 → 03 hộ
/// assert_eq!(first.code(), FindingCode::FiguresDisagree);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportCheck<'r> {
    report: &'r Report,
    table: CheckTable,
}

impl<'r> ReportCheck<'r> {
    /// Of a report.
    ///
    /// # Errors
    /// As [`CheckTable::of`].
    pub fn of(report: &'r Report) -> Result<Self, ReportError> {
        Ok(Self { report, table: CheckTable::of(report)? })
    }

    /// The report.
    #[must_use]
    pub const fn report(&self) -> &'r Report {
        self.report
    }

    /// Its check table.
    #[must_use]
    pub const fn table(&self) -> &CheckTable {
        &self.table
    }

    /// Where the result comes from.
    #[must_use]
    pub fn trail(&self) -> Trail {
        Trail::of(&self.table)
    }

    /// Every finding: first those of the figures, then of the documents, then of days and periods; each is worked out when it
    /// is asked for.
    pub fn findings(&self) -> impl Iterator<Item = Finding> {
        let of_figures = core::iter::once_with(|| self.table.check().into_findings()).flatten();
        let others = core::iter::once_with(|| self.others()).flatten();
        of_figures.chain(others.map(|detail| keyed(&self.table, detail)))
    }

    /// Whether nothing is to be corrected or made clear.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        !self.findings().any(|finding| finding.asks())
    }

    fn others(&self) -> Vec<FindingDetail> {
        let content = self.report.content();
        let mut found: Vec<FindingDetail> = documents(self.report).into_iter().map(FindingDetail::Document).collect();
        found.extend(history(self.report));
        let own = content.document.as_ref();
        if own.is_none_or(|document| document.date.is_none() || document.code.number().is_none()) {
            found.push(FindingDetail::Incomplete(content.document.clone()));
        }
        if !is_on_known_grid(content.cut_off) {
            found.push(FindingDetail::CutOffOffGrid(content.cut_off));
        }
        found
    }
}
