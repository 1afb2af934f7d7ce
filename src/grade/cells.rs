//! Cells: the places where a fact can lie among the thresholds of its rules.

use alloc::{vec, vec::Vec};

use super::{Better, Comparing, Comparison, Condition, FactDeclaration, FactKind, RuleSet};
use crate::id::Id;
use crate::quantity::{Amount, End, Ratio, bounds::DECIMALS};

/// A fact that rules read, with its cells in rising order.
pub(super) struct Axis {
    pub(super) fact: Id,
    pub(super) better: Better,
    pub(super) at_most: Option<Id>,
    pub(super) cells: Vec<Cell>,
    grid: Grid,
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// On a value.
    At(Amount),
    /// Strictly between two values.
    Between(Amount, Amount),
    /// A flag.
    Flag(bool),
}

/// The values a fact can have: all of them from `low` on, or one every `step`.
#[derive(Clone, Copy)]
struct Grid {
    low: Amount,
    step: Option<Amount>,
}

/// The facts that some rule reads, each with its cells.
pub(super) fn axes(rules: &RuleSet) -> Vec<Axis> {
    let content = rules.content();
    let all = content.forced.iter().chain(&content.rules);
    let leaves: Vec<&Condition> =
        all.flat_map(|rule| rule.band.iter().chain([&rule.requires])).flat_map(Condition::leaves).collect();
    let is_read = |id: &Id| {
        leaves.iter().any(|leaf| match leaf {
            Condition::Compare(test) => test.fact == *id,
            Condition::Holds(flag) => flag == id,
            _ => false,
        })
    };
    content.facts.iter().filter(|declared| is_read(&declared.id)).map(|declared| axis(rules, declared)).collect()
}

fn axis(rules: &RuleSet, declared: &FactDeclaration) -> Axis {
    let content = rules.content();
    let step = match content.comparing {
        Comparing::Exact => declared.step,
        // rounded values lie on the grid of the rounding
        Comparing::Rounded(rounding) => declared.step.max(Some(last_place(rounding.decimals()))),
    };
    let grid = Grid { low: declared.low, step };
    let cells = if declared.kind == FactKind::Flag {
        vec![Cell::Flag(false), Cell::Flag(true)]
    } else {
        // facts that are ordered are cut at each other's thresholds, or cells could not tell which of them is more
        let mut thresholds = rules.thresholds(&declared.id);
        for other in &content.facts {
            if declared.at_most.as_ref() == Some(&other.id) || other.at_most.as_ref() == Some(&declared.id) {
                thresholds.extend(rules.thresholds(&other.id));
            }
        }
        cells(grid, declared.high, thresholds)
    };
    Axis { fact: declared.id.clone(), better: declared.better, at_most: declared.at_most.clone(), cells, grid }
}

/// The cells from the grid's lowest value to `high`, rising; only those that hold a value of the grid.
fn cells(grid: Grid, high: Amount, mut thresholds: Vec<Amount>) -> Vec<Cell> {
    thresholds.extend([grid.low, high]);
    thresholds.retain(|threshold| grid.low <= *threshold && *threshold <= high);
    thresholds.sort_unstable();
    thresholds.dedup();
    let mut cells = Vec::new();
    let mut before: Option<Amount> = None;
    for threshold in thresholds {
        if let Some(before) = before.filter(|before| grid.first_between(*before, threshold).is_some()) {
            cells.push(Cell::Between(before, threshold));
        }
        if grid.has(threshold) {
            cells.push(Cell::At(threshold));
        }
        before = Some(threshold);
    }
    cells
}

fn last_place(decimals: u8) -> Amount {
    let place = 10_i128.saturating_pow(u32::from(DECIMALS.saturating_sub(decimals)));
    Amount::from_millionths(place).unwrap_or(Amount::ONE)
}

impl Grid {
    fn has(self, value: Amount) -> bool {
        let distance = value.millionths().saturating_sub(self.low.millionths());
        self.step.is_none_or(|step| distance.checked_rem(step.millionths()) == Some(0))
    }

    /// A value strictly between two others: their middle, or the first one of the grid.
    fn first_between(self, left: Amount, right: Amount) -> Option<Amount> {
        let millionths = match self.step {
            None => left.millionths().midpoint(right.millionths()),
            Some(step) => {
                let from = left.millionths().saturating_sub(self.low.millionths());
                let steps = from.checked_div(step.millionths())?.saturating_add(1);
                self.low.millionths().saturating_add(steps.saturating_mul(step.millionths()))
            }
        };
        Amount::from_millionths(millionths).ok().filter(|value| left < *value && *value < right)
    }
}

impl Axis {
    /// A value in one of its cells, to show what the cell means.
    pub(super) fn example(&self, cell: Cell) -> Option<Amount> {
        match cell {
            Cell::At(value) => Some(value),
            Cell::Between(low, high) => self.grid.first_between(low, high),
            Cell::Flag(_) => None,
        }
    }
}

impl Cell {
    /// How a value in the cell stands to a threshold; a cell never straddles one.
    pub(super) fn holds(self, comparison: Comparison, threshold: Amount) -> bool {
        match (self, comparison) {
            (Self::At(value), _) => comparison.holds(Ratio::from(value), threshold),
            (Self::Between(low, _), Comparison::AtLeast | Comparison::MoreThan) => threshold <= low,
            (Self::Between(low, _), Comparison::AtMost | Comparison::LessThan) => low < threshold,
            (Self::Between(..), Comparison::Exactly) | (Self::Flag(_), _) => false,
        }
    }

    /// Whether some value in this cell is at most some value in `other`, for cells cut at the same thresholds.
    pub(super) fn can_be_at_most(self, other: Self) -> bool {
        match (self, other) {
            (Self::At(mine), Self::At(theirs)) => mine <= theirs,
            (Self::At(mine) | Self::Between(mine, _), Self::Between(_, theirs))
            | (Self::Between(mine, _), Self::At(theirs)) => mine < theirs,
            (Self::Flag(_), _) | (_, Self::Flag(_)) => true,
        }
    }

    /// Its lower and its upper end; none for a flag.
    pub(super) fn ends(self) -> Option<((Amount, End), (Amount, End))> {
        match self {
            Self::At(value) => Some(((value, End::Closed), (value, End::Closed))),
            Self::Between(low, high) => Some(((low, End::Open), (high, End::Open))),
            Self::Flag(_) => None,
        }
    }
}
