//! Proves that workbooks of many units add up exactly, a late correction supersedes the earlier one, and whoever is missing,
//! unexpected, undecided, doubtful or counts in another unit is named.

use workbook::{Layout, Merged, NotAdded, Role, UnitsTotal, Value, merge, read_workbook};

use crate::support::{book, write_rows};

fn merged(books: &[(&str, &[&str])], expected: &[&str]) -> Merged {
    let layout = Layout::common().unwrap();
    let files = books.iter().map(|(file, rows)| {
        let bytes = book(|sheet| write_rows(sheet, 0, rows));
        ((*file).to_string(), read_workbook(file, &bytes, &layout))
    });
    let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
    merge(files.collect(), &expected, &layout)
}

fn total<'m>(merged: &'m Merged, name: &str, role: Role) -> &'m UnitsTotal {
    merged.totals.iter().find(|total| total.name == name && total.role == role).unwrap_or_else(|| panic!("no {name}"))
}

fn sum(total: &UnitsTotal) -> String {
    let sum = total.sum.as_ref().unwrap();
    format!("{} {}", sum.amount(), sum.unit())
}

const HEAD: &str = "Tên chỉ tiêu | ĐVT | KH | TH";

#[test]
fn two_layouts_add_up_by_indicator_and_unit_of_measure() {
    let merged = merged(
        &[
            ("a.xlsx", &["Đơn vị báo cáo: A", HEAD, "Số hộ nghèo | hộ | 107 | 92", "Kinh phí | triệu đồng | 0,1 | -"]),
            (
                "b.xlsx",
                &[
                    "TT | Nội dung | Thực hiện | Kế hoạch | Đơn vị tính",
                    "1 | SỐ HỘ  NGHÈO | 0 | 3 | Hộ",
                    "2 | Kinh phí | 5 | 0,2 | Triệu đồng",
                ],
            ),
        ],
        &[],
    );
    assert_eq!(sum(total(&merged, "Số hộ nghèo", Role::Plan)), "110 hộ");
    assert_eq!(sum(total(&merged, "Số hộ nghèo", Role::Actual)), "92 hộ");
    // a tenth and two tenths are three tenths
    assert_eq!(sum(total(&merged, "Kinh phí", Role::Plan)), "0.3 triệu đồng");
    let actual = total(&merged, "Kinh phí", Role::Actual);
    assert_eq!((sum(actual), actual.not_applicable.as_slice()), ("5 triệu đồng".into(), ["A".to_string()].as_slice()));
}

#[test]
fn a_late_correction_supersedes_the_earlier_workbook_and_both_are_kept() {
    let books: [(&str, &[&str]); 2] = [
        ("sua.xlsx", &["Đơn vị báo cáo: A", "Lần báo cáo: 2", HEAD, "Số hộ | hộ | 10 | 7"]),
        ("dau.xlsx", &["Đơn vị báo cáo: a", "Lần báo cáo: 1", HEAD, "Số hộ | hộ | 10 | 5", "Số lớp | lớp | | 1"]),
    ];
    let merged = merged(&books, &["A"]);
    assert_eq!((merged.readings.len(), merged.counted.as_slice()), (2, [0].as_slice()));
    assert_eq!(sum(total(&merged, "Số hộ", Role::Actual)), "7 hộ");
    let superseded = &merged.superseded[0];
    assert_eq!((superseded.earlier, superseded.later), (1, 0));
    let changed: Vec<&str> = superseded.changes.iter().map(|change| change.name.as_str()).collect();
    assert_eq!(changed, ["Số hộ", "Số lớp"]);
    assert_eq!(superseded.changes[1].after, Value::Missing);
    assert!(merged.missing_units.is_empty());
}

#[test]
fn the_later_day_supersedes_and_where_nothing_says_which_is_later_none_counts() {
    let early: &[&str] = &["Đơn vị báo cáo: A", "Ngày báo cáo: 14/11/2021", HEAD, "Số hộ | hộ | 10 | 5"];
    let late: &[&str] = &["Đơn vị báo cáo: A", "Ngày báo cáo: ngày 15 tháng 11 năm 2021", HEAD, "Số hộ | hộ | 10 | 6"];
    let by_day = merged(&[("1.xlsx", late), ("2.xlsx", early)], &[]);
    assert_eq!(sum(total(&by_day, "Số hộ", Role::Actual)), "6 hộ");
    let undated: &[&str] = &["Đơn vị báo cáo: A", HEAD, "Số hộ | hộ | 10 | 6"];
    let undecided = merged(&[("1.xlsx", undated), ("2.xlsx", undated)], &["A"]);
    assert_eq!(undecided.undecided, [vec![0, 1]]);
    assert!(undecided.totals.is_empty());
    assert_eq!(undecided.missing_units, ["A"]);
    // the number and the day contradict each other
    let second: &[&str] =
        &["Đơn vị báo cáo: A", "Lần báo cáo: 2", "Ngày báo cáo: 14/11/2021", HEAD, "Số hộ | hộ | 1 | 1"];
    let first: &[&str] =
        &["Đơn vị báo cáo: A", "Lần báo cáo: 1", "Ngày báo cáo: 15/11/2021", HEAD, "Số hộ | hộ | 1 | 1"];
    assert_eq!(merged(&[("1.xlsx", first), ("2.xlsx", second)], &[]).undecided.len(), 1);
}

#[test]
fn missing_and_unexpected_units_are_named() {
    let rows: &[&str] = &[HEAD, "Số hộ | hộ | 10 | 5"];
    let merged = merged(&[("Xã A.xlsx", rows), ("Xã Lạ.xlsx", rows)], &["xã a", "Xã B"]);
    assert_eq!(merged.missing_units, ["Xã B"]);
    assert_eq!(merged.unexpected_units, ["Xã Lạ"]);
}

#[test]
fn another_unit_of_measure_is_not_added_and_another_scale_is_exactly() {
    let merged = merged(
        &[
            ("a.xlsx", &[HEAD, "Số hộ nghèo | hộ | | 5", "Kinh phí | tỷ đồng | | 1,5"]),
            ("b.xlsx", &[HEAD, "Số hộ nghèo | người | | 20", "Kinh phí | triệu đồng | | 250"]),
            ("c.xlsx", &[HEAD, "Số hộ nghèo | hộ | | 2"]),
        ],
        &[],
    );
    let totals: Vec<&UnitsTotal> = merged.totals.iter().filter(|total| total.name == "Số hộ nghèo").collect();
    assert_eq!(totals.iter().map(|total| sum(total)).collect::<Vec<_>>(), ["7 hộ", "20 người"]);
    assert_eq!(totals[0].otherwise, [("b".to_string(), "người".parse().unwrap())]);
    assert_eq!(sum(total(&merged, "Kinh phí", Role::Actual)), "1.75 tỷ đồng");
    assert_eq!(total(&merged, "Kinh phí", Role::Actual).missing, ["c"]);
}

#[test]
fn rates_are_never_added_and_doubtful_cells_are_named() {
    let merged = merged(
        &[
            ("a.xlsx", &["Tên chỉ tiêu | ĐVT | TH | Tỷ lệ", "Tỷ lệ hộ nghèo | % | 5,2", "Diện tích | ha | 1.493 | 50"]),
            ("b.xlsx", &["Tên chỉ tiêu | ĐVT | TH | Tỷ lệ", "Tỷ lệ hộ nghèo | % | 4,8", "Diện tích | ha | 10 | 60"]),
        ],
        &[],
    );
    assert_eq!(total(&merged, "Tỷ lệ hộ nghèo", Role::Actual).sum, Err(NotAdded::Rate));
    assert_eq!(total(&merged, "Diện tích", Role::Rate).sum, Err(NotAdded::Rate));
    let area = total(&merged, "Diện tích", Role::Actual);
    assert_eq!((sum(area), area.doubtful.as_slice()), ("10 ha".into(), ["a".to_string()].as_slice()));
}

#[test]
fn an_indicator_is_known_by_its_other_names_and_a_unit_that_is_doubtful_alone_is_not_lost() {
    let json = r#"{ "version": 1,
        "columns": [{ "role": "subject", "headers": ["Tên"] }, { "role": "unit-of-measure", "headers": ["ĐVT"] }, { "role": "actual", "headers": ["TH"] }],
        "indicators": [{ "name": "Số hộ nghèo", "unit": "hộ", "also": ["Hộ nghèo"] }] }"#;
    let layout = Layout::from_json(json).unwrap();
    let files = [("a", "Hộ nghèo | hộ | 5"), ("b", "Số hộ nghèo | hộ | 6"), ("c", "Diện tích | ha | 1.493")].map(
        |(file, row)| {
            let bytes = book(|sheet| write_rows(sheet, 0, &["Tên | ĐVT | TH", row]));
            (file.to_string(), read_workbook(file, &bytes, &layout))
        },
    );
    let merged = merge(files.into(), &[], &layout);
    assert_eq!(sum(&merged.totals[0]), "11 hộ");
    let area = total(&merged, "Diện tích", Role::Actual);
    assert_eq!((&area.sum, area.doubtful.as_slice()), (&Err(NotAdded::NoFigures), ["c".to_string()].as_slice()));
}
