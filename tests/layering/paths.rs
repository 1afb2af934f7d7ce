//! The paths of a file that lead somewhere in this crate, whichever way they are spelled.

use crate::scanner::{Token, is_word};

/// A path that leads somewhere in this crate.
pub(crate) struct CratePath {
    pub(crate) line: usize,
    /// From the crate root.
    pub(crate) target: Vec<String>,
    pub(crate) is_use: bool,
    pub(crate) is_glob: bool,
}

/// Every path in `tokens` that starts with `crate`, `self` or `super`, resolved from the module it stands in.
pub(crate) fn paths(module: &[String], tokens: &[Token<'_>]) -> Vec<CratePath> {
    let mut found = Vec::new();
    // the module the code stands in, inline ones included, and how deep in braces each of those began
    let (mut module, mut inline, mut depth) = (module.to_vec(), Vec::new(), 0_usize);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = |offset: usize| tokens.get(at + offset).map_or("", |token| token.text);
        match token.text {
            "mod" if next(2) == "{" => {
                module.push(next(1).to_owned());
                inline.push(depth);
                at += 1; // the name
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                if inline.last() == Some(&depth) {
                    inline.pop();
                    module.pop();
                }
            }
            // `use` in `impl Trait + use<'a>` is no import
            "use" if next(1) != "<" => {
                let mut leaves = Vec::new();
                at += 1;
                use_tree(tokens, &mut at, &[], &mut leaves);
                found.extend(leaves.into_iter().filter_map(|leaf| {
                    let is_glob = leaf.last() == Some(&"*");
                    let target = resolve(&module, &leaf);
                    let target = if is_glob { target.or(Some(Vec::new())) } else { target };
                    target.map(|target| CratePath { line: token.line, target, is_use: true, is_glob })
                }));
                continue;
            }
            "crate" | "self" | "super" => {
                let mut segments = vec![token.text];
                while next(2 * segments.len() - 1) == "::" && is_word(next(2 * segments.len())) {
                    segments.push(next(2 * segments.len()));
                }
                let length = 2 * segments.len() - 1;
                if let Some(target) = resolve(&module, &segments) {
                    found.push(CratePath { line: token.line, target, is_use: false, is_glob: false });
                }
                at += length;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The leaves of the `use` tree at `at`, each with its whole path; a glob ends in `*`. Leaves `at` behind the tree.
fn use_tree<'s>(tokens: &[Token<'s>], at: &mut usize, before: &[&'s str], leaves: &mut Vec<Vec<&'s str>>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at) {
        match token.text {
            "{" => {
                *at += 1;
                while let Some(token) = tokens.get(*at) {
                    match token.text {
                        "}" => {
                            *at += 1;
                            return;
                        }
                        "," => *at += 1,
                        _ => use_tree(tokens, at, &path, leaves),
                    }
                }
            }
            "::" => *at += 1,
            "as" => *at += 2,
            word if is_word(word) || word == "*" => {
                path.push(word);
                *at += 1;
            }
            _ => break,
        }
    }
    leaves.push(path);
}

/// Where a path leads, from the crate root; none for a path into another crate or to a name in scope.
fn resolve(module: &[String], segments: &[&str]) -> Option<Vec<String>> {
    let mut target = match *segments.first()? {
        "crate" => Vec::new(),
        "self" | "super" => module.to_vec(),
        _ => return None,
    };
    for segment in segments {
        match *segment {
            "crate" | "self" | "*" => {}
            "super" => drop(target.pop()),
            name => target.push(name.to_owned()),
        }
    }
    Some(target)
}
