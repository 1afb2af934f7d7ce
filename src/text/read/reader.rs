//! The reader: a language, and what the caller knows of the figures before they are read.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use unicode_normalization::UnicodeNormalization;

use super::encoding::old_encoding;
use super::grammar::Grammar;
use super::interpret::{self, Refused};
use super::labels;
use super::lexicon::{ENGLISH, Lexicon, VIETNAMESE};
use super::meaning::{Clue, Meaning, NotFigure, Phrase, PhraseReading};
use super::source::{Source, beginning};
use super::units::Units;
use super::{Notation, ReadError, TimeReading, document, scan, time};
use crate::period::PeriodName;
use crate::quantity::{Amount, Figure, Printed, Scale, Unit, UnitKind};

/// Reads figures, dates, periods and documents (đọc số liệu) in Vietnamese or English text.
///
/// What the caller knows for certain narrows the readings; what is left of them is never chosen from.
///
/// ```
/// use thuocdo::quantity::Unit;
/// use thuocdo::text::{Notation, Reader};
///
/// let reader = Reader::vietnamese();
/// assert_eq!(reader.figure("1.493")?.readings.len(), 2);
/// // a table of persons, on a page that is known to write points before decimals
/// assert_eq!(reader.clone().of_unit(Unit::PERSON).figure("1.493")?.readings.len(), 1);
/// let english = reader.in_notation(Notation::English).figure("1.493")?;
/// assert_eq!(english.readings[0].notation, Notation::English);
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Reader {
    pub(super) lexicon: &'static Lexicon,
    notation: Option<Notation>,
    unit: Option<Unit>,
    magnitude: Option<(Amount, Amount)>,
    named: Vec<String>,
}

impl Reader {
    /// Reads Vietnamese.
    #[must_use]
    pub const fn vietnamese() -> Self {
        Self::of(&VIETNAMESE)
    }

    /// Reads English.
    #[must_use]
    pub const fn english() -> Self {
        Self::of(&ENGLISH)
    }

    const fn of(lexicon: &'static Lexicon) -> Self {
        Self { lexicon, notation: None, unit: None, magnitude: None, named: Vec::new() }
    }

    /// All numbers are in this notation.
    #[must_use]
    pub fn in_notation(self, notation: Notation) -> Self {
        Self { notation: Some(notation).filter(|notation| *notation != Notation::Either), ..self }
    }

    /// All figures, ranges and ratios are of this unit, at any scale; a bare number gets it. Changes have units of their own.
    #[must_use]
    pub fn of_unit(self, unit: Unit) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// The numbers of figures, ranges and ratios lie within these ends, as they are printed beside their unit. Changes do not.
    #[must_use]
    pub fn within(self, lowest: Amount, highest: Amount) -> Self {
        Self { magnitude: Some((lowest, highest)), ..self }
    }

    /// One more unit that running text names behind its numbers; the usual ones are known.
    #[must_use]
    pub fn with_unit(mut self, name: &str) -> Self {
        self.named.push(name.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "));
        self
    }

    /// Every reading of a text that is one phrase and nothing else.
    ///
    /// # Errors
    /// [`ReadError`] for what is no figure, date, period or document, a number or a unit that cannot be, a text in an old
    /// encoding, more than [`ReadError::LONGEST`] characters, and readings of which none fits what the caller knows.
    pub fn figure(&self, text: &str) -> Result<Phrase, ReadError> {
        let source = Source::phrase(text)?;
        if let Some(encoding) = old_encoding(text, self.lexicon.is_english) {
            return Err(ReadError::OldEncoding { text: beginning(text), encoding });
        }
        let no_figure = || ReadError::NotFigure { text: text.into() };
        let (stop, footnote) = without_footnote(&source);
        if stop == 0 {
            return match footnote {
                Some(_) => Ok(whole(&source, Vec::from([not_figure(NotFigure::FootnoteMark)]), footnote)),
                None => Err(no_figure()),
            };
        }
        let number = document::number_of_phrase(&source, stop);
        if let Some((found, end)) = document::document_at(&source, self.lexicon.is_english, true, number)
            && end == stop
        {
            return Ok(whole(&source, Vec::from([plain(Meaning::Document(found))]), footnote));
        }
        let mut readings = Vec::new();
        let mut refused = None;
        match self.time_of(&source, stop) {
            Some(Ok(times)) => readings = of_times(times),
            Some(Err(error)) => refused = Some(error),
            None => {}
        }
        let grammar = self.grammar(&source, Some(stop));
        let syntax = grammar.leads(0).and_then(|leads| grammar.figure(leads.words, leads.number));
        match syntax.map(|syntax| interpret::readings(&syntax, self.lexicon.is_english, false)) {
            Some(Ok(figures)) => {
                readings.extend(year_of(source.between(0, stop)));
                readings = likeliest_first(readings, self.narrowed(text, figures)?);
            }
            Some(Err(Refused::Number(reason))) if readings.is_empty() => {
                return Err(ReadError::Number { text: text.into(), reason });
            }
            _ => {}
        }
        if labels::phone(&source, 0).is_some_and(|(_, end)| end == stop) {
            readings.insert(0, not_figure(NotFigure::Phone));
        }
        if readings.is_empty() && footnote.is_some() {
            readings.push(not_figure(NotFigure::FootnoteMark));
        }
        if readings.is_empty() {
            return Err(refused.unwrap_or_else(no_figure));
        }
        Ok(whole(&source, readings, footnote))
    }

    /// Every reading of a text that says a day or a period and nothing else.
    ///
    /// # Errors
    /// As [`read_time`](super::read_time).
    pub fn time(&self, text: &str) -> Result<Vec<TimeReading>, ReadError> {
        time::read(text, self.lexicon.is_english)
    }

    /// Every figure, date, period and document of a running text, and the digits that are none of these, in the order in
    /// which they stand. Number words are left where they are.
    ///
    /// # Errors
    /// [`ReadError::OldEncoding`].
    pub fn scan(&self, text: &str) -> Result<Vec<Phrase>, ReadError> {
        match old_encoding(text, self.lexicon.is_english) {
            Some(encoding) => Err(ReadError::OldEncoding { text: beginning(text), encoding }),
            None => Ok(scan::scan(self, &Source::new(text))),
        }
    }

    pub(super) fn grammar<'g, 't>(&'g self, source: &'g Source<'t>, whole: Option<usize>) -> Grammar<'g, 't> {
        Grammar { source, lexicon: self.lexicon, units: Units { named: &self.named }, whole, is_single: false }
    }

    /// The time that the pieces before `stop` say; an error only for a date or period that cannot be.
    fn time_of(&self, source: &Source<'_>, stop: usize) -> Option<Result<Vec<TimeReading>, ReadError>> {
        match time::read_first(source, stop, self.lexicon.is_english) {
            Err(ReadError::NotTime { .. }) => None,
            found => Some(found),
        }
    }

    /// The readings that fit what the caller knows.
    pub(super) fn narrowed(&self, text: &str, readings: Vec<PhraseReading>) -> Result<Vec<PhraseReading>, ReadError> {
        let fitting: Vec<PhraseReading> = readings.into_iter().filter_map(|found| self.narrow(found)).collect();
        if fitting.is_empty() { Err(ReadError::NotExpected { text: beginning(text) }) } else { Ok(fitting) }
    }

    fn narrow(&self, mut found: PhraseReading) -> Option<PhraseReading> {
        if self.notation.is_some_and(|known| found.notation != known && found.notation != Notation::Either) {
            return None;
        }
        let (numbers, unit): (Vec<Printed>, &mut Unit) = match &mut found.meaning {
            Meaning::Figure { reading, unit } => (reading.numbers().collect(), unit),
            Meaning::AboutRange { range, unit } | Meaning::Band { range, unit } => {
                (Vec::from([range.low(), range.high()]), unit)
            }
            Meaning::Ratio { numerator, denominator, unit } => (Vec::from([*numerator, *denominator]), unit),
            _ => return Some(found),
        };
        if let Some(known) = &self.unit {
            if unit.kind() == UnitKind::Bare {
                // `5,2 tỷ` where all are of đồng
                *unit = match unit.scale() {
                    Scale::One => known.clone(),
                    scale => known.scaled(scale).ok()?,
                };
                found.clues.retain(|clue| *clue != Clue::UnknownUnit);
                found.clues.push(Clue::UnitOfCaller);
            }
            let is_refused = |number: &Printed| Figure::new(*number, unit.clone()).is_err();
            if !unit.is_same_measure(known) || numbers.iter().any(is_refused) {
                return None;
            }
        }
        if let Some((lowest, highest)) = self.magnitude
            && !numbers.iter().all(|number| (lowest..=highest).contains(&number.amount()))
        {
            return None;
        }
        Some(found)
    }
}

/// Reads a Vietnamese phrase without knowing more: [`Reader::figure`].
///
/// ```
/// use thuocdo::quantity::{Reading, Unit};
/// use thuocdo::text::{Meaning, read_figure};
///
/// let trained = &read_figure("trên 83%")?.readings[0];
/// assert_eq!(trained.meaning, Meaning::Figure { reading: Reading::MoreThan("83".parse()?), unit: Unit::PERCENT });
/// // 2.242 persons, or 2,242, which is no number of persons
/// let workers = read_figure("2.242 lao động")?.readings;
/// assert!(workers[0].figure().unwrap().is_ok() && workers[1].figure().unwrap().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// As [`Reader::figure`].
pub fn read_figure(text: &str) -> Result<Phrase, ReadError> {
    Reader::vietnamese().figure(text)
}

/// The pieces before the footnote marks at the end, and the marks.
fn without_footnote(source: &Source<'_>) -> (usize, Option<String>) {
    let from = (0..source.len()).rev().take(3).find(|at| labels::footnote_at(source, *at) == Some(source.len()));
    from.map_or((source.len(), None), |from| (from, Some(source.between(from, source.len()).to_owned())))
}

fn whole(source: &Source<'_>, readings: Vec<PhraseReading>, footnote: Option<String>) -> Phrase {
    let span = source.span(0, source.len());
    Phrase { text: source.between(0, source.len()).to_owned(), span, readings, footnote }
}

/// Times and figures of one phrase. Where a slash may be that of a day or of a ratio, a part of a whole is likelier a ratio.
pub(super) fn likeliest_first(mut times: Vec<PhraseReading>, mut figures: Vec<PhraseReading>) -> Vec<PhraseReading> {
    let is_ratio = figures.iter().any(|found| matches!(found.meaning, Meaning::Ratio { .. }));
    let is_part = figures.iter().any(|found| found.clues.contains(&Clue::PartWithinWhole));
    if is_ratio {
        for found in &mut times {
            found.clues.push(Clue::DayAndMonth);
        }
    }
    let is_year = times.iter().any(|found| matches!(found.meaning, Meaning::Time(TimeReading::Period(_))));
    if is_part && !is_year {
        figures.append(&mut times);
        figures
    } else {
        times.append(&mut figures);
        times
    }
}

/// The year that four digits alone may be.
pub(super) fn year_of(written: &str) -> Option<PhraseReading> {
    let mut found = plain(Meaning::Time(TimeReading::Period(PeriodName::Year(time::year_alone(written)?))));
    found.clues.push(Clue::FourDigits);
    Some(found)
}

/// Readings that are times, with nothing said of them.
pub(super) fn of_times(times: Vec<TimeReading>) -> Vec<PhraseReading> {
    times.into_iter().map(|time| plain(Meaning::Time(time))).collect()
}

/// A reading that is no figure.
pub(super) fn not_figure(what: NotFigure) -> PhraseReading {
    plain(Meaning::NotFigure(what))
}

/// A reading with nothing said of it.
pub(super) fn plain(meaning: Meaning) -> PhraseReading {
    PhraseReading { meaning, notation: Notation::Either, status: None, base: None, clues: Vec::new() }
}
