//! Task 2: occupational safety (rows T2).

use thuocdo::measure::{Absolute, Achievement, Input, NotComputable, Relative, Verdict};
use thuocdo::period::Period;
use thuocdo::plan::{AchievementFormula, Baseline, Direction, Goal, Sense, Step, Target};
use thuocdo::quantity::{Figure, Reading, Rounding, Unit};
use thuocdo::record::Observed;

use crate::row::{
    Agrees, assert_absolute, assert_relative, exactly, indicator, is_without_plan, printed, target, target_by, verdict,
};

#[test]
fn t2_01_fatal_accidents_of_2020() {
    assert_absolute(Absolute::sum([6, 22]), "28", "28", Agrees::Yes);
}

#[test]
fn t2_02_trained() {
    let trained = indicator(Unit::PERSON, Direction::HigherIsBetter);
    let done = Achievement::of(&trained, &Target::at_least(&trained, 2000).unwrap(), 3088).unwrap();
    assert_eq!(done.verdict(), Ok(Verdict::Exceeded));
    assert!(done.shortfall().is_none());
    assert_relative(done.rate().cloned(), "772/5", "154.40000", "154.4", Agrees::Yes);
    assert_relative(Relative::completion(3088, 2000), "772/5", "154.40000", "154.4", Agrees::Yes);
}

#[test]
fn t2_03_dead_and_accidents_are_a_pair_and_no_share() {
    assert_absolute(Absolute::sum([3, 15]), "18", "18", Agrees::Yes);
    let dead = exactly("18", Unit::PERSON);
    let accidents = exactly("18", Unit::CASE);
    assert!(matches!(Relative::share(dead, accidents), Err(NotComputable::UnitsDiffer { .. })));
}

#[test]
fn t2_04_fewer_accidents() {
    assert_absolute(Absolute::change(28, 18), "-10", "-10", Agrees::Yes);
    let fewer = Relative::growth(28, 18);
    assert_relative(fewer.clone(), "-250/7", "-35.71429", "-35.7", Agrees::Yes);
    let without_sign = fewer.unwrap().round(Rounding::half_away::<1>()).magnitude();
    assert_eq!(without_sign, printed("35.7").rounded());
}

#[test]
fn t2_05_fewer_dead_by_an_unknown_number() {
    let dead = indicator(Unit::PERSON, Direction::LowerIsBetter);
    let fewer = Goal::Move { sense: Sense::Reduce, step: Step::Any };
    // 28 fatal accidents: at least 28 dead in 2020
    let at_least_28 = Figure::new(Reading::AtLeast(printed("28")), Unit::PERSON).unwrap();
    let base = |figure: Option<Figure>| Some(Baseline { period: Period::year(2020).unwrap(), figure });

    let bounded = target_by(&dead, fewer.clone(), base(Some(at_least_28.clone())), Some(AchievementFormula::Change));
    let result = Achievement::of(&dead, &bounded, 18).unwrap();
    assert_eq!(result.verdict(), Ok(Verdict::Met), "18 < 28 <= base");
    assert!(matches!(result.rate(), Err(NotComputable::OnlyBounds { .. })));
    let now = Input::from(exactly("18", Unit::PERSON));
    let size = Absolute::change(at_least_28.clone(), now.clone());
    assert!(matches!(size, Err(NotComputable::OnlyBounds { .. })));
    assert!(matches!(Relative::growth(at_least_28, now), Err(NotComputable::OnlyBounds { .. })));
    // 28 dead would settle it no more: the base may be just that
    let as_many = Achievement::of(&dead, &bounded, 28).unwrap();
    assert!(matches!(as_many.verdict(), Err(NotComputable::LeftOpen { .. })));

    // without the inference nothing is known
    let unknown = Achievement::of(&dead, &target(&dead, fewer, base(None)), 18).unwrap();
    assert!(matches!(unknown.verdict(), Err(NotComputable::NoBase { .. })));
}

#[test]
fn t2_06_fewer_accidents_by_sector_and_unknown_by_area() {
    assert_relative(Relative::growth(6, 3), "-50", "-50.00000", "-50", Agrees::Yes);
    assert_relative(Relative::growth(22, 15), "-350/11", "-31.81818", "-31.82", Agrees::Yes);
    let in_an_area = indicator(Unit::CASE, Direction::LowerIsBetter);
    let fewer = target(&in_an_area, Goal::Move { sense: Sense::Reduce, step: Step::Any }, None);
    assert!(matches!(verdict(&in_an_area, &fewer, &Observed::NotStated), Err(NotComputable::NoActual { .. })));
}

#[test]
fn t2_07_meetings_and_their_guests_have_no_plan() {
    for figure in ["4", "200", "04", "250", "57", "49", "01", "119"] {
        assert!(is_without_plan(figure), "{figure}");
    }
}
