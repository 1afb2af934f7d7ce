//! The workbooks of many units together: which of them count, who is missing, and what the figures add up to.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use thuocdo::quantity::{Figure, Quantity, QuantityError, Unit, UnitKind};

use crate::error::WorkbookError;
use crate::fold::fold;
use crate::known::Known;
use crate::layout::{Layout, Role};
use crate::reading::WorkbookReading;
use crate::table::Row;
use crate::value::Value;

/// The workbooks of many units (tổng hợp số liệu các đơn vị).
#[derive(Debug)]
pub struct Merged {
    /// Every workbook that could be opened, in the order given; superseded ones are kept.
    pub readings: Vec<WorkbookReading>,
    /// The files that could not be opened, and why.
    pub unreadable: Vec<(String, WorkbookError)>,
    /// Which workbooks count, one a unit, by their place in `readings`.
    pub counted: Vec<usize>,
    /// Workbooks that a later one of the same unit supersedes.
    pub superseded: Vec<Superseded>,
    /// Units with several workbooks of which none is known to be the latest; none of them counts.
    pub undecided: Vec<Vec<usize>>,
    /// Expected units without a workbook that counts.
    pub missing_units: Vec<String>,
    /// Units with a workbook that nobody expected; they count.
    pub unexpected_units: Vec<String>,
    /// What the figures add up to.
    pub totals: Vec<UnitsTotal>,
}

/// A workbook that counts no more (tệp đã được thay thế).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superseded {
    /// Its place in the readings.
    pub earlier: usize,
    /// The place of the one that counts.
    pub later: usize,
    /// What the later one says otherwise.
    pub changes: Vec<CellChange>,
}

/// A cell that a later workbook has otherwise (ô được sửa); a missing row is a missing value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The name of the indicator.
    pub name: String,
    /// In which column.
    pub role: Role,
    /// What the earlier workbook says.
    pub before: Value,
    /// What the later one says.
    pub after: Value,
}

/// What an indicator adds up to over the units (tổng số các đơn vị), in one column and one unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitsTotal {
    /// The name of the indicator, with the headings above it where the name alone is used twice.
    pub name: String,
    /// In which column.
    pub role: Role,
    /// The unit of measure.
    pub unit: Unit,
    /// The exact sum, or why there is none.
    pub sum: Result<Quantity, NotAdded>,
    /// The figures in it, with the units that report them.
    pub parts: Vec<(String, Figure)>,
    /// Units that report the indicator in another unit of measure; it is not added.
    pub otherwise: Vec<(String, Unit)>,
    /// Units that do not report it.
    pub missing: Vec<String>,
    /// Units to which it does not apply.
    pub not_applicable: Vec<String>,
    /// Units whose cell is doubtful.
    pub doubtful: Vec<String>,
}

/// Why figures are not added (lý do không cộng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAdded {
    /// Rates and points do not add up; what they are rates of does.
    Rate,
    /// Every cell is doubtful, or does not apply.
    NoFigures,
    /// The sum is no figure.
    NoFigure(QuantityError),
}

/// A row by which workbooks are compared: its name, with what stands above it where the name alone is used twice.
type Key = Vec<String>;

/// Puts the workbooks of many units together (tổng hợp); `expected` are the units asked for, empty if nobody said.
///
/// ```
/// use workbook::{Entry, Layout, Role, Template, merge, read_workbook};
///
/// let layout = Layout::common()?;
/// let mut files = Vec::new();
/// for (unit, households) in [("Xã A", "92"), ("Xã B", "15")] {
///     let mut template = Template::new(&layout);
///     template.unit = Some(unit.into());
///     template.entries = vec![Entry::new("Số hộ nghèo", "hộ").with(Role::Actual, households)];
///     files.push((unit.to_string(), read_workbook(unit, &template.to_bytes()?, &layout)));
/// }
/// let merged = merge(files, &["Xã A".into(), "Xã B".into(), "Xã C".into()], &layout);
/// assert_eq!(merged.totals[0].sum.as_ref().unwrap().amount().to_string(), "107");
/// assert_eq!(merged.missing_units, ["Xã C"]);
/// # Ok::<(), workbook::WorkbookError>(())
/// ```
#[must_use]
pub fn merge(
    files: Vec<(String, Result<WorkbookReading, WorkbookError>)>,
    expected: &[String],
    layout: &Layout,
) -> Merged {
    let (mut readings, mut unreadable) = (Vec::new(), Vec::new());
    for (file, read) in files {
        match read {
            Ok(reading) => readings.push(reading),
            Err(error) => unreadable.push((file, error)),
        }
    }
    let mut by_unit: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, reading) in readings.iter().enumerate() {
        by_unit.entry(fold(&reading.unit)).or_default().push(index);
    }
    let known = Known::of(layout);
    let rows: Vec<Keyed<'_>> = readings.iter().map(|reading| Keyed::of(reading, &known)).collect();
    let (mut counted, mut superseded, mut undecided) = (Vec::new(), Vec::new(), Vec::new());
    for indices in by_unit.into_values() {
        match latest(&readings, &indices) {
            Some(later) => {
                counted.push(later);
                for earlier in indices.into_iter().filter(|index| *index != later) {
                    let changes = match (rows.get(earlier), rows.get(later)) {
                        (Some(before), Some(after)) => changes(&before.rows, &after.rows),
                        _ => Vec::new(),
                    };
                    superseded.push(Superseded { earlier, later, changes });
                }
            }
            None => undecided.push(indices),
        }
    }
    counted.sort_unstable();
    let counted_units: Vec<&str> =
        counted.iter().filter_map(|index| readings.get(*index)).map(|reading| reading.unit.as_str()).collect();
    let is_named = |unit: &str, names: &[&str]| names.iter().any(|name| fold(name) == fold(unit));
    let expected_names: Vec<&str> = expected.iter().map(String::as_str).collect();
    let missing_units: Vec<String> = expected.iter().filter(|unit| !is_named(unit, &counted_units)).cloned().collect();
    let is_unexpected = |unit: &&str| !expected.is_empty() && !is_named(unit, &expected_names);
    let unexpected_units = counted_units.iter().copied().filter(is_unexpected).map(str::to_string).collect();
    let sources: Vec<Source<'_>> = counted
        .iter()
        .filter_map(|index| Some(Source { unit: &readings.get(*index)?.unit, keyed: rows.get(*index)? }))
        .collect();
    let totals = totals(&sources);
    Merged { readings, unreadable, counted, superseded, undecided, missing_units, unexpected_units, totals }
}

/// A workbook that counts.
struct Source<'r> {
    unit: &'r str,
    keyed: &'r Keyed<'r>,
}

/// The rows of a workbook by their keys; of rows that cannot be told apart all are doubtful, so one of them stands for all.
struct Keyed<'r> {
    rows: BTreeMap<Key, &'r Row>,
    /// The keys from the top of the first sheet on.
    order: Vec<Key>,
}

impl<'r> Keyed<'r> {
    fn of(reading: &'r WorkbookReading, known: &Known<'_>) -> Self {
        let name = |row: &Row| known.indicator(&row.name).map_or_else(|| fold(&row.name), |found| fold(&found.name));
        let rows: Vec<&Row> =
            reading.sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| row.is_named()).collect();
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for row in &rows {
            *counts.entry(name(row)).or_default() += 1;
        }
        let key = |row: &Row| {
            let name = name(row);
            if counts.get(&name) == Some(&1) { vec![name] } else { row.path() }
        };
        let order: Vec<Key> = rows.iter().map(|row| key(row)).collect();
        Self { rows: order.iter().cloned().zip(rows).collect(), order }
    }
}

/// The one workbook that is later than all others by the number of its correction or by its day.
fn latest(readings: &[WorkbookReading], indices: &[usize]) -> Option<usize> {
    let is_latest = |index: &&usize| {
        let others = indices.iter().filter(|other| other != index);
        others
            .map(|other| later(readings.get(**index), readings.get(*other)))
            .all(|order| order == Some(Ordering::Greater))
    };
    indices.iter().find(is_latest).copied()
}

/// Which of two workbooks is later, if what both say agrees on it.
fn later(left: Option<&WorkbookReading>, right: Option<&WorkbookReading>) -> Option<Ordering> {
    let (left, right) = (left?, right?);
    let differs = |order: &Ordering| order.is_ne();
    let by_version = left.version.zip(right.version).map(|(left, right)| left.cmp(&right)).filter(differs);
    let by_day = left.as_of.zip(right.as_of).map(|(left, right)| left.cmp(&right)).filter(differs);
    match (by_version, by_day) {
        (Some(version), Some(day)) if version != day => None,
        (version, day) => version.or(day),
    }
}

fn changes(before: &BTreeMap<Key, &Row>, after: &BTreeMap<Key, &Row>) -> Vec<CellChange> {
    let mut keys: Vec<&Key> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut changes = Vec::new();
    for key in keys {
        let (old, new) = (before.get(key), after.get(key));
        let Some(name) = new.or(old).map(|row| row.name.clone()) else { continue };
        let mut roles: Vec<Role> = old.iter().chain(&new).flat_map(|row| row.cells.keys().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        let value = |row: Option<&&Row>, role| {
            row.and_then(|row| row.cells.get(&role)).map_or(Value::Missing, |cell| cell.value.clone())
        };
        for role in roles {
            let (before, after) = (value(old, role), value(new, role));
            if before != after {
                changes.push(CellChange { name: name.clone(), role, before, after });
            }
        }
    }
    changes
}

/// Every indicator that any workbook has, in the order in which they come up.
fn totals(sources: &[Source<'_>]) -> Vec<UnitsTotal> {
    let mut seen = BTreeSet::new();
    let keys = sources.iter().flat_map(|source| {
        source.keyed.order.iter().filter_map(|key| Some((key, source.keyed.rows.get(key).copied()?)))
    });
    let keys: Vec<(&Key, &Row)> = keys.filter(|(key, _)| seen.insert(*key)).collect();
    let mut totals = Vec::new();
    for (key, first) in keys {
        let rows = sources.iter().filter_map(|source| source.keyed.rows.get(key));
        let mut roles: Vec<Role> = rows.flat_map(|row| row.cells.keys().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        let name = if key.len() > 1 {
            first.above.iter().chain([&first.name]).cloned().collect::<Vec<_>>().join(" > ")
        } else {
            first.name.clone()
        };
        for role in roles {
            totals.extend(totals_of(sources, key, role, &name));
        }
    }
    totals
}

/// The totals of one indicator in one column, one for each unit of measure.
fn totals_of(sources: &[Source<'_>], key: &Key, role: Role, name: &str) -> Vec<UnitsTotal> {
    let mut figures: Vec<(String, Figure)> = Vec::new();
    let (mut missing, mut not_applicable, mut doubtful) = (Vec::new(), Vec::new(), Vec::new());
    for source in sources {
        let unit = source.unit.to_string();
        match source.keyed.rows.get(key).and_then(|row| row.cells.get(&role)).map(|cell| &cell.value) {
            Some(Value::Figure(figure)) => figures.push((unit, figure.clone())),
            Some(Value::NotApplicable) => not_applicable.push(unit),
            Some(Value::Doubtful(_)) => doubtful.push(unit),
            Some(Value::Missing) | None => missing.push(unit),
        }
    }
    let mut measures: Vec<Unit> = Vec::new();
    for (_, figure) in &figures {
        if !measures.iter().any(|measure| measure.is_same_measure(figure.unit())) {
            measures.push(figure.unit().clone());
        }
    }
    let is_asked = !not_applicable.is_empty() || !doubtful.is_empty();
    if let Some(first) = sources.iter().find_map(|source| source.keyed.rows.get(key))
        && measures.is_empty()
        && is_asked
    {
        measures.push(first.unit.clone().unwrap_or(Unit::BARE));
    }
    let total = |measure: &Unit| {
        let (parts, others): (Vec<_>, Vec<_>) =
            figures.iter().cloned().partition(|(_, figure)| figure.unit().is_same_measure(measure));
        UnitsTotal {
            name: name.to_string(),
            role,
            unit: measure.clone(),
            sum: sum(measure, &parts),
            parts,
            otherwise: others.into_iter().map(|(unit, figure)| (unit, figure.unit().clone())).collect(),
            missing: missing.clone(),
            not_applicable: not_applicable.clone(),
            doubtful: doubtful.clone(),
        }
    };
    measures.iter().map(total).collect()
}

fn sum(unit: &Unit, parts: &[(String, Figure)]) -> Result<Quantity, NotAdded> {
    if parts.is_empty() {
        return Err(NotAdded::NoFigures);
    }
    if matches!(unit.kind(), UnitKind::Percent | UnitKind::Points) {
        return Err(NotAdded::Rate);
    }
    let zero = Quantity::new(thuocdo::quantity::Amount::ZERO, unit.clone());
    let quantities = parts.iter().filter_map(|(_, figure)| figure.exact());
    quantities.fold(zero, |sum, quantity| sum.and_then(|sum| sum.checked_add(&quantity))).map_err(NotAdded::NoFigure)
}
