use alloc::vec::Vec;

use super::{AfterFailure, Checked, Condition, MatchPolicy, Truth};
use crate::id::Id;

/// What a rule set says of some facts. Only one of the answers is a grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A level, by a rule.
    Grade {
        /// The level.
        level: Id,
        /// The rule.
        rule: Id,
    },
    /// No rule matched: for the authority to decide.
    NoRuleMatched,
    /// More than one rule matched where only one may: for the authority to decide.
    SeveralRulesMatched(Vec<Id>),
    /// Facts that are not known well enough leave it open which it is.
    LeftOpen {
        /// The levels it may still be, from the first rule on.
        possible: Vec<Id>,
        /// The facts that leave it open.
        because: Vec<Id>,
    },
    /// A fact has a value that it cannot have: a score of 100.01 out of 100.
    OutsideDomain(Id),
    /// The bands of this rule set are not known to the data it was written from.
    BandsUnknown,
    /// The rule set grades others.
    WrongSubject,
}

impl Outcome {
    /// The level, if it is one.
    #[must_use]
    pub const fn level(&self) -> Option<&Id> {
        match self {
            Self::Grade { level, .. } => Some(level),
            _ => None,
        }
    }
}

/// A rule with what became of its band and its requirement, as far as deciding needs it.
pub(super) struct Judged<'r> {
    pub(super) rule: &'r Id,
    pub(super) level: &'r Id,
    pub(super) band: Truth,
    pub(super) requires: Truth,
}

impl Judged<'_> {
    fn both(&self) -> Truth {
        self.band.min(self.requires)
    }
}

/// What matched: nothing, rules, or something open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Rule(usize),
    Several(Vec<usize>),
    None,
    /// The rules that may still be decisive; whether it may also be none.
    Open {
        rules: Vec<usize>,
        or_none: bool,
    },
}

/// Decides by the rules in order; `forced` of them come first and the first of those wins.
pub(super) fn decide(
    judged: &[Judged<'_>],
    forced: usize,
    policy: MatchPolicy,
    after_failure: AfterFailure,
) -> Decision {
    let (before, rules) = judged.split_at_checked(forced).unwrap_or((judged, &[]));
    let mut open = Vec::new();
    if let Some(decision) = first(before, 0, &mut open, Judged::both) {
        return settle(open, decision, judged);
    }
    match policy {
        MatchPolicy::First => {
            // a band that holds opens the way down: from there on bands are not asked again
            let mut reached = Truth::NotMet;
            let truth = |judged: &Judged<'_>| {
                let band = match after_failure {
                    AfterFailure::NextLower => judged.band.max(reached),
                    AfterFailure::NoLevel => judged.band,
                };
                reached = reached.max(judged.band);
                band.min(judged.requires)
            };
            let decision = first(rules, forced, &mut open, truth).unwrap_or(Decision::None);
            settle(open, decision, judged)
        }
        MatchPolicy::One => {
            let indices = |truth: Truth| -> Vec<usize> {
                let matching = rules.iter().enumerate().filter(|(_, judged)| judged.both() == truth);
                matching.map(|(index, _)| index.saturating_add(forced)).collect()
            };
            let (met, maybe) = (indices(Truth::Met), indices(Truth::Open));
            if !maybe.is_empty() {
                let or_none = met.is_empty();
                open.extend(met);
                open.extend(maybe);
                open.sort_unstable();
                return Decision::Open { rules: open, or_none };
            }
            let decision = match met.as_slice() {
                [] => Decision::None,
                [one] => Decision::Rule(*one),
                _ => Decision::Several(met),
            };
            settle(open, decision, judged)
        }
    }
}

/// The first rule that holds; those before it that may hold are left in `open`.
fn first<'r>(
    rules: &[Judged<'r>],
    offset: usize,
    open: &mut Vec<usize>,
    mut truth: impl FnMut(&Judged<'r>) -> Truth,
) -> Option<Decision> {
    for (index, judged) in rules.iter().enumerate() {
        let index = index.saturating_add(offset);
        match truth(judged) {
            Truth::Met => return Some(Decision::Rule(index)),
            Truth::Open => open.push(index),
            Truth::NotMet => {}
        }
    }
    None
}

/// What is open does not matter where every way it may turn out gives the same level.
fn settle(mut open: Vec<usize>, decision: Decision, judged: &[Judged<'_>]) -> Decision {
    if open.is_empty() {
        return decision;
    }
    let level = |index: usize| judged.get(index).map(|judged| judged.level);
    match decision {
        Decision::Rule(rule) if open.iter().all(|other| level(*other) == level(rule)) => Decision::Rule(rule),
        Decision::Rule(rule) => {
            open.push(rule);
            Decision::Open { rules: open, or_none: false }
        }
        Decision::Several(rules) => {
            open.extend(rules);
            Decision::Open { rules: open, or_none: false }
        }
        Decision::None => Decision::Open { rules: open, or_none: true },
        Decision::Open { rules, or_none } => {
            open.extend(rules);
            Decision::Open { rules: open, or_none }
        }
    }
}

/// The facts that leave a condition open.
pub(super) fn open_facts(checked: &Checked, facts: &mut Vec<Id>) {
    if checked.truth != Truth::Open {
        return;
    }
    match &checked.condition {
        Condition::Compare(test) => facts.push(test.fact.clone()),
        Condition::Holds(id) => facts.push(id.clone()),
        _ => checked.parts.iter().for_each(|part| open_facts(part, facts)),
    }
}
