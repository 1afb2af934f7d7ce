use super::Text;

/// A name in both languages (tên gọi), for things that come as data: grades, facts, rules.
///
/// ```
/// use thuocdo::id::{Bilingual, Text};
///
/// let good = Bilingual { vietnamese: Text::new("Hoàn thành tốt nhiệm vụ")?, english: Text::new("good")? };
/// assert_eq!(good.english.as_str(), "good");
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "tên gọi")]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bilingual {
    /// The Vietnamese name.
    pub vietnamese: Text,
    /// The English name.
    pub english: Text,
}
