//! What is to be done (kế hoạch): indicators, targets in their versions, tasks and plans.
//!
//! An [`Indicator`] is the thing measured, a [`Target`] the level set for it; in everyday Vietnamese both are "chỉ
//! tiêu", here they never are. A [`Target`] keeps every version of its [`Goal`], with the document that set it and the
//! day from which it counts.

mod breakdown;
mod error;
mod formula;
mod goal;
mod indicator;
mod target;
mod task;

pub use breakdown::{Breakdown, Category, PartRef, Parts};
pub use error::PlanError;
pub use formula::AchievementFormula;
pub use goal::{Goal, Sense, Step};
pub use indicator::{Accumulation, Direction, Indicator};
pub use target::{Baseline, Target, TargetVersion};
pub use task::{Origin, Plan, Task};
