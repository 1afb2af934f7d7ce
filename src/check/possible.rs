//! Shares that a whole number of parts can give (GRIM): of 25 there is no 47,4 %.

use alloc::vec::Vec;

use super::{Precision, cell::preimage};
use crate::quantity::{Amount, Interval, Printed, QuantityError, Ratio, RoundMode, Rounding};

/// Which whole numbers of parts give a stated share, and which shares are possible next to it (số phần có thể có).
#[doc(alias = "GRIM")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PossibleParts {
    /// The smallest and the largest number of parts that is printed as the share; none if no whole number is.
    pub parts: Option<(i128, i128)>,
    /// The nearest possible shares, below and above what the share stands for, rounded half away from zero; the same one if
    /// the share is possible and exact.
    pub nearest: (Printed, Printed),
}

/// Which whole numbers of `whole` are printed as `stated`, a share of `per`: 100 for percent.
///
/// ```
/// use thuocdo::check::{Precision, possible_parts};
/// use thuocdo::quantity::Amount;
///
/// let share = |text: &str| possible_parts(text.parse()?, Amount::HUNDRED, Precision::ByUnit, Amount::from(107));
/// assert_eq!(share("85.98")?.parts, Some((92, 92)));              // 92/107 hộ
/// let impossible = share("85.90")?;                               // between 91 and 92 of 107
/// assert_eq!(impossible.parts, None);
/// assert_eq!(impossible.nearest, ("85.05".parse()?, "85.98".parse()?));
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
///
/// # Errors
/// [`QuantityError::ZeroDenominator`] if `whole` or `per` is 0, [`QuantityError::ResultTooLarge`].
pub fn possible_parts(
    stated: Printed,
    per: Amount,
    precision: Precision,
    whole: Amount,
) -> Result<PossibleParts, QuantityError> {
    // parts = share * whole / per
    let factor = Ratio::of(whole, per)?;
    let parts = preimage(stated, precision)?.checked_scale(factor)?;
    let at =
        |parts: Ratio, mode| -> Result<i128, QuantityError> { Ok(parts.round(Rounding::new(mode, 0)?).mantissa()) };
    let middle = Ratio::from(stated.amount()).checked_mul(factor)?;
    let (below, above) = (at(middle, RoundMode::Floor)?, at(middle, RoundMode::Ceiling)?);
    let rounding = Rounding::new(RoundMode::HalfAway, stated.decimals())?;
    let printed = |parts: i128| -> Result<Printed, QuantityError> {
        Printed::of(Ratio::from(Amount::try_from(parts)?).checked_mul(factor.inverse()?)?.round(rounding))
    };
    let nearest = (printed(below)?, printed(above)?);
    Ok(PossibleParts { parts: whole_numbers(&parts)?, nearest })
}

/// The sizes from 1 to `largest` of a group in which some whole number of parts is printed as `stated`, a share of `per`
/// (quy mô nhóm phù hợp với tỷ lệ đã nêu).
///
/// ```
/// use thuocdo::check::{Precision, possible_wholes};
/// use thuocdo::quantity::Amount;
///
/// let sizes = possible_wholes("85.98".parse()?, Amount::HUNDRED, Precision::ByUnit, 120)?;
/// assert_eq!(sizes, [107]);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
///
/// # Errors
/// [`QuantityError::ZeroDenominator`] if `per` is 0, [`QuantityError::ResultTooLarge`].
pub fn possible_wholes(
    stated: Printed,
    per: Amount,
    precision: Precision,
    largest: u32,
) -> Result<Vec<u32>, QuantityError> {
    let mut sizes = Vec::new();
    for size in 1..=largest {
        if possible_parts(stated, per, precision, size.into())?.parts.is_some() {
            sizes.push(size);
        }
    }
    Ok(sizes)
}

/// The first and the last whole number of an interval.
fn whole_numbers(interval: &Interval) -> Result<Option<(i128, i128)>, QuantityError> {
    let at =
        |end: Ratio| -> Result<i128, QuantityError> { Ok(end.round(Rounding::new(RoundMode::Down, 0)?).mantissa()) };
    match interval.whole_numbers().map(|whole| (whole.low(), whole.high())) {
        Some((Some((low, _)), Some((high, _)))) => Ok(Some((at(low)?, at(high)?))),
        _ => Ok(None),
    }
}
