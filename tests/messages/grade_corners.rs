//! Proves that sentences on grades are right at the corners: lifts, caps, thresholds, what must not hold, who says so.

use thuocdo::grade::{
    Basis, Cap, Condition, Coverage, Fact, FactDeclaration, FactValue, Facts, GradeCounts, Rule, RuleSet,
    RuleSetContent, SubjectKind, compare as compare_grades,
};
use thuocdo::id::Organisation;
use thuocdo::period::Period;
use thuocdo::plan::{Accumulation, Direction, Goal, Indicator, Origin, Plan, Target, TargetVersion, Task};
use thuocdo::quantity::{Ratio, Reading};
use thuocdo::record::{Author, Extent, Observation, Observed, Source, Stage, StatedGrade, Subject};
use thuocdo::report::{Report, ReportContent, ReportState};
use thuocdo::text::{English, GradeLanguage, Vietnamese};

use crate::build::{amount, day, figure, id, printed, text, unit};
use crate::grade_build::{compare, content, decree_90, facts, rule, set};

#[track_caller]
fn assert_said(say: impl Fn(&dyn GradeLanguage) -> String, vietnamese: &str, english: &str) {
    assert_eq!([say(&Vietnamese), say(&English)], [vietnamese, english]);
}

/// A report on one indicator, at its cut-off, beside one goal.
fn report(name: &str, unit_name: &str, direction: Direction, actual: &str, goal: Reading) -> Report {
    let indicator = Indicator {
        id: id("chỉ-tiêu"),
        name: text(name),
        unit: unit(unit_name),
        direction,
        accumulation: if unit_name == "%" { Accumulation::Rate } else { Accumulation::RunningTotal },
        breakdowns: Vec::new(),
    };
    let version = TargetVersion::new(id("1"), Goal::Level(goal));
    let target = Target::new(id("mục-tiêu"), indicator.id.clone(), Vec::new(), None, vec![version]).unwrap();
    let task = Task {
        id: id("nhiệm-vụ"),
        name: text("Nhiệm vụ"),
        lead: None,
        cooperating: Vec::new(),
        deadline: None,
        origin: Origin::Assigned(None),
        targets: vec![target],
    };
    let period = Period::year(2021).unwrap();
    let observation = Observation {
        id: id("số-liệu"),
        indicator: indicator.id.clone(),
        at: Vec::new(),
        period,
        as_of: day(2021, 11, 15),
        extent: Extent::ToCutoff,
        stage: Stage::Official,
        value: Observed::Figure(figure(Reading::Exactly(printed(actual)), unit_name)),
        source: Source::default(),
    };
    let content = ReportContent {
        id: id("báo-cáo"),
        organisation: id("sở"),
        organisations: vec![Organisation { code: id("sở"), name: text("Sở") }],
        period,
        cut_off: day(2021, 11, 15),
        state: ReportState::Draft,
        document: None,
        indicators: vec![indicator],
        plan: Plan { period, tasks: vec![task] },
        proposals: None,
        observations: vec![observation],
        stated: Vec::new(),
        relations: Vec::new(),
        causes: Vec::new(),
        evidence: Vec::new(),
        grades: Vec::new(),
        mentions: Vec::new(),
    };
    Report::new(content).unwrap()
}

/// Rules that read of a report how many of its targets are completed.
fn rules_for_reports() -> RuleSet {
    let mut content = content(vec![
        rule("completed", 10, compare("targets-completed > 70")),
        rule("not-completed", 11, compare("targets-completed < 50")),
    ]);
    content.facts.truncate(1);
    content.facts[0] = FactDeclaration { id: id("targets-completed"), ..content.facts[0].clone() };
    RuleSet::new(content).unwrap()
}

#[test]
fn a_lift_goes_the_way_the_target_goes_and_counts_in_ones() {
    let rules = rules_for_reports();
    let (higher, lower) = (Direction::HigherIsBetter, Direction::LowerIsBetter);
    let (at_most, less_than) = (Reading::AtMost(printed("10")), Reading::LessThan(printed("10")));
    let (at_least, more_than) = (Reading::AtLeast(printed("8")), Reading::MoreThan(printed("90")));
    for ((name, unit, direction, actual, goal), vietnamese, english) in [
        (
            ("Số vụ tai nạn", "vụ", lower, "18", at_most),
            "cần giảm: 8 vụ ở “Số vụ tai nạn” (18 → 10 vụ)",
            "bring “Số vụ tai nạn” down by 8 cases (18 → 10 cases)",
        ),
        (
            ("Số người chết", "người", lower, "18", less_than),
            "cần giảm: 9 người ở “Số người chết” (18 → 9 người)",
            "bring “Số người chết” down by 9 persons (18 → 9 persons)",
        ),
        (
            ("Số thu", "triệu đồng", higher, "5", at_least),
            "còn thiếu: 3.000.000 đồng ở “Số thu” (5.000.000 → 8.000.000 đồng)",
            "3,000,000 đồng more in “Số thu” (5,000,000 → 8,000,000 đồng)",
        ),
        (
            ("Tỷ lệ có việc làm", "%", higher, "88", more_than),
            "còn thiếu: hơn 2 điểm phần trăm ở “Tỷ lệ có việc làm” (88 → trên 90%)",
            "over 2 percentage points more in “Tỷ lệ có việc làm” (88 → over 90%)",
        ),
        (
            ("Số vụ tai nạn", "vụ", lower, "18", less_than),
            "cần giảm: hơn 8 vụ ở “Số vụ tai nạn” (18 → dưới 10 vụ)",
            "bring “Số vụ tai nạn” down by over 8 cases (18 → under 10 cases)",
        ),
    ] {
        let report = report(name, unit, direction, actual, goal);
        let lifts = rules.target_lifts(&report, Basis::AtCutoff);
        let [lift] = lifts.as_slice() else { panic!("{lifts:?}") };
        assert_said(
            |language| language.target_lift(&report, &rules, lift),
            &format!("Để đạt mức “Hoàn thành nhiệm vụ”, {vietnamese}. Các điều kiện khác đã đạt."),
            &format!("To reach “tasks completed”: {english}. All other conditions are met."),
        );
    }
}

/// Where nothing is graded the lower level there is nothing to take a share of, so no percentage is given.
#[test]
fn a_cap_names_the_share_that_applies() {
    let rules = set(decree_90());
    let (level, of, percent, exception) = (id("excellent"), vec![id("good")], amount("20"), Some(amount("25")));
    let cap = Cap { level, of, percent, exception, citation: None };
    for ((given, base, is_outstanding), vietnamese, english) in [
        (
            (5, 20, true),
            "Trong tỷ lệ tối đa: 05 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 20 trường hợp xếp “Hoàn \
             thành tốt nhiệm vụ” là 25%; tối đa 25%.",
            "Within the cap: 5 graded “tasks completed excellently” against 20 graded “tasks completed well” is \
             25%, cap 25%.",
        ),
        (
            (6, 20, true),
            "Vượt tỷ lệ tối đa: 06 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 20 trường hợp xếp “Hoàn \
             thành tốt nhiệm vụ” là 30%; tối đa 25%. Nhiều nhất 05 trường hợp xếp mức này.",
            "Cap exceeded: 6 graded “tasks completed excellently” against 20 graded “tasks completed well” is 30%, \
             cap 25%. At most 5 may be.",
        ),
        (
            (1, 0, false),
            "Vượt tỷ lệ tối đa: 01 trường hợp xếp “Hoàn thành xuất sắc nhiệm vụ” so với 00 trường hợp xếp “Hoàn \
             thành tốt nhiệm vụ”; tối đa 20%. Nhiều nhất 00 trường hợp xếp mức này.",
            "Cap exceeded: 1 graded “tasks completed excellently” against 0 graded “tasks completed well”, cap 20%. \
             At most 0 may be.",
        ),
    ] {
        let mut counts = GradeCounts::new();
        counts.add(id("excellent"), given);
        counts.add(id("good"), base);
        let result = cap.check(&rules.content().scale, &counts, is_outstanding);
        assert_said(|language| language.cap(&rules, &cap, &result), vietnamese, english);
    }
}

fn not(part: Condition) -> Condition {
    Condition::Not(Box::new(part))
}

fn disciplined() -> Condition {
    Condition::Holds(id("disciplined"))
}

/// A rule that grades `good` by this, one that grades the rest.
fn good_by(requires: Condition) -> RuleSetContent {
    content(vec![rule("good", 9, requires), rule("completed", 10, compare("completed >= 0"))])
}

/// Rules of which one comes before all others.
fn forced_by(requires: Condition) -> RuleSetContent {
    let barred = Rule { id: id("barred"), ..rule("completed", 9, requires) };
    RuleSetContent { forced: vec![barred], ..good_by(compare("completed = 100")) }
}

/// Who gave a grade, in both languages.
type By = (Author, &'static str, &'static str);

const SELF: By = (Author::SelfAssessed, "tự đánh giá", "self-grade");

/// A given grade that is too high for these reasons.
#[track_caller]
fn assert_too_high(content: RuleSetContent, known: &str, by: By, vietnamese: &str, english: &str) {
    let rules = RuleSet::new(content).unwrap();
    let assessment = rules.assess(SubjectKind::Manager, &facts(known));
    let (author, named, named_english) = by;
    let (subject, source) = (Subject::Organisation(id("sở")), Source::default());
    let given = StatedGrade { subject, author, level: text("HTTNV"), reason: None, source };
    let comparison = compare_grades(&given, &assessment);
    assert_said(
        |language| language.comparison(&given.level, &comparison, &assessment),
        &format!(
            "Mức {named} “HTTNV” cao hơn kết quả tính theo Nghị định số 90/2020/NĐ-CP ngày 13/8/2020 (“Hoàn thành \
             nhiệm vụ”), vì {vietnamese}. Kết quả tính không thay thế quyết định của cấp có thẩm quyền."
        ),
        &format!(
            "The {named_english} “HTTNV” is above the one computed by the decree 90/2020/NĐ-CP of 13 Aug 2020 (“tasks \
             completed”), because {english}. The computed result does not replace the authority's decision."
        ),
    );
}

#[test]
fn what_is_known_is_never_called_unknown() {
    let both = || Condition::All(vec![compare("completed = 100"), not(disciplined())]);
    assert_too_high(
        good_by(both()),
        "completed=7/7 disciplined=yes",
        SELF,
        "điều kiện “không bị kỷ luật” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt",
        "“not disciplined” (90/2020/NĐ-CP, article 9, clause 2) is not met",
    );
    assert_too_high(
        good_by(not(compare("completed < 90"))),
        "completed=6/7",
        SELF,
        "điều kiện “không phải: tỷ lệ chỉ tiêu hoàn thành dưới 90%” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện \
         là 6/7 (85,71%)",
        "“not: share of targets completed under 90%” (90/2020/NĐ-CP, article 9, clause 2) is not met: 6/7 (85.71%)",
    );
    assert_too_high(
        good_by(not(Condition::Any(vec![disciplined(), compare("completed < 90")]))),
        "completed=6/7",
        SELF,
        "điều kiện “không phải: (bị kỷ luật hoặc tỷ lệ chỉ tiêu hoàn thành dưới 90%)” (khoản 2 Điều 9 \
         90/2020/NĐ-CP) chưa đạt",
        "“not: (disciplined or share of targets completed under 90%)” (90/2020/NĐ-CP, article 9, clause 2) is not \
         met",
    );
    // a forced rule stands in the way whatever else holds
    assert_too_high(
        forced_by(disciplined()),
        "completed=7/7 disciplined=yes",
        SELF,
        "điều kiện “không bị kỷ luật” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt",
        "“not disciplined” (90/2020/NĐ-CP, article 9, clause 2) is not met",
    );
    assert_too_high(
        forced_by(disciplined()),
        "completed=6/7 disciplined=yes",
        SELF,
        "điều kiện “không bị kỷ luật” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt; điều kiện “tỷ lệ chỉ tiêu hoàn thành \
         bằng 100%” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 6/7 (85,71%)",
        "“not disciplined” (90/2020/NĐ-CP, article 9, clause 2) is not met; “share of targets completed exactly \
         100%” (90/2020/NĐ-CP, article 9, clause 2) is not met: 6/7 (85.71%)",
    );
    assert_too_high(
        forced_by(compare("score < 50")),
        "completed=7/7 score=45",
        SELF,
        "điều kiện “không phải: tổng điểm dưới 50” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 45",
        "“not: total score under 50” (90/2020/NĐ-CP, article 9, clause 2) is not met: 45",
    );
    // what is left open is called so
    assert_too_high(
        good_by(both()),
        "completed=6/7",
        SELF,
        "điều kiện “tỷ lệ chỉ tiêu hoàn thành bằng 100%” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 6/7 \
         (85,71%); chưa đủ dữ kiện về điều kiện “không bị kỷ luật” (khoản 2 Điều 9 90/2020/NĐ-CP)",
        "“share of targets completed exactly 100%” (90/2020/NĐ-CP, article 9, clause 2) is not met: 6/7 (85.71%); \
         not enough is known about “not disciplined” (90/2020/NĐ-CP, article 9, clause 2)",
    );
}

#[test]
fn a_number_close_to_a_threshold_has_the_decimals_that_tell_them_apart() {
    assert_too_high(
        good_by(compare("score >= 90")),
        "score=26999/300 completed=1/2",
        SELF,
        "điều kiện “tổng điểm từ 90 trở lên” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 89,997",
        "“total score at least 90” (90/2020/NĐ-CP, article 9, clause 2) is not met: 89.997",
    );
    assert_too_high(
        good_by(compare("completed >= 50")),
        "completed=49999999/100000000",
        SELF,
        "điều kiện “tỷ lệ chỉ tiêu hoàn thành từ 50% trở lên” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là \
         49,999999%",
        "“share of targets completed at least 50%” (90/2020/NĐ-CP, article 9, clause 2) is not met: 49.999999%",
    );
}

#[test]
fn a_given_grade_is_called_by_who_gave_it() {
    for by in
        [SELF, (Author::Reviewed, "thẩm định", "reviewed grade"), (Author::Decided, "được quyết định", "decided grade")]
    {
        assert_too_high(
            good_by(compare("completed = 100")),
            "completed=6/7",
            by,
            "điều kiện “tỷ lệ chỉ tiêu hoàn thành bằng 100%” (khoản 2 Điều 9 90/2020/NĐ-CP) chưa đạt: hiện là 6/7 \
             (85,71%)",
            "“share of targets completed exactly 100%” (90/2020/NĐ-CP, article 9, clause 2) is not met: 6/7 \
             (85.71%)",
        );
    }
}

/// Whether the answer rests on the estimated fact or on none.
#[test]
fn an_estimate_is_named_with_its_maker_or_without() {
    let decree = set(decree_90());
    let unknown = RuleSet::new(RuleSetContent { coverage: Coverage::Partial, ..content(Vec::new()) }).unwrap();
    let by = "Số ước của Sở A; kết quả này đúng nếu số chính thức đúng như ước.";
    let by_english = "Estimated by Sở A; right if the official figures confirm it.";
    for (rules, estimated_by, cited, vietnamese, english) in [
        (&unknown, Some(vec![text("Sở A")]), 0, by, by_english),
        (
            &decree,
            Some(Vec::new()),
            1,
            "Báo cáo không nêu đơn vị ước; kết quả này đúng nếu số chính thức đúng như ước.",
            "The report does not say who estimated; right if the official figures confirm it.",
        ),
        (
            &decree,
            None,
            1,
            "Báo cáo không có số ước thực hiện cả năm; kết quả như căn cứ trên.",
            "The report has no full-period estimate; same as above.",
        ),
    ] {
        let fact = Fact { estimated_by, ..Fact::given(FactValue::Exactly(Ratio::of(6, 7).unwrap())) };
        let mut known = Facts::new();
        known.insert(id("completed"), fact);
        let assessment = rules.assess(SubjectKind::Manager, &known);
        assert_eq!(assessment.explanation().cited.len(), cited);
        assert_said(|language| language.basis_note(Basis::FullPeriodEstimate, &assessment), vietnamese, english);
    }
}

#[test]
fn rules_for_others_name_whom_they_were_asked_for() {
    let rules = set(decree_90());
    for (subject, vietnamese, english) in [
        (SubjectKind::Unit, "cơ quan, đơn vị", "agencies and units"),
        (SubjectKind::Person, "cá nhân không giữ chức vụ", "persons without a management post"),
    ] {
        let assessment = rules.assess(subject, &facts("completed=6/7"));
        assert_said(
            |language| language.outcome(&assessment),
            &format!(
                "Không áp dụng Nghị định 90/2020: bộ tiêu chí này dùng cho cá nhân lãnh đạo, quản lý, không dùng cho \
                 {vietnamese}."
            ),
            &format!("Decree 90/2020 not applied: it grades persons who lead or manage, not {english}."),
        );
    }
}

#[test]
fn conditions_within_conditions_stand_in_brackets() {
    let rules = set(Vec::new());
    let [a, b, c] = ["completed = 100", "exceeded >= 50", "score >= 90"].map(compare);
    let either = Condition::Any(vec![a.clone(), b.clone()]);
    for (condition, vietnamese, english) in [
        (
            Condition::All(vec![either.clone(), c.clone()]),
            "(tỷ lệ chỉ tiêu hoàn thành bằng 100% hoặc tỷ lệ chỉ tiêu vượt mức từ 50% trở lên) và tổng điểm từ 90 \
             trở lên",
            "(share of targets completed exactly 100% or share of targets exceeded at least 50%) and total score at \
             least 90",
        ),
        (
            Condition::Any(vec![Condition::All(vec![a, b]), c]),
            "(tỷ lệ chỉ tiêu hoàn thành bằng 100% và tỷ lệ chỉ tiêu vượt mức từ 50% trở lên) hoặc tổng điểm từ 90 \
             trở lên",
            "(share of targets completed exactly 100% and share of targets exceeded at least 50%) or total score at \
             least 90",
        ),
        (
            not(either),
            "không phải: (tỷ lệ chỉ tiêu hoàn thành bằng 100% hoặc tỷ lệ chỉ tiêu vượt mức từ 50% trở lên)",
            "not: (share of targets completed exactly 100% or share of targets exceeded at least 50%)",
        ),
    ] {
        assert_said(|language| language.condition(&rules, &condition), vietnamese, english);
    }
}
