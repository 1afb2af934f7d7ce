//! The checks behind [`RuleSet::new`](super::RuleSet::new): each stands once and names its place.

use alloc::collections::BTreeSet;

use super::{
    Cap, Condition, FactDeclaration, FactKind, Rule, RuleSetContent, RuleSetError, RuleSetProblem, RuleSource, Score,
};
use crate::id::{Citation, Id, Place};
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
    let placed = |field: &'static str, rules| {
        let rules: &[Rule] = rules;
        let place = Place::root().field(field);
        rules.iter().enumerate().map(move |(index, rule)| (place.item(index), &rule.id))
    };
    check_unique("rule", placed("forced", &content.forced).chain(placed("rules", &content.rules)))?;
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
        check_cap(content, &place, cap)?;
    }
    Ok(())
}

fn check_cap(content: &RuleSetContent, place: &Place, cap: &Cap) -> Result<(), RuleSetError> {
    check_level(content, &place.field("level"), &cap.level)?;
    for (field, percent) in [("percent", Some(cap.percent)), ("exception", cap.exception)] {
        if let Some(percent) = percent.filter(|percent| percent.is_negative() || Amount::from(100) < *percent) {
            return Err(RuleSetProblem::NoShare { percent }.at(place.field(field)));
        }
    }
    let of = place.field("of");
    if cap.of.is_empty() {
        return Err(RuleSetProblem::EmptyList.at(of));
    }
    for (index, level) in cap.of.iter().enumerate() {
        check_level(content, &of.item(index), level)?;
    }
    check_unique("level of the cap", items(&of, &cap.of))?;
    check_citation(content, place, cap.citation.as_ref())
}

fn check_citation(content: &RuleSetContent, place: &Place, citation: Option<&Citation>) -> Result<(), RuleSetError> {
    if citation.is_none() && content.source != RuleSource::Library {
        return Err(RuleSetProblem::NoCitation.at(place.field("citation")));
    }
    Ok(())
}

/// Each part of a list, with its place.
fn items<'c, T: 'c>(place: &Place, parts: impl IntoIterator<Item = &'c T>) -> impl Iterator<Item = (Place, &'c T)> {
    parts.into_iter().enumerate().map(|(index, part)| (place.item(index), part))
}

fn check_unique<'c>(what: &'static str, ids: impl Iterator<Item = (Place, &'c Id)>) -> Result<(), RuleSetError> {
    let mut seen = BTreeSet::new();
    for (place, id) in ids {
        if !seen.insert(id) {
            return Err(RuleSetProblem::DuplicateId { id: id.clone(), what }.at(place));
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
    check_unique("fact", items(&place, content.facts.iter().map(|fact| &fact.id)))?;
    for (index, fact) in content.facts.iter().enumerate() {
        let place = place.item(index);
        if fact.high <= fact.low && fact.kind != FactKind::Flag {
            return Err(RuleSetProblem::NotRising.at(place.field("high")));
        }
        if let Some(step) = fact.step.filter(|step| *step <= Amount::ZERO) {
            return Err(RuleSetProblem::StepNotPositive { step }.at(place.field("step")));
        }
        if let Some(other) = &fact.at_most {
            let other = find(content, &place.field("at_most"), other, false)?;
            if other.kind != fact.kind {
                let problem = RuleSetProblem::UnlikeKinds { id: fact.id.clone(), other: other.id.clone() };
                return Err(problem.at(place.field("at_most")));
            }
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
        above = content.fact(id).and_then(|other| other.at_most.as_ref());
    }
    Ok(())
}

fn check_rule(content: &RuleSetContent, place: &Place, rule: &Rule) -> Result<(), RuleSetError> {
    check_level(content, &place.field("level"), &rule.level)?;
    check_citation(content, place, rule.citation.as_ref())?;
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
    let declared = content.fact(id).ok_or_else(|| RuleSetProblem::UnknownFact { id: id.clone() }.at(place.clone()))?;
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
            let place = place.field("compare");
            let fact = find(content, &place.field("fact"), &test.fact, false)?;
            if test.threshold < fact.low || fact.high < test.threshold {
                let (fact, low, high) = (fact.id.clone(), fact.low, fact.high);
                let problem = RuleSetProblem::ThresholdOutside { fact, threshold: test.threshold, low, high };
                return Err(problem.at(place.field("threshold")));
            }
            Ok(())
        }
        Condition::Holds(id) => find(content, &place.field("holds"), id, true).map(drop),
        Condition::Not(part) => check_condition(content, &place.field("not"), part, depth),
        Condition::All(parts) => check_conditions(content, &place.field("all"), parts, depth),
        Condition::Any(parts) => check_conditions(content, &place.field("any"), parts, depth),
        Condition::AtLeastOf { count, of } => {
            let place = place.field("at_least_of");
            if *count == 0 || usize::try_from(*count).is_ok_and(|count| of.len() < count) {
                let problem = RuleSetProblem::CountOutside { count: *count, length: of.len() };
                return Err(problem.at(place.field("count")));
            }
            check_conditions(content, &place.field("of"), of, depth)
        }
    }
}

fn check_conditions(
    content: &RuleSetContent,
    place: &Place,
    parts: &[Condition],
    depth: usize,
) -> Result<(), RuleSetError> {
    check_count(place, "conditions", parts.len())?;
    items(place, parts).try_for_each(|(place, part)| check_condition(content, &place, part, depth))
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
    let field = |name: &'static str, part: &'static str| place.field(name).field(part);
    let check_part = |place: Place, part: &Score| check_score(content, &place, part, depth);
    match score {
        Score::Fact(id) => {
            let place = place.field("fact");
            find(content, &place, id, false)?;
            check_not_scored(content, &place, id)
        }
        Score::Points(_) => Ok(()),
        Score::Sum(parts) => check_terms(content, &place.field("sum"), parts, depth),
        Score::Mean(parts) => check_terms(content, &place.field("mean"), parts, depth),
        Score::Times { of, .. } => check_part(field("times", "of"), of),
        Score::AtMost { of, .. } => check_part(field("at_most", "of"), of),
        Score::AtLeast { of, .. } => check_part(field("at_least", "of"), of),
        Score::Less { from, take } => {
            check_part(field("less", "from"), from)?;
            check_part(field("less", "take"), take)
        }
        Score::Steps { of, steps, .. } => {
            check_rising(&field("steps", "steps"), &mut steps.iter().map(|step| step.from))?;
            check_part(field("steps", "of"), of)
        }
        Score::Linear { of, points } => {
            check_rising(&field("linear", "points"), &mut points.iter().map(|point| point.x))?;
            check_part(field("linear", "of"), of)
        }
        Score::When { condition, then, otherwise } => {
            let place = field("when", "condition");
            check_condition(content, &place, condition, depth)?;
            let read = condition.leaves().into_iter().filter_map(|leaf| match leaf {
                Condition::Compare(test) => Some(&test.fact),
                _ => None,
            });
            read.into_iter().try_for_each(|id| check_not_scored(content, &place, id))?;
            check_part(field("when", "then"), then)?;
            check_part(field("when", "otherwise"), otherwise)
        }
    }
}

/// A score that is computed from itself would never be known.
fn check_not_scored(content: &RuleSetContent, place: &Place, id: &Id) -> Result<(), RuleSetError> {
    match &content.scoring {
        Some(scoring) if scoring.into == *id => {
            Err(RuleSetProblem::ScoreReadsItself { id: id.clone() }.at(place.clone()))
        }
        _ => Ok(()),
    }
}

fn check_terms(content: &RuleSetContent, place: &Place, parts: &[Score], depth: usize) -> Result<(), RuleSetError> {
    if parts.is_empty() {
        return Err(RuleSetProblem::EmptyList.at(place.clone()));
    }
    check_count(place, "terms", parts.len())?;
    items(place, parts).try_for_each(|(place, part)| check_score(content, &place, part, depth))
}
