use chrono::NaiveDate;

use crate::id::{Id, Place};
use crate::period::{Period, PeriodError};
use crate::quantity::{QuantityError, Unit};

/// Why content is no report: a problem and its place in the document.
///
/// ```text
/// at `observations[3].indicator`: `huan-luyen` is not the id of an indicator of this report
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at `{place}`: {problem}")]
pub struct ReportError {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: ReportProblem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReportProblem {
    /// An id is used twice where each must be its own.
    #[error("`{id}` is already the id of another {what}, give each one of its own")]
    DuplicateId {
        /// The id.
        id: Id,
        /// What it names.
        what: &'static str,
    },
    /// A reference leads nowhere.
    #[error("`{id}` is not the id of {what}")]
    UnknownId {
        /// The id.
        id: Id,
        /// What it should name, with its article.
        what: &'static str,
    },
    /// An indicator is not broken down so.
    #[error("indicator `{indicator}` has no part `{part}` in a breakdown `{breakdown}`")]
    UnknownPart {
        /// The indicator.
        indicator: Id,
        /// The breakdown named.
        breakdown: Id,
        /// The part named.
        part: Id,
    },
    /// A figure stated in terms of itself.
    #[error("`{id}` is stated in terms of itself, name another figure")]
    SelfReference {
        /// The figure.
        id: Id,
    },
    /// A date outside the period it belongs to.
    #[error("the date `{date}` is not in the period from {period}")]
    OutsidePeriod {
        /// The offending date.
        date: NaiveDate,
        /// The period.
        period: Period,
    },
    /// A target on an indicator that has no better side.
    #[error("indicator `{indicator}` is neutral, a target needs one with a direction")]
    NeutralIndicator {
        /// The indicator.
        indicator: Id,
    },
    /// A goal that asks for the worse side of its indicator.
    #[error("the goal `{goal}` asks for the worse side of indicator `{indicator}`, change the goal or the direction")]
    WrongSide {
        /// The goal.
        goal: &'static str,
        /// The indicator.
        indicator: Id,
    },
    /// A step in percentage points from something that is no rate.
    #[error("a step in percentage points needs an indicator in `%`, `{indicator}` is in {}", unit.quoted())]
    PointsNeedPercent {
        /// The indicator.
        indicator: Id,
        /// Its unit.
        unit: Unit,
    },
    /// A relation whose result cannot have the stated unit.
    #[error("a {relation} is not stated in {}, {accepted}", unit.quoted())]
    WrongUnit {
        /// The kind of relation.
        relation: &'static str,
        /// The stated unit.
        unit: Unit,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A count of what a report lists, where there is no report.
    #[error("a count needs the report that lists what is counted, state the number as a figure and use `same`")]
    CountWithoutReport,
    /// A relation with nothing in it.
    #[error("the list is empty, name at least one figure")]
    EmptyList,
    /// A period that does not exist.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// A figure is not legal, or two units differ.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}
