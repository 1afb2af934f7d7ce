use crate::id::{DocumentRef, Id, Text};

/// Source of a figure (nguồn số liệu): where it stands and who gave it. Everything may be unsaid.
#[doc(alias = "nguồn số liệu")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Where in the report: `mục II.1`, `chú thích 2`.
    pub place: Option<Text>,
    /// The document it was taken from.
    pub document: Option<DocumentRef>,
    /// The organisation that gave it, by code.
    pub provider: Option<Id>,
    /// Why the figure follows from others, if it was not stated itself.
    pub inferred_from: Option<Text>,
}
