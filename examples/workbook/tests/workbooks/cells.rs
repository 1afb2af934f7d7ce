//! Proves that every figure cell is read exactly or said to be doubtful, with its readings; that empty, 0 and `-` stay apart;
//! and that no cell of a sheet is passed over.

use crate::support::{became, book, figure, figure_cell, read, read_table, with_sheet_xml, write_rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet, XlsxError};
use workbook::{Became, Doubt, Doubtful, Note, Role, SheetReading, Value, WorkbookReading};

const HEAD: &str = "Tên chỉ tiêu | ĐVT | TH";

/// A table whose first figure cell, C2, is written by `write`.
fn with_cell(unit: &str, write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> WorkbookReading {
    read(&book(|sheet| {
        write_rows(sheet, 0, &[HEAD, &format!("Chỉ tiêu A | {unit}"), "Chỉ tiêu B | hộ | 1"])?;
        write(sheet)
    }))
}

fn with_text(unit: &str, text: &str) -> WorkbookReading {
    with_cell(unit, |sheet| sheet.write_string(1, 2, text).map(drop))
}

fn with_number(unit: &str, number: &str, format: &str) -> WorkbookReading {
    let format = Format::new().set_num_format(format);
    let formula = Formula::new("=A1").set_result(number);
    with_cell(unit, |sheet| sheet.write_formula_with_format(1, 2, formula, &format).map(drop))
}

fn doubt(reading: &WorkbookReading) -> &Doubt {
    match &figure_cell(reading, "C2").value {
        Value::Doubtful(doubt) => doubt,
        other => panic!("{other:?}"),
    }
}

fn readings(doubt: &Doubt) -> Vec<String> {
    doubt.readings().iter().map(ToString::to_string).collect()
}

#[test]
fn empty_zero_and_dash_are_three_answers() {
    let reading = read_table(&[HEAD, "A | hộ | ", "B | hộ | 0", "C | hộ | -", "D | hộ | –"]);
    assert_eq!(figure_cell(&reading, "C2").value, Value::Missing);
    assert_eq!(figure(&reading, "C3"), "0 hộ");
    assert_eq!(figure_cell(&reading, "C4").value, Value::NotApplicable);
    assert_eq!(figure_cell(&reading, "C5").value, Value::NotApplicable);
}

#[test]
fn a_zero_that_is_shown_as_a_dash_is_a_zero_and_said() {
    let accounting = r#"_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)"#;
    let reading = with_number("hộ", "0", accounting);
    assert_eq!(figure(&reading, "C2"), "0 hộ");
    assert!(figure_cell(&reading, "C2").notes.contains(&Note::ZeroShownAs("-".into())));
}

#[test]
fn numbers_stored_as_text_are_read_by_their_notation() {
    for (unit, text, read) in [
        ("%", "85,98", "85.98 %"),
        ("hộ", "02", "02 hộ"),
        ("người", "11.370.000", "11370000 người"),
        ("hộ", "92 hộ", "92 hộ"),
    ] {
        let reading = with_text(unit, text);
        assert_eq!(figure(&reading, "C2"), read, "{text}");
        assert!(figure_cell(&reading, "C2").notes.contains(&Note::Text));
    }
}

#[test]
fn a_text_with_two_readings_is_doubtful_with_both_unless_the_unit_allows_one() {
    let reading = with_text("ha", "1.493");
    assert!(matches!(doubt(&reading), Doubt::Ambiguous(_)));
    assert_eq!(readings(doubt(&reading)), ["1493", "1.493"]);
    assert!(matches!(became(&reading.sheets[0], "C2"), Became::Doubtful(Doubtful::Figure(Role::Actual, _))));
    // there is no 1.493 of a person
    let reading = with_text("người", "1.493");
    assert_eq!(figure(&reading, "C2"), "1493 người");
    assert!(figure_cell(&reading, "C2").notes.contains(&Note::ByUnit(vec!["1.493".parse().unwrap()])));
}

#[test]
fn what_is_no_number_is_not_made_one() {
    for (unit, text, wanted) in [
        ("hộ", "khoảng năm mươi", Doubt::NotNumber),
        ("hộ", "1 493", Doubt::NotNumber),
        ("hộ", "1e3", Doubt::NotNumber),
        ("hộ", "trên 80 hộ", Doubt::NotExact),
        ("hộ", "92 người", Doubt::OtherUnit("người".parse().unwrap())),
    ] {
        assert_eq!(*doubt(&with_text(unit, text)), wanted, "{text}");
    }
    assert!(matches!(doubt(&with_text("hộ", "92,5")), Doubt::NotOfUnit(..)));
    assert!(matches!(doubt(&with_text("hộ", "-3")), Doubt::NotOfUnit(..)));
    assert!(matches!(doubt(&with_text("ha", "1,1234567")), Doubt::NotFigure(_)));
}

#[test]
fn a_double_is_read_at_the_decimals_it_shows_and_what_is_stored_is_said() {
    let reading = with_number("ha", "0.30000000000000004", "0.0");
    assert_eq!(figure(&reading, "C2"), "0.3 ha");
    assert_eq!(figure_cell(&reading, "C2").notes, [Note::Stored("0.30000000000000004".into()), Note::Formula]);
    // at the edge of a rounding, the decimal counts and not the double below it
    assert_eq!(figure(&with_number("ha", "1.005", "0.00"), "C2"), "1.01 ha");
    assert_eq!(figure(&with_number("ha", "5", "0.00"), "C2"), "5.00 ha");
    // without a format, the shortest decimal that gives the double back, and 15 digits at most
    assert_eq!(figure(&with_number("ha", "85.98", "General"), "C2"), "85.98 ha");
    assert_eq!(figure(&with_number("ha", "0.30000000000000004", "General"), "C2"), "0.3 ha");
    assert!(matches!(doubt(&with_number("ha", "0.3333333333333333", "General")), Doubt::NotFigure(_)));
}

#[test]
fn a_cell_in_percent_is_read_in_percent() {
    assert_eq!(figure(&with_number("%", "0.8598130841121495", "0.00%"), "C2"), "85.98 %");
    assert_eq!(figure(&with_number("%", "85.98", "0.00"), "C2"), "85.98 %");
    let reading = with_number("hộ", "0.92", "0%");
    assert_eq!(readings(doubt(&reading)), ["92"]);
}

#[test]
fn a_number_that_is_shown_otherwise_is_doubtful() {
    assert_eq!(*doubt(&with_number("đồng", "5261000000", "#,##0,,")), Doubt::ShownScaled);
    assert_eq!(*doubt(&with_number("đồng", "5261", ";;;")), Doubt::ShownAsText(String::new()));
    assert!(matches!(doubt(&with_number("đồng", "5261", "0.00E+00")), Doubt::NumberFormat(_)));
    assert_eq!(*doubt(&with_number("đồng", "1234567890123456789", "0")), Doubt::MoreThan15Digits);
}

#[test]
fn dates_errors_and_logical_values_are_no_figures() {
    let date = with_cell("hộ", |sheet| {
        let day = ExcelDateTime::from_ymd(2021, 2, 1)?;
        sheet.write_datetime_with_format(1, 2, &day, &Format::new().set_num_format("dd/mm")).map(drop)
    });
    assert_eq!(*doubt(&date), Doubt::Date);
    assert_eq!(figure_cell(&date, "C2").text, "2021-02-01");
    let error =
        with_cell("hộ", |sheet| sheet.write_formula(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).map(drop));
    assert_eq!(*doubt(&error), Doubt::ExcelError);
    assert_eq!(figure_cell(&error, "C2").text, "#DIV/0!");
    assert_eq!(*doubt(&with_cell("hộ", |sheet| sheet.write_boolean(1, 2, true).map(drop))), Doubt::Bool);
}

#[test]
fn a_formula_that_nothing_has_computed_is_doubtful_and_one_that_yields_nothing_is_missing() {
    let bytes = book(|sheet| {
        write_rows(sheet, 0, &[HEAD, "A | hộ", "B | hộ"])?;
        sheet.write_formula(1, 2, Formula::new("=1+1").set_result("77"))?;
        sheet.write_formula(2, 2, Formula::new("=IF(A1=1,1,\"\")").set_result(" ")).map(drop)
    });
    let reading = read(&with_sheet_xml(&bytes, |xml| xml.replace("<v>77</v>", "")));
    assert_eq!(*doubt(&reading), Doubt::NoResult);
    assert_eq!(figure_cell(&reading, "C2").text, "=1+1");
    assert_eq!(figure_cell(&reading, "C3").value, Value::Missing);
}

#[test]
fn one_number_over_two_rows_belongs_to_neither() {
    let reading = with_cell("hộ", |sheet| sheet.merge_range(1, 2, 2, 2, "12", &Format::new()).map(drop));
    assert_eq!(figure_cell(&reading, "C2").value, Value::Doubtful(Doubt::Merged));
    assert_eq!(figure_cell(&reading, "C3").value, Value::Doubtful(Doubt::Merged));
}

#[test]
fn two_rows_of_one_name_are_doubtful_and_under_two_headings_they_are_not() {
    let reading = read_table(&["TT | Tên chỉ tiêu | ĐVT | TH", "1 | Số hộ | hộ | 5", "2 | số  hộ | hộ | 7"]);
    assert_eq!(figure_cell(&reading, "D2").value, Value::Doubtful(Doubt::SameName));
    assert_eq!(*became(&reading.sheets[0], "B3"), Became::Doubtful(Doubtful::SameName));
    let reading = read_table(&[
        "TT | Tên chỉ tiêu | ĐVT | TH",
        "I | Hộ nghèo",
        "1 | Dân tộc thiểu số | hộ | 5",
        "II | Hộ cận nghèo",
        "1 | Dân tộc thiểu số | hộ | 7",
    ]);
    assert_eq!((figure(&reading, "D3"), figure(&reading, "D5")), ("5 hộ".into(), "7 hộ".into()));
}

#[test]
fn every_cell_that_holds_something_is_listed_once() {
    let written = [
        "Sở A |||| x",
        "TT | Tên chỉ tiêu | ĐVT | TH | Cột lạ | Ghi chú",
        "A | B | C | 1 | 2 | D",
        "I | Nhóm",
        "1 | Số hộ | hộ | 5 | 9 | có",
        "2 | | | 7 | | | | ngoài biểu",
        " | Tổng số | hộ | 5",
        "Người lập biểu",
    ];
    let reading = read_table(&written);
    let filled: usize = written.iter().map(|row| row.split('|').filter(|field| !field.trim().is_empty()).count()).sum();
    let sheet: &SheetReading = &reading.sheets[0];
    assert_eq!(sheet.cells.len(), filled);
    assert!(sheet.cells.is_sorted_by(|left, right| left.at < right.at));
    let is_unread = |cell: &&workbook::ListedCell| matches!(cell.became, Became::Unmapped(_));
    let unread: Vec<String> = sheet.cells.iter().filter(is_unread).map(|cell| cell.at.to_string()).collect();
    assert_eq!(unread, ["A1", "E1", "E2", "E5", "A6", "D6", "H6", "A8"]);
}
