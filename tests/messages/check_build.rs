//! Check tables out of lines, and what is said of them in both languages.

use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, FindingCode};
use thuocdo::id::Text;
use thuocdo::period::PeriodName;
use thuocdo::quantity::{Amount, Figure, Reading};
use thuocdo::record::{GrowthForm, Relation, Source, StatedRelation, Term};
use thuocdo::text::{CheckLanguage, English, Vietnamese};

use crate::build::{amount, id, printed, text, unit};
use crate::grades::Said;

/// The id of a figure, what it is of, and what is printed. See [`figure`].
pub(crate) type Line = (&'static str, &'static str, &'static str);

pub(crate) fn both(
    say: impl Fn(&dyn CheckLanguage) -> String,
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    Said { said: [say(&Vietnamese), say(&English)], expected: [vietnamese, english] }
}

/// The Vietnamese sentence alone, where the English one is still to be said better.
pub(crate) fn in_vietnamese(Said { said: [said, _], expected: [expected, _] }: Said) -> Said {
    Said { said: [said.clone(), said], expected: [expected, expected] }
}

/// The English sentence alone, where the Vietnamese one is still to be said better.
pub(crate) fn in_english(Said { said: [_, said], expected: [_, expected] }: Said) -> Said {
    Said { said: [said.clone(), said], expected: [expected, expected] }
}

/// The last statement of a table.
pub(crate) fn statement(figures: &[Line], relations: &[&str], vietnamese: &'static str, english: &'static str) -> Said {
    let table = table(figures, relations);
    let check = table.check();
    both(|language| language.statement(check.statements().last().unwrap(), &table), vietnamese, english)
}

/// The first finding with that code.
#[track_caller]
pub(crate) fn finding(table: &CheckTable, code: FindingCode, vietnamese: &'static str, english: &'static str) -> Said {
    let check = table.check();
    let codes: Vec<_> = check.findings().map(|finding| finding.code()).collect();
    let found = check.findings().find(|finding| finding.code() == code).unwrap_or_else(|| panic!("only {codes:?}"));
    both(|language| language.finding(&found, table), vietnamese, english)
}

/// A table of figures and of relations such as `ty-le = share tong ngheo can-ngheo`; relations are numbered from 1, and
/// each stands where its result does.
#[track_caller]
pub(crate) fn table(figures: &[Line], relations: &[&str]) -> CheckTable {
    let figures: Vec<CheckFigure> = figures.iter().map(|line| figure(*line)).collect();
    let stated = relations.iter().enumerate().map(|(index, line)| {
        let (result, formula) = line.split_once(" = ").unwrap();
        let at = figures.iter().find(|figure| figure.id.as_str() == result);
        let source = at.map_or_else(Source::default, |figure| figure.source.clone());
        let number = (index + 1).to_string();
        StatedRelation { id: id(&number), result: id(result), relation: relation(formula), source }
    });
    let relations = stated.collect();
    CheckTable::new(CheckTableContent { as_of: None, figures, relations }).unwrap_or_else(|error| panic!("{error}"))
}

/// The same table with something else in it.
#[track_caller]
pub(crate) fn changed(table: CheckTable, change: impl FnOnce(&mut CheckTableContent)) -> CheckTable {
    let mut content = table.into_content();
    change(&mut content);
    CheckTable::new(content).unwrap_or_else(|error| panic!("{error}"))
}

/// A figure as it is written: `02 hộ`, `~7000 người`, `120..150 người`, `>16000 người`, `? người` if it is not stated;
/// with `!` before it if it is certain. A place stands after its subject: `hộ nghèo @ mục II.1`; without a subject it
/// is of its id.
fn figure((name, subject, written): Line) -> CheckFigure {
    let (subject, place) = match subject.split_once(" @ ") {
        Some((subject, place)) => (subject, Some(text(place))),
        None => (subject, None),
    };
    let subject: Text = text(if subject.is_empty() { name } else { subject });
    let source = Source { place, ..Source::default() };
    let (written, is_fixed) = written.strip_prefix('!').map_or((written, false), |rest| (rest, true));
    let (number, unit_name) = written.split_once(' ').unwrap_or((written, ""));
    let value = match number {
        "?" => CheckValue::NotStated(unit(unit_name)),
        number => CheckValue::Figure(Figure::new(reading(number), unit(unit_name)).unwrap()),
    };
    let figure = CheckFigure::new(id(name), subject, Figure::new(Amount::ZERO, unit(unit_name)).unwrap());
    CheckFigure { value, is_fixed, source, ..figure }
}

fn reading(written: &str) -> Reading {
    type Bound = fn(thuocdo::quantity::Printed) -> Reading;
    if let Some((low, high)) = written.split_once("..") {
        return Reading::between(printed(low), printed(high)).unwrap();
    }
    let bounds: [(&str, Bound); 5] = [
        ("~", Reading::About),
        (">=", Reading::AtLeast),
        ("<=", Reading::AtMost),
        (">", Reading::MoreThan),
        ("<", Reading::LessThan),
    ];
    let bounded = bounds.into_iter().find_map(|(sign, bound)| Some(bound(printed(written.strip_prefix(sign)?))));
    bounded.unwrap_or_else(|| Reading::Exactly(printed(written)))
}

/// `sum a b`, `share whole parts…`, `growth from to`, `rate 1000 a b`, `balance 2*a -1*b 5`, and so on.
fn relation(formula: &str) -> Relation {
    let words: Vec<&str> = formula.split(' ').collect();
    let (kind, names) = words.split_first().unwrap();
    let one = |index: usize| id(names[index]);
    let from = |start: usize| names[start..].iter().map(|name| id(name)).collect::<Vec<_>>();
    let growth = |form| Relation::Growth { from: one(0), to: one(1), form };
    match *kind {
        "sum" => Relation::Sum { parts: from(0) },
        "difference" => Relation::Difference { from: one(0), less: from(1) },
        "remainder" => Relation::Remainder { whole: one(0), parts: from(1) },
        "share" => Relation::Share { whole: one(0), parts: from(1) },
        "ratio" => Relation::Ratio { numerator: one(0), denominator: one(1) },
        "completion" => Relation::Completion { actual: one(0), target: one(1) },
        "growth" => growth(GrowthForm::Percent),
        "index" => growth(GrowthForm::Index),
        "multiple" => growth(GrowthForm::Multiple),
        "points" => Relation::Points { from: one(0), to: one(1) },
        "rate" => Relation::RatePer { per: amount(names[0]), numerator: one(1), denominator: one(2) },
        "same" => Relation::Same { other: one(0) },
        "at_most" => Relation::AtMost { other: one(0) },
        "at_least" => Relation::AtLeast { other: one(0) },
        "balance" => balance(names),
        other => panic!("`{other}` is no relation"),
    }
}

fn balance(terms: &[&str]) -> Relation {
    let term = |written: &&str| {
        written.split_once('*').map(|(weight, name)| Term { weight: amount(weight), figure: id(name) })
    };
    let constant = terms.iter().find(|term| !term.contains('*')).map_or(Amount::ZERO, |number| amount(number));
    Relation::Balance { terms: terms.iter().filter_map(term).collect(), constant }
}

/// The same table with a year for one of its figures.
#[track_caller]
pub(crate) fn in_year(table: CheckTable, name: &str, year: i32) -> CheckTable {
    changed(table, |content| {
        let figure = content.figures.iter_mut().find(|figure| figure.id.as_str() == name);
        figure.unwrap().period = Some(PeriodName::Year(year));
    })
}
