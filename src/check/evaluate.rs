//! One relation after the other against the printed figures.

use alloc::{collections::BTreeMap, vec::Vec};

use super::constraint::{Constraint, Form, Leeway, Obstacle};
use super::system::System;
use super::{Agreement, CheckTable, Comparison, PointsOrPercent, Statement, Unchecked};
use crate::id::Id;
use crate::quantity::{End, Interval, Printed, QuantityError, Ratio, Reading, RoundMode, Rounding, UnitKind};
use crate::record::{GrowthForm, Relation, StatedRelation};

/// Every statement of the table, in its order. What was cut, padded or nudged gets its leeway in `system`.
pub(super) fn evaluate<'t>(table: &'t CheckTable, system: &mut System) -> Vec<Statement<'t>> {
    let relations = &table.content().relations;
    let mut statements: Vec<Statement<'t>> =
        relations.iter().enumerate().map(|(index, relation)| statement(table, system, index, relation)).collect();
    nudge(table, system, &mut statements);
    for (index, statement) in statements.iter().enumerate() {
        let is_order = matches!(statement.relation.relation, Relation::AtMost { .. } | Relation::AtLeast { .. });
        let Some(comparison) = statement.comparison.filter(|_| statement.agreement.holds() && !is_order) else {
            continue;
        };
        if comparison.stated.meets(&comparison.recomputed) {
            continue;
        }
        if let Some(Some(constraint)) = system.constraints.get_mut(index) {
            let values = Interval::between(
                lower(comparison.stated.low(), comparison.recomputed.low()),
                higher(comparison.stated.high(), comparison.recomputed.high()),
            );
            let digits = system.states.get(constraint.result).map(|state| state.digits);
            constraint.leeway = digits.zip(values).map(|(digits, values)| Leeway { digits, values });
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
    let id = |cell: usize| table.content().figures.get(cell).map(|figure| figure.id.clone());
    match obstacle {
        Obstacle::ZeroBase(base) => id(*base).map_or(Unchecked::TooLarge, Unchecked::ZeroBase),
        Obstacle::NegativeBase(base) => id(*base).map_or(Unchecked::TooLarge, Unchecked::NegativeBase),
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
        let is_comparison = matches!(relation.relation, Relation::AtMost { .. } | Relation::AtLeast { .. });
        if is_exact && !is_comparison { Agreement::Exact } else { Agreement::ByRounding }
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
    let scale = figure.map_or(1, |figure| figure.unit().scale().factor());
    let scale = Ratio::from_millionths(scale, 1)?;
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
    let is_rounded = system.cell(constraint.result).is_some_and(|cell| cell.is_rounded);
    let printed = figure.filter(|_| is_rounded).and_then(|figure| match figure.reading() {
        Reading::Exactly(printed) | Reading::About(printed) => Some(printed),
        _ => None,
    });
    let (Some(printed), Some(figure)) = (printed, figure) else { return Ok(Agreement::Off) };
    let scale = Ratio::from_millionths(figure.unit().scale().factor(), 1)?;
    let meets = |printed: Printed, mode| -> Result<bool, QuantityError> {
        Ok(printed.stands_for(mode)?.checked_scale(scale)?.meets(recomputed))
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
    let (Some(from), Some(to)) = (table.position(from), table.position(to)) else { return Ok(None) };
    let as_relation = |relation: &Relation| Constraint::of(relation, constraint.result, &[from, to]);
    let ids = |cell: usize| id_at(table, cell);
    let (Some(from_id), Some(to_id)) = (ids(from), ids(to)) else { return Ok(None) };
    let points = as_relation(&Relation::Points { from: from_id.clone(), to: to_id.clone() })?;
    let percent = as_relation(&Relation::Growth { from: from_id, to: to_id, form: GrowthForm::Percent })?;
    let is_stated = |cell: usize| system.cell(cell).is_some_and(|cell| !cell.is_unknown);
    if !is_stated(constraint.result) || (!is_stated(to) && !is_stated(from)) {
        return Ok(None);
    }
    let fits = |constraint: &Constraint| -> Result<Option<bool>, Obstacle> {
        if constraint.cells().all(is_stated) { constraint.holds(&system.states).map(Some) } else { Ok(None) }
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

/// Shares of one whole that add up to 100 as printed, though the rightly rounded ones would not: the ones that are one unit
/// of the last place off were moved there.
fn nudge(table: &CheckTable, system: &System, statements: &mut [Statement<'_>]) {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, statement) in statements.iter().enumerate() {
        if let (Relation::Share { .. }, Some(Form::Quotient { base, .. })) =
            (&statement.relation.relation, system.constraint(index).map(|constraint| &constraint.form))
        {
            groups.entry(*base).or_default().push(index);
        }
    }
    for (base, members) in groups {
        let nudged = nudged_members(table, system, statements, base, &members).unwrap_or_default();
        for index in nudged {
            if let Some(statement) = statements.get_mut(index) {
                statement.agreement = Agreement::Nudged;
            }
        }
    }
}

/// The members of a group that were moved; none if the group is not of that kind.
fn nudged_members(
    table: &CheckTable,
    system: &System,
    statements: &[Statement<'_>],
    base: usize,
    members: &[usize],
) -> Option<Vec<usize>> {
    let mut printed_sum = Ratio::ZERO;
    let mut right_sum = Ratio::ZERO;
    let mut parts = Ratio::ZERO;
    let mut moved = Vec::new();
    for index in members {
        let (statement, constraint) = (statements.get(*index)?, system.constraint(*index)?);
        let printed = number(system, constraint.result)?;
        let comparison = statement.comparison?;
        let rounded = Ratio::from(comparison.rounded?.amount());
        let figure = table.content().figures.get(constraint.result)?.figure()?;
        (figure.unit().kind() == UnitKind::Percent && matches!(figure.reading(), Reading::Exactly(_))).then_some(())?;
        printed_sum = printed_sum.checked_add(printed).ok()?;
        right_sum = right_sum.checked_add(rounded).ok()?;
        parts = parts.checked_add(constraint.total(&system.states).ok()?.interval().single()?).ok()?;
        let distance = printed.checked_sub(rounded).ok()?;
        if distance != Ratio::ZERO {
            let is_one_unit = distance == comparison.last_place || distance.negated() == comparison.last_place;
            is_one_unit.then_some(())?;
            moved.push(*index);
        }
    }
    let is_whole = system.states.get(base)?.values.single()? == parts;
    (is_whole && printed_sum == Ratio::HUNDRED && right_sum != Ratio::HUNDRED).then_some(moved)
}

fn id_at(table: &CheckTable, cell: usize) -> Option<Id> {
    table.content().figures.get(cell).map(|figure| figure.id.clone())
}

type OptionalEnd = Option<(Ratio, End)>;

/// The end that leaves more below; an absent one leaves everything, and of two at one value the closed one more.
fn lower(one: OptionalEnd, other: OptionalEnd) -> OptionalEnd {
    one.zip(other).map(|(one, other)| if wider(one, other, other.0 < one.0) { other } else { one })
}

fn higher(one: OptionalEnd, other: OptionalEnd) -> OptionalEnd {
    one.zip(other).map(|(one, other)| if wider(one, other, one.0 < other.0) { other } else { one })
}

fn wider(one: (Ratio, End), other: (Ratio, End), is_farther: bool) -> bool {
    is_farther || (one.0 == other.0 && other.1 == End::Closed)
}
