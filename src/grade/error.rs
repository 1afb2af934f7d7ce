use crate::id::{Id, Place};
use crate::quantity::Amount;

/// Why content is no rule set: a problem and its place in the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at `{place}`: {problem}")]
pub struct RuleSetError {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: RuleSetProblem,
}

/// What is wrong with a rule set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleSetProblem {
    /// A scale needs a higher and a lower level.
    #[error("a scale has at least two levels")]
    TooFewLevels,
    /// An id is used twice.
    #[error("`{id}` is already the id of another {what}, give each one of its own")]
    DuplicateId {
        /// The id.
        id: Id,
        /// What it names.
        what: &'static str,
    },
    /// A level that the scale does not have.
    #[error("`{id}` is not a level of the scale")]
    UnknownLevel {
        /// The id.
        id: Id,
    },
    /// A fact that is not declared.
    #[error("`{id}` is not a fact of this rule set, declare it in `facts`")]
    UnknownFact {
        /// The id.
        id: Id,
    },
    /// A fact is at most itself.
    #[error("fact `{id}` is at most itself, by way of others")]
    CircularOrder {
        /// The fact.
        id: Id,
    },
    /// A number is asked of a flag, or a yes or no of a number.
    #[error("fact `{id}` is {kind}, which this condition cannot read")]
    WrongKind {
        /// The fact.
        id: Id,
        /// `a flag` or `a number`.
        kind: &'static str,
    },
    /// A threshold that no value of the fact can reach or miss.
    #[error("the threshold `{threshold}` lies outside of fact `{fact}`, which is {low} to {high}")]
    ThresholdOutside {
        /// The fact.
        fact: Id,
        /// The threshold.
        threshold: Amount,
        /// The smallest value.
        low: Amount,
        /// The largest value.
        high: Amount,
    },
    /// A domain or a table that does not rise.
    #[error("the values do not rise, write the smaller one first")]
    NotRising,
    /// A list with nothing in it.
    #[error("the list is empty, name at least one")]
    EmptyList,
    /// No condition of a list is asked for, or more than it has.
    #[error("`{count}` of {length} conditions are asked for, write a number from 1 to {length}")]
    CountOutside {
        /// How many are asked for.
        count: u32,
        /// How many there are.
        length: usize,
    },
    /// Values that are no distance apart.
    #[error("the step `{step}` is not above zero")]
    StepNotPositive {
        /// The step.
        step: Amount,
    },
    /// A number bounded by a share.
    #[error("fact `{id}` is at most `{other}`, which is of another kind")]
    UnlikeKinds {
        /// The fact.
        id: Id,
        /// The fact above it.
        other: Id,
    },
    /// A score computed from itself.
    #[error("the score reads fact `{id}`, which it computes")]
    ScoreReadsItself {
        /// The fact.
        id: Id,
    },
    /// A cap that is no share of anything.
    #[error("`{percent}` is no share, write a percentage from 0 to 100")]
    NoShare {
        /// The percentage.
        percent: Amount,
    },
    /// In force until before it is in force.
    #[error("the last day in force comes before the first")]
    Backwards,
    /// A rule or a cap of a document without a place in it.
    #[error("a rule or a cap of a document needs its citation")]
    NoCitation,
    /// Conditions nested too deeply.
    #[error("conditions are nested more than {max} deep")]
    TooDeep {
        /// How deep they may be.
        max: usize,
    },
    /// More of something than is accepted.
    #[error("{count} {what}, at most {max} are accepted")]
    TooMany {
        /// What.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        max: usize,
    },
}

impl RuleSetProblem {
    pub(super) fn at(self, place: Place) -> RuleSetError {
        RuleSetError { place, problem: self }
    }
}
