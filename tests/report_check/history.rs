//! Days and periods: a running total that certainly falls, an actual of a day after the cut-off, and one of a period that
//! has not begun.

use thuocdo::NaiveDate;
use thuocdo::check::{FindingCode, FindingDetail};
use thuocdo::period::{Period, PeriodName};
use thuocdo::plan::{Accumulation, Parts};
use thuocdo::quantity::Unit;
use thuocdo::record::{Extent, Observation, Observed, StatedFigure};
use thuocdo::report::Report;

use crate::build::{at, breakdown, codes, day, figure, findings, id, indicator, observation, only, stated, with, year};

/// Observations of one indicator, `a`, `b`, … in rising months of 2021.
fn months(accumulation: Accumulation, said: &[&str]) -> Report {
    let of = |(number, said): (usize, &&str)| {
        let name = ["a", "b", "c"][number];
        Observation { as_of: day([3, 6, 9][number], 14), ..observation(name, "x", vec![], said) }
    };
    observed(accumulation, said.iter().enumerate().map(of).collect())
}

fn observed(accumulation: Accumulation, observations: Vec<Observation>) -> Report {
    with(|content| {
        let by_place = breakdown("place", Parts::Overlap, &["here", "there"]);
        content.indicators =
            ["x", "y"].map(|name| indicator(name, Unit::PERSON, accumulation, vec![by_place.clone()])).into();
        content.observations = observations;
    })
}

#[track_caller]
fn assert_falls(said: [&str; 2]) {
    let found = only(&months(Accumulation::RunningTotal, &said)).detail;
    assert_eq!(found, FindingDetail::RunningTotalFalls { earlier: id("a"), later: id("b") }, "{said:?}");
}

#[track_caller]
fn assert_may_rise(said: [&str; 2]) {
    assert_eq!(codes(&months(Accumulation::RunningTotal, &said)), [], "{said:?}");
}

#[test]
fn a_running_total_never_falls() {
    assert_falls(["100", "99"]);
    assert_falls(["100", "0"]);
    assert_may_rise(["100", "100"]);
    assert_may_rise(["100", "101"]);
}

#[test]
fn a_running_total_that_may_have_risen_is_no_finding() {
    for said in [["100", "<=99"], [">=100", "<=99"], ["120..150", "100..119"], [">=100", "99"], ["100", "90..99"]] {
        assert_falls(said);
    }
    for said in [["100", "<=100"], ["<=100", "1"], ["100", ">=1"], ["120..150", "100..120"], [">1", ">=1"]] {
        assert_may_rise(said);
    }
    // "about" is no number, however far it is
    assert_may_rise(["100", "~10"]);
    assert_may_rise(["~100", "10"]);
}

#[test]
fn a_fall_is_seen_through_scale_words() {
    let thousands: Unit = "nghìn người".parse().unwrap();
    let said = |later: &str, unit: Unit| {
        let first = Observation {
            as_of: day(3, 14),
            value: Observed::Figure(figure("1", thousands.clone())),
            ..observation("a", "x", vec![], "0")
        };
        let second = Observation { value: Observed::Figure(figure(later, unit)), ..observation("b", "x", vec![], "0") };
        codes(&observed(Accumulation::RunningTotal, vec![first, second]))
    };
    assert_eq!(said("999", Unit::PERSON), [FindingCode::RunningTotalFalls]);
    assert_eq!(said("1000", Unit::PERSON), []);
    assert_eq!(said("1", thousands.clone()), []);
}

#[test]
fn what_is_no_running_total_may_fall() {
    for accumulation in [Accumulation::Flow, Accumulation::Stock, Accumulation::Rate, Accumulation::NotAdditive] {
        assert_eq!(codes(&months(accumulation, &["100", "99"])), []);
    }
}

#[test]
fn each_fall_is_a_finding_in_whatever_order_they_are_told() {
    let falling = months(Accumulation::RunningTotal, &["100", "99", "98"]);
    let falls = |earlier, later| FindingDetail::RunningTotalFalls { earlier: id(earlier), later: id(later) };
    let details = |report: &Report| findings(report).into_iter().map(|found| found.detail).collect::<Vec<_>>();
    assert_eq!(details(&falling), [falls("a", "b"), falls("b", "c")]);
    let mut content = falling.into_content();
    content.observations.reverse();
    assert_eq!(
        details(&observed(Accumulation::RunningTotal, content.observations)),
        [falls("a", "b"), falls("b", "c")]
    );
}

#[test]
fn only_one_thing_in_one_period_is_compared() {
    let pair = |change: fn(&mut Observation)| {
        let first = Observation { as_of: day(3, 14), ..observation("a", "x", vec![], "100") };
        let mut second = observation("b", "x", vec![], "99");
        change(&mut second);
        codes(&observed(Accumulation::RunningTotal, vec![first, second]))
    };
    assert_eq!(pair(|_| {}), [FindingCode::RunningTotalFalls]);
    assert_eq!(pair(|found| found.indicator = id("y")), []);
    assert_eq!(pair(|found| found.at = at("place", "here")), []);
    assert_eq!(pair(|found| found.as_of = day(3, 14)), []);
    assert_eq!(pair(|found| found.extent = Extent::FullPeriod), []);
    assert_eq!(pair(|found| found.value = Observed::NotStated), []);
    assert_eq!(pair(|found| found.period = Period::new(PeriodName::Half { year: 2021, half: 2 }).unwrap()), []);
}

/// An observation of a year and a day, the cut-off being 14 December 2021.
fn of(year_number: i32, as_of: NaiveDate, extent: Extent) -> Report {
    let period = year(year_number);
    observed(
        Accumulation::RunningTotal,
        vec![Observation { period, as_of, extent, ..observation("a", "x", vec![], "100") }],
    )
}

#[test]
fn what_is_done_is_done_by_the_cut_off() {
    let found = only(&of(2021, day(12, 15), Extent::ToCutoff)).detail;
    let expected = FindingDetail::AfterCutOff { figure: id("a"), as_of: day(12, 15), cut_off: day(12, 14) };
    assert_eq!(found, expected);
    assert_eq!(codes(&of(2021, day(12, 14), Extent::ToCutoff)), []);
    // what is expected may be of any day
    for extent in [Extent::FullPeriod, Extent::Projection] {
        assert_eq!(codes(&of(2021, day(12, 31), extent)), []);
    }
}

#[test]
fn a_figure_of_the_text_is_of_the_cut_off_or_before_too() {
    let of = |as_of| with(|content| content.stated.push(StatedFigure { as_of, ..stated("a", "1", Unit::PERSON) }));
    let expected = FindingDetail::AfterCutOff { figure: id("a"), as_of: day(12, 31), cut_off: day(12, 14) };
    assert_eq!(only(&of(Some(day(12, 31)))).detail, expected);
    assert_eq!(codes(&of(Some(day(12, 14)))), []);
    assert_eq!(codes(&of(None)), []);
}

#[test]
fn what_is_done_in_a_period_to_come_is_one_finding() {
    let next_year = NaiveDate::from_ymd_opt(2022, 3, 1).unwrap();
    let found = only(&of(2022, next_year, Extent::ToCutoff)).detail;
    assert_eq!(found, FindingDetail::OutsidePeriod { figure: id("a"), period: year(2022) });
    assert_eq!(codes(&of(2022, next_year, Extent::FullPeriod)), []);
    assert_eq!(codes(&of(2022, day(12, 1), Extent::Projection)), []);
    assert_eq!(codes(&of(2020, NaiveDate::from_ymd_opt(2020, 12, 31).unwrap(), Extent::ToCutoff)), []);
}

#[test]
fn a_period_that_has_begun_is_none_to_come() {
    let to = NaiveDate::from_ymd_opt(2022, 6, 30).unwrap();
    let period = Period::new(PeriodName::Range { from: day(7, 1), to }).unwrap();
    let school_year = Observation { period, ..observation("a", "x", vec![], "100") };
    assert_eq!(codes(&observed(Accumulation::RunningTotal, vec![school_year])), []);
}
