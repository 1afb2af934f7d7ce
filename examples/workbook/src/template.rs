//! The sheet that units fill in: heads from the layout, a row that shows how, checks on what is typed, and notes on the heads.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign, Formula, Note,
    Workbook, Worksheet,
};
use thuocdo::NaiveDate;
use thuocdo::quantity::{Printed, UnitKind};

use crate::Address;
use crate::error::WorkbookError;
use crate::fold::fold;
use crate::known::Known;
use crate::layout::{Layout, LayoutColumn, Role};
use crate::paper;
use crate::stored::double_of;
use crate::table::unit_of;

/// Rows for indicators where the layout names none.
const FREE_ROWS: usize = 20;

/// Template sheet (biểu mẫu): what units fill in, empty or already filled.
///
/// ```
/// use workbook::{Entry, Layout, Role, Template, Value, read_workbook};
///
/// let layout = Layout::common()?;
/// let mut template = Template::new(&layout);
/// template.unit = Some("UBND huyện Bắc Sơn".into());
/// template.entries = vec![Entry::new("Số hộ được hỗ trợ", "hộ").with(Role::Plan, "107").with(Role::Actual, "0")];
/// let reading = read_workbook("bac-son.xlsx", &template.to_bytes()?, &layout)?;
/// let row = &reading.sheets[0].rows[0];
/// assert_eq!((reading.unit.as_str(), row.name.as_str()), ("UBND huyện Bắc Sơn", "Số hộ được hỗ trợ"));
/// assert_eq!(row.cells[&Role::Actual].value.quantity().unwrap().amount().to_string(), "0");
/// assert_eq!(row.cells[&Role::Estimate].value, Value::Missing);
/// # Ok::<(), workbook::WorkbookError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Template<'l> {
    layout: &'l Layout,
    /// What stands over the table.
    pub title: String,
    /// The reporting unit, blank by default.
    pub unit: Option<String>,
    /// The day of the figures, blank by default.
    pub as_of: Option<NaiveDate>,
    /// The number of the correction, blank by default.
    pub version: Option<u32>,
    /// Rows that are filled in already.
    pub entries: Vec<Entry>,
}

/// A filled row of a template (dòng đã điền).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name of the indicator.
    pub name: String,
    /// The unit of measure.
    pub unit: String,
    /// What stands in the figure columns: plain decimals (`85.98`) become numbers, anything else is written as text.
    pub figures: BTreeMap<Role, String>,
    /// What is noted.
    pub note: String,
}

impl Entry {
    /// A row without figures.
    #[must_use]
    pub fn new(name: &str, unit: &str) -> Self {
        Self { name: name.into(), unit: unit.into(), figures: BTreeMap::new(), note: String::new() }
    }

    /// The row with a figure.
    #[must_use]
    pub fn with(mut self, role: Role, figure: &str) -> Self {
        self.figures.insert(role, figure.into());
        self
    }

    fn figure(&self, role: Role) -> &str {
        self.figures.get(&role).map_or("", String::as_str)
    }
}

impl<'l> Template<'l> {
    /// An empty template of a layout.
    #[must_use]
    pub const fn new(layout: &'l Layout) -> Self {
        Self { layout, title: String::new(), unit: None, as_of: None, version: None, entries: Vec::new() }
    }

    /// The workbook.
    ///
    /// # Errors
    /// [`WorkbookError::NotWritten`] for a layout with more columns or longer heads than a sheet takes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("Biểu số liệu")?;
        let last_column = self.column_number(self.layout.columns.len().saturating_sub(1))?;
        let title = if self.title.is_empty() { DEFAULT_TITLE } else { &self.title };
        paper::write_over(sheet, (0, 0), (0, last_column), title, &paper::title())?;
        sheet.set_row_height(0, 28)?;
        let first_head_row = self.write_labels(sheet)? + 1;
        let first_row = self.write_head(sheet, first_head_row)?;
        paper::set_up(sheet, first_head_row, first_row - 1)?;
        let first_row = self.write_example(sheet, first_row)?;
        self.write_rows(sheet, first_row)?;
        Ok(workbook.save_to_buffer()?)
    }

    fn column_number(&self, index: usize) -> Result<u16, WorkbookError> {
        let too_many = |_| WorkbookError::Layout { reason: format!("{} columns", self.layout.columns.len()) };
        u16::try_from(index).map_err(too_many)
    }

    fn columns(&self) -> impl Iterator<Item = (u16, &LayoutColumn)> {
        (0..).zip(&self.layout.columns)
    }

    /// Who reports, as of when and for which time; the next free row.
    fn write_labels(&self, sheet: &mut Worksheet) -> Result<u32, WorkbookError> {
        let layout = self.layout;
        let (bold, plain) = (paper::text().set_bold(), paper::text());
        let beside =
            self.columns().find(|(_, column)| column.role == Role::Subject).map_or(0, |(column, _)| column) + 1;
        let mut row = 1;
        if let Some(label) = layout.unit_labels.first() {
            sheet.write_string_with_format(row, 0, format!("{label}:"), &bold)?;
            sheet.write_string_with_format(row, beside, self.unit.as_deref().unwrap_or_default(), &plain)?;
            row += 1;
        }
        if let Some(label) = layout.date_labels.first() {
            sheet.write_string_with_format(row, 0, format!("{label}:"), &bold)?;
            let format = plain.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left);
            sheet.write_blank(row, beside, &format)?;
            if let Some(day) = self.as_of {
                let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                sheet.write_datetime_with_format(row, beside, &day, &format)?;
            }
            let since = ExcelDateTime::from_ymd(2000, 1, 1)?;
            let check = DataValidation::new().allow_date(DataValidationRule::GreaterThanOrEqualTo(since));
            sheet.add_data_validation(row, beside, row, beside, &check.set_error_message(DAY_MESSAGE)?)?;
            row += 1;
        }
        if let Some(label) = layout.version_labels.first() {
            sheet.write_string_with_format(row, 0, format!("{label}:"), &bold)?;
            let format = plain.set_align(FormatAlign::Left);
            sheet.write_blank(row, beside, &format)?;
            if let Some(version) = self.version {
                sheet.write_number_with_format(row, beside, version, &format)?;
            }
            let check = DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(1));
            sheet.add_data_validation(row, beside, row, beside, &check.set_error_message(VERSION_MESSAGE)?)?;
            row += 1;
        }
        Ok(row)
    }

    /// The head, heads of several rows merged, and the numbers of the columns; the next free row.
    fn write_head(&self, sheet: &mut Worksheet, first_row: u32) -> Result<u32, WorkbookError> {
        let heads: Vec<Vec<String>> = self.layout.columns.iter().map(LayoutColumn::head).collect();
        let height = u32::try_from(heads.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(1);
        let format = paper::head();
        let last_row = first_row + height - 1;
        let mut column = 0;
        while let Some(head) = heads.get(column) {
            let same = heads
                .get(column..)
                .unwrap_or_default()
                .iter()
                .take_while(|next| head.len() > 1 && next.len() > 1 && next.first() == head.first());
            let width = same.count().max(1);
            let (left, right) = (self.column_number(column)?, self.column_number(column + width - 1)?);
            let text = head.first().map_or("", String::as_str);
            if head.len() < 2 {
                paper::write_over(sheet, (first_row, last_row), (left, right), text, &format)?;
            } else {
                paper::write_over(sheet, (first_row, first_row), (left, right), text, &format)?;
                for (under, head) in (left..).zip(heads.iter().skip(column).take(width)) {
                    let text = head.get(1..).unwrap_or_default().join(" - ");
                    paper::write_over(sheet, (first_row + 1, last_row), (under, under), &text, &format)?;
                }
            }
            column += width;
        }
        let mut letters = 'A'..='Z';
        let mut numbers = 1..;
        for (column, described) in self.columns() {
            let role = described.role;
            let number = if role.is_figure() {
                numbers.next().map(|number: u32| number.to_string())
            } else {
                letters.next().map(String::from)
            };
            let format = paper::column_number();
            sheet.write_string_with_format(last_row + 1, column, number.unwrap_or_default(), &format)?;
            sheet.set_column_width(column, width(role))?;
            let note = Note::new(note(role)).add_author_prefix(false).set_author("");
            sheet.insert_note(first_row, column, &note)?;
        }
        Ok(last_row + 2)
    }

    fn write_example(&self, sheet: &mut Worksheet, row: u32) -> Result<u32, WorkbookError> {
        let Some(label) = self.layout.example_labels.first() else { return Ok(row) };
        let (words, figures) = (paper::cell().set_italic(), paper::figure().set_italic());
        for (column, described) in self.columns() {
            let text = match described.role {
                _ if column == 0 => label,
                Role::Subject => "Số hộ được hỗ trợ nhà ở",
                Role::UnitOfMeasure => "hộ",
                Role::Plan => "107",
                Role::Actual => "92",
                Role::Accumulated | Role::Estimate => "100",
                Role::Base => self.layout.not_applicable.first().map_or("", String::as_str),
                Role::Rate => "85.98",
                Role::Order | Role::Note => "",
            };
            if described.role.is_figure() {
                write_figure(sheet, row, column, text, &figures)?;
            } else {
                let is_unit = described.role == Role::UnitOfMeasure;
                let format = if is_unit { words.clone().set_align(FormatAlign::Center) } else { words.clone() };
                sheet.write_string_with_format(row, column, text, &format)?;
            }
        }
        Ok(row + 1)
    }

    fn write_rows(&self, sheet: &mut Worksheet, first_row: u32) -> Result<(), WorkbookError> {
        let rows = self.filled_rows();
        let last_row = first_row + u32::try_from(rows.len()).unwrap_or(u32::MAX) - 1;
        for (row, (number, entry)) in (first_row..).zip((1_u32..).zip(&rows)) {
            for (column, described) in self.columns() {
                let (text, format) = match described.role {
                    Role::Order if entry.name.is_empty() => ("", paper::cell()),
                    Role::Order => {
                        sheet.write_number_with_format(row, column, number, &paper::head().unset_bold())?;
                        continue;
                    }
                    Role::Subject => (entry.name.as_str(), paper::cell()),
                    Role::UnitOfMeasure => (entry.unit.as_str(), paper::head().unset_bold()),
                    Role::Note => (entry.note.as_str(), paper::cell()),
                    role => {
                        write_figure(sheet, row, column, entry.figure(role), &figure_format(entry, role))?;
                        continue;
                    }
                };
                sheet.write_string_with_format(row, column, text, &format)?;
            }
        }
        for (column, described) in self.columns() {
            let check = match described.role {
                role if role.is_figure() => self.figure_check(first_row, column)?,
                Role::UnitOfMeasure => self.unit_check()?,
                _ => continue,
            };
            sheet.add_data_validation(first_row, column, last_row, column, &check)?;
        }
        Ok(())
    }

    /// The indicators of the layout with what is filled in for them, then what else is filled in.
    fn filled_rows(&self) -> Vec<Entry> {
        let mut rows: Vec<Entry> =
            self.layout.indicators.iter().map(|known| Entry::new(&known.name, &known.unit)).collect();
        let known = Known::of(self.layout);
        for entry in &self.entries {
            let name = known.indicator(&entry.name).map_or(&entry.name, |found| &found.name);
            match rows.iter_mut().find(|row| fold(&row.name) == fold(name)) {
                Some(row) => *row = entry.clone(),
                None => rows.push(entry.clone()),
            }
        }
        let free = if self.layout.indicators.is_empty() { FREE_ROWS } else { 1 };
        while rows.len() < free {
            rows.push(Entry::new("", ""));
        }
        rows
    }

    /// A number, or what stands for "does not apply".
    fn figure_check(&self, row: u32, column: u16) -> Result<DataValidation, WorkbookError> {
        let at = Address { row, column: column.into() };
        let dash = self.layout.not_applicable.first().map_or("-", String::as_str).replace('"', "\"\"");
        let formula = Formula::new(format!("=OR(ISNUMBER({at}),{at}=\"{dash}\")"));
        Ok(DataValidation::new().allow_custom(formula).set_error_title("Số liệu")?.set_error_message(format!(
            "Đề nghị nhập số; nếu không áp dụng thì ghi {dash}; chưa có số liệu thì để trống."
        ))?)
    }

    /// The usual units, others after a question.
    fn unit_check(&self) -> Result<DataValidation, WorkbookError> {
        let mut units: Vec<&str> = self.layout.indicators.iter().map(|indicator| indicator.unit.as_str()).collect();
        units.extend(["người", "hộ", "hồ sơ", "vụ", "lớp", "văn bản", "triệu đồng", "ha", "%"]);
        let mut listed: Vec<&str> = Vec::new();
        let mut length = 0;
        for unit in units {
            // a list in a check has 255 characters at most, and commas separate it
            length += unit.chars().count() + 1;
            if length <= 255 && !unit.contains(',') && !listed.contains(&unit) {
                listed.push(unit);
            }
        }
        Ok(DataValidation::new()
            .allow_list_strings(&listed)?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Đơn vị tính")?
            .set_error_message("Đơn vị tính này không có trong danh sách. Nếu đúng thì chọn Yes.")?)
    }
}

/// What is counted in whole numbers is shown so; anything else as it is typed.
fn figure_format(entry: &Entry, role: Role) -> Format {
    let is_whole = unit_of(&entry.unit).is_ok_and(|unit| unit.kind() == UnitKind::Whole);
    let format = paper::figure();
    if is_whole && role != Role::Rate { format.set_num_format(paper::number_format(0)) } else { format }
}

/// A plain decimal as a number that shows its decimals, anything else as text.
fn write_figure(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), WorkbookError> {
    let printed = text.parse::<Printed>().ok();
    match printed.zip(double_of(text)) {
        _ if text.is_empty() => sheet.write_blank(row, column, format)?,
        Some((printed, number)) => {
            let format = format.clone().set_num_format(paper::number_format(printed.decimals()));
            sheet.write_number_with_format(row, column, number, &format)?
        }
        None => sheet.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

const DEFAULT_TITLE: &str = "BIỂU SỐ LIỆU BÁO CÁO";
const DAY_MESSAGE: &str = "Đề nghị nhập ngày, ví dụ 15/11/2021.";
const VERSION_MESSAGE: &str = "Đề nghị nhập số nguyên: 1 là báo cáo lần đầu, từ 2 trở lên là báo cáo sửa đổi.";

/// In characters.
const fn width(role: Role) -> u16 {
    match role {
        Role::Order => 8,
        Role::Subject => 44,
        Role::UnitOfMeasure => 13,
        Role::Note => 22,
        _ => 14,
    }
}

/// What a note on the head says.
const fn note(role: Role) -> &'static str {
    match role {
        Role::Order => "Số thứ tự. Dòng “Ví dụ” chỉ để minh họa, không được tổng hợp.",
        Role::Subject => "Mỗi chỉ tiêu một dòng, không gộp ô.",
        Role::UnitOfMeasure => "Chỉ ghi đơn vị tính, ví dụ: người, hộ, triệu đồng.",
        Role::Plan => "Số kế hoạch được giao. Chưa có thì để trống, không ghi 0.",
        Role::Actual => {
            "Số thực hiện trong kỳ. Bằng không thì ghi 0; chưa có số liệu thì để trống; không áp dụng thì ghi dấu gạch ngang."
        }
        Role::Accumulated => "Số lũy kế từ đầu năm đến ngày chốt số liệu.",
        Role::Estimate => "Số ước thực hiện cả năm.",
        Role::Base => "Số cùng kỳ hoặc năm trước.",
        Role::Rate => "Tỷ lệ phần trăm. Tỷ lệ không được cộng khi tổng hợp.",
        Role::Note => "Nguyên nhân, nguồn số liệu (nếu có).",
    }
}
