//! A figure of the table as the arithmetic sees it: the true values that its printing allows, and which other figures could
//! stand in its place.

use alloc::vec::Vec;

use super::{CheckFigure, CheckValue, Precision};
use crate::quantity::{
    Amount, End, Figure, Interval, Printed, QuantityError, Ratio, Reading, RoundMode, Rounding, UnitKind,
};

/// A figure with what follows from its printing; values are in its unit's ones.
#[expect(clippy::struct_excessive_bools, reason = "they are independent, and a figure can be all of it")]
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// What its unit allows at all.
    pub(super) domain: Interval,
    /// What it says now.
    pub(super) state: State,
    /// What can be printed in its place; none for a figure that is fixed, a range, or not stated.
    pub(super) changeable: Option<Changeable>,
    /// Whether nothing is printed.
    pub(super) is_unknown: bool,
    /// Whether it is said to be about so much.
    pub(super) is_approximate: bool,
    /// Whether its true value is a whole number.
    pub(super) is_whole: bool,
    /// How far its true value can be from its printed digits; a range and a bound have none.
    pub(super) slack: Ratio,
    /// Whether the true value may be another than the printed number.
    pub(super) is_rounded: bool,
}

/// The true values that a figure allows, and the ones it would allow if it were exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    pub(super) values: Interval,
    pub(super) digits: Interval,
}

impl State {
    /// Of a figure that nothing is known of.
    pub(super) const UNKNOWN: Self = Self { values: Interval::EVERYTHING, digits: Interval::EVERYTHING };
}

/// How a figure is printed, so that another can be printed in the same way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Changeable {
    pub(super) printed: Printed,
    bound: Bound,
    /// What the unit's scale word stands for.
    scale: Ratio,
    /// The least change that can be printed, in ones. Any figure that can be printed here is so many steps.
    step: Ratio,
    /// The units of the last place in one step: 10 in `50.0 hộ`, because the unit allows no part of one.
    places: i128,
    /// Whether the unit allows a part of one.
    is_divisible: bool,
    /// What the unit allows at all.
    domain: Interval,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Near(Precision),
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// The figures, as counts of steps, that are possible in one place; an absent end has no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Choices {
    pub(super) low: Option<i128>,
    pub(super) high: Option<i128>,
}

impl Cell {
    /// `is_divided` says that the figure is the result of a division.
    pub(super) fn of(figure: &CheckFigure, is_divided: bool) -> Result<Self, QuantityError> {
        let is_counted = matches!(figure.unit().kind(), UnitKind::Whole | UnitKind::Count);
        let is_whole = figure.unit().kind() == UnitKind::Whole;
        let domain = if is_counted { Interval::EVERYTHING.not_below_zero() } else { Interval::EVERYTHING };
        let CheckValue::Figure(stated) = &figure.value else {
            let state = State { values: domain, digits: domain };
            return Ok(Self {
                domain,
                state,
                changeable: None,
                is_unknown: true,
                is_approximate: false,
                is_whole,
                slack: Ratio::ZERO,
                is_rounded: false,
            });
        };
        let scale = stated.unit().scale().ones();
        let bound = match (stated.reading(), figure.precision) {
            (Reading::AtLeast(_), _) => Bound::AtLeast,
            (Reading::MoreThan(_), _) => Bound::MoreThan,
            (Reading::AtMost(_), _) => Bound::AtMost,
            (Reading::LessThan(_), _) => Bound::LessThan,
            (_, Precision::ByUnit) if is_divided || is_usually_rounded(stated) => {
                Bound::Near(Precision::Rounded(RoundMode::HalfAway))
            }
            (_, Precision::ByUnit) => Bound::Near(Precision::Exact),
            (_, precision) => Bound::Near(precision),
        };
        let is_divisible = stated.unit().kind() != UnitKind::Whole;
        let mut numbers = stated.reading().numbers();
        let (Some(printed), other) = (numbers.next(), numbers.next()) else {
            return Err(QuantityError::ResultTooLarge);
        };
        let place = printed.last_place()?.checked_mul(scale)?;
        let places = if is_divisible { 1 } else { place.lowest_terms().1 };
        let step = place.checked_mul(Amount::try_from(places)?.into())?;
        let changeable = Changeable { printed, bound, scale, step, places, is_divisible, domain };
        let state = if other.is_none() {
            changeable.state_of(changeable.steps())?
        } else {
            let values = stated.interval().unwrap_or(Interval::EVERYTHING);
            State { values, digits: values }
        };
        let slack = if other.is_none() { changeable.slack() } else { Ratio::ZERO };
        let changeable = (other.is_none() && !figure.is_fixed).then_some(changeable);
        let is_approximate = matches!(stated.reading(), Reading::About(_));
        let is_rounded = other.is_none() && matches!(bound, Bound::Near(precision) if precision != Precision::Exact);
        Ok(Self { domain, state, changeable, is_unknown: false, is_approximate, is_whole, slack, is_rounded })
    }
}

impl Cell {
    /// Whether it is exactly what it says.
    pub(super) fn is_exact(&self) -> bool {
        self.changeable.is_some_and(|changeable| changeable.is_exact())
    }

    /// The values that its unit allows among these; none if there are none.
    pub(super) fn narrowed(&self, values: Interval) -> Option<Interval> {
        let values = values.intersection(&self.domain)?;
        if self.is_whole { values.whole_numbers() } else { Some(values) }
    }
}

/// Percent and points are printed rounded; so is what has decimals or a scale word and is not counted.
fn is_usually_rounded(figure: &Figure) -> bool {
    match figure.unit().kind() {
        UnitKind::Whole | UnitKind::Count => false,
        UnitKind::Percent | UnitKind::Points => true,
        _ => figure.unit().scale().factor() > 1 || figure.reading().numbers().any(|printed| printed.decimals() > 0),
    }
}

impl Changeable {
    /// What the figure would say if it were so many steps.
    pub(super) fn state_of(&self, steps: i128) -> Result<State, QuantityError> {
        let printed = self.print(steps)?;
        let value = Ratio::from(printed.amount()).checked_mul(self.scale)?;
        let point = Interval::point(value);
        let values = match self.bound {
            Bound::Near(precision) => preimage(printed, precision)?,
            bound => bound_interval(bound, printed),
        };
        let values = values.checked_scale(self.scale)?;
        // of "0" rounded, only what is not below zero can be counted
        let counted = values.intersection(&self.domain).unwrap_or(values);
        Ok(State { values: counted, digits: if self.is_bound() { counted } else { point } })
    }

    /// What the figure would say if it were any of `choices`.
    pub(super) fn state_of_any(&self, choices: Choices) -> Result<State, QuantityError> {
        let state = |steps: Option<i128>| steps.map(|steps| self.state_of(steps)).transpose();
        let all = State { values: self.domain, digits: self.domain };
        Ok(match (state(choices.low)?, state(choices.high)?) {
            (Some(low), Some(high)) => {
                State { values: low.values.hull(&high.values), digits: low.digits.hull(&high.digits) }
            }
            (Some(low), None) => State { values: low.values.and_above(), digits: low.digits.and_above() },
            (None, Some(high)) => {
                let below = |values: Interval| values.and_below().intersection(&self.domain).unwrap_or(values);
                State { values: below(high.values), digits: below(high.digits) }
            }
            (None, None) => all,
        })
    }

    /// Whether it is exactly what it says.
    pub(super) fn is_exact(&self) -> bool {
        self.bound == Bound::Near(Precision::Exact)
    }

    pub(super) fn is_bound(&self) -> bool {
        !matches!(self.bound, Bound::Near(_))
    }

    /// The figures that could be printed here so that one of `wanted` is among the true values; none if there is none.
    pub(super) fn choices(&self, wanted: &Interval) -> Result<Option<Choices>, QuantityError> {
        let Some(wanted) = wanted.intersection(&self.domain) else { return Ok(None) };
        // a lower bound is right if it is not above what is wanted, an upper one if it is not below
        let (reaches_down, reaches_up) = match self.bound {
            Bound::AtLeast | Bound::MoreThan => (true, false),
            Bound::AtMost | Bound::LessThan => (false, true),
            Bound::Near(_) => (false, false),
        };
        let floor = Interval::EVERYTHING.not_below_zero();
        let lowest = if self.domain == floor { Some(0) } else { None };
        let low = match wanted.low() {
            _ if reaches_down => lowest,
            None => lowest,
            Some((low, _)) => match self.first(&wanted, low, 1)? {
                Some(first) => Some(first),
                None => return Ok(None),
            },
        };
        let high = match wanted.high() {
            _ if reaches_up => None,
            None => None,
            Some((high, _)) => match self.first(&wanted, high, -1)? {
                Some(last) => Some(last),
                None => return Ok(None),
            },
        };
        let is_empty = low.zip(high).is_some_and(|(low, high)| high < low);
        Ok((!is_empty).then_some(Choices { low, high }))
    }

    /// From a little outside of `end` inwards, the first figure that allows a wanted value. Rounded figures reach at most one
    /// step beyond their value, so the first one is within a few steps.
    fn first(&self, wanted: &Interval, end: Ratio, inwards: i128) -> Result<Option<i128>, QuantityError> {
        let mode = if inwards > 0 { RoundMode::Floor } else { RoundMode::Ceiling };
        let near = self.in_steps(end)?.round(Rounding::new(mode, 0)?).mantissa();
        for more in -1..=2 {
            let steps = near.saturating_add(inwards.saturating_mul(more));
            let state = match self.state_of(steps) {
                Ok(state) => state,
                Err(_) if more < 2 => continue,
                Err(error) => return Err(error),
            };
            if state.values.meets(wanted) {
                return Ok(Some(steps));
            }
        }
        Ok(None)
    }

    /// The figure whose digits are `value`, if it can be printed here.
    pub(super) fn of_digits(&self, value: Ratio) -> Option<i128> {
        let (steps, over) = self.in_steps(value).ok()?.lowest_terms();
        (over == 1).then_some(steps)
    }

    /// The figures whose digits are among `digits`; none if no figure that can be printed here is.
    pub(super) fn of_digits_within(&self, digits: &Interval) -> Option<Choices> {
        let in_steps = digits.checked_scale(self.step.inverse().ok()?).ok()?.whole_numbers()?;
        let steps = |end: Option<(Ratio, End)>| end.map(|(end, _)| end.lowest_terms().0);
        Some(Choices { low: steps(in_steps.low()), high: steps(in_steps.high()) })
    }

    /// The number of whole steps up to `value`.
    pub(super) fn steps_up_to(&self, value: Ratio) -> Option<i128> {
        let floor = Rounding::new(RoundMode::Floor, 0).ok()?;
        Some(self.in_steps(value).ok()?.round(floor).mantissa())
    }

    fn in_steps(&self, value: Ratio) -> Result<Ratio, QuantityError> {
        value.checked_mul(self.step.inverse()?)
    }

    /// Other ways to print the figure: the same digits with the decimal comma further to the left, or, if it can only be
    /// `wanted`, that number with up to two decimals more; where the unit allows them.
    pub(super) fn finer(&self, wanted: Option<Ratio>) -> Vec<(Self, i128)> {
        if self.is_bound() || !self.is_divisible {
            return Vec::new();
        }
        let moved = (1..=3).filter_map(|places| {
            let printed = self.printed.with_decimals(self.printed.decimals().checked_add(places)?)?;
            // 10 without its zero is 1, which is no finer print
            (printed.amount().decimals() > self.printed.decimals()).then_some(())?;
            self.printed_as(printed)
        });
        let longer = || {
            let amount = wanted?.checked_mul(self.scale.inverse().ok()?).ok()?.to_amount()?;
            let decimals = amount.decimals();
            let most = self.printed.decimals().saturating_add(2);
            (self.printed.decimals() < decimals && decimals <= most).then_some(())?;
            self.printed_as(Printed::from(amount))
        };
        let mut found: Vec<(Self, i128)> = moved.chain(longer()).map(|printing| (printing, printing.steps())).collect();
        found.dedup_by_key(|(printing, steps)| (printing.printed.decimals(), *steps));
        found
    }

    fn printed_as(&self, printed: Printed) -> Option<Self> {
        Some(Self { printed, step: printed.last_place().ok()?.checked_mul(self.scale).ok()?, ..*self })
    }

    /// The figure of so many steps, printed as this one is.
    pub(super) fn print(&self, steps: i128) -> Result<Printed, QuantityError> {
        self.printed.alike(steps.checked_mul(self.places).ok_or(QuantityError::ResultTooLarge)?)
    }

    /// The steps that another figure printed in this place is; none if its unit does not allow it.
    pub(super) fn steps_of(&self, printed: Printed) -> Option<i128> {
        let mantissa = printed.rounded().mantissa();
        (mantissa.checked_rem(self.places) == Some(0)).then(|| mantissa.checked_div(self.places)).flatten()
    }

    /// The steps it is now.
    pub(super) fn steps(&self) -> i128 {
        // INVARIANT: its unit allows it, so it is whole steps
        self.steps_of(self.printed).unwrap_or_default()
    }

    /// How far the true value can be from the printed digits.
    pub(super) fn slack(&self) -> Ratio {
        if self.is_exact() || self.is_bound() { Ratio::ZERO } else { self.step }
    }
}

/// The true values that a number may stand for; without anything else said it was rounded half away from zero.
pub(super) fn preimage(printed: Printed, precision: Precision) -> Result<Interval, QuantityError> {
    match precision {
        Precision::Exact => Ok(Interval::point(printed.amount().into())),
        Precision::ByUnit => printed.stands_for(RoundMode::HalfAway),
        Precision::Rounded(mode) => printed.stands_for(mode),
        Precision::Nearest => printed.is_nearest_to(),
    }
}

fn bound_interval(bound: Bound, printed: Printed) -> Interval {
    let reading = match bound {
        Bound::AtLeast => Reading::AtLeast(printed),
        Bound::MoreThan => Reading::MoreThan(printed),
        Bound::AtMost => Reading::AtMost(printed),
        Bound::LessThan => Reading::LessThan(printed),
        Bound::Near(_) => Reading::Exactly(printed),
    };
    reading.interval().unwrap_or(Interval::EVERYTHING)
}

impl Choices {
    /// Only `steps`.
    pub(super) const fn only(steps: i128) -> Self {
        Self { low: Some(steps), high: Some(steps) }
    }

    /// Those of both; none if there are none.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let low = self.low.max(other.low);
        let high = match (self.high, other.high) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let is_empty = low.zip(high).is_some_and(|(low, high)| high < low);
        (!is_empty).then_some(Self { low, high })
    }

    /// How many there are, if that is no more than `most`.
    pub(super) fn count(&self, most: usize) -> Option<usize> {
        let span = self.high?.checked_sub(self.low?)?;
        usize::try_from(span).ok()?.checked_add(1).filter(|count| *count <= most)
    }

    pub(super) fn contains(&self, steps: i128) -> bool {
        self.low.is_none_or(|low| low <= steps) && self.high.is_none_or(|high| steps <= high)
    }

    /// The only one, if there is only one.
    pub(super) fn single(&self) -> Option<i128> {
        self.low.filter(|low| self.high == Some(*low))
    }
}
