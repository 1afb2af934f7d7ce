//! Pieces of a text that patterns can be written with.

use alloc::{string::String, vec::Vec};

use super::source::{Kind, Source};

/// Pieces of a text in small letters, for patterns.
pub(super) struct Words(Vec<(Kind, String)>);

impl Words {
    pub(super) fn of(source: &Source<'_>, from: usize, to: usize) -> Self {
        let word = |at| Some((source.kind(at)?, source.small(at)));
        Self((from..to).filter_map(word).collect())
    }

    /// The first pieces, with eleven and twelve as one.
    pub(super) fn pieces_of(&self, count: usize) -> Vec<Piece<'_>> {
        let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(count);
        for (kind, text) in self.0.iter().take(count) {
            let piece = match kind {
                Kind::Mark(mark) => Piece::Mark(*mark),
                Kind::Digits => Piece::Digits(text),
                Kind::Word | Kind::Raised | Kind::OtherDigits => Piece::Word(text),
            };
            match (pieces.last_mut(), piece) {
                (Some(last @ Piece::Word("mười")), Piece::Word("một")) => *last = Piece::Digits("11"),
                (Some(last @ Piece::Word("mười")), Piece::Word("hai")) => *last = Piece::Digits("12"),
                _ => pieces.push(piece),
            }
        }
        pieces
    }
}

/// A piece that patterns can be written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Word(&'t str),
    Digits(&'t str),
    Mark(char),
}
