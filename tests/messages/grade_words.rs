//! The words that sentences on grades are made of: conditions of every kind, values, bases, citations, tables, and what
//! would lift a grade.

use thuocdo::grade::{Basis, Condition, FactKind, FactValue, RuleSet, SubjectKind};
use thuocdo::id::{Bilingual, Citation, TextStatus};
use thuocdo::quantity::Ratio;
use thuocdo::text::{English, GradeLanguage, Vietnamese};

use crate::build::{amount, id, text};
use crate::grade_build::{compare, content, decree_90, facts, rule, set};

#[track_caller]
fn assert_said(say: impl Fn(&dyn GradeLanguage) -> String, vietnamese: &str, english: &str) {
    assert_eq!([say(&Vietnamese), say(&English)], [vietnamese, english]);
}

#[test]
fn every_kind_of_condition_has_its_words() {
    let rules = set(Vec::new());
    let holds = || Condition::Holds(id("disciplined"));
    let not = |part| Condition::Not(Box::new(part));
    let two = || vec![compare("completed = 100"), compare("exceeded >= 50")];
    for (condition, vietnamese, english) in [
        (
            compare("completed >= 70"),
            "tỷ lệ chỉ tiêu hoàn thành từ 70% trở lên",
            "share of targets completed at least 70%",
        ),
        (compare("completed > 70.5"), "tỷ lệ chỉ tiêu hoàn thành trên 70,5%", "share of targets completed over 70.5%"),
        (
            compare("completed <= 20"),
            "tỷ lệ chỉ tiêu hoàn thành không quá 20%",
            "share of targets completed at most 20%",
        ),
        (compare("score < 50"), "tổng điểm dưới 50", "total score under 50"),
        (compare("score = 89.5"), "tổng điểm bằng 89,5", "total score exactly 89.5"),
        (holds(), "bị kỷ luật", "disciplined"),
        (not(holds()), "không bị kỷ luật", "not disciplined"),
        (not(compare("score < 50")), "không phải: tổng điểm dưới 50", "not: total score under 50"),
        (
            Condition::All(two()),
            "tỷ lệ chỉ tiêu hoàn thành bằng 100% và tỷ lệ chỉ tiêu vượt mức từ 50% trở lên",
            "share of targets completed exactly 100% and share of targets exceeded at least 50%",
        ),
        (
            Condition::Any(two()),
            "tỷ lệ chỉ tiêu hoàn thành bằng 100% hoặc tỷ lệ chỉ tiêu vượt mức từ 50% trở lên",
            "share of targets completed exactly 100% or share of targets exceeded at least 50%",
        ),
        (
            Condition::AtLeastOf { count: 1, of: two() },
            "ít nhất 1 trong 2: tỷ lệ chỉ tiêu hoàn thành bằng 100%; tỷ lệ chỉ tiêu vượt mức từ 50% trở lên",
            "at least 1 of 2: share of targets completed exactly 100%; share of targets exceeded at least 50%",
        ),
    ] {
        assert_said(|language| language.condition(&rules, &condition), vietnamese, english);
    }
}

#[test]
fn values_are_said_as_they_are_counted() {
    let share = |part: u32, whole: u32| Ratio::of(part, whole).unwrap();
    for (kind, value, vietnamese, english) in [
        (FactKind::Share, Some(FactValue::Exactly(share(6, 7))), "6/7 (85,71%)", "6/7 (85.71%)"),
        (FactKind::Share, Some(FactValue::Exactly(share(4, 8))), "1/2 (50%)", "1/2 (50%)"),
        (FactKind::Share, Some(FactValue::Exactly(Ratio::ONE)), "100%", "100%"),
        (FactKind::Share, Some(FactValue::Exactly(Ratio::ZERO)), "0%", "0%"),
        (FactKind::Share, Some(FactValue::Exactly(share(1234, 2469))), "49,98%", "49.98%"),
        (
            FactKind::Share,
            Some(FactValue::Between(share(4, 7), share(5, 7))),
            "từ 4/7 (57,14%) đến 5/7 (71,43%)",
            "4/7 (57.14%) to 5/7 (71.43%)",
        ),
        (FactKind::Number, Some(FactValue::Exactly(amount("89.5").into())), "89,5", "89.5"),
        (FactKind::Number, Some(FactValue::Exactly(share(175, 3))), "58,33", "58.33"),
        (FactKind::Flag, Some(FactValue::Flag(true)), "có", "yes"),
        (FactKind::Flag, Some(FactValue::Flag(false)), "không", "no"),
        (FactKind::Share, Some(FactValue::Unknown(None)), "chưa có dữ kiện", "not known"),
        (FactKind::Share, Some(FactValue::Unknown(Some(text("chưa họp")))), "chưa họp", "chưa họp"),
        (FactKind::Share, None, "chưa có dữ kiện", "not known"),
    ] {
        assert_said(|language| language.fact_value(kind, value.as_ref()), vietnamese, english);
    }
}

#[test]
fn what_is_one_of_a_few_has_its_words() {
    for (subject, vietnamese, english) in [
        (SubjectKind::Person, "cá nhân không giữ chức vụ", "persons without a management post"),
        (SubjectKind::Manager, "cá nhân lãnh đạo, quản lý", "persons who lead or manage"),
        (SubjectKind::Unit, "cơ quan, đơn vị", "agencies and units"),
        (SubjectKind::Collective, "tập thể", "collectives"),
        (SubjectKind::Task, "nhiệm vụ", "tasks"),
    ] {
        assert_said(|language| language.subject(subject).into(), vietnamese, english);
    }
    for (basis, vietnamese, english) in [
        (Basis::AtCutoff, "Theo số thực hiện đến ngày chốt số liệu", "At the cut-off"),
        (Basis::FullPeriodEstimate, "Theo ước thực hiện cả năm", "By full-period estimate"),
        (
            Basis::ConfirmedCauses,
            "Khi tính cả nguyên nhân khách quan đã được xác nhận",
            "With confirmed objective causes",
        ),
    ] {
        assert_said(|language| language.basis(basis).into(), vietnamese, english);
    }
    let rules = set(decree_90());
    let assessment = rules.assess(SubjectKind::Manager, &facts("completed=6/7"));
    assert_said(|language| language.basis_note(Basis::AtCutoff, &assessment), "", "");
    for (status, vietnamese, english) in [
        (TextStatus::Seen, "đã đọc văn bản", "text seen"),
        (TextStatus::SecondHand, "theo nguồn thứ hai, cần đối chiếu bản gốc", "second-hand, check the original"),
        (TextStatus::Recalled, "chưa đối chiếu văn bản", "recalled, not verified"),
    ] {
        assert_said(|language| language.text_status(status).into(), vietnamese, english);
    }
    let name = Bilingual { vietnamese: text("tốt"), english: text("good") };
    assert_said(|language| language.pick(&name).to_string(), "tốt", "good");
}

#[test]
fn citations_run_from_the_point_to_the_document() {
    let citation = |article: Option<&str>, clause: Option<&str>, point: Option<&str>| Citation {
        document: "90/2020/NĐ-CP".parse().unwrap(),
        article: article.map(text),
        clause: clause.map(text),
        point: point.map(text),
        status: TextStatus::Seen,
    };
    for (cited, vietnamese, english) in [
        (citation(None, None, None), "90/2020/NĐ-CP", "90/2020/NĐ-CP"),
        (citation(Some("12"), None, None), "Điều 12 90/2020/NĐ-CP", "90/2020/NĐ-CP, article 12"),
        (citation(Some("12"), Some("2"), None), "khoản 2 Điều 12 90/2020/NĐ-CP", "90/2020/NĐ-CP, article 12, clause 2"),
        (
            citation(Some("11"), Some("2"), Some("đ")),
            "điểm đ khoản 2 Điều 11 90/2020/NĐ-CP",
            "90/2020/NĐ-CP, article 11, clause 2, point đ",
        ),
    ] {
        assert_said(|language| language.citation(&cited), vietnamese, english);
    }
}

/// A row for each condition; level, clause and status stand beside the first of a rule, forced rules come last.
#[test]
fn a_rule_set_is_a_table() {
    let mut content = content(vec![
        rule("excellent", 8, Condition::All(vec![compare("completed = 100"), compare("exceeded >= 50")])),
        rule("good", 9, Condition::All(Vec::new())),
    ]);
    content.rules[1].band = Some(compare("score >= 70"));
    content.forced = vec![rule("not-completed", 11, Condition::Holds(id("disciplined")))];
    let rules = RuleSet::new(content).unwrap();
    let expected = [
        [
            "Hoàn thành xuất sắc nhiệm vụ",
            "tỷ lệ chỉ tiêu hoàn thành bằng 100%",
            "khoản 2 Điều 8 90/2020/NĐ-CP",
            "đã đọc văn bản",
        ],
        ["", "tỷ lệ chỉ tiêu vượt mức từ 50% trở lên", "", ""],
        ["Hoàn thành tốt nhiệm vụ", "tổng điểm từ 70 trở lên", "khoản 2 Điều 9 90/2020/NĐ-CP", "đã đọc văn bản"],
        ["Không hoàn thành nhiệm vụ", "bị kỷ luật", "khoản 2 Điều 11 90/2020/NĐ-CP", "đã đọc văn bản"],
    ];
    assert_eq!(Vietnamese.rule_table(&rules), expected);
    let expected = [
        [
            "tasks completed excellently",
            "share of targets completed exactly 100%",
            "90/2020/NĐ-CP, article 8, clause 2",
            "text seen",
        ],
        ["", "share of targets exceeded at least 50%", "", ""],
        ["tasks completed well", "total score at least 70", "90/2020/NĐ-CP, article 9, clause 2", "text seen"],
        ["tasks not completed", "disciplined", "90/2020/NĐ-CP, article 11, clause 2", "text seen"],
    ];
    assert_eq!(English.rule_table(&rules), expected);
    assert_eq!(Vietnamese.rule_table(&set(Vec::new())), [[""; 4]; 0]);
}

/// What the source report lacks for a higher level: households where they can be counted, a target where they cannot.
#[cfg(feature = "serde")]
#[test]
fn what_would_lift_a_grade_is_named() {
    use thuocdo::grade::FactDeclaration;

    let report = serde_json::from_str(include_str!("../../examples/data/lang-son-2021.json")).unwrap();
    let mut content = content(decree_90());
    for fact in &mut content.facts {
        match fact.id.as_str() {
            "completed" => fact.id = id("targets-completed"),
            "exceeded" => *fact = FactDeclaration { id: id("targets-exceeded"), at_most: None, ..fact.clone() },
            _ => {}
        }
    }
    content.rules = vec![
        rule("completed", 10, compare("targets-completed > 70")),
        rule("not-completed", 11, compare("targets-completed < 50")),
    ];
    let rules = RuleSet::new(content).unwrap();
    let lifts = rules.target_lifts(&report, Basis::AtCutoff);
    let said = |language: &dyn GradeLanguage| -> Vec<String> {
        lifts.iter().map(|lift| language.target_lift(&report, &rules, lift)).collect()
    };
    assert_eq!(
        said(&Vietnamese),
        [
            "Để đạt mức “Hoàn thành nhiệm vụ”, còn thiếu: 15 hộ ở “Số hộ người có công đang hưởng trợ cấp hàng tháng: Mức sống \
         trung bình trở lên” (2.537 → 2.552 hộ). Các điều kiện khác đã đạt.",
            "Để đạt mức “Hoàn thành nhiệm vụ”, cần đạt mục tiêu “Số người được tuyển sinh và đào tạo giáo dục nghề nghiệp”.",
            "Để đạt mức “Hoàn thành nhiệm vụ”, cần đạt mục tiêu “Hoàn thành nâng cấp đưa cơ sở cai nghiện (Khu C) vào hoạt động có \
         hiệu quả”.",
        ]
    );
    assert_eq!(
        said(&English),
        [
            "To reach “tasks completed”: 15 households more in “Số hộ người có công đang hưởng trợ cấp hàng tháng: Mức sống trung \
         bình trở lên” (2,537 → 2,552 households). All other conditions are met.",
            "To reach “tasks completed”: meet “Số người được tuyển sinh và đào tạo giáo dục nghề nghiệp”.",
            "To reach “tasks completed”: meet “Hoàn thành nâng cấp đưa cơ sở cai nghiện (Khu C) vào hoạt động có hiệu quả”.",
        ]
    );
}
