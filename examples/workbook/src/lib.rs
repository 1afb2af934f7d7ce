//! Excel workbooks of reporting units in (tiếp nhận tệp Excel), annexes as workbooks and CSV out.
//!
//! 1. A [`Layout`] says which heads mean what; [`Layout::common`] knows the usual ones.
//! 2. [`read_workbook`] reads one file: every cell that holds something is listed as mapped, unmapped or doubtful, with its
//!    address. Nothing is guessed: what can be read in two ways is doubtful, with both readings.
//! 3. [`merge`] puts many units together: late corrections, missing units, exact sums by indicator and unit of measure.
//! 4. [`Template`] writes the sheet that units fill in; [`annex_workbook`] and [`annex_csv`] write an annex out.
#![deny(
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used
)]

mod address;
mod annex_cells;
mod annex_csv;
mod annex_sheet;
mod error;
mod fold;
mod head;
mod known;
mod label;
mod layout;
mod listed;
mod merge;
mod number_format;
mod paper;
mod reading;
mod sheet;
mod stored;
mod table;
mod template;
mod total_check;
mod value;

pub use address::Address;
pub use annex_csv::annex_csv;
pub use annex_sheet::annex_workbook;
pub use error::WorkbookError;
pub use layout::{Layout, LayoutColumn, LayoutIndicator, Role};
pub use listed::{Became, Doubtful, ListedCell, MappedAs, Unmapped};
pub use merge::{CellChange, Merged, NotAdded, Superseded, UnitsTotal, merge};
pub use reading::{Column, NotRead, SheetReading, WorkbookReading, read_workbook};
pub use table::{Row, RowKind};
pub use template::{Entry, Template};
pub use total_check::{Checked, StatedTotal};
pub use value::{Doubt, FigureCell, Note, Value};
