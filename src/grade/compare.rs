use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Assessment, Checked, Truth};
use crate::id::{Id, Text};
use crate::record::StatedGrade;

/// A grade that somebody gave, beside the computed one (so sánh mức xếp loại). Neither replaces the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeComparison {
    /// The level that was given, if the scale has it under that name.
    pub given: Option<Id>,
    /// How the two stand to each other.
    pub standing: Standing,
}

/// How a given grade stands to the computed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The same level.
    Equal,
    /// The given level is higher than the rules allow; these conditions of it do not hold.
    Higher(Vec<Checked>),
    /// The given level is lower.
    Lower,
    /// The rule set is the library's own and says of nobody's grade that it is too high: of the conditions of the given
    /// level these hold and these do not.
    Conditions {
        /// The ones that hold.
        met: Vec<Checked>,
        /// The ones that do not, or are left open.
        unmet: Vec<Checked>,
    },
    /// There is no computed level, or none under the given name.
    NotComparable,
}

/// Sets a grade that somebody gave beside the computed one.
#[must_use]
pub fn compare(given: &StatedGrade, computed: &Assessment<'_>) -> GradeComparison {
    compare_level(&given.level, computed)
}

fn compare_level(given: &Text, computed: &Assessment<'_>) -> GradeComparison {
    let scale = &computed.rule_set().content().scale;
    let Some(given) = scale.named(given.as_str()) else {
        return GradeComparison { given: None, standing: Standing::NotComparable };
    };
    let requirement = computed.explanation().rules.iter().find(|rule| rule.level == given.id && !rule.is_forced);
    let checked = || requirement.into_iter().flat_map(|rule| rule.band.iter().chain([&rule.requires]));
    let order = computed.outcome().level().and_then(|level| scale.compare(&given.id, level));
    let standing = match order {
        Some(Ordering::Equal) => Standing::Equal,
        _ if computed.rule_set().is_own() && requirement.is_some() => {
            let parts: Vec<&Checked> =
                checked()
                    .flat_map(|checked| {
                        if checked.parts.is_empty() { Vec::from([checked]) } else { checked.parts.iter().collect() }
                    })
                    .collect();
            let with = |wanted: bool| {
                let parts = parts.iter().filter(|part| (part.truth == Truth::Met) == wanted);
                parts.map(|part| (*part).clone()).collect()
            };
            Standing::Conditions { met: with(true), unmet: with(false) }
        }
        Some(Ordering::Greater) => Standing::Higher(checked().flat_map(Checked::failing).cloned().collect()),
        Some(Ordering::Less) => Standing::Lower,
        None => Standing::NotComparable,
    };
    GradeComparison { given: Some(given.id.clone()), standing }
}
