use super::requirement::Requirement;
use crate::plan::{Direction, Indicator};
use crate::quantity::{Amount, End, Quantity, Ratio, RoundMode, Rounding, Scale, Unit, UnitKind};

/// Shortfall (phần còn thiếu): the smallest change of the actual that meets the target, with its unit.
///
/// It is positive: more is needed where higher is better, less where lower is better. Things counted in whole numbers
/// are counted up to the next whole one: 15 households, not 14.6.
///
/// ```
/// # use thuocdo::id::{Id, Text};
/// # use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
/// use thuocdo::measure::Achievement;
/// use thuocdo::quantity::{Ratio, Unit};
///
/// # let supported = Indicator { id: Id::new("ho-tro")?, name: Text::new("Số hộ được hỗ trợ")?,
/// #     unit: Unit::HOUSEHOLD,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// let target = Target::at_least(&supported, 107)?;
/// let done = Achievement::of(&supported, &target, 92)?;
/// let missing = done.shortfall().unwrap(); // còn thiếu 15 hộ
/// assert_eq!((missing.ones(), missing.unit()), (Ratio::of(15, 1)?, &Unit::HOUSEHOLD));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "phần còn thiếu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    ones: Ratio,
    needed: Ratio,
    actual: Ratio,
    unit: Unit,
    is_strict: bool,
}

impl Shortfall {
    /// How far the actual is from the target, at the scale of the unit's ones.
    #[must_use]
    pub const fn ones(&self) -> Ratio {
        self.ones
    }

    /// The figure that the actual has to come to, at the scale of the unit's ones.
    #[must_use]
    pub const fn needed(&self) -> Ratio {
        self.needed
    }

    /// The actual that falls short of it, or goes too far, at the scale of the unit's ones.
    #[must_use]
    pub const fn actual(&self) -> Ratio {
        self.actual
    }

    /// The unit, without scale word.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it takes a little more than [`ones`](Self::ones): the target excludes its own level and the unit is not
    /// counted in whole numbers.
    #[must_use]
    pub const fn is_strict(&self) -> bool {
        self.is_strict
    }

    /// The shortfall of an exact actual that does not meet the requirement.
    pub(super) fn of(indicator: &Indicator, actual: &Quantity, requirement: &Requirement) -> Option<Self> {
        let enough = requirement.enough?;
        let actual = Ratio::from(actual.ones());
        let below = enough.low().filter(|(level, _)| actual <= *level);
        let above = enough.high().filter(|(level, _)| *level <= actual);
        let upwards = |(level, end)| (level, end, true);
        let downwards = |(level, end)| (level, end, false);
        let (level, end, is_below) = match indicator.direction {
            Direction::HigherIsBetter => below.map(upwards),
            Direction::LowerIsBetter => above.map(downwards),
            Direction::OnTargetIsBest | Direction::Neutral => below.map(upwards).or(above.map(downwards)),
        }?;
        let distance = if is_below { level.checked_sub(actual) } else { actual.checked_sub(level) }.ok()?;
        let is_open = end == End::Open;
        let unit = match indicator.unit.kind() {
            // a distance between two rates is no rate
            UnitKind::Percent => Unit::PERCENTAGE_POINTS,
            _ => indicator.unit.scaled(Scale::One).ok()?,
        };
        if unit.kind() != UnitKind::Whole {
            let is_reachable = unit.kind() != UnitKind::Count || !level.is_negative();
            return is_reachable.then_some(Self { ones: distance, needed: level, actual, unit, is_strict: is_open });
        }
        // the first whole number that is far enough; there is none where that is no number of the unit
        let mode = if is_open { RoundMode::Floor } else { RoundMode::Ceiling };
        let whole = distance.round(Rounding::new(mode, 0).ok()?).to_amount().ok()?;
        let whole = Ratio::from(if is_open { whole.checked_add(Amount::ONE).ok()? } else { whole });
        let moved = if is_below { actual.checked_add(whole) } else { actual.checked_sub(whole) }.ok()?;
        let is_reachable = enough.contains(moved) && !moved.is_negative();
        is_reachable.then_some(Self { ones: whole, needed: moved, actual, unit, is_strict: false })
    }
}
