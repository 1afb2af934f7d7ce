//! The decisive edges of the sets that grade by points: Regulation 366-QĐ/TW, Decree 335/2025 and the local ones. Bands are
//! as printed, with their holes and overlaps.

use crate::build::assert_table;

#[test]
fn regulation_366_on_persons() {
    let all = "own-tasks-completed=100 own-tasks-late=0 disciplined=no";
    let exceeded = format!("{all} own-tasks-on-time=100 own-tasks-exceeded=30");
    assert_table(
        "vn-qd366-2025-person",
        &exceeded,
        &[
            ("article 11, 100 points", "score=100", "excellent"),
            ("article 11, 90 points", "score=90", "excellent"),
            ("article 11, below 90", "score=89.999999", "good"),
            ("article 11, 70 points", "score=70", "good"),
            ("article 11, below 70", "score=69.999999", "completed"),
            ("article 11, 50 points", "score=50", "completed"),
            ("article 11, below 50", "score=49.999999", "not-completed"),
            ("article 11, no points", "score=0", "not-completed"),
            ("out of 100", "score=100.01", "outside: score"),
            ("out of 100", "score=-0.01", "outside: score"),
        ],
    );
    assert_table(
        "vn-qd366-2025-person",
        &format!("{all} score=95"),
        &[
            ("30 % exceeded", "own-tasks-on-time=100 own-tasks-exceeded=30", "excellent"),
            ("three of ten", "own-tasks-on-time=100 own-tasks-exceeded=3/10", "excellent"),
            ("just below 30 %", "own-tasks-on-time=100 own-tasks-exceeded=29.999999", "good"),
            ("not all on time", "own-tasks-on-time=99.999999 own-tasks-exceeded=30", "completed"),
        ],
    );
    let none_exceeded = "own-tasks-on-time=0 own-tasks-exceeded=0 disciplined=no";
    assert_table(
        "vn-qd366-2025-person",
        &format!("{none_exceeded} score=55"),
        &[
            ("20 % late", "own-tasks-completed=100 own-tasks-late=20", "completed"),
            ("just above 20 % late", "own-tasks-completed=100 own-tasks-late=20.000001", "none"),
            ("not all completed", "own-tasks-completed=99.999999 own-tasks-late=0", "none"),
            ("half not completed is not more than half", "own-tasks-completed=50 own-tasks-late=0", "none"),
            ("more than half not completed", "own-tasks-completed=49.999999 own-tasks-late=0", "not-completed"),
        ],
    );
    assert_table(
        "vn-qd366-2025-person",
        "own-tasks-late=0 score=100",
        &[
            (
                "discipline, whatever the points",
                "own-tasks-completed=100 own-tasks-on-time=100 own-tasks-exceeded=100 disciplined=yes",
                "not-completed",
            ),
            (
                "more than half not completed, whatever the points",
                "own-tasks-completed=49 own-tasks-on-time=49 own-tasks-exceeded=49 disciplined=no",
                "not-completed",
            ),
        ],
    );
}

#[test]
fn regulation_366_on_collectives() {
    let all = "tasks-completed=100 tasks-on-time=100 tasks-late=0 disciplined=no";
    let clean = "unit-or-member-disciplined=no shortcomings-remedied=yes";
    assert_table(
        "vn-qd366-2025-collective",
        &format!("{all} {clean}"),
        &[
            ("article 11, 90 points", "score=90 tasks-exceeded=30", "excellent"),
            ("article 11, below 90", "score=89.999999 tasks-exceeded=30", "good"),
            ("article 11, below 30 % exceeded", "score=90 tasks-exceeded=29.999999", "good"),
            ("article 11, 70 points", "score=70 tasks-exceeded=0", "good"),
            ("article 11, below 70", "score=69.999999 tasks-exceeded=0", "completed"),
            ("article 11, 50 points", "score=50 tasks-exceeded=0", "completed"),
            ("article 11, below 50", "score=49.999999 tasks-exceeded=0", "not-completed"),
        ],
    );
    assert_table(
        "vn-qd366-2025-collective",
        &format!("{all} score=95 tasks-exceeded=50"),
        &[
            ("a unit or member disciplined", "unit-or-member-disciplined=yes shortcomings-remedied=yes", "good"),
            ("shortcomings not remedied", "unit-or-member-disciplined=no shortcomings-remedied=no", "good"),
        ],
    );
    assert_table(
        "vn-qd366-2025-collective",
        &format!("{clean} score=95 tasks-on-time=0 tasks-exceeded=0"),
        &[
            ("20 % late", "tasks-completed=100 tasks-late=20 disciplined=no", "completed"),
            ("above 20 % late", "tasks-completed=100 tasks-late=20.000001 disciplined=no", "none"),
            ("half completed", "tasks-completed=50 tasks-late=0 disciplined=no", "none"),
            ("below half", "tasks-completed=49.999999 tasks-late=0 disciplined=no", "not-completed"),
            ("discipline", "tasks-completed=100 tasks-late=0 disciplined=yes", "not-completed"),
        ],
    );
}

#[test]
fn regulation_366_on_managers() {
    let own = "own-tasks-completed=100 low-confidence-votes=0 disciplined=no tasks-late=0";
    assert_table(
        "vn-qd366-2025-manager",
        &format!("{own} score=90"),
        &[
            ("the unit: all, 30 % exceeded", "tasks-completed=100 tasks-on-time=100 tasks-exceeded=30", "excellent"),
            ("the unit: below 30 %", "tasks-completed=100 tasks-on-time=100 tasks-exceeded=29.999999", "good"),
            ("the unit: not all on time", "tasks-completed=100 tasks-on-time=99 tasks-exceeded=0", "completed"),
            ("the unit: 70 %", "tasks-completed=70 tasks-on-time=0 tasks-exceeded=0", "none"),
            ("the unit: below 70 %", "tasks-completed=69.999999 tasks-on-time=0 tasks-exceeded=0", "not-completed"),
        ],
    );
    let unit = "tasks-completed=100 tasks-on-time=100 tasks-exceeded=30 tasks-late=0 score=90";
    assert_table(
        "vn-qd366-2025-manager",
        unit,
        &[
            ("50 % of the votes", "own-tasks-completed=100 low-confidence-votes=50 disciplined=no", "excellent"),
            ("above 50 %", "own-tasks-completed=100 low-confidence-votes=50.000001 disciplined=no", "not-completed"),
            ("own tasks: half", "own-tasks-completed=50 low-confidence-votes=0 disciplined=no", "excellent"),
            (
                "own tasks: below half",
                "own-tasks-completed=49.999999 low-confidence-votes=0 disciplined=no",
                "not-completed",
            ),
            ("discipline", "own-tasks-completed=100 low-confidence-votes=0 disciplined=yes", "not-completed"),
        ],
    );
}

/// The boundary vectors of the 90/70/50 scale.
const BANDS: &[(&str, &str, &str)] = &[
    ("article 20, 100 points", "score=100", "excellent"),
    ("article 20, 90 points", "score=90", "excellent"),
    ("article 20, 89.999999 points", "score=89.999999", "good"),
    ("article 20, 89.99 points", "score=89.99", "good"),
    ("article 20, 70 points", "score=70", "good"),
    ("article 20, 69.99 points", "score=69.99", "completed"),
    ("article 20, 50 points", "score=50", "completed"),
    ("article 20, 49.99 points", "score=49.99", "not-completed"),
    ("article 20, no points", "score=0", "not-completed"),
    ("out of 100", "score=100.01", "outside: score"),
    ("out of 100", "score=100.000001", "outside: score"),
    ("below nothing", "score=-0.000001", "outside: score"),
];

#[test]
fn decree_335_on_persons() {
    assert_table("vn-nd335-2025-person", "ideological-decline=no disciplined-on-duty=no", BANDS);
    assert_table(
        "vn-nd335-2025-person",
        "score=100",
        &[
            ("decline", "ideological-decline=yes disciplined-on-duty=no", "not-completed"),
            ("discipline", "ideological-decline=no disciplined-on-duty=yes", "not-completed"),
            ("not said", "", "open: not-completed, excellent for want of disciplined-on-duty, ideological-decline"),
        ],
    );
    // the lowest level by its points does not depend on what is not said
    assert_table("vn-nd335-2025-person", "", &[("below 50", "score=49.99", "not-completed")]);
}

#[test]
fn decree_335_on_managers() {
    let fine = "ideological-decline=no disciplined-on-duty=no";
    assert_table("vn-nd335-2025-manager", &format!("{fine} unit-handled=no"), BANDS);
    assert_table(
        "vn-nd335-2025-manager",
        fine,
        &[("the unit was handled for corruption or waste", "score=100 unit-handled=yes", "not-completed")],
    );
}

/// The points of an agency are known, their bands are not.
#[test]
fn decree_335_on_units() {
    assert_table(
        "vn-nd335-2025-unit",
        "",
        &[
            ("bands not seen", "", "bands unknown"),
            ("bands not seen", "score=95", "bands unknown"),
            ("bands not seen", "general-criteria=30 task-results=70", "bands unknown"),
            ("out of 100", "score=100.01", "outside: score"),
            ("out of 70", "general-criteria=30 task-results=70.01", "outside: task-results"),
        ],
    );
}

#[test]
fn dak_nong_has_whole_numbers_only() {
    assert_table(
        "dno-1748-2018",
        "",
        &[
            ("90-100", "score=100", "excellent"),
            ("90-100", "score=90", "excellent"),
            ("between the bands", "score=89.999999", "none"),
            ("between the bands", "score=89.5", "none"),
            ("between the bands", "score=89.000001", "none"),
            ("75-89", "score=89", "good"),
            ("75-89", "score=75", "good"),
            ("between the bands", "score=74.5", "none"),
            ("50-74", "score=74", "completed"),
            ("50-74", "score=50", "completed"),
            ("below 50", "score=49.999999", "not-completed"),
            ("out of 100", "score=100.01", "outside: score"),
        ],
    );
}

#[test]
fn da_nang_has_overlapping_ends() {
    assert_table(
        "dng-2014",
        "",
        &[
            ("from 85", "score=100", "excellent"),
            ("from 85", "score=85.000001", "excellent"),
            ("from 85, and 80-85", "score=85", "several: excellent, good"),
            ("80-85", "score=84.999999", "good"),
            ("80-85", "score=80.000001", "good"),
            ("80-85, and 70-80", "score=80", "several: good, completed-with-limits"),
            ("70-80", "score=79.999999", "completed-with-limits"),
            ("70-80", "score=70", "completed-with-limits"),
            ("below 70", "score=69.999999", "not-completed"),
        ],
    );
}

#[test]
fn ha_noi_has_one_overlap() {
    assert_table(
        "hn-3814-2018",
        "",
        &[
            ("A 90-100", "score=90.000001", "a"),
            ("A 90-100, and B 70-90", "score=90", "several: a, b"),
            (
                "A 90-100, and B 70-90, by its parts",
                "discipline-and-ethics=20 task-results=70 bonus=0",
                "several: a, b",
            ),
            ("A, with the bonus", "discipline-and-ethics=20 task-results=70 bonus=10", "a"),
            ("B 70-90", "score=89.999999", "b"),
            ("B 70-90", "score=70", "b"),
            ("C 50 to below 70", "score=69.999999", "c"),
            ("C 50 to below 70", "score=50", "c"),
            ("D below 50", "score=49.999999", "d"),
            ("more than the bonus there is", "score=50 bonus=10.01", "outside: bonus"),
        ],
    );
}
