//! A rule set as data: what a decree says, with its dates, its citations and its holes.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Cap, Condition, FactDeclaration, GradeScale, RuleSetError, Scoring, Test, rule_set_checks};
use crate::id::{Bilingual, Citation, DocumentRef, Id, Text};
use crate::quantity::{Amount, Ratio, Rounding};

/// Rule set (bộ tiêu chí đánh giá, xếp loại): checked content. A corrected set is a new one with its correction listed.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use thuocdo::NaiveDate;
/// use thuocdo::grade::RuleSet;
///
/// let json = include_str!("../builtin/vn-nd90-2020-unit.json");
/// let rules: RuleSet = serde_json::from_str(json)?;      // every reference and threshold is checked here
/// assert!(rules.is_in_force(NaiveDate::from_ymd_opt(2021, 11, 15).unwrap()));
/// let wrong = serde_json::from_str::<RuleSet>(&json.replace(r#""70""#, r#""170""#)).unwrap_err();
/// assert!(wrong.to_string().contains("threshold `170` lies outside of fact `targets-completed`, which is 0 to 100"));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "bộ tiêu chí")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    content: RuleSetContent,
}

/// What a rule set is made of, before it is checked.
///
/// ```
/// # use thuocdo::NaiveDate;
/// # use thuocdo::grade::{AfterFailure, Better, Comparing, Comparison, Condition, Coverage, Fact, FactDeclaration};
/// # use thuocdo::grade::{FactKind, FactValue, Facts, GradeScale, MatchPolicy, Rule, RuleSet, RuleSetContent, RuleSource};
/// # use thuocdo::grade::{SubjectKind, Test};
/// # use thuocdo::id::{Bilingual, Citation, DocumentRef, Id, IdError, Text, TextStatus};
/// # use thuocdo::quantity::Ratio;
/// # let name = |vietnamese, english| {
/// #     Ok::<_, IdError>(Bilingual { vietnamese: Text::new(vietnamese)?, english: Text::new(english)? })
/// # };
/// # let in_force_from = NaiveDate::from_ymd_opt(2026, 8, 30).unwrap();
/// # let document = DocumentRef { code: "1923/QĐ-CĐKT".parse()?, date: Some(in_force_from), subject: None };
/// # let score = FactDeclaration { id: Id::new("score")?, name: name("tổng điểm", "total score")?, step: None,
/// #     kind: FactKind::Number, better: Better::Higher, low: 0.into(), high: 100.into(), at_most: None };
/// # let (document_code, status) = (document.code.clone(), TextStatus::SecondHand);
/// # let citation = Citation { document: document_code, article: None, clause: None, point: None, status };
/// // từ … điểm trở lên, the highest level first
/// let band = |level, points: u32| {
///     let test = Test { fact: Id::new("score")?, comparison: Comparison::AtLeast, threshold: points.into() };
///     let (requires, citation) = (Condition::Compare(test), Some(citation.clone()));
///     Ok::<_, IdError>(Rule { id: Id::new(level)?, level: Id::new(level)?, band: None, requires, citation })
/// };
/// let rules = RuleSet::new(RuleSetContent {
///     scale: GradeScale::four_levels(),
///     facts: vec![score],
///     rules: vec![band("excellent", 90)?, band("good", 70)?, band("completed", 50)?, band("not-completed", 0)?],
///     policy: MatchPolicy::First,
///     coverage: Coverage::Complete,
///     // … and its id, name, subject, source and dates
/// #     id: Id::new("ktc-1923-2026")?, name: name("Cao đẳng Kon Tum", "Kon Tum College")?,
/// #     jurisdiction: Text::new("Cao đẳng Kon Tum")?, subject: SubjectKind::Person, remarks: vec![], caps: vec![],
/// #     source: RuleSource::Document(document), in_force_from, in_force_to: None, corrections: vec![],
/// #     comparing: Comparing::Exact, scoring: None, forced: vec![], after_failure: AfterFailure::NoLevel,
/// })?;
/// # let mut facts = Facts::new();
/// # facts.insert(Id::new("score")?, Fact::given(FactValue::Exactly(Ratio::of(8999, 100)?)));
/// let assessment = rules.assess(SubjectKind::Person, &facts);      // 89,99 điểm
/// assert_eq!(assessment.outcome().level(), Some(&Id::new("good")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSetContent {
    /// Its id; a later version of the same rules has another.
    pub id: Id,
    /// Its name.
    pub name: Bilingual,
    /// Where it applies: `VN`, or a province with the years in which it is meant.
    pub jurisdiction: Text,
    /// Whom it grades.
    pub subject: SubjectKind,
    /// Where it comes from.
    pub source: RuleSource,
    /// The first day in force.
    pub in_force_from: NaiveDate,
    /// The last day in force, if it is known.
    pub in_force_to: Option<NaiveDate>,
    /// What was corrected in this transcription, and when.
    pub corrections: Vec<Correction>,
    /// Remarks for its users: what is not in it, what was not seen.
    pub remarks: Vec<Bilingual>,
    /// Whether thresholds are compared with exact or with rounded values.
    pub comparing: Comparing,
    /// The levels it gives.
    pub scale: GradeScale,
    /// The facts it reads.
    pub facts: Vec<FactDeclaration>,
    /// How it computes its score, if it has one.
    pub scoring: Option<Scoring>,
    /// Rules that come before all others: discipline forces the lowest level whatever else holds.
    pub forced: Vec<Rule>,
    /// The rules, from the highest level.
    pub rules: Vec<Rule>,
    /// Whether these are all the rules there are, or all that were seen.
    pub coverage: Coverage,
    /// How many of the rules may match.
    pub policy: MatchPolicy,
    /// What follows where the band of a level holds and its requirement does not.
    pub after_failure: AfterFailure,
    /// How many may be given a level.
    pub caps: Vec<Cap>,
}

/// One rule: a level and what it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its id within the set.
    pub id: Id,
    /// The level it gives.
    pub level: Id,
    /// The band it belongs to (khung điểm), if the set has bands.
    pub band: Option<Condition>,
    /// What must hold as well.
    pub requires: Condition,
    /// Where it stands; none only in a set that is the library's own.
    pub citation: Option<Citation>,
}

/// Whom a rule set grades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// A person without a management post.
    Person,
    /// A person who leads or manages.
    Manager,
    /// An agency or a unit of one.
    Unit,
    /// A collective of a Party organisation or of leadership.
    Collective,
    /// A single task.
    Task,
}

/// Where a rule set comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleSource {
    /// A law, decree or decision.
    Document(DocumentRef),
    /// This library: a help for sorting, and no law. It is never chosen unless it is asked for by its id.
    Library,
}

/// Whether a rule set has all the rules of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coverage {
    /// All of them: a case that none of them matches is one that the source does not provide for.
    Complete,
    /// Not all of them were seen: where none matches, nothing follows ([`Outcome::BandsUnknown`](super::Outcome)).
    Partial,
}

/// A correction of the transcription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The day.
    pub date: NaiveDate,
    /// What was corrected.
    pub what: Text,
}

/// Whether thresholds are compared with exact or with rounded values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparing {
    /// With exact values: 79.996 % is not 80 %.
    Exact,
    /// With values rounded first, as the rules say.
    Rounded(Rounding),
}

/// How many of the rules may match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchPolicy {
    /// The first that matches gives the level; the others may match too.
    First,
    /// Exactly one; two are a fault of the rules that the authority has to decide.
    One,
}

/// What follows where the band of a level holds and its requirement does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AfterFailure {
    /// The next lower level is tried, without its band.
    NextLower,
    /// No level.
    NoLevel,
}

impl RuleSetContent {
    /// The declaration of a fact.
    pub(super) fn fact(&self, id: &Id) -> Option<&FactDeclaration> {
        self.facts.iter().find(|declared| declared.id == *id)
    }
}

impl RuleSet {
    /// A rule set of `content`.
    ///
    /// # Errors
    /// [`RuleSetError`] with the place of the first unknown fact or level, misplaced threshold, missing citation or table
    /// that does not rise.
    pub fn new(content: RuleSetContent) -> Result<Self, RuleSetError> {
        rule_set_checks::check(&content)?;
        Ok(Self { content })
    }

    /// The declaration of a fact.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// # use thuocdo::grade::FactKind;
    /// # use thuocdo::id::Id;
    /// let rules = thuocdo::builtin::rule_set("vn-nd90-2020-unit")?;
    /// let completed = rules.fact(&Id::new("targets-completed")?);    // tỷ lệ chỉ tiêu, nhiệm vụ hoàn thành
    /// assert_eq!(completed.map(|fact| fact.kind), Some(FactKind::Share));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fact(&self, id: &Id) -> Option<&FactDeclaration> {
        self.content.fact(id)
    }

    /// Every rule, forced ones first: the order in which they are tried.
    pub(super) fn every_rule(&self) -> impl Iterator<Item = &Rule> {
        self.content.forced.iter().chain(&self.content.rules)
    }

    /// Every test and flag that rules read.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Condition> {
        self.every_rule().flat_map(|rule| rule.band.iter().chain([&rule.requires])).flat_map(Condition::leaves)
    }

    /// Every test of a fact.
    pub(super) fn tests_of<'s>(&'s self, fact: &'s Id) -> impl Iterator<Item = &'s Test> {
        self.leaves().filter_map(move |leaf| match leaf {
            Condition::Compare(test) if test.fact == *fact => Some(test),
            _ => None,
        })
    }

    /// The facts that a fact is at most, from the nearest up.
    pub(super) fn at_most<'s>(&'s self, fact: &Id) -> impl Iterator<Item = &'s Id> {
        let above = |id: &Id| self.fact(id)?.at_most.as_ref();
        // INVARIANT: no fact is at most itself, so the chain ends
        core::iter::successors(above(fact), move |id| above(id))
    }

    /// The thresholds that any rule compares a fact with, rising, in the unit of its kind.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// # use thuocdo::id::Id;
    /// # use thuocdo::quantity::Amount;
    /// let rules = thuocdo::builtin::rule_set("vn-nd90-2020-unit")?;
    /// let thresholds = rules.thresholds(&Id::new("targets-completed")?);
    /// assert_eq!(thresholds, [50, 70, 100].map(Amount::from));       // percents, each written once in the rules
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn thresholds(&self, fact: &Id) -> Vec<Amount> {
        let mut thresholds: Vec<Amount> = self.tests_of(fact).map(|test| test.threshold).collect();
        thresholds.sort_unstable();
        thresholds.dedup();
        thresholds
    }

    /// What it is made of.
    #[must_use]
    pub const fn content(&self) -> &RuleSetContent {
        &self.content
    }

    /// What it is made of, to change it into a corrected set.
    #[must_use]
    pub fn into_content(self) -> RuleSetContent {
        self.content
    }

    /// Whether it is in force on `date`.
    #[must_use]
    pub fn is_in_force(&self, date: NaiveDate) -> bool {
        self.content.in_force_from <= date && self.content.in_force_to.is_none_or(|last| date <= last)
    }

    /// Whether it is this library's own, and no law.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        matches!(self.content.source, RuleSource::Library)
    }
}

impl Comparing {
    /// The value that is compared.
    pub(super) fn apply(self, value: Ratio) -> Option<Ratio> {
        match self {
            Self::Exact => Some(value),
            Self::Rounded(rounding) => value.round(rounding).to_amount().ok().map(Ratio::from),
        }
    }
}
