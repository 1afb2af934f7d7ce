//! The limits of figures, one table: checks, error messages, documentation and test generators all read it.

/// A limit of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// What is limited.
    pub name: &'static str,
    /// The largest legal value, or the first illegal one, as the name says.
    pub value: i128,
    /// Why this much.
    pub reason: &'static str,
}

/// Decimals of an amount, and of anything rounded or printed.
pub const DECIMALS: u8 = 6;

/// Digits before the decimal point of an amount.
pub const INTEGER_DIGITS: u8 = 18;

/// Millionths in one: the grid on which every amount lies.
pub const MILLIONTHS: i128 = 1_000_000;

/// The first count of millionths that is too large for an amount: 10^18 ones.
pub const AMOUNT_END: i128 = 1_000_000_000_000_000_000_000_000;

/// The first number that is too large for a term of a ratio.
pub const RATIO_END: i128 = 1_000_000_000_000_000_000_000_000_000_000;

/// Characters of a unit's name.
pub const UNIT_CHARS: usize = 60;

/// The limits as data.
pub const TABLE: [Bound; 5] = [
    Bound {
        name: "decimals of a figure",
        value: 6,
        reason: "the finest figure met is a rate with four decimals; six leave room",
    },
    Bound {
        name: "digits before the decimal point of a figure",
        value: 18,
        reason: "the national budget in đồng has 16",
    },
    Bound {
        name: "first count of millionths too large for an amount",
        value: AMOUNT_END,
        reason: "18 digits before and 6 after the point",
    },
    Bound {
        name: "first integer too large for a term of a ratio",
        value: RATIO_END,
        reason: "a sum of a million amounts fits; 100 times it at 6 decimals fits 127 bits",
    },
    Bound { name: "characters of a unit", value: 60, reason: "the longest compound unit met has 31" },
];
