use chrono::NaiveDate;

use super::NotComputable;
use crate::quantity::{QuantityError, Ratio};

/// Schedule (tiến độ so với thời gian): the share done against the share of the time gone by.
///
/// Elapsed is the day less the start, the span is the due day less the start: 15/11 is day 92 of the 138 between 15/8
/// and 31/12.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::measure::Schedule;
/// use thuocdo::quantity::{PercentagePoints, Ratio, Rounding};
///
/// let day = |month, day| NaiveDate::from_ymd_opt(2021, month, day).unwrap();
/// let works = Schedule::of(day(8, 15), day(12, 31), day(11, 15), Ratio::of(70, 100)?)?;
/// assert_eq!(works.elapsed().round_percent(Rounding::half_away::<2>()).to_string(), "66.67");
/// assert_eq!(works.ahead()?, Ratio::of(1, 30)?);
/// assert_eq!(PercentagePoints::of(works.ahead()?, Rounding::half_away::<2>())?.amount().to_string(), "3.33");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "tiến độ")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    start: NaiveDate,
    due: NaiveDate,
    as_of: NaiveDate,
    elapsed: Ratio,
    done: Ratio,
}

impl Schedule {
    /// The schedule of work from `start` to `due`, of which `done` is done as of a day. Before the start no time has gone
    /// by, after the due day more than all of it.
    ///
    /// # Errors
    /// [`NotComputable::NoDates`] if there is no time between the two days.
    pub fn of(start: NaiveDate, due: NaiveDate, as_of: NaiveDate, done: Ratio) -> Result<Self, NotComputable> {
        let span = due.signed_duration_since(start).num_days();
        if span <= 0 {
            return Err(NotComputable::NoDates { name: None });
        }
        let elapsed = as_of.signed_duration_since(start).num_days().max(0);
        Ok(Self { start, due, as_of, elapsed: Ratio::of(elapsed, span)?, done })
    }

    /// The day work started.
    #[must_use]
    pub const fn start(&self) -> NaiveDate {
        self.start
    }

    /// The day it is due.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    /// The day as of which it is judged.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The share of the time gone by: 92/138.
    #[must_use]
    pub const fn elapsed(&self) -> Ratio {
        self.elapsed
    }

    /// The share of the work done.
    #[must_use]
    pub const fn done(&self) -> Ratio {
        self.done
    }

    /// How far the work is ahead of a straight line, as a share of the whole: 1/30; negative if it is behind.
    ///
    /// # Errors
    /// [`QuantityError`] if the result is too large.
    pub fn ahead(&self) -> Result<Ratio, QuantityError> {
        self.done.checked_sub(self.elapsed)
    }
}
