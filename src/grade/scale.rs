use alloc::{collections::BTreeSet, vec::Vec};
use core::cmp::Ordering;

use super::{RuleSetError, RuleSetProblem};
use crate::id::{Bilingual, Id, Place, Text};

/// Grade scale (thang xếp loại): levels in order, from the lowest. There is no arithmetic on them.
///
/// ```
/// use thuocdo::grade::GradeScale;
///
/// let scale = GradeScale::four_levels();
/// let good = scale.named("Hoàn thành tốt nhiệm vụ").unwrap();
/// let completed = scale.named("HTNV").unwrap();
/// assert!(scale.compare(&completed.id, &good.id).unwrap().is_lt());
/// ```
#[doc(alias = "thang xếp loại")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeScale {
    levels: Vec<Level>,
}

/// One level of a scale (mức xếp loại).
#[doc(alias = "mức xếp loại")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its id within the scale.
    pub id: Id,
    /// Its name.
    pub name: Bilingual,
    /// What it is abbreviated to: `HTTNV`, `A`.
    pub abbreviation: Text,
}

impl GradeScale {
    /// A scale of these levels, from the lowest.
    ///
    /// # Errors
    /// [`RuleSetError`] for fewer than two levels or two with one id.
    pub fn new(levels: Vec<Level>) -> Result<Self, RuleSetError> {
        let place = Place::root().field("levels");
        if levels.len() < 2 {
            return Err(RuleSetProblem::TooFewLevels.at(place));
        }
        let mut seen = BTreeSet::new();
        for (index, level) in levels.iter().enumerate() {
            if !seen.insert(&level.id) {
                let problem = RuleSetProblem::DuplicateId { id: level.id.clone(), what: "level" };
                return Err(problem.at(place.item(index)));
            }
        }
        Ok(Self { levels })
    }

    /// The scale that the national rules share since 2020: `excellent`, `good`, `completed`, `not-completed`.
    #[must_use]
    pub fn four_levels() -> Self {
        let level = |id, vietnamese, english, abbreviation| Level {
            id: Id::known(id),
            name: Bilingual { vietnamese: Text::known(vietnamese), english: Text::known(english) },
            abbreviation: Text::known(abbreviation),
        };
        Self {
            levels: Vec::from([
                level("not-completed", "Không hoàn thành nhiệm vụ", "tasks not completed", "KHTNV"),
                level("completed", "Hoàn thành nhiệm vụ", "tasks completed", "HTNV"),
                level("good", "Hoàn thành tốt nhiệm vụ", "tasks completed well", "HTTNV"),
                level("excellent", "Hoàn thành xuất sắc nhiệm vụ", "tasks completed excellently", "HTXSNV"),
            ]),
        }
    }

    /// The levels, from the lowest.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// The level with that id.
    #[must_use]
    pub fn level(&self, id: &Id) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The level that a report means by `words`: its name in either language or its abbreviation, in any letter case.
    #[must_use]
    pub fn named(&self, words: &str) -> Option<&Level> {
        let words = words.to_lowercase();
        self.levels.iter().find(|level| {
            let names = [&level.name.vietnamese, &level.name.english, &level.abbreviation];
            names.iter().any(|name| name.as_str().to_lowercase() == words)
        })
    }

    /// How two levels stand to each other; none if the scale does not have both.
    #[must_use]
    pub fn compare(&self, left: &Id, right: &Id) -> Option<Ordering> {
        Some(self.rank(left)?.cmp(&self.rank(right)?))
    }

    /// The level right below.
    #[must_use]
    pub fn below(&self, id: &Id) -> Option<&Level> {
        self.levels.get(self.rank(id)?.checked_sub(1)?)
    }

    pub(super) fn rank(&self, id: &Id) -> Option<usize> {
        self.levels.iter().position(|level| level.id == *id)
    }
}
