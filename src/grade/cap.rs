//! Caps: how many of a group may be given a level. They report; nobody is moved to another level here.

use alloc::{collections::BTreeMap, vec::Vec};

use super::GradeScale;
use crate::id::{Citation, Id};
use crate::quantity::{Amount, Percent, Ratio};

/// Cap (tỷ lệ tối đa): the largest share that a level may have, and of what. The base differs between rule sets.
///
/// How to round a fractional cap is not stated in any text seen, so the inequality itself is taken: the largest whole
/// number that satisfies it. It holds in every group with similar tasks as well as in the whole.
///
/// ```
/// use thuocdo::grade::{Cap, GradeCounts, GradeScale};
/// use thuocdo::id::Id;
///
/// let (excellent, good) = (Id::new("excellent")?, Id::new("good")?);
/// // 20% of the number graded “tốt”, 25% where the collective is outstanding
/// let (percent, exception) = (20.into(), Some(25.into()));
/// let cap = Cap { level: excellent.clone(), of: vec![good.clone()], percent, exception, citation: None };
/// let mut counts = GradeCounts::new();
/// counts.add(excellent, 5);
/// counts.add(good, 20);
/// let result = cap.check(&GradeScale::four_levels(), &counts, false);
/// assert!(!result.holds);
/// assert_eq!(result.largest, 4);         // of these 25; 4 against 21, as one moves down
/// assert!(cap.check(&GradeScale::four_levels(), &counts, true).holds);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "tỷ lệ tối đa")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cap {
    /// The level that is capped.
    pub level: Id,
    /// The levels whose number it is a share of.
    pub of: Vec<Id>,
    /// The largest share in percent.
    pub percent: Amount,
    /// The largest share where the collective is outstanding, if that is another.
    pub exception: Option<Amount>,
    /// Where it stands.
    pub citation: Option<Citation>,
}

/// How many were given each level (số lượng theo mức): counts add up over groups in any order.
///
/// ```
/// # use thuocdo::grade::{Cap, GradeCounts, GradeScale};
/// # use thuocdo::id::{Id, IdError};
/// # let (level, of) = (Id::new("excellent")?, vec![Id::new("good")?]);
/// # let cap = Cap { level, of, percent: 20.into(), exception: None, citation: None };
/// let group = |excellent, good| {
///     let mut counts = GradeCounts::new();
///     counts.add(Id::new("excellent")?, excellent);
///     counts.add(Id::new("good")?, good);
///     Ok::<_, IdError>(counts)
/// };
/// let (first, second) = (group(3, 10)?, group(1, 10)?);
/// let mut whole = first.clone();
/// whole.merge(&second);
/// let holds = |counts| cap.check(&GradeScale::four_levels(), counts, false).holds;
/// assert!(holds(&whole) && !holds(&first));     // 4 against 20 in the whole, 3 against 10 in one group
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GradeCounts(BTreeMap<Id, u64>);

/// Grades of a group held against a cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapResult {
    /// How many were given the level.
    pub given: u64,
    /// How many the level is a share of.
    pub base: u64,
    /// How many of those given this level and the next lower one may have this level.
    pub largest: u64,
    /// The percentage that applies: the cap's own, or that of the exception.
    pub allowed: Amount,
    /// Whether the cap holds.
    pub holds: bool,
}

impl GradeCounts {
    /// No grades.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds `count` grades of a level.
    pub fn add(&mut self, level: Id, count: u64) {
        // nobody leaves no trace, so that counts are equal exactly if the grades are
        if count == 0 {
            return;
        }
        let entry = self.0.entry(level).or_default();
        *entry = entry.saturating_add(count);
    }

    /// Adds the grades of another group.
    pub fn merge(&mut self, other: &Self) {
        for (level, count) in &other.0 {
            self.add(level.clone(), *count);
        }
    }

    /// How many were given a level.
    #[must_use]
    pub fn count(&self, level: &Id) -> u64 {
        self.0.get(level).copied().unwrap_or(0)
    }

    /// Every level that was given, with its number.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, u64)> {
        self.0.iter().map(|(level, count)| (level, *count))
    }
}

impl Cap {
    /// Holds the grades of a group against the cap; `is_outstanding` if its collective is.
    #[must_use]
    pub fn check(&self, scale: &GradeScale, counts: &GradeCounts, is_outstanding: bool) -> CapResult {
        let percent = self.exception.filter(|_| is_outstanding).unwrap_or(self.percent);
        let given = counts.count(&self.level);
        let lower = scale.below(&self.level).map(|level| &level.id);
        // whoever is over the cap would be given the next lower level, which may be part of the base
        let pool = given.saturating_add(lower.map_or(0, |lower| counts.count(lower)));
        let base_with = |given: u64| {
            let of = |level: &Id| {
                if *level == self.level {
                    given
                } else if Some(level) == lower {
                    pool.saturating_sub(given)
                } else {
                    counts.count(level)
                }
            };
            self.of.iter().map(of).fold(0, u64::saturating_add)
        };
        let fits = |given: u64| is_within(given, base_with(given), percent);
        // more given is never a better fit, so the largest that fits is found by halving
        let (mut low, mut high) = (0, pool);
        while low < high {
            let middle = high.saturating_sub(high.saturating_sub(low).checked_div(2).unwrap_or(0));
            if fits(middle) { low = middle } else { high = middle.saturating_sub(1) }
        }
        CapResult { given, base: base_with(given), largest: low, allowed: percent, holds: fits(given) }
    }
}

/// `given <= percent of base`, exactly.
fn is_within(given: u64, base: u64, percent: Amount) -> bool {
    let allowed = Ratio::of(base, 1).and_then(|base| base.checked_mul(Percent::new(percent).to_ratio()));
    match (Ratio::of(given, 1), allowed) {
        (Ok(given), Ok(allowed)) => given <= allowed,
        _ => false,
    }
}
