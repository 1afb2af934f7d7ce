//! Which columns an annex has, and the numbers under their heads.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::{fmt, str::FromStr};

/// Column of an annex (cột của phụ lục).
///
/// ```
/// use thuocdo::text::AnnexColumn;
///
/// let rate: AnnexColumn = "actual-rate".parse()?;
/// assert_eq!(rate.formula(), Some((AnnexColumn::Actual, AnnexColumn::Plan)));
/// assert!("tỷ lệ".parse::<AnnexColumn>().unwrap_err().to_string().starts_with("`tỷ lệ` is not a column of an annex"));
/// # Ok::<(), thuocdo::text::AnnexError>(())
/// ```
#[doc(alias = "cột")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnexColumn {
    /// TT: the label of the row.
    Number,
    /// Nhiệm vụ, chỉ tiêu.
    Name,
    /// ĐVT.
    Unit,
    /// Thực hiện kỳ trước.
    Previous,
    /// Kế hoạch.
    Plan,
    /// Thực hiện đến ngày chốt số liệu.
    Actual,
    /// Ước thực hiện cả kỳ.
    Estimate,
    /// Thực hiện so với kế hoạch, by the formula of the target.
    ActualRate,
    /// Ước thực hiện so với kế hoạch, by the formula of the target.
    EstimateRate,
    /// Ước thực hiện so với kỳ trước.
    Growth,
    /// Kế hoạch kỳ sau, as the report proposes it.
    NextPlan,
    /// Đơn vị chủ trì.
    Lead,
    /// Tự đánh giá.
    SelfGrade,
    /// Kết quả tính, by a rule set.
    ComputedGrade,
    /// Tài liệu kiểm chứng.
    Evidence,
    /// Ghi chú: the result in words, and what the figures rest on.
    Remark,
}

/// Columns of an annex in their order (bộ cột của phụ lục): at least one, none twice.
///
/// The columns of figures are numbered in that order. A rate whose two columns are both there says so under its head.
///
/// ```
/// use thuocdo::text::{AnnexColumn, AnnexColumns};
///
/// let all = AnnexColumns::default();
/// assert_eq!(all.number(AnnexColumn::ActualRate), "(5)=(3)/(2)");
/// let few = AnnexColumns::new(vec![AnnexColumn::Name, AnnexColumn::Actual, AnnexColumn::ActualRate])?;
/// assert_eq!(few.number(AnnexColumn::ActualRate), "(2)");        // the plan has no column, so the head names it
/// assert!(AnnexColumns::new(vec![AnnexColumn::Name, AnnexColumn::Name]).is_err());
/// # Ok::<(), thuocdo::text::AnnexError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexColumns(Vec<AnnexColumn>);

/// What is wrong with the columns that were asked for.
///
/// ```
/// use thuocdo::text::{AnnexColumns, AnnexError};
///
/// assert_eq!(AnnexColumns::new(vec![]), Err(AnnexError::NoColumn));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AnnexError {
    /// There is none.
    #[error("an annex has at least one column, {} are accepted", accepted())]
    NoColumn,
    /// One comes twice.
    #[error("`{column}` is a column twice, each is accepted once")]
    Repeated {
        /// The column.
        column: AnnexColumn,
    },
    /// A name that no column has.
    #[error("`{name}` is not a column of an annex, {} are accepted", accepted())]
    UnknownColumn {
        /// The name, cut short.
        name: String,
    },
}

impl AnnexColumn {
    /// Every column, in the order of the usual table.
    pub const ALL: [Self; 16] = [
        Self::Number,
        Self::Name,
        Self::Unit,
        Self::Previous,
        Self::Plan,
        Self::Actual,
        Self::Estimate,
        Self::ActualRate,
        Self::EstimateRate,
        Self::Growth,
        Self::NextPlan,
        Self::Lead,
        Self::SelfGrade,
        Self::ComputedGrade,
        Self::Evidence,
        Self::Remark,
    ];

    /// Its name, as programs write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Previous => "previous",
            Self::Plan => "plan",
            Self::Actual => "actual",
            Self::Estimate => "estimate",
            Self::ActualRate => "actual-rate",
            Self::EstimateRate => "estimate-rate",
            Self::Growth => "growth",
            Self::NextPlan => "next-plan",
            Self::Lead => "lead",
            Self::SelfGrade => "self-grade",
            Self::ComputedGrade => "computed-grade",
            Self::Evidence => "evidence",
            Self::Remark => "remark",
        }
    }

    /// For a rate, the column above the line and the one below it.
    #[must_use]
    pub const fn formula(self) -> Option<(Self, Self)> {
        match self {
            Self::ActualRate => Some((Self::Actual, Self::Plan)),
            Self::EstimateRate => Some((Self::Estimate, Self::Plan)),
            Self::Growth => Some((Self::Estimate, Self::Previous)),
            _ => None,
        }
    }

    /// Whether its cells are figures, so that it is numbered.
    #[must_use]
    pub const fn is_of_figures(self) -> bool {
        matches!(self, Self::Previous | Self::Plan | Self::Actual | Self::Estimate | Self::NextPlan)
            || self.formula().is_some()
    }

    /// Whether it tells the rows apart, so that it is printed bold where a row stands over others.
    pub(super) const fn is_of_name(self) -> bool {
        matches!(self, Self::Number | Self::Name)
    }
}

impl AnnexColumns {
    /// These columns.
    ///
    /// # Errors
    /// [`AnnexError`] for none, or one that comes twice.
    pub fn new(columns: Vec<AnnexColumn>) -> Result<Self, AnnexError> {
        if columns.is_empty() {
            return Err(AnnexError::NoColumn);
        }
        let mut rest = columns.as_slice();
        while let Some((column, others)) = rest.split_first() {
            if others.contains(column) {
                return Err(AnnexError::Repeated { column: *column });
            }
            rest = others;
        }
        Ok(Self(columns))
    }

    /// The columns in their order.
    #[must_use]
    pub fn as_slice(&self) -> &[AnnexColumn] {
        &self.0
    }

    /// Whether that column is one of them.
    #[must_use]
    pub fn contains(&self, column: AnnexColumn) -> bool {
        self.0.contains(&column)
    }

    /// What stands under the head of a column: `(3)`, `(5)=(3)/(2)`; nothing under one that is not of figures or not there.
    #[must_use]
    pub fn number(&self, column: AnnexColumn) -> String {
        let Some(own) = self.plain_number(column) else { return String::new() };
        match self.formula(column) {
            Some(formula) => format!("{own}={formula}"),
            None => own,
        }
    }

    /// The numbers in the formula of a rate, where both of its columns are there: `(3)/(2)`.
    #[must_use]
    pub fn formula(&self, column: AnnexColumn) -> Option<String> {
        let (above, below) = column.formula()?;
        self.quotient(above, below)
    }

    pub(super) fn quotient(&self, above: AnnexColumn, below: AnnexColumn) -> Option<String> {
        Some(format!("{}/{}", self.plain_number(above)?, self.plain_number(below)?))
    }

    fn plain_number(&self, column: AnnexColumn) -> Option<String> {
        let numbered = self.0.iter().filter(|column| column.is_of_figures());
        let position = numbered.into_iter().position(|found| *found == column)?;
        Some(format!("({})", position.saturating_add(1)))
    }
}

/// Every column.
impl Default for AnnexColumns {
    fn default() -> Self {
        Self(AnnexColumn::ALL.to_vec())
    }
}

impl fmt::Display for AnnexColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AnnexColumn {
    type Err = AnnexError;

    fn from_str(name: &str) -> Result<Self, AnnexError> {
        let known = Self::ALL.into_iter().find(|column| column.as_str() == name);
        known.ok_or_else(|| AnnexError::UnknownColumn { name: name.chars().take(40).collect() })
    }
}

/// Reads names with commas between them: `name,plan,actual`.
impl FromStr for AnnexColumns {
    type Err = AnnexError;

    fn from_str(names: &str) -> Result<Self, AnnexError> {
        let columns: Result<Vec<AnnexColumn>, AnnexError> = names.split(',').map(|name| name.trim().parse()).collect();
        Self::new(columns?)
    }
}

fn accepted() -> String {
    let names: Vec<String> = AnnexColumn::ALL.iter().map(ToString::to_string).collect();
    names.join(", ")
}
