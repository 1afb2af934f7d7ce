//! Documents out of line with each other or with themselves, as a report cites them.

use thuocdo::NaiveDate;
use thuocdo::check::{DocumentFinding, FindingCode, FindingDetail, ReportCheck};
use thuocdo::id::DocumentRef;
use thuocdo::record::Mention;
use thuocdo::report::Report;

use crate::build::{day, document, text};
use crate::check_build::{both, in_english};
use crate::check_report_build::report;
use crate::grades::Said;

/// A document, its day of 2021, and where it is cited.
type Cited = (&'static str, Option<(u32, u32)>, &'static str);

fn mention((code, date, place): Cited) -> Mention {
    let date = date.map(|(month, of_month)| day(2021, month, of_month));
    Mention { document: document(code, date), place: (!place.is_empty()).then(|| text(place)) }
}

fn citing(mentions: &[Cited]) -> Report {
    report(|content| content.mentions = mentions.iter().copied().map(mention).collect())
}

/// The only finding about documents of a report, which has that code.
#[track_caller]
fn found(report: &Report, code: FindingCode, vietnamese: &'static str, english: &'static str) -> Said {
    let check = ReportCheck::of(report).unwrap();
    let documents: Vec<_> =
        check.findings().filter(|found| matches!(found.detail, FindingDetail::Document(_))).collect();
    let [only] = documents.as_slice() else { panic!("{documents:#?}") };
    assert_eq!(only.code(), code);
    both(|language| language.finding(only, check.table()), vietnamese, english)
}

pub(crate) fn several_dates() -> Vec<Said> {
    let plan = "29/KH-SLĐTBXH";
    let twice: [Cited; 2] = [(plan, Some((2, 9)), "chú thích 1"), (plan, Some((3, 9)), "mục II.2")];
    let beside = |others: &[Cited]| citing(&[&twice, others].concat());
    let thrice = [twice[0], twice[1], (plan, Some((4, 9)), "")];
    let code = FindingCode::SeveralDates;
    vec![
        found(
            &citing(&twice),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi hai ngày: 09/02/2021 (chú thích 1) và 09/3/2021 (mục II.2). Thứ tự \
             số văn bản không loại trừ ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries two dates, 9 Feb 2021 (chú thích 1) and 9 Mar 2021 (mục II.2); number order \
             excludes neither. Please check the original.",
        ),
        // plan 30 is of 20 February, so that plan 29 is not of March
        found(
            &beside(&[("30/KH-SLĐTBXH", Some((2, 20)), "mục I")]),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi hai ngày: 09/02/2021 (chú thích 1) và 09/3/2021 (mục II.2). Theo thứ \
             tự số văn bản thì chỉ phù hợp với ngày 09/02/2021. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries two dates, 9 Feb 2021 (chú thích 1) and 9 Mar 2021 (mục II.2); number order \
             fits only 9 Feb 2021. Please check the original.",
        ),
        found(
            &beside(&[("30/KH-SLĐTBXH", Some((1, 20)), "mục I")]),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi hai ngày: 09/02/2021 (chú thích 1) và 09/3/2021 (mục II.2). Thứ tự \
             số văn bản không phù hợp với ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries two dates, 9 Feb 2021 (chú thích 1) and 9 Mar 2021 (mục II.2); number order \
             fits none of them. Please check the original.",
        ),
        found(
            &citing(&thrice),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi ba ngày: 09/02/2021 (chú thích 1), 09/3/2021 (mục II.2) và 09/4/2021. \
             Thứ tự số văn bản không loại trừ ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries three dates, 9 Feb 2021 (chú thích 1), 9 Mar 2021 (mục II.2) and 9 Apr 2021; \
             number order excludes none. Please check the original.",
        ),
        found(
            &citing(&[&thrice[..], &[("30/KH-SLĐTBXH", Some((3, 20)), "")]].concat()),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi ba ngày: 09/02/2021 (chú thích 1), 09/3/2021 (mục II.2) và 09/4/2021. \
             Theo thứ tự số văn bản thì chỉ phù hợp với ngày 09/02/2021 hoặc 09/3/2021. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries three dates, 9 Feb 2021 (chú thích 1), 9 Mar 2021 (mục II.2) and 9 Apr 2021; \
             number order fits only 9 Feb 2021 or 9 Mar 2021. Please check the original.",
        ),
        found(
            &citing(&[&thrice[..], &[(plan, Some((5, 9)), "")]].concat()),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi bốn ngày: 09/02/2021 (chú thích 1), 09/3/2021 (mục II.2), 09/4/2021 và \
             09/5/2021. Thứ tự số văn bản không loại trừ ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries 4 dates, 9 Feb 2021 (chú thích 1), 9 Mar 2021 (mục II.2), 9 Apr 2021 and 9 May \
             2021; number order excludes none. Please check the original.",
        ),
        // one day in two places
        found(
            &citing(&[twice[0], (plan, Some((2, 9)), "mục I"), twice[1]]),
            code,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi hai ngày: 09/02/2021 (chú thích 1; mục I) và 09/3/2021 (mục II.2). Thứ \
             tự số văn bản không loại trừ ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries two dates, 9 Feb 2021 (chú thích 1; mục I) and 9 Mar 2021 (mục II.2); number \
             order excludes neither. Please check the original.",
        ),
    ]
}

pub(crate) fn out_of_order() -> Vec<Said> {
    let code = FindingCode::OutOfOrder;
    let letters: [Cited; 4] = [
        ("575/SLĐTBXH-NCC", Some((4, 22)), "mục II.1"),
        ("666/SLĐTBXH-LĐVLBHXH", Some((7, 7)), "chú thích 8"),
        ("745/SLĐTBXH-LĐVLBHXH", Some((5, 18)), "chú thích 6"),
        ("812/SLĐTBXH-LĐVLBHXH", Some((5, 27)), "chú thích 7"),
    ];
    let first: [Cited; 3] = [
        ("5/SLĐTBXH-NCC", Some((12, 20)), ""),
        ("6/SLĐTBXH-NCC", Some((1, 6)), ""),
        ("7/SLĐTBXH-NCC", Some((1, 7)), ""),
    ];
    let last: [Cited; 3] = [
        ("5/SLĐTBXH-NCC", Some((6, 5)), ""),
        ("6/SLĐTBXH-NCC", Some((6, 6)), ""),
        ("7/SLĐTBXH-NCC", Some((5, 31)), ""),
    ];
    vec![
        found(
            &citing(&letters),
            code,
            "Công văn số 666/SLĐTBXH-LĐVLBHXH ngày 07/7/2021 (chú thích 8) không theo thứ tự số với Công văn số \
             745/SLĐTBXH-LĐVLBHXH ngày 18/5/2021 và Công văn số 812/SLĐTBXH-LĐVLBHXH ngày 27/5/2021; theo thứ tự số \
             thì ngày ban hành phải từ 22/4/2021 đến 18/5/2021. Nếu chỉ ghi khác tháng thì là 07/5/2021. Đề nghị kiểm \
             tra bản gốc.",
            "Letter 666/SLĐTBXH-LĐVLBHXH of 7 Jul 2021 (chú thích 8) is out of order with letter \
             745/SLĐTBXH-LĐVLBHXH of 18 May 2021 and letter 812/SLĐTBXH-LĐVLBHXH of 27 May 2021; by its number its \
             date is between 22 Apr 2021 and 18 May 2021. If only the month differs, it is 7 May 2021. Please check \
             the original.",
        ),
        in_english(found(
            &citing(&first),
            code,
            "",
            "Letter 5/SLĐTBXH-NCC of 20 Dec 2021 is out of order with letter 6/SLĐTBXH-NCC of 6 Jan 2021 and letter \
             7/SLĐTBXH-NCC of 7 Jan 2021; by its number its date is by 6 Jan 2021. Please check the original.",
        )),
        found(
            &citing(&last),
            code,
            "Công văn số 7/SLĐTBXH-NCC ngày 31/5/2021 không theo thứ tự số với Công văn số 5/SLĐTBXH-NCC ngày \
             05/6/2021 và Công văn số 6/SLĐTBXH-NCC ngày 06/6/2021; theo thứ tự số thì ngày ban hành phải từ 06/6/2021 \
             trở đi. Đề nghị kiểm tra bản gốc.",
            "Letter 7/SLĐTBXH-NCC of 31 May 2021 is out of order with letter 5/SLĐTBXH-NCC of 5 Jun 2021 and letter \
             6/SLĐTBXH-NCC of 6 Jun 2021; by its number its date is from 6 Jun 2021 on. Please check the original.",
        ),
        // either of two may be the one
        found(
            &citing(&[letters[1], letters[2]]),
            code,
            "Số và ngày văn bản không theo thứ tự: Công văn số 666/SLĐTBXH-LĐVLBHXH ngày 07/7/2021; Công văn số \
             745/SLĐTBXH-LĐVLBHXH ngày 18/5/2021. Đề nghị kiểm tra bản gốc.",
            "Numbers and dates are out of order: Letter 666/SLĐTBXH-LĐVLBHXH of 7 Jul 2021; Letter \
             745/SLĐTBXH-LĐVLBHXH of 18 May 2021. Please check the originals.",
        ),
    ]
}

pub(crate) fn other() -> Vec<Said> {
    let subject = |words: &str, place: &str| Mention {
        document: DocumentRef { subject: Some(text(words)), ..document("29/KH-SLĐTBXH", Some(day(2021, 3, 9))) },
        place: Some(text(place)),
    };
    let subjects = report(|content| {
        content.mentions = vec![
            subject("triển khai thực hiện nhiệm vụ trọng tâm", "chú thích 1"),
            subject("triển khai nhiệm vụ trọng tâm", "mục II.2"),
        ];
    });
    let dated = report(|content| {
        content.document = Some(document("365/BC-SLĐTBXH", Some(day(2021, 11, 15))));
        content.mentions = vec![mention(("1593/QĐ-UBND", Some((11, 16)), "mục II.4"))];
    });
    let year = citing(&[("23/2020/QĐ-TTg", Some((7, 7)), "mục III.2")]);
    let sunday = citing(&[("382a/QĐ-UBND", Some((1, 24)), "mục I")]);
    vec![
        found(
            &subjects,
            FindingCode::SeveralSubjects,
            "Kế hoạch số 29/KH-SLĐTBXH được ghi nhiều trích yếu: “triển khai thực hiện nhiệm vụ trọng tâm” (chú \
             thích 1); “triển khai nhiệm vụ trọng tâm” (mục II.2). Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries several subjects: “triển khai thực hiện nhiệm vụ trọng tâm” (chú thích 1); \
             “triển khai nhiệm vụ trọng tâm” (mục II.2). Please check the original.",
        ),
        found(
            &dated,
            FindingCode::LaterThanReport,
            "Quyết định số 1593/QĐ-UBND ngày 16/11/2021 (mục II.4) có ngày sau ngày của báo cáo (15/11/2021). Đề \
             nghị kiểm tra.",
            "Decision 1593/QĐ-UBND of 16 Nov 2021 (mục II.4) is dated after the report (15 Nov 2021). Please check.",
        ),
        found(
            &year,
            FindingCode::YearsDiffer,
            "Quyết định số 23/2020/QĐ-TTg ngày 07/7/2021 (mục III.2) có năm trong số, ký hiệu (2020) khác năm ban \
             hành (2021). Đề nghị kiểm tra.",
            "Decision 23/2020/QĐ-TTg of 7 Jul 2021 (mục III.2): the year of its symbol (2020) is not that of its \
             date (2021). Please check.",
        ),
        found(
            &sunday,
            FindingCode::DatedOnSunday,
            "Quyết định số 382a/QĐ-UBND ngày 24/01/2021 (mục I): ngày này là Chủ nhật.",
            "Decision 382a/QĐ-UBND of 24 Jan 2021 (mục I): that day is a Sunday.",
        ),
    ]
}

/// No report leads to this, but a caller may build it: nothing is known of the day.
pub(crate) fn without_a_day() -> Vec<Said> {
    let finding = DocumentFinding::OutOfOrder {
        suspects: vec![mention(("666/SLĐTBXH-LĐVLBHXH", Some((7, 7)), ""))],
        against: vec![mention(("745/SLĐTBXH-LĐVLBHXH", Some((5, 18)), ""))],
        possible: (None, None),
        other_month: None::<NaiveDate>,
    };
    vec![both(
        |language| language.document_finding(&finding),
        "Công văn số 666/SLĐTBXH-LĐVLBHXH ngày 07/7/2021 không theo thứ tự số với Công văn số 745/SLĐTBXH-LĐVLBHXH \
         ngày 18/5/2021; theo thứ tự số thì ngày ban hành phải khác. Đề nghị kiểm tra bản gốc.",
        "Letter 666/SLĐTBXH-LĐVLBHXH of 7 Jul 2021 is out of order with letter 745/SLĐTBXH-LĐVLBHXH of 18 May \
             2021; by its number its date is not settled. Please check the original.",
    )]
}
