//! What a list of corrections settles: their order, what they share, and what would tell them apart.

use alloc::{collections::BTreeMap, vec::Vec};

use super::search::LISTED;
use super::typing::significant_digits;
use super::{Change, CheckTable, Correction, Diagnosis, DiagnosisVerdict};
use crate::id::Id;
use crate::quantity::Printed;

/// Orders the corrections of a diagnosis and says how far they settle the mistake.
pub(super) fn settle(table: &CheckTable, diagnosis: &mut Diagnosis) {
    order(table, &mut diagnosis.corrections);
    if diagnosis.corrections.len() > LISTED {
        diagnosis.corrections.truncate(LISTED);
        diagnosis.is_complete = false;
    }
    diagnosis.common = common(&diagnosis.corrections);
    diagnosis.settled_by = settled_by(&diagnosis.corrections);
    diagnosis.verdict = verdict(diagnosis);
}

/// The likeliest first: by typing distance, by the change in units of the last place, then in the order of the table.
fn order(table: &CheckTable, corrections: &mut [Correction]) {
    corrections.sort_by_cached_key(|correction| {
        let size = |change: &Change| {
            let moved = change.new.likely.amount().checked_sub(change.old.amount());
            let moved = moved.map_or(i128::MAX, |moved| moved.magnitude().millionths());
            moved.saturating_mul(10_i128.saturating_pow(change.old.decimals().into()))
        };
        let moved = correction.changes.iter().map(size).fold(0, i128::saturating_add);
        let places: Vec<Option<usize>> =
            correction.changes.iter().map(|change| table.position(&change.figure)).collect();
        (correction.is_family, correction.distance(), moved, places)
    });
}

fn common(corrections: &[Correction]) -> Vec<Change> {
    let Some((first, others)) = corrections.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Vec::new();
    };
    let is_shared = |change: &&Change| {
        let has = |other: &Correction| {
            other.changes.iter().any(|also| also.figure == change.figure && also.new == change.new)
        };
        others.iter().all(has)
    };
    first.changes.iter().filter(is_shared).cloned().collect()
}

/// Figures to look up, one after the other the one that leaves the fewest corrections together, until no two are left that
/// say the same of all of them.
fn settled_by(corrections: &[Correction]) -> Vec<Id> {
    if corrections.len() < 2 || corrections.len() > 50 || corrections.iter().any(|correction| correction.is_family) {
        return Vec::new();
    }
    let says = |correction: &Correction, figure: &Id| {
        let change = correction.changes.iter().find(|change| change.figure == *figure);
        change.map(|change| (change.new.low.map(Printed::amount), change.new.high.map(Printed::amount)))
    };
    let mut figures: Vec<&Id> =
        corrections.iter().flat_map(|correction| &correction.changes).map(|change| &change.figure).collect();
    figures.sort_unstable();
    figures.dedup();
    let mut groups: Vec<Vec<&Correction>> = Vec::from([corrections.iter().collect()]);
    let mut chosen = Vec::new();
    while groups.iter().any(|group| group.len() > 1) {
        let split = |figure: &Id| -> Vec<Vec<&Correction>> {
            groups.iter().flat_map(|group| parted(group, |correction| says(correction, figure))).collect()
        };
        let worst = |groups: &[Vec<&Correction>]| groups.iter().map(Vec::len).max().unwrap_or(0);
        let best = figures
            .iter()
            .map(|figure| (split(figure), *figure))
            .min_by_key(|(split, figure)| (worst(split), core::cmp::Reverse(split.len()), *figure));
        match best {
            Some((split, figure)) if split.len() > groups.len() => {
                groups = split;
                chosen.push(figure.clone());
            }
            _ => return Vec::new(),
        }
    }
    chosen
}

fn parted<'c, K: Ord>(group: &[&'c Correction], key: impl Fn(&Correction) -> K) -> Vec<Vec<&'c Correction>> {
    let mut parts: BTreeMap<K, Vec<&Correction>> = BTreeMap::new();
    for correction in group {
        parts.entry(key(correction)).or_default().push(correction);
    }
    parts.into_values().collect()
}

fn verdict(diagnosis: &Diagnosis) -> DiagnosisVerdict {
    let figures = |correction: &Correction| -> Vec<Id> {
        correction.changes.iter().map(|change| change.figure.clone()).collect()
    };
    match diagnosis.corrections.as_slice() {
        [only] if diagnosis.is_complete && only.is_single() => DiagnosisVerdict::Unique,
        [first, others @ ..]
            if others.iter().all(|other| figures(other) == figures(first)) && diagnosis.is_complete =>
        {
            DiagnosisVerdict::Range
        }
        [first, second, ..] if diagnosis.is_complete && is_suggestion(first, second) => DiagnosisVerdict::Suggested,
        _ => DiagnosisVerdict::Several,
    }
}

/// The first alone is one slip away, and neither of its figures is so short that every other is one slip away from it.
fn is_suggestion(first: &Correction, second: &Correction) -> bool {
    let is_long = |change: &Change| significant_digits(change.old) >= 2 && significant_digits(change.new.likely) >= 2;
    first.changes.len() == 1
        && first.is_single()
        && first.distance() == 1
        && second.distance() > 1
        && first.changes.iter().all(is_long)
}
