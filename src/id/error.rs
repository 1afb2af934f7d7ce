use alloc::string::String;

/// What is wrong with an id, a text or a document reference.
///
/// ```
/// use thuocdo::id::{DocumentCode, IdError};
///
/// let refused = "KH-SLĐTBXH".parse::<DocumentCode>().unwrap_err();
/// assert!(matches!(refused, IdError::DocumentCode { .. }));
/// assert_eq!(refused.to_string(), "`KH-SLĐTBXH` is not a document number and symbol: \
///     a slash must stand between number and symbol, for example `14/KH-SLĐTBXH`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Nothing was given.
    #[error("an empty {what} is not accepted")]
    Empty {
        /// `id` or `text`.
        what: &'static str,
    },
    /// More characters than are accepted.
    #[error("{what} of {length} characters, at most {max} are accepted: `{start}…`")]
    TooLong {
        /// `id` or `text`.
        what: &'static str,
        /// The first characters of the offending text.
        start: String,
        /// Its length in characters.
        length: usize,
        /// The largest accepted length.
        max: usize,
    },
    /// The text is not in composed form.
    #[error("{what} `{text}` is not composed Unicode (NFC), write each letter with its marks as one character")]
    NotComposed {
        /// `id` or `text`.
        what: &'static str,
        /// The offending text.
        text: String,
    },
    /// The text begins or ends with white space.
    #[error("{what} `{text}` begins or ends with a space, write it without")]
    OuterSpace {
        /// `id` or `text`.
        what: &'static str,
        /// The offending text.
        text: String,
    },
    /// The text holds a character that cannot be printed.
    #[error("{what} `{text}` holds the control character U+{code:04X}, write printable characters only")]
    Control {
        /// `id` or `text`.
        what: &'static str,
        /// The offending text, control characters escaped.
        text: String,
        /// The character's number.
        code: u32,
    },
    /// The text is no document number and symbol.
    #[error("`{text}` is not a document number and symbol: {problem}, for example `14/KH-SLĐTBXH`")]
    DocumentCode {
        /// The offending text.
        text: String,
        /// What is missing or out of place.
        problem: &'static str,
    },
}
