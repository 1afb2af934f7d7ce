//! Cells: the places where a fact can lie, as far as the rules tell them apart.

use alloc::{vec, vec::Vec};

use super::{Better, Comparing, Condition, FactDeclaration, FactKind, RuleSet, Test};
use crate::id::Id;
use crate::quantity::{Amount, End, Ratio, bounds::DECIMALS};

/// A fact that rules read, with its cells in rising order.
pub(super) struct Axis {
    pub(super) fact: Id,
    pub(super) better: Better,
    pub(super) cells: Vec<Cell>,
    grid: Grid,
}

impl Axis {
    /// The span from the beginning of one to the end of another.
    pub(super) fn join(&self, first: Span, last: Span) -> Span {
        self.grid.span(first.low, last.high)
    }

    /// What is left of a span between two ends.
    pub(super) fn narrow(&self, span: Span, low: (Amount, End), high: (Amount, End)) -> Span {
        let low = if span.low.0 < low.0 { low } else { span.low };
        let high = if high.0 < span.high.0 { high } else { span.high };
        if high.0 < low.0 { span } else { self.grid.span(low, high) }
    }
}

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// A run of values over which every test of the rules says the same.
    Span(Span),
    /// A flag.
    Flag(bool),
}

/// A run of values, with one of them near its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: (Amount, End),
    pub(super) high: (Amount, End),
    pub(super) example: Amount,
}

/// The facts that some rule reads, each with its cells.
pub(super) fn axes(rules: &RuleSet) -> Vec<Axis> {
    let content = rules.content();
    let all = content.forced.iter().chain(&content.rules);
    let leaves: Vec<&Condition> =
        all.flat_map(|rule| rule.band.iter().chain([&rule.requires])).flat_map(Condition::leaves).collect();
    let axis = |declared: &FactDeclaration| {
        let tests: Vec<&Test> = leaves
            .iter()
            .filter_map(|leaf| match leaf {
                Condition::Compare(test) if test.fact == declared.id => Some(test),
                _ => None,
            })
            .collect();
        let grid = Grid::of(rules, declared);
        let is_flag = leaves.iter().any(|leaf| matches!(leaf, Condition::Holds(flag) if *flag == declared.id));
        let cells = match declared.kind {
            FactKind::Flag if is_flag => vec![Cell::Flag(false), Cell::Flag(true)],
            FactKind::Share | FactKind::Number if !tests.is_empty() => spans(&grid, &tests),
            _ => return None,
        };
        Some(Axis { fact: declared.id.clone(), better: declared.better, cells, grid })
    };
    content.facts.iter().filter_map(axis).collect()
}

/// The values that a fact can have: all of them between two, or one every `step`.
struct Grid {
    low: Amount,
    high: Amount,
    step: Option<Amount>,
}

impl Grid {
    fn of(rules: &RuleSet, declared: &FactDeclaration) -> Self {
        let step = match rules.content().comparing {
            Comparing::Exact => declared.step,
            // rounded values lie on the grid of the rounding
            Comparing::Rounded(rounding) => {
                let places = u32::from(DECIMALS.saturating_sub(rounding.decimals()));
                let place = Amount::from_millionths(10_i128.saturating_pow(places)).ok();
                declared.step.max(place)
            }
        };
        Self { low: declared.low, high: declared.high, step }
    }

    fn has(&self, value: Amount) -> bool {
        let distance = value.millionths().saturating_sub(self.low.millionths());
        self.step.is_none_or(|step| distance.checked_rem(step.millionths()) == Some(0))
    }

    /// The last value at or before `value`.
    fn at_or_before(&self, value: i128) -> Option<Amount> {
        let millionths = match self.step {
            None => value,
            Some(step) => {
                let distance = value.saturating_sub(self.low.millionths());
                value.saturating_sub(distance.checked_rem_euclid(step.millionths())?)
            }
        };
        Amount::from_millionths(millionths).ok().filter(|value| self.low <= *value)
    }

    /// The values strictly between two others; none if there are none.
    fn between(&self, left: Amount, right: Amount) -> Option<Span> {
        let (low, high) = match self.step {
            None => ((left, End::Open), (right, End::Open)),
            Some(step) => {
                // INVARIANT: amounts are below 10^24 millionths, so nothing saturates
                let first = self.at_or_before(left.millionths())?.millionths().saturating_add(step.millionths());
                let first = Amount::from_millionths(first).ok()?;
                let last = self.at_or_before(right.millionths().saturating_sub(1))?;
                ((first, End::Closed), (last, End::Closed))
            }
        };
        (low.0 <= high.0 && left < right).then(|| self.span(low, high))
    }

    /// The span with its example.
    fn span(&self, low: (Amount, End), high: (Amount, End)) -> Span {
        let middle = low.0.millionths().midpoint(high.0.millionths());
        let example = self.at_or_before(middle).filter(|value| low.0 <= *value).unwrap_or(low.0);
        Span { low, high, example }
    }
}

/// The runs over which all tests say the same.
fn spans(grid: &Grid, tests: &[&Test]) -> Vec<Cell> {
    let mut cuts: Vec<Amount> = tests.iter().map(|test| test.threshold).chain([grid.low, grid.high]).collect();
    cuts.retain(|cut| grid.low <= *cut && *cut <= grid.high);
    cuts.sort_unstable();
    cuts.dedup();
    let mut fine = Vec::new();
    let mut before: Option<Amount> = None;
    for cut in cuts {
        fine.extend(before.and_then(|before| grid.between(before, cut)));
        if grid.has(cut) {
            fine.push(grid.span((cut, End::Closed), (cut, End::Closed)));
        }
        before = Some(cut);
    }
    let says = |span: &Span| -> Vec<bool> {
        tests.iter().map(|test| test.comparison.holds(Ratio::from(span.example), test.threshold)).collect()
    };
    let mut runs: Vec<Span> = Vec::new();
    for span in fine {
        match runs.last_mut() {
            Some(run) if says(run) == says(&span) => *run = grid.span(run.low, span.high),
            _ => runs.push(span),
        }
    }
    runs.into_iter().map(Cell::Span).collect()
}

impl Cell {
    /// Whether a value of the cell passes a test; it passes with all of them or with none.
    pub(super) fn passes(self, test: &Test) -> bool {
        match self {
            Self::Span(span) => test.comparison.holds(Ratio::from(span.example), test.threshold),
            Self::Flag(_) => false,
        }
    }

    /// Whether some value of this cell is at most some value of `other`.
    pub(super) fn can_be_at_most(self, other: Self) -> bool {
        match (self, other) {
            (Self::Span(mine), Self::Span(theirs)) => {
                let ((low, low_end), (high, high_end)) = (mine.low, theirs.high);
                low < high || (low == high && low_end == End::Closed && high_end == End::Closed)
            }
            _ => true,
        }
    }
}
