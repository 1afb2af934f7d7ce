use alloc::vec::Vec;

use crate::id::{DocumentRef, Id, Text};

/// Evidence (tài liệu kiểm chứng) for figures, targets or tasks.
///
/// ```
/// # use thuocdo::NaiveDate;
/// use thuocdo::id::{DocumentRef, Id, Text};
/// use thuocdo::record::Evidence;
///
/// let inspection = Evidence {
///     id: Id::new("tl-kiem-tra")?,
///     title: Text::new("Thông báo kết quả kiểm tra việc hỗ trợ hộ gia đình người có công")?,
///     document: Some(DocumentRef {
///         code: "112/TB-SLĐTBXH".parse()?,
///         date: NaiveDate::from_ymd_opt(2021, 8, 27),
///         subject: None,
///     }),
///     supports: vec![Id::new("huyen-kiem-tra")?, Id::new("ho-kiem-tra")?], // 05 huyện, 24 hộ
/// };
/// assert_eq!(inspection.supports.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// # use thuocdo::NaiveDate;
/// use thuocdo::id::{DocumentCode, DocumentRef, Text};
/// use thuocdo::record::Mention;
///
/// let code: DocumentCode = "29/KH-SLĐTBXH".parse()?; // một kế hoạch, hai ngày ban hành
/// let date = |month, day| NaiveDate::from_ymd_opt(2021, month, day);
/// let dated = |date| DocumentRef { code: code.clone(), date, subject: None };
/// let footnote = Mention { document: dated(date(2, 9)), place: Some(Text::new("chú thích 1")?) };
/// let body = Mention { document: dated(date(3, 9)), place: Some(Text::new("mục II.2")?) };
/// assert_eq!(footnote.document.code, body.document.code);
/// assert_ne!(footnote.document, body.document);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "dẫn chiếu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The document as this mention gives it.
    pub document: DocumentRef,
    /// Where it is mentioned, if said.
    pub place: Option<Text>,
}
