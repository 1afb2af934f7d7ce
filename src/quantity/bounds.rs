//! The limits of figures, one table: checks, error messages, documentation and test generators all read it.

/// A limit of the crate.
///
/// ```
/// use thuocdo::quantity::bounds;
///
/// let decimals = bounds::TABLE.iter().find(|bound| bound.name == "decimals of a figure").unwrap();
/// assert_eq!(decimals.value, i128::from(bounds::DECIMALS));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// What is limited.
    pub name: &'static str,
    /// The largest legal value.
    pub value: i128,
    /// Why this much.
    pub reason: &'static str,
}

/// Decimals of an amount, and of anything rounded or printed.
pub const DECIMALS: u8 = 6;

/// Digits before the decimal point of an amount.
pub const INTEGER_DIGITS: u8 = 18;

/// Millionths in one: the grid on which every amount lies.
pub const MILLIONTHS: i128 = power_of_ten(DECIMALS);

/// The first count of millionths that is too large for an amount: 10^18 ones.
pub const AMOUNT_END: i128 = power_of_ten(INTEGER_DIGITS.saturating_add(DECIMALS));

/// Digits of a term of a ratio, counted in millionths.
pub const RATIO_DIGITS: u8 = 30;

/// The first number that is too large for a term of a ratio.
pub const RATIO_END: i128 = power_of_ten(RATIO_DIGITS);

/// Characters of a unit's name.
pub const UNIT_CHARS: u8 = 60;

/// The limits as data.
pub const TABLE: [Bound; 4] = [
    Bound {
        name: "decimals of a figure",
        value: widen(DECIMALS),
        reason: "the finest figure met is a rate with four decimals; six leave room",
    },
    Bound {
        name: "digits before the decimal point of a figure",
        value: widen(INTEGER_DIGITS),
        reason: "the national budget in đồng has 16",
    },
    Bound {
        name: "digits of a term of a ratio, in millionths",
        value: widen(RATIO_DIGITS),
        reason: "a sum of a million amounts fits; 100 times it at 6 decimals fits 127 bits",
    },
    Bound { name: "characters of a unit", value: widen(UNIT_CHARS), reason: "the longest compound unit met has 31" },
];

const fn power_of_ten(exponent: u8) -> i128 {
    let mut power = 1_i128;
    let mut done = 0;
    while done < exponent {
        power = power.saturating_mul(10);
        done = done.saturating_add(1);
    }
    power
}

#[expect(clippy::as_conversions, reason = "widening, and `From` is not const")]
const fn widen(small: u8) -> i128 {
    small as i128
}
