//! A text as words, digits and marks, each with its place in it. No word is copied: words are compared where they stand,
//! whatever their capitals and however their letters are composed.

use alloc::{borrow::ToOwned, string::String, vec::Vec};
use core::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::ReadError;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits 0 to 9.
    Digits,
    /// Small raised digits, of a footnote or of `m²`.
    Raised,
    /// Digits of another script.
    OtherDigits,
    /// Anything else that is no space; every dash is `-`.
    Mark(char),
}

/// A piece of text and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many lines end between it and the piece before.
    pub(super) line_ends: u8,
    /// Whether a tab stands before it, so that it is in a cell of its own.
    begins_cell: bool,
    /// Whether it is in small composed letters, as the words are that it is compared with.
    is_plain: bool,
}

/// A text cut into pieces.
#[derive(Debug)]
pub(super) struct Source<'t> {
    pub(super) text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Source<'t> {
    /// The pieces of a text of any length.
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut line_ends = 0_u8;
        let (mut spaced, mut begins_cell) = (true, false);
        for (start, letter) in text.char_indices() {
            if is_space(letter) {
                line_ends = line_ends.saturating_add((letter == '\n').into());
                spaced = true;
                begins_cell |= letter == '\t';
                continue;
            }
            let end = start.saturating_add(letter.len_utf8());
            let kind = kind_of(letter);
            match tokens.last_mut() {
                // a mark above or below a letter belongs to it
                Some(last) if !spaced && is_joined(last.kind, kind, letter) => {
                    last.end = end;
                    last.is_plain &= is_plain(letter);
                }
                _ => tokens.push(Token { kind, start, end, line_ends, begins_cell, is_plain: is_plain(letter) }),
            }
            line_ends = 0;
            (spaced, begins_cell) = (false, false);
        }
        Self { text, tokens }
    }

    /// The pieces of a phrase, which is short and has no digits of other scripts.
    pub(super) fn phrase(text: &'t str) -> Result<Self, ReadError> {
        let chars = text.chars().count();
        if chars > ReadError::LONGEST {
            return Err(ReadError::TooLong { text: beginning(text), chars });
        }
        let source = Self::new(text);
        match source.tokens.iter().find(|token| token.kind == Kind::OtherDigits) {
            Some(found) => {
                let digit = source.slice(found.start, found.end).chars().next().unwrap_or_default();
                Err(ReadError::OtherDigits { text: text.to_owned(), digit })
            }
            None => Ok(source),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(&self, at: usize) -> Option<Token> {
        self.tokens.get(at).copied()
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.token(at).map(|token| token.kind)
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// Whether nothing stands between this piece and the one before.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        matches!((before, self.token(at)), (Some(before), Some(token)) if before.end == token.start)
    }

    /// Whether this piece, a mark, joins digits to what is before it: no space stands on either side.
    pub(super) fn joins_digits(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        self.is_glued(at) && self.is_glued(next) && self.kind(next) == Some(Kind::Digits)
    }

    /// The length whose power this piece may say, close behind it: `m` of `m²`.
    pub(super) fn powered_length(&self, at: usize) -> Option<&'static str> {
        const LENGTHS: [&str; 5] = ["m", "km", "cm", "dm", "mm"];
        let before = at.checked_sub(1).filter(|_| self.is_glued(at))?;
        LENGTHS.into_iter().find(|length| self.is(before, length))
    }

    /// Whether a phrase may go on with this piece: it stands in the same paragraph, and in a line of its own only with a
    /// small letter, because a table row ends with its line.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| match token.line_ends {
            _ if token.begins_cell => false,
            0 => true,
            1 => token.kind == Kind::Word && self.slice(token.start, token.end).starts_with(char::is_lowercase),
            _ => false,
        })
    }

    /// Whether a number or a mark may go on with this piece: it stands in the same line.
    pub(super) fn goes_on_with_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.line_ends == 0 && !token.begins_cell)
    }

    /// Whether one space, of any width, stands before this piece.
    pub(super) fn is_one_space_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.token(before));
        let (Some(before), Some(token)) = (before, self.token(at)) else { return false };
        let gap = self.slice(before.end, token.start);
        gap.chars().count() == 1 && !gap.starts_with(['\t', '\n'])
    }

    /// Whether this piece begins a line.
    pub(super) fn is_line_start(&self, at: usize) -> bool {
        at == 0 || self.token(at).is_some_and(|token| token.line_ends > 0)
    }

    /// The piece as it is written.
    pub(super) fn written(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.slice(token.start, token.end))
    }

    /// Whether the piece is this word or mark, which is in small composed letters.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        let Some(token) = self.token(at) else { return false };
        let written = self.slice(token.start, token.end);
        match token.kind {
            Kind::Mark(mark) => word.chars().eq([mark]),
            // most words of a text are plain, and composing is slow
            _ if token.is_plain => written == word,
            _ => written.nfc().flat_map(char::to_lowercase).eq(word.chars()),
        }
    }

    /// The piece behind these words, which are in small composed letters with single spaces; none if they are not here.
    pub(super) fn after(&self, at: usize, words: &str) -> Option<usize> {
        let first = self.token(at)?;
        // most words differ in their first letter
        if first.is_plain && self.text.as_bytes().get(first.start) != words.as_bytes().first() {
            return None;
        }
        let mut next = at;
        for word in words.split(' ') {
            if !self.is(next, word) || (next != at && !self.goes_on(next)) {
                return None;
            }
            next = next.checked_add(1)?;
        }
        Some(next)
    }

    /// The piece behind the longest of these phrases that stands here, and what goes with it.
    pub(super) fn longest<T: Copy>(&self, at: usize, phrases: &[(&str, T)]) -> Option<(T, usize)> {
        let found = phrases.iter().filter_map(|(words, value)| Some((*value, self.after(at, words)?)));
        found.max_by_key(|(_, next)| *next)
    }

    /// The place of some pieces.
    pub(super) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let last = to.checked_sub(1).and_then(|last| self.token(last));
        match (self.token(from), last) {
            (Some(first), Some(last)) if from < to => first.start..last.end,
            _ => self.text.len()..self.text.len(),
        }
    }

    /// Some pieces as they are written.
    pub(super) fn between(&self, from: usize, to: usize) -> &'t str {
        let span = self.span(from, to);
        self.slice(span.start, span.end)
    }

    /// The piece in small composed letters.
    pub(super) fn small(&self, at: usize) -> String {
        match self.token(at) {
            Some(token) if token.is_plain => self.written(at).to_owned(),
            _ => self.written(at).nfc().flat_map(char::to_lowercase).collect(),
        }
    }

    /// Some pieces in composed letters with single spaces.
    pub(super) fn composed(&self, from: usize, to: usize) -> String {
        let composed: String = self.between(from, to).nfc().collect();
        composed.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }
}

/// A text as an error quotes it: whole, or its beginning if it is longer than any phrase.
pub(super) fn beginning(text: &str) -> String {
    match text.char_indices().nth(ReadError::LONGEST) {
        Some(_) => text.chars().take(20).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// Whether it is a digit of another script; raised ones belong to a unit or a footnote.
pub(super) fn is_other_digit(letter: char) -> bool {
    letter.is_numeric() && !letter.is_ascii_digit() && !is_raised(letter)
}

fn is_raised(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Spaces, and marks that nobody sees.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn kind_of(letter: char) -> Kind {
    match letter {
        '0'..='9' => Kind::Digits,
        _ if is_raised(letter) => Kind::Raised,
        _ if letter.is_alphabetic() => Kind::Word,
        _ if letter.is_numeric() => Kind::OtherDigits,
        '–' | '—' | '‑' | '‐' | '−' => Kind::Mark('-'),
        _ => Kind::Mark(letter),
    }
}

fn is_joined(last: Kind, kind: Kind, letter: char) -> bool {
    match last {
        Kind::Word => kind == Kind::Word || is_combining_mark(letter),
        Kind::Digits | Kind::Raised | Kind::OtherDigits => kind == last,
        Kind::Mark(_) => false,
    }
}

/// Whether a letter is a small one of Latin script, in one piece: composing and small letters leave it as it is.
fn is_plain(letter: char) -> bool {
    letter.is_ascii_lowercase()
        || letter.is_ascii_digit()
        || (matches!(letter, '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && letter.is_lowercase())
}
