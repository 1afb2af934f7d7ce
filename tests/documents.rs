//! Every document number of the source report, and every layout that Decree 30/2020/NĐ-CP, normative acts and Party
//! documents use, is taken apart as they mean it; what is none of these is refused with the reason; the table of types is
//! that of the decree.

use std::collections::BTreeSet;

use thuocdo::id::{DocumentCode, DocumentStyle, DocumentType, IdError};
use unicode_normalization::is_nfc;

use DocumentStyle::{Administrative, Normative, Party};

/// Code, style, number, suffix, year, abbreviation of the type, whether it is a letter (công văn).
type Row = (&'static str, DocumentStyle, Option<u32>, Option<char>, Option<u16>, Option<&'static str>, bool);

/// Every number of the source report, in the order in which it first stands there.
const SOURCE_REPORT: [Row; 36] = [
    ("/BC-SLĐTBXH", Administrative, None, None, None, Some("BC"), false),
    ("1416/SNV-TCBC&CCHC", Administrative, Some(1416), None, None, None, true),
    ("382a/QĐ-UBND", Administrative, Some(382), Some('a'), None, Some("QĐ"), false),
    ("356/SLĐTBXH-NCC", Administrative, Some(356), None, None, None, true),
    ("575/SLĐTBXH-NCC", Administrative, Some(575), None, None, None, true),
    ("1560/VP-KGVX", Administrative, Some(1560), None, None, None, true),
    ("14/KH-SLĐTBXH", Administrative, Some(14), None, None, Some("KH"), false),
    ("29/KH-SLĐTBXH", Administrative, Some(29), None, None, Some("KH"), false),
    ("17/KH-SLĐTBXH", Administrative, Some(17), None, None, Some("KH"), false),
    ("11/KH-SLĐTBXH", Administrative, Some(11), None, None, Some("KH"), false),
    ("88/KH-SLĐTBXH", Administrative, Some(88), None, None, Some("KH"), false),
    ("112/TB-SLĐTBXH", Administrative, Some(112), None, None, Some("TB"), false),
    ("364/SLĐTBXH-LĐVLBHXH", Administrative, Some(364), None, None, None, true),
    ("559/SLĐTBXH-TTr", Administrative, Some(559), None, None, None, true),
    ("745/SLĐTBXH-LĐVLBHXH", Administrative, Some(745), None, None, None, true),
    ("1656/SLĐTBXH-LĐVLBHXH", Administrative, Some(1656), None, None, None, true),
    ("812/SLĐTBXH-LĐVLBHXH", Administrative, Some(812), None, None, None, true),
    ("666/SLĐTBXH-LĐVLBHXH", Administrative, Some(666), None, None, None, true),
    ("554/SLĐTBXH-TTr", Administrative, Some(554), None, None, None, true),
    ("1636/SLĐTBXH-LĐVLBHXH", Administrative, Some(1636), None, None, None, true),
    ("1647/SLĐTBXH-LĐVLBHXH", Administrative, Some(1647), None, None, None, true),
    ("1643/SLĐTBXH-LĐVLBHXH", Administrative, Some(1643), None, None, None, true),
    ("28/KH-SLĐTBXH", Administrative, Some(28), None, None, Some("KH"), false),
    ("175/KH-UBND", Administrative, Some(175), None, None, Some("KH"), false),
    ("45/KH-SLĐTBXH", Administrative, Some(45), None, None, Some("KH"), false),
    ("45/2019/QH14", Normative, Some(45), None, Some(2019), None, false),
    ("132/KH-UBND", Administrative, Some(132), None, None, Some("KH"), false),
    ("1593/QĐ-UBND", Administrative, Some(1593), None, None, Some("QĐ"), false),
    ("1271/QĐ-UBND", Administrative, Some(1271), None, None, Some("QĐ"), false),
    ("124/TB-UBND", Administrative, Some(124), None, None, Some("TB"), false),
    ("192/TB-UBND", Administrative, Some(192), None, None, Some("TB"), false),
    ("1362/QĐ-UBND", Administrative, Some(1362), None, None, Some("QĐ"), false),
    ("1438/QĐ-UBND", Administrative, Some(1438), None, None, Some("QĐ"), false),
    ("68/NQ-CP", Administrative, Some(68), None, None, Some("NQ"), false),
    ("23/2021/QĐ-TTg", Normative, Some(23), None, Some(2021), Some("QĐ"), false),
    ("4142/VP-THNC", Administrative, Some(4142), None, None, None, true),
];

/// Other real numbers, and the edges of each layout.
const OTHERS: [Row; 26] = [
    ("30/2020/NĐ-CP", Normative, Some(30), None, Some(2020), Some("NĐ"), false),
    ("09/2019/NĐ-CP", Normative, Some(9), None, Some(2019), Some("NĐ"), false),
    ("02/2019/TT-BTC", Normative, Some(2), None, Some(2019), Some("TT"), false),
    ("05/2015/TTLT-BLĐTBXH-BNV", Normative, Some(5), None, Some(2015), Some("TTLT"), false),
    ("13/2017/QĐ-UBND", Normative, Some(13), None, Some(2017), Some("QĐ"), false),
    ("1/1900/L-CTN", Normative, Some(1), None, Some(1900), Some("L"), false),
    ("1/2199/NQ-HĐND", Normative, Some(1), None, Some(2199), Some("NQ"), false),
    ("366-QĐ/TW", Party, Some(366), None, None, None, false),
    ("21-HD/BTCTW", Party, Some(21), None, None, Some("HD"), false),
    ("198-KL/TW", Party, Some(198), None, None, Some("KL"), false),
    ("3814-QĐ/TU", Party, Some(3814), None, None, None, false),
    ("06-HD/BTCTU", Party, Some(6), None, None, Some("HD"), false),
    ("12a-QĐ/TU", Party, Some(12), Some('a'), None, None, false),
    ("-BC/TU", Party, None, None, None, Some("BC"), false),
    ("66/2018/QĐ-UBND", Normative, Some(66), None, Some(2018), Some("QĐ"), false),
    ("325/SNV-CCHC", Administrative, Some(325), None, None, None, true),
    ("383/BNV-CCHC", Administrative, Some(383), None, None, None, true),
    ("1923/QĐ-CĐKT", Administrative, Some(1923), None, None, Some("QĐ"), false),
    ("/SLĐTBXH", Administrative, None, None, None, None, true),
    ("9999999/KH-UBND", Administrative, Some(9_999_999), None, None, Some("KH"), false),
    ("382đ/QĐ-UBND", Administrative, Some(382), Some('đ'), None, Some("QĐ"), false),
    // the same letters are a type in the first group and a unit (thanh tra) in another
    ("12/TTr-SLĐTBXH", Administrative, Some(12), None, None, Some("TTr"), false),
    ("12/SLĐTBXH-TTr", Administrative, Some(12), None, None, None, true),
    // letter case decides: TTr is a submission, TTR is nothing; HĐ is a contract, HĐND a council
    ("12/TTR-SLĐTBXH", Administrative, Some(12), None, None, None, true),
    ("12/HĐND-VP", Administrative, Some(12), None, None, None, true),
    ("12/QyĐ-UBND/2", Administrative, Some(12), None, None, Some("QyĐ"), false),
];

const NUMBER: &str = "the number must be up to 7 digits and at most one small letter, or be left blank";
const SYMBOL: &str = "the symbol must be groups of letters joined by hyphens, without spaces";
const YEAR: &str = "the year must be from 1900 to 2199";
const SLASH: &str = "a slash must stand between number and symbol";
const TYPE: &str = "the type before the slash is not a known one";

/// What is refused, and why.
const MALFORMED: [(&str, &str); 32] = [
    ("", "it is empty"),
    ("14", SLASH),
    ("14KH-SLĐTBXH", SLASH),
    ("Kế hoạch", SLASH),
    ("14\\KH-UBND", SLASH),
    ("12345678/KH-UBND", NUMBER),
    ("14ab/KH-UBND", NUMBER),
    ("14A/KH-UBND", NUMBER),
    ("a/KH-UBND", NUMBER),
    ("a14/KH-UBND", NUMBER),
    (" 14/KH-UBND", NUMBER),
    ("1 4/KH-UBND", NUMBER),
    ("+14/KH-UBND", NUMBER),
    ("1.4/KH-UBND", NUMBER),
    ("١٤/KH-UBND", NUMBER),
    ("Số 14/KH-UBND", NUMBER),
    ("23/1899/QĐ-TTg", YEAR),
    ("23/2200/QĐ-TTg", YEAR),
    ("23/21/QĐ-TTg", YEAR),
    ("23/99999/QĐ-TTg", YEAR),
    ("366-ABC/TW", TYPE),
    ("366-/TW", TYPE),
    ("9/2/2021", YEAR),
    ("09/02-2021", SYMBOL),
    ("14/", SYMBOL),
    ("14/2021", SYMBOL),
    ("14/KH-", SYMBOL),
    ("14/-SLĐTBXH", SYMBOL),
    ("14/KH--SLĐTBXH", SYMBOL),
    ("14/KH SLĐTBXH", SYMBOL),
    ("14/KH – SLĐTBXH", SYMBOL),
    ("14/KH-SLĐTBXH ", SYMBOL),
];

/// The 27 named types and the three copies of Annex III of Decree 30/2020/NĐ-CP, in its order.
const ANNEX: [(&str, &str); 30] = [
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("CT", "Chỉ thị"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("BC", "Báo cáo"),
    ("BB", "Biên bản"),
    ("TTr", "Tờ trình"),
    ("HĐ", "Hợp đồng"),
    ("CĐ", "Công điện"),
    ("BGN", "Bản ghi nhớ"),
    ("BTT", "Bản thỏa thuận"),
    ("GUQ", "Giấy ủy quyền"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("GNP", "Giấy nghỉ phép"),
    ("PG", "Phiếu gửi"),
    ("PC", "Phiếu chuyển"),
    ("PB", "Phiếu báo"),
    ("SY", "Sao y"),
    ("TrS", "Trích sao"),
    ("SL", "Sao lục"),
];

#[test]
fn every_number_is_taken_apart_as_it_is_meant() -> Result<(), IdError> {
    for row in SOURCE_REPORT.into_iter().chain(OTHERS) {
        let code: DocumentCode = row.0.parse()?;
        let kind = code.kind().map(DocumentType::abbreviation);
        let found = (row.0, code.style(), code.number(), code.suffix(), code.year(), kind, code.is_letter());
        assert_eq!(found, row);
    }
    Ok(())
}

#[test]
fn a_number_is_kept_as_written() -> Result<(), IdError> {
    let mut seen = BTreeSet::new();
    for (text, ..) in SOURCE_REPORT.into_iter().chain(OTHERS) {
        let code: DocumentCode = text.parse()?;
        assert_eq!((code.as_str(), code.to_string().as_str()), (text, text));
        assert!(seen.insert(code), "`{text}` stands twice in the tables, or equals another");
    }
    assert_ne!("9/KH-UBND".parse::<DocumentCode>()?, "09/KH-UBND".parse()?, "padding is part of the text");
    Ok(())
}

#[test]
fn what_is_no_number_is_refused_with_the_reason() {
    for (text, problem) in MALFORMED {
        let expected = IdError::DocumentCode { text: text.into(), problem };
        assert_eq!(text.parse::<DocumentCode>(), Err(expected), "`{text}`");
    }
    // `Đ` is one letter in Unicode, `Ủ` is one only if composed
    let decomposed = "14/KH-TU\u{309}";
    assert_eq!(
        decomposed.parse::<DocumentCode>().map_err(|error| error.to_string()),
        Err(format!(
            "`{decomposed}` is not a document number and symbol: it is not composed Unicode (NFC), for example \
             `14/KH-SLĐTBXH`"
        ))
    );
}

#[test]
fn a_hundred_characters_are_the_most() -> Result<(), IdError> {
    let of_length = |length: usize| format!("14/KH-{}", "Đ".repeat(length - 6));
    assert_eq!(of_length(100).parse::<DocumentCode>()?.number(), Some(14));

    // what is quoted of a longer one is cut to the accepted length, so that no message is endless
    let refused = of_length(101).parse::<DocumentCode>();
    let problem = "it is longer than 100 characters";
    assert_eq!(refused, Err(IdError::DocumentCode { text: of_length(100), problem }));
    Ok(())
}

#[test]
fn the_types_are_those_of_the_decree() {
    assert_eq!(DocumentType::ADMINISTRATIVE, 27);
    let known = DocumentType::ALL.map(|kind| (kind.abbreviation(), kind.vietnamese()));
    assert_eq!(known[..ANNEX.len()], ANNEX);
}

#[test]
fn an_abbreviation_means_one_type() {
    let unique: BTreeSet<_> = DocumentType::ALL.iter().map(|kind| kind.abbreviation()).collect();
    assert_eq!(unique.len(), DocumentType::ALL.len());
    for kind in DocumentType::ALL {
        assert_eq!(DocumentType::of(kind.abbreviation()), Some(kind));
        assert!(is_nfc(kind.abbreviation()) && is_nfc(kind.vietnamese()), "{kind:?}");
        assert!(kind.vietnamese().starts_with(char::is_uppercase), "{kind:?} opens a sentence");
        assert!(kind.english().starts_with(char::is_lowercase), "{kind:?} stands within one");
    }
    for nothing in ["", "kh", "SNV", "KH ", "SLĐTBXH"] {
        assert_eq!(DocumentType::of(nothing), None, "`{nothing}`");
    }
}

/// Each type leads a number of its own in both of the layouts that name a type.
#[test]
fn every_type_is_found_in_a_number() -> Result<(), IdError> {
    for kind in DocumentType::ALL {
        let administrative: DocumentCode = format!("7/{}-UBND", kind.abbreviation()).parse()?;
        let normative: DocumentCode = format!("7/2021/{}-UBND", kind.abbreviation()).parse()?;
        let party: DocumentCode = format!("7-{}/TU", kind.abbreviation()).parse()?;
        // the Party's QĐ is a quyết định or a quy định
        let of_party = Some(kind).filter(|kind| kind.abbreviation() != "QĐ");
        for (code, kind) in [(administrative, Some(kind)), (normative, Some(kind)), (party, of_party)] {
            assert_eq!((code.kind(), code.is_letter()), (kind, false), "{code}");
        }
    }
    Ok(())
}
