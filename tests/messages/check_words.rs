//! Every sentence of the check in both languages: word for word, composed, whole, and without the words that an office
//! does not say of another; no kind of finding and no verdict is left out.

use thuocdo::check::{FindingClass, FindingCode, Slip};
use thuocdo::text::{CheckLanguage, English, Vietnamese};
use unicode_normalization::is_nfc;

use crate::grades::Said;
use crate::{
    check_days, check_diagnoses, check_documents, check_references, check_several, check_statements, check_unchecked,
};

#[test]
fn every_sentence_of_the_check_says_this() {
    for Said { said, expected } in check_sentences() {
        assert_eq!(said, expected);
    }
}

#[test]
fn forbidden_words_are_not_said_of_figures() {
    for Said { said: [vietnamese, _], .. } in check_sentences().into_iter().chain(check_phrases()) {
        let words: Vec<_> = vietnamese.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let plain = format!(" {} ", words.join(" "));
        for forbidden in [" kiểm toán ", " sai ", " vi phạm "] {
            assert!(!plain.contains(forbidden), "{vietnamese}");
        }
    }
}

#[test]
fn every_sentence_of_the_check_is_composed_and_whole() {
    for said in check_sentences().into_iter().flat_map(|sentence| sentence.said) {
        assert!(is_nfc(&said), "{said}");
        assert!(said.ends_with('.') && !said.contains(".."), "{said}");
        let holes = ["  ", " .", " ,", " :", " ;", "()", "( ", " )", "“”", ", .", ": ."];
        assert!(!holes.iter().any(|hole| said.contains(hole)), "{said}");
    }
}

/// Every whole sentence.
fn check_sentences() -> Vec<Said> {
    #[cfg(feature = "serde")]
    let of_the_report = crate::check_report::of_the_report();
    #[cfg(not(feature = "serde"))]
    let of_the_report = Vec::new();
    [
        check_statements::agreements(),
        check_statements::relations(),
        check_statements::scales(),
        check_references::references(),
        check_references::counted(),
        check_statements::bounds(),
        check_statements::powers(),
        check_unchecked::not_stated(),
        check_unchecked::no_rates(),
        check_unchecked::two_readings(),
        check_unchecked::findings(),
        check_diagnoses::unique(),
        check_diagnoses::ranges(),
        check_diagnoses::suggested(),
        check_several::several(),
        check_several::far(),
        check_diagnoses::beyond(),
        check_several::parts_against_total(),
        check_several::joint(),
        check_documents::several_dates(),
        check_documents::out_of_order(),
        check_documents::other(),
        check_documents::without_a_day(),
        check_days::blanks(),
        check_days::days(),
        check_days::without_days(),
        check_days::set_aside(),
        check_days::consequences(),
        of_the_report,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What stands in a sentence or beside one.
fn check_phrases() -> Vec<Said> {
    let both = |say: &dyn Fn(&dyn CheckLanguage) -> String, vietnamese, english| Said {
        said: [say(&Vietnamese), say(&English)],
        expected: [vietnamese, english],
    };
    let class =
        |class, vietnamese, english| both(&|language| language.finding_class(class).to_string(), vietnamese, english);
    let slip = |slip, vietnamese, english| both(&|language| language.slip(slip).to_string(), vietnamese, english);
    let between =
        |low, high, vietnamese, english| both(&|language| language.number_between(low, high), vietnamese, english);
    let mut phrases = vec![
        class(FindingClass::Correct, "Cần sửa", "To correct"),
        class(FindingClass::Clarify, "Cần làm rõ", "To make clear"),
        class(FindingClass::Note, "Lưu ý", "Note"),
        slip(Slip::SwappedDigits, "đảo hai chữ số", "two digits swapped"),
        slip(Slip::LostDigit, "thiếu một chữ số", "a digit lost"),
        slip(Slip::AddedDigit, "thừa một chữ số", "a digit added"),
        slip(Slip::ReplacedDigit, "ghi khác một chữ số", "a digit replaced"),
        slip(Slip::MovedComma, "thiếu hoặc lệch dấu phẩy", "the decimal point lost or moved"),
        slip(Slip::Thousandfold, "lệch 1.000 lần", "off by a factor of 1,000"),
        slip(Slip::Sign, "khác dấu", "wrong sign"),
        slip(
            Slip::WrongBase,
            "chia cho số của năm sau thay vì năm gốc",
            "divided by the later figure instead of the base",
        ),
        between(Some("18"), Some("89"), "từ 18 đến 89", "18 to 89"),
        between(Some("18"), None, "từ 18 trở lên", "at least 18"),
        between(None, Some("89"), "không quá 89", "at most 89"),
        between(None, None, "số bất kỳ", "any number"),
        both(&|language| language.no_level().to_string(), "chưa xếp được mức", "no grade"),
    ];
    phrases.extend(check_several::corrections());
    phrases
}

#[test]
fn every_phrase_of_the_check_says_this() {
    for Said { said, expected } in check_phrases() {
        assert_eq!(said, expected);
    }
}

/// The kinds are `non_exhaustive`, so they are read from their table, and the verdicts from where they are defined.
#[test]
fn no_kind_of_finding_or_verdict_is_left_out() {
    let sources = [
        include_str!("check_days.rs"),
        include_str!("check_diagnoses.rs"),
        include_str!("check_documents.rs"),
        include_str!("check_several.rs"),
        include_str!("check_unchecked.rs"),
    ]
    .concat();
    let codes = FindingCode::TABLE.map(|row| format!("FindingCode::{:?}", row.code));
    let (_, verdicts) = include_str!("../../src/check/diagnosis.rs").split_once("pub enum DiagnosisVerdict {").unwrap();
    let (verdicts, _) = verdicts.split_once("\n}").unwrap();
    let verdicts = verdicts.lines().map(str::trim).filter(|line| line.starts_with(char::is_uppercase));
    let verdicts: Vec<_> =
        verdicts.map(|line| format!("DiagnosisVerdict::{}", line.split(['(', ',']).next().unwrap())).collect();
    assert_eq!(verdicts.len(), 6);
    let missing: Vec<_> = codes.iter().chain(&verdicts).filter(|name| !sources.contains(name.as_str())).collect();
    assert_eq!(missing, [""; 0]);
}
