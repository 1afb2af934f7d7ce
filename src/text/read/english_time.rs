//! Days and periods as English text says them.

use alloc::{vec, vec::Vec};

use chrono::{Datelike, NaiveDate};

use super::pieces::Piece;
use super::time::{Phrase, year_alone};
use super::{PartOfYear, ReadError, TimeReading};
use crate::period::PeriodName;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The readings of a whole phrase.
pub(super) fn read(phrase: Phrase<'_>, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
    use Piece::{Digits, Mark, Word};
    match pieces {
        // as programs write it; a day before a month in digits is not English everywhere
        [Digits(year), Mark('-'), Digits(_), Mark('-'), Digits(_)] if year.len() == 4 => phrase.day(pieces).map(one),
        [Digits(year)] if year_alone(year).is_some() => phrase.period(PeriodName::Year(phrase.year(year)?)),
        [Digits(first), Mark('-'), Digits(last)] if first.len() == 4 && last.len() == 4 => {
            phrase.period(PeriodName::Years { first: phrase.year(first)?, last: phrase.year(last)? })
        }
        [Word("half"), half, Word("of"), Digits(year)] => match phrase.count(*half)? {
            half @ (1 | 2) => phrase
                .period(PeriodName::Half { year: phrase.year(year)?, half: u8::from(half == 2).saturating_add(1) }),
            _ => Err(phrase.no_time()),
        },
        [Word("the"), rest @ ..] => read(phrase, rest),
        [Word("first"), Word("half"), Word("of"), Digits(year)] => {
            phrase.period(PeriodName::Half { year: phrase.year(year)?, half: 1 })
        }
        [Word("second"), Word("half"), Word("of"), Digits(year)] => {
            phrase.period(PeriodName::Half { year: phrase.year(year)?, half: 2 })
        }
        [Word(end @ ("first" | "last")), count, Word("months"), Word("of"), rest @ ..] => {
            let months = phrase.month(phrase.count(*count)?)?;
            let part = if *end == "first" { PartOfYear::FirstMonths(months) } else { PartOfYear::LastMonths(months) };
            match rest {
                [Word("the"), Word("year")] => Ok(one(TimeReading::PartOfYear(part))),
                [Digits(_)] => phrase.months(part, rest),
                _ => Err(phrase.no_time()),
            }
        }
        [Word("nine") | Digits("9"), Word("months"), Word("of"), Digits(year)] => {
            phrase.period(PeriodName::NineMonths(phrase.year(year)?))
        }
        [Word("quarter"), quarter] => Ok(one(TimeReading::PartOfYear(PartOfYear::Quarter(phrase.quarter(*quarter)?)))),
        [count, Word("months")] => Ok(one(TimeReading::Months(phrase.month(phrase.count(*count)?)?))),
        [Digits(day), Word(name)] => {
            let month = month(name).ok_or_else(|| phrase.no_time())?;
            // a leap year, so that 29 February of a year that is not said is one
            let date = phrase.date(2020, month, phrase.count(Digits(day))?)?;
            Ok(one(TimeReading::DayOfYear { month, day: u8::try_from(date.day()).unwrap_or_default() }))
        }
        [Word("quarter"), quarter, Word("of"), Digits(year)] => quarter_of(phrase, *quarter, year),
        [Word("q"), quarter, Mark('/'), Digits(year)] | [Word("q"), quarter, Digits(year)] => {
            quarter_of(phrase, *quarter, year)
        }
        [Word(name), Digits(year)] if year.len() == 4 => {
            let month = month(name).ok_or_else(|| phrase.no_time())?;
            phrase.period(PeriodName::Month { year: phrase.year(year)?, month })
        }
        [Word(name)] => month(name)
            .map(|month| one(TimeReading::PartOfYear(PartOfYear::Month(month))))
            .ok_or_else(|| phrase.no_time()),
        [Word("from"), rest @ ..] => range(phrase, rest),
        _ => day(phrase, pieces).map(|date| one(TimeReading::Day(date))).or_else(|error| match error {
            ReadError::NotTime { .. } => range(phrase, pieces),
            error => Err(error),
        }),
    }
}

/// Whether a phrase of time may begin with this word.
pub(super) fn may_begin(word: &str) -> bool {
    ["half", "the", "first", "second", "last", "nine", "quarter", "q", "from"].contains(&word) || month(word).is_some()
}

fn one(reading: TimeReading) -> Vec<TimeReading> {
    vec![reading]
}

fn quarter_of(phrase: Phrase<'_>, quarter: Piece<'_>, year: &str) -> Result<Vec<TimeReading>, ReadError> {
    phrase.period(PeriodName::Quarter { year: phrase.year(year)?, quarter: phrase.quarter(quarter)? })
}

/// `5 February 2021`, `5 Feb 2021`, `February 5, 2021`.
fn day(phrase: Phrase<'_>, pieces: &[Piece<'_>]) -> Result<NaiveDate, ReadError> {
    use Piece::{Digits, Mark, Word};
    let ([Digits(day), Word(name), Digits(year)] | [Word(name), Digits(day), Mark(','), Digits(year)]) = pieces else {
        return Err(phrase.no_time());
    };
    let month = month(name).ok_or_else(|| phrase.no_time())?;
    phrase.date(phrase.year(year)?, month, phrase.count(Digits(day))?)
}

fn range(phrase: Phrase<'_>, pieces: &[Piece<'_>]) -> Result<Vec<TimeReading>, ReadError> {
    let mut ends = pieces.splitn(2, |piece| *piece == Piece::Word("to"));
    match (ends.next(), ends.next()) {
        (Some(first), Some(last)) => {
            phrase.period(PeriodName::Range { from: day(phrase, first)?, to: day(phrase, last)? })
        }
        _ => Err(phrase.no_time()),
    }
}

/// The month of a name, whole or cut to three letters.
fn month(name: &str) -> Option<u8> {
    let is_month = |full: &str| full == name || (name.len() == 3 && full.starts_with(name));
    let place = MONTHS.iter().position(|full| is_month(full))?;
    u8::try_from(place).ok()?.checked_add(1)
}
