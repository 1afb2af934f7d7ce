use alloc::{string::String, vec::Vec};

use super::{Breakdown, Category, PartRef};
use crate::id::{Id, Text};
use crate::quantity::Unit;

/// Indicator (chỉ tiêu thống kê): the thing measured, with its unit and which way is better.
///
/// Statistics law, article 3.3: an indicator has a name and, in time and place, a value. The level set for it is a
/// [`Target`](super::Target). Something that is only done or judged, such as a milestone, is an indicator of
/// [`Unit::BARE`].
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::plan::{Accumulation, Direction, Indicator};
/// use thuocdo::quantity::Unit;
///
/// let trained = Indicator {
///     id: Id::new("huan-luyen-atvsld")?,
///     name: Text::new("Số người lao động được huấn luyện ATVSLĐ")?,
///     unit: Unit::PERSON,
///     direction: Direction::HigherIsBetter,
///     accumulation: Accumulation::RunningTotal,
///     breakdowns: vec![],
/// };
/// assert_eq!(trained.name_at(&[]), trained.name); // no part: the whole
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "chỉ tiêu")]
#[doc(alias = "chỉ số")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its id within the report.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The unit its figures are in, at any scale.
    pub unit: Unit,
    /// Which way is better; never defaulted.
    pub direction: Direction,
    /// How its figures of successive periods relate.
    pub accumulation: Accumulation,
    /// How it is broken down.
    pub breakdowns: Vec<Breakdown>,
}

/// Which way is better (chiều đánh giá).
#[doc(alias = "chiều đánh giá")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Càng cao càng tốt.
    HigherIsBetter,
    /// Càng thấp càng tốt.
    LowerIsBetter,
    /// Càng sát mức được giao càng tốt.
    OnTargetIsBest,
    /// Neither: a figure for reference, on which no target may be set.
    Neutral,
}

/// How figures of successive periods relate (loại số liệu).
#[doc(alias = "số thời kỳ")]
#[doc(alias = "số thời điểm")]
#[doc(alias = "lũy kế")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accumulation {
    /// Số thời kỳ: what happened in the period; periods add.
    Flow,
    /// Lũy kế: what happened since the start of the year; the latest counts.
    RunningTotal,
    /// Số thời điểm: what there is on the day; the latest counts.
    Stock,
    /// Tỷ lệ: a rate; numerators and denominators add, rates never.
    Rate,
    /// Nothing may be added over periods.
    NotAdditive,
}

impl Indicator {
    /// The name, followed by those of the parts in `at`: `Tuyển sinh: cao đẳng`.
    #[must_use]
    pub fn name_at(&self, at: &[PartRef]) -> Text {
        let mut name = String::from(self.name.as_str());
        let parts = at.iter().filter_map(|part| self.category(part));
        for (position, (_, category)) in parts.enumerate() {
            name.push_str(if position == 0 { ": " } else { ", " });
            name.push_str(category.name.as_str());
        }
        // a name longer than a text may be is cut back to the indicator's own
        Text::try_from(name).unwrap_or_else(|_| self.name.clone())
    }

    /// The breakdown and the part that `part` names, if this indicator has them.
    #[must_use]
    pub fn category(&self, part: &PartRef) -> Option<(&Breakdown, &Category)> {
        let breakdown = self.breakdowns.iter().find(|breakdown| *breakdown.id() == part.breakdown)?;
        let category = breakdown.categories().iter().find(|category| category.id == part.part)?;
        Some((breakdown, category))
    }
}
