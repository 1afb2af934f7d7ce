//! What a figure that is put together can mean: every reading, and what speaks for it.

use alloc::{string::String, vec::Vec};

use super::grammar::{Shape, Syntax};
use super::lexicon::Bound;
use super::meaning::{Base, ChangeSense, Clue, Meaning, NotFigure, PhraseReading};
use super::numeral::{Notation, NumeralReading, read_numeral};
use super::units::UnitWords;
use crate::quantity::{Amount, Figure, Printed, QuantityError, Range, Reading, Scale, Unit};

/// Why a figure has no reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// Its words do not go together.
    Words,
    /// A number that no figure can be.
    Number(QuantityError),
}

impl From<QuantityError> for Refused {
    fn from(reason: QuantityError) -> Self {
        Self::Number(reason)
    }
}

/// The readings of a figure, the one in the language's own notation first.
pub(super) fn readings(syntax: &Syntax, is_english: bool, is_after_rate: bool) -> Result<Vec<PhraseReading>, Refused> {
    let own = if is_english { Notation::English } else { Notation::Vietnamese };
    let foreign = if is_english { Notation::Vietnamese } else { Notation::English };
    let mut found = Vec::new();
    let mut refused = None;
    for notation in [own, foreign] {
        let reader = Interpreter { syntax, notation, is_own: notation == own, is_after_rate };
        match reader.meanings() {
            Ok(readings) => {
                let is_either = readings.iter().any(|found| found.notation == Notation::Either);
                found.extend(readings);
                if is_either {
                    break;
                }
            }
            Err(reason) => refused = Some(better(refused, reason)),
        }
    }
    if found.is_empty() { Err(refused.unwrap_or(Refused::Words)) } else { Ok(found) }
}

/// The reason that says more.
fn better(one: Option<Refused>, other: Refused) -> Refused {
    match one {
        Some(one @ Refused::Number(_)) => one,
        _ => other,
    }
}

/// Reads the numerals in one notation.
struct Interpreter<'s> {
    syntax: &'s Syntax,
    notation: Notation,
    /// Whether it is the notation of the language.
    is_own: bool,
    is_after_rate: bool,
}

impl Interpreter<'_> {
    fn meanings(&self) -> Result<Vec<PhraseReading>, Refused> {
        let unit = &self.syntax.unit;
        match &self.syntax.shape {
            Shape::One(numeral) => self.one(numeral),
            Shape::Word(number) => self.word(*number),
            Shape::Broken { whole, second } => {
                let mut readings = with_clue(self.one(whole)?, &Clue::SpaceWithin);
                readings.extend(with_clue(self.one(second)?, &Clue::ListItem));
                Ok(readings)
            }
            Shape::Range { low, low_scale, high, is_band } => {
                let (low_number, high_number) = (self.numeral(low)?.0, self.numeral(high)?.0);
                let Some(scale) = low_scale.filter(|scale| *scale != unit.scale) else {
                    return self.range(Range::new(low_number, high_number)?, unit, *is_band, &[low, high]);
                };
                // `500 triệu đến 1 tỷ đồng`: both in the smaller scale
                let smaller = scale.min(unit.scale);
                let range =
                    Range::new(in_scale(low_number, scale, smaller)?, in_scale(high_number, unit.scale, smaller)?)?;
                let unit = UnitWords { scale: smaller, ..unit.clone() };
                Ok(with_clue(self.range(range, &unit, *is_band, &[low, high])?, &Clue::OneScale))
            }
            Shape::Slash { first, first_unit, second } => self.slash(first, first_unit.as_ref(), second),
            Shape::Compound(parts) => {
                let sum = self.compound(parts, unit.scale)?;
                self.figure(Printed::from(sum), &[parts.first().map_or("", |(first, _)| first)])
            }
        }
    }

    /// The numeral in this notation, and whether it is written so in this notation only.
    fn numeral(&self, text: &str) -> Result<(Printed, bool), Refused> {
        let readings = read_numeral(text).map_err(|error| match error {
            super::ReadError::Number { reason, .. } => Refused::Number(reason),
            _ => Refused::Words,
        })?;
        let fits = readings.iter().find(|found| found.notation == self.notation || found.notation == Notation::Either);
        fits.map(|found| (found.printed, found.notation != Notation::Either)).ok_or(Refused::Words)
    }

    fn one(&self, numeral: &str) -> Result<Vec<PhraseReading>, Refused> {
        let mut readings = self.figure(self.numeral(numeral)?.0, &[numeral])?;
        // `3.040.641 tỷ đồng` for `3.040,641 tỷ đồng`
        let (group, decimal) = if self.notation == Notation::English { (',', '.') } else { ('.', ',') };
        if self.is_own
            && self.syntax.unit.scale >= Scale::Million
            && let Some((whole, last)) = numeral.rsplit_once(group)
            && whole.contains(group)
        {
            let mended = self.numeral(&[whole, &String::from(decimal), last].concat());
            if let Ok((printed, _)) = mended {
                let slip = self.figure(printed, &[numeral])?;
                readings.extend(with_clue(slip, &Clue::LastMarkForDecimals));
            }
        }
        Ok(readings)
    }

    fn word(&self, number: u8) -> Result<Vec<PhraseReading>, Refused> {
        let printed = Printed::from(Amount::from(i32::from(number)));
        let mut readings = with_clue(self.figure(printed, &[])?, &Clue::NumberWord);
        // five and a year are one word
        if number == 5 {
            readings.push(self.reading(Meaning::NotFigure(NotFigure::Word), &[]));
        }
        Ok(readings)
    }

    /// A figure or a change by one number.
    fn figure(&self, printed: Printed, numerals: &[&str]) -> Result<Vec<PhraseReading>, Refused> {
        let words = self.syntax.words;
        let bound = match (words.bound, self.syntax.closing) {
            (None | Some(Bound::From), Some(closing)) => Some(closing),
            (Some(Bound::From), None) | (Some(_), Some(_)) => return Err(Refused::Words),
            (bound, None) => bound,
        };
        if words.is_rank {
            return Err(Refused::Words);
        }
        let unit = unit_of(&self.syntax.unit)?;
        let reading = bound.map_or(Reading::Exactly(printed), |bound| bound.reading(printed));
        let mut readings = self.of_size(reading, unit, numerals)?;
        if self.syntax.unit.has_stray_percent {
            readings = with_clue(readings, &Clue::StrayPercent);
            readings.extend(self.of_size(reading, Unit::PERCENT, numerals)?);
        }
        Ok(readings)
    }

    /// A figure, a change by so much, or so many times.
    fn of_size(&self, reading: Reading, unit: Unit, numerals: &[&str]) -> Result<Vec<PhraseReading>, Refused> {
        let words = self.syntax.words;
        let is_times = unit.name() == "lần";
        if words.is_times || (words.sense.is_some() && is_times) {
            if !is_times && unit != Unit::BARE {
                return Err(Refused::Words);
            }
            let sense = words.sense.unwrap_or(ChangeSense::Up);
            let times = |is_added| self.reading(Meaning::Multiple { sense, times: reading, is_added }, numerals);
            let of_base = if words.is_times {
                with_clue(Vec::from([times(false)]), &Clue::TimesBase)
            } else {
                Vec::from([times(false)])
            };
            return Ok(if words.sense == Some(ChangeSense::Up) {
                of_base.into_iter().chain([times(true)]).collect()
            } else {
                of_base
            });
        }
        let Some(sense) = words.sense else {
            return Ok(Vec::from([self.reading(Meaning::Figure { reading, unit }, numerals)]));
        };
        if reading.numbers().any(|number| number.amount().is_negative()) {
            return Err(Refused::Words);
        }
        let change = |unit: Unit| self.reading(Meaning::Change { sense, size: reading, unit }, numerals);
        if unit != Unit::PERCENT {
            return Ok(Vec::from([change(unit)]));
        }
        let relative = with_clue(Vec::from([change(Unit::PERCENT)]), &Clue::SaysPercent);
        let is_of_plan =
            sense == ChangeSense::Over && self.syntax.base.as_ref().is_some_and(|(_, words)| !is_comparison(words));
        let mut readings = relative;
        if is_of_plan {
            // `vượt 165% kế hoạch` where 165 % were reached
            let is_above_whole = reading.numbers().all(|number| number.amount() >= Amount::HUNDRED);
            if is_above_whole {
                let reached = Vec::from([self.reading(Meaning::Figure { reading, unit: Unit::PERCENT }, numerals)]);
                readings.extend(with_clue(reached, &Clue::OverForReached));
            }
            return Ok(readings);
        }
        let mut points = with_clue(Vec::from([change(Unit::PERCENTAGE_POINTS)]), &Clue::RateMayChange);
        if self.is_after_rate {
            points = with_clue(points, &Clue::AfterRate);
        }
        readings.extend(points);
        Ok(readings)
    }

    fn range(
        &self,
        range: Range,
        unit: &UnitWords,
        is_band: bool,
        numerals: &[&str],
    ) -> Result<Vec<PhraseReading>, Refused> {
        let words = self.syntax.words;
        if self.syntax.closing.is_some() {
            return Err(Refused::Words);
        }
        let unit = unit_of(unit)?;
        match (words.bound, is_band) {
            (Some(Bound::About), false) if words.sense.is_none() && !words.is_times => {
                Ok(Vec::from([self.reading(Meaning::AboutRange { range, unit }, numerals)]))
            }
            (Some(Bound::About), _) => Err(Refused::Words),
            (_, true) if words.sense.is_none() && !words.is_times => {
                Ok(Vec::from([self.reading(Meaning::Band { range, unit }, numerals)]))
            }
            (_, true) => Err(Refused::Words),
            (_, false) => self.of_size(Reading::Between(range), unit, numerals),
        }
    }

    fn slash(&self, first: &str, unit: Option<&UnitWords>, second: &str) -> Result<Vec<PhraseReading>, Refused> {
        let words = self.syntax.words;
        if words.bound.is_some() || words.sense.is_some() || words.is_times || self.syntax.closing.is_some() {
            return Err(Refused::Words);
        }
        let numerals = [first, second];
        let (numerator, denominator) = (self.numeral(first)?.0, self.numeral(second)?.0);
        let other = unit_of(&self.syntax.unit)?;
        if words.is_rank {
            let rank = Meaning::Rank { place: numerator, of: denominator };
            return Ok(Vec::from([self.reading(rank, &numerals)]));
        }
        let unit = match unit {
            None => None,
            Some(words) => Some(unit_of(words)?).filter(|unit| *unit != other),
        };
        let Some(unit) = unit else {
            let clue =
                if numerator.amount() <= denominator.amount() { Clue::PartWithinWhole } else { Clue::PartAboveWhole };
            let ratio = Meaning::Ratio { numerator, denominator, unit: other };
            return Ok(with_clue(Vec::from([self.reading(ratio, &numerals)]), &clue));
        };
        if other == Unit::BARE {
            return Err(Refused::Words);
        }
        let mut readings = Vec::new();
        // `109,4 bé trai/100 bé gái` is a rate of 109,4
        let round = [100_i32, 1_000, 10_000, 100_000];
        if round.iter().any(|round| denominator.amount() == Amount::from(*round)) {
            let per: Result<Unit, _> = alloc::format!("{unit}/{second} {other}").parse();
            if let Ok(unit) = per {
                let rate = Meaning::Figure { reading: Reading::Exactly(numerator), unit };
                readings.extend(with_clue(Vec::from([self.reading(rate, &numerals)]), &Clue::PerRoundNumber));
            }
        }
        readings
            .push(self.reading(Meaning::Pair { first: (numerator, unit), second: (denominator, other) }, &numerals));
        Ok(readings)
    }

    /// The parts in the smallest of their scales.
    fn compound(&self, parts: &[(String, Scale)], smallest: Scale) -> Result<Amount, Refused> {
        let mut sum = Amount::ZERO;
        for (numeral, scale) in parts {
            let amount = self.numeral(numeral)?.0.amount();
            if !amount.is_whole() || amount.is_negative() {
                return Err(Refused::Words);
            }
            sum = sum.checked_add(in_scale(Printed::from(amount), *scale, smallest)?.amount())?;
        }
        Ok(sum)
    }

    fn reading(&self, meaning: Meaning, numerals: &[&str]) -> PhraseReading {
        let read: Vec<_> = numerals.iter().map(|numeral| read_numeral(numeral).unwrap_or_default()).collect();
        let is_marked = read.iter().flatten().any(|found| found.notation == self.notation);
        let mut clues = Vec::new();
        if is_marked {
            // one in both notations
            let is_either = |found: &NumeralReading| found.notation == Notation::Either;
            let is_open = read.iter().all(|found| found.len() > 1 || found.first().is_some_and(is_either));
            let is_grouped = numerals.iter().any(|numeral| self.is_grouped(numeral));
            clues.extend(match (self.is_own, is_open) {
                (true, true) if is_grouped => Some(Clue::Groups),
                (true, _) => None,
                (false, true) => Some(Clue::ForeignNotation),
                (false, false) => Some(Clue::OnlyForeign),
            });
        }
        let checked = match &meaning {
            Meaning::Figure { reading, unit } => Figure::new(*reading, unit.clone()).err(),
            Meaning::Ratio { numerator, denominator, unit } => {
                let checked = [*numerator, *denominator].map(|number| Figure::new(number, unit.clone()).err());
                checked.into_iter().flatten().next()
            }
            Meaning::Pair { first, second } => {
                let checked = [first, second].map(|(number, unit)| Figure::new(*number, unit.clone()).err());
                checked.into_iter().flatten().next()
            }
            Meaning::Change { size, unit, .. } => Figure::new(*size, unit.clone()).err(),
            _ => None,
        };
        clues.extend(checked.map(Clue::UnitRefuses));
        let base = self.syntax.base.as_ref().map(|(kind, text)| Base { kind: *kind, text: text.clone() });
        let notation = if is_marked { self.notation } else { Notation::Either };
        PhraseReading { meaning, notation, status: self.syntax.words.status, base, clues }
    }

    /// Whether this notation groups the digits of a numeral.
    fn is_grouped(&self, numeral: &str) -> bool {
        numeral.contains(if self.notation == Notation::English { ',' } else { '.' })
    }
}

fn with_clue(mut readings: Vec<PhraseReading>, clue: &Clue) -> Vec<PhraseReading> {
    for found in &mut readings {
        found.clues.push(clue.clone());
    }
    readings
}

/// A number of one scale in a smaller one.
fn in_scale(printed: Printed, scale: Scale, smaller: Scale) -> Result<Printed, Refused> {
    if scale == smaller {
        return Ok(printed);
    }
    let times = scale.factor().checked_div(smaller.factor()).ok_or(Refused::Words)?;
    let millionths = printed.amount().millionths().checked_mul(times).ok_or(QuantityError::ResultTooLarge)?;
    Ok(Printed::from(Amount::from_millionths(millionths)?))
}

/// The unit; a scale word alone is that of a bare number.
fn unit_of(words: &UnitWords) -> Result<Unit, QuantityError> {
    let unit: Unit = words.name.parse()?;
    if words.scale == Scale::One { Ok(unit) } else { unit.scaled(words.scale) }
}

/// Whether the words of a base begin with `so với` or the like.
fn is_comparison(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default().to_lowercase();
    ["so", "compared", "against", "on", "from"].contains(&first.as_str())
}
