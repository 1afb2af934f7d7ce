//! A report in which nothing is found, and what tests put into it.

use std::collections::BTreeSet;

use thuocdo::NaiveDate;
use thuocdo::check::{Agreement, CheckTable, Diagnosis, Finding, FindingCode, FindingDetail, ReportCheck};
use thuocdo::id::{DocumentRef, Id, Organisation, Text};
use thuocdo::period::Period;
use thuocdo::plan::{
    Accumulation, Breakdown, Category, Direction, Goal, Indicator, Origin, PartRef, Parts, Plan, Target, TargetVersion,
    Task,
};
use thuocdo::quantity::{Figure, Printed, Reading, Unit};
use thuocdo::record::{Extent, Mention, Observation, Observed, Relation, Source, Stage, StatedFigure, StatedRelation};
use thuocdo::report::{Report, ReportContent, ReportState};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap_or_else(|error| panic!("`{text}`: {error}"))
}

pub(crate) fn ids<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<Id> {
    names.into_iter().map(id).collect()
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).expect("a text")
}

pub(crate) fn printed(text: &str) -> Printed {
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error}"))
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).expect("a day of 2021")
}

pub(crate) fn year(year: i32) -> Period {
    Period::year(year).expect("a year")
}

/// What is said with a figure: `107`, `>16000`, `>=28`, `<5`, `<=5`, `~7000`, `120..150`.
pub(crate) fn reading(text: &str) -> Reading {
    if let Some((low, high)) = text.split_once("..") {
        return Reading::between(printed(low), printed(high)).expect("they rise");
    }
    let digits = printed(text.trim_start_matches(['<', '>', '=', '~']));
    match text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-')) {
        ">=" => Reading::AtLeast(digits),
        ">" => Reading::MoreThan(digits),
        "<=" => Reading::AtMost(digits),
        "<" => Reading::LessThan(digits),
        "~" => Reading::About(digits),
        _ => Reading::Exactly(digits),
    }
}

pub(crate) fn figure(said: &str, unit: Unit) -> Figure {
    Figure::new(reading(said), unit).unwrap_or_else(|error| panic!("`{said}`: {error}"))
}

/// An issued report of 2021 with nothing in it, closed on the 14th.
pub(crate) fn empty() -> ReportContent {
    let department = Organisation { code: id("so"), name: text("Sở") };
    let document = DocumentRef { code: "12/BC-SLĐTBXH".parse().unwrap(), date: Some(day(12, 16)), subject: None };
    ReportContent {
        id: id("bao-cao"),
        organisation: department.code.clone(),
        organisations: vec![department],
        period: year(2021),
        cut_off: day(12, 14),
        state: ReportState::Signed,
        document: Some(document),
        indicators: vec![],
        plan: Plan { period: year(2021), tasks: vec![] },
        proposals: None,
        observations: vec![],
        stated: vec![],
        relations: vec![],
        causes: vec![],
        evidence: vec![],
        grades: vec![],
        mentions: vec![],
    }
}

#[track_caller]
pub(crate) fn checked(content: ReportContent) -> Report {
    Report::new(content).unwrap_or_else(|error| panic!("{error}"))
}

/// The empty report with something in it.
#[track_caller]
pub(crate) fn with(change: impl FnOnce(&mut ReportContent)) -> Report {
    changed(empty(), change)
}

#[track_caller]
pub(crate) fn changed(mut content: ReportContent, change: impl FnOnce(&mut ReportContent)) -> Report {
    change(&mut content);
    checked(content)
}

pub(crate) fn source() -> Report {
    serde_json::from_str(include_str!("../../examples/data/lang-son-2021.json")).unwrap()
}

pub(crate) fn indicator(name: &str, unit: Unit, accumulation: Accumulation, breakdowns: Vec<Breakdown>) -> Indicator {
    Indicator { id: id(name), name: text(name), unit, direction: Direction::HigherIsBetter, accumulation, breakdowns }
}

pub(crate) fn breakdown(name: &str, parts: Parts, categories: &[&str]) -> Breakdown {
    let categories = categories.iter().map(|name| Category { id: id(name), name: text(name) });
    Breakdown::new(id(name), text(name), parts, categories.collect()).expect("a breakdown")
}

pub(crate) fn at(breakdown: &str, part: &str) -> Vec<PartRef> {
    vec![PartRef { breakdown: id(breakdown), part: id(part) }]
}

/// Of 2021, as of the cut-off of the empty report, in persons.
pub(crate) fn observation(name: &str, indicator: &str, at: Vec<PartRef>, said: &str) -> Observation {
    Observation {
        id: id(name),
        indicator: id(indicator),
        at,
        period: year(2021),
        as_of: day(12, 14),
        extent: Extent::ToCutoff,
        stage: Stage::Official,
        value: Observed::Figure(figure(said, Unit::PERSON)),
        source: Source::default(),
    }
}

pub(crate) fn stated(name: &str, said: &str, unit: Unit) -> StatedFigure {
    StatedFigure {
        id: id(name),
        subject: text(name),
        figure: figure(said, unit),
        as_of: None,
        source: Source::default(),
    }
}

pub(crate) fn relation(name: &str, result: &str, relation: Relation) -> StatedRelation {
    StatedRelation { id: id(name), result: id(result), relation, source: Source::default() }
}

pub(crate) fn sum(name: &str, result: &str, parts: &[&str]) -> StatedRelation {
    relation(name, result, Relation::Sum { parts: ids(parts.iter().copied()) })
}

pub(crate) fn share(name: &str, result: &str, part: &str, whole: &str) -> StatedRelation {
    relation(name, result, Relation::Share { parts: ids([part]), whole: id(whole) })
}

pub(crate) fn target(name: &str, indicator: &str, at: Vec<PartRef>, goal: Goal) -> Target {
    let version = TargetVersion::new(id("1"), goal);
    Target::new(id(name), id(indicator), at, None, vec![version]).expect("a target")
}

pub(crate) fn task(name: &str, targets: Vec<Target>) -> Task {
    Task {
        id: id(name),
        name: text(name),
        lead: None,
        cooperating: vec![],
        deadline: None,
        origin: Origin::Assigned(None),
        targets,
    }
}

pub(crate) fn document(code: &str, date: Option<NaiveDate>) -> DocumentRef {
    DocumentRef { code: code.parse().unwrap_or_else(|error| panic!("{error}")), date, subject: None }
}

pub(crate) fn mention(code: &str, date: NaiveDate) -> Mention {
    Mention { document: document(code, Some(date)), place: None }
}

#[track_caller]
pub(crate) fn table(report: &Report) -> CheckTable {
    CheckTable::of(report).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
pub(crate) fn findings(report: &Report) -> Vec<Finding> {
    ReportCheck::of(report).unwrap_or_else(|error| panic!("{error}")).findings().collect()
}

#[track_caller]
pub(crate) fn codes(report: &Report) -> Vec<FindingCode> {
    findings(report).iter().map(Finding::code).collect()
}

#[track_caller]
pub(crate) fn only(report: &Report) -> Finding {
    match <[Finding; 1]>::try_from(findings(report)) {
        Ok([finding]) => finding,
        Err(found) => panic!("{found:#?}"),
    }
}

#[track_caller]
pub(crate) fn diagnosis(finding: Finding) -> Diagnosis {
    match finding.detail {
        FindingDetail::Diagnosed(diagnosis) => *diagnosis,
        detail => panic!("{detail:#?}"),
    }
}

/// What each change of the likeliest correction prints instead of what: `ho-ngheo: 02 -> 03`.
pub(crate) fn corrections(diagnosis: &Diagnosis) -> Vec<String> {
    let say = |correction: &thuocdo::check::Correction| {
        let changes = correction.changes.iter();
        let changes = changes.map(|change| format!("{}: {} -> {}", change.figure, change.old, change.new.likely));
        changes.collect::<Vec<_>>().join(", ")
    };
    diagnosis.corrections.iter().map(say).collect()
}

pub(crate) fn keys(report: &Report) -> BTreeSet<String> {
    findings(report).iter().map(|finding| finding.key.to_string()).collect()
}

/// Every statement of a report's check table: its id and whether it holds.
pub(crate) fn agreements(table: &CheckTable) -> Vec<(String, Agreement)> {
    let check = table.check();
    let statements = check.statements().iter();
    statements.map(|found| (found.relation.id.to_string(), found.agreement.clone())).collect()
}

pub(crate) fn names(ids: &[Id]) -> Vec<&str> {
    ids.iter().map(Id::as_str).collect()
}
