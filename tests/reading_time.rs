//! Proves that dates and periods are read as offices write them: what the crate writes is read back, every published form
//! gives the reading named with it, and nothing that is no day or period is taken for one.

use proptest::prelude::*;
use thuocdo::NaiveDate;
use thuocdo::period::{Period, PeriodName};
use thuocdo::text::{Language, PartOfYear, ReadError, TimeReading, Vietnamese, read_time};
use unicode_normalization::UnicodeNormalization;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn name() -> impl Strategy<Value = PeriodName> {
    let year = 1900..=2199;
    let date = || (1900..=2199, 1..=365_u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap());
    prop_oneof![
        year.clone().prop_map(PeriodName::Year),
        (year.clone(), 0..=20_i32)
            .prop_map(|(first, more): (i32, i32)| PeriodName::Years { first, last: (first + more).min(2199) }),
        (year.clone(), 1..=2_u8).prop_map(|(year, half)| PeriodName::Half { year, half }),
        year.clone().prop_map(PeriodName::NineMonths),
        (year.clone(), 1..=4_u8).prop_map(|(year, quarter)| PeriodName::Quarter { year, quarter }),
        (year, 1..=12_u8).prop_map(|(year, month)| PeriodName::Month { year, month }),
        (date(), date()).prop_map(|(one, other)| PeriodName::Range { from: one.min(other), to: one.max(other) }),
    ]
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(name in name()) {
        prop_assert_eq!(read_time(&Vietnamese.period(name)), Ok(vec![TimeReading::Period(name)]));
        let date = Period::new(name).unwrap().last();
        for text in [Vietnamese.date(date), Vietnamese.long_date(date), date.to_string()] {
            prop_assert_eq!(read_time(&text), Ok(vec![TimeReading::Day(date)]), "{}", text);
        }
    }

    #[test]
    fn zeros_capitals_spaces_and_composition_change_nothing(date in (1900..=2199, 1..=365_u32)) {
        let date = NaiveDate::from_yo_opt(date.0, date.1).unwrap();
        let plain = Vietnamese.long_date(date).replace(" 0", " ");
        let spelled = plain.replace(' ', " \u{a0} ");
        for text in [plain.to_uppercase(), plain.nfd().collect(), spelled, plain] {
            prop_assert_eq!(read_time(&text), Ok(vec![TimeReading::Day(date)]), "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[ \\PC]{0,60}|([0-9]{1,5}|ngày|tháng|năm|quý|từ|đến|đầu|giai đoạn|mười|hai|III|[-/. ]){0,12}") {
        match read_time(&text) {
            Ok(readings) => {
                prop_assert!(!readings.is_empty());
                for reading in readings {
                    if let TimeReading::Period(name) = reading {
                        prop_assert!(Period::new(name).is_ok());
                    }
                }
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    /// A part of a year that exists is a period of every year.
    #[test]
    fn parts_of_the_year_are_whole_months(year in 1900..=2199, months in 0..=13_u8) {
        let first = PartOfYear::FirstMonths(months).of(year).map(|name| Period::new(name).unwrap());
        let last = PartOfYear::LastMonths(12_u8.wrapping_sub(months)).of(year).map(|name| Period::new(name).unwrap());
        prop_assert_eq!(first.is_some(), (1..=12).contains(&months));
        prop_assert_eq!(last.is_some(), (0..=11).contains(&months));
        if let (Some(first), Some(last)) = (first, last) {
            prop_assert_eq!(first.last().succ_opt(), Some(last.first()));
        }
    }
}

/// Forms of the source report (Sở LĐTBXH Lạng Sơn 2021) and of published ones (`phrases.json`, by id).
#[test]
fn published_forms_are_read() {
    use PartOfYear::{FirstMonths, LastMonths, Month, Quarter};
    use TimeReading::{Day, DayOfYear, Months, PartOfYear as Part, Period as Name};
    let first = |months| vec![Part(FirstMonths(months)), Months(months)];
    let range = |from, to| vec![Name(PeriodName::Range { from, to })];
    let rows = [
        ("04/2/2021", vec![Day(day(2021, 2, 4))]),
        ("2/8/2021", vec![Day(day(2021, 8, 2))]),
        ("26-11-2019", vec![Day(day(2019, 11, 26))]),
        ("ngày 05 tháng 02 năm 2021", vec![Day(day(2021, 2, 5))]),
        ("tháng 3/2021", vec![Name(PeriodName::Month { year: 2021, month: 3 })]),
        ("tháng Mười hai năm 2021", vec![Name(PeriodName::Month { year: 2021, month: 12 })]),
        ("tháng tư", vec![Part(Month(4))]),
        ("3/2021", vec![Name(PeriodName::Month { year: 2021, month: 3 })]),
        ("quý III/2021", vec![Name(PeriodName::Quarter { year: 2021, quarter: 3 })]),
        ("quý 3", vec![Part(Quarter(3))]),
        ("6 tháng đầu năm", vec![Part(FirstMonths(6))]),
        ("sáu tháng cuối năm", vec![Part(LastMonths(6))]),
        ("năm tháng đầu năm 2021", range(day(2021, 1, 1), day(2021, 5, 31))),
        ("9 tháng", first(9)),
        ("giai đoạn 2016 - 2020", vec![Name(PeriodName::Years { first: 2016, last: 2020 })]),
        ("2016–2020", vec![Name(PeriodName::Years { first: 2016, last: 2020 })]),
        ("năm 2021", vec![Name(PeriodName::Year(2021))]),
        ("từ 15/12/2020 đến 14/12/2021", range(day(2020, 12, 15), day(2021, 12, 14))),
        ("từ ngày 01/01 đến ngày 15/11/2021", range(day(2021, 1, 1), day(2021, 11, 15))),
        ("ngày 29/02", vec![DayOfYear { month: 2, day: 29 }]),
        ("17/07/2017", vec![Day(day(2017, 7, 17))]), // ph239
        ("09 tháng đầu năm 2017", vec![Name(PeriodName::NineMonths(2017))]), // ph249
        ("nhiệm kỳ 2011-2016", vec![Name(PeriodName::Years { first: 2011, last: 2016 })]), // ph251
        ("23/5", vec![DayOfYear { month: 5, day: 23 }]), // ph253
        ("15/11/2022", vec![Day(day(2022, 11, 15))]), // ph254
        ("ngày 18 tháng 5 năm 2021", vec![Day(day(2021, 5, 18))]), // ph255
        ("ngày 08 tháng 12 năm 2011", vec![Day(day(2011, 12, 8))]), // ph256
        ("04 tháng đầu năm 2018", range(day(2018, 1, 1), day(2018, 4, 30))), // ph257
    ];
    for (text, expected) in rows {
        assert_eq!(read_time(text).as_ref(), Ok(&expected), "{text}");
    }
}

#[test]
fn what_is_no_day_or_period_is_not_read() {
    let others = [
        "",
        " ",
        "2021",
        "92/107",
        "18/NQ-HĐND",
        "1.493",
        "85,98%",
        "ngày",
        "tháng",
        "năm bản án",
        "quý V",
        "29.2",
        "ngày 1",
        "04/2-2021",
        "giai đoạn 2021",
        "từ năm 2021",
        "đến ngày 15/11/2021",
        "6 tháng đầu",
        "04/02/20211",
        "2021-2-3-4",
    ];
    for text in others {
        assert!(matches!(read_time(text), Err(ReadError::NotTime { .. })), "{text}: {:?}", read_time(text));
    }
}
