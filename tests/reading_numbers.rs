//! Proves that a numeral is read as exactly those numbers that are written like it, in either notation: what the crate writes
//! is read back, and what it would never write so is refused.

use proptest::prelude::*;
use thuocdo::quantity::Printed;
use thuocdo::text::{English, Language, Notation, NumeralReading, ReadError, Vietnamese, read_numeral};

fn printed() -> impl Strategy<Value = Printed> {
    let number = "-?[0-9]{1,18}(\\.[0-9]{1,6})?";
    number.prop_filter_map("more digits than are accepted", |text| text.parse().ok())
}

/// The numbers that are written as `text` in a notation, with groups or without.
fn written_so(text: &str, language: &dyn Language) -> Option<Printed> {
    let marks = language.separators();
    let plain = text.replace(marks.group, "").replace(marks.decimal, ".");
    let printed: Printed = plain.parse().ok()?;
    // a rounded "-0,0" is zero
    let text = if printed.amount().to_string() == "0" { text.strip_prefix('-').unwrap_or(text) } else { text };
    let ungrouped = printed.to_string().replace('.', &marks.decimal.to_string());
    (language.printed(printed) == text || ungrouped == text).then_some(printed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_was_written_is_read_back(printed in printed()) {
        for (language, notation) in [(&Vietnamese as &dyn Language, Notation::Vietnamese), (&English, Notation::English)] {
            let text = language.printed(printed);
            let is_marked = text.contains(['.', ',']);
            let wanted = NumeralReading { printed, notation: if is_marked { notation } else { Notation::Either } };
            prop_assert!(read_numeral(&text).unwrap().contains(&wanted), "{}", text);
        }
    }

    #[test]
    fn a_numeral_is_what_is_written_like_it_and_nothing_else(text in "-?[0-9]{1,4}([.,]{1,2}[0-9]{1,4}){0,4}|[-0-9.,]{0,12}") {
        let read = read_numeral(&text);
        let (one, other) = (written_so(&text, &Vietnamese), written_so(&text, &English));
        let readings = read.unwrap_or_default();
        let found = |notation: Notation| {
            let reading = readings.iter().find(|reading| [notation, Notation::Either].contains(&reading.notation));
            reading.map(|reading| reading.printed)
        };
        prop_assert_eq!((found(Notation::Vietnamese), found(Notation::English)), (one, other));
        prop_assert!(readings.len() <= 2);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
        prop_assert!(read_numeral(&text).is_ok_and(|readings| !readings.is_empty()) || read_numeral(&text).is_err());
    }
}

/// Numerals of the source report and of published ones (`phrases.json`, by id), with their Vietnamese and English reading.
#[test]
fn published_numerals_are_read() {
    let rows = [
        ("1.493", Some("1493"), Some("1.493")),
        ("85,98", Some("85.98"), None),
        ("02", Some("02"), Some("02")),
        ("79.177", Some("79177"), Some("79.177")),    // ph007
        ("108,987", Some("108.987"), Some("108987")), // ph024
        ("3.798,254", Some("3798.254"), None),        // ph025
        ("3.040.641", Some("3040641"), None),         // ph026
        ("412204.00", None, Some("412204.00")),       // ph052
        ("15.40", None, Some("15.40")),               // ph053
        ("2,0", Some("2.0"), None),                   // ph068
        ("087", Some("087"), Some("087")),            // ph072
        ("-1.30", None, Some("-1.30")),               // ph181
        ("22,772.00", None, Some("22772.00")),        // ph287
        ("18,000,000", None, Some("18000000")),       // ph292
        ("0.493", None, Some("0.493")),
    ];
    for (text, vietnamese, english) in rows {
        let readings = read_numeral(text).unwrap();
        let of = |notation: Notation| {
            let reading = readings.iter().find(|reading| [notation, Notation::Either].contains(&reading.notation));
            reading.map(|reading| reading.printed.to_string())
        };
        let expected = (vietnamese.map(str::to_owned), english.map(str::to_owned));
        assert_eq!((of(Notation::Vietnamese), of(Notation::English)), expected, "{text}");
    }
}

#[test]
fn what_is_no_numeral_is_not_read() {
    for text in
        ["", "-", ".", "1.", ",5", "1..493", "1.49.3", "12.34,5", "1 493", "7. 180", "+5", "--5", "5%", "04/2", "một"]
    {
        assert!(matches!(read_numeral(text), Err(ReadError::NotNumeral { .. })), "{text}: {:?}", read_numeral(text));
    }
    assert!(matches!(read_numeral("１.４９３"), Err(ReadError::OtherDigits { digit: '１', .. })));
    // as long as it likes, refused at once and quoted from its beginning
    let long = read_numeral(&"9".repeat(1_000_000)).unwrap_err().to_string();
    assert!(long.len() < 300, "{long}");
}
