//! Plain text of a fixed width: headings, and fields with a hanging indent.

const WIDTH: usize = 110;
const LABEL: usize = 16;

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

    pub(crate) fn wrapped(&mut self, first: &str, text: &str) {
        let indent = " ".repeat(length(first));
        for (index, line) in wrap(text, WIDTH - length(first)).iter().enumerate() {
            self.line(&format!("{}{line}", if index == 0 { first } else { &indent }));
        }
    }
}

/// Lines of at most `width` characters, broken at spaces.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
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

pub(crate) fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(length(text))))
}

/// Vietnamese in composed form takes one column a character.
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}
