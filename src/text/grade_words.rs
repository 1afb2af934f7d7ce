//! The parts that sentences of grading are put together from, where there are many.

use alloc::{format, string::String};

/// The parts of a sentence about a cap.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::grade::GradeCounts;
/// # use thuocdo::id::Id;
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// # let mut counts = GradeCounts::new();
/// # counts.add(Id::new("excellent")?, 5);
/// # counts.add(Id::new("good")?, 20);
/// let rules = thuocdo::builtin::rule_set("vn-nd335-2025-person")?;
/// let cap = &rules.content().caps[0];
/// let result = cap.check(&rules.content().scale, &counts, false);      // 5 graded “xuất sắc”, 20 “tốt”
/// assert!(Vietnamese.cap(&rules, cap, &result).ends_with("Nhiều nhất 04 trường hợp xếp mức này."));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct CapWords<'w> {
    /// The level that is capped.
    pub level: &'w str,
    /// The levels it is a share of.
    pub of: &'w str,
    /// How many were given it.
    pub given: u64,
    /// Of how many.
    pub base: u64,
    /// How many may be.
    pub largest: u64,
    /// The share given; none of nothing.
    pub percent: Option<&'w str>,
    /// The share allowed.
    pub allowed: &'w str,
    /// Where the cap stands; empty if that is not known.
    pub citation: &'w str,
}

/// The parts of a sentence about what would lift a grade.
#[derive(Debug, Clone, Copy)]
pub struct LiftWords<'w> {
    /// The level that would be reached.
    pub level: &'w str,
    /// The target.
    pub target: &'w str,
    /// What is missing, or is too much.
    pub missing: &'w str,
    /// Whether the figure has to come down.
    pub is_decrease: bool,
    /// Whether it takes a little more than that.
    pub is_strict: bool,
    /// The figure as it is.
    pub from: &'w str,
    /// What it has to come to, with its unit.
    pub to: &'w str,
}

/// What follows in brackets, such as where a condition stands; nothing if it is empty.
pub(super) fn in_brackets(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" ({words})") }
}
