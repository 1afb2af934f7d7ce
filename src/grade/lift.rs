//! What would lift the grade: the smallest change of one thing, found by trying each run of values that the rules tell apart.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::cells::{Axis, Cell, axes};
use super::{Basis, Better, Fact, FactKind, FactValue, Facts, Outcome, RuleSet, report_facts};
use crate::id::Id;
use crate::measure::{Shortfall, Verdict, evaluate};
use crate::quantity::{Amount, End, Ratio};
use crate::report::Report;

/// A single fact that, changed alone, lifts the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLift {
    /// The fact.
    pub fact: Id,
    /// What it would have to reach, in the unit of its thresholds; to pass, if [`is_strict`](Self::is_strict).
    pub needed: Amount,
    /// Whether the threshold itself is not enough.
    pub is_strict: bool,
    /// The level it would lift to.
    pub level: Id,
}

/// A single target that, met alone, lifts the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLift {
    /// The target.
    pub target: Id,
    /// What it lacks, if that is known.
    pub shortfall: Option<Shortfall>,
    /// The level it would lift to.
    pub level: Id,
}

impl RuleSet {
    /// For every number or share that alone can lift the grade the nearest value that does, in the order of the
    /// declarations. A score that the set computes is tried as a whole, not through what it is computed from; flags, and
    /// facts that are not known exactly, are not tried. Where the set rounds before comparing, the value is a rounded one.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// # use thuocdo::builtin;
    /// # use thuocdo::grade::{Fact, FactLift, FactValue, Facts};
    /// # use thuocdo::id::Id;
    /// # use thuocdo::quantity::Ratio;
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let completed = Id::new("targets-completed")?;
    /// let mut facts = Facts::new();
    /// facts.insert(completed.clone(), Fact::given(FactValue::Exactly(Ratio::of(4, 7)?)));
    /// let over_70 = FactLift { fact: completed, needed: 70.into(), is_strict: true, level: Id::new("completed")? };
    /// assert_eq!(rules.lifts(&facts), [over_70]);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lifts(&self, facts: &Facts) -> Vec<FactLift> {
        let outcome = self.outcome_of(facts);
        if matches!(outcome, Outcome::OutsideDomain(_) | Outcome::OutOfOrder { .. }) {
            return Vec::new();
        }
        let axes = axes(self);
        let lift = |axis: &Axis| self.fact_lift(facts, &outcome, axis);
        axes.iter().filter_map(lift).collect()
    }

    fn fact_lift(&self, facts: &Facts, now: &Outcome, axis: &Axis) -> Option<FactLift> {
        let content = self.content();
        let declared = self.fact(&axis.fact)?;
        let score = content.scoring.as_ref().filter(|scoring| scoring.into == declared.id);
        let value = match (facts.get(&declared.id), score) {
            (Some(fact), _) => fact.value.clone(),
            (None, Some(_)) => self.score_of(facts)?.1.value,
            (None, None) => return None,
        };
        let FactValue::Exactly(value) = value else { return None };
        let value = content.comparing.apply(declared.kind.in_threshold_unit(value)?)?;
        // the nearest value of each run, and whether it has to be passed
        let nearest = |cell: &Cell| match (cell, declared.better) {
            (Cell::Span(span), Better::Higher) if value < span.example => Some(span.low),
            (Cell::Span(span), Better::Lower) if span.example < value => Some(span.high),
            _ => None,
        };
        let mut ends: Vec<(Ratio, End)> = axis.cells.iter().filter_map(nearest).collect();
        if declared.better == Better::Lower {
            ends.reverse();
        }
        ends.into_iter().find_map(|(needed, end)| {
            let is_strict = end == End::Open;
            let beyond = match (is_strict, declared.better) {
                (false, _) => needed,
                (true, Better::Lower) => needed.checked_sub(nudge()).ok()?,
                (true, _) => needed.checked_add(nudge()).ok()?,
            };
            let is_nearer = if declared.better == Better::Lower { value <= beyond } else { beyond <= value };
            if is_nearer {
                return None;
            }
            let raw = match declared.kind {
                FactKind::Share => beyond.checked_mul(Ratio::PERCENT).ok()?,
                FactKind::Number | FactKind::Flag => beyond,
            };
            let mut changed = facts.clone();
            changed.insert(declared.id.clone(), Fact::given(FactValue::Exactly(raw)));
            let level = self.outcome_of(&changed).level().cloned().filter(|level| self.is_above(level, now))?;
            Some(FactLift { fact: declared.id.clone(), needed: needed.to_amount()?, is_strict, level })
        })
    }

    /// For every target of a report that, met alone, lifts the grade on a basis, what it lacks.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::builtin;
    /// use thuocdo::grade::Basis;
    /// use thuocdo::report::Report;
    /// use thuocdo::text::{GradeLanguage, Vietnamese};
    ///
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let report: Report = serde_json::from_str(json)?;
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let lifts = rules.target_lifts(&report, Basis::AtCutoff);
    /// assert_eq!(lifts.len(), 3);                                  // any one of them makes 5/7, which is over 70%
    /// let words = Vietnamese.target_lift(&report, &rules, &lifts[0]);
    /// assert!(words.starts_with("Để đạt mức “Hoàn thành nhiệm vụ”, còn thiếu: 15 hộ ở “"));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn target_lifts(&self, report: &Report, basis: Basis) -> Vec<TargetLift> {
        let results = evaluate(report);
        let now = self.outcome_of(&report_facts::facts_of(report, &results, basis));
        let mut lifts = Vec::new();
        for result in &results {
            let achievement = report_facts::chosen(result, basis);
            let is_unmet = matches!(achievement.verdict(), Ok(Verdict::NotMet | Verdict::NotYet));
            if result.target.step_to().is_some() || !is_unmet {
                continue;
            }
            let facts = report_facts::facts_with_met(report, &results, basis, result.target.id());
            let lifted = self.outcome_of(&facts).level().cloned().filter(|level| self.is_above(level, &now));
            lifts.extend(lifted.map(|level| TargetLift {
                target: result.target.id().clone(),
                shortfall: achievement.shortfall().cloned(),
                level,
            }));
        }
        lifts
    }

    /// Whether a level is higher than the present one, or than all that are still possible; any level is higher than none.
    fn is_above(&self, level: &Id, now: &Outcome) -> bool {
        let present = match now {
            Outcome::Grade { level, .. } => core::slice::from_ref(level),
            Outcome::LeftOpen { possible, .. } => possible.as_slice(),
            _ => &[],
        };
        present.iter().all(|present| self.content().scale.compare(present, level).is_some_and(Ordering::is_lt))
    }
}

/// Half of a millionth: thresholds lie on millionths, so nothing lies between a threshold and this much beyond it.
fn nudge() -> Ratio {
    Ratio::from_millionths(1, 2_000_000).unwrap_or(Ratio::ZERO)
}
