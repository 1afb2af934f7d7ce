use alloc::vec::Vec;

use crate::id::Id;
use crate::quantity::{Interval, Printed, Ratio};
use crate::record::StatedRelation;

/// One relation of a check table with what came of it (kết quả đối chiếu một nội dung).
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use thuocdo::{check::CheckTable, id::Id};
/// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
/// use thuocdo::check::Agreement;
///
/// let check = table.check();
/// let supported = check.statement(&Id::new("qh-ty-le-ho-tro")?).unwrap(); // 92/107 hộ, đạt 85,98%
/// assert_eq!(supported.agreement, Agreement::ByRounding);
/// let poor = check.statement(&Id::new("qh-ty-le-ngheo-1121")?).unwrap(); // 02 of 2.552 hộ, 0,12%
/// assert_eq!(poor.comparison.unwrap().rounded, Some("0.08".parse()?));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "nội dung đối chiếu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'t> {
    /// What is stated.
    pub relation: &'t StatedRelation,
    /// Whether it holds.
    pub agreement: Agreement,
    /// What it was held against; none where it could not be.
    pub comparison: Option<Comparison>,
    /// Whether a figure in it is said to be about so much, which makes it a question rather than a mistake.
    pub is_approximate: bool,
}

/// Whether a statement holds.
///
/// A figure that was cut or padded is a finding, but it is not broken: no other figure has to change for it.
///
/// ```
/// use thuocdo::check::Agreement;
///
/// assert!(Agreement::Cut.holds()); // 22/57 is 38,596…%, printed 38,59%
/// assert!(!Agreement::Off.holds());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// Khớp: the figure is exactly what follows.
    Exact,
    /// Khớp sau làm tròn: it is what follows, rounded; or what it says of a bound is so.
    ByRounding,
    /// Bỏ phần lẻ thay vì làm tròn: the digits were cut off.
    Cut,
    /// Thêm chữ số 0 sau số đã làm tròn: it was rounded to fewer decimals and printed with more.
    Padded,
    /// Điều chỉnh để cộng đủ 100%: one unit of the last place off, so that rounded shares of a whole add up to 100.
    Nudged,
    /// Phần trăm hay điểm phần trăm: a rate "tăng 1,2%", where both may be meant.
    PointsOrPercent(PointsOrPercent),
    /// Chưa khớp.
    Off,
    /// Chưa kiểm tra được.
    NotChecked(Unchecked),
}

/// The two ways to read "57,2%, tăng 1,2%".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointsOrPercent {
    /// What the base would be if the change were in percentage points.
    pub base_if_points: Option<Ratio>,
    /// What the base would be if the change were in percent of the base.
    pub base_if_percent: Option<Ratio>,
    /// Whether the stated base fits the first; none if no base is stated.
    pub points_fit: Option<bool>,
    /// Whether the stated base fits the second.
    pub percent_fits: Option<bool>,
}

/// Why a statement could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unchecked {
    /// Figures it needs are not stated.
    NotStated {
        /// Which.
        figures: Vec<Id>,
        /// What the figure would have to be for the statement to hold, if only one is missing and something is known of it.
        possible: Option<Interval>,
    },
    /// The base is 0, there is nothing to take a rate of.
    ZeroBase(Id),
    /// The base is below 0, a rate of it means nothing.
    NegativeBase(Id),
    /// The figures are too large to compute with.
    TooLarge,
}

/// What is stated beside what follows, both as the true values they allow, in the ones of the result's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// What the result can be by the other figures: a single value if they are exact.
    pub recomputed: Interval,
    /// What the stated figure allows.
    pub stated: Interval,
    /// What follows from the digits as they are printed, as a person computes it; none where a bound or a range is among them.
    pub computed: Option<Ratio>,
    /// How far what follows is from the printed number: above it if positive. A range where no single value is computed.
    pub gap: Interval,
    /// One unit of the last place of the stated figure.
    pub last_place: Ratio,
    /// What was computed, rounded to the decimals of the stated figure.
    pub rounded: Option<Printed>,
}

impl Agreement {
    /// Whether no figure has to change for it.
    #[must_use]
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Exact | Self::ByRounding | Self::Cut | Self::Padded | Self::Nudged)
    }
}

impl Comparison {
    /// How many units of the last place what follows is away from the printed number, at least.
    ///
    /// 0 if the printed number is one of the values.
    #[must_use]
    pub fn last_places(&self) -> Option<Ratio> {
        let nearest = match (self.gap.low(), self.gap.high()) {
            (Some((low, _)), _) if low > Ratio::ZERO => low,
            (_, Some((high, _))) if high.is_negative() => high.negated(),
            _ => Ratio::ZERO,
        };
        nearest.checked_mul(self.last_place.inverse().ok()?).ok()
    }
}
