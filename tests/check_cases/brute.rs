//! Corrections by trying: every change of so many figures to every other number of a grid.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use thuocdo::check::{Correction, Diagnosis, Precision};
use thuocdo::quantity::Printed;

use super::joint::hold_together;
use super::naive::{Form, Judge, Judged, State, state};
use super::{Case, Cell, Kind, Said, place};

/// Figures with their new numbers, in the order of the table.
pub(crate) type Changes = Vec<(usize, i128)>;

/// Statements that hang together through figures that may change or are not one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) claims: Vec<usize>,
    pub(crate) broken: Vec<usize>,
}

/// Sets of numbers tried for one set of figures.
const MOST: usize = 12_000;

/// The numbers tried for a figure.
pub(crate) type Grid = fn(&Cell) -> RangeInclusive<i128>;

pub(crate) fn is_changeable(cell: &Cell) -> bool {
    !cell.is_fixed && !matches!(cell.said, Said::UpTo(_) | Said::Nothing)
}

/// The blocks in which a statement does not hold.
pub(crate) fn blocks(judge: &Judge<'_>) -> Vec<Block> {
    let is_off = |claim: &usize| judge.judged[*claim] == Judged::Off;
    let groups = groups(judge, |claim| judge.judged[claim].holds() || is_off(&claim));
    let block = |claims: Vec<usize>| Block { broken: claims.iter().copied().filter(is_off).collect(), claims };
    groups.into_iter().map(block).filter(|block| !block.broken.is_empty()).collect()
}

/// The statements of a choice that hang together, each group in order.
pub(crate) fn groups(judge: &Judge<'_>, is_chosen: impl Fn(usize) -> bool) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<usize> = (0..judge.forms.len()).filter(|claim| is_chosen(*claim)).collect();
    let mut groups = Vec::new();
    while let Some(first) = left.pop_first() {
        let (mut claims, mut cells) = (vec![first], ties(judge, first));
        while let Some(next) = left.iter().copied().find(|claim| !ties(judge, *claim).is_disjoint(&cells)) {
            left.remove(&next);
            claims.push(next);
            cells.extend(ties(judge, next));
        }
        claims.sort_unstable();
        groups.push(claims);
    }
    groups
}

/// The figures of a statement that may change or are not one value.
fn ties(judge: &Judge<'_>, claim: usize) -> BTreeSet<usize> {
    let is_tie = |cell: &usize| is_changeable(&judge.case.cells[*cell]) || judge.states[*cell].span.single().is_none();
    judge.forms[claim].cells().into_iter().filter(is_tie).collect()
}

/// Whether statements hang together without a circle, so that narrowing one figure by the other decides; repetitions of digits
/// are left out of that.
pub(crate) fn is_tree(judge: &Judge<'_>, claims: &[usize]) -> bool {
    let ties: Vec<BTreeSet<usize>> = claims.iter().map(|claim| ties(judge, *claim)).collect();
    let cells: BTreeSet<usize> = ties.iter().flatten().copied().collect();
    let has_digits = claims.iter().any(|claim| judge.forms[*claim].by_digits);
    !has_digits && ties.iter().map(BTreeSet::len).sum::<usize>() < claims.len() + cells.len()
}

/// Whether a figure that is no single value ties statements together.
fn is_tied(judge: &Judge<'_>, claims: &[usize]) -> bool {
    let forms = || claims.iter().map(|claim| &judge.forms[*claim]).filter(|form| !form.by_digits);
    let is_spread = |cell: &usize| {
        let is_point = judge.rules[*cell] == Precision::Exact && judge.case.cells[*cell].said == Said::Exactly;
        !is_point && forms().filter(|form| form.cells().contains(cell)).count() > 1
    };
    forms().flat_map(Form::cells).any(|cell| is_spread(&cell))
}

/// A search over one block.
#[derive(Debug)]
pub(crate) struct Brute<'j> {
    judge: &'j Judge<'j>,
    block: &'j Block,
    cells: Vec<usize>,
    candidates: BTreeMap<usize, Vec<(i128, State)>>,
    /// Which candidates of a figure satisfy a statement if nothing else changes.
    alone: BTreeMap<(usize, usize), Vec<bool>>,
    is_tied: bool,
    /// Whether there was too much to try, or a question that is not linear, so that nothing can be said.
    pub(crate) is_open: bool,
}

impl<'j> Brute<'j> {
    pub(crate) fn new(judge: &'j Judge<'j>, block: &'j Block, grid: Grid) -> Self {
        let in_claims = block.claims.iter().flat_map(|claim| judge.forms[*claim].cells());
        let all: BTreeSet<usize> = in_claims.collect();
        let cells: Vec<usize> = all.iter().copied().filter(|cell| is_changeable(&judge.case.cells[*cell])).collect();
        let candidates = |index: &usize| {
            let cell = &judge.case.cells[*index];
            let others = grid(cell).filter(|count| *count != cell.count && is_legal(cell, *count));
            let read = |count: i128| (count, state(&Cell { count, ..*cell }, judge.rules[*index]));
            (*index, others.map(read).collect())
        };
        let is_tied = is_tied(judge, &block.claims);
        let candidates = cells.iter().map(candidates).collect();
        Self { judge, block, cells, candidates, alone: BTreeMap::new(), is_tied, is_open: false }
    }

    /// Every correction of exactly `size` figures.
    pub(crate) fn corrections(&mut self, size: usize) -> BTreeSet<Changes> {
        let mut found = BTreeSet::new();
        for set in subsets(&self.cells, size) {
            let hits = |claim: &usize| self.judge.forms[*claim].cells().iter().any(|cell| set.contains(cell));
            if self.block.broken.iter().all(hits) {
                self.try_all(&set, &mut found);
            }
        }
        found
    }

    fn try_all(&mut self, set: &[usize], found: &mut BTreeSet<Changes>) {
        let judge = self.judge;
        let now = judge.now();
        let touching = |cell: usize| -> Vec<usize> {
            self.block.claims.iter().copied().filter(|claim| judge.forms[*claim].cells().contains(&cell)).collect()
        };
        // numbers that pass the statements in which nothing else changes
        let mut passing: Vec<(usize, Vec<(i128, State)>)> = Vec::new();
        for cell in set {
            let is_shared =
                |claim: &usize| judge.forms[*claim].cells().iter().any(|other| other != cell && set.contains(other));
            let own: Vec<usize> = touching(*cell).into_iter().filter(|claim| !is_shared(claim)).collect();
            for claim in &own {
                self.try_alone(*claim, *cell);
            }
            let passes = |place: usize| own.iter().all(|claim| self.alone[&(*claim, *cell)][place]);
            let numbers = self.candidates[cell].iter().enumerate().filter(|(place, _)| passes(*place));
            passing.push((*cell, numbers.map(|(_, number)| number.clone()).collect()));
        }
        passing.sort_by_key(|(_, numbers)| numbers.len());
        if passing.iter().map(|(_, numbers)| numbers.len()).product::<usize>() > MOST {
            self.is_open = true;
            return;
        }
        let mut sets = vec![(Vec::new(), now)];
        for (place, (cell, numbers)) in passing.iter().enumerate() {
            let before: Vec<usize> = passing[..place].iter().map(|(cell, _)| *cell).collect();
            let later: Vec<usize> = passing[place + 1..].iter().map(|(cell, _)| *cell).collect();
            let is_due = |claim: &usize| {
                let cells = judge.forms[*claim].cells();
                before.iter().any(|cell| cells.contains(cell)) && !later.iter().any(|cell| cells.contains(cell))
            };
            let due: Vec<usize> = touching(*cell).into_iter().filter(is_due).collect();
            let mut longer = Vec::new();
            for (changes, states) in &sets {
                for (count, state) in numbers {
                    let mut states: Vec<&State> = states.clone();
                    states[*cell] = state;
                    if due.iter().all(|claim| self.holds(*claim, &states, set)) {
                        let changes: Changes = changes.iter().copied().chain([(*cell, *count)]).collect();
                        longer.push((changes, states));
                    }
                }
            }
            sets = longer;
        }
        let mut is_open = false;
        for (mut changes, states) in sets {
            let is_now = |cell: usize| !set.contains(&cell);
            let holds =
                if self.is_tied { hold_together(judge, &self.block.claims, &states, is_now) } else { Some(true) };
            is_open |= holds.is_none();
            if holds == Some(true) {
                changes.sort_unstable();
                found.insert(changes);
            }
        }
        self.is_open |= is_open;
    }

    fn try_alone(&mut self, claim: usize, cell: usize) {
        if !self.alone.contains_key(&(claim, cell)) {
            let mut states = self.judge.now();
            let mut passes = Vec::new();
            for (_, state) in &self.candidates[&cell] {
                states[cell] = state;
                passes.push(self.holds(claim, &states, &[cell]));
            }
            self.alone.insert((claim, cell), passes);
        }
    }

    fn holds(&self, claim: usize, states: &[&State], changed: &[usize]) -> bool {
        let form = &self.judge.forms[claim];
        let leeway = self.judge.leeways[claim].as_ref().filter(|_| !changed.contains(&form.result));
        form.holds(states, leeway.unwrap_or(&states[form.result].span))
    }

    /// Whether the statements hold with the figures of `changes`, each the number and its decimals.
    pub(crate) fn holds_with(&self, changes: &[(usize, i128, usize)]) -> Option<bool> {
        let judge = self.judge;
        let new = |(index, count, decimals): &(usize, i128, usize)| {
            let cell = Cell { count: *count, decimals: *decimals, ..judge.case.cells[*index] };
            (*index, state(&cell, judge.rules[*index]))
        };
        let new: Vec<(usize, State)> = changes.iter().map(new).collect();
        let mut states = judge.now();
        for (index, state) in &new {
            states[*index] = state;
        }
        let renewed: Vec<usize> = changes.iter().map(|(index, ..)| *index).collect();
        if !self.block.claims.iter().all(|claim| self.holds(*claim, &states, &renewed)) {
            return Some(false);
        }
        if !self.is_tied {
            return Some(true);
        }
        hold_together(judge, &self.block.claims, &states, |cell| !renewed.contains(&cell))
    }
}

impl Brute<'_> {
    /// For each figure that no other number of its decimals corrects, its digits with the comma one to three places further
    /// left, if that does.
    pub(crate) fn moved_commas(&self, is_solved: impl Fn(usize) -> bool) -> BTreeSet<Vec<(usize, i128, usize)>> {
        let moved = |index: usize| {
            let cell = self.judge.case.cells[index];
            let is_divisible = !matches!(cell.kind, Kind::Household | Kind::ThousandPersons);
            let is_number = matches!(cell.said, Said::Exactly | Said::About);
            let is_exact = self.judge.rules[index] == Precision::Exact;
            let may_move = is_divisible && is_number && (is_exact || !is_solved(index));
            let is_finer = |decimals: &usize| {
                let zeros = u32::try_from(*decimals - cell.decimals).expect("it is small");
                cell.count % 10_i128.pow(zeros) != 0
            };
            let places = (cell.decimals + 1..=cell.decimals + 3).filter(|_| may_move).filter(is_finer);
            let mut changes = places.map(|decimals| vec![(index, cell.count, decimals)]);
            changes.find(|changes| self.holds_with(changes) == Some(true))
        };
        self.cells.iter().filter_map(|index| moved(*index)).collect()
    }
}

/// Whether a unit allows the number.
fn is_legal(cell: &Cell, count: i128) -> bool {
    let is_whole = match cell.kind {
        Kind::Household | Kind::ThousandPersons => {
            let grid = 10_i128.pow(u32::try_from(cell.decimals).expect("it is small"));
            count * cell.kind.scale() % grid == 0
        }
        _ => true,
    };
    is_whole && (count >= 0 || !cell.kind.is_counted())
}

fn subsets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    let Some(rest) = size.checked_sub(1) else { return vec![Vec::new()] };
    let with = |(place, first): (usize, &usize)| {
        let longer = |others: Vec<usize>| core::iter::once(*first).chain(others).collect();
        subsets(&of[place + 1..], rest).into_iter().map(longer).collect::<Vec<Vec<usize>>>()
    };
    of.iter().enumerate().flat_map(with).collect()
}

/// What a diagnosis offers.
#[derive(Debug, Default)]
pub(crate) struct Offered {
    /// Within the grid.
    pub(crate) plain: BTreeSet<Changes>,
    /// With another number of decimals, each figure with its number and decimals.
    pub(crate) moved: Vec<Vec<(usize, i128, usize)>>,
    /// Offered twice, or with a figure that stays what it is.
    pub(crate) idle: Vec<Changes>,
}

pub(crate) fn offered(case: &Case, diagnosis: &Diagnosis, grid: Grid) -> Offered {
    let mut offered = Offered::default();
    // the ranges of a family are ends only
    for correction in diagnosis.corrections.iter().filter(|correction| !correction.is_family) {
        offered.add(case, correction, grid);
    }
    offered
}

impl Offered {
    fn add(&mut self, case: &Case, correction: &Correction, grid: Grid) {
        let counted = |printed: Printed| {
            let text = printed.to_string();
            let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
            let count: i128 = [whole, decimals].concat().parse().expect("digits");
            (count, decimals.len())
        };
        let likely = correction.changes.iter().map(|change| {
            let (count, decimals) = counted(change.new.likely);
            (place(&change.figure), count, decimals)
        });
        let likely: Vec<(usize, i128, usize)> = likely.collect();
        if likely.iter().any(|(cell, _, decimals)| case.cells[*cell].decimals != *decimals) {
            self.moved.push(likely);
            return;
        }
        let mut sets: Vec<Changes> = vec![Vec::new()];
        for change in &correction.changes {
            let cell = place(&change.figure);
            let tried = grid(&case.cells[cell]);
            let low = change.new.low.map_or(*tried.start(), |low| counted(low).0.max(*tried.start()));
            let high = change.new.high.map_or(*tried.end(), |high| counted(high).0.min(*tried.end()));
            let with =
                |set: &Changes| (low..=high).map(|new| [set.as_slice(), &[(cell, new)]].concat()).collect::<Vec<_>>();
            sets = sets.iter().flat_map(with).collect();
        }
        for set in sets {
            let is_idle = set.iter().any(|(cell, count)| case.cells[*cell].count == *count);
            if is_idle || !self.plain.insert(set.clone()) {
                self.idle.push(set);
            }
        }
    }
}
