//! Reads a rule set, prints it as a table, proves it, and grades with it.
//!
//! ```sh
//! cargo run --example rules                                  # Decree 90/2020, the part on a unit's targets
//! cargo run --example rules -- --list                        # the rule sets that come with the crate
//! cargo run --example rules -- vn-qd366-2025-person --lang en
//! cargo run --example rules -- RULES.json targets-completed=85.7 disciplined=no
//! ```

mod support {
    pub(crate) mod command;
    pub(crate) mod layout;
    pub(crate) mod rule_words;
    pub(crate) mod table_layout;
}

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use support::command;
use support::layout::Page;
use support::rule_words::RuleWords;
use thuocdo::builtin;
use thuocdo::grade::{Better, Fact, FactKind, FactValue, Facts, RuleSet};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Amount, Ratio};
use thuocdo::text::{GradeLanguage, Vietnamese};

fn main() -> ExitCode {
    command::finish(run())
}

fn run() -> Result<String, Box<dyn Error>> {
    let mut language: &dyn GradeLanguage = &Vietnamese;
    let mut words = &RuleWords::VIETNAMESE;
    let mut name = "vn-nd90-2020-unit".to_string();
    let mut given = Vec::new();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--list" => return Ok(builtin::ids().collect::<Vec<_>>().join("\n")),
            "--lang" => {
                let name = arguments.next();
                (language, words) = command::language(name.as_deref(), &RuleWords::VIETNAMESE, &RuleWords::ENGLISH)?;
            }
            fact if fact.contains('=') => given.push(argument),
            other => name = other.to_string(),
        }
    }
    let rules = if Path::new(&name).extension().is_some() {
        let text = fs::read_to_string(&name).map_err(|error| format!("`{name}`: {error}"))?;
        serde_json::from_str(&text).map_err(|error| format!("`{name}`: {error}"))?
    } else {
        builtin::rule_set(&name)?
    };

    let mut page = Page::new();
    describe(&mut page, language, words, &rules);
    prove(&mut page, language, words, &rules);
    if !given.is_empty() {
        grade(&mut page, language, words, &rules, &given)?;
    }
    Ok(page.finish())
}

fn describe(page: &mut Page, language: &dyn GradeLanguage, words: &RuleWords, rules: &RuleSet) {
    let content = rules.content();
    page.line(&language.pick(&content.name).as_str().to_uppercase());
    let until = content.in_force_to.map_or(words.no_end.to_string(), |date| language.date(date));
    page.field(words.source, &language.source(rules));
    page.field(words.subject, language.subject(content.subject));
    page.field(words.in_force, &format!("{} – {until}", language.date(content.in_force_from)));
    for remark in &content.remarks {
        page.field(words.remark, language.pick(remark).as_str());
    }
    for fact in &content.facts {
        page.field(words.fact, &format!("{}: {}", fact.id, language.pick(&fact.name)));
    }
    page.heading(words.rules);
    page.table(&words.columns, &language.rule_table(rules));
}

fn prove(page: &mut Page, language: &dyn GradeLanguage, words: &RuleWords, rules: &RuleSet) {
    page.heading(words.proof);
    match rules.prove() {
        Ok(proof) => {
            page.line(&format!("   {}: {}", words.cases, proof.cases));
            for flaw in &proof.flaws {
                page.subject(&language.flaw(rules, flaw));
            }
            if proof.flaws.is_empty() {
                page.line(&format!("   {}", words.sound));
            }
        }
        Err(limit) => page.line(&limit.to_string()),
    }
}

fn grade(
    page: &mut Page,
    language: &dyn GradeLanguage,
    words: &RuleWords,
    rules: &RuleSet,
    given: &[String],
) -> Result<(), Box<dyn Error>> {
    let mut facts = Facts::new();
    for argument in given {
        let (id, value) = argument.split_once('=').unwrap_or((argument, ""));
        let id = Id::new(id)?;
        let declared = rules.fact(&id).ok_or_else(|| format!("`{id}` is not a fact of this rule set"))?;
        let value = match (declared.kind, value) {
            (FactKind::Flag, "yes") => FactValue::Flag(true),
            (FactKind::Flag, "no") => FactValue::Flag(false),
            (FactKind::Flag, other) => return Err(format!("`{id}={other}`: `yes` or `no` is accepted").into()),
            (FactKind::Number, number) => FactValue::Exactly(Ratio::from(number.parse::<Amount>()?)),
            (FactKind::Share, percent) => FactValue::Exactly(Ratio::of(percent.parse::<Amount>()?, 100)?),
        };
        let source = Some(Text::new(words.given)?);
        facts.insert(id, Fact { source, ..Fact::given(value) });
    }
    page.heading(words.grade);
    let assessment = rules.assess(rules.content().subject, &facts);
    for line in language.explanation(&assessment) {
        page.line(&format!("   {line}"));
    }
    for lift in rules.lifts(&facts) {
        let Some(declared) = rules.fact(&lift.fact) else { continue };
        let needed = language.threshold(declared.kind, lift.needed);
        let beyond = match (lift.is_strict, declared.better) {
            (false, _) => "",
            (true, Better::Lower) => words.less_than,
            (true, _) => words.more_than,
        };
        page.field(
            words.lift,
            &format!("{} → {beyond}{needed}: {}", language.fact(rules, &lift.fact), language.level(rules, &lift.level)),
        );
    }
    Ok(())
}
