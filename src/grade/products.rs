use alloc::{string::ToString, vec::Vec};

use super::{Fact, FactValue};
use crate::quantity::{Amount, QuantityError, Ratio, Unit};

/// A product or job (sản phẩm, công việc) of a civil servant in a period, as Decree 335/2025/NĐ-CP counts them.
///
/// A fault or delay from an objective cause that the authority confirmed is not counted here.
#[doc(alias = "sản phẩm")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// The conversion factor (hệ số quy đổi).
    pub factor: Amount,
    /// How many were assigned.
    pub assigned: u32,
    /// How many were completed.
    pub completed: u32,
    /// Reviews of quality that failed.
    pub faults: u32,
    /// Delays.
    pub delays: u32,
}

/// What quality and progress are divided by. Implementations of the decree differ on it, and it matters: nothing completed
/// is 0 of what was assigned, and 0 of 0 of what was completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProductDenominator {
    /// The converted products assigned, as press reports of the decree word it.
    Assigned,
    /// The converted products completed, as one province implements it.
    Completed,
}

/// The three ratios of Decree 335/2025/NĐ-CP (quantity `a`, quality `b`, progress `c`), each not above 1.
///
/// Each fault takes 25 % off the quality points of its product, each delay 25 % off its progress points, to no less than
/// nothing. Sources: press reports of the decree (seen); the caps at 1 from three code bases (second-hand).
///
/// ```
/// use thuocdo::grade::{Product, ProductDenominator, ProductTally};
/// use thuocdo::quantity::Ratio;
///
/// let product = |factor, assigned, completed, faults, delays| Product { factor, assigned, completed, faults, delays };
/// let products = [product(300.into(), 4, 4, 0, 1), product(100.into(), 10, 8, 1, 0)];
/// let tally = ProductTally::of(&products, ProductDenominator::Assigned)?;
/// assert_eq!(tally.quantity(), Some(Ratio::of(10, 11)?));
/// assert_eq!(tally.quality(), Some(Ratio::of(9, 11)?));
/// assert_eq!(tally.progress(), Some(Ratio::of(17, 22)?));
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductTally {
    quantity: Option<Ratio>,
    quality: Option<Ratio>,
    progress: Option<Ratio>,
}

impl ProductTally {
    /// The ratios of some products.
    ///
    /// # Errors
    /// [`QuantityError`] if a factor is negative or a sum too large.
    pub fn of(products: &[Product], denominator: ProductDenominator) -> Result<Self, QuantityError> {
        if let Some(negative) = products.iter().find(|product| product.factor.is_negative()) {
            return Err(QuantityError::NegativeCount { text: negative.factor.to_string(), unit: Unit::BARE });
        }
        let total = |points: &dyn Fn(&Product) -> Result<Ratio, QuantityError>| {
            products.iter().try_fold(Ratio::ZERO, |sum, product| {
                sum.checked_add(points(product)?.checked_mul(product.factor.into())?)
            })
        };
        let assigned = total(&|product| Ratio::of(product.assigned, 1))?;
        let completed = total(&|product| Ratio::of(product.completed, 1))?;
        let quality = total(&|product| left_after(product.completed, product.faults))?;
        let progress = total(&|product| left_after(product.completed, product.delays))?;
        let base = match denominator {
            ProductDenominator::Assigned => assigned,
            ProductDenominator::Completed => completed,
        };
        Ok(Self {
            quantity: share(completed, assigned)?,
            quality: share(quality, base)?,
            progress: share(progress, base)?,
        })
    }

    /// `a`: completed over assigned; none if nothing was assigned.
    #[must_use]
    pub const fn quantity(&self) -> Option<Ratio> {
        self.quantity
    }

    /// `b`: completed with quality over the denominator; none if that is nothing.
    #[must_use]
    pub const fn quality(&self) -> Option<Ratio> {
        self.quality
    }

    /// `c`: completed in time over the denominator; none if that is nothing.
    #[must_use]
    pub const fn progress(&self) -> Option<Ratio> {
        self.progress
    }

    /// The three as facts, in the order a, b, c.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let fact = |ratio: Option<Ratio>| Fact::given(ratio.map_or(FactValue::Unknown(None), FactValue::Exactly));
        [self.quantity, self.quality, self.progress].map(fact).into()
    }
}

/// The completed count after a quarter off for each fault.
fn left_after(completed: u32, faults: u32) -> Result<Ratio, QuantityError> {
    let quarters_left = 4_u32.saturating_sub(faults);
    Ratio::of(completed, 4)?.checked_mul(Ratio::of(quarters_left, 1)?)
}

fn share(part: Ratio, whole: Ratio) -> Result<Option<Ratio>, QuantityError> {
    if whole == Ratio::ZERO {
        return Ok(None);
    }
    Ok(Some(part.checked_mul(whole.inverse()?)?.min(Ratio::ONE)))
}
