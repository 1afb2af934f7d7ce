//! Relations whose rounded figures hang together in a circle: whether values can be found for all of them at once, which
//! narrowing one figure after the other cannot tell.

use alloc::{collections::BTreeMap, vec::Vec};

use super::cell::State;
use super::constraint::Constraint;
use super::half_planes::{HalfPlane, half_planes, have_common_point, project, within};
use super::system::System;
use crate::quantity::{Interval, QuantityError};

/// Figures of one circle that are eliminated; a larger one is judged by narrowing alone.
const UNKNOWNS: usize = 10;

/// One group of relations that hang together in a circle, as half-planes over the figures that tie them.
pub(super) struct Circle {
    unknown: Vec<usize>,
    planes: Vec<HalfPlane>,
}

impl Circle {
    /// Whether no values of its figures satisfy it. What is too large to be computed is not proved to be impossible.
    pub(super) fn is_impossible(&self) -> bool {
        have_common_point(&self.planes, self.unknown.len()) == Ok(false)
    }

    /// What one of its figures can be, as far as it can be computed.
    pub(super) fn values(&self, cell: usize) -> Interval {
        let place = self.unknown.iter().position(|unknown| *unknown == cell);
        let projected = place.and_then(|place| project(&self.planes, self.unknown.len(), place).ok().flatten());
        projected.unwrap_or(Interval::EVERYTHING)
    }
}

/// The circles among some relations. A sum that is right on its digits ties nothing, as in narrowing.
pub(super) fn circles(system: &System, relations: &[usize], states: &[State]) -> Vec<Circle> {
    let ties = |index: &usize| {
        let constraint = system.constraint(*index);
        constraint.is_some_and(|found| !found.by_digits && !found.holds_by_digits(states))
    };
    let tying: Vec<usize> = relations.iter().copied().filter(ties).collect();
    let mut uses: BTreeMap<usize, usize> = BTreeMap::new();
    for cell in tying.iter().filter_map(|index| system.constraint(*index)).flat_map(Constraint::cells) {
        if states.get(cell).is_some_and(|state| state.values.single().is_none()) {
            let count = uses.entry(cell).or_insert(0);
            *count = count.saturating_add(1);
        }
    }
    uses.retain(|_, count| *count > 1);
    groups(system, &tying, &uses).iter().filter_map(|group| circle(system, group, &uses, states).ok()?).collect()
}

/// The relations that hang together through the figures of `uses`.
fn groups(system: &System, relations: &[usize], uses: &BTreeMap<usize, usize>) -> Vec<Vec<usize>> {
    let tied = |index: usize| {
        let cells = system.constraint(index).into_iter().flat_map(Constraint::cells);
        cells.filter(|cell| uses.contains_key(cell))
    };
    let mut left = relations.to_vec();
    let mut groups = Vec::new();
    while let Some(first) = left.pop() {
        let mut group = Vec::from([first]);
        let mut next = Vec::from([first]);
        while let Some(index) = next.pop() {
            let cells: Vec<usize> = tied(index).collect();
            let (near, far): (Vec<usize>, Vec<usize>) =
                left.into_iter().partition(|other| tied(*other).any(|cell| cells.contains(&cell)));
            left = far;
            group.extend(&near);
            next.extend(near);
        }
        groups.push(group);
    }
    groups
}

/// A group as half-planes; none if it is no circle, or too large.
fn circle(
    system: &System,
    group: &[usize],
    uses: &BTreeMap<usize, usize>,
    states: &[State],
) -> Result<Option<Circle>, QuantityError> {
    let constraints = || group.iter().filter_map(|index| system.constraint(*index));
    let mut unknown: Vec<usize> =
        constraints().flat_map(Constraint::cells).filter(|cell| uses.contains_key(cell)).collect();
    let ties = unknown.len();
    unknown.sort_unstable();
    unknown.dedup();
    // a group without a circle has one tie less than it has relations and figures
    if ties < group.len().saturating_add(unknown.len()) || unknown.len() > UNKNOWNS {
        return Ok(None);
    }
    let mut planes = Vec::new();
    for (place, cell) in unknown.iter().enumerate() {
        let values = states.get(*cell).map_or(Interval::EVERYTHING, |state| state.values);
        planes.extend(within(unknown.len(), place, &values));
    }
    for constraint in constraints() {
        // what was cut or padded is not the true value of its figure, and known by itself
        let is_loose = constraint.leeway(states).is_some();
        let hidden = |cell: &usize| if is_loose && *cell == constraint.result { usize::MAX } else { *cell };
        let unknown: Vec<usize> = unknown.iter().map(hidden).collect();
        planes.extend(half_planes(constraint, states, &unknown)?);
    }
    Ok(Some(Circle { unknown, planes }))
}
