//! A field that is unknown, that is missing or that stands twice is refused, wherever it is.

use std::collections::BTreeSet;

use serde_json::Value;
use thuocdo::report::Report;

use crate::golden::{GOLDEN, golden};
use crate::refusals::refusal;

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let golden = golden();
    for (pointer, place) in objects(&golden, "", "") {
        let mut document = golden.clone();
        let object = document.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
        object.insert("x".into(), Value::Null);
        let message = refusal(document);
        let field = join(&place, "x");
        // beside the tag of an enum, a second tag
        let answers = [
            format!("at `{field}`: unknown field `x`, expected "),
            format!("at `{place}`: invalid value: map, expected map with a single key"),
            format!("at `{place}`: unknown variant `x`, expected "),
        ];
        assert!(answers.iter().any(|answer| message.starts_with(answer)), "{pointer}: {message}");
    }
}

#[test]
fn only_what_may_be_unsaid_may_be_left_out() {
    let golden = golden();
    let mut optional = BTreeSet::new();
    for (pointer, place) in objects(&golden, "", "") {
        let parent =
            place.rsplit('.').next().unwrap().trim_end_matches(|c: char| "[]".contains(c) || c.is_ascii_digit());
        let keys: Vec<_> = golden.pointer(&pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut document = golden.clone();
            document.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(&key);
            let answers = [
                format!("at `{}`: missing field `{key}`", if place.is_empty() { "." } else { &place }),
                format!("at `{place}`: invalid value: map, expected map with a single key"),
            ];
            match serde_json::from_value::<Report>(document).map_err(|error| error.to_string()) {
                Err(message) if answers.contains(&message) => {}
                // what the rest of this report needs of it is another matter
                _ => drop(optional.insert(join(parent, &key))),
            }
        }
    }
    let expected = "\
        arising.document assigned.document assigned_by.date assigned_by.subject baseline.figure \
        causes causes.source causes.targets causes.task document document.date document.subject done.day evidence \
        evidence.document grades grades.reason grades.source indicators.breakdowns mentions mentions.place \
        not_applicable.reason observations observations.at observations.source proposals proposed.document relations \
        relations.source source.document source.inferred_from source.place source.provider stated stated.as_of \
        stated.source targets.at targets.formula targets.step_to tasks.cooperating tasks.deadline tasks.lead \
        versions.assigned_by versions.baseline versions.counts_from versions.due versions.replaces versions.start";
    assert_eq!(optional.into_iter().collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn a_field_may_not_stand_twice() {
    let twice = GOLDEN.replacen("\"state\": \"draft\"", "\"state\": \"draft\", \"state\": \"draft\"", 1);
    let message = serde_json::from_str::<Report>(&twice).unwrap_err().to_string();
    assert!(message.starts_with("at `.`: duplicate field `state` at line "), "{message}");
}

/// The JSON pointer and the place of every object in `value`.
fn objects(value: &Value, pointer: &str, place: &str) -> Vec<(String, String)> {
    match value {
        Value::Object(fields) => {
            let inner = fields
                .iter()
                .flat_map(|(name, value)| objects(value, &format!("{pointer}/{name}"), &join(place, name)));
            std::iter::once((pointer.to_owned(), place.to_owned())).chain(inner).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, value)| objects(value, &format!("{pointer}/{index}"), &format!("{place}[{index}]")))
            .collect(),
        _ => Vec::new(),
    }
}

fn join(place: &str, field: &str) -> String {
    if place.is_empty() { field.to_owned() } else { format!("{place}.{field}") }
}
