use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::telling::{TWO_DECIMALS, fraction, telling};
use super::{CapWords, Language, LiftWords, explain, rule_table};
use crate::grade::{
    Assessment, Basis, Cap, CapResult, Checked, Comparison, Condition, FactKind, FactValue, Flaw, GradeComparison,
    NotInForce, RuleSet, RuleSource, SubjectKind, TargetLift, Test, Values, Witness,
};
use crate::id::{Bilingual, Citation, DocumentRef, Id, Text, TextStatus};
use crate::quantity::{Amount, End, Ratio, Reading};
use crate::record::Author;
use crate::report::Report;

/// The words of grading: facts, conditions, reasons and findings about rule sets.
///
/// As in [`Language`], required methods are words and sentences, provided ones put them together.
///
/// ```
/// # #[cfg(feature = "builtin")] {
/// use thuocdo::builtin;
/// use thuocdo::text::{English, GradeLanguage, Vietnamese};
///
/// let rules = builtin::rule_set("vn-nd90-2020-unit")?;
/// let [level, condition, citation, status] = &Vietnamese.rule_table(&rules)[4];
/// assert_eq!(level, "Hoàn thành nhiệm vụ");
/// assert_eq!(condition, "tỷ lệ chỉ tiêu, nhiệm vụ hoàn thành trên 70%");
/// assert_eq!([citation, status], ["khoản 2 Điều 10 90/2020/NĐ-CP", "chưa đối chiếu văn bản"]);
/// assert_eq!(English.rule_table(&rules)[4][1], "share of targets and tasks completed over 70%");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait GradeLanguage: Language {
    /// A name in this language.
    fn pick<'b>(&self, name: &'b Bilingual) -> &'b Text;

    /// Whom a rule set grades.
    fn subject(&self, subject: SubjectKind) -> &'static str;

    /// Which figures count.
    fn basis(&self, basis: Basis) -> &'static str;

    /// How well a text is known.
    fn text_status(&self, status: TextStatus) -> &'static str;

    /// A place in a document: `khoản 2 Điều 12 90/2020/NĐ-CP`.
    fn citation(&self, citation: &Citation) -> String;

    /// Who made the estimates that count, as far as they are named, or that there are none.
    fn estimated_by(&self, names: Option<&[Text]>) -> String;

    /// The documents that confirm the causes that count, or that there are none.
    fn confirmed_by(&self, documents: &[DocumentRef]) -> String;

    /// Where a fact comes from.
    fn fact_source(&self, source: &str) -> String;

    /// The day as of which a fact holds.
    fn fact_as_of(&self, date: &str) -> String;

    /// What was said to justify a fact.
    fn justified(&self, justification: &str) -> String;

    /// The documents that prove a fact.
    fn proved_by(&self, documents: &str) -> String;

    /// Exactly so much.
    fn exactly(&self, value: &str) -> String;

    /// Several conditions that must all hold.
    fn all_of(&self, parts: &[String]) -> String;

    /// Several conditions of which one must hold.
    fn any_of(&self, parts: &[String]) -> String;

    /// A condition that must not hold.
    fn not(&self, part: &str) -> String;

    /// So many of several conditions.
    fn at_least_of(&self, count: u32, parts: &[String]) -> String;

    /// A flag that holds or does not.
    fn flag(&self, name: &str, holds: bool) -> String;

    /// A value that is not known.
    fn unknown(&self) -> &'static str;

    /// The values between two ends, each included or not.
    fn span(&self, low: (&str, End), high: (&str, End)) -> String;

    /// This library's own rule sets.
    fn own_rules(&self) -> &'static str;

    /// The level that follows.
    fn graded(&self, level: &str) -> String;

    /// What the rule of a level asks; `is_limit` if it asks for less than something.
    fn asks(&self, level: &str, asked: &str, is_limit: bool) -> String;

    /// No rule matched: the facts as they are, what the rules nearest to them ask, and the cases not provided for.
    fn no_rule_matched(&self, facts: &str, nearest: &[String], source: &str, gap: Option<&str>) -> String;

    /// Several rules matched.
    fn several_matched(&self, levels: &[String], citations: &str) -> String;

    /// The grade is left open between these levels, for want of these facts.
    fn left_open(&self, levels: &[String], facts: &[String]) -> String;

    /// A fact has a value that it cannot have: it can have those between two ends, or only one every step of them.
    fn outside_domain(&self, fact: &str, value: &str, ends: (&str, &str), step: Option<&str>) -> String;

    /// A fact is above another that it is at most; each with its value.
    fn out_of_order(&self, fact: (&str, &str), above: (&str, &str)) -> String;

    /// The bands are not known.
    fn bands_unknown(&self, source: &str, subject: &str) -> String;

    /// The rule set grades `subject`, and was asked for others.
    fn wrong_subject(&self, rule_set: &str, subject: &str, asked: &str) -> String;

    /// What stands before the answer of a rule set that was asked for by analogy.
    fn analogy(&self, rule_set: &str, subject: &str) -> String;

    /// What stands before the answer of a rule set that is the library's own.
    fn own_reminder(&self, rule_set: &str) -> String;

    /// Why there is no rule set in force.
    fn not_in_force(&self, reason: &NotInForce, subject: SubjectKind) -> String;

    /// A given grade that is higher than the rules allow; `reasons` are the conditions that do not hold.
    fn given_higher(&self, author: Author, given: &str, source: &str, computed: &str, reasons: &str) -> String;

    /// One condition that fails, with where it stands, what was measured if that is a figure, and what is lacking.
    fn failing(&self, condition: &str, citation: &str, measured: Option<&str>, lacking: &[Text]) -> String;

    /// One condition that is left open, with where it stands.
    fn undecided(&self, condition: &str, citation: &str) -> String;

    /// A given grade that is the computed one.
    fn given_equal(&self, given: &str, source: &str) -> String;

    /// A given grade that is lower than the computed one.
    fn given_lower(&self, given: &str, source: &str, computed: &str) -> String;

    /// A given grade that cannot be compared.
    fn given_not_comparable(&self, given: &str) -> String;

    /// The conditions of a given grade in a set that is the library's own: those that hold, those that do not.
    fn given_conditions(&self, given: &str, met: &[String], unmet: &[String]) -> String;

    /// What would lift the grade: the level, what is missing and where.
    fn lift(&self, lift: &LiftWords<'_>) -> String;

    /// What would lift the grade where no amount is missing: the level, and the target to be met.
    fn lift_by_meeting(&self, level: &str, target: &str) -> String;

    /// A cap that does not hold.
    fn cap_exceeded(&self, cap: &CapWords<'_>) -> String;

    /// A cap that holds.
    fn cap_holds(&self, cap: &CapWords<'_>) -> String;

    /// A gap, an overlap, a rule out of reach, a reversal; `places` are put into words already.
    fn gap(&self, place: &str, example: &str) -> String;

    /// Several rules match where one may.
    fn overlap(&self, place: &str, rules: &str) -> String;

    /// A rule that nothing reaches.
    fn unreachable(&self, rule: &str) -> String;

    /// A better figure that lowers the grade.
    fn reversal(&self, fact: &str, from: (&str, &str), to: (&str, &str)) -> String;

    /// A case that may be out of reach.
    fn perhaps_unreachable(&self) -> &'static str;

    /// Every case.
    fn any_case(&self) -> &'static str;

    /// Where a rule set comes from.
    fn source(&self, rules: &RuleSet) -> String {
        match &rules.content().source {
            RuleSource::Document(document) => self.document(document),
            RuleSource::Library => self.own_rules().into(),
        }
    }

    /// The name of a level.
    fn level<'r>(&self, rules: &'r RuleSet, id: &'r Id) -> &'r str {
        rules.content().scale.level(id).map_or(id.as_str(), |level| self.pick(&level.name).as_str())
    }

    /// The name of a fact.
    fn fact<'r>(&self, rules: &'r RuleSet, id: &'r Id) -> &'r str {
        rules.fact(id).map_or(id.as_str(), |fact| self.pick(&fact.name).as_str())
    }

    /// A value in the unit of the thresholds.
    fn threshold(&self, kind: FactKind, value: Amount) -> String {
        match kind {
            FactKind::Share => format!("{}%", self.amount(value)),
            FactKind::Number | FactKind::Flag => self.amount(value),
        }
    }

    /// What a fact is: `6/7 (85,71%)`.
    fn fact_value(&self, kind: FactKind, value: Option<&FactValue>) -> String {
        self.fact_value_beside(kind, value, &[])
    }

    /// What a fact is, with as many decimals as it takes to see on which side of thresholds it lies: `89,997`, not `90,00`; as
    /// a fraction where six do not suffice.
    fn fact_value_beside(&self, kind: FactKind, value: Option<&FactValue>, thresholds: &[Amount]) -> String {
        let one = |value: Ratio| match kind {
            FactKind::Share => {
                let percent = kind.in_threshold_unit(value).unwrap_or(value);
                let Some(rounding) = telling(percent, thresholds) else { return fraction(value) };
                let percent = format!("{}%", self.number(value.round_percent_short(rounding)));
                match value.lowest_terms() {
                    (_, 1) => percent,
                    (part, whole) if whole <= MOST_COUNTED => format!("{part}/{whole} ({percent})"),
                    _ => percent,
                }
            }
            FactKind::Number | FactKind::Flag => match value.to_amount() {
                Some(amount) => self.amount(amount),
                None => match telling(value, thresholds) {
                    Some(rounding) => self.number(value.round(rounding)),
                    None => fraction(value),
                },
            },
        };
        match value {
            Some(FactValue::Exactly(value)) => one(*value),
            Some(FactValue::Between(low, high)) => self.span((&one(*low), End::Closed), (&one(*high), End::Closed)),
            Some(FactValue::Flag(holds)) => self.flag("", *holds),
            Some(FactValue::Unknown(Some(reason))) => reason.to_string(),
            Some(FactValue::Unknown(None)) | None => self.unknown().into(),
        }
    }

    /// What a test asks: `trên 70%`.
    fn asked(&self, kind: FactKind, test: &Test) -> String {
        let value = self.threshold(kind, test.threshold);
        let printed = test.threshold.into();
        match test.comparison {
            Comparison::AtLeast => self.bound(Reading::AtLeast(printed), &value, None),
            Comparison::MoreThan => self.bound(Reading::MoreThan(printed), &value, None),
            Comparison::AtMost => self.bound(Reading::AtMost(printed), &value, None),
            Comparison::LessThan => self.bound(Reading::LessThan(printed), &value, None),
            Comparison::Exactly => self.exactly(&value),
        }
    }

    /// A condition in words.
    fn condition(&self, rules: &RuleSet, condition: &Condition) -> String {
        let all =
            |parts: &[Condition]| -> Vec<String> { parts.iter().map(|part| part_words(self, rules, part)).collect() };
        match condition {
            Condition::Compare(test) => {
                let kind = kind_of(rules, &test.fact);
                format!("{} {}", self.fact(rules, &test.fact), self.asked(kind, test))
            }
            Condition::Holds(id) => self.flag(self.fact(rules, id), true),
            Condition::All(parts) => self.all_of(&all(parts)),
            Condition::Any(parts) => self.any_of(&all(parts)),
            Condition::Not(part) => match &**part {
                Condition::Holds(id) => self.flag(self.fact(rules, id), false),
                other => self.not(&part_words(self, rules, other)),
            },
            Condition::AtLeastOf { count, of } => self.at_least_of(*count, &all(of)),
        }
    }

    /// What the facts of a basis rest on besides the figures: who estimated, what was confirmed. Empty at the cut-off.
    fn basis_note(&self, basis: Basis, assessment: &Assessment<'_>) -> String {
        match basis {
            Basis::AtCutoff => String::new(),
            Basis::FullPeriodEstimate => self.estimated_by(assessment.estimated_by()),
            Basis::ConfirmedCauses => self.confirmed_by(assessment.confirmed_by()),
        }
    }

    /// The answer of a rule set: one sentence, or two where it is by analogy.
    fn outcome(&self, assessment: &Assessment<'_>) -> String {
        explain::outcome(self, assessment)
    }

    /// The whole explanation, line by line: facts, rules with their conditions, and what follows.
    fn explanation(&self, assessment: &Assessment<'_>) -> Vec<String> {
        explain::explanation(self, assessment)
    }

    /// A given grade beside the computed one.
    fn comparison(&self, given: &Text, comparison: &GradeComparison, assessment: &Assessment<'_>) -> String {
        explain::comparison(self, given, comparison, assessment)
    }

    /// What one target lacks for a higher level.
    fn target_lift(&self, report: &Report, rules: &RuleSet, lift: &TargetLift) -> String {
        explain::target_lift(self, report, rules, lift)
    }

    /// A flaw of a rule set.
    fn flaw(&self, rules: &RuleSet, flaw: &Flaw) -> String {
        explain::flaw(self, rules, flaw)
    }

    /// A rule set as a table: level, condition, where it stands, how well that text is known.
    fn rule_table(&self, rules: &RuleSet) -> Vec<[String; 4]> {
        rule_table::rows(self, rules)
    }

    /// Grades of a group held against a cap.
    fn cap(&self, rules: &RuleSet, cap: &Cap, result: &CapResult) -> String {
        let of: Vec<&str> = cap.of.iter().map(|id| self.level(rules, id)).collect();
        let share = Ratio::of(result.given, result.base).ok();
        let percent = share.map(|share| format!("{}%", self.number(share.round_percent_short(TWO_DECIMALS))));
        let words = CapWords {
            level: self.level(rules, &cap.level),
            of: &of.join(", "),
            given: result.given,
            base: result.base,
            largest: result.largest,
            percent: percent.as_deref(),
            allowed: &format!("{}%", self.amount(result.allowed)),
            citation: &cap.citation.as_ref().map_or_else(String::new, |citation| self.citation(citation)),
        };
        if result.holds { self.cap_holds(&words) } else { self.cap_exceeded(&words) }
    }

    /// Where a witness lies.
    fn place(&self, rules: &RuleSet, witness: &Witness) -> String {
        let places = witness.facts.iter().map(|fact| {
            let kind = kind_of(rules, &fact.fact);
            let name = self.fact(rules, &fact.fact);
            match fact.values {
                Values::Flag(holds) => self.flag(name, holds),
                Values::From { low, high, .. } => format!("{name} {}", self.values(kind, low, high)),
            }
        });
        let places: Vec<String> = places.collect();
        if places.is_empty() { self.any_case().into() } else { self.all_of(&places) }
    }

    /// The values between two ends, as a bound where one of them is the end of the domain.
    fn values(&self, kind: FactKind, low: (Amount, End), high: (Amount, End)) -> String {
        let (from, to) = (self.threshold(kind, low.0), self.threshold(kind, high.0));
        if low.0 == high.0 { self.exactly(&from) } else { self.span((&from, low.1), (&to, high.1)) }
    }

    /// The conditions that keep a checked condition from holding, in words.
    fn failing_conditions(&self, rules: &RuleSet, failing: &[Checked]) -> Vec<String> {
        failing.iter().map(|checked| self.condition(rules, &checked.condition)).collect()
    }
}

/// A condition as a part of another, in brackets where it has parts itself.
fn part_words<L: GradeLanguage + ?Sized>(language: &L, rules: &RuleSet, part: &Condition) -> String {
    let words = language.condition(rules, part);
    match part {
        Condition::All(parts) | Condition::Any(parts) if parts.len() < 2 => words,
        Condition::Not(part) if matches!(**part, Condition::Holds(_)) => words,
        Condition::Compare(_) | Condition::Holds(_) => words,
        _ => format!("({words})"),
    }
}

/// A share is shown as a pair where it may be a count of things, and as a percentage alone where it hardly is.
const MOST_COUNTED: i128 = 1000;

/// A set knows every fact that it names.
pub(super) fn kind_of(rules: &RuleSet, fact: &Id) -> FactKind {
    rules.fact(fact).map_or(FactKind::Number, |fact| fact.kind)
}
