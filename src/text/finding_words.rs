//! From a finding to the pieces of its sentence.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::check_language::{named, rate_like};
use super::statement_words::{range, stated_words, statement_words};
use super::{CheckLanguage, DiagnosisWords, NotStatedWords, TwoReadings};
use crate::check::{
    Agreement, Change, CheckFigure, CheckTable, Comparison, Diagnosis, Finding, FindingDetail, PointsOrPercent,
    PossibleParts, Statement, StatementFinding, Unchecked,
};
use crate::id::{Id, Text};
use crate::quantity::{Amount, Figure, Printed, Ratio, Unit, UnitKind};
use crate::record::{Relation, StatedRelation};

/// Corrections that are written out; how many more there are is said.
const WRITTEN: usize = 5;

pub(super) fn finding<L: CheckLanguage + ?Sized>(language: &L, finding: &Finding, table: &CheckTable) -> String {
    match &finding.detail {
        FindingDetail::Diagnosed(diagnosis) => language.diagnosis(&diagnosis_words(language, diagnosis, table)),
        FindingDetail::Statement(found) => statement_finding(language, found, table),
        FindingDetail::Document(found) => language.document_finding(found),
        FindingDetail::Incomplete(own) => language.incomplete(own.as_ref()),
        FindingDetail::CutOffOffGrid(cut_off) => language.cut_off_off_grid(*cut_off),
        FindingDetail::RunningTotalFalls { earlier, later } => {
            let (earlier, later) = (table.figure(earlier), table.figure(later));
            let words = |figure: Option<&CheckFigure>| {
                figure.and_then(|figure| stated_words(language, figure, false)).unwrap_or_default()
            };
            let as_of = |figure: Option<&CheckFigure>| figure.and_then(|figure| figure.as_of);
            later.map_or_else(String::new, |found| {
                let before = words(earlier);
                let after = words(later);
                language.running_total_falls(&found.subject, (&before, as_of(earlier)), (&after, as_of(later)))
            })
        }
        FindingDetail::AfterCutOff { figure, as_of, cut_off } => {
            told(language, table, figure, |subject, words| language.after_cut_off(subject, words, *as_of, *cut_off))
        }
        FindingDetail::OutsidePeriod { figure, period } => {
            told(language, table, figure, |subject, words| language.outside_period(subject, words, period.name()))
        }
    }
}

fn told<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    figure: &Id,
    tell: impl Fn(&Text, &str) -> String,
) -> String {
    let Some(found) = table.figure(figure) else { return String::new() };
    tell(&found.subject, &stated_words(language, found, false).unwrap_or_default())
}

fn statement_finding<L: CheckLanguage + ?Sized>(language: &L, found: &StatementFinding, table: &CheckTable) -> String {
    let Some(stated) = table.relation(&found.relation) else { return String::new() };
    let sentence = match &found.possible {
        Some(possible) => impossible_share(language, table, stated, possible),
        None => statement(language, table, stated, &found.agreement, found.comparison.as_ref()),
    };
    match place(stated) {
        Some(place) => format!("{} ({place}): {sentence}", subject(table, &stated.result)),
        None => format!("{}: {sentence}", subject(table, &stated.result)),
    }
}

fn impossible_share<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
    possible: &PossibleParts,
) -> String {
    let Some(figure) = table.figure(&stated.result).and_then(CheckFigure::figure) else { return String::new() };
    let whole = stated.relation.operands().last().and_then(|(_, id)| table.figure(id));
    let whole = whole.and_then(|whole| stated_words(language, whole, false)).unwrap_or_default();
    let nearest = |printed: Printed| language.with_unit(language.printed(printed), figure.unit(), printed.amount());
    let (below, above) = (nearest(possible.nearest.0), nearest(possible.nearest.1));
    language.impossible_share(&language.figure(figure), &whole, (&below, &above))
}

/// Whether a statement agrees, in one or two sentences.
pub(super) fn statement<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
    agreement: &Agreement,
    comparison: Option<&Comparison>,
) -> String {
    match agreement {
        Agreement::NotChecked(Unchecked::NotStated { figures, possible }) => {
            not_stated(language, table, stated, figures, possible.as_ref())
        }
        Agreement::NotChecked(Unchecked::ZeroBase(base)) => {
            about(table, base, |subject| language.no_rate(subject, true))
        }
        Agreement::NotChecked(Unchecked::NegativeBase(base)) => {
            about(table, base, |subject| language.no_rate(subject, false))
        }
        Agreement::NotChecked(Unchecked::TooLarge) => language.statement_too_large(),
        Agreement::PointsOrPercent(readings) => two_readings(language, table, stated, readings),
        agreement => {
            let words = comparison.and_then(|comparison| statement_words(language, table, stated, comparison));
            words.map_or_else(|| language.statement_too_large(), |words| language.agreement(agreement, &words))
        }
    }
}

fn about(table: &CheckTable, id: &Id, tell: impl Fn(&Text) -> String) -> String {
    table.figure(id).map_or_else(String::new, |figure| tell(&figure.subject))
}

fn not_stated<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
    figures: &[Id],
    possible: Option<&crate::quantity::Interval>,
) -> String {
    let result = table.figure(&stated.result);
    let is_change = stated.relation.is_change();
    let words = result.and_then(|result| stated_words(language, result, is_change)).unwrap_or_default();
    let decimals = result.and_then(CheckFigure::figure).and_then(|figure| figure.reading().numbers().next());
    let lacks_plan = matches!(&stated.relation, Relation::Completion { target, .. } if figures.contains(target));
    let is_single = possible.is_some_and(|possible| possible.single().is_some());
    let possible = possible.zip(figures.first()).and_then(|(possible, id)| {
        let unit = table.figure(id)?.unit();
        let scale = unit.scale().ones().inverse().ok()?;
        Some(range(language, &possible.checked_scale(scale).ok()?, 0, unit))
    });
    let reading = result.and_then(CheckFigure::figure).map(Figure::reading);
    let is_number = reading.is_some_and(|reading| reading.point().is_some());
    let is_rate = result.is_some_and(|result| matches!(result.unit().kind(), UnitKind::Percent | UnitKind::Points));
    language.not_stated(&NotStatedWords {
        stated: words,
        subject: subject(table, &stated.result),
        is_completion: matches!(stated.relation, Relation::Completion { .. }),
        lacks_plan,
        missing: figures.iter().map(|id| subject(table, id)).collect(),
        decimals: decimals.map_or(0, Printed::decimals),
        is_rounded: (stated.relation.is_division() || is_rate) && is_number,
        possible,
        is_single,
    })
}

fn two_readings<L: CheckLanguage + ?Sized>(
    language: &L,
    table: &CheckTable,
    stated: &StatedRelation,
    readings: &PointsOrPercent,
) -> String {
    let (Relation::Growth { from, to, .. } | Relation::Points { from, to }) = &stated.relation else {
        return String::new();
    };
    let Some(figure) = table.figure(&stated.result).and_then(CheckFigure::figure) else { return String::new() };
    let printed = figure.reading().numbers().next().map_or(Amount::ZERO, Printed::amount);
    let size = figure.reading().without_sign().unwrap_or(figure.reading());
    let to_figure = table.figure(to).and_then(CheckFigure::figure);
    let decimals = to_figure.and_then(|figure| figure.reading().numbers().next()).map_or(1, Printed::decimals);
    let period = table.figure(from).and_then(|figure| figure.period);
    let rate = |value: Option<Ratio>| value.map(|value| rate_like(language, value, decimals));
    let size_words = size.numbers().next().map(|number| language.printed(number)).unwrap_or_default();
    let points = language.reading(size, &Unit::PERCENTAGE_POINTS);
    language.two_readings(&TwoReadings {
        later: to_figure.map(|figure| language.figure(figure)),
        change: language.figure_of_change(figure),
        size: size_words,
        in_points: language.moved(printed.into(), &points),
        base: period.map_or_else(|| language.unnamed_baseline().to_string(), |period| language.period(period)),
        base_if_points: rate(readings.base_if_points),
        base_if_percent: rate(readings.base_if_percent),
        readings: readings.clone(),
    })
}

fn diagnosis_words<'d, L: CheckLanguage + ?Sized>(
    language: &L,
    diagnosis: &'d Diagnosis,
    table: &CheckTable,
) -> DiagnosisWords<'d> {
    let check = table.check();
    let broken: Vec<_> = diagnosis.broken.iter().filter_map(|id| check.statement(id)).collect();
    let words = |statement: &&Statement<'_>| {
        let comparison = statement.comparison.as_ref()?;
        statement_words(language, table, statement.relation, comparison)
    };
    let all: Vec<_> = broken.iter().filter_map(words).collect();
    let only = if let [only] = all.as_slice() { Some(only.clone()) } else { None };
    let about = match diagnosis.corrections.as_slice() {
        [correction] => match correction.changes.as_slice() {
            [change] => table
                .figure(&change.figure)
                .map(|figure| (named(figure), figure.source.place.as_ref().map(ToString::to_string))),
            _ => None,
        },
        _ => None,
    };
    let is_one_figure = diagnosis.corrections.len() == 1;
    let corrections = diagnosis.corrections.iter().take(WRITTEN);
    DiagnosisWords {
        diagnosis,
        about,
        broken: if diagnosis.is_joint {
            let sentence = |found: &Statement<'_>| {
                let comparison = found.comparison.as_ref();
                statement(language, table, found.relation, &found.agreement, comparison)
            };
            broken.iter().map(|found| sentence(found).trim_end_matches('.').to_string()).collect()
        } else {
            all.iter().map(|words| language.disagreement(words)).collect()
        },
        only,
        result: broken.first().map(|statement| subject(table, &statement.relation.result)).unwrap_or_default(),
        inferred: inferred(diagnosis, table),
        impossible: broken
            .iter()
            .filter_map(|found| Some((found.relation, check.impossible_share(&found.relation.id)?)))
            .map(|(stated, possible)| impossible_share(language, table, stated, &possible))
            .collect(),
        corrections: corrections
            .map(|correction| {
                let is_named = !is_one_figure || correction.changes.len() > 1;
                changes(language, &correction.changes, table, is_named)
            })
            .collect(),
        common: changes(language, &diagnosis.common, table, true),
        settled_by: diagnosis.settled_by.iter().map(|id| subject(table, id)).collect(),
    }
}

/// The letter of a statement in a list, or its number where letters end.
pub(super) fn label(index: usize) -> String {
    let letter = u8::try_from(index).ok().and_then(|index| b'a'.checked_add(index)).filter(u8::is_ascii_lowercase);
    letter.map_or_else(|| index.saturating_add(1).to_string(), |letter| char::from(letter).to_string())
}

/// Why figures or statements of a block were taken to hold, each reason once.
fn inferred(diagnosis: &Diagnosis, table: &CheckTable) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for id in &diagnosis.inferred {
        let of_relation = table.relation(id).map(|stated| &stated.source);
        let source = of_relation.or_else(|| table.figure(id).map(|figure| &figure.source));
        let reason = source.and_then(|source| source.inferred_from.as_ref()).map(ToString::to_string);
        if let Some(reason) = reason.filter(|reason| !reasons.contains(reason)) {
            reasons.push(reason);
        }
    }
    reasons
}

/// Changes, one after the other; each figure is named where more than one could be meant.
pub(super) fn changes<L: CheckLanguage + ?Sized>(
    language: &L,
    changes: &[Change],
    table: &CheckTable,
    is_named: bool,
) -> String {
    let write = |change: &Change| {
        let unit = table.figure(&change.figure).map_or(Unit::BARE, |figure| figure.unit().clone());
        // a change below zero is said in words, and not with a sign
        let is_change =
            change.old.amount().is_negative() && matches!(unit.kind(), UnitKind::Percent | UnitKind::Points);
        let reading = table.figure(&change.figure).and_then(CheckFigure::figure).map(Figure::reading);
        let number = |printed: Printed| {
            let size = if is_change { printed.magnitude() } else { printed };
            let words = language.with_unit(language.printed(size), &unit, printed.amount());
            let words = reading.map_or_else(|| words.clone(), |reading| language.bound(reading, &words, None));
            if is_change { language.moved(printed.amount().into(), &words) } else { words }
        };
        let mut words = format!("{} → {}", number(change.old), number(change.new.likely));
        if !change.new.is_single() {
            let end = |end: Option<Printed>| end.map(|printed| language.printed(printed));
            // that a count is not below 0 need not be said
            let low = change.new.low.filter(|low| low.amount() != Amount::ZERO || change.new.high.is_none());
            let (low, high) = (end(low), end(change.new.high));
            words = format!("{words} ({})", language.number_between(low.as_deref(), high.as_deref()));
        }
        match table.figure(&change.figure).filter(|_| is_named) {
            Some(figure) => format!("{} {words}", named(figure)),
            None => words,
        }
    };
    changes.iter().map(write).collect::<Vec<_>>().join(", ")
}

fn subject(table: &CheckTable, id: &Id) -> String {
    table.figure(id).map_or_else(|| id.to_string(), named)
}

fn place(stated: &StatedRelation) -> Option<&Text> {
    stated.source.place.as_ref()
}
