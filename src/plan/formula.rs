/// Formula of an achievement (cách tính mức thực hiện), for actual `a`, target `t` and baseline `b`.
///
/// For b = 40, t = 20, a = 25 the first four give 125, 75, 80 and 75, the last -37.5: a percentage without the name of
/// its formula says nothing. A target states its formula; only a target of at least so much has one without saying,
/// [`AchievementFormula::PlanCompletion`].
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
