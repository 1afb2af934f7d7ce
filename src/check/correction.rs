use alloc::vec::Vec;

use super::Slip;
use crate::id::Id;
use crate::quantity::Printed;

/// Correction (phương án sửa số liệu): figures to be printed anew, after which every statement of a block holds.
///
/// It is an offer, never an act: the source has to be looked up first, and whether so few figures are wrong is not known.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use thuocdo::check::CheckTable;
/// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
/// let diagnosis = table.check().diagnoses().next().unwrap();
/// let correction = &diagnosis.corrections[0]; // 02 → 03 hộ
/// assert!(correction.is_single());
/// assert_eq!((correction.explains.len(), correction.distance()), (3, 1));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "phương án sửa")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What changes, in the order of the table.
    pub changes: Vec<Change>,
    /// The statements that did not hold and would.
    pub explains: Vec<Id>,
    /// The statements with one of these figures that hold and would go on to.
    pub keeps: Vec<Id>,
    /// Whether the new figures are ranges that depend on each other.
    pub is_family: bool,
}

/// One figure printed anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The figure.
    pub figure: Id,
    /// The number that is printed.
    pub old: Printed,
    /// What can be printed instead.
    pub new: NewFigure,
    /// How far the likeliest new figure is from the old one on the keyboard.
    pub distance: usize,
    /// The slip that would explain the old figure, if one does.
    pub slip: Option<Slip>,
}

/// What can be printed instead of a figure: one number, or any from `low` to `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewFigure {
    /// The one nearest to the old figure: on the keyboard, then as round as the old one, then in value.
    pub likely: Printed,
    /// The smallest; none if there is no limit.
    pub low: Option<Printed>,
    /// The largest; none if there is no limit.
    pub high: Option<Printed>,
}

impl NewFigure {
    /// Whether there is only one.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.low.is_some() && self.low == self.high
    }
}

impl Correction {
    /// How far the new figures are from the old ones on the keyboard, together.
    #[must_use]
    pub fn distance(&self) -> usize {
        self.changes.iter().map(|change| change.distance).fold(0, usize::saturating_add)
    }

    /// Whether every new figure is a single number.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !self.is_family && self.changes.iter().all(|change| change.new.is_single())
    }
}
