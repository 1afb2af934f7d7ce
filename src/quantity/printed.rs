use core::{fmt, str::FromStr};

use super::{
    Amount, QuantityError, RoundMode, Rounded, Rounding,
    bounds::{DECIMALS, INTEGER_DIGITS},
    digits::{Digits, shorten},
};

/// A figure as printed (số như đã ghi): its value, its decimals and its zeros in front.
///
/// `95.80` claims one digit more than `95.8`, and `02` is the office's way of writing 2; both matter when a figure is
/// checked or corrected, so both are kept. Equality is of the printing; compare [`Printed::amount`] for the value.
///
/// ```
/// use thuocdo::quantity::Printed;
///
/// let households: Printed = "02".parse()?;
/// assert_eq!(households.to_string(), "02");
/// assert_eq!(households.amount().to_string(), "2");
///
/// let share: Printed = "95.80".parse()?;
/// assert_eq!(share.decimals(), 2);
/// assert_ne!(share, "95.8".parse()?);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Printed {
    amount: Amount,
    decimals: u8,
    integer_digits: u8,
}

impl Printed {
    /// `0`.
    pub(crate) const ZERO: Self = Self { amount: Amount::ZERO, decimals: 0, integer_digits: 1 };

    /// The value.
    #[must_use]
    pub const fn amount(self) -> Amount {
        self.amount
    }

    /// The digits after the point, zeros at the end included.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// The digits before the point, zeros in front included.
    #[must_use]
    pub const fn integer_digits(self) -> u8 {
        self.integer_digits
    }

    /// The same printing without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self { amount: self.amount.magnitude(), ..self }
    }

    /// The same value with at least so many digits before the point.
    pub(crate) fn padded_to(self, integer_digits: u8) -> Self {
        Self { integer_digits: self.integer_digits.max(integer_digits), ..self }
    }

    /// The value with the printed number of decimals.
    #[must_use]
    pub fn rounded(self) -> Rounded {
        // INVARIANT: the value has no more decimals than are printed, so nothing is cut
        Rounding::new(RoundMode::Down, self.decimals)
            .map_or_else(|_| Rounded::from(self.amount), |rounding| super::Ratio::from(self.amount).round(rounding))
    }

    /// A rounded figure as it would be printed.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 on.
    pub fn of(rounded: Rounded) -> Result<Self, QuantityError> {
        let amount = rounded.to_amount()?;
        let (whole, _) = rounded.parts();
        Ok(Self { amount, decimals: rounded.decimals(), integer_digits: count_digits(whole) })
    }
}

impl From<Amount> for Printed {
    /// The amount with as many decimals as it needs and no zeros in front.
    fn from(amount: Amount) -> Self {
        let rounded = Rounded::from(amount);
        Self { amount, decimals: rounded.decimals(), integer_digits: count_digits(rounded.parts().0) }
    }
}

/// Reads a plain decimal, zeros in front and at the end kept.
impl FromStr for Printed {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let digits = Digits::parse(text)?;
        let amount = Amount::from_digits(text, digits)?;
        let too_large = || QuantityError::TooLarge { text: shorten(text) };
        let integer_digits = u8::try_from(digits.integer.len()).map_err(|_| too_large())?;
        if integer_digits > INTEGER_DIGITS {
            return Err(too_large());
        }
        // INVARIANT: the amount was accepted, so there are at most 6
        let decimals = u8::try_from(digits.fraction.len()).unwrap_or(DECIMALS);
        Ok(Self { amount, decimals, integer_digits })
    }
}

/// Writes a plain decimal as it was printed: a point, no grouping, all zeros.
impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = self.rounded().parts();
        let sign = if self.amount.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole:0width$}", width = usize::from(self.integer_digits))?;
        if self.decimals > 0 {
            write!(f, ".{fraction:0width$}", width = usize::from(self.decimals))?;
        }
        Ok(())
    }
}

fn count_digits(whole: u128) -> u8 {
    let digits = whole.checked_ilog10().unwrap_or(0).saturating_add(1);
    u8::try_from(digits).unwrap_or(INTEGER_DIGITS)
}
