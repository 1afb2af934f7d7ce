//! References to documents in running text: number and symbol, and the day behind them.

use super::TimeReading;
use super::source::{Kind, Source};
use super::time_at::time_at;
use crate::id::{DocumentCode, DocumentRef};

/// The reference whose number begins with this piece, and the piece behind it. A number left blank, as in the draft's
/// `Số: /BC-SLĐTBXH`, begins with its slash; it stands behind `số` or begins a phrase of its own.
pub(super) fn document_at(
    source: &Source<'_>,
    is_english: bool,
    is_whole: bool,
    at: usize,
) -> Option<(DocumentRef, usize)> {
    let (code, end) = code_at(source, is_whole, at)?;
    let mut reference = DocumentRef { code, date: None, subject: None };
    let is_joint = source.is_mark(end, ',') || source.is_mark(end, '(');
    let comma = if is_joint { end.saturating_add(1) } else { end };
    let of = if is_english && source.is(comma, "of") { comma.saturating_add(1) } else { comma };
    // a table row ends with its line
    if source.goes_on(of)
        && let Some((Ok(readings), next)) = time_at(source, is_english, of)
        && let [TimeReading::Day(date)] = readings.as_slice()
    {
        reference.date = Some(*date);
        let is_closed = source.is_mark(end, '(') && source.is_mark(next, ')');
        return Some((reference, if is_closed { next.saturating_add(1) } else { next }));
    }
    Some((reference, end))
}

/// Number and symbol at this piece: pieces without a space between them, as far as they are a code.
fn code_at(source: &Source<'_>, is_whole: bool, at: usize) -> Option<(DocumentCode, usize)> {
    /// `1416/SNV-TCBC&CCHC` has 9 pieces.
    const PIECES: usize = 30;
    let is_blank = source.is_mark(at, '/') && ((is_whole && !source.is_glued(at)) || is_after_number_word(source, at));
    if source.kind(at) != Some(Kind::Digits) && !is_blank {
        return None;
    }
    let is_part = |at: usize| match source.kind(at) {
        Some(Kind::Word | Kind::Digits) => true,
        Some(Kind::Mark(mark)) => ['/', '-', '&'].contains(&mark),
        _ => false,
    };
    let mut end = at.checked_add(1)?;
    while source.is_glued(end) && is_part(end) && end.saturating_sub(at) < PIECES {
        end = end.checked_add(1)?;
    }
    let has_slash = (at..end).any(|at| source.is_mark(at, '/'));
    // `QCVN 14:2008/BTNMT`
    let is_within = source.is_glued(at) && at.checked_sub(1).is_some_and(|before| source.is_mark(before, ':'));
    if !has_slash || is_within || !has_capital_symbol(source, at, end) {
        return None;
    }
    for to in (at.saturating_add(2)..=end).rev() {
        // marks behind it belong to the sentence
        if matches!(source.kind(to.saturating_sub(1)), Some(Kind::Word | Kind::Digits))
            && let Ok(code) = source.composed(at, to).replace(['–', '‑', '‐'], "-").parse::<DocumentCode>()
        {
            return Some((code, to));
        }
    }
    None
}

/// The piece of a document's number in a phrase of its own: behind the words that end with `số`, or the first.
pub(super) fn number_of_phrase(source: &Source<'_>, stop: usize) -> usize {
    let is_word = |at: &usize| source.kind(*at) == Some(Kind::Word);
    let words = (0..stop).take_while(is_word).count();
    match words.checked_sub(1) {
        Some(last) if source.is(last, "số") => words.saturating_add(source.is_mark(words, ':').into()),
        // `Quyết định 1719/QĐ-TTg`
        Some(_) if source.kind(words) == Some(Kind::Digits) => words,
        _ => 0,
    }
}

/// `Số: /BC-SLĐTBXH`, `Số: ……/BC-SLĐTBXH`.
fn is_after_number_word(source: &Source<'_>, at: usize) -> bool {
    let is_blank = |at: usize| matches!(source.kind(at), Some(Kind::Mark('.' | '…' | '_')));
    let mut at = at;
    while at.checked_sub(1).is_some_and(is_blank) && source.goes_on_with_number(at) {
        at = at.saturating_sub(1);
    }
    let Some(before) = at.checked_sub(1).filter(|_| source.goes_on_with_number(at)) else { return false };
    let before = if source.is_mark(before, ':') { before.saturating_sub(1) } else { before };
    source.is(before, "số")
}

/// Whether what stands behind the number has two capitals: `5h/ngày` and `92/Hộ` are no codes, `18/NQ-HĐND`, `12/P-UBND`,
/// `23/2021/QĐ-TTg` and `45/2019/QH14` are.
fn has_capital_symbol(source: &Source<'_>, at: usize, end: usize) -> bool {
    let capitals =
        (at.saturating_add(1)..end).map(|at| source.written(at).chars().filter(|letter| letter.is_uppercase()).count());
    capitals.fold(0_usize, usize::saturating_add) >= 2
}
