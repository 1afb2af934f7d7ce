//! Figures, dates, periods and documents in running text. It goes from digits to digits, so that its time grows with the text.

use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::grammar::{Grammar, Syntax};
use super::interpret;
use super::labels;
use super::lexicon::{Bound, Lead};
use super::meaning::{Clue, Meaning, NotFigure, Phrase, PhraseReading, Status};
use super::reader::{Reader, likeliest_first, not_figure, of_times, plain, year_of};
use super::source::{Kind, Source};
use super::time_at::time_at;
use super::{Notation, TimeReading, document};
use crate::quantity::{Unit, UnitKind};

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

/// A time, or one that cannot be, and the pieces it begins with and ends before.
type Time = (Result<Vec<PhraseReading>, ()>, usize, usize);

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
            // a quarter in Roman numerals has no digits; a month in words is left, for `tháng năm` is mostly a blank
            Kind::Word if self.source.is(at, "quý") => self.time(at),
            Kind::Word | Kind::Mark(_) => None,
        }
    }

    /// What a number is, and the piece behind it.
    fn number(&mut self, at: usize, free: usize) -> usize {
        if let Some(end) = self.document(at) {
            return end;
        }
        let grammar = self.reader.grammar(self.source, None);
        let after_numeral = grammar.numeral(at).map_or(at.saturating_add(1), |(_, end)| end);
        let time = self.time_around(at, free);
        // `Q1 2021` is a time, `H5N1` a name
        let is_time = matches!(&time, Some((Ok(_), from, end)) if *from < at && *end >= after_numeral);
        if !is_time && let Some((what, end)) = labels::not_figure_at(self.source, at) {
            return self.take(at, end.max(at.saturating_add(1)), what);
        }
        let mut figure = self.figure(at, free);
        // `Quyết định số 1719 ngày 14/10/2021`, `14:30 ngày 20/11`: the unit is the first word of a day
        if !is_time && figure.is_some() && self.is_unit_of_time(at, after_numeral) {
            if labels::is_label(self.source, self.reader.lexicon, at) || self.goes_on_with_labels(at) {
                return self.take(at, after_numeral, NotFigure::Label);
            }
            figure = self.number_alone(at);
        }
        // a figure that reaches further: `12 tháng/năm`, or as far with more words before it: `dưới 3 tháng`
        let is_part = |from: usize, end: usize| {
            figure.as_ref().is_some_and(|(figure_from, figure_end, _)| {
                from == at && (*figure_end > end || (*figure_end == end && *figure_from <= from))
            })
        };
        let time = match time {
            Some((Ok(times), from, end))
                if (from < at || end > after_numeral) && end >= after_numeral && !is_part(from, end) =>
            {
                return self.push(from, end, times);
            }
            time => time,
        };
        let readings = match (figure, time) {
            // `6/29`: a ratio or a day and a month
            (Some((from, end, figures)), Some((Ok(times), time_from, time_end)))
                if from == time_from && end == time_end =>
            {
                Some((from, end, likeliest_first(times, figures)))
            }
            (Some((_, end, _)), Some((Ok(times), time_from, time_end))) if time_end > end => {
                return self.push(time_from, time_end, times);
            }
            (None, Some((Ok(times), from, end))) => return self.push(from, end, times),
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
                if from == at && is_bare(&readings) {
                    readings = match self.bare(at, end, readings) {
                        Ok(kept) => kept,
                        Err(what) => return self.take(at, end, what),
                    };
                }
                self.doubt_unit(end, &mut readings);
                // letters close to a number that are no unit: `4G`, `1A`
                if self.source.is_glued(end) && self.source.kind(end) == Some(Kind::Word) && end == after_numeral {
                    return self.take(at, end.saturating_add(1), NotFigure::Name);
                }
                self.push(from, end, readings)
            }
            None => self.take(at, end_of_digits(self.source, at), NotFigure::Malformed),
        }
    }

    /// Whether the word behind a number that could be its unit begins a day, a month or a year instead.
    fn is_unit_of_time(&self, at: usize, unit: usize) -> bool {
        let is_day = ["ngày", "tháng"].iter().any(|word| self.source.is(unit, word));
        // `5 năm 2016 - 2020` are five years, `đợt 2 năm 2021` is a label and a year
        let is_year = self.source.is(unit, "năm")
            && (labels::is_label(self.source, self.reader.lexicon, at)
                || self.goes_on_with_labels(at)
                || self.goes_on_with_times(at));
        let time = (is_day || is_year).then(|| time_at(self.source, self.reader.lexicon.is_english, unit)).flatten();
        matches!(time, Some((Ok(_), end)) if (unit..end).any(|at| self.source.kind(at) == Some(Kind::Digits)))
    }

    /// The number without the words around it.
    fn number_alone(&self, at: usize) -> Option<(usize, usize, Vec<PhraseReading>)> {
        let (numeral, end) = self.reader.grammar(self.source, None).numeral(at)?;
        let syntax = Syntax::bare(numeral, end);
        let readings = interpret::readings(&syntax, self.reader.lexicon.is_english, false).ok()?;
        Some((at, end, readings))
    }

    /// A number without a unit: a label, perhaps a year, or a figure.
    fn bare(&self, at: usize, end: usize, mut readings: Vec<PhraseReading>) -> Result<Vec<PhraseReading>, NotFigure> {
        let is_alone = end == at.saturating_add(1);
        // `Mục 2.1`, `Điều 5-7`
        let is_short =
            (at..end).all(|at| self.source.kind(at) != Some(Kind::Digits) || self.source.written(at).len() <= 2);
        let is_label = (is_alone || is_short) && labels::is_label(self.source, self.reader.lexicon, at);
        let is_next = is_alone && is_short && (self.goes_on_with_labels(at) || self.goes_on_with_times(at));
        if is_label || is_next {
            return Err(NotFigure::Label);
        }
        if let Some(year) = year_of(self.source.written(at)).filter(|_| is_alone) {
            readings.retain(|found| !matches!(found.meaning, Meaning::Time(_)));
            readings.insert(0, year);
        }
        Ok(readings)
    }

    /// Says of a figure without a unit that a word stands behind it which may be one.
    fn doubt_unit(&self, end: usize, readings: &mut [PhraseReading]) {
        let is_word = self.source.kind(end) == Some(Kind::Word) && self.source.goes_on(end);
        if !is_word || self.reader.lexicon.no_units.iter().any(|word| self.source.is(end, word)) {
            return;
        }
        for found in readings {
            if matches!(&found.meaning, Meaning::Figure { unit, .. } | Meaning::Change { unit, .. } if unit.kind() == UnitKind::Bare)
            {
                found.clues.push(Clue::UnknownUnit);
            }
        }
    }

    /// `mức độ 3, 4`: one more label behind another.
    fn goes_on_with_labels(&self, at: usize) -> bool {
        self.goes_on_with(at, |meaning| matches!(meaning, Meaning::NotFigure(NotFigure::Label)))
    }

    /// `tháng 1, 2, 3 năm 2021`: one more month or day behind another.
    fn goes_on_with_times(&self, at: usize) -> bool {
        self.goes_on_with(at, |meaning| matches!(meaning, Meaning::Time(TimeReading::PartOfYear(_))))
    }

    /// Whether a comma or `và` stands between the last phrase, which says such a thing, and this number.
    fn goes_on_with(&self, at: usize, is_such: impl Fn(&Meaning) -> bool) -> bool {
        let last = self.found.last().filter(|last| last.readings.first().is_some_and(|found| is_such(&found.meaning)));
        let (Some(last), Some(before), Some(token)) = (last, at.checked_sub(1), self.source.token(at)) else {
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
        let is_after_rate = self.is_after_rate(at);
        let mut is_from_blocked = false;
        for from in earliest..=number {
            let Some(mut leads) = grammar.leads(from) else { continue };
            // words that say nothing of the number are left to the sentence, and so are words that are turned round
            let is_blocked = from < number && self.is_blocked(from);
            if leads.number != number || leads.telling != from || !self.is_near(from, number) || is_blocked {
                // `rose from 5.2% to 7.1%` is no range
                is_from_blocked |= is_blocked && leads.number == number && leads.words.bound == Some(Bound::From);
                continue;
            }
            if leads.words.status == Some(Status::Reached) {
                leads.words.status = Some(self.status_before(from));
            }
            let single = Grammar { is_single: true, ..grammar };
            for grammar in [if is_from_blocked { single } else { grammar }, single] {
                let Some(syntax) = grammar.figure(leads.words, number) else { continue };
                let readings = interpret::readings(&syntax, self.reader.lexicon.is_english, is_after_rate);
                let Ok(readings) = readings else { continue };
                let text = self.source.between(from, syntax.end);
                // a figure that the caller does not expect is still a figure
                let readings = self.reader.narrowed(text, readings.clone()).unwrap_or(readings);
                return Some((from, syntax.end, readings));
            }
        }
        None
    }

    /// `chưa đạt`, `sớm hơn`: whether the word before these turns them round or takes them for itself.
    fn is_blocked(&self, from: usize) -> bool {
        let Some(before) = from.checked_sub(1).filter(|_| self.source.goes_on(from)) else { return false };
        let lexicon = self.reader.lexicon;
        let is_before = |words: &[&str]| words.iter().any(|word| self.source.is(before, word));
        let is_taken = |(lead, takers): &(&str, &[&str])| self.source.is(from, lead) && is_before(takers);
        is_before(lexicon.negations) || lexicon.takers.iter().any(is_taken)
    }

    /// How firm `đạt` is: `phấn đấu đến năm 2025 đạt` is an aim.
    fn status_before(&self, from: usize) -> Status {
        /// `dự kiến đến hết tháng 12 năm 2021 tỷ lệ lao động qua đào tạo đạt` has 14 words.
        const WORDS: usize = 16;
        for at in (from.saturating_sub(WORDS)..from).rev() {
            let is_end = matches!(self.source.kind(at), Some(Kind::Mark('.' | ';' | '!' | '?' | '(' | ')')))
                || self.source.longest(at, self.reader.lexicon.by_now).is_some()
                || self.is_in_figure(at);
            if is_end || self.source.token(at.saturating_add(1)).is_some_and(|token| token.line_ends > 1) {
                break;
            }
            let lead = self.source.longest(at, self.reader.lexicon.leads);
            if let Some((Lead::Status(status), _)) = lead
                && status != Status::Reached
            {
                return status;
            }
        }
        Status::Reached
    }

    /// Whether a piece belongs to a figure that was found before.
    fn is_in_figure(&self, at: usize) -> bool {
        let figure =
            self.found.iter().rev().find(|phrase| phrase.figures().next().is_some() && !is_bare(&phrase.readings));
        let token = self.source.token(at);
        figure.zip(token).is_some_and(|(figure, token)| token.start < figure.span.end)
    }

    /// Whether a number stands behind its words, at most at the beginning of the next line.
    fn is_near(&self, from: usize, number: usize) -> bool {
        from == number || self.source.token(number).is_some_and(|token| token.line_ends <= 1)
    }

    /// Whether the last phrase is a rate of the same sentence, so that a change in percent may be one in points.
    fn is_after_rate(&self, at: usize) -> bool {
        let Some(last) = self.found.last() else { return false };
        let is_rate = matches!(last.readings.first().map(|found| &found.meaning), Some(Meaning::Figure { unit, .. }) if unit.name() == "%");
        let gap = self.source.token(at).and_then(|token| self.source.text.get(last.span.end..token.start));
        is_rate && gap.is_some_and(|gap| !gap.contains(['.', ';', '\n']))
    }

    /// The time that begins with a word before this number, or with it.
    fn time_around(&self, at: usize, free: usize) -> Option<Time> {
        /// `từ ngày 15/12/2020`, `quý III năm 2021`.
        const WORDS: usize = 3;
        let mut refused: Option<Time> = None;
        for from in at.saturating_sub(WORDS).max(free)..=at {
            match time_at(self.source, self.reader.lexicon.is_english, from) {
                // `quý 5/2021` is no quarter, and no month either
                Some((Ok(_), end)) if refused.as_ref().is_some_and(|(_, _, other)| *other >= end) => {}
                Some((Ok(times), end)) if end > at => {
                    return Some((Ok(of_times(times)), from, end));
                }
                Some((Err(_), end)) if end > at => refused = refused.or(Some((Err(()), from, end))),
                _ => {}
            }
        }
        refused
    }

    fn time(&mut self, at: usize) -> Option<usize> {
        let (times, end) = time_at(self.source, self.reader.lexicon.is_english, at)?;
        Some(self.push(at, end, of_times(times.ok()?)))
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

/// Whether a number has no unit.
fn is_bare(readings: &[PhraseReading]) -> bool {
    let is_bare = |found: &PhraseReading| match &found.meaning {
        Meaning::Figure { unit, .. } => *unit == Unit::BARE,
        Meaning::Time(_) => true,
        _ => false,
    };
    readings.iter().all(is_bare)
}

/// The piece behind the digits and the marks between them, for what no notation writes so.
fn end_of_digits(source: &Source<'_>, at: usize) -> usize {
    let mut end = at.saturating_add(1);
    while source.is_glued(end) {
        let next = end.saturating_add(1);
        let is_digits = source.kind(end) == Some(Kind::Digits);
        let is_mark = matches!(source.kind(end), Some(Kind::Mark('.' | ',' | '/' | '-'))) && source.joins_digits(end);
        if !is_digits && !is_mark {
            break;
        }
        end = next;
    }
    end
}

/// Where some numbers of a text are in one notation only and none is in the other only, that speaks for it everywhere.
fn settle_notation(found: &mut [Phrase]) {
    // a number without a unit may be the number of a section
    let is_only = |notation: Notation| {
        found.iter().any(|phrase| {
            !is_bare(&phrase.readings)
                && phrase.figures().next().is_some()
                && phrase.figures().all(|reading| reading.notation == notation)
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
