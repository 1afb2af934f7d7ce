use alloc::{format, string::String};

use super::{ChangeSense, Clue, Language, Meaning, NotFigure, PartOfYear, ReadError, Status, TimeReading};
use crate::quantity::{Printed, Range, Reading, Unit};

/// The words of reading: what a phrase means, what speaks for it, and why a text is not read.
///
/// What [`meaning`](ReadingLanguage::meaning) writes is read back as the same meaning.
///
/// ```
/// use thuocdo::text::{English, ReadingLanguage, Vietnamese, read_figure};
///
/// let phrase = read_figure("tăng 1,2% so với năm 2020")?;
/// let said: Vec<_> = phrase.readings.iter().map(|found| Vietnamese.meaning(&found.meaning)).collect();
/// assert_eq!(said, ["tăng 1,2%", "tăng 1,2 điểm phần trăm"]);
/// assert_eq!(English.meaning(&phrase.readings[1].meaning), "up 1.2 percentage points");
/// assert!(Vietnamese.clue(&phrase.readings[1].clues[0]).contains("điểm phần trăm"));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
pub trait ReadingLanguage: Language {
    /// Why a text is not read, and what to do: one or two sentences.
    fn read_error(&self, error: &ReadError) -> String;

    /// What speaks for a reading or against it; a part of a sentence.
    fn clue(&self, clue: &Clue) -> String;

    /// What digits are that are no figure.
    fn not_figure(&self, what: NotFigure) -> &'static str;

    /// How firm the words of a figure are.
    fn status(&self, status: Status) -> &'static str;

    /// A part of a year that is not said.
    fn part_of_year(&self, part: PartOfYear) -> String;

    /// How many months something takes.
    fn months(&self, months: u8) -> String;

    /// A day of a year that is not said.
    fn day_of_year(&self, month: u8, day: u8) -> String;

    /// About a range.
    fn about_range(&self, low: &str, high: &str) -> String;

    /// A range without its upper end.
    fn band(&self, low: &str, high: &str) -> String;

    /// A move of a certain size; the size is without sign.
    fn moved_by(&self, sense: ChangeSense, size: &str) -> String;

    /// So many times a base, or on top of it; `times` names the unit.
    fn multiple(&self, sense: ChangeSense, times: &str, is_added: bool) -> String;

    /// A place among so many.
    fn rank(&self, place: &str, of: &str) -> String;

    /// What a reading says, as this language writes it.
    fn meaning(&self, meaning: &Meaning) -> String {
        let ends = |range: &Range, unit: &Unit| {
            (self.printed(range.low()), self.with_unit(self.printed(range.high()), unit, range.high().amount()))
        };
        let one = |(printed, unit): &(Printed, Unit)| self.with_unit(self.printed(*printed), unit, printed.amount());
        match meaning {
            Meaning::Figure { reading, unit } => self.in_words(*reading, unit),
            Meaning::AboutRange { range, unit } => {
                let (low, high) = ends(range, unit);
                self.about_range(&low, &high)
            }
            Meaning::Band { range, unit } => {
                self.band(&one(&(range.low(), unit.clone())), &one(&(range.high(), unit.clone())))
            }
            Meaning::Ratio { numerator, denominator, unit } => {
                format!("{}/{}", self.printed(*numerator), one(&(*denominator, unit.clone())))
            }
            Meaning::Pair { first, second } => format!("{}/{}", one(first), one(second)),
            Meaning::Rank { place, of } => self.rank(&self.printed(*place), &self.printed(*of)),
            Meaning::Change { sense, size, unit } => self.moved_by(*sense, &self.in_words(*size, unit)),
            Meaning::Multiple { sense, times, is_added } => self.multiple(*sense, &self.times(*times), *is_added),
            Meaning::Time(time) => self.time(*time),
            Meaning::Document(document) => self.document(document),
            Meaning::NotFigure(what) => self.not_figure(*what).into(),
        }
    }

    /// A number of times.
    fn times(&self, times: Reading) -> String {
        "lần".parse::<Unit>().map_or_else(|_| String::new(), |unit| self.in_words(times, &unit))
    }

    /// What is said of time.
    fn time(&self, time: TimeReading) -> String {
        match time {
            TimeReading::Day(date) => self.date(date),
            TimeReading::DayOfYear { month, day } => self.day_of_year(month, day),
            TimeReading::Period(name) => self.period(name),
            TimeReading::PartOfYear(part) => self.part_of_year(part),
            TimeReading::Months(months) => self.months(months),
        }
    }
}
