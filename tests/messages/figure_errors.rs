//! What is said of ids, decimals, figures and periods that cannot be.

use thuocdo::id::IdError;
use thuocdo::period::{Period, PeriodError};
use thuocdo::quantity::{Amount, NotDecimal, Printed, QuantityError, Unit};
use thuocdo::text::{Reader, read_figure, read_numeral, read_time};

use crate::build::{day, unit};
use crate::message::{Message, messages, variant};

pub(crate) fn id_messages() -> Vec<Message> {
    messages(
        "IdError",
        [
            (IdError::Empty { what: "id" }, "", "an empty id is not accepted"),
            (
                IdError::TooLong {
                    what: "text", start: "Số người lao động đư".into(), length: 4001, max: 4000
                },
                "Số người lao động đư…",
                "text of 4001 characters, at most 4000 are accepted: `Số người lao động đư…`",
            ),
            (
                IdError::NotComposed { what: "id", text: "ho\u{323}\u{302}".into() },
                "ho\u{323}\u{302}",
                "id `ho\u{323}\u{302}` is not composed Unicode (NFC), write each letter with its marks as one character",
            ),
            (
                IdError::OuterSpace { what: "id", text: " hộ".into() },
                " hộ",
                "id ` hộ` begins or ends with a space, write it without",
            ),
            (
                IdError::Control { what: "text", text: r"a\tb".into(), code: 9 },
                r"a\tb",
                r"text `a\tb` holds the control character U+0009, write printable characters only",
            ),
            (
                IdError::DocumentCode { text: "14".into(), problem: "a slash must stand between number and symbol" },
                "14",
                "`14` is not a document number and symbol: a slash must stand between number and symbol, for example \
                 `14/KH-SLĐTBXH`",
            ),
        ],
    )
}

pub(crate) fn not_decimal_messages() -> Vec<Message> {
    let not_decimal = |text: &str| text.parse::<Printed>().unwrap_err();
    let rows = [
        ("", "`` is not a decimal: it is empty, write digits such as `3088`"),
        ("85,98", "`85,98` is not a decimal: write the decimal point as `.` and no group marks, such as `85.98`"),
        (
            "1.493.000",
            "`1.493.000` is not a decimal: write no group marks and one decimal point at most, such as `1493` or `85.98`",
        ),
        (
            "75%",
            "`75%` is not a decimal: write the number alone, its unit stands beside it, such as `75` with unit `%`",
        ),
        ("+5", "`+5` is not a decimal: write no plus sign, such as `5`"),
        ("1 493", "`1 493` is not a decimal: write the digits together, such as `1493`"),
        ("1e3", "`1e3` is not a decimal: write the digits out, such as `1000`"),
        (".5", "`.5` is not a decimal: write digits on both sides of the point, such as `0.5`"),
        ("--5", "`--5` is not a decimal: write digits with at most one point, such as `3088` or `85.98`"),
    ];
    let padded = (
        "02".parse::<Amount>().unwrap_err(),
        "02",
        "`02` is not a decimal: write it without zeros in front, such as `2`",
    );
    let rows = rows.map(|(text, expected)| (not_decimal(text), text, expected));
    let mut messages = Vec::new();
    for (error, input, expected) in rows.into_iter().chain([padded]) {
        let QuantityError::NotDecimal { why, .. } = &error else { panic!("{error:?}") };
        let variant = variant("NotDecimal", why);
        messages.push(Message { variant, said: error.to_string(), expected, input });
    }
    messages
}

pub(crate) fn quantity_messages() -> Vec<Message> {
    messages(
        "QuantityError",
        [
            (
                QuantityError::NotDecimal { text: "12 hộ".into(), why: NotDecimal::Unit },
                "12 hộ",
                "`12 hộ` is not a decimal: write the number alone, its unit stands beside it, such as `75` with unit `%`",
            ),
            (
                QuantityError::TooFine { text: "0.1234567".into() },
                "0.1234567",
                "`0.1234567` has more than 6 decimals, at most 6 are accepted",
            ),
            (
                QuantityError::TooLarge { text: "1000000000000000000".into() },
                "1000000000000000000",
                "`1000000000000000000` is too large, at most 18 digits before the decimal point are accepted",
            ),
            (
                QuantityError::ResultTooLarge,
                "",
                "a result has more than 30 digits, figures of at most 18 digits are accepted",
            ),
            (QuantityError::ZeroDenominator, "0", "the denominator is `0`, a ratio needs another"),
            (QuantityError::RoundingTooFine { decimals: 7 }, "7", "rounding at `7` decimals, at most 6 are accepted"),
            (
                QuantityError::EmptyRange { low: "150".into(), high: "120".into() },
                "150",
                "the range `150` to `120` does not rise, write the smaller figure first",
            ),
            (
                QuantityError::Unit { text: "5 người".into(), problem: "it begins with a digit" },
                "5 người",
                "`5 người` is not a unit: it begins with a digit, for example `người` or `triệu đồng`",
            ),
            (
                QuantityError::NegativeCount { text: "-2".into(), unit: Unit::HOUSEHOLD },
                "-2",
                "`-2` hộ is negative, a count is 0 or more",
            ),
            (
                QuantityError::FractionalCount { text: "2.5".into(), unit: Unit::PERSON },
                "2.5",
                "`2.5` người is not whole, người are counted in whole numbers",
            ),
            (
                QuantityError::UnitsDiffer { left: Unit::HOUSEHOLD, right: unit("nghìn người") },
                "nghìn người",
                "the units differ: `hộ` and `nghìn người`, use one unit",
            ),
        ],
    )
}

pub(crate) fn period_messages() -> Vec<Message> {
    let backwards = PeriodError::Backwards { from: day(2021, 2, 1), to: day(2021, 1, 31) };
    messages(
        "PeriodError",
        [
            (PeriodError::Year { year: 21 }, "21", "the year `21` is out of range, 1900 to 2199 are accepted"),
            (
                PeriodError::Part { what: "quarter", number: 5, max: 4 },
                "5",
                "`5` is not a quarter of a year, 1 to 4 are accepted",
            ),
            (
                backwards,
                "2021-01-31",
                "the period from `2021-02-01` to `2021-01-31` ends before it begins, write the earlier day first",
            ),
            (
                PeriodError::OtherDays { from: day(2021, 1, 1), to: day(2021, 1, 31) },
                "2021-01-01",
                "the range from `2021-01-01` to `2021-01-31` says its days itself, no others are accepted",
            ),
            (
                PeriodError::Untiled { last: day(2021, 1, 31), first: day(2021, 2, 2) },
                "2021-02-02",
                "a period ends on `2021-01-31` and the next begins on `2021-02-02`, it must begin on the day after",
            ),
            (
                PeriodError::NotListed { name: Period::year(2021).unwrap() },
                "2021-01-01 to 2021-12-31",
                "no period of the list has the name of `2021-01-01 to 2021-12-31`, one that is listed is accepted",
            ),
        ],
    )
}

pub(crate) fn read_messages() -> Vec<Message> {
    let phrases = [
        (
            "hôm qua",
            "`hôm qua` is no date or period, written as `04/02/2021`, `ngày 05 tháng 02 năm 2021`, `tháng 3/2021`, \
             `quý III/2021`, `6 tháng đầu năm 2021`, `giai đoạn 2016 - 2020` or `năm 2021` it is read",
        ),
        ("31/02/2021", "`31/02/2021` names no day of the calendar, that month has 28 days"),
        ("tháng 13/2021", "`tháng 13/2021` names month 13, a year has months 1 to 12"),
        ("26-11-19", "the year `19` in `26-11-19` is cut short, all four digits are needed"),
        ("năm ２０２１", "`２` in `năm ２０２１` is a digit of another script, 0 to 9 are read"),
        (
            "giai đoạn 2020 - 2016",
            "`giai đoạn 2020 - 2016` is no period: the period from `2020-01-01` to `2016-12-31` ends before it begins, \
             write the earlier day first",
        ),
    ];
    let too_long = (
        read_time(&"chín ".repeat(41)).unwrap_err(),
        "chín chín chín chín …",
        "`chín chín chín chín …` goes on for 205 characters, a phrase of up to 200 is read",
    );
    let read = phrases.map(|(text, expected)| (read_time(text).unwrap_err(), text, expected));
    let numerals = [
        ("1.49.3", "`1.49.3` is no number, written as `1.493`, `85,98`, `1,493` or `85.98` it is read"),
        ("0,1234567", "`0,1234567` is no figure: `0.1234567` has more than 6 decimals, at most 6 are accepted"),
    ];
    let numerals = numerals.map(|(text, expected)| (read_numeral(text).unwrap_err(), text, expected));
    let figures = [
        (
            "hôm qua",
            "`hôm qua` is no figure, date, period or document, a figure written as `1.493 hộ`, `trên 83%`, `từ 500 người trở lên`, `120-150 người`, `92/107 hộ` \
             or `giảm 10 vụ` it is read",
        ),
        ("02 hoä", "`02 hoä` is in the old encoding VNI, convert it to Unicode (TCVN 6909:2001) and read it again"),
    ];
    let figures = figures.map(|(text, expected)| (read_figure(text).unwrap_err(), text, expected));
    let not_expected = (
        Reader::vietnamese().of_unit(Unit::HOUSEHOLD).figure("5 người").unwrap_err(),
        "5 người",
        "no reading of `5 người` fits the notation, the unit and the size that are expected, check them or the text",
    );
    messages("ReadError", read.into_iter().chain([too_long]).chain(numerals).chain(figures).chain([not_expected]))
}
