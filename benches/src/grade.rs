//! Grades of one real report, and the proof of the largest set of rules.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use thuocdo::builtin;
use thuocdo::grade::RuleSet;
use thuocdo::report::Report;

const TEXT: &str = include_str!("../../examples/data/lang-son-2021.json");

fn assess(criterion: &mut Criterion) {
    let report: Report = serde_json::from_str(TEXT).expect("the example's report is legal");
    let rules = builtin::rule_set("vn-nd90-2020-unit").expect("it is built in");
    let mut group = criterion.benchmark_group("assess");
    group.bench_function("one report on three bases", |bencher| {
        bencher.iter(|| black_box(&rules).assess_report_by_analogy(black_box(&report)));
    });
    group.finish();
}

fn prove(criterion: &mut Criterion) {
    let rules = largest();
    let mut group = criterion.benchmark_group("prove");
    group.bench_function("the largest built-in set", |bencher| bencher.iter(|| black_box(&rules).prove()));
    group.finish();
}

/// The set whose thresholds tell most cases apart.
fn largest() -> RuleSet {
    let all = builtin::ids().filter_map(|id| builtin::rule_set(id).ok());
    let largest = all.max_by_key(|rules| rules.prove().map_or(0, |proof| proof.cases));
    largest.expect("some sets are built in")
}

criterion_group!(benches, assess, prove);
criterion_main!(benches);
