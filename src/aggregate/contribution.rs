use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::id::Id;
use crate::quantity::{Amount, Figure, Printed, Reading, Unit};
use crate::record::{Observed, Stage};

/// Contribution (số liệu của một đơn vị): what one unit gave, as of a day, and how firm it is.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::aggregate::{Contribution, Given};
/// use thuocdo::id::Id;
/// use thuocdo::record::Stage;
///
/// let as_of = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// let silent = Contribution::new(Id::new("van-quan")?, as_of, Stage::Official, Given::NotStated);
/// assert_eq!(silent.given, Given::NotStated);
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The unit, by its code.
    pub organisation: Id,
    /// The day as of which it is said.
    pub as_of: NaiveDate,
    /// How firm it is.
    pub stage: Stage,
    /// What it is.
    pub given: Given,
}

/// What a unit gave; nothing of it is a zero but a figure of 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// A figure.
    Figure(Figure),
    /// It refers to the figure and does not state it.
    NotStated,
    /// The indicator does not apply to the unit.
    NotApplicable,
    /// Done, not done or judged: nothing to add up.
    NoFigure,
}

impl Contribution {
    /// What a unit gave.
    #[must_use]
    pub const fn new(organisation: Id, as_of: NaiveDate, stage: Stage, given: Given) -> Self {
        Self { organisation, as_of, stage, given }
    }

    /// The later and, on one day, the firmer is the one that counts.
    pub(super) fn standing(&self) -> (NaiveDate, Stage) {
        (self.as_of, self.stage)
    }
}

impl From<&Observed> for Given {
    fn from(observed: &Observed) -> Self {
        match observed {
            Observed::Figure(figure) => Self::Figure(figure.clone()),
            Observed::NotStated => Self::NotStated,
            Observed::NotApplicable(_) => Self::NotApplicable,
            Observed::Done(_) | Observed::NotDone | Observed::Judged(_) => Self::NoFigure,
        }
    }
}

/// By unit, then by day, so that the order of merging leaves no trace.
impl Ord for Contribution {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = self.organisation.cmp(&other.organisation).then_with(|| self.standing().cmp(&other.standing()));
        place.then_with(|| self.given.order().cmp(&other.given.order()))
    }
}

impl PartialOrd for Contribution {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The kind, the unit, and the numbers with their decimals and their digits before the point.
type Order<'g> = (u8, Option<&'g Unit>, Vec<(Amount, u8, u8)>);

impl Given {
    /// An order that tells apart whatever differs.
    fn order(&self) -> Order<'_> {
        match self {
            Self::Figure(figure) => {
                let kind = match figure.reading() {
                    Reading::Exactly(_) => 0,
                    Reading::AtLeast(_) => 1,
                    Reading::MoreThan(_) => 2,
                    Reading::AtMost(_) => 3,
                    Reading::LessThan(_) => 4,
                    Reading::Between(_) => 5,
                    Reading::About(_) => 6,
                };
                let digits = |number: Printed| (number.amount(), number.decimals(), number.integer_digits());
                (kind, Some(figure.unit()), figure.reading().numbers().map(digits).collect())
            }
            Self::NotStated => (7, None, Vec::new()),
            Self::NotApplicable => (8, None, Vec::new()),
            Self::NoFigure => (9, None, Vec::new()),
        }
    }
}
