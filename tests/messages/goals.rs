//! Goals are said as plans say them.

use thuocdo::period::PeriodName;
use thuocdo::plan::{Goal, Sense, Step};
use thuocdo::quantity::Reading;
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{amount, id, printed, text, unit};

/// A goal, the unit of its indicator, the period of its baseline, and the words.
pub(crate) fn goals() -> Vec<(Goal, &'static str, Option<PeriodName>, &'static str, &'static str)> {
    let last_year = Some(PeriodName::Year(2020));
    let moved = |sense, step| Goal::Move { sense, step };
    let share = |share| Goal::ShareOf { whole: id("hộ"), share };
    vec![
        (
            Goal::Level(Reading::AtLeast(printed("2000"))),
            "người",
            None,
            "từ 2.000 người trở lên",
            "at least 2,000 persons",
        ),
        (Goal::Level(Reading::AtMost(printed("20"))), "vụ", None, "không quá 20 vụ", "at most 20 cases"),
        (share(Reading::AtLeast(printed("100"))), "hộ", None, "100%", "100%"),
        (share(Reading::AtLeast(printed("80"))), "hộ", None, "từ 80% trở lên", "at least 80%"),
        (share(Reading::Exactly(printed("99.5"))), "hộ", None, "99,5%", "99.5%"),
        (
            moved(Sense::Reduce, Step::By(amount("10"))),
            "vụ",
            last_year,
            "giảm từ 10 vụ trở lên so với năm 2020",
            "down at least 10 cases on 2020",
        ),
        (
            moved(Sense::Raise, Step::Percent(amount("12.5"))),
            "người",
            last_year,
            "tăng từ 12,5% trở lên so với năm 2020",
            "up at least 12.5% on 2020",
        ),
        (
            moved(Sense::Raise, Step::Points(amount("1.2"))),
            "%",
            None,
            "tăng từ 1,2 điểm phần trăm trở lên so với kỳ gốc",
            "up at least 1.2 percentage points on the baseline",
        ),
        (
            moved(Sense::Reduce, Step::PercentOrPoints(amount("3"))),
            "%",
            None,
            "giảm từ 3% trở lên (phần trăm hay điểm phần trăm: chưa nêu rõ) so với kỳ gốc",
            "down at least 3% (percent or percentage points: not said) on the baseline",
        ),
        (moved(Sense::Reduce, Step::Any), "vụ", last_year, "giảm so với năm 2020", "down on 2020"),
        (Goal::Maintain, "%", last_year, "giữ như năm 2020", "keep the level of 2020"),
        (Goal::Maintain, "%", None, "giữ như kỳ gốc", "keep the level of the baseline"),
        (Goal::Done, "", None, "hoàn thành", "done"),
        (Goal::Qualitative(text("giải quyết kịp thời")), "", None, "giải quyết kịp thời", "giải quyết kịp thời"),
        (Goal::NotStated, "người", None, "chưa nêu số", "not stated"),
    ]
}

#[test]
fn goals_are_said_as_plans_say_them() {
    for (goal, of, since, vietnamese, english) in goals() {
        assert_eq!(Vietnamese.goal(&goal, &unit(of), since), vietnamese);
        assert_eq!(English.goal(&goal, &unit(of), since), english);
    }
}
