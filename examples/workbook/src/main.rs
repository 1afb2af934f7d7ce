//! Takes units' workbooks in, says what it read, and writes annexes out.
//!
//! ```sh
//! cargo run -p workbook                                                # a demonstration in a temporary folder
//! cargo run -p workbook -- template OUT.xlsx [--layout LAYOUT.json]    # the sheet that units fill in
//! cargo run -p workbook -- read FILE.xlsx... [--layout LAYOUT.json] [--units UNITS.txt]
//! cargo run -p workbook -- annex REPORT.json OUT.xlsx [--columns number,name,unit,plan,actual]
//! ```

mod demo;
mod page;
mod words;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexColumn, AnnexColumns, AnnexError, AnnexSettings, Vietnamese};
use workbook::{Layout, Template, annex_csv, annex_workbook, merge, read_workbook};

fn main() -> ExitCode {
    match run() {
        Ok(page) => {
            println!("{page}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, Box<dyn Error>> {
    let arguments = Arguments::parse(env::args().skip(1))?;
    let layout = match &arguments.layout {
        Some(file) => Layout::from_json(&read_text(file)?).map_err(|error| format!("`{file}`: {error}"))?,
        None => Layout::common()?,
    };
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => demo::page(),
        ["template", out] => template(out, &layout),
        ["read", files @ ..] if !files.is_empty() => Ok(read(files, &layout, &arguments.units()?)),
        ["annex", report, out] => annex(report, out, arguments.columns.as_deref()),
        [command, ..] => {
            let accepted = "`template OUT.xlsx`, `read FILE.xlsx...` and `annex REPORT.json OUT.xlsx` are accepted";
            Err(format!("`{command}`: {accepted}").into())
        }
    }
}

/// What stands on the command line.
#[derive(Debug, Default)]
struct Arguments {
    words: Vec<String>,
    layout: Option<String>,
    units: Option<String>,
    columns: Option<String>,
}

impl Arguments {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut parsed = Self::default();
        while let Some(argument) = arguments.next() {
            let option = match argument.as_str() {
                "--layout" => &mut parsed.layout,
                "--units" => &mut parsed.units,
                "--columns" => &mut parsed.columns,
                name if name.starts_with("--") => {
                    return Err(format!("`{name}`: `--layout`, `--units` and `--columns` are accepted"));
                }
                _ => {
                    parsed.words.push(argument);
                    continue;
                }
            };
            *option = Some(arguments.next().ok_or_else(|| format!("`{argument}`: a value after it is accepted"))?);
        }
        Ok(parsed)
    }

    /// The units asked for: a file with one a line, or names with semicolons between them.
    fn units(&self) -> Result<Vec<String>, String> {
        let Some(units) = &self.units else { return Ok(Vec::new()) };
        let text = if Path::new(units).is_file() { read_text(units)? } else { units.replace(';', "\n") };
        Ok(text
            .lines()
            .map(|line| line.trim_start_matches('\u{feff}').trim().to_string())
            .filter(|line| !line.is_empty())
            .collect())
    }
}

fn template(out: &str, layout: &Layout) -> Result<String, Box<dyn Error>> {
    write(out, &Template::new(layout).to_bytes()?)?;
    Ok(format!("Đã ghi biểu mẫu vào {out}."))
}

fn read(files: &[&str], layout: &Layout, units: &[String]) -> String {
    let read = |file: &str| match fs::read(file) {
        Ok(bytes) => read_workbook(file, &bytes, layout),
        Err(error) => Err(workbook::WorkbookError::Unreadable { reason: error.to_string() }),
    };
    let files = files.iter().map(|file| ((*file).to_string(), read(file))).collect();
    page::page(&merge(files, units, layout))
}

fn annex(report: &str, out: &str, columns: Option<&str>) -> Result<String, Box<dyn Error>> {
    let read: Report = serde_json::from_str(&read_text(report)?).map_err(|error| format!("`{report}`: {error}"))?;
    let columns = match columns {
        Some(names) => names.parse()?,
        None => usual_columns()?,
    };
    let annex = Annex::of(&read, &Vietnamese, &AnnexSettings { columns, ..AnnexSettings::default() });
    let bytes = match Path::new(out).extension().and_then(|extension| extension.to_str()) {
        Some("xlsx") => annex_workbook(&annex)?,
        Some("csv") => annex_csv(&annex)?,
        _ => return Err(format!("`{out}`: a name that ends with `.xlsx` or `.csv` is accepted").into()),
    };
    write(out, &bytes)?;
    Ok(format!("Đã ghi phụ lục vào {out}."))
}

/// What an A4 page has room for; the other columns are asked for by name.
fn usual_columns() -> Result<AnnexColumns, AnnexError> {
    use AnnexColumn::{ComputedGrade, Evidence, Lead};
    let left_out = [Lead, ComputedGrade, Evidence];
    AnnexColumns::new(AnnexColumn::ALL.into_iter().filter(|column| !left_out.contains(column)).collect())
}

fn read_text(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("`{file}`: {error}"))
}

fn write(file: &str, bytes: &[u8]) -> Result<(), String> {
    fs::write(file, bytes).map_err(|error| format!("`{file}`: {error}"))
}
