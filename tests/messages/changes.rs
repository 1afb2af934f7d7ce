//! Changes and shortfalls say in words which way they go.

use thuocdo::measure::{Absolute, Achievement, NotComputable, Relative};
use thuocdo::plan::{Accumulation, Direction, Goal, Indicator, Target, TargetVersion};
use thuocdo::quantity::{Reading, Rounding, Unit};
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{amount, figure, id, printed, text, unit};

/// A decrease is "giảm 35,7%" and never "tăng -35,7%".
#[test]
fn the_direction_of_a_change_is_a_word() -> Result<(), NotComputable> {
    let one_decimal = Rounding::half_away::<1>();
    for (base, current, growth, in_english, change, change_in_english) in [
        (28, 18, "giảm 35,7%", "down 35.7%", "giảm 10 vụ", "down 10 cases"),
        (18, 28, "tăng 55,6%", "up 55.6%", "tăng 10 vụ", "up 10 cases"),
        (2, 1, "giảm 50,0%", "down 50.0%", "giảm 1 vụ", "down 1 case"),
        (28, 28, "không thay đổi", "unchanged", "không thay đổi", "unchanged"),
        (1000, 2500, "tăng 150,0%", "up 150.0%", "tăng 1.500 vụ", "up 1,500 cases"),
    ] {
        let ratio = Relative::growth(base, current)?.ratio();
        assert_eq!(Vietnamese.growth(ratio, one_decimal), growth);
        assert_eq!(English.growth(ratio, one_decimal), in_english);
        let moved = Absolute::change(base, current)?.ones();
        assert_eq!(Vietnamese.change(moved, &Unit::CASE), change);
        assert_eq!(English.change(moved, &Unit::CASE), change_in_english);
    }
    for (reading, of, vietnamese, english) in [
        (Reading::About(printed("-35.7")), "%", "giảm khoảng 35,7%", "down about 35.7%"),
        (Reading::Exactly(printed("-0.02")), "%", "giảm 0,02%", "down 0.02%"),
        (Reading::Exactly(printed("1.2")), "điểm phần trăm", "tăng 1,2 điểm phần trăm", "up 1.2 percentage points"),
        (Reading::Exactly(printed("0")), "%", "không thay đổi", "unchanged"),
    ] {
        assert_eq!(Vietnamese.figure_of_change(&figure(reading, of)), vietnamese);
        assert_eq!(English.figure_of_change(&figure(reading, of)), english);
    }
    Ok(())
}

#[test]
fn a_shortfall_says_which_way_it_is_to_go() {
    use Direction::{HigherIsBetter, LowerIsBetter, OnTargetIsBest};
    for (direction, of, goal, actual, vietnamese, english) in [
        (HigherIsBetter, "hộ", Reading::AtLeast(printed("107")), "92", "còn thiếu 15 hộ", "15 households short"),
        (HigherIsBetter, "hộ", Reading::AtLeast(printed("107")), "106", "còn thiếu 1 hộ", "1 household short"),
        (
            HigherIsBetter,
            "%",
            Reading::MoreThan(printed("80")),
            "78",
            "còn thiếu hơn 2 điểm phần trăm",
            "more than 2 percentage points short",
        ),
        (
            HigherIsBetter,
            "triệu đồng",
            Reading::AtLeast(printed("5261")),
            "2000",
            "còn thiếu 3.261.000.000 đồng",
            "3,261,000,000 đồng short",
        ),
        (LowerIsBetter, "vụ", Reading::AtMost(printed("15")), "18", "cần giảm thêm 3 vụ", "3 cases too many"),
        (OnTargetIsBest, "ngày", Reading::Exactly(printed("30")), "28.5", "còn lệch 1,5 ngày", "1.5 days off"),
    ] {
        let indicator = indicator(of, direction);
        let version = TargetVersion::new(id("1"), Goal::Level(goal));
        let target = Target::new(id("mt"), indicator.id.clone(), vec![], None, vec![version]).unwrap();
        let achievement = Achievement::of(&indicator, &target, amount(actual)).unwrap();
        let shortfall = achievement.shortfall().unwrap();
        assert_eq!(Vietnamese.shortfall(&indicator, shortfall), vietnamese);
        assert_eq!(English.shortfall(&indicator, shortfall), english);
    }
}

fn indicator(of: &str, direction: Direction) -> Indicator {
    Indicator {
        id: id("chi-tieu"),
        name: text("Số hộ được hỗ trợ"),
        unit: unit(of),
        direction,
        accumulation: Accumulation::RunningTotal,
        breakdowns: vec![],
    }
}
