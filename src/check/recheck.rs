//! Every correction is checked again before it is shown. Of the figures that each relation by itself admits in one place, these
//! are the ones with which all relations hold, and hold together.

use alloc::{vec, vec::Vec};

use super::block::{Block, Trial};
use super::cell::{Changeable, Choices};
use super::joint::circles;
use super::search::FoundChange;
use super::tighten::tighten;

/// Figures of a range that are tried one by one; of a larger one its ends and a few others.
const EACH: usize = 16;
/// The same, where a range may have gaps.
const GAPS: usize = 256;
/// Figures that are walked over one by one before strides grow.
const EACH_FIRST: i128 = 16;
/// Figures walked over to find one that holds where not all of a range do.
const WALK: i128 = 1_000;

/// What came of checking a range again.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The figures that hold, from the smallest.
    pub(super) runs: Vec<Choices>,
    /// Whether these are all of them.
    pub(super) is_all: bool,
    /// How often all relations were looked at together.
    pub(super) tries: usize,
}

/// Those of the choices for one figure with which all relations of the block hold together. The choices are what each relation
/// admits; figures that are tried stay tried. All relations are looked at together at most `most` times.
pub(super) fn recheck(block: &Block<'_>, trial: &mut Trial<'_>, found: &FoundChange, most: usize) -> Kept {
    let FoundChange { cell, printing, choices } = *found;
    let mut place = Place { block, cell, printing, most, kept: Kept { is_all: true, ..Kept::default() } };
    let some = choices.low.or(choices.high).unwrap_or_default();
    // a figure tried before may be in no relation with this one, and not fit
    if place.each_holds(trial, some) {
        if block.loose.is_empty() {
            place.kept.runs.push(choices);
        } else {
            for piece in place.pieces(trial, choices) {
                if let Some(narrowed) = place.narrowed(trial, piece) {
                    place.keep(trial, narrowed);
                }
            }
        }
    }
    trial.reset(cell);
    Kept { runs: merged(place.kept.runs), ..place.kept }
}

/// Where figures are tried.
struct Place<'b> {
    block: &'b Block<'b>,
    cell: usize,
    printing: Changeable,
    most: usize,
    kept: Kept,
}

impl Place<'_> {
    fn each_holds(&self, trial: &mut Trial<'_>, steps: i128) -> bool {
        let Ok(state) = self.printing.state_of(steps) else { return false };
        trial.set(self.cell, state);
        self.block.each_holds(trial)
    }

    fn holds(&mut self, trial: &mut Trial<'_>, steps: i128) -> bool {
        self.may_try() && self.each_holds(trial, steps) && self.block.holds_together(trial)
    }

    /// Whether it holds, and so do the numbers beside it: a figure that is not stated and comes whole can still be several
    /// numbers, so that there is no gap next to this one.
    fn holds_widely(&mut self, trial: &mut Trial<'_>, steps: i128) -> bool {
        if !self.block.may_have_gaps {
            return self.holds(trial, steps);
        }
        self.may_try()
            && self.each_holds(trial, steps)
            && self.block.narrowed(trial).is_some_and(|states| {
                let is_whole = |cell: &usize| {
                    self.block.system.cell(*cell).is_some_and(|found| found.is_unknown && found.is_whole)
                };
                let mut whole = self.block.system.cells_of(&self.block.loose).into_iter().filter(is_whole);
                whole.all(|cell| states.get(cell).is_some_and(|state| state.values.single().is_none()))
            })
    }

    /// Counts a look at all relations; false if it is one too many.
    fn may_try(&mut self) -> bool {
        self.kept.tries = self.kept.tries.saturating_add(1);
        let may_try = self.kept.tries <= self.most;
        self.kept.is_all &= may_try;
        may_try
    }

    /// The range cut where a sum begins or ceases to be right on its digits, since it then ties no true values.
    fn pieces(&self, trial: &Trial<'_>, choices: Choices) -> Vec<Choices> {
        let constraints = self.block.relations_of(self.cell).filter_map(|index| self.block.system.constraint(index));
        let turns = constraints.filter_map(|constraint| constraint.turn(trial.states(), self.cell));
        let turns = turns.filter_map(|digits| self.printing.steps_up_to(digits));
        // the figure itself, and what is beyond it
        let mut starts: Vec<i128> = turns.flat_map(|steps| [steps, steps.saturating_add(1)]).collect();
        starts.retain(|start| {
            choices.low.is_none_or(|low| low < *start) && choices.high.is_none_or(|high| *start <= high)
        });
        starts.sort_unstable();
        starts.dedup();
        let mut pieces = Vec::new();
        let mut low = choices.low;
        for start in starts {
            pieces.push(Choices { low, high: start.checked_sub(1) });
            low = Some(start);
        }
        pieces.push(Choices { low, high: choices.high });
        pieces
    }

    /// What narrowing all relations together leaves of a range; none if nothing.
    fn narrowed(&mut self, trial: &mut Trial<'_>, choices: Choices) -> Option<Choices> {
        self.may_try().then_some(())?;
        trial.set(self.cell, self.printing.state_of_any(choices).ok()?);
        let mut states = trial.states().to_vec();
        let mut relations: Vec<usize> =
            self.block.loose.iter().copied().chain(self.block.relations_of(self.cell)).collect();
        relations.sort_unstable();
        relations.dedup();
        let before = circles(self.block.system, &relations, &states);
        if !tighten(self.block.system, &relations, &mut states) {
            return None;
        }
        let mut values = states.get(self.cell)?.values;
        for circle in before.into_iter().chain(circles(self.block.system, &relations, &states)) {
            values = values.intersection(&circle.values(self.cell))?;
        }
        self.printing.choices(&values).ok()??.and(choices)
    }

    /// Keeps those of a range that hold, each tried; of a large one, if not all by which it is tried hold, the nearest to the
    /// printed figure on either side.
    fn keep(&mut self, trial: &mut Trial<'_>, choices: Choices) {
        let each = if self.block.may_have_gaps { GAPS } else { EACH };
        if let (Some(_), Some(low), Some(high)) = (choices.count(each), choices.low, choices.high) {
            for steps in low..=high {
                if self.holds(trial, steps) {
                    self.kept.runs.push(Choices::only(steps));
                }
            }
            return;
        }
        let now = self.printing.steps();
        let mut probes = probes(choices);
        // what is printed now is wrong, and in no range
        probes.extend(Some(now).filter(|now| choices.contains(*now)));
        if probes.len() > 1 && probes.into_iter().all(|steps| self.holds_widely(trial, steps)) {
            self.kept.runs.push(choices);
            return;
        }
        self.kept.is_all = false;
        for step in [-1, 1] {
            let start = match (choices.contains(now), step) {
                (true, _) => Some(now),
                (false, 1) => choices.low.filter(|low| now < *low),
                (false, _) => choices.high.filter(|high| *high < now),
            };
            let Some(nearest) = start.and_then(|start| self.nearest(trial, choices, start, step)) else { continue };
            let last = self.last(trial, choices, nearest, step);
            self.kept.runs.push(Choices { low: Some(nearest.min(last)), high: Some(nearest.max(last)) });
        }
    }

    /// The first that holds from `start` on.
    fn nearest(&mut self, trial: &mut Trial<'_>, choices: Choices, start: i128, step: i128) -> Option<i128> {
        let now = self.printing.steps();
        let steps = (0..WALK).filter_map(|count| start.checked_add(step.checked_mul(count)?));
        let mut inside = steps.take_while(|steps| choices.contains(*steps));
        inside.find(|steps| *steps != now && self.holds(trial, *steps))
    }

    /// The last that holds without a gap from one that does: one by one at first, where gaps would show, then in strides that
    /// double as long as they lead to one that holds, and halve when they do not.
    fn last(&mut self, trial: &mut Trial<'_>, choices: Choices, from: i128, step: i128) -> i128 {
        let now = self.printing.steps();
        let mut last = from;
        let mut stride = 1_i128;
        let mut grows = true;
        for count in 0..WALK {
            let next = last.saturating_add(step.saturating_mul(stride));
            let passes_now = (last < now) != (next < now) || next == now;
            let may_go = !passes_now && choices.contains(next);
            if may_go && (if stride > 1 { self.holds_widely(trial, next) } else { self.holds(trial, next) }) {
                last = next;
                if grows && count > EACH_FIRST {
                    stride = stride.saturating_mul(2);
                }
            } else if stride > 1 {
                grows = false;
                stride = stride.checked_div(2).unwrap_or(1);
            } else {
                break;
            }
        }
        last
    }
}

/// Figures of a range by which it is tried: its ends, their neighbours and the middle; of one without an end, ever larger
/// ones.
fn probes(choices: Choices) -> Vec<i128> {
    let probes = match (choices.low, choices.high) {
        (Some(low), Some(high)) => {
            let middle = low.saturating_add(high).checked_div(2).unwrap_or(low);
            vec![low, low.saturating_add(1), middle, high.saturating_sub(1), high]
        }
        (Some(end), None) | (None, Some(end)) => {
            let outwards = if choices.high.is_none() { 1 } else { -1 };
            let size = end.saturating_abs().max(1);
            let steps = [0, 1, size, size.saturating_mul(10), size.saturating_mul(1000)];
            steps.into_iter().map(|step| end.saturating_add(step.saturating_mul(outwards))).collect()
        }
        (None, None) => Vec::new(),
    };
    probes.into_iter().filter(|probe| choices.contains(*probe)).collect()
}

/// Ranges that follow on each other as one.
fn merged(mut runs: Vec<Choices>) -> Vec<Choices> {
    runs.sort_unstable();
    let mut merged: Vec<Choices> = Vec::new();
    for run in runs {
        match merged.last_mut() {
            Some(last) if last.high.is_some() && last.high.and_then(|high| high.checked_add(1)) == run.low => {
                last.high = run.high;
            }
            _ => merged.push(run),
        }
    }
    merged
}
