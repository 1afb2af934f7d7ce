use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use chrono::NaiveDate;

use super::{RuleSet, SubjectKind};
use crate::id::Id;

/// Registry (danh mục bộ tiêu chí): rule sets to choose from by jurisdiction, subject and date.
///
/// The one in force is the latest that has begun by the date and not ended; before the first there is none. A set that is
/// the library's own is never chosen, it has to be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registry {
    rule_sets: Vec<RuleSet>,
}

/// Why no rule set was chosen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotInForce {
    /// None of them is for that jurisdiction and subject.
    #[error("no rule set of `{jurisdiction}` for this kind of subject is known")]
    NoneKnown {
        /// The jurisdiction asked for.
        jurisdiction: String,
    },
    /// The first begins later.
    #[error("no rule set was in force on {date}, the first known begins on {first}")]
    NoneBefore {
        /// The date asked for.
        date: NaiveDate,
        /// The first day of the first set.
        first: NaiveDate,
    },
    /// Several begin on the same day, and nothing says which of them is meant.
    #[error("several rule sets begin on {first}: {ids}, name the one that is meant")]
    Several {
        /// The first day of each.
        first: NaiveDate,
        /// Their ids.
        ids: String,
    },
    /// The last has ended.
    #[error("no rule set was in force on {date}, the latest known ended on {last}")]
    NoneAfter {
        /// The date asked for.
        date: NaiveDate,
        /// The last day of the latest set.
        last: NaiveDate,
    },
}

impl Registry {
    /// A registry of these sets.
    #[must_use]
    pub const fn new(rule_sets: Vec<RuleSet>) -> Self {
        Self { rule_sets }
    }

    /// Every set, in the order given.
    #[must_use]
    pub fn rule_sets(&self) -> &[RuleSet] {
        &self.rule_sets
    }

    /// The set with that id.
    #[must_use]
    pub fn rule_set(&self, id: &Id) -> Option<&RuleSet> {
        self.rule_sets.iter().find(|rule_set| rule_set.content().id == *id)
    }

    /// The set in force on `date` for a kind of subject in a jurisdiction.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::NaiveDate;
    /// use thuocdo::builtin;
    /// use thuocdo::grade::SubjectKind;
    ///
    /// let registry = builtin::registry();
    /// let on = |year, month, day| {
    ///     registry.in_force("VN", SubjectKind::Manager, NaiveDate::from_ymd_opt(year, month, day).unwrap())
    /// };
    /// assert_eq!(on(2021, 11, 15)?.content().id.as_str(), "vn-nd90-2020-manager");
    /// assert_eq!(on(2023, 9, 15)?.content().id.as_str(), "vn-nd48-2023-manager");
    /// let error = on(2020, 8, 19).unwrap_err();
    /// assert_eq!(error.to_string(), "no rule set was in force on 2020-08-19, the first known begins on 2020-08-20");
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotInForce`], which says why there is none.
    pub fn in_force(&self, jurisdiction: &str, subject: SubjectKind, date: NaiveDate) -> Result<&RuleSet, NotInForce> {
        let candidates = || {
            self.rule_sets.iter().filter(|rule_set| {
                let content = rule_set.content();
                content.jurisdiction.as_str() == jurisdiction && content.subject == subject && !rule_set.is_own()
            })
        };
        let begun = candidates()
            .filter(|rule_set| rule_set.content().in_force_from <= date)
            .max_by_key(|rule_set| rule_set.content().in_force_from);
        let Some(latest) = begun else {
            let first = candidates().map(|rule_set| rule_set.content().in_force_from).min();
            return Err(match first {
                Some(first) => NotInForce::NoneBefore { date, first },
                None => NotInForce::NoneKnown { jurisdiction: jurisdiction.to_string() },
            });
        };
        let first = latest.content().in_force_from;
        let begun: Vec<&str> = candidates()
            .filter(|rule_set| rule_set.content().in_force_from == first)
            .map(|rule_set| rule_set.content().id.as_str())
            .collect();
        if begun.len() > 1 {
            return Err(NotInForce::Several { first, ids: begun.join(", ") });
        }
        match latest.content().in_force_to.filter(|last| *last < date) {
            Some(last) => Err(NotInForce::NoneAfter { date, last }),
            None => Ok(latest),
        }
    }
}
