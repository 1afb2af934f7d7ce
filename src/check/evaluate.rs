//! One relation after the other against the printed figures.

use alloc::vec::Vec;

use super::constraint::{Constraint, Leeway, Obstacle};
use super::nudge::nudge;
use super::system::System;
use super::{Agreement, CheckTable, Comparison, PointsOrPercent, Statement, Unchecked};
use crate::id::Id;
use crate::quantity::{Interval, Printed, QuantityError, Ratio, Reading, RoundMode, Rounding, UnitKind};
use crate::record::{GrowthForm, Relation, StatedRelation};

/// Every statement of the table, in its order. What was cut, padded or nudged gets its leeway in `system`.
pub(super) fn evaluate<'t>(table: &'t CheckTable, system: &mut System) -> Vec<Statement<'t>> {
    let relations = &table.content().relations;
    let mut statements: Vec<Statement<'t>> =
        relations.iter().enumerate().map(|(index, relation)| statement(table, system, index, relation)).collect();
    nudge(table, system, &mut statements);
    for (index, statement) in statements.iter().enumerate() {
        let is_order = statement.relation.relation.is_comparison();
        let Some(comparison) = statement.comparison.filter(|_| statement.agreement.holds() && !is_order) else {
            continue;
        };
        if comparison.stated.meets(&comparison.recomputed) {
            continue;
        }
        if let Some(Some(constraint)) = system.constraints.get_mut(index) {
            let values = comparison.stated.hull(&comparison.recomputed);
            let digits = system.states.get(constraint.result).map(|state| state.digits);
            constraint.leeway = digits.map(|digits| Leeway { digits, values });
        }
    }
    statements
}

fn statement<'t>(table: &'t CheckTable, system: &System, index: usize, relation: &'t StatedRelation) -> Statement<'t> {
    let found = system.constraint(index).map(|constraint| judge(table, system, constraint, relation));
    let cells = system.constraint(index).into_iter().flat_map(Constraint::cells);
    let is_approximate = cells.filter_map(|cell| system.cell(cell)).any(|cell| cell.is_approximate);
    let (agreement, comparison) = match found {
        Some(Ok(found)) => found,
        Some(Err(obstacle)) => (Agreement::NotChecked(unchecked(table, &obstacle)), None),
        None => (Agreement::NotChecked(Unchecked::TooLarge), None),
    };
    Statement { relation, agreement, comparison, is_approximate }
}

fn unchecked(table: &CheckTable, obstacle: &Obstacle) -> Unchecked {
    match obstacle {
        Obstacle::ZeroBase(base) => id_at(table, *base).map_or(Unchecked::TooLarge, Unchecked::ZeroBase),
        Obstacle::NegativeBase(base) => id_at(table, *base).map_or(Unchecked::TooLarge, Unchecked::NegativeBase),
        Obstacle::TooLarge => Unchecked::TooLarge,
    }
}

type Judged = (Agreement, Option<Comparison>);

fn judge(
    table: &CheckTable,
    system: &System,
    constraint: &Constraint,
    relation: &StatedRelation,
) -> Result<Judged, Obstacle> {
    if constraint.cells().any(|cell| system.cell(cell).is_none()) {
        return Err(Obstacle::TooLarge);
    }
    let unknown: Vec<usize> =
        constraint.cells().filter(|cell| system.cell(*cell).is_some_and(|cell| cell.is_unknown)).collect();
    if let Some(readings) = points_or_percent(table, system, constraint, relation)? {
        return Ok((Agreement::PointsOrPercent(readings), None));
    }
    if !unknown.is_empty() {
        let possible = possible_value(system, constraint, &unknown)?;
        let figures = unknown.iter().filter_map(|cell| id_at(table, *cell)).collect();
        return Ok((Agreement::NotChecked(Unchecked::NotStated { figures, possible }), None));
    }
    let total = constraint.total(&system.states)?;
    let recomputed = constraint.recomputed(&system.states, total)?;
    let admissible = constraint.admissible_result(&system.states, total)?;
    let comparison = compare(table, system, constraint, recomputed)?;
    let agreement = if comparison.stated.meets(&admissible) {
        let is_exact = comparison.computed.is_some() && comparison.computed == number(system, constraint.result);
        if is_exact && !relation.relation.is_comparison() { Agreement::Exact } else { Agreement::ByRounding }
    } else {
        looseness(table, system, constraint, &recomputed)?
    };
    Ok((agreement, Some(comparison)))
}

/// What the only figure that is not stated would have to be, if the statement holds and that says anything.
fn possible_value(system: &System, constraint: &Constraint, unknown: &[usize]) -> Result<Option<Interval>, Obstacle> {
    let [cell] = unknown else { return Ok(None) };
    let Some(found) = system.cell(*cell) else { return Ok(None) };
    let total = constraint.total(&system.states)?;
    let admissible = constraint.admissible(&system.states, total, *cell)?;
    let possible = admissible.and_then(|admissible| found.narrowed(admissible));
    Ok(possible.filter(|values| values.low().is_some() && values.high().is_some()))
}

fn compare(
    table: &CheckTable,
    system: &System,
    constraint: &Constraint,
    recomputed: Interval,
) -> Result<Comparison, Obstacle> {
    let stated = constraint.values(&system.states, constraint.result);
    let figure = table.content().figures.get(constraint.result);
    let printed = figure.and_then(|figure| figure.figure()).and_then(|figure| figure.reading().numbers().next());
    let scale = figure.map_or(Ratio::ONE, |figure| figure.unit().scale().ones());
    let number = printed.map_or(Ok(Ratio::ZERO), |printed| Ratio::from(printed.amount()).checked_mul(scale))?;
    let last_place = printed.map_or(Ok(Ratio::ONE), Printed::last_place)?.checked_mul(scale)?;
    // a base whose digits are 0 may still stand for more
    let total = constraint.total(&system.digits)?;
    let computed = constraint.recomputed(&system.digits, total).ok().and_then(|values| values.single());
    let gap = computed.map_or(recomputed, Interval::point).checked_add(&Interval::point(number.negated()))?;
    let rounded = match (computed, printed) {
        (Some(value), Some(printed)) => {
            let rounding = Rounding::new(RoundMode::HalfAway, printed.decimals())?;
            Printed::of(value.checked_mul(scale.inverse()?)?.round(rounding)).ok()
        }
        _ => None,
    };
    Ok(Comparison { recomputed, stated, computed, gap, last_place, rounded })
}

fn number(system: &System, cell: usize) -> Option<Ratio> {
    system.states.get(cell)?.digits.single()
}

/// How a figure that does not hold by rounding may have come about without being wrong.
fn looseness(
    table: &CheckTable,
    system: &System,
    constraint: &Constraint,
    recomputed: &Interval,
) -> Result<Agreement, Obstacle> {
    let figure = table.content().figures.get(constraint.result).and_then(|figure| figure.figure());
    let cell = system.cell(constraint.result).filter(|cell| cell.is_rounded);
    let printed = figure.filter(|_| cell.is_some()).and_then(|figure| match figure.reading() {
        Reading::Exactly(printed) | Reading::About(printed) => Some(printed),
        _ => None,
    });
    let (Some(printed), Some(figure), Some(cell)) = (printed, figure, cell) else { return Ok(Agreement::Off) };
    let scale = figure.unit().scale().ones();
    let meets = |printed: Printed, mode| -> Result<bool, QuantityError> {
        let values = printed.stands_for(mode)?.checked_scale(scale)?.intersection(&cell.domain);
        Ok(values.is_some_and(|values| values.meets(recomputed)))
    };
    let mut shorter = printed;
    while let Some(cut) = shorter.without_last_zero() {
        if meets(cut, RoundMode::HalfAway)? {
            return Ok(Agreement::Padded);
        }
        shorter = cut;
    }
    if meets(printed, RoundMode::Down)? {
        // "khoảng 35%" for 35.7 % is what it says
        let is_about = matches!(figure.reading(), Reading::About(_));
        return Ok(if is_about { Agreement::ByRounding } else { Agreement::Cut });
    }
    Ok(Agreement::Off)
}

/// Both readings of a change of rates in "%", where the words do not settle which is meant.
fn points_or_percent(
    table: &CheckTable,
    system: &System,
    constraint: &Constraint,
    relation: &StatedRelation,
) -> Result<Option<PointsOrPercent>, Obstacle> {
    let (Relation::Growth { from, to, form: GrowthForm::Percent } | Relation::Points { from, to }) = &relation.relation
    else {
        return Ok(None);
    };
    let is_in_percent = |id: &Id| table.figure(id).is_some_and(|figure| figure.unit().kind() == UnitKind::Percent);
    if ![from, to, &relation.result].into_iter().all(is_in_percent) {
        return Ok(None);
    }
    let points = Relation::Points { from: from.clone(), to: to.clone() };
    let percent = Relation::Growth { from: from.clone(), to: to.clone(), form: GrowthForm::Percent };
    let (Some(from), Some(to)) = (table.position(from), table.position(to)) else { return Ok(None) };
    let as_constraint = |relation: &Relation| Constraint::of(relation, constraint.result, &[from, to]);
    let (points, percent) = (as_constraint(&points)?, as_constraint(&percent)?);
    let is_stated = |cell: usize| system.cell(cell).is_some_and(|cell| !cell.is_unknown);
    if !is_stated(constraint.result) || (!is_stated(to) && !is_stated(from)) {
        return Ok(None);
    }
    let fits = |constraint: &Constraint| -> Result<Option<bool>, Obstacle> {
        if !constraint.cells().all(is_stated) {
            return Ok(None);
        }
        match constraint.holds(&system.states) {
            // nothing grows from zero or less by so many percent, but by so many points it does
            Err(Obstacle::ZeroBase(_) | Obstacle::NegativeBase(_)) => Ok(Some(false)),
            found => found.map(Some),
        }
    };
    let (points_fit, percent_fits) = (fits(&points)?, fits(&percent)?);
    // growth that fits as growth, and not as points, is what it says
    let is_growth = matches!(relation.relation, Relation::Growth { .. });
    let is_settled = points_fit == Some(false) && (is_growth || percent_fits == Some(false));
    if is_settled {
        return Ok(None);
    }
    let (to, change) = (number(system, to), number(system, constraint.result));
    let base_if_points = to.zip(change).and_then(|(to, change)| to.checked_sub(change).ok());
    let base_if_percent = to.zip(change).and_then(|(to, change)| {
        let index = Ratio::HUNDRED.checked_add(change).ok()?;
        Ratio::HUNDRED.checked_mul(to).ok()?.checked_mul(index.inverse().ok()?).ok()
    });
    Ok(Some(PointsOrPercent { base_if_points, base_if_percent, points_fit, percent_fits }))
}

fn id_at(table: &CheckTable, cell: usize) -> Option<Id> {
    table.content().figures.get(cell).map(|figure| figure.id.clone())
}
