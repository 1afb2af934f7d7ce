use alloc::string::ToString;
use core::{fmt, str::FromStr};

use rust_decimal::Decimal;

use super::{
    NotDecimal, QuantityError, Rounded,
    bounds::{AMOUNT_END, DECIMALS, INTEGER_DIGITS, MILLIONTHS},
    digits::{Digits, shorten},
};

/// Amount (trị số): an exact decimal of at most 18 digits before and 6 after the point.
///
/// Held as a whole count of millionths, so equal values are equal bits and there is one zero. Addition is checked; there
/// is no `+`, because it could fail.
///
/// ```
/// use thuocdo::quantity::Amount;
///
/// let spent: Amount = "5261.5".parse()?;
/// assert_eq!(spent.checked_add(Amount::from(2000))?.to_string(), "7261.5");
/// assert_eq!("85,98".parse::<Amount>().unwrap_err().to_string(),
///     "`85,98` is not a decimal: write the decimal point as `.` and no group marks, such as `85.98`");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "trị số")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i128);

impl Amount {
    /// Nothing: a value, not a missing one.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(MILLIONTHS);
    /// One below zero.
    pub const MINUS_ONE: Self = Self(-MILLIONTHS);
    /// One hundred.
    pub const HUNDRED: Self = Self(100 * MILLIONTHS);
    /// The largest amount, 999 999 999 999 999 999.999999.
    pub const MAX: Self = Self(AMOUNT_END - 1);
    /// The smallest amount, the largest with a minus sign.
    pub const MIN: Self = Self(1 - AMOUNT_END);

    /// The amount of so many millionths.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 ones on.
    pub fn from_millionths(millionths: i128) -> Result<Self, QuantityError> {
        if millionths.unsigned_abs() < AMOUNT_END.unsigned_abs() {
            Ok(Self(millionths))
        } else {
            Err(QuantityError::TooLarge { text: Rounded::new(millionths, DECIMALS).to_string() })
        }
    }

    /// The count of millionths.
    #[must_use]
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// The decimals needed to write it out: 0 for `5`, 2 for `85.98`.
    #[must_use]
    pub fn decimals(self) -> u8 {
        Rounded::from(self).decimals()
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0.checked_rem(MILLIONTHS) == Some(0)
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] if it has more than 18 digits before the point.
    pub fn checked_add(self, other: Self) -> Result<Self, QuantityError> {
        // INVARIANT: both terms are below 10^24, so the sum cannot saturate
        Self::from_millionths(self.0.saturating_add(other.0))
    }

    /// The difference.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] if it has more than 18 digits before the point.
    pub fn checked_sub(self, other: Self) -> Result<Self, QuantityError> {
        self.checked_add(other.negated())
    }

    /// The same amount with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        // INVARIANT: the range is symmetric
        Self(self.0.saturating_neg())
    }

    /// The amount without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        if self.is_negative() { self.negated() } else { self }
    }

    /// The same value as a [`Decimal`], which holds every amount exactly.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        // 24 digits at most, `Decimal` has 28
        Decimal::from_i128_with_scale(self.0, u32::from(DECIMALS)).normalize()
    }

    /// The value of plain digits.
    pub(super) fn from_digits(text: &str, digits: Digits<'_>) -> Result<Self, QuantityError> {
        let significant = digits.integer.trim_start_matches('0');
        if significant.len() > usize::from(INTEGER_DIGITS) {
            return Err(QuantityError::TooLarge { text: shorten(text) });
        }
        if digits.fraction.len() > usize::from(DECIMALS) {
            return Err(QuantityError::TooFine { text: shorten(text) });
        }
        let missing = usize::from(DECIMALS).saturating_sub(digits.fraction.len());
        let all = significant.bytes().chain(digits.fraction.bytes()).chain(core::iter::repeat_n(b'0', missing));
        // INVARIANT: at most 24 digits, so nothing saturates
        let value = all.fold(0_i128, |value, digit| {
            value.saturating_mul(10).saturating_add(i128::from(digit.saturating_sub(b'0')))
        });
        Self::from_millionths(if digits.negative { value.saturating_neg() } else { value })
    }
}

/// Reads a plain decimal: an optional minus sign, digits without padding, an optional point with 1 to 6 digits.
impl FromStr for Amount {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let digits = Digits::parse(text)?;
        if digits.is_padded() {
            return Err(QuantityError::NotDecimal { text: shorten(text), why: NotDecimal::Padded });
        }
        Self::from_digits(text, digits)
    }
}

/// Writes the canonical decimal: a point, no grouping, no zeros at the end.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Rounded::from(*self).fmt(f)
    }
}

macro_rules! from_small_integer {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Amount {
            fn from(value: $integer) -> Self {
                // INVARIANT: below 2^32 ones
                Self(i128::from(value).saturating_mul(MILLIONTHS))
            }
        }
    )*};
}

macro_rules! from_large_integer {
    ($($integer:ty),*) => {$(
        impl TryFrom<$integer> for Amount {
            type Error = QuantityError;

            fn try_from(value: $integer) -> Result<Self, QuantityError> {
                i128::try_from(value)
                    .ok()
                    .and_then(|whole| whole.checked_mul(MILLIONTHS))
                    .and_then(|millionths| Self::from_millionths(millionths).ok())
                    .ok_or_else(|| QuantityError::TooLarge { text: value.to_string() })
            }
        }
    )*};
}

from_small_integer!(i8, i16, i32, u8, u16, u32);
from_large_integer!(i64, u64, i128, u128, isize, usize);

/// Takes a decimal exactly or not at all.
impl TryFrom<Decimal> for Amount {
    type Error = QuantityError;

    fn try_from(value: Decimal) -> Result<Self, QuantityError> {
        let too_fine = || QuantityError::TooFine { text: value.to_string() };
        let too_large = || QuantityError::TooLarge { text: value.to_string() };
        let scale = value.scale();
        let mantissa = value.mantissa();
        let millionths = if let Some(missing) = u32::from(DECIMALS).checked_sub(scale) {
            mantissa.checked_mul(10_i128.saturating_pow(missing)).ok_or_else(too_large)?
        } else {
            // INVARIANT: a decimal has at most 28 decimals, 10^22 fits
            let surplus = 10_i128.saturating_pow(scale.saturating_sub(u32::from(DECIMALS)));
            if mantissa.checked_rem(surplus) != Some(0) {
                return Err(too_fine());
            }
            mantissa.checked_div(surplus).ok_or_else(too_fine)?
        };
        Self::from_millionths(millionths).map_err(|_| too_large())
    }
}
