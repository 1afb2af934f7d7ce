//! Grading: facts, conditions, explanations.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::English;
use crate::grade::{Basis, NotInForce, SubjectKind};
use crate::id::{Bilingual, Citation, DocumentRef, Text, TextStatus};
use crate::quantity::End;
use crate::record::Author;
use crate::text::grade_words::in_brackets;
use crate::text::{CapWords, GradeLanguage, Language, LiftWords};

impl GradeLanguage for English {
    fn pick<'b>(&self, name: &'b Bilingual) -> &'b Text {
        &name.english
    }

    fn subject(&self, subject: SubjectKind) -> &'static str {
        match subject {
            SubjectKind::Person => "persons without a management post",
            SubjectKind::Manager => "persons who lead or manage",
            SubjectKind::Unit => "agencies and units",
            SubjectKind::Collective => "collectives",
            SubjectKind::Task => "tasks",
        }
    }

    fn basis(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::AtCutoff => "At the cut-off",
            Basis::FullPeriodEstimate => "By full-period estimate",
            Basis::ConfirmedCauses => "With confirmed objective causes",
        }
    }

    fn text_status(&self, status: TextStatus) -> &'static str {
        match status {
            TextStatus::Seen => "text seen",
            TextStatus::SecondHand => "second-hand, check the original",
            TextStatus::Recalled => "recalled, not verified",
        }
    }

    fn citation(&self, citation: &Citation) -> String {
        let parts = [("article", &citation.article), ("clause", &citation.clause), ("point", &citation.point)];
        let parts = parts.into_iter().filter_map(|(name, part)| part.as_ref().map(|part| format!("{name} {part}")));
        let words: Vec<String> = core::iter::once(citation.document.to_string()).chain(parts).collect();
        words.join(", ")
    }

    fn estimated_by(&self, names: Option<&[Text]>) -> String {
        let Some(names) = names else {
            return "The report has no full-period estimate; same as above.".into();
        };
        let names: Vec<&str> = names.iter().map(Text::as_str).collect();
        if names.is_empty() {
            return "The report does not say who estimated; right if the official figures confirm it.".into();
        }
        format!("Estimated by {}; right if the official figures confirm it.", names.join(", "))
    }

    fn confirmed_by(&self, documents: &[DocumentRef]) -> String {
        let documents: Vec<String> = documents.iter().map(|document| self.document(document)).collect();
        if documents.is_empty() {
            return "None confirmed by the competent authority; same as above.".into();
        }
        format!("Confirmed by {}.", documents.join("; "))
    }

    fn fact_source(&self, source: &str) -> String {
        format!("source: {source}")
    }

    fn fact_as_of(&self, date: &str) -> String {
        format!("figures as of {date}")
    }

    fn justified(&self, justification: &str) -> String {
        format!("justification: {justification}")
    }

    fn proved_by(&self, documents: &str) -> String {
        format!("evidence: {documents}")
    }

    fn exactly(&self, value: &str) -> String {
        format!("exactly {value}")
    }

    fn all_of(&self, parts: &[String]) -> String {
        parts.join(" and ")
    }

    fn any_of(&self, parts: &[String]) -> String {
        parts.join(" or ")
    }

    fn not(&self, part: &str) -> String {
        format!("not: {part}")
    }

    fn at_least_of(&self, count: u32, parts: &[String]) -> String {
        format!("at least {count} of {}: {}", parts.len(), parts.join("; "))
    }

    fn flag(&self, name: &str, holds: bool) -> String {
        match (name.is_empty(), holds) {
            (true, true) => "yes".to_string(),
            (true, false) => "no".to_string(),
            (false, true) => name.to_string(),
            (false, false) => match name.split_once(' ') {
                // a clause with a subject of its own
                Some(("a" | "all" | "main" | "one's" | "the", _)) => format!("not: {name}"),
                _ => format!("not {name}"),
            },
        }
    }

    fn unknown(&self) -> &'static str {
        "not known"
    }

    fn span(&self, low: (&str, End), high: (&str, End)) -> String {
        let from = if low.1 == End::Closed { "" } else { "over " };
        let to = if high.1 == End::Closed { "" } else { "under " };
        format!("{from}{} to {to}{}", low.0, high.0)
    }

    fn own_rules(&self) -> &'static str {
        "library's own conditions (no law)"
    }

    fn graded(&self, level: &str) -> String {
        format!("Computed grade: “{level}”.")
    }

    fn asks(&self, level: &str, asked: &str, is_limit: bool) -> String {
        let word = if is_limit { "is" } else { "asks" };
        format!("“{level}” {word} {asked}")
    }

    fn no_rule_matched(&self, facts: &str, nearest: &[String], source: &str, gap: Option<&str>) -> String {
        let nearest = if nearest.is_empty() { String::new() } else { format!("; {}", nearest.join(", ")) };
        let gap = gap.map_or_else(String::new, |gap| format!(" The {source} does not provide for {gap}."));
        format!("No grade: {facts}{nearest}.{gap} For the authority to decide.")
    }

    fn several_matched(&self, levels: &[String], citations: &str) -> String {
        let citations = in_brackets(citations);
        format!(
            "No grade: the conditions of both “{}”{citations} hold. For the authority to decide.",
            levels.join("” and “")
        )
    }

    fn left_open(&self, levels: &[String], facts: &[String]) -> String {
        format!(
            "Left open (it may be “{}”): not enough is known about {}. Please supply it.",
            levels.join("”, “"),
            facts.join(", ")
        )
    }

    fn outside_domain(&self, fact: &str, value: &str, ends: (&str, &str), step: Option<&str>) -> String {
        let (low, high) = ends;
        let step = step.map_or_else(String::new, |step| format!(" in steps of {step}"));
        format!("No grade: {fact} is {value}; it can be {low} to {high}{step}. Please check.")
    }

    fn out_of_order(&self, fact: (&str, &str), above: (&str, &str)) -> String {
        format!("No grade: {} is {}, which cannot be more than {}, {}. Please check.", fact.0, fact.1, above.0, above.1)
    }

    fn bands_unknown(&self, source: &str, subject: &str) -> String {
        format!("No basis for a grade: the bands of the {source} for {subject} are not known to this data set.")
    }

    fn wrong_subject(&self, rule_set: &str, subject: &str, asked: &str) -> String {
        format!("{rule_set} not applied: it grades {subject}, not {asked}.")
    }

    fn analogy(&self, rule_set: &str, subject: &str) -> String {
        format!("FOR REFERENCE: {rule_set} grades {subject}; the result below is an analogy only.")
    }

    fn own_reminder(&self, rule_set: &str) -> String {
        format!("FOR REFERENCE: {rule_set} is the library's own and no law.")
    }

    fn not_in_force(&self, reason: &NotInForce, subject: SubjectKind) -> String {
        let subject = self.subject(subject);
        match reason {
            NotInForce::NoneKnown { .. } => format!("No rule set for {subject} is known to this data set."),
            NotInForce::NoneBefore { date, first } => format!(
                "No rule set in force for {subject} on {}; the first begins on {}.",
                self.date(*date),
                self.date(*first)
            ),
            NotInForce::Several { first, ids } => {
                format!("Several rule sets for {subject} begin on {} ({ids}). Please choose one.", self.date(*first))
            }
            NotInForce::NoneAfter { date, last } => format!(
                "No rule set in force for {subject} on {}; the latest ended on {}.",
                self.date(*date),
                self.date(*last)
            ),
        }
    }

    fn given_higher(&self, author: Author, given: &str, source: &str, computed: &str, reasons: &str) -> String {
        let author = match author {
            Author::SelfAssessed => "self-grade",
            Author::Reviewed => "reviewed grade",
            Author::Decided => "decided grade",
        };
        format!(
            "The {author} “{given}” is above the one computed by the {source} (“{computed}”), because {reasons}. The computed result does not replace the authority's decision."
        )
    }

    fn failing(&self, condition: &str, citation: &str, measured: Option<&str>, lacking: &[Text]) -> String {
        let citation = in_brackets(citation);
        let lacking: Vec<&str> = lacking.iter().map(Text::as_str).collect();
        let lacking =
            if lacking.is_empty() { String::new() } else { format!(", “{}” remains", lacking.join("”, “")) };
        let measured = measured.map_or_else(String::new, |measured| format!(": {measured}"));
        format!("“{condition}”{citation} is not met{measured}{lacking}")
    }

    fn undecided(&self, condition: &str, citation: &str) -> String {
        let citation = in_brackets(citation);
        format!("not enough is known about “{condition}”{citation}")
    }

    fn given_equal(&self, given: &str, source: &str) -> String {
        format!("“{given}” equals the grade computed by the {source}.")
    }

    fn given_lower(&self, given: &str, source: &str, computed: &str) -> String {
        format!("“{given}” is below the grade computed by the {source} (“{computed}”).")
    }

    fn given_not_comparable(&self, given: &str) -> String {
        format!("“{given}” cannot be compared with a computed grade yet.")
    }

    fn given_conditions(&self, given: &str, met: &[String], unmet: &[String]) -> String {
        let list = |parts: &[String]| if parts.is_empty() { "none".to_string() } else { parts.join("; ") };
        format!("For “{given}”: conditions met: {}; conditions not met: {}.", list(met), list(unmet))
    }

    fn lift(&self, lift: &LiftWords<'_>) -> String {
        let LiftWords { level, target, missing, from, to, .. } = lift;
        let more = if lift.is_strict { "over " } else { "" };
        let beyond = match (lift.is_strict, lift.is_decrease) {
            (false, _) => "",
            (true, false) => "over ",
            (true, true) => "under ",
        };
        let change = if lift.is_decrease {
            format!("bring “{target}” down by {more}{missing}")
        } else {
            format!("{more}{missing} more in “{target}”")
        };
        format!("To reach “{level}”: {change} ({from} → {beyond}{to}). All other conditions are met.")
    }

    fn lift_by_meeting(&self, level: &str, target: &str) -> String {
        format!("To reach “{level}”: meet “{target}”.")
    }

    fn cap_exceeded(&self, cap: &CapWords<'_>) -> String {
        let citation = in_brackets(cap.citation);
        format!(
            "Cap exceeded: {} graded “{}” against {} graded “{}”{}, cap {}{citation}. At most {} may be.",
            cap.given,
            cap.level,
            cap.base,
            cap.of,
            is_share(cap),
            cap.allowed,
            cap.largest
        )
    }

    fn cap_holds(&self, cap: &CapWords<'_>) -> String {
        let citation = in_brackets(cap.citation);
        format!(
            "Within the cap: {} graded “{}” against {} graded “{}”{}, cap {}{citation}.",
            cap.given,
            cap.level,
            cap.base,
            cap.of,
            is_share(cap),
            cap.allowed
        )
    }

    fn gap(&self, place: &str, example: &str) -> String {
        let example = if example.is_empty() { String::new() } else { format!(" For example {example}: no level.") };
        format!("Gap: {place}.{example}")
    }

    fn overlap(&self, place: &str, rules: &str) -> String {
        format!("Overlap: {place} matches several rules ({rules}).")
    }

    fn unreachable(&self, rule: &str) -> String {
        format!("No case is graded by rule `{rule}`.")
    }

    fn reversal(&self, fact: &str, from: (&str, &str), to: (&str, &str)) -> String {
        format!("A better {fact} lowers the grade: {} is “{}”, {} is “{}”.", from.0, from.1, to.0, to.1)
    }

    fn perhaps_unreachable(&self) -> &'static str {
        "(Perhaps out of reach: the score was taken as independent of the other facts.)"
    }

    fn any_case(&self) -> &'static str {
        "every case"
    }
}

fn is_share(cap: &CapWords<'_>) -> String {
    cap.percent.map_or_else(String::new, |percent| format!(" is {percent}"))
}
