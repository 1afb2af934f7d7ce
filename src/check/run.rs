use alloc::vec::Vec;

use super::block::Block;
use super::block::Trial;
use super::cell::Changeable;
use super::constraint::Constraint;
use super::diagnose::{diagnose, diagnose_together};
use super::evaluate::evaluate;
use super::system::System;
use super::tighten::tighten;
use super::{Agreement, CheckTable, Diagnosis, Statement, Trail, Unchecked};
use crate::id::Id;
use crate::quantity::Interval;

/// A check table with every statement judged (kết quả đối chiếu).
///
/// Judging is linear in the figures of the statements; corrections are looked for only when they are asked for.
#[derive(Debug, Clone)]
pub struct Check<'t> {
    table: &'t CheckTable,
    system: System,
    statements: Vec<Statement<'t>>,
    depth: usize,
}

impl CheckTable {
    /// Judges every statement.
    ///
    /// ```
    /// # use thuocdo::check::*;
    /// # use thuocdo::{id::*, quantity::*, record::*};
    /// # let figure = |id: &str, number: &str| {
    /// #     let households = Figure::new(Reading::Exactly(number.parse()?), Unit::HOUSEHOLD)?;
    /// #     Ok::<_, Box<dyn std::error::Error>>(CheckFigure::new(Id::new(id)?, Text::new(id)?, households))
    /// # };
    /// # let relation = Relation::Sum { parts: vec![Id::new("ngheo")?, Id::new("can-ngheo")?] };
    /// # let relations =
    /// #     vec![StatedRelation { id: Id::new("cong")?, result: Id::new("con-lai")?, relation, source: Source::default() }];
    /// # let figures = vec![figure("con-lai", "15")?, figure("ngheo", "02")?, figure("can-ngheo", "12")?];
    /// # let table = CheckTable::new(CheckTableContent { as_of: None, figures, relations })?;
    /// let check = table.check(); // 02 + 12 = 14 hộ, báo cáo ghi 15 hộ
    /// assert_eq!(check.statements()[0].agreement, Agreement::Off);
    /// let diagnosis = check.diagnoses().next().unwrap();
    /// assert_eq!(diagnosis.verdict, DiagnosisVerdict::Several); // 15 → 14, 02 → 03 or 12 → 13
    /// assert_eq!(diagnosis.corrections.len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check(&self) -> Check<'_> {
        let mut system = System::of(self);
        let statements = evaluate(self, &mut system);
        Check { table: self, system, statements, depth: Check::DEPTH }
    }
}

impl<'t> Check<'t> {
    /// The most figures that a correction changes, unless another number is asked for.
    pub const DEPTH: usize = 2;
    /// The most figures that a correction may be asked to change.
    pub const MAX_DEPTH: usize = 3;

    /// The same check, with corrections of up to `depth` figures, at most [`MAX_DEPTH`](Self::MAX_DEPTH).
    #[must_use]
    pub fn with_depth(self, depth: usize) -> Self {
        Self { depth: depth.clamp(1, Self::MAX_DEPTH), ..self }
    }

    /// The table.
    #[must_use]
    pub const fn table(&self) -> &'t CheckTable {
        self.table
    }

    /// Every statement, in the order of the table.
    #[must_use]
    pub fn statements(&self) -> &[Statement<'t>] {
        &self.statements
    }

    /// The statement whose relation has that id.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// # use thuocdo::{check::{Agreement, CheckTable}, id::Id};
    /// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
    /// let check = table.check();
    /// let poor = check.statement(&Id::new("qh-ty-le-ngheo-1121")?).unwrap(); // 02 of 2.552 hộ, 0,12%
    /// assert_eq!(poor.agreement, Agreement::Off);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn statement(&self, id: &Id) -> Option<&Statement<'t>> {
        // there is one for each relation, in the same order
        self.statements.get(self.table.relation_position(id)?)
    }

    /// Where the result comes from.
    #[must_use]
    pub fn trail(&self) -> Trail {
        Trail::of(self.table)
    }

    /// What is wrong where statements do not hold, one block after the other; each is searched when it is asked for.
    pub fn diagnoses(&self) -> impl Iterator<Item = Diagnosis> {
        self.broken_blocks().into_iter().filter_map(|block| self.diagnose(&block))
    }

    /// Blocks in which every statement holds by itself and no true values make all of them hold together: a figure that was
    /// rounded would have had to be rounded from two values.
    pub fn contradictions(&self) -> impl Iterator<Item = Diagnosis> {
        self.whole_blocks().into_iter().filter_map(|block| self.contradiction(&block))
    }

    /// The blocks of judged statements of which some do not hold.
    pub(super) fn broken_blocks(&self) -> Vec<Vec<usize>> {
        let judged: Vec<usize> =
            (0..self.statements.len()).filter(|index| self.holds(*index) || self.is_off(*index)).collect();
        let blocks = self.system.blocks(&judged).into_iter();
        blocks.filter(|block| block.iter().any(|index| self.is_off(*index))).collect()
    }

    /// The blocks of statements that hold, or lack a figure, in which none is off. One alone can be impossible too, if it lacks a
    /// figure.
    pub(super) fn whole_blocks(&self) -> Vec<Vec<usize>> {
        let is_usable = |index: &usize| {
            let lacks_figure =
                matches!(self.agreement(*index), Some(Agreement::NotChecked(Unchecked::NotStated { .. })));
            self.holds(*index) || self.is_off(*index) || lacks_figure
        };
        let usable: Vec<usize> = (0..self.statements.len()).filter(is_usable).collect();
        let blocks = self.system.blocks(&usable).into_iter();
        blocks.filter(|block| !block.iter().any(|index| self.is_off(*index))).collect()
    }

    pub(super) fn diagnose(&self, block: &[usize]) -> Option<Diagnosis> {
        let broken: Vec<usize> = block.iter().copied().filter(|index| self.is_off(*index)).collect();
        if broken.is_empty() {
            return None;
        }
        let mut diagnosis = diagnose(self.table, &self.system, block, &broken, self.depth);
        let is_approximate = |index: &usize| self.statements.get(*index).is_some_and(|found| found.is_approximate);
        diagnosis.is_approximate = broken.iter().any(is_approximate);
        Some(diagnosis)
    }

    pub(super) fn contradiction(&self, block: &[usize]) -> Option<Diagnosis> {
        // where no figure that is more than one value ties relations, each decides alone
        if Block::of(&self.system, block).loose.is_empty() {
            return None;
        }
        let fails = |relations: &[usize]| !tighten(&self.system, relations, &mut self.system.states.clone());
        if !fails(block) {
            return None;
        }
        // as few of them as still contradict each other; a large block is named whole
        let mut few = block.to_vec();
        let id = |index: &usize| self.statements.get(*index).map(|found| &found.relation.id);
        let mut in_order = block.to_vec();
        // by id, so that the order of the table decides nothing
        in_order.sort_by(|one, other| id(one).cmp(&id(other)));
        for index in in_order.into_iter().filter(|_| block.len() <= 100) {
            let without: Vec<usize> = few.iter().copied().filter(|other| *other != index).collect();
            if fails(&without) {
                few = without;
            }
        }
        Some(diagnose_together(self.table, &self.system, block, &few))
    }

    fn holds(&self, index: usize) -> bool {
        self.agreement(index).is_some_and(Agreement::holds)
    }

    fn is_off(&self, index: usize) -> bool {
        self.agreement(index) == Some(&Agreement::Off)
    }

    /// What a figure that is not stated must be for every statement to hold, as far as that follows (suy ra từ các số khác):
    /// a single value, a range, or everything its unit allows.
    ///
    /// None for a figure that is stated or not in the table, and where the statements contradict each other.
    #[must_use]
    pub fn derived(&self, figure: &Id) -> Option<Interval> {
        let cell = self.table.position(figure)?;
        self.system.cell(cell).filter(|cell| cell.is_unknown)?;
        let all: Vec<usize> = (0..self.statements.len()).collect();
        let block = self.system.blocks(&all).into_iter().find(|block| {
            block.iter().filter_map(|index| self.system.constraint(*index)).any(|constraint| constraint.contains(cell))
        })?;
        let mut states = self.system.states.clone();
        tighten(&self.system, &block, &mut states).then(|| states.get(cell).map(|state| state.values))?
    }

    /// The figures of a statement that holds in which one unit of the last place more, or less, would go unseen: the statement
    /// would still hold (độ nhạy của phép đối chiếu). Empty for a statement that sees every figure, or that does not hold.
    ///
    /// A share with two decimals sees one unit only while the whole is below about 10.000.
    #[must_use]
    pub fn unseen(&self, relation: &Id) -> Vec<Id> {
        let Some(index) = self.table.relation_position(relation) else { return Vec::new() };
        let holds = self.agreement(index).is_some_and(Agreement::holds);
        let is_order = |statement: &Statement<'_>| statement.relation.relation.is_comparison();
        // a comparison is not there to see units
        let is_seeing = holds && !self.statements.get(index).is_some_and(is_order);
        let Some(constraint) = self.system.constraint(index).filter(|_| is_seeing) else { return Vec::new() };
        let mut trial = Trial::of(&self.system);
        let cells = constraint.cells().filter(|cell| self.goes_unseen(&mut trial, constraint, *cell));
        cells.filter_map(|cell| self.table.content().figures.get(cell)).map(|figure| figure.id.clone()).collect()
    }

    /// Whether one unit more or less of a figure goes unseen; `trial` is left as printed.
    fn goes_unseen(&self, trial: &mut Trial<'_>, constraint: &Constraint, cell: usize) -> bool {
        let Some(found) = self.system.cell(cell) else { return false };
        // what is rounded is not seen to the unit by nature
        let Some(changeable) = found.changeable.filter(Changeable::is_exact) else { return false };
        let mut still_holds = |steps: Option<i128>| {
            let Some(state) = steps.and_then(|steps| changeable.state_of(steps).ok()) else { return false };
            trial.set(cell, state);
            state.values.meets(&found.domain) && constraint.holds(trial.states()) == Ok(true)
        };
        let now = changeable.steps();
        let is_unseen = still_holds(now.checked_add(1)) || still_holds(now.checked_sub(1));
        trial.reset(cell);
        is_unseen
    }

    fn agreement(&self, index: usize) -> Option<&Agreement> {
        self.statements.get(index).map(|statement| &statement.agreement)
    }
}
