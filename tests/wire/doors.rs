//! The doors of a caller and that of a document are equally wide: both keep what can be, and only that.

use serde_json::json;
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Amount, Figure, Quantity, QuantityError, Scale, Unit};
use thuocdo::report::Report;

use crate::golden::{GOLDEN, golden_with};
use crate::refusals::refusal;

#[test]
fn the_longest_ids_and_texts_are_kept() {
    let id = "ộ".repeat(Id::MAX_CHARS);
    let text = "ệ".repeat(Text::MAX_CHARS);
    let report: Report = serde_json::from_value(golden_with("/id", json!(id))).unwrap();
    assert_eq!(report.content().id.as_str(), id);
    let report: Report = serde_json::from_value(golden_with("/organisations/1/name", json!(text))).unwrap();
    assert_eq!(report.content().organisations[1].name.as_str(), text);

    let start = "ộ".repeat(20);
    assert_eq!(
        refusal(golden_with("/id", json!(id + "ộ"))),
        format!("at `id`: id of 201 characters, at most 200 are accepted: `{start}…`")
    );
    let start = "ệ".repeat(20);
    assert_eq!(
        refusal(golden_with("/organisations/1/name", json!(text + "ệ"))),
        format!("at `organisations[1].name`: text of 4001 characters, at most 4000 are accepted: `{start}…`")
    );
}

/// A figure that its unit does not allow, or that its relation cannot have, is refused at the door and not when it is
/// computed with.
#[test]
fn a_figure_that_cannot_be_is_refused() {
    let changes = [
        // half a person more
        ("/proposals/tasks/0/targets/0/versions/0/goal/move/step", json!({ "by": "0.5" })),
        // 0.64 hectares as a number of times
        ("/stated/4/figure/unit", json!("ha")),
        // the difference of two numbers of households in percentage points
        ("/relations/9/relation/points", json!({ "from": "hộ-21", "to": "hộ-nghèo-21" })),
    ];
    let accepted: Vec<_> = changes
        .into_iter()
        .filter(|(pointer, new)| serde_json::from_value::<Report>(golden_with(pointer, new.clone())).is_ok())
        .collect();
    assert!(accepted.is_empty(), "accepted: {accepted:#?}");
}

/// The doors of a caller are no wider than that of a document: what passes them can be written and read.
#[test]
fn what_a_caller_builds_is_refused_or_read_back() {
    let households = |count: u32| Quantity::new(count.into(), Unit::HOUSEHOLD);
    let scaled = |name: &str, scale| name.parse::<Unit>()?.scaled(scale);
    let of = |unit: Result<Unit, QuantityError>| Figure::new(Amount::ONE, unit?);
    let figures = [
        // 15 households fewer than none
        households(1).and_then(|one| one.checked_sub(&households(16)?)).map(Figure::from),
        // a name of as many characters as are accepted, and a scale word before it
        of(scaled(&"x".repeat(60), Scale::Billion)),
        // two scale words, of which one is taken away again
        of(scaled("nghìn tỷ đồng", Scale::One)),
    ];
    let mut lost = Vec::new();
    for figure in figures.into_iter().flatten() {
        let mut content = serde_json::from_str::<Report>(GOLDEN).unwrap().into_content();
        content.stated[11].figure = figure.clone();
        let Ok(report) = Report::new(content) else { continue };
        let text = serde_json::to_string(&report).unwrap();
        match serde_json::from_str::<Report>(&text) {
            Ok(read) if read == report => {}
            Ok(read) => lost.push(format!("{figure:?} is read as {:?}", read.content().stated[11].figure)),
            Err(error) => lost.push(format!("{figure:?} is written and not read: {error}")),
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
