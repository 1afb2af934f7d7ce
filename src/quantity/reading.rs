use alloc::string::ToString;

use super::{Amount, End, Interval, Printed, QuantityError, Ratio};

/// What a report says with a figure (cách nêu số liệu): the number itself, a bound, a range or an approximation.
///
/// "trên 80%" is no number: a comparison with it is settled, or left open, by what the words allow
/// ([`Reading::interval`]).
///
/// ```
/// use thuocdo::quantity::{Printed, Reading};
///
/// let employed = Reading::MoreThan("80".parse()?);      // trên 80%
/// assert_eq!(employed.exact(), None);
/// let trained = Reading::Exactly("3088".parse()?);
/// assert_eq!(trained.exact().unwrap().to_string(), "3088");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The number.
    Exactly(Printed),
    /// `từ … trở lên`, `ít nhất`, `tối thiểu`, `không dưới`.
    AtLeast(Printed),
    /// `trên`, `hơn`.
    MoreThan(Printed),
    /// `không quá`, `tối đa`, `… trở xuống`.
    AtMost(Printed),
    /// `dưới`, `chưa đến`.
    LessThan(Printed),
    /// `120-150`, `từ … đến …`, both ends included.
    Between(Range),
    /// `khoảng`, `~`, `xấp xỉ`: near the number, how near is not said.
    About(Printed),
}

impl Reading {
    /// The range from `low` to `high`.
    ///
    /// # Errors
    /// [`QuantityError::EmptyRange`] if they do not rise.
    pub fn between(low: Printed, high: Printed) -> Result<Self, QuantityError> {
        Range::new(low, high).map(Self::Between)
    }

    /// The number, if it is stated as one.
    #[must_use]
    pub const fn exact(self) -> Option<Printed> {
        match self {
            Self::Exactly(printed) => Some(printed),
            _ => None,
        }
    }

    /// The number or what it is near; none for a bound or a range.
    #[must_use]
    pub const fn point(self) -> Option<Printed> {
        match self {
            Self::Exactly(printed) | Self::About(printed) => Some(printed),
            _ => None,
        }
    }

    /// The values it allows; none for an approximation, which excludes nothing for certain.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        self.interval_by(|printed| Ratio::from(printed.amount()))
    }

    /// The values it allows, each number turned into a value by `value`, which keeps the order.
    pub(super) fn interval_by(self, value: impl Fn(Printed) -> Ratio) -> Option<Interval> {
        match self {
            Self::Exactly(at) => Some(Interval::point(value(at))),
            Self::AtLeast(low) => Some(Interval::from(value(low), End::Closed)),
            Self::MoreThan(low) => Some(Interval::from(value(low), End::Open)),
            Self::AtMost(high) => Some(Interval::up_to(value(high), End::Closed)),
            Self::LessThan(high) => Some(Interval::up_to(value(high), End::Open)),
            Self::Between(range) => Interval::closed(value(range.low()), value(range.high())),
            Self::About(_) => None,
        }
    }

    /// The same number, or the number it is near, without its sign; none for a bound or a range, which turns round with
    /// the sign.
    #[must_use]
    pub fn without_sign(self) -> Option<Self> {
        match self {
            Self::Exactly(number) => Some(Self::Exactly(number.magnitude())),
            Self::About(number) => Some(Self::About(number.magnitude())),
            _ => None,
        }
    }

    /// The printed numbers in it: one, or two for a range.
    pub fn numbers(self) -> impl Iterator<Item = Printed> {
        let (first, second) = match self {
            Self::Exactly(n)
            | Self::AtLeast(n)
            | Self::MoreThan(n)
            | Self::AtMost(n)
            | Self::LessThan(n)
            | Self::About(n) => (n, None),
            Self::Between(range) => (range.low(), Some(range.high())),
        };
        core::iter::once(first).chain(second)
    }
}

impl From<Printed> for Reading {
    fn from(printed: Printed) -> Self {
        Self::Exactly(printed)
    }
}

impl From<Amount> for Reading {
    fn from(amount: Amount) -> Self {
        Self::Exactly(amount.into())
    }
}

/// Two printed figures that rise (khoảng từ … đến …).
///
/// ```
/// use thuocdo::quantity::Range;
///
/// let abroad = Range::new("120".parse()?, "150".parse()?)?;
/// assert_eq!(abroad.high().to_string(), "150");
/// assert!(Range::new("150".parse()?, "120".parse()?).is_err());
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Range {
    low: Printed,
    high: Printed,
}

impl Range {
    /// The range from `low` to `high`.
    ///
    /// # Errors
    /// [`QuantityError::EmptyRange`] if they do not rise.
    pub fn new(low: Printed, high: Printed) -> Result<Self, QuantityError> {
        if low.amount() < high.amount() {
            Ok(Self { low, high })
        } else {
            Err(QuantityError::EmptyRange { low: low.to_string(), high: high.to_string() })
        }
    }

    /// The lower end.
    #[must_use]
    pub const fn low(self) -> Printed {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(self) -> Printed {
        self.high
    }
}
