//! What the command `read` prints: each workbook with what was read of it and how, then all of them together.

use std::collections::BTreeMap;

use thuocdo::check::FindingDetail;
use thuocdo::text::{CheckLanguage, Language, Vietnamese};
use workbook::{
    Became, Checked, FigureCell, Merged, NotAdded, Role, Row, RowKind, SheetReading, StatedTotal, UnitsTotal, Value,
    WorkbookReading,
};

use crate::words;

/// Everything that was read, and what it adds up to.
pub(crate) fn page(merged: &Merged) -> String {
    let mut page = Page::default();
    for (index, reading) in merged.readings.iter().enumerate() {
        let counts = merged.counted.contains(&index);
        workbook(&mut page, reading, counts);
    }
    for (file, error) in &merged.unreadable {
        page.line(0, &format!("TỆP {file}: {}", words::unreadable(error)));
        page.line(0, "");
    }
    together(&mut page, merged);
    page.text.trim_end().to_string()
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, level: usize, line: &str) {
        self.text += &"  ".repeat(if line.is_empty() { 0 } else { level });
        self.text += line;
        self.text.push('\n');
    }

    /// A heading with lines below it, if there are any.
    fn list(&mut self, level: usize, heading: &str, lines: &[String]) {
        if !lines.is_empty() {
            self.line(level, heading);
            for line in lines {
                self.line(level + 1, line);
            }
        }
    }
}

fn workbook(page: &mut Page, reading: &WorkbookReading, counts: bool) {
    page.line(0, &format!("TỆP {}", reading.file));
    let source = if reading.is_unit_said { "" } else { " (theo tên tệp)" };
    let day = reading.as_of.map_or_else(String::new, |day| format!("; số liệu đến ngày {}", Vietnamese.date(day)));
    let version = reading.version.map_or_else(String::new, |version| format!("; lần báo cáo {version}"));
    let state = if counts { "" } else { "; không tính vào tổng hợp" };
    page.line(1, &format!("Đơn vị: {}{source}{day}{version}{state}", reading.unit));
    for sheet in &reading.sheets {
        self::sheet(page, sheet);
    }
    page.line(0, "");
}

fn sheet(page: &mut Page, sheet: &SheetReading) {
    if let Some(why) = sheet.not_read {
        page.line(1, &format!("Trang “{}”: {}", sheet.name, words::not_read(why)));
        return;
    }
    let count = |wanted: fn(&Became) -> bool| sheet.cells.iter().filter(|cell| wanted(&cell.became)).count();
    page.line(
        1,
        &format!(
            "Trang “{}”: {} ô có nội dung; đã đọc {}, không đọc {}, cần làm rõ {}",
            sheet.name,
            sheet.cells.len(),
            count(|became| matches!(became, Became::Mapped(_))),
            count(|became| matches!(became, Became::Unmapped(_))),
            count(|became| matches!(became, Became::Doubtful(_))),
        ),
    );
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in &sheet.cells {
        if let Became::Mapped(mapped) = &cell.became {
            *read.entry(words::mapped(*mapped)).or_default() += 1;
        }
    }
    let read: Vec<String> = read.iter().map(|(what, count)| format!("{what} {count}")).collect();
    page.line(2, &format!("Đã đọc: {}", read.join(", ")));
    let columns = sheet
        .columns
        .iter()
        .map(|column| format!("{}: “{}” → {}", column.at, column.head.join(" > "), words::role(column.role)));
    page.list(2, "Cột:", &columns.collect::<Vec<_>>());
    page.list(2, "Số liệu:", &sheet.rows.iter().map(row).collect::<Vec<_>>());
    page.list(2, "Cách đọc:", &notes(sheet));
    page.list(2, "Không đọc:", &unmapped(sheet));
    let doubtful = sheet.cells.iter().filter_map(|cell| match &cell.became {
        Became::Doubtful(why) => Some(format!("{} “{}”: {}", cell.at, cell.text, words::doubtful(why))),
        _ => None,
    });
    page.list(2, "Cần làm rõ:", &doubtful.collect::<Vec<_>>());
    let totals: Vec<String> = sheet.totals.iter().flat_map(stated_total).collect();
    page.list(2, "Đối chiếu dòng tổng:", &totals);
}

/// The cells that were not read, those of one reason together.
fn unmapped(sheet: &SheetReading) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for cell in &sheet.cells {
        let Became::Unmapped(why) = &cell.became else { continue };
        let why = words::unmapped(*why);
        let words = format!("{} “{}”", cell.at, cell.text);
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, cells)) => cells.push(words),
            None => reasons.push((why, vec![words])),
        }
    }
    reasons.into_iter().map(|(why, cells)| format!("{why}: {}", cells.join(", "))).collect()
}

fn row(row: &Row) -> String {
    let kind = match row.kind {
        RowKind::Heading => return format!("[{}]", row.name),
        RowKind::Total | RowKind::Subtotal => "tổng ghi trong biểu, không cộng thêm: ",
        RowKind::Indicator | RowKind::Unclear => "",
    };
    let (missing, said): (Vec<_>, Vec<_>) = row.cells.iter().partition(|(_, cell)| cell.value == Value::Missing);
    let named = |(role, cell): &(&Role, &FigureCell)| format!("{} {}", cell.at, words::role(**role));
    let mut cells: Vec<String> =
        said.iter().map(|found| format!("{}: {}", named(found), words::value(&found.1.value))).collect();
    if !missing.is_empty() {
        let missing: Vec<String> = missing.iter().map(named).collect();
        cells.push(format!("chưa có số liệu: {}", missing.join(", ")));
    }
    let note = if row.note.is_empty() { String::new() } else { format!(" ({})", row.note) };
    format!("{kind}{} - {}{note}", row.name, cells.join("; "))
}

fn notes(sheet: &SheetReading) -> Vec<String> {
    let cells = sheet.rows.iter().flat_map(|row| row.cells.values());
    let notes = cells.flat_map(|cell| {
        let read = words::value(&cell.value);
        let is_doubtful = matches!(cell.value, Value::Doubtful(_));
        cell.notes.iter().filter(move |_| !is_doubtful).filter_map(move |note| {
            words::note(note, &read).map(|words| format!("{} “{}”: {words}", cell.at, cell.text))
        })
    });
    notes.collect()
}

/// What the check says of a stated total, and how it could be corrected.
fn stated_total(total: &StatedTotal) -> Vec<String> {
    let start = format!("{} {} ({})", total.at, total.name, words::role(total.role));
    let (table, without) = match &total.checked {
        Checked::By { table, without } => (table, without),
        Checked::NoFigure => return vec![format!("{start}: chưa kiểm tra được, ô tổng cần làm rõ")],
        Checked::NoParts => return vec![format!("{start}: chưa kiểm tra được, không có dòng thành phần")],
        Checked::UnitsDiffer(units) => {
            let units: Vec<String> = units.iter().map(words::unit_name).collect();
            return vec![format!("{start}: chưa kiểm tra được, đơn vị tính khác nhau ({})", units.join(", "))];
        }
        Checked::NotATable(_) => {
            return vec![format!("{start}: chưa kiểm tra được, tên hoặc đơn vị tính của dòng chưa rõ")];
        }
    };
    let check = table.check();
    let mut lines: Vec<String> = check
        .statements()
        .iter()
        .map(|statement| format!("{start}: {}", Vietnamese.statement(statement, table)))
        .collect();
    for finding in check.findings() {
        if let FindingDetail::Diagnosed(diagnosis) = &finding.detail {
            let corrections: Vec<String> =
                diagnosis.corrections.iter().map(|correction| Vietnamese.correction(correction, table)).collect();
            if !corrections.is_empty() {
                lines.push(format!("  phương án sửa một số: {}", corrections.join("; ")));
            }
        }
    }
    if !without.is_empty() {
        let cells: Vec<String> = without.iter().map(ToString::to_string).collect();
        lines.push(format!("  không tính các ô không áp dụng: {}", cells.join(", ")));
    }
    lines
}

fn together(page: &mut Page, merged: &Merged) {
    let reading = |index: &usize| merged.readings.get(*index);
    let name = |index: &usize| reading(index).map_or_else(String::new, |reading| reading.file.clone());
    page.line(0, "TỔNG HỢP");
    page.line(1, &format!("Đã có số liệu của {:02} đơn vị.", merged.counted.len()));
    let missing: Vec<String> = merged.missing_units.clone();
    page.list(1, "Chưa có báo cáo; số tổng hợp dưới đây chưa phải số đầy đủ:", &missing);
    page.list(1, "Có báo cáo, không có trong danh sách đơn vị:", &merged.unexpected_units);
    for superseded in &merged.superseded {
        let unit = reading(&superseded.later).map_or("", |reading| reading.unit.as_str());
        page.line(
            1,
            &format!(
                "{unit}: dùng {}, thay cho {} (giữ lại để đối chiếu)",
                name(&superseded.later),
                name(&superseded.earlier)
            ),
        );
        for change in &superseded.changes {
            let (before, after) = (words::value(&change.before), words::value(&change.after));
            page.line(2, &format!("{} ({}): {before} → {after}", change.name, words::role(change.role)));
        }
    }
    for undecided in &merged.undecided {
        let unit = undecided.first().and_then(reading).map_or("", |reading| reading.unit.as_str());
        let files: Vec<String> = undecided.iter().map(name).collect();
        page.line(1, &format!("{unit}: chưa rõ tệp nào mới nhất ({}), chưa tính đơn vị này", files.join(", ")));
    }
    let totals: Vec<String> = merged.totals.iter().map(units_total).collect();
    page.list(1, "Cộng theo chỉ tiêu và đơn vị tính:", &totals);
}

/// A longer sum is not written out.
const MOST_SHOWN: usize = 6;

fn units_total(total: &UnitsTotal) -> String {
    let parts: Vec<String> = total.parts.iter().map(|(_, figure)| Vietnamese.figure(figure)).collect();
    let sum = match &total.sum {
        Ok(sum) if parts.len() == 1 => Vietnamese.quantity(sum),
        Ok(sum) if parts.len() > MOST_SHOWN => format!("{} của {:02} đơn vị", Vietnamese.quantity(sum), parts.len()),
        Ok(sum) => format!("{} = {}", parts.join(" + "), Vietnamese.quantity(sum)),
        Err(NotAdded::NoFigures) => words::not_added(&NotAdded::NoFigures),
        Err(why) => format!("{}; {}", parts.join("; "), words::not_added(why)),
    };
    let otherwise: Vec<String> =
        total.otherwise.iter().map(|(unit, measure)| format!("{unit} ({})", words::unit_name(measure))).collect();
    let named = [
        ("chưa có số liệu", &total.missing),
        ("không áp dụng", &total.not_applicable),
        ("cần làm rõ", &total.doubtful),
        ("không cộng vì khác đơn vị tính", &otherwise),
    ];
    let mut parts = vec![format!("{} - {}: {sum}", total.name, words::role(total.role))];
    let said = named.iter().filter(|(_, units)| !units.is_empty());
    parts.extend(said.map(|(words, units)| format!("{words}: {}", units.join(", "))));
    parts.join("; ")
}
