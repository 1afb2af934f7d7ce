//! A sum of intervals from which one term can be taken out again, so that each of a thousand terms costs one step.

use crate::quantity::{End, Interval, QuantityError, Ratio};

/// The ends of a sum of weighted intervals, with what is open or absent counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Total {
    low: Side,
    high: Side,
}

#[derive(Debug, Clone, Copy)]
struct Side {
    sum: Ratio,
    open: usize,
    absent: usize,
}

impl Total {
    pub(super) const ZERO: Self = Self { low: Side::ZERO, high: Side::ZERO };

    /// With another term.
    pub(super) fn with(self, term: &Interval) -> Result<Self, QuantityError> {
        Ok(Self { low: self.low.with(term.low())?, high: self.high.with(term.high())? })
    }

    /// Without a term that is in it.
    pub(super) fn without(self, term: &Interval) -> Result<Self, QuantityError> {
        Ok(Self { low: self.low.without(term.low())?, high: self.high.without(term.high())? })
    }

    /// What the sum can be.
    pub(super) fn interval(self) -> Interval {
        // INVARIANT: the terms are intervals, so the ends of their sum rise
        Interval::between(self.low.end(), self.high.end()).unwrap_or(Interval::EVERYTHING)
    }
}

impl Side {
    const ZERO: Self = Self { sum: Ratio::ZERO, open: 0, absent: 0 };

    fn with(self, end: Option<(Ratio, End)>) -> Result<Self, QuantityError> {
        Ok(match end {
            Some((end, kind)) => Self {
                sum: self.sum.checked_add(end)?,
                open: self.open.saturating_add(usize::from(kind == End::Open)),
                ..self
            },
            None => Self { absent: self.absent.saturating_add(1), ..self },
        })
    }

    fn without(self, end: Option<(Ratio, End)>) -> Result<Self, QuantityError> {
        Ok(match end {
            Some((end, kind)) => Self {
                sum: self.sum.checked_sub(end)?,
                open: self.open.saturating_sub(usize::from(kind == End::Open)),
                ..self
            },
            None => Self { absent: self.absent.saturating_sub(1), ..self },
        })
    }

    fn end(self) -> Option<(Ratio, End)> {
        (self.absent == 0).then_some((self.sum, if self.open == 0 { End::Closed } else { End::Open }))
    }
}
