//! The words of a layout as they are compared, folded once for all cells.

use std::collections::{BTreeMap, BTreeSet};

use thuocdo::text::read_time;

use crate::fold::fold;
use crate::layout::{Layout, LayoutIndicator, Role, header_path};

/// Longer texts are no heads and no names of totals.
const LONGEST: usize = 300;

/// A layout, ready to be asked what a text is.
#[derive(Debug)]
pub(crate) struct Known<'l> {
    heads: BTreeMap<Vec<String>, Role>,
    indicators: BTreeMap<String, &'l LayoutIndicator>,
    totals: Words,
    subtotals: Words,
    headings: Words,
    not_applicable: Words,
    examples: Words,
    /// What stands before the unit, the day, the number of the correction and the unit of measure above a table.
    labels: [Words; 4],
}

type Words = BTreeSet<String>;

/// How a head was recognised, the better the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// By one row of it, without the time in it.
    ButForTime,
    /// By one row of it.
    OneRow,
    /// By all its rows, as the layout writes them.
    AllRows,
}

/// What a label above a table is followed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LabelKind {
    Unit,
    Day,
    Version,
    UnitOfMeasure,
}

impl<'l> Known<'l> {
    pub(crate) fn of(layout: &'l Layout) -> Self {
        let words = |texts: &[String]| texts.iter().map(|text| fold(text)).collect();
        let columns = || layout.columns.iter();
        let heads = columns().flat_map(|column| column.headers.iter().map(|head| (header_path(head), column.role)));
        let indicators = layout.indicators.iter();
        let indicators = indicators.flat_map(|known| known.names().map(move |name| (fold(name), known)));
        let units = columns().filter(|column| column.role == Role::UnitOfMeasure).flat_map(|column| &column.headers);
        Self {
            heads: heads.collect(),
            indicators: indicators.collect(),
            totals: words(&layout.totals),
            subtotals: words(&layout.subtotals),
            headings: words(&layout.headings),
            not_applicable: words(&layout.not_applicable),
            examples: words(&layout.example_labels),
            labels: [
                words(&layout.unit_labels),
                words(&layout.date_labels),
                words(&layout.version_labels),
                units.map(|head| fold(head)).collect(),
            ],
        }
    }

    /// The indicator of that name.
    pub(crate) fn indicator(&self, name: &str) -> Option<&'l LayoutIndicator> {
        self.indicators.get(&fold(name)).copied()
    }

    /// What the texts above a column say it holds, the top row first.
    pub(crate) fn role_of(&self, rows: &[String]) -> Option<(Role, Fit)> {
        if rows.len() > 1 {
            let folded: Vec<String> = rows.iter().map(|row| fold(row)).collect();
            if let Some(role) = self.heads.get(&folded) {
                return Some((*role, Fit::AllRows));
            }
        }
        // the lowest row that is a head decides; below it only times may stand, or it would be a part of what it heads
        for row in rows.iter().rev() {
            if let Some(found) = self.fit_of_row(row) {
                return Some(found);
            }
            if !is_time(row) {
                return None;
            }
        }
        None
    }

    /// What one text of a head says that the column holds.
    pub(crate) fn role_of_row(&self, text: &str) -> Option<Role> {
        self.fit_of_row(text).map(|(role, _)| role)
    }

    fn fit_of_row(&self, text: &str) -> Option<(Role, Fit)> {
        if text.len() > LONGEST {
            return None;
        }
        let folded = fold(text);
        let role = |words: &str| self.heads.get(std::slice::from_ref(&words.to_string())).copied();
        if let Some(role) = role(&folded) {
            return Some((role, Fit::OneRow));
        }
        // folding keeps the spaces, so the nth word ends at the nth space of both
        let ends = folded.match_indices(' ').zip(text.match_indices(' '));
        for ((folded_end, _), (end, _)) in ends {
            let (words, rest) = (folded.get(..folded_end).unwrap_or_default(), text.get(end..).unwrap_or_default());
            if let Some(role) = role(words).filter(|_| is_time(rest)) {
                return Some((role, Fit::ButForTime));
            }
        }
        None
    }

    pub(crate) fn is_total(&self, name: &str) -> bool {
        is_among(name, &self.totals)
    }

    pub(crate) fn is_subtotal(&self, name: &str) -> bool {
        is_among(name, &self.subtotals)
    }

    pub(crate) fn is_heading(&self, name: &str) -> bool {
        is_among(name, &self.headings)
    }

    pub(crate) fn is_not_applicable(&self, text: &str) -> bool {
        is_among(text, &self.not_applicable)
    }

    pub(crate) fn is_example(&self, text: &str) -> bool {
        is_among(text, &self.examples)
    }

    /// What follows a label.
    pub(crate) fn label(&self, text: &str) -> Option<LabelKind> {
        let kinds = [LabelKind::Unit, LabelKind::Day, LabelKind::Version, LabelKind::UnitOfMeasure];
        kinds.into_iter().zip(&self.labels).find(|(_, words)| is_among(text, words)).map(|(kind, _)| kind)
    }
}

fn is_among(text: &str, words: &Words) -> bool {
    text.len() <= LONGEST && words.contains(&fold(text))
}

/// Whether a text is a time and nothing else, in brackets or not.
fn is_time(text: &str) -> bool {
    let text = text.trim().trim_start_matches('(').trim_end_matches(')');
    let text = text.strip_prefix("tính ").unwrap_or(text);
    read_time(text.strip_prefix("đến ").unwrap_or(text)).is_ok()
}
