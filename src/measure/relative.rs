use alloc::{vec, vec::Vec};

use super::{Absolute, Form, Formula, Input, NotComputable, Operand, Role};
use crate::plan::AchievementFormula;
use crate::quantity::{Amount, Ratio, Rounded, Rounding};

/// Relative figure (số tương đối): a figure over its base, exact, with its formula and operands.
///
/// | constructor | Vietnamese | formula |
/// | --- | --- | --- |
/// | [`share`](Self::share) | tỷ trọng | 100 × part / whole |
/// | [`share_of_sum`](Self::share_of_sum) | tỷ trọng | 100 × Σ parts / whole |
/// | [`completion`](Self::completion) | tỷ lệ hoàn thành kế hoạch | 100 × actual / plan |
/// | [`planned_task`](Self::planned_task) | số tương đối nhiệm vụ kế hoạch | 100 × plan / base |
/// | [`growth`](Self::growth) | tốc độ tăng (giảm) | 100 × (current − base) / base |
/// | [`growth_index`](Self::growth_index) | tốc độ phát triển | 100 × current / base |
/// | [`multiple`](Self::multiple) | gấp … lần | current / base |
/// | [`quotient`](Self::quotient) | tỷ số | numerator / denominator |
/// | [`rate_per`](Self::rate_per) | số tương đối cường độ | n × numerator / denominator |
///
/// The base is never zero and, where a percentage is taken of it, never negative.
///
/// ```
/// use thuocdo::measure::Relative;
/// use thuocdo::quantity::Rounding;
///
/// let fewer = Relative::growth(28, 18)?;                 // giảm 10 vụ so với 28 vụ
/// assert_eq!(fewer.round(Rounding::half_away::<1>()).to_string(), "-35.7");
/// assert_eq!(fewer.formula().expression(), "100 × (y₁ − y₀) / y₀");
/// # Ok::<(), thuocdo::measure::NotComputable>(())
/// ```
#[doc(alias = "số tương đối")]
#[doc(alias = "tỷ trọng")]
#[doc(alias = "tỷ lệ hoàn thành kế hoạch")]
#[doc(alias = "tốc độ tăng")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    formula: Formula,
    operands: Vec<Operand>,
    ratio: Ratio,
}

impl Relative {
    /// The share of `part` in `whole`.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the whole is zero or negative.
    pub fn share<P, W>(part: P, whole: W) -> Result<Self, NotComputable>
    where
        P: TryInto<Input>,
        W: TryInto<Input>,
        NotComputable: From<P::Error> + From<W::Error>,
    {
        Self::share_of_sum(vec![part.try_into()?], whole.try_into()?)
    }

    /// The share of several parts together in `whole`.
    ///
    /// # Errors
    /// As for [`share`](Self::share).
    pub fn share_of_sum(parts: Vec<Input>, whole: Input) -> Result<Self, NotComputable> {
        let sum = Absolute::sum(parts)?;
        let mut operands: Vec<Operand> = sum.operands().to_vec();
        let base = positive_base(&whole)?;
        same_measure(operands.first().map(|operand| &operand.input), &whole)?;
        let ratio = quotient(sum.ones(), base)?;
        operands.push(Operand::new(Role::Whole, whole));
        Ok(Self { formula: Formula::Share, operands, ratio })
    }

    /// The completion of a plan.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the plan is zero or negative.
    pub fn completion<A, P>(actual: A, plan: P) -> Result<Self, NotComputable>
    where
        A: TryInto<Input>,
        P: TryInto<Input>,
        NotComputable: From<A::Error> + From<P::Error>,
    {
        let formula = Formula::Achievement(AchievementFormula::PlanCompletion);
        Self::over(formula, (Role::Actual, actual.try_into()?), (Role::Target, plan.try_into()?))
    }

    /// What is planned against what was.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the base is zero or negative.
    pub fn planned_task<P, B>(plan: P, base: B) -> Result<Self, NotComputable>
    where
        P: TryInto<Input>,
        B: TryInto<Input>,
        NotComputable: From<P::Error> + From<B::Error>,
    {
        Self::over(Formula::PlannedTask, (Role::Target, plan.try_into()?), (Role::Baseline, base.try_into()?))
    }

    /// The growth from `base` to `current`; negative for a decrease.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the base is zero or negative.
    pub fn growth<B, C>(base: B, current: C) -> Result<Self, NotComputable>
    where
        B: TryInto<Input>,
        C: TryInto<Input>,
        NotComputable: From<B::Error> + From<C::Error>,
    {
        let index = Self::growth_index(base, current)?;
        Ok(Self { formula: Formula::Growth, ratio: index.ratio.less_one()?, ..index })
    }

    /// `current` in percent of `base`: 100 % is unchanged.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the base is zero or negative.
    pub fn growth_index<B, C>(base: B, current: C) -> Result<Self, NotComputable>
    where
        B: TryInto<Input>,
        C: TryInto<Input>,
        NotComputable: From<B::Error> + From<C::Error>,
    {
        let (base, current) = (base.try_into()?, current.try_into()?);
        Self::over(Formula::GrowthIndex, (Role::Current, current), (Role::Base, base))
    }

    /// How many times `base` is in `current`.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the base is zero or negative.
    pub fn multiple<B, C>(base: B, current: C) -> Result<Self, NotComputable>
    where
        B: TryInto<Input>,
        C: TryInto<Input>,
        NotComputable: From<B::Error> + From<C::Error>,
    {
        Ok(Self { formula: Formula::Multiple, ..Self::growth_index(base, current)? })
    }

    /// `numerator` per `per` of `denominator`: cases per 1,000 persons. The units may differ.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the denominator is zero, or the result is too large.
    pub fn rate_per<N, D>(per: Amount, numerator: N, denominator: D) -> Result<Self, NotComputable>
    where
        N: TryInto<Input>,
        D: TryInto<Input>,
        NotComputable: From<N::Error> + From<D::Error>,
    {
        let quotient = Self::quotient(numerator, denominator)?;
        let ratio = quotient.ratio.checked_mul(per.into())?;
        Ok(Self { formula: Formula::RatePer(per), ratio, ..quotient })
    }

    /// One figure divided by another. The units may differ.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number or the denominator is zero.
    pub fn quotient<N, D>(numerator: N, denominator: D) -> Result<Self, NotComputable>
    where
        N: TryInto<Input>,
        D: TryInto<Input>,
        NotComputable: From<N::Error> + From<D::Error>,
    {
        let (numerator, denominator): (Input, Input) = (numerator.try_into()?, denominator.try_into()?);
        let above = numerator.quantity()?.ones();
        let below = denominator.quantity()?.ones();
        if below == Amount::ZERO {
            return Err(NotComputable::ZeroDenominator { name: denominator.name().cloned() });
        }
        let ratio = Ratio::of(above, below)?;
        let operands = vec![Operand::new(Role::Part, numerator), Operand::new(Role::Whole, denominator)];
        Ok(Self { formula: Formula::Quotient, operands, ratio })
    }

    /// The formula.
    #[must_use]
    pub const fn formula(&self) -> Formula {
        self.formula
    }

    /// The operands, in the order of the formula; the base is the last.
    #[must_use]
    pub fn operands(&self) -> &[Operand] {
        &self.operands
    }

    /// The value: 92/107 for 85.98 %.
    #[must_use]
    pub const fn ratio(&self) -> Ratio {
        self.ratio
    }

    /// The value as it is written, in percent or as a number by [`Formula::form`], rounded.
    #[must_use]
    pub fn round(&self, rounding: Rounding) -> Rounded {
        match self.formula.form() {
            Form::Percent => self.ratio.round_percent(rounding),
            Form::Number => self.ratio.round(rounding),
        }
    }

    /// Whether an operand is said to be about so much, and so the value is too.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.operands.iter().any(|operand| operand.input.is_approximate())
    }

    /// One figure over another of the same measure.
    fn over(formula: Formula, above: (Role, Input), below: (Role, Input)) -> Result<Self, NotComputable> {
        same_measure(Some(&above.1), &below.1)?;
        let base = positive_base(&below.1)?;
        let ratio = Ratio::of(above.1.quantity()?.ones(), base)?;
        let operands = [above, below].into_iter().map(|(role, input)| Operand::new(role, input)).collect();
        Ok(Self { formula, operands, ratio })
    }

    pub(super) const fn from_parts(formula: Formula, operands: Vec<Operand>, ratio: Ratio) -> Self {
        Self { formula, operands, ratio }
    }
}

fn positive_base(input: &Input) -> Result<Amount, NotComputable> {
    let base = input.quantity()?.ones();
    if base == Amount::ZERO {
        return Err(NotComputable::ZeroDenominator { name: input.name().cloned() });
    }
    if base.is_negative() {
        return Err(NotComputable::NegativeBase { name: input.name().cloned() });
    }
    Ok(base)
}

/// A sum may be larger than an amount, so it comes as a ratio; the pair of the terms is kept.
fn quotient(sum: Ratio, base: Amount) -> Result<Ratio, NotComputable> {
    match sum.to_amount() {
        Some(amount) => Ok(Ratio::of(amount, base)?),
        None => Ok(sum.checked_mul(Ratio::from(base).inverse()?)?),
    }
}

pub(super) fn same_measure(left: Option<&Input>, right: &Input) -> Result<(), NotComputable> {
    let right = right.figure().unit();
    match left.map(|left| left.figure().unit()) {
        Some(left) if !left.is_same_measure(right) => {
            Err(NotComputable::UnitsDiffer { left: left.clone(), right: right.clone() })
        }
        _ => Ok(()),
    }
}
