//! Prints the annex of a report as a table: as Markdown, or as a page of HTML to print or to open in a word processor.
//!
//! ```sh
//! cargo run --example annex                                   # the 2021 report that comes with the crate, as Markdown
//! cargo run --example annex -- --html annex.html              # as a page for A4 landscape
//! cargo run --example annex -- --lang en --columns number,name,unit,plan,actual,actual-rate,remark FILE.json
//! cargo run --example annex -- --grades library-key-task      # with grades computed by a rule set of the crate
//! ```

mod support {
    pub(crate) mod command;
}

use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use support::command;
use thuocdo::builtin;
use thuocdo::grade::Basis;
use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexGrades, AnnexLanguage, AnnexSettings, English, Vietnamese};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lang-son-2021.json");
const ACCEPTED: &str = "`--lang`, `--columns`, `--grades`, `--html`, `--markdown` and a file are accepted";

fn main() -> ExitCode {
    command::finish(run())
}

fn run() -> Result<String, Box<dyn Error>> {
    let mut language: &dyn AnnexLanguage = &Vietnamese;
    let mut settings = AnnexSettings::default();
    let mut rules = None;
    let mut outputs = Vec::new();
    let mut file = DEFAULT.to_string();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("`{argument}` is followed by nothing; {ACCEPTED}"));
        match argument.as_str() {
            "--lang" => {
                let both: [&dyn AnnexLanguage; 2] = [&Vietnamese, &English];
                language = command::language(Some(&value()?), both[0], both[1])?.1;
            }
            "--columns" => settings.columns = value()?.parse()?,
            "--grades" => rules = Some(builtin::rule_set(&value()?)?),
            "--html" => outputs.push((value()?, Annex::html as fn(&Annex) -> String)),
            "--markdown" => outputs.push((value()?, Annex::markdown)),
            name if name.starts_with('-') => return Err(format!("`{name}`: {ACCEPTED}").into()),
            name => file = name.to_string(),
        }
    }
    // a set for offices is asked for tasks only by analogy, and the annex then says so
    settings.grades = rules.as_ref().map(|rules| AnnexGrades { rules, basis: Basis::AtCutoff, by_analogy: true });
    let text = fs::read_to_string(&file).map_err(|error| format!("`{file}`: {error}"))?;
    let report: Report = serde_json::from_str(&text).map_err(|error| format!("`{file}`: {error}"))?;
    let annex = Annex::of(&report, language, &settings);
    if outputs.is_empty() {
        return Ok(annex.markdown().trim_end().to_string());
    }
    let mut written = Vec::new();
    for (name, write) in outputs {
        fs::write(&name, write(&annex)).map_err(|error| format!("`{name}`: {error}"))?;
        written.push(name);
    }
    Ok(written.join("\n"))
}
