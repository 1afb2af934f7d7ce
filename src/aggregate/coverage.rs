use alloc::{collections::BTreeSet, vec::Vec};

use crate::id::Id;
use crate::quantity::{QuantityError, Ratio};

/// Coverage (mức độ đầy đủ của số liệu tổng hợp): who of the units that are to report has.
///
/// ```
/// use thuocdo::aggregate::Aggregate;
/// use thuocdo::id::Id;
/// # use thuocdo::{aggregate::Key, period::Period, record::Extent};
///
/// # let key = Key { indicator: Id::new("tuyen-sinh")?, at: vec![], period: Period::year(2021)?, extent: Extent::ToCutoff };
/// let none = Aggregate::expecting([Id::new("cao-loc")?, Id::new("chi-lang")?]).coverage(&key);
/// assert_eq!((none.reported.len(), none.missing.len()), (0, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Expected and there, in order.
    pub reported: Vec<Id>,
    /// Expected and not there.
    pub missing: Vec<Id>,
    /// There and not expected.
    pub unexpected: Vec<Id>,
}

impl Coverage {
    pub(super) fn of(expected: &BTreeSet<Id>, reported: &BTreeSet<&Id>) -> Self {
        let (there, missing): (Vec<&Id>, Vec<&Id>) = expected.iter().partition(|unit| reported.contains(unit));
        let unexpected = reported.iter().filter(|unit| !expected.contains(**unit));
        let cloned = |units: Vec<&Id>| units.into_iter().cloned().collect();
        Self {
            reported: cloned(there),
            missing: cloned(missing),
            unexpected: unexpected.map(|unit| (*unit).clone()).collect(),
        }
    }

    /// The share of the expected units that are there.
    ///
    /// # Errors
    /// [`QuantityError::ZeroDenominator`] if nobody is expected.
    pub fn share(&self) -> Result<Ratio, QuantityError> {
        let count = |units: &[Id]| i64::try_from(units.len()).unwrap_or(i64::MAX);
        Ratio::of(count(&self.reported), count(&self.reported).saturating_add(count(&self.missing)))
    }
}
