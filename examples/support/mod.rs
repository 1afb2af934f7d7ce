//! What the examples share: laying out plain text, and their headings in both languages.

mod layout;
mod words;

pub(crate) use layout::Page;
pub(crate) use words::Words;
