//! One workbook read through a layout: who sent it, as of when, its tables, and what became of every cell.

use std::collections::BTreeMap;
use std::ops::Range;

use thuocdo::NaiveDate;
use thuocdo::quantity::Unit;
use thuocdo::text::{TimeReading, read_time};

use crate::Address;
use crate::error::WorkbookError;
use crate::fold::{fold, tidy};
use crate::head::{Head, Holds, heads};
use crate::known::{Known, LabelKind};
use crate::layout::{Layout, Role};
use crate::listed::{Became, Doubtful, ListedCell, Listing, MappedAs, Unmapped};
use crate::sheet::{Content, Sheet, open};
use crate::table::{Row, rows, unit_of};
use crate::total_check::{StatedTotal, stated_totals};
use crate::value::{Doubt, Value};

/// A workbook as it was read (tệp đã đọc).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkbookReading {
    /// The name of the file.
    pub file: String,
    /// The reporting unit: as it stands above a table, or else the name of the file.
    pub unit: String,
    /// Whether the unit is said in the workbook.
    pub is_unit_said: bool,
    /// The day of the figures, if it is said.
    pub as_of: Option<NaiveDate>,
    /// The number of the correction, if it is said.
    pub version: Option<u32>,
    /// Its sheets, in order.
    pub sheets: Vec<SheetReading>,
}

/// A sheet as it was read (trang tính đã đọc).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReading {
    /// Its name.
    pub name: String,
    /// Why nothing was read of it, if nothing was.
    pub not_read: Option<NotRead>,
    /// The columns of its tables, from the left.
    pub columns: Vec<Column>,
    /// The rows of its tables.
    pub rows: Vec<Row>,
    /// The totals that it states.
    pub totals: Vec<StatedTotal>,
    /// Every cell that holds something, row by row.
    pub cells: Vec<ListedCell>,
}

/// Why a sheet was not read (lý do không đọc trang tính).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    /// It is hidden.
    Hidden,
    /// It is empty.
    Empty,
    /// No row of it is a head that the layout knows.
    NoHead,
}

/// A column with a head that the layout knows (cột đã nhận ra).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Where the lowest row of its head stands.
    pub at: Address,
    /// Its head, the top row first.
    pub head: Vec<String>,
    /// What stands in it.
    pub role: Role,
}

/// What stands above the tables of a workbook.
#[derive(Debug, Default)]
struct Labels {
    unit: Option<String>,
    as_of: Option<NaiveDate>,
    version: Option<u32>,
}

/// Reads a workbook through a layout.
///
/// ```
/// use workbook::{Layout, Role, Template, read_workbook};
///
/// let layout = Layout::common()?;
/// let empty = Template::new(&layout).to_bytes()?;
/// let reading = read_workbook("bieu-mau.xlsx", &empty, &layout)?;
/// assert!(reading.sheets[0].columns.iter().any(|column| column.role == Role::Actual));
/// # Ok::<(), workbook::WorkbookError>(())
/// ```
///
/// # Errors
/// [`WorkbookError`] if the file is no workbook or larger than a report. Whatever stands in the cells is no error.
pub fn read_workbook(file: &str, bytes: &[u8], layout: &Layout) -> Result<WorkbookReading, WorkbookError> {
    let known = Known::of(layout);
    let mut labels = Labels::default();
    let mut sheets = Vec::new();
    for sheet in open(bytes)? {
        sheets.push(read_sheet(&sheet, &known, &mut labels));
    }
    doubt_names_used_twice(&mut sheets);
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    Ok(WorkbookReading {
        file: file.to_string(),
        is_unit_said: labels.unit.is_some(),
        unit: labels.unit.unwrap_or_else(|| tidy(stem)),
        as_of: labels.as_of,
        version: labels.version,
        sheets,
    })
}

fn read_sheet(sheet: &Sheet, known: &Known<'_>, labels: &mut Labels) -> SheetReading {
    let heads = if sheet.is_hidden { Vec::new() } else { heads(sheet, known) };
    let not_read = match (sheet.is_hidden, sheet.cells().next().is_none(), heads.is_empty()) {
        (true, ..) => Some(NotRead::Hidden),
        (_, true, _) => Some(NotRead::Empty),
        (.., true) => Some(NotRead::NoHead),
        _ => None,
    };
    let (mut listing, mut labelled) = (Listing::default(), Listing::default());
    let mut units = Vec::new();
    let mut first_row = 0;
    for head in &heads {
        units.push(labels.read(sheet, first_row..head.first_row, known, &mut labelled));
        first_row = head.last_row.saturating_add(1);
    }
    let rows = rows(sheet, &heads, known, &units, &mut listing);
    listing.overrule(labelled);
    let cells = sheet.cells().map(|(at, content)| ListedCell {
        at,
        text: content.text(),
        became: listing.became(at).cloned().unwrap_or(Became::Unmapped(Unmapped::OutsideTable)),
    });
    SheetReading {
        name: sheet.name.clone(),
        not_read,
        columns: heads.iter().flat_map(columns).collect(),
        // before names are compared, because a sum does not ask for them
        totals: stated_totals(&rows),
        rows,
        cells: cells.collect(),
    }
}

fn columns(head: &Head) -> Vec<Column> {
    let known = head.columns.iter().filter_map(|(column, headed)| match headed.holds {
        Holds::Role(role) => {
            Some(Column { at: Address { row: head.first_row, column: *column }, head: headed.path.clone(), role })
        }
        _ => None,
    });
    known.collect()
}

impl Labels {
    /// Takes what stands in these rows, above a table; the unit of measure, which is the table's own, is returned.
    fn read(&mut self, sheet: &Sheet, above: Range<u32>, known: &Known<'_>, listing: &mut Listing) -> Option<Unit> {
        let mut unit_of_measure = None;
        for (at, content) in sheet.cells_in(above) {
            let Content::Text(text) = content else { continue };
            let text = tidy(text);
            let (label, value) =
                text.split_once(':').map_or((text.as_str(), ""), |(label, value)| (label, value.trim()));
            let Some(kind) = known.label(label) else { continue };
            let beside = sheet.row(at.row).find(|(beside, _)| beside.column > at.column);
            let (value_at, value) = match (value, beside) {
                ("", Some((beside, content))) => (beside, content.text()),
                (value, _) => (at, value.to_string()),
            };
            listing.mapped(at, MappedAs::Label);
            if value.is_empty() {
                continue;
            }
            let said = match kind {
                LabelKind::Unit => agree(&mut self.unit, value, |left, right| fold(left) == fold(right)),
                LabelKind::Day => {
                    day(&value).ok_or(Doubtful::Day).and_then(|day| agree(&mut self.as_of, day, NaiveDate::eq))
                }
                LabelKind::Version => {
                    let version = value.parse().map_err(|_| Doubtful::Version);
                    version.and_then(|version| agree(&mut self.version, version, u32::eq))
                }
                LabelKind::UnitOfMeasure => {
                    let unit = unit_of(&value).map_err(|_| Doubtful::UnitOfMeasure);
                    unit.and_then(|unit| agree(&mut unit_of_measure, unit, Unit::eq))
                }
            };
            match said {
                Ok(()) => listing.mapped(value_at, MappedAs::Label),
                Err(doubt) => listing.doubtful(value_at, doubt),
            }
        }
        unit_of_measure
    }
}

/// Keeps what is said first; what is said otherwise after it is doubtful.
fn agree<T>(kept: &mut Option<T>, said: T, is_same: impl Fn(&T, &T) -> bool) -> Result<(), Doubtful> {
    match kept {
        Some(kept) if !is_same(kept, &said) => Err(Doubtful::Otherwise),
        Some(_) => Ok(()),
        None => {
            *kept = Some(said);
            Ok(())
        }
    }
}

/// A day, as a cell has it (`2021-11-15`) or as an office writes it.
fn day(text: &str) -> Option<NaiveDate> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    match read_time(text).ok()?.as_slice() {
        [TimeReading::Day(day)] => Some(*day),
        _ => None,
    }
}

/// Two rows of one name below the same headings cannot be told apart by any other workbook.
fn doubt_names_used_twice(sheets: &mut [SheetReading]) {
    let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for row in sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| row.is_named()) {
        *counts.entry(row.path()).or_default() += 1;
    }
    for SheetReading { rows, cells, .. } in sheets {
        for row in rows.iter_mut().filter(|row| row.is_named()) {
            if counts.get(&row.path()).is_none_or(|count| *count < 2) {
                continue;
            }
            doubt(cells, row.at, Doubtful::SameName);
            for (role, cell) in &mut row.cells {
                if matches!(cell.value, Value::Figure(_) | Value::NotApplicable) {
                    cell.value = Value::Doubtful(Doubt::SameName);
                    doubt(cells, cell.at, Doubtful::Figure(*role, Doubt::SameName));
                }
            }
        }
    }
}

/// Marks the cell at `at` as doubtful; the cells are in the order of their addresses.
fn doubt(cells: &mut [ListedCell], at: Address, why: Doubtful) {
    if let Ok(index) = cells.binary_search_by_key(&at, |cell| cell.at)
        && let Some(cell) = cells.get_mut(index)
    {
        cell.became = Became::Doubtful(why);
    }
}
