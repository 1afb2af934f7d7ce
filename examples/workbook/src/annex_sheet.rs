//! An annex as a workbook: title, head on every page, numbers as numbers with the decimals printed, reasons as text.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet};
use thuocdo::text::{Annex, AnnexColumn, AnnexRow, AnnexRowKind, AnnexValue};

use crate::annex_cells::{SheetCell, sheet_cell};
use crate::error::WorkbookError;
use crate::paper;
use crate::stored::double_of;

/// An annex as an `.xlsx` file (phụ lục dạng Excel).
///
/// ```
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexSettings, Vietnamese};
///
/// # let json = include_str!("../../data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let annex = Annex::of(&report, &Vietnamese, &AnnexSettings::default());
/// assert!(workbook::annex_workbook(&annex)?.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WorkbookError::NotWritten`] for a text longer than a cell takes.
pub fn annex_workbook(annex: &Annex) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Phụ lục")?;
    let last_column = u16::try_from(annex.heads().len().saturating_sub(1)).unwrap_or(u16::MAX);
    let above = [
        (annex.label(), paper::text().set_bold().set_align(FormatAlign::Center)),
        (annex.title(), paper::title()),
        (annex.attached(), paper::text().set_italic().set_align(FormatAlign::Center).set_text_wrap()),
        (annex.caption(), paper::text().set_italic().set_align(FormatAlign::Right)),
    ];
    let width: u16 = annex.heads().iter().map(|head| width(head.column)).sum();
    for (row, (text, format)) in (0..).zip(&above) {
        write_line(sheet, row, last_column, text, format, width)?;
    }
    let head_row = 4;
    for (column, head) in (0..).zip(annex.heads()) {
        sheet.set_column_width(column, self::width(head.column))?;
        if head.number.is_empty() {
            // nothing stands below it, so the head takes both rows
            paper::write_over(sheet, (head_row, head_row + 1), (column, column), &head.words, &paper::head())?;
        } else {
            sheet.write_string_with_format(head_row, column, &head.words, &paper::head())?;
            sheet.write_string_with_format(head_row + 1, column, &head.number, &paper::column_number())?;
        }
    }
    let heads = annex.heads().iter().map(|head| (head.words.as_str(), self::width(head.column)));
    sheet.set_row_height(head_row, paper::row_height(heads))?;
    paper::set_up(sheet, head_row, head_row + 1)?;
    let mut row = head_row + 2;
    for line in annex.rows() {
        write_row(sheet, row, annex, line)?;
        row += 1;
    }
    for note in annex.notes() {
        write_line(sheet, row, last_column, &format!("- {note}"), &paper::text().set_text_wrap(), width)?;
        row += 1;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A line over the whole table.
fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    last_column: u16,
    text: &str,
    format: &Format,
    width: u16,
) -> Result<(), WorkbookError> {
    paper::write_over(sheet, (row, row), (0, last_column), text, format)?;
    sheet.set_row_height(row, paper::row_height(std::iter::once((text, width))))?;
    Ok(())
}

fn write_row(sheet: &mut Worksheet, row: u32, annex: &Annex, line: &AnnexRow) -> Result<(), WorkbookError> {
    let texts = annex.heads().iter().zip(&line.cells);
    sheet.set_row_height(row, paper::row_height(texts.map(|(head, cell)| (cell.text.as_str(), width(head.column)))))?;
    for (column, (head, cell)) in (0..).zip(annex.heads().iter().zip(&line.cells)) {
        let mut format = match (head.column, &cell.value) {
            (_, AnnexValue::Figure(_) | AnnexValue::Rate(_)) => paper::figure(),
            (_, AnnexValue::Lacking(_) | AnnexValue::NotApplicable(_)) => {
                paper::cell().set_italic().set_align(FormatAlign::Center)
            }
            (AnnexColumn::Name | AnnexColumn::Lead | AnnexColumn::Evidence | AnnexColumn::Remark, _) => paper::cell(),
            _ => paper::cell().set_align(FormatAlign::Center),
        };
        if line.kind != AnnexRowKind::Target {
            format = format.set_bold();
        }
        match sheet_cell(cell) {
            SheetCell::Number { plain, format: number_format } => {
                let Some(number) = double_of(&plain) else { continue };
                sheet.write_number_with_format(row, column, number, &format.set_num_format(number_format))?;
            }
            SheetCell::Text(text) => {
                sheet.write_string_with_format(row, column, text, &format)?;
            }
        }
    }
    Ok(())
}

/// In characters.
const fn width(column: AnnexColumn) -> u16 {
    match column {
        AnnexColumn::Number => 6,
        AnnexColumn::Name => 34,
        AnnexColumn::Unit => 9,
        AnnexColumn::Remark => 30,
        AnnexColumn::Plan | AnnexColumn::NextPlan | AnnexColumn::Evidence => 15,
        _ => 12,
    }
}
