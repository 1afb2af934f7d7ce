use alloc::{boxed::Box, format, string::String, vec::Vec};

use chrono::NaiveDate;

use crate::id::Text;
use crate::period::PeriodName;
use crate::quantity::{Figure, QuantityError, Unit};

/// Why a measure has no value (lý do chưa tính được). It is an answer and flows on as such: nothing becomes 0 or 100 %.
///
/// Names are those of indicators and figures; they are none where bare numbers were given. The sentences that ask an
/// office for what is missing are in [`text`](crate::text).
///
/// ```
/// use thuocdo::measure::{NotComputable, Relative};
/// use thuocdo::quantity::{Figure, Reading, Unit};
///
/// let employed = Figure::new(Reading::MoreThan("80".parse()?), Unit::PERCENT)?; // trên 80% có việc làm sau đào tạo
/// let required = Figure::new(Reading::Exactly("80".parse()?), Unit::PERCENT)?;
/// let reason = Relative::completion(employed, required).unwrap_err();
/// assert!(matches!(reason, NotComputable::OnlyBounds { .. }));
/// assert_eq!(reason.to_string(), "only a bound is stated");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "lý do chưa tính được")]
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotComputable {
    /// No actual was reported.
    #[error("no actual{}", of(name.as_ref()))]
    NoActual {
        /// The indicator.
        name: Option<Text>,
        /// As of which day.
        as_of: Option<NaiveDate>,
    },
    /// The level that was set is not stated, or none was in force.
    #[error("no plan figure{}", of(name.as_ref()))]
    NoTarget {
        /// The indicator.
        name: Option<Text>,
    },
    /// The figure to compare with is not stated.
    #[error("no base figure{}", of(name.as_ref()))]
    NoBase {
        /// The indicator.
        name: Option<Text>,
        /// The base period, if one is named.
        period: Option<PeriodName>,
    },
    /// The whole that a share is of is not stated.
    #[error("no figure of the whole{}", of(name.as_ref()))]
    NoWhole {
        /// The indicator of the whole.
        name: Option<Text>,
    },
    /// Parts of a sum are not stated.
    #[error("{} {} missing", missing.len(), if missing.len() == 1 { "part is" } else { "parts are" })]
    PartsMissing {
        /// What they are.
        missing: Vec<Text>,
    },
    /// Nothing stands below the line.
    #[error("the denominator{} is 0", of(name.as_ref()))]
    ZeroDenominator {
        /// What is below the line.
        name: Option<Text>,
    },
    /// A base below zero, against which a percentage means nothing.
    #[error("the base{} is negative", of(name.as_ref()))]
    NegativeBase {
        /// What the base is.
        name: Option<Text>,
    },
    /// Target and baseline are the same, there is no way between them.
    #[error("target equals baseline")]
    ZeroSpan {
        /// The figure that both are.
        level: Box<Figure>,
    },
    /// Two units that cannot be compared.
    #[error("the units differ: {} and {}", left.quoted(), right.quoted())]
    UnitsDiffer {
        /// The first unit.
        left: Unit,
        /// The second.
        right: Unit,
    },
    /// The indicator does not apply in this period.
    #[error("the indicator does not apply")]
    NotApplicable {
        /// Why, if said.
        reason: Option<Text>,
    },
    /// Nobody judged a qualitative target.
    #[error("no judgement{}", of(name.as_ref()))]
    NotJudged {
        /// The target in words.
        name: Option<Text>,
    },
    /// The report gives a bound that settles neither yes nor no.
    #[error("the stated bound leaves it open")]
    LeftOpen {
        /// What is stated.
        stated: Box<Figure>,
        /// What is asked for, where that is one figure.
        required: Option<Box<Figure>>,
    },
    /// The report gives a bound or a range, and a computation needs a number.
    #[error("only a bound is stated{}", after("for", name.as_ref()))]
    OnlyBounds {
        /// The figure's name.
        name: Option<Text>,
        /// What is stated.
        stated: Box<Figure>,
    },
    /// The target does not say which of several formulas is meant.
    #[error("the target{} does not state its formula", of(name.as_ref()))]
    FormulaNotStated {
        /// The indicator.
        name: Option<Text>,
    },
    /// The target is not a single level that a figure could be divided by.
    #[error("the target{} is no single level", of(name.as_ref()))]
    NoSingleLevel {
        /// The indicator.
        name: Option<Text>,
    },
    /// The value is not of the kind the target asks for: a figure for a yes or no, a yes for a figure.
    #[error("the value{} is not of the kind the target asks for", of(name.as_ref()))]
    KindsDiffer {
        /// The indicator.
        name: Option<Text>,
    },
    /// A schedule needs the days between which work is done.
    #[error("no start or due day{}", of(name.as_ref()))]
    NoDates {
        /// The indicator.
        name: Option<Text>,
    },
    /// A figure is not legal or a result is too large.
    #[error(transparent)]
    Quantity(#[from] QuantityError),
}

fn of(name: Option<&Text>) -> String {
    after("of", name)
}

fn after(word: &str, name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" {word} `{name}`"))
}

// lets formulas take small integers, whose conversion cannot fail, beside figures, whose conversion can
impl From<core::convert::Infallible> for NotComputable {
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}
