use super::{Ratio, RoundMode, Rounding};

/// A set of values between two ends (khoảng giá trị), each end open, closed or absent; never empty.
///
/// What a bound such as "từ 80% trở lên" allows, and what a target asks for.
///
/// ```
/// use thuocdo::quantity::{End, Interval, Ratio};
///
/// let required = Interval::from(Ratio::of(80, 1)?, End::Closed);       // từ 80 trở lên
/// let stated = Interval::from(Ratio::of(80, 1)?, End::Open);           // trên 80
/// assert!(stated.is_within(&required));
/// assert!(!required.is_within(&stated) && required.meets(&stated));
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub(super) low: Option<(Ratio, End)>,
    pub(super) high: Option<(Ratio, End)>,
}

/// Whether the end of an [`Interval`] belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The end is one of the values.
    Closed,
    /// The values come as near to the end as one likes and do not reach it.
    Open,
}

impl End {
    /// Closed only if both are: of an end that two ends lead to.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Closed, Self::Closed) => Self::Closed,
            _ => Self::Open,
        }
    }
}

impl Interval {
    /// Every value.
    pub const EVERYTHING: Self = Self { low: None, high: None };

    /// The single value.
    #[must_use]
    pub const fn point(value: Ratio) -> Self {
        Self { low: Some((value, End::Closed)), high: Some((value, End::Closed)) }
    }

    /// Everything from `low` on.
    #[must_use]
    pub const fn from(low: Ratio, end: End) -> Self {
        Self { low: Some((low, end)), high: None }
    }

    /// Everything up to `high`.
    #[must_use]
    pub const fn up_to(high: Ratio, end: End) -> Self {
        Self { low: None, high: Some((high, end)) }
    }

    /// Everything from `low` to `high`, both ends included; none if they do not rise.
    #[must_use]
    pub fn closed(low: Ratio, high: Ratio) -> Option<Self> {
        (low <= high).then_some(Self { low: Some((low, End::Closed)), high: Some((high, End::Closed)) })
    }

    /// Everything between two ends, either of which may be absent; none if there is nothing between them.
    #[must_use]
    pub fn between(low: Option<(Ratio, End)>, high: Option<(Ratio, End)>) -> Option<Self> {
        let is_empty = low.zip(high).is_some_and(|((low, low_end), (high, high_end))| {
            high < low || (low == high && (low_end == End::Open || high_end == End::Open))
        });
        (!is_empty).then_some(Self { low, high })
    }

    /// The lower end, if there is one.
    #[must_use]
    pub const fn low(&self) -> Option<(Ratio, End)> {
        self.low
    }

    /// The upper end, if there is one.
    #[must_use]
    pub const fn high(&self) -> Option<(Ratio, End)> {
        self.high
    }

    /// Its value, if it is a single one.
    #[must_use]
    pub fn single(&self) -> Option<Ratio> {
        let (low, high) = (self.low?, self.high?);
        (low.0 == high.0).then_some(low.0)
    }

    /// Whether `value` is one of its values.
    #[must_use]
    pub fn contains(&self, value: Ratio) -> bool {
        Self::point(value).is_within(self)
    }

    /// Its values that are not negative. An interval of negative values alone stays as it is.
    pub(crate) fn not_below_zero(self) -> Self {
        let zero = (Ratio::ZERO, End::Closed);
        let is_below = self.high.is_some_and(|(high, _)| high.is_negative());
        match self.low {
            Some((low, _)) if !low.is_negative() || is_below => self,
            None if is_below => self,
            _ => Self { low: Some(zero), high: self.high },
        }
    }

    /// Its whole values, as the interval from the first to the last of them; none if there are none.
    pub(crate) fn whole_numbers(self) -> Option<Self> {
        let inward = |(end, kind): (Ratio, End), mode: RoundMode, step: Ratio| -> Option<(Ratio, End)> {
            let rounded = Ratio::from(end.round(Rounding::new(mode, 0).ok()?).to_amount().ok()?);
            // an open end that is whole itself is left out
            let first = if kind == End::Open && rounded == end { rounded.checked_add(step).ok()? } else { rounded };
            Some((first, End::Closed))
        };
        // an end too large to be rounded stays as it is
        let low = self.low.map(|low| inward(low, RoundMode::Ceiling, Ratio::ONE).unwrap_or(low));
        let high = self.high.map(|high| inward(high, RoundMode::Floor, Ratio::ONE.negated()).unwrap_or(high));
        Self::between(low, high)
    }

    /// Its whole values that are not negative, as the interval from the first to the last of them; itself if there are none.
    pub(crate) fn whole_numbers_from_zero(self) -> Self {
        let counted = self.not_below_zero();
        counted.whole_numbers().unwrap_or(counted)
    }

    /// The interval between the images of both ends; `map` must keep the order.
    pub(crate) fn try_map<E>(self, map: impl Fn((Ratio, End)) -> Result<(Ratio, End), E>) -> Result<Self, E> {
        Ok(Self { low: self.low.map(&map).transpose()?, high: self.high.map(&map).transpose()? })
    }

    /// With everything above it.
    pub(crate) const fn and_above(self) -> Self {
        Self { low: self.low, high: None }
    }

    /// With everything below it.
    pub(crate) const fn and_below(self) -> Self {
        Self { low: None, high: self.high }
    }

    /// Whether every value of this interval is one of `other`.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let low_is_in = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((mine, my_end)), Some((theirs, their_end))) => {
                theirs < mine || (theirs == mine && (their_end == End::Closed || my_end == End::Open))
            }
        };
        let high_is_in = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((mine, my_end)), Some((theirs, their_end))) => {
                mine < theirs || (mine == theirs && (their_end == End::Closed || my_end == End::Open))
            }
        };
        low_is_in && high_is_in
    }

    /// Whether some value of this interval is one of `other`.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let starts_before_end = |low: Option<(Ratio, End)>, high: Option<(Ratio, End)>| match (low, high) {
            (Some((low, low_end)), Some((high, high_end))) => {
                low < high || (low == high && low_end == End::Closed && high_end == End::Closed)
            }
            _ => true,
        };
        starts_before_end(self.low, other.high) && starts_before_end(other.low, self.high)
    }
}
