//! The checks behind [`RuleSet::new`](super::RuleSet::new): each stands once and names its place.

use alloc::collections::BTreeSet;

use super::{
    Condition, FactDeclaration, FactKind, Rule, RuleSetContent, RuleSetError, RuleSetProblem, RuleSource, Score,
};
use crate::id::{Id, Place};
use crate::quantity::Amount;

/// Conditions and expressions may be nested this deep.
pub(super) const MAX_DEPTH: usize = 32;

/// Lists of facts, rules, caps and conditions may be this long.
pub(super) const MAX_ITEMS: usize = 500;

pub(super) fn check(content: &RuleSetContent) -> Result<(), RuleSetError> {
    let root = Place::root();
    if content.in_force_to.is_some_and(|last| last < content.in_force_from) {
        return Err(RuleSetProblem::Backwards.at(root.field("in_force_to")));
    }
    check_facts(content)?;
    let rules = || content.forced.iter().map(|rule| &rule.id).chain(content.rules.iter().map(|rule| &rule.id));
    check_unique(&root.field("rules"), "rule", rules())?;
    for (field, rules) in [("forced", &content.forced), ("rules", &content.rules)] {
        check_count(&root.field(field), "rules", rules.len())?;
        for (index, rule) in rules.iter().enumerate() {
            check_rule(content, &root.field(field).item(index), rule)?;
        }
    }
    if let Some(scoring) = &content.scoring {
        let place = root.field("scoring");
        find(content, &place.field("into"), &scoring.into, false)?;
        check_score(content, &place.field("score"), &scoring.score, MAX_DEPTH)?;
    }
    check_count(&root.field("caps"), "caps", content.caps.len())?;
    for (index, cap) in content.caps.iter().enumerate() {
        let place = root.field("caps").item(index);
        check_level(content, &place.field("level"), &cap.level)?;
        if cap.of.is_empty() {
            return Err(RuleSetProblem::EmptyList.at(place.field("of")));
        }
        for (index, level) in cap.of.iter().enumerate() {
            check_level(content, &place.field("of").item(index), level)?;
        }
    }
    Ok(())
}

fn check_unique<'c>(place: &Place, what: &'static str, ids: impl Iterator<Item = &'c Id>) -> Result<(), RuleSetError> {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(RuleSetProblem::DuplicateId { id: id.clone(), what }.at(place.item(index)));
        }
    }
    Ok(())
}

fn check_count(place: &Place, what: &'static str, count: usize) -> Result<(), RuleSetError> {
    if count > MAX_ITEMS {
        return Err(RuleSetProblem::TooMany { what, count, max: MAX_ITEMS }.at(place.clone()));
    }
    Ok(())
}

fn check_facts(content: &RuleSetContent) -> Result<(), RuleSetError> {
    let place = Place::root().field("facts");
    check_count(&place, "facts", content.facts.len())?;
    check_unique(&place, "fact", content.facts.iter().map(|fact| &fact.id))?;
    for (index, fact) in content.facts.iter().enumerate() {
        let place = place.item(index);
        if fact.high <= fact.low && fact.kind != FactKind::Flag {
            return Err(RuleSetProblem::NotRising.at(place.field("high")));
        }
        if fact.step.is_some_and(|step| step <= Amount::ZERO) {
            return Err(RuleSetProblem::NotRising.at(place.field("step")));
        }
        if let Some(other) = &fact.at_most {
            find(content, &place.field("at_most"), other, false)?;
        }
        check_order(content, &place.field("at_most"), fact)?;
    }
    Ok(())
}

/// A fact that is at most itself, by way of others, orders nothing.
fn check_order(content: &RuleSetContent, place: &Place, fact: &FactDeclaration) -> Result<(), RuleSetError> {
    let mut above = fact.at_most.as_ref();
    for _ in &content.facts {
        let Some(id) = above else { return Ok(()) };
        if *id == fact.id {
            return Err(RuleSetProblem::CircularOrder { id: id.clone() }.at(place.clone()));
        }
        above = content.facts.iter().find(|other| other.id == *id).and_then(|other| other.at_most.as_ref());
    }
    Ok(())
}

fn check_rule(content: &RuleSetContent, place: &Place, rule: &Rule) -> Result<(), RuleSetError> {
    check_level(content, &place.field("level"), &rule.level)?;
    if rule.citation.is_none() && content.source != RuleSource::Library {
        return Err(RuleSetProblem::NoCitation.at(place.field("citation")));
    }
    if let Some(band) = &rule.band {
        check_condition(content, &place.field("band"), band, MAX_DEPTH)?;
    }
    check_condition(content, &place.field("requires"), &rule.requires, MAX_DEPTH)
}

fn check_level(content: &RuleSetContent, place: &Place, id: &Id) -> Result<(), RuleSetError> {
    match content.scale.level(id) {
        Some(_) => Ok(()),
        None => Err(RuleSetProblem::UnknownLevel { id: id.clone() }.at(place.clone())),
    }
}

/// The declaration of a fact, which must be a flag or must not be one.
fn find<'c>(
    content: &'c RuleSetContent,
    place: &Place,
    id: &Id,
    as_flag: bool,
) -> Result<&'c FactDeclaration, RuleSetError> {
    let declared = content.facts.iter().find(|fact| fact.id == *id);
    let declared = declared.ok_or_else(|| RuleSetProblem::UnknownFact { id: id.clone() }.at(place.clone()))?;
    match (declared.kind == FactKind::Flag, as_flag) {
        (true, false) => Err(RuleSetProblem::WrongKind { id: id.clone(), kind: "a flag" }.at(place.clone())),
        (false, true) => Err(RuleSetProblem::WrongKind { id: id.clone(), kind: "a number" }.at(place.clone())),
        _ => Ok(declared),
    }
}

fn check_condition(
    content: &RuleSetContent,
    place: &Place,
    condition: &Condition,
    depth: usize,
) -> Result<(), RuleSetError> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(RuleSetProblem::TooDeep { max: MAX_DEPTH }.at(place.clone()));
    };
    match condition {
        Condition::Compare(test) => {
            let fact = find(content, &place.field("fact"), &test.fact, false)?;
            if test.threshold < fact.low || fact.high < test.threshold {
                let (fact, low, high) = (fact.id.clone(), fact.low, fact.high);
                let problem = RuleSetProblem::ThresholdOutside { fact, threshold: test.threshold, low, high };
                return Err(problem.at(place.field("threshold")));
            }
            Ok(())
        }
        Condition::Holds(id) => find(content, place, id, true).map(drop),
        Condition::Not(part) => check_condition(content, &place.field("not"), part, depth),
        Condition::All(parts) | Condition::Any(parts) | Condition::AtLeastOf { of: parts, .. } => {
            check_count(place, "conditions", parts.len())?;
            if let Condition::AtLeastOf { count, .. } = condition
                && usize::try_from(*count).is_ok_and(|count| parts.len() < count)
            {
                let problem = RuleSetProblem::CountTooLarge { count: *count, length: parts.len() };
                return Err(problem.at(place.field("count")));
            }
            for (index, part) in parts.iter().enumerate() {
                check_condition(content, &place.item(index), part, depth)?;
            }
            Ok(())
        }
    }
}

fn check_score(content: &RuleSetContent, place: &Place, score: &Score, depth: usize) -> Result<(), RuleSetError> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(RuleSetProblem::TooDeep { max: MAX_DEPTH }.at(place.clone()));
    };
    let check_rising = |place: &Place, values: &mut dyn Iterator<Item = Amount>| {
        let mut last = None;
        let mut count = 0_usize;
        for value in values {
            if last.is_some_and(|last| value <= last) {
                return Err(RuleSetProblem::NotRising.at(place.item(count)));
            }
            last = Some(value);
            count = count.saturating_add(1);
        }
        if count == 0 {
            return Err(RuleSetProblem::EmptyList.at(place.clone()));
        }
        check_count(place, "rows", count)
    };
    match score {
        Score::Fact(id) => find(content, place, id, false).map(drop),
        Score::Points(_) => Ok(()),
        Score::Sum(parts) | Score::Mean(parts) => {
            if parts.is_empty() {
                return Err(RuleSetProblem::EmptyList.at(place.clone()));
            }
            check_count(place, "terms", parts.len())?;
            for (index, part) in parts.iter().enumerate() {
                check_score(content, &place.item(index), part, depth)?;
            }
            Ok(())
        }
        Score::Times { of, .. } | Score::AtMost { of, .. } | Score::AtLeast { of, .. } => {
            check_score(content, &place.field("of"), of, depth)
        }
        Score::Less { from, take } => {
            check_score(content, &place.field("from"), from, depth)?;
            check_score(content, &place.field("take"), take, depth)
        }
        Score::Steps { of, steps, .. } => {
            check_rising(&place.field("steps"), &mut steps.iter().map(|step| step.from))?;
            check_score(content, &place.field("of"), of, depth)
        }
        Score::Linear { of, points } => {
            check_rising(&place.field("points"), &mut points.iter().map(|point| point.x))?;
            check_score(content, &place.field("of"), of, depth)
        }
        Score::When { condition, then, otherwise } => {
            check_condition(content, &place.field("condition"), condition, depth)?;
            check_score(content, &place.field("then"), then, depth)?;
            check_score(content, &place.field("otherwise"), otherwise, depth)
        }
    }
}
