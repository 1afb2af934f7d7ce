//! General figures, the proposals for 2022, and those against 2021 (rows G and P).

use thuocdo::measure::{Absolute, Achievement, Input, NotComputable, Relative, Verdict};
use thuocdo::period::Period;
use thuocdo::plan::{Baseline, Direction, Goal, Sense, Step, Target};
use thuocdo::quantity::{Figure, Interval, Ratio, Reading, Unit};
use thuocdo::record::Observed;

use crate::row::{Agrees, assert_absolute, assert_relative, exactly, indicator, printed, target, verdict};

#[test]
fn g_1_four_of_four_tasks() {
    assert_absolute(Absolute::sum([1; 4]), "4", "04", Agrees::Yes);
    let graded = Relative::completion(printed("04").amount(), printed("04").amount());
    assert_relative(graded, "100", "100.00000", "100", Agrees::Yes);
}

#[test]
fn p1_jobs_do_not_reach_their_total() {
    let stated = Reading::MoreThan(printed("16000")).interval().unwrap();
    let sum = |abroad: i32| Absolute::sum([7000, 8000, abroad]).unwrap().value();
    let parts = Interval::closed(sum(120), sum(150)).unwrap();
    assert_eq!((sum(120), sum(150)), (Ratio::of(15_120, 1).unwrap(), Ratio::of(15_150, 1).unwrap()));
    assert!(!parts.meets(&stated), "15.120-15.150 is nowhere over 16.000");
    assert_absolute(Absolute::remainder(16_000, [7000, 8000, 120]), "880", "880", Agrees::Yes);
    assert_absolute(Absolute::remainder(16_000, [7000, 8000, 150]), "850", "850", Agrees::Yes);
    assert_relative(Relative::share(15_120, 16_000), "189/2", "94.50000", "94.50", Agrees::Yes);
    assert_relative(Relative::share(15_150, 16_000), "1515/16", "94.68750", "94.69", Agrees::Yes);

    // read as the report words it: about, exactly, from-to
    let of = |reading| Input::from(Figure::new(reading, Unit::PERSON).unwrap());
    let (near, there) = (of(Reading::About(printed("7000"))), of(Reading::Exactly(printed("8000"))));
    let abroad = of(Reading::between(printed("120"), printed("150")).unwrap());
    assert!(Absolute::sum([near.clone(), there.clone()]).unwrap().is_approximate());
    assert!(matches!(Absolute::sum([near, there, abroad]), Err(NotComputable::OnlyBounds { .. })));
    // as a target and its parts
    let jobs = indicator(Unit::PERSON, Direction::HigherIsBetter);
    let over = target(&jobs, Goal::Level(Reading::MoreThan(printed("16000"))), None);
    let planned = Reading::between(printed("15120"), printed("15150")).unwrap();
    let result = Achievement::of(&jobs, &over, Figure::new(planned, Unit::PERSON).unwrap()).unwrap();
    assert_eq!(result.verdict(), Ok(Verdict::NotMet));
}

#[test]
fn p2_training_adds_up() {
    assert_absolute(Absolute::sum([350, 2300, 16_750]), "19400", "19.400", Agrees::Yes);
}

#[test]
fn p3_trained_workers_by_2_8_points_more() {
    let rate = |text: &str| exactly(text, Unit::PERCENT);
    let more = Absolute::change(rate("57.2"), rate("60")).unwrap();
    assert_eq!(more.unit(), &Unit::PERCENTAGE_POINTS);
    assert_absolute(Ok(more), "14/5", "2,8", Agrees::Yes);
    // against what 2021 reached
    let trained = indicator(Unit::PERCENT, Direction::HigherIsBetter);
    let next = Achievement::of(&trained, &Target::at_least(&trained, 60).unwrap(), rate("57.2")).unwrap();
    assert_eq!(next.verdict(), Ok(Verdict::NotMet));
    let missing = next.shortfall().expect("2,8 points");
    assert_eq!((missing.ones(), missing.unit()), (Ratio::of(14, 5).unwrap(), &Unit::PERCENTAGE_POINTS));
}

#[test]
fn p4_employed_is_a_target_alone() {
    let employed = indicator(Unit::PERCENT, Direction::HigherIsBetter);
    let next = target(&employed, Goal::Level(Reading::AtLeast(printed("80"))), None);
    assert!(matches!(verdict(&employed, &next, &Observed::NotStated), Err(NotComputable::NoActual { .. })));
}

#[test]
fn p5_poverty_down_by_3_has_two_readings_and_no_base() {
    let poverty = indicator(Unit::PERCENT, Direction::LowerIsBetter);
    let three = printed("3").amount();
    let down = |rate: &str, step: Step, base: Option<&str>| {
        let figure = base.map(|base| exactly(base, Unit::PERCENT));
        let baseline = Baseline { period: Period::year(2021).unwrap(), figure };
        let goal = Goal::Move { sense: Sense::Reduce, step };
        let next = target(&poverty, goal, Some(baseline));
        Achievement::of(&poverty, &next, exactly(rate, Unit::PERCENT)).unwrap().verdict()
    };
    for step in [Step::Points(three), Step::Percent(three), Step::PercentOrPoints(three)] {
        assert!(matches!(down("9.5", step, None), Err(NotComputable::NoBase { .. })), "{step:?}");
    }
    // what if 2021 were at 10 %: points ask for 7, percent for 9,7, and only beyond both is it settled
    let both = |rate: &str, as_points: Verdict, as_percent: Verdict| {
        assert_eq!(down(rate, Step::Points(three), Some("10")), Ok(as_points), "{rate}");
        assert_eq!(down(rate, Step::Percent(three), Some("10")), Ok(as_percent), "{rate}");
        down(rate, Step::PercentOrPoints(three), Some("10"))
    };
    assert_eq!(both("9.8", Verdict::NotMet, Verdict::NotMet), Ok(Verdict::NotMet));
    assert!(matches!(both("9.5", Verdict::NotMet, Verdict::Exceeded), Err(NotComputable::LeftOpen { .. })));
    assert_eq!(both("7", Verdict::Met, Verdict::Exceeded), Ok(Verdict::Met));
}

#[test]
fn p6_five_proposed_tasks() {
    assert_absolute(Absolute::sum([1; 5]), "5", "05", Agrees::Yes);
}

#[test]
fn planned_tasks_of_2022() {
    assert_relative(Relative::planned_task(19_400, 11_370), "194000/1137", "170.62445", "170.62", Agrees::Yes);
    assert_relative(Relative::planned_task(350, 616), "625/11", "56.81818", "56.82", Agrees::Yes);
    assert_relative(Relative::planned_task(2300, 2160), "2875/27", "106.48148", "106.48", Agrees::Yes);
    assert_absolute(Absolute::sum([7894, 700]), "8594", "8.594", Agrees::Yes);
    assert_relative(Relative::planned_task(16_750, 8594), "837500/4297", "194.90342", "194.90", Agrees::Yes);
}
