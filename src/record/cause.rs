use alloc::vec::Vec;

use super::Source;
use crate::id::{DocumentRef, Id, Text};

/// Cause (nguyên nhân) of a result, objective or subjective; only a confirmed one may count for anything.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::record::{Cause, CauseKind, Confirmation, Source};
/// use thuocdo::text::{Language, Vietnamese};
///
/// let late_funds = Cause {
///     id: Id::new("nn-kinh-phi")?,
///     task: Some(Id::new("nv-3")?),
///     targets: vec![Id::new("mt-tuyen-sinh")?],
///     kind: CauseKind::Objective,
///     reason: Text::new("Kinh phí được bố trí năm 2021 chỉ bằng 10% so với kinh phí hàng năm")?,
///     confirmation: Confirmation::Stated,
///     source: Source { place: Some(Text::new("mục II.3")?), ..Source::default() },
/// };
/// assert_eq!(Vietnamese.confirmation(&late_funds.confirmation), "chưa có văn bản xác nhận của cấp có thẩm quyền");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "nguyên nhân khách quan")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Its id within the report.
    pub id: Id,
    /// The task it bears on; none for the report as a whole.
    pub task: Option<Id>,
    /// The targets of that task it bears on; empty for all of them.
    pub targets: Vec<Id>,
    /// Objective or subjective.
    pub kind: CauseKind,
    /// The reason, in the report's words.
    pub reason: Text,
    /// How far it has been confirmed.
    pub confirmation: Confirmation,
    /// Where it is stated.
    pub source: Source,
}

/// Whether a cause lay outside the unit's power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CauseKind {
    /// Nguyên nhân khách quan.
    Objective,
    /// Nguyên nhân chủ quan.
    Subjective,
    /// The report does not say which.
    NotSaid,
}

/// Confirmation of a cause by the competent authority (văn bản xác nhận của cấp có thẩm quyền).
#[doc(alias = "văn bản xác nhận")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// The unit states it, no more.
    Stated,
    /// Confirmation was asked for.
    Requested {
        /// The letter asking.
        document: DocumentRef,
    },
    /// The authority confirmed it.
    Confirmed {
        /// The authority.
        authority: Text,
        /// The confirming document.
        document: DocumentRef,
    },
    /// The authority did not accept it.
    Rejected {
        /// The authority.
        authority: Text,
        /// The document saying so.
        document: DocumentRef,
    },
}
