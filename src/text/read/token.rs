//! A phrase as words, numbers and marks.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};

use unicode_normalization::UnicodeNormalization;

use super::ReadError;

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters, in lower case and composed.
    Word(String),
    /// Digits.
    Digits(String),
    /// Anything else that is no space; every dash is `-`.
    Mark(char),
}

/// Whether it is a digit of another script; the small ones of `m²` and `m³` belong to a unit.
pub(super) fn is_other_digit(letter: char) -> bool {
    letter.is_numeric() && !letter.is_ascii_digit() && !['²', '³'].contains(&letter)
}

/// A text as an error quotes it: whole, or its beginning if it is longer than any phrase.
pub(super) fn beginning(text: &str) -> String {
    match text.char_indices().nth(ReadError::LONGEST) {
        Some(_) => text.chars().take(20).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// The pieces of a phrase. Composed and decomposed text give the same ones.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, ReadError> {
    let chars = text.chars().count();
    if chars > ReadError::LONGEST {
        return Err(ReadError::TooLong { text: beginning(text), chars });
    }
    let mut tokens: Vec<Token> = Vec::new();
    let mut is_next_new = true;
    for letter in text.nfc().flat_map(char::to_lowercase) {
        if letter.is_whitespace() {
            is_next_new = true;
            continue;
        }
        let is_digit = letter.is_ascii_digit();
        if is_other_digit(letter) {
            return Err(ReadError::OtherDigits { text: text.to_owned(), digit: letter });
        }
        match tokens.last_mut() {
            Some(Token::Digits(digits)) if is_digit && !is_next_new => digits.push(letter),
            Some(Token::Word(word)) if letter.is_alphabetic() && !is_next_new => word.push(letter),
            _ if is_digit => tokens.push(Token::Digits(letter.to_string())),
            _ if letter.is_alphabetic() => tokens.push(Token::Word(letter.to_string())),
            _ => tokens.push(Token::Mark(if ['–', '—', '‑', '‐', '−'].contains(&letter) {
                '-'
            } else {
                letter
            })),
        }
        is_next_new = false;
    }
    Ok(tokens)
}
