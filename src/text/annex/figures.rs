//! The cells of one target: figures, rates, and why there is none.

use alloc::{format, string::String};

use super::build::Builder;
use super::line::{Line, Previous, is_plan_completion};
use super::{AnnexCell, AnnexColumn, AnnexLack, AnnexLanguage, AnnexRate, AnnexValue};
use crate::measure::{Achievement, NotComputable, Relative, Role};
use crate::plan::{Goal, TargetVersion};
use crate::quantity::{Figure, Unit};
use crate::record::{Extent, Observation, Observed};

impl<L: AnnexLanguage + ?Sized> Builder<'_, L> {
    /// A cell of figures.
    pub(super) fn figure_cell(&self, line: &Line<'_>, column: AnnexColumn) -> AnnexCell {
        let observed = |observation: Option<&Observation>, lack| match observation {
            Some(observation) => self.observed(observation, &line.indicator.unit),
            None => self.lacking(lack),
        };
        match column {
            AnnexColumn::Previous => match line.previous {
                Some(Previous::Stated(figure)) => self.figure(figure, &line.indicator.unit),
                Some(Previous::Recorded(observation)) => self.observed(observation, &line.indicator.unit),
                None => self.lacking(AnnexLack::NoPrevious),
            },
            AnnexColumn::Plan => match line.result {
                Some(result) => self.goal(line, result.to_cutoff.version(), result.to_cutoff.rate().ok()),
                None => self.lacking(AnnexLack::NotAssigned),
            },
            AnnexColumn::Actual => observed(line.observation, AnnexLack::NoActual),
            AnnexColumn::Estimate => observed(line.estimate, AnnexLack::NoEstimate),
            AnnexColumn::NextPlan => match line.proposed {
                Some(version) => self.goal(line, version, None),
                None => self.lacking(AnnexLack::NotProposed),
            },
            AnnexColumn::ActualRate => match line.result {
                Some(result) => self.achievement(line, &result.to_cutoff),
                None => self.lacking(AnnexLack::NotAssigned),
            },
            AnnexColumn::EstimateRate => match line.result {
                Some(result) => match &result.full_period {
                    Some((_, achievement)) => self.achievement(line, achievement),
                    // what no actual can be divided by, no estimate can be either
                    None if line.is_without_level() || line.is_measured_by_change() => {
                        self.lacking(line.no_single_level())
                    }
                    None => self.lacking(AnnexLack::NoEstimate),
                },
                None => self.lacking(AnnexLack::NotAssigned),
            },
            AnnexColumn::Growth => self.growth(line),
            _ => AnnexCell::empty(),
        }
    }

    /// A rate by the formula of the target; one that is not what the head says is named.
    fn achievement(&self, line: &Line<'_>, achievement: &Achievement) -> AnnexCell {
        match achievement.rate() {
            Ok(rate) if is_plan_completion(rate) => self.rate(rate, None),
            // a change from the baseline belongs to the remark, where it is told with its base
            Ok(_) if line.is_measured_by_change() => self.lacking(line.no_single_level()),
            Ok(rate) => self.rate(rate, Some(&self.language.formula(rate.formula()))),
            Err(NotComputable::NotApplicable { reason }) => self.not_applicable(reason),
            Err(_) if line.is_measured_by_change() => self.lacking(line.no_single_level()),
            Err(reason) => self.lacking(AnnexLack::Measure(reason)),
        }
    }

    fn growth(&self, line: &Line<'_>) -> AnnexCell {
        match line.growth(self.report, self.previous) {
            Ok(growth) if growth.is_to_cutoff => {
                let columns = &self.settings.columns;
                let by_number = columns.quotient(AnnexColumn::Actual, AnnexColumn::Previous);
                let name = by_number.unwrap_or_else(|| self.language.extent(Extent::ToCutoff).into());
                self.rate(&growth.rate, Some(&name))
            }
            Ok(growth) => self.rate(&growth.rate, None),
            // nothing was asked of it yet, so nothing is missing
            Err(_) if line.result.is_none() => self.lacking(AnnexLack::NotAssigned),
            Err(AnnexLack::Measure(NotComputable::NotApplicable { reason })) => self.not_applicable(reason),
            Err(lack) => self.lacking(lack),
        }
    }

    fn rate(&self, measure: &Relative, name: Option<&str>) -> AnnexCell {
        let rate = AnnexRate::of(measure);
        let near = if measure.is_approximate() { "~" } else { "" };
        let percent = format!("{near}{}%", self.language.number(rate.printed));
        let text = match name {
            Some(name) => self.language.named_rate(name, &percent),
            None => percent,
        };
        AnnexCell { text, value: AnnexValue::Rate(rate) }
    }

    fn observed(&self, observation: &Observation, unit: &Unit) -> AnnexCell {
        match &observation.value {
            Observed::Figure(figure) => self.figure(figure, unit),
            Observed::NotStated => self.lacking(AnnexLack::NotStated),
            Observed::Done(day) => AnnexCell::words(self.language.done(*day)),
            Observed::NotDone => AnnexCell::words(self.language.not_done()),
            Observed::Judged(judgement) => AnnexCell::words(self.language.judged(judgement)),
            Observed::NotApplicable(reason) => self.not_applicable(reason.clone()),
        }
    }

    /// A figure, with its unit only where that is not the one of the row.
    fn figure(&self, figure: &Figure, unit: &Unit) -> AnnexCell {
        AnnexCell { text: self.without_unit(figure, unit), value: AnnexValue::Figure(figure.clone()) }
    }

    fn without_unit(&self, figure: &Figure, unit: &Unit) -> String {
        if figure.unit() == unit {
            self.language.reading(figure.reading(), &Unit::BARE)
        } else {
            self.language.figure(figure)
        }
    }

    /// What a goal asks for, with the level that its rate was computed by where the goal is no figure itself.
    fn goal(&self, line: &Line<'_>, version: &TargetVersion, rate: Option<&Relative>) -> AnnexCell {
        let unit = &line.indicator.unit;
        if let Goal::Level(reading) = version.goal
            && let Ok(figure) = Figure::new(reading, unit.clone())
        {
            return self.figure(&figure, unit);
        }
        if version.goal == Goal::NotStated {
            return self.lacking(AnnexLack::Measure(NotComputable::NoTarget { name: Some(line.name()) }));
        }
        let since = version.baseline.as_ref().map(|baseline| baseline.period.name());
        let words = self.language.goal(&version.goal, unit, since);
        let level = rate.and_then(|rate| rate.operands().iter().find(|operand| operand.role == Role::Target));
        match level.map(|operand| operand.input.figure()) {
            Some(level) => AnnexCell {
                text: format!("{words} ({})", self.without_unit(level, unit)),
                value: AnnexValue::Figure(level.clone()),
            },
            None => AnnexCell::words(words),
        }
    }

    pub(super) fn lacking(&self, lack: AnnexLack) -> AnnexCell {
        AnnexCell { text: self.language.lack(&lack), value: AnnexValue::Lacking(lack) }
    }

    fn not_applicable(&self, reason: Option<crate::id::Text>) -> AnnexCell {
        AnnexCell { text: self.language.not_applicable().into(), value: AnnexValue::NotApplicable(reason) }
    }
}
