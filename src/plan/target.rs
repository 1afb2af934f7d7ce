//! Targets and their versions: which level counts on which day, and which document says so.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use chrono::NaiveDate;

use super::{AchievementFormula, Goal, Indicator, PartRef, PlanError, Sense, Step};
use crate::id::{DocumentRef, Id};
use crate::period::Period;
use crate::quantity::{Amount, Figure, Printed, QuantityError, Reading};

/// Target (số kế hoạch, mức được giao): the goal set for an indicator, in all its versions.
///
/// ```
/// # use thuocdo::id::{Id, Text};
/// # use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
/// # use thuocdo::quantity::Unit;
/// # let trained = Indicator { id: Id::new("huan-luyen")?, name: Text::new("Số người được huấn luyện")?,
/// #     unit: Unit::PERSON,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// let target = Target::at_least(&trained, 2000)?;      // ít nhất 2.000 người
/// assert_eq!(target.indicator(), &trained.id);
/// assert_eq!(target.versions().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "số kế hoạch")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    id: Id,
    indicator: Id,
    at: Vec<PartRef>,
    step_to: Option<Id>,
    formula: Option<AchievementFormula>,
    versions: Vec<TargetVersion>,
}

/// One version of a target: what is to be reached, by when, set by which document, counting from which day.
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, period::*, quantity::*};
/// use thuocdo::plan::{Baseline, Goal, Sense, Step, Target, TargetVersion};
///
/// // số vụ tai nạn lao động chết người giảm so với năm 2020 (28 vụ)
/// let fatal_2020 = Figure::new(Reading::Exactly("28".parse()?), Unit::CASE)?;
/// let fewer = TargetVersion {
///     baseline: Some(Baseline { period: Period::year(2020)?, figure: Some(fatal_2020) }),
///     due: NaiveDate::from_ymd_opt(2021, 12, 31),
///     ..TargetVersion::new(Id::new("1")?, Goal::Move { sense: Sense::Reduce, step: Step::Any })
/// };
/// let target = Target::new(Id::new("mt-vu-tnld")?, Id::new("vu-tnld")?, vec![], None, vec![fewer])?;
/// let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// assert_eq!(target.in_force(cut_off).unwrap().id.as_str(), "1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetVersion {
    /// Its id within the target.
    pub id: Id,
    /// What is to be reached.
    pub goal: Goal,
    /// Where it starts from, if it is measured from a baseline.
    pub baseline: Option<Baseline>,
    /// The day work starts, if said.
    pub start: Option<NaiveDate>,
    /// The day it is due (thời hạn), if said.
    pub due: Option<NaiveDate>,
    /// The document that assigned it (văn bản giao), if said.
    pub assigned_by: Option<DocumentRef>,
    /// The day from which it counts; only the first version may leave it open and then counts from the start.
    pub counts_from: Option<NaiveDate>,
    /// The earlier version it replaces, if it replaces one.
    pub replaces: Option<Id>,
}

/// Baseline (số liệu kỳ gốc): where a target starts.
#[doc(alias = "số liệu kỳ gốc")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The period it is the figure of.
    pub period: Period,
    /// The figure, if the plan states it; otherwise the record's figure of that period is meant.
    pub figure: Option<Figure>,
}

impl Target {
    /// A target for `indicator`, or for the part of it that `at` names; versions in the order they count.
    ///
    /// # Errors
    /// [`PlanError`] if there is no version, two share an id, their days do not rise, one replaces none before it, one is
    /// due before it starts, or a share or step is below zero.
    pub fn new(
        id: Id,
        indicator: Id,
        at: Vec<PartRef>,
        formula: Option<AchievementFormula>,
        versions: Vec<TargetVersion>,
    ) -> Result<Self, PlanError> {
        if versions.is_empty() {
            return Err(PlanError::NoVersion { target: id });
        }
        let mut seen = BTreeSet::new();
        let mut latest: Option<&TargetVersion> = None;
        for version in &versions {
            check_version(&id, version)?;
            if let Some(replaces) = &version.replaces
                && !seen.contains(replaces)
            {
                let (version, replaces) = (version.id.clone(), replaces.clone());
                return Err(PlanError::ReplacesUnknown { target: id, version, replaces });
            }
            if !seen.insert(&version.id) {
                return Err(PlanError::DuplicateVersion { version: version.id.clone(), target: id });
            }
            // `None` sorts before every day: the first version may leave its day open
            if latest.is_some_and(|earlier| earlier.counts_from >= version.counts_from) {
                return Err(PlanError::VersionsDoNotRise { version: version.id.clone(), target: id });
            }
            latest = Some(version);
        }
        Ok(Self { id, indicator, at, step_to: None, formula, versions })
    }

    /// The same target as a step on the way to another one of its task, such as the 107 households to be supported so that
    /// all live at the average: it is followed like any other and not counted apart where targets are counted.
    #[must_use]
    pub fn as_step_to(self, target: Id) -> Self {
        Self { step_to: Some(target), ..self }
    }

    /// Puts another level into one version, if that version has a level.
    pub(crate) fn change_level(&mut self, version: &Id, change: impl Fn(Reading) -> Reading) {
        for found in self.versions.iter_mut().filter(|found| found.id == *version) {
            if let Goal::Level(reading) = &mut found.goal {
                // INVARIANT: nothing is asked of a level within the version
                *reading = change(*reading);
            }
        }
    }

    /// The plainest target: at least so much, from the start, without document or due day; its id is the indicator's.
    ///
    /// # Errors
    /// [`PlanError::Quantity`] if the amount is not legal for the unit.
    pub fn at_least<A>(indicator: &Indicator, amount: A) -> Result<Self, PlanError>
    where
        A: TryInto<Amount>,
        QuantityError: From<A::Error>,
    {
        let amount: Amount = amount.try_into().map_err(QuantityError::from)?;
        let figure = Figure::new(Reading::AtLeast(amount.into()), indicator.unit.clone())?;
        let version = TargetVersion::new(indicator.id.clone(), Goal::Level(figure.reading()));
        Self::new(indicator.id.clone(), indicator.id.clone(), Vec::new(), None, vec![version])
    }

    /// Its id within the report.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// The indicator it is set for.
    #[must_use]
    pub const fn indicator(&self) -> &Id {
        &self.indicator
    }

    /// The part of the indicator it is set for; empty for the whole.
    #[must_use]
    pub fn at(&self) -> &[PartRef] {
        &self.at
    }

    /// The target of the same task that this one is a step to, if it is one.
    #[must_use]
    pub const fn step_to(&self) -> Option<&Id> {
        self.step_to.as_ref()
    }

    /// The formula it states for the achievement.
    #[must_use]
    pub const fn formula(&self) -> Option<AchievementFormula> {
        self.formula
    }

    /// Every version, in the order they count.
    #[must_use]
    pub fn versions(&self) -> &[TargetVersion] {
        &self.versions
    }

    /// The version in force on `date`: the latest that counts from that day or earlier; none before the first.
    #[must_use]
    pub fn in_force(&self, date: NaiveDate) -> Option<&TargetVersion> {
        self.versions.iter().rev().find(|version| version.counts_from.is_none_or(|from| from <= date))
    }
}

impl TargetVersion {
    /// A version of which nothing is said but its goal: it counts from the start.
    #[must_use]
    pub const fn new(id: Id, goal: Goal) -> Self {
        Self { id, goal, baseline: None, start: None, due: None, assigned_by: None, counts_from: None, replaces: None }
    }
}

fn check_version(target: &Id, version: &TargetVersion) -> Result<(), PlanError> {
    if let (Some(start), Some(due)) = (version.start, version.due)
        && due < start
    {
        return Err(PlanError::DueBeforeStart { target: target.clone(), version: version.id.clone(), start, due });
    }
    let negative =
        match &version.goal {
            Goal::ShareOf { share, .. } => share.numbers().map(Printed::amount).find(|n| n.is_negative()),
            Goal::Move {
                step: Step::By(n) | Step::Percent(n) | Step::Points(n) | Step::PercentOrPoints(n), ..
            } if n.is_negative() => Some(*n),
            _ => None,
        };
    if let Goal::Move { sense: Sense::Reduce, step: Step::Percent(percent) } = version.goal
        && Amount::HUNDRED < percent
    {
        return Err(PlanError::ReductionTooLarge { percent });
    }
    negative.map_or(Ok(()), |amount| Err(PlanError::NegativeStep { amount }))
}
