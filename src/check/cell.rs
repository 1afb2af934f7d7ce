//! A figure of the table as the arithmetic sees it: the true values that its printing allows, and which other figures could
//! stand in its place.

use alloc::vec::Vec;

use super::{CheckFigure, CheckValue, Precision};
use crate::quantity::{
    Figure, Interval, Printed, QuantityError, Ratio, Reading, RoundMode, Rounded, Rounding, UnitKind,
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
    is_whole: bool,
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
    /// The value of one unit of the last place, in ones.
    step: Ratio,
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

/// The figures, as counts of the last place, that are possible in one place; an absent end has no limit.
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
                is_rounded: false,
            });
        };
        let scale = Ratio::from_millionths(stated.unit().scale().factor(), 1)?;
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
        let changeable =
            Changeable { printed, bound, scale, step: printed.last_place()?.checked_mul(scale)?, is_divisible, domain };
        let state = if other.is_none() {
            changeable.state_of(printed.rounded().mantissa())?
        } else {
            let values = stated.interval().unwrap_or(Interval::EVERYTHING);
            State { values, digits: values }
        };
        let changeable = (other.is_none() && !figure.is_fixed).then_some(changeable);
        let is_approximate = matches!(stated.reading(), Reading::About(_));
        let is_rounded = other.is_none() && matches!(bound, Bound::Near(precision) if precision != Precision::Exact);
        Ok(Self { domain, state, changeable, is_unknown: false, is_approximate, is_whole, is_rounded })
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
    /// What the figure would say if it were `mantissa` units of its last place.
    pub(super) fn state_of(&self, mantissa: i128) -> Result<State, QuantityError> {
        let printed = self.printed.alike(mantissa)?;
        let value = Ratio::from(printed.amount()).checked_mul(self.scale)?;
        let point = Interval::point(value);
        let values = match self.bound {
            Bound::Near(precision) => preimage(printed, precision)?,
            bound => bound_interval(bound, printed),
        };
        let values = values.checked_scale(self.scale)?;
        // of "0" rounded, only what is not below zero can be counted
        let counted = values.intersection(&self.domain).unwrap_or(values);
        Ok(State { values: counted, digits: if self.is_bound() { values } else { point } })
    }

    /// Whether it is exactly what it says.
    pub(super) fn is_exact(&self) -> bool {
        self.bound == Bound::Near(Precision::Exact)
    }

    pub(super) fn is_bound(&self) -> bool {
        !matches!(self.bound, Bound::Near(_))
    }

    /// The figures that could be printed here so that one of `wanted` is among the true values; none if there is none.
    pub(super) fn choices(&self, domain: &Interval, wanted: &Interval) -> Result<Option<Choices>, QuantityError> {
        let Some(wanted) = wanted.intersection(domain) else { return Ok(None) };
        // a lower bound is right if it is not above what is wanted, an upper one if it is not below
        let (reaches_down, reaches_up) = match self.bound {
            Bound::AtLeast | Bound::MoreThan => (true, false),
            Bound::AtMost | Bound::LessThan => (false, true),
            Bound::Near(_) => (false, false),
        };
        let floor = Interval::EVERYTHING.not_below_zero();
        let lowest = if *domain == floor { Some(0) } else { None };
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
    /// unit beyond their value, so the first one is within a few steps.
    fn first(&self, wanted: &Interval, end: Ratio, inwards: i128) -> Result<Option<i128>, QuantityError> {
        let mode = if inwards > 0 { RoundMode::Floor } else { RoundMode::Ceiling };
        let place = end.checked_mul(self.step.inverse()?)?.round(Rounding::new(mode, 0)?).mantissa();
        for steps in -1..=2 {
            let mantissa = place.saturating_add(inwards.saturating_mul(steps));
            let state = match self.state_of(mantissa) {
                Ok(state) => state,
                Err(_) if steps < 2 => continue,
                Err(error) => return Err(error),
            };
            if state.values.meets(wanted) {
                return Ok(Some(mantissa));
            }
        }
        Ok(None)
    }

    /// Other ways to print a figure of `wanted`: the same digits with the decimal comma further to the left, or the only
    /// wanted number with up to two decimals more; where the unit allows them.
    pub(super) fn finer(&self, wanted: &Interval) -> Vec<(Self, i128)> {
        if self.is_bound() || !self.is_divisible {
            return Vec::new();
        }
        let moved = (1..=3).filter_map(|places| {
            let printed = self.printed.with_decimals(self.printed.decimals().checked_add(places)?)?;
            // 10 without its zero is 1, which is no finer print
            (printed.amount().decimals() > self.printed.decimals()).then_some(())?;
            Some((self.printed_as(printed)?, printed.rounded().mantissa()))
        });
        let longer = || {
            let amount = wanted.single()?.checked_mul(self.scale.inverse().ok()?).ok()?.to_amount()?;
            let decimals = amount.decimals();
            let most = self.printed.decimals().saturating_add(2);
            let printed = Printed::from(amount);
            (self.printed.decimals() < decimals && decimals <= most).then_some(())?;
            Some((self.printed_as(printed)?, printed.rounded().mantissa()))
        };
        let fits = |(printing, mantissa): &(Self, i128)| {
            printing.state_of(*mantissa).is_ok_and(|state| state.values.meets(wanted))
        };
        let mut found: Vec<(Self, i128)> = moved.chain(longer()).filter(fits).collect();
        found.dedup_by_key(|(printing, mantissa)| (printing.printed.decimals(), *mantissa));
        found
    }

    fn printed_as(&self, printed: Printed) -> Option<Self> {
        Some(Self { printed, step: printed.last_place().ok()?.checked_mul(self.scale).ok()?, ..*self })
    }

    /// The figure of that many units of the last place, printed as this one is.
    pub(super) fn print(&self, mantissa: i128) -> Result<Printed, QuantityError> {
        self.printed.alike(mantissa)
    }

    /// The units of the last place it has now.
    pub(super) fn mantissa(&self) -> i128 {
        Rounded::mantissa(self.printed.rounded())
    }
}

/// The true values that a number may stand for; without anything else said it was rounded half away from zero.
pub(super) fn preimage(printed: Printed, precision: Precision) -> Result<Interval, QuantityError> {
    match precision {
        Precision::Exact => Ok(Interval::point(printed.amount().into())),
        Precision::ByUnit => printed.stands_for(RoundMode::HalfAway),
        Precision::Rounded(mode) => printed.stands_for(mode),
        Precision::Nearest => {
            // a tie may have gone either way, so both ends belong to it
            let (value, half) = (Ratio::from(printed.amount()), Ratio::from_millionths(1, 2)?);
            let half = printed.last_place()?.checked_mul(half)?;
            let ends = Interval::closed(value.checked_sub(half)?, value.checked_add(half)?);
            Ok(ends.unwrap_or(Interval::point(value)))
        }
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
    /// How many there are, if that is no more than `most`.
    pub(super) fn count(&self, most: usize) -> Option<usize> {
        let span = self.high?.checked_sub(self.low?)?;
        usize::try_from(span).ok()?.checked_add(1).filter(|count| *count <= most)
    }

    pub(super) fn contains(&self, mantissa: i128) -> bool {
        self.low.is_none_or(|low| low <= mantissa) && self.high.is_none_or(|high| mantissa <= high)
    }

    /// The only one, if there is only one.
    pub(super) fn single(&self) -> Option<i128> {
        self.low.filter(|low| self.high == Some(*low))
    }
}
