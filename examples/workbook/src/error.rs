//! Why a file could not be read or written at all; what is doubtful within one is no error.

use std::error::Error;
use std::fmt;

/// What is wrong with a file (lỗi tệp).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkbookError {
    /// It is no workbook, or a broken one.
    Unreadable {
        /// What the reader says.
        reason: String,
    },
    /// It holds more cells than a report has.
    TooManyCells {
        /// How many are accepted.
        most: usize,
    },
    /// A sheet holds more merged regions than a report has.
    TooManyMergedRegions {
        /// The sheet.
        sheet: String,
        /// How many are accepted.
        most: usize,
    },
    /// The layout is no layout.
    Layout {
        /// The place and what would be accepted.
        reason: String,
    },
    /// A file could not be written.
    NotWritten {
        /// What the writer says.
        reason: String,
    },
}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { reason } => {
                write!(f, "no workbook that can be read ({reason}), a file saved as `.xlsx` is accepted")
            }
            Self::TooManyCells { most } => write!(f, "more than {most} cells, at most {most} are accepted"),
            Self::TooManyMergedRegions { sheet, most } => {
                write!(f, "sheet `{sheet}` has more than {most} merged regions, at most {most} are accepted")
            }
            Self::Layout { reason } => write!(f, "no layout: {reason}"),
            Self::NotWritten { reason } => write!(f, "not written: {reason}"),
        }
    }
}

impl Error for WorkbookError {}
