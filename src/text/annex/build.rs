//! Rows and heads of an annex, put together from a report.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::line::{Line, is_same_subject, proposals};
use super::{
    Annex, AnnexCell, AnnexColumn, AnnexGrades, AnnexHead, AnnexLabels, AnnexLack, AnnexLanguage, AnnexNote, AnnexRow,
    AnnexRowKind, AnnexSettings, AnnexTimes,
};
use crate::grade::{Assessment, Facts, Outcome, SubjectKind};
use crate::id::Text;
use crate::measure::evaluate;
use crate::period::{Calendar, Period};
use crate::plan::{Target, Task};
use crate::report::Report;

/// What every cell is made from.
pub(super) struct Builder<'b, L: ?Sized> {
    pub(super) report: &'b Report,
    pub(super) language: &'b L,
    pub(super) settings: &'b AnnexSettings<'b>,
    pub(super) times: AnnexTimes,
    pub(super) previous: Option<Period>,
}

/// Rows and notes in the making.
#[derive(Default)]
struct Page {
    rows: Vec<AnnexRow>,
    notes: Vec<AnnexNote>,
    tasks: usize,
}

pub(super) fn annex<L: AnnexLanguage + ?Sized>(report: &Report, language: &L, settings: &AnnexSettings<'_>) -> Annex {
    let content = report.content();
    let previous = settings.previous.or_else(|| same_period_before(&content.plan.period));
    // without their column nothing is told of the proposals
    let proposals = content.proposals.as_ref().filter(|_| settings.columns.contains(AnnexColumn::NextPlan));
    let times = AnnexTimes {
        previous: previous.map(|period| period.name()),
        period: content.period.name(),
        plan: content.plan.period.name(),
        cut_off: content.cut_off,
        next: proposals.map(|plan| plan.period.name()),
    };
    let builder = Builder { report, language, settings, times, previous };
    let mut page = Page::default();
    builder.plan(&mut page);
    builder.only_proposed(&mut page);
    builder.general_notes(&mut page);

    let heading = &settings.heading;
    let title = heading.title.as_ref().map_or_else(|| language.annex_title(&times), ToString::to_string);
    let organisation = report.organisation(&content.organisation).map(|found| &found.name);
    let issuer = heading.issuer.as_ref().or(organisation).map_or("", Text::as_str);
    Annex {
        tag: language.tag(),
        label: language.annex(heading.number.as_ref().map(Text::as_str)),
        title: title.to_uppercase(),
        attached: language.attached_to(heading.document.as_ref().or(content.document.as_ref()), issuer),
        caption: language.annex_caption(content.cut_off),
        columns: settings.columns.clone(),
        heads: builder.heads(),
        rows: page.rows,
        notes_heading: language.notes_heading(),
        notes: page.notes,
    }
}

/// Offices compare a quarter with the same quarter of last year, for much of what they count has its season.
fn same_period_before(period: &Period) -> Option<Period> {
    let is_plain = period.is_plain();
    let last_year = Calendar::PLAIN.same_period_last_year(period).filter(|_| is_plain);
    last_year.or_else(|| period.previous())
}

impl Page {
    /// A note on a row, or on the report as a whole; what is said of several rows is said once.
    fn note(&mut self, row: Option<&str>, text: String) {
        let rows = row.map(String::from);
        match self.notes.iter_mut().find(|note| note.text == text && !note.rows.is_empty()) {
            Some(note) => note.rows.extend(rows),
            None => self.notes.push(AnnexNote { rows: rows.into_iter().collect(), text }),
        }
    }
}

impl<L: AnnexLanguage + ?Sized> Builder<'_, L> {
    fn heads(&self) -> Vec<AnnexHead> {
        let columns = &self.settings.columns;
        let head = |column: &AnnexColumn| AnnexHead {
            column: *column,
            words: self.language.annex_head(*column, &self.times, columns.formula(*column).is_some()),
            number: columns.number(*column),
        };
        columns.as_slice().iter().map(head).collect()
    }

    /// The tasks of the plan, each with its targets.
    fn plan(&self, page: &mut Page) {
        let results = evaluate(self.report);
        for task in &self.report.content().plan.tasks {
            let label = self.task(page, task);
            let of_task = results.iter().filter(|result| result.task.id == task.id);
            for (index, result) in of_task.enumerate() {
                let line = Line::of_plan(self.report, result, self.previous);
                self.target(page, &label, index, &line);
            }
        }
    }

    /// The targets that are proposed for the next period and have no row yet, under their tasks.
    fn only_proposed(&self, page: &mut Page) {
        let content = self.report.content();
        let Some(plan) = &content.proposals else { return };
        if !self.settings.columns.contains(AnnexColumn::NextPlan) {
            return;
        }
        let mut shown = Vec::new();
        for target in content.plan.tasks.iter().flat_map(|task| &task.targets) {
            shown.extend(proposals(self.report).find(|proposed| is_same_subject(proposed, target)).map(Target::id));
        }
        let is_new = |target: &&Target| !shown.contains(&target.id());
        let tasks = plan.tasks.iter().filter(|task| task.targets.is_empty() || task.targets.iter().any(|t| is_new(&t)));
        for (index, task) in tasks.enumerate() {
            if index == 0 {
                let words = self.language.proposed_rows(plan.period.name());
                page.rows.push(self.heading(&words));
            }
            let label = self.proposed_task(page, task);
            for (index, target) in task.targets.iter().filter(is_new).enumerate() {
                if let Some(line) = Line::of_proposal(self.report, target, self.previous) {
                    self.target(page, &label, index, &line);
                }
            }
        }
    }

    fn general_notes(&self, page: &mut Page) {
        if page.rows.is_empty() {
            page.note(None, self.language.no_tasks().into());
        }
        self.causes(None).for_each(|cause| page.note(None, cause));
        if let Some(grades) = self.settings.grades.filter(|_| self.has(AnnexColumn::ComputedGrade)) {
            let content = grades.rules.content();
            let name = self.language.pick(&content.name).as_str();
            let others = is_analogy(&grades).then(|| self.language.subject(content.subject));
            page.note(None, self.language.graded_by(name, self.language.basis(grades.basis), others));
            if grades.rules.is_own() {
                page.note(None, self.language.own_reminder(name));
            }
        }
    }

    fn task(&self, page: &mut Page, task: &Task) -> String {
        let grade = self.assess(task);
        let label = self.task_label(page);
        let cells = self.row(|column| match column {
            AnnexColumn::Number => AnnexCell::words(label.as_str()),
            AnnexColumn::Name => AnnexCell::words(task.name.as_str()),
            AnnexColumn::Lead => self.lead(task),
            AnnexColumn::SelfGrade => self.self_grade(task),
            AnnexColumn::ComputedGrade => self.computed_grade(grade.as_ref()),
            AnnexColumn::Evidence => self.evidence_of_task(task),
            AnnexColumn::Remark => words_or_empty(self.task_remark(task)),
            _ => AnnexCell::empty(),
        });
        // a level needs no more words here; that there is none does
        if let Some(assessment) = grade.filter(|found| found.outcome().level().is_none()) {
            page.note(Some(&label), self.language.outcome(&assessment));
        }
        self.task_notes(task).into_iter().for_each(|note| page.note(Some(&label), note));
        page.rows.push(AnnexRow { kind: AnnexRowKind::Task, id: Some(task.id.clone()), label: label.clone(), cells });
        label
    }

    fn proposed_task(&self, page: &mut Page, task: &Task) -> String {
        let label = self.task_label(page);
        let cells = self.row(|column| match column {
            AnnexColumn::Number => AnnexCell::words(label.as_str()),
            AnnexColumn::Name => AnnexCell::words(task.name.as_str()),
            AnnexColumn::Lead => self.lead(task),
            _ => AnnexCell::empty(),
        });
        page.rows.push(AnnexRow { kind: AnnexRowKind::Task, id: Some(task.id.clone()), label: label.clone(), cells });
        label
    }

    fn target(&self, page: &mut Page, task: &str, index: usize, line: &Line<'_>) {
        let label = format!("{task}.{}", index.saturating_add(1));
        let own = match self.settings.labels {
            AnnexLabels::Roman => index.saturating_add(1).to_string(),
            AnnexLabels::Arabic => label.clone(),
        };
        let target = line.target;
        let cells = self.row(|column| match column {
            AnnexColumn::Number => AnnexCell::words(own.as_str()),
            AnnexColumn::Name => AnnexCell::words(line.name().as_str()),
            AnnexColumn::Unit => words_or_empty(self.unit(line)),
            AnnexColumn::Evidence if line.result.is_some() => self.evidence_of_target(target.id(), target.indicator()),
            AnnexColumn::Remark => words_or_empty(self.target_remark(line)),
            column => self.figure_cell(line, column),
        });
        self.lack_notes(&cells).into_iter().for_each(|note| page.note(Some(&label), note));
        page.rows.push(AnnexRow { kind: AnnexRowKind::Target, id: Some(target.id().clone()), label, cells });
    }

    fn heading(&self, words: &str) -> AnnexRow {
        let cells = self.row(|column| match column {
            AnnexColumn::Name => AnnexCell::words(words),
            _ => AnnexCell::empty(),
        });
        AnnexRow { kind: AnnexRowKind::Heading, id: None, label: String::new(), cells }
    }

    fn row(&self, cell: impl Fn(AnnexColumn) -> AnnexCell) -> Vec<AnnexCell> {
        self.settings.columns.as_slice().iter().map(|column| cell(*column)).collect()
    }

    /// What is done or judged has no unit, and says so by having none.
    fn unit(&self, line: &Line<'_>) -> String {
        if line.is_without_level() { String::new() } else { self.language.unit_name(&line.indicator.unit) }
    }

    fn has(&self, column: AnnexColumn) -> bool {
        self.settings.columns.contains(column)
    }

    fn task_label(&self, page: &mut Page) -> String {
        page.tasks = page.tasks.saturating_add(1);
        match self.settings.labels {
            AnnexLabels::Roman => roman(page.tasks),
            AnnexLabels::Arabic => page.tasks.to_string(),
        }
    }

    fn assess(&self, task: &Task) -> Option<Assessment<'_>> {
        let grades = self.settings.grades.filter(|_| self.has(AnnexColumn::ComputedGrade))?;
        let facts = Facts::of_task(self.report, &task.id, grades.basis);
        let by_analogy = is_analogy(&grades).then(|| grades.rules.assess_by_analogy(&facts));
        Some(by_analogy.unwrap_or_else(|| grades.rules.assess(SubjectKind::Task, &facts)))
    }

    fn computed_grade(&self, assessment: Option<&Assessment<'_>>) -> AnnexCell {
        let Some(assessment) = assessment else { return self.lacking(AnnexLack::NotComputed) };
        match assessment.outcome() {
            Outcome::Grade { level, .. } => {
                let level = self.language.level(assessment.rule_set(), level);
                let is_binding = !assessment.is_analogy() && !assessment.rule_set().is_own();
                AnnexCell::words(if is_binding { level.into() } else { self.language.for_reference(level) })
            }
            _ => self.lacking(AnnexLack::NoLevel),
        }
    }
}

/// A set for tasks needs no analogy.
fn is_analogy(grades: &AnnexGrades<'_>) -> bool {
    grades.by_analogy && grades.rules.content().subject != SubjectKind::Task
}

fn words_or_empty(words: String) -> AnnexCell {
    if words.is_empty() { AnnexCell::empty() } else { AnnexCell::words(words) }
}

/// A number in Roman numerals, from 1.
fn roman(number: usize) -> String {
    const NUMERALS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            text.push_str(numeral);
            rest = rest.saturating_sub(value);
        }
    }
    text
}
