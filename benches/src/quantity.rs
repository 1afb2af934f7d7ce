//! A thousand ratios: comparing them, and rounding them to percent with two decimals.
//!
//! The yardstick is what one would write without this crate: divide two decimals, then compare or round the quotient.
//! It answers less, for a quotient of 28 digits is not the ratio.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rust_decimal::{Decimal, RoundingStrategy};
use thuocdo::quantity::{Amount, Ratio, Rounding};

const PAIRS: usize = 1000;

/// Figure and base, of so many digits at most: persons and households have six, a budget in đồng sixteen.
const SIZES: [(&str, u64); 2] = [("counts", 1_000_000), ("dong", 10_000_000_000_000_000)];

/// The same figures in every run: the generator is splitmix64 from a fixed seed.
fn figures(end: u64) -> Vec<(u64, u64)> {
    let mut state = 0_u64;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    };
    (0..PAIRS).map(|_| (next(), next() + 1)).collect()
}

fn amounts(figures: &[(u64, u64)]) -> Vec<(Amount, Amount)> {
    let amount = |figure| Amount::try_from(figure).expect("at most 16 digits");
    figures.iter().map(|&(figure, base)| (amount(figure), amount(base))).collect()
}

fn decimals(figures: &[(u64, u64)]) -> Vec<(Decimal, Decimal)> {
    figures.iter().map(|&(figure, base)| (figure.into(), base.into())).collect()
}

fn ratio((figure, base): (Amount, Amount)) -> Ratio {
    Ratio::of(figure, base).expect("no base is zero")
}

fn compare(criterion: &mut Criterion) {
    for (size, end) in SIZES {
        let (amounts, decimals) = (amounts(&figures(end)), decimals(&figures(end)));
        let mut group = criterion.benchmark_group(format!("compare/{size}"));
        group.bench_function("ratio", |bencher| {
            bencher.iter(|| black_box(&amounts).windows(2).filter(|pair| ratio(pair[0]) < ratio(pair[1])).count());
        });
        group.bench_function("rust_decimal", |bencher| {
            let quotient = |(figure, base): (Decimal, Decimal)| figure / base;
            bencher
                .iter(|| black_box(&decimals).windows(2).filter(|pair| quotient(pair[0]) < quotient(pair[1])).count());
        });
        group.finish();
    }
}

fn round(criterion: &mut Criterion) {
    for (size, end) in SIZES {
        let (amounts, decimals) = (amounts(&figures(end)), decimals(&figures(end)));
        let mut group = criterion.benchmark_group(format!("round_percent/{size}"));
        group.bench_function("ratio", |bencher| {
            bencher.iter(|| {
                for &pair in black_box(&amounts) {
                    black_box(ratio(pair).round_percent(Rounding::half_away::<2>()));
                }
            });
        });
        group.bench_function("rust_decimal", |bencher| {
            bencher.iter(|| {
                for &(figure, base) in black_box(&decimals) {
                    let percent = figure / base * Decimal::ONE_HUNDRED;
                    black_box(percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero));
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, compare, round);
criterion_main!(benches);
