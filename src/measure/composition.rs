use alloc::vec::Vec;

use super::{Absolute, Input, NotComputable, Relative};

/// Composition (cơ cấu): the share of each part in a whole, and what is left of the whole.
///
/// ```
/// use thuocdo::measure::{Composition, Input};
/// use thuocdo::quantity::Rounding;
///
/// // hộ người có công theo mức sống, tháng 3/2021
/// let households = Composition::of(2552.into(), [18, 89, 2445].map(Input::from).into())?;
/// let shares: Vec<_> =
///     households.shares().iter().map(|share| share.round(Rounding::half_away::<2>()).to_string()).collect();
/// assert_eq!(shares, ["0.71", "3.49", "95.81"]);
/// assert_eq!(households.rest().value().to_amount().unwrap().to_string(), "0");
/// # Ok::<(), thuocdo::measure::NotComputable>(())
/// ```
#[doc(alias = "cơ cấu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    shares: Vec<Relative>,
    rest: Absolute,
}

impl Composition {
    /// The composition of `whole` out of `parts`.
    ///
    /// # Errors
    /// [`NotComputable`] if an input is no number, the units differ, or the whole is zero or negative.
    pub fn of(whole: Input, parts: Vec<Input>) -> Result<Self, NotComputable> {
        let shares = parts.iter().map(|part| Relative::share(part.clone(), whole.clone())).collect::<Result<_, _>>()?;
        Ok(Self { shares, rest: Absolute::remainder(whole, parts)? })
    }

    /// The share of each part, in the order given.
    #[must_use]
    pub fn shares(&self) -> &[Relative] {
        &self.shares
    }

    /// What is left of the whole; zero if the parts make it up, negative if they exceed it.
    #[must_use]
    pub const fn rest(&self) -> &Absolute {
        &self.rest
    }
}
