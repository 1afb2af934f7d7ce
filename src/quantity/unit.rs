use alloc::{
    borrow::{Cow, ToOwned},
    format,
    string::String,
};
use core::{fmt, str::FromStr};

use unicode_normalization::is_nfc;

use super::{
    Amount, QuantityError, Ratio,
    bounds::UNIT_CHARS,
    unit_table::{KNOWN, Known, find},
};

/// Unit of measure (đơn vị tính, ĐVT): a name, with a scale word where one stands before it.
///
/// The set is open: any text is a unit. For the usual ones the kind is known, and with it whether figures may be
/// negative or broken. Units are compared by name, `hộ` and `người` never mix; scales of one name do mix, exactly
/// (`triệu đồng` and `tỷ đồng`).
///
/// ```
/// use thuocdo::quantity::{Scale, Unit, UnitKind};
///
/// let unit: Unit = "triệu đồng".parse()?;
/// assert_eq!((unit.name(), unit.scale()), ("đồng", Scale::Million));
/// assert_eq!(unit.to_string(), "triệu đồng");
/// assert_eq!("thiết bị".parse::<Unit>()?.kind(), UnitKind::Other);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "đơn vị tính")]
#[doc(alias = "ĐVT")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    name: Cow<'static, str>,
    kind: UnitKind,
    scale: Scale,
}

/// What sort of figures a unit measures; it decides which figures are legal.
///
/// ```
/// use thuocdo::quantity::{Quantity, Unit, UnitKind};
///
/// assert_eq!((Unit::HOUSEHOLD.kind(), Unit::CASE.kind()), (UnitKind::Whole, UnitKind::Count));
/// assert!(Quantity::new("28.5".parse()?, Unit::CASE).is_ok());         // vụ
/// assert!(Quantity::new("107.5".parse()?, Unit::HOUSEHOLD).is_err());  // hộ
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// Counted in whole numbers: persons, households. Never negative.
    Whole,
    /// Counted, halves allowed: court cases. Never negative.
    Count,
    /// Measured: hectares, days, scores.
    Measure,
    /// Money.
    Money,
    /// A rate in percent.
    Percent,
    /// A difference of rates in percentage points.
    Points,
    /// A bare number without a unit.
    Bare,
    /// Any other unit: nothing is known of it, so no figure is refused.
    Other,
}

/// Scale word before a unit (nghìn, vạn, triệu, tỷ, nghìn tỷ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Scale {
    /// No scale word.
    #[default]
    One,
    /// `nghìn`, 10^3.
    Thousand,
    /// `vạn`, 10^4.
    TenThousand,
    /// `triệu`, 10^6.
    Million,
    /// `tỷ`, 10^9.
    Billion,
    /// `nghìn tỷ`, 10^12.
    ThousandBillion,
}

impl Scale {
    /// Every scale, from the smallest.
    pub const ALL: [Self; 6] =
        [Self::One, Self::Thousand, Self::TenThousand, Self::Million, Self::Billion, Self::ThousandBillion];

    /// How many ones it stands for.
    #[must_use]
    pub const fn factor(self) -> i128 {
        match self {
            Self::One => 1,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::Billion => 1_000_000_000,
            Self::ThousandBillion => 1_000_000_000_000,
        }
    }

    /// The same as a ratio over one.
    pub(crate) fn ones(self) -> Ratio {
        // INVARIANT: every scale is far below the largest amount
        Amount::try_from(self.factor()).map_or(Ratio::ONE, Ratio::from)
    }

    /// The Vietnamese word; empty for [`Scale::One`].
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "nghìn",
            Self::TenThousand => "vạn",
            Self::Million => "triệu",
            Self::Billion => "tỷ",
            Self::ThousandBillion => "nghìn tỷ",
        }
    }

    /// The English word; empty for [`Scale::One`].
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "thousand",
            Self::TenThousand => "ten thousand",
            Self::Million => "million",
            Self::Billion => "billion",
            Self::ThousandBillion => "trillion",
        }
    }
}

impl Unit {
    /// No unit: a bare number.
    pub const BARE: Self = Self::known("", UnitKind::Bare);
    /// `người`.
    pub const PERSON: Self = Self::known("người", UnitKind::Whole);
    /// `hộ`.
    pub const HOUSEHOLD: Self = Self::known("hộ", UnitKind::Whole);
    /// `vụ`.
    pub const CASE: Self = Self::known("vụ", UnitKind::Count);
    /// `hồ sơ`.
    pub const FILE: Self = Self::known("hồ sơ", UnitKind::Whole);
    /// `học viên`.
    pub const TRAINEE: Self = Self::known("học viên", UnitKind::Whole);
    /// `lớp`.
    pub const CLASS: Self = Self::known("lớp", UnitKind::Whole);
    /// `xã`.
    pub const COMMUNE: Self = Self::known("xã", UnitKind::Whole);
    /// `đồng`.
    pub const DONG: Self = Self::known("đồng", UnitKind::Money);
    /// `ngày`.
    pub const DAY: Self = Self::known("ngày", UnitKind::Measure);
    /// `%`.
    pub const PERCENT: Self = Self::known("%", UnitKind::Percent);
    /// `điểm phần trăm`.
    pub const PERCENTAGE_POINTS: Self = Self::known("điểm phần trăm", UnitKind::Points);

    const fn known(name: &'static str, kind: UnitKind) -> Self {
        Self { name: Cow::Borrowed(name), kind, scale: Scale::One }
    }

    /// The same unit at another scale.
    ///
    /// # Errors
    /// [`QuantityError::Unit`] for percent and percentage points, which have no scale words. A bare number may have one: `5.261
    /// triệu`, of what is not said.
    pub fn scaled(&self, scale: Scale) -> Result<Self, QuantityError> {
        if scale != Scale::One && matches!(self.kind, UnitKind::Percent | UnitKind::Points) {
            let text = [scale.vietnamese(), " ", &self.name].concat();
            return Err(QuantityError::Unit { text, problem: "a scale word stands before a countable unit only" });
        }
        Ok(Self { scale, ..self.clone() })
    }

    /// The name without scale word; empty for a bare number.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> UnitKind {
        self.kind
    }

    /// The scale.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// Whether figures of the two can be compared: the same name, at any scale.
    #[must_use]
    pub fn is_same_measure(&self, other: &Self) -> bool {
        self.name == other.name
    }

    /// The names of the usual units, with their English for one and for many.
    pub(crate) fn known_names() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        KNOWN.iter().map(|known| (known.name, known.one, known.many))
    }

    /// The unit as errors name it.
    pub(crate) fn quoted(&self) -> String {
        if self.kind == UnitKind::Bare && self.scale == Scale::One { "no unit".into() } else { format!("`{self}`") }
    }

    /// The English name for one and for many, where the unit is a known one.
    #[must_use]
    pub fn english(&self) -> Option<(&'static str, &'static str)> {
        find(&self.name).map(|known| (known.one, known.many))
    }
}

/// Reads an optional scale word and a name: `người`, `triệu đồng`; an empty text is [`Unit::BARE`].
impl FromStr for Unit {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let refuse =
            |problem| Err(QuantityError::Unit { text: text.chars().take(UNIT_CHARS.into()).collect(), problem });
        if text.is_empty() {
            return Ok(Self::BARE);
        }
        if !is_nfc(text) {
            return refuse("it is not composed Unicode (NFC)");
        }
        if text.trim() != text || text.contains(char::is_control) || text.contains("  ") {
            return refuse("it begins or ends with a space, or holds two of them or control characters");
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return refuse("it begins with a digit");
        }
        let after_scale_word = |scale: Scale| {
            let name = text.strip_prefix(scale.vietnamese())?;
            // a scale word alone, of a bare number
            if name.is_empty() { Some((scale, name)) } else { Some((scale, name.strip_prefix(' ')?)) }
        };
        // the longest first, or `nghìn tỷ đồng` would be thousands of something called `tỷ đồng`
        let (scale, name) = Scale::ALL.into_iter().rev().find_map(after_scale_word).unwrap_or((Scale::One, text));
        if name.chars().take(usize::from(UNIT_CHARS).saturating_add(1)).count() > usize::from(UNIT_CHARS) {
            return refuse("it is longer than 60 characters");
        }
        if Scale::ALL.into_iter().any(|scale| scale != Scale::One && name.split(' ').next() == Some(scale.vietnamese()))
        {
            return refuse("it has more than one scale word");
        }
        let unit = match find(name) {
            None if name.is_empty() => Self::BARE,
            Some(Known { name, kind, .. }) => Self::known(name, *kind),
            None => Self { name: Cow::Owned(name.to_owned()), kind: UnitKind::Other, scale: Scale::One },
        };
        unit.scaled(scale)
    }
}

/// Writes the Vietnamese scale word and name.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scale {
            Scale::One => f.write_str(&self.name),
            scale if self.name.is_empty() => f.write_str(scale.vietnamese()),
            scale => write!(f, "{} {}", scale.vietnamese(), self.name),
        }
    }
}
