//! Proves that the periods of a year tile it without gap or overlap, in every year, and that no other period exists.

use std::collections::BTreeSet;

use proptest::prelude::*;
use thuocdo::NaiveDate;
use thuocdo::period::{Period, PeriodName};

fn tiles(year: i32, names: impl IntoIterator<Item = PeriodName>) {
    let whole = Period::year(year).unwrap();
    let parts: Vec<Period> = names.into_iter().map(|name| Period::new(name).unwrap()).collect();
    assert_eq!(parts[0].first(), whole.first());
    assert_eq!(parts[parts.len() - 1].last(), whole.last());
    for pair in parts.windows(2) {
        assert_eq!(pair[0].last().succ_opt().unwrap(), pair[1].first(), "{year}");
    }
    assert_eq!(parts.iter().map(Period::days).sum::<i64>(), whole.days());
}

proptest! {
    #[test]
    fn halves_quarters_and_months_tile_every_year(year in 1900..=2199) {
        tiles(year, (1..=2).map(|half| PeriodName::Half { year, half }));
        tiles(year, (1..=4).map(|quarter| PeriodName::Quarter { year, quarter }));
        tiles(year, (1..=12).map(|month| PeriodName::Month { year, month }));
        let nine = Period::new(PeriodName::NineMonths(year)).unwrap();
        let third = Period::new(PeriodName::Quarter { year, quarter: 3 }).unwrap();
        prop_assert_eq!((nine.first(), nine.last()), (Period::year(year).unwrap().first(), third.last()));
    }

    #[test]
    fn a_day_is_in_exactly_one_month(year in 1900..=2199, day in 1..=365_u32) {
        let date = NaiveDate::from_yo_opt(year, day).unwrap();
        let months = (1..=12).filter(|month| {
            Period::new(PeriodName::Month { year, month: *month }).unwrap().contains(date)
        });
        prop_assert_eq!(months.count(), 1);
    }
}

#[test]
fn february_has_29_days_in_leap_years_only() {
    let leap: BTreeSet<i32> = (1900..=2199)
        .filter(|year| Period::new(PeriodName::Month { year: *year, month: 2 }).unwrap().days() == 29)
        .collect();
    let by_the_rule = |year: &i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    assert_eq!(leap, (1900..=2199).filter(by_the_rule).collect());
}

#[test]
fn parts_that_no_year_has_are_refused() {
    let year = 2021;
    for name in [
        PeriodName::Half { year, half: 0 },
        PeriodName::Half { year, half: 3 },
        PeriodName::Quarter { year, quarter: 5 },
        PeriodName::Month { year, month: 13 },
        PeriodName::Year(1899),
        PeriodName::Years { first: 2025, last: 2021 },
        PeriodName::NineMonths(2200),
    ] {
        assert!(Period::new(name).is_err(), "{name:?}");
    }
}
