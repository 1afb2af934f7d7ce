//! The rule sets that come with the crate (bộ tiêu chí có sẵn), as data: each threshold is written once, in its JSON file.
//!
//! Every rule says whether its text was seen, known second-hand or recalled; remarks of a set say what is not in it. None
//! of it is legal advice. The files are exactly what public sources showed, holes included.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use crate::grade::{Registry, RuleSet};

/// Why there is no such built-in rule set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{id}` is not a built-in rule set, {} are: {}", FILES.len(), names())]
pub struct UnknownRuleSet {
    /// The id asked for.
    pub id: String,
}

macro_rules! files {
    ($($id:literal),* $(,)?) => {
        /// Id and text of every file.
        const FILES: &[(&str, &str)] = &[$(($id, include_str!(concat!($id, ".json")))),*];
    };
}

files! {
    "vn-nd90-2020-unit",
    "vn-nd90-2020-manager",
    "vn-nd90-2020-person",
    "vn-nd48-2023-manager",
    "vn-nd48-2023-person",
    "vn-nd335-2025-person",
    "vn-nd335-2025-manager",
    "vn-nd335-2025-unit",
    "vn-qd124-2023-collective",
    "vn-qd124-2023-person",
    "vn-qd366-2025-collective",
    "vn-qd366-2025-person",
    "vn-qd366-2025-manager",
    "dno-1748-2018",
    "dng-2014",
    "hn-3814-2018",
    "library-key-task",
}

/// The built-in rule set with that id.
///
/// ```
/// use thuocdo::builtin;
///
/// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// let proof = rules.prove().unwrap();
/// assert_eq!(proof.flaws.len(), 1);      // from 50 % to 70 % of the targets there is no grade
/// assert!(builtin::rule_set("vn-nd90").is_err());
/// # Ok::<(), builtin::UnknownRuleSet>(())
/// ```
///
/// # Errors
/// [`UnknownRuleSet`] names the ones there are.
pub fn rule_set(id: &str) -> Result<RuleSet, UnknownRuleSet> {
    let file = FILES.iter().find(|(name, _)| *name == id);
    // INVARIANT: every file reads as a rule set; a test reads each
    file.and_then(|(_, text)| serde_json::from_str(text).ok()).ok_or_else(|| UnknownRuleSet { id: id.to_string() })
}

/// The ids of the built-in rule sets, in the order of their files.
pub fn ids() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(id, _)| *id)
}

/// Every built-in rule set, to choose from by jurisdiction, subject and date.
#[must_use]
pub fn registry() -> Registry {
    Registry::new(ids().filter_map(|id| rule_set(id).ok()).collect())
}

fn names() -> String {
    ids().map(|id| ["`", id, "`"].concat()).collect::<Vec<_>>().join(", ")
}
