//! A document's number and symbol, checked whole. Finding references in running text is not done here.

use alloc::{borrow::ToOwned, boxed::Box, string::String};
use core::{fmt, str::FromStr};

use chrono::NaiveDate;
use unicode_normalization::is_nfc;

use super::{DocumentType, IdError, Text};

/// Number and symbol of a document (số, ký hiệu văn bản), such as `14/KH-SLĐTBXH`; kept as written.
///
/// Read as Decree 30/2020/NĐ-CP writes them (one number series per organ and year), and as normative acts and Party
/// documents do:
///
/// | written | style | number | type |
/// | --- | --- | --- | --- |
/// | `14/KH-SLĐTBXH` | administrative | 14 | Kế hoạch |
/// | `356/SLĐTBXH-NCC`, `554/SLĐTBXH-TTr` | administrative | 356, 554 | none: a letter (công văn); the type is the first group or none |
/// | `382a/QĐ-UBND` | administrative | 382, suffix `a` | Quyết định |
/// | `/BC-SLĐTBXH` | administrative | blank: a draft | Báo cáo |
/// | `23/2021/QĐ-TTg`, `45/2019/QH14` | normative, with the year | 23, 45 | Quyết định, none |
/// | `366-QĐ/TW` | Party | 366 | none: QĐ stands for Quyết định and for Quy định |
/// | `21-HD/BTCTW` | Party | 21 | Hướng dẫn |
///
/// ```
/// use thuocdo::id::DocumentCode;
///
/// let letter: DocumentCode = "554/SLĐTBXH-TTr".parse()?;
/// assert!(letter.is_letter());                       // thanh tra, not tờ trình
/// let draft: DocumentCode = "/BC-SLĐTBXH".parse()?;
/// assert_eq!(draft.number(), None);
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "số, ký hiệu")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentCode {
    text: Box<str>,
    style: DocumentStyle,
    number: Option<u32>,
    suffix: Option<char>,
    year: Option<u16>,
    kind: Option<DocumentType>,
}

/// How a document's symbol is laid out.
///
/// ```
/// use thuocdo::id::{DocumentCode, DocumentStyle};
///
/// let style = |code: &str| code.parse::<DocumentCode>().map(|code| code.style());
/// assert_eq!(style("382a/QĐ-UBND")?, DocumentStyle::Administrative);
/// assert_eq!(style("23/2021/QĐ-TTg")?, DocumentStyle::Normative);
/// assert_eq!(style("366-QĐ/TW")?, DocumentStyle::Party);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentStyle {
    /// `number/TYPE-ORGAN`, or `number/ORGAN-UNIT` for a letter.
    Administrative,
    /// `number/year/TYPE-ORGAN`.
    Normative,
    /// `number-TYPE/ORGAN`.
    Party,
}

impl DocumentCode {
    /// The longest accepted text, in characters.
    pub const MAX_CHARS: usize = 100;

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The layout it follows.
    #[must_use]
    pub const fn style(&self) -> DocumentStyle {
        self.style
    }

    /// The number; none where it is left blank, as in a draft.
    #[must_use]
    pub const fn number(&self) -> Option<u32> {
        self.number
    }

    /// The letter after the number, as in `382a`.
    #[must_use]
    pub const fn suffix(&self) -> Option<char> {
        self.suffix
    }

    /// The year within the symbol; only normative acts carry one.
    #[must_use]
    pub const fn year(&self) -> Option<u16> {
        self.year
    }

    /// The named type, decided by the first group of the symbol.
    #[must_use]
    pub const fn kind(&self) -> Option<DocumentType> {
        self.kind
    }

    /// Whether this is an official letter (công văn), which carries no type.
    #[must_use]
    pub fn is_letter(&self) -> bool {
        self.style == DocumentStyle::Administrative && self.kind.is_none()
    }
}

impl FromStr for DocumentCode {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.to_owned().try_into()
    }
}

impl TryFrom<String> for DocumentCode {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        match parse(&text) {
            Ok(parsed) => Ok(Self { text: text.into_boxed_str(), ..parsed }),
            Err(problem) => Err(IdError::DocumentCode { text: text.chars().take(Self::MAX_CHARS).collect(), problem }),
        }
    }
}

impl fmt::Display for DocumentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The parts of `text`; the text itself is left empty for the caller to fill.
fn parse(text: &str) -> Result<DocumentCode, &'static str> {
    if text.is_empty() {
        return Err("it is empty");
    }
    if text.chars().count() > DocumentCode::MAX_CHARS {
        return Err("it is longer than 100 characters");
    }
    if !is_nfc(text) {
        return Err("it is not composed Unicode (NFC)");
    }
    let (head, rest) = text.split_once('/').ok_or("a slash must stand between number and symbol")?;

    if let Some((number, kind)) = head.split_once('-') {
        let (number, suffix) = parse_number(number)?;
        check_symbol(rest)?;
        let kind = DocumentType::of(kind).ok_or("the type before the slash is not a known one")?;
        // the Party writes QĐ for a decision (quyết định) and for a regulation (quy định)
        let kind = Some(kind).filter(|kind| kind.abbreviation() != "QĐ");
        return Ok(DocumentCode {
            text: Box::default(),
            style: DocumentStyle::Party,
            number,
            suffix,
            year: None,
            kind,
        });
    }

    let (number, suffix) = parse_number(head)?;
    let (style, year, symbol) = match rest.split_once('/') {
        Some((year, symbol)) if is_digits(year) => (DocumentStyle::Normative, Some(parse_year(year)?), symbol),
        _ => (DocumentStyle::Administrative, None, rest),
    };
    check_symbol(symbol)?;
    let first = symbol.split(['-', '/']).next().unwrap_or(symbol);
    Ok(DocumentCode { text: Box::default(), style, number, suffix, year, kind: DocumentType::of(first) })
}

fn parse_number(text: &str) -> Result<(Option<u32>, Option<char>), &'static str> {
    const ACCEPTED: &str = "the number must be up to 7 digits and at most one small letter, or be left blank";
    let digits = text.trim_end_matches(|c: char| c.is_lowercase());
    let mut letters = text.chars().rev().take_while(|c| c.is_lowercase());
    let suffix = letters.next();
    if letters.next().is_some() || digits.len() > 7 {
        return Err(ACCEPTED);
    }
    if text.is_empty() {
        return Ok((None, None));
    }
    if !is_digits(digits) {
        return Err(ACCEPTED);
    }
    Ok((Some(digits.parse().map_err(|_| ACCEPTED)?), suffix))
}

fn parse_year(text: &str) -> Result<u16, &'static str> {
    match text.parse() {
        Ok(year @ 1900..=2199) if text.len() == 4 => Ok(year),
        _ => Err("the year must be from 1900 to 2199"),
    }
}

/// A symbol is groups of letters, digits and `&`, joined by single hyphens or slashes; at least one letter.
fn check_symbol(symbol: &str) -> Result<(), &'static str> {
    let is_group = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_alphanumeric() || c == '&');
    if symbol.split(['-', '/']).all(is_group) && symbol.chars().any(char::is_alphabetic) {
        Ok(())
    } else {
        Err("the symbol must be groups of letters joined by hyphens, without spaces")
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A reference to a document (dẫn chiếu văn bản): its number and symbol, and what is said of its date and subject.
///
/// Every combination is legal: a report may cite a letter without a date.
///
/// ```
/// use thuocdo::id::DocumentRef;
/// use thuocdo::NaiveDate;
///
/// let plan = DocumentRef {
///     code: "29/KH-SLĐTBXH".parse()?,
///     date: NaiveDate::from_ymd_opt(2021, 3, 9),
///     subject: None,
/// };
/// assert_eq!(plan.code.kind().unwrap().vietnamese(), "Kế hoạch");
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "văn bản")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRef {
    /// Number and symbol.
    pub code: DocumentCode,
    /// The day it was issued, if said.
    pub date: Option<NaiveDate>,
    /// What it is about (trích yếu), if said.
    pub subject: Option<Text>,
}
