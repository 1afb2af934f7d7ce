//! What a check found is written and never read back: the shape of a statement, of findings and of a trail.

use serde_json::{Value, json};
use thuocdo::check::{Check, CheckTable, ReportCheck};
use thuocdo::report::Report;

/// 02 poor households, which three statements say are 03.
const HOUSEHOLDS: &str = include_str!("../../examples/data/ho-nguoi-co-cong.json");

fn with_check<T>(text: &str, say: impl FnOnce(&Check<'_>) -> T) -> T {
    say(&serde_json::from_str::<CheckTable>(text).unwrap().check())
}

#[test]
fn a_statement_is_written_with_its_fractions() {
    let written = with_check(HOUSEHOLDS, |check| serde_json::to_value(check.statements()).unwrap());
    let named = |name: &str| {
        let all = written.as_array().unwrap().iter();
        all.into_iter().find(|statement| statement["relation"] == *name).unwrap().clone()
    };
    assert_eq!(
        named("qh-ty-le-ngheo-1121"),
        json!({
            "relation": "qh-ty-le-ngheo-1121",
            "result": "ty-le-ngheo-1121",
            "agreement": "off",
            "recomputed": { "low": "25/319", "high": "25/319" },
            "rounded": "0.08",
            "gap": { "low": "-332/7975", "high": "-332/7975" },
            "last_places": "1328/319",
            "approximate": false,
        })
    );
}

/// The name of every agreement, and what is written where nothing was compared.
#[test]
fn every_agreement_has_a_name() {
    let figure = |id: &str, number: &str, unit: &str| {
        let figure = json!({ "reading": { "exactly": number }, "unit": unit });
        json!({ "id": id, "subject": id, "value": { "figure": figure } })
    };
    let share = |id: &str, part: &str, whole: &str| {
        let relation = json!({ "share": { "parts": [part], "whole": whole } });
        json!({ "id": id, "result": id, "relation": relation })
    };
    let table = json!({
        "version": 1,
        "figures": [
            figure("3", "3", "xã"), figure("2", "2", "xã"), figure("1", "1", "xã"), figure("8", "8", "xã"),
            figure("92", "92", "hộ"), figure("107", "107", "hộ"), figure("2445", "2445", "hộ"),
            figure("2552", "2552", "hộ"), figure("0", "0", "hộ"), figure("57", "57.2", "%"),
            { "id": "56", "subject": "56", "value": { "not_stated": "%" } },
            figure("exact", "12.5", "%"), figure("by-rounding", "85.98", "%"), figure("cut", "66.66", "%"),
            figure("padded", "95.80", "%"), figure("off", "12", "%"), figure("no-rate", "12", "%"),
            figure("two-readings", "1.2", "%"),
            figure("x", "33.3", "%"), figure("y", "33.3", "%"), figure("nudged", "33.4", "%"),
        ],
        "relations": [
            share("exact", "1", "8"), share("by-rounding", "92", "107"), share("cut", "2", "3"),
            share("padded", "2445", "2552"), share("off", "92", "2552"), share("no-rate", "92", "0"),
            { "id": "two-readings", "result": "two-readings", "relation": {
                "growth": { "from": "56", "to": "57", "form": "percent" },
            } },
        ],
    });
    let thirds = json!({
        "version": 1,
        "figures": [
            figure("3", "3", "xã"), figure("a", "1", "xã"), figure("b", "1", "xã"), figure("c", "1", "xã"),
            figure("x", "33.3", "%"), figure("y", "33.3", "%"), figure("nudged", "33.4", "%"),
        ],
        "relations": [share("x", "a", "3"), share("y", "b", "3"), share("nudged", "c", "3")],
    });
    let names = |table: &Value| {
        let written = with_check(&table.to_string(), |check| serde_json::to_value(check.statements()).unwrap());
        let name =
            |statement: &Value| format!("{}: {}", statement["relation"], statement["agreement"]).replace('"', "");
        written.as_array().unwrap().iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(
        names(&table),
        [
            "exact: exact",
            "by-rounding: by_rounding",
            "cut: cut",
            "padded: padded",
            "off: off",
            "no-rate: not_checked",
            "two-readings: points_or_percent",
        ]
    );
    assert_eq!(names(&thirds), ["x: by_rounding", "y: by_rounding", "nudged: nudged"]);
    let written = with_check(&table.to_string(), |check| serde_json::to_value(check.statements()).unwrap());
    assert_eq!(
        written[5],
        json!({
            "relation": "no-rate", "result": "no-rate", "agreement": "not_checked", "recomputed": null, "rounded": null,
            "gap": null, "last_places": null, "approximate": false,
        })
    );
}

#[test]
fn a_diagnosis_is_written_with_its_corrections() {
    let findings = with_check(HOUSEHOLDS, |check| serde_json::to_value(check.findings().collect::<Vec<_>>()).unwrap());
    let broken = ["qh-ho-tro-con-lai", "qh-ty-le-ngheo-1121", "qh-ho-1121-tong"];
    let [only] = findings.as_array().unwrap().as_slice() else { panic!("{findings}") };
    let mut only = only.clone();
    let statements = only["diagnosis"]["statements"].take();
    assert_eq!(statements.as_array().unwrap().len(), 13);
    assert_eq!(
        only,
        json!({
            "key": "figures_disagree qh-ho-1121-tong+qh-ho-tro-con-lai+qh-ty-le-ngheo-1121 c850ffe4fe1b6c08",
            "code": "figures_disagree",
            "class": "correct",
            "relation": null,
            "figures": [],
            "mentions": [],
            "diagnosis": {
                "verdict": "unique",
                "at_least": 1,
                "statements": null,
                "broken": broken,
                "proof": ["qh-ty-le-ngheo-1121"],
                "corrections": [{
                    "changes": [{
                        "figure": "ho-ngheo-1121", "old": "02", "new": "03", "low": "03", "high": "03", "distance": 1,
                        "slip": "replaced_digit",
                    }],
                    "explains": broken,
                    "keeps": [],
                    "family": false,
                }],
                "common": [],
                "settled_by": [],
                "inferred": [
                    "qh-ty-le-ngheo-1121", "qh-ty-le-can-ngheo-1121", "qh-ty-le-tb-1121", "qh-ho-1121-tong",
                ],
                "complete": true,
                "approximate": false,
                "joint": false,
            },
        })
    );
}

/// A document is written with its mentions, a statement with its relation, a day with its figure.
#[test]
fn the_other_findings_are_written_with_what_they_are_about() {
    let report: Report = serde_json::from_str(include_str!("../../examples/data/lang-son-2021.json")).unwrap();
    let check = ReportCheck::of(&report).unwrap();
    let findings = serde_json::to_value(check.findings().collect::<Vec<_>>()).unwrap();
    let rows = findings.as_array().unwrap().iter().map(|finding| {
        let mentions = finding["mentions"].as_array().unwrap().len();
        let text = |field: &str| finding[field].as_str().unwrap_or("-").to_owned();
        format!("{} {} {} {mentions}", text("code"), text("class"), text("relation"))
    });
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            "figures_disagree correct - 0",
            "not_stated clarify qh-ty-le-tuyen-sinh 0",
            "points_or_percent clarify qh-ld-qua-dao-tao-tang 0",
            "approximate_figures_disagree clarify - 0",
            "dated_on_sunday note - 1",
            "several_dates correct - 2",
            "out_of_order clarify - 3",
            "incomplete note - 0",
            "cut_off_off_grid note - 0",
        ]
    );
    let plan = findings.as_array().unwrap().iter().find(|finding| finding["code"] == "several_dates").unwrap();
    assert_eq!(
        plan["mentions"][1],
        json!({
            "document": {
                "code": "29/KH-SLĐTBXH",
                "date": "2021-03-09",
                "subject": "triển khai nhiệm vụ trọng tâm lĩnh vực An toàn vệ sinh lao động năm 2021",
            },
            "place": "mục II.2",
        })
    );
}

#[test]
fn a_trail_is_written_with_the_digest_of_the_table() {
    let trail = with_check(HOUSEHOLDS, |check| serde_json::to_value(check.trail()).unwrap());
    assert_eq!(
        trail,
        json!({
            "library": env!("CARGO_PKG_VERSION"),
            "digest": "413582d242eb80db1a0375604b54955c616b676a53bada763b18ec133b007764",
            "as_of": "2021-11-15",
        })
    );
}
