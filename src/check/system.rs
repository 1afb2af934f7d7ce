//! All figures and relations of a table, numbered, with the blocks into which they fall apart.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::cell::{Cell, Changeable, State};
use super::constraint::Constraint;
use super::{CheckTable, Precision};
use crate::id::Id;
use crate::quantity::{QuantityError, Ratio};
use crate::record::{Relation, StatedRelation};

/// The arithmetic of a table. A figure or relation that is too large to compute with is none here.
#[derive(Debug, Clone)]
pub(super) struct System {
    pub(super) cells: Vec<Option<Cell>>,
    pub(super) constraints: Vec<Option<Constraint>>,
    /// The relations that each figure is in.
    pub(super) of_cell: Vec<Vec<usize>>,
    /// What the figures say now.
    pub(super) states: Vec<State>,
    /// The same, if every figure were exactly what its digits are.
    pub(super) digits: Vec<State>,
    /// The place of each figure among all ids in order, by which ties are broken, so that the order of the table decides nothing.
    pub(super) rank: Vec<usize>,
}

impl System {
    pub(super) fn of(table: &CheckTable) -> Self {
        let content = table.content();
        let divided: BTreeSet<&Id> = content
            .relations
            .iter()
            .filter(|stated| stated.relation.is_division())
            .map(|stated| &stated.result)
            .collect();
        let cells: Vec<Option<Cell>> =
            content.figures.iter().map(|figure| Cell::of(figure, divided.contains(&figure.id)).ok()).collect();
        let constraints: Vec<Option<Constraint>> =
            content.relations.iter().map(|stated| compile(table, stated).ok().flatten()).collect();
        let mut of_cell = vec![Vec::new(); cells.len()];
        for (index, constraint) in constraints.iter().enumerate() {
            for cell in constraint.iter().flat_map(Constraint::cells) {
                if let Some(list) = of_cell.get_mut(cell) {
                    list.push(index);
                }
            }
        }
        let states: Vec<State> =
            cells.iter().map(|cell| cell.as_ref().map_or(State::UNKNOWN, |cell| cell.state)).collect();
        let digits = states.iter().map(|state| State { values: state.digits, ..*state }).collect();
        let mut by_id: Vec<(&Id, usize)> =
            content.figures.iter().enumerate().map(|(index, figure)| (&figure.id, index)).collect();
        by_id.sort_unstable();
        let mut rank = vec![0; cells.len()];
        for (place, (_, index)) in by_id.into_iter().enumerate() {
            if let Some(slot) = rank.get_mut(index) {
                *slot = place;
            }
        }
        Self { cells, constraints, of_cell, states, digits, rank }
    }

    pub(super) fn cell(&self, index: usize) -> Option<&Cell> {
        self.cells.get(index)?.as_ref()
    }

    /// What can be printed in the place of a figure; none for one that is fixed, a range, or not stated.
    pub(super) fn changeable(&self, index: usize) -> Option<Changeable> {
        self.cell(index)?.changeable
    }

    pub(super) fn constraint(&self, index: usize) -> Option<&Constraint> {
        self.constraints.get(index)?.as_ref()
    }

    /// The figures of some relations, each once, in the order of the table.
    pub(super) fn cells_of(&self, relations: &[usize]) -> Vec<usize> {
        let constraints = relations.iter().filter_map(|index| self.constraint(*index));
        let mut cells: Vec<usize> = constraints.flat_map(Constraint::cells).collect();
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// The same, each sum let pass as far as its figures can be from their digits: those that may change may be printed so that
    /// it is right on the digits alone.
    pub(super) fn relaxed(&self, block: &[usize]) -> Result<Self, QuantityError> {
        let mut relaxed = self.clone();
        for index in block {
            let slack = |cell: usize| self.cell(cell).map_or(Ratio::ZERO, |cell| cell.slack);
            if let Some(Some(constraint)) = relaxed.constraints.get_mut(*index) {
                *constraint = constraint.relaxed(slack)?;
            }
        }
        Ok(relaxed)
    }

    /// The relations of `among`, in groups that share no figure that could be changed, each group in order.
    pub(super) fn blocks(&self, among: &[usize]) -> Vec<Vec<usize>> {
        let wanted: BTreeSet<usize> = among.iter().copied().collect();
        let mut left = wanted.clone();
        let mut blocks = Vec::new();
        while let Some(first) = left.pop_first() {
            let mut block = vec![first];
            let mut next = vec![first];
            while let Some(index) = next.pop() {
                let cells = self.constraint(index).into_iter().flat_map(Constraint::cells);
                for cell in cells.filter(|cell| !self.is_certain(*cell)) {
                    for other in self.of_cell.get(cell).into_iter().flatten() {
                        if left.remove(other) {
                            block.push(*other);
                            next.push(*other);
                        }
                    }
                }
            }
            block.sort_unstable();
            blocks.push(block);
        }
        blocks
    }

    /// Whether a figure is one value and stays it, so that nothing passes through it from one relation to another.
    fn is_certain(&self, index: usize) -> bool {
        self.cell(index)
            .is_some_and(|cell| !cell.is_unknown && cell.changeable.is_none() && cell.state.values.single().is_some())
    }
}

fn compile(table: &CheckTable, stated: &StatedRelation) -> Result<Option<Constraint>, QuantityError> {
    let Some(result) = table.position(&stated.result) else { return Ok(None) };
    let positions: Option<Vec<usize>> = stated.relation.operands().iter().map(|(_, id)| table.position(id)).collect();
    let Some(positions) = positions else { return Ok(None) };
    // a constant is of the unit of the first figure, as `Absolute::balance` has it
    let first = positions.first().and_then(|first| table.content().figures.get(*first));
    let scale = first.map_or(Ratio::ONE, |figure| figure.unit().scale().ones());
    let constraint = Constraint::of(&stated.relation, result, &positions)?.with_constant_in(scale)?;
    let by_digits = matches!(stated.relation, Relation::Same { .. }) && prints_alike(table, stated);
    Ok(Some(Constraint { by_digits, ..constraint }))
}

/// Whether a figure and the one it repeats are printed with as many decimals of the same unit.
fn prints_alike(table: &CheckTable, stated: &StatedRelation) -> bool {
    let form = |id: &Id| {
        let figure = table.figure(id)?;
        let printed = figure.figure()?.reading().point()?;
        Some((printed.decimals(), figure.unit().scale(), figure.precision == Precision::Exact))
    };
    let operands = stated.relation.operands();
    operands.iter().all(|(_, other)| form(other).is_some() && form(other) == form(&stated.result))
}
