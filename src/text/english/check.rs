//! The check in English: the fact, then the comparison, then what is asked.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::NaiveDate;

use super::English;
use super::check_documents::{capital, document_finding};
use crate::check::{Acknowledgement, Agreement, DiagnosisVerdict, DocumentFinding, FindingClass, Slip};
use crate::id::{DocumentRef, Text};
use crate::period::PeriodName;
use crate::text::finding_words::label;
use crate::text::list::joined;
use crate::text::{
    CheckLanguage, DiagnosisWords, Language, NotStatedWords, StatementKind, StatementWords, TwoReadings,
};

impl CheckLanguage for English {
    fn finding_class(&self, class: FindingClass) -> &'static str {
        match class {
            FindingClass::Correct => "To correct",
            FindingClass::Clarify => "To make clear",
            FindingClass::Note => "Note",
        }
    }

    fn agreement(&self, agreement: &Agreement, words: &StatementWords) -> String {
        let StatementWords { working, exact, rounded, stated, shorter, gap, other, .. } = words;
        let holds = agreement.holds();
        match (words.kind, agreement) {
            (StatementKind::Repeated, _) if holds => format!("Agrees: {stated}, elsewhere {other}."),
            (StatementKind::Repeated, _) => {
                format!("Does not agree: {stated} stated, elsewhere {other}. Please review.")
            }
            (StatementKind::Counted, _) if holds => format!("Agrees: {stated}, as many as the report lists."),
            (StatementKind::Counted, _) => {
                format!("Does not agree: {stated} stated, the report lists {other}. Please review.")
            }
            (StatementKind::AtMost, _) if holds => format!("Agrees: {stated}, not more than {other}."),
            (StatementKind::AtMost, _) => format!("Does not agree: {stated} stated, more than {other}. Please review."),
            (StatementKind::AtLeast, _) if holds => format!("Agrees: {stated}, not less than {other}."),
            (StatementKind::AtLeast, _) => {
                format!("Does not agree: {stated} stated, less than {other}. Please review.")
            }
            (_, Agreement::Exact) => format!("Agrees exactly: {working} = {exact}, as stated."),
            (_, Agreement::ByRounding) if words.is_range => {
                format!("Agrees: {working} is {exact}, consistent with the stated {stated}.")
            }
            (_, Agreement::ByRounding) if words.is_within_rounding => {
                format!("Agrees within the rounding of the figures: {working} = {exact}, stated {stated}.")
            }
            (_, Agreement::ByRounding) => format!("Agrees by rounding: {working} = {exact} rounds to {rounded}."),
            (_, Agreement::Cut) => format!(
                "Cut instead of rounded: {working} = {exact} rounds to {rounded}, stated {stated}. Please write {rounded}."
            ),
            (_, Agreement::Padded) => format!(
                "Padded: {working} = {exact} at {} is {rounded}, stated {stated}. Please write {shorter} or {rounded}.",
                decimals(words.decimals)
            ),
            (_, Agreement::Nudged) => {
                format!("Moved so that shares add to 100%: {working} = {exact} rounds to {rounded}, stated {stated}.")
            }
            _ => {
                let rounds = if exact == rounded { String::new() } else { format!(" rounds to {rounded}") };
                let apart = if words.is_apart { format!(" ({gap} apart)") } else { String::new() };
                format!("Does not agree: {working} = {exact}{rounds}, stated {stated}{apart}. Please review.")
            }
        }
    }

    fn disagreement(&self, words: &StatementWords) -> String {
        let StatementWords { working, rounded, stated, other, .. } = words;
        match words.kind {
            StatementKind::Computed => format!("{working} = {rounded}, stated {stated}"),
            StatementKind::Repeated => format!("stated {stated}, elsewhere {other}"),
            StatementKind::Counted => format!("stated {stated}, the report lists {other}"),
            StatementKind::AtMost => format!("stated {stated}, more than {other}"),
            StatementKind::AtLeast => format!("stated {stated}, less than {other}"),
        }
    }

    fn not_stated(&self, words: &NotStatedWords) -> String {
        let NotStatedWords { stated, .. } = words;
        let lacks_plan = words.lacks_plan && words.missing.len() == 1;
        let missing = if lacks_plan { "the plan".to_string() } else { joined(&words.missing, "and") };
        if stated.is_empty() {
            let computed = words
                .possible
                .as_ref()
                .map_or_else(String::new, |possible| format!("; the other figures give {possible}"));
            return format!("Not checkable: {missing} not stated{computed}.");
        }
        let said = if words.is_completion && lacks_plan {
            format!("{stated} of plan stated, plan not stated")
        } else {
            format!("{stated} stated, {missing} not stated")
        };
        let possible = words.possible.as_ref().map_or_else(String::new, |possible| {
            let rounded = if words.decimals == 0 {
                "to a whole number".to_string()
            } else {
                format!("to {}", decimals(words.decimals))
            };
            let is = if words.is_single { "is" } else { "is between" };
            let possible = possible.replacen(" - ", " and ", usize::from(!words.is_single));
            if words.is_rounded {
                format!(" If {stated} is rounded {rounded}, {missing} {is} {possible}.")
            } else {
                format!(" By the other figures {missing} {is} {possible}.")
            }
        });
        format!("Not checkable: {said}.{possible}")
    }

    fn unseen(&self, figures: &[String]) -> String {
        format!("This statement would not show a difference of one unit in {}.", joined(figures, "and"))
    }

    fn no_rate(&self, subject: &Text, is_zero: bool) -> String {
        let what = if is_zero { "0" } else { "below 0" };
        format!("No rate: the denominator ({subject}) is {what}. Please give absolute figures.")
    }

    fn statement_too_large(&self) -> String {
        format!("Not computed: more than {} digits. Please check.", crate::quantity::bounds::INTEGER_DIGITS)
    }

    fn two_readings(&self, words: &TwoReadings) -> String {
        let TwoReadings { change, size, in_points, base, readings, .. } = words;
        let quoted = match &words.later {
            Some(later) => format!("“{later}, {change} on {base}”"),
            None => format!("“{change} on {base}”"),
        };
        let is_base = |value: &Option<String>, about: &str| {
            value.as_ref().map_or_else(String::new, |value| format!(" ({base}: {about}{value})"))
        };
        let (points, percent) = (is_base(&words.base_if_points, ""), is_base(&words.base_if_percent, "about "));
        // a fall, and what is about so much, keep their words
        let growth =
            if *change == format!("up {size}%") { format!("growth of {size}%") } else { format!("growth: {change}") };
        let fits = match (readings.points_fit, readings.percent_fits) {
            (Some(true), Some(false)) => " The base as stated fits the first.",
            (Some(true), Some(true)) => " The base as stated fits both.",
            (Some(false), Some(true)) => " The base as stated fits the second.",
            _ => "",
        };
        format!(
            "{quoted} has two readings: {in_points}{points} or {growth}{percent}.{fits} Please state which; for two rates use points."
        )
    }

    fn impossible_share(&self, stated: &str, whole: &str, (below, above): (&str, &str)) -> String {
        format!(
            "No whole number out of {whole} gives {stated}; the nearest possible shares are {below} and {above}. Please review."
        )
    }

    fn diagnosis(&self, words: &DiagnosisWords<'_>) -> String {
        let found = words.diagnosis;
        let impossible: String = words.impossible.iter().flat_map(|sentence| [" ", sentence.as_str()]).collect();
        let inferred = if words.inferred.is_empty() {
            String::new()
        } else {
            format!(" Inferred: {}.", words.inferred.join("; "))
        };
        if let Some(only) = words.only.as_ref().filter(|only| only.is_range && only.kind == StatementKind::Computed) {
            return format!("{}{inferred}", parts_against_total(words, only));
        }
        let about = match &words.about {
            Some((name, Some(place))) => format!(" on {name} ({place})"),
            Some((name, None)) => format!(" on {name}"),
            None => String::new(),
        };
        let listed: Vec<String> =
            words.broken.iter().enumerate().map(|(index, text)| format!("({}) {text}", label(index))).collect();
        let count = found.broken.len();
        let (noun, verb) = if count == 1 { ("statement", "does") } else { ("statements", "do") };
        let statements =
            format!("{} {noun}{about} {verb} not agree: {}.", capital(&number_word(count)), listed.join("; "));
        let statements = if found.is_joint {
            format!("One by one these statements can hold, together they cannot: {}.", listed.join("; "))
        } else {
            statements
        };
        format!("{statements}{inferred}{impossible} {}", self::verdict(words))
    }

    fn slip(&self, slip: Slip) -> &'static str {
        match slip {
            Slip::SwappedDigits => "two digits swapped",
            Slip::LostDigit => "a digit lost",
            Slip::AddedDigit => "a digit added",
            Slip::ReplacedDigit => "a digit replaced",
            Slip::MovedComma => "the decimal point lost or moved",
            Slip::Thousandfold => "off by a factor of 1,000",
            Slip::Sign => "wrong sign",
            Slip::WrongBase => "divided by the later figure instead of the base",
        }
    }

    fn number_between(&self, low: Option<&str>, high: Option<&str>) -> String {
        match (low, high) {
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("at most {high}"),
            (None, None) => "any number".into(),
        }
    }

    fn document_finding(&self, finding: &DocumentFinding) -> String {
        document_finding(*self, finding)
    }

    fn incomplete(&self, own: Option<&DocumentRef>) -> String {
        let what = match own {
            Some(own) if own.code.number().is_some() => "date",
            Some(own) if own.date.is_some() => "number",
            _ => "number and date",
        };
        let verb = if what.contains("and") { "are" } else { "is" };
        format!("The report's own {what} {verb} left blank (draft).")
    }

    fn cut_off_off_grid(&self, cut_off: NaiveDate) -> String {
        format!(
            "The cut-off of {} is neither the last day of a month nor the 14th as in Decree 09/2019/NĐ-CP.",
            self.date(cut_off)
        )
    }

    fn running_total_falls(
        &self,
        subject: &Text,
        (earlier, then): (&str, Option<NaiveDate>),
        (later, now): (&str, Option<NaiveDate>),
    ) -> String {
        let day = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| format!(" as of {}", self.date(date)));
        format!(
            "A running total falls: “{subject}” is {earlier}{}, then {later}{}. Please review.",
            day(then),
            day(now)
        )
    }

    fn after_cut_off(&self, subject: &Text, figure: &str, as_of: NaiveDate, cut_off: NaiveDate) -> String {
        format!(
            "“{subject}” is {figure} as of {}, after the cut-off of {}. Please mark it as an estimate or a forecast.",
            self.date(as_of),
            self.date(cut_off)
        )
    }

    fn outside_period(&self, subject: &Text, figure: &str, period: PeriodName) -> String {
        format!("“{subject}” is {figure} for {}, after the reporting period. Please review.", self.period(period))
    }

    fn acknowledged(&self, acknowledgement: &Acknowledgement) -> String {
        let Acknowledgement { by, on, reason, .. } = acknowledgement;
        format!("Reviewed, kept: {reason} ({by}, {}).", self.date(*on))
    }

    fn consequence(&self, levels: &[(String, String, String)]) -> String {
        if levels.is_empty() {
            return "With this correction the grade stays the same.".into();
        }
        let lines: Vec<String> =
            levels.iter().map(|(basis, before, after)| format!("{basis}: {before} → {after}")).collect();
        format!("With this correction the grade changes: {}.", lines.join("; "))
    }

    fn no_level(&self) -> &'static str {
        "no grade"
    }
}

fn decimals(count: u8) -> String {
    match count {
        1 => "one decimal".into(),
        other => format!("{} decimals", number_word(usize::from(other))),
    }
}

fn number_word(number: usize) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    words.get(number).map_or_else(|| number.to_string(), ToString::to_string)
}

/// What may be wrong, and what is asked.
fn verdict(words: &DiagnosisWords<'_>) -> String {
    let found = words.diagnosis;
    let size = found.corrections.first().map_or(1, |correction| correction.changes.len());
    let statements = found.statements.len();
    let then = match found.statements.len() {
        1 => "The statement then agrees".to_string(),
        statements => format!("All {statements} statements then agree"),
    };
    let listed = listed(words);
    let few = |size: usize| match size {
        1 => "one figure is".to_string(),
        size => format!("{} figures are", number_word(size)),
    };
    let few_figures = if size == 1 { "one-figure".to_string() } else { format!("{}-figure", number_word(size)) };
    let weak = if found.doubts_statement() {
        " Every correction is far from what is printed; perhaps a term is missing."
    } else if found.is_of_one_statement() && found.verdict == DiagnosisVerdict::Unique {
        " A single statement does not show by itself which figure is wrong."
    } else {
        ""
    };
    let at_least =
        if found.at_least() > 1 { format!("At least {} wrong. ", few(found.at_least())) } else { String::new() };
    let settled = if words.settled_by.is_empty() {
        String::new()
    } else {
        format!(" Settled by: the source of {}.", joined(&words.settled_by, "and"))
    };
    let cut = if found.is_complete { "" } else { " The list is not complete." };
    match found.verdict {
        DiagnosisVerdict::Unique => format!(
            "{at_least}If only {} wrong, only one correction exists: {listed}. {then}.{weak} Please check the source before changing it.",
            few(size)
        ),
        DiagnosisVerdict::Range => format!(
            "{at_least}If only {} wrong, it can only be: {listed}; which number of these is not settled. Please check the source before changing it.",
            few(size)
        ),
        DiagnosisVerdict::Suggested => format!(
            "If only {} wrong, {} corrections were found, of which the first alone is a single slip away: {listed}.{settled} Please check the source before changing it.",
            few(size),
            number_word(found.corrections.len())
        ),
        DiagnosisVerdict::Several => {
            let common =
                if words.common.is_empty() { String::new() } else { format!(" All of them have: {}.", words.common) };
            format!(
                "{at_least}Which figure to correct is not settled: {} {few_figures} corrections were found, each making all agree: {listed}.{common}{settled}{cut}{weak} They hold if only {} wrong.",
                number_word(found.corrections.len()),
                few(size)
            )
        }
        DiagnosisVerdict::Beyond(searched) => format!(
            "{at_least}{} correction of {} makes all {statements} statements agree. Please review the source.",
            if found.is_complete { "No" } else { "Within the limits of the search no" },
            if searched == 1 { "one figure".into() } else { format!("{} figures or fewer", number_word(searched)) }
        ),
        DiagnosisVerdict::Contradictory => {
            "No figures put in their place would make these statements agree. Please review how the figures hang together.".into()
        }
    }
}

fn listed(words: &DiagnosisWords<'_>) -> String {
    let more = words.diagnosis.corrections.len().saturating_sub(words.corrections.len());
    let listed = words.corrections.join("; ");
    if more == 0 { listed } else { format!("{listed}; and {more} more") }
}

/// A total and parts of which some are ranges or bounds.
fn parts_against_total(words: &DiagnosisWords<'_>, only: &StatementWords) -> String {
    let StatementWords { working, exact, stated, number, gap, .. } = only;
    let side = if only.is_below { "below" } else { "above" };
    let corrections = match words.diagnosis.corrections.len() {
        0 => "Please compare with the plan.".to_string(),
        _ => format!(
            "One-figure corrections include: {}. That two or more figures are wrong is not excluded. Nothing decides between them; please compare with the plan.",
            listed(words)
        ),
    };
    format!(
        "{}: {stated} stated; the parts give {exact} ({working}), {gap} {side} {number}. {corrections}",
        words.result
    )
}
