//! Missing, zero, not applicable and nothing to say are four things in an annex; empty and small reports have one too.

use thuocdo::period::Period;
use thuocdo::plan::{AchievementFormula, Baseline, Direction, Goal, Target, TargetVersion};
use thuocdo::quantity::{Figure, Reading, Unit};
use thuocdo::record::{Extent, Observed};
use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexColumn, AnnexLabels, AnnexSettings, AnnexValue, Vietnamese};

use crate::build::{annex, at_least, cell, empty, id, observed, one_target, persons, text};

fn year(year: i32) -> Period {
    Period::year(year).unwrap()
}

#[test]
fn an_empty_report_has_an_empty_table_that_says_so() {
    let annex = annex(&Report::new(empty(year(2024))).unwrap());
    assert!(annex.rows().is_empty());
    assert_eq!(annex.notes()[0].text, "Báo cáo không nêu nhiệm vụ nào.");
    assert!(annex.html().contains("<tbody>\n</tbody>"));
    assert_eq!(annex.markdown().lines().filter(|line| line.starts_with('|')).count(), 3);
}

#[test]
fn zero_missing_not_applicable_and_empty_look_different() {
    let with = |value: Option<Observed>| {
        let report = one_target(year(2024), at_least("50"), |content| {
            content.observations.extend(value.map(|value| observed("so", year(2024), Extent::ToCutoff, value)));
        });
        let annex = annex(&report);
        (cell(&annex, "chi-tieu", AnnexColumn::Actual), cell(&annex, "chi-tieu", AnnexColumn::ActualRate))
    };
    let said = [
        with(Some(persons("0"))),
        with(None),
        with(Some(Observed::NotApplicable(Some(text("chưa có đối tượng"))))),
        with(Some(Observed::NotStated)),
    ];
    let words: Vec<(&str, &str)> =
        said.iter().map(|(actual, rate)| (actual.text.as_str(), rate.text.as_str())).collect();
    assert_eq!(
        words,
        [
            ("0", "0%"),
            ("chưa có số", "chưa có số thực hiện"),
            ("không áp dụng", "không áp dụng"),
            ("chưa nêu", "chưa có số thực hiện"),
        ]
    );
    let kinds: Vec<_> = said.iter().map(|(_, rate)| std::mem::discriminant(&rate.value)).collect();
    assert!(kinds[0] != kinds[1] && kinds[1] != kinds[2] && kinds[0] != kinds[2]);
    assert!(matches!(&said[2].1.value, AnnexValue::NotApplicable(Some(why)) if why.as_str() == "chưa có đối tượng"));
    let task = cell(&annex(&one_target(year(2024), at_least("50"), |_| {})), "nhiem-vu", AnnexColumn::Actual);
    assert_eq!((task.text.as_str(), task.value), ("", AnnexValue::Empty));
}

#[test]
fn one_target_has_one_row_under_its_task() {
    let report = one_target(year(2024), at_least("50"), |content| {
        content.observations = vec![
            observed("truoc", year(2023), Extent::ToCutoff, persons("40")),
            observed("nay", year(2024), Extent::ToCutoff, persons("30")),
            observed("uoc", year(2024), Extent::FullPeriod, persons("60")),
        ];
    });
    let annex = annex(&report);
    let labels: Vec<&str> = annex.rows().iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["I", "I.1"]);
    let of = |column| cell(&annex, "chi-tieu", column).text;
    assert_eq!([of(AnnexColumn::Previous), of(AnnexColumn::Estimate)], ["40", "60"]);
    assert_eq!(of(AnnexColumn::ActualRate), "60%");
    assert_eq!(of(AnnexColumn::EstimateRate), "120%");
    // the estimate is there, so it is what is compared
    assert_eq!(of(AnnexColumn::Growth), "150%");
    let arabic = AnnexSettings { labels: AnnexLabels::Arabic, ..AnnexSettings::default() };
    let annex = Annex::of(&report, &Vietnamese, &arabic);
    assert_eq!(cell(&annex, "chi-tieu", AnnexColumn::Number).text, "1.1");
}

#[test]
fn a_rate_by_another_formula_names_it() {
    let report = one_target(year(2024), at_least("50"), |content| {
        content.indicators[0].direction = Direction::LowerIsBetter;
        let version = TargetVersion::new(id("1"), Goal::Level(Reading::AtMost("20".parse().unwrap())));
        let formula = Some(AchievementFormula::Inverse);
        let target = Target::new(id("chi-tieu"), id("so-nguoi"), vec![], formula, vec![version]).unwrap();
        content.plan.tasks[0].targets = vec![target];
        content.observations = vec![observed("nay", year(2024), Extent::ToCutoff, persons("25"))];
    });
    // 20/25, where the head says (3)/(2)
    let rate = cell(&annex(&report), "chi-tieu", AnnexColumn::ActualRate).text;
    assert_eq!(rate, "tỷ lệ kế hoạch so với thực hiện: 80%");
}

#[test]
fn a_baseline_of_another_period_is_not_put_under_the_year_before() {
    let report = one_target(year(2024), at_least("50"), |content| {
        let figure = Some(Figure::new(Reading::Exactly("40".parse().unwrap()), Unit::PERSON).unwrap());
        let version = TargetVersion {
            baseline: Some(Baseline { period: year(2020), figure }),
            ..TargetVersion::new(id("1"), at_least("50"))
        };
        let target = Target::new(id("chi-tieu"), id("so-nguoi"), vec![], None, vec![version]).unwrap();
        content.plan.tasks[0].targets = vec![target];
    });
    let default = annex(&report);
    assert_eq!(cell(&default, "chi-tieu", AnnexColumn::Previous).text, "chưa có số");
    assert_eq!(cell(&default, "chi-tieu", AnnexColumn::Remark).text, "số liệu kỳ gốc (năm 2020): 40 người");
    let settings = AnnexSettings { previous: Some(year(2020)), ..AnnexSettings::default() };
    let against_2020 = Annex::of(&report, &Vietnamese, &settings);
    assert_eq!(cell(&against_2020, "chi-tieu", AnnexColumn::Previous).text, "40");
    assert_eq!(cell(&against_2020, "chi-tieu", AnnexColumn::Remark).text, "");
    assert_eq!(against_2020.heads()[3].words, "Thực hiện năm 2020");
}

#[test]
fn a_figure_of_another_scale_or_day_says_so() {
    let report = one_target(year(2024), at_least("50"), |content| {
        let thousand = Unit::PERSON.scaled(thuocdo::quantity::Scale::Thousand).unwrap();
        let figure = Figure::new(Reading::About("2".parse().unwrap()), thousand).unwrap();
        let mut seen = observed("nay", year(2024), Extent::ToCutoff, Observed::Figure(figure));
        seen.as_of = crate::build::day(2024, 6, 30);
        content.observations = vec![seen];
    });
    let annex = annex(&report);
    assert_eq!(cell(&annex, "chi-tieu", AnnexColumn::Actual).text, "khoảng 2 nghìn người");
    assert_eq!(cell(&annex, "chi-tieu", AnnexColumn::ActualRate).text, "~4.000%");
    assert!(cell(&annex, "chi-tieu", AnnexColumn::Remark).text.contains("số liệu đến ngày 30/6/2024"));
}
