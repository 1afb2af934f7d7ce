//! Documents are held against themselves, against the report that cites them and against the order of their numbers within
//! one organ, type and year.

use thuocdo::NaiveDate;
use thuocdo::check::{DocumentFinding, Finding, FindingCode, FindingDetail};
use thuocdo::record::Mention;
use thuocdo::report::Report;

use crate::build::{codes, day, document, findings, mention, only, text, with};

fn citing(mentions: &[(&str, NaiveDate)]) -> Report {
    with(|content| content.mentions = mentions.iter().map(|(code, date)| mention(code, *date)).collect())
}

fn in_year(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn about(code: &str, date: Option<NaiveDate>, subject: Option<&str>) -> Mention {
    let mut document = document(code, date);
    document.subject = subject.map(text);
    Mention { document, place: None }
}

#[track_caller]
fn only_document(report: &Report) -> DocumentFinding {
    document_of(only(report))
}

#[track_caller]
fn document_of(finding: Finding) -> DocumentFinding {
    match finding.detail {
        FindingDetail::Document(found) => found,
        detail => panic!("{detail:#?}"),
    }
}

/// What an order that is broken says: suspects, what they are against, the days possible, the other month.
type Order = (Vec<String>, Vec<String>, (Option<NaiveDate>, Option<NaiveDate>), Option<NaiveDate>);

#[track_caller]
fn order_of(found: DocumentFinding) -> Order {
    let DocumentFinding::OutOfOrder { suspects, against, possible, other_month } = found else { panic!("{found:#?}") };
    let codes = |mentions: Vec<Mention>| mentions.iter().map(|mention| mention.document.code.to_string()).collect();
    (codes(suspects), codes(against), possible, other_month)
}

#[track_caller]
fn assert_suspects(mentions: &[(&str, NaiveDate)], suspects: &[&str]) {
    assert_eq!(order_of(only_document(&citing(mentions))).0, suspects);
}

#[track_caller]
fn assert_in_order(mentions: &[(&str, NaiveDate)]) {
    assert_eq!(codes(&citing(mentions)), []);
}

#[test]
fn a_series_in_order_is_no_finding() {
    assert_in_order(&[("11/KH-A", day(2, 2)), ("14/KH-A", day(2, 4)), ("17/KH-A", day(2, 9)), ("45/KH-A", day(4, 6))]);
    // many on one day, in whatever order they are cited
    assert_in_order(&[("17/KH-A", day(2, 9)), ("11/KH-A", day(2, 9)), ("14/KH-A", day(2, 9))]);
}

#[test]
fn of_two_out_of_order_either_may_be_wrong() {
    let (suspects, against, possible, other_month) =
        order_of(only_document(&citing(&[("14/KH-A", day(3, 4)), ("17/KH-A", day(2, 9))])));
    assert_eq!(suspects, ["14/KH-A", "17/KH-A"]);
    assert!(against.is_empty());
    assert_eq!((possible, other_month), ((None, None), None));
}

#[test]
fn of_three_in_reverse_each_may_be_wrong() {
    let reversed = [("14/KH-A", day(3, 4)), ("17/KH-A", day(2, 9)), ("20/KH-A", day(1, 5))];
    let (suspects, against, possible, other_month) = order_of(only_document(&citing(&reversed)));
    assert_eq!(suspects, ["14/KH-A", "17/KH-A", "20/KH-A"]);
    assert!(against.is_empty());
    assert_eq!((possible, other_month), ((None, None), None));
}

#[test]
fn one_that_all_conflicts_have_in_common_is_the_suspect() {
    let late = [("10/KH-A", day(1, 4)), ("11/KH-A", day(7, 6)), ("12/KH-A", day(2, 9)), ("13/KH-A", day(3, 9))];
    let found = order_of(only_document(&citing(&late)));
    let (suspects, against) = (vec!["11/KH-A".to_owned()], vec!["12/KH-A".to_owned(), "13/KH-A".to_owned()]);
    assert_eq!(found, (suspects, against, (Some(day(1, 4)), Some(day(2, 9))), None));
}

#[test]
fn the_first_and_the_last_of_a_series_are_bound_on_one_side() {
    let first = [("10/KH-A", day(6, 15)), ("20/KH-A", day(2, 1)), ("30/KH-A", day(3, 1))];
    let (suspects, _, possible, other_month) = order_of(only_document(&citing(&first)));
    assert_eq!((suspects, possible), (vec!["10/KH-A".to_owned()], (None, Some(day(2, 1)))));
    assert_eq!(other_month, Some(day(1, 15)));
    let last = [("10/KH-A", day(10, 1)), ("20/KH-A", day(11, 1)), ("30/KH-A", day(3, 30))];
    let (suspects, _, possible, other_month) = order_of(only_document(&citing(&last)));
    assert_eq!((suspects, possible), (vec!["30/KH-A".to_owned()], (Some(day(11, 1)), None)));
    // of 30/11 and 30/12 either would do
    assert_eq!(other_month, None);
}

#[test]
fn another_month_is_offered_if_one_alone_has_the_day_and_fits() {
    let other_month = |before, after| {
        let dates = [("10/KH-A", before), ("11/KH-A", day(7, 31)), ("12/KH-A", after), ("13/KH-A", after)];
        order_of(only_document(&citing(&dates))).3
    };
    assert_eq!(other_month(day(2, 1), day(3, 30)), None);
    assert_eq!(other_month(day(2, 1), day(3, 31)), Some(day(3, 31)));
    assert_eq!(other_month(day(2, 1), day(4, 30)), Some(day(3, 31)));
    assert_eq!(other_month(day(2, 1), day(5, 31)), None);
    assert_eq!(other_month(day(3, 31), day(4, 30)), Some(day(3, 31)));
    assert_eq!(other_month(day(4, 1), day(4, 30)), None);
}

#[test]
fn groups_out_of_order_are_findings_of_their_own() {
    let report = citing(&[
        ("10/KH-A", day(2, 9)),
        ("11/KH-A", day(1, 4)),
        ("20/KH-A", day(6, 9)),
        ("21/KH-A", day(5, 4)),
        ("30/TB-A", day(6, 9)),
        ("31/TB-A", day(5, 4)),
    ]);
    let found: Vec<Vec<String>> = findings(&report).into_iter().map(|found| order_of(document_of(found)).0).collect();
    assert_eq!(found, [["10/KH-A", "11/KH-A"], ["20/KH-A", "21/KH-A"], ["30/TB-A", "31/TB-A"]]);
}

#[test]
fn organ_type_and_year_each_have_numbers_of_their_own() {
    assert_in_order(&[("14/KH-A", day(3, 4)), ("17/KH-B", day(2, 9))]);
    assert_in_order(&[("14/KH-A", day(3, 4)), ("17/TB-A", day(2, 9))]);
    assert_in_order(&[("14/KH-A", day(3, 4)), ("17/A-NCC", day(2, 9))]);
    assert_in_order(&[("14/KH-A", day(1, 4)), ("517/KH-A", in_year(2020, 12, 29))]);
}

#[test]
fn letters_of_all_units_of_an_organ_are_one_series() {
    let letters = [("575/SLĐTBXH-NCC", day(4, 22)), ("559/SLĐTBXH-TTr", day(4, 23))];
    assert_suspects(&letters, &["559/SLĐTBXH-TTr", "575/SLĐTBXH-NCC"]);
    // whether one number may stand on two letters is not asked
    assert_in_order(&[("575/SLĐTBXH-NCC", day(4, 22)), ("575/SLĐTBXH-TTr", day(4, 23))]);
    // TTr is a type in front and a unit behind
    assert_in_order(&[("575/SLĐTBXH-NCC", day(4, 22)), ("559/TTr-SLĐTBXH", day(4, 23))]);
    assert_suspects(
        &[("575/SLĐTBXH", day(4, 22)), ("559/SLĐTBXH-TTr", day(4, 23))],
        &["559/SLĐTBXH-TTr", "575/SLĐTBXH"],
    );
}

#[test]
fn a_letter_behind_the_number_is_counted_with_it() {
    assert_in_order(&[("382/QĐ-A", day(2, 22)), ("382a/QĐ-A", day(2, 23)), ("383/QĐ-A", day(2, 24))]);
    assert_in_order(&[("382/QĐ-A", day(2, 23)), ("382a/QĐ-A", day(2, 22)), ("383/QĐ-A", day(2, 24))]);
    assert_suspects(&[("382a/QĐ-A", day(2, 25)), ("383/QĐ-A", day(2, 24))], &["382a/QĐ-A", "383/QĐ-A"]);
}

#[test]
fn normative_acts_party_documents_and_drafts_are_in_no_order() {
    assert_in_order(&[("23/2021/QĐ-TTg", day(7, 7)), ("24/2021/QĐ-TTg", day(7, 6))]);
    assert_in_order(&[("20-HD/BTCTW", day(7, 7)), ("21-HD/BTCTW", day(7, 6))]);
    assert_in_order(&[("/KH-A", day(7, 7)), ("21/KH-A", day(7, 6))]);
}

#[test]
fn a_document_without_a_date_is_in_no_order() {
    let report = with(|content| {
        content.mentions =
            vec![mention("10/KH-A", day(2, 1)), about("11/KH-A", None, None), mention("12/KH-A", day(3, 1))];
    });
    assert_eq!(codes(&report), []);
}

#[test]
fn one_document_cited_twice_is_one_in_the_order() {
    let report =
        citing(&[("10/KH-A", day(3, 1)), ("11/KH-A", day(2, 1)), ("10/KH-A", day(3, 1)), ("11/KH-A", day(2, 1))]);
    assert_eq!(order_of(only_document(&report)).0, ["10/KH-A", "11/KH-A"]);
}

#[test]
fn a_document_with_two_dates_says_nothing_of_the_order_but_the_order_of_it() {
    let dated = |dates: &[NaiveDate]| {
        let mut mentions = vec![mention("10/KH-A", day(2, 1)), mention("30/KH-A", day(3, 1))];
        mentions.extend(dates.iter().map(|date| mention("20/KH-A", *date)));
        let DocumentFinding::SeveralDates { mentions, possible } =
            only_document(&with(|content| content.mentions = mentions))
        else {
            panic!()
        };
        assert_eq!(mentions.len(), dates.len());
        possible
    };
    assert_eq!(dated(&[day(2, 10), day(3, 10)]), [day(2, 10)]);
    assert_eq!(dated(&[day(2, 10), day(2, 20)]), [day(2, 10), day(2, 20)]);
    assert_eq!(dated(&[day(1, 5), day(3, 10), day(3, 10)]), []);
    // of another year, of which no other number is known
    assert_eq!(dated(&[in_year(2020, 2, 10), day(3, 10)]), [in_year(2020, 2, 10)]);
}

#[test]
fn a_date_left_out_is_not_another_date() {
    let report = with(|content| content.mentions = vec![mention("10/KH-A", day(2, 1)), about("10/KH-A", None, None)]);
    assert_eq!(codes(&report), []);
}

#[test]
fn several_subjects_are_a_note_unless_the_dates_differ_too() {
    let cited = |mentions: Vec<Mention>| with(|content| content.mentions = mentions);
    let (one, other) = (about("10/KH-A", None, Some("training")), about("10/KH-A", None, Some("enrolment")));
    let unsaid = about("10/KH-A", None, None);
    let report = cited(vec![one.clone(), unsaid.clone(), other.clone()]);
    let found = only(&report);
    assert!(!found.asks());
    assert_eq!(document_of(found), DocumentFinding::SeveralSubjects(vec![one.clone(), unsaid.clone(), other]));
    assert_eq!(codes(&cited(vec![one.clone(), unsaid, one])), []);
    let dated = |month, subject| about("10/KH-A", Some(day(month, 1)), Some(subject));
    assert_eq!(codes(&cited(vec![dated(2, "training"), dated(3, "enrolment")])), [FindingCode::SeveralDates]);
}

#[test]
fn only_decisions_are_asked_for_sundays() {
    let sunday = day(1, 24);
    let found = only(&citing(&[("382a/QĐ-A", sunday)]));
    assert!(!found.asks());
    assert_eq!(document_of(found), DocumentFinding::DatedOnSunday(mention("382a/QĐ-A", sunday)));
    assert_eq!(codes(&citing(&[("23/2021/QĐ-TTg", sunday)])), [FindingCode::DatedOnSunday]);
    // QĐ of the Party is a decision or a regulation
    for code in ["382/KH-A", "382/A-NCC", "382/NQ-A", "382-QĐ/TW", "382/A-QĐ"] {
        assert_in_order(&[(code, sunday)]);
    }
    assert_in_order(&[("382/QĐ-A", day(1, 23))]);
    assert_in_order(&[("382/QĐ-A", day(1, 25))]);
}

#[test]
fn a_document_may_not_be_later_than_the_report_that_cites_it() {
    // the report is of 16 December
    assert_in_order(&[("99/KH-A", day(12, 16))]);
    let expected = DocumentFinding::LaterThanReport { mention: mention("99/KH-A", day(12, 17)), report: day(12, 16) };
    assert_eq!(only_document(&citing(&[("99/KH-A", day(12, 17))])), expected);
    let undated = with(|content| {
        content.document.as_mut().unwrap().date = None;
        content.mentions.push(mention("99/KH-A", day(12, 17)));
    });
    assert_eq!(codes(&undated), [FindingCode::Incomplete]);
}

#[test]
fn the_year_in_a_symbol_is_that_of_the_date() {
    assert_in_order(&[("23/2021/QĐ-TTg", day(7, 7)), ("45/2019/QH14", in_year(2019, 11, 20))]);
    let wrong = [("23/2021/QĐ-TTg", in_year(2020, 7, 7))];
    assert_eq!(only_document(&citing(&wrong)), DocumentFinding::YearsDiffer(mention("23/2021/QĐ-TTg", wrong[0].1)));
    let undated = with(|content| content.mentions.push(about("23/2021/QĐ-TTg", None, None)));
    assert_eq!(codes(&undated), []);
}

#[test]
fn a_report_without_its_own_number_or_date_is_not_complete() {
    let of = |own| codes(&with(|content| content.document = own));
    assert_eq!(of(Some(document("12/BC-A", Some(day(12, 16))))), []);
    for own in [None, Some(document("12/BC-A", None)), Some(document("/BC-A", Some(day(12, 16))))] {
        assert_eq!(of(own), [FindingCode::Incomplete]);
    }
}
