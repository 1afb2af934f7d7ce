//! Amounts and readings with their unit, checked against each other.

use alloc::{format, string::ToString};

use super::{Amount, Interval, Printed, QuantityError, Ratio, Reading, Unit, UnitKind};

/// Quantity (đại lượng): an exact amount of a unit.
///
/// In the unit's ones it stays below 10^18, so two scales of one unit always compare exactly. There is no `Ord`: hộ and
/// người have no order between them.
///
/// ```
/// use thuocdo::quantity::{Amount, Quantity};
///
/// let total = Quantity::new(Amount::from(5261), "triệu đồng".parse()?)?;
/// let allotted = Quantity::new(Amount::from(2), "tỷ đồng".parse()?)?;
/// assert_eq!(total.checked_sub(&allotted)?.amount().to_string(), "3261");
/// assert_eq!(allotted.ratio_to(&total)?.lowest_terms(), (2000, 5261));
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "đại lượng")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quantity {
    amount: Amount,
    unit: Unit,
}

impl Quantity {
    /// So much of `unit`.
    ///
    /// # Errors
    /// [`QuantityError`] for a negative or broken count, or for 10^18 of the unit's ones and more.
    pub fn new(amount: Amount, unit: Unit) -> Result<Self, QuantityError> {
        check(amount, &unit)?;
        Ok(Self { amount, unit })
    }

    /// A bare number, which may be anything.
    #[must_use]
    pub const fn bare(amount: Amount) -> Self {
        Self { amount, unit: Unit::BARE }
    }

    /// The amount, at the unit's scale.
    #[must_use]
    pub const fn amount(&self) -> Amount {
        self.amount
    }

    /// The unit.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The amount in the unit's ones: 5261 triệu đồng are 5 261 000 000 đồng.
    #[must_use]
    pub fn ones(&self) -> Amount {
        // INVARIANT: checked by the constructor
        ones(self.amount, &self.unit).unwrap_or(self.amount)
    }

    /// The difference, at this quantity's scale. Fewer than none is no quantity of something counted; a change
    /// has a sign and is computed by `measure`.
    ///
    /// # Errors
    /// [`QuantityError::UnitsDiffer`], [`QuantityError::NegativeCount`], or [`QuantityError::TooLarge`].
    pub fn checked_sub(&self, other: &Self) -> Result<Self, QuantityError> {
        let other = other.at_scale_of(&self.unit)?;
        Self::new(self.amount.checked_sub(other)?, self.unit.clone())
    }

    /// The sum, at this quantity's scale.
    ///
    /// # Errors
    /// [`QuantityError::UnitsDiffer`], or [`QuantityError::TooLarge`].
    pub fn checked_add(&self, other: &Self) -> Result<Self, QuantityError> {
        let other = other.at_scale_of(&self.unit)?;
        Self::new(self.amount.checked_add(other)?, self.unit.clone())
    }

    /// The ratio of this quantity to `base`.
    ///
    /// # Errors
    /// [`QuantityError::UnitsDiffer`], or [`QuantityError::ZeroDenominator`].
    pub fn ratio_to(&self, base: &Self) -> Result<Ratio, QuantityError> {
        self.check_same_measure(&base.unit)?;
        Ratio::of(self.ones(), base.ones())
    }

    fn at_scale_of(&self, unit: &Unit) -> Result<Amount, QuantityError> {
        self.check_same_measure(unit)?;
        let factor = Amount::try_from(unit.scale().factor())?;
        let too_fine = || QuantityError::TooFine { text: format!("{} {} in {unit}", self.amount, self.unit) };
        Ratio::of(self.ones(), factor)?.to_amount().ok_or_else(too_fine)
    }

    fn check_same_measure(&self, unit: &Unit) -> Result<(), QuantityError> {
        if self.unit.is_same_measure(unit) {
            Ok(())
        } else {
            Err(QuantityError::UnitsDiffer { left: self.unit.clone(), right: unit.clone() })
        }
    }
}

/// A figure as a report gives it (số liệu): a reading and its unit.
///
/// ```
/// use thuocdo::quantity::{Figure, Reading, Unit};
///
/// let employed = Figure::new(Reading::MoreThan("80".parse()?), Unit::PERCENT)?;     // trên 80%
/// assert!(employed.exact().is_none());
/// let negative = Figure::new(Reading::Exactly("-2".parse()?), Unit::HOUSEHOLD);
/// assert_eq!(negative.unwrap_err().to_string(), "`-2` hộ is negative, a count is 0 or more");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "số liệu")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Figure {
    reading: Reading,
    unit: Unit,
}

impl Figure {
    /// What is said, of `unit`.
    ///
    /// # Errors
    /// [`QuantityError`] for a negative or broken count, or for 10^18 of the unit's ones and more.
    pub fn new(reading: impl Into<Reading>, unit: Unit) -> Result<Self, QuantityError> {
        let reading = reading.into();
        for printed in reading.numbers() {
            check(printed.amount(), &unit)?;
        }
        Ok(Self { reading, unit })
    }

    /// A bare number as printed, which may be anything.
    #[must_use]
    pub const fn bare(printed: Printed) -> Self {
        Self { reading: Reading::Exactly(printed), unit: Unit::BARE }
    }

    /// What is said.
    #[must_use]
    pub const fn reading(&self) -> Reading {
        self.reading
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The quantity, if a number is said and not a bound.
    #[must_use]
    pub fn exact(&self) -> Option<Quantity> {
        self.reading.exact().map(|printed| self.quantity_of(printed))
    }

    /// The quantity said, or the one it is near; none for a bound or a range.
    #[must_use]
    pub fn point(&self) -> Option<Quantity> {
        self.reading.point().map(|printed| self.quantity_of(printed))
    }

    /// The values it allows in the unit's ones; none for an approximation.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.reading.interval_by(|printed| Ratio::from(self.quantity_of(printed).ones()))
    }

    fn quantity_of(&self, printed: Printed) -> Quantity {
        // every number of the reading was checked against the unit
        Quantity { amount: printed.amount(), unit: self.unit.clone() }
    }
}

impl From<Quantity> for Figure {
    fn from(quantity: Quantity) -> Self {
        Self { reading: quantity.amount.into(), unit: quantity.unit }
    }
}

/// The one rule of which amounts a unit allows.
fn check(amount: Amount, unit: &Unit) -> Result<(), QuantityError> {
    let is_counted = matches!(unit.kind(), UnitKind::Whole | UnitKind::Count);
    if is_counted && amount.is_negative() {
        return Err(QuantityError::NegativeCount { text: amount.to_string(), unit: unit.clone() });
    }
    let ones = ones(amount, unit).ok_or_else(|| QuantityError::TooLarge { text: amount.to_string() })?;
    if unit.kind() == UnitKind::Whole && !ones.is_whole() {
        return Err(QuantityError::FractionalCount { text: amount.to_string(), unit: unit.clone() });
    }
    Ok(())
}

fn ones(amount: Amount, unit: &Unit) -> Option<Amount> {
    let millionths = amount.millionths().checked_mul(unit.scale().factor())?;
    Amount::from_millionths(millionths).ok()
}
