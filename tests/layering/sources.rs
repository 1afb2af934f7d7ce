//! No file under `src/` has a finding, and the arrows that are there are seen.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use crate::findings::findings_in;
use crate::paths::paths;
use crate::scanner::tokens;

#[test]
fn no_arrow_points_to_the_right() -> io::Result<()> {
    let mut findings = Vec::new();
    for file in source_files()? {
        findings.extend(findings_in(&module_of(&file), &fs::read_to_string(&file)?).into_iter().map(|finding| {
            let file = file.strip_prefix(source_root()).unwrap_or(&file).display();
            format!("src/{file}:{}: {}", finding.line, finding.what)
        }));
    }
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
    Ok(())
}

/// A scanner that sees nothing finds nothing, so it must see the arrows that are there.
#[test]
fn the_arrows_that_are_there_are_seen() -> io::Result<()> {
    let mut arrows = BTreeSet::new();
    for file in source_files()? {
        let module = module_of(&file);
        for path in paths(&module, &tokens(&fs::read_to_string(&file)?)) {
            if let (Some(from), Some(to)) = (module.first(), path.target.first()) {
                arrows.insert((from.clone(), to.clone()));
            }
        }
    }
    let expected = [
        ("quantity", "quantity"),
        ("plan", "id"),
        ("plan", "quantity"),
        ("record", "plan"),
        ("report", "record"),
        ("measure", "report"),
        ("text", "measure"),
        ("wire", "report"),
        ("wire", "wire"),
    ];
    for (from, to) in expected {
        assert!(arrows.contains(&(from.to_owned(), to.to_owned())), "`{from}` is not seen to see `{to}`");
    }
    Ok(())
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file under `src/`, in order.
fn source_files() -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![source_root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The module that a file under `src/` is, from the crate root; empty for `lib.rs`.
pub(crate) fn module_of(file: &Path) -> Vec<String> {
    let file = file.strip_prefix(source_root()).unwrap_or(file).with_extension("");
    let mut module: Vec<_> = file.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    module.pop_if(|last| last == "mod" || last == "lib");
    module
}
