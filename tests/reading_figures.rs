//! Proves that a figure with its unit and its bound is read as it was written, that every published phrase of that kind gives
//! the readings named with it, and that phrases of other kinds are refused and never half read.

use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::quantity::{Figure, Printed, Reading};
use thuocdo::text::{Language, Notation, ReadError, Vietnamese, read_figure};
use unicode_normalization::UnicodeNormalization;

const UNITS: [&str; 12] = [
    "",
    "%",
    "điểm phần trăm",
    "hộ",
    "người",
    "nghìn người",
    "tỷ đồng",
    "nghìn tỷ đồng",
    "ha",
    "m²",
    "hộ nghèo",
    "đồng/người/tháng",
];

fn figure() -> impl Strategy<Value = Figure> {
    let number = || "[0-9]{1,9}(\\.[0-9]{1,3})?".prop_map(|text| text.parse::<Printed>().unwrap());
    (number(), number(), 0..7_usize, select(&UNITS)).prop_filter_map(
        "the unit refuses it",
        |(one, other, kind, unit)| {
            let (low, high) = if one.amount() <= other.amount() { (one, other) } else { (other, one) };
            let reading = match kind {
                0 => Reading::Exactly(one),
                1 => Reading::AtLeast(one),
                2 => Reading::MoreThan(one),
                3 => Reading::AtMost(one),
                4 => Reading::LessThan(one),
                5 => Reading::About(one),
                _ => Reading::between(low, high).ok()?,
            };
            Figure::new(reading, unit.parse().unwrap()).ok()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_was_written_is_read_back(figure in figure()) {
        let text = Vietnamese.figure(&figure);
        for text in [text.clone(), text.nfd().collect(), text.replace(' ', "\u{a0}  "), text.to_uppercase()] {
            let is_upper = text == text.to_uppercase();
            let readings = read_figure(&text);
            let found = readings.iter().flatten().any(|found| {
                // the unit is kept in the words of the phrase
                found.notation != Notation::English && found.reading == figure.reading()
                    && (is_upper || found.unit == *figure.unit())
            });
            prop_assert!(found, "{}: {:?}", text, readings);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "\\PC{0,40}|(từ|đến|trên|khoảng|[0-9]{1,3}|[.,%/-]| |trở lên|hộ|tỷ|đồng){0,10}",
    ) {
        if let Ok(readings) = read_figure(&text) {
            prop_assert!((1..=2).contains(&readings.len()));
            // every digit of the phrase is in the figure
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            for found in readings {
                let read: usize = found.reading.numbers().map(|number| digits(&number.to_string())).sum();
                prop_assert_eq!(read, digits(&text), "{}", text);
            }
        }
    }
}

/// The reading in words that fit on a line: the kind, its numbers, the unit, and `en` for the English notation.
fn said(text: &str) -> Vec<String> {
    let words = |found: &thuocdo::text::FigureReading| {
        let kind = format!("{:?}", found.reading);
        let numbers: Vec<String> = found.reading.numbers().map(|number| number.to_string()).collect();
        let english = if found.notation == Notation::English { " en" } else { "" };
        format!("{} {} {}{english}", kind.split('(').next().unwrap(), numbers.join(".."), found.unit)
    };
    read_figure(text).unwrap_or_else(|error| panic!("{error}")).iter().map(words).collect()
}

/// Phrases of the source report and of published ones (`phrases.json`, by id).
#[test]
fn published_phrases_are_read() {
    let rows: [(&str, &[&str]); 40] = [
        ("1.493 hồ sơ", &["Exactly 1493 hồ sơ", "Exactly 1.493 hồ sơ en"]),
        ("02 hộ", &["Exactly 02 hộ"]),
        ("từ 80% trở lên", &["AtLeast 80 %"]),
        ("120-150 người", &["Between 120..150 người"]),
        ("từ 6,5% - 7,2%", &["Between 6.5..7.2 %"]),
        ("~35,7%", &["About 35.7 %"]),
        ("79.177 việc", &["Exactly 79177 việc", "Exactly 79.177 việc en"]), // ph007
        ("108,987 tỷ đồng", &["Exactly 108.987 tỷ đồng", "Exactly 108987 tỷ đồng en"]), // ph024
        ("3.798,254 tỷ đồng", &["Exactly 3798.254 tỷ đồng"]),               // ph025
        ("12.749.620 lượt khách", &["Exactly 12749620 lượt khách"]),        // ph029
        ("1.586.336 hộ", &["Exactly 1586336 hộ"]),                          // ph038
        ("412204.00", &["Exactly 412204.00  en"]),                          // ph052
        (">90", &["MoreThan 90 "]),                                         // ph056
        ("03 thành viên", &["Exactly 03 thành viên"]),                      // ph065
        ("2,0 ha", &["Exactly 2.0 ha"]),                                    // ph068
        ("5,60%", &["Exactly 5.60 %"]),                                     // ph075
        ("20,68  %", &["Exactly 20.68 %"]),                                 // ph086
        ("79.31 %", &["Exactly 79.31 % en"]),                               // ph087
        ("13,53 phần nghìn", &["Exactly 13.53 phần nghìn"]),                // ph095
        ("2.242 lao động", &["Exactly 2242 lao động", "Exactly 2.242 lao động en"]), // ph102
        ("hơn 530,5 tỷ đồng", &["MoreThan 530.5 tỷ đồng"]),                 // ph105
        ("trên 83%", &["MoreThan 83 %"]),                                   // ph106
        ("hơn 117 triệu đồng", &["MoreThan 117 triệu đồng"]),               // ph112
        ("gần 605.000 con", &["About 605000 con", "About 605.000 con en"]), // ph128
        ("8.612ha", &["Exactly 8612 ha", "Exactly 8.612 ha en"]),           // ph130
        ("10.601 hòa giải viên", &["Exactly 10601 hòa giải viên", "Exactly 10.601 hòa giải viên en"]), // ph159
        ("2,58 điểm %", &["Exactly 2.58 điểm phần trăm"]),                  // ph174
        ("-1.30", &["Exactly -1.30  en"]),                                  // ph181
        ("683,6 nghìn doanh nghiệp", &["Exactly 683.6 nghìn doanh nghiệp"]), // ph201
        ("gần 1,14 tỉ USD", &["About 1.14 tỷ USD"]),                        // ph203
        ("730 triệu USD", &["Exactly 730 triệu USD"]),                      // ph204
        ("1,1 triệu - 1,3 triệu đồng/người/tháng", &["Between 1.1..1.3 triệu đồng/người/tháng"]), // ph215
        ("15.000 người trở lên", &["AtLeast 15000 người", "AtLeast 15.000 người en"]), // ph217
        ("từ 150-200 hộ nghèo", &["Between 150..200 hộ nghèo"]),            // ph226
        ("từ 500 hội viên trở lên", &["AtLeast 500 hội viên"]),             // ph227
        ("6,21 triệu lượt hộ", &["Exactly 6.21 triệu lượt hộ"]),            // ph232
        ("gần 640 đảng viên", &["About 640 đảng viên"]),                    // ph234
        ("18 m²", &["Exactly 18 m²"]),
        ("không quá 5 ngày", &["AtMost 5 ngày"]),
        ("Dưới 1,5 lần", &["LessThan 1.5 lần"]),
    ];
    for (text, expected) in rows {
        assert_eq!(said(text), expected, "{text}");
    }
}

/// Kinds of phrases that are another matter, and what is no figure at all.
#[test]
fn other_phrases_are_refused_whole() {
    let others = [
        "",
        "hộ",
        "tăng 3%",
        "92/107 hộ",
        "18 người/18 vụ",
        "168.182 tỷ 330 triệu 867 nghìn đồng",
        "2,97% so với chỉ tiêu",
        "17/07/2017",
        "18/NQ-HĐND",
        "thi hành xong[1]",
        "86,9 % kế hoạch",
        "28,6% triệu đồng/người/năm",
        "7. 180 phòng",
        "khoảng 5,8-6%",
        "trên 5 hộ trở lên",
        "từ 5 hộ",
        "5 hộ - 6 người",
        "1..493 hộ",
        "bốn việc",
        "$457 million",
        "100 so với 90",
        "trên trên 5",
    ];
    for text in others {
        assert!(matches!(read_figure(text), Err(ReadError::NotFigure { .. })), "{text}: {:?}", read_figure(text));
    }
    assert!(matches!(read_figure("150-120 hộ"), Err(ReadError::Number { .. })));
    assert!(matches!(read_figure("१२ hộ"), Err(ReadError::OtherDigits { digit: '१', .. })));
}
