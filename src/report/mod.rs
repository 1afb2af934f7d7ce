//! A report (báo cáo): the plan and the record of one organisation and period, checked as a whole.
//!
//! [`ReportContent`] is what a caller or a file gives; [`Report::new`] is the one door to a [`Report`], in which every id
//! is unique, every reference leads somewhere and every unit fits. Whether the figures agree with each other is not
//! asked here: a report may well contradict itself.

mod checks;
mod content;
mod count;
mod diff;
mod error;
mod relation_checks;

pub(crate) use checks::check_unique;
pub use content::{FigureRef, Report, ReportContent, ReportState};
pub use diff::{FigureChange, ReportDiff};
pub use error::{ReportError, ReportProblem};
pub(crate) use relation_checks::check_relation;
