//! The decisive edges of the sets that grade by conditions: the decrees 90/2020 and 48/2023, Regulation 124-QĐ/TW, and the
//! library's own. Written by hand from the texts; what the texts leave out is `none`.

use crate::build::{answer, assert_table, rules};

#[test]
fn decree_90_on_the_targets_of_a_unit() {
    let all = "targets-completed=100 targets-on-time=100";
    assert_table(
        "vn-nd90-2020-unit",
        all,
        &[
            ("article 8.2, at least 50 % exceeded", "targets-exceeded=50", "excellent"),
            ("article 8.2, just above", "targets-exceeded=50.000001", "excellent"),
            ("article 8.2, just below", "targets-exceeded=49.999999", "good"),
            ("article 8.2, half of an even number", "targets-exceeded=4/8", "excellent"),
            ("article 8.2, three of seven", "targets-exceeded=3/7", "good"),
            ("article 8.2, none exceeded", "targets-exceeded=0", "good"),
        ],
    );
    assert_table(
        "vn-nd90-2020-unit",
        "targets-exceeded=0",
        &[
            ("article 9.2, at least 80 % on time", "targets-completed=100 targets-on-time=80", "good"),
            ("article 9.2, four of five", "targets-completed=5/5 targets-on-time=4/5", "good"),
            ("article 9.2, just below", "targets-completed=100 targets-on-time=79.999999", "completed"),
            ("article 9.2, not all completed", "targets-completed=99.999999 targets-on-time=99.999999", "completed"),
            ("article 10.2, just above 70 %", "targets-completed=70.000001 targets-on-time=0", "completed"),
            ("article 10.2, 5 of 7", "targets-completed=5/7 targets-on-time=0", "completed"),
            ("article 10.2, exactly 70 % is not above it", "targets-completed=70 targets-on-time=0", "none"),
            ("article 10.2, 7 of 10", "targets-completed=7/10 targets-on-time=0", "none"),
            ("no article, 69.999999 %", "targets-completed=69.999999 targets-on-time=0", "none"),
            ("no article, 4 of 7", "targets-completed=4/7 targets-on-time=0", "none"),
            ("no article, 50.000001 %", "targets-completed=50.000001 targets-on-time=0", "none"),
            ("article 11.2, exactly 50 % is not below it", "targets-completed=50 targets-on-time=0", "none"),
            ("article 11.2, half", "targets-completed=3/6 targets-on-time=0", "none"),
            ("article 11.2, just below 50 %", "targets-completed=49.999999 targets-on-time=0", "not-completed"),
            ("article 11.2, nothing", "targets-completed=0 targets-on-time=0", "not-completed"),
        ],
    );
    // what does not depend on the unknown is answered without it
    assert_table(
        "vn-nd90-2020-unit",
        "",
        &[
            ("articles 8.2 to 11.2, 85.71 %", "targets-completed=6/7", "completed"),
            ("articles 8.2 to 11.2, 60 %", "targets-completed=60", "none"),
            ("articles 8.2 to 11.2, 40 %", "targets-completed=40", "not-completed"),
            (
                "articles 8.2 and 9.2, all",
                "targets-completed=100",
                "open: excellent, good, completed for want of targets-exceeded, targets-on-time",
            ),
            ("no share is above the whole", "targets-completed=100.000001", "outside: targets-completed"),
        ],
    );
}

/// What the two decrees have in common.
const PERSON: &[(&str, &str, &str)] = &[
    ("article 8.1, at least 50 % exceeded", "own-tasks-exceeded=50", "excellent"),
    ("article 8.1, just below", "own-tasks-exceeded=49.999999", "good"),
];

#[test]
fn decree_90_on_persons() {
    let fine = "own-tasks-completed=100 own-tasks-on-time=100 own-tasks-highly-effective=yes criteria-not-assured=0 \
                disciplined-on-duty=no";
    assert_table("vn-nd90-2020-person", fine, PERSON);
    let all = "own-tasks-completed=100 own-tasks-exceeded=100 own-tasks-highly-effective=no disciplined-on-duty=no";
    assert_table(
        "vn-nd90-2020-person",
        all,
        &[
            ("article 8.1, not of high effectiveness", "own-tasks-on-time=100 criteria-not-assured=0", "good"),
            ("article 9.1, all on time", "own-tasks-on-time=100 criteria-not-assured=35", "good"),
            ("article 10.1, 20 % of the criteria", "own-tasks-on-time=99 criteria-not-assured=20", "completed"),
            ("article 10.1, one of five", "own-tasks-on-time=99 criteria-not-assured=1/5", "completed"),
            ("no article, just above 20 %", "own-tasks-on-time=99 criteria-not-assured=20.000001", "none"),
            ("article 11.1, exactly 50 % is not above it", "own-tasks-on-time=99 criteria-not-assured=50", "none"),
            ("article 11.1, half", "own-tasks-on-time=99 criteria-not-assured=5/10", "none"),
            ("article 11.1, just above 50 %", "own-tasks-on-time=99 criteria-not-assured=50.000001", "not-completed"),
            ("article 11.1, though all is on time", "own-tasks-on-time=100 criteria-not-assured=51", "not-completed"),
        ],
    );
    assert_table(
        "vn-nd90-2020-person",
        "own-tasks-exceeded=0 own-tasks-highly-effective=yes own-tasks-on-time=0",
        &[
            (
                "article 10.1, not all done",
                "own-tasks-completed=99.999999 criteria-not-assured=0 disciplined-on-duty=no",
                "none",
            ),
            (
                "article 11.1, discipline",
                "own-tasks-completed=100 criteria-not-assured=0 disciplined-on-duty=yes",
                "not-completed",
            ),
        ],
    );
}

/// Discipline of any kind forces the lowest level, unless it was counted already.
#[test]
fn decree_48_on_persons() {
    let fine = "own-tasks-completed=100 own-tasks-on-time=100 own-tasks-highly-effective=yes criteria-not-assured=0";
    let not_disciplined = format!("{fine} disciplined=no discipline-already-counted=no");
    assert_table("vn-nd48-2023-person", &not_disciplined, PERSON);
    assert_table(
        "vn-nd48-2023-person",
        &format!("{fine} own-tasks-exceeded=60"),
        &[
            ("discipline of any kind", "disciplined=yes discipline-already-counted=no", "not-completed"),
            (
                "its exception: counted in an earlier year",
                "disciplined=yes discipline-already-counted=yes",
                "excellent",
            ),
            ("no discipline", "disciplined=no", "excellent"),
            ("no discipline, whatever was counted", "disciplined=no discipline-already-counted=yes", "excellent"),
            (
                "discipline, not said whether it was counted",
                "disciplined=yes",
                "open: not-completed, excellent for want of discipline-already-counted",
            ),
            ("not said whether there was any", "discipline-already-counted=yes", "excellent"),
        ],
    );
    let late = "own-tasks-completed=100 own-tasks-on-time=99 own-tasks-exceeded=0 own-tasks-highly-effective=no \
                disciplined=no";
    assert_table(
        "vn-nd48-2023-person",
        late,
        &[
            ("article 10.1 of decree 90", "criteria-not-assured=20", "completed"),
            ("no article", "criteria-not-assured=20.000001", "none"),
            ("no article", "criteria-not-assured=50", "none"),
            ("article 11.1 of decree 90", "criteria-not-assured=50.000001", "not-completed"),
        ],
    );
}

/// Facts that are otherwise than in the best case.
type Changes<'c> = &'c [(&'c str, &'c str)];

/// Of a manager everything has to be right at once: one thing at a time is changed.
#[test]
fn both_decrees_on_managers() {
    let excellent = [
        ("own-tasks-completed", "100"),
        ("own-tasks-on-time", "100"),
        ("own-tasks-highly-effective", "yes"),
        ("criteria-not-assured", "0"),
        ("targets-completed", "100"),
        ("targets-exceeded", "50"),
        ("targets-on-time", "80"),
        ("units-completed-or-better", "100"),
        ("units-good-or-better", "70"),
        ("unit-handled", "no"),
    ];
    let uncounted = "open: not-completed, excellent for want of discipline-already-counted";
    for (rule_set, discipline, if_disciplined) in [
        ("vn-nd90-2020-manager", "disciplined-on-duty", "not-completed"),
        ("vn-nd48-2023-manager", "disciplined", uncounted),
    ] {
        let rules = rules(rule_set);
        let answer_with = |changes: Changes<'_>, disciplined: &str| {
            let changed = |name: &str| changes.iter().find(|change| change.0 == name).map(|change| change.1);
            let pairs = excellent.iter().map(|(name, value)| format!("{name}={}", changed(name).unwrap_or(value)));
            let written = pairs.chain([format!("{discipline}={disciplined}")]);
            answer(&rules, &written.collect::<Vec<_>>().join(" "))
        };
        let rows: [(&str, Changes<'_>, &str); 20] = [
            ("article 8.2, at every edge", &[], "excellent"),
            ("article 8.2, exceeded", &[("targets-exceeded", "49.999999")], "good"),
            ("article 8.2, effectiveness", &[("own-tasks-highly-effective", "no")], "good"),
            ("article 8.2, on time is not asked", &[("targets-on-time", "0")], "excellent"),
            ("articles 8.2 and 9.2, units", &[("units-good-or-better", "69.999999")], "completed"),
            ("articles 8.2 and 9.2, units", &[("units-completed-or-better", "99.999999")], "completed"),
            ("article 10.2, units", &[("units-completed-or-better", "70")], "completed"),
            (
                "article 10.2, units",
                &[("units-completed-or-better", "69.999999"), ("units-good-or-better", "0")],
                "none",
            ),
            ("article 9.2, on time", &[("targets-exceeded", "0"), ("targets-on-time", "80")], "good"),
            ("article 9.2, on time", &[("targets-exceeded", "0"), ("targets-on-time", "79.999999")], "completed"),
            ("article 10.2", &[("targets-completed", "70.000001"), ("targets-on-time", "0")], "completed"),
            ("no article", &[("targets-completed", "70"), ("targets-on-time", "0")], "none"),
            ("no article", &[("targets-completed", "50"), ("targets-on-time", "0")], "none"),
            (
                "article 11.2",
                &[("targets-completed", "49.999999"), ("targets-exceeded", "0"), ("targets-on-time", "0")],
                "not-completed",
            ),
            (
                "more exceeded than completed",
                &[("targets-completed", "49.999999"), ("targets-on-time", "0")],
                "out of order: targets-exceeded, targets-completed",
            ),
            ("article 10.2, criteria", &[("own-tasks-on-time", "0"), ("criteria-not-assured", "20")], "completed"),
            ("no article", &[("own-tasks-on-time", "0"), ("criteria-not-assured", "20.000001")], "none"),
            ("no article", &[("own-tasks-on-time", "0"), ("criteria-not-assured", "50")], "none"),
            ("article 11.2, criteria", &[("criteria-not-assured", "50.000001")], "not-completed"),
            ("article 11.2, corruption or waste in the unit", &[("unit-handled", "yes")], "not-completed"),
        ];
        for (clause, changes, expected) in rows {
            assert_eq!(answer_with(changes, "no"), expected, "{rule_set}, {clause}: {changes:?}");
        }
        assert_eq!(answer_with(&[], "yes"), if_disciplined, "{rule_set}, discipline");
    }
}

#[test]
fn regulation_124_on_collectives() {
    let excellent = "performance-criteria-all-excellent=yes other-criteria-good-or-better=yes \
                     unit-or-member-disciplined=no";
    let fine = "force-majeure=no units-disciplined=0 leadership-disciplined=no self-detected-and-remedied=no";
    assert_table(
        "vn-qd124-2023-collective",
        &format!("{excellent} {fine}"),
        &[
            ("highest level", "targets-completed=100 main-targets-missed=no", "excellent"),
            ("under 50 %, main targets met", "targets-completed=49.999999 main-targets-missed=no", "excellent"),
            ("main targets missed, not under 50 %", "targets-completed=50 main-targets-missed=yes", "excellent"),
            ("both", "targets-completed=49.999999 main-targets-missed=yes", "not-completed"),
        ],
    );
    let missed = "targets-completed=40 main-targets-missed=yes";
    assert_table(
        "vn-qd124-2023-collective",
        &format!("{excellent} {missed} leadership-disciplined=no"),
        &[
            ("force majeure", "force-majeure=yes units-disciplined=0", "excellent"),
            ("20 % of the units disciplined", "force-majeure=yes units-disciplined=20", "excellent"),
            ("above 20 %", "force-majeure=yes units-disciplined=20.000001", "not-completed"),
        ],
    );
    let met = "targets-completed=100 main-targets-missed=no force-majeure=no units-disciplined=0";
    assert_table(
        "vn-qd124-2023-collective",
        &format!("{excellent} {met}"),
        &[
            ("the leadership disciplined", "leadership-disciplined=yes self-detected-and-remedied=no", "not-completed"),
            (
                "it found and remedied it itself",
                "leadership-disciplined=yes self-detected-and-remedied=yes",
                "excellent",
            ),
        ],
    );
    // the two middle levels were not seen
    assert_table(
        "vn-qd124-2023-collective",
        &format!("{met} leadership-disciplined=no"),
        &[(
            "no highest level",
            "performance-criteria-all-excellent=no other-criteria-good-or-better=yes unit-or-member-disciplined=no",
            "bands unknown",
        )],
    );
}

#[test]
fn regulation_124_on_persons() {
    let criteria = "performance-criteria-all-excellent=yes other-criteria-good-or-better=yes";
    assert_table(
        "vn-qd124-2023-person",
        criteria,
        &[
            ("at least 50 % exceeded", "own-tasks-on-time=100 own-tasks-exceeded=50", "excellent"),
            ("just below", "own-tasks-on-time=100 own-tasks-exceeded=49.999999", "bands unknown"),
            ("not all on time", "own-tasks-on-time=99.999999 own-tasks-exceeded=50", "bands unknown"),
        ],
    );
    assert_table(
        "vn-qd124-2023-person",
        "own-tasks-on-time=100 own-tasks-exceeded=100",
        &[("criteria", "performance-criteria-all-excellent=yes other-criteria-good-or-better=no", "bands unknown")],
    );
}

#[test]
fn the_librarys_own_conditions_of_a_task() {
    assert_table(
        "library-key-task",
        "targets-completed=100 targets-pending=0",
        &[
            ("one of three exceeded", "targets-exceeded=1/3 targets-late=0", "excellent"),
            ("a millionth exceeded", "targets-exceeded=0.000001 targets-late=0", "excellent"),
            ("none exceeded", "targets-exceeded=0 targets-late=0", "good"),
            ("one late", "targets-exceeded=1/3 targets-late=1/3", "completed"),
            ("all late", "targets-exceeded=0 targets-late=100", "completed"),
        ],
    );
    assert_table(
        "library-key-task",
        "targets-exceeded=0 targets-late=0",
        &[
            ("nothing pending", "targets-completed=99.999999 targets-pending=0", "not-completed"),
            ("something pending", "targets-completed=99.999999 targets-pending=0.000001", "none"),
            ("all pending", "targets-completed=0 targets-pending=100", "none"),
        ],
    );
}
