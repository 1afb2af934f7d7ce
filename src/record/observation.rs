use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Source;
use crate::id::{Id, Text};
use crate::period::Period;
use crate::plan::PartRef;
use crate::quantity::Figure;

/// Observation (số thực hiện, số liệu): one value of an indicator, for a period, as of a day.
///
/// A year not reported has no observation (or one that is [`Observed::NotStated`], where a relation leads to it), a year
/// with nothing done has one of 0, and where the indicator does not apply that is what the observation says: three
/// different things.
#[doc(alias = "số thực hiện")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Its id within the report.
    pub id: Id,
    /// The indicator.
    pub indicator: Id,
    /// The part of the indicator; empty for the whole.
    pub at: Vec<PartRef>,
    /// The period it belongs to; an earlier one for comparison.
    pub period: Period,
    /// The day as of which it is said (ngày chốt số liệu).
    pub as_of: NaiveDate,
    /// How much of the period it covers.
    pub extent: Extent,
    /// How firm it is.
    pub stage: Stage,
    /// What was observed.
    pub value: Observed,
    /// Where it stands and who gave it.
    pub source: Source,
}

/// What was observed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observed {
    /// A figure.
    Figure(Figure),
    /// The report refers to it and does not state it, as the base of "tăng 1,2% so với năm 2020".
    NotStated,
    /// It is done, on the day if that is said.
    Done(Option<NaiveDate>),
    /// It is not done.
    NotDone,
    /// A person judged a qualitative target.
    Judged(Judgement),
    /// The indicator does not apply in this period, and why if that is said.
    NotApplicable(Option<Text>),
}

/// A person's judgement of a qualitative target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// Reached, in the judgement of the one named.
    Met {
        /// Who judged.
        by: Text,
    },
    /// Not reached, in the judgement of the one named.
    NotMet {
        /// Who judged.
        by: Text,
    },
}

/// How much of the period a value covers. It says nothing of how firm the value is, see [`Stage`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Extent {
    /// Thực hiện đến ngày chốt số liệu.
    ToCutoff,
    /// Ước thực hiện cả kỳ.
    FullPeriod,
    /// Dự báo: an outlook beyond what the unit answers for.
    Projection,
}

/// How firm a value is: ước tính, sơ bộ, chính thức (statistics law, article 48). Later stages supersede earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Ước tính.
    Estimate,
    /// Sơ bộ.
    Preliminary,
    /// Chính thức.
    Official,
}
