//! What reading says: why a text is not read, what speaks for a reading, and what digits are that are no figure; in both
//! languages, none left out.

use std::collections::BTreeSet;

use thuocdo::period::PeriodError;
use thuocdo::quantity::{QuantityError, Rounding, Scale, Unit};
use thuocdo::text::{
    Clue, English, Language, NotFigure, Notation, OldEncoding, PartOfYear, ReadError, ReadingLanguage, Status,
    TimeReading, Vietnamese,
};
use unicode_normalization::is_nfc;

use crate::build::{amount, day, unit};
use crate::errors::variants_in;
use crate::message::variant;

const MEANING: &str = include_str!("../../src/text/read/meaning.rs");

fn refusals() -> [(ReadError, &'static str); 12] {
    let text = String::from;
    [
        (
            ReadError::NotTime { text: text("hôm qua") },
            "“hôm qua” không phải là ngày hoặc kỳ. Đề nghị ghi như “04/02/2021”, “tháng 3/2021”, “quý III/2021”, “6 tháng đầu năm \
             2021”, “giai đoạn 2016 - 2020”, “năm 2021”.",
        ),
        (
            ReadError::NoSuchDay { text: text("31/02/2021"), days: 28 },
            "“31/02/2021” không có trong lịch: tháng đó có 28 ngày. Đề nghị kiểm tra lại.",
        ),
        (
            ReadError::NoSuchMonth { text: text("tháng 13"), month: 13 },
            "“tháng 13” ghi tháng 13; một năm có 12 tháng. Đề nghị kiểm tra lại.",
        ),
        (
            ReadError::ShortYear { text: text("26-11-19"), year: text("19") },
            "Năm “19” trong “26-11-19” ghi thiếu chữ số. Đề nghị ghi đủ bốn chữ số.",
        ),
        (
            ReadError::OtherDigits { text: text("३ hộ"), digit: '३' },
            "“३” trong “३ hộ” là chữ số của hệ chữ khác. Đề nghị ghi bằng các chữ số từ 0 đến 9.",
        ),
        (
            ReadError::NotNumeral { text: text("1.49.3") },
            "“1.49.3” không phải là số. Đề nghị ghi như “1.493”, “85,98”.",
        ),
        (
            ReadError::NotFigure { text: text("nhiều hộ") },
            "“nhiều hộ” không phải là số liệu, ngày, kỳ hoặc số, ký hiệu văn bản. Đề nghị ghi số liệu như “1.493 hộ”, “trên 83%”, “từ 500 người trở lên”, “120-150 người”, \
             “92/107 hộ”, “giảm 10 vụ”.",
        ),
        (
            ReadError::Number {
                text: text("150-120 hộ"),
                reason: QuantityError::EmptyRange { low: text("150"), high: text("120") },
            },
            "Khoảng từ “150” đến “120” không tăng. Đề nghị ghi số nhỏ trước.",
        ),
        (
            ReadError::Period {
                text: text("giai đoạn 2020 - 2016"),
                reason: PeriodError::Backwards { from: day(2020, 1, 1), to: day(2016, 12, 31) },
            },
            "“giai đoạn 2020 - 2016” không phải là kỳ: ngày cuối 31/12/2016 trước ngày đầu 01/01/2020.",
        ),
        (
            ReadError::NotExpected { text: text("5 người") },
            "Không có cách hiểu nào của “5 người” phù hợp với cách ghi, đơn vị tính và độ lớn đã nêu. Đề nghị kiểm tra lại.",
        ),
        (
            ReadError::OldEncoding { text: text("B¸o c¸o"), encoding: OldEncoding::Tcvn3 },
            "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI). Đề nghị chuyển sang Unicode (TCVN 6909:2001) rồi đọc lại.",
        ),
        (
            ReadError::TooLong { text: text("chín chín…"), chars: 205 },
            "“chín chín…” dài 205 ký tự; một cụm từ có nhiều nhất 200 ký tự. Đề nghị tách ra.",
        ),
    ]
}

fn clues() -> [(Clue, &'static str, &'static str); 24] {
    let refused = QuantityError::FractionalCount { text: "2.242".into(), unit: Unit::PERSON };
    [
        (
            Clue::Groups,
            "dấu trước đúng ba chữ số ngăn cách hàng nghìn",
            "the mark before exactly three digits groups them",
        ),
        (
            Clue::ForeignNotation,
            "không theo cách ghi số của văn bản",
            "the notation is not that of the text's language",
        ),
        (
            Clue::OnlyForeign,
            "theo cách ghi số của văn bản thì không đọc được",
            "in the notation of the text's language it is no number",
        ),
        (
            Clue::OneScale,
            "hai số đã đưa về cùng hàng nghìn, triệu hoặc tỷ",
            "both numbers are brought to one scale word",
        ),
        (Clue::UnknownUnit, "từ đứng sau không phải là đơn vị tính đã biết", "the word behind is no known unit"),
        (
            Clue::TextIsIn(Notation::Vietnamese),
            "các số khác trong văn bản ghi theo cách của tiếng Việt",
            "other numbers of the text are written the Vietnamese way",
        ),
        (
            Clue::TextIsIn(Notation::English),
            "các số khác trong văn bản ghi theo cách của tiếng Anh",
            "other numbers of the text are written the English way",
        ),
        (
            Clue::UnitRefuses(refused),
            "“2.242” người không phải là số nguyên. Đề nghị kiểm tra lại.",
            "`2.242` người is not whole, người are counted in whole numbers",
        ),
        (Clue::UnitOfCaller, "đơn vị tính lấy theo yêu cầu đọc", "the unit is the one asked for"),
        (
            Clue::DayAndMonth,
            "có thể là ngày và tháng, hoặc tháng và năm",
            "it could be a day and a month, or a month and a year",
        ),
        (Clue::FourDigits, "bốn chữ số liền nhau, không kèm đơn vị tính", "four digits without a mark or a unit"),
        (Clue::PartWithinWhole, "số trước không lớn hơn số sau", "the first number is not above the second"),
        (
            Clue::PartAboveWhole,
            "số trước lớn hơn số sau, có thể là số mới so với số cũ",
            "the first number is above the second, so it may be new against old",
        ),
        (
            Clue::PerRoundNumber,
            "số sau là số tròn: tính trên mỗi trăm, mỗi nghìn",
            "the second number is round: so many for each hundred or thousand",
        ),
        (Clue::SaysPercent, "văn bản ghi “%”", "the text says `%`"),
        (
            Clue::RateMayChange,
            "so sánh hai tỷ lệ thì dùng “điểm phần trăm”, thường ghi là “%”",
            "two rates are compared in percentage points, often written `%`",
        ),
        (Clue::AfterRate, "đứng ngay sau một tỷ lệ", "a rate stands just before"),
        (
            Clue::OverForReached,
            "vượt từ 100% trở lên là ít gặp, có thể ghi “vượt” thay cho “đạt”",
            "to exceed a plan by 100% or more is rare, the word may stand for reaching it",
        ),
        (Clue::TimesBase, "“gấp” nêu số lần so với gốc", "the word says how many times the base"),
        (Clue::SpaceWithin, "có dấu cách trong số", "a space stands within the number"),
        (Clue::ListItem, "có thể là số thứ tự của một mục", "it may be the number of an item"),
        (
            Clue::StrayPercent,
            "dấu “%” đứng trước một đơn vị tính khác, có thể ghi thừa",
            "a sign `%` stands before another unit and may be stray",
        ),
        (
            Clue::LastMarkForDecimals,
            "dấu cuối có thể ghi thay cho dấu phẩy thập phân",
            "the last mark may stand for a decimal one",
        ),
        (Clue::NumberWord, "số ghi bằng chữ", "the number is a word"),
    ]
}

fn not_figures() -> [(NotFigure, &'static str, &'static str); 8] {
    [
        (NotFigure::ListNumber, "số thứ tự", "number of an item"),
        (NotFigure::FootnoteMark, "dấu chú thích", "footnote mark"),
        (NotFigure::Label, "số hiệu", "label"),
        (NotFigure::Name, "một phần của tên", "part of a name"),
        (NotFigure::Phone, "số điện thoại", "phone number"),
        (NotFigure::Word, "từ, không phải là số", "a word, no number"),
        (NotFigure::Malformed, "chữ số ghi không đúng quy cách", "digits that no notation writes so"),
        (NotFigure::NoSuchTime, "ngày hoặc kỳ không có trong lịch", "a date or period that cannot be"),
    ]
}

#[test]
fn reading_says_this() {
    for (error, vietnamese) in refusals() {
        assert_eq!(Vietnamese.read_error(&error), vietnamese);
        assert_eq!(English.read_error(&error), error.to_string());
    }
    for (clue, vietnamese, english) in clues() {
        assert_eq!((Vietnamese.clue(&clue), English.clue(&clue)), (vietnamese.into(), english.into()));
    }
    for (what, vietnamese, english) in not_figures() {
        assert_eq!((Vietnamese.not_figure(what), English.not_figure(what)), (vietnamese, english));
    }
    for (status, vietnamese, english) in [
        (Status::Reached, "đạt", "reached"),
        (Status::Estimated, "ước đạt", "estimated"),
        (Status::Expected, "dự kiến", "expected"),
        (Status::Aimed, "phấn đấu", "aimed for"),
    ] {
        assert_eq!((Vietnamese.status(status), English.status(status)), (vietnamese, english));
    }
}

#[test]
fn nothing_that_reading_says_is_left_out() {
    let defined = |source: &str, name: &str| variants_in(source, name).into_iter().collect::<BTreeSet<_>>();
    let errors: BTreeSet<_> = refusals().iter().map(|(error, _)| variant("ReadError", error)).collect();
    assert_eq!(errors, defined(include_str!("../../src/text/read/error.rs"), "ReadError"));
    let said: BTreeSet<_> = clues().iter().map(|(clue, ..)| variant("Clue", clue)).collect();
    assert_eq!(said, defined(MEANING, "Clue"));
    let said: BTreeSet<_> = not_figures().iter().map(|(what, ..)| variant("NotFigure", what)).collect();
    assert_eq!(said, defined(MEANING, "NotFigure"));
}

#[test]
fn what_reading_says_keeps_the_laws_of_words() {
    let clues = clues().into_iter().map(|(_, vietnamese, _)| vietnamese);
    let others = not_figures().into_iter().map(|(_, vietnamese, _)| vietnamese);
    for said in refusals().into_iter().map(|(_, vietnamese)| vietnamese).chain(clues).chain(others) {
        assert!(is_nfc(said) && !said.contains("  "), "{said}");
        let words: Vec<_> = said.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let plain = format!(" {} ", words.join(" "));
        assert!([" kiểm toán ", " sai ", " vi phạm "].iter().all(|forbidden| !plain.contains(forbidden)), "{said}");
    }
}

#[test]
fn times_that_name_no_year_are_written() {
    for (time, vietnamese, english) in [
        (TimeReading::DayOfYear { month: 2, day: 5 }, "ngày 05/02", "5 February"),
        (TimeReading::PartOfYear(PartOfYear::Quarter(3)), "quý III", "quarter 3"),
        (TimeReading::PartOfYear(PartOfYear::Month(2)), "tháng 02", "February"),
        (TimeReading::PartOfYear(PartOfYear::FirstMonths(6)), "6 tháng đầu năm", "first 6 months of the year"),
        (TimeReading::PartOfYear(PartOfYear::LastMonths(6)), "6 tháng cuối năm", "last 6 months of the year"),
        (TimeReading::Months(9), "9 tháng", "9 months"),
        (TimeReading::Day(day(2021, 3, 9)), "09/3/2021", "9 Mar 2021"),
    ] {
        assert_eq!((Vietnamese.time(time), English.time(time)), (vietnamese.into(), english.into()));
    }
}

#[test]
fn a_change_is_written_with_its_growth_and_its_base() {
    use thuocdo::measure::{Absolute, Relative};
    use thuocdo::period::PeriodName;
    for (base, current, of, vietnamese, english) in [
        (28, 18, "vụ", "giảm 10 vụ (35,7%) so với năm 2020", "down 10 cases (35.7%) on 2020"),
        (2000, 3088, "người", "tăng 1.088 người (54,4%) so với năm 2020", "up 1,088 persons (54.4%) on 2020"),
        (28, 28, "vụ", "không thay đổi so với năm 2020", "unchanged on 2020"),
    ] {
        let change = Absolute::change(base, current).unwrap().value();
        let growth = Some((Relative::growth(base, current).unwrap().ratio(), Rounding::half_away::<1>()));
        let since = PeriodName::Year(2020);
        assert_eq!(Vietnamese.change_since(change, &unit(of), growth, since), vietnamese);
        assert_eq!(English.change_since(change, &unit(of), growth, since), english);
    }
    let change = Absolute::change(28, 18).unwrap().value();
    let without = Vietnamese.change_since(change, &Unit::CASE, None, PeriodName::Year(2020));
    assert_eq!(without, "giảm 10 vụ so với năm 2020");
}

#[test]
fn money_is_written_with_a_scale_word() {
    use thuocdo::quantity::Quantity;
    let total = Quantity::new(amount("5261450000"), Unit::DONG).unwrap();
    for (scale, rounding, vietnamese, english) in [
        (Scale::Million, Rounding::half_away::<0>(), "5.261 triệu đồng", "5,261 million đồng"),
        (Scale::Million, Rounding::half_away::<2>(), "5.261,45 triệu đồng", "5,261.45 million đồng"),
        (Scale::Billion, Rounding::half_away::<1>(), "5,3 tỷ đồng", "5.3 billion đồng"),
        (Scale::One, Rounding::half_away::<0>(), "5.261.450.000 đồng", "5,261,450,000 đồng"),
    ] {
        assert_eq!(Vietnamese.scaled(&total, scale, rounding), vietnamese);
        assert_eq!(English.scaled(&total, scale, rounding), english);
    }
    let rate = Quantity::new(amount("85.98"), Unit::PERCENT).unwrap();
    assert_eq!(Vietnamese.scaled(&rate, Scale::Million, Rounding::half_away::<0>()), "85,98%");
}
