//! What is wrong with a file: an arrow to the right, a hidden import, too many lines.

use crate::paths::paths;
use crate::scanner::{STRING, Token, tokens};

/// The layers from left to right: the domain up to `columns`, then the edges, which nothing in the domain sees.
const ORDER: [&str; 16] = [
    "id",
    "quantity",
    "period",
    "plan",
    "record",
    "report",
    "measure",
    "grade",
    "check",
    "aggregate",
    "columns",
    "text",
    "discover",
    "wire",
    "builtin",
    "json",
];

pub(crate) const MAX_LINES: usize = 400;

/// What would let code past this test, by its first tokens.
const SMUGGLING: [(&[&str], &str); 5] = [
    (&["path", "=", STRING], "a module's file is where its name says"),
    (&["include", "!"], "code is not included from elsewhere"),
    (&["extern", "crate", "self"], "the crate has no second name"),
    (&["macro_use"], "macros are imported by path"),
    (&["macro_export"], "macros are not put into the crate root"),
];

pub(crate) struct Finding {
    pub(crate) line: usize,
    pub(crate) what: String,
}

/// Everything that is wrong with one file, given its module.
pub(crate) fn findings_in(module: &[String], source: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |line, what| findings.push(Finding { line, what });
    let lines = source.lines().count();
    if lines > MAX_LINES {
        add(lines, format!("{lines} lines, at most {MAX_LINES}"));
    }
    let position = |module: &str| ORDER.iter().position(|known| *known == module);
    let no_place = |module: &str| format!("`{module}` has no place in the order");
    let tokens = tokens(source);
    for (pattern, why) in SMUGGLING {
        let is_match = |tokens: &&[Token<'_>]| tokens.iter().map(|token| token.text).eq(pattern.iter().copied());
        for found in tokens.windows(pattern.len()).filter(is_match) {
            add(found[0].line, why.to_owned());
        }
    }
    let Some(from) = module.first() else {
        // the root declares the modules and has no layer of its own
        for declared in declared(&tokens).filter(|declared| position(declared.text).is_none()) {
            add(declared.line, no_place(declared.text));
        }
        return findings;
    };
    let Some(own) = position(from) else {
        add(1, no_place(from));
        return findings;
    };
    for path in paths(module, &tokens) {
        match path.target.first() {
            _ if path.is_glob => add(path.line, "a glob hides what is imported".into()),
            None if path.is_use => add(path.line, "the crate root gets no second name".into()),
            None => {}
            Some(to) => match position(to) {
                None => add(path.line, format!("`{to}` is of the crate root, which is for users")),
                Some(other) if other > own => add(path.line, format!("`{from}` sees `{to}`")),
                Some(_) => {}
            },
        }
    }
    findings
}

/// The names of the modules that the crate root declares, but for those that only hold documents to be tested.
fn declared<'t, 's>(tokens: &'t [Token<'s>]) -> impl Iterator<Item = &'t Token<'s>> {
    let mut depth = 0_usize;
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        match token.text {
            "{" => depth += 1,
            "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].text);
        let is_of_documents = (before(3), before(2), before(1)) == ("doctest", ")", "]");
        if token.text == "mod" && depth == 0 && !is_of_documents { tokens.get(at + 1) } else { None }
    })
}
