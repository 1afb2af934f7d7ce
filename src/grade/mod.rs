//! Grades by rule, with reasons (đánh giá, xếp loại): scales, facts, rule sets, assessments and the proof that a rule set is
//! sound.
//!
//! The order to read it in:
//!
//! 1. a [`GradeScale`] has levels in order, and no arithmetic;
//! 2. [`Facts`] are what rules read, from a [`Report`](crate::report::Report) on one [`Basis`] or from the caller;
//! 3. a [`RuleSet`] is data: dated, cited rules of [`Condition`]s over named facts, with [`Scoring`] and [`Cap`]s;
//! 4. an [`Assessment`] is an explanation first and a grade by it: no rule matched, two rules matched and left open are
//!    answers too;
//! 5. [`RuleSet::prove`] visits every case that the thresholds tell apart, and shows gaps, overlaps, rules that nothing
//!    reaches and places where a better figure lowers the grade.

mod assess;
mod basis;
mod cap;
mod cells;
mod compare;
mod condition;
mod error;
mod fact;
mod lift;
mod open;
mod outcome;
mod products;
mod proof;
mod registry;
mod report_facts;
mod rule_set;
mod rule_set_checks;
mod scale;
mod score;
mod search;
mod sufficient;

pub use assess::{Assessment, Explanation, RuleResult};
pub use basis::{Basis, ByBasis};
pub use cap::{Cap, CapResult, GradeCounts};
pub use compare::{GradeComparison, Standing, compare};
pub use condition::{Checked, Comparison, Condition, Test, Truth};
pub use error::{RuleSetError, RuleSetProblem};
pub use fact::{Better, Fact, FactDeclaration, FactKind, FactValue, Facts};
pub use lift::{FactLift, TargetLift};
pub use outcome::Outcome;
pub use products::{Product, ProductDenominator, ProductTally};
pub use proof::{Flaw, Proof, ProofLimit, Values, Witness, WitnessFact};
pub use registry::{NotInForce, Registry};
pub use rule_set::{
    AfterFailure, Comparing, Correction, Coverage, MatchPolicy, Rule, RuleSet, RuleSetContent, RuleSource, SubjectKind,
};
pub use scale::{GradeScale, Level};
pub use score::{Point, Score, ScoreStep, Scoring};
