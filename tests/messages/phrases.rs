//! What is one of a few (a verdict, a stage, a formula) has its words in both languages.

use thuocdo::measure::{Formula, Verdict};
use thuocdo::plan::AchievementFormula;
use thuocdo::quantity::Amount;
use thuocdo::record::{Author, Confirmation, Extent, Stage};
use thuocdo::report::ReportState;
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{day, document, text};

const FORMULAS: [(Formula, &str, &str); 19] = [
    (Formula::Achievement(AchievementFormula::PlanCompletion), "tỷ lệ hoàn thành kế hoạch", "plan completion"),
    (
        Formula::Achievement(AchievementFormula::FromBaseline),
        "mức thực hiện so với kỳ gốc",
        "progress from the baseline",
    ),
    (Formula::Achievement(AchievementFormula::Inverse), "tỷ lệ kế hoạch so với thực hiện", "plan over actual"),
    (
        Formula::Achievement(AchievementFormula::Complement),
        "200% trừ tỷ lệ thực hiện so với kế hoạch",
        "200% less actual over plan",
    ),
    (Formula::Achievement(AchievementFormula::Change), "tốc độ tăng (giảm)", "growth"),
    (Formula::PlannedTask, "tỷ lệ nhiệm vụ kế hoạch", "planned-task ratio"),
    (Formula::Share, "tỷ trọng", "share"),
    (Formula::Growth, "tốc độ tăng (giảm)", "growth"),
    (Formula::GrowthIndex, "tốc độ phát triển", "growth index"),
    (Formula::Multiple, "số lần so với gốc", "multiple"),
    (Formula::Quotient, "tỷ số", "ratio"),
    (Formula::RatePer(Amount::HUNDRED), "tỷ lệ trên 100", "rate per 100"),
    (Formula::Sum, "tổng số", "sum"),
    (Formula::Change, "mức tăng (giảm)", "change"),
    (Formula::Difference, "hiệu", "difference"),
    (Formula::Remainder, "còn lại", "remainder"),
    (Formula::Balance(Amount::ZERO), "cân đối", "balance"),
    (Formula::Reference, "số nêu ở chỗ khác", "as stated elsewhere"),
    (Formula::Count(Amount::ONE), "số đếm được trong báo cáo", "as many as the report lists"),
];

/// What is said of things that are one of a few, in both languages.
pub(crate) fn phrases() -> Vec<(&'static str, &'static str, String, String)> {
    let (vi, en) = (Vietnamese, English);
    let mut phrases = Vec::new();
    let mut add = |vietnamese, english, (said, in_english): (&str, &str)| {
        phrases.push((vietnamese, english, said.to_owned(), in_english.to_owned()));
    };
    for (verdict, vietnamese, english) in [
        (Verdict::Exceeded, "vượt", "exceeded"),
        (Verdict::Met, "đạt", "met"),
        (Verdict::Late, "hoàn thành chậm", "done late"),
        (Verdict::NotYet, "chưa đạt, chưa đến hạn", "not met yet, not due"),
        (Verdict::NotMet, "chưa đạt", "not met"),
    ] {
        add(vietnamese, english, (vi.verdict(verdict), en.verdict(verdict)));
    }
    for (extent, vietnamese, english) in [
        (Extent::ToCutoff, "thực hiện đến ngày chốt", "done to the cut-off"),
        (Extent::FullPeriod, "ước thực hiện cả kỳ", "full-period estimate"),
        (Extent::Projection, "dự báo", "projection"),
    ] {
        add(vietnamese, english, (vi.extent(extent), en.extent(extent)));
    }
    for (stage, vietnamese, english) in [
        (Stage::Estimate, "ước tính", "estimate"),
        (Stage::Preliminary, "sơ bộ", "preliminary"),
        (Stage::Official, "chính thức", "official"),
    ] {
        add(vietnamese, english, (vi.stage(stage), en.stage(stage)));
    }
    for (state, vietnamese, english) in [
        (ReportState::Draft, "dự thảo", "draft"),
        (ReportState::Submitted, "đã trình", "submitted"),
        (ReportState::Returned, "trả lại", "returned"),
        (ReportState::Signed, "đã ký", "signed"),
        (ReportState::Corrected, "đã đính chính", "corrected"),
    ] {
        add(vietnamese, english, (vi.state(state), en.state(state)));
    }
    for (author, vietnamese, english) in [
        (Author::SelfAssessed, "tự đánh giá", "self-assessed"),
        (Author::Reviewed, "thẩm định", "reviewed"),
        (Author::Decided, "quyết định", "decided"),
    ] {
        add(vietnamese, english, (vi.author(author), en.author(author)));
    }
    for (formula, vietnamese, english) in FORMULAS {
        add(vietnamese, english, (&vi.formula(formula), &en.formula(formula)));
    }
    let letter = || document("575/SLĐTBXH-NCC", Some(day(2021, 4, 22)));
    let authority = || text("UBND tỉnh");
    for (confirmation, vietnamese, english) in [
        (
            Confirmation::Stated,
            "chưa có văn bản xác nhận của cấp có thẩm quyền",
            "not confirmed by the competent authority",
        ),
        (
            Confirmation::Requested { document: letter() },
            "đã đề nghị xác nhận tại Công văn số 575/SLĐTBXH-NCC ngày 22/4/2021",
            "confirmation requested in letter 575/SLĐTBXH-NCC of 22 Apr 2021",
        ),
        (
            Confirmation::Confirmed { authority: authority(), document: letter() },
            "UBND tỉnh đã xác nhận tại Công văn số 575/SLĐTBXH-NCC ngày 22/4/2021",
            "confirmed by UBND tỉnh in letter 575/SLĐTBXH-NCC of 22 Apr 2021",
        ),
        (
            Confirmation::Rejected { authority: authority(), document: letter() },
            "UBND tỉnh không chấp nhận, tại Công văn số 575/SLĐTBXH-NCC ngày 22/4/2021",
            "not accepted by UBND tỉnh, in letter 575/SLĐTBXH-NCC of 22 Apr 2021",
        ),
    ] {
        add(vietnamese, english, (&vi.confirmation(&confirmation), &en.confirmation(&confirmation)));
    }
    phrases
}

#[test]
fn what_is_one_of_a_few_is_said_so() {
    for (vietnamese, english, said, in_english) in phrases() {
        assert_eq!((said.as_str(), in_english.as_str()), (vietnamese, english));
    }
}
