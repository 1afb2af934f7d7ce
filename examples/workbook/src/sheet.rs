//! A workbook opened: the cells of each sheet that hold something, with their number formats, and the merged regions.
//!
//! Cells are read one by one and kept where they stand, so a lone cell in the last corner of a sheet costs one cell.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Seek};
use std::ops::Range;

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::Address;
use crate::error::WorkbookError;
use crate::fold::tidy;
use crate::stored::Stored;

/// Larger tables are no reports.
const MOST_CELLS: usize = 200_000;
const MOST_MERGED_REGIONS: usize = 2_000;
/// What a sheet has.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// A sheet as it is.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    cells: BTreeMap<Address, Content>,
    formulas: BTreeSet<Address>,
    merged: Vec<Region>,
}

/// What a cell holds; one that holds nothing is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    Text(String),
    Number(Stored),
    Bool(bool),
    /// A date or a time of day, as `2021-11-15`, and the number that stands for it, as it is stored.
    Date(String, String),
    /// `#DIV/0!`
    Error(String),
    /// A formula without a result, as programs write it that compute nothing.
    Uncomputed(String),
}

/// A merged region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) first: Address,
    pub(crate) last: Address,
}

impl Region {
    pub(crate) const fn contains(&self, at: Address) -> bool {
        self.first.row <= at.row
            && at.row <= self.last.row
            && self.first.column <= at.column
            && at.column <= self.last.column
    }
}

impl Content {
    /// What is read of it, in one line.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => tidy(text),
            Self::Number(stored) => stored.shortest().to_string(),
            Self::Bool(true) => "TRUE".into(),
            Self::Bool(false) => "FALSE".into(),
            Self::Date(day, _) => day.clone(),
            Self::Error(error) => error.clone(),
            Self::Uncomputed(formula) => format!("={}", tidy(formula)),
        }
    }
}

impl Sheet {
    /// What stands at an address.
    pub(crate) fn at(&self, at: Address) -> Option<&Content> {
        self.cells.get(&at)
    }

    /// What stands at an address, or in the merged region over it; with the address where it stands.
    pub(crate) fn at_or_merged(&self, at: Address) -> Option<(Address, &Content)> {
        let origin = self.region(at).map_or(at, |region| region.first);
        self.at(origin).map(|content| (origin, content))
    }

    /// The merged region over an address.
    pub(crate) fn region(&self, at: Address) -> Option<Region> {
        self.merged.iter().find(|region| region.contains(at)).copied()
    }

    /// Whether a cell is the result of a formula.
    pub(crate) fn is_formula(&self, at: Address) -> bool {
        self.formulas.contains(&at)
    }

    /// Every cell that holds something, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (Address, &Content)> {
        self.cells.iter().map(|(at, content)| (*at, content))
    }

    /// The cells of a row.
    pub(crate) fn row(&self, row: u32) -> impl DoubleEndedIterator<Item = (Address, &Content)> {
        let first = Address { row, column: 0 };
        self.cells.range(first..=Address { row, column: u32::MAX }).map(|(at, content)| (*at, content))
    }

    /// The cells of these rows that hold something.
    pub(crate) fn cells_in(&self, rows: Range<u32>) -> impl Iterator<Item = (Address, &Content)> {
        let first = |row| Address { row, column: 0 };
        // a range that ends before it begins would be a panic
        let end = rows.end.max(rows.start);
        self.cells.range(first(rows.start)..first(end)).map(|(at, content)| (*at, content))
    }

    /// Those of these rows that hold something, from the top.
    pub(crate) fn rows_in(&self, rows: Range<u32>) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells_in(rows).map(|(at, _)| at.row).collect();
        rows.dedup();
        rows
    }
}

/// The sheets of a workbook, in order.
///
/// On references that no sheet has, the reader panics where arithmetic is checked; one broken file is no reason not to read
/// those of other units, so it is refused like any other.
pub(crate) fn open(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookError> {
    std::panic::catch_unwind(|| sheets(bytes))
        .unwrap_or_else(|_| Err(WorkbookError::Unreadable { reason: "a reference that no sheet has".into() }))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookError> {
    let refuse = |error: XlsxError| WorkbookError::Unreadable { reason: error.to_string() };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refuse)?;
    let mut sheets = Vec::new();
    let mut cells_left = MOST_CELLS;
    for listed in workbook.sheets_metadata().to_vec() {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let merged = workbook.merge_cells_by_sheet_name(&listed.name).map_err(refuse)?;
        if merged.len() > MOST_MERGED_REGIONS {
            return Err(WorkbookError::TooManyMergedRegions { sheet: listed.name, most: MOST_MERGED_REGIONS });
        }
        let cells = cells(&mut workbook, &listed.name, cells_left).map_err(refuse)?;
        let (mut cells, blank) = cells.ok_or(WorkbookError::TooManyCells { most: MOST_CELLS })?;
        let formulas = formulas(&mut workbook, &listed.name).map_err(refuse)?;
        for (at, formula) in formulas.iter().filter(|(at, _)| !blank.contains(at)) {
            cells.entry(*at).or_insert_with(|| Content::Uncomputed(formula.clone()));
        }
        cells_left = cells_left.saturating_sub(cells.len());
        sheets.push(Sheet {
            name: listed.name,
            is_hidden: listed.visible != SheetVisible::Visible,
            cells,
            formulas: formulas.into_keys().collect(),
            merged: merged.iter().map(region).collect(),
        });
    }
    Ok(sheets)
}

/// The cells that hold something, and those that hold a text without a letter in it, as a formula may yield.
type Cells = (BTreeMap<Address, Content>, BTreeSet<Address>);

/// The cells of a sheet; none if there are more than `most`.
fn cells<RS: Read + Seek>(workbook: &mut Xlsx<RS>, sheet: &str, most: usize) -> Result<Option<Cells>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let (mut cells, mut blank) = (BTreeMap::new(), BTreeSet::new());
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or("General", |format| format.format_code.as_str());
        let (row, column) = cell.get_position();
        if row >= ROWS {
            return Err(XlsxError::RowNumberOverflow);
        }
        if column >= COLUMNS {
            return Err(XlsxError::ColumnNumberOverflow);
        }
        if let Some(content) = content(cell.get_value(), format) {
            if cells.len() == most {
                return Ok(None);
            }
            cells.insert(Address { row, column }, content);
        } else if !matches!(cell.get_value(), DataRef::Empty) {
            blank.insert(Address { row, column });
        }
    }
    Ok(Some((cells, blank)))
}

/// What a cell holds; none if nothing, or only spaces.
fn content(value: &DataRef<'_>, format: &str) -> Option<Content> {
    let number = |stored: Option<Stored>| stored.map_or(Content::Error("#NUM!".into()), Content::Number);
    let text = |text: &str| (!tidy(text).is_empty()).then(|| Content::Text(text.to_string()));
    match value {
        DataRef::Empty => None,
        // every number of a workbook is a double, and whole ones below 2^53 are exact
        DataRef::Int(whole) => Some(Content::Text(whole.to_string())),
        DataRef::Float(value) => Some(number(Stored::of_double(*value, format))),
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Bool(value) => Some(Content::Bool(*value)),
        DataRef::DateTime(value) => {
            let (year, month, day, ..) = value.to_ymd_hms_milli();
            Some(Content::Date(format!("{year:04}-{month:02}-{day:02}"), value.as_f64().to_string()))
        }
        DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => {
            Some(Content::Date(value.chars().take(10).collect(), value.clone()))
        }
        DataRef::Error(error) => Some(Content::Error(error.to_string())),
    }
}

fn formulas<RS: Read + Seek>(workbook: &mut Xlsx<RS>, sheet: &str) -> Result<BTreeMap<Address, String>, XlsxError> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut formulas = BTreeMap::new();
    while let Some(cell) = reader.next_formula()? {
        if !cell.get_value().is_empty() {
            let (row, column) = cell.get_position();
            formulas.insert(Address { row, column }, cell.get_value().clone());
        }
    }
    Ok(formulas)
}

const fn region(merged: &Dimensions) -> Region {
    Region {
        first: Address { row: merged.start.0, column: merged.start.1 },
        last: Address { row: merged.end.0, column: merged.end.1 },
    }
}
