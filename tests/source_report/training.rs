//! Task 3: vocational training (rows T3).

use thuocdo::measure::{Absolute, Achievement, Input, NotComputable, Relative};
use thuocdo::plan::{Direction, Goal, Target};
use thuocdo::quantity::{Figure, Ratio, Reading, Rounding, Unit};

use crate::row::{Agrees, assert_absolute, assert_relative, exactly, indicator, million_dong, printed, target};

#[test]
fn t3_01_enrolment_adds_up() {
    assert_absolute(Absolute::sum([7894, 700, 2160, 616]), "11370", "11.370", Agrees::Yes);
}

#[test]
fn t3_02_sixty_percent_of_a_plan_not_stated() {
    let enrolled = indicator(Unit::PERSON, Direction::HigherIsBetter);
    let as_planned = Achievement::of(&enrolled, &target(&enrolled, Goal::NotStated, None), 11_370).unwrap();
    assert!(matches!(as_planned.verdict(), Err(NotComputable::NoTarget { .. })));
    assert!(matches!(as_planned.rate(), Err(NotComputable::NoTarget { .. })));

    let sixty = Ratio::of(60, 100).unwrap();
    let implied = Ratio::of(11_370, 1).unwrap().checked_mul(sixty.inverse().unwrap()).unwrap();
    assert_eq!(implied.to_amount(), Some(18_950.into()));
    let plans_printed = |as_digits: &str, rounding: Rounding| {
        let prints = |plan: &u32| Relative::completion(11_370, *plan).unwrap().round(rounding).to_string() == as_digits;
        let plans: Vec<u32> = (18_000..20_000).filter(prints).collect();
        let (first, last) = (plans[0], plans[plans.len() - 1]);
        assert!(plans.into_iter().eq(first..=last), "they leave no hole");
        (first, last)
    };
    assert_eq!(plans_printed("60", Rounding::half_away::<0>()), (18_794, 19_109));
    assert_eq!(plans_printed("60.0", Rounding::half_away::<1>()), (18_935, 18_965));
}

#[test]
fn t3_03_up_1_2_percent_has_two_readings() {
    let rate = |text: &str| Input::from(exactly(text, Unit::PERCENT));
    // as points: from 56,0
    let in_points = Absolute::change(rate("56.0"), rate("57.2")).unwrap();
    assert_eq!(in_points.unit(), &Unit::PERCENTAGE_POINTS);
    assert_absolute(Ok(in_points), "6/5", "1,2", Agrees::Yes);
    // as growth: from 56,52
    let base = Relative::quotient(rate("57.2"), exactly("1.012", Unit::BARE));
    assert_relative(base, "1300/23", "56.52174", "56.52", Agrees::Yes);
    let growth = Relative::growth(rate("56.52"), rate("57.2"));
    assert_relative(growth, "1700/1413", "1.20311", "1.2", Agrees::Yes);
    // the readings exclude each other
    let from_56 = Relative::growth(rate("56.0"), rate("57.2"));
    assert_relative(from_56, "15/7", "2.14286", "1.2", Agrees::No { rounded: "2.1" });
}

#[test]
fn t3_04_over_eighty_percent_employed() {
    let employed = indicator(Unit::PERCENT, Direction::HigherIsBetter);
    let over_80 = Figure::new(Reading::MoreThan(printed("80")), Unit::PERCENT).unwrap();
    let result = Achievement::of(&employed, &Target::at_least(&employed, 80).unwrap(), over_80).unwrap();
    assert!(result.is_met());
    assert!(matches!(result.rate(), Err(NotComputable::OnlyBounds { .. })), "a bound is no value");
}

#[test]
fn t3_05_a_tenth_of_the_usual_funds() {
    let usual = Figure::new(Reading::About(printed("7000")), million_dong()).unwrap();
    let funds = Relative::share(exactly("700", million_dong()), usual).unwrap();
    assert!(funds.is_approximate(), "the base is");
    assert_relative(Ok(funds), "10", "10.00000", "10", Agrees::Yes);
}

#[test]
fn t3_06_short_courses_are_the_funded_ones() {
    assert_absolute(Absolute::change(700, 700), "0", "0", Agrees::Yes);
}

#[test]
fn t3_07_with_all_the_funds_still_short_of_the_plan() {
    assert_absolute(Absolute::sum([7894, 7000, 2160, 616]), "17670", "17.670", Agrees::Yes);
    assert_relative(Relative::completion(17_670, 18_950), "35340/379", "93.24538", "93.25", Agrees::Yes);
}
