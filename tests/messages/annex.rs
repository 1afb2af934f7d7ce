//! What an annex says where there is no figure, and beside the figures, in both languages; and the errors of its columns.

use std::collections::BTreeSet;

use thuocdo::period::PeriodName;
use thuocdo::record::{Author, Judgement, Stage};
use thuocdo::text::{AnnexColumn, AnnexError, AnnexLack, AnnexLanguage, AnnexRemark, English, Vietnamese};
use unicode_normalization::is_nfc;

use crate::build::{day, text};
use crate::message::{Message, messages, variant};
use crate::reasons::all_reasons;

pub(crate) fn annex_messages() -> Vec<Message> {
    let name = AnnexColumn::Name;
    messages(
        "AnnexError",
        [
            (
                AnnexError::NoColumn,
                "",
                "an annex has at least one column, number, name, unit, previous, plan, actual, estimate, actual-rate, \
                 estimate-rate, growth, next-plan, lead, self-grade, computed-grade, evidence, remark are accepted",
            ),
            (AnnexError::Repeated { column: name }, "name", "`name` is a column twice, each is accepted once"),
            (
                "dvt".parse::<AnnexColumn>().unwrap_err(),
                "dvt",
                "`dvt` is not a column of an annex, number, name, unit, previous, plan, actual, estimate, actual-rate, \
                 estimate-rate, growth, next-plan, lead, self-grade, computed-grade, evidence, remark are accepted",
            ),
        ],
    )
}

/// Every reason in a few words.
const BRIEF: [(&str, &str, &str); 18] = [
    ("NoActual", "chưa có số thực hiện", "no actual"),
    ("NoTarget", "chưa nêu số KH", "no plan figure"),
    ("NoBase", "chưa có số kỳ gốc", "no base figure"),
    ("NoWhole", "thiếu tổng số", "no total"),
    ("PartsMissing", "thiếu thành phần", "parts missing"),
    ("ZeroDenominator", "mẫu số bằng 0", "denominator is 0"),
    ("NegativeBase", "gốc là số âm", "base is negative"),
    ("ZeroSpan", "KH bằng số kỳ gốc", "plan equals baseline"),
    ("UnitsDiffer", "khác đơn vị tính", "units differ"),
    ("NotApplicable", "không áp dụng", "does not apply"),
    ("NotJudged", "chưa có kết luận", "no judgement"),
    ("LeftOpen", "chưa kết luận được", "left open"),
    ("OnlyBounds", "chưa nêu số cụ thể", "only a bound"),
    ("FormulaNotStated", "chưa nêu cách tính", "formula not stated"),
    ("NoSingleLevel", "không tính tỷ lệ", "no rate"),
    ("KindsDiffer", "khác loại với mục tiêu", "not the kind asked"),
    ("NoDates", "thiếu ngày", "no days"),
    ("Quantity", "không tính được", "not computable"),
];

#[test]
fn every_reason_has_a_few_words() {
    let mut said = BTreeSet::new();
    for reason in all_reasons() {
        let name = variant("NotComputable", &reason);
        let (_, vietnamese, english) = BRIEF.iter().find(|(known, ..)| name.ends_with(&format!("::{known}"))).unwrap();
        let lack = AnnexLack::Measure(reason.clone());
        assert_eq!((Vietnamese.brief(&reason), English.brief(&reason)), (*vietnamese, *english), "{name}");
        assert_eq!((Vietnamese.lack(&lack), English.lack(&lack)), ((*vietnamese).into(), (*english).into()), "{name}");
        said.insert(name);
    }
    assert_eq!(said.len(), BRIEF.len());
}

/// Everything else that an annex says besides the report.
fn phrases() -> Vec<(&'static str, &'static str, [String; 2])> {
    let both = |say: &dyn Fn(&dyn AnnexLanguage) -> String| [say(&Vietnamese), say(&English)];
    let lack = |lack: AnnexLack| both(&|language| language.lack(&lack));
    let remark = |remark: AnnexRemark<'_>| both(&|language| language.remark(&remark));
    let date = day(2021, 12, 31);
    let year = PeriodName::Year(2021);
    vec![
        ("chưa có số", "no figure", lack(AnnexLack::NoPrevious)),
        ("chưa có số", "no figure", lack(AnnexLack::NoActual)),
        ("chưa có số ước", "no estimate", lack(AnnexLack::NoEstimate)),
        ("chưa đề xuất", "not proposed", lack(AnnexLack::NotProposed)),
        ("không giao", "not assigned", lack(AnnexLack::NotAssigned)),
        ("chưa nêu", "not stated", lack(AnnexLack::NotStated)),
        ("chưa tính", "not computed", lack(AnnexLack::NotComputed)),
        ("chưa xếp được mức", "no grade", lack(AnnexLack::NoLevel)),
        (
            "Chưa tính được tỷ lệ ước thực hiện: báo cáo không có số ước thực hiện cả kỳ (năm 2021).",
            "The estimated rate cannot be computed yet: no full-period estimate (2021).",
            both(&|language| language.no_estimate(year)),
        ),
        ("hoàn thành ngày 31/12/2021", "done on 31 Dec 2021", both(&|language| language.done(Some(date)))),
        ("hoàn thành", "done", both(&|language| language.done(None))),
        ("chưa hoàn thành", "not done", both(&|language| language.not_done().into())),
        (
            "đạt (đánh giá của UBND tỉnh)",
            "met (judged by UBND tỉnh)",
            both(&|language| language.judged(&Judgement::Met { by: text("UBND tỉnh") })),
        ),
        (
            "chưa đạt (đánh giá của UBND tỉnh)",
            "not met (judged by UBND tỉnh)",
            both(&|language| language.judged(&Judgement::NotMet { by: text("UBND tỉnh") })),
        ),
        ("THAM KHẢO: tốt", "FOR REFERENCE: tốt", both(&|language| language.for_reference("tốt"))),
        (
            "Kết quả tính: Bộ A (dùng cho cá nhân; chỉ để tham khảo). Theo ước.",
            "Computed grades: Bộ A (it grades cá nhân; for reference only). Theo ước.",
            both(&|language| language.graded_by("Bộ A", "Theo ước", Some("cá nhân"))),
        ),
        (
            "Kết quả tính: Bộ A. Theo ước.",
            "Computed grades: Bộ A. Theo ước.",
            both(&|language| language.graded_by("Bộ A", "Theo ước", None)),
        ),
        ("Báo cáo không nêu nhiệm vụ nào.", "The report has no task.", both(&|language| language.no_tasks().into())),
        (
            "giảm 10 vụ, giảm 35,71% so với năm 2020",
            "giảm 10 vụ, giảm 35,71% on năm 2020",
            remark(AnnexRemark::Change { absolute: "giảm 10 vụ", growth: "giảm 35,71%", base: "năm 2020" }),
        ),
        (
            "không thay đổi so với năm 2020",
            "không thay đổi on năm 2020",
            remark(AnnexRemark::Change {
                absolute: "không thay đổi", growth: "không thay đổi", base: "năm 2020"
            }),
        ),
        (
            "số liệu kỳ gốc (năm 2020): 28 vụ",
            "baseline (năm 2020): 28 vụ",
            remark(AnnexRemark::Baseline { figure: "28 vụ", period: "năm 2020" }),
        ),
        (
            "thực hiện quý III/2021: 700 người",
            "actual of quý III/2021: 700 người",
            remark(AnnexRemark::OtherPeriod { figure: "700 người", period: "quý III/2021" }),
        ),
        ("số liệu đến ngày 31/12/2021", "figure as of 31 Dec 2021", remark(AnnexRemark::AsOf(date))),
        ("số thực hiện là số ước tính", "the actual is an estimate", remark(AnnexRemark::Stage(Stage::Estimate))),
        ("số thực hiện là số sơ bộ", "the actual is preliminary", remark(AnnexRemark::Stage(Stage::Preliminary))),
        ("số thực hiện là số chính thức", "the actual is official", remark(AnnexRemark::Stage(Stage::Official))),
        ("theo ước của UBND huyện", "estimated by UBND huyện", remark(AnnexRemark::EstimatedBy("UBND huyện"))),
        ("giao tại Kế hoạch", "set by Kế hoạch", remark(AnnexRemark::AssignedBy("Kế hoạch"))),
        ("thời hạn 31/12/2021", "due 31 Dec 2021", remark(AnnexRemark::Due(date))),
        ("không áp dụng vì: A", "does not apply because: A", remark(AnnexRemark::NotApplicable("A"))),
        ("thẩm định: tốt", "reviewed: tốt", remark(AnnexRemark::Grade { author: Author::Reviewed, level: "tốt" })),
        ("Lý do tự đánh giá: A.", "Reason given for the self-grade: A.", remark(AnnexRemark::GradeReason("A"))),
        ("Nguyên nhân: A (B).", "Cause: A (B).", remark(AnnexRemark::Cause { reason: "A", confirmation: "B" })),
    ]
}

#[test]
fn an_annex_says_this() {
    for (vietnamese, english, said) in phrases() {
        assert_eq!(said, [vietnamese.to_string(), english.to_string()]);
        assert!(is_nfc(vietnamese), "{vietnamese}");
    }
}

#[test]
fn an_annex_accuses_nobody() {
    let phrases = phrases().into_iter().map(|(vietnamese, ..)| vietnamese);
    for said in phrases.chain(BRIEF.iter().map(|(_, vietnamese, _)| *vietnamese)) {
        let words: Vec<_> = said.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let plain = format!(" {} ", words.join(" "));
        assert!([" kiểm toán ", " sai ", " vi phạm "].iter().all(|forbidden| !plain.contains(forbidden)), "{said}");
    }
}
