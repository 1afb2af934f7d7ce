//! Digits that are no figure: numbers of items, of articles and of phones, parts of names, footnote marks.

use super::lexicon::Lexicon;
use super::meaning::NotFigure;
use super::source::{Kind, Source};

/// What a number that begins with this piece is, if its place shows that it is no figure; and the piece behind it.
pub(super) fn not_figure_at(source: &Source<'_>, at: usize) -> Option<(NotFigure, usize)> {
    list_number(source, at).or_else(|| phone(source, at)).or_else(|| colon(source, at)).or_else(|| name(source, at))
}

/// A raised or bracketed number close to a word, or before the text of a footnote.
pub(super) fn footnote_at(source: &Source<'_>, at: usize) -> Option<usize> {
    let next = at.saturating_add(1);
    if source.kind(at) == Some(Kind::Raised) {
        // `m²` is a unit
        return source.powered_length(at).is_none().then_some(next);
    }
    if source.is_mark(at, '*') && source.is_glued(at) {
        return Some(next);
    }
    let is_close = source.is_glued(at) || source.is_line_start(at);
    let is_bracketed = is_close
        && source.is_mark(at, '[')
        && source.kind(next) == Some(Kind::Digits)
        && source.written(next).len() <= 3
        && source.is_mark(next.saturating_add(1), ']');
    is_bracketed.then(|| next.saturating_add(2))
}

/// Whether a bare number here only tells one thing from others: `Điều 5`, `Nhiệm vụ 1`, but not `tổng số 28` nor `sơ cấp 350`.
pub(super) fn is_label(source: &Source<'_>, lexicon: &Lexicon, at: usize) -> bool {
    /// `số 1416`; more digits are an amount.
    const LONGEST: usize = 4;
    if source.written(at).len() > LONGEST {
        return false;
    }
    // a label has at most two words, and a colon or a point may follow it: `số: 14`, `No. 5`
    let end = match at.checked_sub(1) {
        Some(before) if matches!(source.kind(before), Some(Kind::Mark(':' | '.'))) && source.is_glued(before) => before,
        _ => at,
    };
    for length in [2_usize, 1] {
        let Some(from) = end.checked_sub(length) else { continue };
        let is_word = lexicon.labels.iter().any(|(words, ())| source.after(from, words) == Some(end));
        if is_word && source.goes_on_with_number(at) {
            let before = from.checked_sub(1);
            let is_counted = before.is_some_and(|before| lexicon.not_labels.iter().any(|word| source.is(before, word)));
            return !is_counted;
        }
    }
    false
}

/// `1.`, `2-`, `3)`, `2.1.` at the beginning of a line, before its text.
fn list_number(source: &Source<'_>, at: usize) -> Option<(NotFigure, usize)> {
    if !source.is_line_start(at) || source.kind(at) != Some(Kind::Digits) || source.written(at).len() > 2 {
        return None;
    }
    let mut end = at.checked_add(1)?;
    while source.is_mark(end, '.') && source.joins_digits(end) && source.written(end.saturating_add(1)).len() <= 2 {
        end = end.checked_add(2)?;
    }
    let text = end.checked_add(1)?;
    let is_marked = matches!(source.kind(end), Some(Kind::Mark('.' | ')' | '-'))) && source.is_glued(end);
    // text follows in the same line: `120-150` and `1.493` go on without a space
    let is_before_text = source.token(text).is_some_and(|token| token.line_ends == 0) && !source.is_glued(text);
    // `1.1 Công tác`
    let is_titled = end > at.saturating_add(1)
        && source.goes_on_with_number(end)
        && !source.is_glued(end)
        && is_title(source.written(end));
    ((is_marked && is_before_text) || is_titled).then_some((NotFigure::ListNumber, end))
}

/// Whether a word begins with a capital letter and goes on with small ones: `MW` is a unit.
fn is_title(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// A zero in front and ten or eleven digits, in groups or not.
pub(super) fn phone(source: &Source<'_>, at: usize) -> Option<(NotFigure, usize)> {
    // a lone zero is a cell of a table
    if !source.written(at).starts_with('0') || source.written(at).len() < 3 {
        return None;
    }
    let (mut end, mut digits) = (at, 0_usize);
    // no number to call is longer, so a table of zeros costs nothing
    while source.kind(end) == Some(Kind::Digits) && digits <= 11 {
        digits = digits.saturating_add(source.written(end).len());
        end = end.checked_add(1)?;
        if matches!(source.kind(end), Some(Kind::Mark('.' | '-'))) && source.joins_digits(end) {
            end = end.checked_add(1)?;
        } else if !(source.kind(end) == Some(Kind::Digits)
            && source.written(end).len() >= 3
            && source.goes_on_with_number(end))
        {
            break;
        }
    }
    (10..=11).contains(&digits).then_some((NotFigure::Phone, end))
}

/// `14:30`, `1:500`: a time of day, a scale of a map.
fn colon(source: &Source<'_>, at: usize) -> Option<(NotFigure, usize)> {
    let (colon, second) = (at.checked_add(1)?, at.checked_add(2)?);
    let is_pair = source.is_mark(colon, ':') && source.joins_digits(colon);
    let (hour, minute) = (source.written(at), source.written(second));
    let is_time = hour.len() <= 2
        && minute.len() == 2
        && hour.parse::<u8>().is_ok_and(|hour| hour <= 24)
        && minute.parse::<u8>().is_ok_and(|minute| minute < 60);
    let is_map = hour == "1" && minute.ends_with("00");
    (is_pair && (is_time || is_map)).then_some((NotFigure::Label, second.checked_add(1)?))
}

/// Digits close to letters or a dash before them, `Covid-19`, `QH14`, or close to letters that are no unit, `4G`.
fn name(source: &Source<'_>, at: usize) -> Option<(NotFigure, usize)> {
    let next = at.checked_add(1)?;
    if !source.is_glued(at) {
        return None;
    }
    let before = at.checked_sub(1)?;
    let is_word = |at: usize| source.kind(at) == Some(Kind::Word);
    let is_behind_word = is_word(before)
        || (source.is_mark(before, '-') && source.is_glued(before) && before.checked_sub(1).is_some_and(is_word));
    is_behind_word.then_some((NotFigure::Name, next))
}
