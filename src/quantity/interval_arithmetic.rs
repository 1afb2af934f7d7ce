//! What a sum, a multiple or a quotient can be, when each of its terms is only known to lie in an interval.
//!
//! Every end is exact, and an end that only an open end leads to is open. A term that is too large is an error, never a
//! wider or a narrower interval.

use super::{End, Interval, QuantityError, Ratio};

impl Interval {
    /// The values that are in both; none if there are none.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let low = tighter(self.low, other.low, |mine, theirs| mine > theirs);
        let high = tighter(self.high, other.high, |mine, theirs| mine < theirs);
        Self::between(low, high)
    }

    /// From the lower of both low ends to the higher of both high ends: the values of both, and what is between them.
    pub(crate) fn hull(&self, other: &Self) -> Self {
        let low = self.low.zip(other.low).map(|(mine, theirs)| farther(mine, theirs, theirs.0 < mine.0));
        let high = self.high.zip(other.high).map(|(mine, theirs)| farther(mine, theirs, mine.0 < theirs.0));
        Self { low, high }
    }

    /// What the sum of a value of each can be.
    ///
    /// ```
    /// use thuocdo::quantity::{Interval, Ratio};
    ///
    /// // khoảng 7.000 + 8.000 + từ 120 đến 150
    /// let elsewhere = Interval::point(Ratio::of(15000, 1)?);
    /// let abroad = Interval::closed(Ratio::of(120, 1)?, Ratio::of(150, 1)?).unwrap();
    /// let total = elsewhere.checked_add(&abroad)?;
    /// assert_eq!(total, Interval::closed(Ratio::of(15120, 1)?, Ratio::of(15150, 1)?).unwrap());
    /// # Ok::<(), thuocdo::quantity::QuantityError>(())
    /// ```
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`].
    pub fn checked_add(&self, other: &Self) -> Result<Self, QuantityError> {
        Ok(Self { low: add_ends(self.low, other.low)?, high: add_ends(self.high, other.high)? })
    }

    /// What `factor` times one of its values can be; a negative factor turns the interval round, zero leaves nothing of it.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`].
    pub fn checked_scale(&self, factor: Ratio) -> Result<Self, QuantityError> {
        if factor == Ratio::ZERO {
            return Ok(Self::point(Ratio::ZERO));
        }
        let scaled = self.try_map(|(end, kind)| Ok::<_, QuantityError>((end.checked_mul(factor)?, kind)))?;
        Ok(if factor.is_negative() { Self { low: scaled.high, high: scaled.low } } else { scaled })
    }

    /// What the product of a value of this and a value of `factor`, whose values are above zero, can be.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`].
    pub(crate) fn times_positive(&self, factor: &Self) -> Result<Self, QuantityError> {
        // the least product is that of the low end: with the small factor if it is positive, with the large one if not
        let low = match self.low {
            Some((low, end)) => {
                let (nearest, farthest) = (factor.low, factor.high);
                multiply_ends((low, end), if low.is_negative() { farthest } else { nearest })?
            }
            None => None,
        };
        let high = match self.high {
            Some((high, end)) => {
                let (nearest, farthest) = (factor.low, factor.high);
                multiply_ends((high, end), if high.is_negative() { nearest } else { farthest })?
            }
            None => None,
        };
        Ok(Self { low, high })
    }

    /// What one over a value above zero of this can be; none if it has no value above zero.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`].
    pub(crate) fn inverse_of_positive(&self) -> Result<Option<Self>, QuantityError> {
        let Some(positive) = self.intersection(&Self::POSITIVE) else { return Ok(None) };
        let turn = |end: Option<(Ratio, End)>| match end {
            Some((end, _)) if end == Ratio::ZERO => Ok(None),
            Some((end, kind)) => end.inverse().map(|inverse| Some((inverse, kind))),
            None => Ok(Some((Ratio::ZERO, End::Open))),
        };
        Ok(Some(Self { low: turn(positive.high)?, high: turn(positive.low)? }))
    }

    /// Everything above zero.
    pub(crate) const POSITIVE: Self = Self { low: Some((Ratio::ZERO, End::Open)), high: None };
}

type OptionalEnd = Option<(Ratio, End)>;

/// The end that leaves less; of two at the same value, the open one.
fn tighter(mine: OptionalEnd, theirs: OptionalEnd, is_tighter: impl Fn(Ratio, Ratio) -> bool) -> OptionalEnd {
    match (mine, theirs) {
        (None, end) | (end, None) => end,
        (Some((a, _)), Some((b, kind))) if is_tighter(b, a) => Some((b, kind)),
        (Some((a, kind)), Some((b, other))) => Some((a, if a == b { kind.and(other) } else { kind })),
    }
}

/// The end that leaves more; of two at the same value, the closed one.
fn farther(mine: (Ratio, End), theirs: (Ratio, End), is_beyond: bool) -> (Ratio, End) {
    if is_beyond || (mine.0 == theirs.0 && theirs.1 == End::Closed) { theirs } else { mine }
}

fn add_ends(mine: OptionalEnd, theirs: OptionalEnd) -> Result<OptionalEnd, QuantityError> {
    match mine.zip(theirs) {
        Some(((a, kind), (b, other))) => Ok(Some((a.checked_add(b)?, kind.and(other)))),
        None => Ok(None),
    }
}

/// The product of an end and the end of a positive factor that goes with it.
fn multiply_ends((end, kind): (Ratio, End), factor: OptionalEnd) -> Result<OptionalEnd, QuantityError> {
    match factor {
        // zero times anything, however large, is zero
        _ if end == Ratio::ZERO => Ok(Some((Ratio::ZERO, kind))),
        Some((factor, other)) => Ok(Some((end.checked_mul(factor)?, kind.and(other)))),
        None => Ok(None),
    }
}
