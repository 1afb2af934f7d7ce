//! What follows from the figures (tính toán): relative and absolute figures, achievement of targets, schedule.
//!
//! Statistics knows two kinds of derived figures, and so does this module: a [`Relative`] (số tương đối) is a figure over
//! its base, an [`Absolute`] (số tuyệt đối) is a sum or a difference. Each names its [`Formula`] and keeps its operands;
//! each is a value or a [`NotComputable`], which is why there is none. All of it works on bare numbers, in one line:
//!
//! ```
//! use thuocdo::measure::{Absolute, Relative};
//! use thuocdo::quantity::Rounding;
//!
//! let two_decimals = Rounding::half_away::<2>();
//! assert_eq!(Relative::share(92, 107)?.round(two_decimals).to_string(), "85.98");
//! assert_eq!(Relative::completion(3088, 2000)?.round(two_decimals).to_string(), "154.40");
//! assert_eq!(Absolute::change(28, 18)?.value().to_amount().unwrap().to_string(), "-10");
//! # Ok::<(), thuocdo::measure::NotComputable>(())
//! ```
//!
//! [`evaluate`], [`compositions`] and [`recompute()`] do it for a whole report.

mod absolute;
mod achievement;
mod case;
mod composition;
mod compositions;
mod evaluate;
mod formula;
mod input;
mod not_computable;
mod recompute;
mod relative;
mod requirement;
mod resolve;
mod schedule;
mod shortfall;

pub use absolute::Absolute;
pub use achievement::{Achievement, Operands, Verdict};
pub use composition::Composition;
pub use compositions::{CompositionResult, compositions};
pub(crate) use evaluate::latest;
pub use evaluate::{TargetResult, evaluate};
pub use formula::{Form, Formula, Role};
pub use input::{Input, Label, Operand};
pub use not_computable::NotComputable;
pub(crate) use recompute::recompute_from;
pub use recompute::{Recomputed, recompute};
pub use relative::Relative;
pub(crate) use resolve::input_of;
pub use schedule::Schedule;
pub use shortfall::Shortfall;
