//! Two or three figures unknown at once: every relation as half-planes over them, and the unknowns eliminated one by one
//! (Fourier and Motzkin), exactly.

use alloc::{vec, vec::Vec};

use super::cell::State;
use super::constraint::{Constraint, Form};
use crate::quantity::{End, Interval, QuantityError, Ratio};

/// The weighted unknowns are at most `bound`, or less than it if the end is open.
#[derive(Debug, Clone)]
pub(super) struct HalfPlane {
    weights: Vec<Ratio>,
    bound: Ratio,
    end: End,
}

/// What a relation says of the unknowns, given what its other figures say. A quotient whose result is unknown together with
/// a figure it follows from says only that its base is above zero: whatever the one is, the other can be computed.
pub(super) fn half_planes(
    constraint: &Constraint,
    states: &[State],
    unknown: &[usize],
) -> Result<Vec<HalfPlane>, QuantityError> {
    let is_unknown = |cell: usize| unknown.contains(&cell);
    let place = |cell: usize| unknown.iter().position(|other| *other == cell);
    let mut weights = vec![Ratio::ZERO; unknown.len()];
    let mut add = |cell: usize, weight: Ratio| -> Result<(), QuantityError> {
        if let Some(slot) = place(cell).and_then(|place| weights.get_mut(place)) {
            *slot = slot.checked_add(weight)?;
        }
        Ok(())
    };
    let mut rest = Interval::point(Ratio::ZERO);
    for (cell, weight) in &constraint.terms {
        if is_unknown(*cell) {
            add(*cell, *weight)?;
        } else {
            rest = rest.checked_add(&constraint.values(states, *cell).checked_scale(*weight)?)?;
        }
    }
    let less = |interval: Interval, other: &Interval| interval.checked_add(&other.checked_scale(Ratio::ONE.negated())?);
    match &constraint.form {
        Form::Linear { constant, allowed } => {
            // terms + rest + constant - result is allowed
            let mut limits = less(less(*allowed, &rest)?, &Interval::point(*constant))?;
            if is_unknown(constraint.result) {
                add(constraint.result, Ratio::ONE.negated())?;
            } else {
                limits = limits.checked_add(&constraint.stated(states))?;
            }
            Ok(between(&weights, &limits))
        }
        Form::Quotient { factor, offset, base } => {
            let is_any_term = constraint.terms.iter().any(|(cell, _)| is_unknown(*cell));
            if is_unknown(constraint.result) {
                if is_any_term || is_unknown(*base) {
                    return Ok(positive(unknown.len(), place(*base)));
                }
                let total = constraint.total(states)?;
                add(constraint.result, Ratio::ONE)?;
                return Ok(match constraint.recomputed(states, total) {
                    Ok(recomputed) => between(&weights, &recomputed),
                    Err(_) => never(unknown.len()),
                });
            }
            let share = less(constraint.stated(states), &Interval::point(*offset))?;
            if !is_unknown(*base) {
                // factor * (terms + rest) is the share of the base
                let Some(positive) = constraint.values(states, *base).intersection(&Interval::POSITIVE) else {
                    return Ok(never(unknown.len()));
                };
                let limits = share.times_positive(&positive)?.checked_scale(factor.inverse()?)?;
                return Ok(between(&weights, &less(limits, &rest)?));
            }
            let mut planes = positive(unknown.len(), place(*base));
            // share.low * base - factor * terms <= factor * rest.high, and the other way round
            for (end, limit, sign) in
                [(share.low(), rest.high(), Ratio::ONE), (share.high(), rest.low(), Ratio::ONE.negated())]
            {
                let Some(((end, kind), (limit, other))) = end.zip(limit) else { continue };
                let mut coefficients = Vec::with_capacity(weights.len());
                for weight in &weights {
                    coefficients.push(weight.checked_mul(*factor)?.checked_mul(sign)?.negated());
                }
                if let Some(slot) = place(*base).and_then(|place| coefficients.get_mut(place)) {
                    *slot = slot.checked_add(end.checked_mul(sign)?)?;
                }
                let bound = limit.checked_mul(*factor)?.checked_mul(sign)?;
                planes.push(HalfPlane { weights: coefficients, bound, end: kind.and(other) });
            }
            Ok(planes)
        }
    }
}

/// That the unknown at `place` is in an interval.
pub(super) fn within(count: usize, place: usize, interval: &Interval) -> Vec<HalfPlane> {
    let mut weights = vec![Ratio::ZERO; count];
    if let Some(slot) = weights.get_mut(place) {
        *slot = Ratio::ONE;
    }
    between(&weights, interval)
}

/// What the unknown at `place` can be; none if the half-planes have no point in common.
pub(super) fn project(planes: &[HalfPlane], count: usize, place: usize) -> Result<Option<Interval>, QuantityError> {
    let planes = eliminate_all(planes, (0..count).filter(|other| *other != place).collect())?;
    let mut interval = Interval::EVERYTHING;
    for plane in planes {
        let weight = plane.weight(place);
        let half_line = if weight == Ratio::ZERO {
            if plane.is_met_by_zero() {
                continue;
            }
            return Ok(None);
        } else {
            let limit = plane.bound.checked_mul(weight.inverse()?)?;
            if weight.is_negative() { Interval::from(limit, plane.end) } else { Interval::up_to(limit, plane.end) }
        };
        match interval.intersection(&half_line) {
            Some(narrower) => interval = narrower,
            None => return Ok(None),
        }
    }
    Ok(Some(interval))
}

/// Whether the half-planes have a point in common.
pub(super) fn have_common_point(planes: &[HalfPlane], count: usize) -> Result<bool, QuantityError> {
    let planes = eliminate_all(planes, (0..count).collect())?;
    Ok(planes.iter().all(HalfPlane::is_met_by_zero))
}

impl HalfPlane {
    fn weight(&self, place: usize) -> Ratio {
        self.weights.get(place).copied().unwrap_or(Ratio::ZERO)
    }

    /// Whether it holds if every unknown is zero, and so whether it holds at all if it has none.
    fn is_met_by_zero(&self) -> bool {
        self.bound > Ratio::ZERO || (self.bound == Ratio::ZERO && self.end == End::Closed)
    }
}

/// Half-planes that an elimination may lead to; beyond it, it is too large to be computed.
const MOST: usize = 2_000;

/// The half-planes without some unknowns, each time the one that leaves the fewest.
fn eliminate_all(all: &[HalfPlane], mut left: Vec<usize>) -> Result<Vec<HalfPlane>, QuantityError> {
    let mut planes = all.to_vec();
    let left_by = |planes: &[HalfPlane], place: usize| {
        let weights = || planes.iter().map(|plane| plane.weight(place)).filter(|weight| *weight != Ratio::ZERO);
        let below = weights().filter(|weight| weight.is_negative()).count();
        weights().count().saturating_sub(below).saturating_mul(below)
    };
    while let Some((index, most)) =
        left.iter().map(|place| left_by(&planes, *place)).enumerate().min_by_key(|(_, count)| *count)
    {
        if most > MOST {
            return Err(QuantityError::ResultTooLarge);
        }
        planes = eliminate(planes, left.remove(index))?;
    }
    Ok(planes)
}

/// The same without one unknown: each half-plane that limits it from above with each that limits it from below.
fn eliminate(planes: Vec<HalfPlane>, place: usize) -> Result<Vec<HalfPlane>, QuantityError> {
    let weight_of = |plane: &HalfPlane| plane.weight(place);
    let (free, bound): (Vec<_>, Vec<_>) = planes.into_iter().partition(|plane| weight_of(plane) == Ratio::ZERO);
    let (below, above): (Vec<_>, Vec<_>) = bound.into_iter().partition(|plane| weight_of(plane).is_negative());
    let mut left = free;
    for upper in &above {
        for lower in &below {
            let (up, down) = (weight_of(upper).inverse()?, weight_of(lower).negated().inverse()?);
            let mut weights = Vec::with_capacity(upper.weights.len());
            for (one, other) in upper.weights.iter().zip(&lower.weights) {
                weights.push(one.checked_mul(up)?.checked_add(other.checked_mul(down)?)?);
            }
            let bound = upper.bound.checked_mul(up)?.checked_add(lower.bound.checked_mul(down)?)?;
            left.push(HalfPlane { weights, bound, end: upper.end.and(lower.end) });
        }
    }
    Ok(left)
}

fn between(weights: &[Ratio], limits: &Interval) -> Vec<HalfPlane> {
    let upper = limits.high().map(|(bound, end)| HalfPlane { weights: weights.to_vec(), bound, end });
    let lower = limits.low().map(|(bound, end)| HalfPlane {
        weights: weights.iter().map(|weight| weight.negated()).collect(),
        bound: bound.negated(),
        end,
    });
    upper.into_iter().chain(lower).collect()
}

fn positive(count: usize, place: Option<usize>) -> Vec<HalfPlane> {
    place.map_or_else(Vec::new, |place| within(count, place, &Interval::POSITIVE))
}

/// Nothing at all.
fn never(count: usize) -> Vec<HalfPlane> {
    vec![HalfPlane { weights: vec![Ratio::ZERO; count], bound: Ratio::ONE.negated(), end: End::Closed }]
}
