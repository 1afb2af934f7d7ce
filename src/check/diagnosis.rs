use alloc::vec::Vec;

use super::{Change, Correction};
use crate::id::Id;

/// What can be said of the statements that do not hold: which figures may be wrong (kết quả tìm phương án sửa).
///
/// It is about a block, the statements that hang together through their figures; what happens in another block does not
/// touch it.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use thuocdo::check::CheckTable;
/// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
/// let diagnosis = table.check().diagnoses().next().unwrap();
/// assert_eq!((diagnosis.statements.len(), diagnosis.broken.len()), (13, 3));
/// assert_eq!(diagnosis.at_least(), 1);
/// // the 2.552 hộ of March were taken for November, where the report does not restate them
/// assert!(diagnosis.inferred.iter().any(|id| id.as_str() == "qh-ty-le-ngheo-1121"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// How far the mistake is settled.
    pub verdict: DiagnosisVerdict,
    /// Every statement of the block.
    pub statements: Vec<Id>,
    /// Those that do not hold.
    pub broken: Vec<Id>,
    /// Statements that do not hold and have no figure in common that could be changed: as many figures at least are wrong.
    pub proof: Vec<Id>,
    /// The corrections of as few figures as possible, the likeliest first.
    pub corrections: Vec<Correction>,
    /// The changes that all of them have.
    pub common: Vec<Change>,
    /// Figures which, looked up in the source, would tell the corrections apart; the fewest found.
    pub settled_by: Vec<Id>,
    /// Figures and statements of the block that the report does not give itself, but that were taken from elsewhere.
    pub inferred: Vec<Id>,
    /// Whether every correction of that size was found; if not, a limit cut the search short.
    pub is_complete: bool,
    /// Whether a figure in a broken statement is said to be about so much.
    pub is_approximate: bool,
    /// Whether each statement holds by itself, and it is together that they cannot: a figure that was rounded, or is not
    /// stated, would have to have two values. `broken` are then as few statements as still contradict each other.
    pub is_joint: bool,
}

/// How far a mistake is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosisVerdict {
    /// There is one correction of so few figures, and it is one number. If only one figure is wrong, it is this one.
    Unique,
    /// There are several, and one alone is a single slip of the hand away. A suggestion; the others stand beside it.
    Suggested,
    /// It is certain which figure, if only one is wrong, but not what it should be.
    Range,
    /// There are several.
    Several,
    /// There is none of so many figures or fewer.
    Beyond(usize),
    /// There is none at all: whatever the figures that may change were, some statement would not hold.
    Contradictory,
}

impl Diagnosis {
    /// How many figures are wrong at least.
    #[must_use]
    pub fn at_least(&self) -> usize {
        self.proof.len().max(1)
    }

    /// Whether a single statement is all that speaks of a mistake, so that none of its figures is more suspect by it.
    #[must_use]
    pub fn is_of_one_statement(&self) -> bool {
        self.broken.len() == 1
    }

    /// Whether every correction of a single broken statement is far from what is printed: perhaps the figures are right, and
    /// it is the statement that is not, because it lacks a term.
    #[must_use]
    pub fn doubts_statement(&self) -> bool {
        self.is_of_one_statement()
            && !self.corrections.is_empty()
            && self.corrections.iter().all(|correction| correction.distance() >= 3)
    }
}
