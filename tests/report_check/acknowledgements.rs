//! A finding that was looked into stays set aside in later drafts, and comes back as soon as one of its figures changes.

use thuocdo::check::{Acknowledgement, Finding, FindingCode};
use thuocdo::id::DocumentRef;
use thuocdo::quantity::{Amount, Figure, Printed, Reading};
use thuocdo::record::{Observed, Source};
use thuocdo::report::{Report, ReportContent};

use crate::build::{changed, day, document, figure, findings, id, mention, source, stated, sum, text, with};
use crate::every_code::everything;

fn acknowledged(finding: &Finding) -> Acknowledgement {
    Acknowledgement {
        key: text(&finding.key.to_string()),
        by: text("Phòng Người có công"),
        on: day(11, 20),
        reason: text("đã kiểm tra số gốc"),
    }
}

/// Whether the finding of that code in one draft is set aside in another.
#[track_caller]
fn is_covered(code: FindingCode, in_draft: &Report, later: &Report) -> bool {
    let found = findings(in_draft).into_iter().find(|finding| finding.code() == code).unwrap();
    let kept = acknowledged(&found);
    findings(later).iter().any(|finding| kept.covers(finding))
}

fn source_with(change: impl FnOnce(&mut ReportContent)) -> Report {
    changed(source().into_content(), change)
}

fn reprint(content: &mut ReportContent, name: &str, said: &str) {
    let renewed = |old: &Figure| figure(said, old.unit().clone());
    for found in content.observations.iter_mut().filter(|found| found.id == id(name)) {
        let Observed::Figure(old) = &found.value else { panic!("{name} is no figure") };
        found.value = Observed::Figure(renewed(old));
    }
    for found in content.stated.iter_mut().filter(|found| found.id == id(name)) {
        found.figure = renewed(&found.figure);
    }
}

/// One unit of the last place more.
fn one_more(old: &Figure) -> Option<Figure> {
    let printed = old.reading().numbers().next()?;
    let step = Amount::ONE.millionths() / 10_i128.pow(printed.decimals().into());
    let more = Printed::from(printed.amount().checked_add(Amount::from_millionths(step).ok()?).ok()?);
    let reading = match old.reading() {
        Reading::MoreThan(_) => Reading::MoreThan(more),
        Reading::About(_) => Reading::About(more),
        _ => Reading::Exactly(more),
    };
    Figure::new(reading, old.unit().clone()).ok()
}

#[test]
fn each_finding_of_a_draft_is_set_aside_by_its_own_acknowledgement_alone() {
    let found = findings(&everything());
    for kept in found.iter().map(acknowledged) {
        assert_eq!(found.iter().filter(|finding| kept.covers(finding)).count(), 1, "{}", kept.key);
    }
}

#[test]
fn a_figure_that_changes_brings_back_its_findings_and_no_others() {
    let report = everything();
    let before = findings(&report);
    let mut tried = 0;
    for (name, old) in report.figures().filter_map(|(name, figure)| Some((name, figure.figure()?))) {
        let (case, _) = name.as_str().split_once('.').unwrap();
        let Some(new) = one_more(old) else {
            assert_eq!(case, "large");
            continue;
        };
        let later = changed(report.clone().into_content(), |content| {
            for found in content.observations.iter_mut().filter(|found| found.id == *name) {
                found.value = Observed::Figure(new.clone());
            }
            for found in content.stated.iter_mut().filter(|found| found.id == *name) {
                found.figure = new.clone();
            }
        });
        let now = findings(&later);
        for finding in &before {
            let is_of_case = finding.key.to_string().contains(&format!(" {case}."));
            let kept = acknowledged(finding);
            let is_covered = now.iter().any(|finding| kept.covers(finding));
            assert_eq!(is_covered, !is_of_case, "{name}: {}", finding.key);
        }
        tried += 1;
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn every_figure_of_the_broken_household_statements_counts() {
    for (figure, said) in [
        ("ho-ngheo-1121", "01"),
        ("ho-can-ngheo-1121", "11"),
        ("ho-tro-1121", "91"),
        ("ho-tb-1121", "2536"),
        ("ho-0321", "2551"),
        ("ty-le-ngheo-1121", "0.13"),
    ] {
        let later = source_with(|content| reprint(content, figure, said));
        assert!(!is_covered(FindingCode::FiguresDisagree, &source(), &later), "{figure}");
    }
    // the same number printed in another way is looked at again
    let later = source_with(|content| reprint(content, "ho-ngheo-1121", "2"));
    assert!(!is_covered(FindingCode::FiguresDisagree, &source(), &later));
}

#[test]
fn a_change_elsewhere_leaves_a_finding_set_aside() {
    let elsewhere: [fn(&mut ReportContent); 6] = [
        |content| reprint(content, "huan-luyen-2021", "3089"),
        |content| content.stated.push(stated("new", "5", "hộ".parse().unwrap())),
        |content| content.relations.push(sum("new", "hoi-giang", &["hoi-giang-giai-ba"])),
        |content| content.mentions.push(mention("9999/KH-X", day(11, 1))),
        |content| content.cut_off = day(11, 14),
        |content| content.causes.clear(),
    ];
    for (number, change) in elsewhere.into_iter().enumerate() {
        assert!(is_covered(FindingCode::FiguresDisagree, &source(), &source_with(change)), "{number}");
    }
}

#[test]
fn where_a_figure_stands_and_what_it_is_called_is_no_part_of_it() {
    let later = source_with(|content| {
        for observation in &mut content.observations {
            observation.source = Source { place: Some(text("phụ lục")), ..observation.source.clone() };
        }
        for stated in &mut content.stated {
            stated.subject = text("một số liệu");
        }
        for relation in &mut content.relations {
            relation.source = Source::default();
        }
        for mention in &mut content.mentions {
            mention.place = None;
        }
    });
    for code in findings(&source()).iter().map(Finding::code) {
        assert!(is_covered(code, &source(), &later), "{code:?}");
    }
}

#[test]
fn another_broken_statement_in_the_block_makes_another_finding() {
    let later = source_with(|content| content.relations.push(sum("new", "ho-tro-1121", &["ho-ngheo-1121"])));
    assert!(!is_covered(FindingCode::FiguresDisagree, &source(), &later));
}

#[test]
fn a_document_said_otherwise_is_looked_at_again() {
    let cited = |date, subject: Option<&str>| {
        with(|content| {
            content.mentions = vec![mention("10/KH-A", day(3, 1)), mention("11/KH-A", date)];
            content.mentions[1].document.subject = subject.map(text);
        })
    };
    let first = cited(day(2, 1), None);
    assert!(is_covered(FindingCode::OutOfOrder, &first, &cited(day(2, 1), None)));
    assert!(!is_covered(FindingCode::OutOfOrder, &first, &cited(day(2, 2), None)));
    // what it is about has no part in the order
    assert!(is_covered(FindingCode::OutOfOrder, &first, &cited(day(2, 1), Some("enrolment"))));
}

#[test]
fn a_cut_off_and_a_blank_are_known_by_what_they_are() {
    let closed = |date| with(|content| content.cut_off = date);
    assert!(is_covered(FindingCode::CutOffOffGrid, &closed(day(12, 15)), &closed(day(12, 15))));
    assert!(!is_covered(FindingCode::CutOffOffGrid, &closed(day(12, 15)), &closed(day(12, 16))));
    let of = |document: Option<DocumentRef>| with(|content| content.document = document);
    let blank = of(Some(document("/BC-A", None)));
    assert!(is_covered(FindingCode::Incomplete, &blank, &of(Some(document("/BC-A", None)))));
    assert!(!is_covered(FindingCode::Incomplete, &blank, &of(Some(document("/BC-B", None)))));
    assert!(!is_covered(FindingCode::Incomplete, &blank, &of(None)));
}
