//! Tables on a page.

use super::layout::{Page, length, pad, wrap};

const SUBJECT: usize = 46;

impl Page {
    /// A table under a head.
    pub(crate) fn table<const COLUMNS: usize>(&mut self, head: &[&str; COLUMNS], rows: &[[String; COLUMNS]]) {
        let rows: Vec<_> = [head.map(str::to_string)].into_iter().chain(rows.iter().cloned()).collect();
        self.columns("   ", &rows);
    }

    /// Aligned columns; the first is wrapped, the others are as wide as they need.
    pub(crate) fn columns<const COLUMNS: usize>(&mut self, indent: &str, rows: &[[String; COLUMNS]]) {
        let mut widths = [0; COLUMNS];
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(length(cell));
            }
        }
        widths[0] = widths[0].min(SUBJECT);
        for row in rows {
            let subject = wrap(&row[0], SUBJECT);
            let mut cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| pad(cell, width)).collect();
            let (last, above) = subject.split_last().expect("wrapping gives at least one line");
            for line in above {
                self.line(&format!("{indent}{line}"));
            }
            cells[0] = pad(last, widths[0]);
            self.line(&format!("{indent}{}", cells.join("  ")));
        }
    }
}
