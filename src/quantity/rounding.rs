//! Rounding, the only place where digits are given up: by a named mode, at a stated number of decimals, once.

use core::fmt;

use super::{Amount, QuantityError, bounds::DECIMALS};

/// How a figure between two printable ones is rounded (cách làm tròn).
///
/// | mode | 2.5 | -2.5 | 2.4 | -2.4 | 2.6 |
/// | --- | --- | --- | --- | --- | --- |
/// | half away from zero | 3 | -3 | 2 | -2 | 3 |
/// | half to even | 2 | -2 | 2 | -2 | 3 |
/// | down (cut) | 2 | -2 | 2 | -2 | 2 |
/// | up (away from zero) | 3 | -3 | 3 | -3 | 3 |
/// | floor | 2 | -3 | 2 | -3 | 2 |
/// | ceiling | 3 | -2 | 3 | -2 | 3 |
///
/// Reports round half away from zero; of the ones that miss it, most cut ([`RoundMode::Down`]). There is no `Default`:
/// [`Rounding::half_away`] is as short and says what it does.
///
/// ```
/// use thuocdo::quantity::{Ratio, RoundMode, Rounding};
///
/// let ratio = Ratio::of(-5, 2)?;
/// let rounded = ratio.round(Rounding::new(RoundMode::HalfEven, 0)?);
/// assert_eq!(rounded.to_string(), "-2");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "làm tròn")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoundMode {
    /// To the nearest; a tie goes away from zero. What accountants and reports mean by rounding.
    HalfAway,
    /// To the nearest; a tie goes to the even neighbour.
    HalfEven,
    /// Towards zero: the digits are cut off.
    Down,
    /// Away from zero.
    Up,
    /// Towards minus infinity.
    Floor,
    /// Towards plus infinity.
    Ceiling,
}

impl RoundMode {
    /// Every mode.
    pub const ALL: [Self; 6] = [Self::HalfAway, Self::HalfEven, Self::Down, Self::Up, Self::Floor, Self::Ceiling];
}

/// A mode and a number of decimals (làm tròn đến … chữ số thập phân).
///
/// ```
/// use thuocdo::quantity::{Ratio, Rounding};
///
/// let supported = Ratio::of(92, 107)?;      // hộ được hỗ trợ trên tổng số hộ
/// assert_eq!(supported.round_percent(Rounding::half_away::<2>()).to_string(), "85.98");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounding {
    mode: RoundMode,
    decimals: u8,
}

impl Rounding {
    /// Rounding by `mode` at `decimals` decimals.
    ///
    /// # Errors
    /// [`QuantityError::RoundingTooFine`] beyond 6 decimals.
    pub const fn new(mode: RoundMode, decimals: u8) -> Result<Self, QuantityError> {
        if decimals <= DECIMALS {
            Ok(Self { mode, decimals })
        } else {
            Err(QuantityError::RoundingTooFine { decimals })
        }
    }

    /// Rounding half away from zero at `DIGITS` decimals; more than 6 do not compile.
    ///
    /// ```compile_fail
    /// let too_fine = thuocdo::quantity::Rounding::half_away::<7>();
    /// ```
    #[must_use]
    pub const fn half_away<const DIGITS: u8>() -> Self {
        const { assert!(DIGITS <= DECIMALS, "at most 6 decimals") }
        Self { mode: RoundMode::HalfAway, decimals: DIGITS }
    }

    /// The mode.
    #[must_use]
    pub const fn mode(self) -> RoundMode {
        self.mode
    }

    /// The number of decimals.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// Whether [`apply`](Self::apply) gives nothing up.
    pub(super) fn is_exact(self, numerator: i128, denominator: i128, factor: i128) -> bool {
        self.scale(numerator, factor).checked_rem(denominator) == Some(0)
    }

    /// `numerator / denominator`, times `factor`, rounded.
    ///
    /// INVARIANT of the callers: |numerator| < 10^30, 0 < denominator < 10^30, 1 <= factor <= 100; with at most 6
    /// decimals the scaled numerator stays below 10^38, inside an `i128`.
    pub(super) fn apply(self, numerator: i128, denominator: i128, factor: i128) -> Rounded {
        Rounded { mantissa: divide(self.scale(numerator, factor), denominator, self.mode), decimals: self.decimals }
    }

    fn scale(self, numerator: i128, factor: i128) -> i128 {
        let grid = 10_i128.saturating_pow(u32::from(self.decimals));
        numerator.saturating_mul(factor).saturating_mul(grid)
    }
}

/// The integer quotient of `n` and a positive `d`, rounded by `mode`; from quotient and remainder, nothing is lost.
fn divide(n: i128, d: i128, mode: RoundMode) -> i128 {
    let quotient = n.checked_div(d).unwrap_or(0);
    let remainder = n.checked_rem(d).unwrap_or(0);
    if remainder == 0 {
        return quotient;
    }
    let negative = n < 0;
    // the remainder against half of the divisor, without doubling
    let rest = remainder.unsigned_abs();
    let beyond_half = rest.cmp(&d.unsigned_abs().saturating_sub(rest));
    let away_from_zero = match mode {
        RoundMode::HalfAway => beyond_half.is_ge(),
        RoundMode::HalfEven => beyond_half.is_gt() || (beyond_half.is_eq() && quotient & 1 == 1),
        RoundMode::Down => false,
        RoundMode::Up => true,
        RoundMode::Floor => negative,
        RoundMode::Ceiling => !negative,
    };
    match (away_from_zero, negative) {
        (false, _) => quotient,
        (true, false) => quotient.saturating_add(1),
        (true, true) => quotient.saturating_sub(1),
    }
}

/// A rounded figure with its decimals (số đã làm tròn): `85.90` at two decimals is not `85.9` at one.
///
/// Ready to print; it may have more digits than an [`Amount`] can hold, so turning it into one is checked.
///
/// ```
/// use thuocdo::quantity::{Ratio, Rounding};
///
/// let half = Ratio::of(1, 2)?.round_percent(Rounding::half_away::<2>());
/// assert_eq!(half.to_string(), "50.00");
/// assert_eq!(half.to_amount()?.to_string(), "50");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounded {
    mantissa: i128,
    decimals: u8,
}

impl Rounded {
    pub(super) const fn new(mantissa: i128, decimals: u8) -> Self {
        Self { mantissa, decimals }
    }

    /// The digits without the point: 8598 for `85.98`.
    #[must_use]
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// The number of decimals.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// The same figure without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        // INVARIANT: |mantissa| <= 10^38
        Self { mantissa: self.mantissa.saturating_abs(), decimals: self.decimals }
    }

    /// The same value with no zeros at the end of its decimals.
    pub(super) fn without_end_zeros(self) -> Self {
        let mut shorter = self;
        while shorter.decimals > 0 && shorter.mantissa.checked_rem(10) == Some(0) {
            shorter.mantissa = shorter.mantissa.checked_div(10).unwrap_or(0);
            shorter.decimals = shorter.decimals.saturating_sub(1);
        }
        shorter
    }

    /// The same value as an amount.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 on.
    pub fn to_amount(self) -> Result<Amount, QuantityError> {
        let missing = 10_i128.saturating_pow(u32::from(DECIMALS.saturating_sub(self.decimals)));
        // a product that saturates is far beyond the largest amount, so it is refused as it should be
        Amount::from_millionths(self.mantissa.saturating_mul(missing))
    }

    /// The digits before the point, without sign, and those after it.
    #[must_use]
    pub fn parts(self) -> (u128, u128) {
        let grid = 10_u128.saturating_pow(u32::from(self.decimals));
        let digits = self.mantissa.unsigned_abs();
        (digits.checked_div(grid).unwrap_or(0), digits.checked_rem(grid).unwrap_or(0))
    }
}

impl From<Amount> for Rounded {
    /// The amount with as many decimals as it needs.
    fn from(amount: Amount) -> Self {
        Self::new(amount.millionths(), DECIMALS).without_end_zeros()
    }
}

/// Writes a plain decimal with all its decimals: a point, no grouping.
impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = self.parts();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        if self.decimals == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{fraction:0width$}", width = usize::from(self.decimals))
        }
    }
}
