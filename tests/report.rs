//! Proves what a whole report says: which of several observations counts, which version of a target, and what changed
//! between two drafts.
#![cfg(feature = "serde")]

use thuocdo::NaiveDate;
use thuocdo::measure::{NotComputable, TargetResult, Verdict, evaluate};
use thuocdo::quantity::{Figure, Reading};
use thuocdo::record::{Extent, Observation, Observed, Stage};
use thuocdo::report::{Report, ReportContent};

fn source() -> Report {
    serde_json::from_str(include_str!("../examples/data/lang-son-2021.json")).unwrap()
}

/// The source report with one change.
fn with(change: impl FnOnce(&mut ReportContent)) -> Report {
    let mut content = source().into_content();
    change(&mut content);
    Report::new(content).unwrap()
}

fn observation<'c>(content: &'c mut ReportContent, id: &str) -> &'c mut Observation {
    content.observations.iter_mut().find(|found| found.id.as_str() == id).unwrap()
}

fn figure(observation: &Observation, number: &str) -> Observed {
    let Observed::Figure(figure) = &observation.value else { panic!("{} is no figure", observation.id) };
    Observed::Figure(Figure::new(Reading::Exactly(number.parse().unwrap()), figure.unit().clone()).unwrap())
}

/// Another observation of the same thing.
fn later(content: &mut ReportContent, of: &str, number: &str, change: impl FnOnce(&mut Observation)) {
    let mut another = observation(content, of).clone();
    another.id = "another".parse().unwrap();
    another.value = figure(&another, number);
    change(&mut another);
    content.observations.push(another);
}

fn result<'r>(report: &'r Report, target: &str) -> TargetResult<'r> {
    evaluate(report).into_iter().find(|result| result.target.id().as_str() == target).unwrap()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).unwrap()
}

fn counted(report: &Report) -> String {
    let Observed::Figure(figure) = &result(report, "mt-huan-luyen").observation.unwrap().value else { panic!() };
    figure.exact().unwrap().amount().to_string()
}

#[test]
fn the_latest_day_counts_up_to_the_cut_off() {
    let of = "huan-luyen-2021";
    assert_eq!(counted(&source()), "3088");
    let earlier = with(|content| later(content, of, "1500", |another| another.as_of = day(6, 30)));
    assert_eq!(counted(&earlier), "3088");
    let after_the_cut_off = with(|content| later(content, of, "4000", |another| another.as_of = day(12, 1)));
    assert_eq!(counted(&after_the_cut_off), "3088");
}

#[test]
fn of_one_day_the_firmer_stage_counts() {
    let of = "huan-luyen-2021";
    let estimate = with(|content| later(content, of, "3100", |another| another.stage = Stage::Estimate));
    assert_eq!(counted(&estimate), "3088");
    let firmer = with(|content| {
        observation(content, of).stage = Stage::Estimate;
        later(content, of, "3090", |another| another.stage = Stage::Preliminary);
    });
    assert_eq!(counted(&firmer), "3090");
}

#[test]
fn a_projection_counts_for_nothing() {
    let projected = with(|content| {
        later(content, "huan-luyen-2021", "9999", |another| another.extent = Extent::Projection);
    });
    assert_eq!(counted(&projected), "3088");
    assert!(result(&projected, "mt-huan-luyen").full_period.is_none());
}

#[test]
fn missing_zero_and_not_applicable_stay_three_things() {
    let verdict = |value: Option<Observed>| {
        let report = with(|content| {
            if let Some(value) = value {
                observation(content, "huan-luyen-2021").value = value;
            } else {
                content.relations.retain(|relation| relation.id.as_str() != "qh-ty-le-huan-luyen");
                content.observations.retain(|found| found.id.as_str() != "huan-luyen-2021");
            }
        });
        let result = result(&report, "mt-huan-luyen");
        (result.to_cutoff.verdict(), result.to_cutoff.rate().cloned())
    };
    let zero = figure(
        &source().into_content().observations.into_iter().find(|it| it.id.as_str() == "huan-luyen-2021").unwrap(),
        "0",
    );
    let (of_zero, rate) = verdict(Some(zero));
    assert_eq!((of_zero, rate.unwrap().ratio().numerator()), (Ok(Verdict::NotYet), 0));
    assert!(matches!(verdict(None), (Err(NotComputable::NoActual { .. }), Err(NotComputable::NoActual { .. }))));
    let not_applicable = verdict(Some(Observed::NotApplicable(None)));
    assert!(matches!(
        not_applicable,
        (Err(NotComputable::NotApplicable { .. }), Err(NotComputable::NotApplicable { .. }))
    ));
}

#[test]
fn a_version_counts_from_its_day() {
    let raised_from = |from: NaiveDate| {
        with(|content| {
            let target = &mut content.plan.tasks[1].targets[0];
            let mut versions = target.versions().to_vec();
            let mut raised = versions[0].clone();
            raised.id = "2".parse().unwrap();
            raised.goal = thuocdo::plan::Goal::Level(Reading::AtLeast("4000".parse().unwrap()));
            raised.counts_from = Some(from);
            raised.replaces = Some(versions[0].id.clone());
            versions.push(raised);
            *target =
                thuocdo::plan::Target::new(target.id().clone(), target.indicator().clone(), vec![], None, versions)
                    .unwrap();
        })
    };
    let verdict = |from| result(&raised_from(from), "mt-huan-luyen").to_cutoff.verdict();
    assert_eq!(verdict(day(11, 15)), Ok(Verdict::NotYet), "in force on the cut-off");
    assert_eq!(verdict(day(11, 16)), Ok(Verdict::Exceeded), "in force the day after");
}

#[test]
fn a_draft_does_not_differ_from_itself() {
    let report = source();
    assert!(report.diff(&report.clone()).is_empty());
}

#[test]
fn what_changed_since_a_draft_is_told_once_and_moving_a_figure_is_no_change() {
    let earlier = source();
    let now = with(|content| {
        let poor = observation(content, "ho-ngheo-1121");
        poor.value = figure(poor, "03");
        observation(content, "ho-can-ngheo-1121").source.place = Some("mục II.2".parse().unwrap());
        content.stated.retain(|stated| stated.id.as_str() != "dai-bieu");
        later(content, "huan-luyen-2021", "1500", |another| another.as_of = day(6, 30));
    });
    let diff = now.diff(&earlier);
    let ids = |figures: &[thuocdo::report::FigureRef<'_>]| -> Vec<String> {
        figures.iter().map(|figure| figure.id().to_string()).collect()
    };
    assert_eq!(ids(&diff.added), ["another"]);
    assert_eq!(ids(&diff.removed), ["dai-bieu"]);
    let [change] = diff.changed.as_slice() else { panic!("{:?}", diff.changed) };
    assert_eq!(change.id.as_str(), "ho-ngheo-1121");
    let printed =
        |figure: thuocdo::report::FigureRef<'_>| figure.figure().unwrap().reading().exact().unwrap().to_string();
    assert_eq!((printed(change.old), printed(change.new)), ("02".to_string(), "03".to_string()));
    assert!(change.new.source().unwrap().place.is_some());
    let back = earlier.diff(&now);
    assert_eq!((ids(&back.added), ids(&back.removed)), (ids(&diff.removed), ids(&diff.added)));
}
