//! Grids of reporting periods as data: which days a month, a quarter or a year of reports has.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::{Period, PeriodError, PeriodKind, PeriodName};

/// Calendar of reporting periods (lịch kỳ báo cáo): from when to when figures are counted (thời gian chốt số liệu).
///
/// | calendar | month 11 of 2021 | year 2021 | source |
/// | --- | --- | --- | --- |
/// | [`Calendar::PLAIN`] | 1 to 30 November | 1 January to 31 December | calendar, as Circular 02/2019/TT-BTC has it (seen) |
/// | [`Calendar::DECREE_09_2019`] | 15 October to 14 November | 15 December 2020 to 14 December 2021 | Decree 09/2019/NĐ-CP, article 12 (months and the year's article seen, halves seen in Circular 09/2019/TT-NHNN) |
/// | [`Calendar::COURTS`] | 1 to 30 November | 1 October 2020 to 30 September 2021 | inferred from reports of courts and of judgment enforcement |
///
/// A calendar of one's own is [`Calendar::monthly`], if its months are alike, or [`Calendar::listed`].
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::period::{Calendar, PeriodKind, PeriodName};
///
/// let decree = Calendar::DECREE_09_2019;
/// let year = decree.period(PeriodName::Year(2021))?;
/// assert_eq!((year.to_string(), year.days()), ("2020-12-15 to 2021-12-14".into(), 365));
///
/// let day = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// let quarter = decree.containing(day, PeriodKind::Quarter).unwrap();
/// assert_eq!(quarter.name(), PeriodName::Quarter { year: 2021, quarter: 4 });
/// // the cut-off of the source report closes no period of either calendar
/// assert!(decree.ending_on(day).is_empty() && Calendar::PLAIN.ending_on(day).is_empty());
/// # Ok::<(), thuocdo::period::PeriodError>(())
/// ```
#[doc(alias = "thời gian chốt số liệu")]
#[doc(alias = "kỳ báo cáo")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    grid: Grid,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Grid {
    Monthly {
        /// The day of the month before on which a month begins; 1 is the month's own first day.
        first_day: u8,
        /// By how many months a year begins before its January.
        months_before: u8,
    },
    /// Periods side by side, in order.
    Listed(Vec<Period>),
}

impl Calendar {
    /// Months from their first to their last day.
    pub const PLAIN: Self = Self { grid: Grid::Monthly { first_day: 1, months_before: 0 } };

    /// Months from the 15th of the month before to the 14th: Decree 09/2019/NĐ-CP, article 12.
    pub const DECREE_09_2019: Self = Self { grid: Grid::Monthly { first_day: 15, months_before: 0 } };

    /// Plain months, years from 1 October of the year before to 30 September: `09 tháng đầu năm 2017` in a report of July 2017.
    pub const COURTS: Self = Self { grid: Grid::Monthly { first_day: 1, months_before: 3 } };

    /// Months that begin on a day of the month before, 2 to 28, or on their own first day, 1; years that begin so many months
    /// before their January.
    ///
    /// # Errors
    /// [`PeriodError::Part`] for a day that not every month has and for twelve months or more.
    pub const fn monthly(first_day: u8, months_before: u8) -> Result<Self, PeriodError> {
        if first_day == 0 || first_day > 28 {
            return Err(PeriodError::Part { what: "day to begin a month on", number: first_day, max: 28 });
        }
        if months_before > 11 {
            return Err(PeriodError::Part { what: "number of months before January", number: months_before, max: 11 });
        }
        Ok(Self { grid: Grid::Monthly { first_day, months_before } })
    }

    /// Periods of one's own, in the order of their days.
    ///
    /// # Errors
    /// [`PeriodError::Untiled`] where one does not begin on the day after the one before has ended.
    pub fn listed(periods: Vec<Period>) -> Result<Self, PeriodError> {
        for pair in periods.windows(2) {
            if let [before, period] = pair
                && before.last().succ_opt() != Some(period.first())
            {
                return Err(PeriodError::Untiled { last: before.last(), first: period.first() });
            }
        }
        Ok(Self { grid: Grid::Listed(periods) })
    }

    /// Whether it has the calendar's nine months (or any other kind) from its source, and not by a local rule: Decree 09/2019
    /// names months, quarters, halves and the year; nine months are added by provinces, as Khánh Hòa does with decision
    /// 01/2023/QĐ-UBND (second-hand).
    #[must_use]
    pub fn names(&self, kind: PeriodKind) -> bool {
        match &self.grid {
            Grid::Monthly { .. } => *self != Self::DECREE_09_2019 || kind != PeriodKind::NineMonths,
            Grid::Listed(periods) => periods.iter().any(|period| PeriodKind::of(period.name()) == Some(kind)),
        }
    }

    /// The period of that name.
    ///
    /// # Errors
    /// [`PeriodError`] for a name that no period can have, and [`PeriodError::NotListed`] for one that a listed calendar lacks.
    pub fn period(&self, name: PeriodName) -> Result<Period, PeriodError> {
        let plain = Period::new(name)?;
        match &self.grid {
            Grid::Listed(periods) => {
                let found = periods.iter().find(|period| period.name() == name);
                found.copied().ok_or(PeriodError::NotListed { name: plain })
            }
            Grid::Monthly { first_day, months_before } => {
                let before = match name {
                    // it says its days itself
                    PeriodName::Range { .. } => return Ok(plain),
                    // a month has its name wherever the year begins
                    PeriodName::Month { .. } => 0,
                    _ => i32::from(*months_before),
                };
                let start = |date| month_start(month_index(date).saturating_sub(before), *first_day);
                let last = plain.last().succ_opt().and_then(start).and_then(|next| next.pred_opt());
                let (first, last) =
                    start(plain.first()).zip(last).ok_or(PeriodError::Year { year: plain.first().year() })?;
                Period::on_days(name, first, last)
            }
        }
    }

    /// The period of a kind that a day belongs to; none before the first year or after the last, and none that a listed
    /// calendar has not.
    #[must_use]
    pub fn containing(&self, date: NaiveDate, kind: PeriodKind) -> Option<Period> {
        let is_it = |period: &Period| period.contains(date);
        if let Grid::Listed(periods) = &self.grid {
            let of_kind = |period: &&Period| PeriodKind::of(period.name()) == Some(kind);
            return periods.iter().filter(of_kind).find(|period| is_it(period)).copied();
        }
        // a year of reports begins at most a year before its own
        let years = date.year().saturating_sub(1)..=date.year().saturating_add(1);
        let names = years.flat_map(|year| kind.names_of(year));
        names.filter_map(|name| self.period(name).ok()).find(is_it)
    }

    /// The period of the same kind that ends on the day before; for nine months, the nine months of the year before.
    #[must_use]
    pub fn previous(&self, period: &Period) -> Option<Period> {
        if PeriodKind::of(period.name()) == Some(PeriodKind::NineMonths) {
            return self.same_period_last_year(period);
        }
        match &self.grid {
            Grid::Listed(periods) => {
                periods.iter().find(|other| other.last().succ_opt() == Some(period.first())).copied()
            }
            Grid::Monthly { .. } => {
                let kind = PeriodKind::of(period.name())?;
                self.containing(period.first().pred_opt()?, kind)
            }
        }
    }

    /// The same period of the year before (cùng kỳ năm trước).
    #[must_use]
    #[doc(alias = "cùng kỳ")]
    pub fn same_period_last_year(&self, period: &Period) -> Option<Period> {
        let earlier = |year: i32| year.saturating_sub(1);
        let name = match period.name() {
            PeriodName::Year(year) => PeriodName::Year(earlier(year)),
            PeriodName::Half { year, half } => PeriodName::Half { year: earlier(year), half },
            PeriodName::NineMonths(year) => PeriodName::NineMonths(earlier(year)),
            PeriodName::Quarter { year, quarter } => PeriodName::Quarter { year: earlier(year), quarter },
            PeriodName::Month { year, month } => PeriodName::Month { year: earlier(year), month },
            PeriodName::Range { from, to } => PeriodName::Range { from: year_before(from)?, to: year_before(to)? },
            PeriodName::Years { .. } => return None,
        };
        self.period(name).ok()
    }

    /// From the first day of the year to a day (lũy kế từ đầu năm).
    #[must_use]
    #[doc(alias = "lũy kế")]
    pub fn year_to_date(&self, date: NaiveDate) -> Option<Period> {
        let year = self.containing(date, PeriodKind::Year)?;
        Period::new(PeriodName::Range { from: year.first(), to: date }).ok()
    }

    /// The periods that a cut-off closes, the shortest first; none if it is on no day that this calendar ends a period on.
    #[must_use]
    #[doc(alias = "ngày chốt số liệu")]
    pub fn ending_on(&self, cut_off: NaiveDate) -> Vec<Period> {
        let closed = PeriodKind::ALL.into_iter().filter_map(|kind| self.containing(cut_off, kind));
        closed.filter(|period| period.last() == cut_off).collect()
    }
}

/// Months since January of year 0.
fn month_index(date: NaiveDate) -> i32 {
    let month = i32::try_from(date.month0()).unwrap_or_default();
    date.year().saturating_mul(12).saturating_add(month)
}

/// The day on which a month of reports begins.
fn month_start(index: i32, first_day: u8) -> Option<NaiveDate> {
    let index = if first_day == 1 { index } else { index.checked_sub(1)? };
    let month = u32::try_from(index.checked_rem_euclid(12)?).ok()?.checked_add(1)?;
    NaiveDate::from_ymd_opt(index.checked_div_euclid(12)?, month, first_day.into())
}

/// The same day a year before; 28 February for 29 February.
fn year_before(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_months(chrono::Months::new(12))
}
