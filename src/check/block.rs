//! One block of relations, in which figures are tried that are not printed: what each relation admits then, and whether all
//! of them hold.

use alloc::{collections::BTreeMap, vec::Vec};

use super::cell::{Changeable, Choices, State};
use super::constraint::{Constraint, Obstacle};
use super::system::System;
use super::tighten::tighten;
use super::total::Total;
use crate::quantity::{Interval, Ratio};

/// The relations, with what their terms add up to as printed, so that trying a figure costs no more than the relations it
/// is in.
pub(super) struct Block<'s> {
    pub(super) system: &'s System,
    totals: BTreeMap<usize, Option<Total>>,
    /// Relations with a figure that is more than one value and in another relation too, or not stated; the others decide
    /// alone.
    pub(super) loose: Vec<usize>,
    /// Whether one of them has a figure that is not stated and comes whole, so that what others can be may have gaps.
    pub(super) may_have_gaps: bool,
    /// How many figures those have, each of which is narrowed a few times when all are looked at together.
    pub(super) loose_cost: usize,
}

/// What the figures say, a few of them tried.
pub(super) struct Trial<'s> {
    printed: &'s [State],
    states: Vec<State>,
    tried: Vec<usize>,
}

impl<'s> Trial<'s> {
    /// What is printed.
    pub(super) fn of(system: &'s System) -> Self {
        Self { printed: &system.states, states: system.states.clone(), tried: Vec::new() }
    }

    /// With another figure in the place of one.
    pub(super) fn set(&mut self, cell: usize, state: State) {
        if let Some(slot) = self.states.get_mut(cell) {
            *slot = state;
            if !self.tried.contains(&cell) {
                self.tried.push(cell);
            }
        }
    }

    /// With what is printed in the place of one.
    pub(super) fn reset(&mut self, cell: usize) {
        if let (Some(slot), Some(state)) = (self.states.get_mut(cell), self.printed.get(cell)) {
            *slot = *state;
        }
        self.tried.retain(|other| *other != cell);
    }

    pub(super) fn states(&self) -> &[State] {
        &self.states
    }
}

impl<'s> Block<'s> {
    pub(super) fn of(system: &'s System, relations: &[usize]) -> Self {
        let total = |index: &usize| system.constraint(*index).and_then(|found| found.total(&system.states).ok());
        let totals: BTreeMap<usize, Option<Total>> = relations.iter().map(|index| (*index, total(index))).collect();
        let is_shared = |cell: usize| {
            let relations = system.of_cell.get(cell).into_iter().flatten();
            relations.filter(|index| totals.contains_key(index)).nth(1).is_some()
        };
        let is_loose_cell = |cell: usize| {
            system.states.get(cell).is_none_or(|state| state.values.single().is_none())
                && (is_shared(cell) || system.cell(cell).is_none_or(|cell| cell.is_unknown))
        };
        let is_loose = |index: &usize| {
            let constraint = system.constraint(*index);
            constraint.is_some_and(|constraint| constraint.cells().any(is_loose_cell))
        };
        let loose: Vec<usize> = relations.iter().copied().filter(is_loose).collect();
        let constraints = || loose.iter().filter_map(|index| system.constraint(*index)).flat_map(Constraint::cells);
        let loose_cost = constraints().count().saturating_mul(4);
        let may_have_gaps =
            constraints().filter_map(|cell| system.cell(cell)).any(|cell| cell.is_unknown && cell.is_whole);
        Self { system, totals, loose, may_have_gaps, loose_cost }
    }

    /// The relations that a figure is in.
    pub(super) fn relations_of(&self, cell: usize) -> impl Iterator<Item = usize> + '_ {
        let all = self.system.of_cell.get(cell).into_iter().flatten().copied();
        all.filter(|index| self.totals.contains_key(index))
    }

    /// What may stand in the place of a figure for one relation to hold; none if nothing.
    pub(super) fn admissible(
        &self,
        trial: &Trial<'_>,
        index: usize,
        cell: usize,
    ) -> Result<Option<Interval>, Obstacle> {
        let constraint = self.system.constraint(index).ok_or(Obstacle::TooLarge)?;
        let total = self.total(constraint, trial, index).ok_or(Obstacle::TooLarge)?;
        match constraint.admissible(trial.states(), total, cell) {
            Err(Obstacle::ZeroBase(_) | Obstacle::NegativeBase(_)) => Ok(None),
            found => found,
        }
    }

    /// The figures that may be printed in the place of one for one relation to hold; none if there is none.
    pub(super) fn choices(
        &self,
        trial: &Trial<'_>,
        index: usize,
        cell: usize,
        printing: &Changeable,
    ) -> Result<Option<Choices>, Obstacle> {
        let Some(admissible) = self.admissible(trial, index, cell)? else { return Ok(None) };
        if self.system.constraint(index).is_some_and(|constraint| constraint.by_digits) {
            return Ok(printing.of_digits_within(&admissible));
        }
        Ok(printing.choices(&admissible)?)
    }

    /// The only value that all relations admit in the place of a figure, if there is only one.
    pub(super) fn wanted(&self, trial: &Trial<'_>, cell: usize) -> Option<Ratio> {
        let mut wanted = self.system.cell(cell)?.domain;
        for index in self.relations_of(cell) {
            wanted = wanted.intersection(&self.admissible(trial, index, cell).ok()??)?;
        }
        wanted.single()
    }

    /// Whether every relation of the figures that are tried holds by itself.
    pub(super) fn each_holds(&self, trial: &Trial<'_>) -> bool {
        let mut touched: Vec<usize> = trial.tried.iter().flat_map(|cell| self.relations_of(*cell)).collect();
        touched.sort_unstable();
        touched.dedup();
        let holds = |index: usize| {
            let constraint = self.system.constraint(index)?;
            let total = self.total(constraint, trial, index)?;
            let admissible = constraint.admissible_result(trial.states(), total).ok()?;
            Some(constraint.stated(trial.states()).meets(&admissible))
        };
        touched.into_iter().all(|index| holds(index) == Some(true))
    }

    /// Whether true values can be found for all relations at once.
    pub(super) fn holds_together(&self, trial: &Trial<'_>) -> bool {
        self.loose.is_empty() || self.narrowed(trial).is_some()
    }

    /// What all relations together leave of the figures; none if nothing.
    pub(super) fn narrowed(&self, trial: &Trial<'_>) -> Option<Vec<State>> {
        let mut states = trial.states().to_vec();
        tighten(self.system, &self.loose, &mut states).then_some(states)
    }

    /// What the terms of a relation add up to, from what they add up to as printed.
    fn total(&self, constraint: &Constraint, trial: &Trial<'_>, index: usize) -> Option<Total> {
        let mut total = (*self.totals.get(&index)?)?;
        for cell in &trial.tried {
            let (old, new) = (constraint.values(trial.printed, *cell), constraint.values(trial.states(), *cell));
            total = constraint.replaced(total, *cell, &old, &new).ok()?;
        }
        Some(total)
    }
}
