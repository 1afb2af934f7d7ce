//! All relations of a block at once: what each says narrows what the figures may be, until nothing changes.

use super::cell::State;
use super::constraint::Constraint;
use super::joint::{Circle, circles};
use super::system::System;
use crate::quantity::Interval;

/// Rounds of narrowing; figures that hang together without a circle need as many as the longest chain.
const ROUNDS: usize = 64;

/// Narrows `states`; false if no true values make all relations hold.
///
/// What it refuses is impossible. Without a circle of figures that are rounded or not stated it decides. In a circle what
/// narrowing lets pass is eliminated exactly, unless it is too large, or two rounded figures are multiplied; then it may let
/// pass what no values satisfy.
pub(super) fn tighten(system: &System, block: &[usize], states: &mut [State]) -> bool {
    // first, because narrowing a circle may climb without an end
    if circles(system, block, states).iter().any(Circle::is_impossible) {
        return false;
    }
    for _ in 0..ROUNDS {
        let mut has_changed = false;
        for constraint in block.iter().filter_map(|index| system.constraint(*index)) {
            // figures that must be the same digits are compared as they are printed, not as what they stand for
            if constraint.by_digits {
                match agree(system, constraint, states) {
                    Some(is_narrower) => has_changed |= is_narrower,
                    None => return false,
                }
                continue;
            }
            // a sum or a difference that is right on its digits was taken of them, and says nothing of what they stand for
            if constraint.holds_by_digits(states) {
                continue;
            }
            let Ok(mut total) = constraint.total(states) else { continue };
            for cell in constraint.cells() {
                let Some(state) = states.get(cell).copied() else { continue };
                let admissible = match constraint.admissible(states, total, cell) {
                    Ok(Some(admissible)) => admissible,
                    Ok(None) => return false,
                    Err(_) => continue,
                };
                if cell == constraint.result && constraint.leeway(states).is_some() {
                    continue;
                }
                let narrow = |values: Interval| match system.cell(cell) {
                    // a figure that was rounded need not be whole itself
                    Some(found) if found.is_unknown || found.is_exact() => found.narrowed(values),
                    _ => Some(values),
                };
                let narrowed = match state.values.intersection(&admissible).and_then(narrow) {
                    Some(narrowed) if narrowed == state.values => continue,
                    Some(narrowed) => narrowed,
                    None => return false,
                };
                has_changed = true;
                set(states, cell, narrowed);
                match constraint.replaced(total, cell, &state.values, &narrowed) {
                    Ok(renewed) => total = renewed,
                    Err(_) => break,
                }
            }
        }
        if !has_changed {
            break;
        }
    }
    true
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
