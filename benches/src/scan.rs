//! The source report scanned for figures, dates, periods and documents.
//!
//! The yardsticks are one pass of a regular expression over the same text, which finds the digits and not what they say, and
//! the same pass with the words around them, which is what one would write by hand. Neither gives values.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use regex::Regex;
use thuocdo::text::{Meaning, Reader};

const SOURCE: &str = include_str!("../../tests/data/source-report-2021.txt");

fn scan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scan");
    group.sample_size(20);
    let long = [SOURCE, "\n\n"].concat().repeat(20);
    let digits = Regex::new("[0-9]+(?:[.,][0-9]+)*").expect("written here");
    let phrases = Regex::new(
        "(?xi)
        [0-9]*[a-z]?/(?:[0-9]{4}/)?[A-ZĐ][\\p{L}0-9&]*(?:-[\\p{L}0-9&]+)* # document
        | [0-9]{1,2}/[0-9]{1,2}/[0-9]{4}                                     # date
        | (?:năm|tháng|quý|giai\\ đoạn)\\s+[0-9IVX]+(?:\\s*[-/]\\s*[0-9]{4})?
        | (?:trên|dưới|khoảng|ít\\ nhất|từ|tăng|giảm|đạt)?\\s*[0-9]+(?:[.,][0-9]+)*(?:\\s*[-/]\\s*[0-9]+(?:[.,][0-9]+)*)?
          (?:\\s*%|\\s+(?:điểm\\ phần\\ trăm|(?:nghìn|triệu|tỷ)\\ đồng|người|hộ|vụ|hồ\\ sơ|học\\ viên|nhiệm\\ vụ))?",
    )
    .expect("written here");
    let reader = Reader::vietnamese();

    // both find the households of the report
    let found = reader.scan(SOURCE).expect("Unicode");
    assert!(found.iter().any(|phrase| matches!(phrase.readings[0].meaning, Meaning::Ratio { .. })));
    assert!(phrases.find_iter(SOURCE).any(|found| found.as_str().trim() == "92/107 hộ"));

    for (name, text) in [("one report", SOURCE), ("20 reports", &long)] {
        group.throughput(Throughput::Bytes(text.len().try_into().expect("a length")));
        group.bench_function(format!("{name}/scan"), |bencher| {
            bencher.iter(|| reader.scan(black_box(text)).map(|found| found.len()));
        });
        group.bench_function(format!("{name}/regex of digits"), |bencher| {
            bencher.iter(|| digits.find_iter(black_box(text)).count());
        });
        group.bench_function(format!("{name}/regex of phrases"), |bencher| {
            bencher.iter(|| phrases.find_iter(black_box(text)).count());
        });
    }
    group.finish();
}

criterion_group!(benches, scan);
criterion_main!(benches);
