//! Days and periods that a report has no right to, blanks, what was set aside, and what a correction does to the grade.

use thuocdo::check::{Acknowledgement, Consequence, FindingCode, GradeChange, ReportCheck};
use thuocdo::grade::Basis;
use thuocdo::period::Period;
use thuocdo::record::{Observation, Source, StatedFigure};
use thuocdo::report::{Report, ReportContent};
use thuocdo::text::CheckLanguage;

use crate::build::{amount, day, document, figure, id, text};
use crate::check_build::both;
use crate::check_report_build::{enrolled, report};
use crate::grade_build::{decree_90, set};
use crate::grades::Said;

/// The only finding of a report.
#[track_caller]
fn found(report: &Report, code: FindingCode, vietnamese: &'static str, english: &'static str) -> Said {
    let check = ReportCheck::of(report).unwrap();
    let all: Vec<_> = check.findings().collect();
    let [only] = all.as_slice() else { panic!("{all:#?}") };
    assert_eq!(only.code(), code);
    both(|language| language.finding(only, check.table()), vietnamese, english)
}

pub(crate) fn blanks() -> Vec<Said> {
    let own = |code: &str, date| {
        let document = document(code, date);
        report(|content| content.document = Some(document))
    };
    let date = Some(day(2021, 11, 15));
    let code = FindingCode::Incomplete;
    vec![
        found(
            &own("365/BC-SLĐTBXH", None),
            code,
            "Báo cáo số 365/BC-SLĐTBXH chưa ghi ngày ban hành (dự thảo).",
            "The report's own date is left blank (draft).",
        ),
        found(
            &own("/BC-SLĐTBXH", date),
            code,
            "Báo cáo số /BC-SLĐTBXH ngày 15/11/2021 chưa ghi số (dự thảo).",
            "The report's own number is left blank (draft).",
        ),
        found(
            &own("/BC-SLĐTBXH", None),
            code,
            "Báo cáo chưa ghi số và ngày ban hành (dự thảo).",
            "The report's own number and date are left blank (draft).",
        ),
        found(
            &report(|content| content.document = None),
            code,
            "Báo cáo chưa ghi số và ngày ban hành (dự thảo).",
            "The report's own number and date are left blank (draft).",
        ),
    ]
}

pub(crate) fn days() -> Vec<Said> {
    let with = |change: fn(&mut ReportContent)| report(change);
    let off_grid = with(|content| content.cut_off = day(2021, 11, 15));
    let falls = with(|content| {
        content.observations = vec![enrolled("t6", "7894", day(2021, 6, 30)), enrolled("t9", "7849", day(2021, 9, 30))];
    });
    let later = with(|content| content.observations = vec![enrolled("t12", "11370", day(2021, 12, 31))]);
    let stated = with(|content| {
        content.stated = vec![StatedFigure {
            id: id("cai-nghiện"),
            subject: text("học viên đang cai nghiện"),
            figure: figure(amount("100"), "học viên"),
            as_of: Some(day(2021, 12, 25)),
            source: Source::default(),
        }];
    });
    let outside = with(|content| {
        let observation = enrolled("t1", "616", day(2022, 1, 31));
        content.observations = vec![Observation { period: Period::year(2022).unwrap(), ..observation }];
    });
    vec![
        found(
            &off_grid,
            FindingCode::CutOffOffGrid,
            "Ngày chốt số liệu 15/11/2021 không phải ngày cuối tháng, cũng không phải ngày 14 theo Nghị định \
             09/2019/NĐ-CP.",
            "The cut-off of 15 Nov 2021 is neither the last day of a month nor the 14th as in Decree 09/2019/NĐ-CP.",
        ),
        found(
            &falls,
            FindingCode::RunningTotalFalls,
            "Số lũy kế giảm: “Số người được tuyển sinh” là 7.894 người đến ngày 30/6/2021, sau đó là 7.849 người đến \
             ngày 30/9/2021. Đề nghị rà soát.",
            "A running total falls: “Số người được tuyển sinh” is 7,894 persons as of 30 Jun 2021, then 7,849 \
             persons as of 30 Sep 2021. Please review.",
        ),
        found(
            &later,
            FindingCode::AfterCutOff,
            "“Số người được tuyển sinh” là 11.370 người đến ngày 31/12/2021, sau ngày chốt số liệu 30/11/2021. Đề \
             nghị ghi rõ là số ước hoặc dự báo.",
            "“Số người được tuyển sinh” is 11,370 persons as of 31 Dec 2021, after the cut-off of 30 Nov 2021. \
             Please mark it as an estimate or a forecast.",
        ),
        found(
            &stated,
            FindingCode::AfterCutOff,
            "“học viên đang cai nghiện” là 100 học viên đến ngày 25/12/2021, sau ngày chốt số liệu 30/11/2021. Đề \
             nghị ghi rõ là số ước hoặc dự báo.",
            "“học viên đang cai nghiện” is 100 trainees as of 25 Dec 2021, after the cut-off of 30 Nov 2021. Please \
             mark it as an estimate or a forecast.",
        ),
        found(
            &outside,
            FindingCode::OutsidePeriod,
            "“Số người được tuyển sinh” là 616 người, thuộc năm 2022, sau kỳ báo cáo. Đề nghị rà soát.",
            "“Số người được tuyển sinh” is 616 persons for 2022, after the reporting period. Please review.",
        ),
    ]
}

/// A running total of which no day is known: a caller may say so.
pub(crate) fn without_days() -> Vec<Said> {
    let subject = text("Số người được tuyển sinh");
    let say = |language: &dyn CheckLanguage| language.running_total_falls(&subject, ("7894", None), ("7849", None));
    vec![both(
        say,
        "Số lũy kế giảm: “Số người được tuyển sinh” là 7894, sau đó là 7849. Đề nghị rà soát.",
        "A running total falls: “Số người được tuyển sinh” is 7894, then 7849. Please review.",
    )]
}

pub(crate) fn set_aside() -> Vec<Said> {
    let acknowledgement = Acknowledgement {
        key: text("cut r 0123456789abcdef"),
        by: text("Nguyễn Văn A"),
        on: day(2021, 12, 1),
        reason: text("số liệu theo biểu mẫu của Bộ"),
    };
    vec![both(
        |language| language.acknowledged(&acknowledgement),
        "Đã rà soát, giữ nguyên: số liệu theo biểu mẫu của Bộ (Nguyễn Văn A, 01/12/2021).",
        "Reviewed, kept: số liệu theo biểu mẫu của Bộ (Nguyễn Văn A, 1 Dec 2021).",
    )]
}

pub(crate) fn consequences() -> Vec<Said> {
    let rules = set(decree_90());
    let change = |basis, before: Option<&str>, after: Option<&str>| GradeChange {
        basis,
        before: before.map(id),
        after: after.map(id),
    };
    let both_bases = Consequence {
        changed: vec![
            change(Basis::AtCutoff, Some("good"), None),
            change(Basis::FullPeriodEstimate, Some("good"), Some("completed")),
        ],
    };
    let confirmed = Consequence { changed: vec![change(Basis::ConfirmedCauses, None, Some("excellent"))] };
    vec![
        both(
            |language| language.grade_consequence(&Consequence { changed: Vec::new() }, &rules),
            "Nếu sửa như trên, kết quả xếp loại không thay đổi.",
            "With this correction the grade stays the same.",
        ),
        both(
            |language| language.grade_consequence(&both_bases, &rules),
            "Nếu sửa như trên, kết quả xếp loại thay đổi: Theo số thực hiện đến ngày chốt số liệu: “Hoàn thành tốt \
             nhiệm vụ” → chưa xếp được mức; Theo ước thực hiện cả năm: “Hoàn thành tốt nhiệm vụ” → “Hoàn thành nhiệm \
             vụ”.",
            "With this correction the grade changes: At the cut-off: “tasks completed well” → no grade; By full-period \
             estimate: “tasks completed well” → “tasks completed”.",
        ),
        both(
            |language| language.grade_consequence(&confirmed, &rules),
            "Nếu sửa như trên, kết quả xếp loại thay đổi: Khi tính cả nguyên nhân khách quan đã được xác nhận: chưa \
             xếp được mức → “Hoàn thành xuất sắc nhiệm vụ”.",
            "With this correction the grade changes: With confirmed objective causes: no grade → “tasks completed \
             excellently”.",
        ),
    ]
}
