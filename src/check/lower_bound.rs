//! How many figures are wrong at least: broken relations that have no changeable figure in common each need one of their
//! own.

use alloc::vec::Vec;

use super::constraint::Constraint;
use super::system::System;

/// Broken relations of which no two have a changeable figure in common, as many as a greedy choice and, up to three, an
/// exhaustive one find: each needs a change of its own.
pub(super) fn disjoint(system: &System, broken: &[usize]) -> Vec<usize> {
    let cells = |index: usize| -> Vec<usize> {
        let cells = system.constraint(index).into_iter().flat_map(Constraint::cells);
        cells.filter(|cell| system.changeable(*cell).is_some()).collect()
    };
    let mut sets: Vec<(usize, Vec<usize>)> = broken.iter().map(|index| (*index, cells(*index))).collect();
    sets.sort_by_key(|(index, cells)| (cells.len(), *index));
    let is_apart = |one: &[usize], other: &[usize]| !one.iter().any(|cell| other.contains(cell));
    let mut chosen: Vec<&(usize, Vec<usize>)> = Vec::new();
    for set in &sets {
        if chosen.iter().all(|other| is_apart(&set.1, &other.1)) {
            chosen.push(set);
        }
    }
    // the greedy choice may miss a pair or a triple; a hundred relations are 160,000 triples
    let is_small = sets.len() <= 100;
    for size in 2..=3 {
        if chosen.len() < size
            && is_small
            && let Some(better) = exhaustive(&sets, size, &is_apart)
        {
            chosen = better;
        }
    }
    let mut proof: Vec<usize> = chosen.into_iter().map(|(index, _)| *index).collect();
    proof.sort_unstable();
    proof
}

type Set = (usize, Vec<usize>);

fn exhaustive<'s>(
    sets: &'s [Set],
    size: usize,
    is_apart: &impl Fn(&[usize], &[usize]) -> bool,
) -> Option<Vec<&'s Set>> {
    let Some(rest_size) = size.checked_sub(1) else { return Some(Vec::new()) };
    for (position, set) in sets.iter().enumerate() {
        let apart: Vec<&Set> =
            sets.iter().skip(position.saturating_add(1)).filter(|other| is_apart(&set.1, &other.1)).collect();
        if rest_size == 0 {
            return Some(Vec::from([set]));
        }
        if rest_size == 1 {
            if let Some(other) = apart.first() {
                return Some(Vec::from([set, other]));
            }
            continue;
        }
        for (number, other) in apart.iter().enumerate() {
            let third = apart.iter().skip(number.saturating_add(1)).find(|third| is_apart(&other.1, &third.1));
            if let Some(third) = third {
                return Some(Vec::from([set, *other, *third]));
            }
        }
    }
    None
}
