//! Property: every legal figure is written, digit for digit, as Unicode's ICU writes it in the same locale.
//!
//! ICU is a second opinion that shares neither code nor tables with this crate. Its input is exact decimals, so no float
//! takes part. Two choices are ours and are asked of ICU too: figures are grouped from 1.000 on, as the accounting law
//! has it, and a zero has no sign.

use fixed_decimal::{Decimal, SignDisplay, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::{DecimalFormatter, options::GroupingStrategy};
use icu_locale_core::{Locale, locale};
use proptest::{prelude::*, test_runner::TestCaseResult};
use thuocdo::quantity::{
    Amount, Printed, Ratio, RoundMode, Rounding,
    bounds::{DECIMALS, INTEGER_DIGITS},
};
use thuocdo::text::{English, Language, Vietnamese};

/// A language of this crate beside ICU's formatter of its locale.
struct Pair {
    ours: &'static dyn Language,
    icu: DecimalFormatter,
}

impl Pair {
    fn new(ours: &'static dyn Language, locale: &Locale) -> Self {
        let icu = DecimalFormatter::try_new(locale.into(), GroupingStrategy::Always.into());
        Self { ours, icu: icu.expect("the locale is compiled in") }
    }

    fn all() -> [Self; 2] {
        [Self::new(&Vietnamese, &locale!("vi")), Self::new(&English, &locale!("en"))]
    }

    fn icu(&self, number: &Decimal) -> String {
        self.icu.format(&number.clone().with_sign_display(SignDisplay::Negative)).to_string()
    }
}

fn agree(number: &Decimal, ours: impl Fn(&dyn Language) -> String) -> TestCaseResult {
    for pair in Pair::all() {
        prop_assert_eq!(ours(pair.ours), pair.icu(number));
    }
    Ok(())
}

/// `integer / 10^decimals`.
fn decimal(integer: i128, decimals: i16) -> Decimal {
    let mut number = Decimal::from(integer);
    number.multiply_pow10(-decimals);
    // a hundred times zero is `000` to it
    number.trim_start();
    number
}

fn rounded(mut number: Decimal, mode: RoundMode, decimals: u8) -> Decimal {
    let mode = match mode {
        RoundMode::HalfAway => SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand),
        RoundMode::HalfEven => SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfEven),
        RoundMode::Down => SignedRoundingMode::Unsigned(UnsignedRoundingMode::Trunc),
        RoundMode::Up => SignedRoundingMode::Unsigned(UnsignedRoundingMode::Expand),
        RoundMode::Floor => SignedRoundingMode::Floor,
        RoundMode::Ceiling => SignedRoundingMode::Ceil,
    };
    number.round_with_mode(-i16::from(decimals), mode);
    number.pad_end(-i16::from(decimals));
    number
}

/// Integers of at most `digits` digits, every length as likely as any other, the longest ones included.
fn integers(digits: u32) -> impl Strategy<Value = i128> {
    let of_length = |digits| {
        let end = 10_i128.pow(digits);
        1 - end..end
    };
    let end = 10_i128.pow(digits);
    prop_oneof![20 => (0..=digits).prop_flat_map(of_length), 1 => Just(end - 1), 1 => Just(1 - end)]
}

/// Decimals up to six, and an integer such that `integer / 10^decimals` is any amount.
fn amounts() -> impl Strategy<Value = (u8, i128)> {
    (0..=DECIMALS).prop_flat_map(|decimals| (Just(decimals), integers(u32::from(INTEGER_DIGITS + decimals))))
}

fn modes() -> impl Strategy<Value = RoundMode> {
    proptest::sample::select(&RoundMode::ALL[..])
}

/// The denominator of a ratio is below 10^30, and so is the numerator.
const RATIO_DIGITS: u32 = 30;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// With as many decimals as it needs.
    #[test]
    fn an_amount_is_written_as_icu_writes_it((decimals, integer) in amounts()) {
        let amount = Amount::from_millionths(integer * 10_i128.pow(u32::from(DECIMALS - decimals)))?;
        let mut number = decimal(integer, decimals.into());
        number.trim_end();
        agree(&number, |language| language.amount(amount))?;
    }

    /// With a fixed number of decimals, zeros at the end included.
    #[test]
    fn a_number_is_written_as_icu_writes_it((decimals, integer) in amounts()) {
        let exact = Ratio::from_millionths(integer, 10_i128.pow(decimals.into()))?;
        let number = exact.round(Rounding::new(RoundMode::HalfAway, decimals)?);
        agree(&decimal(integer, decimals.into()), |language| language.number(number))?;
    }

    /// Rounded first, by ICU's decimals and by ours.
    #[test]
    fn a_number_is_rounded_as_icu_rounds_it((finer, integer) in amounts(), mode in modes(), decimals in 0..=DECIMALS) {
        let exact = Ratio::from_millionths(integer, 10_i128.pow(finer.into()))?;
        let number = exact.round(Rounding::new(mode, decimals)?);
        agree(&rounded(decimal(integer, finer.into()), mode, decimals), |language| language.number(number))?;
    }

    /// Over every ratio whose denominator is a power of ten; others have no exact decimal to compare with.
    #[test]
    fn a_percentage_is_written_as_icu_writes_it(
        numerator in integers(RATIO_DIGITS),
        zeros in 0..RATIO_DIGITS,
        mode in modes(),
        decimals in 0..=DECIMALS,
    ) {
        let ratio = Ratio::from_millionths(numerator, 10_i128.pow(zeros))?;
        let rounding = Rounding::new(mode, decimals)?;
        let number = rounded(decimal(numerator, i16::try_from(zeros)? - 2), mode, decimals);
        for pair in Pair::all() {
            prop_assert_eq!(pair.ours.percent(ratio, rounding), format!("{}%", pair.icu(&number)));
        }
    }

    /// With the zeros at the end that it was printed with, and up to three digits with zeros in front.
    #[test]
    fn a_printed_figure_is_written_as_icu_writes_it(text in r"-?([1-9][0-9]{0,17}|0[0-9]{0,2})(\.[0-9]{1,6})?") {
        let printed: Printed = text.parse()?;
        agree(&Decimal::try_from_str(&text)?, |language| language.printed(printed))?;
    }

    /// ICU writes 0002 as 0.002, which would be read as another number.
    #[test]
    fn more_digits_with_zeros_in_front_are_not_grouped(text in r"-?0[0-9]{3,17}") {
        let printed: Printed = text.parse()?;
        prop_assert_eq!(Vietnamese.printed(printed), printed.to_string());
        prop_assert_eq!(English.printed(printed), printed.to_string());
    }
}

/// What both write, said out loud: a mistake that both made would show here.
#[test]
fn pinned() -> Result<(), Box<dyn std::error::Error>> {
    let lines = [
        ("1493", "1.493", "1,493"),
        ("999", "999", "999"),
        ("85.98", "85,98", "85.98"),
        ("-1234567.5", "-1.234.567,5", "-1,234,567.5"),
        ("0.00", "0,00", "0.00"),
        ("-0.00", "0,00", "0.00"),
        ("02", "02", "02"),
        ("999999999999999999.999999", "999.999.999.999.999.999,999999", "999,999,999,999,999,999.999999"),
    ];
    let [vi, en] = Pair::all();
    for (text, in_vietnamese, in_english) in lines {
        let printed: Printed = text.parse()?;
        let number = Decimal::try_from_str(text)?;
        assert_eq!((Vietnamese.printed(printed), vi.icu(&number)), (in_vietnamese.into(), in_vietnamese.into()));
        assert_eq!((English.printed(printed), en.icu(&number)), (in_english.into(), in_english.into()));
    }
    Ok(())
}
