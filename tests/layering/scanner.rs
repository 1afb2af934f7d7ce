//! The words and marks of a source file, without its comments and texts.

/// A word or a mark; a text literal is [`STRING`] and comments are none.
pub(crate) struct Token<'s> {
    pub(crate) text: &'s str,
    pub(crate) line: usize,
}

pub(crate) const STRING: &str = "\"\"";

pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let (mut rest, mut line) = (source, 1);
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (length, text) = if let Some(length) = comment(rest) {
            (length, None)
        } else if let Some(length) = literal(rest) {
            (length, Some(STRING))
        } else if is_word(&rest[..first.len_utf8()]) {
            let length = rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
            (length, Some(&rest[..length]))
        } else if rest.starts_with("::") {
            (2, Some("::"))
        } else {
            (first.len_utf8(), Some(&rest[..first.len_utf8()]).filter(|_| !first.is_whitespace()))
        };
        tokens.extend(text.map(|text| Token { text, line }));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

pub(crate) fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_word_char)
}

fn is_word_char(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

/// The length of the comment that `rest` begins with, if it does.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let mut open = usize::from(rest.starts_with("/*"));
    let mut at = 2;
    while open > 0 && at < rest.len() {
        let (step, change) = match rest.get(at..at + 2) {
            Some("/*") => (2, 1),
            Some("*/") => (2, -1),
            _ => (1, 0),
        };
        open = open.saturating_add_signed(change);
        at += step;
    }
    rest.starts_with("/*").then(|| at.min(rest.len()))
}

/// The length of the string or character literal that `rest` begins with, if it does. A lifetime is none.
fn literal(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c', 'r']);
    let prefix = &rest[..rest.len() - body.len()];
    let hashes = body.len() - body.trim_start_matches('#').len();
    if prefix.ends_with('r') && body[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let open = prefix.len() + hashes + 1;
        return Some(rest[open..].find(&end).map_or(rest.len(), |length| open + length + end.len()));
    }
    let is_character = |body: &str| {
        let mut inside = body.chars().skip(1);
        inside.next() == Some('\\') || inside.next() == Some('\'')
    };
    let quote = body.chars().next().filter(|c| *c == '"' || (*c == '\'' && is_character(body)))?;
    let mut is_escaped = false;
    let end = body.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    });
    Some(end.map_or(rest.len(), |(at, _)| prefix.len() + at + 1))
}
