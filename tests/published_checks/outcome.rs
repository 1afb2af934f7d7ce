//! What a check says, in a form that compares with what is expected of it.

use thuocdo::check::{Agreement, Change, Check, Correction, Diagnosis};

/// The statements that do not hold, in the order of the table.
pub(crate) fn broken(check: &Check<'_>) -> Vec<String> {
    let statements = check.statements().iter();
    statements.filter(|found| found.agreement == Agreement::Off).map(|found| found.relation.id.to_string()).collect()
}

/// The agreement of the statement with that id.
#[track_caller]
pub(crate) fn agreement<'c>(check: &'c Check<'_>, name: &str) -> &'c Agreement {
    let found = check.statements().iter().find(|found| found.relation.id.as_str() == name);
    &found.unwrap_or_else(|| panic!("no statement `{name}`")).agreement
}

/// The only diagnosis.
#[track_caller]
pub(crate) fn only(check: &Check<'_>) -> Diagnosis {
    let [only] = <[Diagnosis; 1]>::try_from(check.diagnoses().collect::<Vec<_>>())
        .unwrap_or_else(|found| panic!("{} diagnoses", found.len()));
    only
}

/// `x4 161→116, x9 19979→1979`; a range as `60→[66, 68]`, an end without limit as `…`.
pub(crate) fn describe(correction: &Correction) -> String {
    correction.changes.iter().map(describe_change).collect::<Vec<_>>().join(", ")
}

fn describe_change(change: &Change) -> String {
    let Change { figure, old, new, .. } = change;
    if new.is_single() {
        return format!("{figure} {old}→{}", new.likely);
    }
    let [low, high] = [new.low, new.high].map(|end| end.map_or("…".to_owned(), |end| end.to_string()));
    format!("{figure} {old}→[{low}, {high}]")
}
