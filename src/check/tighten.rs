//! All relations of a block at once: what each says narrows what the figures may be, until nothing changes.

use super::cell::State;
use super::system::System;
use crate::quantity::Interval;

/// Rounds of narrowing; figures that hang together without a circle need as many as the longest chain.
const ROUNDS: usize = 64;

/// Narrows `states`; false if no true values make all relations hold.
///
/// What it refuses is impossible. Where the figures that are rounded or not stated hang together in a circle, it may let pass
/// what no values satisfy; without a circle it decides.
pub(super) fn tighten(system: &System, block: &[usize], states: &mut [State]) -> bool {
    for _ in 0..ROUNDS {
        let mut has_changed = false;
        for constraint in block.iter().filter_map(|index| system.constraint(*index)) {
            // figures that must be the same digits are compared as they are printed, not as what they stand for; and a sum or
            // a difference that is right on its digits was taken of them, and says nothing of what they stand for
            if constraint.by_digits || constraint.holds_by_digits(states) {
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

fn set(states: &mut [State], cell: usize, values: Interval) {
    if let Some(state) = states.get_mut(cell) {
        state.values = values;
    }
}
