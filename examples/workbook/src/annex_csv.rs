//! An annex as CSV, byte for byte as an Excel set to Vietnamese saves a sheet: semicolons, what the cells show, UTF-8 with a
//! byte order mark, CRLF.

use csv::{Terminator, WriterBuilder};
use thuocdo::text::Annex;

use crate::annex_cells::{SheetCell, sheet_cell};
use crate::error::WorkbookError;

/// Without it Excel takes the bytes for those of an old code page.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// An annex as CSV (phụ lục dạng CSV) that opens in Excel with a double click.
///
/// A text that a spreadsheet would take for a formula has an apostrophe in front.
///
/// ```
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexSettings, Vietnamese};
///
/// # let json = include_str!("../../data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let settings = AnnexSettings { columns: "name,unit,plan,actual,actual-rate".parse()?, ..AnnexSettings::default() };
/// let csv = workbook::annex_csv(&Annex::of(&report, &Vietnamese, &settings))?;
/// let text = String::from_utf8(csv)?;
/// assert!(text.contains(";người;từ 2.000 trở lên;3.088;154,4%\r\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WorkbookError::NotWritten`] if the writer refuses, which it does for no annex that is known.
pub fn annex_csv(annex: &Annex) -> Result<Vec<u8>, WorkbookError> {
    let refuse = |reason: String| WorkbookError::NotWritten { reason };
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let width = annex.heads().len();
    // Excel saves as many fields in every line as the widest one has
    let line = |text: &str| -> Vec<String> {
        let mut fields = vec![String::new(); width];
        if let Some(first) = fields.first_mut() {
            *first = harmless(text);
        }
        fields
    };
    let above = [annex.label(), annex.title(), annex.attached(), annex.caption()];
    let mut lines: Vec<Vec<String>> = above.into_iter().map(line).collect();
    lines.push(annex.heads().iter().map(|head| harmless(&head.words)).collect());
    lines.push(annex.heads().iter().map(|head| harmless(&head.number)).collect());
    for row in annex.rows() {
        let fields = row.cells.iter().map(|cell| match sheet_cell(cell) {
            SheetCell::Number { .. } => cell.text.clone(),
            SheetCell::Text(text) => harmless(&text),
        });
        lines.push(fields.collect());
    }
    lines.extend(annex.notes().iter().map(|note| line(&note.to_string())));
    for fields in lines {
        writer.write_record(fields).map_err(|error| refuse(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| refuse(error.to_string()))
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.to_string() }
}
