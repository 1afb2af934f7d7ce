//! What a caller decides about an annex.

use super::AnnexColumns;
use crate::grade::{Basis, RuleSet};
use crate::id::{DocumentRef, Text};
use crate::period::{Period, PeriodName};
use chrono::NaiveDate;

/// What a caller decides about an annex (lựa chọn trình bày phụ lục); by default every column and no computed grade.
///
/// ```
/// use thuocdo::id::Text;
/// use thuocdo::text::{AnnexHeading, AnnexLabels, AnnexSettings};
///
/// let settings = AnnexSettings {
///     columns: "number,name,unit,plan,actual,actual-rate".parse()?,
///     heading: AnnexHeading { number: Some(Text::new("II")?), ..AnnexHeading::default() },    // Phụ lục II
///     labels: AnnexLabels::Arabic,
///     ..AnnexSettings::default()
/// };
/// assert_eq!(settings.columns.as_slice().len(), 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnexSettings<'s> {
    /// The columns.
    pub columns: AnnexColumns,
    /// What stands above the table.
    pub heading: AnnexHeading,
    /// How rows are labelled.
    pub labels: AnnexLabels,
    /// The period to compare with; by default the same as the plan's of the year before, and for several years those before them. A period
    /// on another grid than the calendar's has no default.
    pub previous: Option<Period>,
    /// How the computed grades come about.
    pub grades: Option<AnnexGrades<'s>>,
}

/// What stands above the table of an annex (phần đầu phụ lục), as far as the report does not say it.
///
/// ```
/// use thuocdo::id::{DocumentRef, Text};
/// use thuocdo::text::AnnexHeading;
///
/// let heading = AnnexHeading {
///     title: Some(Text::new("Biểu tổng hợp kết quả thực hiện nhiệm vụ trọng tâm")?),
///     document: Some(DocumentRef { code: "512/BC-SLĐTBXH".parse()?, date: None, subject: None }),
///     ..AnnexHeading::default()
/// };
/// assert!(heading.number.is_none());     // the only annex has no number
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnnexHeading {
    /// The number of the annex, such as `II`; the only one has none.
    pub number: Option<Text>,
    /// The title; by default one that names the period.
    pub title: Option<Text>,
    /// The document that the annex goes with; by default the report's own number and date, blank where it has none.
    pub document: Option<DocumentRef>,
    /// Who issues that document; by default the reporting organisation.
    pub issuer: Option<Text>,
}

/// How the rows of an annex are labelled (cách đánh số thứ tự).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AnnexLabels {
    /// Tasks `I`, `II`; targets `1`, `2` under each.
    #[default]
    Roman,
    /// Tasks `1`, `2`; targets `1.1`, `1.2`.
    Arabic,
}

/// How the computed grades of an annex come about (cách tính mức xếp loại): every task by one rule set on one basis.
///
/// A rule set that grades something else is asked only by analogy, and every grade then says that it is for reference.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// use thuocdo::builtin;
/// use thuocdo::grade::Basis;
/// use thuocdo::report::Report;
/// use thuocdo::text::{Annex, AnnexColumn, AnnexGrades, AnnexSettings, Vietnamese};
///
/// # let json = include_str!("../../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let rules = builtin::rule_set("vn-nd90-2020-unit")?;             // for offices, not for tasks
/// let grades = AnnexGrades { rules: &rules, basis: Basis::AtCutoff, by_analogy: true };
/// let settings = AnnexSettings { grades: Some(grades), ..AnnexSettings::default() };
/// let annex = Annex::of(&report, &Vietnamese, &settings);
/// let grade = annex.cell("nv-2", AnnexColumn::ComputedGrade).unwrap();
/// assert!(grade.text.starts_with("THAM KHẢO: "));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnexGrades<'s> {
    /// The rules.
    pub rules: &'s RuleSet,
    /// Which figures count.
    pub basis: Basis,
    /// Whether a set for other subjects may be asked all the same.
    pub by_analogy: bool,
}

/// The periods and the day that the heads of an annex name (các kỳ và ngày nêu ở đầu cột).
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::period::PeriodName;
/// use thuocdo::text::{AnnexColumn, AnnexLanguage, AnnexTimes, Vietnamese};
///
/// let times = AnnexTimes {
///     previous: None,
///     period: PeriodName::Quarter { year: 2021, quarter: 4 },
///     plan: PeriodName::Year(2021),
///     cut_off: NaiveDate::from_ymd_opt(2021, 11, 15).unwrap(),
///     next: None,
/// };
/// assert_eq!(Vietnamese.annex_head(AnnexColumn::Plan, &times, false), "Kế hoạch năm 2021");
/// assert_eq!(Vietnamese.annex_head(AnnexColumn::NextPlan, &times, false), "Kế hoạch kỳ sau");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnnexTimes {
    /// The period to compare with, if there is one.
    pub previous: Option<PeriodName>,
    /// The report's period.
    pub period: PeriodName,
    /// The period of the plan, mostly the report's.
    pub plan: PeriodName,
    /// The cut-off.
    pub cut_off: NaiveDate,
    /// The period that is proposed for, if the report proposes something and the annex shows it.
    pub next: Option<PeriodName>,
}
