use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{NotComputable, Role};
use crate::id::{Id, Text};
use crate::period::PeriodName;
use crate::quantity::{Amount, Figure, Printed, Quantity, QuantityError, Reading, Unit};

/// Input of a formula (số liệu đầu vào): a figure, and which one it is if it comes from a report.
///
/// A bare number is an input too, of [`Unit::BARE`].
///
/// ```
/// use thuocdo::measure::Input;
/// use thuocdo::quantity::{Quantity, Unit};
///
/// let bare = Input::from(92);
/// let households = Input::from(Quantity::new(92.into(), Unit::HOUSEHOLD)?);
/// assert_eq!(bare.figure().unit(), &Unit::BARE);
/// assert_ne!(bare, households);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    figure: Figure,
    label: Option<Label>,
}

/// Which figure of a report an input is.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::measure::{Input, Label, Relative};
/// use thuocdo::quantity::{Figure, Reading, Unit};
///
/// # let label = Label { id: Id::new("viec-lam-2021")?, name: Text::new("Tỷ lệ có việc làm sau đào tạo")?,
/// #     period: None,
/// #     as_of: None, place: None, inferred_from: None };
/// let employed = Figure::new(Reading::MoreThan("80".parse()?), Unit::PERCENT)?; // trên 80%
/// let required = Figure::new(Reading::Exactly("80".parse()?), Unit::PERCENT)?;
/// let reason = Relative::completion(Input::labelled(employed, label), required).unwrap_err();
/// assert_eq!(reason.to_string(), "only a bound is stated for `Tỷ lệ có việc làm sau đào tạo`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The figure's id.
    pub id: Id,
    /// What it is the figure of.
    pub name: Text,
    /// The period it belongs to, if said.
    pub period: Option<PeriodName>,
    /// The day as of which it is, if said.
    pub as_of: Option<NaiveDate>,
    /// Where it stands, if said.
    pub place: Option<Text>,
    /// Why it follows from other figures, if it was not stated itself.
    pub inferred_from: Option<Text>,
}

/// An input in its place in a formula.
///
/// ```
/// use thuocdo::measure::{Absolute, Operand, Role};
/// use thuocdo::quantity::{Amount, Ratio};
///
/// // 107 hộ cần hỗ trợ, trừ 92 hộ đã hỗ trợ
/// let all = Operand::new(Role::Part, 107.into());
/// let supported = Operand { weight: Amount::MINUS_ONE, ..Operand::new(Role::Part, 92.into()) };
/// assert_eq!(Absolute::balance(vec![all, supported], Amount::ZERO)?.value(), Ratio::of(15, 1)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// What it stands for.
    pub role: Role,
    /// The figure.
    pub input: Input,
    /// What it is multiplied by in a balance; 1 everywhere else, where the formula says it.
    pub weight: Amount,
}

impl Operand {
    /// A figure in its place, once.
    #[must_use]
    pub const fn new(role: Role, input: Input) -> Self {
        Self { role, input, weight: Amount::ONE }
    }
}

impl Input {
    /// A figure of a report.
    #[must_use]
    pub const fn labelled(figure: Figure, label: Label) -> Self {
        Self { figure, label: Some(label) }
    }

    /// The figure.
    #[must_use]
    pub const fn figure(&self) -> &Figure {
        &self.figure
    }

    /// Which figure of a report it is; none for a bare number.
    #[must_use]
    pub const fn label(&self) -> Option<&Label> {
        self.label.as_ref()
    }

    /// What it is the figure of, if it comes from a report.
    #[must_use]
    pub fn name(&self) -> Option<&Text> {
        self.label.as_ref().map(|label| &label.name)
    }

    /// Whether it is said to be about so much.
    #[must_use]
    pub const fn is_approximate(&self) -> bool {
        matches!(self.figure.reading(), Reading::About(_))
    }

    /// The quantity to compute with: the number, or the number it is near.
    pub(super) fn quantity(&self) -> Result<Quantity, NotComputable> {
        let only_bounds =
            || NotComputable::OnlyBounds { name: self.name().cloned(), stated: Box::new(self.figure.clone()) };
        self.figure.point().ok_or_else(only_bounds)
    }

    /// The same input, a bare number taken to be of `unit`.
    pub(super) fn or_of(self, unit: &Unit) -> Result<Self, NotComputable> {
        if self.label.is_some() || *self.figure.unit() != Unit::BARE {
            return Ok(self);
        }
        let figure = Figure::new(self.figure.reading(), unit.clone())?;
        Ok(Self { figure, label: None })
    }
}

impl From<Figure> for Input {
    fn from(figure: Figure) -> Self {
        Self { figure, label: None }
    }
}

impl From<Quantity> for Input {
    fn from(quantity: Quantity) -> Self {
        Figure::from(quantity).into()
    }
}

macro_rules! from_small_integer {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Input {
            fn from(number: $integer) -> Self {
                Amount::from(number).into()
            }
        }
    )*};
}

macro_rules! from_large_number {
    ($($number:ty),*) => {$(
        impl TryFrom<$number> for Input {
            type Error = QuantityError;

            fn try_from(number: $number) -> Result<Self, QuantityError> {
                Ok(Amount::try_from(number)?.into())
            }
        }
    )*};
}

impl From<Printed> for Input {
    fn from(printed: Printed) -> Self {
        Figure::bare(printed).into()
    }
}

impl From<Amount> for Input {
    fn from(amount: Amount) -> Self {
        Quantity::bare(amount).into()
    }
}

from_small_integer!(i8, i16, i32, u8, u16, u32);
from_large_number!(i64, u64, i128, u128, isize, usize, Decimal);
