//! What the heads of a table mean: data, so that an office adds the words of its own forms and changes no code.

use std::collections::BTreeSet;

use serde::Deserialize;
use thuocdo::quantity::Unit;

use crate::error::WorkbookError;
use crate::fold::{fold, tidy};

/// Stands between the rows of a head of several rows: `Thực hiện > Lũy kế`.
const BELOW: char = '>';

/// Layout of tables (khuôn dạng biểu): which words head which column, and which words begin a total.
///
/// Words are compared without regard to case, spaces, composed or decomposed letters and the place of a tone mark. A time
/// may follow a head: `KH năm 2021` is headed by `KH`.
///
/// ```
/// use workbook::{Layout, Role};
///
/// let layout = Layout::from_json(r#"{
///     "version": 1,
///     "columns": [
///         { "role": "subject", "headers": ["Tên chỉ tiêu"] },
///         { "role": "actual", "headers": ["TH", "Kết quả > Trong tháng"] }
///     ],
///     "totals": ["Tổng số"]
/// }"#)?;
/// assert_eq!(layout.columns.len(), 2);
/// let refused = Layout::from_json(r#"{ "version": 1, "colums": [] }"#).unwrap_err();
/// assert!(refused.to_string().contains("unknown field `colums`"));
/// # assert_eq!(layout.columns[1].role, Role::Actual);
/// # Ok::<(), workbook::WorkbookError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The version of this form of data, 1.
    pub version: u8,
    /// What heads each column, in the order in which a template has them.
    pub columns: Vec<LayoutColumn>,
    /// Names of rows that total the whole table: `Tổng số`.
    #[serde(default)]
    pub totals: Vec<String>,
    /// Names of rows that total the rows since the last such one: `Cộng`.
    #[serde(default)]
    pub subtotals: Vec<String>,
    /// Names of rows that only introduce the rows below: `Trong đó`.
    #[serde(default)]
    pub headings: Vec<String>,
    /// What stands in a cell to which the indicator does not apply: `-`.
    #[serde(default)]
    pub not_applicable: Vec<String>,
    /// What stands before the name of the reporting unit, above the table.
    #[serde(default)]
    pub unit_labels: Vec<String>,
    /// What stands before the day of the figures.
    #[serde(default)]
    pub date_labels: Vec<String>,
    /// What stands before the number of a correction; a higher one supersedes a lower one.
    #[serde(default)]
    pub version_labels: Vec<String>,
    /// What stands in the first cell of a row that only shows how to fill in the others.
    #[serde(default)]
    pub example_labels: Vec<String>,
    /// The indicators that units are asked for; empty if any are read.
    #[serde(default)]
    pub indicators: Vec<LayoutIndicator>,
}

/// A column of a layout (cột của biểu).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutColumn {
    /// What stands in it.
    pub role: Role,
    /// What may head it; the first is what a template writes. `>` stands between the rows of a head.
    pub headers: Vec<String>,
}

/// An indicator that units are asked for (chỉ tiêu cần báo cáo).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayoutIndicator {
    /// Its name, as the totals have it.
    pub name: String,
    /// Its unit of measure.
    pub unit: String,
    /// Other names under which units report it.
    #[serde(default)]
    pub also: Vec<String>,
}

/// What stands in a column (nội dung của cột).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Số thứ tự: `I`, `1`, `a`.
    Order,
    /// Tên chỉ tiêu.
    Subject,
    /// Đơn vị tính.
    UnitOfMeasure,
    /// Kế hoạch.
    Plan,
    /// Thực hiện.
    Actual,
    /// Lũy kế.
    Accumulated,
    /// Ước thực hiện.
    Estimate,
    /// Cùng kỳ hoặc năm trước.
    Base,
    /// Tỷ lệ; rates are read and never added up.
    Rate,
    /// Ghi chú.
    Note,
}

impl Role {
    /// Whether figures stand in the column.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Plan | Self::Actual | Self::Accumulated | Self::Estimate | Self::Base | Self::Rate)
    }
}

impl Layout {
    /// The heads that are usual in reports of departments.
    ///
    /// # Errors
    /// None in fact; the layout that comes with the crate is read as any other.
    pub fn common() -> Result<Self, WorkbookError> {
        Self::from_json(include_str!("../layouts/common.json"))
    }

    /// A layout from JSON.
    ///
    /// # Errors
    /// [`WorkbookError::Layout`] with the place, for fields that are not known, heads used twice, and a layout without a
    /// column for names or for figures.
    pub fn from_json(json: &str) -> Result<Self, WorkbookError> {
        let refuse = |reason: String| WorkbookError::Layout { reason };
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let layout: Self = serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| refuse(format!("at `{}`: {}", error.path(), error.inner())))?;
        deserializer.end().map_err(|error| refuse(error.to_string()))?;
        layout.check().map_err(refuse)?;
        Ok(layout)
    }

    fn check(&self) -> Result<(), String> {
        if self.version != 1 {
            return Err(format!("at `version`: `{}`, 1 is accepted", self.version));
        }
        let mut roles = BTreeSet::new();
        let mut heads = BTreeSet::new();
        for (index, column) in self.columns.iter().enumerate() {
            let place = format!("at `columns[{index}]`");
            if !roles.insert(column.role) {
                return Err(format!("{place}: a second column of this role, name all its heads in the first"));
            }
            if column.headers.is_empty() {
                return Err(format!("{place}: no heads, name at least one"));
            }
            for header in &column.headers {
                let path = header_path(header);
                if path.iter().any(String::is_empty) {
                    return Err(format!(
                        "{place}: `{header}` has an empty row, write words on both sides of `{BELOW}`"
                    ));
                }
                if !heads.insert(path) {
                    return Err(format!("{place}: `{header}` heads two columns, it can head one"));
                }
            }
        }
        if !roles.contains(&Role::Subject) {
            return Err("at `columns`: none of the role `subject`, name what heads the indicators".into());
        }
        if !roles.iter().any(|role| role.is_figure()) {
            return Err("at `columns`: none for figures, name what heads `actual` or `plan`".into());
        }
        let mut names = BTreeSet::new();
        for (index, indicator) in self.indicators.iter().enumerate() {
            if let Err(error) = tidy(&indicator.unit).parse::<Unit>() {
                return Err(format!("at `indicators[{index}].unit`: {error}"));
            }
            for name in indicator.names() {
                if !names.insert(fold(name)) {
                    return Err(format!("at `indicators[{index}]`: `{name}` names two indicators, it can name one"));
                }
            }
        }
        Ok(())
    }
}

impl LayoutColumn {
    /// What a template writes over the column, the top row first.
    pub(crate) fn head(&self) -> Vec<String> {
        self.headers.first().map(|header| header.split(BELOW).map(tidy).collect()).unwrap_or_default()
    }
}

impl LayoutIndicator {
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.also.iter().map(String::as_str))
    }
}

/// A head as its words are compared, the top row first.
pub(crate) fn header_path(header: &str) -> Vec<String> {
    header.split(BELOW).map(fold).collect()
}
