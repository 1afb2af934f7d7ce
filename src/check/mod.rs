//! Whether the figures of a report agree with each other (đối chiếu số liệu).

mod cell;
mod constraint;
mod correction;
mod diagnose;
mod diagnosis;
mod evaluate;
mod half_planes;
mod of_report;
mod possible;
mod run;
mod search;
mod statement;
mod system;
mod table;
mod tighten;
mod total;
mod typing;

pub use correction::{Change, Correction, NewFigure};
pub use diagnosis::{Diagnosis, DiagnosisVerdict};
pub use possible::{PossibleParts, possible_parts, possible_wholes};
pub use run::Check;
pub use statement::{Agreement, Comparison, PointsOrPercent, Statement, Unchecked};
pub use table::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
pub use typing::{Slip, typing_distance};
