//! Check tables and their parts out of names and plain decimals.

use serde_json::Value;
use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Amount, Figure, Printed, Reading, Unit};
use thuocdo::record::{Relation, Source, StatedRelation};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap_or_else(|error| panic!("`{text}`: {error}"))
}

pub(crate) fn ids<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Id> {
    names.into_iter().map(id).collect()
}

pub(crate) fn printed(text: &str) -> Printed {
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error}"))
}

pub(crate) fn amount(text: &str) -> Amount {
    printed(text).amount()
}

pub(crate) fn figure(name: &str, reading: impl Into<Reading>, unit: Unit, precision: Precision) -> CheckFigure {
    let figure = Figure::new(reading, unit).unwrap_or_else(|error| panic!("{name}: {error}"));
    CheckFigure { precision, ..CheckFigure::new(id(name), Text::new(name).expect("a text"), figure) }
}

/// A bare number that is exactly what it says.
pub(crate) fn exact(name: &str, reading: impl Into<Reading>) -> CheckFigure {
    figure(name, reading, Unit::BARE, Precision::Exact)
}

/// One that no correction changes.
pub(crate) fn fixed(figure: CheckFigure) -> CheckFigure {
    CheckFigure { is_fixed: true, ..figure }
}

pub(crate) fn not_stated(name: &str, unit: Unit) -> CheckFigure {
    CheckFigure { value: CheckValue::NotStated(unit), ..exact(name, Amount::ZERO) }
}

pub(crate) fn statement(name: &str, result: &str, relation: Relation) -> StatedRelation {
    StatedRelation { id: id(name), result: id(result), relation, source: Source::default() }
}

#[track_caller]
pub(crate) fn table(figures: Vec<CheckFigure>, relations: Vec<StatedRelation>) -> CheckTable {
    CheckTable::new(CheckTableContent { as_of: None, figures, relations }).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
pub(crate) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("no text `{field}` in {value}"))
}

#[track_caller]
pub(crate) fn flag(value: &Value, field: &str) -> bool {
    value[field].as_bool().unwrap_or_else(|| panic!("no flag `{field}` in {value}"))
}

/// The items of a list, or none where there is no such list.
pub(crate) fn items<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

/// The names and what they stand for, or none where there is no such object.
pub(crate) fn fields<'v>(value: &'v Value, field: &str) -> Vec<(&'v str, &'v Value)> {
    value[field].as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value)).collect()
}

/// A number that is written as a number or as text.
#[track_caller]
pub(crate) fn number(value: &Value) -> Amount {
    value.as_str().map_or_else(|| amount(&value.to_string()), amount)
}
