//! Findings about documents: which, where, and what their numbers say.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::{Datelike, NaiveDate};

use super::English;
use crate::check::DocumentFinding;
use crate::id::{DocumentRef, Text};
use crate::record::Mention;
use crate::text::Language;
use crate::text::list::joined;

pub(super) fn document_finding(language: English, finding: &DocumentFinding) -> String {
    let name = |mention: &Mention| capital(&language.document(&mention.document));
    match finding {
        DocumentFinding::SeveralDates { mentions, possible } => several_dates(language, mentions, possible),
        DocumentFinding::SeveralSubjects(mentions) => {
            let subject = |mention: &Mention| {
                let subject = mention.document.subject.as_ref().map_or("", |subject| subject.as_str());
                format!("“{subject}”{}", place(mention))
            };
            let subjects: Vec<String> = mentions.iter().map(subject).collect();
            let document = mentions.first().map(|mention| undated(language, &mention.document)).unwrap_or_default();
            format!("{document} carries several subjects: {}. Please check the original.", subjects.join("; "))
        }
        DocumentFinding::OutOfOrder { suspects, against, possible, other_month } => {
            let Some(suspect) = suspects.first().filter(|_| suspects.len() == 1) else {
                let listed: Vec<String> = suspects.iter().map(name).collect();
                return format!(
                    "Numbers and dates are out of order: {}. Please check the originals.",
                    listed.join("; ")
                );
            };
            let against: Vec<String> = against.iter().map(|other| language.document(&other.document)).collect();
            let allowed = match possible {
                (Some(first), Some(last)) => {
                    format!("between {} and {}", language.date(*first), language.date(*last))
                }
                (Some(first), None) => format!("from {} on", language.date(*first)),
                (None, Some(last)) => format!("by {}", language.date(*last)),
                (None, None) => "not settled".to_string(),
            };
            let month = other_month
                .map_or_else(String::new, |date| format!(" If only the month differs, it is {}.", language.date(date)));
            format!(
                "{}{} is out of order with {}; by its number its date is {allowed}.{month} Please check the original.",
                name(suspect),
                place(suspect),
                joined(&against, "and")
            )
        }
        DocumentFinding::LaterThanReport { mention, report } => format!(
            "{}{} is dated after the report ({}). Please check.",
            name(mention),
            place(mention),
            language.date(*report)
        ),
        DocumentFinding::YearsDiffer(mention) => {
            let year = mention.document.code.year().unwrap_or_default();
            let dated = mention.document.date.map_or(0, |date| date.year());
            format!(
                "{}{}: the year of its symbol ({year}) is not that of its date ({dated}). Please check.",
                name(mention),
                place(mention)
            )
        }
        DocumentFinding::DatedOnSunday(mention) => {
            format!("{}{}: that day is a Sunday.", name(mention), place(mention))
        }
    }
}

fn several_dates(language: English, mentions: &[Mention], possible: &[NaiveDate]) -> String {
    let mut dates: Vec<NaiveDate> = mentions.iter().filter_map(|mention| mention.document.date).collect();
    dates.sort_unstable();
    dates.dedup();
    let number = match dates.len() {
        2 => "two".to_string(),
        3 => "three".to_string(),
        other => other.to_string(),
    };
    let with_places = |date: &NaiveDate| {
        let of_date = mentions.iter().filter(|mention| mention.document.date == Some(*date));
        let places: Vec<&str> = of_date.filter_map(|mention| mention.place.as_ref()).map(Text::as_str).collect();
        let places = if places.is_empty() { String::new() } else { format!(" ({})", places.join("; ")) };
        format!("{}{places}", language.date(*date))
    };
    let listed: Vec<String> = dates.iter().map(with_places).collect();
    let document = mentions.first().map(|mention| undated(language, &mention.document)).unwrap_or_default();
    let order = if possible.len() == dates.len() {
        match dates.len() {
            2 => "number order excludes neither".to_string(),
            _ => "number order excludes none".to_string(),
        }
    } else if possible.is_empty() {
        "number order fits none of them".to_string()
    } else {
        let possible: Vec<String> = possible.iter().map(|date| language.date(*date)).collect();
        format!("number order fits only {}", possible.join(" or "))
    };
    format!("{document} carries {number} dates, {}; {order}. Please check the original.", joined(&listed, "and"))
}

fn undated(language: English, document: &DocumentRef) -> String {
    capital(&language.document(&DocumentRef { date: None, ..document.clone() }))
}

fn place(mention: &Mention) -> String {
    mention.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"))
}

/// With its first letter in upper case.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
