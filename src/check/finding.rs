use alloc::{boxed::Box, vec::Vec};
use core::fmt;

use chrono::NaiveDate;

use super::{Agreement, Comparison, Diagnosis, FindingClass, FindingCode, PossibleParts};
use crate::id::{DocumentRef, Id, Text};
use crate::period::Period;
use crate::record::Mention;

/// Finding (nội dung cần rà soát): one mistake or question, with everything it touches.
///
/// A report with findings is a successful check. [`text`](crate::text) says what to correct and where.
#[doc(alias = "nội dung cần rà soát")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is known by, from draft to draft.
    pub key: FindingKey,
    /// What was found.
    pub detail: FindingDetail,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingDetail {
    /// Statements that do not hold, one by one or together, with what may be wrong.
    Diagnosed(Box<Diagnosis>),
    /// One statement.
    Statement(Box<StatementFinding>),
    /// One document, as the report cites it.
    Document(DocumentFinding),
    /// The report's own number or date is blank.
    Incomplete(Option<DocumentRef>),
    /// The cut-off is on no known grid.
    CutOffOffGrid(NaiveDate),
    /// A running total is less than it was.
    RunningTotalFalls {
        /// What was observed first.
        earlier: Id,
        /// What was observed later.
        later: Id,
    },
    /// What is reported as done is of a day after the cut-off.
    AfterCutOff {
        /// The figure.
        figure: Id,
        /// Its day.
        as_of: NaiveDate,
        /// The cut-off.
        cut_off: NaiveDate,
    },
    /// What is reported as done is of a period after the reporting one.
    OutsidePeriod {
        /// The figure.
        figure: Id,
        /// Its period.
        period: Period,
    },
}

/// A finding about one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementFinding {
    /// The statement.
    pub relation: Id,
    /// Whether it holds.
    pub agreement: Agreement,
    /// What it was held against.
    pub comparison: Option<Comparison>,
    /// The possible shares, where no whole number of parts gives the stated one.
    pub possible: Option<PossibleParts>,
}

/// A finding about the documents that a report cites.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentFinding {
    /// One document with several dates.
    SeveralDates {
        /// Every mention of it that has a date.
        mentions: Vec<Mention>,
        /// The dates that the numbers of the other documents allow.
        possible: Vec<NaiveDate>,
    },
    /// One document with several subjects.
    SeveralSubjects(Vec<Mention>),
    /// Numbers that fall while dates rise, within one organ, type and year.
    OutOfOrder {
        /// The documents of which at least one has a wrong number or date; one alone if it is the only one whose change
        /// puts all in order.
        suspects: Vec<Mention>,
        /// Those it is out of order with.
        against: Vec<Mention>,
        /// The first and the last day that its number allows, as far as other documents say.
        possible: (Option<NaiveDate>, Option<NaiveDate>),
        /// The only day that differs in nothing but the month and would fit, if there is one.
        other_month: Option<NaiveDate>,
    },
    /// A document dated after the report itself.
    LaterThanReport {
        /// The mention.
        mention: Mention,
        /// The report's date.
        report: NaiveDate,
    },
    /// A symbol with one year and a date with another.
    YearsDiffer(Mention),
    /// A decision dated on a Sunday: a weak hint.
    DatedOnSunday(Mention),
}

/// What a finding is known by (mã nội dung rà soát): its code, the ids of what it is about, and a digest of what those say.
///
/// It does not depend on the order of anything. As soon as one of the figures says something else, the key is another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKey(pub(super) Box<str>);

impl fmt::Display for FindingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Acknowledgement (đã rà soát, giữ nguyên): a person looked into a finding and left the figures as they are.
///
/// It sets the finding aside until one of its figures changes, because the finding then has another key.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// # use thuocdo::{check::CheckTable, NaiveDate};
/// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
/// use thuocdo::check::Acknowledgement;
/// use thuocdo::id::Text;
/// use thuocdo::text::{CheckLanguage, Vietnamese};
///
/// let finding = table.check().findings().next().unwrap();
/// let kept = Acknowledgement {
///     key: Text::new(&finding.key.to_string())?,
///     by: Text::new("Phòng Người có công")?,
///     on: NaiveDate::from_ymd_opt(2021, 11, 20).unwrap(),
///     reason: Text::new("đã kiểm tra số gốc của các huyện")?,
/// };
/// assert!(kept.covers(&finding));
/// assert_eq!(
///     Vietnamese.acknowledged(&kept),
///     "Đã rà soát, giữ nguyên: đã kiểm tra số gốc của các huyện (Phòng Người có công, 20/11/2021)."
/// );
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "đã rà soát, giữ nguyên")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The finding's key, as it was printed.
    pub key: Text,
    /// Who looked into it.
    pub by: Text,
    /// When.
    pub on: NaiveDate,
    /// Why the figures stay.
    pub reason: Text,
}

impl Acknowledgement {
    /// Whether it sets this finding aside.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        *self.key.as_str() == *finding.key.0
    }
}

impl Finding {
    /// Its code.
    #[must_use]
    pub fn code(&self) -> FindingCode {
        match &self.detail {
            FindingDetail::Diagnosed(diagnosis) => diagnosis.code(),
            FindingDetail::Statement(found) => found.code(),
            FindingDetail::Document(found) => found.code(),
            FindingDetail::Incomplete(_) => FindingCode::Incomplete,
            FindingDetail::CutOffOffGrid(_) => FindingCode::CutOffOffGrid,
            FindingDetail::RunningTotalFalls { .. } => FindingCode::RunningTotalFalls,
            FindingDetail::AfterCutOff { .. } => FindingCode::AfterCutOff,
            FindingDetail::OutsidePeriod { .. } => FindingCode::OutsidePeriod,
        }
    }

    /// How much it asks.
    #[must_use]
    pub fn class(&self) -> FindingClass {
        self.code().row().class
    }

    /// Whether it asks for anything; what does not is not printed unless asked for.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.class() != FindingClass::Note
    }
}

impl Diagnosis {
    fn code(&self) -> FindingCode {
        if self.is_joint {
            FindingCode::ContradictTogether
        } else if self.is_approximate {
            FindingCode::ApproximateFiguresDisagree
        } else {
            FindingCode::FiguresDisagree
        }
    }
}

impl StatementFinding {
    fn code(&self) -> FindingCode {
        use super::Unchecked::{NegativeBase, NotStated, TooLarge, ZeroBase};
        match &self.agreement {
            _ if self.possible.is_some() => FindingCode::ImpossibleShare,
            Agreement::Cut => FindingCode::Cut,
            Agreement::Padded => FindingCode::Padded,
            Agreement::PointsOrPercent(_) => FindingCode::PointsOrPercent,
            Agreement::NotChecked(NotStated { .. }) => FindingCode::NotStated,
            Agreement::NotChecked(ZeroBase(_) | NegativeBase(_)) => FindingCode::NoRate,
            Agreement::NotChecked(TooLarge) => FindingCode::TooLarge,
            // INVARIANT: the others are no findings of one statement
            Agreement::Nudged | Agreement::Exact | Agreement::ByRounding | Agreement::Off => FindingCode::Nudged,
        }
    }
}

impl DocumentFinding {
    /// The mentions it is about, those in doubt first.
    #[must_use]
    pub fn mentions(&self) -> Vec<&Mention> {
        match self {
            Self::SeveralDates { mentions, .. } | Self::SeveralSubjects(mentions) => mentions.iter().collect(),
            Self::OutOfOrder { suspects, against, .. } => suspects.iter().chain(against).collect(),
            Self::LaterThanReport { mention, .. } | Self::YearsDiffer(mention) | Self::DatedOnSunday(mention) => {
                Vec::from([mention])
            }
        }
    }

    fn code(&self) -> FindingCode {
        match self {
            Self::SeveralDates { .. } => FindingCode::SeveralDates,
            Self::SeveralSubjects(_) => FindingCode::SeveralSubjects,
            Self::OutOfOrder { .. } => FindingCode::OutOfOrder,
            Self::LaterThanReport { .. } => FindingCode::LaterThanReport,
            Self::YearsDiffer(_) => FindingCode::YearsDiffer,
            Self::DatedOnSunday(_) => FindingCode::DatedOnSunday,
        }
    }
}
