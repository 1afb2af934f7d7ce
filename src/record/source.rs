use crate::id::{DocumentRef, Id, Text};

/// Source of a figure (nguồn số liệu): where it stands and who gave it. Everything may be unsaid.
///
/// ```
/// use thuocdo::id::Text;
/// use thuocdo::record::Source;
///
/// let at_least_28_deaths = Source {
///     place: Some(Text::new("chú thích 3")?),
///     inferred_from: Some(Text::new("28 vụ TNLĐ chết người nên có ít nhất 28 người chết")?),
///     ..Source::default()
/// };
/// assert_eq!(at_least_28_deaths.provider, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
