//! Workbooks written for a test, and what is read of them.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use workbook::{Became, FigureCell, Layout, ListedCell, SheetReading, Value, WorkbookReading, read_workbook};

/// A workbook of one sheet.
pub(crate) fn book(write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet()).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A sheet of texts, a row each; fields are separated by `|`, and one that is empty is no cell.
pub(crate) fn write_rows(sheet: &mut Worksheet, first_row: u32, rows: &[&str]) -> Result<(), XlsxError> {
    for (row, fields) in (first_row..).zip(rows) {
        for (column, field) in (0..).zip(fields.split('|').map(str::trim)) {
            if !field.is_empty() {
                sheet.write_string(row, column, field)?;
            }
        }
    }
    Ok(())
}

/// What is read of a workbook through the common layout.
pub(crate) fn read(bytes: &[u8]) -> WorkbookReading {
    read_workbook("don-vi.xlsx", bytes, &Layout::common().unwrap()).unwrap()
}

/// What is read of a table of texts.
pub(crate) fn read_table(rows: &[&str]) -> WorkbookReading {
    read(&book(|sheet| write_rows(sheet, 0, rows)))
}

/// The figure cell at an address of the first sheet.
pub(crate) fn figure_cell<'r>(reading: &'r WorkbookReading, at: &str) -> &'r FigureCell {
    let mut cells = reading.sheets[0].rows.iter().flat_map(|row| row.cells.values());
    cells.find(|cell| cell.at.to_string() == at).unwrap_or_else(|| panic!("no figure cell {at}"))
}

/// The number that is read at an address of the first sheet, as a plain decimal with its unit.
pub(crate) fn figure(reading: &WorkbookReading, at: &str) -> String {
    match &figure_cell(reading, at).value {
        Value::Figure(figure) => {
            format!("{} {}", figure.reading().exact().unwrap(), figure.unit()).trim_end().to_string()
        }
        other => panic!("{at} is {other:?}"),
    }
}

/// What became of the cell at an address.
pub(crate) fn became<'s>(sheet: &'s SheetReading, at: &str) -> &'s Became {
    &listed(sheet, at).became
}

/// The cell at an address as it is listed.
pub(crate) fn listed<'s>(sheet: &'s SheetReading, at: &str) -> &'s ListedCell {
    sheet.cells.iter().find(|cell| cell.at.to_string() == at).unwrap_or_else(|| panic!("{at} is not listed"))
}

/// The same workbook with its first sheet's XML changed.
pub(crate) fn with_sheet_xml(bytes: &[u8], change: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut change = Some(change);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().to_string();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            text = change.take().unwrap()(text);
        }
        changed.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        changed.write_all(text.as_bytes()).unwrap();
    }
    changed.finish().unwrap().into_inner()
}
