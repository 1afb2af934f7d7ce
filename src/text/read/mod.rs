//! From text to values (đọc số liệu): what an office wrote, with every reading that a person could give it.
//!
//! Reading decides nothing: where a phrase can be read in several ways, all of them are the answer.

mod error;
mod figure;
mod numeral;
mod time;
mod token;

pub use error::ReadError;
pub use figure::{FigureReading, read_figure};
pub use numeral::{Notation, NumeralReading, read_numeral};
pub use time::{PartOfYear, TimeReading, read_time};
