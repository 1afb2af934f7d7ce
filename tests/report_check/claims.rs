//! Every claim of the source report that is a statement of its check table comes out as it was recomputed by hand.
//!
//! The rows are those of `source_report`, by their numbers; a row without a statement, such as a count of which no other
//! figure says anything, is not here.

use std::collections::BTreeSet;

use thuocdo::check::{Agreement, CheckTable, Unchecked};

use crate::build::{agreements, source, table};

/// What was found by hand.
#[derive(Debug, Clone, Copy)]
enum ByHand {
    Exact,
    Rounded,
    No,
    PlanMissing,
    Ambiguous,
}

use ByHand::{Ambiguous, Exact, No, PlanMissing, Rounded};

const CLAIMS: [(&str, &str, ByHand); 35] = [
    ("T1.2 (18 + 89)/2.552", "qh-ty-le-ho-muc-song-thap", Rounded),
    ("T1.3 18/2.552", "qh-ty-le-ngheo-0321", Rounded),
    ("T1.4 89/2.552", "qh-ty-le-can-ngheo-0321", Rounded),
    ("T1.5 2.445/2.552", "qh-ty-le-tb-0321", Rounded),
    ("T1.6 18 + 89 + 2.445", "qh-ho-0321-tong", Exact),
    ("T1.9 107 = 18 + 89", "qh-ho-duoi-tb", Exact),
    ("T1.9 92/107", "qh-ty-le-ho-tro", Rounded),
    ("T1.10 02/2.552", "qh-ty-le-ngheo-1121", No),
    ("T1.11 12/2.552", "qh-ty-le-can-ngheo-1121", Rounded),
    ("T1.12 2.537/2.552", "qh-ty-le-tb-1121", Rounded),
    ("T1.13 107 - 02 - 12", "qh-ho-tro-con-lai", No),
    ("T1.14 02 + 12 + 2.537", "qh-ho-1121-tong", No),
    ("T1.15 2.445 + 92", "qh-ho-tb-1121-tang", Exact),
    ("T2.1 6 + 22", "qh-vu-tnld-2020-tong", Exact),
    ("T2.2 3.088/2.000", "qh-ty-le-huan-luyen", Exact),
    ("T2.3 03 + 15 dead", "qh-nguoi-chet-2021-tong", Exact),
    ("T2.3 03 + 15 accidents", "qh-vu-tnld-2021-tong", Exact),
    ("T2.4 28 - 18", "qh-vu-tnld-giam", Exact),
    ("T2.4 about 35,7%", "qh-vu-tnld-toc-do", Rounded),
    ("T3.1 11.370", "qh-ts-2021-tong", Exact),
    ("T3.1 by the breakdown of 2022", "ts-2021=trinh-do-gop", Exact),
    ("T3.2 60% of the plan", "qh-ty-le-tuyen-sinh", PlanMissing),
    ("T3.3 up 1,2%", "qh-ld-qua-dao-tao-tang", Ambiguous),
    ("T3.5 700/7.000", "qh-ty-le-kinh-phi", Exact),
    ("T3.5 the second time", "qh-ty-le-kinh-phi-iii", Exact),
    ("T3.6 700 = 700", "qh-dao-tao-kinh-phi-2021", Exact),
    ("G.1 04 tasks", "qh-nv-duoc-giao", Exact),
    ("G.1 the second time", "qh-nv-duoc-giao-iii", Exact),
    ("G.1 /04", "qh-nv-xep-loai", Exact),
    ("G.1 04/", "qh-nv-xep-loai-tot-dem", Exact),
    // a bound is kept, never exact
    ("G.1 04/04", "qh-nv-xep-loai-tot", Rounded),
    ("P1 over 16.000", "qh-vl22-tong", No),
    ("P2 19.400", "qh-ts22-tong", Exact),
    ("P6 05 tasks", "qh-dx-nhiem-vu", Exact),
    ("7.3.7 the contest told twice", "qh-hoi-giang-lap-lai", Exact),
];

fn is_as_found(by_hand: ByHand, agreement: &Agreement) -> bool {
    match by_hand {
        Exact => *agreement == Agreement::Exact,
        Rounded => *agreement == Agreement::ByRounding,
        No => *agreement == Agreement::Off,
        PlanMissing => matches!(agreement, Agreement::NotChecked(Unchecked::NotStated { .. })),
        Ambiguous => matches!(agreement, Agreement::PointsOrPercent(_)),
    }
}

#[test]
fn every_claim_comes_out_as_by_hand() {
    let table = table(&source());
    let found = agreements(&table);
    for (claim, relation, by_hand) in CLAIMS {
        let (_, agreement) = found.iter().find(|(id, _)| id == relation).unwrap_or_else(|| panic!("no {relation}"));
        assert!(is_as_found(by_hand, agreement), "{claim}: {agreement:?}");
    }
}

#[test]
fn no_statement_is_left_out_here() {
    let listed: BTreeSet<&str> = CLAIMS.iter().map(|(_, relation, _)| *relation).collect();
    let found = agreements(&table(&source()));
    assert_eq!(found.iter().map(|(id, _)| id.as_str()).collect::<BTreeSet<_>>(), listed);
    assert_eq!(listed.len(), CLAIMS.len());
}

#[test]
fn every_figure_of_the_report_is_in_its_table() {
    let report = source();
    let table = CheckTable::of(&report).unwrap();
    for (id, _) in report.figures() {
        assert!(table.figure(id).is_some(), "{id}");
    }
    // and besides them only what is counted: tasks, proposed tasks, grades
    let counted = table.content().figures.iter().filter(|figure| report.figure(&figure.id).is_none());
    assert_eq!(counted.filter(|figure| figure.is_fixed).count(), 3);
    assert_eq!(table.content().figures.len(), report.figures().count() + 3);
}
