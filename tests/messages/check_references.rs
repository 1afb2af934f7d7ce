//! Figures that repeat each other, count what the report lists, or limit each other.

use thuocdo::check::{Agreement, DiagnosisVerdict, FindingDetail, ReportCheck};
use thuocdo::plan::{Origin, Task};
use thuocdo::record::{Counted, Relation, Source, StatedFigure, StatedRelation};
use thuocdo::report::Report;

use crate::build::{figure, id, printed, text};
use crate::check_build::both;
use crate::check_report_build::report;
use crate::check_statements::{of_households, of_two};
use crate::grades::Said;

/// Figures that repeat or limit each other.
pub(crate) fn references() -> Vec<Said> {
    vec![
        of_households(
            "2552 hộ",
            "same 2552",
            "Khớp: 2.552 hộ, nơi khác ghi 2.552 hộ.",
            "Agrees: 2,552 households, elsewhere 2,552 households.",
        ),
        of_households(
            "2525 hộ",
            "same 2552",
            "Chưa khớp: báo cáo ghi 2.525 hộ, nơi khác ghi 2.552 hộ. Đề nghị rà soát.",
            "Does not agree: 2,525 households stated, elsewhere 2,552 households. Please review.",
        ),
        of_two(
            ["95.8 %", "0", "95.81 %"],
            "same a",
            "Khớp: 95,81%, nơi khác ghi 95,8%.",
            "Agrees: 95.81%, elsewhere 95.8%.",
        ),
        of_households(
            "92 hộ",
            "at_most 107",
            "Khớp: 92 hộ, không lớn hơn 107 hộ.",
            "Agrees: 92 households, not more than 107 households.",
        ),
        of_households(
            "92 hộ",
            "at_least 92",
            "Khớp: 92 hộ, không nhỏ hơn 92 hộ.",
            "Agrees: 92 households, not less than 92 households.",
        ),
        of_households(
            "108 hộ",
            "at_most 107",
            "Chưa khớp: báo cáo ghi 108 hộ, lớn hơn 107 hộ. Đề nghị rà soát.",
            "Does not agree: 108 households stated, more than 107 households. Please review.",
        ),
        of_households(
            "91 hộ",
            "at_least 92",
            "Chưa khớp: báo cáo ghi 91 hộ, nhỏ hơn 92 hộ. Đề nghị rà soát.",
            "Does not agree: 91 households stated, less than 92 households. Please review.",
        ),
        // one is one
        of_two(
            ["1 hộ", "0", "2 hộ"],
            "same a",
            "Chưa khớp: báo cáo ghi 2 hộ, nơi khác ghi 1 hộ. Đề nghị rà soát.",
            "Does not agree: 2 households stated, elsewhere 1 household. Please review.",
        ),
        of_two(
            ["1 hộ", "0", "2 hộ"],
            "at_most a",
            "Chưa khớp: báo cáo ghi 2 hộ, lớn hơn 1 hộ. Đề nghị rà soát.",
            "Does not agree: 2 households stated, more than 1 household. Please review.",
        ),
    ]
}

/// A report of two tasks that says it has so many.
fn of_two_tasks(number: &str) -> Report {
    let task = |name: &str| Task {
        id: id(name),
        name: text(name),
        lead: None,
        cooperating: Vec::new(),
        deadline: None,
        origin: Origin::Assigned(None),
        targets: Vec::new(),
    };
    report(|content| {
        content.plan.tasks = vec![task("1"), task("2")];
        content.stated = vec![StatedFigure {
            id: id("số"),
            subject: text("số nhiệm vụ được giao"),
            figure: figure(printed(number), "nhiệm vụ"),
            as_of: None,
            source: Source::default(),
        }];
        let relation = Relation::Count { of: Counted::Tasks };
        content.relations =
            vec![StatedRelation { id: id("đếm"), result: id("số"), relation, source: Source::default() }];
    })
}

/// Figures that count what the report lists.
pub(crate) fn counted() -> Vec<Said> {
    let statement = |number, agreement, vietnamese, english| {
        let report = of_two_tasks(number);
        let check = ReportCheck::of(&report).unwrap();
        let check_of_table = check.table().check();
        let [only] = check_of_table.statements() else { panic!("{:#?}", check_of_table.statements()) };
        assert_eq!(only.agreement, agreement);
        both(|language| language.statement(only, check.table()), vietnamese, english)
    };
    let report = of_two_tasks("04");
    let check = ReportCheck::of(&report).unwrap();
    let found = check.findings().next().unwrap();
    let FindingDetail::Diagnosed(diagnosis) = &found.detail else { panic!("{found:?}") };
    assert_eq!(diagnosis.verdict, DiagnosisVerdict::Unique);
    vec![
        statement(
            "02",
            Agreement::Exact,
            "Khớp: 02 nhiệm vụ, bằng số đếm được trong báo cáo.",
            "Agrees: 02 tasks, as many as the report lists.",
        ),
        statement(
            "04",
            Agreement::Off,
            "Chưa khớp: báo cáo ghi 04 nhiệm vụ, đếm trong báo cáo được 2 nhiệm vụ. Đề nghị rà soát.",
            "Does not agree: 04 tasks stated, the report lists 2 tasks. Please review.",
        ),
        both(
            |language| language.finding(&found, check.table()),
            "Có 01 nội dung chưa khớp về “số nhiệm vụ được giao”: (a) báo cáo ghi 04 nhiệm vụ, đếm trong báo cáo được \
             2 nhiệm vụ. Nếu chỉ có một số ghi chưa đúng thì chỉ có một phương án sửa: 04 nhiệm vụ → 02 nhiệm vụ. Khi \
             đó nội dung này khớp. Chỉ có một nội dung chưa khớp nên cần thận trọng khi kết luận số nào chưa đúng. Đề \
             nghị kiểm tra số gốc trước khi sửa.",
            "One statement on “số nhiệm vụ được giao” does not agree: (a) stated 04 tasks, the report lists 2 tasks. \
             If only one figure is wrong, only one correction exists: 04 tasks → 02 tasks. The statement then agrees. \
             A single statement does not show by itself which figure is wrong. Please check the source before changing \
             it.",
        ),
    ]
}
