//! Proves that a figure in words is read as it was written, in both languages and for every kind of meaning, that what a
//! caller knows narrows the readings and nothing else does, and that what is no figure is refused whole.

use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::quantity::{Amount, Figure, Printed, Range, Reading, Unit};
use thuocdo::text::{
    BaseKind, ChangeSense, English, Language, Meaning, NotFigure, Notation, ReadError, Reader, ReadingLanguage, Status,
    Vietnamese, read_figure,
};
use unicode_normalization::UnicodeNormalization;

const UNITS: [&str; 15] = [
    "",
    "%",
    "điểm phần trăm",
    "hộ",
    "người",
    "nghìn người",
    "vạn người",
    "tỷ đồng",
    "nghìn tỷ đồng",
    "ha",
    "m²",
    "km²",
    "hộ nghèo",
    "đồng/người/tháng",
    "lần",
];

fn printed() -> impl Strategy<Value = Printed> {
    "[0-9]{1,9}(\\.[0-9]{1,3})?".prop_map(|text| text.parse::<Printed>().unwrap())
}

fn range() -> impl Strategy<Value = Range> {
    (printed(), printed()).prop_filter_map("the ends are equal", |(one, other)| {
        let (low, high) = if one.amount() <= other.amount() { (one, other) } else { (other, one) };
        Range::new(low, high).ok()
    })
}

fn reading() -> impl Strategy<Value = Reading> {
    (printed(), range(), 0..7_usize).prop_map(|(one, range, kind)| match kind {
        0 => Reading::Exactly(one),
        1 => Reading::AtLeast(one),
        2 => Reading::MoreThan(one),
        3 => Reading::AtMost(one),
        4 => Reading::LessThan(one),
        5 => Reading::About(one),
        _ => Reading::Between(range),
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    select(&UNITS).prop_map(|unit| unit.parse().unwrap())
}

fn sense() -> impl Strategy<Value = ChangeSense> {
    select(&[ChangeSense::Up, ChangeSense::Down, ChangeSense::Over])
}

/// Every kind of meaning that has a number, as far as its unit allows it.
fn meaning() -> impl Strategy<Value = Meaning> {
    let allowed = |reading: Reading, unit: &Unit| Figure::new(reading, unit.clone()).is_ok();
    prop_oneof![
        4 => (reading(), unit()).prop_filter("the unit refuses it", move |(reading, unit)| allowed(*reading, unit))
            .prop_map(|(reading, unit)| Meaning::Figure { reading, unit }),
        1 => (range(), select(&UNITS[1..6])).prop_map(|(range, unit)| Meaning::AboutRange { range, unit: unit.parse().unwrap() }),
        1 => (range(), unit()).prop_map(|(range, unit)| Meaning::Band { range, unit }),
        2 => (printed(), printed(), unit()).prop_map(|(numerator, denominator, unit)| Meaning::Ratio { numerator, denominator, unit }),
        1 => (printed(), printed()).prop_map(|(one, other)| Meaning::Pair {
            first: (one, Unit::PERSON),
            second: (other, Unit::CASE),
        }),
        1 => (printed(), printed()).prop_map(|(place, of)| Meaning::Rank { place, of }),
        2 => (sense(), reading(), unit()).prop_filter("times are another kind", |(.., unit)| unit.name() != "lần")
            .prop_filter("the unit refuses it", move |(_, reading, unit)| allowed(*reading, unit))
            .prop_map(|(sense, size, unit)| Meaning::Change { sense, size, unit }),
        1 => (select(&[(ChangeSense::Up, false), (ChangeSense::Up, true), (ChangeSense::Down, false)]), reading())
            .prop_map(|((sense, is_added), times)| Meaning::Multiple { sense, times, is_added }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_was_written_is_read_back(meaning in meaning()) {
        let text = Vietnamese.meaning(&meaning);
        for text in [text.clone(), text.nfd().collect(), text.replace(' ', "\u{a0}  ")] {
            let phrase = read_figure(&text);
            let is_found = phrase.iter().flat_map(|phrase| &phrase.readings).any(|found| {
                found.notation != Notation::English && found.meaning == meaning
            });
            prop_assert!(is_found, "{}: {:?} is not {:?}", text, phrase, meaning);
        }
        let text = English.meaning(&meaning);
        let phrase = Reader::english().figure(&text);
        let is_found = phrase.iter().flat_map(|phrase| &phrase.readings).any(|found| {
            found.notation != Notation::Vietnamese && found.meaning == meaning
        });
        prop_assert!(is_found, "{}: {:?} is not {:?}", text, phrase, meaning);
    }

    #[test]
    fn capitals_change_nothing_but_the_words_of_a_unit(figure in reading()) {
        let text = Vietnamese.reading(figure, &Unit::PERCENT).to_uppercase();
        let phrase = read_figure(&text).unwrap();
        let expected = Meaning::Figure { reading: figure, unit: Unit::PERCENT };
        let is_found = phrase.readings.iter().any(|found| found.meaning == expected);
        prop_assert!(is_found, "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "\\PC{0,40}|(từ|đến|trên|khoảng|tăng|giảm|gấp|ước đạt|[0-9]{1,3}|[.,%/~-]| |trở lên|hộ|tỷ|triệu|đồng|lần|năm|so với|\u{b2}|\\[1\\]){0,12}",
    ) {
        for reader in [Reader::vietnamese(), Reader::english()] {
            match reader.figure(&text) {
                Ok(phrase) => {
                    prop_assert!(!phrase.readings.is_empty());
                    prop_assert_eq!(text.get(phrase.span.clone()), Some(phrase.text.as_str()));
                    // all that is no space is in it
                    prop_assert_eq!(phrase.text.as_str(), text.trim_matches(|letter: char| letter.is_whitespace() || "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}".contains(letter)));
                }
                Err(error) => prop_assert!(!Vietnamese.read_error(&error).is_empty()),
            }
        }
    }

    /// A reading is kept exactly if it fits what the caller knows.
    #[test]
    fn what_the_caller_knows_only_takes_readings_away(reading in reading(), low in 0..2_000_i32, width in 0..2_000_000_i32) {
        let text = Vietnamese.in_words(reading, &Unit::PERSON);
        let all = read_figure(&text).map(|phrase| phrase.readings).unwrap_or_default();
        let (low, high) = (Amount::from(low), Amount::from(low + width));
        let known = Reader::vietnamese().of_unit(Unit::PERSON).in_notation(Notation::Vietnamese).within(low, high);
        let kept = known.figure(&text).map(|phrase| phrase.readings).unwrap_or_default();
        let fits = |found: &thuocdo::text::PhraseReading| {
            let Meaning::Figure { reading, .. } = &found.meaning else { return false };
            found.notation != Notation::English
                && found.figure().unwrap().is_ok()
                && reading.numbers().all(|number| low <= number.amount() && number.amount() <= high)
        };
        let expected: Vec<_> = all.into_iter().filter(fits).collect();
        prop_assert_eq!(kept, expected);
    }
}

fn meanings(text: &str) -> Vec<String> {
    let phrase = read_figure(text).unwrap_or_else(|error| panic!("{error}"));
    phrase.readings.iter().map(|found| Vietnamese.meaning(&found.meaning)).collect()
}

#[test]
fn phrases_of_the_source_report_are_read() {
    let rows: [(&str, &[&str]); 22] = [
        ("1.493 hồ sơ", &["1.493 hồ sơ", "1,493 hồ sơ"]),
        ("02 hộ", &["02 hộ"]),
        ("92/107 hộ", &["92/107 hộ"]),
        ("04/04 nhiệm vụ", &["04/04 nhiệm vụ"]),
        ("18 người/18 vụ", &["18 người/18 vụ"]),
        ("đạt 85,98% kế hoạch", &["85,98%"]),
        ("ước đạt 70% giá trị hợp đồng", &["70%"]),
        ("ít nhất 2.000 người", &["từ 2.000 người trở lên", "từ 2,000 người trở lên"]),
        ("giảm 10 vụ", &["giảm 10 vụ"]),
        ("~ 35,7% so với năm 2020", &["khoảng 35,7%"]),
        ("tăng 1,2% so với năm 2020", &["tăng 1,2%", "tăng 1,2 điểm phần trăm"]),
        ("trên 80%", &["trên 80%"]),
        ("80% học sinh trở lên", &["từ 80% trở lên"]),
        ("khoảng gần 7.000 người", &["khoảng 7.000 người", "khoảng 7,000 người"]),
        ("từ 120-150 người", &["từ 120 đến 150 người"]),
        ("từ 3% trở lên", &["từ 3% trở lên"]),
        ("5.261 triệu đồng", &["5.261 triệu đồng", "5,261 triệu đồng"]),
        ("6 tháng đầu năm 2021", &["6 tháng đầu năm 2021"]),
        ("giai đoạn 2016 - 2020", &["giai đoạn 2016 - 2020"]),
        ("15/11/2021", &["15/11/2021"]),
        ("382a/QĐ-UBND ngày 24/01/2021", &["Quyết định số 382a/QĐ-UBND ngày 24/01/2021"]),
        ("554/SLĐTBXH-TTr", &["Công văn số 554/SLĐTBXH-TTr"]),
    ];
    for (text, expected) in rows {
        assert_eq!(meanings(text), expected, "{text}");
    }
}

#[test]
fn more_phrases_are_read() {
    let rows: [(&str, &[&str]); 49] = [
        ("12 tháng 5", &["ngày 12/5"]),
        ("2 triệu rưỡi", &["2,5 triệu"]),
        ("3 trăm nghìn", &["300 nghìn"]),
        ("5.261 triệu", &["5.261 triệu", "5,261 triệu"]),
        ("không trên 5%", &["không quá 5%"]),
        ("chưa quá 5 ngày", &["không quá 5 ngày"]),
        (">= 5%", &["từ 5% trở lên"]),
        ("khoảng hơn 1.200 tỷ đồng", &["trên 1.200 tỷ đồng", "trên 1,200 tỷ đồng"]),
        ("khoảng từ 10 đến 15 người", &["khoảng 10 - 15 người"]),
        ("120 - 150 tỷ", &["từ 120 đến 150 tỷ"]),
        ("1/2 triệu", &["1/2 triệu"]),
        ("500 triệu đến 1 tỷ đồng", &["từ 500 đến 1.000 triệu đồng"]),
        ("1 250 tỷ đồng", &["1.250 tỷ đồng", "250 tỷ đồng"]),
        ("1.250 tr.đ", &["1.250 triệu đồng", "1,250 triệu đồng"]),
        ("4,5 triệu/tháng", &["4,5 triệu/tháng"]),
        ("tăng bình quân 7,5%/năm", &["tăng 7,5 %/năm"]),
        ("vượt kế hoạch 12%", &["vượt 12%", "vượt 12 điểm phần trăm"]),
        ("05 (năm) hồ sơ", &["05 hồ sơ"]),
        ("350 đồng hồ", &["350 đồng hồ"]),
        ("0912345678", &["số điện thoại", "0912345678"]),
        ("2021", &["năm 2021", "2.021"]),
        ("Quyết định số 1719/QĐ-TTg", &["Quyết định số 1719/QĐ-TTg"]),
        ("quý I+II/2021", &["6 tháng đầu năm 2021"]),
        ("9 tháng/2021", &["9 tháng đầu năm 2021"]),
        ("từ 50% đến dưới 70%", &["từ 50% đến dưới 70%"]),
        ("tăng 3 lần", &["gấp 3 lần", "tăng thêm 3 lần"]),
        ("giảm 5 lần", &["giảm 5 lần"]),
        ("2,37triệu", &["2,37 triệu"]),
        ("3 vạn người", &["3 vạn người"]),
        ("12 triệu 345 nghìn 678 đồng", &["12.345.678 đồng"]),
        ("1,2 nghìn tỷ đồng", &["1,2 nghìn tỷ đồng"]),
        ("mười hai hộ", &["12 hộ"]),
        ("năm bản án", &["5 bản án", "từ, không phải là số"]),
        ("2.552 hộ²", &["2.552 hộ", "2,552 hộ"]),
        ("18 m²", &["18 m²"]),
        ("3 km2", &["3 km²"]),
        ("xếp thứ 6/63", &["xếp thứ 6/63"]),
        ("30/28 vụ", &["30/28 vụ"]),
        ("6/7", &["6/7", "ngày 06/7"]),
        ("23/5", &["ngày 23/5", "23/5"]),
        ("phấn đấu đạt từ 80% trở lên", &["từ 80% trở lên"]),
        ("tối đa 5 ngày", &["không quá 5 ngày"]),
        ("không ít hơn 5 ngày", &["từ 5 ngày trở lên"]),
        ("5 người trở xuống", &["không quá 5 người"]),
        ("gấp hơn 12 lần cùng kỳ", &["gấp trên 12 lần"]),
        ("vượt 165% kế hoạch", &["vượt 165%", "165%"]),
        ("5 đến 7 ngày", &["từ 5 đến 7 ngày"]),
        ("5 hộ/6 hộ", &["5/6 hộ"]),
        ("-5 điểm", &["-5 điểm"]),
    ];
    for (text, expected) in rows {
        assert_eq!(meanings(text), expected, "{text}");
    }
}

/// `data/phrases.json`, the English ones by id.
#[test]
fn english_phrases_are_read() {
    let rows = [
        ("$457 million", "457 million USD"),      // ph281
        ("VND 4,300,000", "4,300,000 đồng"),      // ph285
        ("VND 22,772.00", "22,772.00 đồng"),      // ph287
        ("SDR 66.2 MILLION", "66.2 million SDR"), // ph288
        ("18,000,000", "18,000,000"),             // ph292
        ("92 of 107 households", "92/107 households"),
        ("between 120 and 150 persons", "120 to 150 persons"),
        ("80% or more", "at least 80%"),
        ("nearly 605 files", "about 605 files"),
        ("up 1.2 percentage points compared with 2020", "up 1.2 percentage points"),
        ("twelve households", "12 households"),
        ("February 5, 2021", "5 Feb 2021"),
        ("first 4 months of 2021", "1 Jan 2021 to 30 Apr 2021"),
    ];
    for (text, expected) in rows {
        let phrase = Reader::english().figure(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(English.meaning(&phrase.readings[0].meaning), expected, "{text}");
        assert_eq!(phrase.readings.len(), 1, "{text}: {:?}", phrase.readings);
    }
}

#[test]
fn status_base_and_footnote_are_kept() {
    let rows = [
        ("ước đạt 70%", Some(Status::Estimated), None),
        ("dự kiến đạt 100% kế hoạch", Some(Status::Expected), Some((BaseKind::Plan, "kế hoạch"))),
        ("phấn đấu giảm 5 vụ so với năm 2020", Some(Status::Aimed), Some((BaseKind::Earlier, "so với năm 2020"))),
        ("đạt 60% so với kế hoạch", Some(Status::Reached), Some((BaseKind::Plan, "so với kế hoạch"))),
        ("bằng 81,7% so với cùng kỳ năm trước", None, Some((BaseKind::SamePeriod, "so với cùng kỳ năm trước"))),
        ("4,2% hộ người có công", None, Some((BaseKind::Other, "hộ người có công"))),
        ("1.493 hồ sơ", None, None),
    ];
    for (text, status, base) in rows {
        let found = &read_figure(text).unwrap().readings[0];
        assert_eq!(found.status, status, "{text}");
        assert_eq!(found.base.as_ref().map(|base| (base.kind, base.text.as_str())), base, "{text}");
    }
    for (text, mark) in [("2.552 hộ²", "²"), ("2.552 hộ¹⁰", "¹⁰"), ("700 người[3]", "[3]")] {
        assert_eq!(read_figure(text).unwrap().footnote.as_deref(), Some(mark), "{text}");
    }
    let mark = read_figure("thi hành xong[1]").unwrap(); // ph274
    assert_eq!(mark.readings[0].meaning, Meaning::NotFigure(NotFigure::FootnoteMark));
}

#[test]
fn what_the_caller_knows_narrows() {
    let bare = Reader::vietnamese().of_unit(Unit::PERCENT).figure(">90").unwrap(); // ph056
    assert_eq!(
        bare.readings[0].meaning,
        Meaning::Figure { reading: Reading::MoreThan("90".parse().unwrap()), unit: Unit::PERCENT }
    );
    assert_eq!(bare.readings.len(), 1);
    let workers = Reader::vietnamese().of_unit("lao động".parse().unwrap()).figure("2.242 lao động").unwrap();
    assert_eq!(workers.readings.len(), 1);
    let rate = Reader::vietnamese().within(Amount::ZERO, Amount::HUNDRED).figure("1.493").unwrap();
    assert_eq!(rate.readings[0].notation, Notation::English);
    let refused = Reader::vietnamese().of_unit(Unit::HOUSEHOLD).figure("5 người");
    assert_eq!(refused, Err(ReadError::NotExpected { text: "5 người".into() }));
}

#[test]
fn what_is_no_figure_is_refused_whole() {
    let others = [
        "",
        "hộ",
        "trên",
        "hôm qua",
        "giảm còn 5%",
        "tăng từ 28 vụ lên 30 vụ",
        "giảm 10 vụ ~ 35,7%",
        "0,12% 12 hộ",
        "trên 5 hộ trở lên",
        "từ 5 hộ",
        "5 hộ - 6 người",
        "1..493 hộ",
        "1.49.3 hộ",
        "trên trên 5",
        "một số hộ",
        "hai mươi hộ",
        "5 hộ (theo chuẩn mới)",
        "mười ba người",
        "hai là",
        "năm nay",
        "12 của",
        "1A",
        "5%.",
        "hơn 1/3",
        "trên 92/107 hộ",
        "tăng khoảng 5-6 hộ",
        "tăng -5 hộ",
    ];
    for text in others {
        assert!(matches!(read_figure(text), Err(ReadError::NotFigure { .. })), "{text}: {:?}", read_figure(text));
    }
    assert!(matches!(read_figure("150-120 hộ"), Err(ReadError::Number { .. })));
    assert!(matches!(read_figure("1.000.000.000.000.000.000 hộ"), Err(ReadError::Number { .. })));
    assert!(matches!(read_figure("31/02/2021"), Err(ReadError::NoSuchDay { .. })));
    assert!(matches!(read_figure("१२ hộ"), Err(ReadError::OtherDigits { digit: '१', .. })));
    assert!(matches!(read_figure("02 hoä"), Err(ReadError::OldEncoding { .. })));
}
