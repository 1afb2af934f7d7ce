//! Which set is in force on the days at the edges, for whom, and that the library's own is never chosen.

use thuocdo::NaiveDate;
use thuocdo::builtin;
use thuocdo::grade::{NotInForce, SubjectKind};

use crate::build::id;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn before(date: &str, first: &str) -> Result<&'static str, NotInForce> {
    Err(NotInForce::NoneBefore { date: day(date), first: day(first) })
}

fn after(date: &str, last: &str) -> Result<&'static str, NotInForce> {
    Err(NotInForce::NoneAfter { date: day(date), last: day(last) })
}

#[track_caller]
fn assert_in_force(jurisdiction: &str, subject: SubjectKind, rows: &[(&str, Result<&str, NotInForce>)]) {
    let registry = builtin::registry();
    for (date, expected) in rows {
        let found = registry.in_force(jurisdiction, subject, day(date)).map(|rules| rules.content().id.as_str());
        assert_eq!(found, *expected, "{jurisdiction}, {subject:?} on {date}");
    }
}

#[test]
fn national_rules_follow_each_other() {
    assert_in_force(
        "VN",
        SubjectKind::Person,
        &[
            ("2020-08-19", before("2020-08-19", "2020-08-20")),
            ("2020-08-20", Ok("vn-nd90-2020-person")),
            ("2021-11-15", Ok("vn-nd90-2020-person")),
            ("2023-09-14", Ok("vn-nd90-2020-person")),
            ("2023-09-15", Ok("vn-nd48-2023-person")),
            ("2025-12-31", Ok("vn-nd48-2023-person")),
            ("2026-01-01", Ok("vn-nd335-2025-person")),
            ("2199-12-31", Ok("vn-nd335-2025-person")),
        ],
    );
    assert_in_force(
        "VN",
        SubjectKind::Manager,
        &[
            ("2020-08-19", before("2020-08-19", "2020-08-20")),
            ("2020-08-20", Ok("vn-nd90-2020-manager")),
            ("2023-09-14", Ok("vn-nd90-2020-manager")),
            ("2023-09-15", Ok("vn-nd48-2023-manager")),
            ("2025-12-31", Ok("vn-nd48-2023-manager")),
            ("2026-01-01", Ok("vn-nd335-2025-manager")),
        ],
    );
    // no decree graded agencies before
    assert_in_force(
        "VN",
        SubjectKind::Unit,
        &[
            ("2021-11-15", before("2021-11-15", "2026-01-01")),
            ("2025-12-31", before("2025-12-31", "2026-01-01")),
            ("2026-01-01", Ok("vn-nd335-2025-unit")),
        ],
    );
}

/// The part of the decree on a unit's targets is found under a name of its own, so that it never stands for the whole.
#[test]
fn the_part_on_a_units_targets_is_apart() {
    assert_in_force(
        "VN (chỉ tiêu của đơn vị)",
        SubjectKind::Manager,
        &[
            ("2020-08-19", before("2020-08-19", "2020-08-20")),
            ("2020-08-20", Ok("vn-nd90-2020-unit")),
            ("2023-09-14", Ok("vn-nd90-2020-unit")),
            ("2023-09-15", after("2023-09-15", "2023-09-14")),
            ("2026-01-01", after("2026-01-01", "2023-09-14")),
        ],
    );
}

#[test]
fn party_rules_follow_each_other() {
    for (subject, earlier, later) in [
        (SubjectKind::Collective, "vn-qd124-2023-collective", "vn-qd366-2025-collective"),
        (SubjectKind::Person, "vn-qd124-2023-person", "vn-qd366-2025-person"),
    ] {
        assert_in_force(
            "VN-Party",
            subject,
            &[
                ("2023-10-03", before("2023-10-03", "2023-10-04")),
                ("2023-10-04", Ok(earlier)),
                ("2025-08-29", Ok(earlier)),
                ("2025-08-30", Ok(later)),
                ("2026-01-01", Ok(later)),
            ],
        );
    }
    // what the earlier regulation says of managers was not seen
    assert_in_force(
        "VN-Party",
        SubjectKind::Manager,
        &[("2025-08-29", before("2025-08-29", "2025-08-30")), ("2025-08-30", Ok("vn-qd366-2025-manager"))],
    );
}

#[test]
fn local_rules_begin_on_their_day() {
    for (jurisdiction, subject, eve, first, id) in [
        ("Đắk Nông", SubjectKind::Unit, "2018-11-01", "2018-11-02", "dno-1748-2018"),
        ("Đà Nẵng", SubjectKind::Person, "2014-04-15", "2014-04-16", "dng-2014"),
        ("Hà Nội", SubjectKind::Person, "2018-05-15", "2018-05-16", "hn-3814-2018"),
    ] {
        assert_in_force(jurisdiction, subject, &[(eve, before(eve, first)), (first, Ok(id))]);
    }
    let none = Err(NotInForce::NoneKnown { jurisdiction: "Lạng Sơn".into() });
    assert_in_force("Lạng Sơn", SubjectKind::Unit, &[("2021-11-15", none)]);
    let none = Err(NotInForce::NoneKnown { jurisdiction: "Hà Nội".into() });
    assert_in_force("Hà Nội", SubjectKind::Unit, &[("2021-11-15", none)]);
}

/// Whatever the day and whomever it is asked for, the library's own set has to be named.
#[test]
fn the_librarys_own_set_is_never_chosen() {
    let registry = builtin::registry();
    let own = registry.rule_set(&id("library-key-task")).expect("it is there by its id");
    assert!(own.is_own() && own.is_in_force(day("2021-11-15")));
    let (jurisdiction, subject) = (own.content().jurisdiction.as_str(), own.content().subject);
    for date in ["1999-12-31", "2000-01-01", "2021-11-15", "2026-11-24"] {
        let answer = registry.in_force(jurisdiction, subject, day(date));
        assert_eq!(answer, Err(NotInForce::NoneKnown { jurisdiction: jurisdiction.into() }), "{date}");
    }
    let kinds =
        [SubjectKind::Person, SubjectKind::Manager, SubjectKind::Unit, SubjectKind::Collective, SubjectKind::Task];
    for jurisdiction in registry.rule_sets().iter().map(|rules| rules.content().jurisdiction.as_str()) {
        for (kind, date) in kinds.into_iter().flat_map(|kind| ["2021-11-15", "2026-01-01"].map(|date| (kind, date))) {
            if let Ok(rules) = registry.in_force(jurisdiction, kind, day(date)) {
                assert!(!rules.is_own() && rules.is_in_force(day(date)) && rules.content().subject == kind);
            }
        }
    }
}
