//! The search for corrections: every set of figures, of as few as possible, that can be printed anew so that all relations
//! of a block hold.
//!
//! A set is worth trying only if each broken relation has one of its figures. One figure is solved by intersecting what
//! each of its relations admits; two and three by eliminating all but one, walking over the values that one can have, and
//! solving for the rest.

use alloc::{collections::BTreeSet, vec::Vec};

use super::cell::{Changeable, Choices, State};
use super::constraint::{Constraint, Obstacle};
use super::half_planes::{HalfPlane, half_planes, project, within};
use super::system::System;
use super::total::Total;
use super::typing::neighbours;
use crate::quantity::Interval;

/// A set of figures with what each can be printed as.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) changes: Vec<FoundChange>,
    /// Whether the values are ranges that depend on each other, of which only the ends are given.
    pub(super) is_family: bool,
}

#[derive(Debug, Clone)]
pub(super) struct FoundChange {
    pub(super) cell: usize,
    /// How it is printed; with more decimals than now where a comma was lost.
    pub(super) printing: Changeable,
    pub(super) choices: Choices,
}

/// What came of a search.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) found: Vec<Found>,
    /// Whether a limit cut it short, so that more may exist.
    pub(super) is_cut: bool,
}

/// Steps of arithmetic that one search may take; some seconds at most.
const BUDGET: usize = 4_000_000;
/// Values of one figure that are walked over; beyond it they are given as a range.
const WALK: usize = 1_000;
/// Corrections listed.
pub(super) const LISTED: usize = 200;

pub(super) struct Search<'s> {
    system: &'s System,
    block: BTreeSet<usize>,
    broken: Vec<usize>,
    totals: Vec<Option<Total>>,
    budget: usize,
    outcome: Outcome,
}

impl<'s> Search<'s> {
    /// Over the relations of `block`, of which `broken` do not hold.
    pub(super) fn new(system: &'s System, block: &[usize], broken: &[usize]) -> Self {
        let total = |constraint: &Option<Constraint>| constraint.as_ref()?.total(&system.states).ok();
        let mut totals = Vec::new();
        totals.resize(system.constraints.len(), None);
        for index in block {
            if let (Some(slot), Some(constraint)) = (totals.get_mut(*index), system.constraints.get(*index)) {
                *slot = total(constraint);
            }
        }
        Self {
            system,
            block: block.iter().copied().collect(),
            broken: broken.to_vec(),
            totals,
            budget: BUDGET,
            outcome: Outcome::default(),
        }
    }

    /// All corrections of exactly `size` figures.
    pub(super) fn run(mut self, size: usize) -> Outcome {
        if size == 1 {
            for cell in self.common_cells() {
                for change in self.one(&[], cell).unwrap_or_default() {
                    self.outcome.found.push(Found { changes: Vec::from([change]), is_family: false });
                }
            }
        } else {
            let mut tried = BTreeSet::new();
            self.extend(&mut Vec::new(), size, &mut tried);
        }
        // the same figures may be reached by choosing either of them first
        let mut seen: BTreeSet<Vec<(usize, u8, Choices)>> = BTreeSet::new();
        let key = |found: &Found| {
            let key = |change: &FoundChange| (change.cell, change.printing.printed.decimals(), change.choices);
            found.changes.iter().map(key).collect::<Vec<_>>()
        };
        self.outcome.found.retain(|found| seen.insert(key(found)));
        self.outcome
    }

    /// The figures that every broken relation has.
    fn common_cells(&self) -> Vec<usize> {
        let cells_of = |index: &usize| -> BTreeSet<usize> {
            self.system.constraint(*index).into_iter().flat_map(Constraint::cells).collect()
        };
        let Some((first, others)) = self.broken.split_first() else { return Vec::new() };
        let mut common = cells_of(first);
        for other in others {
            let cells = cells_of(other);
            common.retain(|cell| cells.contains(cell));
        }
        common.into_iter().filter(|cell| self.is_changeable(*cell)).collect()
    }

    fn is_changeable(&self, cell: usize) -> bool {
        self.system.cell(cell).is_some_and(|cell| cell.changeable.is_some())
    }

    /// Grows a set of figures until it has `size`, so that every broken relation is hit.
    fn extend(&mut self, set: &mut Vec<usize>, size: usize, tried: &mut BTreeSet<Vec<usize>>) {
        if self.budget == 0 || self.outcome.found.len() > LISTED {
            self.outcome.is_cut = true;
            return;
        }
        let is_hit = |index: &usize, set: &[usize]| {
            self.system.constraint(*index).is_some_and(|constraint| set.iter().any(|cell| constraint.contains(*cell)))
        };
        let missed = self.broken.iter().filter(|index| !is_hit(index, set));
        let narrowest = missed.min_by_key(|index| self.changeable_cells(**index).len()).copied();
        if set.len() == size {
            if narrowest.is_none() {
                let mut key = set.clone();
                key.sort_unstable();
                if tried.insert(key.clone()) {
                    self.solve(&key);
                }
            }
            return;
        }
        let next: Vec<usize> = if let Some(index) = narrowest {
            self.changeable_cells(index)
        } else {
            // every broken relation is hit: another figure helps only where it shares a relation with the set
            let relations = set.iter().filter_map(|cell| self.system.of_cell.get(*cell)).flatten();
            let cells: BTreeSet<usize> = relations
                .filter(|index| self.block.contains(index))
                .flat_map(|index| self.changeable_cells(*index))
                .collect();
            cells.into_iter().collect()
        };
        for cell in next {
            if !set.contains(&cell) {
                set.push(cell);
                self.extend(set, size, tried);
                set.pop();
            }
        }
    }

    fn changeable_cells(&self, index: usize) -> Vec<usize> {
        let cells = self.system.constraint(index).into_iter().flat_map(Constraint::cells);
        cells.filter(|cell| self.is_changeable(*cell)).collect()
    }

    fn solve(&mut self, set: &[usize]) {
        // what a figure may be by the relations that no other figure of the set is in; most sets end here
        for cell in set {
            match self.alone(set, *cell) {
                Ok(Some(())) => {}
                Ok(None) => return,
                Err(_) => {
                    self.outcome.is_cut = true;
                    return;
                }
            }
        }
        let mut states = self.system.states.clone();
        let mut chosen = Vec::new();
        if self.walk(set, &mut states, &mut chosen).is_err() {
            self.outcome.is_cut = true;
        }
    }

    fn alone(&mut self, set: &[usize], cell: usize) -> Result<Option<()>, Obstacle> {
        let Some(found) = self.system.cell(cell) else { return Ok(None) };
        let Some(printing) = found.changeable else { return Ok(None) };
        let mut wanted = found.domain;
        for index in self.relations_of(cell) {
            let Some(constraint) = self.system.constraint(index) else { continue };
            let is_shared = set.iter().any(|other| *other != cell && constraint.contains(*other));
            let Some(total) = self.totals.get(index).copied().flatten().filter(|_| !is_shared) else { continue };
            self.budget = self.budget.saturating_sub(1);
            let admissible = constraint.admissible(&self.system.states, total, cell)?;
            match admissible.and_then(|admissible| wanted.intersection(&admissible)) {
                Some(narrower) => wanted = narrower,
                None => return Ok(None),
            }
        }
        Ok(printing.choices(&found.domain, &wanted)?.map(drop))
    }

    fn relations_of(&self, cell: usize) -> Vec<usize> {
        let all = self.system.of_cell.get(cell).into_iter().flatten().copied();
        all.filter(|index| self.block.contains(index)).collect()
    }

    /// Chooses a value for one figure of `set` after the other and computes the last one.
    fn walk(&mut self, set: &[usize], states: &mut Vec<State>, chosen: &mut Vec<FoundChange>) -> Result<(), Obstacle> {
        if self.budget == 0 || self.outcome.found.len() > LISTED {
            self.outcome.is_cut = true;
            return Ok(());
        }
        if let [last] = set {
            let states = states.clone();
            for change in self.one(&states, *last).unwrap_or_default() {
                let mut changes = chosen.clone();
                changes.push(change);
                changes.sort_by_key(|change| change.cell);
                self.outcome.found.push(Found { changes, is_family: false });
            }
            return Ok(());
        }
        let Some(planes) = self.planes(set, states)? else { return Ok(()) };
        let mut ranges = Vec::new();
        for (place, cell) in set.iter().enumerate() {
            let Some(found) = self.system.cell(*cell) else { return Ok(()) };
            let Some(printing) = found.changeable else { return Ok(()) };
            self.budget = self.budget.saturating_sub(planes.len().saturating_mul(planes.len()).max(1));
            let Some(interval) = project(&planes, set.len(), place)? else { return Ok(()) };
            let Some(choices) = printing.choices(&found.domain, &interval)? else { return Ok(()) };
            ranges.push((*cell, printing, choices));
        }
        let narrow = ranges.iter().filter_map(|range| Some((range.2.count(WALK)?, range)));
        if let Some((_, (cell, printing, choices))) =
            narrow.min_by_key(|(count, (cell, ..))| (*count, self.system.rank.get(*cell)))
        {
            let (low, high) = (choices.low.unwrap_or(0), choices.high.unwrap_or(-1));
            for mantissa in low..=high {
                self.choose(set, states, chosen, (*cell, *printing, mantissa))?;
            }
            return Ok(());
        }
        // too many values to walk over: those that are one slip away, and the rest as a range
        self.outcome.is_cut = true;
        for (cell, printing, choices) in &ranges {
            for near in neighbours(printing.printed) {
                let mantissa = near.rounded().mantissa();
                if choices.contains(mantissa) {
                    self.choose(set, states, chosen, (*cell, *printing, mantissa))?;
                }
            }
        }
        let family = ranges.into_iter().map(|(cell, printing, choices)| FoundChange { cell, printing, choices });
        let mut changes: Vec<FoundChange> = chosen.iter().cloned().chain(family).collect();
        changes.sort_by_key(|change| change.cell);
        self.outcome.found.push(Found { changes, is_family: true });
        Ok(())
    }

    fn choose(
        &mut self,
        set: &[usize],
        states: &mut Vec<State>,
        chosen: &mut Vec<FoundChange>,
        (cell, printing, mantissa): (usize, Changeable, i128),
    ) -> Result<(), Obstacle> {
        if mantissa == printing.mantissa() {
            return Ok(());
        }
        let Ok(state) = printing.state_of(mantissa) else { return Ok(()) };
        let rest: Vec<usize> = set.iter().copied().filter(|other| *other != cell).collect();
        let old = states.get(cell).copied();
        if let Some(slot) = states.get_mut(cell) {
            *slot = state;
        }
        let choices = Choices { low: Some(mantissa), high: Some(mantissa) };
        chosen.push(FoundChange { cell, printing, choices });
        let outcome = self.walk(&rest, states, chosen);
        chosen.pop();
        if let (Some(slot), Some(old)) = (states.get_mut(cell), old) {
            *slot = old;
        }
        outcome
    }

    /// What the relations say of a set of figures; none if nothing satisfies them. A relation with one figure of the set is an
    /// interval of that figure, so that only those with several are eliminated.
    fn planes(&mut self, set: &[usize], states: &[State]) -> Result<Option<Vec<HalfPlane>>, Obstacle> {
        let relations: BTreeSet<usize> = set.iter().flat_map(|cell| self.relations_of(*cell)).collect();
        let mut planes = Vec::new();
        let domain = |cell: &usize| self.system.cell(*cell).map_or(Interval::EVERYTHING, |found| found.domain);
        let mut wanted: Vec<Interval> = set.iter().map(domain).collect();
        for index in relations {
            let Some(constraint) = self.system.constraint(index) else { continue };
            self.budget = self.budget.saturating_sub(constraint.terms.len());
            let mut inside = set.iter().enumerate().filter(|(_, cell)| constraint.contains(**cell));
            let (Some((place, cell)), None) = (inside.next(), inside.next()) else {
                planes.extend(half_planes(constraint, states, set)?);
                continue;
            };
            let admissible = match constraint.admissible(states, constraint.total(states)?, *cell) {
                Err(Obstacle::TooLarge) => return Err(Obstacle::TooLarge),
                found => found.unwrap_or(None),
            };
            let Some(slot) = wanted.get_mut(place) else { continue };
            match admissible.and_then(|admissible| slot.intersection(&admissible)) {
                Some(narrower) => *slot = narrower,
                None => return Ok(None),
            }
        }
        for (place, interval) in wanted.iter().enumerate() {
            planes.extend(within(set.len(), place, interval));
        }
        Ok(Some(planes))
    }

    /// What one figure can be printed as, the others being what `states` says; with no states, what is printed now.
    fn one(&mut self, states: &[State], cell: usize) -> Option<Vec<FoundChange>> {
        let found = self.system.cell(cell)?;
        let printing = found.changeable?;
        let mut wanted = found.domain;
        for index in self.relations_of(cell) {
            let constraint = self.system.constraint(index)?;
            let admissible = if states.is_empty() {
                self.budget = self.budget.saturating_sub(1);
                let total = self.totals.get(index).copied().flatten()?;
                constraint.admissible(&self.system.states, total, cell)
            } else {
                self.budget = self.budget.saturating_sub(constraint.terms.len());
                let total = constraint.total(states).ok()?;
                constraint.admissible(states, total, cell)
            };
            let Ok(admissible) = admissible else {
                self.outcome.is_cut = true;
                return None;
            };
            wanted = wanted.intersection(&admissible?)?;
        }
        self.print_within(cell, printing, &wanted)
    }

    /// The figures in `wanted`: printed as the old one was, and, where that figure is exact or none fits, in finer print.
    fn print_within(&mut self, cell: usize, printing: Changeable, wanted: &Interval) -> Option<Vec<FoundChange>> {
        let domain = self.system.cell(cell)?.domain;
        let Ok(choices) = printing.choices(&domain, wanted) else {
            self.outcome.is_cut = true;
            return None;
        };
        let is_now = choices.is_some_and(|choices| choices.single() == Some(printing.mantissa()));
        let alike = choices.filter(|_| !is_now).map(|choices| FoundChange { cell, printing, choices });
        let finer = if alike.is_none() || printing.is_exact() { printing.finer(wanted) } else { Vec::new() };
        let finer = finer.into_iter().map(|(printing, mantissa)| {
            let choices = Choices { low: Some(mantissa), high: Some(mantissa) };
            FoundChange { cell, printing, choices }
        });
        Some(alike.into_iter().chain(finer).collect())
    }
}
