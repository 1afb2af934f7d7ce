//! A relation as arithmetic: what one of its figures may be, given what the others say.
//!
//! There are two forms. Sums, differences, balances, cross-references and comparisons are linear; shares, completions,
//! growth and rates are a quotient. With the printed quotient and a base above zero a quotient is linear too, see
//! [`half_planes`](super::half_planes).

use alloc::{collections::BTreeMap, vec::Vec};

use super::cell::State;
use super::total::Total;
use crate::quantity::{Amount, End, Interval, QuantityError, Ratio};
use crate::record::{GrowthForm, Relation};

/// The form of a relation over the positions of its figures.
#[derive(Debug, Clone)]
pub(super) struct Constraint {
    pub(super) form: Form,
    /// The figure that follows from the others.
    pub(super) result: usize,
    /// The figures it follows from, each once, with its weight; a quotient's base is not among them.
    pub(super) terms: Vec<(usize, Ratio)>,
    /// What the result may be besides what its printing says, where it was cut or padded: a finding, but not broken.
    pub(super) leeway: Option<Leeway>,
    /// Whether both figures must be the same digits, as one figure printed twice with as many decimals must.
    pub(super) by_digits: bool,
}

/// The values that a figure was cut, padded or nudged from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leeway {
    /// The figure.
    pub(super) digits: Interval,
    /// What it may stand for.
    pub(super) values: Interval,
}

#[derive(Debug, Clone)]
pub(super) enum Form {
    /// The terms and a constant, less the result, are `allowed`.
    Linear { constant: Ratio, allowed: Interval },
    /// The result, less `offset`, is `factor` times the terms over the base.
    Quotient { factor: Ratio, offset: Ratio, base: usize },
}

/// What speaks against computing a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Obstacle {
    ZeroBase(usize),
    NegativeBase(usize),
    TooLarge,
}

impl From<QuantityError> for Obstacle {
    fn from(_: QuantityError) -> Self {
        Self::TooLarge
    }
}

impl Constraint {
    /// `positions` gives the operands of a relation in the order of [`Relation::operands`].
    pub(super) fn of(relation: &Relation, result: usize, positions: &[usize]) -> Result<Self, QuantityError> {
        let one = |index: usize| positions.get(index).copied().unwrap_or(result);
        let (last, others) = positions.split_last().map_or((result, positions), |(last, others)| (*last, others));
        let minus_one = Ratio::ONE.negated();
        let plus = |positions: &[usize]| positions.iter().map(|position| (*position, Ratio::ONE)).collect::<Vec<_>>();
        let less = |whole: usize, parts: &[usize]| {
            let parts = parts.iter().map(|part| (*part, minus_one));
            core::iter::once((whole, Ratio::ONE)).chain(parts).collect::<Vec<_>>()
        };
        let zero = Interval::point(Ratio::ZERO);
        let linear = |terms| Self::linear(result, terms, Ratio::ZERO, zero);
        let quotient = |factor, offset, terms, base| Self::quotient(result, factor, offset, terms, base);
        match relation {
            // a table has the number counted as a figure, see `of_report`
            Relation::Sum { .. } | Relation::Same { .. } | Relation::Count { .. } => linear(plus(positions)),
            // the operands end with what is taken from
            Relation::Difference { .. } | Relation::Remainder { .. } => linear(less(last, others)),
            Relation::Points { .. } => linear(less(one(1), &[one(0)])),
            Relation::AtMost { .. } => {
                Self::linear(result, plus(positions), Ratio::ZERO, Interval::from(Ratio::ZERO, End::Closed))
            }
            Relation::AtLeast { .. } => {
                Self::linear(result, plus(positions), Ratio::ZERO, Interval::up_to(Ratio::ZERO, End::Closed))
            }
            Relation::Balance { terms, constant } => {
                let weighted =
                    positions.iter().zip(terms).map(|(position, term)| (*position, Ratio::from(term.weight)));
                Self::linear(result, weighted.collect(), Ratio::from(*constant), zero)
            }
            Relation::Share { .. } | Relation::Completion { .. } => {
                quotient(Ratio::HUNDRED, Ratio::ZERO, plus(others), last)
            }
            Relation::Ratio { .. } => quotient(Ratio::ONE, Ratio::ZERO, plus(others), last),
            Relation::RatePer { per, .. } => quotient(Ratio::from(*per), Ratio::ZERO, plus(others), last),
            Relation::Growth { form, .. } => {
                let (factor, offset) = match form {
                    GrowthForm::Percent => (Ratio::HUNDRED, Ratio::from(Amount::HUNDRED).negated()),
                    GrowthForm::Index => (Ratio::HUNDRED, Ratio::ZERO),
                    GrowthForm::Multiple => (Ratio::ONE, Ratio::ZERO),
                };
                quotient(factor, offset, plus(&[one(1)]), one(0))
            }
        }
    }

    /// With its constant in a unit of so many ones.
    pub(super) fn with_constant_in(self, scale: Ratio) -> Result<Self, QuantityError> {
        let form = match self.form {
            Form::Linear { constant, allowed } => Form::Linear { constant: constant.checked_mul(scale)?, allowed },
            quotient @ Form::Quotient { .. } => quotient,
        };
        Ok(Self { form, ..self })
    }

    fn linear(
        result: usize,
        terms: Vec<(usize, Ratio)>,
        constant: Ratio,
        allowed: Interval,
    ) -> Result<Self, QuantityError> {
        let form = Form::Linear { constant, allowed };
        Ok(Self { form, result, terms: merged(terms)?, leeway: None, by_digits: false })
    }

    fn quotient(
        result: usize,
        factor: Ratio,
        offset: Ratio,
        terms: Vec<(usize, Ratio)>,
        base: usize,
    ) -> Result<Self, QuantityError> {
        let mut terms = merged(terms)?;
        let mut offset = offset;
        // a part that is the whole itself adds the same to every share
        if let Some(index) = terms.iter().position(|(cell, _)| *cell == base) {
            let (_, weight) = terms.remove(index);
            offset = offset.checked_add(factor.checked_mul(weight)?)?;
        }
        let form = Form::Quotient { factor, offset, base };
        Ok(Self { form, result, terms, leeway: None, by_digits: false })
    }

    /// A sum that is let pass as far as its figures are by `slack` from their digits.
    pub(super) fn relaxed(&self, slack: impl Fn(usize) -> Ratio) -> Result<Self, QuantityError> {
        let Form::Linear { constant, allowed } = self.form else { return Ok(self.clone()) };
        let mut leeway = slack(self.result);
        for (cell, weight) in &self.terms {
            let size = if weight.is_negative() { weight.negated() } else { *weight };
            leeway = leeway.checked_add(size.checked_mul(slack(*cell))?)?;
        }
        let leeway = Interval::closed(leeway.negated(), leeway).unwrap_or(Interval::point(leeway));
        let form = Form::Linear { constant, allowed: allowed.checked_add(&leeway)? };
        Ok(Self { form, ..self.clone() })
    }

    /// Every figure in it.
    pub(super) fn cells(&self) -> impl Iterator<Item = usize> {
        let base = match self.form {
            Form::Quotient { base, .. } => Some(base),
            Form::Linear { .. } => None,
        };
        core::iter::once(self.result).chain(self.terms.iter().map(|(cell, _)| *cell)).chain(base)
    }

    pub(super) fn contains(&self, cell: usize) -> bool {
        let is_base = matches!(self.form, Form::Quotient { base, .. } if base == cell);
        self.result == cell || is_base || self.weight(cell).is_some()
    }

    /// What a figure of it says.
    pub(super) fn values(&self, states: &[State], cell: usize) -> Interval {
        let Some(state) = states.get(cell) else { return Interval::EVERYTHING };
        if self.by_digits { state.digits } else { state.values }
    }

    /// What the result says, with what its cutting or padding is let pass for.
    pub(super) fn stated(&self, states: &[State]) -> Interval {
        self.leeway(states).unwrap_or_else(|| self.values(states, self.result))
    }

    /// The leeway of its result, as long as that is printed as it was: another figure in its place has to hold by rounding.
    pub(super) fn leeway(&self, states: &[State]) -> Option<Interval> {
        let leeway = self.leeway?;
        let is_unchanged = states.get(self.result).is_some_and(|state| state.digits == leeway.digits);
        is_unchanged.then_some(leeway.values)
    }

    /// What the terms add up to.
    pub(super) fn total(&self, states: &[State]) -> Result<Total, QuantityError> {
        let mut total = Total::ZERO;
        for (cell, weight) in &self.terms {
            total = total.with(&self.values(states, *cell).checked_scale(*weight)?)?;
        }
        Ok(total)
    }

    /// The same total with other values of one figure.
    pub(super) fn replaced(
        &self,
        total: Total,
        cell: usize,
        old: &Interval,
        new: &Interval,
    ) -> Result<Total, QuantityError> {
        match self.weight(cell) {
            Some(weight) => total.without(&old.checked_scale(weight)?)?.with(&new.checked_scale(weight)?),
            None => Ok(total),
        }
    }

    fn weight(&self, cell: usize) -> Option<Ratio> {
        // merged, and so in order
        let place = self.terms.binary_search_by_key(&cell, |(term, _)| *term).ok()?;
        self.terms.get(place).map(|(_, weight)| *weight)
    }

    /// What the result can be by what the other figures say.
    pub(super) fn recomputed(&self, states: &[State], total: Total) -> Result<Interval, Obstacle> {
        match self.form {
            Form::Linear { constant, .. } => Ok(total.interval().checked_add(&Interval::point(constant))?),
            Form::Quotient { factor, offset, base } => {
                let quotient = total.interval().times_positive(&self.inverse_base(states, base)?)?;
                Ok(quotient.checked_scale(factor)?.checked_add(&Interval::point(offset))?)
            }
        }
    }

    /// What the result may be for the relation to hold.
    pub(super) fn admissible_result(&self, states: &[State], total: Total) -> Result<Interval, Obstacle> {
        let recomputed = self.recomputed(states, total)?;
        match &self.form {
            Form::Linear { allowed, .. } => Ok(recomputed.checked_add(&allowed.checked_scale(Ratio::ONE.negated())?)?),
            Form::Quotient { .. } => Ok(recomputed),
        }
    }

    /// What the figure at `cell` may be for the relation to hold; none if nothing.
    pub(super) fn admissible(&self, states: &[State], total: Total, cell: usize) -> Result<Option<Interval>, Obstacle> {
        if cell == self.result {
            return self.admissible_result(states, total).map(Some);
        }
        let result = self.stated(states);
        let weight = self.weight(cell);
        let rest = |weight: Ratio| total.without(&self.values(states, cell).checked_scale(weight)?);
        let without_rest = |sum: Interval, weight: Ratio| -> Result<Option<Interval>, Obstacle> {
            let others = rest(weight)?.interval().checked_scale(Ratio::ONE.negated())?;
            Ok(Some(sum.checked_add(&others)?.checked_scale(weight.inverse()?)?))
        };
        match (&self.form, weight) {
            (Form::Linear { constant, allowed }, Some(weight)) => {
                let sum = allowed.checked_add(&result)?.checked_add(&Interval::point(constant.negated()))?;
                without_rest(sum, weight)
            }
            (Form::Quotient { factor, offset, base }, Some(weight)) => {
                let share = result.checked_add(&Interval::point(offset.negated()))?;
                let Some(base) = self.values(states, *base).intersection(&Interval::POSITIVE) else { return Ok(None) };
                without_rest(share.times_positive(&base)?.checked_scale(factor.inverse()?)?, weight)
            }
            (Form::Quotient { factor, offset, base }, None) if *base == cell => {
                let share = result.checked_add(&Interval::point(offset.negated()))?;
                admissible_base(share, total.interval().checked_scale(*factor)?)
            }
            _ => Ok(Some(Interval::EVERYTHING)),
        }
    }

    fn inverse_base(&self, states: &[State], base: usize) -> Result<Interval, Obstacle> {
        let values = self.values(states, base);
        match values.inverse_of_positive()? {
            Some(inverse) => Ok(inverse),
            None if values.contains(Ratio::ZERO) => Err(Obstacle::ZeroBase(base)),
            None => Err(Obstacle::NegativeBase(base)),
        }
    }

    /// Whether it is a sum or a comparison that holds on the digits as they are printed, whichever of them they are.
    pub(super) fn holds_by_digits(&self, states: &[State]) -> bool {
        let Form::Linear { allowed, .. } = &self.form else { return false };
        self.sum_of_digits(states, None).is_some_and(|sum| sum.is_within(allowed))
    }

    /// The digits of a figure at which it begins to hold, or ceases to hold, on the digits of the others.
    pub(super) fn turn(&self, states: &[State], cell: usize) -> Option<Ratio> {
        let Form::Linear { allowed, .. } = &self.form else { return None };
        let (end, _) = allowed.low().or(allowed.high())?;
        let weight = if cell == self.result { Ratio::ONE.negated() } else { self.weight(cell)? };
        let others = self.sum_of_digits(states, Some(cell))?.single()?;
        end.checked_sub(others).ok()?.checked_mul(weight.inverse().ok()?).ok()
    }

    /// What the digits of the terms and the constant, less those of the result, add up to, with one figure left out.
    fn sum_of_digits(&self, states: &[State], left_out: Option<usize>) -> Option<Interval> {
        let Form::Linear { constant, .. } = self.form else { return None };
        let minus_one = Ratio::ONE.negated();
        let weighted = self.terms.iter().copied().chain(core::iter::once((self.result, minus_one)));
        let mut sum = constant;
        let mut spread: Option<Interval> = None;
        for (cell, weight) in weighted.filter(|(cell, _)| Some(*cell) != left_out) {
            let digits = states.get(cell)?.digits;
            if let Some(digits) = digits.single() {
                sum = sum.checked_add(digits.checked_mul(weight).ok()?).ok()?;
            } else {
                let more = digits.checked_scale(weight).ok()?;
                spread = Some(spread.map_or(Ok(more), |spread| spread.checked_add(&more)).ok()?);
            }
        }
        let sum = Interval::point(sum);
        spread.map_or(Some(sum), |spread| spread.checked_add(&sum).ok())
    }

    /// Whether it holds for some of the true values that its figures allow.
    pub(super) fn holds(&self, states: &[State]) -> Result<bool, Obstacle> {
        let admissible = self.admissible_result(states, self.total(states)?)?;
        Ok(self.stated(states).meets(&admissible))
    }
}

/// The bases above zero for which some value of `share` is some value of `above` over the base: two half-lines, one for
/// each end of the share.
fn admissible_base(share: Interval, above: Interval) -> Result<Option<Interval>, Obstacle> {
    let mut base = Some(Interval::POSITIVE);
    // share.low * base <= above.high, and share.high * base >= above.low
    for (factor, limit, is_low) in [(share.low(), above.high(), true), (share.high(), above.low(), false)] {
        let Some(((factor, one), (limit, other))) = factor.zip(limit) else { continue };
        let end = one.and(other);
        let half_line = if factor == Ratio::ZERO {
            let is_met = if is_low { limit > Ratio::ZERO } else { limit < Ratio::ZERO };
            if is_met || (limit == Ratio::ZERO && end == End::Closed) {
                continue;
            }
            return Ok(None);
        } else {
            let turn = limit.checked_mul(factor.inverse()?)?;
            if is_low == factor.is_negative() { Interval::from(turn, end) } else { Interval::up_to(turn, end) }
        };
        base = base.and_then(|base| base.intersection(&half_line));
    }
    Ok(base)
}

/// Each figure once, its weights added; a figure that cancels itself out is left out.
fn merged(terms: Vec<(usize, Ratio)>) -> Result<Vec<(usize, Ratio)>, QuantityError> {
    let mut weights: BTreeMap<usize, Ratio> = BTreeMap::new();
    for (cell, weight) in terms {
        let sum = weights.get(&cell).copied().unwrap_or(Ratio::ZERO).checked_add(weight)?;
        weights.insert(cell, sum);
    }
    Ok(weights.into_iter().filter(|(_, weight)| *weight != Ratio::ZERO).collect())
}
