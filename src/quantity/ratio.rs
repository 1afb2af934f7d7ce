use core::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use super::{
    Amount, QuantityError, Rounded, Rounding,
    bounds::{DECIMALS, MILLIONTHS, RATIO_END},
    wide::compare_products,
};

/// Ratio (số tương đối): a pair that is never divided until it is printed.
///
/// Both terms are kept, in millionths of the figures they came from, below 10^30; the denominator is positive. Two
/// ratios are equal if their cross products are, so 1/2 equals 2/4, and every ratio can be ordered against every other
/// without losing a digit.
///
/// ```
/// use thuocdo::quantity::{Ratio, Rounding};
///
/// let supported = Ratio::of(92, 107)?;
/// assert_eq!(supported.round_percent(Rounding::half_away::<2>()).to_string(), "85.98");
/// assert!(supported < Ratio::of(86, 100)?);
/// assert!(Ratio::of(1, 0).is_err());
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "số tương đối")]
#[doc(alias = "tỷ lệ")]
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Nothing of one.
    pub const ZERO: Self = Self { numerator: 0, denominator: MILLIONTHS };
    /// One of one, 100 %.
    pub const ONE: Self = Self { numerator: MILLIONTHS, denominator: MILLIONTHS };

    /// One hundred of one.
    pub const HUNDRED: Self = Self { numerator: 100 * MILLIONTHS, denominator: MILLIONTHS };
    /// One hundredth, 1 %.
    pub const PERCENT: Self = Self { numerator: MILLIONTHS, denominator: 100 * MILLIONTHS };

    /// The ratio of two figures of the same kind.
    ///
    /// # Errors
    /// [`QuantityError::ZeroDenominator`], or the error of a figure that is no [`Amount`].
    pub fn of<N, D>(numerator: N, denominator: D) -> Result<Self, QuantityError>
    where
        N: TryInto<Amount>,
        D: TryInto<Amount>,
        QuantityError: From<N::Error> + From<D::Error>,
    {
        let numerator: Amount = numerator.try_into()?;
        let denominator: Amount = denominator.try_into()?;
        Self::from_millionths(numerator.millionths(), denominator.millionths())
    }

    /// The ratio of two counts of millionths, such as sums of many amounts.
    ///
    /// # Errors
    /// [`QuantityError::ZeroDenominator`], or [`QuantityError::ResultTooLarge`] from 10^30 on.
    pub fn from_millionths(numerator: i128, denominator: i128) -> Result<Self, QuantityError> {
        if denominator == 0 {
            return Err(QuantityError::ZeroDenominator);
        }
        let is_legal = |term: i128| term.unsigned_abs() < RATIO_END.unsigned_abs();
        if !is_legal(numerator) || !is_legal(denominator) {
            return Err(QuantityError::ResultTooLarge);
        }
        // INVARIANT: |terms| < 10^30, so a change of sign cannot saturate
        Ok(if denominator < 0 {
            Self { numerator: numerator.saturating_neg(), denominator: denominator.saturating_neg() }
        } else {
            Self { numerator, denominator }
        })
    }

    /// The numerator in millionths, as it was given.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator in millionths, as it was given; above zero.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The same value in lowest terms: (46, 53) for 92 of 106.
    #[must_use]
    pub fn lowest_terms(self) -> (i128, i128) {
        let divisor = greatest_common_divisor(self.numerator, self.denominator);
        (self.numerator.checked_div(divisor).unwrap_or(0), self.denominator.checked_div(divisor).unwrap_or(1))
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The value as a plain number, rounded.
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Rounded {
        rounding.apply(self.numerator, self.denominator, 1)
    }

    /// The value in percent, rounded.
    #[must_use]
    pub fn round_percent(self, rounding: Rounding) -> Rounded {
        rounding.apply(self.numerator, self.denominator, 100)
    }

    /// The value in percent, rounded; where fewer decimals already say it exactly, with no more than those.
    ///
    /// 772/500 is `154.4` at two decimals, and not `154.40`; 2445/2552 is `95.81`.
    #[must_use]
    pub fn round_percent_short(self, rounding: Rounding) -> Rounded {
        let rounded = self.round_percent(rounding);
        if rounding.is_exact(self.numerator, self.denominator, 100) { rounded.without_end_zeros() } else { rounded }
    }

    /// The amount it is equal to, if one is: 7/4 is 1.75, 2/3 is none.
    #[must_use]
    pub fn to_amount(self) -> Option<Amount> {
        let (numerator, denominator) = self.lowest_terms();
        if MILLIONTHS.checked_rem(denominator) != Some(0) {
            return None;
        }
        let millionths = numerator.checked_mul(MILLIONTHS.checked_div(denominator)?)?;
        Amount::from_millionths(millionths).ok()
    }

    /// The sum.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`] if its lowest terms, or a term on the way to them, are too large.
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        if self.denominator == other.denominator {
            // INVARIANT: both numerators are below 10^30; and the pair keeps its base, as in a sum of figures it should
            let sum = Self::from_millionths(self.numerator.saturating_add(other.numerator), self.denominator);
            if let Ok(sum) = sum {
                return Ok(sum);
            }
        }
        let (a, b) = self.lowest_terms();
        let (c, d) = other.lowest_terms();
        let common = greatest_common_divisor(b, d);
        let sum = || {
            let (left, right) = (b.checked_div(common)?, d.checked_div(common)?);
            let numerator = a.checked_mul(right)?.checked_add(c.checked_mul(left)?)?;
            // what the numerator shares with the common part is all that can still be cancelled
            let shared = greatest_common_divisor(numerator, common);
            let denominator = left.checked_mul(d.checked_div(shared)?)?;
            Some((numerator.checked_div(shared)?, denominator))
        };
        let (numerator, denominator) = sum().ok_or(QuantityError::ResultTooLarge)?;
        Self::from_lowest(numerator, denominator)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`] if its lowest terms reach 10^30.
    pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
        self.checked_add(other.negated())
    }

    /// The product.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`] if its lowest terms reach 10^30.
    pub fn checked_mul(self, other: Self) -> Result<Self, QuantityError> {
        let (a, b) = self.lowest_terms();
        let (c, d) = other.lowest_terms();
        let left = greatest_common_divisor(a, d);
        let right = greatest_common_divisor(c, b);
        let product = || {
            let numerator = a.checked_div(left)?.checked_mul(c.checked_div(right)?)?;
            let denominator = b.checked_div(right)?.checked_mul(d.checked_div(left)?)?;
            Some((numerator, denominator))
        };
        let (numerator, denominator) = product().ok_or(QuantityError::ResultTooLarge)?;
        Self::from_lowest(numerator, denominator)
    }

    /// The ratio less one, the denominator kept: 18/28 becomes -10/28.
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`] if the numerator reaches 10^30.
    pub fn less_one(self) -> Result<Self, QuantityError> {
        // INVARIANT: both terms are below 10^30, so the difference cannot saturate
        Self::from_millionths(self.numerator.saturating_sub(self.denominator), self.denominator)
    }

    /// The ratio turned round.
    ///
    /// # Errors
    /// [`QuantityError::ZeroDenominator`] for zero.
    pub fn inverse(self) -> Result<Self, QuantityError> {
        Self::from_millionths(self.denominator, self.numerator)
    }

    /// A result in lowest terms, put back into millionths where that fits, so that it prints as what it is.
    fn from_lowest(numerator: i128, denominator: i128) -> Result<Self, QuantityError> {
        let in_millionths = numerator.checked_mul(MILLIONTHS).zip(denominator.checked_mul(MILLIONTHS));
        in_millionths
            .and_then(|(numerator, denominator)| Self::from_millionths(numerator, denominator).ok())
            .map_or_else(|| Self::from_millionths(numerator, denominator), Ok)
    }

    /// A `divisor`-th of it.
    ///
    /// INVARIANT of the callers: the denominator is [`MILLIONTHS`] and `divisor` at most 100.
    pub(super) fn over(self, divisor: u8) -> Self {
        Self { numerator: self.numerator, denominator: self.denominator.saturating_mul(i128::from(divisor)) }
    }

    /// The same ratio with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { numerator: self.numerator.saturating_neg(), denominator: self.denominator }
    }
}

impl From<Amount> for Ratio {
    fn from(amount: Amount) -> Self {
        Self { numerator: amount.millionths(), denominator: MILLIONTHS }
    }
}

/// By value: 1/2 equals 2/4.
impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Exact over the whole range, by 256-bit cross products.
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        compare_products((self.numerator, other.denominator), (other.numerator, self.denominator))
    }
}

/// By value, as equality is.
impl Hash for Ratio {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lowest_terms().hash(state);
    }
}

/// Writes both terms as plain decimals: `92/107`.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = |millionths: i128| Rounded::new(millionths, DECIMALS).without_end_zeros();
        write!(f, "{}/{}", exact(self.numerator), exact(self.denominator))
    }
}

/// At least 1, so that it may always be divided by.
fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.saturating_abs(), b.saturating_abs());
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a.max(1)
}
