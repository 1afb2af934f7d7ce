use super::Source;
use crate::id::{Id, Text};

/// A grade that somebody gave (mức xếp loại đã nêu), in their words; a computed grade never overwrites it.
///
/// ```
/// use thuocdo::id::{Id, Text};
/// use thuocdo::record::{Author, Source, StatedGrade, Subject};
///
/// let training = StatedGrade {
///     subject: Subject::Task(Id::new("nv-3")?),
///     author: Author::SelfAssessed, // tự đánh giá, at 60 % of the plan
///     level: Text::new("Hoàn thành tốt nhiệm vụ")?,
///     reason: Some(Text::new("Kinh phí phân bổ còn chậm, chỉ bằng 10% so với kinh phí hàng năm")?),
///     source: Source { place: Some(Text::new("mục II.3")?), ..Source::default() },
/// };
/// assert_ne!(training.author, Author::Decided);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "tự đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedGrade {
    /// What was graded.
    pub subject: Subject,
    /// Who graded.
    pub author: Author,
    /// The level, in the report's words: `Hoàn thành tốt nhiệm vụ`.
    pub level: Text,
    /// The reason given for it, if one is.
    pub reason: Option<Text>,
    /// Where it stands.
    pub source: Source,
}

/// What a grade is given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A task, by id.
    Task(Id),
    /// An organisation, by code.
    Organisation(Id),
}

/// Who gave a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// Tự đánh giá.
    SelfAssessed,
    /// Thẩm định.
    Reviewed,
    /// Quyết định.
    Decided,
}
