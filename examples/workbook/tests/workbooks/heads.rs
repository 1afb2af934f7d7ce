//! Proves that heads are found and understood: in two layouts, merged over rows and columns, spelled in several ways, with a
//! year behind them; and that what is not understood or understood twice is said.

use crate::support::{became, book, figure, figure_cell, read, read_table, write_rows};
use rust_xlsxwriter::Format;
use workbook::{Became, Doubt, Doubtful, Layout, MappedAs, NotRead, Role, RowKind, Unmapped, Value, read_workbook};

#[test]
fn two_layouts_give_the_same_figures() {
    let one = read_table(&["TT | Nhiệm vụ, chỉ tiêu | ĐVT | KH | TH", "1 | Số hộ nghèo | hộ | 107 | 92"]);
    let other = read_table(&[
        "Biểu 2",
        "",
        "Tên chỉ tiêu | Thực hiện | Đơn vị tính | Kế hoạch năm",
        "Số hộ nghèo | 92 | Hộ | 107",
    ]);
    assert_eq!((figure(&one, "D2"), figure(&one, "E2")), ("107 hộ".into(), "92 hộ".into()));
    assert_eq!((figure(&other, "D4"), figure(&other, "B4")), ("107 hộ".into(), "92 hộ".into()));
    assert_eq!(*became(&other.sheets[0], "A1"), Became::Unmapped(Unmapped::OutsideTable));
}

#[test]
fn merged_heads_over_three_rows_are_read_down_to_the_column() {
    let reading = read(&book(|sheet| {
        let plain = Format::new();
        for (column, head) in [(0, "STT"), (1, "Nội dung"), (2, "ĐVT")] {
            sheet.merge_range(0, column, 2, column, head, &plain)?;
        }
        sheet.merge_range(0, 3, 0, 6, "Năm 2021", &plain)?;
        sheet.merge_range(1, 3, 2, 3, "Kế hoạch", &plain)?;
        sheet.merge_range(1, 4, 1, 6, "Thực hiện", &plain)?;
        write_rows(
            sheet,
            2,
            &["||||Tháng 11|Lũy kế|Trong đó: nữ", "A|B|C|1|2|3|4", "1|Số người học nghề|người|2000|150|1493|700"],
        )
    }));
    let roles: Vec<_> = reading.sheets[0].columns.iter().map(|column| (column.head.join(" > "), column.role)).collect();
    let expected = [
        ("STT", Role::Order),
        ("Nội dung", Role::Subject),
        ("ĐVT", Role::UnitOfMeasure),
        ("Năm 2021 > Kế hoạch", Role::Plan),
        ("Năm 2021 > Thực hiện > Tháng 11", Role::Actual),
        ("Năm 2021 > Thực hiện > Lũy kế", Role::Accumulated),
    ];
    assert_eq!(roles, expected.map(|(head, role)| (head.to_string(), role)));
    assert_eq!((figure(&reading, "E5"), figure(&reading, "F5")), ("150 người".into(), "1493 người".into()));
    // a part of what is headed is not the whole of it
    assert_eq!(*became(&reading.sheets[0], "G5"), Became::Unmapped(Unmapped::BelowUnknownHead));
    assert_eq!(*became(&reading.sheets[0], "D4"), Became::Mapped(MappedAs::ColumnNumber));
}

#[test]
fn a_head_is_its_words_and_not_its_spelling() {
    for head in ["LUỸ KẾ", "Lu\u{303}y kê\u{301}", " lũy\nkế ", "Lũy kế đến tháng 11/2021", "Lũy kế (năm 2021)"]
    {
        let reading = read_table(&[&format!("Tên chỉ tiêu|{}", head.replace('|', "")), "Số hộ|5"]);
        assert_eq!(reading.sheets[0].columns[1].role, Role::Accumulated, "{head}");
    }
    let reading = read_table(&["Tên chỉ tiêu | Thực hiện công tác giảm nghèo", "Số hộ|5"]);
    assert_eq!(reading.sheets[0].not_read, Some(NotRead::NoHead));
}

#[test]
fn two_columns_of_one_meaning_are_both_doubtful_unless_the_layout_tells_them_apart() {
    let rows = ["Tên chỉ tiêu | ĐVT | Thực hiện tháng 10 | Thực hiện tháng 11", "Số hộ | hộ | 5 | 6"];
    let reading = read_table(&rows);
    for at in ["C1", "D1"] {
        assert_eq!(*became(&reading.sheets[0], at), Became::Doubtful(Doubtful::SameHead(Role::Actual)));
    }
    assert_eq!(figure_cell(&reading, "C2").value, Value::Doubtful(Doubt::SameHead));
    let layout = Layout::from_json(
        r#"{ "version": 1, "columns": [
            { "role": "subject", "headers": ["Tên chỉ tiêu"] },
            { "role": "unit-of-measure", "headers": ["ĐVT"] },
            { "role": "actual", "headers": ["Thực hiện tháng 11"] },
            { "role": "base", "headers": ["Thực hiện tháng 10"] }
        ] }"#,
    )
    .unwrap();
    let reading = read_workbook("a.xlsx", &book(|sheet| write_rows(sheet, 0, &rows)), &layout).unwrap();
    assert_eq!((figure(&reading, "C2"), figure(&reading, "D2")), ("5 hộ".into(), "6 hộ".into()));
}

#[test]
fn a_head_as_the_layout_writes_it_comes_before_one_with_a_time_behind_it() {
    let reading = read_table(&["Tên chỉ tiêu | ĐVT | Kế hoạch năm 2022 | Kế hoạch", "Số hộ | hộ | 5 | 6"]);
    assert_eq!(figure(&reading, "D2"), "6 hộ");
    assert_eq!(*became(&reading.sheets[0], "C2"), Became::Unmapped(Unmapped::BelowUnknownHead));
}

#[test]
fn label_rows_are_headings_and_not_indicators_without_figures() {
    let reading = read_table(&[
        "TT | Tên chỉ tiêu | ĐVT | TH",
        "I | Lĩnh vực lao động",
        "1 | Việc làm",
        "a | Số người có việc làm | người | 10",
        " | Trong đó: nữ | người | 4",
        "II | Lĩnh vực người có công",
        "1 | Số hộ | hộ | ",
        "2 | Chưa rõ",
        "3 | Số hồ sơ | hồ sơ | 7",
    ]);
    let rows: Vec<_> =
        reading.sheets[0].rows.iter().map(|row| (row.name.as_str(), row.kind, row.above.join(" > "))).collect();
    assert_eq!(
        rows,
        [
            ("Lĩnh vực lao động", RowKind::Heading, String::new()),
            ("Việc làm", RowKind::Heading, "Lĩnh vực lao động".into()),
            ("Số người có việc làm", RowKind::Indicator, "Lĩnh vực lao động > Việc làm".into()),
            ("Trong đó: nữ", RowKind::Indicator, "Lĩnh vực lao động > Việc làm > Số người có việc làm".into()),
            ("Lĩnh vực người có công", RowKind::Heading, String::new()),
            ("Số hộ", RowKind::Indicator, "Lĩnh vực người có công".into()),
            ("Chưa rõ", RowKind::Unclear, "Lĩnh vực người có công".into()),
            ("Số hồ sơ", RowKind::Indicator, "Lĩnh vực người có công".into()),
        ]
    );
    assert_eq!(figure_cell(&reading, "D7").value, Value::Missing);
    assert_eq!(*became(&reading.sheets[0], "B8"), Became::Doubtful(Doubtful::HeadingOrMissing));
}

#[test]
fn a_unit_of_measure_said_above_the_table_or_over_several_rows_counts_for_them() {
    let above = read_table(&["Đơn vị tính: triệu đồng", "Tên chỉ tiêu | Kế hoạch", "Kinh phí | 5.261,5"]);
    assert_eq!(figure(&above, "B3"), "5261.5 triệu đồng");
    let merged = read(&book(|sheet| {
        write_rows(sheet, 0, &["Tên chỉ tiêu | ĐVT | TH", "Số hộ nghèo | | 5", "Số hộ cận nghèo | | 7"])?;
        sheet.merge_range(1, 1, 2, 1, "hộ", &Format::new())?;
        Ok(())
    }));
    assert_eq!((figure(&merged, "C2"), figure(&merged, "C3")), ("5 hộ".into(), "7 hộ".into()));
}

#[test]
fn a_head_repeated_on_the_next_page_continues_the_table() {
    let head = "TT | Tên chỉ tiêu | ĐVT | TH";
    let reading = read_table(&[head, "1 | Xã A | hộ | 5", head, "2 | Xã B | hộ | 7", " | Tổng số | hộ | 12"]);
    let total = &reading.sheets[0].totals[0];
    let workbook::Checked::By { table, .. } = &total.checked else { panic!("{total:?}") };
    assert_eq!(table.content().figures.len(), 3);
    assert!(table.check().is_clean());
}

#[test]
fn a_second_table_has_its_own_unit_of_measure_and_its_own_total() {
    let head = "Tên chỉ tiêu | TH";
    let reading = read_table(&[
        "ĐVT: triệu đồng",
        head,
        "Kinh phí A | 5",
        "Tổng số | 5",
        "Người lập biểu",
        "Biểu số 2",
        head,
        "Kinh phí B | 7",
        "Tổng số | 7",
        "Đơn vị tính: | tỷ đồng",
        head,
        "Kinh phí C | 9",
    ]);
    assert_eq!(figure(&reading, "B3"), "5 triệu đồng");
    // what is said above one table is not said above the next
    assert_eq!(figure(&reading, "B8"), "7");
    assert_eq!(figure(&reading, "B12"), "9 tỷ đồng");
    assert!(reading.sheets[0].totals.iter().all(|total| {
        matches!(&total.checked, workbook::Checked::By { table, .. } if table.content().figures.len() == 2 && table.check().is_clean())
    }));
    assert_eq!(*became(&reading.sheets[0], "A5"), Became::Unmapped(Unmapped::BelowTable));
    assert_eq!(*became(&reading.sheets[0], "B10"), Became::Mapped(MappedAs::Label));
}

#[test]
fn a_head_repeated_after_a_gap_begins_a_table() {
    let reading = read_table(&["ĐVT: hộ", "Tên chỉ tiêu | TH", "Hộ nghèo | 5", "", "Tên chỉ tiêu | TH", "Lớp học | 7"]);
    assert_eq!((figure(&reading, "B3"), figure(&reading, "B6")), ("5 hộ".into(), "7".into()));
}

#[test]
fn a_last_indicator_without_figures_is_not_taken_for_what_stands_below_the_table() {
    let reading = read_table(&["TT | Tên chỉ tiêu | TH", "1 | Số hộ | 5", "2 | Số người", "Người lập biểu"]);
    assert_eq!(*became(&reading.sheets[0], "B3"), Became::Doubtful(Doubtful::HeadingOrMissing));
    assert_eq!(*became(&reading.sheets[0], "A4"), Became::Unmapped(Unmapped::BelowTable));
}

#[test]
fn a_column_that_is_merged_in_every_row_is_one_column() {
    let reading = read(&book(|sheet| {
        write_rows(sheet, 0, &["Tên chỉ tiêu | ĐVT", "Số hộ | hộ"])?;
        sheet.merge_range(0, 2, 0, 3, "TH", &Format::new())?;
        sheet.merge_range(1, 2, 1, 3, "12", &Format::new())?;
        Ok(())
    }));
    assert_eq!(figure(&reading, "C2"), "12 hộ");
}

#[test]
fn a_workbook_that_names_two_units_keeps_the_first_and_says_so() {
    let reading = read_table(&[
        "Đơn vị báo cáo: Xã A",
        "Đơn vị báo cáo: Xã B",
        "Ngày báo cáo: mai",
        "Tên chỉ tiêu | TH",
        "Số hộ | 5",
    ]);
    assert_eq!((reading.unit.as_str(), reading.as_of), ("Xã A", None));
    assert_eq!(*became(&reading.sheets[0], "A2"), Became::Doubtful(Doubtful::Otherwise));
    assert_eq!(*became(&reading.sheets[0], "A3"), Became::Doubtful(Doubtful::Day));
}

#[test]
fn layouts_are_refused_with_their_place() {
    for (json, wanted) in [
        (r#"{ "version": 2, "columns": [] }"#, "at `version`: `2`, 1 is accepted"),
        (
            r#"{ "version": 1, "columns": [{ "role": "total", "headers": ["A"] }] }"#,
            "at `columns[0].role`: unknown variant `total`",
        ),
        (r#"{ "version": 1, "columns": [{ "role": "actual", "headers": ["A"] }] }"#, "none of the role `subject`"),
        (r#"{ "version": 1, "columns": [{ "role": "subject", "headers": ["A"] }] }"#, "none for figures"),
        (
            r#"{ "version": 1, "columns": [{ "role": "subject", "headers": ["A"] }, { "role": "plan", "headers": ["a"] }] }"#,
            "`a` heads two columns",
        ),
        (r#"{ "version": 1, "columns": [{ "role": "subject", "headers": [] }] }"#, "no heads"),
        (r#"{ "version": 1, "columns": [], "total": [] }"#, "unknown field `total`"),
    ] {
        let error = Layout::from_json(json).unwrap_err().to_string();
        assert!(error.contains(wanted), "{error}");
    }
}
