// the README reads JSON and asks for a built-in rule set, so it is the front page only where both can be had
#![cfg_attr(feature = "builtin", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "builtin"),
    doc = "Exact indicators, targets and derived ratios for the task reports of Vietnamese departments."
)]
#![cfg_attr(not(test), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// the compiler proves that the core is pure; these hold what it cannot see
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects, // `+` can overflow or, on decimals, drop digits
        clippy::as_conversions,          // `as` can cut a number
        clippy::expect_used,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::iter_over_hash_type,
        clippy::panic,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::string_slice,
        clippy::todo,
        clippy::unreachable,
        clippy::unwrap_used,
        clippy::disallowed_types,
        clippy::disallowed_methods,
    )
)]

extern crate alloc;

pub mod aggregate;
#[cfg(feature = "builtin")]
pub mod builtin;
pub mod check;
pub mod grade;
pub mod id;
pub mod measure;
pub mod period;
pub mod plan;
pub mod quantity;
pub mod record;
pub mod report;
pub mod text;
#[cfg(feature = "serde")]
mod wire;

/// The documents that stand beside the code, compiled so that their examples cannot rot.
#[cfg(doctest)]
mod documents {
    // it reads JSON
    #[cfg(feature = "serde")]
    #[doc = include_str!("../README.vi.md")]
    mod readme_vi {}
}

pub use chrono::NaiveDate;
pub use rust_decimal::Decimal;
