//! Proves that totals are taken for what a table states: checked against their parts, and never added to anything.

use thuocdo::check::{Agreement, FindingDetail};
use workbook::{Checked, Layout, Role, RowKind, StatedTotal, merge};

use crate::support::{book, read, read_table, write_rows};

const HEAD: &str = "TT | Tên chỉ tiêu | ĐVT | KH | TH";

fn agreement(total: &StatedTotal) -> Agreement {
    let Checked::By { table, .. } = &total.checked else { panic!("{total:?}") };
    table.check().statements()[0].agreement.clone()
}

#[test]
fn a_right_total_holds_and_a_wrong_one_comes_with_its_corrections() {
    let reading =
        read_table(&[HEAD, "1 | Xã A | hộ | 60 | 15", "2 | Xã B | hộ | 40 | 5", " | Tổng số | hộ | 100 | 30"]);
    let [plan, actual] = reading.sheets[0].totals.as_slice() else { panic!() };
    assert_eq!((plan.role, plan.at.to_string(), agreement(plan)), (Role::Plan, "D4".into(), Agreement::Exact));
    assert_eq!((actual.role, agreement(actual)), (Role::Actual, Agreement::Off));
    let Checked::By { table, .. } = &actual.checked else { panic!() };
    let check = table.check();
    let finding = check.findings().next().unwrap();
    let FindingDetail::Diagnosed(diagnosis) = &finding.detail else { panic!() };
    let changes: Vec<String> = diagnosis
        .corrections
        .iter()
        .map(|correction| format!("{} → {}", correction.changes[0].old, correction.changes[0].new.likely))
        .collect();
    assert_eq!(changes.len(), 3);
    assert!(changes.contains(&"30 → 20".to_string()), "{changes:?}");
}

#[test]
fn a_total_is_recognised_by_its_name_alone_and_in_every_place() {
    for name in ["Tổng", "TỔNG SỐ", "tổng cộng:", "Cộng", "Tổng cộng (I+II)", "Tô\u{309}ng sô\u{301}"]
    {
        let reading = read_table(&[HEAD, "1 | Xã A | hộ | 60", &format!(" | {name} | hộ | 60")]);
        assert!(reading.sheets[0].rows[1].kind.is_total(), "{name}");
    }
    // an indicator may begin with the word
    let reading = read_table(&[HEAD, "1 | Tổng số hộ nghèo | hộ | 60"]);
    assert_eq!(reading.sheets[0].rows[0].kind, RowKind::Indicator);
    // in the column of the labels, and above its parts
    let reading = read_table(&[HEAD, "Tổng số | | hộ | 100", "1 | Xã A | hộ | 60", "2 | Xã B | hộ | 40"]);
    assert_eq!(agreement(&reading.sheets[0].totals[0]), Agreement::Exact);
}

#[test]
fn subtotals_and_the_total_count_every_row_once_and_not_what_is_part_of_a_row() {
    let reading = read_table(&[
        HEAD,
        "I | Khu vực I",
        "1 | Xã A | hộ | 60",
        " | - Trong đó: nữ | hộ | 20",
        "2 | Xã B | hộ | 40",
        " | Cộng | hộ | 100",
        "II | Khu vực II",
        "1 | Xã C | hộ | 7",
        " | Cộng | hộ | 7",
        " | Tổng cộng | hộ | 107",
    ]);
    let parts: Vec<(String, usize, Agreement)> = reading.sheets[0]
        .totals
        .iter()
        .map(|total| {
            let Checked::By { table, .. } = &total.checked else { panic!("{total:?}") };
            (total.at.to_string(), table.content().figures.len() - 1, agreement(total))
        })
        .collect();
    let exact = |at: &str, parts| (at.to_string(), parts, Agreement::Exact);
    assert_eq!(parts, [exact("D6", 2), exact("D9", 1), exact("D10", 3)]);
}

#[test]
fn a_subtotal_reaches_up_to_the_outermost_heading_above_it() {
    let reading = read_table(&[
        HEAD,
        "I | Khu vực I",
        "1 | Xã A | hộ | 60",
        "II | Khu vực II",
        "1 | Vùng cao",
        "a | Xã B | hộ | 7",
        "2 | Vùng thấp",
        "a | Xã C | hộ | 8",
        " | Cộng | hộ | 15",
    ]);
    assert_eq!(agreement(&reading.sheets[0].totals[0]), Agreement::Exact);
}

#[test]
fn what_cannot_be_checked_is_said_and_not_filled_in() {
    let missing = read_table(&[HEAD, "1 | Xã A | hộ | 60", "2 | Xã B | hộ | ", " | Tổng số | hộ | 100"]);
    assert!(matches!(agreement(&missing.sheets[0].totals[0]), Agreement::NotChecked(_)));
    let without = read_table(&[HEAD, "1 | Xã A | hộ | 100", "2 | Xã B | hộ | -", " | Tổng số | hộ | 100"]);
    let total = &without.sheets[0].totals[0];
    assert_eq!(agreement(total), Agreement::Exact);
    assert!(matches!(&total.checked, Checked::By { without, .. } if without[0].to_string() == "D3"));
    let units = read_table(&[HEAD, "1 | Số hộ | hộ | 60", "2 | Số người | người | 40", " | Tổng số | hộ | 100"]);
    assert!(matches!(&units.sheets[0].totals[0].checked, Checked::UnitsDiffer(units) if units.len() == 2));
    let alone = read_table(&[HEAD, " | Tổng số | hộ | 100"]);
    assert_eq!(alone.sheets[0].totals[0].checked, Checked::NoParts);
    let doubtful = read_table(&[HEAD, "1 | Xã A | ha | 60", " | Tổng số | ha | 1.493"]);
    assert_eq!(doubtful.sheets[0].totals[0].checked, Checked::NoFigure);
}

#[test]
fn shown_doubles_add_up_within_what_rounding_explains() {
    let reading = read(&book(|sheet| {
        write_rows(sheet, 0, &[HEAD, "1 | A | ha | ", "2 | B | ha", "3 | C | ha", " | Tổng | ha"])?;
        let whole = rust_xlsxwriter::Format::new().set_num_format("0");
        // each is shown as 1, their sum as 4
        for (row, number) in [(1, "1.3"), (2, "1.3"), (3, "1.3"), (4, "3.9000000000000004")] {
            let formula = rust_xlsxwriter::Formula::new("=A1").set_result(number);
            sheet.write_formula_with_format(row, 3, formula, &whole)?;
        }
        Ok(())
    }));
    assert_eq!(agreement(&reading.sheets[0].totals[0]), Agreement::ByRounding);
}

#[test]
fn totals_of_tables_are_not_added_over_units() {
    let table = [HEAD, "1 | Số hộ | hộ | 60", " | Tổng số | hộ | 60"];
    let layout = Layout::common().unwrap();
    let files = ["a.xlsx", "b.xlsx"].map(|file| {
        let bytes = book(|sheet| write_rows(sheet, 0, &table));
        (file.to_string(), workbook::read_workbook(file, &bytes, &layout))
    });
    let merged = merge(files.into(), &[], &layout);
    let sums: Vec<String> =
        merged.totals.iter().map(|total| format!("{} {}", total.name, total.sum.as_ref().unwrap().amount())).collect();
    assert_eq!(sums, ["Số hộ 120"]);
}
