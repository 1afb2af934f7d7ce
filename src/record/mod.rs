//! What was found and said (số liệu và nội dung báo cáo): observations, stated figures, how figures hang together, causes,
//! evidence, grades that people gave, and documents cited.
//!
//! Everything here is what somebody stated. Nothing is derived from it in this layer.

mod cause;
mod evidence;
mod grade;
mod observation;
mod relation;
mod source;

pub use cause::{Cause, CauseKind, Confirmation};
pub use evidence::{Evidence, Mention};
pub use grade::{Author, StatedGrade, Subject};
pub use observation::{Extent, Judgement, Observation, Observed, Stage};
pub use relation::{Counted, GrowthForm, Relation, StatedFigure, StatedRelation, Term};
pub use source::Source;
