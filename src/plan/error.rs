use chrono::NaiveDate;

use crate::id::Id;
use crate::quantity::{Amount, QuantityError};

/// What is wrong with a part of a plan.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::plan::{Breakdown, Category, Parts};
///
/// let poor = Category { id: Id::new("ngheo")?, name: Text::new("Hộ nghèo")? };
/// let refused = Breakdown::new(Id::new("muc-song")?, Text::new("mức sống")?, Parts::AddUp, vec![poor]).unwrap_err();
/// assert_eq!(refused.to_string(), "breakdown `muc-song` has fewer than two parts");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// A breakdown with fewer than two parts breaks nothing down.
    #[error("breakdown `{breakdown}` has fewer than two parts")]
    TooFewParts {
        /// The breakdown.
        breakdown: Id,
    },
    /// Two parts of a breakdown with one id.
    #[error("breakdown `{breakdown}` has two parts `{part}`, give each an id of its own")]
    DuplicatePart {
        /// The breakdown.
        breakdown: Id,
        /// The repeated part.
        part: Id,
    },
    /// A target without a version.
    #[error("target `{target}` has no version, give at least one")]
    NoVersion {
        /// The target.
        target: Id,
    },
    /// Two versions of a target with one id.
    #[error("target `{target}` has two versions `{version}`, give each an id of its own")]
    DuplicateVersion {
        /// The target.
        target: Id,
        /// The repeated version.
        version: Id,
    },
    /// A later version without its day, or one that does not come after the version before it.
    #[error("version `{version}` of target `{target}` must count from a day after the version before it")]
    VersionsDoNotRise {
        /// The target.
        target: Id,
        /// The later version.
        version: Id,
    },
    /// A version that replaces none of the versions before it.
    #[error("version `{version}` of target `{target}` replaces `{replaces}`, which is no version before it")]
    ReplacesUnknown {
        /// The target.
        target: Id,
        /// The version.
        version: Id,
        /// What it is said to replace.
        replaces: Id,
    },
    /// A version that is due before it starts.
    #[error("version `{version}` of target `{target}` starts on `{start}` and is due on `{due}`, before that")]
    DueBeforeStart {
        /// The target.
        target: Id,
        /// The version.
        version: Id,
        /// The day work starts.
        start: NaiveDate,
        /// The day it is due.
        due: NaiveDate,
    },
    /// A share of a whole, or a step from the baseline, below zero.
    #[error("`{amount}` is not accepted as a share or step, write 0 or more")]
    NegativeStep {
        /// The offending number.
        amount: Amount,
    },
    /// A reduction by more than everything.
    #[error("a reduction by `{percent}` percent is more than all of it, write 100 or less")]
    ReductionTooLarge {
        /// The offending number.
        percent: Amount,
    },
    /// A figure of the goal is not legal for the indicator's unit.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}
