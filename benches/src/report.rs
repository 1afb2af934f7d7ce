//! One real report, from its bytes to its measures and back.
//!
//! The yardstick of parsing is the same bytes as an untyped JSON value: what a typed, checked report costs more than no
//! types at all.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;
use thuocdo::measure::{evaluate, recompute};
use thuocdo::report::Report;

const TEXT: &str = include_str!("../../examples/data/lang-son-2021.json");

fn report() -> Report {
    serde_json::from_str(TEXT).expect("the example's report is legal")
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    group.throughput(Throughput::Bytes(u64::try_from(TEXT.len()).expect("a file of some kilobytes")));
    group.bench_function("report", |bencher| bencher.iter(|| serde_json::from_str::<Report>(black_box(TEXT))));
    group.bench_function("untyped_json", |bencher| bencher.iter(|| serde_json::from_str::<Value>(black_box(TEXT))));
    group.finish();
}

fn measure(criterion: &mut Criterion) {
    let report = report();
    let mut group = criterion.benchmark_group("measure");
    group.bench_function("evaluate", |bencher| bencher.iter(|| evaluate(black_box(&report))));
    group.bench_function("recompute", |bencher| {
        bencher.iter(|| {
            for stated in &black_box(&report).content().relations {
                // one that cannot be computed is answered too
                let _ = black_box(recompute(&report, &stated.relation));
            }
        });
    });
    group.finish();
}

fn write(criterion: &mut Criterion) {
    let report = report();
    let value: Value = serde_json::from_str(TEXT).expect("the example's report is JSON");
    let mut group = criterion.benchmark_group("write");
    group.bench_function("report", |bencher| bencher.iter(|| serde_json::to_string(black_box(&report))));
    group.bench_function("untyped_json", |bencher| bencher.iter(|| serde_json::to_string(black_box(&value))));
    group.finish();
}

criterion_group!(benches, parse, measure, write);
criterion_main!(benches);
