//! The facts that an answer rests on.

use alloc::vec::Vec;

use super::{Fact, FactValue, Facts, Outcome, RuleSet};
use crate::id::Id;

/// A smallest set of facts that alone gives the same outcome: facts are left out one by one, in the order of their ids, as
/// long as nothing changes. What remains can lose none of its members. A score that was given comes last, and stays where
/// another would be computed in its place.
pub(super) fn sufficient(rules: &RuleSet, facts: &Facts, outcome: &Outcome) -> Vec<(Id, Fact)> {
    let declared = |id: &Id| rules.content().facts.iter().any(|fact| fact.id == *id);
    let mut needed = Facts::new();
    for (id, fact) in facts.iter().filter(|(id, _)| declared(id)) {
        needed.insert(id.clone(), fact.clone());
    }
    let scored = rules.content().scoring.as_ref().map(|scoring| &scoring.into);
    let mut ids: Vec<Id> = needed.iter().map(|(id, _)| id.clone()).collect();
    ids.sort_by_key(|id| Some(id) == scored);
    for id in ids {
        let fewer = needed.without(&id);
        let is_exchanged = Some(&id) == scored
            && rules.score_of(&fewer).is_some_and(|(_, score)| !matches!(score.value, FactValue::Unknown(_)));
        if !is_exchanged && rules.outcome_of(&fewer) == *outcome {
            needed = fewer;
        }
    }
    needed.iter().map(|(id, fact)| (id.clone(), fact.clone())).collect()
}
