//! Task 1: households of people with merit (rows T1).

use thuocdo::NaiveDate;
use thuocdo::measure::{Absolute, Achievement, Input, NotComputable, Operands, Relative, Verdict};
use thuocdo::plan::{Direction, Goal};
use thuocdo::quantity::{Ratio, Reading, Unit};
use thuocdo::record::{Judgement, Observed};

use crate::row::{
    Agrees, assert_absolute, assert_relative, day, exactly, id, indicator, is_without_plan, printed, target, verdict,
    words,
};

#[test]
fn t1_01_files_handled_are_a_count_without_a_plan() {
    assert!(is_without_plan("1493"));
    // "timely" is judged by a person, and nobody has
    let files = indicator(Unit::FILE, Direction::HigherIsBetter);
    let timely = target(&files, Goal::Qualitative(words("kịp thời")), None);
    let unjudged = Achievement::of(&files, &timely, 1493).unwrap();
    assert!(matches!(unjudged.verdict(), Err(NotComputable::NotJudged { .. })));
    let by = words("Phòng Người có công");
    assert_eq!(verdict(&files, &timely, &Observed::Judged(Judgement::Met { by })), Ok(Verdict::Met));
}

#[test]
fn t1_02_low_living_standard() {
    let low = Relative::share_of_sum(vec![18.into(), 89.into()], 2552.into());
    assert_relative(low, "2675/638", "4.19279", "4.2", Agrees::Yes);
}

#[test]
fn t1_03_poor() {
    assert_relative(Relative::share(18, 2552), "225/319", "0.70533", "0.71", Agrees::Yes);
}

#[test]
fn t1_04_near_poor() {
    assert_relative(Relative::share(89, 2552), "2225/638", "3.48746", "3.49", Agrees::Yes);
}

#[test]
fn t1_05_average_or_better() {
    assert_relative(Relative::share(2445, 2552), "61125/638", "95.80721", "95.8", Agrees::Yes);
}

#[test]
fn t1_06_the_households_add_up_and_so_do_the_printed_shares() {
    assert_absolute(Absolute::sum([18, 89, 2445]), "2552", "2.552", Agrees::Yes);
    let shares = ["0.71", "3.49", "95.8"].map(|share| Input::from(exactly(share, Unit::PERCENT)));
    assert_absolute(Absolute::sum(shares), "100", "100,00", Agrees::Yes);
}

#[test]
fn t1_07_districts_inspected() {
    assert_absolute(Absolute::sum([1; 5]), "5", "05", Agrees::Yes);
}

#[test]
fn t1_08_households_visited_are_no_claimed_share() {
    assert!(is_without_plan("24"));
    assert_relative(Relative::share(24, 107), "2400/107", "22.42991", "22.43", Agrees::Yes);
}

#[test]
fn t1_09_supported() {
    assert_relative(Relative::completion(92, 107), "9200/107", "85.98131", "85.98", Agrees::Yes);
}

#[test]
fn t1_10_poor_in_november_disagrees() {
    assert_relative(Relative::share(2, 2552), "25/319", "0.07837", "0.12", Agrees::No { rounded: "0.08" });
    // the one correction that makes the whole block hold, 02 -> 03
    assert_relative(Relative::share(3, 2552), "75/638", "0.11755", "0.12", Agrees::Yes);
}

#[test]
fn t1_11_near_poor_in_november() {
    assert_relative(Relative::share(12, 2552), "150/319", "0.47022", "0.47", Agrees::Yes);
}

#[test]
fn t1_12_average_or_better_in_november() {
    assert_relative(Relative::share(2537, 2552), "63425/638", "99.41223", "99.41", Agrees::Yes);
}

#[test]
fn t1_13_those_left_disagree_with_those_not_supported() {
    assert_absolute(Absolute::remainder(107, [92]), "15", "14", Agrees::No { rounded: "15" });
    assert_absolute(Absolute::sum([2, 12]), "14", "15", Agrees::No { rounded: "14" });
    assert_absolute(Absolute::sum([3, 12]), "15", "15", Agrees::Yes);
}

#[test]
fn t1_14_the_november_households_do_not_add_up() {
    assert_absolute(Absolute::sum([2, 12, 2537]), "2551", "2.552", Agrees::No { rounded: "2551" });
    assert_absolute(Absolute::sum([3, 12, 2537]), "2552", "2.552", Agrees::Yes);
}

#[test]
fn t1_15_the_supported_reach_the_average() {
    assert_absolute(Absolute::sum([2445, 92]), "2537", "2.537", Agrees::Yes);
}

#[test]
fn t1_16_all_households_by_the_end_of_2021() {
    let average = indicator(Unit::HOUSEHOLD, Direction::HigherIsBetter);
    let share = Reading::AtLeast(printed("100"));
    let all = target(&average, Goal::ShareOf { whole: id("hộ người có công"), share }, None);
    let by = |households: &str, as_of: NaiveDate| {
        let observed = Observed::Figure(exactly(households, Unit::HOUSEHOLD));
        let operands = Operands {
            actual: Some(&observed),
            whole: Some(exactly("2552", Unit::HOUSEHOLD).into()),
            as_of: Some(as_of),
            due: Some(day(12, 31)),
            ..Operands::default()
        };
        Achievement::with(&average, &all, &all.versions()[0], operands)
    };
    let to_cutoff = by("2537", day(11, 15));
    assert_eq!(to_cutoff.verdict(), Ok(Verdict::NotYet));
    let missing = to_cutoff.shortfall().expect("15 households");
    assert_eq!((missing.ones(), missing.unit()), (Ratio::of(15, 1).unwrap(), &Unit::HOUSEHOLD));
    assert_relative(to_cutoff.rate().cloned(), "63425/638", "99.41223", "99.41", Agrees::Yes);

    assert_eq!(by("2537", day(12, 31)).verdict(), Ok(Verdict::NotMet));
    let forecast = by("2552", day(12, 31));
    assert_eq!(forecast.verdict(), Ok(Verdict::Met));
    assert_relative(forecast.rate().cloned(), "100", "100.00000", "100", Agrees::Yes);
}
