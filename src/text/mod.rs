//! Words (diễn đạt): every number, date and sentence that a person reads, in Vietnamese and English.
//!
//! A [`Language`] turns values of the domain into words; [`Vietnamese`] and [`English`] are the two that come with the
//! crate, and a caller may write a third. [`Annex`] puts a whole report into a table to print. The sentences ask an office for what is missing; they accuse nobody. Only the
//! English of an error is elsewhere, with the error.
//!
//! ```
//! use thuocdo::quantity::{Ratio, Rounding};
//! use thuocdo::text::{English, Language, Vietnamese};
//!
//! let supported = Ratio::of(92, 107)?;
//! assert_eq!(Vietnamese.percent(supported, Rounding::half_away::<2>()), "85,98%");
//! assert_eq!(English.percent(supported, Rounding::half_away::<2>()), "85.98%");
//! # Ok::<(), thuocdo::quantity::QuantityError>(())
//! ```

mod annex;
mod calculation;
mod check_language;
mod english;
mod explain;
mod finding_words;
mod grade_language;
mod grade_words;
mod language;
mod list;
mod number;
mod read;
mod reading_language;
mod rule_table;
mod statement_words;
mod telling;
mod vietnamese;

pub use annex::{
    Annex, AnnexCell, AnnexColumn, AnnexColumns, AnnexError, AnnexGrades, AnnexHead, AnnexHeading, AnnexLabels,
    AnnexLack, AnnexLanguage, AnnexNote, AnnexRate, AnnexRemark, AnnexRow, AnnexRowKind, AnnexSettings, AnnexTimes,
    AnnexValue,
};
pub use check_language::{CheckLanguage, DiagnosisWords, NotStatedWords, TwoReadings};
pub use english::English;
pub use grade_language::GradeLanguage;
pub use grade_words::{CapWords, LiftWords};
pub use language::Language;
pub use number::Separators;
pub use read::{
    Base, BaseKind, ChangeSense, Clue, Meaning, NotFigure, Notation, NumeralReading, OldEncoding, PartOfYear, Phrase,
    PhraseReading, ReadError, Reader, Status, TimeReading, keep_together, read_figure, read_numeral, read_time,
};
pub use reading_language::ReadingLanguage;
pub use statement_words::{StatementKind, StatementWords};
pub use vietnamese::Vietnamese;
