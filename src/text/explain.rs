//! Explanations put together, the same in every language but for the words.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::grade_language::kind_of;
use super::{GradeLanguage, LiftWords};
use crate::grade::{
    Assessment, Checked, Comparison, Condition, Fact, FactKind, FactValue, Flaw, GradeComparison, Outcome, RuleResult,
    RuleSet, Standing, TargetLift, Truth, Values, Witness,
};
use crate::id::{Id, Text};
use crate::quantity::{Amount, End, Ratio, Scale};
use crate::report::Report;

/// What a rule set says, in a sentence; by analogy and for the library's own sets with a reminder before it.
pub(super) fn outcome<L: GradeLanguage + ?Sized>(language: &L, assessment: &Assessment<'_>) -> String {
    let rules = assessment.rule_set();
    let content = rules.content();
    let name = language.pick(&content.name).as_str();
    let level = |id: &Id| language.level(rules, id).to_string();
    let answer = match assessment.outcome() {
        Outcome::Grade { level: id, .. } => language.graded(&level(id)),
        Outcome::NoRuleMatched => no_rule_matched(language, assessment),
        Outcome::SeveralRulesMatched(ids) => {
            let matched = || assessment.explanation().rules.iter().filter(|result| ids.contains(&result.rule));
            let levels: Vec<String> = matched().map(|result| level(&result.level)).collect();
            let mut citations: Vec<String> =
                matched().filter_map(|result| result.citation.as_ref()).map(|found| language.citation(found)).collect();
            citations.dedup();
            language.several_matched(&levels, &citations.join("; "))
        }
        Outcome::LeftOpen { possible, because } => {
            let levels: Vec<String> = possible.iter().map(level).collect();
            let facts: Vec<String> = because.iter().map(|id| language.fact(rules, id).to_string()).collect();
            language.left_open(&levels, &facts)
        }
        Outcome::OutsideDomain(id) => outside_domain(language, assessment, id),
        Outcome::OutOfOrder { fact, above } => {
            let [fact, above] = [fact, above].map(|id| value_of(language, assessment, id));
            language.out_of_order((&fact.0, &fact.1), (&above.0, &above.1))
        }
        Outcome::BandsUnknown => language.bands_unknown(&language.source(rules), language.subject(content.subject)),
        Outcome::WrongSubject => {
            let asked = assessment.asked().map_or("", |asked| language.subject(asked));
            language.wrong_subject(name, language.subject(content.subject), asked)
        }
    };
    if assessment.is_analogy() {
        format!("{} {answer}", language.analogy(name, language.subject(content.subject)))
    } else if rules.is_own() {
        format!("{} {answer}", language.own_reminder(name))
    } else {
        answer
    }
}

fn outside_domain<L: GradeLanguage + ?Sized>(language: &L, assessment: &Assessment<'_>, id: &Id) -> String {
    let rules = assessment.rule_set();
    let Some(fact) = rules.fact(id) else { return String::new() };
    let end = |end: Amount| language.threshold(fact.kind, end);
    let (name, value) = value_of(language, assessment, id);
    language.outside_domain(&name, &value, (&end(fact.low), &end(fact.high)), fact.step.map(end).as_deref())
}

/// The name of a fact that the answer rests on, and its value.
fn value_of<L: GradeLanguage + ?Sized>(language: &L, assessment: &Assessment<'_>, id: &Id) -> (String, String) {
    let explanation = assessment.explanation();
    let value =
        explanation.score.iter().chain(&explanation.cited).find(|(found, _)| found == id).map(|(_, fact)| &fact.value);
    let rules = assessment.rule_set();
    let kind = kind_of(rules, id);
    (language.fact(rules, id).to_string(), language.fact_value(kind, value))
}

/// The facts that the answer rests on, the rules nearest to them, and the gap they lie in.
fn no_rule_matched<L: GradeLanguage + ?Sized>(language: &L, assessment: &Assessment<'_>) -> String {
    let rules = assessment.rule_set();
    let explanation = assessment.explanation();
    let facts: Vec<String> = explanation.cited.iter().map(|(id, fact)| fact_words(language, rules, id, fact)).collect();
    let nearest: Vec<String> = nearest(rules, explanation.cited.as_slice(), &explanation.rules)
        .into_iter()
        .map(|(result, failing)| {
            let asked: Vec<String> = failing
                .iter()
                .map(|checked| match &checked.condition {
                    // the name of the only fact stands before its value already
                    Condition::Compare(test) if is_only(&explanation.cited, &test.fact) => {
                        let kind = kind_of(rules, &test.fact);
                        language.asked(kind, test)
                    }
                    other => language.condition(rules, other),
                })
                .collect();
            let is_limit = matches!(failing.as_slice(), [Checked { condition: Condition::Compare(test), .. }]
                if explanation.cited.len() == 1
                    && matches!(test.comparison, Comparison::LessThan | Comparison::AtMost));
            language.asks(language.level(rules, &result.level), &language.all_of(&asked), is_limit)
        })
        .collect();
    let gap = rules.prove().ok().and_then(|proof| {
        proof.flaws.into_iter().find_map(|flaw| match flaw {
            Flaw::Gap { witness } if lies_in(rules, &explanation.cited, &witness) => Some(witness),
            _ => None,
        })
    });
    let gap = gap.map(|witness| match witness.facts.as_slice() {
        [only] if explanation.cited.len() == 1 => match only.values {
            Values::From { low, high, .. } => {
                let kind = kind_of(rules, &only.fact);
                language.values(kind, low, high)
            }
            Values::Flag(_) => language.place(rules, &witness),
        },
        _ => language.place(rules, &witness),
    });
    language.no_rule_matched(&facts.join("; "), &nearest, &language.source(rules), gap.as_deref())
}

fn is_only(cited: &[(Id, Fact)], fact: &Id) -> bool {
    matches!(cited, [(id, _)] if id == fact)
}

/// For a single cited number the rules right above and right below it; otherwise every rule, with what keeps it from
/// matching.
fn nearest<'a>(
    rule_set: &RuleSet,
    cited: &[(Id, Fact)],
    rules: &'a [RuleResult],
) -> Vec<(&'a RuleResult, Vec<&'a Checked>)> {
    let all = rules.iter().filter(|result| !result.is_forced).map(|result| {
        let failing: Vec<&Checked> = result.band.iter().chain([&result.requires]).flat_map(Checked::failing).collect();
        (result, failing)
    });
    let all: Vec<(&RuleResult, Vec<&Checked>)> = all.collect();
    let [(id, Fact { value: FactValue::Exactly(value), .. })] = cited else { return all };
    let threshold_of = |failing: &[&Checked]| {
        failing.iter().find_map(|checked| match &checked.condition {
            Condition::Compare(test) if test.fact == *id => Some(Ratio::from(test.threshold)),
            _ => None,
        })
    };
    let kind = kind_of(rule_set, id);
    let value = kind.in_threshold_unit(*value).unwrap_or(*value);
    let side = |is_above: bool| {
        all.iter()
            .filter_map(|(result, failing)| Some((threshold_of(failing)?, *result, failing)))
            .filter(|(threshold, ..)| (*threshold >= value) == is_above)
            // of several at the same threshold the last rule, which gives the lowest of their levels
            .rev()
            .min_by_key(|(threshold, ..)| if is_above { *threshold } else { threshold.negated() })
            .map(|(_, result, failing)| (result, failing.clone()))
    };
    let nearest: Vec<_> = [side(true), side(false)].into_iter().flatten().collect();
    if nearest.is_empty() { all } else { nearest }
}

fn lies_in(rules: &RuleSet, cited: &[(Id, Fact)], witness: &Witness) -> bool {
    witness.facts.iter().all(|place| {
        let fact = cited.iter().find(|(id, _)| *id == place.fact).map(|(_, fact)| &fact.value);
        let kind = kind_of(rules, &place.fact);
        match (fact, place.values) {
            (Some(FactValue::Flag(holds)), Values::Flag(wanted)) => *holds == wanted,
            (Some(FactValue::Exactly(value)), Values::From { low, high, .. }) => {
                let value = kind.in_threshold_unit(*value).unwrap_or(*value);
                let is_above = |(end, kind): (Amount, End)| match kind {
                    End::Closed => Ratio::from(end) <= value,
                    End::Open => Ratio::from(end) < value,
                };
                let is_below = |(end, kind): (Amount, End)| match kind {
                    End::Closed => value <= Ratio::from(end),
                    End::Open => value < Ratio::from(end),
                };
                is_above(low) && is_below(high)
            }
            _ => false,
        }
    })
}

/// A fact with its value: `tỷ lệ chỉ tiêu hoàn thành 4/7 (57,14%)`.
fn fact_words<L: GradeLanguage + ?Sized>(language: &L, rules: &RuleSet, id: &Id, fact: &Fact) -> String {
    let name = language.fact(rules, id);
    match &fact.value {
        FactValue::Flag(holds) => language.flag(name, *holds),
        value => {
            let kind = kind_of(rules, id);
            format!("{name} {}", language.fact_value_beside(kind, Some(value), &rules.thresholds(id)))
        }
    }
}

/// Where a fact comes from, and what was said and shown for it.
fn provenance<L: GradeLanguage + ?Sized>(language: &L, fact: &Fact) -> Vec<String> {
    let source = fact.source.as_ref().map(|source| language.fact_source(source.as_str()));
    let as_of = fact.as_of.map(|date| language.fact_as_of(&language.date(date)));
    let justification = fact.justification.as_ref().map(|said| language.justified(said.as_str()));
    let documents: Vec<String> = fact.evidence.iter().map(|document| language.document(document)).collect();
    let evidence = (!documents.is_empty()).then(|| language.proved_by(&documents.join("; ")));
    [source, as_of, justification, evidence].into_iter().flatten().collect()
}

/// Facts, then rules with their conditions, then what follows.
pub(super) fn explanation<L: GradeLanguage + ?Sized>(language: &L, assessment: &Assessment<'_>) -> Vec<String> {
    let rules = assessment.rule_set();
    let explanation = assessment.explanation();
    let mut lines = Vec::from([outcome(language, assessment)]);
    for (id, fact) in explanation.score.iter().chain(&explanation.cited) {
        lines.push(format!("• {}", fact_words(language, rules, id, fact)));
        lines.extend(fact.lacking.iter().map(|name| format!("    ○ {name}")));
        lines.extend(provenance(language, fact).into_iter().map(|note| format!("    {note}")));
    }
    for result in &explanation.rules {
        let truth = |checked: &Checked| match checked.truth {
            Truth::Met => "✓",
            Truth::Open => "?",
            Truth::NotMet => "✗",
        };
        let citation =
            result.citation.as_ref().map_or_else(String::new, |found| format!(" ({})", language.citation(found)));
        lines.push(format!("• {}{citation}", language.level(rules, &result.level)));
        for checked in result.band.iter().chain([&result.requires]) {
            let parts = match &checked.condition {
                Condition::All(_) => checked.parts.iter().collect(),
                _ => Vec::from([checked]),
            };
            lines.extend(parts.into_iter().map(|part| {
                let measured = part.measured.as_ref().map_or_else(String::new, |value| {
                    format!(": {}", measured_words(language, rules, &part.condition, Some(value)))
                });
                format!("    {} {}{measured}", truth(part), language.condition(rules, &part.condition))
            }));
        }
    }
    lines
}

pub(super) fn comparison<L: GradeLanguage + ?Sized>(
    language: &L,
    given: &Text,
    comparison: &GradeComparison,
    assessment: &Assessment<'_>,
) -> String {
    let rules = assessment.rule_set();
    let source = language.source(rules);
    let computed = assessment.outcome().level().map_or("", |id| language.level(rules, id));
    match &comparison.standing {
        Standing::Equal => language.given_equal(given.as_str(), &source),
        Standing::Lower => language.given_lower(given.as_str(), &source, computed),
        Standing::NotComparable => language.given_not_comparable(given.as_str()),
        Standing::Higher(failing) => {
            let rule = assessment
                .explanation()
                .rules
                .iter()
                .find(|rule| !rule.is_forced && Some(&rule.level) == comparison.given.as_ref());
            let forced = assessment.explanation().rules.iter().filter(|rule| rule.is_forced);
            let reason = |checked: &Checked| {
                // a forced rule that stands in the way is cited by its own place
                let opposite = |rule: &&RuleResult| match &checked.condition {
                    Condition::Not(part) => **part == rule.requires.condition,
                    _ => false,
                };
                let cited = forced.clone().find(opposite).or(rule).and_then(|rule| rule.citation.as_ref());
                let citation = cited.map_or_else(String::new, |found| language.citation(found));
                failing_words(language, assessment, checked, &citation)
            };
            let reasons: Vec<String> = failing.iter().map(reason).collect();
            language.given_higher(comparison.author, given.as_str(), &source, computed, &reasons.join("; "))
        }
        Standing::Conditions { met, unmet } => {
            let words = |checked: &[Checked]| language.failing_conditions(rules, checked);
            language.given_conditions(given.as_str(), &words(met), &words(unmet))
        }
    }
}

fn failing_words<L: GradeLanguage + ?Sized>(
    language: &L,
    assessment: &Assessment<'_>,
    checked: &Checked,
    citation: &str,
) -> String {
    let rules = assessment.rule_set();
    let condition = language.condition(rules, &checked.condition);
    if checked.truth == Truth::Open {
        return language.undecided(&condition, citation);
    }
    // what is not so is measured by what it is the opposite of
    let tested = match (&checked.condition, checked.parts.as_slice()) {
        (Condition::Not(_), [part]) => part,
        _ => checked,
    };
    let (fact, measured) = match &tested.condition {
        Condition::Compare(test) => {
            let measured = measured_words(language, rules, &tested.condition, tested.measured.as_ref());
            (Some(&test.fact), Some(measured))
        }
        Condition::Holds(id) => (Some(id), None),
        _ => (None, None),
    };
    let cited = assessment.explanation().cited.iter().find(|(id, _)| Some(id) == fact);
    let lacking = cited.map_or(&[][..], |(_, fact)| fact.lacking.as_slice());
    language.failing(&condition, citation, measured.as_deref(), lacking)
}

/// What was measured, told apart from the threshold it was held against.
fn measured_words<L: GradeLanguage + ?Sized>(
    language: &L,
    rules: &RuleSet,
    condition: &Condition,
    measured: Option<&FactValue>,
) -> String {
    match condition {
        Condition::Compare(test) => {
            let kind = kind_of(rules, &test.fact);
            language.fact_value_beside(kind, measured, &[test.threshold])
        }
        _ => language.fact_value(FactKind::Flag, measured),
    }
}

pub(super) fn target_lift<L: GradeLanguage + ?Sized>(
    language: &L,
    report: &Report,
    rules: &RuleSet,
    lift: &TargetLift,
) -> String {
    let level = language.level(rules, &lift.level);
    let targets = report.content().plan.tasks.iter().flat_map(|task| &task.targets);
    let target = targets.into_iter().find(|target| *target.id() == lift.target);
    let Some((target, indicator)) = target.and_then(|target| Some((target, report.indicator(target.indicator())?)))
    else {
        return String::new();
    };
    let name = indicator.name_at(target.at());
    // at the bound itself, where that is not enough, no amount is missing
    let Some(shortfall) = lift.shortfall.as_ref().filter(|shortfall| shortfall.ones() != Ratio::ZERO) else {
        return language.lift_by_meeting(level, name.as_str());
    };
    let number = |value: Ratio| match value.to_amount() {
        Some(amount) => language.amount(amount),
        None => language.value(value, shortfall.unit()),
    };
    let unit = indicator.unit.scaled(Scale::One).unwrap_or_else(|_| indicator.unit.clone());
    language.lift(&LiftWords {
        level,
        target: name.as_str(),
        missing: &language.value(shortfall.ones(), shortfall.unit()),
        is_decrease: shortfall.needed() < shortfall.actual(),
        is_strict: shortfall.is_strict(),
        from: &number(shortfall.actual()),
        to: &language.value(shortfall.needed(), &unit),
    })
}

pub(super) fn flaw<L: GradeLanguage + ?Sized>(language: &L, rules: &RuleSet, flaw: &Flaw) -> String {
    let note = |witness: &Witness, sentence: String| {
        let is_perhaps_unreachable = match flaw {
            Flaw::NotMonotone { from, to, .. } => from.is_perhaps_unreachable || to.is_perhaps_unreachable,
            _ => witness.is_perhaps_unreachable,
        };
        if is_perhaps_unreachable { format!("{sentence} {}", language.perhaps_unreachable()) } else { sentence }
    };
    match flaw {
        Flaw::Gap { witness } => {
            let examples = witness.facts.iter().filter_map(|fact| match fact.values {
                Values::From { example, .. } => {
                    let kind = kind_of(rules, &fact.fact);
                    let example = language.threshold(kind, example.to_amount()?);
                    Some(format!("{} {example}", language.fact(rules, &fact.fact)))
                }
                Values::Flag(_) => None,
            });
            let examples: Vec<String> = examples.collect();
            note(witness, language.gap(&language.place(rules, witness), &examples.join(", ")))
        }
        Flaw::Overlap { witness, rules: ids } => {
            let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
            note(witness, language.overlap(&language.place(rules, witness), &ids.join(", ")))
        }
        Flaw::Unreachable { rule } => language.unreachable(rule.as_str()),
        Flaw::NotMonotone { fact, from, higher, to, lower } => {
            let before = language.place(rules, from);
            let after = language.place(rules, to);
            let from_words = (before.as_str(), language.level(rules, higher));
            let to_words = (after.as_str(), language.level(rules, lower));
            note(from, language.reversal(language.fact(rules, fact), from_words, to_words))
        }
    }
}
