use alloc::{collections::BTreeSet, vec::Vec};

use super::PlanError;
use crate::id::{Id, Text};

/// Breakdown (phân tổ) of an indicator: by area, sector, sex, level of training, …
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::plan::{Breakdown, Category, Parts};
///
/// let part = |id, name| Ok::<_, thuocdo::id::IdError>(Category { id: Id::new(id)?, name: Text::new(name)? });
/// let level = Breakdown::new(
///     Id::new("trình-độ")?,
///     Text::new("trình độ đào tạo")?,
///     Parts::AddUp,
///     vec![part("sơ-cấp", "Sơ cấp")?, part("cao-đẳng", "Cao đẳng")?],
/// )?;
/// assert_eq!(level.categories().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "phân tổ")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    id: Id,
    name: Text,
    parts: Parts,
    categories: Vec<Category>,
}

/// How the parts of a breakdown relate to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Every unit is in exactly one part: the parts add up to the whole.
    AddUp,
    /// A unit may be in several parts: nothing follows from their sum.
    Overlap,
}

/// One part of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id within the breakdown.
    pub id: Id,
    /// Its name.
    pub name: Text,
}

/// Which part a target or an observation is about.
///
/// ```
/// # use thuocdo::{id::*, plan::*, quantity::*};
/// use thuocdo::plan::PartRef;
///
/// # let part = |id, name| Ok::<_, IdError>(Category { id: Id::new(id)?, name: Text::new(name)? });
/// # let level = Breakdown::new(Id::new("trinh-do")?, Text::new("trình độ đào tạo")?, Parts::AddUp,
/// #     vec![part("trung-cap", "Trình độ trung cấp")?, part("cao-dang", "Trình độ cao đẳng")?])?;
/// # let enrolled = Indicator { id: Id::new("tuyen-sinh")?, name: Text::new("Số người được tuyển sinh")?,
/// #     unit: Unit::PERSON,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![level] };
/// let college = PartRef { breakdown: Id::new("trinh-do")?, part: Id::new("cao-dang")? };     // 616 người
/// assert_eq!(enrolled.name_at(&[college]).as_str(), "Số người được tuyển sinh: Trình độ cao đẳng");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartRef {
    /// The breakdown.
    pub breakdown: Id,
    /// The part of it.
    pub part: Id,
}

impl Breakdown {
    /// A breakdown into `categories`.
    ///
    /// # Errors
    /// [`PlanError`] for fewer than two parts or two with one id.
    pub fn new(id: Id, name: Text, parts: Parts, categories: Vec<Category>) -> Result<Self, PlanError> {
        if categories.len() < 2 {
            return Err(PlanError::TooFewParts { breakdown: id });
        }
        let mut seen = BTreeSet::new();
        if let Some(repeated) = categories.iter().find(|category| !seen.insert(&category.id)) {
            return Err(PlanError::DuplicatePart { part: repeated.id.clone(), breakdown: id });
        }
        Ok(Self { id, name, parts, categories })
    }

    /// Its id within the indicator.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// What it breaks down by.
    #[must_use]
    pub const fn name(&self) -> &Text {
        &self.name
    }

    /// How its parts relate to the whole.
    #[must_use]
    pub const fn parts(&self) -> Parts {
        self.parts
    }

    /// The parts, in the order they are printed.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }
}
