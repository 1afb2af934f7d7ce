//! Relations whose rounded figures hang together in a circle: whether values can be found for all of them at once, which
//! narrowing one figure after the other cannot tell.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::cell::State;
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

/// Which figures tie which relations, both ways.
struct Ties {
    /// Every relation of a figure, those that tie nothing as well: they may say something of it alone.
    about: BTreeMap<usize, Vec<usize>>,
    of_relation: BTreeMap<usize, BTreeSet<usize>>,
    of_cell: BTreeMap<usize, BTreeSet<usize>>,
}

/// The circles among some relations. A sum that is right on its digits ties nothing, as in narrowing.
pub(super) fn circles(system: &System, relations: &[usize], states: &[State]) -> Vec<Circle> {
    let mut ties = Ties::of(system, relations, states);
    ties.drop_tails();
    let mut circles = Vec::new();
    while let Some(group) = ties.pop_group() {
        if group.cells.len() <= UNKNOWNS
            && let Ok(circle) = circle(system, &group, states)
        {
            circles.push(circle);
        }
    }
    circles
}

/// Figures that tie relations in a circle, and all relations that say something of them.
struct Group {
    relations: BTreeSet<usize>,
    cells: BTreeSet<usize>,
}

impl Ties {
    fn of(system: &System, relations: &[usize], states: &[State]) -> Self {
        let mut ties = Self { about: BTreeMap::new(), of_relation: BTreeMap::new(), of_cell: BTreeMap::new() };
        for index in relations {
            let Some(constraint) = system.constraint(*index) else { continue };
            let is_spread = |cell: &usize| states.get(*cell).is_some_and(|state| state.values.single().is_none());
            let cells: BTreeSet<usize> = constraint.cells().filter(is_spread).collect();
            if constraint.by_digits || constraint.holds_by_digits(states) {
                continue;
            }
            for cell in &cells {
                ties.about.entry(*cell).or_default().push(*index);
            }
            if cells.len() < 2 {
                continue;
            }
            for cell in &cells {
                ties.of_cell.entry(*cell).or_default().insert(*index);
            }
            ties.of_relation.insert(*index, cells);
        }
        ties
    }

    /// Without figures that are in one relation only, and relations with one figure only, until each is in a circle or between
    /// two: what hangs on a circle is narrowed exactly.
    fn drop_tails(&mut self) {
        let mut cells: Vec<usize> = self.of_cell.keys().copied().collect();
        while let Some(cell) = cells.pop() {
            if self.of_cell.get(&cell).is_none_or(|relations| relations.len() > 1) {
                continue;
            }
            for index in self.of_cell.remove(&cell).into_iter().flatten() {
                let Some(left) = self.of_relation.get_mut(&index) else { continue };
                left.remove(&cell);
                if left.len() > 1 {
                    continue;
                }
                for last in self.of_relation.remove(&index).into_iter().flatten() {
                    if let Some(relations) = self.of_cell.get_mut(&last) {
                        relations.remove(&index);
                        cells.push(last);
                    }
                }
            }
        }
    }

    /// Takes out the relations that hang together with the first.
    fn pop_group(&mut self) -> Option<Group> {
        let (first, _) = self.of_relation.first_key_value()?;
        let mut next = Vec::from([*first]);
        let mut group = Group { relations: BTreeSet::new(), cells: BTreeSet::new() };
        while let Some(index) = next.pop() {
            let Some(cells) = self.of_relation.remove(&index) else { continue };
            for cell in cells.into_iter().filter(|cell| group.cells.insert(*cell)) {
                next.extend(self.of_cell.get(&cell).into_iter().flatten());
                group.relations.extend(self.about.get(&cell).into_iter().flatten());
            }
        }
        Some(group)
    }
}

/// A group as half-planes.
fn circle(system: &System, group: &Group, states: &[State]) -> Result<Circle, QuantityError> {
    let mut unknown: Vec<usize> = group.cells.iter().copied().collect();
    // so that the order of the table decides nothing
    unknown.sort_unstable_by_key(|cell| system.rank.get(*cell));
    let mut planes = Vec::new();
    for (place, cell) in unknown.iter().enumerate() {
        let values = states.get(*cell).map_or(Interval::EVERYTHING, |state| state.values);
        planes.extend(within(unknown.len(), place, &values));
    }
    for constraint in group.relations.iter().filter_map(|index| system.constraint(*index)) {
        // what was cut or padded is not the true value of its figure, and known by itself
        let is_loose = constraint.leeway(states).is_some();
        let hidden = |cell: &usize| if is_loose && *cell == constraint.result { usize::MAX } else { *cell };
        let unknown: Vec<usize> = unknown.iter().map(hidden).collect();
        planes.extend(half_planes(constraint, states, &unknown)?);
    }
    Ok(Circle { unknown, planes })
}
