//! What a goal asks of the actual, as intervals in the unit's ones.

use super::{Input, NotComputable};
use crate::id::Text;
use crate::plan::{Direction, Goal, Indicator, Sense, Step};
use crate::quantity::{Amount, End, Figure, Interval, Percent, Printed, Ratio, Reading};

/// What the actual must be.
///
/// Where the baseline is itself only bounded there are two answers: what is enough whatever the baseline was
/// (`enough`), and outside of what nothing can be enough (`possible`). Otherwise the two are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Requirement {
    pub(super) enough: Option<Interval>,
    pub(super) possible: Interval,
    /// The single level that the actual is set against, if there is one.
    pub(super) level: Option<Ratio>,
    /// The level beyond which the target is exceeded and not just met. A goal that excludes its own level ("fewer than last
    /// year", "trên 16.000") has none: to meet it is to be beyond it.
    pub(super) exceedable: Option<Ratio>,
}

/// The requirement of a goal that asks for a figure.
pub(super) fn requirement(
    indicator: &Indicator,
    goal: &Goal,
    baseline: Option<&Input>,
    whole: Option<&Input>,
    name: Text,
) -> Result<Requirement, NotComputable> {
    match goal {
        Goal::Level(reading) => {
            let figure = Figure::new(*reading, indicator.unit.clone())?;
            let level = single_level(&figure);
            Ok(Requirement::certain(figure.interval(), level, indicator.direction))
        }
        Goal::ShareOf { share, .. } => {
            let whole = whole.ok_or_else(|| NotComputable::NoWhole { name: Some(name.clone()) })?;
            let is_approximate = whole.is_approximate();
            let whole = Ratio::from(whole.quantity()?.ones());
            if whole.is_negative() {
                return Err(NotComputable::NegativeBase { name: Some(name) });
            }
            let level_of = |percent: Amount| Percent::new(percent).to_ratio().checked_mul(whole);
            let scaled = |(end, kind): (Ratio, End)| {
                let share = end.checked_mul(Ratio::PERCENT)?;
                Ok::<_, NotComputable>((share.checked_mul(whole)?, kind))
            };
            let interval = share.interval().map(|allowed| allowed.try_map(scaled)).transpose()?;
            let level = bound_of(*share).map(level_of).transpose()?;
            // a share of "about 500" is about as much, so nothing is certain
            let interval = interval.filter(|_| !is_approximate);
            Ok(Requirement::certain(interval, level, indicator.direction))
        }
        Goal::Move { sense, step } => {
            let baseline = baseline.ok_or(NotComputable::NoBase { name: Some(name), period: None })?;
            from_baseline(indicator, *sense, *step, baseline)
        }
        Goal::Maintain => {
            let baseline = baseline.ok_or(NotComputable::NoBase { name: Some(name), period: None })?;
            match indicator.direction {
                Direction::HigherIsBetter => from_baseline(indicator, Sense::Raise, Step::By(Amount::ZERO), baseline),
                Direction::LowerIsBetter => from_baseline(indicator, Sense::Reduce, Step::By(Amount::ZERO), baseline),
                Direction::OnTargetIsBest | Direction::Neutral => {
                    let possible = baseline.figure().interval().unwrap_or(Interval::EVERYTHING);
                    // only a baseline that is one number says where to stay
                    let enough = baseline.figure().exact().map(|exact| Interval::point(exact.ones().into()));
                    Ok(Requirement { enough, possible, level: single_level(baseline.figure()), exceedable: None })
                }
            }
        }
        Goal::NotStated => Err(NotComputable::NoTarget { name: Some(name) }),
        Goal::Done | Goal::Qualitative(_) => Err(NotComputable::NoSingleLevel { name: Some(name) }),
    }
}

impl Requirement {
    fn certain(interval: Option<Interval>, level: Option<Ratio>, direction: Direction) -> Self {
        // a number or a range asks for its nearer end where more, or less, is better: a plan of 19.400 is met by 20.000;
        // only "on target" asks for the number itself or the inside
        let opened = interval.map(|allowed| match (direction, allowed.low(), allowed.high()) {
            (Direction::HigherIsBetter, Some((low, end)), _) => Interval::from(low, end),
            (Direction::LowerIsBetter, _, Some((high, end))) => Interval::up_to(high, end),
            _ => allowed,
        });
        // a range is exceeded beyond its further end, whichever end it is met at
        let closed = |end: Option<(Ratio, End)>| end.filter(|(_, kind)| *kind == End::Closed).map(|(level, _)| level);
        let exceedable = interval.and_then(|allowed| match direction {
            Direction::HigherIsBetter => closed(allowed.high().or(allowed.low())),
            Direction::LowerIsBetter => closed(allowed.low().or(allowed.high())),
            Direction::OnTargetIsBest | Direction::Neutral => None,
        });
        Self { enough: opened, possible: opened.unwrap_or(Interval::EVERYTHING), level, exceedable }
    }
}

/// The goal of moving at least `step` from the baseline, whose figure may be a bound.
fn from_baseline(
    indicator: &Indicator,
    sense: Sense,
    step: Step,
    baseline: &Input,
) -> Result<Requirement, NotComputable> {
    let open = Requirement { enough: None, possible: Interval::EVERYTHING, level: None, exceedable: None };
    let Some(allowed) = baseline.figure().interval() else { return Ok(open) };
    let is_percent = matches!(step, Step::Percent(_) | Step::PercentOrPoints(_));
    if is_percent && allowed.low().is_some_and(|(low, _)| low.is_negative()) {
        return Err(NotComputable::NegativeBase { name: baseline.name().cloned() });
    }
    if sense == Sense::Reduce && step == Step::Percent(Amount::HUNDRED) {
        // all of it, whatever it was
        let none = Interval::up_to(Ratio::ZERO, End::Closed);
        return Ok(Requirement { enough: Some(none), possible: none, level: Some(Ratio::ZERO), ..open });
    }
    let moved = |base: Ratio, step: Step| moved(indicator, sense, step, base);
    // the two readings of "3%" ask for different levels: enough is the further one, possible the nearer one
    let (further, nearer) = match step {
        Step::PercentOrPoints(amount) => (Step::Percent(amount), Step::Points(amount)),
        one => (one, one),
    };
    let level_of = |base: Ratio, wants_further: bool| -> Result<Ratio, NotComputable> {
        let (one, other) = (moved(base, further)?, moved(base, nearer)?);
        let is_raised_further = one > other;
        Ok(if (is_raised_further == (sense == Sense::Raise)) == wants_further { one } else { other })
    };
    let level = match step {
        Step::PercentOrPoints(_) => None,
        one => single_level(baseline.figure()).map(|base| moved(base, one)).transpose()?,
    };
    // raising: enough is measured from the highest baseline, possible from the lowest; reducing: the other way round
    let (hardest, easiest) = match sense {
        Sense::Raise => (allowed.high(), allowed.low()),
        Sense::Reduce => (allowed.low(), allowed.high()),
    };
    let beyond = |level: Ratio, end: End| match sense {
        Sense::Raise => Interval::from(level, end),
        Sense::Reduce => Interval::up_to(level, end),
    };
    let is_strict = step == Step::Any;
    // "fewer than b" with b above 28 is met at 28 already; with b of 28 or more it is not
    let enough = hardest
        .map(|(base, end)| {
            let reached = if is_strict && end == End::Closed { End::Open } else { End::Closed };
            level_of(base, true).map(|level| beyond(level, reached))
        })
        .transpose()?;
    let possible = easiest
        .map(|(base, end)| {
            let reached = if is_strict || end == End::Open { End::Open } else { End::Closed };
            level_of(base, false).map(|level| beyond(level, reached))
        })
        .transpose()?;
    let exceedable = enough.filter(|_| !is_strict).and_then(|enough| enough.low().or(enough.high()));
    let exceedable = exceedable.map(|(level, _)| level);
    Ok(Requirement { enough, possible: possible.unwrap_or(Interval::EVERYTHING), level, exceedable })
}

/// The baseline moved by one step.
fn moved(indicator: &Indicator, sense: Sense, step: Step, base: Ratio) -> Result<Ratio, NotComputable> {
    let distance = match step {
        Step::By(amount) => {
            let figure = Figure::new(Reading::from(amount), indicator.unit.clone())?;
            single_level(&figure).unwrap_or(Ratio::ZERO)
        }
        Step::Points(points) | Step::PercentOrPoints(points) => Ratio::from(points),
        Step::Percent(percent) => base.checked_mul(Percent::new(percent).to_ratio())?,
        Step::Any => Ratio::ZERO,
    };
    Ok(match sense {
        Sense::Raise => base.checked_add(distance)?,
        Sense::Reduce => base.checked_sub(distance)?,
    })
}

/// The number of a reading that has one, bound or not, in the unit's ones; none for a range.
fn single_level(figure: &Figure) -> Option<Ratio> {
    let bound = bound_of(figure.reading())?;
    let exact = Figure::new(Reading::from(bound), figure.unit().clone()).ok()?;
    exact.exact().map(|quantity| Ratio::from(quantity.ones()))
}

fn bound_of(reading: Reading) -> Option<Amount> {
    match reading {
        Reading::Between(_) => None,
        one => one.numbers().next().map(Printed::amount),
    }
}
