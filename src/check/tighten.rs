//! All relations of a block at once: what each says narrows what the figures may be, until nothing changes.

use alloc::{
    collections::{BTreeSet, VecDeque},
    vec::Vec,
};

use super::cell::State;
use super::constraint::Constraint;
use super::joint::{Circle, circles};
use super::system::System;
use crate::quantity::Interval;

/// How often a relation may narrow its figures, on average. Without a circle a few times are enough.
const ROUNDS: usize = 64;

/// Narrows `states`; false if no true values make all relations hold.
///
/// What it refuses is impossible. Without a circle of figures that are rounded or not stated it decides. In a circle what
/// narrowing lets pass is eliminated exactly, unless it is too large, or two rounded figures are multiplied; then it may let
/// pass what no values satisfy.
pub(super) fn tighten(system: &System, block: &[usize], states: &mut [State]) -> bool {
    if !repeat(system, block, states) {
        return false;
    }
    let is_impossible = |states: &[State]| circles(system, block, states).iter().any(Circle::is_impossible);
    // before, because narrowing a circle may climb without an end; and after, because what hangs on it narrows it
    if is_impossible(states) {
        return false;
    }
    let narrowed = narrow_all(system, block, states);
    narrowed == Some(false) || (narrowed == Some(true) && !is_impossible(states))
}

/// Narrows figures that must be the same digits, until nothing changes; false if two have none in common. They are compared as
/// they are printed, not as what they stand for, so that nothing else changes their digits.
fn repeat(system: &System, block: &[usize], states: &mut [State]) -> bool {
    let repeated = || block.iter().filter_map(|index| system.constraint(*index)).filter(|found| found.by_digits);
    for _ in 0..block.len() {
        let mut has_changed = false;
        for constraint in repeated() {
            match agree(system, constraint, states) {
                Some(is_narrower) => has_changed |= is_narrower,
                None => return false,
            }
        }
        if !has_changed {
            break;
        }
    }
    true
}

/// Narrows figures by one relation after the other, each again when one of its figures has changed; whether any has, and none
/// if nothing is left of one.
fn narrow_all(system: &System, block: &[usize], states: &mut [State]) -> Option<bool> {
    let mut queue: VecDeque<usize> = block.iter().copied().collect();
    let members: BTreeSet<usize> = block.iter().copied().collect();
    let mut waiting = members.clone();
    let mut has_changed = false;
    for _ in 0..block.len().saturating_mul(ROUNDS) {
        let Some(index) = queue.pop_front() else { break };
        waiting.remove(&index);
        let Some(constraint) = system.constraint(index) else { continue };
        for cell in narrow(system, constraint, states)? {
            has_changed = true;
            for other in system.of_cell.get(cell).into_iter().flatten().filter(|other| members.contains(other)) {
                if waiting.insert(*other) {
                    queue.push_back(*other);
                }
            }
        }
    }
    Some(has_changed)
}

/// Narrows the figures of one relation and says which; none if nothing is left of one.
fn narrow(system: &System, constraint: &Constraint, states: &mut [State]) -> Option<Vec<usize>> {
    let mut changed = Vec::new();
    // a sum or a difference that is right on its digits was taken of them, and says nothing of what they stand for
    if constraint.by_digits || constraint.holds_by_digits(states) {
        return Some(changed);
    }
    let Ok(mut total) = constraint.total(states) else { return Some(changed) };
    for cell in constraint.cells() {
        let Some(state) = states.get(cell).copied() else { continue };
        let admissible = match constraint.admissible(states, total, cell) {
            Ok(admissible) => admissible?,
            Err(_) => continue,
        };
        if cell == constraint.result && constraint.leeway(states).is_some() {
            continue;
        }
        let whole = |values: Interval| match system.cell(cell) {
            // a figure that was rounded need not be whole itself
            Some(found) if found.is_unknown || found.is_exact() => found.narrowed(values),
            _ => Some(values),
        };
        let narrowed = state.values.intersection(&admissible).and_then(whole)?;
        if narrowed == state.values {
            continue;
        }
        changed.push(cell);
        set(states, cell, narrowed);
        match constraint.replaced(total, cell, &state.values, &narrowed) {
            Ok(renewed) => total = renewed,
            Err(_) => break,
        }
    }
    Some(changed)
}

/// Narrows two figures that must be the same digits to the digits of both; none if they have none in common. Whether anything
/// became narrower.
fn agree(system: &System, constraint: &Constraint, states: &mut [State]) -> Option<bool> {
    if let Some(leeway) = constraint.leeway(states) {
        let mut others = constraint.terms.iter().filter_map(|(cell, _)| states.get(*cell));
        return others.all(|other| other.digits.meets(&leeway)).then_some(false);
    }
    let mut digits = Interval::EVERYTHING;
    for cell in constraint.cells() {
        digits = digits.intersection(&states.get(cell)?.digits)?;
    }
    let mut is_narrower = false;
    for cell in constraint.cells() {
        let state = states.get_mut(cell)?;
        if state.digits == digits {
            continue;
        }
        is_narrower = true;
        state.digits = digits;
        // one figure is left that can be printed there
        if let (Some(printing), Some(value)) = (system.cell(cell)?.changeable, digits.single()) {
            let steps = printing.of_digits(value)?;
            if let Ok(left) = printing.state_of(steps) {
                state.values = state.values.intersection(&left.values)?;
            }
        }
    }
    Some(is_narrower)
}

fn set(states: &mut [State], cell: usize, values: Interval) {
    if let Some(state) = states.get_mut(cell) {
        state.values = values;
    }
}
