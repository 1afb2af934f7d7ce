//! An annex as Markdown: paragraphs, one table, a list of notes.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Annex, AnnexRow, AnnexRowKind};

/// The whole annex. The numbers stand in the first row under the head, for a table has only one head row here.
pub(super) fn page(annex: &Annex) -> String {
    let heads = &annex.heads;
    let mut table = Vec::from([
        row(heads.iter().map(|head| escaped(&head.words))),
        row(heads.iter().map(|head| if head.column.is_of_figures() { "---:" } else { "---" }.into())),
        row(heads.iter().map(|head| escaped(&head.number))),
    ]);
    table.extend(annex.rows.iter().map(|found| table_row(annex, found)));
    let mut blocks = Vec::from([
        format!("**{}**", escaped(&annex.label)),
        format!("**{}**", escaped(&annex.title)),
        format!("*{}*", escaped(&annex.attached)),
        escaped(&annex.caption),
        table.join("\n"),
    ]);
    if !annex.notes.is_empty() {
        let notes = annex.notes.iter().map(|note| format!("- {}", line_start(&escaped(&note.to_string()))));
        blocks.extend([escaped(annex.notes_heading), notes.collect::<Vec<_>>().join("\n")]);
    }
    // the last line ends too
    [blocks.join("\n\n").as_str(), "\n"].concat()
}

fn table_row(annex: &Annex, found: &AnnexRow) -> String {
    row(annex.heads.iter().zip(&found.cells).map(|(head, cell)| {
        let words = escaped(&cell.text);
        let is_strong = found.kind != AnnexRowKind::Target && head.column.is_of_name() && !words.is_empty();
        if is_strong { format!("**{words}**") } else { words }
    }))
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |", cells.join(" | "))
}

/// Text with a backslash before whatever Markdown reads as a mark, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // a row of a table is one line
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push(' '),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Text at the start of a line, where a hyphen or a number with a point would begin a list.
fn line_start(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let after = text.chars().nth(digits);
    match (digits, after) {
        (0, Some('-' | '+' | '#' | '=')) => format!("\\{text}"),
        (1.., Some('.' | ')')) => {
            let (number, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
            [number, "\\", rest].concat()
        }
        _ => text.to_string(),
    }
}
