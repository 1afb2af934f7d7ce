//! Tables of figures checked against each other, and the smallest correction of a mistake in them.
//!
//! A diagnosis is held against one check of the same table: that is what an answer costs more than the question. The
//! yardstick of the search is what one would write without it: every figure one slip of the hand away, each with the
//! whole table checked again. It answers less, for it does not know of any other figure.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Diagnosis, DiagnosisVerdict};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Figure, Printed, Ratio, Reading, Rounding, Unit};
use thuocdo::record::{GrowthForm, Relation, Source, StatedRelation};

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(20);
    let right = report_like(1000);
    group.bench_function("1000 figures", |bencher| bencher.iter(|| black_box(&right).check()));

    let mistaken = [
        ("1000 figures, one mistake", misprint(&right, &["19-part-3"]), 1),
        ("sum of 1000 parts, wrong total", misprint(&sum_of(1000), &["total"]), 1),
        ("200 figures, two mistakes apart", misprint(&report_like(200), &["1-part-3", "5-part-3"]), 2),
        ("200 figures, two mistakes in one sum", misprint(&report_like(200), &["3-part-3", "3-part-6"]), 2),
        ("100 figures, one mistake", misprint(&report_like(100), &["1-part-3"]), 1),
    ];
    for (name, table, size) in &mistaken {
        let found = diagnose(table);
        assert!(found.iter().flat_map(|diagnosis| &diagnosis.corrections).all(|found| found.changes.len() == *size));
        assert_ne!(found[0].verdict, DiagnosisVerdict::Beyond(2), "{name}");
        group.bench_function(format!("{name}/check"), |bencher| bencher.iter(|| black_box(table).check()));
        group.bench_function(format!("{name}/check and diagnose"), |bencher| {
            bencher.iter(|| diagnose(black_box(table)));
        });
    }

    let (name, table, _) = &mistaken[4];
    let corrections = diagnose(table).into_iter().flat_map(|diagnosis| diagnosis.corrections);
    let found: Vec<Id> = corrections.map(|found| found.changes[0].figure.clone()).collect();
    let by_force = brute_force(table);
    assert!(!by_force.is_empty() && by_force.iter().all(|(id, _)| found.contains(id)));
    group.sample_size(10);
    group.bench_function(format!("{name}/brute force"), |bencher| bencher.iter(|| brute_force(black_box(table))));
    group.finish();
}

fn diagnose(table: &CheckTable) -> Vec<Diagnosis> {
    table.check().diagnoses().collect()
}

/// Every figure and what to print instead, so that all statements hold.
fn brute_force(table: &CheckTable) -> Vec<(Id, Printed)> {
    let mut found = Vec::new();
    for (index, figure) in table.content().figures.iter().enumerate() {
        for near in one_slip_away(printed(figure)) {
            let mut content = table.content().clone();
            let Ok(value) = Figure::new(near, figure.unit().clone()) else { continue };
            content.figures[index].value = CheckValue::Figure(value);
            let changed = CheckTable::new(content).expect("only a number is another one");
            if changed.check().statements().iter().all(|statement| statement.agreement.holds()) {
                found.push((figure.id.clone(), near));
            }
        }
    }
    found
}

/// A digit added, lost, replaced, or swapped with the next one.
fn one_slip_away(printed: Printed) -> Vec<Printed> {
    let text = printed.to_string();
    let mut texts = Vec::new();
    for (index, _) in text.char_indices() {
        let (before, after) = text.split_at(index);
        let rest = &after[1..];
        texts.push(format!("{before}{rest}"));
        if let Some(next) = rest.chars().next() {
            texts.push(format!("{before}{next}{}{}", &after[..1], &rest[1..]));
        }
        for digit in 0..10 {
            texts.push(format!("{before}{digit}{rest}"));
            texts.push(format!("{before}{digit}{after}"));
        }
    }
    texts.extend((0..10).map(|digit| format!("{text}{digit}")));
    let is_other = |near: &Printed| near.decimals() == printed.decimals() && near.amount() != printed.amount();
    let mut near: Vec<Printed> = texts.iter().filter_map(|text| text.parse().ok()).filter(is_other).collect();
    near.sort_by_key(|near| near.amount());
    near.dedup_by_key(|near| near.amount());
    near
}

fn printed(figure: &CheckFigure) -> Printed {
    figure.figure().and_then(|figure| figure.reading().point()).expect("every figure is one number")
}

/// The same table with the first digit of some figures replaced.
fn misprint(table: &CheckTable, ids: &[&str]) -> CheckTable {
    let mut content = table.content().clone();
    for id in ids {
        let figure = content.figures.iter_mut().find(|figure| figure.id.as_str() == *id).expect("it is in the table");
        let text = printed(figure).to_string();
        let digit = if text.starts_with('7') { "4" } else { "7" };
        let wrong: Printed = format!("{digit}{}", &text[1..]).parse().expect("digits");
        figure.value = CheckValue::Figure(Figure::new(wrong, figure.unit().clone()).expect("a count"));
    }
    CheckTable::new(content).expect("only numbers are other ones")
}

/// A total of so many parts.
fn sum_of(parts: usize) -> CheckTable {
    let mut table = Draft::default();
    let parts: Vec<Counted> = (0..parts).map(|index| table.random_count(format!("part-{index}"))).collect();
    table.total("total".into(), &parts);
    table.finish()
}

/// A table of so many figures, in which all hang together: sections with a total of ten parts, the share of each part,
/// the plan and its completion, last year's figure and the growth; the totals add up; what is left to fill repeats a
/// total.
fn report_like(figures: usize) -> CheckTable {
    let mut table = Draft::default();
    let sections: Vec<Counted> = (0..figures / 26).map(|index| table.section(index)).collect();
    let subtotals: Vec<Counted> = sections
        .chunks(10)
        .enumerate()
        .map(|(index, totals)| table.total(format!("subtotal-{index}"), totals))
        .collect();
    if subtotals.len() > 1 {
        table.total("grand-total".into(), &subtotals);
    }
    for (index, (other, number)) in (table.figures.len()..figures).zip(sections.iter().cycle()) {
        let (repeated, _) = table.count(format!("repeat-{index}"), *number);
        table.state(repeated, Relation::Same { other: other.clone() });
    }
    assert_eq!(table.figures.len(), figures);
    table.finish()
}

/// A figure and its number.
type Counted = (Id, u64);

#[derive(Default)]
struct Draft {
    random: u64,
    figures: Vec<CheckFigure>,
    relations: Vec<StatedRelation>,
}

impl Draft {
    fn section(&mut self, index: usize) -> Counted {
        let parts: Vec<Counted> = (0..10).map(|part| self.random_count(format!("{index}-part-{part}"))).collect();
        let (total, sum) = self.total(format!("{index}-total"), &parts);
        for (part, number) in parts {
            let share = self.rate(format!("{part}-share", part = part.as_str()), ratio(number, sum));
            self.state(share, Relation::Share { parts: vec![part], whole: total.clone() });
        }
        let (target, planned) = self.random_count(format!("{index}-plan"));
        let completion = self.rate(format!("{index}-completion"), ratio(sum, planned));
        self.state(completion, Relation::Completion { actual: total.clone(), target });
        let (from, before) = self.random_count(format!("{index}-last-year"));
        let growth = ratio(sum, before).less_one().expect("a small figure");
        let growth = self.rate(format!("{index}-growth"), growth);
        self.state(growth, Relation::Growth { from, to: total.clone(), form: GrowthForm::Percent });
        (total, sum)
    }

    fn total(&mut self, id: String, parts: &[Counted]) -> Counted {
        let total = self.count(id, parts.iter().map(|(_, number)| number).sum());
        self.state(total.0.clone(), Relation::Sum { parts: parts.iter().map(|(id, _)| id.clone()).collect() });
        total
    }

    /// The same figures in every run: the generator is splitmix64 from a fixed seed.
    fn random_count(&mut self, id: String) -> Counted {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        self.count(id, (mixed ^ (mixed >> 31)) % 990 + 10)
    }

    fn count(&mut self, id: String, number: u64) -> Counted {
        let printed = number.to_string().parse().expect("digits");
        (self.figure(id, printed, Unit::HOUSEHOLD), number)
    }

    fn rate(&mut self, id: String, ratio: Ratio) -> Id {
        let printed = Printed::of(ratio.round_percent(Rounding::half_away::<2>())).expect("a small figure");
        self.figure(id, printed, Unit::PERCENT)
    }

    fn figure(&mut self, id: String, printed: Printed, unit: Unit) -> Id {
        let id = Id::try_from(id).expect("a short name");
        let subject = Text::new(id.as_str()).expect("a short name");
        let figure = Figure::new(Reading::Exactly(printed), unit).expect("a small figure");
        self.figures.push(CheckFigure::new(id.clone(), subject, figure));
        id
    }

    fn state(&mut self, result: Id, relation: Relation) {
        let id = Id::try_from(format!("{}-stated", result.as_str())).expect("a short name");
        self.relations.push(StatedRelation { id, result, relation, source: Source::default() });
    }

    /// The table, in which nothing is wrong.
    fn finish(self) -> CheckTable {
        let content = CheckTableContent { as_of: None, figures: self.figures, relations: self.relations };
        let table = CheckTable::new(content).expect("every relation leads to a figure");
        assert!(table.check().statements().iter().all(|statement| statement.agreement.holds()));
        table
    }
}

fn ratio(number: u64, base: u64) -> Ratio {
    let printed = |number: u64| number.to_string().parse::<Printed>().expect("digits").amount();
    Ratio::of(printed(number), printed(base)).expect("no base is zero")
}

criterion_group!(benches, check);
criterion_main!(benches);
