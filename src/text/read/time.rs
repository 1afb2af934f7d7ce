use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use chrono::{Datelike, NaiveDate};

use super::pieces::{Piece, Words};
use super::source::Source;
use super::{ReadError, english_time};
use crate::period::{Period, PeriodError, PeriodName};

/// What a phrase says of time (thời điểm, kỳ báo cáo).
///
/// A name does not say on which grid a period lies: `9 tháng đầu năm 2017` of an agency whose year begins on 1 October is
/// another stretch of days.
#[doc(alias = "kỳ báo cáo")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeReading {
    /// `04/2/2021`, `ngày 05 tháng 02 năm 2021`.
    Day(NaiveDate),
    /// `ngày 23/5`: in a year that is not said.
    DayOfYear {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// `quý III/2021`, `giai đoạn 2016 - 2020`, `từ ngày 15/12/2020 đến ngày 14/12/2021`.
    Period(PeriodName),
    /// `quý III`, `6 tháng đầu năm`: of a year that is not said.
    PartOfYear(PartOfYear),
    /// `9 tháng`: how long something takes.
    Months(u8),
}

/// A part of a year that is not said (kỳ trong năm).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfYear {
    /// `quý III`: 1 to 4.
    Quarter(u8),
    /// `tháng 3`: 1 to 12.
    Month(u8),
    /// `6 tháng đầu năm`, `9 tháng`: the first months of the year, 1 to 12.
    FirstMonths(u8),
    /// `6 tháng cuối năm`: the last months of the year, 1 to 12.
    LastMonths(u8),
}

impl PartOfYear {
    /// The same part of a year that is said. Halves and nine months have names of their own, twelve months are the year.
    ///
    /// ```
    /// use thuocdo::period::PeriodName;
    /// use thuocdo::text::PartOfYear;
    ///
    /// assert_eq!(PartOfYear::FirstMonths(9).of(2021), Some(PeriodName::NineMonths(2021)));
    /// assert_eq!(PartOfYear::FirstMonths(13).of(2021), None);
    /// ```
    #[must_use]
    pub fn of(self, year: i32) -> Option<PeriodName> {
        let name = match self {
            Self::Quarter(quarter) => PeriodName::Quarter { year, quarter },
            Self::Month(month) => PeriodName::Month { year, month },
            Self::FirstMonths(12) | Self::LastMonths(12) => PeriodName::Year(year),
            Self::FirstMonths(6) => PeriodName::Half { year, half: 1 },
            Self::LastMonths(6) => PeriodName::Half { year, half: 2 },
            Self::FirstMonths(9) => PeriodName::NineMonths(year),
            Self::FirstMonths(months) => {
                let last = Period::new(PeriodName::Month { year, month: months }).ok()?.last();
                PeriodName::Range { from: NaiveDate::from_ymd_opt(year, 1, 1)?, to: last }
            }
            Self::LastMonths(months) => {
                let month = 13_u8.checked_sub(months)?;
                let first = Period::new(PeriodName::Month { year, month }).ok()?.first();
                PeriodName::Range { from: first, to: NaiveDate::from_ymd_opt(year, 12, 31)? }
            }
        };
        Period::new(name).ok().map(|_| name)
    }
}

/// Every reading of a Vietnamese phrase that says a day or a period and nothing else; the likeliest first.
///
/// The day comes before the month. Zeros in front, capitals, kinds of dashes and the composition of letters do not matter;
/// a year has four digits.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::period::PeriodName;
/// use thuocdo::text::{PartOfYear, TimeReading, read_time};
///
/// let meeting = NaiveDate::from_ymd_opt(2021, 2, 4).unwrap();
/// assert_eq!(read_time("04/2/2021")?, [TimeReading::Day(meeting)]);
/// assert_eq!(read_time("Quý III năm 2021")?, [TimeReading::Period(PeriodName::Quarter { year: 2021, quarter: 3 })]);
/// // so far this year, or how long it takes
/// let nine = [TimeReading::PartOfYear(PartOfYear::FirstMonths(9)), TimeReading::Months(9)];
/// assert_eq!(read_time("9 tháng")?, nine);
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
///
/// # Errors
/// [`ReadError`] for what is no day or period, a day or month that does not exist, a year of two digits, digits of another
/// script, and more than [`ReadError::LONGEST`] characters.
pub fn read_time(text: &str) -> Result<Vec<TimeReading>, ReadError> {
    read(text, false)
}

/// Every reading of a phrase in Vietnamese or English.
pub(super) fn read(text: &str, is_english: bool) -> Result<Vec<TimeReading>, ReadError> {
    let source = Source::phrase(text)?;
    let words = Words::of(&source, 0, source.len());
    (Phrase { text }).in_language(is_english, &words.pieces_of(source.len()))
}

/// Every reading of the pieces of a phrase before `stop`.
pub(super) fn read_first(source: &Source<'_>, stop: usize, is_english: bool) -> Result<Vec<TimeReading>, ReadError> {
    let words = Words::of(source, 0, stop);
    (Phrase { text: source.between(0, stop) }).in_language(is_english, &words.pieces_of(stop))
}

/// The year that digits alone may be.
pub(super) fn year_alone(digits: &str) -> Option<i32> {
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (Period::YEARS.0..=Period::YEARS.1).contains(&year).then_some(year)
}

/// The text that is read, for what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'t> {
    pub(super) text: &'t str,
}

impl Phrase<'_> {
    pub(super) fn in_language(self, is_english: bool, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        if is_english { english_time::read(self, pieces) } else { self.read(pieces) }
    }

    fn read(self, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        use Piece::{Digits, Mark, Word};
        match pieces {
            [Word("từ"), rest @ ..] => self.range(rest),
            [Word("giai"), Word("đoạn"), rest @ ..] | [Word("nhiệm"), Word("kỳ" | "kì"), rest @ ..] => {
                self.years(rest)
            }
            [Digits(first), Mark('-'), Digits(_)] if first.len() == 4 => self.years(pieces),
            // "15-21/11/2021"
            [Digits(first), Mark('-'), last @ ..] if first.len() <= 2 && last.len() == 5 => {
                let TimeReading::Day(to) = self.day(last)? else { return Err(self.no_time()) };
                let month = self.month(to.month())?;
                let from = self.date(to.year(), month, self.count(Digits(first))?)?;
                self.period(PeriodName::Range { from, to })
            }
            [Word("năm"), Digits(year)] => self.period(PeriodName::Year(self.year(year)?)),
            [Word("năm"), Digits(first), Mark('-'), Digits(last)] => {
                self.period(PeriodName::Years { first: self.year(first)?, last: self.year(last)? })
            }
            // "quý I+II/2021"
            [Word("quý"), first, joint @ (Mark('+' | ',' | '-') | Word("và")), last, rest @ ..]
                if self.quarter(*first).is_ok() && self.quarter(*last).is_ok() =>
            {
                let (first, last) = (self.quarter(*first)?, self.quarter(*last)?);
                // only a dash spans what is between
                let is_next = last.checked_sub(1) == Some(first);
                if is_next || *joint == Mark('-') { self.quarters(first, last, rest) } else { Err(self.no_time()) }
            }
            [Word("quý"), Digits(number)] | [Word("quý"), Digits(number), Mark('/') | Word("năm"), Digits(_)]
                if number.len() <= 2 && self.quarter(Digits(number)).is_err() =>
            {
                let number = u8::try_from(self.count(Digits(number))?).unwrap_or(u8::MAX);
                let reason = PeriodError::Part { what: "quarter", number, max: 4 };
                Err(ReadError::Period { text: self.text.to_owned(), reason })
            }
            [Word("quý"), quarter, rest @ ..] => {
                let quarter = self.quarter(*quarter)?;
                self.part(PartOfYear::Quarter(quarter), rest)
            }
            [Word("tháng"), month, rest @ ..] => {
                // the fourth month has a word of its own
                let month = if *month == Word("tư") { 4 } else { self.count(*month)? };
                self.part(PartOfYear::Month(self.month(month)?), rest)
            }
            // "30/4-01/5/2021", "01/01/2021-30/6/2021"
            [Digits(_), Mark('/'), Digits(_), Mark('-'), ..]
            | [Digits(_), Mark('/'), Digits(_), Mark('/'), Digits(_), Mark('-'), ..] => {
                let dash = pieces.iter().position(|piece| *piece == Mark('-')).unwrap_or(pieces.len());
                let (first, last) = pieces.split_at_checked(dash).ok_or_else(|| self.no_time())?;
                let to: Vec<Piece<'_>> =
                    first.iter().copied().chain([Word("đến")]).chain(last.iter().skip(1).copied()).collect();
                self.range(&to)
            }
            // a year, and so no day and month
            [Digits(month), Mark('/' | '-' | '.'), Digits(year)] if year.len() == 4 => {
                let month = self.count(Digits(month))?;
                self.part(PartOfYear::Month(self.month(month)?), &[Word("năm"), Digits(year)])
            }
            // "25 tháng 12", where `ngày` is left out
            [Digits(_), Word("tháng"), Digits(_), ..] => self.day(pieces).map(|day| vec![day]),
            // "9 tháng/2021"
            [count, Word("tháng"), Mark('/'), Digits(year)] => {
                let months = self.month(self.count(*count)?)?;
                self.months(PartOfYear::FirstMonths(months), &[Digits(year)])
            }
            [count, Word("tháng"), rest @ ..] => {
                let months = self.month(self.count(*count)?)?;
                match rest {
                    [] => {
                        Ok(vec![TimeReading::PartOfYear(PartOfYear::FirstMonths(months)), TimeReading::Months(months)])
                    }
                    [Word("cuối"), Word("năm"), year @ ..] => self.months(PartOfYear::LastMonths(months), year),
                    [Word("đầu"), Word("năm"), year @ ..] | [Word("năm"), year @ ..] => {
                        self.months(PartOfYear::FirstMonths(months), year)
                    }
                    _ => Err(self.no_time()),
                }
            }
            _ => self.day(pieces).map(|day| vec![day]),
        }
    }

    /// A day, or a day of a year that is not said.
    pub(super) fn day(self, pieces: &[Piece<'_>]) -> Result<TimeReading, ReadError> {
        use Piece::{Digits, Mark, Word};
        let date = if let [Word("ngày"), date @ ..] = pieces { date } else { pieces };
        let (day, month, year) = match date {
            // as programs write it
            [Digits(year), Mark('-'), Digits(month), Mark('-'), Digits(day)] if year.len() == 4 => {
                (day, month, Some(year))
            }
            [Digits(day), Mark(one), Digits(month), Mark(other), Digits(year)]
                if one == other && ['/', '-', '.'].contains(one) =>
            {
                (day, month, Some(year))
            }
            [Digits(day), Word("tháng"), Digits(month), Word("năm"), Digits(year)] => (day, month, Some(year)),
            [Digits(day), Word("tháng") | Mark('/'), Digits(month)] => (day, month, None),
            _ => return Err(self.no_time()),
        };
        let (day, month) = (self.count(Digits(day))?, self.count(Digits(month))?);
        let month = self.month(month)?;
        // a leap year, so that 29 February of a year that is not said is one
        let of = year.map_or(Ok(2020), |year| self.year(year))?;
        let date = self.date(of, month, day)?;
        Ok(match year {
            Some(_) => TimeReading::Day(date),
            None => TimeReading::DayOfYear { month, day: u8::try_from(date.day()).unwrap_or_default() },
        })
    }

    fn years(self, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        match pieces {
            [Piece::Digits(first), Piece::Mark('-'), Piece::Digits(last)] => {
                self.period(PeriodName::Years { first: self.year(first)?, last: self.year(last)? })
            }
            _ => Err(self.no_time()),
        }
    }

    /// A quarter or a month, with its year behind a slash, a dash or the word, or without.
    pub(super) fn part(self, part: PartOfYear, rest: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        match rest {
            [] => Ok(vec![TimeReading::PartOfYear(part)]),
            [Piece::Mark('/' | '-' | '.') | Piece::Word("năm"), year] => self.months(part, &[*year]),
            _ => Err(self.no_time()),
        }
    }

    /// A part of the year at the end of the phrase, if one is there.
    pub(super) fn months(self, part: PartOfYear, rest: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
        match rest {
            [] => Ok(vec![TimeReading::PartOfYear(part)]),
            [Piece::Digits(year)] => {
                let year = self.year(year)?;
                // a part that exists is only refused for its year
                let name = part.of(year).unwrap_or(PeriodName::Year(year));
                self.period(name)
            }
            _ => Err(self.no_time()),
        }
    }

    pub(super) fn period(self, name: PeriodName) -> Result<Vec<TimeReading>, ReadError> {
        match Period::new(name) {
            Ok(_) => Ok(vec![TimeReading::Period(name)]),
            Err(reason) => Err(ReadError::Period { text: self.text.to_owned(), reason }),
        }
    }

    pub(super) fn quarter(self, piece: Piece<'_>) -> Result<u8, ReadError> {
        match piece {
            Piece::Word("i") | Piece::Digits("1" | "01") => Ok(1),
            Piece::Word("ii") | Piece::Digits("2" | "02") => Ok(2),
            Piece::Word("iii") | Piece::Digits("3" | "03") => Ok(3),
            Piece::Word("iv") | Piece::Digits("4" | "04") => Ok(4),
            _ => Err(self.no_time()),
        }
    }

    /// A number of one or two digits, or a word up to twelve.
    pub(super) fn count(self, piece: Piece<'_>) -> Result<u32, ReadError> {
        const WORDS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
        match piece {
            Piece::Digits(digits) if digits.len() <= 2 => digits.parse().map_err(|_| self.no_time()),
            Piece::Word(word) => {
                let place = WORDS.iter().position(|known| *known == word).and_then(|place| u32::try_from(place).ok());
                place.and_then(|place| place.checked_add(1)).ok_or_else(|| self.no_time())
            }
            _ => Err(self.no_time()),
        }
    }

    pub(super) fn month(self, month: u32) -> Result<u8, ReadError> {
        let exists = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        exists.ok_or_else(|| ReadError::NoSuchMonth { text: self.text.to_owned(), month })
    }

    pub(super) fn year(self, digits: &str) -> Result<i32, ReadError> {
        if digits.len() < 4 {
            return Err(ReadError::ShortYear { text: self.text.to_owned(), year: digits.to_string() });
        }
        if digits.len() > 4 {
            return Err(self.no_time());
        }
        digits.parse().map_err(|_| self.no_time())
    }

    pub(super) fn date(self, year: i32, month: u8, day: u32) -> Result<NaiveDate, ReadError> {
        let whole = Period::new(PeriodName::Month { year, month });
        let whole = whole.map_err(|reason| ReadError::Period { text: self.text.to_owned(), reason })?;
        let date = NaiveDate::from_ymd_opt(year, month.into(), day);
        date.ok_or_else(|| ReadError::NoSuchDay { text: self.text.to_owned(), days: whole.last().day() })
    }

    pub(super) fn no_time(self) -> ReadError {
        let text: String = self.text.to_owned();
        ReadError::NotTime { text }
    }
}
