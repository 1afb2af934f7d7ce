//! The oracle: fractions of unbounded integers, each operation written from what its name means. It knows nothing of
//! the crate. With it, integers that lie where bounded arithmetic goes wrong.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

/// A fraction of two integers.
pub(crate) fn fraction(numerator: i128, denominator: i128) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// A whole number.
pub(crate) fn whole(number: impl Into<BigInt>) -> BigRational {
    BigRational::from_integer(number.into())
}

/// Ten to the power of `exponent`.
pub(crate) fn ten_to(exponent: usize) -> BigRational {
    let digits = ["1", &"0".repeat(exponent)].concat();
    whole(digits.parse::<BigInt>().expect("a one and zeros are a number"))
}

/// The value of a decimal text.
pub(crate) fn decimal(text: &str) -> BigRational {
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = [before, after].concat().parse().expect("the oracle is asked for decimals only");
    whole(digits) / ten_to(after.len())
}

/// The text of a count of `10^-decimals`, with all its decimals.
pub(crate) fn text(count: &BigInt, decimals: usize) -> String {
    let digits = count.magnitude().to_string();
    let padded = format!("{digits:0>width$}", width = decimals + 1);
    let (before, after) = padded.split_at(padded.len() - decimals);
    let sign = if *count < 0.into() { "-" } else { "" };
    let point = if decimals == 0 { "" } else { "." };
    [sign, before, point, after].concat()
}

/// The fewest decimals, of six at most, that say the value exactly.
pub(crate) fn fewest_decimals(value: &BigRational) -> Option<usize> {
    (0..=6).find(|decimals| (value * ten_to(*decimals)).is_integer())
}

/// Whether the value is a decimal with at most 18 digits before and 6 after the point.
pub(crate) fn is_amount(value: &BigRational) -> bool {
    fewest_decimals(value).is_some() && -ten_to(18) < *value && *value < ten_to(18)
}

/// The largest whole number that is not above the value.
pub(crate) fn floor(value: &BigRational) -> BigInt {
    value.floor().to_integer()
}

/// The smallest whole number that is not below the value.
pub(crate) fn ceiling(value: &BigRational) -> BigInt {
    value.ceil().to_integer()
}

/// Of the two whole numbers around the value, the one nearer to zero.
pub(crate) fn down(value: &BigRational) -> BigInt {
    if *value < whole(0) { ceiling(value) } else { floor(value) }
}

/// Of the two whole numbers around the value, the one farther from zero.
pub(crate) fn up(value: &BigRational) -> BigInt {
    if *value < whole(0) { floor(value) } else { ceiling(value) }
}

/// Of the two whole numbers around the value, the nearer one; of equally near ones the one farther from zero.
pub(crate) fn half_away(value: &BigRational) -> BigInt {
    if is_tie(value) { up(value) } else { nearest(value) }
}

/// Of the two whole numbers around the value, the nearer one; of equally near ones the even one.
pub(crate) fn half_even(value: &BigRational) -> BigInt {
    let neighbours = [floor(value), ceiling(value)];
    match neighbours.into_iter().find(is_even) {
        Some(even) if is_tie(value) => even,
        _ => nearest(value),
    }
}

/// Whether the value is as far from the whole number below it as from the one above it: not whole, but twice it is.
pub(crate) fn is_tie(value: &BigRational) -> bool {
    !value.is_integer() && (value + value).is_integer()
}

/// Whether two divides the number.
pub(crate) fn is_even(number: &BigInt) -> bool {
    number % 2 == 0.into()
}

fn nearest(value: &BigRational) -> BigInt {
    let (below, above) = (floor(value), ceiling(value));
    if value - whole(below.clone()) < whole(above.clone()) - value { below } else { above }
}

/// Integers between `-end` and `end`, both left out: small ones, ones beside a power of ten, ones at the end, and ones
/// of every size between.
pub(crate) fn integers(end: i128) -> impl Strategy<Value = i128> {
    let power = |exponent| 10_i128.pow(exponent);
    let magnitude = prop_oneof![
        0..=20_i128,
        (0..=end.ilog10(), -2..=2_i128).prop_map(move |(exponent, beside)| (power(exponent) + beside).abs()),
        (1..=3_i128).prop_map(move |before| end - before),
        (0..end, 0..=end.ilog10()).prop_map(move |(number, exponent)| number / power(exponent)),
    ];
    (magnitude, any::<bool>()).prop_map(move |(magnitude, is_negative)| {
        let magnitude = magnitude.min(end - 1);
        if is_negative { -magnitude } else { magnitude }
    })
}

/// What a strategy generates, the same at every run: for counting what it reaches.
pub(crate) fn sample<S: Strategy>(strategy: &S, size: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    let mut draw = || strategy.new_tree(&mut runner).expect("the strategies reject nothing").current();
    (0..size).map(|_| draw()).collect()
}
