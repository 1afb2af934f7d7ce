use alloc::{collections::BTreeMap, vec::Vec};

use chrono::NaiveDate;

use crate::id::{Bilingual, DocumentRef, Id, Text};
use crate::quantity::{Amount, Ratio};

/// Facts (dữ kiện đánh giá): everything that rules read, by id; from a report or given by the caller.
///
/// ```
/// use thuocdo::grade::{Fact, FactValue, Facts};
/// use thuocdo::id::Id;
/// use thuocdo::quantity::Ratio;
///
/// let mut facts = Facts::new();
/// facts.insert(Id::new("targets-completed")?, Fact::given(FactValue::Exactly(Ratio::of(6, 7)?)));
/// facts.insert(Id::new("disciplined")?, Fact::given(FactValue::Flag(false)));
/// assert!(facts.get(&Id::new("score")?).is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "dữ kiện đánh giá")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    values: BTreeMap<Id, Fact>,
}

/// One fact (dữ kiện, tiêu chí): its value, and where it comes from.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Fact, FactValue, Facts, SubjectKind};
/// # use thuocdo::id::{DocumentRef, Id, Text};
/// # use thuocdo::quantity::Ratio;
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// let letter = DocumentRef { code: "575/SLĐTBXH-NCC".parse()?, date: None, subject: None };
/// let completed = Fact {
///     justification: Some(Text::new("các huyện đã tự cân đối nguồn lực")?),
///     evidence: vec![letter],
///     ..Fact::given(FactValue::Exactly(Ratio::of(6, 7)?))
/// };
/// # let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// # let mut facts = Facts::new();
/// # facts.insert(Id::new("targets-completed")?, completed);
/// # let assessment = rules.assess(SubjectKind::Manager, &facts);
/// let lines = Vietnamese.explanation(&assessment);
/// assert_eq!(lines[1], "• tỷ lệ chỉ tiêu, nhiệm vụ hoàn thành 6/7 (85,71%)");
/// assert_eq!(lines[2], "    giải trình: các huyện đã tự cân đối nguồn lực");
/// assert_eq!(lines[3], "    minh chứng: Công văn số 575/SLĐTBXH-NCC");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "dữ kiện")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The value.
    pub value: FactValue,
    /// The day as of which it holds, if said.
    pub as_of: Option<NaiveDate>,
    /// Who says so, or what it was counted from; none for a value given by the caller without a source.
    pub source: Option<Text>,
    /// What was counted and does not fulfil the fact: the targets that a completion lacks.
    pub lacking: Vec<Text>,
    /// What was left out of the count, because nobody judged it.
    pub left_out: Vec<Text>,
    /// Who made the estimates that it counts, as far as they are named; none if it counts no estimate.
    pub estimated_by: Option<Vec<Text>>,
    /// The documents that confirm the causes it counts, if it counts any.
    pub confirmed_by: Vec<DocumentRef>,
    /// What the caller has to say of it (giải trình): why the criterion is held to be fulfilled, or why it is not.
    pub justification: Option<Text>,
    /// The documents that prove it (minh chứng).
    pub evidence: Vec<DocumentRef>,
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// A share, as a ratio (6/7), or a number, as a ratio over one.
    Exactly(Ratio),
    /// Somewhere from the first to the second, both included: a share of which a part is left open.
    Between(Ratio, Ratio),
    /// A yes or a no.
    Flag(bool),
    /// Not known, and why if that is said. A condition on it is left open.
    Unknown(Option<Text>),
}

/// What a rule set says of a fact that it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactDeclaration {
    /// The fact's id.
    pub id: Id,
    /// Its name.
    pub name: Bilingual,
    /// What sort of value it has.
    pub kind: FactKind,
    /// Which way is better.
    pub better: Better,
    /// The smallest value, in the unit of its thresholds.
    pub low: Amount,
    /// The largest value.
    pub high: Amount,
    /// The grid its values lie on, counted from the smallest: 1 for whole numbers; none for any value.
    pub step: Option<Amount>,
    /// A fact that is never below this one: what is exceeded is completed too.
    pub at_most: Option<Id>,
}

/// What sort of value a fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A share of counted things, with thresholds in percent.
    Share,
    /// A number: a score, a count.
    Number,
    /// A yes or a no.
    Flag,
}

/// Which way a fact is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Better {
    /// The more, or yes.
    Higher,
    /// The less, or no.
    Lower,
    /// Neither is.
    Neither,
}

impl Facts {
    /// No facts.
    #[must_use]
    pub const fn new() -> Self {
        Self { values: BTreeMap::new() }
    }

    /// Adds a fact; the one that had its id before, if any, is returned.
    pub fn insert(&mut self, id: Id, fact: Fact) -> Option<Fact> {
        self.values.insert(id, fact)
    }

    /// The same facts without one.
    #[must_use]
    pub fn without(&self, id: &Id) -> Self {
        let mut facts = self.clone();
        facts.values.remove(id);
        facts
    }

    /// The fact with that id.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Fact> {
        self.values.get(id)
    }

    /// Every fact, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Fact)> {
        self.values.iter()
    }
}

impl Fact {
    /// A value that the caller gives.
    #[must_use]
    pub const fn given(value: FactValue) -> Self {
        Self {
            value,
            as_of: None,
            source: None,
            lacking: Vec::new(),
            left_out: Vec::new(),
            estimated_by: None,
            confirmed_by: Vec::new(),
            justification: None,
            evidence: Vec::new(),
        }
    }
}

impl FactValue {
    /// The smallest and the largest that it can be; none of what is no number, or not known.
    pub(super) const fn ends(&self) -> Option<(Ratio, Ratio)> {
        match self {
            Self::Exactly(value) => Some((*value, *value)),
            Self::Between(low, high) => Some((*low, *high)),
            Self::Flag(_) | Self::Unknown(_) => None,
        }
    }
}

impl FactDeclaration {
    /// Whether a value lies where this fact can have one. What is not known may lie anywhere.
    #[must_use]
    pub fn allows(&self, value: &FactValue) -> bool {
        let is_inside = |value: Ratio| {
            let value = self.kind.in_threshold_unit(value);
            value.is_some_and(|value| Ratio::from(self.low) <= value && value <= Ratio::from(self.high))
        };
        let is_on_step = |value: Ratio| {
            let Some(step) = self.step else { return true };
            let steps = || {
                let distance = self.kind.in_threshold_unit(value)?.checked_sub(self.low.into()).ok()?;
                distance.checked_mul(Ratio::from(step).inverse().ok()?).ok()
            };
            steps().is_some_and(|steps| steps.lowest_terms().1 == 1)
        };
        match (self.kind, value) {
            (FactKind::Flag, FactValue::Flag(_)) | (_, FactValue::Unknown(_)) => true,
            (FactKind::Share | FactKind::Number, FactValue::Exactly(value)) => is_inside(*value) && is_on_step(*value),
            (FactKind::Share | FactKind::Number, FactValue::Between(low, high)) => {
                is_inside(*low) && is_inside(*high) && low <= high
            }
            (FactKind::Flag, FactValue::Exactly(_) | FactValue::Between(..))
            | (FactKind::Share | FactKind::Number, FactValue::Flag(_)) => false,
        }
    }
}

impl FactKind {
    /// A value in the unit of the thresholds: a share in percent, anything else as it is. None if that is too large.
    ///
    /// ```
    /// use thuocdo::grade::FactKind;
    /// use thuocdo::quantity::Ratio;
    ///
    /// let completed = Ratio::of(6, 7)?;                             // thresholds are percents, 600/7 of them
    /// assert_eq!(FactKind::Share.in_threshold_unit(completed), Some(Ratio::of(600, 7)?));
    /// # Ok::<(), thuocdo::quantity::QuantityError>(())
    /// ```
    #[must_use]
    pub fn in_threshold_unit(self, value: Ratio) -> Option<Ratio> {
        match self {
            Self::Share => value.checked_mul(Ratio::HUNDRED).ok(),
            Self::Number | Self::Flag => Some(value),
        }
    }
}
