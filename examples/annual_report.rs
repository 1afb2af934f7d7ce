//! Prints a report with everything that follows from its figures, in Vietnamese or English.
//!
//! ```sh
//! cargo run --example annual_report                          # the 2021 report that comes with the crate
//! cargo run --example annual_report -- --lang en FILE.json   # another one, in English
//! ```

mod support {
    pub(crate) mod command;
    pub(crate) mod findings;
    pub(crate) mod grades;
    pub(crate) mod layout;
    pub(crate) mod report_layout;
    pub(crate) mod table_layout;
    pub(crate) mod words;
}

use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use support::command;
use support::findings;
use support::grades;
use support::layout::Page;
use support::words::Words;
use thuocdo::id::Id;
use thuocdo::measure::{self, Form, Formula, NotComputable, Recomputed, Relative, TargetResult};
use thuocdo::plan::{AchievementFormula, Goal, PartRef, Plan, Target};
use thuocdo::quantity::{Amount, PercentagePoints, Printed, Quantity, Ratio, RoundMode, Rounding, Unit};
use thuocdo::record::{Extent, Observation, Observed, Relation, Stage, Subject};
use thuocdo::report::{FigureRef, Report};
use thuocdo::text::{CheckLanguage, Vietnamese};

const DEFAULT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/lang-son-2021.json");

fn main() -> ExitCode {
    command::finish(run())
}

fn run() -> Result<String, Box<dyn Error>> {
    let mut style = Style { language: &Vietnamese, words: &Words::VIETNAMESE };
    let mut file = DEFAULT.to_string();
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--lang" => {
                let name = arguments.next();
                let (language, words) = command::language(name.as_deref(), &Words::VIETNAMESE, &Words::ENGLISH)?;
                style = Style { language, words };
            }
            name if name.starts_with('-') => return Err(format!("`{name}`: `--lang` and a file are accepted").into()),
            name => file = name.to_string(),
        }
    }
    let text = fs::read_to_string(&file).map_err(|error| format!("`{file}`: {error}"))?;
    let report: Report = serde_json::from_str(&text).map_err(|error| format!("`{file}`: {error}"))?;
    style.report(&report)
}

/// A language and the headings of this example in it.
#[derive(Clone, Copy)]
struct Style {
    language: &'static dyn CheckLanguage,
    words: &'static Words,
}

impl Style {
    fn report(self, report: &Report) -> Result<String, Box<dyn Error>> {
        let mut page = Page::new();
        self.heading(&mut page, report);
        self.results(&mut page, report);
        self.compositions(&mut page, report);
        self.stated(&mut page, report);
        grades::print(&mut page, self.language, self.words, report)?;
        self.proposals(&mut page, report);
        findings::print(&mut page, self.language, self.words, report)?;
        Ok(page.finish())
    }

    fn heading(self, page: &mut Page, report: &Report) {
        let content = report.content();
        let organisation = report.organisation(&content.organisation).map_or("", |found| found.name.as_str());
        let (language, words) = (self.language, self.words);
        page.line(&format!("{} {}", words.report, language.period(content.period.name())).to_uppercase());
        page.line(organisation);
        page.line(&format!(
            "{} {} ({})",
            words.figures_as_of,
            language.date(content.cut_off),
            language.state(content.state)
        ));
    }

    /// Per task its targets, with what was done, how far that is, and what is estimated for the full period.
    fn results(self, page: &mut Page, report: &Report) {
        page.heading(self.words.results);
        let results = measure::evaluate(report);
        for (index, task) in report.content().plan.tasks.iter().enumerate() {
            page.item(index + 1, task.name.as_str());
            for result in results.iter().filter(|result| result.task.id == task.id) {
                self.target(page, report, result);
            }
            self.grades_and_causes(page, report, task.id.as_str(), &task.targets);
        }
    }

    fn target(self, page: &mut Page, report: &Report, result: &TargetResult<'_>) {
        let (language, words) = (self.language, self.words);
        let version = result.to_cutoff.version();
        page.subject(result.indicator.name_at(result.target.at()).as_str());
        let since = version.baseline.as_ref().map(|baseline| baseline.period.name());
        page.field(words.target, &language.goal(&version.goal, &result.indicator.unit, since));
        if let Some(observation) = result.observation {
            page.field(words.actual, &self.observed(report, observation));
        }
        match result.to_cutoff.rate() {
            // said with the change from the baseline
            _ if result.target.formula() == Some(AchievementFormula::Change) && result.change.is_some() => {}
            Ok(rate) => page.field(words.rate, &self.rate(rate)),
            Err(reason) if is_no_rate(&reason) => {}
            Err(reason) => page.field(words.rate, &language.not_computable(&reason)),
        }
        match result.to_cutoff.verdict() {
            Ok(verdict) => {
                let mut status = language.verdict(verdict).to_string();
                if let Some(shortfall) = result.to_cutoff.shortfall() {
                    status += "; ";
                    status += &language.shortfall(result.indicator, shortfall);
                }
                page.field(words.status, &status);
            }
            // said once, with the rate
            Err(reason) if result.to_cutoff.rate() == Err(reason.clone()) && !is_no_rate(&reason) => {}
            Err(reason) => page.field(words.status, &language.not_computable(&reason)),
        }
        if let Some((absolute, growth)) = &result.change {
            let both = absolute.as_ref().and_then(|absolute| growth.as_ref().map(|growth| (absolute, growth)));
            match both {
                Ok((absolute, growth)) => {
                    let change = language.change(absolute.value(), absolute.unit());
                    let percent = language.growth(growth.ratio(), Rounding::half_away::<1>());
                    let working = language.calculation(growth.formula(), growth.operands());
                    page.field(words.change, &format!("{change}; {percent} ({working})"));
                }
                Err(reason) => page.field(words.change, &language.not_computable(reason)),
            }
        }
        match &result.schedule {
            Some(Ok(schedule)) => {
                let percent = |ratio: Ratio| format!("{}%", language.number(ratio.round_percent_short(TWO_DECIMALS)));
                let ahead = schedule.ahead().and_then(|ahead| PercentagePoints::of(ahead, TWO_DECIMALS));
                let ahead = ahead.map(|points| language.points(points)).unwrap_or_default();
                let text = words
                    .schedule
                    .replace("{done}", &percent(schedule.done()))
                    .replace("{elapsed}", &percent(schedule.elapsed()))
                    .replace("{start}", &language.date(schedule.start()))
                    .replace("{due}", &language.date(schedule.due()))
                    .replace("{ahead}", &ahead);
                page.field(words.pace, &text);
            }
            Some(Err(reason)) => page.field(words.pace, &language.not_computable(reason)),
            None => {}
        }
        if let Some((estimate, achievement)) = &result.full_period {
            let mut text = self.observed(report, estimate);
            if let Ok(verdict) = achievement.verdict() {
                text += ": ";
                text += language.verdict(verdict);
            }
            page.field(words.full_period, &text);
        }
    }

    fn rate(self, rate: &Relative) -> String {
        let percent = self.language.number(rate.ratio().round_percent_short(TWO_DECIMALS));
        let working = self.language.calculation(rate.formula(), rate.operands());
        format!("{working} = {percent}% ({})", self.language.formula(rate.formula()))
    }

    fn observed(self, report: &Report, observation: &Observation) -> String {
        let (language, words) = (self.language, self.words);
        let value = match &observation.value {
            Observed::Figure(figure) => language.figure(figure),
            Observed::Done(_) => language.goal_of_doing().to_string(),
            Observed::NotDone => words.not_done.to_string(),
            Observed::Judged(_) => words.judged.to_string(),
            Observed::NotApplicable(_) => words.not_applicable.to_string(),
            Observed::NotStated => language.goal_not_stated().to_string(),
        };
        let mut notes = vec![format!("{} {}", words.as_of, language.date(observation.as_of))];
        if observation.stage != Stage::Official && observation.extent == Extent::ToCutoff {
            notes.push(language.stage(observation.stage).to_string());
        }
        if let Some(provider) = &observation.source.provider
            && observation.extent != Extent::ToCutoff
        {
            let name = report.organisation(provider).map_or(provider.as_str(), |found| found.name.as_str());
            notes.push(format!("{} {name}", words.by));
        }
        format!("{value} ({})", notes.join("; "))
    }

    fn grades_and_causes(self, page: &mut Page, report: &Report, task: &str, targets: &[Target]) {
        let content = report.content();
        let is_of_task = |subject: &Subject| matches!(subject, Subject::Task(id) if id.as_str() == task);
        for grade in content.grades.iter().filter(|grade| is_of_task(&grade.subject)) {
            page.note(self.language.author(grade.author), grade.level.as_str());
            if let Some(reason) = &grade.reason {
                page.note(self.words.reason, reason.as_str());
            }
        }
        let supports = |id: &Id| id.as_str() == task || targets.iter().any(|target| target.id() == id);
        for evidence in content.evidence.iter().filter(|evidence| evidence.supports.iter().any(supports)) {
            page.note(self.words.evidence, evidence.title.as_str());
        }
        for cause in content.causes.iter().filter(|cause| cause.task.as_ref().is_some_and(|id| id.as_str() == task)) {
            let confirmation = self.language.confirmation(&cause.confirmation);
            page.note(self.words.cause, &format!("{} ({confirmation})", cause.reason));
        }
    }

    /// The figures that follow from others, beside what follows; then those that do not, and why.
    fn stated(self, page: &mut Page, report: &Report) {
        let (language, words) = (self.language, self.words);
        let mut rows = Vec::new();
        let mut missing = Vec::new();
        for stated in &report.content().relations {
            let Some(result) = report.figure(&stated.result) else { continue };
            let subject = self.subject(report, result);
            let figure = self.printed(report, result, &stated.relation);
            match measure::recompute(report, &stated.relation) {
                Ok(recomputed) => {
                    let working = language.calculation(recomputed.formula(), recomputed.operands());
                    rows.push([subject, working, self.like(result, &recomputed), figure]);
                }
                Err(reason) => missing.push((subject, figure, reason)),
            }
        }
        if !rows.is_empty() {
            page.heading(words.stated);
            page.table(&words.columns, &rows);
        }
        if !missing.is_empty() {
            page.heading(words.not_computed);
        }
        for (subject, figure, reason) in missing {
            page.subject(&format!("{subject}: {figure}"));
            page.field("", &language.not_computable(&reason));
        }
    }

    fn subject(self, report: &Report, figure: FigureRef<'_>) -> String {
        let name = |indicator: &Id, at: &[PartRef]| {
            report.indicator(indicator).map_or_else(String::new, |found| found.name_at(at).to_string())
        };
        match figure {
            FigureRef::Observation(observation) => {
                let period = self.language.period(observation.period.name());
                format!("{} ({period})", name(&observation.indicator, &observation.at))
            }
            FigureRef::Target(target) => {
                format!("{} ({})", name(target.indicator(), target.at()), self.words.target)
            }
            FigureRef::Stated(stated) => match stated.as_of {
                Some(date) => format!("{} ({} {})", stated.subject, self.words.as_of, self.language.date(date)),
                None => stated.subject.to_string(),
            },
        }
    }

    /// A figure as the report prints it; a change with its direction in words.
    fn printed(self, report: &Report, figure: FigureRef<'_>, relation: &Relation) -> String {
        let is_change = relation.is_change();
        match (figure.figure(), figure) {
            (Some(figure), _) if is_change => self.language.figure_of_change(figure),
            (Some(figure), _) => self.language.figure(figure),
            (None, FigureRef::Target(target)) => {
                let indicator = report.indicator(target.indicator());
                let unit = indicator.map_or(Unit::BARE, |indicator| indicator.unit.clone());
                let version = target.versions().last();
                version.map_or_else(String::new, |version| self.language.goal(&version.goal, &unit, None))
            }
            (None, _) => String::new(),
        }
    }

    /// The recomputed value at the decimals of the stated figure and in its unit.
    fn like(self, figure: FigureRef<'_>, recomputed: &Recomputed) -> String {
        let language = self.language;
        let stated = figure.figure();
        let decimals = stated.map_or(0, |stated| stated.reading().numbers().map(Printed::decimals).max().unwrap_or(0));
        let rounding = Rounding::new(RoundMode::HalfAway, decimals).unwrap_or(TWO_DECIMALS);
        match recomputed {
            Recomputed::Relative(relative) if relative.formula() == Formula::Growth => {
                language.growth(relative.ratio(), rounding)
            }
            Recomputed::Relative(relative) => {
                let unit = if relative.formula().form() == Form::Percent { Unit::PERCENT } else { Unit::BARE };
                language.with_unit(language.number(relative.round(rounding)), &unit, Amount::MAX)
            }
            Recomputed::Absolute(absolute) if absolute.formula() == Formula::Reference => {
                let other = absolute.operands().first().map(|operand| operand.input.figure());
                other.map_or_else(String::new, |other| language.figure(other))
            }
            Recomputed::Absolute(absolute) if matches!(absolute.formula(), Formula::Count(_)) => {
                let unit = stated.map_or(Unit::BARE, |stated| stated.unit().clone());
                language.value(absolute.value(), &unit)
            }
            Recomputed::Absolute(absolute) => language.value(absolute.value(), absolute.unit()),
        }
    }

    /// How the parts of an indicator make up the whole.
    fn compositions(self, page: &mut Page, report: &Report) {
        let (language, words) = (self.language, self.words);
        let compositions = measure::compositions(report);
        if !compositions.is_empty() {
            page.heading(words.compositions);
        }
        for result in compositions {
            page.subject(&format!("{} ({})", result.indicator.name, result.breakdown.name()));
            let composition = match result.composition {
                Ok(composition) => composition,
                Err(reason) => {
                    page.field("", &language.not_computable(&reason));
                    continue;
                }
            };
            let mut rows: Vec<[String; 3]> = result
                .breakdown
                .categories()
                .iter()
                .zip(composition.shares())
                .map(|(category, share)| {
                    let percent = language.number(share.round(TWO_DECIMALS)) + "%";
                    let working = language.calculation(share.formula(), share.operands());
                    [category.name.to_string(), working, percent]
                })
                .collect();
            let rest = composition.rest();
            if rest.value() != Ratio::ZERO {
                let working = language.calculation(rest.formula(), rest.operands());
                rows.push([words.rest.to_string(), working, language.value(rest.value(), rest.unit())]);
            }
            page.rows(&rows);
        }
    }

    /// What is proposed for the next period, against what was done in this one.
    fn proposals(self, page: &mut Page, report: &Report) {
        let Some(plan) = &report.content().proposals else { return };
        page.heading(&format!("{} {}", self.words.proposals, self.language.period(plan.period.name())));
        for (index, task) in plan.tasks.iter().enumerate() {
            page.item(index + 1, task.name.as_str());
            for target in &task.targets {
                self.proposal(page, report, plan, target);
            }
        }
    }

    fn proposal(self, page: &mut Page, report: &Report, plan: &Plan, target: &Target) {
        let (language, words) = (self.language, self.words);
        let Some(indicator) = report.indicator(target.indicator()) else { return };
        let Some(version) = target.in_force(plan.period.last()) else { return };
        page.subject(indicator.name_at(target.at()).as_str());
        let since = version.baseline.as_ref().map(|baseline| baseline.period.name());
        page.field(words.target, &language.goal(&version.goal, &indicator.unit, since));
        let latest = report.content().observations.iter().filter(|observation| {
            observation.indicator == indicator.id
                && observation.at == target.at()
                && observation.period == report.content().period
                && observation.extent == Extent::ToCutoff
        });
        let Some(Observed::Figure(actual)) = latest.max_by_key(|found| found.as_of).map(|found| &found.value) else {
            return;
        };
        let Goal::Level(level) = version.goal else { return };
        let level = level.numbers().next().and_then(|level| Quantity::new(level.amount(), indicator.unit.clone()).ok());
        if let Some(level) = level
            && let Ok(ratio) = Relative::planned_task(level, actual.clone())
        {
            page.field(words.against_this_year, &self.rate(&ratio));
        }
    }
}

const TWO_DECIMALS: Rounding = Rounding::half_away::<2>();

/// Reasons why there is no rate at all, or none that is missing: the result says it.
fn is_no_rate(reason: &NotComputable) -> bool {
    matches!(
        reason,
        NotComputable::NoSingleLevel { .. } | NotComputable::FormulaNotStated { .. } | NotComputable::NotJudged { .. }
    )
}
