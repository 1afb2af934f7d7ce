//! The words around a number, one table for each language.

mod english;
mod vietnamese;
mod vietnamese_units;

pub(super) use english::ENGLISH;
pub(super) use vietnamese::VIETNAMESE;

use super::meaning::{BaseKind, ChangeSense, Status};
use crate::quantity::{Printed, Reading, Scale};

/// What is said with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text::read) enum Bound {
    /// `từ`, which begins a range or goes with `trở lên`.
    From,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
}

impl Bound {
    pub(in crate::text::read) fn reading(self, printed: Printed) -> Reading {
        match self {
            Self::From => Reading::Exactly(printed),
            Self::AtLeast => Reading::AtLeast(printed),
            Self::MoreThan => Reading::MoreThan(printed),
            Self::AtMost => Reading::AtMost(printed),
            Self::LessThan => Reading::LessThan(printed),
            Self::About => Reading::About(printed),
        }
    }
}

/// A word before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text::read) enum Lead {
    Bound(Bound),
    Status(Status),
    Move(ChangeSense),
    /// `gấp`.
    Times,
    /// `xếp thứ`: a place in a ranking.
    Rank,
    /// `bằng`, `chiếm`: says nothing of the number.
    Plain,
}

/// The words of a language.
#[derive(Debug)]
pub(in crate::text::read) struct Lexicon {
    pub(in crate::text::read) is_english: bool,
    /// Words before a number; where several fit, the longest does.
    pub(in crate::text::read) leads: &'static [(&'static str, Lead)],
    /// Words that may stand between a move and its size.
    pub(in crate::text::read) fillers: &'static [(&'static str, ())],
    /// Words behind a number and its unit that bound it.
    pub(in crate::text::read) closings: &'static [(&'static str, Bound)],
    /// Words between the two numbers of a range.
    pub(in crate::text::read) range_words: &'static [(&'static str, ())],
    /// The word for an upper end that does not belong to a range.
    pub(in crate::text::read) below: &'static str,
    pub(in crate::text::read) scales: &'static [(&'static str, Scale)],
    /// Other spellings of units.
    pub(in crate::text::read) units: &'static [(&'static str, &'static str)],
    /// Words that begin a comparison.
    pub(in crate::text::read) against: &'static [(&'static str, ())],
    /// Usual bases; the longest that fits.
    pub(in crate::text::read) bases: &'static [(&'static str, BaseKind)],
    /// Numbers up to twelve.
    pub(in crate::text::read) numbers: &'static [(&'static str, u8)],
    /// Words behind a number word that make it another number, or none: `hai mươi`, `một số`.
    pub(in crate::text::read) not_after_number: &'static [(&'static str, ())],
    /// Words behind a number in digits that make it another number: `2 triệu rưỡi`.
    pub(in crate::text::read) number_goes_on: &'static [(&'static str, ())],
    /// Words before any of `leads` that turn it round: `không đạt`.
    pub(in crate::text::read) negations: &'static [&'static str],
    /// Words that take a lead of one word for themselves: `sớm hơn`, `rose from`.
    pub(in crate::text::read) takers: &'static [(&'static str, &'static [&'static str])],
    /// Words that say that something is so by now.
    pub(in crate::text::read) by_now: &'static [(&'static str, ())],
    /// Words that are no unit, and so say nothing against a bare number before them.
    pub(in crate::text::read) no_units: &'static [&'static str],
    /// Words after which a bare number only tells one thing from others.
    pub(in crate::text::read) labels: &'static [(&'static str, ())],
    /// Words before `labels` that make the number one of things.
    pub(in crate::text::read) not_labels: &'static [&'static str],
    /// The name of `lần`.
    pub(in crate::text::read) times: &'static [(&'static str, ())],
}
