//! The annex of the source report (Lạng Sơn's department of labour, draft of November 2021), row by row.

use thuocdo::measure::NotComputable;
use thuocdo::quantity::{Ratio, Reading, Unit};
use thuocdo::text::{Annex, AnnexColumn, AnnexLack, AnnexRowKind, AnnexSettings, AnnexValue, English};

use crate::build::{annex, cell, source};

/// The eight columns of figures of a row.
fn figures(annex: &Annex, target: &str) -> [String; 8] {
    use AnnexColumn::{Actual, ActualRate, Estimate, EstimateRate, Growth, NextPlan, Plan, Previous};
    [Previous, Plan, Actual, Estimate, ActualRate, EstimateRate, Growth, NextPlan]
        .map(|column| cell(annex, target, column).text)
}

#[test]
fn every_target_of_the_plan_has_its_figures() {
    let annex = annex(&source());
    for (target, expected) in [
        (
            "mt-ho-tb",
            ["chưa có số", "100% (2.552)", "2.537", "2.552", "99,41%", "100%", "chưa có số kỳ gốc", "chưa đề xuất"],
        ),
        (
            "mt-ho-tro",
            ["chưa có số", "từ 107 trở lên", "92", "107", "85,98%", "100%", "chưa có số kỳ gốc", "chưa đề xuất"],
        ),
        (
            "mt-huan-luyen",
            [
                "chưa có số",
                "từ 2.000 trở lên",
                "3.088",
                "chưa có số ước",
                "154,4%",
                "chưa có số ước",
                "chưa có số kỳ gốc",
                "chưa đề xuất",
            ],
        ),
        (
            "mt-vu-tnld",
            [
                "28",
                "giảm so với năm 2020",
                "18",
                "chưa có số ước",
                "không tính tỷ lệ",
                "không tính tỷ lệ",
                "(3)/(1): 64,29%",
                "chưa đề xuất",
            ],
        ),
        (
            "mt-nguoi-chet",
            [
                "từ 28 trở lên",
                "giảm so với năm 2020",
                "18",
                "chưa có số ước",
                "không tính tỷ lệ",
                "không tính tỷ lệ",
                "chưa nêu số cụ thể",
                "chưa đề xuất",
            ],
        ),
        (
            "mt-tuyen-sinh",
            [
                "chưa có số",
                "chưa nêu số KH",
                "11.370",
                "chưa có số ước",
                "chưa nêu số KH",
                "chưa có số ước",
                "chưa có số kỳ gốc",
                "19.400",
            ],
        ),
        (
            "mt-viec-lam",
            [
                "chưa có số",
                "từ 80 trở lên",
                "trên 80",
                "chưa có số ước",
                "chưa nêu số cụ thể",
                "chưa có số ước",
                "chưa có số kỳ gốc",
                "80",
            ],
        ),
        (
            "mt-khu-c",
            [
                "chưa có số",
                "hoàn thành",
                "chưa hoàn thành",
                "hoàn thành",
                "không tính tỷ lệ",
                "không tính tỷ lệ",
                "không tính tỷ lệ",
                "chưa đề xuất",
            ],
        ),
        (
            "mt-nuoc-thai",
            ["chưa có số", "từ 100 trở lên", "70", "100", "70%", "100%", "chưa có số kỳ gốc", "chưa đề xuất"],
        ),
    ] {
        assert_eq!(figures(&annex, target), expected, "{target}");
    }
}

#[test]
fn a_cell_keeps_the_value_behind_its_words() {
    let annex = annex(&source());
    let plan = cell(&annex, "mt-huan-luyen", AnnexColumn::Plan).value;
    let AnnexValue::Figure(plan) = plan else { panic!("{plan:?}") };
    assert_eq!((plan.reading(), plan.unit()), (Reading::AtLeast("2000".parse().unwrap()), &Unit::PERSON));

    let rate = cell(&annex, "mt-ho-tro", AnnexColumn::ActualRate).value;
    let AnnexValue::Rate(rate) = rate else { panic!("{rate:?}") };
    assert_eq!((rate.ratio, rate.printed.to_string()), (Ratio::of(92, 107).unwrap(), "85.98".into()));

    // 18 against 28, and not against the plan, which has no level
    let growth = cell(&annex, "mt-vu-tnld", AnnexColumn::Growth).value;
    let AnnexValue::Rate(growth) = growth else { panic!("{growth:?}") };
    let operands: Vec<String> =
        growth.measure.operands().iter().map(|it| it.input.figure().exact().unwrap().amount().to_string()).collect();
    assert_eq!((growth.ratio.lowest_terms(), operands), ((9, 14), vec!["18".to_string(), "28".to_string()]));

    let enrolled = cell(&annex, "mt-tuyen-sinh", AnnexColumn::ActualRate).value;
    assert!(
        matches!(enrolled, AnnexValue::Lacking(AnnexLack::Measure(NotComputable::NoTarget { .. }))),
        "{enrolled:?}"
    );
    // what the share is of is the base of its rate
    let all = cell(&annex, "mt-ho-tb", AnnexColumn::Plan).value;
    assert!(matches!(&all, AnnexValue::Figure(all) if all.exact().unwrap().amount().to_string() == "2552"), "{all:?}");
}

#[test]
fn what_has_no_value_is_explained_below_the_table() {
    let annex = annex(&source());
    let notes: Vec<String> = annex.notes().iter().map(ToString::to_string).collect();
    for wanted in [
        "III.1: Chưa tính được tỷ lệ thực hiện so với kế hoạch: thiếu số kế hoạch. Đề nghị ghi số kế hoạch và văn bản giao.",
        "I.2, I.3, II.1, III.1, III.2, IV.2: Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc (năm 2020).",
        "II.1, III.1, III.2: Chưa tính được tỷ lệ ước thực hiện: báo cáo không có số ước thực hiện cả kỳ (năm 2021).",
        "III.2: Chưa tính được: báo cáo chỉ nêu “trên 80%” của “Tỷ lệ học sinh có việc làm, thu nhập ổn định sau đào tạo”. \
         Đề nghị nêu số cụ thể.",
    ] {
        assert!(notes.iter().any(|note| note == wanted), "`{wanted}` is not in {notes:#?}");
    }
    assert!(notes.iter().any(|note| note.starts_with("III: Nguyên nhân: Việc phân bổ kinh phí")), "{notes:#?}");
    assert!(notes.iter().any(|note| note.starts_with("III: Lý do tự đánh giá: Kinh phí")), "{notes:#?}");
    // a cause of the whole report belongs to no row
    assert!(annex.notes().iter().any(|note| note.rows.is_empty() && note.text.contains("Bắc Giang")));
}

#[test]
fn tasks_say_who_leads_what_they_give_themselves_and_what_proves_it() {
    let annex = annex(&source());
    let of = |id, column| cell(&annex, id, column).text;
    assert_eq!(of("nv-4", AnnexColumn::Number), "IV");
    assert_eq!(of("nv-4", AnnexColumn::Lead), "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn");
    assert_eq!(of("nv-4", AnnexColumn::SelfGrade), "Hoàn thành tốt nhiệm vụ");
    assert_eq!(of("nv-4", AnnexColumn::Evidence), "Biên bản tạm nghiệm thu hoàn thành đưa vào sử dụng dự án");
    assert_eq!(of("nv-1", AnnexColumn::Evidence), "chưa nêu");
    assert_eq!(of("nv-1", AnnexColumn::ComputedGrade), "chưa tính");
    assert_eq!(
        of("mt-vu-tnld", AnnexColumn::Remark),
        "đạt; giảm 10 vụ, giảm 35,71% so với năm 2020; giao tại Kế hoạch số 29/KH-SLĐTBXH ngày 09/3/2021"
    );
    assert_eq!(
        of("mt-nuoc-thai", AnnexColumn::Remark),
        "chưa đạt, chưa đến hạn; còn thiếu 30 điểm phần trăm; số thực hiện là số ước tính; thời hạn 31/12/2021"
    );
}

#[test]
fn what_is_only_proposed_has_rows_of_its_own() {
    let report = source();
    let annex = annex(&report);
    let proposed = report.content().proposals.as_ref().unwrap();
    let is_in_plan = |id: &str| ["mt22-tuyen-sinh", "mt22-viec-lam", "mt22-ho-so-kip-thoi"].contains(&id);
    for target in proposed.tasks.iter().flat_map(|task| &task.targets) {
        let row = annex.cell(target.id().as_str(), AnnexColumn::NextPlan);
        assert_eq!(row.is_none(), is_in_plan(target.id().as_str()), "{}", target.id());
    }
    let heading = annex.rows().iter().find(|row| row.kind == AnnexRowKind::Heading).unwrap();
    assert_eq!(heading.cells[1].text, "Nhiệm vụ, chỉ tiêu đề xuất mới cho năm 2022");
    assert_eq!(
        figures(&annex, "mt22-ts-cao-dang"),
        ["chưa có số", "không giao", "616", "chưa có số ước", "không giao", "không giao", "không giao", "350"]
    );
}

#[test]
fn it_says_the_same_in_english() {
    let annex = Annex::of(&source(), &English, &AnnexSettings::default());
    assert_eq!(annex.title(), "TASKS AND TARGETS OF 2021: RESULTS AND PROPOSALS FOR 2022");
    assert_eq!(
        figures(&annex, "mt-huan-luyen"),
        [
            "no figure",
            "at least 2,000",
            "3,088",
            "no estimate",
            "154.4%",
            "no estimate",
            "no base figure",
            "not proposed"
        ]
    );
    assert_eq!(
        figures(&annex, "mt-tuyen-sinh"),
        [
            "no figure",
            "no plan figure",
            "11,370",
            "no estimate",
            "no plan figure",
            "no estimate",
            "no base figure",
            "19,400"
        ]
    );
    assert_eq!(cell(&annex, "mt-huan-luyen", AnnexColumn::Unit).text, "persons");
    let heads: Vec<&str> = annex.heads().iter().map(|head| head.words.as_str()).collect();
    assert_eq!(heads[5..8], ["Actual as of 15 Nov 2021", "Estimate for all of 2021", "Actual against plan (%)"]);
    assert!(annex.html().contains("<html lang=\"en\">"));
}
