//! Names of things (định danh): checked ids and texts, organisations, documents, and places in a document.
//!
//! Everything here answers "which one?", nothing answers "how much?". It is the leftmost layer: it imports nothing of
//! the crate.

mod bilingual;
mod citation;
mod document;
mod document_type;
mod error;
mod key;
mod organisation;
mod place;

pub use bilingual::Bilingual;
pub use citation::{Citation, TextStatus};
pub use document::{DocumentCode, DocumentRef, DocumentStyle};
pub use document_type::DocumentType;
pub use error::IdError;
pub use key::{Id, Text};
pub use organisation::Organisation;
pub use place::{Place, Step};
