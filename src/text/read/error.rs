use alloc::string::String;

use super::OldEncoding;
use crate::period::PeriodError;
use crate::quantity::QuantityError;

/// Why a text is not read (lý do không đọc được).
///
/// ```
/// use thuocdo::text::read_time;
///
/// let error = read_time("ngày 31/02/2021").unwrap_err();
/// assert_eq!(error.to_string(), "`ngày 31/02/2021` names no day of the calendar, that month has 28 days");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It says nothing of time.
    #[error(
        "`{text}` is no date or period, written as `04/02/2021`, `ngày 05 tháng 02 năm 2021`, `tháng 3/2021`, \
         `quý III/2021`, `6 tháng đầu năm 2021`, `giai đoạn 2016 - 2020` or `năm 2021` it is read"
    )]
    NotTime {
        /// The offending text.
        text: String,
    },
    /// A day that its month does not have.
    #[error("`{text}` names no day of the calendar, that month has {days} days")]
    NoSuchDay {
        /// The offending text.
        text: String,
        /// The days that the month has, 29 in a February of a year that is not said.
        days: u32,
    },
    /// A month, or a number of months, that no year has.
    #[error("`{text}` names month {month}, a year has months 1 to 12")]
    NoSuchMonth {
        /// The offending text.
        text: String,
        /// The offending number.
        month: u32,
    },
    /// A year that is not written with four digits.
    #[error("the year `{year}` in `{text}` is cut short, all four digits are needed")]
    ShortYear {
        /// The offending text.
        text: String,
        /// The year as written.
        year: String,
    },
    /// Digits of another script.
    #[error("`{digit}` in `{text}` is a digit of another script, 0 to 9 are read")]
    OtherDigits {
        /// The offending text.
        text: String,
        /// The first of them.
        digit: char,
    },
    /// It is no number.
    #[error("`{text}` is no number, written as `1.493`, `85,98`, `1,493` or `85.98` it is read")]
    NotNumeral {
        /// The offending text.
        text: String,
    },
    /// It is no figure, date, period or document.
    #[error(
        "`{text}` is no figure, date, period or document, a figure written as `1.493 hộ`, `trên 83%`, `từ 500 người trở lên`, `120-150 người`, `92/107 hộ` or \
         `giảm 10 vụ` it is read"
    )]
    NotFigure {
        /// The offending text.
        text: String,
    },
    /// A number that no figure can be.
    #[error("`{text}` is no figure: {reason}")]
    Number {
        /// The offending text.
        text: String,
        /// What is wrong with it.
        #[source]
        reason: QuantityError,
    },
    /// A period that cannot be.
    #[error("`{text}` is no period: {reason}")]
    Period {
        /// The offending text.
        text: String,
        /// What is wrong with it.
        #[source]
        reason: PeriodError,
    },
    /// No reading fits what the caller knows of the figure.
    #[error(
        "no reading of `{text}` fits the notation, the unit and the size that are expected, check them or the text"
    )]
    NotExpected {
        /// The offending text.
        text: String,
    },
    /// A text in a code page from before Unicode.
    #[error("`{text}` is in the old encoding {encoding}, convert it to Unicode (TCVN 6909:2001) and read it again")]
    OldEncoding {
        /// The beginning of the offending text.
        text: String,
        /// The code page that its letters show.
        encoding: OldEncoding,
    },
    /// More text than any phrase has.
    #[error("`{text}` goes on for {chars} characters, a phrase of up to {} is read", Self::LONGEST)]
    TooLong {
        /// The beginning of the offending text.
        text: String,
        /// How long it is.
        chars: usize,
    },
}

impl ReadError {
    /// The characters that a phrase may have.
    pub const LONGEST: usize = 200;
}
