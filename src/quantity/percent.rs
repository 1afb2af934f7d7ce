//! Percent and percentage points: a rate and a difference of rates are two types, so that they cannot be added by
//! mistake.

use super::{Amount, QuantityError, Ratio, Rounding};

/// Percent (phần trăm): a rate in hundredths of its base, such as a target of 80 %.
///
/// Adding percentage points to a percentage does not compile; moving a percentage by points does:
///
/// ```
/// use thuocdo::quantity::{Amount, Percent, PercentagePoints};
///
/// let last_year = Percent::new("56.0".parse()?);
/// let change = PercentagePoints::new("1.2".parse()?);
/// let this_year = last_year.moved_by(change)?;
/// assert_eq!(this_year.amount().to_string(), "57.2");
/// assert_eq!(this_year.points_above(last_year)?, change);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
///
/// ```compile_fail
/// # use thuocdo::quantity::{Amount, Percent, PercentagePoints};
/// let rate = Percent::new(Amount::from(56));
/// let change = PercentagePoints::new(Amount::from(1));
/// let wrong = rate.checked_add(change);      // expected `Percent`, found `PercentagePoints`
/// ```
#[doc(alias = "phần trăm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Amount);

/// Percentage points (điểm phần trăm): the difference of two percentages.
///
/// 12 % against 10 % is up 20 % or 2 percentage points; the first is a [`Ratio`] of two rates, the second their
/// difference.
///
/// ```
/// use thuocdo::quantity::{Amount, Percent};
///
/// let change = Percent::new(Amount::from(12)).points_above(Percent::new(Amount::from(10)))?;
/// assert_eq!(change.amount(), Amount::from(2));
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "điểm phần trăm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PercentagePoints(Amount);

impl Percent {
    /// The whole, 100 %.
    pub const WHOLE: Self = Self(Amount::HUNDRED);

    /// So many hundredths.
    #[must_use]
    pub const fn new(amount: Amount) -> Self {
        Self(amount)
    }

    /// A ratio in percent, rounded.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 percent on.
    pub fn of(ratio: Ratio, rounding: Rounding) -> Result<Self, QuantityError> {
        Ok(Self(ratio.round_percent(rounding).to_amount()?))
    }

    /// The number before the percent sign.
    #[must_use]
    pub const fn amount(self) -> Amount {
        self.0
    }

    /// The same rate as a ratio, exactly.
    #[must_use]
    pub fn to_ratio(self) -> Ratio {
        Ratio::from(self.0).over(100)
    }

    /// The sum of two percentages of one base.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 percent on.
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        Ok(Self(self.0.checked_add(other.0)?))
    }

    /// How many points this rate is above `other`; negative if it is below.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 points on.
    pub fn points_above(self, other: Self) -> Result<PercentagePoints, QuantityError> {
        Ok(PercentagePoints(self.0.checked_sub(other.0)?))
    }

    /// This rate, `change` points further.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 percent on.
    pub fn moved_by(self, change: PercentagePoints) -> Result<Self, QuantityError> {
        Ok(Self(self.0.checked_add(change.0)?))
    }
}

impl PercentagePoints {
    /// So many points.
    #[must_use]
    pub const fn new(amount: Amount) -> Self {
        Self(amount)
    }

    /// A difference of two ratios in percentage points, rounded.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 points on.
    pub fn of(difference: Ratio, rounding: Rounding) -> Result<Self, QuantityError> {
        Ok(Self(difference.round_percent(rounding).to_amount()?))
    }

    /// The number of points.
    #[must_use]
    pub const fn amount(self) -> Amount {
        self.0
    }

    /// The sum of two changes of one rate.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 points on.
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        Ok(Self(self.0.checked_add(other.0)?))
    }
}
