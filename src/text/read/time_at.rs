//! Days and periods in running text: the longest phrase from a piece on.

use alloc::vec::Vec;

use super::pieces::{Piece, Words};
use super::source::{Kind, Source};
use super::time::Phrase;
use super::{ReadError, TimeReading, english_time};

/// The time said at a piece of running text: the longest phrase from there on, and the piece behind it. A phrase that would
/// be a day or a period but for a day, month or year that cannot be is an error.
pub(super) fn time_at(
    source: &Source<'_>,
    is_english: bool,
    from: usize,
) -> Option<(Result<Vec<TimeReading>, ReadError>, usize)> {
    /// `từ ngày 15 tháng 12 năm 2020 đến ngày 14 tháng 12 năm 2021` has 16 pieces.
    const PIECES: usize = 16;
    if !may_begin(source, is_english, from) {
        return None;
    }
    let mut end = from;
    while end < source.len() && end.saturating_sub(from) < PIECES && (end == from || source.goes_on(end)) {
        end = end.saturating_add(1);
    }
    let words = Words::of(source, from, end);
    let mut refused = None;
    for to in (from.saturating_add(1)..=end).rev() {
        // a number that goes on behind the phrase is another number
        if source.is_glued(to) && goes_on_as_number(source, to) {
            continue;
        }
        let text = source.between(from, to);
        let pieces = words.pieces_of(to.saturating_sub(from));
        match (Phrase { text }).in_language(is_english, &pieces) {
            Ok(readings) => return Some((Ok(readings), to)),
            Err(ReadError::NotTime { .. } | ReadError::ShortYear { .. }) => {}
            // `1.49.3` is no date that cannot be, it is none
            Err(error) if says_time(&pieces) => refused = refused.or(Some((Err(error), to))),
            Err(_) => {}
        }
    }
    refused
}

/// Whether a phrase of time may begin with this piece, so that most words cost nothing.
fn may_begin(source: &Source<'_>, is_english: bool, at: usize) -> bool {
    let next = at.saturating_add(1);
    match source.kind(at) {
        // a number word before `tháng` is left to phrases of their own
        Some(Kind::Word) if !is_english => {
            ["từ", "ngày", "tháng", "quý", "năm", "giai", "nhiệm"].iter().any(|word| source.is(at, word))
        }
        Some(Kind::Word) => english_time::may_begin(&source.small(at)),
        Some(Kind::Digits) => {
            source.written(at).len() <= 4
                && (matches!(source.kind(next), Some(Kind::Mark('/' | '-' | '.')))
                    || source.is(next, "tháng")
                    || is_english)
        }
        _ => false,
    }
}

/// Whether a word or a year says that a phrase is one of time.
fn says_time(pieces: &[Piece<'_>]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Word(_) => true,
        Piece::Digits(digits) => digits.len() == 4,
        Piece::Mark(_) => false,
    })
}

/// Whether a number goes on with this piece, which stands close to a digit.
fn goes_on_as_number(source: &Source<'_>, at: usize) -> bool {
    match source.kind(at) {
        Some(Kind::Digits) => true,
        Some(Kind::Mark('.' | ',' | '/' | '-')) => source.joins_digits(at),
        _ => false,
    }
}
