//! Every figure of the source report (Lạng Sơn's department of labour, draft of November 2021) comes out as recomputed by
//! hand: its exact value, its printed digits, whether the two agree, and why there is no value where there is none.
//!
//! One test per row, named by its id (T1.2 is `t1_02_…`): the claims of tasks 1 to 4, the general ones (G) and the
//! proposals for 2022 (P). Exact values are fractions in lowest terms, of percent where the figure is a percentage, found
//! with another library's fractions.

mod households;
mod proposals;
mod row;
mod safety;
mod training;
mod works;
