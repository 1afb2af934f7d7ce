//! Conditions as data, and what becomes of them when they meet the facts.

use alloc::{boxed::Box, vec::Vec};

use super::{Comparing, FactDeclaration, FactKind, FactValue, Facts};
use crate::id::Id;
use crate::quantity::{Amount, Ratio};

/// Condition (điều kiện xếp mức) over named facts.
///
/// ```
/// use thuocdo::grade::{Comparing, Comparison, Condition, Fact, FactValue, Facts, Test, Truth};
/// # use thuocdo::grade::{Better, FactDeclaration, FactKind};
/// # use thuocdo::id::{Bilingual, Id, Text};
/// # use thuocdo::quantity::Ratio;
/// # let completed = Id::new("targets-completed")?;
/// # let name = Bilingual { vietnamese: Text::new("tỷ lệ hoàn thành")?, english: Text::new("share completed")? };
/// # let declared = [FactDeclaration { id: completed.clone(), name, kind: FactKind::Share, better: Better::Higher,
/// #     low: 0.into(), high: 100.into(), step: None, at_most: None }];
///
/// // trên 70%, from Decree 90/2020
/// let over_70 = Test { fact: completed.clone(), comparison: Comparison::MoreThan, threshold: 70.into() };
/// let condition = Condition::Compare(over_70);
/// let mut facts = Facts::new();
/// facts.insert(completed.clone(), Fact::given(FactValue::Exactly(Ratio::of(7, 10)?)));
/// // exactly 70% is not over it
/// assert_eq!(condition.check(&declared, &facts, Comparing::Exact).truth, Truth::NotMet);
/// facts.insert(completed, Fact::given(FactValue::Between(Ratio::of(4, 7)?, Ratio::of(6, 7)?)));
/// assert_eq!(condition.check(&declared, &facts, Comparing::Exact).truth, Truth::Open);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "điều kiện")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A number or share against a threshold.
    Compare(Test),
    /// A flag holds.
    Holds(Id),
    /// All of them hold; true of none.
    All(Vec<Condition>),
    /// At least one of them holds; false of none.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// So many of them hold, or more.
    AtLeastOf {
        /// How many.
        count: u32,
        /// Of which.
        of: Vec<Condition>,
    },
}

/// A fact against a threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The fact.
    pub fact: Id,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what; in percent for a share. This is the one place where the threshold stands.
    pub threshold: Amount,
}

/// How a fact is compared with a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// `từ … trở lên`.
    AtLeast,
    /// `trên …`.
    MoreThan,
    /// `không quá …`.
    AtMost,
    /// `dưới …`.
    LessThan,
    /// `bằng …`.
    Exactly,
}

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Chưa đạt.
    NotMet,
    /// Left open: a fact it needs is not known well enough.
    Open,
    /// Đạt.
    Met,
}

/// A condition with what it was held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The condition.
    pub condition: Condition,
    /// Whether it holds.
    pub truth: Truth,
    /// The value of its fact, for a single test.
    pub measured: Option<FactValue>,
    /// The conditions it is made of, checked.
    pub parts: Vec<Checked>,
}

impl Comparison {
    /// Whether `value` stands so to `threshold`.
    #[must_use]
    pub fn holds(self, value: Ratio, threshold: Amount) -> bool {
        let order = value.cmp(&Ratio::from(threshold));
        match self {
            Self::AtLeast => order.is_ge(),
            Self::MoreThan => order.is_gt(),
            Self::AtMost => order.is_le(),
            Self::LessThan => order.is_lt(),
            Self::Exactly => order.is_eq(),
        }
    }
}

impl Truth {
    const fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    const fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::Open => Self::Open,
            Self::NotMet => Self::Met,
        }
    }
}

impl Condition {
    /// Holds the condition against the facts. What is not known leaves it open, unless the rest settles it.
    #[must_use]
    pub fn check(&self, declared: &[FactDeclaration], facts: &Facts, comparing: Comparing) -> Checked {
        let check_all = |conditions: &[Self]| -> Vec<Checked> {
            conditions.iter().map(|condition| condition.check(declared, facts, comparing)).collect()
        };
        let (truth, measured, parts) = match self {
            Self::Compare(test) => {
                let value = facts.get(&test.fact).map(|fact| &fact.value);
                let kind = declared.iter().find(|declaration| declaration.id == test.fact).map(|found| found.kind);
                (kind.map_or(Truth::Open, |kind| test.against(kind, value, comparing)), value.cloned(), Vec::new())
            }
            Self::Holds(id) => {
                let value = facts.get(id).map(|fact| &fact.value);
                let truth = match value {
                    Some(FactValue::Flag(holds)) => Truth::of(*holds),
                    _ => Truth::Open,
                };
                (truth, value.cloned(), Vec::new())
            }
            Self::All(conditions) => {
                let parts = check_all(conditions);
                (parts.iter().map(|part| part.truth).min().unwrap_or(Truth::Met), None, parts)
            }
            Self::Any(conditions) => {
                let parts = check_all(conditions);
                (parts.iter().map(|part| part.truth).max().unwrap_or(Truth::NotMet), None, parts)
            }
            Self::Not(condition) => {
                let part = condition.check(declared, facts, comparing);
                (part.truth.not(), None, Vec::from([part]))
            }
            Self::AtLeastOf { count, of } => {
                let parts = check_all(of);
                let needed = usize::try_from(*count).unwrap_or(usize::MAX);
                let at_least = |truth: Truth| parts.iter().filter(|part| part.truth >= truth).count() >= needed;
                let truth = match (at_least(Truth::Met), at_least(Truth::Open)) {
                    (true, _) => Truth::Met,
                    (false, true) => Truth::Open,
                    (false, false) => Truth::NotMet,
                };
                (truth, None, parts)
            }
        };
        Checked { condition: self.clone(), truth, measured, parts }
    }

    /// Every test and flag in it, in reading order.
    pub(super) fn leaves(&self) -> Vec<&Self> {
        match self {
            Self::Compare(_) | Self::Holds(_) => Vec::from([self]),
            Self::All(parts) | Self::Any(parts) | Self::AtLeastOf { of: parts, .. } => {
                parts.iter().flat_map(Self::leaves).collect()
            }
            Self::Not(part) => part.leaves(),
        }
    }
}

impl Test {
    fn against(&self, kind: FactKind, value: Option<&FactValue>, comparing: Comparing) -> Truth {
        let compared = |value: Ratio| comparing.apply(kind.in_threshold_unit(value)?);
        let (low, high) = match value {
            Some(FactValue::Exactly(value)) => (compared(*value), compared(*value)),
            Some(FactValue::Between(low, high)) => (compared(*low), compared(*high)),
            Some(FactValue::Flag(_) | FactValue::Unknown(_)) | None => (None, None),
        };
        let (Some(low), Some(high)) = (low, high) else { return Truth::Open };
        let threshold = Ratio::from(self.threshold);
        if self.comparison == Comparison::Exactly && low != high {
            // between two ends a value may hit the threshold, and need not
            return if low <= threshold && threshold <= high { Truth::Open } else { Truth::NotMet };
        }
        // every other comparison that both ends share, all values between them share
        let (at_low, at_high) =
            (self.comparison.holds(low, self.threshold), self.comparison.holds(high, self.threshold));
        if at_low == at_high { Truth::of(at_low) } else { Truth::Open }
    }
}

impl Checked {
    /// The opposite of a checked condition.
    pub(super) fn not(part: Self) -> Self {
        let condition = Condition::Not(Box::new(part.condition.clone()));
        Self { condition, truth: part.truth.not(), measured: None, parts: Vec::from([part]) }
    }

    /// The single tests and flags that keep it from holding: the ones not met or left open under a condition that does not
    /// hold.
    #[must_use]
    pub fn failing(&self) -> Vec<&Self> {
        if self.truth == Truth::Met {
            return Vec::new();
        }
        match self.condition {
            // what is under a `not` fails by holding, so the `not` itself is the thing to show
            Condition::Compare(_) | Condition::Holds(_) | Condition::Not(_) => Vec::from([self]),
            _ => self.parts.iter().flat_map(Self::failing).collect(),
        }
    }
}
