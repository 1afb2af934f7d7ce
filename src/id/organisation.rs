use super::{Id, Text};

/// Organisation (cơ quan, đơn vị): identified by its code, never by its name.
///
/// Names are inherited when units merge ("Phú Thọ" before and after 1 July 2025 are two territories), so two
/// organisations are the same exactly if their codes are.
///
/// ```
/// use thuocdo::id::{Id, Organisation, Text};
///
/// let department = Organisation {
///     code: Id::new("sldtbxh-lang-son")?,
///     name: Text::new("Sở Lao động - Thương binh và Xã hội tỉnh Lạng Sơn")?,
/// };
/// assert_eq!(department.code.as_str(), "sldtbxh-lang-son");
/// # Ok::<(), thuocdo::id::IdError>(())
/// ```
#[doc(alias = "cơ quan")]
#[doc(alias = "đơn vị")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The code that identifies it.
    pub code: Id,
    /// The name people read.
    pub name: Text,
}
