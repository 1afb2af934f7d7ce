use alloc::{collections::BTreeSet, vec::Vec};

use super::outcome::{Decision, Judged, decide, open_facts};
use super::score::ScoreInput;
use super::sufficient::sufficient;
use super::{Checked, Condition, Fact, Facts, Outcome, Rule, RuleSet, SubjectKind, Truth};
use crate::id::{Citation, Id};

/// Assessment (kết quả đánh giá, xếp loại): what a rule set says of some facts, built from its explanation.
#[doc(alias = "kết quả đánh giá")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment<'s> {
    rule_set: &'s RuleSet,
    is_analogy: bool,
    explanation: Explanation,
}

/// Explanation (thuyết minh cách xếp mức): the facts, every rule held against them, and what follows.
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
        self.is_analogy
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
    #[must_use]
    pub fn assess(&self, subject: SubjectKind, facts: &Facts) -> Assessment<'_> {
        if subject == self.content().subject {
            return self.assessment(facts, false);
        }
        let outcome = Outcome::WrongSubject;
        let explanation = Explanation { cited: Vec::new(), score: None, rules: Vec::new(), outcome };
        Assessment { rule_set: self, is_analogy: false, explanation }
    }

    /// Assesses a subject of another kind by analogy, for reference only.
    #[must_use]
    pub fn assess_by_analogy(&self, facts: &Facts) -> Assessment<'_> {
        self.assessment(facts, true)
    }

    fn assessment(&self, facts: &Facts, is_analogy: bool) -> Assessment<'_> {
        let (rules, score) = self.check_rules(facts);
        let outcome = self.outcome(facts, &rules, score.as_ref());
        let cited = sufficient(self, facts, &outcome);
        Assessment { rule_set: self, is_analogy, explanation: Explanation { cited, score, rules, outcome } }
    }

    /// What follows from the facts, without the reasons; for the searches that ask it many times.
    pub(super) fn outcome_of(&self, facts: &Facts) -> Outcome {
        let (rules, score) = self.check_rules(facts);
        self.outcome(facts, &rules, score.as_ref())
    }

    fn outcome(&self, facts: &Facts, rules: &[RuleResult], score: Option<&(Id, Fact)>) -> Outcome {
        let outside = self.content().facts.iter().find(|declared| {
            let computed = score.filter(|(id, _)| *id == declared.id).map(|(_, fact)| fact);
            let fact = computed.or_else(|| facts.get(&declared.id));
            fact.is_some_and(|fact| !declared.allows(&fact.value))
        });
        outside.map_or_else(|| self.conclude(rules), |declared| Outcome::OutsideDomain(declared.id.clone()))
    }

    /// Every rule against the facts, and the score if it is this set that computes it.
    fn check_rules(&self, facts: &Facts) -> (Vec<RuleResult>, Option<(Id, Fact)>) {
        let content = self.content();
        let input = ScoreInput { declared: &content.facts, facts, comparing: content.comparing };
        // a score that the caller gives is not computed again
        let scoring = content.scoring.as_ref().filter(|scoring| facts.get(&scoring.into).is_none());
        let score = scoring.map(|scoring| (scoring.into.clone(), Fact::given(scoring.compute(input))));
        let mut with_score = facts.clone();
        if let Some((id, fact)) = score.clone() {
            with_score.insert(id, fact);
        }
        let check = |condition: &Condition| condition.check(&content.facts, &with_score, content.comparing);
        let result = |rule: &Rule, is_forced| RuleResult {
            rule: rule.id.clone(),
            level: rule.level.clone(),
            citation: rule.citation.clone(),
            is_forced,
            band: rule.band.as_ref().map(check),
            requires: check(&rule.requires),
        };
        let forced = content.forced.iter().map(|rule| result(rule, true));
        let rules = forced.chain(content.rules.iter().map(|rule| result(rule, false))).collect();
        (rules, score)
    }

    fn has_rule_for_each_level(&self) -> bool {
        let content = self.content();
        let rules = || content.forced.iter().chain(&content.rules);
        content.scale.levels().iter().all(|level| rules().any(|rule| rule.level == level.id))
    }

    fn conclude(&self, rules: &[RuleResult]) -> Outcome {
        let content = self.content();
        let judged: Vec<Judged<'_>> = rules
            .iter()
            .map(|result| Judged {
                rule: &result.rule,
                level: &result.level,
                band: result.band.as_ref().map_or(Truth::Met, |band| band.truth),
                requires: result.requires.truth,
            })
            .collect();
        let grade = |index: usize| judged.get(index).map(|judged| (judged.level.clone(), judged.rule.clone()));
        match decide(&judged, content.forced.len(), content.policy, content.after_failure) {
            Decision::Rule(index) => match grade(index) {
                Some((level, rule)) => Outcome::Grade { level, rule },
                None => Outcome::NoRuleMatched,
            },
            Decision::Several(indices) => {
                Outcome::SeveralRulesMatched(indices.into_iter().filter_map(grade).map(|(_, rule)| rule).collect())
            }
            // where a level has no rule at all, nothing follows from no rule having matched
            Decision::None if !self.has_rule_for_each_level() => Outcome::BandsUnknown,
            Decision::None => Outcome::NoRuleMatched,
            Decision::Open { rules: indices, .. } => {
                let mut possible: Vec<Id> = Vec::new();
                let mut because = Vec::new();
                for index in indices {
                    let Some(result) = rules.get(index) else { continue };
                    if !possible.contains(&result.level) {
                        possible.push(result.level.clone());
                    }
                    result.band.iter().chain([&result.requires]).for_each(|checked| open_facts(checked, &mut because));
                }
                let because: BTreeSet<Id> = because.into_iter().collect();
                Outcome::LeftOpen { possible, because: because.into_iter().collect() }
            }
        }
    }
}
