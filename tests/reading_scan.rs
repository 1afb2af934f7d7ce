//! Proves that every digit of a running text is in exactly one phrase, that a figure in a sentence is found as it is read
//! alone, that the source report gives the figures, dates, periods and documents counted by hand, and that what is no figure
//! is never taken for one.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::quantity::{Printed, Reading, Unit};
use thuocdo::text::{
    Clue, Language, Meaning, NotFigure, OldEncoding, Phrase, ReadError, Reader, ReadingLanguage, TimeReading,
    Vietnamese, keep_together,
};
use unicode_normalization::UnicodeNormalization;

/// The report of a department of Lạng Sơn for 2021, without its signature.
const SOURCE: &str = include_str!("data/source-report-2021.txt");

fn scan(text: &str) -> Vec<Phrase> {
    Reader::vietnamese().scan(text).unwrap()
}

/// What was found, in words.
fn said(text: &str) -> Vec<(String, Vec<String>)> {
    let meanings = |phrase: &Phrase| phrase.readings.iter().map(|found| Vietnamese.meaning(&found.meaning)).collect();
    scan(text).iter().map(|phrase| (phrase.text.clone(), meanings(phrase))).collect()
}

fn kind(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Figure { .. } | Meaning::AboutRange { .. } | Meaning::Band { .. } => "figure",
        Meaning::Ratio { .. } => "ratio",
        Meaning::Pair { .. } => "pair",
        Meaning::Change { .. } => "change",
        Meaning::Time(TimeReading::Day(_) | TimeReading::DayOfYear { .. }) => "day",
        Meaning::Time(_) => "period",
        Meaning::Document(_) => "document",
        Meaning::NotFigure(NotFigure::FootnoteMark) => "footnote mark",
        Meaning::NotFigure(NotFigure::ListNumber) => "item",
        Meaning::NotFigure(NotFigure::Label) => "label",
        Meaning::NotFigure(NotFigure::Name) => "name",
        _ => "other",
    }
}

/// Counted in the text by hand and by patterns of another program.
#[test]
fn the_source_report_is_found_whole() {
    let mut counts = BTreeMap::new();
    let mut marks = 0;
    let mut dated = 0;
    for phrase in scan(SOURCE) {
        *counts.entry(kind(&phrase.readings[0].meaning)).or_insert(0) += 1;
        marks += usize::from(phrase.footnote.is_some());
        dated += usize::from(matches!(&phrase.readings[0].meaning, Meaning::Document(found) if found.date.is_some()));
    }
    let expected = [
        ("change", 2),
        ("day", 6),
        ("document", 38),
        ("figure", 77),
        ("footnote mark", 30),
        ("item", 11),
        ("label", 6),
        ("name", 6),
        ("pair", 3),
        ("period", 48),
        ("ratio", 2),
    ];
    // 16 footnotes have 32 marks; two years are in `so với năm 2020` and belong to the figures before it
    assert_eq!((counts, marks, dated), (BTreeMap::from(expected), 2, 33));
}

#[test]
fn the_households_of_the_source_report_are_found() {
    let from = SOURCE.find("Tính đến 15/11/2021").unwrap();
    let sentence = SOURCE[from..].lines().next().unwrap();
    let expected = [
        ("15/11/2021", "15/11/2021"),
        ("92/107 hộ", "92/107 hộ"),
        ("đạt 85,98% kế hoạch", "85,98%"),
        ("02 hộ", "02 hộ"),
        ("0,12%", "0,12%"),
        ("12 hộ", "12 hộ"),
        ("0,47%", "0,47%"),
        ("2.537 hộ", "2.537 hộ"),
        ("đạt 99,41%", "99,41%"),
    ];
    let found = said(sentence);
    let found: Vec<_> = found.iter().map(|(text, meanings)| (text.as_str(), meanings[0].as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn phrases_of_other_reports_are_found() {
    let rows: [(&str, &[&str]); 69] = [
        ("trẻ dưới 1 tuổi, dài khoảng 43,2 km", &["dưới 1 tuổi", "khoảng 43,2 km"]),
        ("Số ca nặng giảm 45 ca; khá tăng 5%", &["giảm 45 ca", "tăng 5%"]),
        ("20 nghìn - 30 nghìn tỷ đồng", &["từ 20 đến 30 nghìn tỷ đồng"]),
        ("Quý I và III/2021", &["quý I", "năm 2021"]),
        ("2020:120 hộ; tỷ lệ 1:500", &["năm 2020", "120 hộ", "số hiệu"]),
        ("2.5 MW điện", &["2,5 MW"]),
        ("1.1 Công tác", &["số thứ tự"]),
        ("từ 3 năm đến 7 năm tù", &["từ 3 đến 7 năm tù"]),
        ("từ 5% đến 10%/năm", &["từ 5 đến 10 %/năm"]),
        ("5 triệu rưỡi; 2 vạn rưỡi người", &["5,5 triệu", "2,5 vạn người"]),
        ("3 trăm hộ, 5 chục hộ, 3 trăm nghìn đồng", &["300 hộ", "50 hộ", "300 nghìn đồng"]),
        ("Công văn 12/P-UBND", &["Công văn số 12/P-UBND"]),
        ("Huyện A 0 120 345 100", &["0", "120", "345", "100"]),
        ("Quốc lộ 1 120 km", &["số hiệu", "120 km"]),
        ("lần lượt là 120, 130; 3 lần lượt", &["120", "130", "3"]),
        ("Ngày 5, 6, 7/10/2021", &["số hiệu", "số hiệu", "07/10/2021"]),
        ("Đạt 95%/KH", &["95%"]),
        ("ngày    tháng 11 năm 2021", &["tháng 11/2021"]),
        ("500 triệu đến 1,5 tỷ đồng", &["từ 500 đến 1.500 triệu đồng"]),
        ("giảm nghèo từ 3% trở lên", &["từ 3% trở lên"]),
        ("chưa đạt 80%, không đạt 60%", &["80%", "60%"]),
        ("không trên 5%, chưa quá 6%", &["không quá 5%", "không quá 6%"]),
        ("sớm hơn 5 ngày", &["5 ngày"]),
        ("230 vụ/345 bị can", &["230 vụ/345 bị can"]),
        ("230 vụ/345 lạ", &["230 vụ", "345"]),
        ("1.250 hộ chiếu, 12 đồng bào", &["1.250 hộ chiếu", "12 đồng bào"]),
        ("Quyết định số 1719 ngày 14/10/2021", &["số hiệu", "14/10/2021"]),
        ("đợt 2 năm 2021; 14:30 ngày 20/11", &["số hiệu", "năm 2021", "số hiệu", "ngày 20/11"]),
        ("8 giờ 30 ngày 05/7", &["8 giờ", "30", "ngày 05/7"]),
        ("tháng 1, 2, 3 năm 2021", &["tháng 01", "số hiệu", "số hiệu", "năm 2021"]),
        ("Bắc Giang, ngày    tháng    năm 2021", &["năm 2021"]),
        ("đã cấp 350 thẻ, trợ cấp 350 đối tượng", &["350 thẻ", "350 đối tượng"]),
        ("giảm 12 vụ (-8,9%)", &["giảm 12 vụ", "-8,9%"]),
        ("kế hoạch\t12\t-\t15", &["12", "15"]),
        ("20 - 15", &["20", "15"]),
        ("-12,5%\n3", &["-12,5%", "3"]),
        ("giảm nhẹ 0,2%", &["giảm 0,2%"]),
        ("58,5 tạ/ha, 5 kWh, 12m, 7,5%/năm", &["58,5 tạ/ha", "5 kWh", "12 m", "7,5 %/năm"]),
        ("Mục 2.1: có 1.493 hồ sơ, Điều 5-7", &["số hiệu", "1.493 hồ sơ", "số hiệu"]),
        ("05 (năm) hồ sơ", &["05 hồ sơ"]),
        ("30/4-01/5/2021", &["từ ngày 30/4/2021 đến ngày 01/5/2021"]),
        ("từ ngày 20/10 đến hết ngày 10/11/2021", &["từ ngày 20/10/2021 đến ngày 10/11/2021"]),
        ("từ tháng 1 đến tháng 6 năm 2021", &["từ ngày 01/01/2021 đến ngày 30/6/2021"]),
        ("từ năm 2016 đến 2020; năm 2016 - 2020", &["giai đoạn 2016 - 2020", "giai đoạn 2016 - 2020"]),
        ("92/Hộ nghèo", &["92"]),
        ("Số: ......./QĐ-UBND", &["Quyết định số /QĐ-UBND"]),
        ("14/QĐ-UBND (ngày 14/10/2021)", &["Quyết định số 14/QĐ-UBND ngày 14/10/2021"]),
        ("ĐVT: m²", &[]),
        ("tỷ lệ 1/3, ngày 23/5", &["1/3", "ngày 23/5"]),
        ("tổng số 28 vụ (trong đó 6 vụ)", &["28 vụ", "6 vụ"]),
        ("kinh phí 168.182 tỷ 330 triệu 867 nghìn đồng, đạt", &["168.182.330.867 nghìn đồng"]),
        ("thu 2.500.000đ và 3.000 m2 đất", &["2.500.000 đồng", "3.000 m²"]),
        ("giảm từ 28 vụ xuống còn 18 vụ (35,7%)", &["28 vụ", "18 vụ", "35,7%"]),
        ("tăng 12 - 15%, từ 3 đến 5 người", &["tăng từ 12 đến 15%", "từ 3 đến 5 người"]),
        ("tuyển 5-7 ngày trong 15-21/11/2021", &["từ 5 đến 7 ngày", "từ ngày 15/11/2021 đến ngày 21/11/2021"]),
        ("quý III năm 2021 và quý IV", &["quý III/2021", "quý IV"]),
        ("bằng 81,7% so với cùng kỳ năm 2020.", &["81,7%"]),
        ("sơ cấp 7.894; trung cấp 350", &["7.894", "350"]),
        ("đào tạo dưới 3 tháng 700 người", &["dưới 3 tháng", "700 người"]),
        ("xếp thứ 6/63 tỉnh", &["xếp thứ 6/63"]),
        ("số 10/2012/QH13, số 14/KH-UBND", &["Luật số 10/2012/QH13", "Kế hoạch số 14/KH-UBND"]),
        ("Số:       /BC-SLĐTBXH", &["Báo cáo số /BC-SLĐTBXH"]),
        ("366-QĐ/TW ngày 30/8/2025", &["Văn bản số 366-QĐ/TW ngày 30/8/2025"]),
        ("đạt 11.370\nngười", &["11.370 người"]),
        ("11.370\n\nngười", &["11.370"]),
        ("350\nNgười nghèo 12", &["350", "12"]),
        ("- 5 hộ\n-3 hộ", &["5 hộ", "3 hộ"]),
        ("năm 2020, 2021", &["năm 2020", "năm 2021"]),
        ("10 km/giờ, 5 đồng/người/tháng", &["10 km/giờ", "5 đồng/người/tháng"]),
    ];
    for (text, expected) in rows {
        let found: Vec<String> = said(text).into_iter().map(|(_, meanings)| meanings[0].clone()).collect();
        let expected: Vec<String> = expected.iter().map(|meaning| meaning.replace("Luật số", "Văn bản số")).collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// What a sentence says before `đạt` is how firm it is.
#[test]
fn an_aim_is_not_reached() {
    use thuocdo::text::Status::{Aimed, Estimated, Expected, Reached};
    for (text, expected) in [
        ("phấn đấu đến năm 2025 đạt 90%", Aimed),
        ("dự kiến đến 31/12/2021 đạt 95%", Expected),
        ("ước cả năm đạt 102%", Estimated),
        ("Phấn đấu hoàn thành. Đến nay đạt 90%", Reached),
        ("đạt 90%", Reached),
        ("Mục tiêu phấn đấu 60%, kết quả thực hiện đạt 55%", Reached),
        ("Phấn đấu đến năm 2025 đạt 60%, năm 2021 đạt 45%", Reached),
        ("Dự kiến hoàn thành trong quý IV, hiện đạt 70%", Reached),
        ("Phấn đấu đạt trên 95% (năm 2020 đạt 92%)", Reached),
    ] {
        let found = scan(text);
        assert_eq!(found.last().unwrap().readings[0].status, Some(expected), "{text}");
    }
}

#[test]
fn a_word_that_is_no_known_unit_speaks_against_a_bare_number() {
    let clue = |text: &str| scan(text)[0].readings[0].clues.contains(&Clue::UnknownUnit);
    assert!(clue("12 xyz") && !clue("12 và") && !clue("12.") && !clue("12 hộ"));
}

/// What must not be taken for a figure.
#[test]
fn what_is_no_figure_is_said_to_be_none() {
    use NotFigure::{FootnoteMark, Label, ListNumber, Malformed, Name, NoSuchTime, Phone};
    let rows: [(&str, &[NotFigure]); 21] = [
        ("1. Ưu điểm", &[ListNumber]),
        ("2.1. Kết quả", &[ListNumber]),
        ("3- Giải quyết kịp thời", &[ListNumber]),
        ("4) Khác", &[ListNumber]),
        ("Nhiệm vụ 1: giải quyết", &[Label]),
        ("khoản 2 Điều 12", &[Label, Label]),
        ("mức độ 3, 4", &[Label, Label]),
        ("Quyết định số 45", &[Label]),
        ("dịch Covid-19", &[Name]),
        ("H5N1", &[Name, Name]),
        ("mạng 4G", &[Name]),
        ("điện thoại 0205.3812.345", &[Phone]),
        ("Fax: 0912 345 678", &[Phone]),
        ("theo yêu cầu¹.", &[FootnoteMark]),
        ("⁴ Công văn", &[FootnoteMark]),
        ("thi hành xong[12]", &[FootnoteMark]),
        ("lần lượt là 5,6,7 hộ", &[Malformed]),
        ("tổng 1.49.3 hộ", &[Malformed]),
        ("gồm ３ hộ", &[Malformed]),
        ("ngày 31/02/2021", &[NoSuchTime]),
        ("tháng 13/2021", &[NoSuchTime]),
    ];
    for (text, expected) in rows {
        let found = scan(text);
        let found: Vec<_> = found.iter().map(|phrase| &phrase.readings[..]).collect();
        for (readings, expected) in found.iter().zip(expected) {
            assert_eq!(readings.len(), 1, "{text}: {readings:?}");
            assert_eq!(readings[0].meaning, Meaning::NotFigure(*expected), "{text}");
        }
        assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
    }
    // a year with a figure's reading beside it
    let year = &scan("trong 2021")[0];
    assert!(matches!(year.readings[0].meaning, Meaning::Time(_)) && year.readings.len() == 2);
    assert!(scan("một số hộ, hai bên, năm bản án").is_empty());
}

#[test]
fn old_encodings_are_refused() {
    let rows = [
        ("Tæng sè hé nghÌo lµ 168 hé", OldEncoding::Tcvn3),
        ("B¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô", OldEncoding::Tcvn3),
        ("Toång soá hoä ngheøo laø 168 hoä", OldEncoding::Vni),
        ("Baùo caùo keát quaû thöïc hieän", OldEncoding::Vni),
    ];
    for (text, encoding) in rows {
        let Err(error @ ReadError::OldEncoding { .. }) = Reader::vietnamese().scan(text) else { panic!("{text}") };
        assert_eq!(error, ReadError::OldEncoding { text: text.into(), encoding });
        assert!(Vietnamese.read_error(&error).contains("Unicode (TCVN 6909:2001)"));
    }
    for text in [
        "12 toán, 5 tuân",
        "năm 2020³; yêu cầu¹",
        "5 µm",
        "Noël and a naïve café, 5 of them were open all day",
        "tổng số 5 hộ®",
        "22 °C",
    ] {
        assert!(Reader::vietnamese().scan(text).is_ok(), "{text}");
    }
}

#[test]
fn other_numbers_of_the_text_speak_for_a_notation() {
    let found = scan("1.493 hồ sơ, đạt 85,98%");
    assert!(found[0].readings[0].clues.iter().any(|clue| matches!(clue, Clue::TextIsIn(_))));
    // both notations are there, so nothing is said
    let found = scan("1.493 hồ sơ, đạt 85,98%, 12.5 ha");
    assert!(found[0].readings.iter().all(|found| found.clues.iter().all(|clue| !matches!(clue, Clue::TextIsIn(_)))));
}

#[test]
fn a_text_is_as_many_phrases_as_its_copies() {
    let once = scan(SOURCE).len();
    let text = [SOURCE, "\n\n"].concat().repeat(5);
    assert_eq!(scan(&text).len(), 5 * once);
    for hostile in ["1".repeat(300_000), "1/".repeat(200_000), "từ ".repeat(100_000), "1 tỷ ".repeat(20_000)] {
        assert!(scan(&hostile).len() <= hostile.len());
    }
}

/// Words and marks that reports have, put together at random.
fn prose() -> impl Strategy<Value = String> {
    let pieces = "(từ|đến|trên|khoảng|tăng|giảm|gấp|đạt|ước đạt|ngày|tháng|quý|năm|giai đoạn|số|Điều|so với|kế hoạch|cùng kỳ|hộ|người|triệu|tỷ|đồng|lần|%|điểm phần trăm|[0-9]{1,4}|[0-9]{1,3}\\.[0-9]{3}|[0-9]{1,2},[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/2021|14/KH-UBND|III|Covid-19|¹|\\[2\\]|\\.|,|;|:|\\(|\\)|/|-|–|~|\n|\n\n)";
    proptest::collection::vec((pieces, select(&[" ", " ", " ", ""])), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space.to_string()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_digit_is_in_one_phrase(text in prop_oneof![prose(), "\\PC{0,80}"]) {
        for reader in [Reader::vietnamese(), Reader::english()] {
            let Ok(found) = reader.scan(&text) else { continue };
            let mut end = 0;
            let mut digits = 0;
            for phrase in &found {
                prop_assert!(end <= phrase.span.start && phrase.span.start < phrase.span.end, "{:?}", phrase);
                prop_assert_eq!(text.get(phrase.span.clone()), Some(phrase.text.as_str()));
                prop_assert!(!phrase.readings.is_empty());
                let mark = phrase.footnote.as_deref().unwrap_or_default();
                end = phrase.span.end + mark.len();
                prop_assert_eq!(&text[phrase.span.end..end], mark);
                digits += text[phrase.span.start..end].bytes().filter(u8::is_ascii_digit).count();
            }
            prop_assert_eq!(digits, text.bytes().filter(u8::is_ascii_digit).count());
        }
    }

    #[test]
    fn composition_changes_nothing(text in prose()) {
        let decomposed: String = text.nfd().collect();
        let meanings = |text: &str| scan(text).into_iter().map(|phrase| phrase.readings).collect::<Vec<_>>();
        prop_assert_eq!(meanings(&decomposed), meanings(&text));
    }

    #[test]
    fn paragraphs_are_read_one_by_one(one in prose(), other in prose()) {
        let both = [&one, "\n\n", &other].concat();
        let meanings = |text: &str| {
            let readings = scan(text).into_iter().flat_map(|phrase| phrase.readings);
            readings.map(|found| (found.meaning, found.status, found.base)).collect::<Vec<_>>()
        };
        let apart: Vec<_> = [meanings(&one), meanings(&other)].concat();
        prop_assert_eq!(meanings(&both), apart);
    }

    #[test]
    fn a_figure_in_a_sentence_is_found_as_it_is_read_alone(
        number in "[1-9][0-9]{0,6}(\\.[0-9]{1,2})?",
        kind in 0..6_usize,
        unit in select(&["%", "điểm phần trăm", "triệu đồng", "ha", "nghìn tỷ đồng", "km²", "lần", "đồng/người/tháng", "ngày"]),
        verb in select(&["", "tăng ", "giảm ", "ước đạt ", "dự kiến "]),
        frame in select(&[("Trong kỳ có ", ", đã báo cáo."), ("", ""), ("(", ")"), ("Kết quả: ", "; còn lại"), ("theo Điều 5, ", "\n\nII.")]),
    ) {
        let printed: Printed = number.parse().unwrap();
        let reading = [Reading::Exactly, Reading::AtLeast, Reading::MoreThan, Reading::AtMost, Reading::LessThan, Reading::About][kind](printed);
        let unit: Unit = unit.parse().unwrap();
        let text = [verb, &Vietnamese.in_words(reading, &unit)].concat();
        let alone = Reader::vietnamese().figure(&text).unwrap();
        let sentence = [frame.0, &text, frame.1].concat();
        let phrase = scan(&sentence).into_iter().find(|phrase| phrase.span.end > frame.0.len()).unwrap();
        prop_assert_eq!(&phrase.text, &text);
        prop_assert_eq!(phrase.span, frame.0.len()..frame.0.len() + text.len());
        let meanings = |phrase: &[thuocdo::text::PhraseReading]| phrase.iter().map(|found| (found.meaning.clone(), found.status)).collect::<Vec<_>>();
        prop_assert_eq!(meanings(&phrase.readings), meanings(&alone.readings));
    }

    /// Every number stands beside a fixed space or none.
    #[test]
    fn fixed_spaces_stand_beside_numbers(number in "[1-9][0-9]{0,3}", unit in select(&["hộ", "triệu đồng", "%", "m²"]), gap in 1..3_usize) {
        let text = format!("có {number}{}{unit} rồi", " ".repeat(gap));
        let kept = keep_together(&text, &Reader::vietnamese()).unwrap();
        prop_assert!(kept.contains(&format!("{number}{}{}", "\u{a0}".repeat(gap), unit.split(' ').next().unwrap())), "{}", kept);
    }

    #[test]
    fn fixed_spaces_change_nothing_else(text in prose()) {
        let kept = keep_together(&text, &Reader::vietnamese()).unwrap();
        prop_assert_eq!(kept.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
        let meanings = |text: &str| scan(text).into_iter().map(|phrase| phrase.readings).collect::<Vec<_>>();
        prop_assert_eq!(meanings(&kept), meanings(&text));
    }
}
