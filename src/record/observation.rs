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
///
/// ```
/// # use thuocdo::{NaiveDate, id::Id, period::Period, quantity::{Figure, Reading, Unit}};
/// use thuocdo::record::{Extent, Observation, Observed, Source, Stage};
///
/// let trained = Observation {
///     indicator: Id::new("huan-luyen-atvsld")?,
/// #     id: Id::new("huan-luyen-2021")?, at: vec![],
///     period: Period::year(2021)?,
///     as_of: NaiveDate::from_ymd_opt(2021, 11, 15).unwrap(),
///     extent: Extent::ToCutoff, // thực hiện đến ngày chốt số liệu
///     stage: Stage::Official,
///     value: Observed::Figure(Figure::new(Reading::Exactly("3088".parse()?), Unit::PERSON)?),
///     source: Source::default(),
/// };
/// assert!(trained.period.contains(trained.as_of));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// use thuocdo::quantity::{Figure, Reading, Unit};
/// use thuocdo::record::Observed;
///
/// // tỷ lệ lao động qua đào tạo đạt 57,2%, tăng 1,2% so với năm 2020
/// let trained_2021 = Observed::Figure(Figure::new(Reading::Exactly("57.2".parse()?), Unit::PERCENT)?);
/// let trained_2020 = Observed::NotStated;
/// let none = Observed::Figure(Figure::new(Reading::Exactly("0".parse()?), Unit::PERCENT)?);
/// assert!(trained_2020 != none && trained_2020 != trained_2021);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
