//! What would lift the grade: the smallest change of one thing, found by trying the thresholds.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Basis, Better, Condition, Fact, FactDeclaration, FactKind, FactValue, Facts, RuleSet, report_facts};
use crate::id::Id;
use crate::measure::{Shortfall, Verdict, evaluate};
use crate::quantity::{Amount, Ratio};
use crate::report::Report;

/// A single fact that, changed alone, lifts the grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLift {
    /// The fact.
    pub fact: Id,
    /// What it would have to reach, in the unit of its thresholds; more than that if [`is_strict`](Self::is_strict).
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
    /// For every fact that alone can lift the grade the nearest value that does, in the order of the declarations.
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
        let now = self.outcome_of(facts).level().cloned();
        let mut lifts = Vec::new();
        for declared in self.content().facts.iter().filter(|declared| declared.kind != FactKind::Flag) {
            let Some(FactValue::Exactly(value)) = facts.get(&declared.id).map(|fact| fact.value.clone()) else {
                continue;
            };
            let Some(value) = declared.kind.in_threshold_unit(value) else { continue };
            let is_better = |candidate: Amount| match declared.better {
                Better::Higher => value < Ratio::from(candidate),
                Better::Lower => Ratio::from(candidate) < value,
                Better::Neither => false,
            };
            let mut candidates: Vec<(Amount, bool)> = self
                .thresholds(&declared.id)
                .into_iter()
                .flat_map(|threshold| [(threshold, false), (threshold, true)])
                .filter(|(threshold, is_strict)| {
                    is_better(*threshold) || (*is_strict && value == Ratio::from(*threshold))
                })
                .collect();
            candidates.sort_unstable();
            if declared.better == Better::Lower {
                candidates.sort_unstable_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
            }
            let lift = candidates.into_iter().find_map(|(needed, is_strict)| {
                let beyond = match (is_strict, declared.better) {
                    (false, _) => Ratio::from(needed),
                    (true, Better::Lower) => Ratio::from(needed).checked_sub(nudge()).ok()?,
                    (true, _) => Ratio::from(needed).checked_add(nudge()).ok()?,
                };
                if beyond < Ratio::from(declared.low)
                    || Ratio::from(declared.high) < beyond
                    || self.breaks_order(facts, declared, beyond)
                {
                    return None;
                }
                let raw = match declared.kind {
                    FactKind::Share => beyond.checked_mul(Ratio::PERCENT).ok()?,
                    FactKind::Number | FactKind::Flag => beyond,
                };
                let mut changed = facts.clone();
                changed.insert(declared.id.clone(), Fact::given(FactValue::Exactly(raw)));
                let level =
                    self.outcome_of(&changed).level().cloned().filter(|level| self.is_above(level, now.as_ref()))?;
                Some(FactLift { fact: declared.id.clone(), needed, is_strict, level })
            });
            lifts.extend(lift);
        }
        lifts
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
        let now = self.outcome_of(&report_facts::facts_of(report, basis)).level().cloned();
        let mut lifts = Vec::new();
        for result in evaluate(report) {
            let is_unmet = matches!(result.to_cutoff.verdict(), Ok(Verdict::NotMet | Verdict::NotYet));
            if result.target.step_to().is_some() || !is_unmet {
                continue;
            }
            let facts = report_facts::facts_with_met(report, basis, result.target.id());
            let lifted = self.outcome_of(&facts).level().cloned().filter(|level| self.is_above(level, now.as_ref()));
            lifts.extend(lifted.map(|level| TargetLift {
                target: result.target.id().clone(),
                shortfall: result.to_cutoff.shortfall().cloned(),
                level,
            }));
        }
        lifts
    }

    /// Whether a value of one fact would contradict another: more exceeded than completed.
    fn breaks_order(&self, facts: &Facts, declared: &FactDeclaration, value: Ratio) -> bool {
        let known = |id: &Id| match facts.get(id).map(|fact| &fact.value) {
            Some(FactValue::Exactly(other)) => declared.kind.in_threshold_unit(*other),
            _ => None,
        };
        let above = declared.at_most.as_ref().and_then(known);
        let below = self.content().facts.iter().filter(|other| other.at_most.as_ref() == Some(&declared.id));
        above.is_some_and(|above| above < value)
            || below.filter_map(|other| known(&other.id)).any(|below| value < below)
    }

    /// Whether a level is higher than what there is now; any level is higher than none.
    fn is_above(&self, level: &Id, now: Option<&Id>) -> bool {
        now.is_none_or(|now| self.content().scale.compare(now, level).is_some_and(Ordering::is_lt))
    }

    /// The thresholds that any rule compares a fact with, rising.
    pub(super) fn thresholds(&self, fact: &Id) -> Vec<Amount> {
        let content = self.content();
        let rules = content.forced.iter().chain(&content.rules);
        let conditions = rules.flat_map(|rule| rule.band.iter().chain([&rule.requires]));
        let mut thresholds: Vec<Amount> = conditions
            .flat_map(Condition::leaves)
            .filter_map(|leaf| match leaf {
                Condition::Compare(test) if test.fact == *fact => Some(test.threshold),
                _ => None,
            })
            .collect();
        thresholds.sort_unstable();
        thresholds.dedup();
        thresholds
    }
}

/// Half of a millionth: thresholds lie on millionths, so nothing lies between a threshold and this much beyond it.
fn nudge() -> Ratio {
    Ratio::from_millionths(1, 2_000_000).unwrap_or(Ratio::ZERO)
}
