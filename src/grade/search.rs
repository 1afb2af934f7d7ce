//! The walk over all cases of a rule set, numbered with the last fact fastest.

use alloc::{vec, vec::Vec};
use core::cmp::Ordering;
use core::ops::RangeInclusive;

use super::cells::{Axis, Cell, Span};
use super::outcome::{Decision, Judged, decide};
use super::{Better, Condition, Coverage, Flaw, Proof, Rule, RuleSet, Truth, Values, Witness, WitnessFact};
use crate::id::Id;
use crate::quantity::{End, Ratio};

pub(super) struct Search<'s> {
    rule_set: &'s RuleSet,
    rules: Vec<&'s Rule>,
    axes: Vec<Axis>,
    /// Pairs of axes of which the first fact is at most the second, directly or by way of others.
    ordered: Vec<(usize, usize)>,
    /// What is decided in each case; none where no values can be.
    decisions: Vec<Option<Decision>>,
}

/// One cell for every fact, by its place on the axis.
pub(super) type Case = Vec<usize>;

/// A box of cases: for every fact a run of cells.
type Cases = Vec<RangeInclusive<usize>>;

impl<'s> Search<'s> {
    pub(super) fn new(rule_set: &'s RuleSet, axes: Vec<Axis>, count: usize) -> Self {
        let rules = rule_set.every_rule().collect();
        let ordered = ordered_pairs(rule_set, &axes);
        let mut search = Self { rule_set, rules, axes, ordered, decisions: Vec::new() };
        search.decisions = (0..count)
            .map(|number| {
                let cells = cells_of(&search.axes, &search.case(number));
                is_feasible(&search.ordered, &cells)
                    .then(|| two_valued(search.rule_set, &search.rules, &search.axes, &cells))
            })
            .collect();
        search
    }

    pub(super) fn run(&self) -> Proof {
        let mut flaws = Vec::new();
        if self.rule_set.content().coverage == Coverage::Complete {
            let gaps = self.boxes(|decision| *decision == Decision::None);
            flaws.extend(gaps.iter().map(|cases| Flaw::Gap { witness: self.witness(cases) }));
        }
        let mut overlaps: Vec<&Decision> = Vec::new();
        for decision in self.decisions.iter().flatten() {
            if matches!(decision, Decision::Several(_)) && !overlaps.contains(&decision) {
                overlaps.push(decision);
            }
        }
        for overlap in overlaps {
            let Decision::Several(indices) = overlap else { continue };
            let rules: Vec<Id> =
                indices.iter().filter_map(|index| self.rules.get(*index)).map(|rule| rule.id.clone()).collect();
            let boxes = self.boxes(|decision| decision == overlap);
            flaws
                .extend(boxes.iter().map(|cases| Flaw::Overlap { witness: self.witness(cases), rules: rules.clone() }));
        }
        for (index, rule) in self.rules.iter().enumerate() {
            if !self.decisions.contains(&Some(Decision::Rule(index))) {
                flaws.push(Flaw::Unreachable { rule: rule.id.clone() });
            }
        }
        self.find_reversals(&mut flaws);
        Proof { cases: self.decisions.iter().flatten().count(), flaws }
    }

    fn case(&self, number: usize) -> Case {
        case_at(&self.axes, number)
    }

    fn number(&self, case: &[usize]) -> usize {
        let places = case.iter().zip(&self.axes);
        places.fold(0, |number, (place, axis)| number.saturating_mul(axis.cells.len()).saturating_add(*place))
    }

    /// The cases with a decision, covered by boxes that are each as large as they go; in the order of their first case.
    fn boxes(&self, is_wanted: impl Fn(&Decision) -> bool) -> Vec<Cases> {
        let is_wanted = |number: usize| match self.decisions.get(number) {
            // a case that no values can be in does not stop a box
            Some(Some(decision)) => is_wanted(decision),
            _ => true,
        };
        let mut is_covered = vec![false; self.decisions.len()];
        let mut boxes = Vec::new();
        for (number, decision) in self.decisions.iter().enumerate() {
            if decision.is_none() || !is_wanted(number) || is_covered.get(number) == Some(&true) {
                continue;
            }
            let mut cases: Cases = self.case(number).into_iter().map(|place| place..=place).collect();
            for axis in 0..self.axes.len() {
                self.widen(&mut cases, axis, &is_wanted);
            }
            self.for_each_in(&cases, &mut |case| {
                if let Some(is_covered) = is_covered.get_mut(case) {
                    *is_covered = true;
                }
                true
            });
            boxes.push(cases);
        }
        boxes
    }

    /// Widens a box along one fact, cell by cell in both directions, as long as all its cases are wanted.
    fn widen(&self, cases: &mut Cases, axis: usize, is_wanted: &impl Fn(usize) -> bool) {
        let Some(count) = self.axes.get(axis).map(|axis| axis.cells.len()) else { return };
        let Some(run) = cases.get(axis).cloned() else { return };
        let fits = |place: usize, cases: &Cases| {
            let mut slice = cases.clone();
            if let Some(run) = slice.get_mut(axis) {
                *run = place..=place;
            }
            self.for_each_in(&slice, &mut |case| is_wanted(case))
        };
        let low = (0..*run.start()).rev().take_while(|place| fits(*place, cases)).last().unwrap_or(*run.start());
        let above = run.end().saturating_add(1)..count;
        let high = above.take_while(|place| fits(*place, cases)).last().unwrap_or(*run.end());
        if let Some(run) = cases.get_mut(axis) {
            *run = low..=high;
        }
    }

    /// Visits the numbers of all cases of a box while `visit` says so; whether it always did.
    fn for_each_in(&self, cases: &[RangeInclusive<usize>], visit: &mut dyn FnMut(usize) -> bool) -> bool {
        let mut case: Case = cases.iter().map(|run| *run.start()).collect();
        loop {
            if !visit(self.number(&case)) {
                return false;
            }
            let mut places = case.iter_mut().zip(cases).rev();
            loop {
                let Some((place, run)) = places.next() else { return true };
                if *place < *run.end() {
                    *place = place.saturating_add(1);
                    break;
                }
                *place = *run.start();
            }
        }
    }

    /// Walks every line along which one fact gets better and compares each level with the next one on it.
    fn find_reversals(&self, flaws: &mut Vec<Flaw>) {
        let level = |number: usize| match self.decisions.get(number) {
            Some(Some(Decision::Rule(rule))) => self.rules.get(*rule).map(|rule| &rule.level),
            _ => None,
        };
        let scale = &self.rule_set.content().scale;
        let mut seen: Vec<(usize, &Id, &Id)> = Vec::new();
        for number in 0..self.decisions.len() {
            let Some(from) = level(number) else { continue };
            let case = self.case(number);
            for (index, axis) in self.axes.iter().enumerate() {
                let place = case.get(index).copied().unwrap_or(0);
                let better: Vec<usize> = match axis.better {
                    Better::Higher => (place.saturating_add(1)..axis.cells.len()).collect(),
                    Better::Lower => (0..place).rev().collect(),
                    Better::Neither => continue,
                };
                let moved = better.into_iter().map(|place| {
                    let mut after = case.clone();
                    if let Some(moved) = after.get_mut(index) {
                        *moved = place;
                    }
                    after
                });
                let next = moved.into_iter().find_map(|after| level(self.number(&after)).map(|to| (after, to)));
                let Some((after, to)) = next else { continue };
                let is_reversal = scale.compare(to, from).is_some_and(Ordering::is_lt);
                if is_reversal && !seen.contains(&(index, from, to)) {
                    seen.push((index, from, to));
                    let one = |case: &Case| -> Cases { case.iter().map(|place| *place..=*place).collect() };
                    flaws.push(Flaw::NotMonotone {
                        fact: axis.fact.clone(),
                        from: self.witness(&one(&case)),
                        higher: from.clone(),
                        to: self.witness(&one(&after)),
                        lower: to.clone(),
                    });
                }
            }
        }
    }

    /// A box in the facts' own terms; facts that may have any value are left out.
    fn witness(&self, cases: &[RangeInclusive<usize>]) -> Witness {
        let content = self.rule_set.content();
        let examples = self.examples(cases);
        let mut facts = Vec::new();
        for (index, (axis, run)) in self.axes.iter().zip(cases).enumerate() {
            if *run.start() == 0 && run.end().saturating_add(1) == axis.cells.len() {
                continue;
            }
            let (Some(first), Some(last)) = (axis.cells.get(*run.start()), axis.cells.get(*run.end())) else {
                continue;
            };
            let values = match (first, last) {
                (Cell::Flag(flag), _) => Values::Flag(*flag),
                (Cell::Span(first), Cell::Span(last)) => {
                    let example = examples.get(index).copied().flatten().unwrap_or(first.example);
                    let end = |(end, kind): (Ratio, End)| end.to_amount().map(|end| (end, kind));
                    // INVARIANT: the ends are thresholds, ends of the domain or values of the grid, all of them amounts
                    let (Some(low), Some(high)) = (end(first.low), end(last.high)) else { continue };
                    Values::From { low, high, example }
                }
                (Cell::Span(_), Cell::Flag(_)) => continue,
            };
            facts.push(WitnessFact { fact: axis.fact.clone(), values });
        }
        let scored = content.scoring.as_ref().map(|scoring| &scoring.into);
        let is_perhaps_unreachable = facts.iter().any(|fact| Some(&fact.fact) == scored);
        Witness { facts, is_perhaps_unreachable }
    }

    /// A value for every fact such that all are in the box at once. Each is in the middle of what its run leaves it, after
    /// those that must be at most it and those that it must be at most have narrowed it.
    fn examples(&self, cases: &[RangeInclusive<usize>]) -> Vec<Option<Ratio>> {
        let mut spans: Vec<Option<Span>> = self
            .axes
            .iter()
            .zip(cases)
            .map(|(axis, run)| match (axis.cells.get(*run.start())?, axis.cells.get(*run.end())?) {
                (Cell::Span(first), Cell::Span(last)) => Some(axis.join(*first, *last)),
                _ => None,
            })
            .collect();
        for (below, above) in &self.ordered {
            let pair = spans.get(*below).copied().flatten().zip(spans.get(*above).copied().flatten());
            let (Some((low, high)), Some(axis)) = (pair, self.axes.get(*below)) else { continue };
            if let Some(span) = spans.get_mut(*below) {
                *span = Some(axis.narrow(low, low.low, high.high));
            }
            if let (Some(span), Some(axis)) = (spans.get_mut(*above), self.axes.get(*above)) {
                *span = Some(axis.narrow(high, low.low, high.high));
            }
        }
        spans.into_iter().map(|span| span.map(|span| span.example)).collect()
    }
}

/// The case of a number.
pub(super) fn case_at(axes: &[Axis], mut number: usize) -> Case {
    let mut case = vec![0; axes.len()];
    for (place, axis) in case.iter_mut().zip(axes).rev() {
        let count = axis.cells.len();
        *place = number.checked_rem(count).unwrap_or(0);
        number = number.checked_div(count).unwrap_or(0);
    }
    case
}

pub(super) fn cells_of(axes: &[Axis], case: &[usize]) -> Vec<Cell> {
    case.iter().zip(axes).filter_map(|(place, axis)| axis.cells.get(*place).copied()).collect()
}

/// Whether values can be in all these cells at once. For runs of values in a chain of facts that is so if the first of every
/// pair can be at most the second.
pub(super) fn is_feasible(ordered: &[(usize, usize)], cells: &[Cell]) -> bool {
    ordered.iter().all(|(below, above)| match (cells.get(*below), cells.get(*above)) {
        (Some(below), Some(above)) => below.can_be_at_most(*above),
        _ => true,
    })
}

/// What is decided in one case, in which every test holds or does not.
pub(super) fn two_valued(rule_set: &RuleSet, rules: &[&Rule], axes: &[Axis], cells: &[Cell]) -> Decision {
    let content = rule_set.content();
    let truth = |condition: &Condition| if holds(condition, axes, cells) { Truth::Met } else { Truth::NotMet };
    let judged: Vec<Judged> = rules
        .iter()
        .map(|rule| Judged {
            rank: content.scale.rank(&rule.level).unwrap_or(0),
            band: rule.band.as_ref().map(truth),
            requires: truth(&rule.requires),
        })
        .collect();
    decide(&judged, content.forced.len(), content.policy, content.after_failure)
}

fn holds(condition: &Condition, axes: &[Axis], cells: &[Cell]) -> bool {
    let cell_of = |id: &Id| axes.iter().position(|axis| axis.fact == *id).and_then(|axis| cells.get(axis));
    match condition {
        Condition::Compare(test) => cell_of(&test.fact).is_some_and(|cell| cell.passes(test)),
        Condition::Holds(id) => cell_of(id) == Some(&Cell::Flag(true)),
        Condition::All(parts) => parts.iter().all(|part| holds(part, axes, cells)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, axes, cells)),
        Condition::Not(part) => !holds(part, axes, cells),
        Condition::AtLeastOf { count, of } => {
            let held = of.iter().filter(|part| holds(part, axes, cells)).count();
            usize::try_from(*count).is_ok_and(|count| held >= count)
        }
    }
}

/// Pairs of axes of which the first fact is at most the second, directly or by way of others.
pub(super) fn ordered_pairs(rule_set: &RuleSet, axes: &[Axis]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (below, axis) in axes.iter().enumerate() {
        let above = rule_set.at_most(&axis.fact).filter_map(|id| axes.iter().position(|other| other.fact == *id));
        pairs.extend(above.map(|above| (below, above)));
    }
    pairs
}
