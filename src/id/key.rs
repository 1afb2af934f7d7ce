//! The two kinds of checked text: [`Id`], which is compared, and [`Text`], which is read.

use alloc::{borrow::ToOwned, boxed::Box, string::String};
use core::{fmt, str::FromStr};

use unicode_normalization::is_nfc;

use super::IdError;

/// Id (mã): names one thing within a report; any composed (NFC) text of 1 to [`Id::MAX_CHARS`] characters.
///
/// Compared byte by byte. There is no `Default`: an id that nobody gave is not an id.
///
/// ```
/// use thuocdo::id::Id;
///
/// assert_eq!(Id::new("hộ-nghèo")?.as_str(), "hộ-nghèo");
/// assert!(Id::new("").is_err());
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "mã")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// Text (nội dung): a name, subject or reason as people read it; composed (NFC), 1 to [`Text::MAX_CHARS`] characters,
/// no control characters.
///
/// ```
/// use thuocdo::id::Text;
///
/// let name = Text::new("Số người lao động được huấn luyện ATVSLĐ")?;
/// assert_eq!(name.to_string(), "Số người lao động được huấn luyện ATVSLĐ");
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "nội dung")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

impl Id {
    /// A name that this crate itself wrote down; a test reads each of them through the checks.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.into())
    }

    /// The largest number of characters.
    pub const MAX_CHARS: usize = 200;

    /// An id out of `text`.
    ///
    /// # Errors
    /// [`IdError`] when the text is empty, too long, not composed, has outer spaces or control characters.
    pub fn new(text: &str) -> Result<Self, IdError> {
        text.to_owned().try_into()
    }

    /// The id as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Text {
    /// A name that this crate itself wrote down; a test reads each of them through the checks.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.into())
    }

    /// The largest number of characters.
    pub const MAX_CHARS: usize = 4000;

    /// A text out of `text`.
    ///
    /// # Errors
    /// [`IdError`] when the text is empty, too long, not composed, has outer spaces or control characters.
    pub fn new(text: &str) -> Result<Self, IdError> {
        text.to_owned().try_into()
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        check("id", Self::MAX_CHARS, &text)?;
        Ok(Self(text.into_boxed_str()))
    }
}

impl TryFrom<String> for Text {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        check("text", Self::MAX_CHARS, &text)?;
        Ok(Self(text.into_boxed_str()))
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl FromStr for Text {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The one check behind both kinds.
fn check(what: &'static str, max: usize, text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty { what });
    }
    // bytes first: a hostile megabyte is refused before it is normalised
    if text.len() > max && text.chars().count() > max {
        let start = text.chars().take(20).filter(|c| !c.is_control()).collect();
        return Err(IdError::TooLong { what, start, length: text.chars().count(), max });
    }
    if let Some(c) = text.chars().find(|c| c.is_control()) {
        return Err(IdError::Control { what, text: text.escape_debug().collect(), code: c.into() });
    }
    if text.trim() != text {
        return Err(IdError::OuterSpace { what, text: text.to_owned() });
    }
    // ASCII is composed by definition, and most ids are ASCII
    if !text.is_ascii() && !is_nfc(text) {
        return Err(IdError::NotComposed { what, text: text.to_owned() });
    }
    Ok(())
}
