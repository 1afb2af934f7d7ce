//! Dates are written as the decree on paperwork asks, and periods by their names.

use thuocdo::period::PeriodName;
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::day;

/// Days below 10 and the months 1 and 2 have a zero, so that they cannot be changed; other months have none.
#[test]
fn dates_are_written_as_the_decree_asks() {
    for (date, digits, words, english, in_full) in [
        (day(2021, 1, 1), "01/01/2021", "ngày 01 tháng 01 năm 2021", "1 Jan 2021", "1 January 2021"),
        (day(2021, 2, 9), "09/02/2021", "ngày 09 tháng 02 năm 2021", "9 Feb 2021", "9 February 2021"),
        (day(2021, 3, 9), "09/3/2021", "ngày 09 tháng 3 năm 2021", "9 Mar 2021", "9 March 2021"),
        (day(2021, 9, 30), "30/9/2021", "ngày 30 tháng 9 năm 2021", "30 Sep 2021", "30 September 2021"),
        (day(2021, 10, 10), "10/10/2021", "ngày 10 tháng 10 năm 2021", "10 Oct 2021", "10 October 2021"),
        (day(2020, 2, 29), "29/02/2020", "ngày 29 tháng 02 năm 2020", "29 Feb 2020", "29 February 2020"),
        (day(2021, 11, 15), "15/11/2021", "ngày 15 tháng 11 năm 2021", "15 Nov 2021", "15 November 2021"),
    ] {
        assert_eq!((Vietnamese.date(date), Vietnamese.long_date(date)), (digits.into(), words.into()));
        assert_eq!((English.date(date), English.long_date(date)), (english.into(), in_full.into()));
    }
    for date in day(2021, 1, 1).iter_days().take(365) {
        let iso = date.to_string();
        let (month, day) = (&iso[5..7], &iso[8..]);
        let month = if ["01", "02"].contains(&month) { month } else { month.trim_start_matches('0') };
        assert_eq!(Vietnamese.date(date), format!("{day}/{month}/2021"));
        assert_eq!(Vietnamese.long_date(date), format!("ngày {day} tháng {month} năm 2021"));
        assert!(English.long_date(date).starts_with(&format!("{} ", day.trim_start_matches('0'))));
    }
}

#[test]
fn periods_have_their_names() {
    for (name, vietnamese, english) in [
        (PeriodName::Year(2021), "năm 2021", "2021"),
        (PeriodName::Years { first: 2021, last: 2025 }, "giai đoạn 2021 - 2025", "2021-2025"),
        (PeriodName::Half { year: 2021, half: 1 }, "6 tháng đầu năm 2021", "half 1 of 2021"),
        (PeriodName::Half { year: 2021, half: 2 }, "6 tháng cuối năm 2021", "half 2 of 2021"),
        (PeriodName::NineMonths(2021), "9 tháng đầu năm 2021", "nine months of 2021"),
        (PeriodName::Quarter { year: 2021, quarter: 1 }, "quý I/2021", "quarter 1 of 2021"),
        (PeriodName::Quarter { year: 2021, quarter: 2 }, "quý II/2021", "quarter 2 of 2021"),
        (PeriodName::Quarter { year: 2021, quarter: 3 }, "quý III/2021", "quarter 3 of 2021"),
        (PeriodName::Quarter { year: 2021, quarter: 4 }, "quý IV/2021", "quarter 4 of 2021"),
        (PeriodName::Month { year: 2021, month: 3 }, "tháng 3/2021", "March 2021"),
        (PeriodName::Month { year: 2021, month: 12 }, "tháng 12/2021", "December 2021"),
        (
            PeriodName::Range { from: day(2021, 1, 1), to: day(2021, 9, 14) },
            "từ ngày 01/01/2021 đến ngày 14/9/2021",
            "1 Jan 2021 to 14 Sep 2021",
        ),
    ] {
        assert_eq!(Vietnamese.period(name), vietnamese);
        assert_eq!(English.period(name), english);
    }
}
