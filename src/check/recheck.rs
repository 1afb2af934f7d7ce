//! Every correction is checked again before it is shown: the relations that it touches on the new figures, and whatever can be
//! narrowed together.

use alloc::{collections::BTreeMap, vec::Vec};

use super::cell::State;
use super::search::Found;
use super::system::System;
use super::tighten::tighten;
use super::total::Total;

/// What the re-checking of many corrections of one block has in common.
pub(super) struct Recheck<'s> {
    system: &'s System,
    broken: &'s [usize],
    totals: BTreeMap<usize, Option<Total>>,
    /// Relations with a figure that is more than one value and in another relation too, or not stated; the others decide
    /// alone.
    loose: Vec<usize>,
}

impl<'s> Recheck<'s> {
    pub(super) fn of(system: &'s System, block: &[usize], broken: &'s [usize]) -> Self {
        let total = |index: &usize| system.constraint(*index).and_then(|found| found.total(&system.states).ok());
        let totals: BTreeMap<usize, Option<Total>> = block.iter().map(|index| (*index, total(index))).collect();
        let is_shared = |cell: usize| {
            let relations = system.of_cell.get(cell).into_iter().flatten();
            relations.filter(|index| totals.contains_key(index)).count() > 1
        };
        let is_loose_cell = |cell: usize| {
            system.states.get(cell).is_none_or(|state| state.values.single().is_none())
                && (is_shared(cell) || system.cell(cell).is_none_or(|cell| cell.is_unknown))
        };
        let is_loose = |index: &usize| {
            let constraint = system.constraint(*index);
            constraint.is_some_and(|constraint| constraint.cells().any(is_loose_cell))
        };
        let loose = block.iter().copied().filter(is_loose).collect();
        Self { system, broken, totals, loose }
    }

    /// Whether all relations hold with the first of the figures found; a family is tried at neither end. `states` are what the
    /// figures say now, and are that again afterwards.
    pub(super) fn holds_after(&self, states: &mut [State], found: &Found) -> bool {
        if found.is_family {
            return true;
        }
        let mut old = Vec::new();
        for change in &found.changes {
            let mantissa = change.choices.low.or(change.choices.high).unwrap_or_else(|| change.printing.mantissa());
            if let (Some(slot), Ok(state)) = (states.get_mut(change.cell), change.printing.state_of(mantissa)) {
                old.push((change.cell, *slot));
                *slot = state;
            }
        }
        let holds = old.len() == found.changes.len() && self.holds(states, &old);
        for (cell, state) in old {
            if let Some(slot) = states.get_mut(cell) {
                *slot = state;
            }
        }
        holds
    }

    /// Whether the relations of the figures in `old`, which says what they were, hold by what `states` says, and all together.
    fn holds(&self, states: &[State], old: &[(usize, State)]) -> bool {
        let mut touched: Vec<usize> =
            old.iter().filter_map(|(cell, _)| self.system.of_cell.get(*cell)).flatten().copied().collect();
        touched.sort_unstable();
        touched.dedup();
        let holds = |index: &usize| {
            let constraint = self.system.constraint(*index)?;
            let mut total = (*self.totals.get(index)?)?;
            for (cell, state) in old {
                let now = states.get(*cell)?;
                let of = |state: &State| if constraint.by_digits { state.digits } else { state.values };
                total = constraint.replaced(total, *cell, &of(state), &of(now)).ok()?;
            }
            let admissible = constraint.admissible_result(states, total).ok()?;
            Some(constraint.stated(states).meets(&admissible))
        };
        self.broken.iter().all(|index| touched.binary_search(index).is_ok())
            && touched.iter().filter(|index| self.totals.contains_key(index)).all(|index| holds(index) == Some(true))
            && (self.loose.is_empty() || tighten(self.system, &self.loose, &mut states.to_vec()))
    }
}
