//! A statement of a check table in pieces, the same in every language: what was computed, from which numbers, and how far it
//! is from what is printed.

use alloc::{format, string::String, vec::Vec};

use super::{CheckLanguage, calculation};
use crate::check::{CheckFigure, CheckTable, Comparison, counted_id};
use crate::id::Id;
use crate::measure::{Formula, Input, Label, NotComputable, Operand, recompute_from};
use crate::quantity::{Amount, Figure, Interval, Printed, Ratio, Reading, RoundMode, Rounding, Unit, UnitKind};
use crate::record::{Relation, StatedRelation};

/// The words of a bound without a number of their own.
const AT_LEAST: Reading = Reading::AtLeast(Printed::ZERO);
const AT_MOST: Reading = Reading::AtMost(Printed::ZERO);

/// The pieces of a sentence about one statement.
#[expect(clippy::struct_excessive_bools, reason = "they are independent, and a sentence asks for each")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementWords {
    /// The formula with its numbers, as they are printed: `92/107`.
    pub working: String,
    /// What follows, exactly or to one decimal more than is printed, with an ellipsis: `85,981…%`.
    pub exact: String,
    /// What follows, rounded as the stated figure is: `85,98%`.
    pub rounded: String,
    /// What is printed: `85,98%`.
    pub stated: String,
    /// The stated figure with its last zeros left out: `95,8%` for `95,80%`.
    pub shorter: String,
    /// How many decimals are printed.
    pub decimals: u8,
    /// How far what follows is from what is printed: `0,04 điểm phần trăm`, `từ 850 đến 880 người`.
    pub gap: String,
    /// Whether that is anything at all.
    pub is_apart: bool,
    /// Whether what follows is less than what is printed.
    pub is_below: bool,
    /// Whether the digits alone give another figure, and it agrees only because those it follows from were rounded too.
    pub is_within_rounding: bool,
    /// Whether it is a range, because a figure in it is a bound or a range.
    pub is_range: bool,
    /// The printed number alone: `16.000`.
    pub number: String,
    /// What kind of statement it is.
    pub kind: StatementKind,
    /// The figure that the stated one repeats or is compared with, as printed; empty for a computed one.
    pub other: String,
}

/// What kind of statement a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementKind {
    /// The figure follows from others by a formula.
    Computed,
    /// The figure stands in another place too.
    Repeated,
    /// The figure counts what the report lists.
    Counted,
    /// The figure is not more than another.
    AtMost,
    /// The figure is not less than another.
    AtLeast,
}

/// The pieces of a statement that was compared; none if a figure of it is not stated.
pub(super) fn statement_words<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
    comparison: &Comparison,
) -> Option<StatementWords> {
    let result = table.figure(&stated.result)?;
    let figure = result.figure()?;
    let printed = figure.reading().numbers().next()?;
    let scale = figure.unit().scale().ones().inverse().ok()?;
    let values = comparison.computed.map_or(comparison.recomputed, Interval::point).checked_scale(scale).ok()?;
    let is_change = stated.relation.is_change();
    let with_unit = |number: String, of: Ratio| {
        let words = language.with_unit(number, figure.unit(), of.to_amount().unwrap_or(Amount::MAX));
        if is_change { language.moved(of, &words) } else { words }
    };
    let size = |value: Ratio| if is_change && value.is_negative() { value.negated() } else { value };
    let exact = match values.single() {
        Some(value) => with_unit(exactly(language, size(value), printed.decimals()), value),
        None => range(language, &values, printed.decimals(), figure.unit()),
    };
    let rounded = comparison.rounded.map_or_else(
        || exact.clone(),
        |rounded| {
            let number = if is_change { rounded.magnitude() } else { rounded };
            with_unit(language.printed(number), rounded.amount().into())
        },
    );
    Some(StatementWords {
        working: working(language, table, stated).unwrap_or_default(),
        exact,
        rounded,
        stated: stated_words(language, result, is_change)?,
        shorter: language.with_unit(language.amount(printed.amount()), figure.unit(), printed.amount()),
        decimals: printed.decimals(),
        gap: gap(language, figure.unit(), printed, comparison, scale)?,
        is_apart: comparison.last_places().is_none_or(|places| places != Ratio::ZERO),
        is_below: comparison.gap.high().is_some_and(|(high, _)| high.is_negative()),
        is_within_rounding: comparison.rounded.is_some_and(|rounded| rounded.amount() != printed.amount()),
        is_range: comparison.computed.is_none(),
        number: language.printed(printed),
        kind: kind(stated),
        other: other(language, table, stated),
    })
}

fn kind(stated: &StatedRelation) -> StatementKind {
    match &stated.relation {
        Relation::Same { other } if *other == counted_id(stated) => StatementKind::Counted,
        Relation::Same { .. } => StatementKind::Repeated,
        Relation::AtMost { .. } => StatementKind::AtMost,
        Relation::AtLeast { .. } => StatementKind::AtLeast,
        _ => StatementKind::Computed,
    }
}

fn other<L: CheckLanguage + ?Sized>(language: &L, table: &CheckTable, stated: &StatedRelation) -> String {
    match &stated.relation {
        Relation::Same { other } | Relation::AtMost { other } | Relation::AtLeast { other } => {
            table.figure(other).and_then(|figure| stated_words(language, figure, false)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// A figure of the table as it is printed, its direction in words if it is a change.
pub(super) fn stated_words<L: CheckLanguage + ?Sized>(
    language: &L,
    figure: &CheckFigure,
    is_change: bool,
) -> Option<String> {
    let figure = figure.figure()?;
    Some(if is_change { language.figure_of_change(figure) } else { language.figure(figure) })
}

/// The formula of a relation with the numbers of the table.
pub(super) fn working<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
) -> Option<String> {
    let (formula, operands) = formula(table, &stated.relation)?;
    let figure = |input: &Input| input.label().and_then(|label| table.figure(&label.id)).and_then(CheckFigure::figure);
    let result = table.figure(&stated.result).map(|result| result.unit().scale());
    // where scale words differ each number needs its own
    let is_mixed = operands
        .iter()
        .filter_map(|operand| figure(&operand.input))
        .any(|other| other.unit().kind() == UnitKind::Money && Some(other.unit().scale()) != result);
    let number = |input: &Input| match figure(input) {
        Some(figure) if is_mixed => language.figure(figure),
        Some(figure) => bare(language, figure.reading()),
        None => String::new(),
    };
    Some(calculation::write(formula, &operands, |amount| language.amount(amount), number))
}

/// A reading without its unit, in words: `khoảng 7.000`, `từ 120 đến 150`.
fn bare<L: CheckLanguage + ?Sized>(language: &L, reading: Reading) -> String {
    let mut numbers = reading.numbers().map(|number| language.printed(number));
    let (first, second) = (numbers.next().unwrap_or_default(), numbers.next());
    language.bound(reading, &first, second.as_deref())
}

fn formula(table: &CheckTable, relation: &Relation) -> Option<(Formula, Vec<Operand>)> {
    let input = |id: &Id| -> Result<Input, NotComputable> {
        let found = table.figure(id).ok_or(NotComputable::NoActual { name: None, as_of: None })?;
        let missing = || NotComputable::NoActual { name: Some(found.subject.clone()), as_of: None };
        let figure = found.figure().ok_or_else(missing)?;
        // the formula asks for numbers; which words stand with them is written from the table
        let number = figure.reading().numbers().next().ok_or_else(missing)?;
        let label = Label {
            id: id.clone(),
            name: found.subject.clone(),
            period: None,
            as_of: None,
            place: None,
            inferred_from: None,
        };
        Ok(Input::labelled(Figure::new(Reading::Exactly(number), figure.unit().clone())?, label))
    };
    let recomputed = recompute_from(relation, input).ok()?;
    Some((recomputed.formula(), recomputed.operands().to_vec()))
}

/// A value with one decimal more than is printed, and an ellipsis if it goes on.
pub(super) fn exactly<L: CheckLanguage + ?Sized>(language: &L, value: Ratio, decimals: u8) -> String {
    if let Some(amount) = value.to_amount().filter(|amount| amount.decimals() <= decimals.saturating_add(1)) {
        return language.amount(amount);
    }
    if value.lowest_terms().1 == 1 {
        return language.number(value.round(Rounding::half_away::<0>()));
    }
    let more = Rounding::new(RoundMode::Down, decimals.saturating_add(1).min(6));
    more.map_or_else(|_| String::new(), |more| format!("{}…", language.number(value.round(more))))
}

/// From the lowest to the highest value, with the unit; an absent end is left out.
pub(super) fn range<L: CheckLanguage + ?Sized>(language: &L, values: &Interval, decimals: u8, unit: &Unit) -> String {
    let write = |value: Ratio| exactly(language, value, decimals);
    let amount = |value: Ratio| value.to_amount().unwrap_or(Amount::MAX);
    let with_unit = |number: String, value: Ratio| language.with_unit(number, unit, amount(value));
    match (values.low().map(|(low, _)| low), values.high().map(|(high, _)| high)) {
        (Some(low), Some(high)) if low == high => with_unit(write(low), low),
        (Some(low), Some(high)) => with_unit(format!("{} - {}", write(low), write(high)), high),
        (Some(low), None) => language.bound(AT_LEAST, &with_unit(write(low), low), None),
        (None, Some(high)) => language.bound(AT_MOST, &with_unit(write(high), high), None),
        (None, None) => String::new(),
    }
}

fn gap<L: CheckLanguage + ?Sized>(
    language: &L,
    unit: &Unit,
    printed: Printed,
    comparison: &Comparison,
    scale: Ratio,
) -> Option<String> {
    let unit = if unit.kind() == UnitKind::Percent { &Unit::PERCENTAGE_POINTS } else { unit };
    if let Some(rounded) = comparison.rounded {
        let distance = rounded.amount().checked_sub(printed.amount()).ok()?.magnitude();
        return Some(language.with_unit(language.amount(distance), unit, distance));
    }
    let gap = comparison.gap.checked_scale(scale).ok()?;
    let is_below = gap.high().is_some_and(|(high, _)| high.is_negative());
    let gap = if is_below { gap.checked_scale(Ratio::ONE.negated()).ok()? } else { gap };
    let (low, high) = (gap.low().map(|(low, _)| low), gap.high().map(|(high, _)| high));
    let write = |value: Ratio| exactly(language, value, printed.decimals());
    let with_unit =
        |number: String, value: Ratio| language.with_unit(number, unit, value.to_amount().unwrap_or(Amount::MAX));
    Some(match (low, high) {
        (Some(low), Some(high)) => {
            let ends = Reading::between(Amount::ZERO.into(), Amount::ONE.into()).ok()?;
            language.bound(ends, &write(low), Some(&with_unit(write(high), high)))
        }
        (Some(low), None) => language.bound(AT_LEAST, &with_unit(write(low), low), None),
        (None, Some(high)) => with_unit(write(high), high),
        (None, None) => String::new(),
    })
}
