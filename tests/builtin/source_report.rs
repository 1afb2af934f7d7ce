//! The source report (Lạng Sơn's department of labour, draft of November 2021) held against the decree of its time, on the
//! three bases beside each other: none of them replaces another.

use thuocdo::grade::{
    Assessment, Basis, ByBasis, Comparison, Condition, Fact, FactValue, Facts, Outcome, RuleSet, Standing, SubjectKind,
    Test, compare,
};
use thuocdo::id::{DocumentRef, Text};
use thuocdo::quantity::Ratio;
use thuocdo::record::{Author, Confirmation, StatedGrade, Subject};
use thuocdo::report::Report;

use crate::build::{amount, id, rules, said};

const TEXT: &str = include_str!("../../examples/data/lang-son-2021.json");

const ENROLMENT: &str = "Số người được tuyển sinh và đào tạo giáo dục nghề nghiệp";
const HOUSEHOLDS: &str = "Số hộ người có công đang hưởng trợ cấp hàng tháng: Mức sống trung bình trở lên";
const CENTRE: &str = "Hoàn thành nâng cấp đưa cơ sở cai nghiện (Khu C) vào hoạt động có hiệu quả";
const FILES: &str = "Giải quyết kịp thời hồ sơ Người có công";

fn report() -> Report {
    serde_json::from_str(TEXT).unwrap()
}

fn decree() -> RuleSet {
    rules("vn-nd90-2020-unit")
}

fn letter() -> DocumentRef {
    DocumentRef { code: "1234/UBND-KGVX".parse().unwrap(), date: None, subject: None }
}

/// The report with one of its causes answered by the authority.
fn report_with(cause: &str, confirmation: Confirmation) -> Report {
    let mut content = report().into_content();
    content.causes.iter_mut().find(|stated| stated.id == id(cause)).unwrap().confirmation = confirmation;
    Report::new(content).unwrap()
}

fn confirmed() -> Confirmation {
    Confirmation::Confirmed { authority: Text::new("UBND tỉnh Lạng Sơn").unwrap(), document: letter() }
}

/// The one fact that an answer rests on.
#[track_caller]
fn cited<'a>(assessment: &'a Assessment<'_>) -> &'a Fact {
    match assessment.explanation().cited.as_slice() {
        [(name, fact)] => {
            assert_eq!(*name, id("targets-completed"));
            fact
        }
        cited => panic!("{cited:?}"),
    }
}

#[track_caller]
fn assert_completed(facts: &Fact, part: u32, whole: u32, lacking: &[&str]) {
    assert_eq!(facts.value, FactValue::Exactly(Ratio::of(part, whole).unwrap()));
    assert_eq!(facts.lacking.iter().map(Text::as_str).collect::<Vec<_>>(), lacking);
    // nobody judged whether files were handled in time, so it is neither completed nor not
    assert_eq!(facts.left_out.iter().map(Text::as_str).collect::<Vec<_>>(), [FILES]);
}

#[test]
fn the_three_bases_stand_beside_each_other() {
    let (report, decree) = (report(), decree());
    let by_basis = decree.assess_report_by_analogy(&report);
    let [at_cutoff, estimate, with_causes] = Basis::ALL.map(|basis| by_basis.at(basis));
    assert!([at_cutoff, estimate, with_causes].iter().all(|assessment| assessment.is_analogy()));

    // 4 of 7 lies where the decree says nothing
    assert_eq!(*at_cutoff.outcome(), Outcome::NoRuleMatched);
    assert_completed(cited(at_cutoff), 4, 7, &[HOUSEHOLDS, ENROLMENT, CENTRE]);
    assert!(cited(at_cutoff).estimated_by.is_none() && cited(at_cutoff).confirmed_by.is_empty());

    // by the unit's own estimate 6 of 7
    assert_eq!(said(estimate), "completed");
    assert_completed(cited(estimate), 6, 7, &[ENROLMENT]);
    let department = "Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn";
    let by: Vec<_> = cited(estimate).estimated_by.iter().flatten().map(Text::as_str).collect();
    assert_eq!(by, [department]);

    // no cause is confirmed, so the third is as the second
    assert_eq!(with_causes.outcome(), estimate.outcome());
    assert_completed(cited(with_causes), 6, 7, &[ENROLMENT]);
    assert!(cited(with_causes).confirmed_by.is_empty());
}

#[test]
fn all_facts_of_the_report_are_as_counted_by_hand() {
    let report = report();
    let rows = [
        ("targets-completed", (4, 7), (6, 7)),
        ("targets-exceeded", (1, 7), (1, 7)),
        ("targets-on-time", (4, 7), (6, 7)),
        ("targets-late", (0, 1), (0, 1)),
        ("targets-pending", (3, 7), (1, 7)),
        ("tasks-completed", (1, 4), (3, 4)),
        ("tasks-exceeded", (1, 4), (1, 4)),
        ("tasks-pending", (3, 4), (1, 4)),
    ];
    for (name, at_cutoff, estimate) in rows {
        let bases =
            [(Basis::AtCutoff, at_cutoff), (Basis::FullPeriodEstimate, estimate), (Basis::ConfirmedCauses, estimate)];
        for (basis, (part, whole)) in bases {
            let facts = Facts::of_report(&report, basis);
            let value = &facts.get(&id(name)).unwrap().value;
            assert_eq!(*value, FactValue::Exactly(Ratio::of(part, whole).unwrap()), "{name}, {basis:?}");
        }
    }
}

/// The decree grades persons who manage; the department itself it does not grade.
#[test]
fn the_department_is_graded_by_analogy_only() {
    let (report, decree) = (report(), decree());
    let by_basis = decree.assess_report(SubjectKind::Unit, &report);
    assert!(Basis::ALL.iter().all(|basis| *by_basis.at(*basis).outcome() == Outcome::WrongSubject));
    let ByBasis { at_cutoff, full_period_estimate, confirmed_causes } =
        decree.assess_report(SubjectKind::Manager, &report);
    assert_eq!(
        [said(&at_cutoff), said(&full_period_estimate), said(&confirmed_causes)],
        ["none", "completed", "completed"]
    );
    assert!(!at_cutoff.is_analogy());
}

#[test]
fn a_confirmed_cause_completes_its_target() {
    let decree = decree();
    for cause in ["nn-kinh-phi", "nn-covid-gdnn"] {
        let report = report_with(cause, confirmed());
        let by_basis = decree.assess_report_by_analogy(&report);
        let outcomes = Basis::ALL.map(|basis| said(by_basis.at(basis)));
        assert_eq!(outcomes, ["none", "completed", "good"], "{cause}");
        let cited = &by_basis.confirmed_causes.explanation().cited;
        assert!(cited.iter().all(|(_, fact)| fact.confirmed_by == [letter()]), "{cited:?}");
        let facts = Facts::of_report(&report, Basis::ConfirmedCauses);
        assert_completed(facts.get(&id("targets-completed")).unwrap(), 7, 7, &[]);
        // one of seven is exceeded, and all are on time
        let value = |name| &facts.get(&id(name)).unwrap().value;
        assert_eq!(*value("targets-exceeded"), FactValue::Exactly(Ratio::of(1, 7).unwrap()));
        assert_eq!(*value("targets-on-time"), FactValue::Exactly(Ratio::ONE));
    }
}

/// Only confirmation counts, of an objective cause, for the target it bears on.
#[test]
fn nothing_less_than_confirmation_counts() {
    let authority = || Text::new("UBND tỉnh Lạng Sơn").unwrap();
    for (cause, confirmation) in [
        ("nn-kinh-phi", Confirmation::Stated),
        ("nn-kinh-phi", Confirmation::Requested { document: letter() }),
        ("nn-kinh-phi", Confirmation::Rejected { authority: authority(), document: letter() }),
        // of another task
        ("nn-covid-atvsld", confirmed()),
        // of no task in particular
        ("nn-covid-chung", confirmed()),
        // not said to be objective
        ("nn-kiem-nhiem", confirmed()),
    ] {
        let report = report_with(cause, confirmation.clone());
        let assessment = decree().assess_report_by_analogy(&report).confirmed_causes.outcome().clone();
        assert_eq!(assessment.level(), Some(&id("completed")), "{cause}: {confirmation:?}");
    }
}

/// The same self-grade is not comparable, too high and equal, by what is counted.
#[test]
fn the_self_grade_stands_beside_each_answer() {
    let decree = decree();
    let given = StatedGrade {
        subject: Subject::Organisation(id("sldtbxh-lang-son")),
        author: Author::SelfAssessed,
        level: Text::new("Hoàn thành tốt nhiệm vụ").unwrap(),
        reason: None,
        source: report().content().grades[0].source.clone(),
    };
    let report = report_with("nn-kinh-phi", confirmed());
    let by_basis = decree.assess_report_by_analogy(&report);
    let [at_cutoff, estimate, with_causes] = Basis::ALL.map(|basis| compare(&given, by_basis.at(basis)));
    let good = Some(id("good"));
    assert_eq!([&at_cutoff, &estimate, &with_causes].map(|comparison| &comparison.given), [&good, &good, &good]);
    assert_eq!(at_cutoff.standing, Standing::NotComparable);
    assert_eq!(with_causes.standing, Standing::Equal);
    let Standing::Higher(failing) = estimate.standing else { panic!("{estimate:?}") };
    let all = Test { fact: id("targets-completed"), comparison: Comparison::Exactly, threshold: amount("100") };
    assert_eq!(failing.iter().map(|checked| &checked.condition).collect::<Vec<_>>(), [&Condition::Compare(all)]);
    assert_eq!(failing[0].measured, Some(FactValue::Exactly(Ratio::of(6, 7).unwrap())));

    let with_level = |level: &str| StatedGrade { level: Text::new(level).unwrap(), ..given.clone() };
    assert_eq!(compare(&with_level("KHTNV"), by_basis.at(Basis::FullPeriodEstimate)).standing, Standing::Lower);
    let unknown = compare(&with_level("Khá"), by_basis.at(Basis::FullPeriodEstimate));
    assert_eq!((unknown.given, unknown.standing), (None, Standing::NotComparable));
}

/// Each task by the library's own conditions, which call nobody's grade too high.
#[test]
fn each_task_by_the_librarys_own_conditions() {
    let (report, own) = (report(), rules("library-key-task"));
    for (task, expected) in [
        ("nv-1", ["none", "good", "good"]),
        ("nv-2", ["excellent", "excellent", "excellent"]),
        ("nv-3", ["none", "none", "none"]),
        ("nv-4", ["none", "good", "good"]),
    ] {
        let given = report.content().grades.iter().find(|given| given.subject == Subject::Task(id(task))).unwrap();
        for (basis, expected) in Basis::ALL.into_iter().zip(expected) {
            let assessment = own.assess(SubjectKind::Task, &Facts::of_task(&report, &id(task), basis));
            assert_eq!(said(&assessment), expected, "{task}, {basis:?}");
            let standing = compare(given, &assessment).standing;
            let is_as_expected = match standing {
                Standing::Equal => expected == "good",
                Standing::Conditions { met, unmet } => expected != "good" && met.len() + unmet.len() == 2,
                Standing::Higher(_) | Standing::Lower | Standing::NotComparable => false,
            };
            assert!(is_as_expected, "{task}, {basis:?}");
        }
    }
}

/// Tasks are counted by id: two neighbouring ones may have the same name.
#[test]
fn two_tasks_of_one_name_are_two_tasks() {
    let tasks_completed = |report: &Report| {
        let facts = Facts::of_report(report, Basis::AtCutoff);
        facts.get(&id("tasks-completed")).unwrap().value.clone()
    };
    let mut content = report().into_content();
    content.plan.tasks[2].name = content.plan.tasks[1].name.clone();
    let renamed = Report::new(content).unwrap();
    assert_eq!(tasks_completed(&renamed), tasks_completed(&report()));
    assert_eq!(tasks_completed(&renamed), FactValue::Exactly(Ratio::of(1, 4).unwrap()));
}
