use alloc::boxed::Box;

use chrono::NaiveDate;

use super::case::Case;
use super::{Input, Label, NotComputable, Relative, Shortfall};
use crate::plan::{Direction, Goal, Indicator, Target, TargetVersion};
use crate::quantity::{Amount, End, Interval, Ratio};
use crate::record::{Judgement, Observed};

/// Achievement of a target (mức thực hiện): whether it is met, by which formula how far, and what is missing.
///
/// Each of the three is a value or the reason why there is none; a target may be met although no percentage exists, as
/// "fewer than last year" is.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::measure::Achievement;
/// use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
/// use thuocdo::quantity::{Rounding, Unit};
///
/// let trained = Indicator {
///     id: Id::new("huan-luyen-atvsld")?,
///     name: Text::new("Số người lao động được huấn luyện ATVSLĐ")?,
///     unit: Unit::PERSON,
///     direction: Direction::HigherIsBetter,
///     accumulation: Accumulation::RunningTotal,
///     breakdowns: vec![],
/// };
/// let target = Target::at_least(&trained, 2000)?;                 // ít nhất 2.000 người
/// let done = Achievement::of(&trained, &target, 3088)?;
/// assert!(done.is_exceeded());
/// assert_eq!(done.rate()?.round(Rounding::half_away::<1>()).to_string(), "154.4");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "mức thực hiện")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achievement {
    version: TargetVersion,
    verdict: Result<Verdict, NotComputable>,
    rate: Result<Relative, NotComputable>,
    shortfall: Option<Shortfall>,
    actual: Option<Input>,
}

/// Whether a target is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Chưa đạt, and the due day has come.
    NotMet,
    /// Chưa đạt, chưa đến hạn: it counts as not met so far and is listed as such.
    NotYet,
    /// Done, after the due day (hoàn thành chậm).
    Late,
    /// Đạt.
    Met,
    /// Vượt: beyond the level in the better direction, by a stated amount.
    Exceeded,
}

/// What an achievement is computed from; whatever is missing stays none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Operands<'o> {
    /// What was observed.
    pub actual: Option<&'o Observed>,
    /// Which figure of a report that is, if it is one of a report.
    pub label: Option<Label>,
    /// The figure of the base period.
    pub baseline: Option<Input>,
    /// The whole that a share is of.
    pub whole: Option<Input>,
    /// The completion in percent that the report itself states, for a target whose level it does not state.
    pub stated_completion: Option<Input>,
    /// The day as of which it is judged.
    pub as_of: Option<NaiveDate>,
    /// The day it is due, where the target's version says none.
    pub due: Option<NaiveDate>,
}

impl Achievement {
    /// The achievement of the target's latest version by a bare number, which is taken to be in the indicator's unit, or a
    /// figure. A baseline stated by the version is used.
    ///
    /// # Errors
    /// [`NotComputable`] if the actual is no legal figure of the indicator.
    pub fn of<A>(indicator: &Indicator, target: &Target, actual: A) -> Result<Self, NotComputable>
    where
        A: TryInto<Input>,
        NotComputable: From<A::Error>,
    {
        let actual: Input = actual.try_into()?;
        let actual = actual.or_of(&indicator.unit)?;
        let Some(version) = target.versions().last() else {
            return Err(NotComputable::NoTarget { name: Some(indicator.name.clone()) });
        };
        let observed = Observed::Figure(actual.figure().clone());
        let operands = Operands { actual: Some(&observed), label: actual.label().cloned(), ..Operands::default() };
        Ok(Self::with(indicator, target, version, operands))
    }

    /// The achievement of one version of a target by what `operands` give.
    ///
    /// ```
    /// # use thuocdo::{NaiveDate, id::*, quantity::*};
    /// # use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
    /// # use thuocdo::record::Observed;
    /// use thuocdo::measure::{Achievement, Operands, Verdict};
    ///
    /// # let supported = Indicator { id: Id::new("ho-tro")?, name: Text::new("Số hộ được hỗ trợ")?,
    /// #     unit: Unit::HOUSEHOLD,
    /// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
    /// # let target = Target::at_least(&supported, 107)?;
    /// # let version = &target.versions()[0];
    /// let done = Observed::Figure(Figure::new(Reading::Exactly("92".parse()?), Unit::HOUSEHOLD)?);     // 92/107 hộ
    /// let day = |month, day| NaiveDate::from_ymd_opt(2021, month, day);
    /// let by = |as_of| Operands { actual: Some(&done), as_of, due: day(12, 31), ..Operands::default() };
    /// let (at_cut_off, at_year_end) = (by(day(11, 15)), by(day(12, 31)));
    /// assert_eq!(Achievement::with(&supported, &target, version, at_cut_off).verdict(), Ok(Verdict::NotYet));
    /// assert_eq!(Achievement::with(&supported, &target, version, at_year_end).verdict(), Ok(Verdict::NotMet));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with(indicator: &Indicator, target: &Target, version: &TargetVersion, operands: Operands<'_>) -> Self {
        let due = version.due.or(operands.due);
        let is_early = matches!((due, operands.as_of), (Some(due), Some(as_of)) if as_of < due);
        let not_met = if is_early { Verdict::NotYet } else { Verdict::NotMet };
        let case = Case::new(indicator, target, version, operands.baseline, operands.whole);

        let settled = |verdict| (verdict, Err(NotComputable::NoSingleLevel { name: Some(case.name()) }));
        let open = |reason: NotComputable| (Err(reason.clone()), Err(reason));
        let mut actual = None;
        let mut shortfall = None;
        let (verdict, rate) = match (&version.goal, operands.actual) {
            (_, Some(Observed::NotApplicable(reason))) => open(NotComputable::NotApplicable { reason: reason.clone() }),
            (Goal::Qualitative(_), Some(Observed::Judged(Judgement::Met { .. }))) => settled(Ok(Verdict::Met)),
            (Goal::Qualitative(_), Some(Observed::Judged(Judgement::NotMet { .. })))
            | (Goal::Done, Some(Observed::NotDone)) => settled(Ok(not_met)),
            (Goal::Qualitative(words), _) => open(NotComputable::NotJudged { name: Some(words.clone()) }),
            (Goal::NotStated, None | Some(Observed::NotStated)) => {
                open(NotComputable::NoTarget { name: Some(case.name()) })
            }
            (_, None | Some(Observed::NotStated)) => {
                open(NotComputable::NoActual { name: Some(case.name()), as_of: operands.as_of })
            }
            (Goal::Done, Some(Observed::Done(Some(day)))) if due.is_some_and(|due| due < *day) => {
                settled(Ok(Verdict::Late))
            }
            (Goal::Done, Some(Observed::Done(_))) => settled(Ok(Verdict::Met)),
            (Goal::Done, Some(_)) | (_, Some(Observed::Done(_) | Observed::NotDone | Observed::Judged(_))) => {
                open(NotComputable::KindsDiffer { name: Some(case.name()) })
            }
            (Goal::NotStated, Some(Observed::Figure(_))) if operands.stated_completion.is_some() => {
                let verdict = judge_completion(indicator, operands.stated_completion.as_ref(), not_met);
                (verdict, Err(NotComputable::NoTarget { name: Some(case.name()) }))
            }
            (_, Some(Observed::Figure(figure))) => {
                let input = match operands.label {
                    Some(label) => Input::labelled(figure.clone(), label),
                    None => figure.clone().into(),
                };
                let result = match case.requirement() {
                    Err(reason) => open(reason),
                    Ok(required) => {
                        let verdict = case.judge(&input, &required, not_met);
                        if let (Ok(Verdict::NotMet | Verdict::NotYet), Some(exact)) = (&verdict, figure.exact()) {
                            shortfall = Shortfall::of(indicator, &exact, &required);
                        }
                        (verdict, case.rate(&input, &required))
                    }
                };
                actual = Some(input);
                result
            }
        };
        Self { version: version.clone(), verdict, rate, shortfall, actual }
    }

    /// The version of the target that was used.
    #[must_use]
    pub const fn version(&self) -> &TargetVersion {
        &self.version
    }

    /// The actual, if it is a figure.
    #[must_use]
    pub const fn actual(&self) -> Option<&Input> {
        self.actual.as_ref()
    }

    /// Whether the target is met.
    ///
    /// # Errors
    /// [`NotComputable`] if that is left open.
    pub fn verdict(&self) -> Result<Verdict, NotComputable> {
        self.verdict.clone()
    }

    /// Whether the target is known to be met, in time as far as is known.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        matches!(self.verdict, Ok(Verdict::Met | Verdict::Exceeded))
    }

    /// Whether the target is known to be exceeded.
    #[must_use]
    pub const fn is_exceeded(&self) -> bool {
        matches!(self.verdict, Ok(Verdict::Exceeded))
    }

    /// How far, by the target's formula; not clamped.
    ///
    /// # Errors
    /// [`NotComputable`] if there is no such number.
    pub fn rate(&self) -> Result<&Relative, NotComputable> {
        self.rate.as_ref().map_err(Clone::clone)
    }

    /// What is missing; none if the target is met or the distance is not known.
    #[must_use]
    pub const fn shortfall(&self) -> Option<&Shortfall> {
        self.shortfall.as_ref()
    }
}

/// A level that the plan at hand does not state is met if the report states a completion of 100 % or more.
fn judge_completion(
    indicator: &Indicator,
    completion: Option<&Input>,
    not_met: Verdict,
) -> Result<Verdict, NotComputable> {
    let no_target = || NotComputable::NoTarget { name: Some(indicator.name.clone()) };
    let stated = completion.ok_or_else(no_target)?.figure();
    let hundred = Ratio::from(Amount::HUNDRED);
    let left_open = || NotComputable::LeftOpen { stated: Box::new(stated.clone()), required: None };
    let allowed = stated.interval().ok_or_else(left_open)?;
    let (above, below) = (Interval::from(hundred, End::Open), Interval::up_to(hundred, End::Open));
    match indicator.direction {
        Direction::HigherIsBetter if allowed.is_within(&above) => Ok(Verdict::Exceeded),
        Direction::HigherIsBetter if allowed.is_within(&below) => Ok(not_met),
        Direction::HigherIsBetter if !allowed.meets(&below) => Ok(Verdict::Met),
        _ => Err(left_open()),
    }
}
