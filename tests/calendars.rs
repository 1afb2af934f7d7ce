//! Proves that the periods of a calendar lie side by side without a gap or an overlap, that a day belongs to exactly one
//! period of each kind, that the days of Decree 09/2019 are those it says, and that deadlines count working days.

use proptest::prelude::*;
use thuocdo::NaiveDate;
use thuocdo::period::{Calendar, Period, PeriodError, PeriodKind, PeriodName, WorkingDays};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![
        Just(Calendar::PLAIN),
        Just(Calendar::DECREE_09_2019),
        Just(Calendar::COURTS),
        (1..=28_u8, 0..=11_u8).prop_map(|(day, months)| Calendar::monthly(day, months).unwrap()),
    ]
}

/// Those of which a year is made up.
const TILING: [PeriodKind; 4] = [PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half, PeriodKind::Year];

proptest! {
    #[test]
    fn periods_of_a_kind_tile(calendar in calendar(), kind in 0..4_usize, year in 1902..=2190_i32) {
        let kind = TILING[kind];
        let names = (year..year + 9).flat_map(|year| kind.names_of(year));
        let periods: Vec<Period> = names.map(|name| calendar.period(name).unwrap()).collect();
        for pair in periods.windows(2) {
            prop_assert_eq!(pair[0].last().succ_opt(), Some(pair[1].first()));
            prop_assert_eq!(calendar.previous(&pair[1]), Some(pair[0]));
        }
    }

    #[test]
    fn a_day_belongs_to_one_period_of_each_kind(calendar in calendar(), year in 1902..=2197_i32, of_year in 1..=365_u32) {
        let date = NaiveDate::from_yo_opt(year, of_year).unwrap();
        for kind in TILING {
            let period = calendar.containing(date, kind).unwrap();
            prop_assert!(period.contains(date));
            prop_assert_eq!(calendar.period(period.name()).unwrap(), period);
            let years = year - 1..=year + 1;
            let holding = years.flat_map(|year| kind.names_of(year)).filter(|name| calendar.period(*name).unwrap().contains(date));
            prop_assert_eq!(holding.count(), 1);
        }
        // nine months end before the last quarter begins
        let last_quarter = calendar.containing(date, PeriodKind::Quarter).unwrap();
        let in_nine = calendar.containing(date, PeriodKind::NineMonths).is_some();
        prop_assert_eq!(in_nine, !matches!(last_quarter.name(), PeriodName::Quarter { quarter: 4, .. }));
    }

    #[test]
    fn shorter_periods_make_up_longer_ones(calendar in calendar(), year in 1902..=2197_i32) {
        // a year that begins before January has its months from the year before
        let whole = calendar.period(PeriodName::Year(year)).unwrap();
        for kind in [PeriodKind::Quarter, PeriodKind::Half] {
            let parts: Vec<Period> = kind.names_of(year).into_iter().map(|name| calendar.period(name).unwrap()).collect();
            prop_assert_eq!((parts[0].first(), parts[parts.len() - 1].last()), (whole.first(), whole.last()));
        }
        let nine = calendar.period(PeriodName::NineMonths(year)).unwrap();
        let third = calendar.period(PeriodName::Quarter { year, quarter: 3 }).unwrap();
        prop_assert_eq!((nine.first(), nine.last()), (whole.first(), third.last()));
    }

    #[test]
    fn the_same_period_of_last_year_has_its_name(calendar in calendar(), year in 1902..=2197_i32, of_year in 1..=365_u32) {
        let date = NaiveDate::from_yo_opt(year, of_year).unwrap();
        for kind in PeriodKind::ALL {
            let Some(period) = calendar.containing(date, kind) else { continue };
            let earlier = calendar.same_period_last_year(&period).unwrap();
            prop_assert_eq!(PeriodKind::of(earlier.name()), Some(kind));
            let days = period.first().signed_duration_since(earlier.first()).num_days();
            prop_assert!((365..=366).contains(&days), "{} {}", period, earlier);
        }
        let so_far = calendar.year_to_date(date).unwrap();
        prop_assert_eq!(so_far.last(), date);
        prop_assert_eq!(so_far.first(), calendar.containing(date, PeriodKind::Year).unwrap().first());
    }

    #[test]
    fn a_cut_off_closes_the_periods_that_end_on_it(calendar in calendar(), year in 1902..=2197_i32, of_year in 1..=365_u32) {
        let date = NaiveDate::from_yo_opt(year, of_year).unwrap();
        let closed = calendar.ending_on(date);
        for kind in PeriodKind::ALL {
            let names = (year - 1..=year + 1).flat_map(|year| kind.names_of(year));
            let expected: Vec<Period> = names.map(|name| calendar.period(name).unwrap()).filter(|period| period.last() == date).collect();
            let found: Vec<Period> = closed.iter().filter(|period| PeriodKind::of(period.name()) == Some(kind)).copied().collect();
            prop_assert_eq!(found, expected);
        }
    }

    /// Counted day by day.
    #[test]
    fn a_deadline_counts_working_days(
        start in 0..3000_i64, days in 0..40_u16, off in proptest::collection::vec(0..80_i64, 0..20), on in proptest::collection::vec(0..80_i64, 0..5),
    ) {
        use chrono_free::{is_weekend, plus};
        let start = plus(day(2020, 1, 1), start);
        let holidays: Vec<NaiveDate> = off.iter().map(|days| plus(start, *days)).collect();
        let worked: Vec<NaiveDate> = on.iter().map(|days| plus(start, *days)).collect();
        let calendar = WorkingDays::default().without(holidays.clone()).with(worked.clone());
        let due = calendar.after(start, days).unwrap();
        let is_one = |date: &NaiveDate| worked.contains(date) || (!is_weekend(*date) && !holidays.contains(date));
        let passed = (1..400).map(|days| plus(start, days)).take_while(|date| *date <= due).filter(is_one).count();
        prop_assert_eq!(passed, usize::from(days));
        prop_assert!(days == 0 || is_one(&due));
    }
}

/// Days counted without the calendar of the crate.
mod chrono_free {
    use thuocdo::NaiveDate;

    pub(super) fn plus(date: NaiveDate, days: i64) -> NaiveDate {
        let days = u64::try_from(days).unwrap();
        date.iter_days().nth(usize::try_from(days).unwrap()).unwrap()
    }

    /// 1 January 2000 was a Saturday.
    pub(super) fn is_weekend(date: NaiveDate) -> bool {
        let since = date.signed_duration_since(NaiveDate::from_ymd_opt(2000, 1, 1).unwrap()).num_days();
        since.rem_euclid(7) < 2
    }
}

/// Decree 09/2019/NĐ-CP, article 12 (seen but for the halves, which are in Circular 09/2019/TT-NHNN); nine months as Khánh Hòa
/// has them (second-hand).
#[test]
fn the_days_of_the_decree() {
    use PeriodName::{Half, Month, NineMonths, Quarter, Year};
    let rows = [
        (Month { year: 2021, month: 1 }, (2020, 12, 15), (2021, 1, 14), 31),
        (Month { year: 2021, month: 3 }, (2021, 2, 15), (2021, 3, 14), 28),
        (Month { year: 2020, month: 3 }, (2020, 2, 15), (2020, 3, 14), 29),
        (Quarter { year: 2021, quarter: 1 }, (2020, 12, 15), (2021, 3, 14), 90),
        (Quarter { year: 2021, quarter: 2 }, (2021, 3, 15), (2021, 6, 14), 92),
        (Quarter { year: 2021, quarter: 3 }, (2021, 6, 15), (2021, 9, 14), 92),
        (Quarter { year: 2021, quarter: 4 }, (2021, 9, 15), (2021, 12, 14), 91),
        (Half { year: 2021, half: 1 }, (2020, 12, 15), (2021, 6, 14), 182),
        (Half { year: 2021, half: 2 }, (2021, 6, 15), (2021, 12, 14), 183),
        (NineMonths(2021), (2020, 12, 15), (2021, 9, 14), 274),
        (Year(2021), (2020, 12, 15), (2021, 12, 14), 365),
    ];
    for (name, first, last, days) in rows {
        let period = Calendar::DECREE_09_2019.period(name).unwrap();
        let expected = (day(first.0, first.1, first.2), day(last.0, last.1, last.2), days);
        assert_eq!((period.first(), period.last(), period.days()), expected, "{name:?}");
        assert!(!period.is_plain() && period.previous().is_none());
    }
    assert!(!Calendar::DECREE_09_2019.names(PeriodKind::NineMonths));
    assert!(Calendar::DECREE_09_2019.names(PeriodKind::Quarter) && Calendar::PLAIN.names(PeriodKind::NineMonths));
}

/// `ph249` and `ph257` of `data/phrases.json`: the same words in reports of the courts.
#[test]
fn the_year_of_the_courts() {
    let nine = Calendar::COURTS.period(PeriodName::NineMonths(2017)).unwrap();
    assert_eq!(nine.to_string(), "2016-10-01 to 2017-06-30");
    let month = Calendar::COURTS.period(PeriodName::Month { year: 2016, month: 10 }).unwrap();
    assert_eq!(month.to_string(), "2016-10-01 to 2016-10-31");
    assert_eq!(Calendar::COURTS.containing(month.first(), PeriodKind::Year).unwrap().name(), PeriodName::Year(2017));
}

#[test]
fn which_calendar_a_cut_off_fits() {
    let closed = |calendar: &Calendar, date| calendar.ending_on(date).iter().map(Period::name).collect::<Vec<_>>();
    // the source report's
    for calendar in [Calendar::PLAIN, Calendar::DECREE_09_2019, Calendar::COURTS] {
        assert!(closed(&calendar, day(2021, 11, 15)).is_empty());
    }
    let year_end = [
        PeriodName::Month { year: 2021, month: 12 },
        PeriodName::Quarter { year: 2021, quarter: 4 },
        PeriodName::Half { year: 2021, half: 2 },
        PeriodName::Year(2021),
    ];
    assert_eq!(closed(&Calendar::PLAIN, day(2021, 12, 31)), year_end);
    assert_eq!(closed(&Calendar::DECREE_09_2019, day(2021, 12, 14)), year_end);
    assert_eq!(closed(&Calendar::DECREE_09_2019, day(2021, 11, 14)), [PeriodName::Month { year: 2021, month: 11 }]);
}

#[test]
fn a_list_of_ones_own() {
    let weeks = |first: u32| {
        let range = |from: u32| PeriodName::Range { from: day(2021, 11, from), to: day(2021, 11, from + 6) };
        Period::new(range(first)).unwrap()
    };
    let listed = Calendar::listed(vec![weeks(1), weeks(8), weeks(15)]).unwrap();
    assert_eq!(listed.previous(&weeks(15)), Some(weeks(8)));
    assert_eq!(listed.previous(&weeks(1)), None);
    assert_eq!(listed.period(weeks(8).name()), Ok(weeks(8)));
    assert!(matches!(listed.period(PeriodName::Year(2021)), Err(PeriodError::NotListed { .. })));
    assert!(matches!(Calendar::listed(vec![weeks(1), weeks(15)]), Err(PeriodError::Untiled { .. })));
    assert!(matches!(Calendar::listed(vec![weeks(8), weeks(1)]), Err(PeriodError::Untiled { .. })));
    assert!(Calendar::monthly(29, 0).is_err() && Calendar::monthly(0, 0).is_err() && Calendar::monthly(1, 12).is_err());
}

#[test]
fn the_edges_of_the_years() {
    assert!(Calendar::DECREE_09_2019.period(PeriodName::Year(1900)).is_err());
    assert!(Calendar::PLAIN.period(PeriodName::Year(1900)).is_ok());
    assert_eq!(Calendar::PLAIN.previous(&Period::year(1900).unwrap()), None);
    assert!(Calendar::PLAIN.containing(day(2300, 1, 1), PeriodKind::Month).is_none());
    let leap = Calendar::PLAIN.period(PeriodName::Range { from: day(2020, 2, 29), to: day(2020, 3, 1) }).unwrap();
    assert_eq!(Calendar::PLAIN.same_period_last_year(&leap).unwrap().first(), day(2019, 2, 28));
}
