//! What a cell of an annex says, and the value behind it.

use alloc::string::String;

use crate::id::Text;
use crate::measure::{NotComputable, Relative};
use crate::quantity::{Figure, Ratio, Rounded};
use crate::text::telling::TWO_DECIMALS;

/// Cell of an annex (ô của phụ lục): the words printed in it, and the value that they say.
///
/// What is missing, what does not apply, what has no place in a row and a figure of zero are four values, and look
/// different.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexColumn, AnnexLack, AnnexSettings, AnnexValue, Vietnamese};
///
/// # let json = include_str!("../../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let annex = Annex::of(&report, &Vietnamese, &AnnexSettings::default());
/// let trained = annex.cell("mt-huan-luyen", AnnexColumn::ActualRate).unwrap();
/// assert_eq!(trained.text, "154,4%");                              // 3.088/2.000
/// let AnnexValue::Rate(rate) = &trained.value else { panic!() };
/// assert_eq!((rate.ratio.lowest_terms(), rate.printed.to_string()), ((193, 125), "154.4".into()));
/// let enrolled = annex.cell("mt-tuyen-sinh", AnnexColumn::ActualRate).unwrap();
/// assert_eq!(enrolled.text, "chưa nêu số KH");
/// assert!(matches!(&enrolled.value, AnnexValue::Lacking(AnnexLack::Measure(_))));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "ô")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexCell {
    /// The words printed.
    pub text: String,
    /// What they say.
    pub value: AnnexValue,
}

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnnexValue {
    /// The row has nothing to say in this column: a task has no unit.
    Empty,
    /// Words, a name or a goal without a figure.
    Words,
    /// A figure with its unit and its bound, as printed in the report.
    Figure(Figure),
    /// A rate.
    Rate(AnnexRate),
    /// The indicator does not apply in the period (không áp dụng), and why if that is said.
    NotApplicable(Option<Text>),
    /// There is no value, and why.
    Lacking(AnnexLack),
}

/// Rate in a cell (tỷ lệ): exact, with the decimals it is printed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexRate {
    /// The value: 92/107 for 85.98 %.
    pub ratio: Ratio,
    /// The value in percent, as printed.
    pub printed: Rounded,
    /// The measure, with its formula and operands.
    pub measure: Relative,
}

/// Why a cell of an annex has no value (lý do chưa có số).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnnexLack {
    /// A measure has no value.
    Measure(NotComputable),
    /// No figure of the previous period.
    NoPrevious,
    /// No estimate for the full period.
    NoEstimate,
    /// No actual to the cut-off.
    NoActual,
    /// The report proposes nothing for the next period.
    NotProposed,
    /// Only proposed for the next period, so this one has no plan of it.
    NotAssigned,
    /// The report does not say it.
    NotStated,
    /// Nobody asked for the grade to be computed.
    NotComputed,
    /// The rule set was asked and gives no level.
    NoLevel,
}

impl AnnexRate {
    /// A measure at two decimals, or fewer where they say it exactly.
    pub(super) fn of(measure: &Relative) -> Self {
        let ratio = measure.ratio();
        Self { ratio, printed: ratio.round_percent_short(TWO_DECIMALS), measure: measure.clone() }
    }
}

impl AnnexCell {
    pub(super) const fn empty() -> Self {
        Self { text: String::new(), value: AnnexValue::Empty }
    }

    pub(super) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), value: AnnexValue::Words }
    }
}
