//! A report with nothing in it but what a test puts there.

use thuocdo::NaiveDate;
use thuocdo::id::Organisation;
use thuocdo::period::Period;
use thuocdo::plan::{Accumulation, Direction, Indicator, Plan};
use thuocdo::quantity::Unit;
use thuocdo::record::{Extent, Observation, Observed, Source, Stage};
use thuocdo::report::{Report, ReportContent, ReportState};

use crate::build::{amount, day, document, figure, id, text};

/// A report of 2021, closed on 30 November, numbered and dated.
pub(crate) fn report(change: impl FnOnce(&mut ReportContent)) -> Report {
    let period = Period::year(2021).unwrap();
    let mut content = ReportContent {
        id: id("bc-21"),
        organisation: id("sở"),
        organisations: vec![Organisation {
            code: id("sở"), name: text("Sở Lao động - Thương binh và Xã hội")
        }],
        period,
        cut_off: day(2021, 11, 30),
        state: ReportState::Draft,
        document: Some(document("365/BC-SLĐTBXH", Some(day(2021, 12, 31)))),
        indicators: vec![Indicator {
            id: id("tuyển-sinh"),
            name: text("Số người được tuyển sinh"),
            unit: Unit::PERSON,
            direction: Direction::HigherIsBetter,
            accumulation: Accumulation::RunningTotal,
            breakdowns: Vec::new(),
        }],
        plan: Plan { period, tasks: Vec::new() },
        proposals: None,
        observations: Vec::new(),
        stated: Vec::new(),
        relations: Vec::new(),
        causes: Vec::new(),
        evidence: Vec::new(),
        grades: Vec::new(),
        mentions: Vec::new(),
    };
    change(&mut content);
    Report::new(content).unwrap()
}

/// How many have been enrolled by a day.
pub(crate) fn enrolled(name: &str, number: &str, as_of: NaiveDate) -> Observation {
    Observation {
        id: id(name),
        indicator: id("tuyển-sinh"),
        at: Vec::new(),
        period: Period::year(2021).unwrap(),
        as_of,
        extent: Extent::ToCutoff,
        stage: Stage::Preliminary,
        value: Observed::Figure(figure(amount(number), "người")),
        source: Source::default(),
    }
}
