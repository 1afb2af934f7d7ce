//! The source report has nine findings, those that were found by hand, each with the corrections found by trying out every
//! figure.

use thuocdo::builtin;
use thuocdo::check::{
    Agreement, Diagnosis, DiagnosisVerdict, DocumentFinding, DraftComparison, Finding, FindingClass, FindingCode,
    FindingDetail, ReportCheck, Slip, StatementFinding, Unchecked,
};
use thuocdo::grade::RuleSet;
use thuocdo::id::DocumentRef;
use thuocdo::quantity::{Interval, Printed, Ratio};
use thuocdo::record::Mention;

use crate::build::{corrections, day, diagnosis, findings, id, ids, names, printed, source, table};

const FOUND: [FindingCode; 9] = [
    FindingCode::FiguresDisagree,
    FindingCode::NotStated,
    FindingCode::PointsOrPercent,
    FindingCode::ApproximateFiguresDisagree,
    FindingCode::DatedOnSunday,
    FindingCode::SeveralDates,
    FindingCode::OutOfOrder,
    FindingCode::Incomplete,
    FindingCode::CutOffOffGrid,
];

const HOUSEHOLDS: [&str; 13] = [
    "qh-ty-le-ho-muc-song-thap",
    "qh-ho-0321-tong",
    "qh-ty-le-ngheo-0321",
    "qh-ty-le-can-ngheo-0321",
    "qh-ty-le-tb-0321",
    "qh-ho-duoi-tb",
    "qh-ho-tro-con-lai",
    "qh-ty-le-ho-tro",
    "qh-ty-le-ngheo-1121",
    "qh-ty-le-can-ngheo-1121",
    "qh-ho-tb-1121-tang",
    "qh-ty-le-tb-1121",
    "qh-ho-1121-tong",
];

#[track_caller]
fn found(code: FindingCode) -> Finding {
    findings(&source()).into_iter().find(|finding| finding.code() == code).unwrap_or_else(|| panic!("no {code:?}"))
}

#[track_caller]
fn found_document(code: FindingCode) -> DocumentFinding {
    match found(code).detail {
        FindingDetail::Document(found) => found,
        detail => panic!("{detail:#?}"),
    }
}

#[track_caller]
fn found_statement(code: FindingCode) -> StatementFinding {
    match found(code).detail {
        FindingDetail::Statement(found) => *found,
        detail => panic!("{detail:#?}"),
    }
}

fn households() -> Diagnosis {
    diagnosis(found(FindingCode::FiguresDisagree))
}

fn decree() -> RuleSet {
    builtin::rule_set("vn-nd90-2020-unit").unwrap()
}

fn codes_of(mentions: &[Mention]) -> Vec<&str> {
    mentions.iter().map(|mention| mention.document.code.as_str()).collect()
}

fn ratio(numerator: i32, denominator: i32) -> Ratio {
    Ratio::of(numerator, denominator).unwrap()
}

fn from_to(low: i32, high: i32) -> Option<Interval> {
    Interval::closed(ratio(low, 1), ratio(high, 1))
}

#[test]
fn nothing_is_found_but_what_was_found_by_hand() {
    let found = findings(&source());
    assert_eq!(found.iter().map(Finding::code).collect::<Vec<_>>(), FOUND);
    let notes = [FindingCode::DatedOnSunday, FindingCode::Incomplete, FindingCode::CutOffOffGrid];
    for finding in &found {
        let is_note = notes.contains(&finding.code());
        assert_eq!((finding.class() == FindingClass::Note, finding.asks()), (is_note, !is_note), "{}", finding.key);
    }
    let report = source();
    assert!(!ReportCheck::of(&report).unwrap().is_clean());
}

#[test]
fn households_three_statements_fail_and_one_figure_explains_them() {
    let found = households();
    assert_eq!(names(&found.statements), HOUSEHOLDS);
    assert_eq!(names(&found.broken), ["qh-ho-tro-con-lai", "qh-ty-le-ngheo-1121", "qh-ho-1121-tong"]);
    assert_eq!((found.verdict, found.is_complete), (DiagnosisVerdict::Unique, true));
    assert_eq!((found.at_least(), found.is_of_one_statement(), found.doubts_statement()), (1, false, false));
    assert_eq!((found.is_joint, found.is_approximate), (false, false));
    let [correction] = found.corrections.as_slice() else { panic!("{:#?}", found.corrections) };
    assert_eq!(correction.explains, found.broken);
    assert!(correction.keeps.is_empty() && correction.is_single());
    let [change] = correction.changes.as_slice() else { panic!("{correction:#?}") };
    assert_eq!((&change.figure, change.old, change.new.likely), (&id("ho-ngheo-1121"), printed("02"), printed("03")));
    assert_eq!((change.distance, change.slip), (1, Some(Slip::ReplacedDigit)));
    // the total of November was taken over from March
    let inferred = ["qh-ty-le-ngheo-1121", "qh-ty-le-can-ngheo-1121", "qh-ty-le-tb-1121", "qh-ho-1121-tong"];
    assert_eq!(names(&found.inferred), inferred);
}

#[test]
fn households_corrected_the_other_findings_are_left_as_they_were() {
    let report = source();
    let corrected = households().corrections[0].applied_to(&report).unwrap();
    let decree = decree();
    let assess = |report: &_| decree.assess_report_by_analogy(report);
    let comparison = DraftComparison::of(&report, &corrected, assess).unwrap();
    let codes = |findings: &[Finding]| findings.iter().map(Finding::code).collect::<Vec<_>>();
    assert_eq!(codes(&comparison.gone), [FindingCode::FiguresDisagree]);
    assert_eq!(codes(&comparison.kept), FOUND[1..]);
    assert_eq!(codes(&comparison.new), []);
    assert!(comparison.grades.is_empty());
    let [changed] = comparison.figures.changed.as_slice() else { panic!("{:#?}", comparison.figures) };
    assert_eq!(*changed.id, id("ho-ngheo-1121"));

    let table = table(&corrected);
    let check = table.check();
    let now = check.statements().iter().filter(|found| HOUSEHOLDS.contains(&found.relation.id.as_str()));
    assert_eq!(now.filter(|found| found.agreement.holds()).count(), HOUSEHOLDS.len());
}

#[test]
fn households_corrected_no_grade_changes() {
    let decree = decree();
    let assess = |report: &_| decree.assess_report_by_analogy(report);
    let consequence = households().corrections[0].consequence(&source(), assess).unwrap();
    assert!(consequence.is_none());
}

#[test]
fn the_plan_behind_60_percent_is_not_stated_and_only_its_range_follows() {
    let ends = from_to(18_794, 19_109);
    let found = found_statement(FindingCode::NotStated);
    assert_eq!(found.relation, id("qh-ty-le-tuyen-sinh"));
    let unchecked = Unchecked::NotStated { figures: ids(["mt-tuyen-sinh"]), possible: ends };
    assert_eq!(found.agreement, Agreement::NotChecked(unchecked));
    assert_eq!((found.comparison, found.possible), (None, None));
    let table = table(&source());
    assert_eq!(table.check().derived(&id("mt-tuyen-sinh")), ends);
}

#[test]
fn up_1_2_percent_has_two_readings() {
    let found = found_statement(FindingCode::PointsOrPercent);
    assert_eq!(found.relation, id("qh-ld-qua-dao-tao-tang"));
    let Agreement::PointsOrPercent(readings) = found.agreement else { panic!("{:?}", found.agreement) };
    // 57.2 - 1.2, and 57.2 / 1.012
    assert_eq!((readings.base_if_points, readings.base_if_percent), (Some(ratio(56, 1)), Some(ratio(1300, 23))));
    assert_eq!((readings.points_fit, readings.percent_fits), (None, None));
}

#[test]
fn the_jobs_of_2022_fall_short_and_three_figures_could_be_it() {
    let report = source();
    let found = diagnosis(found(FindingCode::ApproximateFiguresDisagree));
    assert_eq!((names(&found.statements), names(&found.broken)), (vec!["qh-vl22-tong"], vec!["qh-vl22-tong"]));
    assert_eq!((found.verdict, found.is_complete), (DiagnosisVerdict::Several, true));
    assert_eq!(
        corrections(&found),
        ["mt22-viec-lam-moi: 16000 -> 15000", "mt22-vl-ngoai-tinh: 8000 -> 9000", "mt22-vl-trong-tinh: 7000 -> 8000",]
    );
    // of each a range is possible; the printed one is a single digit away
    let limits = |low: Option<&str>, high: Option<&str>| (low.map(printed), high.map(printed));
    let ends = [limits(Some("0"), Some("15149")), limits(Some("8851"), None), limits(Some("7851"), None)];
    let amounts =
        |(low, high): (Option<Printed>, Option<Printed>)| (low.map(Printed::amount), high.map(Printed::amount));
    for (correction, ends) in found.corrections.iter().zip(ends) {
        let [change] = correction.changes.as_slice() else { panic!("{correction:#?}") };
        assert_eq!((change.distance, change.slip), (1, Some(Slip::ReplacedDigit)), "{}", change.figure);
        assert_eq!(amounts((change.new.low, change.new.high)), amounts(ends), "{}", change.figure);
    }
    let table = table(&report);
    let check = table.check();
    let statement = check.statement(&id("qh-vl22-tong")).unwrap();
    let comparison = statement.comparison.unwrap();
    assert_eq!(Some(comparison.gap), from_to(-880, -850));
    assert_eq!(Some(comparison.recomputed), from_to(15_120, 15_150));
}

#[test]
fn plan_29_has_two_dates_and_its_number_allows_both() {
    let DocumentFinding::SeveralDates { mentions, possible } = found_document(FindingCode::SeveralDates) else {
        panic!()
    };
    assert_eq!(codes_of(&mentions), ["29/KH-SLĐTBXH"; 2]);
    assert_eq!(possible, [day(2, 9), day(3, 9)]);
    let places = mentions.iter().map(|mention| mention.place.as_ref().unwrap().as_str());
    assert_eq!(places.collect::<Vec<_>>(), ["chú thích 1", "mục II.2"]);
}

#[test]
fn letter_666_alone_is_out_of_order() {
    let found = found_document(FindingCode::OutOfOrder);
    let DocumentFinding::OutOfOrder { suspects, against, possible, other_month } = found else { panic!() };
    assert_eq!(codes_of(&suspects), ["666/SLĐTBXH-LĐVLBHXH"]);
    assert_eq!(suspects[0].document.date, Some(day(7, 7)));
    assert_eq!(codes_of(&against), ["745/SLĐTBXH-LĐVLBHXH", "812/SLĐTBXH-LĐVLBHXH"]);
    assert_eq!(possible, (Some(day(4, 22)), Some(day(5, 18))));
    assert_eq!(other_month, Some(day(5, 7)));
}

#[test]
fn the_notes_are_a_sunday_a_blank_and_a_cut_off() {
    let DocumentFinding::DatedOnSunday(mention) = found_document(FindingCode::DatedOnSunday) else { panic!() };
    assert_eq!((mention.document.code.as_str(), mention.document.date), ("382a/QĐ-UBND", Some(day(1, 24))));
    let FindingDetail::Incomplete(Some(DocumentRef { code, date, .. })) = found(FindingCode::Incomplete).detail else {
        panic!()
    };
    assert_eq!((code.as_str(), code.number(), date), ("/BC-SLĐTBXH", None, None));
    assert_eq!(found(FindingCode::CutOffOffGrid).detail, FindingDetail::CutOffOffGrid(day(11, 15)));
}
