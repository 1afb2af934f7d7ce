//! Checks a table of figures against each other and prints what does not agree and how it could be corrected.
//!
//! ```sh
//! cargo run --example check_table                             # the households of the 2021 report
//! cargo run --example check_table -- --lang en FILE.json      # another table, in English; `-` reads standard input
//! cargo run --example check_table -- --json --depth 3 -       # one JSON object a line, corrections of up to three figures
//! ```

mod support {
    pub(crate) mod command;
    pub(crate) mod layout;
}

use std::error::Error;
use std::io::{self, Read};
use std::process::ExitCode;
use std::{env, fs};

use support::command;
use support::layout::Page;
use thuocdo::check::{Check, CheckTable, FindingDetail};
use thuocdo::text::{CheckLanguage, Vietnamese};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/ho-nguoi-co-cong.json");

fn main() -> ExitCode {
    command::finish(run())
}

fn run() -> Result<String, Box<dyn Error>> {
    let mut language: &dyn CheckLanguage = &Vietnamese;
    let mut words = &Words::VIETNAMESE;
    let (mut is_json, mut depth, mut file) = (false, Check::DEPTH, DEFAULT.to_string());
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--lang" => {
                let name = arguments.next();
                (language, words) = command::language(name.as_deref(), &Words::VIETNAMESE, &Words::ENGLISH)?;
            }
            "--json" => is_json = true,
            "--depth" => depth = depth_of(arguments.next().as_deref())?,
            name if name.starts_with("--") => {
                let accepted = "`--lang`, `--json`, `--depth` and a file, or `-`, are accepted";
                return Err(format!("`{name}`: {accepted}").into());
            }
            name => file = name.to_string(),
        }
    }
    let table: CheckTable = serde_json::from_str(&read(&file)?).map_err(|error| format!("`{file}`: {error}"))?;
    let check = table.check().with_depth(depth);
    if is_json { json_lines(&check) } else { Ok(page(language, words, &check)) }
}

fn depth_of(text: Option<&str>) -> Result<usize, String> {
    match text.and_then(|text| text.parse().ok()) {
        Some(depth @ 1..=Check::MAX_DEPTH) => Ok(depth),
        _ => Err(format!("`--depth {}`: 1 to {} are accepted", text.unwrap_or(""), Check::MAX_DEPTH)),
    }
}

fn read(file: &str) -> Result<String, String> {
    let mut text = String::new();
    let read = if file == "-" { io::stdin().read_to_string(&mut text).map(|_| text) } else { fs::read_to_string(file) };
    read.map_err(|error| format!("`{file}`: {error}"))
}

/// Every statement and every finding as a JSON object, then where they come from.
fn json_lines(check: &Check<'_>) -> Result<String, Box<dyn Error>> {
    let mut lines = Vec::new();
    for statement in check.statements() {
        lines.push(format!(r#"{{"statement":{}}}"#, serde_json::to_string(statement)?));
    }
    for finding in check.findings() {
        lines.push(format!(r#"{{"finding":{}}}"#, serde_json::to_string(&finding)?));
    }
    lines.push(format!(r#"{{"trail":{}}}"#, serde_json::to_string(&check.trail())?));
    Ok(lines.join("\n"))
}

/// Every statement, then what to correct.
fn page(language: &dyn CheckLanguage, words: &Words, check: &Check<'_>) -> String {
    let table = check.table();
    let mut page = Page::new();
    page.heading(words.statements);
    for statement in check.statements() {
        page.subject(&language.statement(statement, table));
        let power = language.power(statement, check);
        if !power.is_empty() {
            page.field(words.power, &power);
        }
    }
    page.heading(words.findings);
    let mut is_clean = true;
    for finding in check.findings() {
        is_clean = false;
        page.subject(&format!("[{}] {}", language.finding_class(finding.class()), language.finding(&finding, table)));
        if let FindingDetail::Diagnosed(diagnosis) = &finding.detail {
            for correction in &diagnosis.corrections {
                let slips: Vec<&str> = correction
                    .changes
                    .iter()
                    .filter_map(|change| change.slip)
                    .map(|slip| language.slip(slip))
                    .collect();
                let slips = if slips.is_empty() { String::new() } else { format!(" ({})", slips.join(", ")) };
                page.field(words.correction, &(language.correction(correction, table) + &slips));
            }
        }
        page.field(words.key, &finding.key.to_string());
    }
    if is_clean {
        page.line(words.clean);
    }
    let trail = check.trail();
    page.heading(words.trail);
    page.field("thuocdo", trail.library);
    page.field("SHA-256", &trail.digest);
    page.finish()
}

/// Headings; every sentence comes from the crate.
#[derive(Debug)]
struct Words {
    statements: &'static str,
    findings: &'static str,
    power: &'static str,
    correction: &'static str,
    key: &'static str,
    clean: &'static str,
    trail: &'static str,
}

impl Words {
    const VIETNAMESE: Self = Self {
        statements: "Nội dung đối chiếu",
        findings: "Nội dung cần rà soát",
        power: "độ nhạy",
        correction: "phương án sửa",
        key: "mã",
        clean: "   Không có.",
        trail: "Nguồn gốc kết quả",
    };

    const ENGLISH: Self = Self {
        statements: "Statements",
        findings: "Findings",
        power: "power",
        correction: "correction",
        key: "key",
        clean: "   None.",
        trail: "Trail",
    };
}
