/// Formula of an achievement (cách tính mức thực hiện), for actual `a`, target `t` and baseline `b`.
///
/// For b = 40, t = 20, a = 25 the first four give 125, 75, 80 and 75, the last -37.5: a percentage without the name of
/// its formula says nothing. A target states its formula; only a target of at least so much has one without saying,
/// [`AchievementFormula::PlanCompletion`].
///
/// ```
/// # use thuocdo::{id::*, period::*, quantity::*};
/// # use thuocdo::plan::{Accumulation, Baseline, Direction, Goal, Indicator};
/// use thuocdo::measure::Achievement;
/// use thuocdo::plan::{AchievementFormula, Target, TargetVersion};
///
/// # let cases = Indicator { id: Id::new("vu-tnld")?, name: Text::new("Số vụ tai nạn lao động")?, unit: Unit::CASE,
/// #     direction: Direction::LowerIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// # let base = Figure::new(Reading::Exactly("40".parse()?), Unit::CASE)?;
/// let mut version = TargetVersion::new(Id::new("1")?, Goal::Level(Reading::AtMost("20".parse()?)));
/// version.baseline = Some(Baseline { period: Period::year(2020)?, figure: Some(base) });
/// let mut rates = Vec::new();
/// for formula in AchievementFormula::ALL {
///     let target = Target::new(Id::new("mt")?, cases.id.clone(), vec![], Some(formula), vec![version.clone()])?;
///     let rate = Achievement::of(&cases, &target, 25)?.rate()?.ratio();
///     rates.push(rate.round_percent_short(Rounding::half_away::<1>()).to_string());
/// }
/// assert_eq!(rates, ["125", "75", "80", "75", "-37.5"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "cách tính mức thực hiện")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AchievementFormula {
    /// `100 × a / t`: số tương đối hoàn thành kế hoạch.
    PlanCompletion,
    /// `100 × (a − b) / (t − b)`: the share of the way from the baseline.
    FromBaseline,
    /// `100 × t / a`: for lower-is-better.
    Inverse,
    /// `200 − 100 × a / t`: for lower-is-better.
    Complement,
    /// `100 × (a − b) / b`: the change itself.
    Change,
}

impl AchievementFormula {
    /// Every formula.
    pub const ALL: [Self; 5] =
        [Self::PlanCompletion, Self::FromBaseline, Self::Inverse, Self::Complement, Self::Change];
}
