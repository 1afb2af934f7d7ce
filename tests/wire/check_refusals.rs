//! What cannot be in a check table or an acknowledgement is refused, with its place and what would be accepted.

use serde_json::{Value, json};
use thuocdo::check::{Acknowledgement, CheckTable};

use crate::check_tables::{CHECK_TABLE, table_with};

fn refusal(document: Value) -> String {
    match serde_json::from_value::<CheckTable>(document) {
        Ok(_) => "it is accepted".into(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_refusal_of_a_figure_names_the_place_and_what_would_be_accepted() {
    let exactly = |number: Value| json!({ "figure": { "reading": { "exactly": number }, "unit": "hộ" } });
    for (pointer, new, expected) in [
        ("/version", json!(2), "at `version`: version `2` is not known, version `1` is read"),
        (
            "/version",
            json!("1"),
            "at `version`: invalid type: string \"1\", expected a whole number that is not too large, such as 2021",
        ),
        (
            "/as_of",
            json!("15/11/2021"),
            "at `as_of`: `15/11/2021` is not a date of the calendar, write year, month and day such as `2021-11-15`",
        ),
        ("/figures", json!({}), "at `figures`: invalid type: map, expected a sequence"),
        (
            "/figures/1",
            json!("02 hộ"),
            "at `figures[1]`: invalid type: string \"02 hộ\", expected a figure of a check table",
        ),
        (
            "/figures/1/id",
            json!("tong"),
            "at `figures[1]`: `tong` is already the id of another figure, give each one of its own",
        ),
        ("/figures/1/id", json!(""), "at `figures[1].id`: an empty id is not accepted"),
        (
            "/figures/1/subject",
            json!(7),
            "at `figures[1].subject`: invalid type: integer `7`, expected a text in a string",
        ),
        (
            "/figures/1/value",
            json!("02 hộ"),
            "at `figures[1].value`: unknown variant `02 hộ`, expected `figure` or `not_stated`",
        ),
        (
            "/figures/1/value",
            json!({ "number": "2" }),
            "at `figures[1].value`: unknown variant `number`, expected `figure` or `not_stated`",
        ),
        (
            "/figures/1/value",
            json!({ "not_stated": 1 }),
            "at `figures[1].value.not_stated`: invalid type: integer `1`, expected a unit in a string, such as \
             \"người\"",
        ),
        (
            "/figures/1/value",
            exactly(json!(2)),
            "at `figures[1].value.figure.reading.exactly`: invalid type: integer `2`, expected a figure as printed \
             in a string, such as \"02\" or \"95.80\"",
        ),
        (
            "/figures/1/value",
            exactly(json!("2,5")),
            "at `figures[1].value.figure.reading.exactly`: `2,5` is not a decimal: write the decimal point as `.` \
             and no group marks, such as `85.98`",
        ),
        (
            "/figures/1/value",
            exactly(json!("2.5")),
            "at `figures[1].value.figure`: `2.5` hộ is not whole, hộ are counted in whole numbers",
        ),
        (
            "/figures/1/value",
            exactly(json!("-2")),
            "at `figures[1].value.figure`: `-2` hộ is negative, a count is 0 or more",
        ),
        (
            "/figures/1/precision",
            json!("about"),
            "at `figures[1].precision`: unknown variant `about`, expected one of `by_unit`, `exact`, `rounded`, \
             `nearest`",
        ),
        (
            "/figures/1/precision",
            json!({ "rounded": "half_up" }),
            "at `figures[1].precision.rounded`: unknown variant `half_up`, expected one of `half_away`, `half_even`, \
             `down`, `up`, `floor`, `ceiling`",
        ),
        ("/figures/1/fixed", json!("yes"), "at `figures[1].fixed`: invalid type: string \"yes\", expected a boolean"),
        (
            "/figures/1/as_of",
            json!("2021-11-31"),
            "at `figures[1].as_of`: `2021-11-31` is not a date of the calendar, write year, month and day such as \
             `2021-11-15`",
        ),
        (
            "/figures/1/period",
            json!({ "quarter": { "year": 2021, "quarter": 5 } }),
            "at `figures[1].period`: `5` is not a quarter of a year, 1 to 4 are accepted",
        ),
        (
            "/figures/1/source",
            json!("mục II.1"),
            "at `figures[1].source`: invalid type: string \"mục II.1\", expected a source",
        ),
    ] {
        assert_eq!(refusal(table_with(pointer, new.clone())), expected, "{pointer}: {new}");
    }
}

#[test]
fn every_refusal_of_a_relation_names_the_place_and_what_would_be_accepted() {
    for (pointer, new, expected) in [
        (
            "/relations/1/id",
            json!("1"),
            "at `relations[1]`: `1` is already the id of another relation, give each one of its own",
        ),
        (
            "/relations/1/result",
            json!("khong-co"),
            "at `relations[1].result`: `khong-co` is not the id of a figure of this table",
        ),
        (
            "/relations/1/relation",
            json!({ "difference": { "from": "khong-co", "less": ["ho-tro"] } }),
            "at `relations[1].relation.from`: `khong-co` is not the id of a figure of this table",
        ),
        (
            "/relations/1/relation",
            json!({ "difference": { "from": "ke-hoach", "less": [] } }),
            "at `relations[1].relation`: the list is empty, name at least one figure",
        ),
        (
            "/relations/1/relation",
            json!({ "difference": { "from": "ke-hoach", "less": ["con-lai"] } }),
            "at `relations[1].relation.less`: `con-lai` is stated in terms of itself, name another figure",
        ),
        (
            "/relations/1/relation",
            json!({ "difference": { "from": "ke-hoach", "less": ["diem"] } }),
            "at `relations[1].relation.less`: the units differ: `hộ` and `điểm phần trăm`, use one unit",
        ),
        (
            "/relations/1/relation",
            json!({ "share": { "parts": ["ho-tro"], "whole": "tong" } }),
            "at `relations[1].relation`: a share is not stated in `hộ`, write it in `%`",
        ),
        (
            "/relations/1/relation",
            json!({ "count": { "of": "tasks" } }),
            "at `relations[1].relation`: a count needs the report that lists what is counted, state the number as a \
             figure and use `same`",
        ),
        (
            "/relations/1/relation",
            json!({ "product": { "of": ["tong"] } }),
            "at `relations[1].relation`: unknown variant `product`, expected one of `sum`, `difference`, \
             `remainder`, `share`, `ratio`, `completion`, `growth`, `points`, `rate_per`, `same`, `at_most`, \
             `at_least`, `balance`, `count`",
        ),
        (
            "/relations/1/relation",
            json!({ "growth": { "from": "tong", "to": "ngheo", "form": "factor" } }),
            "at `relations[1].relation.growth.form`: unknown variant `factor`, expected one of `percent`, `index`, \
             `multiple`",
        ),
        (
            "/relations/14/relation/balance/terms/0/weight",
            json!(1),
            "at `relations[14].relation.balance.terms[0].weight`: invalid type: integer `1`, expected a decimal in a \
             string, such as \"3088\"",
        ),
    ] {
        assert_eq!(refusal(table_with(pointer, new.clone())), expected, "{pointer}: {new}");
    }
}

#[test]
fn a_field_of_a_check_table_that_is_unknown_missing_or_twice_is_refused() {
    for (pointer, expected) in [
        ("", "at `x`: unknown field `x`, expected one of `version`, `as_of`, `figures`, `relations`"),
        (
            "/figures/0",
            "at `figures[0].x`: unknown field `x`, expected one of `id`, `subject`, `value`, `precision`, `fixed`, \
             `as_of`, `period`, `source`",
        ),
        (
            "/figures/0/source",
            "at `figures[0].source.x`: unknown field `x`, expected one of `place`, `document`, `provider`, \
             `inferred_from`",
        ),
        (
            "/relations/0",
            "at `relations[0].x`: unknown field `x`, expected one of `id`, `result`, `relation`, `source`",
        ),
        ("/relations/0/relation/sum", "at `relations[0].relation.sum.x`: unknown field `x`, expected `parts`"),
    ] {
        let mut document: Value = serde_json::from_str(CHECK_TABLE).unwrap();
        document.pointer_mut(pointer).unwrap().as_object_mut().unwrap().insert("x".into(), Value::Null);
        assert_eq!(refusal(document), expected, "{pointer}");
    }
    for (pointer, field, expected) in [
        ("", "version", "at `.`: missing field `version`"),
        ("", "figures", "at `.`: missing field `figures`"),
        ("", "relations", "at `.`: missing field `relations`"),
        ("/figures/0", "id", "at `figures[0]`: missing field `id`"),
        ("/figures/0", "subject", "at `figures[0]`: missing field `subject`"),
        ("/figures/0", "value", "at `figures[0]`: missing field `value`"),
        ("/relations/0", "result", "at `relations[0]`: missing field `result`"),
    ] {
        let mut document: Value = serde_json::from_str(CHECK_TABLE).unwrap();
        document.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(field);
        assert_eq!(refusal(document), expected, "{pointer} {field}");
    }
    let twice = CHECK_TABLE.replacen("\"fixed\": true", "\"fixed\": true, \"fixed\": true", 1);
    let message = serde_json::from_str::<CheckTable>(&twice).unwrap_err().to_string();
    assert!(message.starts_with("at `figures[0]`: duplicate field `fixed` at line "), "{message}");
}

/// A document of a later version may be unlike this one in everything but its first field.
#[test]
fn the_version_of_a_check_table_is_checked_first() {
    let later = serde_json::from_str::<CheckTable>(r#"{"version":2,"figures":7}"#).unwrap_err().to_string();
    assert_eq!(later, "at `version`: version `2` is not known, version `1` is read at line 1 column 12");
    assert!(toml::from_str::<CheckTable>("version = 2").unwrap_err().to_string().contains("version `2` is not known"));
    let mut bytes = postcard::to_allocvec(&serde_json::from_str::<CheckTable>(CHECK_TABLE).unwrap()).unwrap();
    bytes[0] = 2;
    assert!(postcard::from_bytes::<CheckTable>(&bytes).is_err());
}

#[test]
fn an_acknowledgement_is_read_back_or_refused() {
    let written = json!({
        "key": "cut qh-1 0123456789abcdef",
        "by": "Nguyễn Văn A",
        "on": "2021-12-01",
        "reason": "số liệu theo biểu mẫu của Bộ",
    });
    let read: Acknowledgement = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), written);
    assert_eq!(toml::from_str::<Acknowledgement>(&toml::to_string(&read).unwrap()).unwrap(), read);
    let bytes = postcard::to_allocvec(&read).unwrap();
    assert_eq!(postcard::from_bytes::<Acknowledgement>(&bytes).unwrap(), read);
    for (field, new, expected) in [
        ("key", json!(""), "an empty text is not accepted"),
        ("by", Value::Null, "invalid type: null, expected a text in a string"),
        (
            "on",
            json!("01/12/2021"),
            "`01/12/2021` is not a date of the calendar, write year, month and day such as `2021-11-15`",
        ),
        ("reason", json!(" "), "text ` ` begins or ends with a space, write it without"),
        ("x", json!(1), "unknown field `x`, expected one of `key`, `by`, `on`, `reason`"),
    ] {
        let mut changed = written.clone();
        changed[field] = new;
        let refused = serde_json::from_value::<Acknowledgement>(changed).unwrap_err().to_string();
        assert_eq!(refused, expected, "{field}");
    }
}
