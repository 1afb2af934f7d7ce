//! Shares of one whole that were moved so that they add up to 100 as printed, though the rightly rounded ones would not.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use super::constraint::Form;
use super::system::System;
use super::{Agreement, CheckTable, Statement};
use crate::quantity::{Ratio, Reading, UnitKind};
use crate::record::Relation;

/// Steps for each share that may be taken to find which of them divide their whole.
const STEPS: usize = 256;

/// A share that could be one of several that divide a whole, with the statements that say it.
struct Member {
    /// The figures it is the share of, by their place among all ids, so that the order of the table decides nothing.
    parts: Vec<Option<usize>>,
    value: Ratio,
    printed: Ratio,
    rounded: Ratio,
    statements: Vec<usize>,
}

/// Judges as nudged what is not the rightly rounded share, but the whole number of last places next to the exact one, in a
/// group of shares that divides a whole and adds up to 100 only so.
pub(super) fn nudge(table: &CheckTable, system: &System, statements: &mut [Statement<'_>]) {
    let mut wholes: BTreeMap<usize, BTreeMap<_, Member>> = BTreeMap::new();
    for index in 0..statements.len() {
        if let Some((base, member)) = member(table, system, statements, index) {
            // said twice, and printed alike, it is one
            let key = (member.parts.clone(), member.printed);
            let same = wholes.entry(base).or_default().entry(key).or_insert(member);
            same.statements.push(index);
        }
    }
    for (base, members) in wholes {
        let members: Vec<Member> = members.into_values().collect();
        let whole = system.states.get(base).and_then(|state| state.values.single());
        let is_any_moved = members.iter().any(Member::is_moved);
        let Some(whole) = whole.filter(|_| is_any_moved) else { continue };
        for index in moved_to_fit(&members, whole) {
            if let Some(statement) = statements.get_mut(index) {
                statement.agreement = Agreement::Nudged;
            }
        }
    }
}

/// The share that a statement says, if both it and its parts are single numbers, and the whole it is of.
fn member(table: &CheckTable, system: &System, statements: &[Statement<'_>], index: usize) -> Option<(usize, Member)> {
    let (statement, constraint) = (statements.get(index)?, system.constraint(index)?);
    let Form::Quotient { base, .. } = constraint.form else { return None };
    let figure = table.content().figures.get(constraint.result)?.figure()?;
    let is_share = matches!(statement.relation.relation, Relation::Share { .. })
        && figure.unit().kind() == UnitKind::Percent
        && matches!(figure.reading(), Reading::Exactly(_));
    is_share.then_some(())?;
    let comparison = statement.comparison?;
    let printed = system.states.get(constraint.result)?.digits.single()?;
    let distance = printed.checked_sub(comparison.computed?).ok()?;
    let is_next = distance < comparison.last_place && distance.negated() < comparison.last_place;
    is_next.then_some(())?;
    let mut parts: Vec<Option<usize>> =
        constraint.terms.iter().map(|(cell, _)| system.rank.get(*cell).copied()).collect();
    parts.sort_unstable();
    let member = Member {
        parts,
        value: constraint.total(&system.states).ok()?.interval().single()?,
        printed,
        rounded: Ratio::from(comparison.rounded?.amount()),
        statements: Vec::new(),
    };
    // what is nothing of the whole divides it no further
    (member.value > Ratio::ZERO).then_some((base, member))
}

impl Member {
    fn is_moved(&self) -> bool {
        self.printed != self.rounded
    }
}

/// What the chosen shares add up to.
#[derive(Clone, Copy)]
struct Sums {
    value: Ratio,
    printed: Ratio,
    rounded: Ratio,
}

impl Sums {
    const ZERO: Self = Self { value: Ratio::ZERO, printed: Ratio::ZERO, rounded: Ratio::ZERO };

    fn with(self, member: &Member) -> Option<Self> {
        Some(Self {
            value: self.value.checked_add(member.value).ok()?,
            printed: self.printed.checked_add(member.printed).ok()?,
            rounded: self.rounded.checked_add(member.rounded).ok()?,
        })
    }
}

/// A choice among the members before `next`, of which the first `depth` stay and `taken` is added.
struct Step {
    next: usize,
    depth: usize,
    taken: Option<usize>,
    sums: Sums,
}

/// The statements of members that were moved, in any group without a common part whose parts add up to the whole, and whose
/// shares add up to 100 only as they are printed.
fn moved_to_fit(members: &[Member], whole: Ratio) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(rests) = rests(members) else { return found };
    let mut chosen: Vec<&Member> = Vec::new();
    let mut used: BTreeSet<Option<usize>> = BTreeSet::new();
    let mut steps = vec![Step { next: 0, depth: 0, taken: None, sums: Sums::ZERO }];
    for _ in 0..STEPS.saturating_mul(members.len()) {
        let Some(Step { next, depth, taken, sums }) = steps.pop() else { break };
        while chosen.len() > depth {
            for part in chosen.pop().iter().flat_map(|member| &member.parts) {
                used.remove(part);
            }
        }
        if let Some(member) = taken.and_then(|taken| members.get(taken)) {
            used.extend(&member.parts);
            chosen.push(member);
        }
        if sums.value == whole {
            if sums.printed == Ratio::HUNDRED && sums.rounded != Ratio::HUNDRED {
                let moved = chosen.iter().filter(|member| member.is_moved());
                found.extend(moved.flat_map(|member| &member.statements));
            }
            continue;
        }
        let (Some(member), Some(rest)) = (members.get(next), rests.get(next)) else { continue };
        // all that are left are not enough
        if sums.value.checked_add(*rest).is_ok_and(|all| all < whole) {
            continue;
        }
        let (place, depth) = (next, chosen.len());
        let next = next.saturating_add(1);
        steps.push(Step { next, depth, taken: None, sums });
        let is_apart = !member.parts.iter().any(|part| used.contains(part));
        if let Some(sums) = sums.with(member).filter(|longer| is_apart && longer.value <= whole) {
            steps.push(Step { next, depth, taken: Some(place), sums });
        }
    }
    found
}

/// What the members from each place on add up to; none if that is too large.
fn rests(members: &[Member]) -> Option<Vec<Ratio>> {
    let mut sum = Ratio::ZERO;
    let mut rests = Vec::with_capacity(members.len());
    for member in members.iter().rev() {
        sum = sum.checked_add(member.value).ok()?;
        rests.push(sum);
    }
    rests.reverse();
    Some(rests)
}
