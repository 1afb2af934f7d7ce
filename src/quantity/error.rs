use alloc::string::String;

use super::{NotDecimal, Unit, bounds};

/// What is wrong with a figure.
///
/// ```
/// use thuocdo::quantity::{Amount, NotDecimal, Quantity, QuantityError, Unit};
///
/// let share = "95,8".parse::<Amount>().unwrap_err();                   // as it is printed, not as data
/// assert!(matches!(share, QuantityError::NotDecimal { why: NotDecimal::Comma, .. }));
///
/// let households = Quantity::new(Amount::from(107), Unit::HOUSEHOLD)?;
/// let trained = Quantity::new(Amount::from(3088), Unit::PERSON)?;
/// let refused = households.ratio_to(&trained).unwrap_err();
/// assert_eq!(refused.to_string(), "the units differ: `hộ` and `người`, use one unit");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// The text is no plain decimal.
    #[error("`{text}` is not a decimal: {why}")]
    NotDecimal {
        /// The offending text (its beginning, if it is long).
        text: String,
        /// What about it, and what would be accepted.
        why: NotDecimal,
    },
    /// More decimals than are kept.
    #[error("`{text}` has more than {} decimals, at most {} are accepted", bounds::DECIMALS, bounds::DECIMALS)]
    TooFine {
        /// The offending figure.
        text: String,
    },
    /// More digits before the decimal point than are kept.
    #[error("`{text}` is too large, at most {} digits before the decimal point are accepted", bounds::INTEGER_DIGITS)]
    TooLarge {
        /// The offending figure (its beginning, if it is long).
        text: String,
    },
    /// A term of a ratio, or a result on the way to it, is too large.
    #[error(
        "a result has more than {} digits, figures of at most {} digits are accepted",
        bounds::RATIO_DIGITS,
        bounds::INTEGER_DIGITS
    )]
    ResultTooLarge,
    /// A ratio with nothing below the line.
    #[error("the denominator is `0`, a ratio needs another")]
    ZeroDenominator,
    /// More decimals asked for than are kept.
    #[error("rounding at `{decimals}` decimals, at most {} are accepted", bounds::DECIMALS)]
    RoundingTooFine {
        /// The decimals asked for.
        decimals: u8,
    },
    /// A range that does not rise.
    #[error("the range `{low}` to `{high}` does not rise, write the smaller figure first")]
    EmptyRange {
        /// The lower end.
        low: String,
        /// The upper end.
        high: String,
    },
    /// The text is no unit.
    #[error("`{text}` is not a unit: {problem}, for example `người` or `triệu đồng`")]
    Unit {
        /// The offending text.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Fewer than none of something counted.
    #[error("`{text}` {unit} is negative, a count is 0 or more")]
    NegativeCount {
        /// The offending figure.
        text: String,
        /// Its unit.
        unit: Unit,
    },
    /// A part of something that comes whole.
    #[error("`{text}` {unit} is not whole, {unit} are counted in whole numbers")]
    FractionalCount {
        /// The offending figure.
        text: String,
        /// Its unit.
        unit: Unit,
    },
    /// Two figures of different units in one place.
    #[error("the units differ: {} and {}, use one unit", left.quoted(), right.quoted())]
    UnitsDiffer {
        /// The first unit.
        left: Unit,
        /// The second.
        right: Unit,
    },
}

// lets `Ratio::of(92, 107)` take small integers, whose conversion cannot fail, beside decimals, whose conversion can
impl From<core::convert::Infallible> for QuantityError {
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}
