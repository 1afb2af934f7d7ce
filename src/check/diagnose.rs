//! From what the search found to a verdict: the least number of figures, the order of the corrections, what they share.

use alloc::vec::Vec;

use super::block::Block;
use super::lower_bound::disjoint;
use super::ranking::settle;
use super::search::{Found, FoundChange, LISTED, Outcome, Search};
use super::system::System;
use super::tighten::tighten;
use super::typing::{neighbours, significant_digits};
use super::{
    Change, CheckFigure, CheckTable, Correction, Diagnosis, DiagnosisVerdict, NewFigure, Slip, typing_distance,
};
use crate::id::Id;
use crate::quantity::{Printed, Ratio, RoundMode, Rounding, UnitKind};
use crate::record::{GrowthForm, Relation};

/// Diagnoses a block in which the relations `broken` do not hold, with corrections of at most `depth` figures.
pub(super) fn diagnose(
    table: &CheckTable,
    system: &System,
    block: &[usize],
    broken: &[usize],
    depth: usize,
) -> Diagnosis {
    let ids = |relations: &[usize]| ids(table, relations);
    let proof = disjoint(system, broken);
    let mut diagnosis =
        Diagnosis { proof: ids(&proof), ..blank(table, system, block, &ids(block), &ids(broken), depth) };
    let searched = Block::of(system, block);
    for size in proof.len().max(1)..=depth {
        let Outcome { found, is_cut } = Search::new(&searched, broken).run(size);
        diagnosis.is_complete &= !is_cut;
        diagnosis.corrections =
            found.iter().filter_map(|found| correction(table, system, block, broken, found)).collect();
        if !diagnosis.corrections.is_empty() {
            break;
        }
    }
    conclude(table, system, block, &mut diagnosis);
    diagnosis
}

/// Diagnoses a block in which each relation holds and no true values make all of them hold; `few` contradict each other.
pub(super) fn diagnose_together(table: &CheckTable, system: &System, block: &[usize], few: &[usize]) -> Diagnosis {
    let ids = |relations: &[usize]| ids(table, relations);
    let mut diagnosis = Diagnosis { is_joint: true, ..blank(table, system, block, &ids(block), &ids(few), 1) };
    diagnosis.proof = diagnosis.broken.iter().take(1).cloned().collect();
    let searched = Block::of(system, block);
    // each figure is let go by itself, and what the others leave of it is printed
    let mut cells = system.cells_of(few);
    cells.sort_unstable_by_key(|cell| system.rank.get(*cell));
    diagnosis.is_complete = cells.len() <= LISTED;
    for cell in cells.into_iter().take(LISTED) {
        let Outcome { found, is_cut } = Search::new(&searched, &[]).only(cell);
        diagnosis.is_complete &= !is_cut;
        diagnosis.corrections.extend(found.iter().filter_map(|found| correction(table, system, block, few, found)));
    }
    conclude(table, system, block, &mut diagnosis);
    diagnosis
}

fn ids(table: &CheckTable, relations: &[usize]) -> Vec<Id> {
    let all = &table.content().relations;
    relations.iter().filter_map(|index| all.get(*index)).map(|stated| stated.id.clone()).collect()
}

/// A diagnosis before anything was found.
fn blank(
    table: &CheckTable,
    system: &System,
    block: &[usize],
    statements: &[Id],
    broken: &[Id],
    depth: usize,
) -> Diagnosis {
    Diagnosis {
        verdict: DiagnosisVerdict::Beyond(depth),
        statements: statements.to_vec(),
        broken: broken.to_vec(),
        proof: Vec::new(),
        corrections: Vec::new(),
        common: Vec::new(),
        settled_by: Vec::new(),
        inferred: inferred(table, system, block),
        is_complete: true,
        is_approximate: false,
        is_joint: false,
    }
}

fn conclude(table: &CheckTable, system: &System, block: &[usize], diagnosis: &mut Diagnosis) {
    if !diagnosis.corrections.is_empty() {
        settle(table, diagnosis);
    } else if is_contradictory(system, block) {
        diagnosis.verdict = DiagnosisVerdict::Contradictory;
    }
}

/// Whether no values of the figures that may change satisfy every relation: found by narrowing all of them at once, which
/// proves it where it is found.
fn is_contradictory(system: &System, block: &[usize]) -> bool {
    let Ok(relaxed) = system.relaxed(block) else { return false };
    let mut states = system.states.clone();
    for (state, cell) in states.iter_mut().zip(&system.cells) {
        if let Some(cell) = cell.as_ref().filter(|cell| cell.changeable.is_some()) {
            state.values = cell.domain;
            state.digits = cell.domain;
        }
    }
    !tighten(&relaxed, block, &mut states)
}

fn inferred(table: &CheckTable, system: &System, block: &[usize]) -> Vec<Id> {
    let content = table.content();
    let relations = block.iter().filter_map(|index| content.relations.get(*index));
    let mut ids: Vec<Id> =
        relations.filter(|stated| stated.source.inferred_from.is_some()).map(|stated| stated.id.clone()).collect();
    let figures = system.cells_of(block).into_iter().filter_map(|cell| content.figures.get(cell));
    ids.extend(figures.filter(|figure| figure.source.inferred_from.is_some()).map(|figure| figure.id.clone()));
    ids
}

fn correction(
    table: &CheckTable,
    system: &System,
    block: &[usize],
    broken: &[usize],
    found: &Found,
) -> Option<Correction> {
    let changes =
        found.changes.iter().map(|change| self::change(table, system, broken, change)).collect::<Option<_>>()?;
    let touched: Vec<usize> = block
        .iter()
        .copied()
        .filter(|index| {
            let constraint = system.constraint(*index);
            constraint.is_some_and(|constraint| found.changes.iter().any(|change| constraint.contains(change.cell)))
        })
        .collect();
    let ids = |wanted: bool| -> Vec<Id> {
        let chosen = touched.iter().filter(|index| broken.contains(index) == wanted);
        chosen.filter_map(|index| table.content().relations.get(*index)).map(|stated| stated.id.clone()).collect()
    };
    Some(Correction { changes, explains: ids(true), keeps: ids(false), is_family: found.is_family })
}

fn change(table: &CheckTable, system: &System, broken: &[usize], found: &FoundChange) -> Option<Change> {
    let old = system.cell(found.cell)?.changeable?.printed;
    let print = |steps: Option<i128>| steps.map(|steps| found.printing.print(steps).ok());
    let (low, high) = (print(found.choices.low), print(found.choices.high));
    let likely = match found.choices.single() {
        Some(single) => found.printing.print(single).ok()?,
        None => likeliest(found)?,
    };
    let new = NewFigure { likely, low: low.flatten(), high: high.flatten() };
    let figure = table.content().figures.get(found.cell)?;
    let near = nearer(figure, old, likely);
    let distance = typing_distance(old, near);
    let slip = if is_of_wrong_base(table, system, broken, found.cell) {
        Some(Slip::WrongBase)
    } else {
        Slip::between(old, near).filter(|_| new.is_single() || distance == 1)
    };
    let figure = figure.id.clone();
    Some(Change { figure, old, new, distance, slip })
}

/// The new figure as it is nearest to the old one on the keyboard: a count below ten with a zero in front or without, because
/// offices write both.
fn nearer(figure: &CheckFigure, old: Printed, new: Printed) -> Printed {
    let is_counted = matches!(figure.unit().kind(), UnitKind::Whole | UnitKind::Count) && new.decimals() == 0;
    let padded = if is_counted { new.padded_to(2) } else { new };
    if typing_distance(old, padded) < typing_distance(old, new) { padded } else { new }
}

/// Of a range the figure that is nearest to the old one: one slip away, and as round as the old one if that is not much
/// farther; or else the middle, which is what the digits of the other figures give.
fn likeliest(found: &FoundChange) -> Option<Printed> {
    let old = found.printing.printed;
    let away = |printed: &Printed| {
        printed.amount().checked_sub(old.amount()).map_or(i128::MAX, |change| change.magnitude().millionths())
    };
    let steps_of = |near: &Printed| found.printing.steps_of(*near);
    let is_choice = |near: &Printed| steps_of(near).is_some_and(|steps| found.choices.contains(steps));
    let slips: Vec<Printed> = neighbours(old).into_iter().filter(is_choice).collect();
    let print = |steps: i128| found.printing.print(steps).ok();
    let ends = [found.choices.low, found.choices.high].into_iter().flatten().filter_map(print);
    // a slip that leads far beyond the nearest figure that fits explains nothing
    let farthest = ends.map(|end| away(&end)).min().map_or(i128::MAX, |end| end.saturating_mul(2));
    let near_slips = slips.iter().filter(|near| away(near) <= farthest);
    if let Some(nearest) = near_slips.clone().min_by_key(|near| away(near)) {
        let is_as_round = |near: &&Printed| significant_digits(**near) <= significant_digits(old);
        let round = near_slips.filter(is_as_round).min_by_key(|near| away(near));
        let likely = round.filter(|round| away(round) <= away(nearest).saturating_mul(2)).unwrap_or(nearest);
        return print(steps_of(likely)?);
    }
    match (found.choices.low, found.choices.high) {
        (Some(low), Some(high)) if !found.printing.is_bound() => print(low.checked_add(high)?.checked_div(2)?),
        (low, high) => [low, high].into_iter().flatten().filter_map(print).min_by_key(away),
    }
}

/// Whether a stated growth is right as soon as one divides by the later figure instead of the base.
fn is_of_wrong_base(table: &CheckTable, system: &System, broken: &[usize], cell: usize) -> bool {
    let number = |id: &Id| system.states.get(table.position(id)?)?.digits.single();
    broken.iter().filter_map(|index| table.content().relations.get(*index)).any(|stated| {
        let Relation::Growth { from, to, form: GrowthForm::Percent } = &stated.relation else { return false };
        let growth = || {
            let (from, to) = (number(from)?, number(to)?);
            let change = to.checked_sub(from).ok()?.checked_mul(to.inverse().ok()?).ok()?;
            let printed = system.cell(cell)?.changeable?.printed;
            let rounding = Rounding::new(RoundMode::HalfAway, printed.decimals()).ok()?;
            Some(change.round_percent(rounding) == printed.rounded() && to != Ratio::ZERO)
        };
        table.position(&stated.result) == Some(cell) && growth() == Some(true)
    })
}
