use alloc::{collections::BTreeSet, vec::Vec};

use super::open::open_cases;
use super::outcome::{Decision, Judged, decide};
use super::score::ScoreInput;
use super::sufficient::sufficient;
use super::{Checked, Condition, Coverage, Fact, FactDeclaration, Facts, Outcome, Rule, RuleSet, SubjectKind, Truth};
use crate::id::{Citation, DocumentRef, Id, Text};

/// Assessment (kết quả đánh giá, xếp loại): what a rule set says of some facts, built from its explanation.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// use thuocdo::builtin;
/// use thuocdo::grade::{Fact, FactValue, Facts, Outcome};
/// use thuocdo::id::Id;
/// use thuocdo::quantity::Ratio;
///
/// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// let mut facts = Facts::new();
/// facts.insert(Id::new("targets-completed")?, Fact::given(FactValue::Exactly(Ratio::of(4, 7)?)));
/// let assessment = rules.assess_by_analogy(&facts);            // the decree grades persons, this is a department
/// assert!(assessment.is_analogy());
/// assert_eq!(*assessment.outcome(), Outcome::NoRuleMatched);   // 57,14%: from 50% to 70% nothing is provided
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "kết quả đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment<'s> {
    rule_set: &'s RuleSet,
    asked: Option<SubjectKind>,
    estimated_by: Option<Vec<Text>>,
    confirmed_by: Vec<DocumentRef>,
    explanation: Explanation,
}

/// Explanation (thuyết minh cách xếp mức): the facts, every rule held against them, and what follows.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// # use thuocdo::builtin;
/// # use thuocdo::grade::{Fact, FactValue, Facts, SubjectKind, Truth};
/// # use thuocdo::id::Id;
/// # use thuocdo::quantity::Ratio;
/// # let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// let mut facts = Facts::new();
/// facts.insert(Id::new("targets-completed")?, Fact::given(FactValue::Exactly(Ratio::of(6, 7)?)));
/// facts.insert(Id::new("targets-exceeded")?, Fact::given(FactValue::Exactly(Ratio::of(1, 7)?)));
/// let assessment = rules.assess(SubjectKind::Manager, &facts);
///
/// let explanation = assessment.explanation();
/// assert_eq!(explanation.cited.len(), 1);                      // vượt mức 1/7 plays no part in “hoàn thành”
/// let [excellent, good, completed, _] = explanation.rules.as_slice() else { unreachable!() };
/// assert_eq!(excellent.requires.failing().len(), 2);           // not all are completed, fewer than 50% exceeded
/// assert_eq!((good.requires.truth, completed.requires.truth), (Truth::NotMet, Truth::Met));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "thuyết minh")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The facts that the answer rests on: with these alone it is the same, and without one of them it is not.
    pub cited: Vec<(Id, Fact)>,
    /// The score, where the rule set computes one.
    pub score: Option<(Id, Fact)>,
    /// Every rule, forced ones first, in the order they are tried.
    pub rules: Vec<RuleResult>,
    /// What follows.
    pub outcome: Outcome,
}

/// A rule held against the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleResult {
    /// The rule.
    pub rule: Id,
    /// The level it gives.
    pub level: Id,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// Whether it comes before all others.
    pub is_forced: bool,
    /// Its band, if it has one.
    pub band: Option<Checked>,
    /// What it requires.
    pub requires: Checked,
}

impl<'s> Assessment<'s> {
    /// The rule set.
    #[must_use]
    pub const fn rule_set(&self) -> &'s RuleSet {
        self.rule_set
    }

    /// Whether the rule set was asked for by analogy: it grades others, and the answer is for reference only.
    #[must_use]
    pub const fn is_analogy(&self) -> bool {
        self.asked.is_none()
    }

    /// Whom it was asked for; nobody by analogy.
    #[must_use]
    pub const fn asked(&self) -> Option<SubjectKind> {
        self.asked
    }

    /// Who made the estimates that the facts count, as far as they are named; none if they count no estimate.
    #[must_use]
    pub fn estimated_by(&self) -> Option<&[Text]> {
        self.estimated_by.as_deref()
    }

    /// The documents that confirm the causes that the facts count.
    #[must_use]
    pub fn confirmed_by(&self) -> &[DocumentRef] {
        &self.confirmed_by
    }

    /// Why.
    #[must_use]
    pub const fn explanation(&self) -> &Explanation {
        &self.explanation
    }

    /// What follows.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome {
        &self.explanation.outcome
    }
}

impl RuleSet {
    /// Assesses a subject of the kind this rule set is for.
    ///
    /// ```
    /// # #[cfg(feature = "builtin")] {
    /// use thuocdo::builtin;
    /// use thuocdo::grade::{Fact, FactValue, Facts, Outcome, SubjectKind};
    /// use thuocdo::id::Id;
    /// use thuocdo::quantity::Ratio;
    ///
    /// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
    /// let mut facts = Facts::new();
    /// facts.insert(Id::new("targets-completed")?, Fact::given(FactValue::Exactly(Ratio::of(6, 7)?)));
    /// let completed = Id::new("completed")?;                       // Hoàn thành nhiệm vụ
    /// assert_eq!(rules.assess(SubjectKind::Manager, &facts).outcome().level(), Some(&completed));
    /// assert_eq!(*rules.assess(SubjectKind::Unit, &facts).outcome(), Outcome::WrongSubject);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess(&self, subject: SubjectKind, facts: &Facts) -> Assessment<'_> {
        if subject == self.content().subject {
            return self.assessment(facts, Some(subject));
        }
        let outcome = Outcome::WrongSubject;
        let explanation = Explanation { cited: Vec::new(), score: None, rules: Vec::new(), outcome };
        Assessment { rule_set: self, asked: Some(subject), estimated_by: None, confirmed_by: Vec::new(), explanation }
    }

    /// Assesses a subject of another kind by analogy, for reference only.
    #[must_use]
    pub fn assess_by_analogy(&self, facts: &Facts) -> Assessment<'_> {
        self.assessment(facts, None)
    }

    fn assessment(&self, facts: &Facts, asked: Option<SubjectKind>) -> Assessment<'_> {
        let score = self.score_of(facts);
        let with_score = with_score(facts, score.clone());
        let rules = self.check_rules(&with_score);
        let outcome = self.outcome(&with_score, &rules);
        let cited = sufficient(self, facts, &outcome);
        let mut estimated_by: Option<Vec<Text>> = None;
        let mut confirmed_by: Vec<DocumentRef> = Vec::new();
        for (_, fact) in facts.iter() {
            if let Some(names) = &fact.estimated_by {
                add_new(estimated_by.get_or_insert_default(), names);
            }
            add_new(&mut confirmed_by, &fact.confirmed_by);
        }
        let explanation = Explanation { cited, score, rules, outcome };
        Assessment { rule_set: self, asked, estimated_by, confirmed_by, explanation }
    }

    /// What follows from the facts, without the reasons; for the searches that ask it many times.
    pub(super) fn outcome_of(&self, facts: &Facts) -> Outcome {
        let facts = with_score(facts, self.score_of(facts));
        self.outcome(&facts, &self.check_rules(&facts))
    }

    fn outcome(&self, facts: &Facts, rules: &[RuleResult]) -> Outcome {
        let is_outside =
            |declared: &&FactDeclaration| facts.get(&declared.id).is_some_and(|fact| !declared.allows(&fact.value));
        if let Some(declared) = self.content().facts.iter().find(is_outside) {
            return Outcome::OutsideDomain(declared.id.clone());
        }
        self.out_of_order(facts).unwrap_or_else(|| self.conclude(facts, rules))
    }

    /// The score, if this set computes one and the caller gives none.
    pub(super) fn score_of(&self, facts: &Facts) -> Option<(Id, Fact)> {
        let content = self.content();
        let scoring = content.scoring.as_ref().filter(|scoring| facts.get(&scoring.into).is_none())?;
        let input = ScoreInput { declared: &content.facts, facts, comparing: content.comparing };
        Some((scoring.into.clone(), Fact::given(scoring.compute(input))))
    }

    /// The first fact that is certainly above one that it is at most.
    fn out_of_order(&self, facts: &Facts) -> Option<Outcome> {
        let ends = |id: &Id| facts.get(id).and_then(|fact| fact.value.ends());
        self.content().facts.iter().find_map(|declared| {
            let (low, _) = ends(&declared.id)?;
            let above = self.at_most(&declared.id).find(|above| ends(above).is_some_and(|(_, high)| high < low))?;
            Some(Outcome::OutOfOrder { fact: declared.id.clone(), above: above.clone() })
        })
    }

    /// Every rule against the facts, of which the score is one.
    fn check_rules(&self, facts: &Facts) -> Vec<RuleResult> {
        let content = self.content();
        let check = |condition: &Condition| condition.check(&content.facts, facts, content.comparing);
        let result = |rule: &Rule, is_forced| RuleResult {
            rule: rule.id.clone(),
            level: rule.level.clone(),
            citation: rule.citation.clone(),
            is_forced,
            band: rule.band.as_ref().map(check),
            requires: check(&rule.requires),
        };
        let forced = content.forced.iter().map(|rule| result(rule, true));
        forced.chain(content.rules.iter().map(|rule| result(rule, false))).collect()
    }

    fn conclude(&self, facts: &Facts, rules: &[RuleResult]) -> Outcome {
        let content = self.content();
        let judged: Vec<Judged> = rules
            .iter()
            .map(|result| Judged {
                rank: content.scale.rank(&result.level).unwrap_or(0),
                band: result.band.as_ref().map(|band| band.truth),
                requires: result.requires.truth,
            })
            .collect();
        match decide(&judged, content.forced.len(), content.policy, content.after_failure) {
            Decision::Open(indices) => self.conclude_open(facts, rules, &indices),
            decision => self.answer(rules, &decision),
        }
    }

    fn answer(&self, rules: &[RuleResult], decision: &Decision) -> Outcome {
        match decision {
            Decision::Rule(index) => match rules.get(*index) {
                Some(result) => Outcome::Grade { level: result.level.clone(), rule: result.rule.clone() },
                None => Outcome::NoRuleMatched,
            },
            Decision::Several(indices) => {
                let matched = indices.iter().filter_map(|index| rules.get(*index));
                Outcome::SeveralRulesMatched(matched.map(|result| result.rule.clone()).collect())
            }
            Decision::None | Decision::Open(_) if self.content().coverage == Coverage::Partial => Outcome::BandsUnknown,
            Decision::None | Decision::Open(_) => Outcome::NoRuleMatched,
        }
    }

    /// Some condition is open. Conditions hang together by their facts, so each case that the facts may still be in is
    /// tried; where there are too many, every rule that may hold is taken to be possible.
    fn conclude_open(&self, facts: &Facts, rules: &[RuleResult], indices: &[usize]) -> Outcome {
        let mut levels: Vec<&Id> = Vec::new();
        let because: BTreeSet<Id>;
        let matching: Vec<usize> = if let Some(cases) = open_cases(self, facts) {
            if let [only] = cases.decisions.as_slice() {
                return self.answer(rules, only);
            }
            let same_level = cases.decisions.iter().map(|decision| match decision {
                Decision::Rule(index) => rules.get(*index).map(|result| &result.level),
                _ => None,
            });
            let same_level: BTreeSet<Option<&Id>> = same_level.collect();
            if let (Some(Decision::Rule(first)), 1) = (cases.decisions.first(), same_level.len()) {
                return self.answer(rules, &Decision::Rule(*first));
            }
            because = cases.because;
            let mut matching: Vec<usize> = cases
                .decisions
                .into_iter()
                .flat_map(|decision| match decision {
                    Decision::Rule(index) => Vec::from([index]),
                    Decision::Several(indices) | Decision::Open(indices) => indices,
                    Decision::None => Vec::new(),
                })
                .collect();
            matching.sort_unstable();
            matching
        } else {
            let mut open = Vec::new();
            // whether a rule is reached hangs on the bands before it, too
            let last = indices.iter().max().copied().unwrap_or(0);
            for (index, result) in rules.iter().enumerate().take(last.saturating_add(1)) {
                let requires = indices.contains(&index).then_some(&result.requires);
                result.band.iter().chain(requires).for_each(|checked| open_facts(checked, &mut open));
            }
            because = open.into_iter().collect();
            indices.to_vec()
        };
        for result in matching.into_iter().filter_map(|index| rules.get(index)) {
            if !levels.contains(&&result.level) {
                levels.push(&result.level);
            }
        }
        Outcome::LeftOpen { possible: levels.into_iter().cloned().collect(), because: because.into_iter().collect() }
    }
}

fn with_score(facts: &Facts, score: Option<(Id, Fact)>) -> Facts {
    let mut facts = facts.clone();
    if let Some((id, fact)) = score {
        facts.insert(id, fact);
    }
    facts
}

fn add_new<T: Clone + PartialEq>(list: &mut Vec<T>, items: &[T]) {
    for item in items {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}

/// The facts that leave a condition open.
fn open_facts(checked: &Checked, facts: &mut Vec<Id>) {
    if checked.truth != Truth::Open {
        return;
    }
    match &checked.condition {
        Condition::Compare(test) => facts.push(test.fact.clone()),
        Condition::Holds(id) => facts.push(id.clone()),
        _ => checked.parts.iter().for_each(|part| open_facts(part, facts)),
    }
}
