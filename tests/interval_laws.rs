//! Proves that a printed figure stands for exactly the values that round to it, in every mode and to the last open or
//! closed end; and that sums, multiples and intersections of intervals hold exactly what their members lead to.

#[expect(dead_code, reason = "printing and amounts are judged in quantity_laws")]
mod oracle;

use std::collections::BTreeMap;

use num_rational::BigRational;
use oracle::{ceiling, down, floor, fraction, half_away, half_even, integers, sample, ten_to, text, up};
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::quantity::bounds::{DECIMALS, RATIO_END};
use thuocdo::quantity::{End, Interval, Printed, QuantityError, Ratio, RoundMode, Rounding};

fn ratio(numerator: i128, denominator: i128) -> Ratio {
    Ratio::from_millionths(numerator, denominator).expect("the terms are below the end")
}

fn exact(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

/// A printed figure, and a value beside it: so many eighths of its last place away, and perhaps a little more or less.
#[derive(Debug, Clone, Copy)]
struct Beside {
    count: i128,
    decimals: u8,
    eighths: i128,
    little: i128,
    mode: RoundMode,
}

/// In a little there are so many to an eighth.
const LITTLES: i128 = 1_000_000;

impl Beside {
    fn printed(self) -> Printed {
        text(&self.count.into(), self.decimals.into()).parse().expect("it is below the end")
    }

    fn value(self) -> Ratio {
        let littles = (8 * self.count + self.eighths) * LITTLES + self.little;
        ratio(littles, 8 * LITTLES * 10_i128.pow(self.decimals.into()))
    }

    fn is_printed_so(self) -> bool {
        let rounding = Rounding::new(self.mode, self.decimals).expect("so many are printed");
        self.value().round(rounding) == self.printed().rounded()
    }
}

fn beside() -> impl Strategy<Value = Beside> {
    let count = prop_oneof![Just(0), -3..=3_i128, integers(10_i128.pow(18))];
    let eighths = prop_oneof![2 => select(&[-8_i128, -4, 0, 4, 8]), 1 => -17..=17_i128];
    (count, 0..=DECIMALS, eighths, -1..=1_i128, select(&RoundMode::ALL))
        .prop_map(|(count, decimals, eighths, little, mode)| Beside { count, decimals, eighths, little, mode })
}

/// Ends lie on halves, so that what is in an interval shows on quarters, and what two of them have in common on
/// eighths.
fn ends() -> impl Strategy<Value = Option<(Ratio, End)>> {
    let end = (-9..=9_i128, select(&[End::Open, End::Closed])).prop_map(|(halves, end)| Some((ratio(halves, 2), end)));
    prop_oneof![1 => Just(None), 5 => end]
}

fn intervals() -> impl Strategy<Value = Interval> {
    (ends(), ends()).prop_map(|(one, other)| {
        let is_rising = one.zip(other).is_none_or(|(one, other)| one.0 <= other.0);
        let (low, high) = if is_rising { (one, other) } else { (other, one) };
        let closed = |end: Option<(Ratio, End)>| end.map(|(at, _)| (at, End::Closed));
        Interval::between(low, high).unwrap_or_else(|| Interval::between(closed(low), closed(high)).expect("a point"))
    })
}

/// The multiples of `1 / parts` up to `most` on both sides of zero.
fn grid(most: i128, parts: i128) -> impl Iterator<Item = Ratio> {
    (-most * parts..=most * parts).map(move |count| ratio(count, parts))
}

/// Whether the value is on the right side of both ends, from their definition.
fn is_in(interval: &Interval, value: &BigRational) -> bool {
    let is_above = |(low, end): (Ratio, End)| exact(low) < *value || (end == End::Closed && exact(low) == *value);
    let is_below = |(high, end): (Ratio, End)| *value < exact(high) || (end == End::Closed && exact(high) == *value);
    interval.low().is_none_or(is_above) && interval.high().is_none_or(is_below)
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(4096))]

    #[test]
    fn a_figure_stands_for_a_value_exactly_if_the_value_rounds_to_it(case in beside()) {
        let interval = case.printed().stands_for(case.mode)?;
        prop_assert_eq!(interval.contains(case.value()), case.is_printed_so());
        // rounding itself, by the oracle
        let places = exact(case.value()) * ten_to(case.decimals.into());
        let rounded = match case.mode {
            RoundMode::HalfAway => half_away(&places),
            RoundMode::HalfEven => half_even(&places),
            RoundMode::Down => down(&places),
            RoundMode::Up => up(&places),
            RoundMode::Floor => floor(&places),
            RoundMode::Ceiling => ceiling(&places),
        };
        prop_assert_eq!(interval.contains(case.value()), rounded == case.count.into());
        prop_assert!(interval.contains(case.printed().amount().into()));
    }

    #[test]
    fn an_end_is_closed_exactly_if_it_rounds_to_the_figure(case in beside()) {
        let interval = case.printed().stands_for(case.mode)?;
        let rounding = Rounding::new(case.mode, case.decimals)?;
        let (low, high) = (interval.low().expect("an end"), interval.high().expect("an end"));
        for (end, kind) in [low, high] {
            prop_assert_eq!(end.round(rounding) == case.printed().rounded(), kind == End::Closed);
        }
        // beyond the ends nothing rounds to it
        let little = ratio(1, 8 * LITTLES * 10_i128.pow(case.decimals.into()));
        for outside in [low.0.checked_sub(little), high.0.checked_add(little)] {
            prop_assert_ne!(outside?.round(rounding), case.printed().rounded());
        }
    }

    #[test]
    fn an_interval_holds_what_is_between_its_ends(interval in intervals(), other in intervals()) {
        let members: Vec<Ratio> = grid(7, 8).filter(|value| interval.contains(*value)).collect();
        let expected: Vec<Ratio> = grid(7, 8).filter(|value| is_in(&interval, &exact(*value))).collect();
        prop_assert_eq!(&members, &expected);
        prop_assert!(!members.is_empty());
        prop_assert_eq!(interval.single().is_some(), members.len() == 1);
        prop_assert_eq!(interval.is_within(&other), members.iter().all(|value| other.contains(*value)));
    }

    #[test]
    fn an_intersection_holds_what_both_hold(one in intervals(), other in intervals()) {
        let both: Vec<Ratio> = grid(7, 8).filter(|value| one.contains(*value) && other.contains(*value)).collect();
        let common = one.intersection(&other);
        let members = grid(7, 8).filter(|value| common.is_some_and(|common| common.contains(*value)));
        prop_assert_eq!(members.collect::<Vec<_>>(), both.clone());
        prop_assert_eq!(common.is_some(), !both.is_empty());
        prop_assert_eq!(one.meets(&other), common.is_some());
        prop_assert_eq!(common, other.intersection(&one));
    }

    #[test]
    fn a_multiple_holds_the_multiples(interval in intervals(), factor in -9..=9_i128, parts in 1..=4_i128) {
        let factor = ratio(factor, parts);
        let scaled = interval.checked_scale(factor)?;
        for value in grid(12, 3) {
            let is_multiple = match factor.inverse() {
                Ok(inverse) => interval.contains(value.checked_mul(inverse)?),
                Err(_) => value == Ratio::ZERO,
            };
            prop_assert_eq!(scaled.contains(value), is_multiple, "{:?}", value);
        }
    }

    #[test]
    fn what_is_too_large_is_an_error_and_never_another_interval(
        one in integers(RATIO_END), other in integers(RATIO_END), below in integers(RATIO_END), factor in integers(RATIO_END),
    ) {
        let below = below.abs().max(1);
        let (first, second) = (Interval::point(ratio(one, below)), Interval::from(ratio(other, 7), End::Open));
        match first.checked_add(&second) {
            Ok(sum) => {
                let (low, end) = sum.low().expect("an end");
                prop_assert_eq!((exact(low), end), (fraction(one, below) + fraction(other, 7), End::Open));
                prop_assert_eq!(sum.high(), None);
            }
            Err(error) => prop_assert_eq!(error, QuantityError::ResultTooLarge),
        }
        match second.checked_scale(ratio(factor, below)) {
            Ok(scaled) if factor == 0 => prop_assert_eq!(scaled, Interval::point(Ratio::ZERO)),
            Ok(scaled) => {
                let end = if factor < 0 { scaled.high() } else { scaled.low() };
                let expected = fraction(other, 7) * fraction(factor, below);
                prop_assert_eq!(end.map(|(at, end)| (exact(at), end)), Some((expected, End::Open)));
            }
            Err(error) => prop_assert_eq!(error, QuantityError::ResultTooLarge),
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_sum_holds_the_sums_of_members(one in intervals(), other in intervals()) {
        let sum = one.checked_add(&other)?;
        prop_assert_eq!(sum, other.checked_add(&one)?);
        let members: Vec<Ratio> = grid(24, 8).filter(|value| one.contains(*value)).collect();
        for value in grid(11, 4) {
            let mut rests = members.iter().filter_map(|member| value.checked_sub(*member).ok());
            prop_assert_eq!(sum.contains(value), rests.any(|rest| other.contains(rest)), "{:?}", value);
        }
    }
}

#[test]
fn the_values_beside_a_figure_reach_every_side_of_every_end() {
    let mut reached = BTreeMap::new();
    for case in sample(&beside(), 6000) {
        let is_end = case.little == 0 && [-8, -4, 4, 8].contains(&case.eighths);
        let place = if is_end { case.eighths } else { 0 };
        for key in [
            (case.mode, case.count.signum(), place, None),
            (case.mode, case.count.signum(), 0, Some(case.is_printed_so())),
        ] {
            *reached.entry(key).or_insert(0_usize) += 1;
        }
    }
    for mode in RoundMode::ALL {
        for sign in [-1, 0, 1] {
            let places = [-8, -4, 0, 4, 8].map(|place| (mode, sign, place, None));
            for key in places.into_iter().chain([true, false].map(|is_in| (mode, sign, 0, Some(is_in)))) {
                assert!(reached.contains_key(&key), "{key:?}");
            }
        }
    }
}

#[test]
fn the_intervals_have_ends_of_every_kind() {
    let kind = |end: Option<(Ratio, End)>| end.map(|(_, end)| end == End::Open);
    let kinds: Vec<_> = sample(&intervals(), 600).iter().map(|found| (kind(found.low()), kind(found.high()))).collect();
    for low in [None, Some(true), Some(false)] {
        for high in [None, Some(true), Some(false)] {
            assert!(kinds.contains(&(low, high)), "{low:?} {high:?}");
        }
    }
    assert!(sample(&intervals(), 600).iter().any(|found| found.single().is_some()));
    assert!(Interval::closed(Ratio::ONE, Ratio::ZERO).is_none());
    let open = Some((Ratio::ONE, End::Open));
    assert!(Interval::between(open, Some((Ratio::ONE, End::Closed))).is_none());
}
