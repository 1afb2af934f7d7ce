use alloc::{vec, vec::Vec};

use super::{Formula, Input, NotComputable, Operand, Role, relative::same_measure};
use crate::quantity::{Amount, Ratio, Unit, UnitKind};

/// Absolute figure (số tuyệt đối): a sum or a difference, exact, with its formula, operands and unit.
///
/// The value may be larger than an [`Amount`] can hold, so it is kept as a [`Ratio`] over one. A change of a rate in
/// percent is in percentage points.
///
/// ```
/// use thuocdo::measure::Absolute;
/// use thuocdo::quantity::{Quantity, Unit};
///
/// let trained = Absolute::sum([7894, 700, 2160, 616])?;       // tuyển sinh theo trình độ
/// assert_eq!(trained.value().to_amount().unwrap().to_string(), "11370");
///
/// let rate = |text: &str| Quantity::new(text.parse()?, Unit::PERCENT);
/// let change = Absolute::change(rate("56.0")?, rate("57.2")?)?;
/// assert_eq!(change.unit(), &Unit::PERCENTAGE_POINTS);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "số tuyệt đối")]
#[doc(alias = "mức tăng")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absolute {
    formula: Formula,
    operands: Vec<Operand>,
    ones: Ratio,
    value: Ratio,
    unit: Unit,
}

impl Absolute {
    /// The sum of `parts`, in the unit of the first.
    ///
    /// # Errors
    /// [`NotComputable`] if there is no part, one is no number, the units differ, or the sum is too large.
    pub fn sum<I>(parts: impl IntoIterator<Item = I>) -> Result<Self, NotComputable>
    where
        I: TryInto<Input>,
        NotComputable: From<I::Error>,
    {
        let mut operands = Vec::new();
        for part in parts {
            operands.push(Operand::new(Role::Part, part.try_into()?));
        }
        let weights = vec![Amount::ONE; operands.len()];
        Self::combine(Formula::Sum, operands, &weights, Amount::ZERO)
    }

    /// The change from `base` to `current`; negative for a decrease.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number or the units differ.
    pub fn change<B, C>(base: B, current: C) -> Result<Self, NotComputable>
    where
        B: TryInto<Input>,
        C: TryInto<Input>,
        NotComputable: From<B::Error> + From<C::Error>,
    {
        let operands =
            vec![Operand::new(Role::Current, current.try_into()?), Operand::new(Role::Base, base.try_into()?)];
        let mut change = Self::combine(Formula::Change, operands, &[Amount::ONE, Amount::MINUS_ONE], Amount::ZERO)?;
        if change.unit.kind() == UnitKind::Percent {
            change.unit = Unit::PERCENTAGE_POINTS;
        }
        Ok(change)
    }

    /// What remains of `whole` after `parts`.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the result is too large.
    pub fn remainder<W, P>(whole: W, parts: impl IntoIterator<Item = P>) -> Result<Self, NotComputable>
    where
        W: TryInto<Input>,
        P: TryInto<Input>,
        NotComputable: From<W::Error> + From<P::Error>,
    {
        Self::subtract(Formula::Remainder, whole, parts)
    }

    /// Difference (hiệu) of a number and others that are no parts of it: y − Σx.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the result is too large.
    #[doc(alias = "hiệu")]
    pub fn difference<F, L>(from: F, less: impl IntoIterator<Item = L>) -> Result<Self, NotComputable>
    where
        F: TryInto<Input>,
        L: TryInto<Input>,
        NotComputable: From<F::Error> + From<L::Error>,
    {
        Self::subtract(Formula::Difference, from, less)
    }

    fn subtract<F, L>(formula: Formula, from: F, less: impl IntoIterator<Item = L>) -> Result<Self, NotComputable>
    where
        F: TryInto<Input>,
        L: TryInto<Input>,
        NotComputable: From<F::Error> + From<L::Error>,
    {
        let mut operands = vec![Operand::new(Role::Whole, from.try_into()?)];
        for other in less {
            operands.push(Operand::new(Role::Part, other.try_into()?));
        }
        let mut weights = vec![Amount::MINUS_ONE; operands.len()];
        if let Some(first) = weights.first_mut() {
            *first = Amount::ONE;
        }
        Self::combine(formula, operands, &weights, Amount::ZERO)
    }

    /// The sum of the operands, each times its weight, and a constant of their unit.
    ///
    /// # Errors
    /// [`NotComputable`] if there is no operand, one is no number, the units differ, or the sum is too large.
    pub fn balance(terms: Vec<Operand>, constant: Amount) -> Result<Self, NotComputable> {
        let weights: Vec<Amount> = terms.iter().map(|term| term.weight).collect();
        Self::combine(Formula::Balance(constant), terms, &weights, constant)
    }

    /// The figure itself, as it stands elsewhere.
    pub(super) fn reference(other: Input) -> Result<Self, NotComputable> {
        Self::combine(Formula::Reference, vec![Operand::new(Role::Part, other)], &[Amount::ONE], Amount::ZERO)
    }

    /// How many of something a report lists.
    pub(super) fn count(number: usize) -> Result<Self, NotComputable> {
        let number = Amount::try_from(number)?;
        let value = Ratio::from(number);
        Ok(Self { formula: Formula::Count(number), operands: Vec::new(), ones: value, value, unit: Unit::BARE })
    }

    /// The sum of the operands, each times its weight, and a constant; in the unit of the first.
    fn combine(
        formula: Formula,
        operands: Vec<Operand>,
        weights: &[Amount],
        constant: Amount,
    ) -> Result<Self, NotComputable> {
        let Some(first) = operands.first() else { return Err(NotComputable::PartsMissing { missing: Vec::new() }) };
        let unit = first.input.figure().unit().clone();
        let scale = unit.scale().ones();
        let mut ones = Ratio::from(constant).checked_mul(scale)?;
        for (operand, weight) in operands.iter().zip(weights) {
            same_measure(Some(&first.input), &operand.input)?;
            let term = Ratio::from(operand.input.quantity()?.ones());
            ones = ones.checked_add(term.checked_mul((*weight).into())?)?;
        }
        let value = ones.checked_mul(scale.inverse()?)?;
        Ok(Self { formula, operands, ones, value, unit })
    }

    /// The formula.
    #[must_use]
    pub const fn formula(&self) -> Formula {
        self.formula
    }

    /// The operands, in the order of the formula.
    #[must_use]
    pub fn operands(&self) -> &[Operand] {
        &self.operands
    }

    /// The value at the scale of [`unit`](Self::unit).
    #[must_use]
    pub const fn value(&self) -> Ratio {
        self.value
    }

    /// The value in the unit's ones.
    #[must_use]
    pub const fn ones(&self) -> Ratio {
        self.ones
    }

    /// Its unit: that of the first operand, or percentage points for a change of a rate.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether an operand is said to be about so much, and so the value is too.
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.operands.iter().any(|operand| operand.input.is_approximate())
    }
}
