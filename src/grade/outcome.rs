use alloc::vec::Vec;

use super::{AfterFailure, MatchPolicy, Truth};
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
        /// The levels it may still be, from the first rule on. It may also be none of them.
        possible: Vec<Id>,
        /// The facts that leave it open.
        because: Vec<Id>,
    },
    /// A fact has a value that it cannot have: a score of 100.01 out of 100.
    OutsideDomain(Id),
    /// A fact is above another that it is at most: more is exceeded than is completed.
    OutOfOrder {
        /// The fact.
        fact: Id,
        /// The fact that is below it.
        above: Id,
    },
    /// The rules of some level, or of all of them, are not known to the data that this set was written from.
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
#[derive(Clone, Copy)]
pub(super) struct Judged {
    /// The place of its level on the scale.
    pub(super) rank: usize,
    /// None for a rule that belongs to no band.
    pub(super) band: Option<Truth>,
    pub(super) requires: Truth,
}

impl Judged {
    fn both(self) -> Truth {
        self.band.unwrap_or(Truth::Met).min(self.requires)
    }
}

/// What matched: nothing, rules, or something open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Rule(usize),
    Several(Vec<usize>),
    None,
    /// The rules that may still be decisive.
    Open(Vec<usize>),
}

/// Decides by the rules in order; `forced` of them come first and the first of those wins.
pub(super) fn decide(judged: &[Judged], forced: usize, policy: MatchPolicy, after_failure: AfterFailure) -> Decision {
    let mut open = Vec::new();
    for (index, rule) in judged.iter().enumerate().take(forced) {
        match rule.both() {
            Truth::Met => return settle(open, Decision::Rule(index), judged),
            Truth::Open => open.push(index),
            Truth::NotMet => {}
        }
    }
    let rules = judged.iter().enumerate().skip(forced);
    // a band that is open, or a requirement that is, may turn out to be the last word
    let mut may_have_ended = false;
    match policy {
        MatchPolicy::First => {
            for (index, rule) in rules {
                match truth_in_turn(judged, forced, index, after_failure) {
                    Truth::Met if may_have_ended => {
                        open.push(index);
                        return Decision::Open(open);
                    }
                    Truth::Met => return settle(open, Decision::Rule(index), judged),
                    // where no level follows a failure, a band that holds is the last word
                    Truth::NotMet if after_failure == AfterFailure::NoLevel && rule.band == Some(Truth::Met) => break,
                    truth => {
                        may_have_ended |= after_failure == AfterFailure::NoLevel
                            && rule.band.is_some_and(|band| band != Truth::NotMet)
                            && rule.requires != Truth::Met;
                        open.extend((truth == Truth::Open).then_some(index));
                    }
                }
            }
            settle(open, Decision::None, judged)
        }
        MatchPolicy::One => {
            let with =
                |truth: Truth| rules.clone().filter(move |(_, rule)| rule.both() == truth).map(|(index, _)| index);
            let met: Vec<usize> = with(Truth::Met).collect();
            if with(Truth::Open).next().is_some() {
                open.extend(with(Truth::Met).chain(with(Truth::Open)));
                open.sort_unstable();
                return Decision::Open(open);
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

/// Whether a rule holds in its turn. Where the next lower level follows a failure, the band of a higher level that holds
/// stands for the rule's own: from there on only requirements are asked.
fn truth_in_turn(judged: &[Judged], forced: usize, index: usize, after_failure: AfterFailure) -> Truth {
    let Some(rule) = judged.get(index) else { return Truth::NotMet };
    let band = rule.band.unwrap_or(Truth::Met);
    let before = judged.iter().take(index).skip(forced).filter(|before| rule.rank < before.rank);
    let reached = before.filter_map(|before| before.band).max().unwrap_or(Truth::NotMet);
    let band = match after_failure {
        AfterFailure::NextLower => band.max(reached),
        AfterFailure::NoLevel => band,
    };
    band.min(rule.requires)
}

/// What is open does not matter where every way it may turn out gives the same level.
fn settle(mut open: Vec<usize>, decision: Decision, judged: &[Judged]) -> Decision {
    if open.is_empty() {
        return decision;
    }
    let rank = |index: usize| judged.get(index).map(|judged| judged.rank);
    match decision {
        Decision::Rule(rule) if open.iter().all(|other| rank(*other) == rank(rule)) => Decision::Rule(rule),
        Decision::Rule(rule) => {
            open.push(rule);
            Decision::Open(open)
        }
        Decision::Several(rules) | Decision::Open(rules) => {
            open.extend(rules);
            Decision::Open(open)
        }
        Decision::None => Decision::Open(open),
    }
}
