//! Figures, dates, periods and documents in running text. It goes from digits to digits, so that its time grows with the text.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::interpret;
use super::labels;
use super::meaning::{Clue, Meaning, NotFigure, Phrase, PhraseReading};
use super::reader::{Reader, not_figure, plain, with_day_and_month};
use super::source::{Kind, Source};
use super::time::time_at;
use super::{Notation, document};

/// All phrases, in the order in which they stand.
pub(super) fn scan(reader: &Reader, source: &Source<'_>) -> Vec<Phrase> {
    let mut scanner = Scanner { reader, source, found: Vec::new() };
    let (mut at, mut free) = (0, 0);
    while at < source.len() {
        at = match scanner.phrase(at, free) {
            Some(end) => {
                free = end;
                end
            }
            None => at.saturating_add(1),
        };
    }
    let mut found = scanner.found;
    settle_notation(&mut found);
    found
}

struct Scanner<'s, 't> {
    reader: &'s Reader,
    source: &'s Source<'t>,
    found: Vec<Phrase>,
}

impl Scanner<'_, '_> {
    /// The phrase around this piece, and the piece behind it; its words may begin with the piece `free`, behind the last one.
    fn phrase(&mut self, at: usize, free: usize) -> Option<usize> {
        match self.source.kind(at)? {
            Kind::Digits => Some(self.number(at, free)),
            Kind::OtherDigits => Some(self.take(at, at.saturating_add(1), NotFigure::Malformed)),
            Kind::Raised | Kind::Mark('[') => self.footnote(at),
            Kind::Mark('/') => self.document(at),
            // a quarter in Roman numerals has no digits, nor has a month in words
            Kind::Word if self.source.is(at, "quý") || self.source.is(at, "tháng") => self.time(at),
            Kind::Word | Kind::Mark(_) => None,
        }
    }

    /// What a number is, and the piece behind it.
    fn number(&mut self, at: usize, free: usize) -> usize {
        if let Some(end) = self.document(at) {
            return end;
        }
        if let Some((what, end)) = labels::not_figure_at(self.source, at) {
            return self.take(at, end.max(at.saturating_add(1)), what);
        }
        let grammar = self.reader.grammar(self.source, None);
        let after_numeral = grammar.numeral(at).map_or(at.saturating_add(1), |(_, end)| end);
        let time = self.time_around(at, free);
        let figure = self.figure(at, free);
        if let Some((Ok(_), from, end)) = &time {
            // a figure that reaches further: `12 tháng/năm`, or as far with more words before it: `dưới 3 tháng`
            let is_part = figure.as_ref().is_some_and(|(figure_from, figure_end, _)| {
                *from == at && (figure_end > end || (figure_end == end && figure_from <= from))
            });
            if (*from < at || *end > after_numeral) && *end >= after_numeral && !is_part {
                let (from, end) = (*from, *end);
                return self.take_time(from, end);
            }
        }
        let readings = match (figure, time) {
            // `6/29`: a ratio or a day and a month
            (Some((from, end, mut figures)), Some((Ok(times), time_from, time_end)))
                if from == time_from && end == time_end =>
            {
                let mut readings = with_day_and_month(times, &figures);
                readings.append(&mut figures);
                Some((from, end, readings))
            }
            (Some((_, end, _)), Some((Ok(_), time_from, time_end))) if time_end > end => {
                return self.take_time(time_from, time_end);
            }
            (None, Some((Ok(_), time_from, time_end))) => return self.take_time(time_from, time_end),
            // `tháng 13/2021`: the word says what the numbers are
            (Some((_, end, _)), Some((Err(()), from, time_end))) if from < at && time_end >= end => {
                return self.take(from, time_end, NotFigure::NoSuchTime);
            }
            (Some(figure), _) => Some(figure),
            (None, Some((Err(()), from, end))) => return self.take(from, end, NotFigure::NoSuchTime),
            (None, None) => None,
        };
        match readings {
            Some((from, end, mut readings)) => {
                if from == at && end == after_numeral && end == at.saturating_add(1) {
                    let bare = self.bare(at, readings);
                    match bare {
                        Ok(kept) => readings = kept,
                        Err(what) => return self.take(at, end, what),
                    }
                }
                // letters close to a number that are no unit: `4G`, `1A`
                if self.source.is_glued(end) && self.source.kind(end) == Some(Kind::Word) && end == after_numeral {
                    return self.take(at, end.saturating_add(1), NotFigure::Name);
                }
                self.push(from, end, readings)
            }
            None => self.take(at, end_of_digits(self.source, at), NotFigure::Malformed),
        }
    }

    /// A number that stands alone: a label, perhaps a year, or a figure.
    fn bare(&self, at: usize, mut readings: Vec<PhraseReading>) -> Result<Vec<PhraseReading>, NotFigure> {
        if labels::is_label(self.source, self.reader.lexicon, at) || self.goes_on_with_labels(at) {
            return Err(NotFigure::Label);
        }
        let written = self.source.written(at);
        let is_year = written.len() == 4 && ("1900"..="2199").contains(&written);
        if is_year && let Ok(year) = written.parse() {
            let mut year = plain(Meaning::Time(super::TimeReading::Period(crate::period::PeriodName::Year(year))));
            year.clues.push(Clue::FourDigits);
            readings.retain(|found| !matches!(found.meaning, Meaning::Time(_)));
            readings.insert(0, year);
        }
        Ok(readings)
    }

    /// `mức độ 3, 4`: one more label behind another.
    fn goes_on_with_labels(&self, at: usize) -> bool {
        let last = self.found.last();
        let is_label = |phrase: &&Phrase| {
            matches!(phrase.readings.first().map(|found| &found.meaning), Some(Meaning::NotFigure(NotFigure::Label)))
        };
        let (Some(last), Some(before), Some(token)) = (last.filter(is_label), at.checked_sub(1), self.source.token(at))
        else {
            return false;
        };
        let is_close = self.source.token(before).is_some_and(|joint| {
            self.source.text.get(last.span.end..joint.start).is_some_and(|gap| gap.trim().is_empty())
        });
        let is_joint =
            self.source.is_mark(before, ',') || self.source.is(before, "và") || self.source.is(before, "and");
        is_close && is_joint && token.line_ends == 0
    }

    /// The figure whose numeral begins here, with the words before it that belong to it.
    fn figure(&self, at: usize, free: usize) -> Option<(usize, usize, Vec<PhraseReading>)> {
        /// `dự kiến phấn đấu giảm được trên` has eight words.
        const WORDS: usize = 8;
        let grammar = self.reader.grammar(self.source, None);
        let number = grammar.number_start(at, free);
        let earliest = number.saturating_sub(WORDS).max(free);
        let is_after_rate = self.is_after_rate();
        for from in earliest..=number {
            let Some(leads) = grammar.leads(from) else { continue };
            // words that say nothing of the number are left to the sentence
            if leads.number != number || leads.telling != from || !self.is_near(from, number) {
                continue;
            }
            let Some(syntax) = grammar.figure(leads.words, number) else { continue };
            let Ok(readings) = interpret::readings(&syntax, self.reader.lexicon.is_english, is_after_rate) else {
                continue;
            };
            let text = self.source.between(from, syntax.end);
            // a figure that the caller does not expect is still a figure
            let readings = self.reader.narrowed(text, readings.clone()).unwrap_or(readings);
            return Some((from, syntax.end, readings));
        }
        None
    }

    /// Whether a number stands behind its words, at most at the beginning of the next line.
    fn is_near(&self, from: usize, number: usize) -> bool {
        from == number || self.source.token(number).is_some_and(|token| token.line_ends <= 1)
    }

    /// Whether the last phrase is a rate, so that a change in percent may be one in points.
    fn is_after_rate(&self) -> bool {
        let last = self.found.last().and_then(|phrase| phrase.readings.first());
        matches!(last.map(|found| &found.meaning), Some(Meaning::Figure { unit, .. }) if unit.name() == "%")
    }

    /// The time that begins with a word before this number, or with it.
    fn time_around(&self, at: usize, free: usize) -> Option<(Result<Vec<PhraseReading>, ()>, usize, usize)> {
        /// `từ ngày 15/12/2020`, `quý III năm 2021`.
        const WORDS: usize = 3;
        let mut refused = None;
        for from in at.saturating_sub(WORDS).max(free)..=at {
            match time_at(self.source, self.reader.lexicon.is_english, from) {
                Some((Ok(times), end)) if end > at => {
                    return Some((Ok(times.into_iter().map(|time| plain(Meaning::Time(time))).collect()), from, end));
                }
                Some((Err(_), end)) if end > at => refused = refused.or(Some((Err(()), from, end))),
                _ => {}
            }
        }
        refused
    }

    fn take_time(&mut self, from: usize, end: usize) -> usize {
        match time_at(self.source, self.reader.lexicon.is_english, from) {
            Some((Ok(times), _)) => {
                let readings = times.into_iter().map(|time| plain(Meaning::Time(time))).collect();
                self.push(from, end, readings)
            }
            _ => self.take(from, end, NotFigure::NoSuchTime),
        }
    }

    fn time(&mut self, at: usize) -> Option<usize> {
        let (times, end) = time_at(self.source, self.reader.lexicon.is_english, at)?;
        let readings = times.ok()?.into_iter().map(|time| plain(Meaning::Time(time))).collect();
        Some(self.push(at, end, readings))
    }

    fn document(&mut self, at: usize) -> Option<usize> {
        let (reference, end) = document::document_at(self.source, self.reader.lexicon.is_english, false, at)?;
        Some(self.push(at, end, Vec::from([plain(Meaning::Document(reference))])))
    }

    /// A footnote mark of its own; one close to a phrase belongs to that.
    fn footnote(&mut self, at: usize) -> Option<usize> {
        let end = labels::footnote_at(self.source, at)?;
        Some(self.take(at, end, NotFigure::FootnoteMark))
    }

    fn take(&mut self, from: usize, end: usize, what: NotFigure) -> usize {
        self.push(from, end, Vec::from([not_figure(what)]))
    }

    /// Keeps a phrase, with the footnote mark close to its end.
    fn push(&mut self, from: usize, end: usize, readings: Vec<PhraseReading>) -> usize {
        let span = self.source.span(from, end);
        let is_mark =
            matches!(readings.first().map(|found| &found.meaning), Some(Meaning::NotFigure(NotFigure::FootnoteMark)));
        let mark = labels::footnote_at(self.source, end).filter(|_| self.source.is_glued(end) && !is_mark);
        let footnote: Option<String> = mark.map(|mark| self.source.between(end, mark).to_owned());
        let text = self.source.between(from, end).to_owned();
        self.found.push(Phrase { span, text, readings, footnote });
        mark.unwrap_or(end)
    }
}

/// The piece behind the digits and the marks between them, for what no notation writes so.
fn end_of_digits(source: &Source<'_>, at: usize) -> usize {
    let mut end = at.saturating_add(1);
    while source.is_glued(end) {
        let next = end.saturating_add(1);
        let is_digits = source.kind(end) == Some(Kind::Digits);
        let is_mark = matches!(source.kind(end), Some(Kind::Mark('.' | ',' | '/' | '-')))
            && source.is_glued(next)
            && source.kind(next) == Some(Kind::Digits);
        if !is_digits && !is_mark {
            break;
        }
        end = next;
    }
    end
}

/// Where some numbers of a text are in one notation only and none is in the other only, that speaks for it everywhere.
fn settle_notation(found: &mut [Phrase]) {
    let is_only = |notation: Notation| {
        found.iter().any(|phrase| {
            phrase.figures().next().is_some() && phrase.figures().all(|reading| reading.notation == notation)
        })
    };
    let notation = match (is_only(Notation::Vietnamese), is_only(Notation::English)) {
        (true, false) => Notation::Vietnamese,
        (false, true) => Notation::English,
        _ => return,
    };
    for phrase in found {
        let is_open =
            phrase.figures().any(|reading| reading.notation != notation && reading.notation != Notation::Either);
        for reading in phrase.readings.iter_mut().filter(|_| is_open) {
            if reading.notation == notation {
                reading.clues.push(Clue::TextIsIn(notation));
            }
        }
    }
}
