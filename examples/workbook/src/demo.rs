//! What `cargo run -p workbook` shows: a template, three workbooks of two units in two layouts, and what is read of them.

use std::error::Error;
use std::{env, fs, process};

use rust_xlsxwriter::{Format, Workbook};
use workbook::{Entry, Layout, Role, Template, merge, read_workbook};

use crate::page;

/// Writes the workbooks to a temporary folder, reads them from there and removes them.
pub(crate) fn page() -> Result<String, Box<dyn Error>> {
    let folder = env::temp_dir().join(format!("thuocdo-workbook-{}", process::id()));
    fs::create_dir_all(&folder)?;
    let layout = Layout::common()?;
    let files = [
        ("bieu-mau.xlsx", Template::new(&layout).to_bytes()?),
        ("bac-son.xlsx", filled_template(&layout, "1", "92")?),
        ("bac-son-sua.xlsx", filled_template(&layout, "2", "93")?),
        ("trang-dinh.xlsx", own_layout()?),
    ];
    for (file, bytes) in &files {
        fs::write(folder.join(file), bytes)?;
    }
    let mut read = Vec::new();
    for (file, _) in files.iter().skip(1) {
        read.push(((*file).to_string(), read_workbook(file, &fs::read(folder.join(file))?, &layout)));
    }
    fs::remove_dir_all(&folder)?;
    let expected = ["UBND huyện Bắc Sơn", "UBND huyện Tràng Định", "UBND huyện Văn Quan"].map(String::from);
    Ok(page::page(&merge(read, &expected, &layout)))
}

/// A unit that filled the template in, and sent a correction.
fn filled_template(layout: &Layout, version: &str, supported: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut template = Template::new(layout);
    template.unit = Some("UBND huyện Bắc Sơn".into());
    template.as_of = Some("2021-11-15".parse()?);
    template.version = Some(version.parse()?);
    template.entries = vec![
        Entry::new("Số hộ người có công được hỗ trợ", "hộ").with(Role::Plan, "107").with(Role::Actual, supported),
        Entry::new("Số người được đào tạo nghề", "người").with(Role::Plan, "2000").with(Role::Actual, "1.493"),
        Entry::new("Kinh phí hỗ trợ", "triệu đồng").with(Role::Plan, "5261.5").with(Role::Actual, "0"),
        Entry::new("Số vụ tai nạn lao động", "vụ").with(Role::Plan, "-"),
    ];
    Ok(template.to_bytes()?)
}

/// A unit with a form of its own: a merged head, groups, a total, numbers as text, a sum of doubles.
fn own_layout() -> Result<Vec<u8>, Box<dyn Error>> {
    let (plain, tenths) = (Format::new(), Format::new().set_num_format("#,##0.0"));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Đơn vị báo cáo: UBND huyện Tràng Định")?;
    sheet.write_string(1, 0, "Ngày báo cáo: ngày 14/11/2021")?;
    for (column, head) in [(0, "STT"), (1, "Tên chỉ tiêu"), (2, "Đơn vị tính"), (3, "KH năm 2021")] {
        sheet.merge_range(3, column, 4, column, head, &plain)?;
    }
    sheet.merge_range(3, 4, 3, 5, "Thực hiện", &plain)?;
    sheet.write_string(4, 4, "Tháng 11")?.write_string(4, 5, "Lũy kế")?;
    sheet.write_string(5, 0, "I")?.write_string(5, 1, "Người có công")?;
    let rows =
        [("1", "Số hộ người có công được hỗ trợ", "hộ", "85", "60"), ("2", "Số hộ được vay vốn", "hộ", "1.020", "15")];
    for (row, (order, name, unit, plan, actual)) in (6..).zip(rows) {
        sheet.write_string(row, 0, order)?.write_string(row, 1, name)?.write_string(row, 2, unit)?;
        sheet.write_string(row, 3, plan)?.write_number(row, 4, actual.parse::<u16>()?)?;
    }
    sheet.write_string(8, 1, "Cộng")?.write_string(8, 2, "hộ")?.write_number(8, 3, 1105)?.write_number(8, 4, 57)?;
    sheet.write_string(9, 0, "II")?.write_string(9, 1, "Nguồn lực")?;
    sheet.write_string(10, 0, "1")?.write_string(10, 1, "Kinh phí hỗ trợ")?.write_string(10, 2, "Tỷ đồng")?;
    // a tenth and two tenths, as a formula of Excel adds them
    let sum = rust_xlsxwriter::Formula::new("=0.1+0.2").set_result("0.30000000000000004");
    sheet.write_formula_with_format(10, 4, sum, &tenths)?;
    sheet.write_string(11, 0, "2")?.write_string(11, 1, "Diện tích đất giao")?.write_string(11, 2, "ha")?;
    sheet.write_string(11, 3, "1.020")?.write_string(11, 5, "85,98")?;
    Ok(workbook.save_to_buffer()?)
}
