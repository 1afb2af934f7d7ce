//! Indicators, and plans whose goals ask for their better side.

use thuocdo::id::{Id, Organisation};
use thuocdo::plan::{
    Accumulation, AchievementFormula, Baseline, Breakdown, Category, Direction, Goal, Indicator, Origin, PartRef,
    Parts, Plan, Sense, Step, Target, TargetVersion, Task,
};
use thuocdo::quantity::{Amount, Reading, Unit, UnitKind};

use super::Builder;

impl Builder {
    pub(crate) fn indicator(&mut self) -> Indicator {
        use Accumulation::{Flow, NotAdditive, Rate, RunningTotal, Stock};
        use Direction::{HigherIsBetter, LowerIsBetter, Neutral, OnTargetIsBest};
        Indicator {
            id: self.id(),
            name: self.text(),
            unit: self.unit(),
            direction: *self.pick(&[HigherIsBetter, LowerIsBetter, OnTargetIsBest, Neutral]),
            accumulation: *self.pick(&[Flow, RunningTotal, Stock, Rate, NotAdditive]),
            breakdowns: self.some(0, Self::breakdown),
        }
    }

    fn breakdown(&mut self) -> Breakdown {
        let parts = *self.pick(&[Parts::AddUp, Parts::Overlap]);
        let categories = self.some(2, |this| Category { id: this.id(), name: this.text() });
        Breakdown::new(self.id(), self.text(), parts, categories).unwrap()
    }

    /// A part in some of the breakdowns, or the whole.
    pub(crate) fn part_of(&mut self, indicator: &Indicator) -> Vec<PartRef> {
        let mut part = |breakdown: &Breakdown| {
            let part = self.maybe(|this| this.pick(breakdown.categories()).id.clone())?;
            Some(PartRef { breakdown: breakdown.id().clone(), part })
        };
        indicator.breakdowns.iter().filter_map(&mut part).collect()
    }

    pub(crate) fn plan(&mut self, organisations: &[Organisation], indicators: &[Indicator]) -> Plan {
        Plan { period: self.period(), tasks: self.some(0, |this| this.task(organisations, indicators)) }
    }

    fn task(&mut self, organisations: &[Organisation], indicators: &[Indicator]) -> Task {
        let mut targets = self.some(0, |this| this.target(indicators));
        let ids: Vec<Id> = targets.iter().map(|target| target.id().clone()).collect();
        for target in &mut targets {
            let others: Vec<&Id> = ids.iter().filter(|id| *id != target.id()).collect();
            if !others.is_empty() && self.below(3) == 2 {
                *target = target.clone().as_step_to((*self.pick(&others)).clone());
            }
        }
        let origin = match self.below(3) {
            0 => Origin::Assigned,
            1 => Origin::Arising,
            _ => Origin::Proposed,
        };
        Task {
            id: self.id(),
            name: self.text(),
            lead: self.maybe(|this| this.pick(organisations).code.clone()),
            cooperating: self.some(0, |this| this.pick(organisations).code.clone()),
            deadline: self.maybe(Self::date),
            origin: origin(self.maybe(Self::document)),
            targets,
        }
    }

    fn target(&mut self, indicators: &[Indicator]) -> Target {
        // the first indicator has a direction
        let directed: Vec<_> = indicators.iter().filter(|it| it.direction != Direction::Neutral).collect();
        let indicator = *self.pick(&directed);
        let mut days = self.some(1, Self::date);
        days.sort();
        days.dedup();
        let first_is_open = self.below(2) == 0;
        let mut versions: Vec<TargetVersion> = Vec::new();
        for (index, day) in days.into_iter().enumerate() {
            let replaces = if index == 0 { None } else { self.maybe(|this| this.pick(&versions).id.clone()) };
            let (start, due) = self.two_dates();
            versions.push(TargetVersion {
                id: self.id(),
                goal: self.goal(indicator, indicators),
                baseline: self.maybe(|this| Baseline {
                    period: this.period(),
                    figure: this.maybe(|this| this.figure(&indicator.unit)),
                }),
                start: self.maybe(|_| start),
                due: self.maybe(|_| due),
                assigned_by: self.maybe(Self::document),
                counts_from: Some(day).filter(|_| index > 0 || !first_is_open),
                replaces,
            });
        }
        let at = self.part_of(indicator);
        let formula = self.maybe(|this| *this.pick(&AchievementFormula::ALL));
        Target::new(self.id(), indicator.id.clone(), at, formula, versions).unwrap()
    }

    fn goal(&mut self, indicator: &Indicator, indicators: &[Indicator]) -> Goal {
        let better = indicator.direction;
        match self.below(7) {
            0 => Goal::Level(on_the_side_of(better, self.reading(&indicator.unit))),
            1 => {
                let wholes: Vec<_> = indicators.iter().filter(|it| it.unit.is_same_measure(&indicator.unit)).collect();
                // a share is not below zero, as a count is not
                let share = self.reading(&Unit::CASE);
                Goal::ShareOf { whole: self.pick(&wholes).id.clone(), share: on_the_side_of(better, share) }
            }
            2 => {
                let sense = match better {
                    Direction::HigherIsBetter => Sense::Raise,
                    Direction::LowerIsBetter => Sense::Reduce,
                    _ => *self.pick(&[Sense::Raise, Sense::Reduce]),
                };
                let is_rate = indicator.unit.kind() == UnitKind::Percent;
                let step = match self.below(if is_rate { 5 } else { 3 }) {
                    0 => Step::Any,
                    1 => Step::By(self.number(&indicator.unit).amount().magnitude()),
                    // nothing is reduced by more than all of it
                    2 if sense == Sense::Reduce => Step::Percent(self.amount().magnitude().min(Amount::HUNDRED)),
                    2 => Step::Percent(self.amount().magnitude()),
                    3 => Step::Points(self.amount().magnitude()),
                    _ => Step::PercentOrPoints(self.amount().magnitude()),
                };
                Goal::Move { sense, step }
            }
            3 => Goal::Maintain,
            4 => Goal::Done,
            5 => Goal::Qualitative(self.text()),
            _ => Goal::NotStated,
        }
    }
}

/// The same reading, a bound turned to the side that is better.
fn on_the_side_of(better: Direction, reading: Reading) -> Reading {
    match (better, reading) {
        (Direction::LowerIsBetter, Reading::AtLeast(level)) => Reading::AtMost(level),
        (Direction::LowerIsBetter, Reading::MoreThan(level)) => Reading::LessThan(level),
        (Direction::HigherIsBetter, Reading::AtMost(level)) => Reading::AtLeast(level),
        (Direction::HigherIsBetter, Reading::LessThan(level)) => Reading::MoreThan(level),
        _ => reading,
    }
}
