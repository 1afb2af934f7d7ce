//! Proves that a template which is filled in gives back what was filled in, in any layout, and an empty one nothing.

use workbook::{Became, Entry, Layout, Role, Template, Unmapped, Value, read_workbook};

use crate::support::{figure, figure_cell};

fn own_layout() -> Layout {
    Layout::from_json(
        r#"{
            "version": 1,
            "columns": [
                { "role": "subject", "headers": ["Chỉ tiêu"] },
                { "role": "unit-of-measure", "headers": ["Đơn vị"] },
                { "role": "actual", "headers": ["Thực hiện > Trong tháng"] },
                { "role": "accumulated", "headers": ["Thực hiện > Lũy kế"] },
                { "role": "plan", "headers": ["Kế hoạch"] },
                { "role": "rate", "headers": ["Đạt (%)"] }
            ],
            "not_applicable": ["x"],
            "unit_labels": ["Cơ quan"],
            "example_labels": ["Mẫu"],
            "indicators": [{ "name": "Số hộ \"nghèo\"", "unit": "hộ" }, { "name": "Kinh phí", "unit": "triệu đồng" }]
        }"#,
    )
    .unwrap()
}

#[test]
fn a_filled_template_gives_its_values_back() {
    let layout = Layout::common().unwrap();
    let mut template = Template::new(&layout);
    template.unit = Some("Sở A".into());
    template.as_of = Some("2021-11-15".parse().unwrap());
    template.version = Some(3);
    template.entries = vec![
        Entry::new("Số hộ", "hộ").with(Role::Plan, "107").with(Role::Actual, "0").with(Role::Base, "-"),
        Entry::new("Tỷ lệ", "%").with(Role::Actual, "85.90").with(Role::Plan, "1234567.891"),
        Entry { note: "chờ số liệu".into(), ..Entry::new("Diện tích", "ha").with(Role::Actual, "1.493,5") },
    ];
    let reading = read_workbook("a.xlsx", &template.to_bytes().unwrap(), &layout).unwrap();
    assert_eq!((reading.unit.as_str(), reading.is_unit_said), ("Sở A", true));
    assert_eq!((reading.as_of.unwrap().to_string(), reading.version), ("2021-11-15".into(), Some(3)));
    let rows = &reading.sheets[0].rows;
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Số hộ", "Tỷ lệ", "Diện tích"]);
    assert_eq!((figure(&reading, "D9"), figure(&reading, "E9")), ("107 hộ".into(), "0 hộ".into()));
    assert_eq!(rows[0].cells[&Role::Base].value, Value::NotApplicable);
    assert_eq!(rows[0].cells[&Role::Estimate].value, Value::Missing);
    // the decimals come back as they were written
    assert_eq!((figure(&reading, "E10"), figure(&reading, "D10")), ("85.90 %".into(), "1234567.891 %".into()));
    assert_eq!((figure(&reading, "E11"), rows[2].note.as_str()), ("1493.5 ha".into(), "chờ số liệu"));
}

#[test]
fn a_figure_with_more_digits_than_excel_keeps_is_written_as_text_and_comes_back_whole() {
    let layout = Layout::common().unwrap();
    let mut template = Template::new(&layout);
    let plan = "123456789012345678";
    template.entries =
        vec![Entry::new("Kinh phí", "đồng").with(Role::Plan, plan).with(Role::Actual, "123456789012345")];
    let reading = read_workbook("a.xlsx", &template.to_bytes().unwrap(), &layout).unwrap();
    assert_eq!(figure(&reading, "D9"), format!("{plan} đồng"));
    assert_eq!(figure_cell(&reading, "D9").notes, [workbook::Note::Text]);
    assert_eq!(figure(&reading, "E9"), "123456789012345 đồng");
}

#[test]
fn a_template_of_ones_own_layout_has_merged_heads_and_the_indicators_asked_for() {
    let layout = own_layout();
    let mut template = Template::new(&layout);
    template.entries = vec![Entry::new("Kinh phí", "triệu đồng").with(Role::Accumulated, "5.5").with(Role::Plan, "x")];
    let reading = read_workbook("a.xlsx", &template.to_bytes().unwrap(), &layout).unwrap();
    let sheet = &reading.sheets[0];
    assert_eq!(
        sheet.columns.iter().map(|column| column.role).collect::<Vec<_>>(),
        layout.columns.iter().map(|column| column.role).collect::<Vec<_>>()
    );
    assert_eq!(sheet.columns[3].head, ["Thực hiện", "Lũy kế"]);
    assert_eq!(sheet.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Số hộ \"nghèo\"", "Kinh phí"]);
    assert_eq!(figure(&reading, "D9"), "5.5 triệu đồng");
    assert_eq!(figure_cell(&reading, "E9").value, Value::NotApplicable);
    assert_eq!(figure_cell(&reading, "C9").value, Value::Missing);
}

#[test]
fn an_empty_template_reports_nothing_and_its_example_is_no_figure() {
    for layout in [Layout::common().unwrap(), own_layout()] {
        let reading = read_workbook("a.xlsx", &Template::new(&layout).to_bytes().unwrap(), &layout).unwrap();
        let sheet = &reading.sheets[0];
        assert_eq!(sheet.not_read, None);
        assert!(sheet.rows.iter().flat_map(|row| row.cells.values()).all(|cell| cell.value == Value::Missing));
        assert!(sheet.cells.iter().any(|cell| cell.became == Became::Unmapped(Unmapped::Example)));
        assert!(!reading.is_unit_said);
    }
}

#[test]
fn a_template_is_the_same_file_every_time_but_for_the_day_it_was_made() {
    let layout = Layout::common().unwrap();
    let read = || read_workbook("a", &Template::new(&layout).to_bytes().unwrap(), &layout).unwrap();
    assert_eq!(read(), read());
}
