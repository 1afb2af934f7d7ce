//! How figures hang together, as the report says it. Operands are named by the id of an observation, a target or a stated
//! figure; the three share one set of ids.

use alloc::{vec, vec::Vec};

use chrono::NaiveDate;

use super::{Author, Source};
use crate::id::{Id, Text};
use crate::quantity::{Amount, Figure};

/// A figure that the report states outside of its indicators (số liệu nêu trong báo cáo): `57 đại biểu`, `85,98%`.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::quantity::{Figure, Reading, Unit};
/// use thuocdo::record::{Source, StatedFigure};
///
/// let poor = StatedFigure {
///     id: Id::new("ty-le-ngheo-1121")?,
///     subject: Text::new("Tỷ lệ hộ nghèo trong hộ người có công")?,
///     figure: Figure::new(Reading::Exactly("0.12".parse()?), Unit::PERCENT)?,     // 02 hộ, chiếm 0,12%
///     as_of: None,
///     source: Source::default(),
/// };
/// assert_eq!(poor.figure.exact().unwrap().amount().to_string(), "0.12");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "số liệu nêu trong báo cáo")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedFigure {
    /// Its id within the report.
    pub id: Id,
    /// What it is about, in the report's words.
    pub subject: Text,
    /// What is stated.
    pub figure: Figure,
    /// The day as of which it is stated, if said.
    pub as_of: Option<NaiveDate>,
    /// Where it stands.
    pub source: Source,
}

/// A statement that one figure follows from others (nội dung đối chiếu). One figure may be in any number of them.
///
/// ```
/// use thuocdo::id::Id;
/// use thuocdo::record::{Relation, Source, StatedRelation};
///
/// // 92/107 hộ, đạt 85,98%
/// let supported = StatedRelation {
///     id: Id::new("qh-ty-le-ho-tro")?,
///     result: Id::new("ty-le-ho-tro")?,
///     relation: Relation::Completion { actual: Id::new("ho-tro-1121")?, target: Id::new("mt-ho-tro")? },
///     source: Source::default(),
/// };
/// assert!(supported.relation.operands().iter().all(|(_, id)| **id != supported.result));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "nội dung đối chiếu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedRelation {
    /// Its id within the report.
    pub id: Id,
    /// The figure that follows: an observation, a target or a stated figure.
    pub result: Id,
    /// What it follows from, and how.
    pub relation: Relation,
    /// Where it is said, and why it is taken to hold if it is not said itself.
    pub source: Source,
}

/// What a figure is, in terms of other figures.
///
/// ```
/// use thuocdo::id::Id;
/// use thuocdo::record::{GrowthForm, Relation};
///
/// // 28 vụ năm 2020, 18 vụ năm 2021: giảm khoảng 35,7%
/// let (from, to) = (Id::new("vu-tnld-2020")?, Id::new("vu-tnld-2021")?);
/// let fewer = Relation::Growth { from: from.clone(), to: to.clone(), form: GrowthForm::Percent };
/// assert_eq!(fewer.operands(), [("from", &from), ("to", &to)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// The sum of its parts (tổng số).
    Sum {
        /// The parts.
        parts: Vec<Id>,
    },
    /// One figure less others (hiệu).
    Difference {
        /// The figure taken from.
        from: Id,
        /// The figures taken away.
        less: Vec<Id>,
    },
    /// What remains of a whole after its parts (còn lại).
    Remainder {
        /// The whole.
        whole: Id,
        /// The parts taken away.
        parts: Vec<Id>,
    },
    /// The share of the parts, together, in the whole, in percent (tỷ trọng).
    Share {
        /// The parts.
        parts: Vec<Id>,
        /// The whole.
        whole: Id,
    },
    /// One figure divided by another (tỷ số).
    Ratio {
        /// The figure above the line.
        numerator: Id,
        /// The figure below it.
        denominator: Id,
    },
    /// The plan's completion in percent (tỷ lệ hoàn thành kế hoạch).
    Completion {
        /// What was done.
        actual: Id,
        /// What was planned.
        target: Id,
    },
    /// The growth from one figure to another (tốc độ tăng, giảm).
    Growth {
        /// The base.
        from: Id,
        /// The later figure.
        to: Id,
        /// In which form it is stated.
        form: GrowthForm,
    },
    /// The difference of two rates in percentage points (điểm phần trăm).
    Points {
        /// The earlier rate.
        from: Id,
        /// The later rate.
        to: Id,
    },
    /// A rate per so many (trên 1.000 người, …).
    RatePer {
        /// The figure above the line.
        numerator: Id,
        /// The figure below it.
        denominator: Id,
        /// Per how many.
        per: Amount,
    },
    /// The same figure as stated elsewhere.
    Same {
        /// The other place.
        other: Id,
    },
    /// Not more than another figure.
    AtMost {
        /// The other figure.
        other: Id,
    },
    /// Not less than another figure.
    AtLeast {
        /// The other figure.
        other: Id,
    },
    /// A weighted sum and a constant.
    Balance {
        /// The weighted figures.
        terms: Vec<Term>,
        /// What is added, in the unit of the first figure.
        constant: Amount,
    },
    /// How many of something the report itself lists (số đếm): `04 nhiệm vụ`, `04/04 tự đánh giá "Hoàn thành tốt"`.
    Count {
        /// What is counted.
        of: Counted,
    },
}

/// What a report lists and may count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// The tasks it reports on.
    Tasks,
    /// The tasks it proposes.
    ProposedTasks,
    /// The tasks that somebody gave a certain grade.
    Grades {
        /// Who graded.
        author: Author,
        /// The level, word for word.
        level: Text,
    },
}

/// A figure and its weight in a balance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The weight.
    pub weight: Amount,
    /// The figure.
    pub figure: Id,
}

/// How growth is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrowthForm {
    /// `tăng 12%`: the change in percent of the base.
    Percent,
    /// `bằng 112% so với cùng kỳ`: the later figure in percent of the base.
    Index,
    /// `gấp 1,12 lần`.
    Multiple,
}

impl Relation {
    /// The figures it is made of, with the name of the field each stands in.
    #[must_use]
    pub fn operands(&self) -> Vec<(&'static str, &Id)> {
        let all = |field: &'static str, ids: &mut dyn Iterator<Item = _>| ids.map(|id| (field, id)).collect::<Vec<_>>();
        let one_and_all = |one: (&'static str, _), field, ids: &mut dyn Iterator<Item = _>| {
            let mut operands = all(field, ids);
            operands.push(one);
            operands
        };
        match self {
            Self::Sum { parts } => all("parts", &mut parts.iter()),
            Self::Difference { from, less } => one_and_all(("from", from), "less", &mut less.iter()),
            Self::Remainder { whole, parts } | Self::Share { parts, whole } => {
                one_and_all(("whole", whole), "parts", &mut parts.iter())
            }
            Self::Ratio { numerator, denominator } | Self::RatePer { numerator, denominator, .. } => {
                vec![("numerator", numerator), ("denominator", denominator)]
            }
            Self::Completion { actual, target } => vec![("actual", actual), ("target", target)],
            Self::Growth { from, to, .. } | Self::Points { from, to } => vec![("from", from), ("to", to)],
            Self::Same { other } | Self::AtMost { other } | Self::AtLeast { other } => vec![("other", other)],
            Self::Count { .. } => Vec::new(),
            Self::Balance { terms, .. } => all("terms", &mut terms.iter().map(|term| &term.figure)),
        }
    }
    /// Whether the result is a quotient, and so rounded.
    #[must_use]
    pub const fn is_division(&self) -> bool {
        matches!(
            self,
            Self::Share { .. }
                | Self::Ratio { .. }
                | Self::Completion { .. }
                | Self::Growth { .. }
                | Self::RatePer { .. }
        )
    }

    /// Whether it states a change in percent or in points, whose direction is said in words: `tăng 12%`, `giảm 1,2 điểm`.
    #[must_use]
    pub const fn is_change(&self) -> bool {
        matches!(self, Self::Growth { form: GrowthForm::Percent, .. } | Self::Points { .. })
    }

    /// Whether it says how two figures compare, and does not give one by the other.
    #[must_use]
    pub const fn is_comparison(&self) -> bool {
        matches!(self, Self::AtMost { .. } | Self::AtLeast { .. })
    }
}
