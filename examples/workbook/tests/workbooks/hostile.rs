//! Proves that a workbook which is none, or holds no table, or holds it far away, is an answer with a reason and no panic.

use std::time::{Duration, Instant};

use rust_xlsxwriter::{Format, Workbook};
use workbook::{Became, Layout, NotRead, Unmapped, WorkbookError, merge, read_workbook};

use crate::support::{became, book, figure, read, read_table, with_sheet_xml, write_rows};

fn refused(bytes: &[u8]) -> WorkbookError {
    read_workbook("a.xlsx", bytes, &Layout::common().unwrap()).unwrap_err()
}

#[test]
fn what_is_no_workbook_is_refused_and_the_others_are_read() {
    let whole = book(|sheet| write_rows(sheet, 0, &["Tên chỉ tiêu | TH", "Số hộ | 5"]));
    for bytes in
        [&b""[..], b"PK\x03\x04", b"<html><table></table></html>", &whole[..whole.len() / 2], &[0xd0, 0xcf, 0x11, 0xe0]]
    {
        assert!(matches!(refused(bytes), WorkbookError::Unreadable { .. }));
    }
    let layout = Layout::common().unwrap();
    let files = vec![("a".to_string(), Err(refused(b""))), ("b".to_string(), read_workbook("b", &whole, &layout))];
    let merged = merge(files, &["a".to_string()], &layout);
    assert_eq!((merged.readings.len(), merged.unreadable.len(), merged.missing_units.len()), (1, 1, 1));
}

#[test]
fn every_cut_of_a_workbook_and_every_broken_byte_of_a_sheet_is_survived() {
    let whole = book(|sheet| {
        write_rows(sheet, 0, &["Tên chỉ tiêu | ĐVT | TH", "Số hộ | hộ | 5"])?;
        sheet.merge_range(2, 0, 2, 2, "Tổng số", &Format::new())?;
        sheet.write_formula(3, 2, "=SUM(C2:C2)").map(drop)
    });
    let layout = Layout::common().unwrap();
    for at in (0..whole.len()).step_by(97) {
        drop(read_workbook("a", &whole[..at], &layout));
    }
    let mut length = 0;
    let mut at = 0;
    while at == 0 || at < length {
        // a letter for another one, so that names, numbers and references break without the zip around them
        for letter in ['9', 'Z', '<'] {
            let broken = with_sheet_xml(&whole, |xml| {
                length = xml.len();
                xml.char_indices().map(|(index, kept)| if index == at { letter } else { kept }).collect()
            });
            drop(read_workbook("a", &broken, &layout));
        }
        at += 31;
    }
    assert!(length > 500);
}

#[test]
fn references_beyond_every_sheet_are_survived() {
    let whole = book(|sheet| {
        write_rows(sheet, 0, &["Tên chỉ tiêu | ĐVT | TH", "Số hộ | hộ | 5"])?;
        sheet.merge_range(2, 0, 2, 2, "Tổng số", &Format::new()).map(drop)
    });
    let layout = Layout::common().unwrap();
    for (from, to) in [
        ("A3:C3", "A3:XFD1048576"),
        ("A3:C3", "C3:A1"),
        ("A3:C3", "A4294967295:ZZZZZZ4294967296"),
        ("A3:C3", "A1:C3"),
        ("r=\"C2\"", "r=\"XFD1048576\""),
        ("r=\"C2\"", "r=\"A4294967295\""),
        ("r=\"C2\"", "r=\"AAAAAAA99999999999\""),
        ("r=\"C2\"", "r=\"\""),
        ("<row r=\"2\"", "<row r=\"4294967295\""),
        ("<v>3</v>", "<v>99999999999999999999</v>"),
        ("A1:C3", "A1:XFD1048576"),
    ] {
        let broken = with_sheet_xml(&whole, |xml| {
            assert!(xml.contains(from), "{from} is not in {xml}");
            xml.replace(from, to)
        });
        let begin = Instant::now();
        drop(read_workbook("a", &broken, &layout));
        assert!(begin.elapsed() < Duration::from_secs(5), "{from} to {to}: {:?}", begin.elapsed());
    }
}

#[test]
fn sheets_without_a_table_say_why() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Trống").unwrap();
    write_rows(workbook.add_worksheet().set_name("Chữ").unwrap(), 0, &["Kính gửi: Sở Nội vụ", "Số hộ: 5"]).unwrap();
    write_rows(
        workbook.add_worksheet().set_name("Ẩn").unwrap().set_hidden(true),
        0,
        &["Tên chỉ tiêu | TH", "Số hộ | 5"],
    )
    .unwrap();
    let reading = read(&workbook.save_to_buffer().unwrap());
    let why: Vec<_> = reading.sheets.iter().map(|sheet| sheet.not_read).collect();
    assert_eq!(why, [Some(NotRead::Empty), Some(NotRead::NoHead), Some(NotRead::Hidden)]);
    assert_eq!(reading.sheets[2].cells.len(), 4);
    assert!(reading.sheets[2].cells.iter().all(|cell| matches!(cell.became, Became::Unmapped(_))));
}

#[test]
fn a_thousand_empty_columns_and_a_cell_in_the_last_corner_cost_nothing() {
    let begin = Instant::now();
    let reading = read(&book(|sheet| {
        sheet.write_string(0, 0, "Tên chỉ tiêu")?.write_string(0, 1000, "TH")?;
        sheet.write_string(1, 0, "Số hộ")?.write_number(1, 1000, 5)?;
        for column in 1..1000 {
            sheet.write_blank(1, column, &Format::new().set_bold())?;
        }
        sheet.write_string(1_048_575, 16_383, "x")?;
        Ok(())
    }));
    assert_eq!(figure(&reading, "ALM2"), "5");
    assert_eq!(*became(&reading.sheets[0], "XFD1048576"), Became::Unmapped(Unmapped::NoHead));
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}

#[test]
fn more_than_a_report_holds_is_refused() {
    let regions = book(|sheet| {
        for row in 0..2001 {
            sheet.merge_range(row, 0, row, 1, "x", &Format::new())?;
        }
        Ok(())
    });
    assert!(matches!(refused(&regions), WorkbookError::TooManyMergedRegions { most: 2000, .. }));
    let cells = book(|sheet| {
        for row in 0..20_001 {
            for column in 0..10 {
                sheet.write_number(row, column, 1)?;
            }
        }
        Ok(())
    });
    assert!(matches!(refused(&cells), WorkbookError::TooManyCells { most: 200_000 }));
}

#[test]
fn a_table_of_many_rows_is_read_in_reasonable_time() {
    let begin = Instant::now();
    let reading = read(&book(|sheet| {
        write_rows(sheet, 0, &["TT | Tên chỉ tiêu | ĐVT | TH"])?;
        for row in 1..5001 {
            sheet.write_number(row, 0, row)?.write_string(row, 1, format!("Chỉ tiêu {row}"))?;
            sheet.write_string(row, 2, "hộ")?.write_number(row, 3, 1)?;
        }
        Ok(())
    }));
    assert_eq!(reading.sheets[0].rows.len(), 5000);
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}

#[test]
fn strange_numbers_and_texts_are_survived() {
    let long = "ộ".repeat(32_000);
    let reading = read_table(&[
        "TT | Tên chỉ tiêu | ĐVT | TH",
        "1 | \u{200b} | hộ | 5",
        "2 | =1+1 | hộ | ५",
        &format!("3 | {long} | {long} | 1"),
        "4 | a\u{301}\u{301}\u{301} | hộ | \u{202e}5",
        "(((( | ) | ( | )",
    ]);
    assert_eq!(reading.sheets[0].rows.len(), 4);
    for number in ["1E+308", "-1E+308", "5E-324", "NaN", "inf", "-0", "99999999999999999999"] {
        for format in ["General", "dd/mm/yyyy", "[h]:mm", "0%", "#,##0.0000000", "?/?", "\"", "[", "\\"] {
            let bytes = book(|sheet| {
                write_rows(sheet, 0, &["Tên chỉ tiêu | ĐVT | TH", "A | ha"])?;
                let result = rust_xlsxwriter::Formula::new("=A1").set_result(number);
                sheet.write_formula_with_format(1, 2, result, &Format::new().set_num_format(format)).map(drop)
            });
            // what comes of it is one of the answers; here it is enough that there is one
            assert_eq!(read(&bytes).sheets[0].rows.len(), 1, "{number} as {format}");
        }
    }
}
