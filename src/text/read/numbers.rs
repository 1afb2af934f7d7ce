//! Numerals among the pieces of a text: with a sign or a currency before them, with spaces in them, with their words behind.

use alloc::string::String;

use super::grammar::{Grammar, Shape};
use super::labels::is_label;
use super::source::Kind;
use super::units::UnitWords;
use crate::quantity::Scale;

/// The words of which numbers are made up.
const SPELLED: [&str; 24] = [
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    "mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "linh", "lẻ",
];

impl Grammar<'_, '_> {
    /// The numeral that begins with this piece, sign included, and the piece behind it.
    pub(super) fn numeral(&self, at: usize) -> Option<(String, usize)> {
        let source = self.source;
        let before = at.checked_sub(1).and_then(|before| source.kind(before));
        let is_free =
            !source.is_glued(at) || matches!(before, Some(Kind::Mark('(' | '[' | '"' | '“' | '=' | ':' | ';' | '|')));
        let is_signed = source.is_mark(at, '-') && is_free && source.is_glued(at.saturating_add(1));
        // in running text a dash that begins a line begins an item, unless nothing but the number is in the line
        let is_item = self.whole.is_none() && source.is_line_start(at) && !self.fills_line(at.saturating_add(1));
        let from = if is_signed && !is_item { at.saturating_add(1) } else { at };
        let mut end = from;
        while source.kind(end) == Some(Kind::Digits) && (end == from || source.is_glued(end)) {
            end = end.saturating_add(1);
            if !matches!(source.kind(end), Some(Kind::Mark('.' | ','))) || !source.joins_digits(end) {
                break;
            }
            end = end.saturating_add(1);
        }
        (end > from).then(|| {
            let sign = if from > at { "-" } else { "" };
            ([sign, source.between(from, end)].concat(), end)
        })
    }

    /// Whether only digits and marks stand from this piece to the end of its line.
    fn fills_line(&self, at: usize) -> bool {
        /// `-1.234.567,89%` has nine pieces.
        const PIECES: usize = 12;
        let mut end = at;
        while end < self.source.len() && (end == at || self.source.goes_on_with_number(end)) {
            if self.source.kind(end) == Some(Kind::Word) || end.saturating_sub(at) > PIECES {
                return false;
            }
            end = end.saturating_add(1);
        }
        true
    }

    /// The first piece of the number whose digits begin here: its sign or its currency, but no piece before `free`.
    pub(super) fn number_start(&self, at: usize, free: usize) -> usize {
        let is_signed = |from: usize| self.numeral(from).is_some_and(|(text, _)| text.starts_with('-'));
        let is_currency = |from: usize| self.currency(from).is_some_and(|(_, end)| end == at);
        let mut starts = (at.saturating_sub(2).max(free)..at).filter(|from| is_currency(*from) || is_signed(*from));
        starts.next().unwrap_or(at)
    }

    /// The second number of two, in the same line and without a sign.
    pub(super) fn second_numeral(&self, at: usize) -> Option<(String, usize)> {
        let is_digits = self.source.kind(at) == Some(Kind::Digits) && self.source.goes_on_with_number(at);
        self.numeral(at).filter(|_| is_digits)
    }

    /// `$`, `VND` before a number, in English.
    pub(super) fn currency(&self, at: usize) -> Option<(String, usize)> {
        const CODES: [&str; 5] = ["vnd", "usd", "eur", "sdr", "us"];
        if !self.lexicon.is_english {
            return None;
        }
        let mut end = at;
        if CODES.iter().any(|code| self.source.is(end, code)) {
            end = end.saturating_add(1);
        }
        if self.source.is_mark(end, '$') || self.source.is_mark(end, '€') {
            end = end.saturating_add(1);
        }
        let is_before_number = end > at && self.source.kind(end) == Some(Kind::Digits);
        is_before_number.then(|| {
            let name = match self.source.composed(at, end).to_uppercase().as_str() {
                "VND" => "đồng".into(),
                "$" | "US$" | "USD" | "USD$" => "USD".into(),
                "€" | "EUR" => "EUR".into(),
                other => String::from(other),
            };
            (name, end)
        })
    }

    /// `7. 180 phòng`, `1 250 tỷ đồng`: the number with spaces in it, or what stands behind the last of them.
    pub(super) fn broken(&self, at: usize, first: &str, end: usize) -> Option<(Shape, UnitWords, usize)> {
        let source = self.source;
        let is_start = first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit()) && !first.starts_with('0');
        // `Quốc lộ 1 120 km`
        let is_label = self.whole.is_none() && is_label(source, self.lexicon, at);
        if self.is_single
            || is_label
            || !is_start
            || (self.whole.is_none() && source.is_line_start(at) && source.is_mark(end, '.'))
        {
            return None;
        }
        let mut whole = String::from(first);
        let (mut next, mut last, mut has_point) = (end, None, false);
        loop {
            let is_point = source.is_mark(next, '.') && source.is_glued(next);
            let from = if is_point { next.checked_add(1)? } else { next };
            has_point |= is_point;
            let Some((group, behind)) = self.numeral(from).filter(|_| source.is_one_space_before(from)) else { break };
            let digits = group.split(',').next().unwrap_or_default();
            if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                break;
            }
            whole.push('.');
            whole.push_str(&group);
            (last, next) = (Some(group), behind);
        }
        let second = last?;
        let (unit, end) = self.units.behind(self, next)?;
        // columns of numbers stand side by side as well
        let is_told = has_point || !unit.name.is_empty();
        is_told.then_some((Shape::Broken { whole, second }, unit, end))
    }

    /// `05 (năm) hồ sơ`: the piece behind the number in words.
    pub(super) fn behind_spelled_number(&self, at: usize) -> usize {
        /// `một nghìn bốn trăm chín mươi ba` has seven words.
        const WORDS: usize = 16;
        let first = at.saturating_add(1);
        if self.lexicon.is_english || !self.source.is_mark(at, '(') || !self.source.goes_on_with_number(at) {
            return at;
        }
        let mut end = first;
        let is_number = |at| SPELLED.iter().any(|word| self.source.is(at, word));
        while end.saturating_sub(first) < WORDS && is_number(end) {
            end = end.saturating_add(1);
        }
        if end > first && self.source.is_mark(end, ')') { end.saturating_add(1) } else { at }
    }

    /// `3 trăm`, `5 chục`: the number in digits and the piece behind the word.
    pub(super) fn with_hundreds(&self, numeral: String, end: usize) -> (String, usize) {
        let zeros = match numeral.as_bytes() {
            [b'1'..=b'9'] if !self.lexicon.is_english && self.source.is(end, "trăm") => "00",
            [b'1'..=b'9', ..] if numeral.len() <= 2 && !self.lexicon.is_english && self.source.is(end, "chục") => "0",
            _ => return (numeral, end),
        };
        ([&numeral, zeros].concat(), end.saturating_add(1))
    }

    /// `2 triệu rưỡi`: two and a half of a scale word.
    pub(super) fn with_half(&self, numeral: &str, end: usize) -> Option<(Shape, UnitWords, usize)> {
        let (scale, next) = self.scale(end)?;
        let is_half = !self.lexicon.is_english && self.source.is(next, "rưỡi") && self.source.goes_on(next);
        if !is_half || !numeral.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (unit, end) = self.units.behind(self, next.checked_add(1)?)?;
        let is_plain = unit.scale == Scale::One && unit.name != "%";
        is_plain.then(|| (Shape::One([numeral, ",5"].concat()), UnitWords { scale, ..unit }, end))
    }
}
