//! Plain text of a fixed width: headings, fields with a hanging indent, and tables.

const WIDTH: usize = 110;
const LABEL: usize = 16;
const SUBJECT: usize = 46;

/// A page of text, written from the top.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// An empty page.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The text, without white space at the end of a line.
    pub(crate) fn finish(self) -> String {
        let lines: Vec<&str> = self.text.trim_end().lines().map(str::trim_end).collect();
        lines.join("\n")
    }

    /// One line as it is.
    pub(crate) fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    /// A heading with room above it.
    pub(crate) fn heading(&mut self, text: &str) {
        self.line("");
        self.line(&text.to_uppercase());
    }

    /// What the fields below it are about.
    pub(crate) fn subject(&mut self, text: &str) {
        self.wrapped("   • ", text);
    }

    /// A labelled field; long text hangs below its beginning.
    pub(crate) fn field(&mut self, label: &str, text: &str) {
        self.wrapped(&format!("     {} ", pad(label, LABEL)), text);
    }

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

    pub(crate) fn wrapped(&mut self, first: &str, text: &str) {
        let indent = " ".repeat(length(first));
        for (index, line) in wrap(text, WIDTH - length(first)).iter().enumerate() {
            self.line(&format!("{}{line}", if index == 0 { first } else { &indent }));
        }
    }
}

/// Lines of at most `width` characters, broken at spaces.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if length(line) + 1 + length(word) <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

/// Vietnamese in composed form takes one column a character.
fn length(text: &str) -> usize {
    text.chars().count()
}
