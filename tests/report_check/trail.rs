//! The digest of a check is another one as soon as anything changes that decides it, and the same for anything else.

use std::collections::BTreeSet;

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision, Trail};
use thuocdo::period::PeriodName;
use thuocdo::quantity::{Amount, RoundMode, Unit};
use thuocdo::record::{GrowthForm, Relation, Source, Term};

use crate::build::{day, figure, id, ids, relation, share, sum, text};

fn given(name: &str, said: &str, unit: Unit) -> CheckFigure {
    CheckFigure::new(id(name), text(name), figure(said, unit))
}

fn content() -> CheckTableContent {
    CheckTableContent {
        as_of: Some(day(11, 15)),
        figures: vec![
            given("whole", "107", Unit::HOUSEHOLD),
            given("part", "92", Unit::HOUSEHOLD),
            given("rest", "15", Unit::HOUSEHOLD),
            given("share", "85.98", Unit::PERCENT),
        ],
        relations: vec![sum("add up", "whole", &["part", "rest"]), share("is share", "share", "part", "whole")],
    }
}

fn trail(content: CheckTableContent) -> Trail {
    CheckTable::new(content).unwrap().check().trail()
}

fn digest(content: CheckTableContent) -> String {
    trail(content).digest
}

fn with_figure(change: impl FnOnce(&mut CheckFigure)) -> String {
    let mut content = content();
    change(&mut content.figures[1]);
    digest(content)
}

/// The digest of a table in which the second statement is another one.
fn with_relation(result: &str, relation_between: Relation) -> String {
    let mut content = content();
    content.figures.push(given("times", "1", "lần".parse().unwrap()));
    content.figures.push(given("points", "1", Unit::PERCENTAGE_POINTS));
    content.figures.push(given("share before", "80.1", Unit::PERCENT));
    content.relations[1] = relation("is share", result, relation_between);
    digest(content)
}

/// None of these is the digest of another.
#[track_caller]
fn assert_all_differ(digests: &[String]) {
    let different: BTreeSet<&String> = digests.iter().collect();
    assert_eq!(different.len(), digests.len());
}

#[test]
fn it_names_the_library_and_the_day() {
    let Trail { library, digest, as_of } = trail(content());
    assert_eq!((library, as_of), (env!("CARGO_PKG_VERSION"), Some(day(11, 15))));
    assert_eq!(digest.len(), 64);
    assert!(digest.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')), "{digest}");
}

#[test]
fn every_change_of_a_figure_is_seen() {
    let say = |said: &str, unit: Unit| with_figure(|found| found.value = CheckValue::Figure(figure(said, unit)));
    let mut digests: Vec<String> =
        ["92", "93", "092", ">92", ">=92", "<92", "<=92", "~92", "92..93", "92..94", "91..93"]
            .map(|said| say(said, Unit::HOUSEHOLD))
            .into();
    assert_eq!(digests[0], digest(content()));
    digests.push(say("92", "nghìn hộ".parse().unwrap()));
    digests.push(with_figure(|found| found.value = CheckValue::NotStated(Unit::HOUSEHOLD)));
    digests.push(with_figure(|found| found.value = CheckValue::NotStated("nghìn hộ".parse().unwrap())));
    digests.push(with_figure(|found| found.is_fixed = true));
    let precisions = [Precision::Exact, Precision::Nearest];
    let rounded = RoundMode::ALL.into_iter().map(Precision::Rounded);
    digests.extend(
        precisions.into_iter().chain(rounded).map(|precision| with_figure(|found| found.precision = precision)),
    );
    assert_all_differ(&digests);
}

#[test]
fn where_a_figure_stands_is_not_what_it_says() {
    let unchanged: [fn(&mut CheckFigure); 4] = [
        |found| found.subject = text("Số hộ được hỗ trợ"),
        |found| found.source = Source { place: Some(text("mục II.1")), ..Source::default() },
        |found| found.as_of = Some(day(11, 14)),
        |found| found.period = Some(PeriodName::Year(2021)),
    ];
    for change in unchanged {
        assert_eq!(with_figure(change), digest(content()));
    }
}

#[test]
fn every_kind_of_statement_and_every_figure_in_it_is_seen() {
    let (part, whole, rest) = (id("part"), id("whole"), id("rest"));
    let growth = |form| Relation::Growth { from: part.clone(), to: whole.clone(), form };
    let term = |weight: u32, name: &str| Term { weight: weight.into(), figure: id(name) };
    let balance = |terms, constant: u32| Relation::Balance { terms, constant: constant.into() };
    let per = |per: u32| Relation::RatePer { numerator: part.clone(), denominator: whole.clone(), per: per.into() };
    let digests = [
        ("share", Relation::Share { parts: ids(["part"]), whole: whole.clone() }),
        ("share", Relation::Share { parts: ids(["rest"]), whole: whole.clone() }),
        ("share", Relation::Share { parts: ids(["part", "rest"]), whole: whole.clone() }),
        ("share", Relation::Share { parts: ids(["whole"]), whole: part.clone() }),
        ("share before", Relation::Share { parts: ids(["part"]), whole: whole.clone() }),
        ("share", Relation::Completion { actual: part.clone(), target: whole.clone() }),
        ("share", Relation::Completion { actual: whole.clone(), target: part.clone() }),
        ("share", growth(GrowthForm::Percent)),
        ("share", growth(GrowthForm::Index)),
        ("times", growth(GrowthForm::Multiple)),
        ("times", Relation::Ratio { numerator: part.clone(), denominator: whole.clone() }),
        ("times", Relation::Ratio { numerator: whole.clone(), denominator: part.clone() }),
        ("times", per(100)),
        ("times", per(1000)),
        ("points", Relation::Points { from: id("share before"), to: id("share") }),
        ("points", Relation::Points { from: id("share"), to: id("share before") }),
        ("whole", Relation::Sum { parts: ids(["part"]) }),
        ("whole", Relation::Same { other: part.clone() }),
        ("whole", Relation::AtMost { other: part.clone() }),
        ("whole", Relation::AtLeast { other: part.clone() }),
        ("whole", Relation::Difference { from: part.clone(), less: ids(["rest"]) }),
        ("whole", Relation::Difference { from: rest, less: ids(["part"]) }),
        ("whole", Relation::Remainder { whole: part.clone(), parts: ids(["rest"]) }),
        ("whole", balance(vec![term(1, "part")], 0)),
        ("whole", balance(vec![term(2, "part")], 0)),
        ("whole", balance(vec![term(1, "part")], 1)),
        ("whole", balance(vec![term(1, "part"), term(2, "rest")], 0)),
        ("whole", balance(vec![term(2, "part"), term(1, "rest")], 0)),
    ]
    .map(|(result, relation)| with_relation(result, relation));
    assert_all_differ(&digests);
}

#[test]
fn ids_the_day_and_what_is_there_at_all_are_seen() {
    let change = |change: fn(&mut CheckTableContent)| {
        let mut content = content();
        change(&mut content);
        digest(content)
    };
    assert_all_differ(&[
        digest(content()),
        change(|content| content.as_of = None),
        change(|content| content.as_of = Some(day(11, 16))),
        change(|content| content.figures.push(given("more", "1", Unit::HOUSEHOLD))),
        change(|content| drop(content.relations.pop())),
        change(|content| content.relations[0].id = id("adds up")),
        change(|content| content.relations.push(sum("again", "whole", &["part", "rest"]))),
        change(|content| {
            content.figures[2].id = id("remaining");
            content.relations[0] = sum("add up", "whole", &["part", "remaining"]);
        }),
    ]);
    let source = Source { inferred_from: Some(text("chú thích 2")), ..Source::default() };
    let mut told = content();
    told.relations[0].source = source;
    assert_eq!(digest(told), digest(content()));
}

#[test]
fn a_table_with_nothing_in_it_has_a_digest_too() {
    let nothing = || CheckTableContent { as_of: None, figures: vec![], relations: vec![] };
    assert_eq!(digest(nothing()), digest(nothing()));
    assert_all_differ(&[digest(nothing()), digest(CheckTableContent { as_of: Some(day(11, 15)), ..nothing() })]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_the_same_exactly_if_the_figures_are(one in vec_of_figures(), other in vec_of_figures()) {
        let table = |said: &[i128]| {
            let figures = said.iter().enumerate().map(|(number, millionths)| {
                let amount = Amount::from_millionths(*millionths).unwrap();
                given(&number.to_string(), &amount.to_string(), Unit::BARE)
            });
            digest(CheckTableContent { as_of: None, figures: figures.collect(), relations: vec![] })
        };
        prop_assert_eq!(table(&one) == table(&other), one == other);
    }
}

/// So few and so small that two lists are often the same.
fn vec_of_figures() -> impl Strategy<Value = Vec<i128>> {
    proptest::collection::vec(prop_oneof![0..3_i128, Just(500_000), Just(-1_000_000)], 0..3)
}
