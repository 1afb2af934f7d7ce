//! What a report has besides: numbered items, remarks and tables under a subject.

use super::layout::Page;

impl Page {
    /// A numbered item.
    pub(crate) fn item(&mut self, number: usize, text: &str) {
        self.line("");
        self.wrapped(&format!("{number}. "), text);
    }

    /// A remark on the item as a whole.
    pub(crate) fn note(&mut self, label: &str, text: &str) {
        self.wrapped("   ", &format!("{}: {text}", capitalised(label)));
    }

    /// Rows of columns under a subject.
    pub(crate) fn rows<const COLUMNS: usize>(&mut self, rows: &[[String; COLUMNS]]) {
        self.columns("     ", rows);
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
