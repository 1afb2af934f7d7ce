//! Reporting periods (kỳ báo cáo): years, halves, quarters, months, nine months and any range, on the calendar grid or on
//! another.
//!
//! A period is a name and two days, both of which belong to it. A name alone does not say which grid it is on, the days do:
//! the month of Decree 09/2019/NĐ-CP runs from the 15th to the 14th. Grids are [`Calendar`]s; [`Period::new`] is on the plain
//! one.

mod calendar;
mod kind;
mod working_days;

use core::fmt;

pub use calendar::Calendar;
pub use kind::PeriodKind;
pub use working_days::WorkingDays;

use chrono::{Datelike, NaiveDate};

/// Period (kỳ báo cáo): a stretch of days with both ends included, and what it is called.
///
/// ```
/// use thuocdo::period::{Period, PeriodName};
///
/// let year = Period::new(PeriodName::Year(2021))?;
/// assert_eq!((year.first().to_string(), year.days()), ("2021-01-01".into(), 365));
/// assert!(Period::new(PeriodName::Quarter { year: 2021, quarter: 5 }).is_err());
/// # Ok::<(), thuocdo::period::PeriodError>(())
/// ```
#[doc(alias = "kỳ báo cáo")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
    name: PeriodName,
}

/// What a period is called.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::period::{Period, PeriodName};
///
/// let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();             // ngày chốt số liệu
/// let last_quarter = Period::new(PeriodName::Quarter { year: 2021, quarter: 4 })?;
/// assert!(last_quarter.contains(cut_off));
/// let nine_months = Period::new(PeriodName::NineMonths(2021))?;             // 9 tháng đầu năm
/// assert_eq!(nine_months.to_string(), "2021-01-01 to 2021-09-30");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodName {
    /// `năm 2021`.
    Year(i32),
    /// `giai đoạn 2021 - 2025`.
    Years {
        /// The first year.
        first: i32,
        /// The last year.
        last: i32,
    },
    /// `6 tháng đầu năm`, `6 tháng cuối năm`.
    Half {
        /// The year.
        year: i32,
        /// 1 or 2.
        half: u8,
    },
    /// `9 tháng đầu năm`.
    NineMonths(i32),
    /// `quý III/2021`.
    Quarter {
        /// The year.
        year: i32,
        /// 1 to 4.
        quarter: u8,
    },
    /// `tháng 3/2021`.
    Month {
        /// The year.
        year: i32,
        /// 1 to 12.
        month: u8,
    },
    /// `từ ngày … đến ngày …`.
    Range {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
}

/// What is wrong with a period.
///
/// ```
/// use thuocdo::period::{Period, PeriodName};
///
/// let refused = Period::new(PeriodName::Month { year: 2021, month: 13 }).unwrap_err();
/// assert_eq!(refused.to_string(), "`13` is not a month of a year, 1 to 12 are accepted");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// A year far from any report.
    #[error("the year `{year}` is out of range, {} to {} are accepted", Period::YEARS.0, Period::YEARS.1)]
    Year {
        /// The offending year.
        year: i32,
    },
    /// A half, quarter or month that does not exist.
    #[error("`{number}` is not a {what} of a year, 1 to {max} are accepted")]
    Part {
        /// `half`, `quarter` or `month`.
        what: &'static str,
        /// The offending number.
        number: u8,
        /// How many of them a year has.
        max: u8,
    },
    /// The last day comes before the first.
    #[error("the period from `{from}` to `{to}` ends before it begins, write the earlier day first")]
    Backwards {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A range that is given other days than it says.
    #[error("the range from `{from}` to `{to}` says its days itself, no others are accepted")]
    OtherDays {
        /// The first day it says.
        from: NaiveDate,
        /// The last day it says.
        to: NaiveDate,
    },
    /// Two periods of a list that do not stand side by side.
    #[error("a period ends on `{last}` and the next begins on `{first}`, it must begin on the day after")]
    Untiled {
        /// The last day of the one.
        last: NaiveDate,
        /// The first day of the other.
        first: NaiveDate,
    },
    /// A name that a list of periods has not.
    #[error("no period of the list has the name of `{name}`, one that is listed is accepted")]
    NotListed {
        /// The period of that name on the calendar grid.
        name: Period,
    },
}

impl Period {
    /// The first and the last accepted year.
    pub const YEARS: (i32, i32) = (1900, 2199);

    /// The period of that name on the calendar grid.
    ///
    /// # Errors
    /// [`PeriodError`] for a year out of range, a part that no year has, or a range that runs backwards.
    pub fn new(name: PeriodName) -> Result<Self, PeriodError> {
        let months = |year: i32, what: &'static str, number: u8, length: u8, max: u8| {
            if number == 0 || number > max {
                return Err(PeriodError::Part { what, number, max });
            }
            let last = number.saturating_mul(length);
            Ok((month(year, last.saturating_sub(length).saturating_add(1))?.0, month(year, last)?.1))
        };
        let (first, last) = match name {
            PeriodName::Year(year) => (month(year, 1)?.0, month(year, 12)?.1),
            PeriodName::Years { first, last } => (month(first, 1)?.0, month(last, 12)?.1),
            PeriodName::Half { year, half } => months(year, "half", half, 6, 2)?,
            PeriodName::NineMonths(year) => (month(year, 1)?.0, month(year, 9)?.1),
            PeriodName::Quarter { year, quarter } => months(year, "quarter", quarter, 3, 4)?,
            PeriodName::Month { year, month } => months(year, "month", month, 1, 12)?,
            PeriodName::Range { from, to } => {
                for date in [from, to] {
                    month(date.year(), 1)?;
                }
                (from, to)
            }
        };
        if last < first {
            return Err(PeriodError::Backwards { from: first, to: last });
        }
        Ok(Self { first, last, name })
    }

    /// The period of that name on days of another grid: year 2021 from 15/12/2020 to 14/12/2021.
    ///
    /// ```
    /// use thuocdo::NaiveDate;
    /// use thuocdo::period::{Calendar, Period, PeriodName};
    ///
    /// let day = |year, day| NaiveDate::from_ymd_opt(year, 12, day).unwrap();
    /// let year = Period::on_days(PeriodName::Year(2021), day(2020, 15), day(2021, 14))?;
    /// assert_eq!(year, Calendar::DECREE_09_2019.period(PeriodName::Year(2021))?);
    /// assert!(!year.is_plain());
    /// # Ok::<(), thuocdo::period::PeriodError>(())
    /// ```
    ///
    /// # Errors
    /// [`PeriodError`] for a name that no period can have, a year out of range, and a last day before the first. A range has
    /// the days it says, and no others.
    pub fn on_days(name: PeriodName, first: NaiveDate, last: NaiveDate) -> Result<Self, PeriodError> {
        let plain = Self::new(name)?;
        let days = Self::new(PeriodName::Range { from: first, to: last })?;
        if matches!(name, PeriodName::Range { .. }) && (plain.first, plain.last) != (first, last) {
            return Err(PeriodError::OtherDays { from: plain.first, to: plain.last });
        }
        Ok(Self { name, ..days })
    }

    /// Whether it is on the calendar grid, so that its name says its days.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        Self::new(self.name).as_ref() == Ok(self)
    }

    /// The calendar year.
    ///
    /// # Errors
    /// [`PeriodError::Year`] if it is out of range.
    pub fn year(year: i32) -> Result<Self, PeriodError> {
        Self::new(PeriodName::Year(year))
    }

    /// The period of the same kind that ends on the day before this one begins (kỳ trước liền kề): the year before, the
    /// quarter before. For nine months it is the nine months of the year before, since no nine months end there. None
    /// before the first accepted year, and none for a period on another grid: its calendar knows ([`Calendar::previous`]).
    ///
    /// ```
    /// use thuocdo::period::{Period, PeriodName};
    ///
    /// let first_quarter = Period::new(PeriodName::Quarter { year: 2021, quarter: 1 })?;
    /// assert_eq!(first_quarter.previous(), Some(Period::new(PeriodName::Quarter { year: 2020, quarter: 4 })?));
    /// assert_eq!(Period::year(1900)?.previous(), None);
    /// # Ok::<(), thuocdo::period::PeriodError>(())
    /// ```
    #[doc(alias = "kỳ trước")]
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        if !self.is_plain() {
            return None;
        }
        let before = |year: i32, part: u8, parts: u8| match part.checked_sub(1) {
            Some(earlier @ 1..) => (year, earlier),
            _ => (year.saturating_sub(1), parts),
        };
        let name = match self.name {
            PeriodName::Year(year) => PeriodName::Year(year.saturating_sub(1)),
            PeriodName::Years { first, last } => {
                let before = first.saturating_sub(1);
                PeriodName::Years { first: before.saturating_sub(last.saturating_sub(first)), last: before }
            }
            PeriodName::Half { year, half } => {
                let (year, half) = before(year, half, 2);
                PeriodName::Half { year, half }
            }
            PeriodName::NineMonths(year) => PeriodName::NineMonths(year.saturating_sub(1)),
            PeriodName::Quarter { year, quarter } => {
                let (year, quarter) = before(year, quarter, 4);
                PeriodName::Quarter { year, quarter }
            }
            PeriodName::Month { year, month } => {
                let (year, month) = before(year, month, 12);
                PeriodName::Month { year, month }
            }
            PeriodName::Range { from, .. } => {
                let days = u64::try_from(self.days()).ok()?;
                PeriodName::Range { from: from.checked_sub_days(chrono::Days::new(days))?, to: from.pred_opt()? }
            }
        };
        Self::new(name).ok()
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> PeriodName {
        self.name
    }

    /// The first day.
    #[must_use]
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// The last day.
    #[must_use]
    pub const fn last(&self) -> NaiveDate {
        self.last
    }

    /// The number of days, both ends counted.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.last.signed_duration_since(self.first).num_days().saturating_add(1)
    }

    /// Whether `date` is one of its days.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}

/// Writes the two days: `2021-01-01 to 2021-12-31`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.first, self.last)
    }
}

/// The first and the last day of a month; `month` is 1 to 12.
fn month(year: i32, month: u8) -> Result<(NaiveDate, NaiveDate), PeriodError> {
    let out_of_range = PeriodError::Year { year };
    if year < Period::YEARS.0 || year > Period::YEARS.1 {
        return Err(out_of_range);
    }
    let first = NaiveDate::from_ymd_opt(year, month.into(), 1);
    let last =
        first.and_then(|first| first.checked_add_months(chrono::Months::new(1))).and_then(|next| next.pred_opt());
    first.zip(last).ok_or(out_of_range)
}

/// Whether a cut-off is one of the grids known here: the last day of a calendar month, or the 14th, on which Decree
/// 09/2019/NĐ-CP (article 12) closes every month, quarter, half and year.
pub(crate) fn is_on_known_grid(cut_off: NaiveDate) -> bool {
    cut_off.day() == 14 || cut_off.succ_opt().is_none_or(|next| next.day() == 1)
}
