//! Proves that an annex written as a workbook opens again with its numbers and its reasons, and as CSV is what an Excel set to
//! Vietnamese saves, byte for byte.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexSettings, Vietnamese};
use workbook::{annex_csv, annex_workbook};

const SOURCE_REPORT: &str = include_str!("../../../data/lang-son-2021.json");

fn annex(json: &str, columns: &str) -> Annex {
    let report: Report = serde_json::from_str(json).unwrap();
    Annex::of(&report, &Vietnamese, &AnnexSettings { columns: columns.parse().unwrap(), ..AnnexSettings::default() })
}

/// What stands in each cell, numbers with the number format that shows them.
fn cells(bytes: Vec<u8>) -> BTreeMap<(u32, u32), String> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let styles = workbook.worksheet_style("Phụ lục").unwrap();
    let range = workbook.worksheet_range("Phụ lục").unwrap();
    let (first_row, first_column) = range.start().unwrap();
    let used = range.used_cells().map(|(row, column, value)| {
        let at = (first_row + u32::try_from(row).unwrap(), first_column + u32::try_from(column).unwrap());
        let text = match value {
            Data::Float(number) => {
                let format = styles.get(at).and_then(|style| style.number_format.clone()).unwrap_or_default();
                format!("{number} as {}", format.format_code)
            }
            other => other.to_string(),
        };
        (at, text)
    });
    used.collect()
}

#[test]
fn numbers_are_numbers_with_their_decimals_and_reasons_are_text() {
    let annex = annex(SOURCE_REPORT, "number,name,unit,plan,actual,actual-rate");
    let cells = cells(annex_workbook(&annex).unwrap());
    let row = |name: &str| {
        let at = cells.iter().find(|(at, text)| at.1 == 1 && *text == name).unwrap_or_else(|| panic!("no {name}")).0.0;
        [3, 4, 5].map(|column| cells.get(&(at, column)).cloned().unwrap_or_default())
    };
    assert_eq!(
        row("Số người lao động được huấn luyện ATVSLĐ"),
        ["từ 2.000 trở lên", "3088 as #,##0", "1.544 as #,##0.0%"]
    );
    assert_eq!(
        row("Số hộ người có công có mức sống dưới trung bình được hỗ trợ nâng cao mức sống"),
        ["từ 107 trở lên", "92 as #,##0", "0.8598 as #,##0.00%"]
    );
    assert_eq!(
        row("Số người được tuyển sinh và đào tạo giáo dục nghề nghiệp"),
        ["chưa nêu số KH", "11370 as #,##0", "chưa nêu số KH"]
    );
    // every cell of the annex is there, as its words or as the number that they say
    let written = annex.rows().iter().flat_map(|row| &row.cells).filter(|cell| !cell.text.is_empty()).count();
    let in_table =
        cells.keys().filter(|(row, _)| (6..6 + u32::try_from(annex.rows().len()).unwrap()).contains(row)).count();
    assert_eq!(in_table, written);
}

#[test]
fn the_head_is_merged_repeated_and_on_a4_landscape() {
    let annex = annex(SOURCE_REPORT, "number,name,unit,plan,actual,actual-rate");
    let bytes = annex_workbook(&annex).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let merged = workbook.merge_cells_by_sheet_name("Phụ lục").unwrap();
    let is_merged = |start, end| merged.iter().any(|region| region.start == start && region.end == end);
    assert!(is_merged((1, 0), (1, 5)), "the title");
    assert!(is_merged((4, 0), (5, 0)) && is_merged((4, 2), (5, 2)), "heads without a number");
    assert!(!is_merged((4, 3), (5, 3)), "a head with a number");
    let repeated = workbook.defined_names().iter().find(|(name, _)| name.contains("Print_Titles")).unwrap();
    assert!(repeated.1.ends_with("$5:$6"), "{repeated:?}");
    let style = workbook.worksheet_style("Phụ lục").unwrap();
    let figure = style.get((9, 4)).unwrap();
    assert_eq!(figure.font.as_ref().unwrap().name.as_deref(), Some("Times New Roman"));
    assert!(figure.borders.as_ref().unwrap().has_visible_borders());
}

#[test]
fn csv_is_what_excel_saves_byte_for_byte() {
    let csv = annex_csv(&annex(SMALL, "number,name,unit,plan,actual,actual-rate")).unwrap();
    let lines = [
        "\u{feff}Phụ lục;;;;;",
        "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, CHỈ TIÊU NĂM 2021;;;;;",
        "(Kèm theo Báo cáo số 12/BC-UBND ngày 16 tháng 11 năm 2021 của UBND xã A);;;;;",
        "\"Kết quả theo từng nhiệm vụ, chỉ tiêu; số liệu chốt đến ngày 15/11/2021\";;;;;",
        "TT;Nhiệm vụ, chỉ tiêu;ĐVT;Kế hoạch năm 2021;Thực hiện đến ngày 15/11/2021;Thực hiện so với kế hoạch (%)",
        ";;;(1);(2);(3)=(2)/(1)",
        "I;Giảm nghèo;;;;",
        "1;\"Số hộ được hỗ trợ; gồm “nhà ở”\";hộ;1.107;02;chưa nêu cách tính",
        // a name that a spreadsheet would compute
        "2;\"'=Diện tích \"\"mới\"\"\";ha;từ 85,50 trở lên;1.234,50;1.443,86%",
        "I.1: Chưa tính được mức thực hiện: mục tiêu chưa nêu cách tính. Đề nghị ghi rõ cách tính.;;;;;",
        "",
    ];
    assert_eq!(String::from_utf8(csv).unwrap(), lines.join("\r\n"));
}

#[test]
fn zeros_in_front_and_at_the_end_are_shown_as_printed() {
    let cells = cells(annex_workbook(&annex(SMALL, "number,name,unit,plan,actual,actual-rate")).unwrap());
    assert_eq!((cells[&(7, 3)].as_str(), cells[&(7, 4)].as_str()), ("1107 as #,##0", "2 as 00"));
    assert_eq!((cells[&(8, 4)].as_str(), cells[&(8, 5)].as_str()), ("1234.5 as #,##0.00", "14.4386 as #,##0.00%"));
    // on a sheet nothing is computed of a text, so it stands as it is
    assert_eq!(cells[&(8, 1)], "=Diện tích \"mới\"");
}

const SMALL: &str = include_str!("small-report.json");
