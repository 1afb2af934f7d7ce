//! Products of two 128-bit integers, compared without losing a bit.

use core::cmp::Ordering;

/// Compares `a * b` with `c * d`.
///
/// Terms of a ratio reach 10^30, so a cross product reaches 10^60 and an `i128` would overflow; the product is taken in
/// 256 bits: magnitude in two halves, sign apart.
pub(super) fn compare_products((a, b): (i128, i128), (c, d): (i128, i128)) -> Ordering {
    let left = Product::of(a, b);
    let right = Product::of(c, d);
    let by_magnitude = match left.sign {
        Ordering::Less => right.magnitude.cmp(&left.magnitude),
        Ordering::Equal | Ordering::Greater => left.magnitude.cmp(&right.magnitude),
    };
    left.sign.cmp(&right.sign).then(by_magnitude)
}

/// The sign against zero, and the magnitude's high and low 128 bits.
struct Product {
    sign: Ordering,
    magnitude: (u128, u128),
}

impl Product {
    fn of(a: i128, b: i128) -> Self {
        let sign = match (a.cmp(&0), b.cmp(&0)) {
            (Ordering::Equal, _) | (_, Ordering::Equal) => Ordering::Equal,
            (x, y) if x == y => Ordering::Greater,
            _ => Ordering::Less,
        };
        Self { sign, magnitude: multiply(a.unsigned_abs(), b.unsigned_abs()) }
    }
}

/// Schoolbook multiplication on 64-bit halves.
fn multiply(a: u128, b: u128) -> (u128, u128) {
    const LOW: u128 = u128::MAX >> 64;
    let (a_high, a_low) = (a >> 64, a & LOW);
    let (b_high, b_low) = (b >> 64, b & LOW);
    // each partial product of two 64-bit halves is below 2^128, so none wraps
    let low = a_low.wrapping_mul(b_low);
    // INVARIANT: the factors are below 10^30 < 2^100, so their high halves are below 2^36 and this sum below 2^101
    let middle = a_low.wrapping_mul(b_high).wrapping_add(a_high.wrapping_mul(b_low));
    let high = a_high.wrapping_mul(b_high);
    let (low, carry) = low.overflowing_add(middle << 64);
    (high.wrapping_add(middle >> 64).wrapping_add(u128::from(carry)), low)
}
