//! The kinds of periods that reports are made for.

use alloc::vec::Vec;

use super::PeriodName;

/// Kind of period (loại kỳ báo cáo), the shortest first.
///
/// ```
/// use thuocdo::period::{PeriodKind, PeriodName};
///
/// assert_eq!(PeriodKind::of(PeriodName::Quarter { year: 2021, quarter: 3 }), Some(PeriodKind::Quarter));
/// assert_eq!(PeriodKind::of(PeriodName::Years { first: 2021, last: 2025 }), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// Tháng.
    Month,
    /// Quý.
    Quarter,
    /// 6 tháng.
    Half,
    /// 9 tháng.
    NineMonths,
    /// Năm.
    Year,
}

impl PeriodKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Month, Self::Quarter, Self::Half, Self::NineMonths, Self::Year];

    /// The kind of a name; none for several years and for days of one's own.
    #[must_use]
    pub const fn of(name: PeriodName) -> Option<Self> {
        match name {
            PeriodName::Month { .. } => Some(Self::Month),
            PeriodName::Quarter { .. } => Some(Self::Quarter),
            PeriodName::Half { .. } => Some(Self::Half),
            PeriodName::NineMonths(_) => Some(Self::NineMonths),
            PeriodName::Year(_) => Some(Self::Year),
            PeriodName::Years { .. } | PeriodName::Range { .. } => None,
        }
    }

    /// The names of the periods of this kind in a year, in order.
    #[must_use]
    pub fn names_of(self, year: i32) -> Vec<PeriodName> {
        match self {
            Self::Month => (1..=12).map(|month| PeriodName::Month { year, month }).collect(),
            Self::Quarter => (1..=4).map(|quarter| PeriodName::Quarter { year, quarter }).collect(),
            Self::Half => (1..=2).map(|half| PeriodName::Half { year, half }).collect(),
            Self::NineMonths => Vec::from([PeriodName::NineMonths(year)]),
            Self::Year => Vec::from([PeriodName::Year(year)]),
        }
    }
}
