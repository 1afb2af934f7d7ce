//! The totals that a table states, checked against the sum of their parts by `thuocdo::check`; they are never added to anything.

use std::collections::BTreeMap;

use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{RoundMode, Unit};
use thuocdo::record::{Relation, Source, StatedRelation};

use crate::Address;
use crate::layout::Role;
use crate::table::{Row, RowKind};
use crate::value::{FigureCell, Note, Value};

/// A stated total (tổng số đã ghi) and what it is checked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedTotal {
    /// The name of the total.
    pub name: String,
    /// In which column.
    pub role: Role,
    /// Where it stands.
    pub at: Address,
    /// Whether it can be checked.
    pub checked: Checked,
}

/// How a total can be checked (khả năng đối chiếu tổng số).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// By this table, which has one statement; `without` are parts to which the indicator does not apply.
    By {
        /// The total, its parts, and that it is their sum.
        table: Box<CheckTable>,
        /// Where the parts stand that have no figure and need none.
        without: Vec<Address>,
    },
    /// The total itself is no figure.
    NoFigure,
    /// There is nothing that it could be the total of.
    NoParts,
    /// The parts are counted in other units of measure.
    UnitsDiffer(Vec<Unit>),
    /// A part has no legible unit, or a name that is none.
    NotATable(String),
}

/// Every total of the rows, in every column that is added.
pub(crate) fn stated_totals(rows: &[Row]) -> Vec<StatedTotal> {
    let mut totals = Vec::new();
    for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.kind.is_total()) {
        let parts = parts(rows, index);
        for (role, cell) in row.cells.iter().filter(|(role, cell)| **role != Role::Rate && cell.value != Value::Missing)
        {
            totals.push(StatedTotal {
                name: row.name.clone(),
                role: *role,
                at: cell.at,
                checked: checked(row, cell, *role, &parts),
            });
        }
    }
    totals
}

/// The rows that a total is of: those above it, or those below it where it comes first. A subtotal reaches up to the last
/// total or outermost heading. Rows below another row with figures are parts of that one.
fn parts(rows: &[Row], total: usize) -> Vec<&Row> {
    let Some(row) = rows.get(total) else { return Vec::new() };
    let is_part = |part: &&Row| {
        let is_own = part.parent.and_then(|parent| rows.get(parent)).is_none_or(|above| is_grouping(rows, above));
        part.table == row.table && matches!(part.kind, RowKind::Indicator | RowKind::Unclear) && is_own
    };
    let (above, below) = (rows.get(..total).unwrap_or_default(), rows.get(total + 1..).unwrap_or_default());
    let begin = above.iter().rposition(|above| match row.kind {
        RowKind::Subtotal => above.kind.is_total() || (above.kind == RowKind::Heading && above.parent.is_none()),
        // a total of the whole table includes what subtotals count, but not what another such total counts
        _ => above.kind == RowKind::Total,
    });
    let before: Vec<&Row> = above.iter().skip(begin.map_or(0, |begin| begin + 1)).filter(is_part).collect();
    if !before.is_empty() {
        return before;
    }
    below.iter().take_while(|below| below.kind != row.kind).filter(is_part).collect()
}

/// Whether a row and all above it only group others.
fn is_grouping(rows: &[Row], row: &Row) -> bool {
    row.kind == RowKind::Heading
        && row.parent.and_then(|parent| rows.get(parent)).is_none_or(|above| is_grouping(rows, above))
}

fn checked(row: &Row, total: &FigureCell, role: Role, parts: &[&Row]) -> Checked {
    let Value::Figure(figure) = &total.value else { return Checked::NoFigure };
    let mut cells: Vec<(&Row, &FigureCell, Unit)> = Vec::new();
    let mut without = Vec::new();
    let mut units = BTreeMap::new();
    for part in parts {
        let Some(cell) = part.cells.get(&role) else { continue };
        if cell.value == Value::NotApplicable {
            without.push(cell.at);
            continue;
        }
        let unit = match (&cell.value, &part.unit) {
            (Value::Figure(figure), _) => figure.unit().clone(),
            (_, Ok(unit)) => unit.clone(),
            (_, Err(error)) => return Checked::NotATable(error.to_string()),
        };
        units.entry(unit.name().to_string()).or_insert_with(|| unit.clone());
        cells.push((part, cell, unit));
    }
    if cells.is_empty() {
        return Checked::NoParts;
    }
    // a total without a unit of its own has that of its parts, if they agree
    let unit = match (figure.unit(), units.len()) {
        (bare, 1) if *bare == Unit::BARE => units.values().next().cloned().unwrap_or(Unit::BARE),
        (own, _) => own.clone(),
    };
    if units.values().any(|part| !part.is_same_measure(&unit)) {
        return Checked::UnitsDiffer(units.into_values().collect());
    }
    let table = || {
        let mut figures = vec![check_figure(row, total, &unit)?];
        for (part, cell, unit) in &cells {
            figures.push(check_figure(part, cell, unit)?);
        }
        let ids: Vec<Id> = figures.iter().map(|figure| figure.id.clone()).collect();
        let (result, parts) = ids.split_first().ok_or("no total")?;
        let relation = StatedRelation {
            id: Id::new(&format!("sum-{}", total.at))?,
            result: result.clone(),
            relation: Relation::Sum { parts: parts.to_vec() },
            source: Source::default(),
        };
        let content = CheckTableContent { as_of: None, figures, relations: vec![relation] };
        CheckTable::new(content).map_err(Box::<dyn std::error::Error>::from)
    };
    match table() {
        Ok(table) => Checked::By { table: Box::new(table), without },
        Err(error) => Checked::NotATable(error.to_string()),
    }
}

/// A cell as a figure of a check table, named by its address.
fn check_figure(row: &Row, cell: &FigureCell, unit: &Unit) -> Result<CheckFigure, Box<dyn std::error::Error>> {
    let value = match &cell.value {
        Value::Figure(figure) => {
            CheckValue::Figure(thuocdo::quantity::Figure::new(figure.reading(), unit_or(figure.unit(), unit))?)
        }
        _ => CheckValue::NotStated(unit.clone()),
    };
    // a cell that stores more digits than it shows was rounded by Excel, whatever it counts
    let is_rounded = cell.notes.iter().any(|note| matches!(note, Note::Stored(_)));
    Ok(CheckFigure {
        id: Id::new(&cell.at.to_string())?,
        subject: Text::new(&row.name)?,
        value,
        precision: if is_rounded { Precision::Rounded(RoundMode::HalfAway) } else { Precision::ByUnit },
        is_fixed: false,
        as_of: None,
        period: None,
        source: Source { place: Some(Text::new(&cell.at.to_string())?), ..Source::default() },
    })
}

fn unit_or(own: &Unit, common: &Unit) -> Unit {
    if *own == Unit::BARE { common.clone() } else { own.clone() }
}
