//! Task 4: works (rows T4).

use thuocdo::measure::{Absolute, Relative, Schedule};
use thuocdo::quantity::{PercentagePoints, Ratio, Rounding};

use crate::row::{Agrees, assert_absolute, assert_relative, day, exactly, million_dong, printed};

#[test]
fn t4_01_allotted_funds_are_no_claimed_share() {
    let (total, allotted) = (exactly("5261", million_dong()), exactly("2000", million_dong()));
    assert_relative(
        Relative::share(allotted.clone(), total.clone()),
        "200000/5261",
        "38.01559",
        "38.0156",
        Agrees::Yes,
    );
    let gap = Absolute::remainder(total, [allotted]).unwrap();
    assert_eq!(gap.unit(), &million_dong());
    assert_absolute(Ok(gap), "3261", "3.261", Agrees::Yes);
}

#[test]
fn t4_02_works_are_ahead_of_a_straight_line() {
    let done = Ratio::of(70, 100).unwrap();
    let works = Schedule::of(day(8, 15), day(12, 31), day(11, 15), done).unwrap();
    assert_eq!(works.elapsed().to_string(), "92/138");
    assert_eq!(works.elapsed().lowest_terms(), (2, 3));
    let two_decimals = Rounding::half_away::<2>();
    assert_eq!(works.elapsed().round_percent(two_decimals).to_string(), "66.67");
    assert_eq!(works.done().round_percent(Rounding::half_away::<0>()).to_string(), "70");
    assert_eq!(works.ahead().unwrap(), Ratio::of(1, 30).unwrap());
    let points = PercentagePoints::of(works.ahead().unwrap(), two_decimals).unwrap();
    assert_eq!(points.amount(), printed("3.33").amount());
    assert_eq!(works.done().checked_sub(works.elapsed()).unwrap().lowest_terms(), (1, 30));
}

#[test]
fn t4_03_trainees_moved_and_expected() {
    assert_absolute(Absolute::sum([40, 100]), "140", "140", Agrees::Yes);
}
