use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt::Write;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::{CheckFigure, CheckTable, CheckValue, Precision};
use crate::quantity::{Figure, Reading};
use crate::record::{GrowthForm, Relation, StatedRelation};

/// Where a result comes from (nguồn gốc kết quả), so that anyone can compute it again.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use thuocdo::check::CheckTable;
/// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
/// let trail = table.check().trail();
/// assert_eq!((trail.library, trail.digest.len()), (env!("CARGO_PKG_VERSION"), 64));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// The version of this library.
    pub library: &'static str,
    /// SHA-256 of the figures and relations, in hexadecimal; the same in whatever order they are given.
    pub digest: String,
    /// The day as of which the figures are closed.
    pub as_of: Option<NaiveDate>,
}

impl Trail {
    pub(super) fn of(table: &CheckTable) -> Self {
        let content = table.content();
        let mut lines: Vec<String> = content.figures.iter().map(figure_line).collect();
        lines.extend(content.relations.iter().map(relation_line));
        lines.sort_unstable();
        let as_of = content.as_of.map_or_else(String::new, |date| date.to_string());
        lines.push(format!("as of {as_of}"));
        Self { library: env!("CARGO_PKG_VERSION"), digest: digest(&lines), as_of: content.as_of }
    }
}

/// SHA-256 of the lines, in hexadecimal.
pub(super) fn digest(lines: &[String]) -> String {
    let mut hasher = Sha256::new();
    for line in lines {
        // the length first, so that no text can pass for two
        hasher.update(line.len().to_string());
        hasher.update(":");
        hasher.update(line);
    }
    let mut text = String::new();
    for byte in hasher.finalize() {
        // writing to a string cannot fail
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A figure as it enters a digest: what decides a check, and nothing else.
pub(super) fn figure_line(figure: &CheckFigure) -> String {
    let value = match &figure.value {
        CheckValue::Figure(figure) => reading(figure),
        CheckValue::NotStated(unit) => format!("not stated {unit}"),
    };
    let precision = match figure.precision {
        Precision::ByUnit => "by unit".to_string(),
        Precision::Exact => "exact".to_string(),
        Precision::Nearest => "nearest".to_string(),
        Precision::Rounded(mode) => format!("{mode:?}"),
    };
    line(&["figure", figure.id.as_str(), &value, &precision, if figure.is_fixed { "fixed" } else { "" }])
}

fn reading(figure: &Figure) -> String {
    let word = match figure.reading() {
        Reading::Exactly(_) => "exactly",
        Reading::AtLeast(_) => "at least",
        Reading::MoreThan(_) => "more than",
        Reading::AtMost(_) => "at most",
        Reading::LessThan(_) => "less than",
        Reading::Between(_) => "between",
        Reading::About(_) => "about",
    };
    let numbers: Vec<String> = figure.reading().numbers().map(|number| number.to_string()).collect();
    format!("{word} {} {}", numbers.join(" "), figure.unit())
}

/// Fields of a line, each with its length, so that no two lists of fields are one line.
fn line(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| format!("{}:{field}", field.len())).collect();
    fields.join(" ")
}

/// A relation as it enters a digest.
pub(super) fn relation_line(stated: &StatedRelation) -> String {
    let relation = &stated.relation;
    let kind = match relation {
        Relation::Sum { .. } => "sum".to_string(),
        Relation::Difference { .. } => "difference".to_string(),
        Relation::Remainder { .. } => "remainder".to_string(),
        Relation::Share { .. } => "share".to_string(),
        Relation::Ratio { .. } => "ratio".to_string(),
        Relation::Completion { .. } => "completion".to_string(),
        Relation::Growth { form: GrowthForm::Percent, .. } => "growth in percent".to_string(),
        Relation::Growth { form: GrowthForm::Index, .. } => "growth index".to_string(),
        Relation::Growth { form: GrowthForm::Multiple, .. } => "multiple".to_string(),
        Relation::Points { .. } => "points".to_string(),
        Relation::RatePer { per, .. } => format!("rate per {per}"),
        Relation::Same { .. } => "same".to_string(),
        Relation::AtMost { .. } => "at most".to_string(),
        Relation::AtLeast { .. } => "at least".to_string(),
        Relation::Count { .. } => "count".to_string(),
        Relation::Balance { constant, .. } => format!("balance {constant}"),
    };
    let mut operands: Vec<String> = match relation {
        Relation::Balance { terms, .. } => {
            terms.iter().map(|term| line(&[&term.weight.to_string(), term.figure.as_str()])).collect()
        }
        relation => relation.operands().into_iter().map(|(field, id)| line(&[field, id.as_str()])).collect(),
    };
    operands.sort_unstable();
    let operands: Vec<&str> = operands.iter().map(String::as_str).collect();
    let fields = [&["relation", stated.id.as_str(), stated.result.as_str(), &kind][..], &operands].concat();
    line(&fields)
}
