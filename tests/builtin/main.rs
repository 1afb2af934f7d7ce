//! The built-in rule sets say what their sources say: every threshold at its edge, the holes of the rules as holes, and the
//! source report graded by them on its three bases.
#![cfg(feature = "builtin")]

mod build;
mod by_law;
mod by_points;
mod files;
mod in_force;
mod pinned_flaws;
mod scoring;
mod soundness;
mod source_report;
mod thresholds;
