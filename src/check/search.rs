//! The search for corrections: every set of figures, of as few as possible, that can be printed anew so that all relations
//! of a block hold.
//!
//! A set is worth trying only if each broken relation has one of its figures. One figure is solved by intersecting what
//! each of its relations admits; two and three by eliminating all but one, walking over the values that one can have, and
//! solving for the rest.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::block::{Block, Trial};
use super::cell::{Changeable, Choices};
use super::constraint::{Constraint, Obstacle};
use super::half_planes::{HalfPlane, half_planes, project, within};
use super::recheck::recheck;
use super::typing::neighbours;
use crate::quantity::{Interval, Ratio};

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
/// Steps that it takes to find the figures that one relation admits in one place.
const CHOICES: usize = 8;
/// Values of one figure that are walked over; beyond it they are given as a range.
const WALK: usize = 1_000;
/// Corrections listed.
pub(super) const LISTED: usize = 200;

pub(super) struct Search<'b> {
    block: &'b Block<'b>,
    broken: &'b [usize],
    budget: usize,
    outcome: Outcome,
}

impl<'b> Search<'b> {
    /// Over the relations of `block`, of which `broken` do not hold.
    pub(super) fn new(block: &'b Block<'b>, broken: &'b [usize]) -> Self {
        Self { block, broken, budget: BUDGET, outcome: Outcome::default() }
    }

    /// All corrections of exactly `size` figures.
    pub(super) fn run(mut self, size: usize) -> Outcome {
        let mut trial = Trial::of(self.block.system);
        if size == 1 {
            for cell in self.common_cells() {
                if self.budget == 0 {
                    self.outcome.is_cut = true;
                    break;
                }
                for change in self.one(&mut trial, cell) {
                    self.outcome.found.push(Found { changes: vec![change], is_family: false });
                }
            }
        } else {
            let mut tried = BTreeSet::new();
            self.extend(&mut trial, &mut Vec::new(), size, &mut tried);
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

    /// All corrections of one figure.
    pub(super) fn only(mut self, cell: usize) -> Outcome {
        let changes = self.one(&mut Trial::of(self.block.system), cell);
        let found = changes.into_iter().map(|change| Found { changes: vec![change], is_family: false });
        Outcome { found: found.collect(), is_cut: self.outcome.is_cut }
    }

    /// The figures that every broken relation has.
    fn common_cells(&self) -> Vec<usize> {
        let cells_of = |index: &usize| -> BTreeSet<usize> {
            self.constraint(*index).into_iter().flat_map(Constraint::cells).collect()
        };
        let Some((first, others)) = self.broken.split_first() else { return Vec::new() };
        let mut common = cells_of(first);
        for other in others {
            let cells = cells_of(other);
            common.retain(|cell| cells.contains(cell));
        }
        let mut common: Vec<usize> = common.into_iter().filter(|cell| self.is_changeable(*cell)).collect();
        // so that a search that is cut is cut at the same figures in any order of the table
        common.sort_unstable_by_key(|cell| self.block.system.rank.get(*cell));
        common
    }

    fn constraint(&self, index: usize) -> Option<&'b Constraint> {
        self.block.system.constraint(index)
    }

    /// How far the true value of a figure of `set` can be from its digits.
    fn slack(&self, set: &[usize], cell: usize) -> Ratio {
        let found = self.block.system.cell(cell).filter(|_| set.contains(&cell));
        found.map_or(Ratio::ZERO, |cell| cell.slack)
    }

    fn is_changeable(&self, cell: usize) -> bool {
        self.block.system.changeable(cell).is_some()
    }

    /// Grows a set of figures until it has `size`, so that every broken relation is hit.
    fn extend(&mut self, trial: &mut Trial<'_>, set: &mut Vec<usize>, size: usize, tried: &mut BTreeSet<Vec<usize>>) {
        if self.budget == 0 || self.outcome.found.len() > LISTED {
            self.outcome.is_cut = true;
            return;
        }
        let is_hit = |index: &usize, set: &[usize]| {
            self.constraint(*index).is_some_and(|constraint| set.iter().any(|cell| constraint.contains(*cell)))
        };
        let mut missed = self.broken.iter().filter(|index| !is_hit(index, set));
        if set.len() == size {
            if missed.next().is_none() {
                let mut key = set.clone();
                key.sort_unstable();
                if tried.insert(key.clone()) {
                    self.solve(trial, &key);
                }
            }
            return;
        }
        let narrowest = missed.min_by_key(|index| self.changeable_cells(**index).len());
        let next: Vec<usize> = if let Some(index) = narrowest {
            self.changeable_cells(*index)
        } else {
            // every broken relation is hit: another figure helps only where it shares a relation with the set, or where true
            // values tie relations together
            let relations = set.iter().flat_map(|cell| self.block.relations_of(*cell));
            let relations = relations.chain(self.block.loose.iter().copied());
            let cells: BTreeSet<usize> = relations.flat_map(|index| self.changeable_cells(index)).collect();
            cells.into_iter().collect()
        };
        for cell in next {
            if !set.contains(&cell) {
                set.push(cell);
                self.extend(trial, set, size, tried);
                set.pop();
            }
        }
    }

    fn changeable_cells(&self, index: usize) -> Vec<usize> {
        let cells = self.constraint(index).into_iter().flat_map(Constraint::cells);
        cells.filter(|cell| self.is_changeable(*cell)).collect()
    }

    fn solve(&mut self, trial: &mut Trial<'_>, set: &[usize]) {
        // what a figure may be by the relations that no other figure of the set is in; most sets end here
        for cell in set {
            let Some(printing) = self.block.system.changeable(*cell) else { return };
            let others: Vec<usize> = set.iter().copied().filter(|other| other != cell).collect();
            match self.choices(trial, *cell, &printing, &others) {
                Ok(Some(_)) => {}
                Ok(None) => return,
                Err(_) => {
                    self.outcome.is_cut = true;
                    return;
                }
            }
        }
        if self.walk(trial, set, &mut Vec::new()).is_err() {
            self.outcome.is_cut = true;
        }
    }

    /// What can be printed in the place of a figure by each of its relations that none of `others` is in; none if nothing.
    fn choices(
        &mut self,
        trial: &Trial<'_>,
        cell: usize,
        printing: &Changeable,
        others: &[usize],
    ) -> Result<Option<Choices>, Obstacle> {
        let mut choices = printing.choices(&Interval::EVERYTHING)?;
        for index in self.block.relations_of(cell) {
            let Some(left) = choices else { break };
            let Some(constraint) = self.constraint(index) else { continue };
            if others.iter().any(|other| constraint.contains(*other)) {
                continue;
            }
            self.budget = self.budget.saturating_sub(CHOICES);
            choices = self.block.choices(trial, index, cell, printing)?.and_then(|choices| left.and(choices));
        }
        Ok(choices)
    }

    /// Chooses a value for one figure of `set` after the other and computes the last one.
    fn walk(&mut self, trial: &mut Trial<'_>, set: &[usize], chosen: &mut Vec<FoundChange>) -> Result<(), Obstacle> {
        if self.budget == 0 || self.outcome.found.len() > LISTED {
            self.outcome.is_cut = true;
            return Ok(());
        }
        if let [last] = set {
            for change in self.one(trial, *last) {
                let mut changes = chosen.clone();
                changes.push(change);
                changes.sort_by_key(|change| change.cell);
                self.outcome.found.push(Found { changes, is_family: false });
            }
            return Ok(());
        }
        let Some(planes) = self.planes(trial, set)? else { return Ok(()) };
        let mut ranges = Vec::new();
        for (place, cell) in set.iter().enumerate() {
            let Some(printing) = self.block.system.changeable(*cell) else { return Ok(()) };
            self.budget = self.budget.saturating_sub(planes.len().saturating_mul(planes.len()).max(1));
            let Some(interval) = project(&planes, set.len(), place)? else { return Ok(()) };
            let Some(choices) = printing.choices(&interval)? else { return Ok(()) };
            ranges.push((*cell, printing, choices));
        }
        let narrow = ranges.iter().filter_map(|range| Some((range.2.count(WALK)?, range)));
        if let Some((_, (cell, printing, choices))) =
            narrow.min_by_key(|(count, (cell, ..))| (*count, self.block.system.rank.get(*cell)))
        {
            let (low, high) = (choices.low.unwrap_or(0), choices.high.unwrap_or(-1));
            for steps in low..=high {
                self.choose(trial, set, chosen, (*cell, *printing, steps))?;
            }
            return Ok(());
        }
        // too many values to walk over: those that are one slip away, and the rest as a range
        self.outcome.is_cut = true;
        for (cell, printing, choices) in &ranges {
            for near in neighbours(printing.printed) {
                if let Some(steps) = printing.steps_of(near).filter(|steps| choices.contains(*steps)) {
                    self.choose(trial, set, chosen, (*cell, *printing, steps))?;
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
        trial: &mut Trial<'_>,
        set: &[usize],
        chosen: &mut Vec<FoundChange>,
        (cell, printing, steps): (usize, Changeable, i128),
    ) -> Result<(), Obstacle> {
        if steps == printing.steps() {
            return Ok(());
        }
        let Ok(state) = printing.state_of(steps) else { return Ok(()) };
        let rest: Vec<usize> = set.iter().copied().filter(|other| *other != cell).collect();
        trial.set(cell, state);
        chosen.push(FoundChange { cell, printing, choices: Choices::only(steps) });
        let outcome = self.walk(trial, &rest, chosen);
        chosen.pop();
        trial.reset(cell);
        outcome
    }

    /// What the relations say of a set of figures; none if nothing satisfies them. A relation with one figure of the set is an
    /// interval of that figure, so that only those with several are eliminated.
    fn planes(&mut self, trial: &Trial<'_>, set: &[usize]) -> Result<Option<Vec<HalfPlane>>, Obstacle> {
        let mut planes = Vec::new();
        for (place, cell) in set.iter().enumerate() {
            let Some(printing) = self.block.system.changeable(*cell) else { return Ok(None) };
            let others: Vec<usize> = set.iter().copied().filter(|other| other != cell).collect();
            let Some(choices) = self.choices(trial, *cell, &printing, &others)? else { return Ok(None) };
            planes.extend(within(set.len(), place, &printing.state_of_any(choices)?.values));
        }
        let relations: BTreeSet<usize> = set.iter().flat_map(|cell| self.block.relations_of(*cell)).collect();
        for index in relations {
            let Some(constraint) = self.constraint(index) else { continue };
            if set.iter().filter(|cell| constraint.contains(**cell)).count() > 1 {
                self.budget = self.budget.saturating_sub(constraint.terms.len());
                // a sum may have been taken of the digits; what does not hold is sorted out when it is checked again
                let slack = |cell: usize| self.slack(set, cell);
                let relaxed = constraint.relaxed(slack)?;
                planes.extend(half_planes(&relaxed, trial.states(), set)?);
            }
        }
        Ok(Some(planes))
    }

    /// What one figure can be printed as, the others being what is tried: as the old one was, and, where that figure is exact
    /// or none fits, in finer print.
    fn one(&mut self, trial: &mut Trial<'_>, cell: usize) -> Vec<FoundChange> {
        let Some(printing) = self.block.system.changeable(cell) else { return Vec::new() };
        let Ok(choices) = self.choices(trial, cell, &printing, &[]) else {
            self.outcome.is_cut = true;
            return Vec::new();
        };
        let choices = choices.filter(|choices| choices.single() != Some(printing.steps()));
        let mut found = choices.map_or_else(Vec::new, |choices| self.kept(trial, cell, printing, choices));
        if found.is_empty() || printing.is_exact() {
            let wanted = self.block.wanted(trial, cell);
            for (finer, steps) in printing.finer(wanted) {
                let is_admitted = self.choices(trial, cell, &finer, &[]);
                if is_admitted.is_ok_and(|choices| choices.is_some_and(|choices| choices.contains(steps))) {
                    found.extend(self.kept(trial, cell, finer, Choices::only(steps)));
                }
            }
        }
        found
    }

    fn kept(&mut self, trial: &mut Trial<'_>, cell: usize, printing: Changeable, choices: Choices) -> Vec<FoundChange> {
        let most = self.budget.checked_div(self.block.loose_cost).unwrap_or(usize::MAX);
        let kept = recheck(self.block, trial, &FoundChange { cell, printing, choices }, most);
        self.budget = self.budget.saturating_sub(kept.tries.saturating_mul(self.block.loose_cost));
        self.outcome.is_cut |= !kept.is_all;
        kept.runs.into_iter().map(|choices| FoundChange { cell, printing, choices }).collect()
    }
}
