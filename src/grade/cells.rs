//! Cells: the places where a fact can lie, as far as the rules tell them apart.

use alloc::{vec, vec::Vec};

use super::{Better, Comparing, Condition, FactDeclaration, FactKind, RuleSet, Test};
use crate::id::Id;
use crate::quantity::{Amount, End, Ratio, RoundMode, Rounding, bounds::DECIMALS};

/// A fact that rules read, with its cells in rising order.
pub(super) struct Axis {
    pub(super) fact: Id,
    pub(super) better: Better,
    pub(super) cells: Vec<Cell>,
    grid: Grid,
}

impl Axis {
    /// The same fact with these cells only.
    pub(super) fn with_cells(self, cells: Vec<Cell>) -> Self {
        Self { cells, ..self }
    }

    /// The span from the beginning of one to the end of another.
    pub(super) fn join(&self, first: Span, last: Span) -> Span {
        self.grid.span(first.low, last.high)
    }

    /// What is left of a span between two ends.
    pub(super) fn narrow(&self, span: Span, low: (Ratio, End), high: (Ratio, End)) -> Span {
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
    pub(super) low: (Ratio, End),
    pub(super) high: (Ratio, End),
    pub(super) example: Ratio,
}

/// The facts that some rule reads, each with its cells.
pub(super) fn axes(rules: &RuleSet) -> Vec<Axis> {
    let axis = |declared: &FactDeclaration| {
        let tests: Vec<&Test> = rules.tests_of(&declared.id).collect();
        let grid = Grid::of(rules, declared);
        let is_flag = rules.leaves().any(|leaf| matches!(leaf, Condition::Holds(flag) if *flag == declared.id));
        let cells = match declared.kind {
            FactKind::Flag if is_flag => vec![Cell::Flag(false), Cell::Flag(true)],
            FactKind::Share | FactKind::Number if !tests.is_empty() => spans(grid, &tests),
            _ => return None,
        };
        Some(Axis { fact: declared.id.clone(), better: declared.better, cells, grid })
    };
    rules.content().facts.iter().filter_map(axis).collect()
}

/// In how many cases facts can be together; none if that is more than can be counted.
pub(super) fn count_cases(axes: &[Axis]) -> Option<usize> {
    axes.iter().try_fold(1_usize, |count, axis| count.checked_mul(axis.cells.len()))
}

/// The values that a fact can have: all of them between two, or one every `step`.
#[derive(Clone, Copy)]
struct Grid {
    low: Amount,
    high: Amount,
    step: Option<Amount>,
}

impl Grid {
    fn of(rules: &RuleSet, declared: &FactDeclaration) -> Self {
        let exact = Self { low: declared.low, high: declared.high, step: declared.step };
        let comparing = rules.content().comparing;
        let Comparing::Rounded(rounding) = comparing else { return exact };
        // rounded values lie on the grid of the rounding, whatever they were before
        let places = u32::from(DECIMALS.saturating_sub(rounding.decimals()));
        let Ok(place) = Amount::from_millionths(10_i128.saturating_pow(places)) else { return exact };
        let is_on_places = |value: Amount| value.millionths().checked_rem(place.millionths()) == Some(0);
        if is_on_places(declared.low) && declared.step.is_some_and(is_on_places) {
            return exact;
        }
        let rounded = |end: Amount| comparing.apply(end.into()).and_then(Ratio::to_amount).unwrap_or(end);
        Self { low: rounded(declared.low), high: rounded(declared.high), step: Some(place) }
    }

    fn has(self, value: Amount) -> bool {
        let distance = value.millionths().saturating_sub(self.low.millionths());
        self.step.is_none_or(|step| distance.checked_rem(step.millionths()) == Some(0))
    }

    /// The last value at or before so many millionths.
    fn at_or_before(self, millionths: i128, step: Amount) -> Option<Amount> {
        // INVARIANT: amounts are below 10^24 millionths, so nothing saturates
        let distance = millionths.saturating_sub(self.low.millionths());
        let value = millionths.saturating_sub(distance.checked_rem_euclid(step.millionths())?);
        Amount::from_millionths(value).ok().filter(|value| self.low <= *value)
    }

    /// The values strictly between two others; none if there are none.
    fn between(self, left: Amount, right: Amount) -> Option<Span> {
        let Some(step) = self.step else {
            return Some(self.span((left.into(), End::Open), (right.into(), End::Open)));
        };
        let first = self.at_or_before(left.millionths(), step)?.millionths().saturating_add(step.millionths());
        let first = Amount::from_millionths(first).ok()?;
        let last = self.at_or_before(right.millionths().saturating_sub(1), step)?;
        (first <= last).then(|| self.span((first.into(), End::Closed), (last.into(), End::Closed)))
    }

    /// The span with its example: the middle, or the last value of the grid before it.
    fn span(self, low: (Ratio, End), high: (Ratio, End)) -> Span {
        let middle = low.0.checked_add(high.0).and_then(|sum| sum.checked_mul(half())).unwrap_or(low.0);
        let on_grid = |step: Amount| {
            let floor = Rounding::new(RoundMode::Floor, DECIMALS).ok()?;
            let millionths = middle.round(floor).to_amount().ok()?.millionths();
            self.at_or_before(millionths, step).map(Ratio::from).filter(|value| low.0 <= *value)
        };
        let example = match self.step {
            None => middle,
            Some(step) => on_grid(step).unwrap_or(low.0),
        };
        Span { low, high, example }
    }
}

fn half() -> Ratio {
    Ratio::from_millionths(1, 2).unwrap_or(Ratio::ONE)
}

/// The runs over which all tests say the same.
fn spans(grid: Grid, tests: &[&Test]) -> Vec<Cell> {
    let mut cuts: Vec<Amount> = tests.iter().map(|test| test.threshold).chain([grid.low, grid.high]).collect();
    cuts.retain(|cut| grid.low <= *cut && *cut <= grid.high);
    cuts.sort_unstable();
    cuts.dedup();
    let mut fine = Vec::new();
    let mut before: Option<Amount> = None;
    for cut in cuts {
        fine.extend(before.and_then(|before| grid.between(before, cut)));
        if grid.has(cut) {
            fine.push(grid.span((cut.into(), End::Closed), (cut.into(), End::Closed)));
        }
        before = Some(cut);
    }
    let says = |span: &Span| -> Vec<bool> {
        tests.iter().map(|test| test.comparison.holds(span.example, test.threshold)).collect()
    };
    let mut runs: Vec<(Span, Vec<bool>)> = Vec::new();
    for span in fine {
        let said = says(&span);
        match runs.last_mut() {
            Some((run, before)) if *before == said => *run = grid.span(run.low, span.high),
            _ => runs.push((span, said)),
        }
    }
    runs.into_iter().map(|(run, _)| Cell::Span(run)).collect()
}

impl Cell {
    /// Whether a value of the cell passes a test; it passes with all of them or with none.
    pub(super) fn passes(self, test: &Test) -> bool {
        match self {
            Self::Span(span) => test.comparison.holds(span.example, test.threshold),
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

    /// What is left of the cell between two values, both included.
    pub(super) fn within(self, low: Ratio, high: Ratio) -> Option<Self> {
        let Self::Span(span) = self else { return Some(self) };
        let starts = |(end, kind): (Ratio, End)| end < high || (end == high && kind == End::Closed);
        let ends = |(end, kind): (Ratio, End)| low < end || (low == end && kind == End::Closed);
        if !starts(span.low) || !ends(span.high) {
            return None;
        }
        let low = if span.low.0 < low { (low, End::Closed) } else { span.low };
        let high = if high < span.high.0 { (high, End::Closed) } else { span.high };
        // the example stays that of the whole cell, over which every test says the same
        Some(Self::Span(Span { low, high, example: span.example }))
    }
}
