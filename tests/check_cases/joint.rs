//! Whether statements hold together: true values of all figures at once, found by eliminating one unknown after the other.

use std::collections::BTreeMap;

use num_rational::BigRational;

use super::naive::{Form, Judge, Shape, State};
use super::span::{Edge, Span};
use crate::oracle::whole;

/// Weighted unknowns that are at most `bound`, or less than it.
#[derive(Debug, Clone)]
struct Row {
    weights: BTreeMap<usize, BigRational>,
    bound: BigRational,
    is_strict: bool,
}

/// Unknowns with what is demanded of them. A key of 1000 and more is one that a single statement has for itself.
#[derive(Debug, Default)]
struct Demands {
    spans: BTreeMap<usize, Span>,
    /// Weighted unknowns that are, together, the number.
    equal: Vec<(BTreeMap<usize, BigRational>, BigRational)>,
    rows: Vec<Row>,
}

/// Whether the statements of `block` hold together; none if that is not a linear question. The result of a statement that is
/// cut, padded or nudged keeps its leeway as long as it `is_now` what it was.
pub(crate) fn hold_together(
    judge: &Judge<'_>,
    block: &[usize],
    states: &[&State],
    is_now: impl Fn(usize) -> bool,
) -> Option<bool> {
    let mut demands = Demands::default();
    for index in block {
        let form = &judge.forms[*index];
        let leeway = judge.leeways[*index].as_ref().filter(|_| is_now(form.result));
        if form.by_digits {
            if !form.repeats(states, leeway.unwrap_or(&states[form.result].span)) {
                return Some(false);
            }
            continue;
        }
        if form.holds_by_digits(states) {
            continue;
        }
        let (result, span) = leeway.map_or((form.result, &states[form.result].span), |leeway| (1000 + index, leeway));
        if !demands.add(form, states, (result, span))? {
            return Some(false);
        }
    }
    Some(demands.are_met())
}

impl Demands {
    /// Adds a relation; false if it cannot hold at all.
    fn add(&mut self, form: &Form, states: &[&State], (result, result_span): (usize, &Span)) -> Option<bool> {
        let mut weights = BTreeMap::new();
        let mut constant = whole(0);
        let mut add = |spans: &mut BTreeMap<usize, Span>, key: usize, span: &Span, weight: BigRational| {
            if let Some(value) = span.single() {
                constant += value * weight;
            } else {
                spans.insert(key, span.clone());
                *weights.entry(key).or_insert_with(|| whole(0)) += weight;
            }
        };
        // terms - result + constant is zero, or not below, or not above
        let (mut of_terms, mut of_result) = (whole(1), whole(-1));
        match &form.shape {
            Shape::Equal(more) => add(&mut self.spans, result, &Span::point(more), whole(1)),
            Shape::AtMost | Shape::AtLeast => {}
            Shape::Over { base, factor, offset } => {
                let base_span = &states[*base].span;
                let Some(positive) = base_span.positive() else { return Some(false) };
                of_terms.clone_from(factor);
                match (base_span.single(), result_span.single()) {
                    (Some(base), _) => {
                        of_result = -base.clone();
                        add(&mut self.spans, result, &Span::point(&(offset * base)), whole(1));
                    }
                    (None, Some(share)) => {
                        of_result = whole(0);
                        add(&mut self.spans, *base, base_span, offset - share);
                        let zero =
                            Row { weights: BTreeMap::from([(*base, whole(-1))]), bound: whole(0), is_strict: true };
                        self.rows.extend((positive != *base_span).then_some(zero));
                    }
                    (None, None) => return None,
                }
            }
        }
        for (index, weight) in &form.terms {
            add(&mut self.spans, *index, &states[*index].span, weight * &of_terms);
        }
        add(&mut self.spans, result, result_span, of_result);
        let negated = |weights: &BTreeMap<usize, BigRational>| weights.iter().map(|(key, w)| (*key, -w)).collect();
        match form.shape {
            // result <= terms
            Shape::AtMost => self.rows.push(Row { weights: negated(&weights), bound: constant, is_strict: false }),
            Shape::AtLeast => self.rows.push(Row { weights, bound: -constant, is_strict: false }),
            _ => self.equal.push((weights, -constant)),
        }
        Some(true)
    }

    fn are_met(mut self) -> bool {
        for (key, Span { low, high }) in &self.spans {
            let mut limit = |edge: &Option<Edge>, sign: i128| {
                if let Some(Edge { at, is_in }) = edge {
                    let weights = BTreeMap::from([(*key, whole(sign))]);
                    self.rows.push(Row { weights, bound: at * whole(sign), is_strict: !is_in });
                }
            };
            limit(low, -1);
            limit(high, 1);
        }
        while let Some((mut weights, bound)) = self.equal.pop() {
            weights.retain(|_, weight| *weight != whole(0));
            let Some((key, pivot)) = weights.iter().next().map(|(key, pivot)| (*key, pivot.clone())) else {
                if bound == whole(0) {
                    continue;
                }
                return false;
            };
            for (other, value) in &mut self.equal {
                substitute(other, value, key, (&weights, &bound, &pivot));
            }
            for row in &mut self.rows {
                substitute(&mut row.weights, &mut row.bound, key, (&weights, &bound, &pivot));
            }
        }
        for key in self.spans.keys() {
            self.rows = eliminate(self.rows, *key);
        }
        self.rows.iter().all(|row| whole(0) < row.bound || (whole(0) == row.bound && !row.is_strict))
    }
}

/// Takes `key` out of a sum by an equation in which it stands with the weight `pivot`.
fn substitute(
    sum: &mut BTreeMap<usize, BigRational>,
    value: &mut BigRational,
    key: usize,
    (weights, bound, pivot): (&BTreeMap<usize, BigRational>, &BigRational, &BigRational),
) {
    let Some(times) = sum.get(&key).map(|weight| weight / pivot) else { return };
    for (other, weight) in weights {
        *sum.entry(*other).or_insert_with(|| whole(0)) -= weight * &times;
    }
    *value -= bound * &times;
}

/// Fourier and Motzkin: what limits an unknown from above with what limits it from below.
fn eliminate(rows: Vec<Row>, key: usize) -> Vec<Row> {
    let weight = |row: &Row| row.weights.get(&key).cloned().unwrap_or_else(|| whole(0));
    let (mut left, bound): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| weight(row) == whole(0));
    let (below, above): (Vec<Row>, Vec<Row>) = bound.into_iter().partition(|row| weight(row) < whole(0));
    for upper in &above {
        for lower in &below {
            let (up, down) = (weight(upper).recip(), -weight(lower).recip());
            let mut weights: BTreeMap<usize, BigRational> =
                upper.weights.iter().map(|(key, weight)| (*key, weight * &up)).collect();
            for (other, weight) in &lower.weights {
                *weights.entry(*other).or_insert_with(|| whole(0)) += weight * &down;
            }
            let bound = &upper.bound * &up + &lower.bound * &down;
            left.push(Row { weights, bound, is_strict: upper.is_strict || lower.is_strict });
        }
    }
    left
}
