//! Heads name the plan's own period, the same of the year before and the one proposed for; nothing says "year" in a quarter.

use thuocdo::period::{Period, PeriodName};
use thuocdo::plan::Plan;
use thuocdo::record::Extent;
use thuocdo::text::{Annex, AnnexColumn, AnnexSettings, English, Vietnamese};

use crate::build::{annex, at_least, cell, day, observed, one_target, persons};

fn quarter(year: i32, quarter: u8) -> Period {
    Period::new(PeriodName::Quarter { year, quarter }).unwrap()
}

#[test]
fn a_quarter_is_compared_with_the_same_quarter_of_the_year_before() {
    let report = one_target(quarter(2024, 1), at_least("50"), |content| {
        content.proposals = Some(Plan { period: quarter(2024, 2), tasks: vec![] });
        content.observations = vec![
            observed("truoc", quarter(2023, 4), Extent::ToCutoff, persons("20")),
            observed("cung-ky", quarter(2023, 1), Extent::ToCutoff, persons("80")),
            observed("nay", quarter(2024, 1), Extent::ToCutoff, persons("40")),
        ];
    });
    let by_quarter = annex(&report);
    let heads: Vec<&str> = by_quarter.heads().iter().skip(3).take(8).map(|head| head.words.as_str()).collect();
    assert_eq!(
        heads,
        [
            "Thực hiện quý I/2023",
            "Kế hoạch quý I/2024",
            "Thực hiện đến ngày 31/3/2024",
            "Ước thực hiện cả quý I/2024",
            "Thực hiện so với kế hoạch (%)",
            "Ước thực hiện so với kế hoạch (%)",
            "Ước thực hiện so với quý I/2023 (%)",
            "Kế hoạch quý II/2024",
        ]
    );
    assert_eq!(cell(&by_quarter, "chi-tieu", AnnexColumn::Growth).text, "(3)/(1): 50%");
    assert_eq!(by_quarter.title(), "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, CHỈ TIÊU QUÝ I/2024 VÀ ĐỀ XUẤT QUÝ II/2024");
    assert!(by_quarter.heads().iter().all(|head| !head.words.contains("năm")));

    let settings = AnnexSettings { previous: Some(quarter(2023, 4)), ..AnnexSettings::default() };
    let by_choice = Annex::of(&report, &Vietnamese, &settings);
    assert_eq!(by_choice.heads()[3].words, "Thực hiện quý IV/2023");
    assert_eq!(cell(&by_choice, "chi-tieu", AnnexColumn::Growth).text, "(3)/(1): 200%");
    let english = Annex::of(&report, &English, &settings);
    assert_eq!(english.heads()[4].words, "Plan for quarter 1 of 2024");
}

/// A plan of the year in the report of a quarter: the heads say whose target it is, and the quarter's figure is not lost.
#[test]
fn a_plan_has_its_own_period() {
    let report = one_target(Period::year(2024).unwrap(), at_least("2000"), |content| {
        content.period = quarter(2024, 3);
        content.observations = vec![observed("quy-3", quarter(2024, 3), Extent::ToCutoff, persons("700"))];
    });
    let annex = annex(&report);
    let heads: Vec<&str> = annex.heads().iter().skip(3).take(2).map(|head| head.words.as_str()).collect();
    assert_eq!(heads, ["Thực hiện năm 2023", "Kế hoạch năm 2024"]);
    assert_eq!(cell(&annex, "chi-tieu", AnnexColumn::Actual).text, "chưa có số");
    assert!(cell(&annex, "chi-tieu", AnnexColumn::Remark).text.contains("thực hiện quý III/2024: 700 người"));
    assert!(annex.title().contains("QUÝ III/2024"));
}

#[test]
fn every_kind_of_period_has_one_before_it_that_ends_where_it_begins() {
    let range = PeriodName::Range { from: day(2024, 3, 1), to: day(2024, 3, 10) };
    for (name, expected) in [
        (PeriodName::Year(2024), "2023-01-01 to 2023-12-31"),
        (PeriodName::Years { first: 2021, last: 2025 }, "2016-01-01 to 2020-12-31"),
        (PeriodName::Half { year: 2024, half: 1 }, "2023-07-01 to 2023-12-31"),
        (PeriodName::Half { year: 2024, half: 2 }, "2024-01-01 to 2024-06-30"),
        (PeriodName::Quarter { year: 2024, quarter: 3 }, "2024-04-01 to 2024-06-30"),
        (PeriodName::Month { year: 2024, month: 3 }, "2024-02-01 to 2024-02-29"),
        (PeriodName::Month { year: 2024, month: 1 }, "2023-12-01 to 2023-12-31"),
        (range, "2024-02-20 to 2024-02-29"),
    ] {
        let period = Period::new(name).unwrap();
        let previous = period.previous().unwrap();
        assert_eq!(previous.to_string(), expected, "{name:?}");
        assert_eq!(previous.last().succ_opt(), Some(period.first()), "{name:?}");
    }
    // no nine months end there
    let nine = Period::new(PeriodName::NineMonths(2024)).unwrap();
    assert_eq!(nine.previous().unwrap().to_string(), "2023-01-01 to 2023-09-30");
    assert_eq!(Period::new(PeriodName::Quarter { year: 1900, quarter: 1 }).unwrap().previous(), None);
}

#[test]
fn without_a_period_before_or_after_the_heads_still_say_what_they_are() {
    let annex = annex(&one_target(Period::year(1900).unwrap(), at_least("50"), |_| {}));
    let heads: Vec<&str> = annex.heads().iter().map(|head| head.words.as_str()).collect();
    assert_eq!(
        (heads[3], heads[9], heads[10]),
        ("Thực hiện kỳ trước", "Ước thực hiện so với kỳ trước (%)", "Kế hoạch kỳ sau")
    );
}
