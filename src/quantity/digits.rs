//! What a decimal looks like in data: `-?digits(.digits)?`, and nothing else.

use alloc::string::String;
use core::fmt;

use super::QuantityError;

/// Why a text is not a plain decimal, with what would be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotDecimal {
    /// Nothing between the quotes.
    Empty,
    /// A comma: a Vietnamese decimal comma or an English group mark.
    Comma,
    /// More than one point.
    Grouped,
    /// A percent sign or another unit.
    Unit,
    /// A plus sign before it.
    Plus,
    /// A space or an underscore between digits.
    Spaced,
    /// An exponent.
    Exponent,
    /// A point without digits on both sides.
    BarePoint,
    /// Zeros before the first digit, where padding has no meaning.
    Padded,
    /// Anything else.
    Other,
}

impl fmt::Display for NotDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "it is empty, write digits such as `3088`",
            Self::Comma => "write the decimal point as `.` and no group marks, such as `85.98`",
            Self::Grouped => "write no group marks and one decimal point at most, such as `1493` or `85.98`",
            Self::Unit => "write the number alone, its unit stands beside it, such as `75` with unit `%`",
            Self::Plus => "write no plus sign, such as `5`",
            Self::Spaced => "write the digits together, such as `1493`",
            Self::Exponent => "write the digits out, such as `1000`",
            Self::BarePoint => "write digits on both sides of the point, such as `0.5`",
            Self::Padded => "write it without zeros in front, such as `2`",
            Self::Other => "write digits with at most one point, such as `3088` or `85.98`",
        })
    }
}

/// A plain decimal taken apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digits<'a> {
    pub(super) negative: bool,
    pub(super) integer: &'a str,
    pub(super) fraction: &'a str,
}

impl<'a> Digits<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, QuantityError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let has_bare_point = unsigned.contains('.') && fraction.is_empty();
        if integer.is_empty() || has_bare_point || !is_digits(integer) || !is_digits(fraction) {
            return Err(QuantityError::NotDecimal { text: shorten(text), why: reason(text) });
        }
        Ok(Self { negative, integer, fraction })
    }

    /// Whether zeros stand in front of the first digit.
    pub(super) fn is_padded(&self) -> bool {
        self.integer.len() > 1 && self.integer.starts_with('0')
    }
}

/// The beginning of `text`, enough to find it again.
pub(super) fn shorten(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// The first thing that speaks against `text`, for the reader of the message.
fn reason(text: &str) -> NotDecimal {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        NotDecimal::Empty
    } else if !text.contains(|c: char| c.is_ascii_digit()) {
        NotDecimal::Other
    } else if text.ends_with('%') || text.starts_with(|c: char| c.is_alphabetic()) {
        NotDecimal::Unit
    } else if text.contains(',') {
        NotDecimal::Comma
    } else if text.contains(['e', 'E']) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        NotDecimal::Exponent
    } else if text.contains(char::is_alphabetic) {
        NotDecimal::Unit
    } else if text.starts_with('+') {
        NotDecimal::Plus
    } else if text.contains(|c: char| c.is_whitespace() || c == '_') {
        NotDecimal::Spaced
    } else if text.matches('.').count() > 1 {
        NotDecimal::Grouped
    } else if text.contains('.') {
        NotDecimal::BarePoint
    } else {
        NotDecimal::Other
    }
}
