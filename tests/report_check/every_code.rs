//! For each code a case that has that finding and no other; put into one report they are still one finding each.
//!
//! Ids start with the name of their case and a dot.

use thuocdo::NaiveDate;
use thuocdo::check::FindingCode;
use thuocdo::plan::Accumulation;
use thuocdo::quantity::{Amount, Unit};
use thuocdo::record::{GrowthForm, Observation, Observed, Relation, StatedFigure, Term};
use thuocdo::report::{Report, ReportContent};

use crate::build::{
    changed, day, empty, id, indicator, mention, observation, relation, share, stated, sum, text, year,
};

/// What puts a case into a report.
pub(crate) type Case = fn(&mut ReportContent);

pub(crate) const CASES: [(FindingCode, Case); 22] = [
    (FindingCode::FiguresDisagree, |content| {
        state(content, &[("sum.poor", "02", "hộ"), ("sum.near", "12", "hộ"), ("sum.both", "15", "hộ")]);
        content.relations.push(sum("sum.add-up", "sum.both", &["sum.poor", "sum.near"]));
    }),
    (FindingCode::ApproximateFiguresDisagree, |content| {
        state(
            content,
            &[("jobs.here", "~7000", "người"), ("jobs.away", "8000", "người"), ("jobs.all", ">16000", "người")],
        );
        content.relations.push(sum("jobs.add-up", "jobs.all", &["jobs.here", "jobs.away"]));
    }),
    (FindingCode::ContradictTogether, |content| {
        // 3 times 10.5 is from 31.35 to 31.65, 31.4 leaves of it what 31.6 does not
        state(content, &[("thrice.one", "10.5", "ha"), ("thrice.low", "31.4", "ha"), ("thrice.high", "31.6", "ha")]);
        for (name, result) in [("thrice.is-low", "thrice.low"), ("thrice.is-high", "thrice.high")] {
            let terms = vec![Term { weight: Amount::from(3), figure: id("thrice.one") }];
            content.relations.push(relation(name, result, Relation::Balance { terms, constant: Amount::ZERO }));
        }
    }),
    (FindingCode::Cut, |content| {
        state(content, &[("cut.part", "2", "người"), ("cut.whole", "3", "người"), ("cut.share", "66.66", "%")]);
        content.relations.push(share("cut.is", "cut.share", "cut.part", "cut.whole"));
    }),
    (FindingCode::Padded, |content| {
        state(content, &[("pad.part", "2445", "hộ"), ("pad.whole", "2552", "hộ"), ("pad.share", "95.80", "%")]);
        content.relations.push(share("pad.is", "pad.share", "pad.part", "pad.whole"));
    }),
    (FindingCode::Nudged, |content| {
        state(content, &[("nudge.whole", "3", "người")]);
        for (part, share_name, said) in [
            ("nudge.a", "nudge.share-a", "33.33"),
            ("nudge.b", "nudge.share-b", "33.33"),
            ("nudge.c", "nudge.share-c", "33.34"),
        ] {
            state(content, &[(part, "1", "người"), (share_name, said, "%")]);
            content.relations.push(share(&format!("{share_name}-is"), share_name, part, "nudge.whole"));
        }
    }),
    (FindingCode::PointsOrPercent, |content| {
        content.indicators.push(indicator("rate.of", Unit::PERCENT, Accumulation::Rate, vec![]));
        content.observations.push(not_stated("rate.before", "rate.of"));
        state(content, &[("rate.now", "57.2", "%"), ("rate.up", "1.2", "%")]);
        let (from, to) = (id("rate.before"), id("rate.now"));
        content.relations.push(relation(
            "rate.is",
            "rate.up",
            Relation::Growth { from, to, form: GrowthForm::Percent },
        ));
    }),
    (FindingCode::ImpossibleShare, |content| {
        // 91 of 107 is 85.05 %, 92 is 85.98 %
        completion(content, ["never.of", "never.done", "never.plan", "never.share", "never.is"], "85.90");
    }),
    (FindingCode::NotStated, |content| {
        completion(content, ["unsaid.of", "unsaid.done", "unsaid.plan", "unsaid.share", "unsaid.is"], "85.98");
    }),
    (FindingCode::NoRate, |content| {
        state(content, &[("zero.part", "0", "người"), ("zero.whole", "0", "người"), ("zero.share", "100", "%")]);
        content.relations.push(share("zero.is", "zero.share", "zero.part", "zero.whole"));
    }),
    (FindingCode::TooLarge, |content| {
        state(content, &[("large.one", "999999999999999999", ""), ("large.product", "1", "")]);
        let terms = vec![Term { weight: Amount::MAX, figure: id("large.one") }];
        content.relations.push(relation(
            "large.is",
            "large.product",
            Relation::Balance { terms, constant: Amount::ZERO },
        ));
    }),
    (FindingCode::SeveralDates, |content| {
        content.mentions.extend([mention("29/KH-DATES", day(2, 9)), mention("29/KH-DATES", day(3, 9))]);
    }),
    (FindingCode::SeveralSubjects, |content| {
        for subject in ["training", "enrolment"] {
            let mut mention = mention("29/KH-SUBJECTS", day(2, 9));
            mention.document.subject = Some(text(subject));
            content.mentions.push(mention);
        }
    }),
    (FindingCode::OutOfOrder, |content| {
        content.mentions.extend([mention("666/ORDER-LĐ", day(7, 7)), mention("745/ORDER-TTr", day(5, 18))]);
    }),
    (FindingCode::LaterThanReport, |content| content.mentions.push(mention("99/KH-LATER", day(12, 20)))),
    (FindingCode::YearsDiffer, |content| content.mentions.push(mention("23/2020/NQ-YEARS", day(7, 7)))),
    (FindingCode::DatedOnSunday, |content| content.mentions.push(mention("382a/QĐ-SUNDAY", day(1, 24)))),
    (FindingCode::Incomplete, |content| content.document = None),
    (FindingCode::CutOffOffGrid, |content| content.cut_off = day(12, 15)),
    (FindingCode::RunningTotalFalls, |content| {
        content.indicators.push(indicator("fall.of", Unit::PERSON, Accumulation::RunningTotal, vec![]));
        let earlier = Observation { as_of: day(6, 14), ..observation("fall.june", "fall.of", vec![], "100") };
        content.observations.extend([earlier, observation("fall.now", "fall.of", vec![], "99")]);
    }),
    (FindingCode::AfterCutOff, |content| {
        content.stated.push(StatedFigure { as_of: Some(day(12, 20)), ..stated("late.figure", "57", Unit::PERSON) });
    }),
    (FindingCode::OutsidePeriod, |content| {
        content.indicators.push(indicator("next.of", Unit::PERSON, Accumulation::RunningTotal, vec![]));
        let as_of = NaiveDate::from_ymd_opt(2022, 1, 31).unwrap();
        let next = Observation { period: year(2022), as_of, ..observation("next.figure", "next.of", vec![], "57") };
        content.observations.push(next);
    }),
];

fn state(content: &mut ReportContent, figures: &[(&str, &str, &str)]) {
    let stated = |(name, said, unit): &(&str, &str, &str)| stated(name, said, unit.parse().unwrap());
    content.stated.extend(figures.iter().map(stated));
}

fn not_stated(name: &str, indicator: &str) -> Observation {
    Observation { value: Observed::NotStated, ..observation(name, indicator, vec![], "0") }
}

/// "85,98% of the plan", which is 107, without what was done.
fn completion(content: &mut ReportContent, [of, done, plan, stated_share, name]: [&str; 5], said: &str) {
    content.indicators.push(indicator(of, Unit::HOUSEHOLD, Accumulation::RunningTotal, vec![]));
    content.observations.push(not_stated(done, of));
    state(content, &[(plan, "107", "hộ"), (stated_share, said, "%")]);
    content.relations.push(relation(name, stated_share, Relation::Completion { actual: id(done), target: id(plan) }));
}

/// One report with all cases but [`FindingCode::Incomplete`], which leaves no day for a document to be later than.
pub(crate) fn everything() -> Report {
    changed(empty(), |content| {
        for (code, case) in CASES {
            if code != FindingCode::Incomplete {
                case(content);
            }
        }
    })
}
