//! The proof that a rule set is sound: every case that its thresholds tell apart is visited, none is sampled.
//!
//! Rules compare facts with constants, so a fact matters only by where it lies among its thresholds: on one of them, or
//! between two. Those places are its cells. A case is one cell for every fact; there are finitely many, and the rules give
//! the same answer all over a case. A case that no values can be in (more exceeded than completed) is left out.

use alloc::vec::Vec;

use super::RuleSet;
use super::cells::{axes, count_cases};
use super::search::Search;
use crate::id::Id;
use crate::quantity::{Amount, End, Ratio};

/// What the proof found (kiểm tra bộ tiêu chí).
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// let rules = builtin::rule_set("dno-1748-2018")?;             // Đắk Nông: 90-100, 75-89, 50-74, dưới 50
/// let proof = rules.prove()?;
/// assert_eq!((proof.cases, proof.flaws.len()), (6, 2));
/// let words = Vietnamese.flaw(&rules, &proof.flaws[1]);
/// assert_eq!(words, "Khoảng chưa quy định: tổng điểm trên 89 đến dưới 90. Ví dụ: tổng điểm 89,5: không mức nào.");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "kiểm tra bộ tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// How many cases values can be in; each was visited.
    pub cases: usize,
    /// What is not as it should be; none if the set is sound.
    pub flaws: Vec<Flaw>,
}

/// Something a rule set should not have, with a case that shows it.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::Flaw;
/// # use thuocdo::text::{GradeLanguage, Vietnamese};
/// let rules = builtin::rule_set("dng-2014")?;                  // Đà Nẵng: từ 85, 80-85, 70-80, dưới 70
/// let flaws = rules.prove()?.flaws;
/// assert!(flaws.iter().all(|flaw| matches!(flaw, Flaw::Overlap { rules, .. } if rules.len() == 2)));
/// let words = Vietnamese.flaw(&rules, &flaws[1]);
/// assert_eq!(words, "Chồng lấn: tổng điểm bằng 85 thỏa mãn nhiều điều kiện xếp mức (excellent, good).");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Khoảng chưa quy định: cases to which no rule gives a level.
    Gap {
        /// The cases.
        witness: Witness,
    },
    /// Chồng lấn: cases that several rules match where only one may.
    Overlap {
        /// The cases.
        witness: Witness,
        /// The rules.
        rules: Vec<Id>,
    },
    /// A rule that decides no case.
    Unreachable {
        /// The rule.
        rule: Id,
    },
    /// A better figure lowers the grade.
    NotMonotone {
        /// The fact that gets better.
        fact: Id,
        /// The case before.
        from: Witness,
        /// The level there.
        higher: Id,
        /// The case after, with the better figure.
        to: Witness,
        /// The level there.
        lower: Id,
    },
}

/// Cases in the facts' own terms. A fact that is not listed may have any value.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Flaw, Values};
/// # use thuocdo::quantity::{Amount, End};
/// let proof = builtin::rule_set("vn-nd90-2020-unit")?.prove()?;
/// let [Flaw::Gap { witness }] = proof.flaws.as_slice() else { unreachable!() };
/// let [completed] = witness.facts.as_slice() else { unreachable!() };     // whatever was exceeded or on time
/// assert_eq!(completed.fact.as_str(), "targets-completed");
/// let (low, high) = ((50.into(), End::Closed), (70.into(), End::Closed));
/// assert_eq!(completed.values, Values::From { low, high, example: Amount::from(60).into() });
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Where the facts lie.
    pub facts: Vec<WitnessFact>,
    /// Whether it may be out of reach: the set computes its score from other facts, and the score was taken as free.
    pub is_perhaps_unreachable: bool,
}

/// Where one fact lies in a [`Witness`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessFact {
    /// The fact.
    pub fact: Id,
    /// Its values.
    pub values: Values,
}

/// The values of a fact in a [`Witness`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// From one value to another, each included or not, with one of them as an example.
    From {
        /// The lower end.
        low: (Amount, End),
        /// The upper end.
        high: (Amount, End),
        /// A value between them.
        example: Ratio,
    },
    /// A flag.
    Flag(bool),
}

/// Why a proof was not made: there are more cases than are visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the rules tell {cases} cases apart, at most {} are visited", Self::MAX)]
pub struct ProofLimit {
    /// How many cases there are.
    pub cases: usize,
}

impl ProofLimit {
    /// The largest number of cases that is visited.
    pub const MAX: usize = 100_000;
}

impl RuleSet {
    /// Proves the set sound, or shows where it is not.
    ///
    /// Neighbouring cases with the same flaw are reported together, as large as they go; a reversal is reported once for
    /// each fact and pair of levels.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// # use thuocdo::builtin;
    /// let rules = builtin::rule_set("vn-nd335-2025-person")?;      // 90, 70 and 50 of 100 points
    /// assert!(rules.prove()?.flaws.is_empty());
    /// let mut content = rules.into_content();
    /// content.rules.pop();                                         // without “không hoàn thành”
    /// assert_eq!(thuocdo::grade::RuleSet::new(content)?.prove()?.flaws.len(), 1);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ProofLimit`] if there are too many cases to visit.
    pub fn prove(&self) -> Result<Proof, ProofLimit> {
        let axes = axes(self);
        let cases = count_cases(&axes).unwrap_or(usize::MAX);
        if cases > ProofLimit::MAX {
            return Err(ProofLimit { cases });
        }
        Ok(Search::new(self, axes, cases).run())
    }
}
