use super::{DocumentCode, Text};

/// Citation (căn cứ): the place in a law or decision where a rule stands, and how well its text is known.
///
/// ```
/// use thuocdo::id::{Citation, Text, TextStatus};
///
/// let rule = Citation {
///     document: "90/2020/NĐ-CP".parse()?,
///     article: Some(Text::new("12")?),
///     clause: Some(Text::new("2")?),
///     point: None,
///     status: TextStatus::Seen,
/// };
/// assert_eq!(rule.document.as_str(), "90/2020/NĐ-CP");
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "căn cứ")]
#[doc(alias = "điều khoản")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The document.
    pub document: DocumentCode,
    /// The article (điều).
    pub article: Option<Text>,
    /// The clause of it (khoản).
    pub clause: Option<Text>,
    /// The point of that (điểm).
    pub point: Option<Text>,
    /// How well the text of the rule is known to who wrote it down here.
    pub status: TextStatus,
}

/// How well the text of a rule is known (tình trạng văn bản).
#[doc(alias = "tình trạng văn bản")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextStatus {
    /// The text was seen.
    Seen,
    /// A text about it was seen; check the original before calling it the rule.
    SecondHand,
    /// Recalled, not verified.
    Recalled,
}
