//! The annex behind a report (phụ lục, biểu): tasks and targets as a table, as data, as Markdown and as a page to print.
//!
//! No figure is worked out here: all of them are the report's, and every rate is one of [`measure`](crate::measure), with
//! the formula and the operands it has there.

mod build;
mod cell;
mod column;
mod figures;
mod html;
mod language;
mod line;
mod markdown;
mod remarks;
mod settings;

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

pub use cell::{AnnexCell, AnnexLack, AnnexRate, AnnexValue};
pub use column::{AnnexColumn, AnnexColumns, AnnexError};
pub use language::{AnnexLanguage, AnnexRemark};
pub use settings::{AnnexGrades, AnnexHeading, AnnexLabels, AnnexSettings, AnnexTimes};

use crate::id::Id;
use crate::report::Report;

/// Annex of a report (phụ lục kèm theo báo cáo): what stands above the table, its heads, its rows and the notes below.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexColumn, AnnexSettings, Vietnamese};
///
/// # let json = include_str!("../../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let annex = Annex::of(&report, &Vietnamese, &AnnexSettings::default());
/// assert_eq!(annex.title(), "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, CHỈ TIÊU NĂM 2021 VÀ ĐỀ XUẤT NĂM 2022");
/// assert_eq!(annex.heads()[7].words, "Thực hiện so với kế hoạch (%)");
/// assert_eq!(annex.heads()[7].number, "(5)=(3)/(2)");
/// let supported = |column| annex.cell("mt-ho-tro", column).map(|cell| cell.text.as_str());
/// assert_eq!(supported(AnnexColumn::Plan), Some("từ 107 trở lên"));
/// assert_eq!(supported(AnnexColumn::Actual), Some("92"));
/// assert_eq!(supported(AnnexColumn::ActualRate), Some("85,98%"));
/// assert!(annex.markdown().contains("| 3.088 |"));
/// assert!(annex.html().starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "phụ lục")]
#[doc(alias = "biểu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    tag: &'static str,
    label: String,
    title: String,
    attached: String,
    caption: String,
    columns: AnnexColumns,
    heads: Vec<AnnexHead>,
    rows: Vec<AnnexRow>,
    notes_heading: &'static str,
    notes: Vec<AnnexNote>,
}

/// Head of a column (đầu cột): its words, and the number and formula under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexHead {
    /// The column.
    pub column: AnnexColumn,
    /// The words.
    pub words: String,
    /// The number, with the formula of a rate: `(5)=(3)/(2)`; empty where the column is not numbered.
    pub number: String,
}

/// Row of an annex (dòng của phụ lục).
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexRowKind, AnnexSettings, Vietnamese};
///
/// # let json = include_str!("../../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let annex = Annex::of(&report, &Vietnamese, &AnnexSettings::default());
/// let tasks = annex.rows().iter().filter(|row| row.kind == AnnexRowKind::Task);
/// let labels: Vec<&str> = tasks.map(|row| row.label.as_str()).collect();
/// assert_eq!(labels[..4], ["I", "II", "III", "IV"]);       // 04 nhiệm vụ; the others are proposed for 2022
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexRow {
    /// What it is the row of.
    pub kind: AnnexRowKind,
    /// The id of the task or target; none for a heading between them.
    pub id: Option<Id>,
    /// The label of the row in the whole table, by which notes name it: `II.1`.
    pub label: String,
    /// One cell for each column.
    pub cells: Vec<AnnexCell>,
}

/// Note below the table of an annex (ghi chú dưới biểu).
///
/// ```
/// use thuocdo::text::AnnexNote;
///
/// let note = AnnexNote {
///     rows: vec!["I.2".into(), "III.1".into()],
///     text: "Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc (năm 2020).".into(),
/// };
/// assert_eq!(note.to_string(), "I.2, III.1: Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc (năm 2020).");
/// ```
#[doc(alias = "ghi chú")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexNote {
    /// The labels of the rows it is on; none for the report as a whole.
    pub rows: Vec<String>,
    /// What it says, in full sentences.
    pub text: String,
}

/// What a row of an annex is the row of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnexRowKind {
    /// A heading over the rows that follow.
    Heading,
    /// A task.
    Task,
    /// A target of the task above.
    Target,
}

impl Annex {
    /// The annex of `report`, as `settings` ask for it.
    #[must_use]
    pub fn of<L: AnnexLanguage + ?Sized>(report: &Report, language: &L, settings: &AnnexSettings<'_>) -> Self {
        build::annex(report, language, settings)
    }

    /// Which annex it is: `Phụ lục II`.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The title, in capitals.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Which document it goes with, in brackets; what a draft leaves blank is blank.
    #[must_use]
    pub fn attached(&self) -> &str {
        &self.attached
    }

    /// What the table shows, in a line above it.
    #[must_use]
    pub fn caption(&self) -> &str {
        &self.caption
    }

    /// The columns.
    #[must_use]
    pub const fn columns(&self) -> &AnnexColumns {
        &self.columns
    }

    /// The heads, one for each column.
    #[must_use]
    pub fn heads(&self) -> &[AnnexHead] {
        &self.heads
    }

    /// The rows, in the order of the plan; then what is only proposed.
    #[must_use]
    pub fn rows(&self) -> &[AnnexRow] {
        &self.rows
    }

    /// The notes below the table: why rates have no value, what was given as cause or reason.
    #[must_use]
    pub fn notes(&self) -> &[AnnexNote] {
        &self.notes
    }

    /// The cell of a task or target in a column; of several rows with that id the first.
    #[must_use]
    pub fn cell(&self, id: &str, column: AnnexColumn) -> Option<&AnnexCell> {
        let position = self.columns.as_slice().iter().position(|found| *found == column)?;
        let row = self.rows.iter().find(|row| row.id.as_ref().is_some_and(|found| found.as_str() == id))?;
        row.cells.get(position)
    }

    /// The annex as Markdown, with a table of pipes (GFM); every text in it is escaped.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::page(self)
    }

    /// The annex as a page of HTML to print on A4 landscape, as Decree 30/2020/NĐ-CP lays annexes out. It needs no other
    /// file and runs nothing; every text in it is escaped.
    #[must_use]
    pub fn html(&self) -> String {
        html::Page(self).to_string()
    }
}

/// Writes the labels of the rows before the sentences: `II.1, II.2: …`.
impl fmt::Display for AnnexNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rows.as_slice() {
            [] => f.write_str(&self.text),
            rows => write!(f, "{}: {}", rows.join(", "), self.text),
        }
    }
}
