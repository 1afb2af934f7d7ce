//! Proves that figures are exact: amounts, ratios, rounding, printed figures, intervals, quantities and percentages
//! agree with fractions of unbounded integers over their whole range, and are refused where the range ends.

mod oracle;

use std::cmp::Ordering;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use num_bigint::BigInt;
use num_rational::BigRational;
use oracle::{
    ceiling, decimal, down, fewest_decimals, floor, fraction, half_away, half_even, integers, is_amount, is_even,
    is_tie, sample, ten_to, text, up, whole,
};
use proptest::prelude::*;
use thuocdo::Decimal;
use thuocdo::quantity::bounds::{AMOUNT_END, DECIMALS, MILLIONTHS, RATIO_END};
use thuocdo::quantity::{
    Amount, End, Interval, Percent, PercentagePoints, Printed, Quantity, QuantityError, Ratio, Reading, RoundMode,
    Rounding, Scale, Unit,
};

fn amounts() -> impl Strategy<Value = Amount> {
    integers(AMOUNT_END).prop_map(|millionths| Amount::from_millionths(millionths).expect("it is below the end"))
}

fn exact(amount: Amount) -> BigRational {
    fraction(amount.millionths(), MILLIONTHS)
}

fn ratio(numerator: i128, denominator: i128) -> Ratio {
    Ratio::from_millionths(numerator, denominator).expect("the terms are below the end")
}

/// Ratios of every size and sign, a third of them at or beside the middle between two neighbours on a decimal grid.
fn ratios() -> impl Strategy<Value = Ratio> {
    let legal = |term: i128| term.clamp(1 - RATIO_END, RATIO_END - 1);
    let of_any_size = (integers(RATIO_END), integers(RATIO_END)).prop_map(|(n, d)| ratio(n, d.abs().max(1)));
    let near_middle = (integers(100_000_000_000_000), 0..=8_u32, 1..1_000_000_i128, -1..=1_i128);
    let near_middle = near_middle.prop_map(move |(below, decimals, times, beside)| {
        ratio(legal((2 * below + 1) * times + beside), 2 * 10_i128.pow(decimals) * times)
    });
    prop_oneof![2 => of_any_size, 1 => near_middle]
}

/// Pairs of ratios: unrelated ones, ones a unit of a term apart, and ones equal in other terms.
fn pairs() -> impl Strategy<Value = (Ratio, Ratio)> {
    let legal = |term: i128| term.clamp(1 - RATIO_END, RATIO_END - 1);
    let close = (ratios(), -1..=1_i128, -1..=1_i128).prop_map(move |(one, above, below)| {
        (one, ratio(legal(one.numerator() + above), legal(one.denominator() + below).max(1)))
    });
    let half = 1_000_000_000_000_000;
    let equal = (integers(half), 1..half, 1..=half, 1..=half);
    let equal = equal.prop_map(|(n, d, left, right)| (ratio(n * left, d * left), ratio(n * right, d * right)));
    prop_oneof![(ratios(), ratios()), close, equal]
}

fn value(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

/// Every mode at every number of decimals.
fn roundings() -> impl Iterator<Item = Rounding> {
    let at = |mode| (0..=DECIMALS).map(move |decimals| Rounding::new(mode, decimals).expect("six decimals are legal"));
    RoundMode::ALL.into_iter().flat_map(at)
}

/// What a mode means.
fn meaning(mode: RoundMode) -> fn(&BigRational) -> BigInt {
    match mode {
        RoundMode::HalfAway => half_away,
        RoundMode::HalfEven => half_even,
        RoundMode::Down => down,
        RoundMode::Up => up,
        RoundMode::Floor => floor,
        RoundMode::Ceiling => ceiling,
    }
}

/// The exact value rounded by what the mode means, in units of the last decimal.
fn rounded(value: &BigRational, rounding: Rounding) -> BigInt {
    meaning(rounding.mode())(&(value * ten_to(rounding.decimals().into())))
}

/// The result is the exact value if that is legal, and an error if it is not.
fn check_exact<T, E>(result: Result<T, E>, of: impl Fn(T) -> BigRational, exact: &BigRational, is_legal: bool) -> bool {
    match result {
        Ok(result) => is_legal && of(result) == *exact,
        Err(_) => !is_legal,
    }
}

/// Whether a text is written as amounts are, one character after another.
fn is_written_as_amount(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (before, after) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.chars().all(|c| "0123456789".contains(c));
    all_digits(before) && all_digits(after) && (before == "0" || !before.starts_with('0')) && after.len() <= 6
}

/// The zeros of each scale: one, thousand, ten thousand, million, billion, thousand billion.
const ZEROS: [usize; 6] = [0, 3, 4, 6, 9, 12];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_amount_is_printed_in_fewest_decimals_and_read_back(amount in amounts()) {
        let decimals = fewest_decimals(&exact(amount)).expect("an amount has six decimals at most");
        let printed = amount.to_string();
        prop_assert_eq!(&printed, &text(&floor(&(exact(amount) * ten_to(decimals))), decimals));
        prop_assert_eq!(printed.parse(), Ok(amount));
        prop_assert_eq!(usize::from(amount.decimals()), decimals);
        prop_assert_eq!(amount.is_whole(), decimals == 0);
        prop_assert_eq!(amount.is_negative(), exact(amount) < whole(0));
        prop_assert_eq!(exact(amount.negated()), -exact(amount));
        prop_assert_eq!(exact(amount.magnitude()), exact(amount).max(-exact(amount)));
    }

    #[test]
    fn only_plain_decimals_are_read_as_amounts(
        text in r"-?[0-9]{1,2}\.?[0-9]{0,8}|[0-9 .,+\-_e%]{0,5}|-?[1-9][0-9]{16,19}",
    ) {
        let is_legal = is_written_as_amount(&text) && is_amount(&decimal(&text));
        let read: Result<Amount, _> = text.parse();
        prop_assert_eq!(read.is_ok(), is_legal, "{:?}", read);
        prop_assert!(read.is_err() || read.map(exact) == Ok(decimal(&text)));
    }

    #[test]
    fn sums_and_differences_of_amounts_are_exact_or_out_of_range(a in amounts(), b in amounts()) {
        let (sum, difference) = (exact(a) + exact(b), exact(a) - exact(b));
        prop_assert!(check_exact(a.checked_add(b), exact, &sum, is_amount(&sum)), "{} + {}", a, b);
        prop_assert!(check_exact(a.checked_sub(b), exact, &difference, is_amount(&difference)), "{} - {}", a, b);
    }

    #[test]
    fn counts_of_millionths_and_integers_become_amounts_exactly_or_not_at_all(
        n in integers(i128::MAX), small in any::<i32>(),
    ) {
        let millionths = whole(n) / ten_to(6);
        prop_assert!(check_exact(Amount::from_millionths(n), exact, &millionths, is_amount(&millionths)));
        let is_legal = is_amount(&whole(n));
        prop_assert!(check_exact(Amount::try_from(n), exact, &whole(n), is_legal), "{} as i128", n);
        let magnitude = n.unsigned_abs();
        prop_assert!(check_exact(Amount::try_from(magnitude), exact, &whole(magnitude), is_legal), "{} as u128", n);
        if let Ok(n) = i64::try_from(n) {
            prop_assert!(check_exact(Amount::try_from(n), exact, &whole(n), is_legal), "{} as i64", n);
        }
        if let Ok(n) = u64::try_from(n) {
            prop_assert!(check_exact(Amount::try_from(n), exact, &whole(n), is_legal), "{} as u64", n);
        }
        prop_assert_eq!(exact(Amount::from(small)), whole(small));
    }

    #[test]
    fn decimals_become_amounts_exactly_or_not_at_all_and_back(
        mantissa in integers(1 << 96), scale in 0..=28_u32, amount in amounts(),
    ) {
        let decimal = Decimal::from_i128_with_scale(mantissa, scale);
        let asked = fraction(mantissa, 10_i128.pow(scale));
        prop_assert!(check_exact(Amount::try_from(decimal), exact, &asked, is_amount(&asked)), "{}", decimal);
        prop_assert_eq!(Amount::try_from(amount.to_decimal()), Ok(amount));
        prop_assert_eq!(amount.to_decimal().to_string(), amount.to_string());
    }

    #[test]
    fn two_counts_of_millionths_are_a_ratio_over_a_positive_base_or_refused(
        n in integers(i128::MAX), d in integers(i128::MAX),
    ) {
        let is_legal = [n, d].iter().all(|term| whole(*term) > -ten_to(30) && whole(*term) < ten_to(30));
        let quotient = fraction(n, if d == 0 { 1 } else { d });
        let ratio = Ratio::from_millionths(n, d);
        prop_assert!(check_exact(ratio.clone(), value, &quotient, is_legal && d != 0), "{:?}", ratio);
        prop_assert!(ratio.map_or(true, |ratio| ratio.denominator() > 0));
    }

    #[test]
    fn ratios_are_ordered_by_value_and_equal_ones_hash_alike((a, b) in pairs()) {
        let order = value(a).cmp(&value(b));
        prop_assert_eq!(a.cmp(&b), order);
        prop_assert_eq!(b.cmp(&a), order.reverse());
        prop_assert_eq!(a == b, order == Ordering::Equal);
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        prop_assert!(a != b || hasher.hash_one(a) == hasher.hash_one(b), "the hashes of equal ratios differ");
    }

    #[test]
    fn lowest_terms_have_the_value_and_no_common_divisor(a in ratios()) {
        let lowest = value(a);
        let (numerator, denominator) = a.lowest_terms();
        prop_assert_eq!((lowest.numer(), lowest.denom()), (&numerator.into(), &denominator.into()));
        prop_assert_eq!(a.to_amount().map(exact), Some(lowest.clone()).filter(is_amount));
        prop_assert_eq!(a.is_negative(), lowest < whole(0));
    }

    #[test]
    fn a_product_of_ratios_is_exact_and_refused_only_out_of_range((a, b) in pairs()) {
        let product = value(a) * value(b);
        prop_assert!(check_exact(a.checked_mul(b), value, &product, is_ratio(&product)), "{} * {}", a, b);
    }

    #[test]
    fn a_sum_of_ratios_is_exact_and_refused_only_if_it_is_too_large_over_the_common_denominator((a, b) in pairs()) {
        for (sum, b) in [(a.checked_add(b), value(b)), (a.checked_sub(b), -value(b))] {
            let a = value(a);
            let common = common_denominator(&a, &b);
            let is_too_large = |number: BigRational| !is_ratio(&whole((number * &common).to_integer()));
            let may_be_refused = [whole(1), a.clone(), b.clone(), &a + &b].into_iter().any(is_too_large);
            match sum {
                Ok(sum) => prop_assert_eq!(value(sum), a + b),
                Err(error) => prop_assert!(may_be_refused, "{}", error),
            }
        }
    }

    #[test]
    fn a_ratio_less_one_turned_round_or_negated_is_exact(a in ratios()) {
        prop_assert_eq!(value(a.negated()), -value(a));
        prop_assert!(check_exact(a.inverse(), value, &nonzero_or_one(&value(a)).recip(), value(a) != whole(0)));
        let numerator = whole(a.numerator()) - whole(a.denominator());
        let is_legal = is_ratio(&numerator);
        prop_assert!(check_exact(a.less_one(), value, &(value(a) - whole(1)), is_legal));
    }

    #[test]
    fn every_mode_rounds_by_its_meaning_at_every_number_of_decimals(a in ratios()) {
        let (plain, percent) = (value(a), value(a) * whole(100));
        for rounding in roundings() {
            for (got, exact) in [(a.round(rounding), &plain), (a.round_percent(rounding), &percent)] {
                let expected = rounded(exact, rounding);
                prop_assert_eq!(BigInt::from(got.mantissa()), expected.clone(), "{} by {:?}", a, rounding);
                prop_assert_eq!(got.decimals(), rounding.decimals());
                // a figure rounded to nothing is written without a sign
                prop_assert_eq!(got.to_string(), text(&expected, rounding.decimals().into()));
            }
        }
    }

    #[test]
    fn rounding_twice_is_rounding_once(a in ratios()) {
        for rounding in roundings() {
            let once = a.round(rounding);
            if let Ok(again) = Ratio::from_millionths(once.mantissa(), 10_i128.pow(rounding.decimals().into())) {
                prop_assert_eq!(again.round(rounding), once, "{} by {:?}", a, rounding);
            }
        }
    }

    #[test]
    fn rounding_keeps_the_order((a, b) in pairs()) {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        for rounding in roundings() {
            let mantissas = (low.round(rounding).mantissa(), high.round(rounding).mantissa());
            prop_assert!(mantissas.0 <= mantissas.1, "{:?} puts {} above {}", rounding, low, high);
        }
    }

    #[test]
    fn rounding_mirrors_at_zero(a in ratios()) {
        for rounding in roundings() {
            let mirrored = match rounding.mode() {
                RoundMode::Floor => RoundMode::Ceiling,
                RoundMode::Ceiling => RoundMode::Floor,
                symmetric => symmetric,
            };
            let mirrored = Rounding::new(mirrored, rounding.decimals()).expect("the decimals were legal");
            prop_assert_eq!(a.negated().round(rounding).mantissa(), -a.round(mirrored).mantissa(), "{:?}", rounding);
        }
    }

    #[test]
    fn a_short_percentage_is_the_exact_one_where_fewer_decimals_say_it(a in ratios()) {
        let percent = value(a) * whole(100);
        let fewest = fewest_decimals(&percent);
        for rounding in roundings() {
            let allowed = rounding.decimals().into();
            let expected = match fewest {
                Some(fewest) if fewest < allowed => text(&floor(&(&percent * ten_to(fewest))), fewest),
                _ => text(&rounded(&percent, rounding), allowed),
            };
            prop_assert_eq!(a.round_percent_short(rounding).to_string(), expected, "{} by {:?}", a, rounding);
        }
    }

    #[test]
    fn a_rounded_figure_becomes_the_amount_it_is_or_is_out_of_range(a in ratios()) {
        for rounding in roundings() {
            let rounded = a.round_percent(rounding);
            let exact_value = whole(rounded.mantissa()) / ten_to(rounding.decimals().into());
            prop_assert!(check_exact(rounded.to_amount(), exact, &exact_value, is_amount(&exact_value)), "{}", rounded);
            if let Ok(printed) = Printed::of(rounded) {
                prop_assert_eq!(printed.to_string(), rounded.to_string());
                prop_assert_eq!(printed.rounded(), rounded);
            }
        }
    }

    #[test]
    fn a_printed_figure_keeps_every_zero(
        sign in "-?", before in "[0-9]{1,18}|0{0,17}[0-9]", after in r"(\.[0-9]{1,6}|\.0{1,6})?",
    ) {
        let unsigned = [before.as_str(), &after].concat();
        let read = [&sign, unsigned.as_str()].concat();
        let printed: Printed = read.parse()?;
        // nothing is neither above nor below zero
        let is_zero = decimal(&read) == whole(0);
        prop_assert_eq!(printed.to_string(), if is_zero { &unsigned } else { &read }.as_str());
        prop_assert_eq!(exact(printed.amount()), decimal(&read));
        prop_assert_eq!(usize::from(printed.integer_digits()), before.len());
        prop_assert_eq!(usize::from(printed.decimals()), after.trim_start_matches('.').len());
        prop_assert_eq!(Printed::from(printed.amount()).to_string(), printed.amount().to_string());
    }

    #[test]
    fn scales_of_one_unit_mix_exactly(
        a in integers(AMOUNT_END), b in integers(AMOUNT_END), scales in (0..Scale::ALL.len(), 0..Scale::ALL.len()),
    ) {
        let dong = |millionths, scale: usize| {
            Quantity::new(Amount::from_millionths(millionths)?, Unit::DONG.scaled(Scale::ALL[scale])?)
        };
        let (factor_a, factor_b) = (&ten_to(ZEROS[scales.0]), &ten_to(ZEROS[scales.1]));
        let (ones_a, ones_b) = (fraction(a, MILLIONTHS) * factor_a, fraction(b, MILLIONTHS) * factor_b);
        let (left, right) = (dong(a, scales.0), dong(b, scales.1));
        prop_assert!(check_exact(left.clone(), |left| exact(left.ones()), &ones_a, is_amount(&ones_a)));
        if let (Ok(left), Ok(right)) = (left, right) {
            for (result, ones) in [
                (left.checked_add(&right), &ones_a + &ones_b),
                (left.checked_sub(&right), &ones_a - &ones_b),
            ] {
                let is_legal = is_amount(&ones) && is_amount(&(&ones / factor_a));
                let is_exact = check_exact(result.clone(), |sum| exact(sum.ones()), &ones, is_legal);
                prop_assert!(is_exact, "{:?} is not {}", result, ones);
                prop_assert!(result.map_or(true, |result| result.unit() == left.unit()));
            }
            let quotient = &ones_a / nonzero_or_one(&ones_b);
            prop_assert!(check_exact(left.ratio_to(&right), value, &quotient, ones_b != whole(0)));
        }
    }

    #[test]
    fn unlike_units_never_mix(a in 0..1000_u32, b in 1..1000_u32) {
        let units = [Unit::BARE, Unit::PERSON, Unit::HOUSEHOLD, Unit::DONG, Unit::PERCENT, Unit::PERCENTAGE_POINTS];
        for left in &units {
            for right in units.iter().filter(|right| *right != left) {
                let (a, b) = (Quantity::new(a.into(), left.clone())?, Quantity::new(b.into(), right.clone())?);
                let results = [a.checked_add(&b).err(), a.checked_sub(&b).err(), a.ratio_to(&b).err()];
                for error in results {
                    prop_assert!(matches!(error, Some(QuantityError::UnitsDiffer{..})), "{:?} and {:?}", a, b);
                }
            }
        }
    }

    #[test]
    fn a_count_is_never_negative_and_what_comes_whole_never_broken(
        millionths in integers(AMOUNT_END), scale in 0..Scale::ALL.len(),
    ) {
        let amount = Amount::from_millionths(millionths)?;
        let ones = exact(amount) * ten_to(ZEROS[scale]);
        let scale = Scale::ALL[scale];
        let is_legal = |unit: Unit| Ok::<_, QuantityError>(Quantity::new(amount, unit.scaled(scale)?).is_ok());
        prop_assert_eq!(is_legal(Unit::DONG)?, is_amount(&ones));
        prop_assert_eq!(is_legal(Unit::CASE)?, is_amount(&ones) && ones >= whole(0));
        prop_assert_eq!(is_legal(Unit::PERSON)?, is_amount(&ones) && ones >= whole(0) && ones.is_integer());
    }

    #[test]
    fn points_are_the_way_from_one_percentage_to_another(a in amounts(), b in amounts()) {
        let (from, to) = (Percent::new(a), Percent::new(b));
        let (difference, sum) = (exact(b) - exact(a), exact(a) + exact(b));
        let points = to.points_above(from);
        prop_assert!(check_exact(points.clone(), |points| exact(points.amount()), &difference, is_amount(&difference)));
        if let Ok(points) = points {
            prop_assert_eq!(from.moved_by(points), Ok(to));
        }
        let is_legal = is_amount(&sum);
        prop_assert!(check_exact(from.checked_add(to), |all| exact(all.amount()), &sum, is_legal));
        prop_assert!(check_exact(from.moved_by(PercentagePoints::new(b)), |all| exact(all.amount()), &sum, is_legal));
        let points = PercentagePoints::new(a).checked_add(PercentagePoints::new(b));
        prop_assert!(check_exact(points, |all| exact(all.amount()), &sum, is_legal));
    }

    #[test]
    fn a_percentage_is_a_hundredth_of_its_number(amount in amounts(), a in ratios()) {
        prop_assert_eq!(value(Percent::new(amount).to_ratio()), exact(amount) / whole(100));
        let percent = value(a) * whole(100);
        for rounding in roundings() {
            let expected = whole(rounded(&percent, rounding)) / ten_to(rounding.decimals().into());
            let got = Percent::of(a, rounding);
            prop_assert!(check_exact(got, |percent| exact(percent.amount()), &expected, is_amount(&expected)));
        }
    }
}

/// Whether both of its lowest terms can be terms of a ratio.
fn is_ratio(value: &BigRational) -> bool {
    [value.numer(), value.denom()].into_iter().all(|term| *term.magnitude() < RATIO_END.unsigned_abs().into())
}

/// The smallest number that both denominators divide.
fn common_denominator(a: &BigRational, b: &BigRational) -> BigRational {
    let in_lowest_terms = BigRational::new(a.denom().clone(), b.denom().clone());
    whole(a.denom() * in_lowest_terms.denom())
}

fn nonzero_or_one(value: &BigRational) -> BigRational {
    if *value == whole(0) { whole(1) } else { value.clone() }
}

#[test]
fn more_decimals_than_are_kept_are_refused() {
    for mode in RoundMode::ALL {
        let error = Rounding::new(mode, DECIMALS + 1).unwrap_err();
        assert_eq!(error, QuantityError::RoundingTooFine { decimals: DECIMALS + 1 });
    }
}

#[test]
fn the_pairs_reach_products_beyond_128_bits_equal_and_nearly_equal_ones_and_every_sign() {
    let pairs = sample(&pairs(), 3000);
    let count = |is_one: &dyn Fn(Ratio, Ratio) -> bool| pairs.iter().filter(|(a, b)| is_one(*a, *b)).count();
    let overflows = |a: Ratio, b: Ratio| {
        a.numerator().checked_mul(b.denominator()).or(b.numerator().checked_mul(a.denominator())).is_none()
    };
    let differ_in_one_unit = |a: Ratio, b: Ratio| {
        let cross = |a: Ratio, b: Ratio| BigInt::from(a.numerator()) * BigInt::from(b.denominator());
        a != b && (cross(a, b) - cross(b, a)).magnitude() <= &a.denominator().unsigned_abs().into()
    };
    for (what, reached) in [
        ("a cross product that overflows", count(&overflows)),
        ("an equal pair", count(&|a, b| value(a) == value(b))),
        ("an equal pair that overflows", count(&|a, b| value(a) == value(b) && overflows(a, b))),
        ("a pair one unit apart", count(&differ_in_one_unit)),
        ("a pair one unit apart that overflows", count(&|a, b| differ_in_one_unit(a, b) && overflows(a, b))),
        ("a sum that is refused", count(&|a, b| a.checked_add(b).is_err())),
        ("a product that is refused", count(&|a, b| a.checked_mul(b).is_err())),
        ("a product of large terms that is not", count(&|a, b| overflows(a, b) && a.checked_mul(b).is_ok())),
    ] {
        assert!(reached >= 10, "{what} is reached {reached} times only");
    }
    for signs in [-1, 0, 1].into_iter().flat_map(|a| [-1, 0, 1].map(|b| (a, b))) {
        let reached = count(&|a, b| (a.numerator().signum(), b.numerator().signum()) == signs);
        assert!(reached > 0, "signs {signs:?} are not reached");
    }
}

#[test]
fn the_ratios_reach_ties_of_both_parities_and_both_signs_at_every_number_of_decimals() {
    let ratios = sample(&ratios(), 1500);
    for factor in [1, 100] {
        for decimals in 0..=6 {
            let scaled = ratios.iter().map(|ratio| value(*ratio) * whole(factor) * ten_to(decimals));
            let ties: Vec<_> = scaled.filter(is_tie).collect();
            for (is_negative, parity) in [(false, false), (false, true), (true, false), (true, true)] {
                let is_one = |tie: &&BigRational| (**tie < whole(0), is_even(&down(tie))) == (is_negative, parity);
                let reached = ties.iter().filter(is_one).count();
                assert!(reached > 0, "no tie at {decimals} decimals, negative {is_negative}, even {parity}");
            }
        }
    }
}

#[test]
fn the_amounts_reach_both_ends_and_sums_out_of_range() {
    let amounts = sample(&amounts(), 2000);
    for end in [Amount::MIN, Amount::MAX, Amount::ZERO] {
        assert!(amounts.contains(&end), "{end} is not reached");
    }
    let refused = amounts.windows(2).filter(|pair| pair[0].checked_add(pair[1]).is_err()).count();
    assert!(refused >= 10, "only {refused} sums are out of range");
}

/// A value in quarters.
fn quarters(count: i128) -> Ratio {
    ratio(count, 4)
}

/// Whether a value, in quarters, is allowed.
type IsAllowed = Box<dyn Fn(i128) -> bool>;

/// Every interval with ends in 0..=4, each open, closed or absent, as far as it can be made; and what it allows.
fn intervals() -> Vec<(Interval, IsAllowed)> {
    let mut all: Vec<(Interval, IsAllowed)> = vec![(Interval::EVERYTHING, Box::new(|_| true))];
    for end in (0..=4).map(|end| end * 4) {
        all.push((Interval::point(quarters(end)), Box::new(move |value| value == end)));
        all.push((Interval::from(quarters(end), End::Closed), Box::new(move |value| value >= end)));
        all.push((Interval::from(quarters(end), End::Open), Box::new(move |value| value > end)));
        all.push((Interval::up_to(quarters(end), End::Closed), Box::new(move |value| value <= end)));
        all.push((Interval::up_to(quarters(end), End::Open), Box::new(move |value| value < end)));
        for low in (0..=4).map(|low| low * 4) {
            match Interval::closed(quarters(low), quarters(end)) {
                Some(closed) => all.push((closed, Box::new(move |value| low <= value && value <= end))),
                None => assert!(low > end, "no interval from {low} to {end} quarters"),
            }
        }
    }
    all
}

#[test]
fn one_interval_is_within_another_or_meets_it_exactly_if_their_values_say_so() {
    // a unit beyond the ends on both sides, in steps finer than the distance of two ends
    let grid = || -4..=20_i128;
    let all = intervals();
    for (left, in_left) in &all {
        for value in grid() {
            assert_eq!(
                Interval::point(quarters(value)).is_within(left),
                in_left(value),
                "{value} quarters in {left:?}"
            );
        }
        for (right, in_right) in &all {
            let is_within = grid().all(|value| !in_left(value) || in_right(value));
            let meets = grid().any(|value| in_left(value) && in_right(value));
            assert_eq!(left.is_within(right), is_within, "{left:?} within {right:?}");
            assert_eq!(left.meets(right), meets, "{left:?} meets {right:?}");
        }
    }
}

#[test]
fn a_reading_allows_the_values_that_its_words_allow() -> Result<(), QuantityError> {
    let allowed = |reading: Reading| {
        let interval = reading.interval().expect("only an approximation excludes nothing");
        (-4..=20_i128).filter(move |value| Interval::point(quarters(*value)).is_within(&interval)).collect::<Vec<_>>()
    };
    let values = |is_one: &dyn Fn(i128) -> bool| (-4..=20_i128).filter(|value| is_one(*value)).collect::<Vec<_>>();
    let print = |number: i128| number.to_string().parse::<Printed>();
    for number in 0..=4 {
        let (printed, end) = (print(number)?, number * 4);
        assert_eq!(allowed(Reading::Exactly(printed)), [end]);
        assert_eq!(allowed(Reading::AtLeast(printed)), values(&|value| value >= end));
        assert_eq!(allowed(Reading::MoreThan(printed)), values(&|value| value > end));
        assert_eq!(allowed(Reading::AtMost(printed)), values(&|value| value <= end));
        assert_eq!(allowed(Reading::LessThan(printed)), values(&|value| value < end));
        assert_eq!(Reading::About(printed).interval(), None);
        for high in 0..=4 {
            let range = Reading::between(printed, print(high)?);
            assert_eq!(range.is_ok(), number < high, "a range from {number} to {high}");
            if let Ok(range) = range {
                assert_eq!(allowed(range), values(&|value| end <= value && value <= high * 4));
            }
        }
    }
    Ok(())
}
