//! Rule sets are read and written like reports: the same in three formats, no field unknown, each refusal with its place.
//! An assessment has no door: there is nothing to read one back with.

use serde_json::{Value, json};
use thuocdo::grade::RuleSet;

/// A set with every part that a set can have.
fn document() -> Value {
    let name = |vietnamese: &str, english: &str| json!({ "vietnamese": vietnamese, "english": english });
    let number = |id: &str, high: &str| json!({ "id": id, "name": name("tổng điểm", "score"), "kind": "number", "better": "higher", "low": "0", "high": high });
    let share = |id: &str, at_most: Value| {
        json!({
            "id": id, "name": name("tỷ lệ", "share"), "kind": "share", "better": "higher", "low": "0", "high": "100",
            "step": null, "at_most": at_most,
        })
    };
    let flag = json!({
        "id": "disciplined", "name": name("bị kỷ luật", "disciplined"), "kind": "flag", "better": "lower", "low": "0",
        "high": "1",
    });
    let level = |id: &str| json!({ "id": id, "name": name(id, id), "abbreviation": id });
    let compare = |fact: &str, comparison: &str, threshold: &str| json!({ "compare": { "fact": fact, "comparison": comparison, "threshold": threshold } });
    let citation = json!({
        "document": "90/2020/NĐ-CP", "article": "8", "clause": "2", "point": "đ", "status": "second_hand",
    });
    json!({
        "version": 1,
        "id": "bộ-1",
        "name": name("Bộ một", "Set one"),
        "jurisdiction": "VN",
        "subject": "manager",
        "source": { "document": { "code": "90/2020/NĐ-CP", "date": "2020-08-13", "subject": "đánh giá" } },
        "in_force_from": "2020-08-20",
        "in_force_to": "2023-09-14",
        "corrections": [{ "date": "2021-01-02", "what": "sửa ngưỡng" }],
        "remarks": [name("lưu ý", "remark")],
        "comparing": { "rounded": { "mode": "half_away", "decimals": 2 } },
        "scale": [level("low"), level("high")],
        "facts": [number("score", "100"), share("completed", Value::Null), share("exceeded", json!("completed")), flag],
        "scoring": { "into": "score", "score": { "sum": [
            { "fact": "completed" },
            { "mean": [{ "points": "1" }, { "points": "2" }] },
            { "times": { "of": { "points": "3" }, "by": "0.7" } },
            { "less": { "from": { "points": "3" }, "take": { "points": "1" } } },
            { "at_most": { "of": { "points": "3" }, "limit": "2" } },
            { "at_least": { "of": { "points": "3" }, "limit": "2" } },
            { "steps": {
                "of": { "fact": "exceeded" },
                "steps": [{ "from": "50", "points": "3" }, { "from": "80", "points": "4" }],
                "below": "0",
            } },
            { "linear": { "of": { "fact": "exceeded" }, "points": [{ "x": "0", "y": "0" }, { "x": "100", "y": "10" }] } },
            { "when": { "condition": { "holds": "disciplined" }, "then": { "points": "0" }, "otherwise": { "points": "1" } } },
        ] } },
        "forced": [
            { "id": "discipline", "level": "low", "requires": { "holds": "disciplined" }, "citation": citation },
        ],
        "rules": [
            {
                "id": "high", "level": "high", "band": compare("score", "at_least", "90"),
                "requires": { "all": [
                    compare("completed", "exactly", "100"),
                    { "any": [compare("exceeded", "more_than", "50"), { "not": { "holds": "disciplined" } }] },
                    { "at_least_of": { "count": 1, "of": [compare("exceeded", "at_most", "100")] } },
                ] },
                "citation": citation,
            },
            {
                "id": "low", "level": "low", "requires": compare("score", "less_than", "50"), "citation": citation,
            },
        ],
        "coverage": "complete",
        "policy": "one",
        "after_failure": "next_lower",
        "caps": [{ "level": "high", "of": ["low"], "percent": "20", "exception": "25", "citation": citation }],
    })
}

fn document_with(pointer: &str, new: Value) -> Value {
    let mut document = document();
    *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the document")) = new;
    document
}

fn refusal(document: Value) -> String {
    match serde_json::from_value::<RuleSet>(document) {
        Ok(_) => "it is accepted".into(),
        Err(error) => error.to_string(),
    }
}

fn read(document: Value) -> RuleSet {
    serde_json::from_value(document).unwrap()
}

#[track_caller]
fn assert_read_back(rules: &RuleSet) {
    let json = serde_json::to_string(rules).unwrap();
    assert!(json.starts_with("{\"version\":1,\"id\":"), "{json}");
    let again: RuleSet = serde_json::from_str(&json).unwrap();
    assert_eq!(again, *rules);
    assert_eq!(serde_json::to_string(&again).unwrap(), json);
    // the fields in another order: that of the alphabet
    assert_eq!(read(serde_json::to_value(rules).unwrap()), *rules);

    let text = toml::to_string(rules).unwrap();
    assert!(text.starts_with("version = 1\nid = "), "{text}");
    let again: RuleSet = toml::from_str(&text).unwrap();
    assert_eq!(again, *rules);
    assert_eq!(toml::to_string(&again).unwrap(), text);

    let bytes = postcard::to_allocvec(rules).unwrap();
    assert_eq!(bytes[0], 1);
    assert_eq!(postcard::from_bytes::<RuleSet>(&bytes).unwrap(), *rules);
    assert!(postcard::from_bytes::<RuleSet>(&bytes[..bytes.len() - 1]).is_err(), "cut off");
}

#[test]
fn a_set_with_every_part_is_read_back() {
    assert_read_back(&read(document()));
    for (pointer, new) in [
        ("/source", json!("library")),
        ("/comparing", json!("exact")),
        ("/coverage", json!("partial")),
        ("/policy", json!("first")),
        ("/after_failure", json!("no_level")),
        ("/in_force_to", Value::Null),
        ("/scoring", Value::Null),
        ("/rules", json!([])),
        ("/caps/0/exception", Value::Null),
        ("/facts/1/better", json!("neither")),
        ("/facts/1/step", json!("0.5")),
    ] {
        assert_read_back(&read(document_with(pointer, new)));
    }
    for subject in ["person", "unit", "collective", "task"] {
        assert_read_back(&read(document_with("/subject", json!(subject))));
    }
    for mode in ["half_even", "down", "up", "floor", "ceiling"] {
        assert_read_back(&read(document_with("/comparing/rounded/mode", json!(mode))));
    }
    for status in ["seen", "recalled"] {
        assert_read_back(&read(document_with("/rules/0/citation/status", json!(status))));
    }
}

#[cfg(feature = "builtin")]
#[test]
fn every_built_in_set_is_read_back() {
    for id in thuocdo::builtin::ids() {
        assert_read_back(&thuocdo::builtin::rule_set(id).unwrap());
    }
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let document = document();
    let mut pointers = Vec::new();
    objects(&document, "", &mut pointers);
    assert!(pointers.len() > 60);
    for pointer in pointers {
        let mut changed = document.clone();
        changed.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().insert("huh".into(), Value::Null);
        let message = refusal(changed);
        // beside the tag of an enum, a second tag
        let answers =
            ["unknown field `huh`, expected ", "expected map with a single key", "unknown variant `huh`, expected "];
        assert!(message.starts_with("at `"), "{pointer}: {message}");
        assert!(answers.iter().any(|answer| message.contains(answer)), "{pointer}: {message}");
    }
}

/// The JSON pointer of every object in `value`.
fn objects(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            pointers.push(pointer.to_owned());
            fields.iter().for_each(|(name, value)| objects(value, &format!("{pointer}/{name}"), pointers));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| objects(value, &format!("{pointer}/{index}"), pointers));
        }
        _ => {}
    }
}

/// What stands in a document that is no rule set, word for word, with its place.
#[test]
fn every_refusal_names_the_place() {
    let facts = || document().pointer("/facts").unwrap().as_array().unwrap().clone();
    let many: Vec<Value> = (0..501)
        .map(|index| {
            let mut fact = facts()[0].clone();
            fact["id"] = json!(format!("f{index}"));
            fact
        })
        .collect();
    let circle = {
        let mut facts = facts();
        facts[1]["at_most"] = json!("exceeded");
        json!(facts)
    };
    let two_levels = document().pointer("/scale").unwrap().as_array().unwrap().clone();
    for (pointer, new, expected) in [
        ("/version", json!(2), "at `version`: version `2` is not known, version `1` is read"),
        ("/scale", json!([two_levels[0]]), "at `scale`: a scale has at least two levels"),
        (
            "/scale",
            json!([two_levels[0], two_levels[0]]),
            "at `scale`: `low` is already the id of another level, give each one of its own",
        ),
        (
            "/facts/1/id",
            json!("score"),
            "at `facts[1]`: `score` is already the id of another fact, give each one of its own",
        ),
        ("/rules/0/level", json!("khá"), "at `rules[0].level`: `khá` is not a level of the scale"),
        ("/caps/0/of/0", json!("khá"), "at `caps[0].of[0]`: `khá` is not a level of the scale"),
        ("/caps/0/level", json!("khá"), "at `caps[0].level`: `khá` is not a level of the scale"),
        ("/caps/0/of", json!([]), "at `caps[0].of`: the list is empty, name at least one"),
        (
            "/scoring/into",
            json!("điểm"),
            "at `scoring.into`: `điểm` is not a fact of this rule set, declare it in `facts`",
        ),
        (
            "/facts/2/at_most",
            json!("điểm"),
            "at `facts[2].at_most`: `điểm` is not a fact of this rule set, declare it in `facts`",
        ),
        ("/facts", circle, "at `facts[1].at_most`: fact `completed` is at most itself, by way of others"),
        (
            "/facts/2/at_most",
            json!("disciplined"),
            "at `facts[2].at_most`: fact `disciplined` is a flag, which this condition cannot read",
        ),
        (
            "/forced/0/requires",
            json!({ "holds": "score" }),
            "at `forced[0].requires.holds`: fact `score` is a number, which this condition cannot read",
        ),
        ("/facts/0/high", json!("0"), "at `facts[0].high`: the values do not rise, write the smaller one first"),
        ("/facts/0/step", json!("0"), "at `facts[0].step`: the step `0` is not above zero"),
        (
            "/facts/2/at_most",
            json!("score"),
            "at `facts[2].at_most`: fact `exceeded` is at most `score`, which is of another kind",
        ),
        ("/caps/0/percent", json!("-5"), "at `caps[0].percent`: `-5` is no share, write a percentage from 0 to 100"),
        ("/caps/0/citation", Value::Null, "at `caps[0].citation`: a rule or a cap of a document needs its citation"),
        (
            "/scoring/score",
            json!({ "fact": "score" }),
            "at `scoring.score.fact`: the score reads fact `score`, which it computes",
        ),
        (
            "/caps/0/of",
            json!(["low", "low"]),
            "at `caps[0].of[1]`: `low` is already the id of another level of the cap, give each one of its own",
        ),
        ("/in_force_to", json!("2020-08-19"), "at `in_force_to`: the last day in force comes before the first"),
        ("/rules/1/citation", Value::Null, "at `rules[1].citation`: a rule or a cap of a document needs its citation"),
        ("/facts", json!(many), "at `facts`: 501 facts, at most 500 are accepted"),
        (
            "/subject",
            json!("office"),
            "at `subject`: unknown variant `office`, expected one of `person`, `manager`, `unit`, `collective`, `task`",
        ),
        (
            "/comparing/rounded/decimals",
            json!(7),
            "at `comparing.rounded`: rounding at `7` decimals, at most 6 are accepted",
        ),
    ] {
        let document = match pointer {
            "/facts/0/step" => {
                let mut document = document();
                document["facts"][0]["step"] = new;
                document
            }
            _ => document_with(pointer, new),
        };
        assert_eq!(refusal(document), expected, "{pointer}");
    }
}

/// Within a condition or an expression the place is the path in the document.
#[test]
fn a_refusal_within_a_condition_names_its_place() {
    let deep = (0..33).fold(json!({ "holds": "disciplined" }), |inner, _| json!({ "not": inner }));
    let deepest = format!("forced[0].requires{}", ".not".repeat(32));
    for (pointer, new, place, problem) in [
        (
            "/rules/0/band/compare/fact",
            json!("điểm"),
            "rules[0].band.compare.fact",
            "`điểm` is not a fact of this rule set, declare it in `facts`",
        ),
        (
            "/rules/0/band/compare/threshold",
            json!("100.5"),
            "rules[0].band.compare.threshold",
            "the threshold `100.5` lies outside of fact `score`, which is 0 to 100",
        ),
        (
            "/rules/1/requires/compare/fact",
            json!("disciplined"),
            "rules[1].requires.compare.fact",
            "fact `disciplined` is a flag, which this condition cannot read",
        ),
        (
            "/rules/0/requires/all/2/at_least_of/count",
            json!(2),
            "rules[0].requires.all[2].at_least_of.count",
            "`2` of 1 conditions are asked for, write a number from 1 to 1",
        ),
        (
            "/rules/0/requires/all/2/at_least_of/count",
            json!(0),
            "rules[0].requires.all[2].at_least_of.count",
            "`0` of 1 conditions are asked for, write a number from 1 to 1",
        ),
        ("/forced/0/requires", deep, &deepest, "conditions are nested more than 32 deep"),
        ("/scoring/score/sum", json!([]), "scoring.score.sum", "the list is empty, name at least one"),
        (
            "/scoring/score/sum/6/steps/steps/1/from",
            json!("50"),
            "scoring.score.sum[6].steps.steps[1]",
            "the values do not rise, write the smaller one first",
        ),
        (
            "/scoring/score/sum/7/linear/points",
            json!([]),
            "scoring.score.sum[7].linear.points",
            "the list is empty, name at least one",
        ),
    ] {
        assert_eq!(refusal(document_with(pointer, new)), format!("at `{place}`: {problem}"), "{pointer}");
    }
}

/// The place is that of the second one.
#[test]
fn two_rules_of_one_id_are_refused() {
    for (pointer, place) in [("/rules/1/id", "rules[1]"), ("/forced/0/id", "rules[0]")] {
        let message = refusal(document_with(pointer, json!("high")));
        let problem = "`high` is already the id of another rule, give each one of its own";
        assert_eq!(message, format!("at `{place}`: {problem}"));
    }
}
