//! How many decimals it takes to tell a value from the thresholds it is held against.

use alloc::{format, string::String};

use crate::quantity::{Amount, Ratio, Rounding};

/// Two decimals, or more where a value rounded to two would seem to lie on another side of a threshold; none if six do not
/// suffice.
pub(super) fn telling(value: Ratio, thresholds: &[Amount]) -> Option<Rounding> {
    let tells = |rounding: Rounding, threshold: Amount| {
        value.round(rounding).to_amount().is_ok_and(|rounded| rounded.cmp(&threshold) == value.cmp(&threshold.into()))
    };
    let tells_all = |rounding: &Rounding| thresholds.iter().all(|threshold| tells(*rounding, *threshold));
    MORE_DECIMALS.into_iter().find(tells_all)
}

pub(super) fn fraction(value: Ratio) -> String {
    let (numerator, denominator) = value.lowest_terms();
    format!("{numerator}/{denominator}")
}

pub(super) const TWO_DECIMALS: Rounding = Rounding::half_away::<2>();

const MORE_DECIMALS: [Rounding; 5] = [
    TWO_DECIMALS,
    Rounding::half_away::<3>(),
    Rounding::half_away::<4>(),
    Rounding::half_away::<5>(),
    Rounding::half_away::<6>(),
];
