//! From text to values (đọc số liệu): what an office wrote, with every reading that a person could give it.
//!
//! Reading decides nothing: where a phrase can be read in several ways, all of them are the answer. A text is cut into pieces
//! (`source`), the pieces are put together by the words of its language (`lexicon`, `grammar`), and what is put together is
//! given its meanings (`interpret`).

mod document;
mod encoding;
mod english_time;
mod error;
mod grammar;
mod interpret;
mod labels;
mod leads;
mod lexicon;
mod meaning;
mod numbers;
mod numeral;
mod pieces;
mod reader;
mod scan;
mod source;
mod time;
mod time_at;
mod time_ranges;
mod together;
mod units;

pub use encoding::OldEncoding;
pub use error::ReadError;
pub use meaning::{Base, BaseKind, ChangeSense, Clue, Meaning, NotFigure, Phrase, PhraseReading, Status};
pub use numeral::{Notation, NumeralReading, read_numeral};
pub use reader::{Reader, read_figure};
pub use time::{PartOfYear, TimeReading, read_time};
pub use together::keep_together;
