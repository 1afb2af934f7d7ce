//! What becomes of facts that are not known well enough: every case that they may still turn out to be is visited, as far
//! as the rules tell cases apart.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use super::cells::{Axis, Cell, Span, axes, count_cases};
use super::outcome::Decision;
use super::search::{Case, case_at, cells_of, is_feasible, ordered_pairs, two_valued};
use super::{FactValue, Facts, Rule, RuleSet};
use crate::id::Id;
use crate::quantity::{End, Ratio};

/// Beyond so many cases they are not visited one by one; conditions left open then stay open.
const MAX_CASES: usize = 5_000;

/// What is decided in the cases that are still possible, and which facts make a difference.
pub(super) struct OpenCases {
    /// Every decision that is reached, once.
    pub(super) decisions: Vec<Decision>,
    /// The facts that are not known and change the decision somewhere.
    pub(super) because: BTreeSet<Id>,
}

/// None if there are too many cases, or none that values can be in.
pub(super) fn open_cases(rule_set: &RuleSet, facts: &Facts) -> Option<OpenCases> {
    let rules: Vec<&Rule> = rule_set.every_rule().collect();
    let axes: Vec<Axis> =
        axes(rule_set).into_iter().map(|axis| possible_cells(rule_set, facts, axis)).collect::<Option<_>>()?;
    let count = count_cases(&axes).filter(|count| *count <= MAX_CASES)?;
    let ordered = ordered_pairs(rule_set, &axes);
    let mut decided: BTreeMap<Case, Decision> = BTreeMap::new();
    for number in 0..count {
        let case = case_at(&axes, number);
        let cells = cells_of(&axes, &case);
        if is_feasible(&ordered, &cells) {
            decided.insert(case, two_valued(rule_set, &rules, &axes, &cells));
        }
    }
    let mut decisions: Vec<Decision> = Vec::new();
    for decision in decided.values() {
        if !decisions.contains(decision) {
            decisions.push(decision.clone());
        }
    }
    let because = differing(&axes, &decided);
    (!decisions.is_empty()).then_some(OpenCases { decisions, because })
}

/// The cells of a fact that what is known of it leaves possible.
fn possible_cells(rule_set: &RuleSet, facts: &Facts, axis: Axis) -> Option<Axis> {
    let declared = rule_set.fact(&axis.fact)?;
    let compared = |value: Ratio| rule_set.content().comparing.apply(declared.kind.in_threshold_unit(value)?);
    let cells = match facts.get(&axis.fact).map(|fact| &fact.value) {
        Some(FactValue::Flag(holds)) => Vec::from([Cell::Flag(*holds)]),
        Some(FactValue::Exactly(value)) => {
            let value = compared(*value)?;
            let end = (value, End::Closed);
            Vec::from([Cell::Span(Span { low: end, high: end, example: value })])
        }
        Some(FactValue::Between(low, high)) => {
            let (low, high) = (compared(*low)?, compared(*high)?);
            axis.cells.iter().filter_map(|cell| cell.within(low, high)).collect()
        }
        Some(FactValue::Unknown(_)) | None => axis.cells.clone(),
    };
    Some(axis.with_cells(cells))
}

/// The facts of which another cell, all else the same, changes the decision; if no single one does, all that are not known.
fn differing(axes: &[Axis], decided: &BTreeMap<Case, Decision>) -> BTreeSet<Id> {
    let mut differing = BTreeSet::new();
    for (case, decision) in decided {
        for (index, axis) in axes.iter().enumerate() {
            let changes = (0..axis.cells.len()).any(|place| {
                let mut other = case.clone();
                if let Some(changed) = other.get_mut(index) {
                    *changed = place;
                }
                decided.get(&other).is_some_and(|other| other != decision)
            });
            if changes {
                differing.insert(axis.fact.clone());
            }
        }
    }
    if differing.is_empty() {
        differing.extend(axes.iter().filter(|axis| axis.cells.len() > 1).map(|axis| axis.fact.clone()));
    }
    differing
}
