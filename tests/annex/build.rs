//! A small report, what tests put into it, and the cells of its annex.

use thuocdo::NaiveDate;
use thuocdo::id::{Id, Organisation, Text};
use thuocdo::period::Period;
use thuocdo::plan::{Accumulation, Direction, Goal, Indicator, Origin, Plan, Target, TargetVersion, Task};
use thuocdo::quantity::{Figure, Reading, Unit};
use thuocdo::record::{Extent, Observation, Observed, Source, Stage};
use thuocdo::report::{Report, ReportContent, ReportState};
use thuocdo::text::{Annex, AnnexCell, AnnexColumn, AnnexColumns, AnnexSettings, Vietnamese};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn source() -> Report {
    serde_json::from_str(include_str!("../../examples/data/lang-son-2021.json")).unwrap()
}

/// The annex of a report in Vietnamese, with every column.
pub(crate) fn annex(report: &Report) -> Annex {
    Annex::of(report, &Vietnamese, &AnnexSettings::default())
}

pub(crate) fn with_columns(names: &str) -> AnnexSettings<'static> {
    AnnexSettings { columns: names.parse::<AnnexColumns>().unwrap(), ..AnnexSettings::default() }
}

#[track_caller]
pub(crate) fn cell(annex: &Annex, id: &str, column: AnnexColumn) -> AnnexCell {
    annex.cell(id, column).unwrap_or_else(|| panic!("`{id}` has no cell `{column}`")).clone()
}

/// A report with nothing in it.
pub(crate) fn empty(period: Period) -> ReportContent {
    let department = Organisation { code: id("so"), name: text("Sở Nội vụ") };
    ReportContent {
        id: id("bao-cao"),
        organisation: department.code.clone(),
        organisations: vec![department],
        period,
        cut_off: period.last(),
        state: ReportState::Draft,
        document: None,
        indicators: vec![],
        plan: Plan { period, tasks: vec![] },
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

/// A report with one task and one target for persons, whose id is `chi-tieu`.
pub(crate) fn one_target(period: Period, goal: Goal, change: impl FnOnce(&mut ReportContent)) -> Report {
    let mut content = empty(period);
    content.indicators.push(Indicator {
        id: id("so-nguoi"),
        name: text("Số người được đào tạo"),
        unit: Unit::PERSON,
        direction: Direction::HigherIsBetter,
        accumulation: Accumulation::RunningTotal,
        breakdowns: vec![],
    });
    let version = TargetVersion::new(id("1"), goal);
    let target = Target::new(id("chi-tieu"), id("so-nguoi"), vec![], None, vec![version]).unwrap();
    content.plan.tasks.push(task("nhiem-vu", "Đào tạo cán bộ", vec![target]));
    change(&mut content);
    Report::new(content).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn task(name: &str, words: &str, targets: Vec<Target>) -> Task {
    Task {
        id: id(name),
        name: text(words),
        lead: None,
        cooperating: vec![],
        deadline: None,
        origin: Origin::Assigned(None),
        targets,
    }
}

pub(crate) fn at_least(amount: &str) -> Goal {
    Goal::Level(Reading::AtLeast(amount.parse().unwrap()))
}

pub(crate) fn persons(amount: &str) -> Observed {
    Observed::Figure(Figure::new(Reading::Exactly(amount.parse().unwrap()), Unit::PERSON).unwrap())
}

/// An observation of the only indicator, as of the end of its period.
pub(crate) fn observed(name: &str, period: Period, extent: Extent, value: Observed) -> Observation {
    Observation {
        id: id(name),
        indicator: id("so-nguoi"),
        at: vec![],
        period,
        as_of: period.last(),
        extent,
        stage: Stage::Official,
        value,
        source: Source::default(),
    }
}
