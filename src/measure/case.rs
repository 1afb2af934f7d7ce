//! One figure against one goal: whether it is enough, and how far it is by the target's formula.

use alloc::{boxed::Box, vec::Vec};

use super::requirement::{Requirement, requirement};
use super::{Formula, Input, NotComputable, Operand, Relative, Role, Verdict};
use crate::id::Text;
use crate::plan::{AchievementFormula, Direction, Goal, Indicator, Target, TargetVersion};
use crate::quantity::{Figure, Interval, Quantity, QuantityError, Ratio, Reading, Scale, UnitKind};

/// A version of a target with the figures it is measured from.
pub(super) struct Case<'c> {
    indicator: &'c Indicator,
    target: &'c Target,
    goal: &'c Goal,
    baseline: Option<Input>,
    whole: Option<Input>,
}

impl<'c> Case<'c> {
    /// A baseline that the version states comes before the one of the record.
    pub(super) fn new(
        indicator: &'c Indicator,
        target: &'c Target,
        version: &'c TargetVersion,
        recorded_baseline: Option<Input>,
        whole: Option<Input>,
    ) -> Self {
        let stated = version.baseline.as_ref().and_then(|baseline| baseline.figure.clone());
        let baseline = stated.map(Input::from).or(recorded_baseline);
        Self { indicator, target, goal: &version.goal, baseline, whole }
    }

    /// What a reason is about.
    pub(super) fn name(&self) -> Text {
        self.indicator.name_at(self.target.at())
    }

    /// What the goal asks of the actual.
    pub(super) fn requirement(&self) -> Result<Requirement, NotComputable> {
        for input in self.baseline.iter().chain(&self.whole) {
            self.check_measure(input)?;
        }
        requirement(self.indicator, self.goal, self.baseline.as_ref(), self.whole.as_ref(), self.name())
    }

    /// Whether the actual, which may be a bound, is enough.
    pub(super) fn judge(
        &self,
        actual: &Input,
        required: &Requirement,
        not_met: Verdict,
    ) -> Result<Verdict, NotComputable> {
        self.check_measure(actual)?;
        let left_open = || {
            let level = match self.goal {
                Goal::Level(reading) => Figure::new(*reading, self.indicator.unit.clone()).ok(),
                _ => None,
            };
            NotComputable::LeftOpen { stated: Box::new(actual.figure().clone()), required: level.map(Box::new) }
        };
        let stated = actual.figure().interval().ok_or_else(left_open)?;
        let possible = self.possible_values(stated);
        if required.enough.is_some_and(|enough| possible.is_within(&enough)) {
            let level = required.exceedable;
            let is_beyond = match self.indicator.direction {
                Direction::HigherIsBetter => {
                    stated.low().zip(level).is_some_and(|((nearest, _), level)| level < nearest)
                }
                Direction::LowerIsBetter => {
                    stated.high().zip(level).is_some_and(|((nearest, _), level)| nearest < level)
                }
                Direction::OnTargetIsBest | Direction::Neutral => false,
            };
            return Ok(if is_beyond { Verdict::Exceeded } else { Verdict::Met });
        }
        if possible.meets(&required.possible) { Err(left_open()) } else { Ok(not_met) }
    }

    /// The values that a figure of the indicator's unit can have in an interval: what is counted is never below zero, and
    /// of what comes whole "trên 79" is 80 or more.
    fn possible_values(&self, stated: Interval) -> Interval {
        match self.indicator.unit.kind() {
            UnitKind::Whole => stated.whole_numbers_from_zero(),
            UnitKind::Count => stated.not_below_zero(),
            _ => stated,
        }
    }

    /// The achievement by the formula that the target states, or by plan completion for a target of at least so much.
    pub(super) fn rate(&self, actual: &Input, required: &Requirement) -> Result<Relative, NotComputable> {
        self.check_measure(actual)?;
        let formula = self.formula()?;
        let value = Ratio::from(actual.quantity()?.ones());
        let level = || required.level.ok_or_else(|| NotComputable::NoSingleLevel { name: Some(self.name()) });
        let ratio = match formula {
            AchievementFormula::PlanCompletion => self.over(value, level()?)?,
            AchievementFormula::Inverse => self.over(level()?, value)?,
            AchievementFormula::Complement => {
                let rate = self.over(value, level()?)?;
                Ratio::ONE.checked_add(Ratio::ONE)?.checked_sub(rate)?
            }
            AchievementFormula::FromBaseline => {
                let (base, input) = self.baseline()?;
                let span = level()?.checked_sub(base)?;
                if span == Ratio::ZERO {
                    return Err(NotComputable::ZeroSpan { level: Box::new(input.figure().clone()) });
                }
                // the span may run downwards, so its sign is the direction and no error
                divide(value.checked_sub(base)?, span)?
            }
            AchievementFormula::Change => {
                let (base, _) = self.baseline()?;
                self.over(value.checked_sub(base)?, base)?
            }
        };
        Ok(Relative::from_parts(Formula::Achievement(formula), self.operands(formula, actual, required), ratio))
    }

    fn formula(&self) -> Result<AchievementFormula, NotComputable> {
        let is_at_least =
            matches!(self.goal, Goal::Level(Reading::AtLeast(_)) | Goal::ShareOf { share: Reading::AtLeast(_), .. });
        match self.target.formula() {
            Some(formula) => Ok(formula),
            None if is_at_least => Ok(AchievementFormula::PlanCompletion),
            None => Err(NotComputable::FormulaNotStated { name: Some(self.name()) }),
        }
    }

    /// The operands that stand in the formula.
    fn operands(&self, formula: AchievementFormula, actual: &Input, required: &Requirement) -> Vec<Operand> {
        let mut operands = Vec::from([Operand::new(Role::Actual, actual.clone())]);
        if formula != AchievementFormula::Change {
            operands.extend(required.level.and_then(|level| self.level_operand(level)));
        }
        if matches!(formula, AchievementFormula::FromBaseline | AchievementFormula::Change) {
            operands.extend(self.baseline.clone().map(|input| Operand::new(Role::Baseline, input)));
        }
        operands.extend(self.whole.clone().map(|input| Operand::new(Role::Whole, input)));
        operands
    }

    /// The level as an operand, where it is an amount that the unit allows.
    fn level_operand(&self, level: Ratio) -> Option<Operand> {
        let unit = self.indicator.unit.scaled(Scale::One).ok()?;
        let quantity = Quantity::new(level.to_amount()?, unit).ok()?;
        Some(Operand::new(Role::Target, quantity.into()))
    }

    fn baseline(&self) -> Result<(Ratio, &Input), NotComputable> {
        let no_base = || NotComputable::NoBase { name: Some(self.name()), period: None };
        let input = self.baseline.as_ref().ok_or_else(no_base)?;
        Ok((Ratio::from(input.quantity()?.ones()), input))
    }

    fn over(&self, above: Ratio, below: Ratio) -> Result<Ratio, NotComputable> {
        if below == Ratio::ZERO {
            return Err(NotComputable::ZeroDenominator { name: Some(self.name()) });
        }
        if below.is_negative() {
            return Err(NotComputable::NegativeBase { name: Some(self.name()) });
        }
        Ok(divide(above, below)?)
    }

    fn check_measure(&self, input: &Input) -> Result<(), NotComputable> {
        let (left, right) = (input.figure().unit(), &self.indicator.unit);
        if left.is_same_measure(right) {
            return Ok(());
        }
        Err(NotComputable::UnitsDiffer { left: left.clone(), right: right.clone() })
    }
}

/// Divides and, where both are amounts, keeps the pair as it is: 92/107.
fn divide(above: Ratio, below: Ratio) -> Result<Ratio, QuantityError> {
    match (above.to_amount(), below.to_amount()) {
        (Some(above), Some(below)) => Ratio::of(above, below),
        _ => above.checked_mul(below.inverse()?),
    }
}
