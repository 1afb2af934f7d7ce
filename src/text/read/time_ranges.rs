//! Days, months, quarters and years side by side: from one to another.

use alloc::{borrow::ToOwned, vec::Vec};

use chrono::Datelike;

use super::pieces::Piece;
use super::time::Phrase;
use super::{PartOfYear, ReadError, TimeReading};
use crate::period::{Period, PeriodName};

impl Phrase<'_> {
    /// From one day, month or year to another.
    pub(super) fn range(self, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        use Piece::{Digits, Mark, Word};
        let is_to = |piece: &Piece<'_>| *piece == Word("đến");
        let mut ends = pieces.splitn(2, is_to);
        let (Some(first), Some(last)) = (ends.next(), ends.next()) else { return Err(self.no_time()) };
        let last = if let [Word("hết"), last @ ..] = last { last } else { last };
        match (first, last) {
            ([Word("năm"), Digits(first)], [Word("năm"), Digits(last)] | [Digits(last)]) => {
                return self.period(PeriodName::Years { first: self.year(first)?, last: self.year(last)? });
            }
            // "từ ngày 15 đến ngày 20/6/2021"
            ([Word("ngày"), Digits(day)] | [Digits(day)], last) if day.len() <= 2 => {
                let TimeReading::Day(to) = self.day(last)? else { return Err(self.no_time()) };
                let from = self.date(to.year(), self.month(to.month())?, self.count(Digits(day))?)?;
                return self.period(PeriodName::Range { from, to });
            }
            // "từ tháng 1 đến tháng 6 năm 2021"
            ([Word("tháng"), Digits(first)], [Word("tháng"), Digits(last), Mark('/') | Word("năm"), Digits(year)]) =>
            {
                let year = self.year(year)?;
                let name = |month: &str| {
                    let month = self.month(self.count(Digits(month))?)?;
                    Ok::<_, ReadError>(PeriodName::Month { year, month })
                };
                let whole =
                    |name| Period::new(name).map_err(|reason| ReadError::Period { text: self.text.to_owned(), reason });
                let (from, to) = (whole(name(first)?)?.first(), whole(name(last)?)?.last());
                return self.period(PeriodName::Range { from, to });
            }
            _ => {}
        }
        match (self.day(first)?, self.day(last)?) {
            (TimeReading::Day(from), TimeReading::Day(to)) => self.period(PeriodName::Range { from, to }),
            // "từ ngày 01/01 đến ngày 15/11/2021"
            (TimeReading::DayOfYear { month, day }, TimeReading::Day(to)) => {
                let from = self.date(to.year(), month, day.into())?;
                self.period(PeriodName::Range { from, to })
            }
            _ => Err(self.no_time()),
        }
    }

    /// Several quarters of a year, side by side.
    pub(super) fn quarters(self, first: u8, last: u8, rest: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        let part = match (first, last) {
            (1, 2) => PartOfYear::FirstMonths(6),
            (1, 3) => PartOfYear::FirstMonths(9),
            (3, 4) => PartOfYear::LastMonths(6),
            (2, 4) => PartOfYear::LastMonths(9),
            _ => return Err(self.no_time()),
        };
        self.part(part, rest)
    }
}
