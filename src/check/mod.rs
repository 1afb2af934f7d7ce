//! Whether the figures of a report agree with each other (đối chiếu số liệu), and which one needs correcting.
//!
//! 1. A [`CheckTable`] is printed figures and how they are said to hang together; a report yields its own, anyone can make
//!    one by hand.
//! 2. [`CheckTable::check`] judges every [`Statement`]: exact, by rounding, cut, padded, off, or not checkable and why.
//! 3. Where statements are off, a [`Diagnosis`] gives the corrections of as few figures as possible, all of them, and says
//!    how far they settle the mistake. Nothing is guessed and nothing is changed.
//! 4. A [`ReportCheck`] adds the documents and days that a report cites; everything comes out as [`Finding`]s with a stable
//!    [code](FindingCode::TABLE) and [key](FindingKey), one for each mistake. The sentences are in [`text`](crate::text).
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use thuocdo::check::{Agreement, CheckTable, DiagnosisVerdict};
//!
//! // 2.552 hộ người có công: 17 figures, 13 statements
//! let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
//! let check = table.check();
//! let off = check.statements().iter().filter(|statement| statement.agreement == Agreement::Off);
//! assert_eq!(off.count(), 3); // 02/2.552 is not 0,12 %; 107 - 02 - 12 is not 92; 02 + 12 + 2.537 is not 2.552
//!
//! let diagnosis = check.diagnoses().next().unwrap();
//! assert_eq!(diagnosis.verdict, DiagnosisVerdict::Unique); // if only one figure is wrong
//! let change = &diagnosis.corrections[0].changes[0];
//! assert_eq!((change.old.to_string(), change.new.likely.to_string()), ("02".into(), "03".into()));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How a correction is found
//!
//! A count is exact; a rounded figure stands for an interval, whose open and closed ends follow from the rounding. Then each
//! relation, even a printed quotient with its base above zero, narrows what one of its figures may be to an interval, and the
//! corrections of one figure are the figures printed in the intersection. Two or three figures are found by eliminating all
//! but one (Fourier and Motzkin), walking over what that one can be, and solving for the rest. Broken statements without a
//! figure in common prove how many figures are wrong at least. All of it is exact; figures too large to compute with are
//! said to be so. Every correction is checked again before it is shown, each number of a range by itself or by what all
//! relations together leave of it; up to ten rounded figures that tie relations in a circle are eliminated exactly.
//!
//! # How far to trust it
//!
//! Slips planted in 20,000 tables of each kind, of which 14 swap two digits, 11 add one, 15 lose one and 112 replace one
//! (`cargo run --release --example slips -- 20000`), per thousand:
//!
//! | | sum alone | sum and shares | and a remainder |
//! | --- | --- | --- | --- |
//! | one slip: some statement is off | 1000 | 975 | 979 |
//! | one correction, and it is right | 19 | 960 | 967 |
//! | one correction, and it is wrong | 0 | 0 | 0 |
//! | several corrections, the right one among them | 830 | 12 | 10 |
//! | two slips: some statement is off | 987 | 999 | 1000 |
//! | one correction, and it is right | 0 | 902 | 916 |
//! | one correction, and it is wrong | 46 | 5 | 3 |
//!
//! So one correction is right if as few figures as possible are wrong; if more are, it can be wrong, and that is why it is
//! always said with "if only one figure is wrong".
//!
//! # What it costs
//!
//! Judging is linear in the figures of the statements. One-figure corrections cost a small multiple of judging where counts tie
//! the statements (below ten for a sum of a thousand parts), and more where rounded figures do. Every search stops at a fixed
//! number of steps and says so ([`Diagnosis::is_complete`]).

mod block;
mod cell;
mod code;
mod compare;
mod consequence;
mod constraint;
mod correction;
mod diagnose;
mod diagnosis;
mod documents;
mod evaluate;
mod finding;
mod findings;
mod half_planes;
mod history;
mod joint;
mod lower_bound;
mod nudge;
mod of_report;
mod possible;
mod ranking;
mod recheck;
mod run;
mod search;
mod statement;
mod system;
mod table;
mod tighten;
mod total;
mod trail;
mod typing;

pub use code::{CodeRow, FindingClass, FindingCode};
pub use compare::DraftComparison;
pub use consequence::{Consequence, GradeChange};
pub use correction::{Change, Correction, NewFigure};
pub use diagnosis::{Diagnosis, DiagnosisVerdict};
pub use finding::{Acknowledgement, DocumentFinding, Finding, FindingDetail, FindingKey, StatementFinding};
pub use findings::ReportCheck;
pub(crate) use of_report::counted_id;
pub use possible::{PossibleParts, possible_parts, possible_wholes};
pub use run::Check;
pub use statement::{Agreement, Comparison, PointsOrPercent, Statement, Unchecked};
pub use table::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
pub use trail::Trail;
pub use typing::{Slip, typing_distance};
