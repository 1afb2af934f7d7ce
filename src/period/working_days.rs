//! Days on which offices work, for deadlines.

use alloc::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

/// Working days (ngày làm việc): Monday to Friday, but for the holidays that the caller names.
///
/// No holiday is known here: the days of Tết move, and the Prime Minister swaps days with Saturdays.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::period::WorkingDays;
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2021, month, day).unwrap();
/// // figures to Friday 30 April, a holiday as is Monday 3 May: one working day after it is Tuesday
/// let days = WorkingDays::default().without([day(4, 30), day(5, 3)]);
/// assert_eq!(days.after(day(4, 30), 1), Some(day(5, 4)));
/// // Decree 09/2019/NĐ-CP, article 8: at least one working day after the cut-off
/// assert_eq!(WorkingDays::default().after(day(12, 14), 1), Some(day(12, 15)));
/// ```
#[doc(alias = "ngày làm việc")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingDays {
    holidays: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
}

impl WorkingDays {
    /// Days on which nobody works (ngày nghỉ lễ, nghỉ bù).
    #[must_use]
    pub fn without(mut self, holidays: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.holidays.extend(holidays);
        self
    }

    /// Saturdays and Sundays that are worked (ngày làm bù); they go before holidays.
    #[must_use]
    pub fn with(mut self, worked: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.worked.extend(worked);
        self
    }

    /// Whether a day is one.
    #[must_use]
    pub fn is_one(&self, date: NaiveDate) -> bool {
        let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        self.worked.contains(&date) || (!is_weekend && !self.holidays.contains(&date))
    }

    /// The day that is so many working days after another (thời hạn gửi báo cáo); none after the last day that there is.
    #[must_use]
    #[doc(alias = "thời hạn gửi báo cáo")]
    pub fn after(&self, date: NaiveDate, days: u16) -> Option<NaiveDate> {
        let mut date = date;
        for _ in 0..days {
            date = date.succ_opt()?;
            while !self.is_one(date) {
                date = date.succ_opt()?;
            }
        }
        Some(date)
    }
}
