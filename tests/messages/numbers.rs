//! Numbers are grouped and keep their zeros, and stand with their words and units.

use thuocdo::quantity::{PercentagePoints, Quantity, QuantityError, Ratio, Reading, Rounding};
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{amount, figure, printed, unit};

#[test]
fn numbers_are_grouped_and_keep_their_zeros() {
    for (number, vietnamese, english) in [
        ("0", "0", "0"),
        ("7", "7", "7"),
        ("02", "02", "02"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("2552", "2.552", "2,552"),
        ("19400", "19.400", "19,400"),
        ("100000", "100.000", "100,000"),
        ("5261000000", "5.261.000.000", "5,261,000,000"),
        ("999999999999999999.999999", "999.999.999.999.999.999,999999", "999,999,999,999,999,999.999999"),
        ("95.80", "95,80", "95.80"),
        ("0.12", "0,12", "0.12"),
        ("0.000001", "0,000001", "0.000001"),
        ("3088.5", "3.088,5", "3,088.5"),
        ("-2", "-2", "-2"),
        ("-1234.50", "-1.234,50", "-1,234.50"),
        ("-0.5", "-0,5", "-0.5"),
        ("-0", "0", "0"),
    ] {
        assert_eq!(Vietnamese.printed(printed(number)), vietnamese);
        assert_eq!(English.printed(printed(number)), english);
    }
    // an amount has the decimals it needs
    assert_eq!(Vietnamese.amount(printed("95.80").amount()), "95,8");
    assert_eq!(English.amount(printed("002552").amount()), "2,552");
}

#[test]
fn percentages_stand_without_a_space() -> Result<(), QuantityError> {
    for (above, below, decimals, vietnamese, english) in [
        (92, 107, 2, "85,98%", "85.98%"),
        (3088, 2000, 1, "154,4%", "154.4%"),
        (2445, 2552, 2, "95,81%", "95.81%"),
        (19_400, 19_400, 0, "100%", "100%"),
        (123_456, 100, 0, "123.456%", "123,456%"),
        (-1, 3, 2, "-33,33%", "-33.33%"),
    ] {
        let ratio = Ratio::of(above, below)?;
        let rounding = Rounding::new(thuocdo::quantity::RoundMode::HalfAway, decimals)?;
        assert_eq!(Vietnamese.percent(ratio, rounding), vietnamese);
        assert_eq!(English.percent(ratio, rounding), english);
    }
    Ok(())
}

#[test]
fn figures_stand_with_their_words_and_unit() {
    let range = |low, high| Reading::between(printed(low), printed(high)).unwrap();
    for (reading, of, vietnamese, english) in [
        (Reading::Exactly(printed("1493")), "hồ sơ", "1.493 hồ sơ", "1,493 files"),
        (Reading::Exactly(printed("02")), "hộ", "02 hộ", "02 households"),
        (Reading::Exactly(printed("57.2")), "%", "57,2%", "57.2%"),
        (Reading::Exactly(printed("140")), "", "140", "140"),
        (Reading::Exactly(printed("5261")), "triệu đồng", "5.261 triệu đồng", "5,261 million đồng"),
        (Reading::Exactly(printed("1.5")), "nghìn người", "1,5 nghìn người", "1.5 thousand persons"),
        (Reading::Exactly(printed("3")), "thiết bị", "3 thiết bị", "3 thiết bị"),
        (Reading::Exactly(printed("1.2")), "điểm phần trăm", "1,2 điểm phần trăm", "1.2 percentage points"),
        (Reading::AtLeast(printed("2000")), "người", "từ 2.000 người trở lên", "at least 2,000 persons"),
        (Reading::AtLeast(printed("80")), "%", "từ 80% trở lên", "at least 80%"),
        (Reading::MoreThan(printed("16000")), "người", "trên 16.000 người", "over 16,000 persons"),
        (Reading::AtMost(printed("20")), "vụ", "không quá 20 vụ", "at most 20 cases"),
        (Reading::LessThan(printed("3.00")), "%", "dưới 3,00%", "under 3.00%"),
        (Reading::About(printed("7000")), "người", "khoảng 7.000 người", "about 7,000 persons"),
        (range("120", "150"), "người", "từ 120 đến 150 người", "120 to 150 persons"),
        (range("3", "3.5"), "%", "từ 3 đến 3,5%", "3 to 3.5%"),
    ] {
        let figure = figure(reading, of);
        assert_eq!(Vietnamese.figure(&figure), vietnamese);
        assert_eq!(English.figure(&figure), english);
    }
    let points = PercentagePoints::new(amount("3.33"));
    assert_eq!(Vietnamese.points(points), "3,33 điểm phần trăm");
    assert_eq!(English.points(points), "3.33 percentage points");
}

#[test]
fn english_units_are_of_one_or_of_many() {
    for (number, of, english) in [
        ("0", "hộ", "0 households"),
        ("1", "hộ", "1 household"),
        ("-1", "điểm", "-1 point"),
        ("2", "hộ", "2 households"),
        ("1.5", "ngày", "1.5 days"),
        ("1", "công trình", "1 works"),
        ("1", "cơ quan", "1 agency"),
        ("3", "cơ quan", "3 agencies"),
        ("1", "điểm phần trăm", "1 percentage point"),
        ("1", "nghìn người", "1 thousand persons"),
        ("1", "tỷ đồng", "1 billion đồng"),
        ("2", "m²", "2 m²"),
        ("1", "thiết bị", "1 thiết bị"),
        ("1", "%", "1%"),
        ("1", "", "1"),
    ] {
        let quantity = Quantity::new(amount(number), unit(of)).unwrap();
        assert_eq!(English.quantity(&quantity), english);
        // Vietnamese has one form
        let unit = if of == "%" { "%".to_owned() } else { format!(" {of}") };
        assert_eq!(Vietnamese.quantity(&quantity), format!("{}{}", number.replace('.', ","), unit.trim_end()));
    }
}
