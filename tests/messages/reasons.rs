//! Every reason why there is no value is said in both languages.

use thuocdo::measure::{NotComputable, Relative};
use thuocdo::period::PeriodName;
use thuocdo::quantity::{Amount, Printed, Quantity, QuantityError, Reading, Unit};
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{amount, day, figure, printed, text, unit};

/// Reasons with their sentences. The first ones are those of `words.md`, filled in.
pub(crate) fn sentences() -> Vec<(NotComputable, &'static str, &'static str)> {
    let name = || Some(text("Số hộ nghèo"));
    let boxed = |reading: Reading, of| Box::new(figure(reading, of));
    let over = || boxed(Reading::MoreThan(printed("75")), "%");
    let year = Some(PeriodName::Year(2020));
    vec![
        (
            NotComputable::NoActual { name: name(), as_of: Some(day(2021, 11, 15)) },
            "Chưa tính được tỷ lệ thực hiện: chưa có số thực hiện của chỉ tiêu “Số hộ nghèo” đến ngày 15/11/2021. Đề nghị bổ \
             sung.",
            "Completion cannot be computed yet: no actual for “Số hộ nghèo” as of 15 Nov 2021. Please supply it.",
        ),
        (
            NotComputable::NoTarget { name: name() },
            "Chưa tính được tỷ lệ thực hiện so với kế hoạch: thiếu số kế hoạch của “Số hộ nghèo”. Đề nghị ghi số kế hoạch và \
             văn bản giao.",
            "Completion cannot be computed yet: the plan figure of “Số hộ nghèo” is missing. Please state it and the \
             assigning document.",
        ),
        (
            NotComputable::NoBase { name: name(), period: year },
            "Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc (năm 2020) của “Số hộ nghèo”.",
            "Change cannot be computed yet: the base figure (2020) of “Số hộ nghèo” is missing.",
        ),
        (
            NotComputable::ZeroDenominator { name: name() },
            "Không tính tỷ lệ: mẫu số (Số hộ nghèo) bằng 0. Đề nghị nêu số tuyệt đối.",
            "No rate: the denominator (Số hộ nghèo) is 0. Please give absolute figures.",
        ),
        (
            NotComputable::ZeroSpan { level: boxed(Reading::Exactly(printed("40")), "vụ") },
            "Không tính mức thực hiện so với kỳ gốc: số kế hoạch bằng số liệu kỳ gốc (40 vụ).",
            "No progress from baseline: target equals baseline (40 cases).",
        ),
        (
            NotComputable::UnitsDiffer { left: Unit::HOUSEHOLD, right: Unit::PERSON },
            "Chưa so sánh được: đơn vị tính khác nhau (hộ và người). Đề nghị thống nhất đơn vị tính.",
            "Not comparable yet: units differ (households, persons). Please use one unit.",
        ),
        (
            NotComputable::LeftOpen { stated: over(), required: None },
            "Chưa kết luận được: báo cáo chỉ nêu “trên 75%”. Đề nghị nêu số cụ thể.",
            "Left open: the report says only “over 75%”. Please give the figure.",
        ),
        (
            NotComputable::NotJudged { name: name() },
            "Chưa có kết luận về mục tiêu “Số hộ nghèo”. Đề nghị nêu cấp đánh giá và tài liệu kiểm chứng.",
            "No judgement yet on “Số hộ nghèo”. Please name the assessor and the evidence.",
        ),
        (
            NotComputable::PartsMissing { missing: vec![text("cao đẳng"), text("trung cấp")] },
            "Chưa cộng được tổng số: thiếu số liệu của 02 thành phần (cao đẳng, trung cấp).",
            "Total not possible yet: 2 parts are missing (cao đẳng, trung cấp).",
        ),
        (
            NotComputable::Quantity(QuantityError::ResultTooLarge),
            "Không tính: số liệu vượt quá 18 chữ số. Đề nghị kiểm tra lại.",
            "Not computed: more than 18 digits. Please check.",
        ),
        // from here on what `words.md` has no sentence for
        (
            NotComputable::NoWhole { name: name() },
            "Chưa tính được tỷ lệ: thiếu tổng số của “Số hộ nghèo”. Đề nghị bổ sung.",
            "The share cannot be computed yet: the whole of “Số hộ nghèo” is missing. Please supply it.",
        ),
        (
            NotComputable::NegativeBase { name: name() },
            "Không tính tỷ lệ: gốc so sánh (Số hộ nghèo) là số âm. Đề nghị nêu số tuyệt đối.",
            "No rate: the base (Số hộ nghèo) is negative. Please give absolute figures.",
        ),
        (
            NotComputable::OnlyBounds { name: name(), stated: over() },
            "Chưa tính được: báo cáo chỉ nêu “trên 75%” của “Số hộ nghèo”. Đề nghị nêu số cụ thể.",
            "Not computed yet: the report says only “over 75%” of “Số hộ nghèo”. Please give the figure.",
        ),
        (
            NotComputable::FormulaNotStated { name: name() },
            "Chưa tính được mức thực hiện của “Số hộ nghèo”: mục tiêu chưa nêu cách tính. Đề nghị ghi rõ cách tính.",
            "The achievement of “Số hộ nghèo” cannot be computed yet: the target does not state its formula. Please state \
             it.",
        ),
        (
            NotComputable::NoSingleLevel { name: name() },
            "Không tính tỷ lệ thực hiện của “Số hộ nghèo”: mục tiêu không phải là một mức cụ thể.",
            "No rate for “Số hộ nghèo”: the target is not a single level.",
        ),
        (
            NotComputable::KindsDiffer { name: name() },
            "Chưa đánh giá được “Số hộ nghèo”: kết quả báo cáo không cùng loại với mục tiêu. Đề nghị rà soát.",
            "Not assessed yet for “Số hộ nghèo”: the result is not of the kind the target asks for. Please review.",
        ),
        (
            NotComputable::NoDates { name: name() },
            "Chưa so sánh được tiến độ với thời gian của “Số hộ nghèo”: thiếu ngày bắt đầu hoặc thời hạn. Đề nghị bổ sung.",
            "Not comparable with the time gone by for “Số hộ nghèo”: the start or the due day is missing. Please supply it.",
        ),
    ]
}

/// Reasons whose sentences are not those of `words.md`: only the laws hold for them until one of the two is changed.
pub(crate) fn unsettled() -> Vec<NotComputable> {
    let boxed = |reading| Box::new(figure(reading, "%"));
    let (stated, required) = (boxed(Reading::MoreThan(printed("75"))), boxed(Reading::AtLeast(printed("80"))));
    vec![
        NotComputable::NotApplicable { reason: None },
        NotComputable::NotApplicable { reason: Some(text("dừng theo chỉ đạo của tỉnh")) },
        NotComputable::LeftOpen { stated, required: Some(required) },
    ]
}

/// Without a name, as where bare numbers were given.
fn bare_sentences() -> Vec<(NotComputable, &'static str, &'static str)> {
    let stated = || Box::new(figure(Reading::AtMost(printed("7")), ""));
    vec![
        (
            NotComputable::NoActual { name: None, as_of: None },
            "Chưa tính được tỷ lệ thực hiện: chưa có số thực hiện. Đề nghị bổ sung.",
            "Completion cannot be computed yet: no actual. Please supply it.",
        ),
        (
            NotComputable::NoTarget { name: None },
            "Chưa tính được tỷ lệ thực hiện so với kế hoạch: thiếu số kế hoạch. Đề nghị ghi số kế hoạch và văn bản giao.",
            "Completion cannot be computed yet: the plan figure is missing. Please state it and the assigning document.",
        ),
        (
            NotComputable::NoBase { name: None, period: None },
            "Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc.",
            "Change cannot be computed yet: the base figure is missing.",
        ),
        (
            NotComputable::NoWhole { name: None },
            "Chưa tính được tỷ lệ: thiếu tổng số. Đề nghị bổ sung.",
            "The share cannot be computed yet: the whole is missing. Please supply it.",
        ),
        (
            NotComputable::ZeroDenominator { name: None },
            "Không tính tỷ lệ: mẫu số bằng 0. Đề nghị nêu số tuyệt đối.",
            "No rate: the denominator is 0. Please give absolute figures.",
        ),
        (
            NotComputable::NegativeBase { name: None },
            "Không tính tỷ lệ: gốc so sánh là số âm. Đề nghị nêu số tuyệt đối.",
            "No rate: the base is negative. Please give absolute figures.",
        ),
        (
            NotComputable::NotJudged { name: None },
            "Chưa có kết luận về mục tiêu. Đề nghị nêu cấp đánh giá và tài liệu kiểm chứng.",
            "No judgement yet. Please name the assessor and the evidence.",
        ),
        (
            NotComputable::OnlyBounds { name: None, stated: stated() },
            "Chưa tính được: báo cáo chỉ nêu “không quá 7”. Đề nghị nêu số cụ thể.",
            "Not computed yet: the report says only “at most 7”. Please give the figure.",
        ),
        (
            NotComputable::FormulaNotStated { name: None },
            "Chưa tính được mức thực hiện: mục tiêu chưa nêu cách tính. Đề nghị ghi rõ cách tính.",
            "The achievement cannot be computed yet: the target does not state its formula. Please state it.",
        ),
        (
            NotComputable::NoSingleLevel { name: None },
            "Không tính tỷ lệ thực hiện: mục tiêu không phải là một mức cụ thể.",
            "No rate: the target is not a single level.",
        ),
        (
            NotComputable::KindsDiffer { name: None },
            "Chưa đánh giá được: kết quả báo cáo không cùng loại với mục tiêu. Đề nghị rà soát.",
            "Not assessed yet: the result is not of the kind the target asks for. Please review.",
        ),
        (
            NotComputable::NoDates { name: None },
            "Chưa so sánh được tiến độ với thời gian: thiếu ngày bắt đầu hoặc thời hạn. Đề nghị bổ sung.",
            "Not comparable with the time gone by: the start or the due day is missing. Please supply it.",
        ),
    ]
}

/// What is wrong with a figure, as a reason. The English is the error's own where it is not said here.
pub(crate) fn quantity_sentences() -> Vec<(QuantityError, &'static str, Option<&'static str>)> {
    let not_decimal = |text: &str| text.parse::<Printed>().unwrap_err();
    vec![
        (not_decimal(""), "“” không phải là số thập phân: chưa có chữ số; ghi như `3088`.", None),
        (
            not_decimal("85,98"),
            "“85,98” không phải là số thập phân: trong dữ liệu, ghi dấu chấm trước phần thập phân và không ngăn hàng nghìn, \
             như `85.98`.",
            None,
        ),
        (
            not_decimal("1.493.000"),
            "“1.493.000” không phải là số thập phân: trong dữ liệu, không ngăn hàng nghìn, như `1493` hoặc `85.98`.",
            None,
        ),
        (
            not_decimal("75%"),
            "“75%” không phải là số thập phân: chỉ ghi số, đơn vị tính ghi riêng, như `75` với đơn vị `%`.",
            None,
        ),
        (not_decimal("+5"), "“+5” không phải là số thập phân: không ghi dấu cộng, như `5`.", None),
        (not_decimal("1 493"), "“1 493” không phải là số thập phân: ghi liền các chữ số, như `1493`.", None),
        (not_decimal("1e3"), "“1e3” không phải là số thập phân: ghi đủ các chữ số, như `1000`.", None),
        (not_decimal("5."), "“5.” không phải là số thập phân: ghi chữ số ở cả hai bên dấu chấm, như `0.5`.", None),
        (
            "02".parse::<Amount>().unwrap_err(),
            "“02” không phải là số thập phân: không ghi chữ số 0 ở đầu, như `2`.",
            None,
        ),
        (
            not_decimal("--5"),
            "“--5” không phải là số thập phân: ghi các chữ số và nhiều nhất một dấu chấm, như `3088` hoặc `85.98`.",
            None,
        ),
        (
            QuantityError::TooFine { text: "0.1234567".into() },
            "Không tính: “0.1234567” có quá 6 chữ số thập phân. Đề nghị làm tròn trước.",
            None,
        ),
        (
            QuantityError::TooLarge { text: "1000000000000000000".into() },
            "Không tính: số liệu vượt quá 18 chữ số. Đề nghị kiểm tra lại.",
            Some("Not computed: more than 18 digits. Please check."),
        ),
        (
            QuantityError::ResultTooLarge,
            "Không tính: số liệu vượt quá 18 chữ số. Đề nghị kiểm tra lại.",
            Some("Not computed: more than 18 digits. Please check."),
        ),
        (
            QuantityError::ZeroDenominator,
            "Không tính tỷ lệ: mẫu số bằng 0. Đề nghị nêu số tuyệt đối.",
            Some("No rate: the denominator is 0. Please give absolute figures."),
        ),
        (
            QuantityError::RoundingTooFine { decimals: 7 },
            "Không làm tròn đến 7 chữ số thập phân: nhiều nhất là 6.",
            None,
        ),
        (
            QuantityError::EmptyRange { low: "150".into(), high: "120".into() },
            "Khoảng từ “150” đến “120” không tăng. Đề nghị ghi số nhỏ trước.",
            None,
        ),
        (
            QuantityError::Unit { text: "5 người".into(), problem: "it begins with a digit" },
            "“5 người” không phải là đơn vị tính. Đề nghị ghi như “người”, “triệu đồng”.",
            None,
        ),
        (
            QuantityError::NegativeCount { text: "-2".into(), unit: Unit::HOUSEHOLD },
            "“-2” hộ là số âm; số đếm phải từ 0 trở lên. Đề nghị kiểm tra lại.",
            None,
        ),
        (
            QuantityError::FractionalCount { text: "2.5".into(), unit: Unit::PERSON },
            "“2.5” người không phải là số nguyên. Đề nghị kiểm tra lại.",
            None,
        ),
        (
            QuantityError::UnitsDiffer { left: Unit::HOUSEHOLD, right: unit("triệu đồng") },
            "Chưa so sánh được: đơn vị tính khác nhau (hộ và triệu đồng). Đề nghị thống nhất đơn vị tính.",
            Some("Not comparable yet: units differ (households, million đồng). Please use one unit."),
        ),
    ]
}

pub(crate) fn all_reasons() -> Vec<NotComputable> {
    let reasons = sentences().into_iter().chain(bare_sentences()).map(|(reason, ..)| reason);
    reasons.chain(quantity_sentences().into_iter().map(|(error, ..)| error.into())).chain(unsettled()).collect()
}

#[test]
fn every_reason_is_said_in_both_languages() {
    for (reason, vietnamese, english) in sentences().into_iter().chain(bare_sentences()) {
        assert_eq!(Vietnamese.not_computable(&reason), vietnamese);
        assert_eq!(English.not_computable(&reason), english);
    }
    for (error, vietnamese, english) in quantity_sentences() {
        let english = english.map_or_else(|| format!("Not computed: {error}."), String::from);
        let reason = NotComputable::from(error);
        assert_eq!(Vietnamese.not_computable(&reason), vietnamese);
        assert_eq!(English.not_computable(&reason), english);
    }
}

/// A unit that has no name is still said.
#[test]
fn units_that_differ_are_both_named() {
    // 92 of 107 households
    let households = Quantity::new(amount("107"), Unit::HOUSEHOLD).unwrap();
    let reason = Relative::share(92, households).unwrap_err();
    for said in [Vietnamese.not_computable(&reason), English.not_computable(&reason), reason.to_string()] {
        assert!(!["( ", " )", "(,", "``"].iter().any(|hole| said.contains(hole)), "{said}");
    }
}

#[test]
fn one_missing_part_is_one() {
    let reason = NotComputable::PartsMissing { missing: vec![text("cao đẳng")] };
    assert_eq!(
        Vietnamese.not_computable(&reason),
        "Chưa cộng được tổng số: thiếu số liệu của 01 thành phần (cao đẳng)."
    );
    assert_eq!(English.not_computable(&reason), "Total not possible yet: 1 part is missing (cao đẳng).");
    assert_eq!(reason.to_string(), "1 part is missing");
}
