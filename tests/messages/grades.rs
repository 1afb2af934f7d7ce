//! Every sentence on grades: what a rule set answers, why, beside which grade, what would lift it, and what is not in order
//! with the rules themselves.

use thuocdo::grade::{
    Basis, Condition, Coverage, Fact, FactValue, MatchPolicy, Rule, RuleSet, RuleSetContent, RuleSource, SubjectKind,
    compare as compare_grades,
};
use thuocdo::quantity::Ratio;
use thuocdo::record::{Author, Source, StatedGrade, Subject};
use thuocdo::text::{English, GradeLanguage, Vietnamese};
use unicode_normalization::is_nfc;

use crate::build::{document, id, text};
use crate::grade_build::{compare, content, decree_90, facts, rule, set};
use crate::grade_findings::{caps, flaws, none_in_force};

/// Something said in both languages, beside what should be said.
pub(crate) struct Said {
    pub(crate) said: [String; 2],
    pub(crate) expected: [&'static str; 2],
}

pub(crate) fn both(
    say: impl Fn(&dyn GradeLanguage) -> String,
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    Said { said: [say(&Vietnamese), say(&English)], expected: [vietnamese, english] }
}

#[test]
fn forbidden_words_are_not_said_of_grades() {
    for Said { said: [vietnamese, _], .. } in grade_sentences() {
        let words: Vec<_> = vietnamese.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let plain = format!(" {} ", words.join(" "));
        for forbidden in [" kiểm toán ", " sai ", " vi phạm "] {
            assert!(!plain.contains(forbidden), "{vietnamese}");
        }
    }
}

#[test]
fn every_sentence_on_grades_is_composed_and_whole() {
    for said in grade_sentences().into_iter().flat_map(|sentence| sentence.said) {
        assert!(is_nfc(&said), "{said}");
        // a remark in brackets is a sentence of its own
        assert!((said.ends_with('.') || said.ends_with(".)")) && !said.contains(".."), "{said}");
        let holes = ["  ", " .", " ,", " :", " ;", "()", "( ", " )", "“”", ", .", ": ."];
        assert!(!holes.iter().any(|hole| said.contains(hole)), "{said}");
        for sentence in said.split(". ") {
            assert!(sentence.starts_with(|c: char| c.is_uppercase() || c == '“' || c == '('), "{said}");
        }
    }
}

/// Every whole sentence.
pub(crate) fn grade_sentences() -> Vec<Said> {
    [outcomes(), reminders(), comparisons(), caps(), flaws(), none_in_force(), basis_notes()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_sentence_on_grades_says_this() {
    for Said { said, expected } in grade_sentences() {
        assert_eq!(said, expected);
    }
}

/// What a set of rules, in the words of `change`, answers to facts.
fn outcome(content: RuleSetContent, written: &str, vietnamese: &'static str, english: &'static str) -> Said {
    let rules = RuleSet::new(content).unwrap();
    let assessment = rules.assess(SubjectKind::Manager, &facts(written));
    both(|language| language.outcome(&assessment), vietnamese, english)
}

fn outcomes() -> Vec<Said> {
    let decree = || content(decree_90());
    let with_discipline = || RuleSetContent {
        forced: vec![rule_named("discipline", "not-completed", Condition::Holds(id("disciplined")))],
        ..decree()
    };
    let overlapping = |rules: &[(&str, u32, &str)]| {
        let rules = rules.iter().map(|(level, article, test)| rule(level, *article, compare(test)));
        RuleSetContent { policy: MatchPolicy::One, ..content(rules.collect()) }
    };
    vec![
        outcome(
            decree(),
            "completed=6/7",
            "Mức xếp loại tính được: “Hoàn thành nhiệm vụ”.",
            "Computed grade: “tasks completed”.",
        ),
        outcome(
            decree(),
            "completed=4/7",
            "Chưa xếp được mức: tỷ lệ chỉ tiêu hoàn thành 4/7 (57,14%); “Hoàn thành nhiệm vụ” yêu cầu trên 70%, “Không hoàn thành nhiệm vụ” là dưới 50%. Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 không quy định trường hợp từ 50% \
             đến 70%. Đề nghị cấp có thẩm quyền quyết định.",
            "No grade: share of targets completed 4/7 (57.14%); “tasks completed” asks over 70%, “tasks not completed” is under 50%. The decree 90/2020/NĐ-CP of 13 Aug 2020 does not provide for 50% to 70%. For the authority to \
             decide.",
        ),
        outcome(
            with_discipline(),
            "completed=3/5 disciplined=no",
            "Chưa xếp được mức: tỷ lệ chỉ tiêu hoàn thành 3/5 (60%); không bị kỷ luật; “Hoàn thành xuất sắc nhiệm vụ” yêu \
             cầu tỷ lệ chỉ tiêu hoàn thành bằng 100% và tỷ lệ chỉ tiêu vượt mức từ 50% trở lên, “Hoàn thành tốt nhiệm vụ” yêu \
             cầu tỷ lệ chỉ tiêu hoàn thành bằng 100%, “Hoàn thành nhiệm vụ” yêu cầu tỷ lệ chỉ tiêu hoàn thành trên 70%, \
             “Không hoàn thành nhiệm vụ” yêu cầu tỷ lệ chỉ tiêu hoàn thành dưới 50%. Nghị định số 90/2020/NĐ-CP ngày \
             13/8/2020 không quy định trường hợp tỷ lệ chỉ tiêu hoàn thành từ 50% đến 70% và không bị kỷ luật. Đề nghị cấp \
             có thẩm quyền quyết định.",
            "No grade: share of targets completed 3/5 (60%); not disciplined; “tasks completed excellently” asks share of targets completed exactly 100% and share of targets exceeded at least 50%, “tasks completed well” asks share of \
             targets completed exactly 100%, “tasks completed” asks share of targets completed over 70%, “tasks not \
             completed” asks share of targets completed under 50%. The decree 90/2020/NĐ-CP of 13 Aug 2020 does not provide \
             for share of targets completed 50% to 70% and not disciplined. For the authority to decide.",
        ),
        outcome(
            overlapping(&[("excellent", 1, "score >= 85"), ("good", 2, "score <= 85")]),
            "score=85",
            "Chưa xếp được mức: số liệu thỏa mãn đồng thời điều kiện của mức “Hoàn thành xuất sắc nhiệm vụ” và “Hoàn thành \
             tốt nhiệm vụ” (khoản 2 Điều 1 90/2020/NĐ-CP; khoản 2 Điều 2 90/2020/NĐ-CP). Đề nghị cấp có thẩm quyền quyết \
             định.",
            "No grade: the conditions of both “tasks completed excellently” and “tasks completed well” (90/2020/NĐ-CP, \
             article 1, clause 2; 90/2020/NĐ-CP, article 2, clause 2) hold. For the authority to decide.",
        ),
        outcome(
            decree(),
            "completed=7/7",
            "Chưa kết luận được mức xếp loại (có thể là “Hoàn thành xuất sắc nhiệm vụ”, “Hoàn thành tốt nhiệm vụ”): chưa đủ \
             dữ kiện về tỷ lệ chỉ tiêu vượt mức. Đề nghị bổ sung.",
            "Left open (it may be “tasks completed excellently”, “tasks completed well”): not enough is known about share of \
             targets exceeded. Please supply it.",
        ),
        outcome(
            decree(),
            "score=100.01",
            "Chưa xếp được mức: tổng điểm là 100,01; chỉ nhận giá trị từ 0 đến 100. Đề nghị kiểm tra lại.",
            "No grade: total score is 100.01; it can be 0 to 100. Please check.",
        ),
        outcome(
            decree(),
            "completed=8/7",
            "Chưa xếp được mức: tỷ lệ chỉ tiêu hoàn thành là 8/7 (114,29%); chỉ nhận giá trị từ 0% đến 100%. Đề nghị kiểm tra \
             lại.",
            "No grade: share of targets completed is 8/7 (114.29%); it can be 0% to 100%. Please check.",
        ),
        outcome(
            RuleSetContent { coverage: Coverage::Partial, ..content(Vec::new()) },
            "",
            "Chưa có căn cứ xếp mức: Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 chưa có khung điểm đối với cá nhân lãnh đạo, \
             quản lý trong bộ dữ liệu này.",
            "No basis for a grade: the bands of the decree 90/2020/NĐ-CP of 13 Aug 2020 for persons who lead or manage are \
             not known to this data set.",
        ),
    ]
}

fn rule_named(name: &str, level: &str, requires: Condition) -> Rule {
    Rule { id: id(name), ..rule(level, 11, requires) }
}

fn reminders() -> Vec<Said> {
    let decree = set(decree_90());
    let by_analogy = decree.assess_by_analogy(&facts("completed=6/7"));
    let wrong = decree.assess(SubjectKind::Unit, &facts("completed=6/7"));
    let own = RuleSet::new(RuleSetContent { source: RuleSource::Library, ..content(decree_90()) }).unwrap();
    let by_own = own.assess(SubjectKind::Manager, &facts("completed=6/7"));
    vec![
        both(
            |language| language.outcome(&by_analogy),
            "THAM KHẢO: Nghị định 90/2020 dùng cho cá nhân lãnh đạo, quản lý; kết quả dưới đây chỉ để tham khảo. Mức xếp \
             loại tính được: “Hoàn thành nhiệm vụ”.",
            "FOR REFERENCE: Decree 90/2020 grades persons who lead or manage; the result below is an analogy only. Computed \
             grade: “tasks completed”.",
        ),
        both(
            |language| language.outcome(&wrong),
            "Không áp dụng Nghị định 90/2020: bộ tiêu chí này dùng cho cá nhân lãnh đạo, quản lý, không dùng cho cơ quan, đơn vị.",
            "Decree 90/2020 not applied: it grades persons who lead or manage, not agencies and units.",
        ),
        both(
            |language| language.outcome(&by_own),
            "THAM KHẢO: Nghị định 90/2020 là của thư viện, không phải văn bản quy định. Mức xếp loại tính được: “Hoàn thành \
             nhiệm vụ”.",
            "FOR REFERENCE: Decree 90/2020 is the library's own and no law. Computed grade: “tasks completed”.",
        ),
    ]
}

fn comparison(rules: &RuleSet, written: &str, level: &str, vietnamese: &'static str, english: &'static str) -> Said {
    let mut known = facts(written);
    if let Some(mut fact) = known.get(&id("completed")).cloned() {
        fact.lacking = vec![text("Số người được tuyển sinh")];
        known.insert(id("completed"), fact);
    }
    let assessment = rules.assess(SubjectKind::Manager, &known);
    let source = Source { place: None, document: None, provider: None, inferred_from: None };
    let subject = Subject::Organisation(id("sở"));
    let given = StatedGrade { subject, author: Author::SelfAssessed, level: text(level), reason: None, source };
    let comparison = compare_grades(&given, &assessment);
    both(|language| language.comparison(&given.level, &comparison, &assessment), vietnamese, english)
}

fn comparisons() -> Vec<Said> {
    let decree = set(decree_90());
    let own = RuleSet::new(RuleSetContent { source: RuleSource::Library, ..content(decree_90()) }).unwrap();
    vec![
        comparison(
            &decree,
            "completed=6/7",
            "Hoàn thành tốt nhiệm vụ",
            "Mức tự đánh giá “Hoàn thành tốt nhiệm vụ” cao hơn kết quả tính theo Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 \
             (“Hoàn thành nhiệm vụ”), vì điều kiện “tỷ lệ chỉ tiêu hoàn thành bằng 100%” (khoản 2 Điều 9 90/2020/NĐ-CP) \
             chưa đạt: hiện là 6/7 (85,71%), còn “Số người được tuyển sinh”. Kết quả tính không thay thế quyết định của cấp \
             có thẩm quyền.",
            "The self-grade “Hoàn thành tốt nhiệm vụ” is above the one computed by the decree 90/2020/NĐ-CP of 13 Aug 2020 \
             (“tasks completed”), because “share of targets completed exactly 100%” (90/2020/NĐ-CP, article 9, clause 2) is \
             not met: 6/7 (85.71%), “Số người được tuyển sinh” remains. The computed result does not replace the \
             authority's decision.",
        ),
        comparison(
            &decree,
            "completed=6/7",
            "HTNV",
            "Mức “HTNV” bằng kết quả tính theo Nghị định số 90/2020/NĐ-CP ngày 13/8/2020.",
            "“HTNV” equals the grade computed by the decree 90/2020/NĐ-CP of 13 Aug 2020.",
        ),
        comparison(
            &decree,
            "completed=6/7",
            "KHTNV",
            "Mức “KHTNV” thấp hơn kết quả tính theo Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 (“Hoàn thành nhiệm vụ”).",
            "“KHTNV” is below the grade computed by the decree 90/2020/NĐ-CP of 13 Aug 2020 (“tasks completed”).",
        ),
        comparison(
            &decree,
            "completed=4/7",
            "HTTNV",
            "Chưa so sánh được mức “HTTNV” với kết quả tính.",
            "“HTTNV” cannot be compared with a computed grade yet.",
        ),
        comparison(
            &own,
            "completed=6/7 exceeded=4/7",
            "HTXSNV",
            "Đối với mức “HTXSNV”: điều kiện đã đạt: tỷ lệ chỉ tiêu vượt mức từ 50% trở lên; điều kiện chưa đạt: tỷ lệ chỉ \
             tiêu hoàn thành bằng 100%.",
            "For “HTXSNV”: conditions met: share of targets exceeded at least 50%; conditions not met: share of targets \
             completed exactly 100%.",
        ),
        comparison(
            &own,
            "completed=6/7 exceeded=1/7",
            "HTXSNV",
            "Đối với mức “HTXSNV”: điều kiện đã đạt: không có; điều kiện chưa đạt: tỷ lệ chỉ tiêu hoàn thành bằng 100%; tỷ \
             lệ chỉ tiêu vượt mức từ 50% trở lên.",
            "For “HTXSNV”: conditions met: none; conditions not met: share of targets completed exactly 100%; share of \
             targets exceeded at least 50%.",
        ),
    ]
}

fn basis_notes() -> Vec<Said> {
    let rules = set(decree_90());
    let note = |names: &[&str], codes: &[&str], basis, vietnamese, english| {
        let mut known = facts("");
        let mut fact = Fact::given(FactValue::Exactly(Ratio::of(6, 7).unwrap()));
        fact.estimated_by = (!names.is_empty()).then(|| names.iter().map(|name| text(name)).collect());
        fact.confirmed_by = codes.iter().map(|code| document(code, None)).collect();
        known.insert(id("completed"), fact);
        let assessment = rules.assess(SubjectKind::Manager, &known);
        both(|language| language.basis_note(basis, &assessment), vietnamese, english)
    };
    vec![
        note(
            &["Sở A", "Sở B"],
            &[],
            Basis::FullPeriodEstimate,
            "Số ước của Sở A, Sở B; kết quả này đúng nếu số chính thức đúng như ước.",
            "Estimated by Sở A, Sở B; right if the official figures confirm it.",
        ),
        note(
            &[],
            &[],
            Basis::FullPeriodEstimate,
            "Báo cáo không có số ước thực hiện cả năm; kết quả như căn cứ trên.",
            "The report has no full-period estimate; same as above.",
        ),
        note(
            &["Sở A"],
            &["12/QĐ-UBND", "575/SLĐTBXH-NCC"],
            Basis::ConfirmedCauses,
            "Văn bản xác nhận: Quyết định số 12/QĐ-UBND; Công văn số 575/SLĐTBXH-NCC.",
            "Confirmed by decision 12/QĐ-UBND; letter 575/SLĐTBXH-NCC.",
        ),
        note(
            &["Sở A"],
            &[],
            Basis::ConfirmedCauses,
            "Chưa có văn bản xác nhận của cấp có thẩm quyền; kết quả như căn cứ trên.",
            "None confirmed by the competent authority; same as above.",
        ),
    ]
}
