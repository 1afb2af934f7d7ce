use alloc::vec::Vec;

use crate::id::{DocumentRef, Id, Text};

/// Evidence (tài liệu kiểm chứng) for figures, targets or tasks.
#[doc(alias = "tài liệu kiểm chứng")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its id within the report.
    pub id: Id,
    /// What it is.
    pub title: Text,
    /// The document, if it is one.
    pub document: Option<DocumentRef>,
    /// The figures, targets and tasks it supports, by id.
    pub supports: Vec<Id>,
}

/// One mention of a document in the report (dẫn chiếu): the same document may be mentioned twice, and differently.
#[doc(alias = "dẫn chiếu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The document as this mention gives it.
    pub document: DocumentRef,
    /// Where it is mentioned, if said.
    pub place: Option<Text>,
}
