//! What stands above the table comes from the report or from the caller, and what neither says is blank.

use thuocdo::id::DocumentRef;
use thuocdo::period::Period;
use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexHeading, AnnexSettings, English, Vietnamese};

use crate::build::{day, empty, source, text};

fn attached(document: Option<DocumentRef>) -> [String; 2] {
    let mut content = empty(Period::year(2024).unwrap());
    content.document = document;
    let report = Report::new(content).unwrap();
    let settings = AnnexSettings::default();
    [Annex::of(&report, &Vietnamese, &settings), Annex::of(&report, &English, &settings)]
        .map(|annex| annex.attached().replace('\u{a0}', "_"))
}

fn document(code: &str, is_dated: bool) -> DocumentRef {
    DocumentRef { code: code.parse().unwrap(), date: is_dated.then(|| day(2024, 12, 16)), subject: None }
}

#[test]
fn an_issued_report_is_named_and_a_draft_left_blank() {
    for (document, vietnamese, english) in [
        (
            Some(document("12/BC-SNV", true)),
            "(Kèm theo Báo cáo số 12/BC-SNV ngày 16 tháng 12 năm 2024 của Sở Nội vụ)",
            "(Attached to report 12/BC-SNV of 16 December 2024 by Sở Nội vụ)",
        ),
        (
            Some(document("/BC-SNV", false)),
            "(Kèm theo Báo cáo số _____/BC-SNV ngày _____ tháng _____ năm _____ của Sở Nội vụ)",
            "(Attached to report _____/BC-SNV of _____ _____ _____ by Sở Nội vụ)",
        ),
        (
            Some(document("356/SNV-TCBC", true)),
            "(Kèm theo Công văn số 356/SNV-TCBC ngày 16 tháng 12 năm 2024 của Sở Nội vụ)",
            "(Attached to letter 356/SNV-TCBC of 16 December 2024 by Sở Nội vụ)",
        ),
        (
            None,
            "(Kèm theo Báo cáo số _____/BC-_____ ngày _____ tháng _____ năm _____ của Sở Nội vụ)",
            "(Attached to report _____/BC-_____ of _____ _____ _____ by Sở Nội vụ)",
        ),
    ] {
        assert_eq!(attached(document), [vietnamese, english].map(String::from));
    }
}

#[test]
fn the_caller_may_say_what_the_report_does_not() {
    let heading = AnnexHeading {
        number: Some(text("II")),
        title: Some(text("Biểu tổng hợp")),
        document: Some(document("512/BC-SNV", true)),
        issuer: Some(text("UBND tỉnh")),
    };
    let settings = AnnexSettings { heading, ..AnnexSettings::default() };
    let annex = Annex::of(&source(), &Vietnamese, &settings);
    assert_eq!((annex.label(), annex.title()), ("Phụ lục II", "BIỂU TỔNG HỢP"));
    assert_eq!(annex.attached(), "(Kèm theo Báo cáo số 512/BC-SNV ngày 16 tháng 12 năm 2024 của UBND tỉnh)");
    assert_eq!(annex.caption(), "Kết quả theo từng nhiệm vụ, chỉ tiêu; số liệu chốt đến ngày 15/11/2021");
}
