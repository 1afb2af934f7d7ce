//! Documents are cited by type, number and date.

use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{day, document};

#[test]
fn documents_are_cited_by_type_number_and_date() {
    for (code, date, vietnamese, english) in [
        (
            "29/KH-SLĐTBXH",
            Some(day(2021, 3, 9)),
            "Kế hoạch số 29/KH-SLĐTBXH ngày 09/3/2021",
            "plan 29/KH-SLĐTBXH of 9 Mar 2021",
        ),
        (
            "29/KH-SLĐTBXH",
            Some(day(2021, 2, 9)),
            "Kế hoạch số 29/KH-SLĐTBXH ngày 09/02/2021",
            "plan 29/KH-SLĐTBXH of 9 Feb 2021",
        ),
        ("382a/QĐ-UBND", None, "Quyết định số 382a/QĐ-UBND", "decision 382a/QĐ-UBND"),
        ("/BC-SLĐTBXH", None, "Báo cáo số /BC-SLĐTBXH", "report /BC-SLĐTBXH"),
        (
            "554/SLĐTBXH-TTr",
            Some(day(2021, 4, 16)),
            "Công văn số 554/SLĐTBXH-TTr ngày 16/4/2021",
            "letter 554/SLĐTBXH-TTr of 16 Apr 2021",
        ),
        ("12/TTr-SLĐTBXH", None, "Tờ trình số 12/TTr-SLĐTBXH", "submission 12/TTr-SLĐTBXH"),
        ("23/2021/QĐ-TTg", None, "Quyết định số 23/2021/QĐ-TTg", "decision 23/2021/QĐ-TTg"),
        ("45/2019/QH14", None, "Văn bản số 45/2019/QH14", "document 45/2019/QH14"),
        (
            "366-QĐ/TW",
            Some(day(2025, 8, 30)),
            "Văn bản số 366-QĐ/TW ngày 30/8/2025",
            "document 366-QĐ/TW of 30 Aug 2025",
        ),
    ] {
        let cited = document(code, date);
        assert_eq!(Vietnamese.document(&cited), vietnamese);
        assert_eq!(English.document(&cited), english);
    }
}
