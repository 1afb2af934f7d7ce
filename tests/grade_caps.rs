//! Proves that a cap allows the largest whole number that its inequality does, whatever it is a share of: against the
//! published table, against counting, for groups beside the whole.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use thuocdo::grade::{Cap, GradeCounts, GradeScale};
use thuocdo::id::Id;
use thuocdo::quantity::Amount;

/// From the lowest.
const LEVELS: [&str; 4] = ["not-completed", "completed", "good", "excellent"];

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

fn ids(levels: &[&str]) -> Vec<Id> {
    levels.iter().map(|level| id(level)).collect()
}

/// A cap on excellent.
fn cap(percent: u8, of: &[&str]) -> Cap {
    Cap { level: id("excellent"), of: ids(of), percent: percent.into(), exception: None, citation: None }
}

/// The caps met, in the order of the table: Decree 335/2025 and guidance 21/2019, a local reading of them, the exception
/// for outstanding collectives, and Hà Nội 2018.
fn caps() -> [Cap; 4] {
    [cap(20, &["good"]), cap(20, &["good", "excellent"]), cap(25, &["good"]), cap(30, &LEVELS)]
}

/// So many of each level, from the lowest.
fn counts(numbers: [u64; 4]) -> GradeCounts {
    let mut counts = GradeCounts::new();
    for (level, number) in LEVELS.into_iter().zip(numbers) {
        counts.add(id(level), number);
    }
    counts
}

/// What is said of a cap, without the percentage that applied.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    given: u64,
    base: u64,
    largest: u64,
    holds: bool,
}

fn check_counts(cap: &Cap, counts: &GradeCounts, is_outstanding: bool) -> Said {
    let result = cap.check(&GradeScale::four_levels(), counts, is_outstanding);
    Said { given: result.given, base: result.base, largest: result.largest, holds: result.holds }
}

fn check(cap: &Cap, numbers: [u64; 4]) -> Said {
    check_counts(cap, &counts(numbers), false)
}

/// `given <= percent of base`, in whole numbers.
fn is_within(given: u64, base: u64, percent: Amount) -> bool {
    i128::from(given) * 100_000_000 <= i128::from(base) * percent.millionths()
}

/// The result by counting: everybody of the level and the next lower one is given the level, one by one.
fn counted(cap: &Cap, numbers: [u64; 4]) -> Said {
    let place = LEVELS.iter().position(|level| *level == cap.level.as_str()).expect("a level");
    let base = |numbers: [u64; 4]| -> u64 {
        LEVELS.iter().zip(numbers).filter(|(level, _)| cap.of.contains(&id(level))).map(|(_, number)| number).sum()
    };
    let pool = numbers[place] + place.checked_sub(1).map_or(0, |below| numbers[below]);
    let fits = |given: &u64| {
        let mut numbers = numbers;
        numbers[place] = *given;
        if place > 0 {
            numbers[place - 1] = pool - given;
        }
        is_within(*given, base(numbers), cap.percent)
    };
    Said {
        given: numbers[place],
        base: base(numbers),
        largest: (0..=pool).filter(fits).max().expect("none given fits"),
        holds: fits(&numbers[place]),
    }
}

#[test]
fn the_largest_numbers_are_those_of_the_table() {
    let table = [(10, [1, 2, 2, 3]), (20, [3, 4, 4, 6]), (25, [4, 5, 5, 7]), (30, [5, 6, 6, 9])];
    for (all, largest) in table {
        for (cap, largest) in caps().iter().zip(largest) {
            for given in 0..=all {
                let result = check(cap, [0, 0, all - given, given]);
                assert_eq!(result.largest, largest, "{cap:?} of {all}, {given} given");
                assert_eq!(result.holds, given <= largest, "{cap:?} of {all}, {given} given");
            }
        }
    }
}

#[test]
fn five_beside_twenty_are_a_quarter_and_four_of_these_twenty_five_may_be() {
    let numbers = [0, 0, 20, 5];
    let [decree, local, exception, _] = caps();
    assert_eq!(check(&decree, numbers), Said { given: 5, base: 20, largest: 4, holds: false });
    assert_eq!(check(&exception, numbers), Said { given: 5, base: 20, largest: 5, holds: true });
    assert_eq!(check(&local, numbers), Said { given: 5, base: 25, largest: 5, holds: true });
}

#[test]
fn the_exception_is_for_outstanding_collectives_and_only_where_there_is_one() {
    let numbers = counts([0, 0, 20, 5]);
    let with_exception = Cap { exception: Some(25.into()), ..cap(20, &["good"]) };
    let holds = |cap: &Cap| [false, true].map(|is_outstanding| check_counts(cap, &numbers, is_outstanding).holds);
    assert_eq!(holds(&with_exception), [false, true]);
    assert_eq!(holds(&cap(20, &["good"])), [false, false]);
    assert_eq!(check_counts(&with_exception, &numbers, true), check(&cap(25, &["good"]), [0, 0, 20, 5]));
}

#[test]
fn a_cap_may_hold_in_the_whole_and_not_in_a_group() {
    let [decree, ..] = caps();
    // 2 of 10 beside 1 of 10: 3 beside 17 are within a fifth, 2 beside 8 are not
    let (office, field) = (counts([0, 0, 8, 2]), counts([0, 0, 9, 1]));
    let mut whole = office.clone();
    whole.merge(&field);
    let [in_office, in_field, in_whole] = [office, field, whole].map(|counts| check_counts(&decree, &counts, false));
    assert_eq!(in_office, Said { given: 2, base: 8, largest: 1, holds: false });
    assert_eq!(in_field, Said { given: 1, base: 9, largest: 1, holds: true });
    assert_eq!(in_whole, Said { given: 3, base: 17, largest: 3, holds: true });
}

#[test]
fn nobody_graded_is_within_every_cap() {
    for cap in caps() {
        assert_eq!(check(&cap, [0; 4]), Said { given: 0, base: 0, largest: 0, holds: true });
        // and nobody may be excellent of nobody good, where only these count
        let alone = check(&cap, [0, 0, 0, 1]);
        assert_eq!(alone, counted(&cap, [0, 0, 0, 1]));
        assert!(!alone.holds);
    }
}

#[test]
fn every_group_of_up_to_sixty_is_as_counted() {
    for cap in caps() {
        for all in 0..=60_u64 {
            for given in 0..=all {
                for (good, rest) in [(all - given, 0), ((all - given) / 2, (all - given).div_ceil(2))] {
                    let numbers = [rest / 2, rest.div_ceil(2), good, given];
                    assert_eq!(check(&cap, numbers), counted(&cap, numbers), "{cap:?} {numbers:?}");
                }
            }
        }
    }
}

#[test]
fn adding_nobody_changes_nothing() {
    let mut counts = GradeCounts::new();
    counts.add(id("good"), 0);
    assert_eq!(counts.iter().count(), 0, "no level was given");
    assert_eq!(counts, GradeCounts::new());
}

fn numbers() -> impl Strategy<Value = [u64; 4]> {
    [0..40_u64, 0..40_u64, 0..40_u64, 0..40_u64]
}

fn any_cap() -> impl Strategy<Value = Cap> {
    // in hundredths of a percent; small, whole and fractional ones
    let percent = prop_oneof![0..=10_000_i128, select(&[0, 1, 3_333, 6_667, 9_999, 10_000_i128][..])];
    (select(&LEVELS), subsequence(&LEVELS, 1..=4), percent).prop_map(|(level, of, percent)| Cap {
        level: id(level),
        of: ids(&of),
        percent: Amount::from_millionths(percent * 10_000).expect("it is small"),
        exception: None,
        citation: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cap_of_any_level_and_base_is_as_counted(cap in any_cap(), numbers in numbers()) {
        prop_assert_eq!(check(&cap, numbers), counted(&cap, numbers));
    }

    #[test]
    fn a_group_keeps_a_cap_exactly_if_it_gives_no_more_than_the_largest(cap in any_cap(), numbers in numbers()) {
        let result = check(&cap, numbers);
        prop_assert_eq!(result.holds, result.given <= result.largest);
    }

    #[test]
    fn counts_add_up_in_any_order_and_grouping(groups in vec(numbers(), 1..6), cut in any::<prop::sample::Index>()) {
        let sum = |groups: &[[u64; 4]]| {
            let mut all = GradeCounts::new();
            for numbers in groups {
                all.merge(&counts(*numbers));
            }
            all
        };
        let totals = [0, 1, 2, 3].map(|level| groups.iter().map(|numbers| numbers[level]).sum());
        let all = sum(&groups);
        for (level, total) in LEVELS.iter().zip(totals) {
            prop_assert_eq!(all.count(&id(level)), total);
        }
        prop_assert_eq!(all.iter().map(|(_, count)| count).sum::<u64>(), totals.iter().sum::<u64>());
        let backwards: Vec<_> = groups.iter().rev().copied().collect();
        prop_assert_eq!(&sum(&backwards), &all);
        let (left, right) = groups.split_at(cut.index(groups.len()));
        let mut grouped = sum(left);
        grouped.merge(&sum(right));
        prop_assert_eq!(&grouped, &all);
        grouped.merge(&GradeCounts::new());
        prop_assert_eq!(&grouped, &all);
    }
}
