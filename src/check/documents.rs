//! The documents that a report cites, held against each other: one date each, in the order of their numbers.
//!
//! Within one organ, type and year numbers must not fall while dates rise (Decree 30/2020/NĐ-CP: one number series a year).

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::{Datelike, NaiveDate, Weekday};

use super::DocumentFinding;
use crate::id::{DocumentCode, DocumentRef, DocumentStyle, DocumentType};
use crate::record::Mention;
use crate::report::Report;

pub(super) fn documents(report: &Report) -> Vec<DocumentFinding> {
    let content = report.content();
    let mentions = &content.mentions;
    let mut by_code: BTreeMap<&DocumentCode, Vec<&Mention>> = BTreeMap::new();
    let mut codes: Vec<&DocumentCode> = Vec::new();
    for mention in mentions {
        let code = &mention.document.code;
        let list = by_code.entry(code).or_default();
        if list.is_empty() {
            codes.push(code);
        }
        list.push(mention);
    }
    let series = Series::of(&codes, &by_code);
    let own_date = content.document.as_ref().and_then(|document| document.date);
    let mut found = Vec::new();
    for code in codes {
        let Some(mentions) = by_code.get(code) else { continue };
        found.extend(about_one(code, mentions, &series));
        // the same said twice is one finding
        let mut seen: Vec<&DocumentRef> = Vec::new();
        for mention in mentions {
            let is_new = !seen.iter().any(|other| other.date == mention.document.date);
            seen.push(&mention.document);
            if is_new {
                found.extend(about_mention(mention, own_date));
            }
        }
    }
    found.extend(series.out_of_order());
    found
}

/// A document against itself: its dates, else its subjects.
fn about_one(code: &DocumentCode, mentions: &[&Mention], series: &Series<'_>) -> Option<DocumentFinding> {
    let dates = distinct(mentions.iter().filter_map(|mention| mention.document.date));
    if dates.len() > 1 {
        let with_date = mentions.iter().filter(|mention| mention.document.date.is_some());
        let possible = dates.into_iter().filter(|date| series.allows(code, *date)).collect();
        return Some(DocumentFinding::SeveralDates { mentions: with_date.copied().cloned().collect(), possible });
    }
    let subjects = distinct(mentions.iter().filter_map(|mention| mention.document.subject.as_ref()));
    let cloned = || mentions.iter().copied().cloned().collect();
    (subjects.len() > 1).then(|| DocumentFinding::SeveralSubjects(cloned()))
}

/// A mention by itself.
fn about_mention(mention: &Mention, own_date: Option<NaiveDate>) -> Vec<DocumentFinding> {
    let code = &mention.document.code;
    let Some(date) = mention.document.date else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(report) = own_date.filter(|own| *own < date) {
        found.push(DocumentFinding::LaterThanReport { mention: mention.clone(), report });
    }
    if code.year().is_some_and(|year| i32::from(year) != date.year()) {
        found.push(DocumentFinding::YearsDiffer(mention.clone()));
    }
    if code.kind() == DocumentType::of("QĐ") && date.weekday() == Weekday::Sun {
        found.push(DocumentFinding::DatedOnSunday(mention.clone()));
    }
    found
}

/// What numbers are counted within: organ, type and year.
type SeriesKey<'m> = (&'m str, Option<DocumentType>, i32);

/// The documents with one number and one date, by the series they are numbered in.
struct Series<'m> {
    numbered: BTreeMap<SeriesKey<'m>, Vec<Numbered<'m>>>,
    /// Those that alone put their series out of order.
    suspects: Vec<DocumentCode>,
}

#[derive(Clone, Copy)]
struct Numbered<'m> {
    number: u32,
    date: NaiveDate,
    mention: &'m Mention,
}

impl<'m> Series<'m> {
    fn of(codes: &[&'m DocumentCode], by_code: &BTreeMap<&'m DocumentCode, Vec<&'m Mention>>) -> Self {
        let mut numbered: BTreeMap<SeriesKey<'_>, Vec<Numbered<'_>>> = BTreeMap::new();
        for code in codes {
            let mentions = by_code.get(code).map_or(&[][..], Vec::as_slice);
            // a document with two dates says nothing of the order
            let dates = distinct(mentions.iter().filter_map(|mention| mention.document.date));
            let first_dated = mentions.iter().find(|mention| mention.document.date.is_some());
            if let ([date], Some(mention), Some(number)) = (dates.as_slice(), first_dated, code.number())
                && let Some((organ, kind)) = organ(code)
            {
                let found = Numbered { number, date: *date, mention };
                numbered.entry((organ, kind, date.year())).or_default().push(found);
            }
        }
        for documents in numbered.values_mut() {
            documents.sort_by_key(|found| (found.number, found.date));
        }
        let mut series = Self { numbered, suspects: Vec::new() };
        series.suspects = series.out_of_order().iter().filter_map(only_suspect).collect();
        series
    }

    /// Whether no other document excludes that a document is of that day.
    fn allows(&self, code: &DocumentCode, date: NaiveDate) -> bool {
        let (Some((organ, kind)), Some(number)) = (organ(code), code.number()) else { return true };
        let others = self.numbered.get(&(organ, kind, date.year())).into_iter().flatten();
        // one that is out of line itself excludes nothing
        let mut others = others.filter(|other| !self.suspects.contains(&other.mention.document.code));
        !others.any(|other| is_conflict((other.number, other.date), (number, date)))
    }

    fn out_of_order(&self) -> Vec<DocumentFinding> {
        self.numbered.values().flat_map(|documents| conflicts(documents)).collect()
    }
}

fn only_suspect(found: &DocumentFinding) -> Option<DocumentCode> {
    match found {
        DocumentFinding::OutOfOrder { suspects, .. } => match suspects.as_slice() {
            [only] => Some(only.document.code.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// The organ whose numbers are counted, and the type; letters of all units of an organ are counted together.
fn organ(code: &DocumentCode) -> Option<(&str, Option<DocumentType>)> {
    if code.style() != DocumentStyle::Administrative {
        return None;
    }
    let (_, symbol) = code.as_str().split_once('/')?;
    let (first, rest) = symbol.split_once(['-', '/']).unwrap_or((symbol, ""));
    Some(if code.kind().is_some() { (rest, code.kind()) } else { (first, None) })
}

fn is_conflict(one: (u32, NaiveDate), other: (u32, NaiveDate)) -> bool {
    (one.0 < other.0 && other.1 < one.1) || (other.0 < one.0 && one.1 < other.1)
}

/// The groups of documents that contradict each other's order, each with its suspects.
fn conflicts(documents: &[Numbered<'_>]) -> Vec<DocumentFinding> {
    let against = |one: &Numbered<'_>| -> Vec<usize> {
        let pairs = documents.iter().enumerate();
        pairs
            .filter(|(_, other)| is_conflict((one.number, one.date), (other.number, other.date)))
            .map(|(index, _)| index)
            .collect()
    };
    let edges: Vec<Vec<usize>> = documents.iter().map(against).collect();
    let mut is_seen: Vec<bool> = edges.iter().map(Vec::is_empty).collect();
    let mut found = Vec::new();
    for start in 0..documents.len() {
        if is_seen.get(start) != Some(&false) {
            continue;
        }
        let mut group = Vec::from([start]);
        let mut next = Vec::from([start]);
        mark(&mut is_seen, start);
        while let Some(index) = next.pop() {
            for other in edges.get(index).into_iter().flatten() {
                if is_seen.get(*other) == Some(&false) {
                    mark(&mut is_seen, *other);
                    group.push(*other);
                    next.push(*other);
                }
            }
        }
        group.sort_unstable();
        found.push(suspects(documents, &edges, &group));
    }
    found
}

fn mark(is_seen: &mut [bool], index: usize) {
    if let Some(slot) = is_seen.get_mut(index) {
        *slot = true;
    }
}

/// The one document that every conflict of a group has in common, or else all of them.
fn suspects(documents: &[Numbered<'_>], edges: &[Vec<usize>], group: &[usize]) -> DocumentFinding {
    let degree = |index: usize| edges.get(index).map_or(0, Vec::len);
    let conflicts = group.iter().map(|index| degree(*index)).fold(0, usize::saturating_add).checked_div(2).unwrap_or(0);
    let in_all: Vec<usize> = group.iter().copied().filter(|index| degree(*index) == conflicts).collect();
    let cloned = |indices: &mut dyn Iterator<Item = usize>| -> Vec<Mention> {
        indices.filter_map(|index| documents.get(index)).map(|found| found.mention.clone()).collect()
    };
    let ([only], Some(suspect)) = (in_all.as_slice(), in_all.first().and_then(|index| documents.get(*index))) else {
        let suspects = cloned(&mut group.iter().copied());
        return DocumentFinding::OutOfOrder {
            suspects,
            against: Vec::new(),
            possible: (None, None),
            other_month: None,
        };
    };
    let others = || documents.iter().filter(|other| other.mention != suspect.mention);
    let before = others().filter(|other| other.number < suspect.number).map(|other| other.date).max();
    let after = others().filter(|other| other.number > suspect.number).map(|other| other.date).min();
    let fits =
        |date: &NaiveDate| before.is_none_or(|before| before <= *date) && after.is_none_or(|after| *date <= after);
    let months: Vec<NaiveDate> =
        (1..=12).filter_map(|month| suspect.date.with_month(month)).filter(|date| fits(date)).collect();
    let other_month = if let [one] = months.as_slice() { Some(*one) } else { None };
    DocumentFinding::OutOfOrder {
        suspects: cloned(&mut core::iter::once(*only)),
        against: cloned(&mut edges.get(*only).into_iter().flatten().copied()),
        possible: (before, after),
        other_month,
    }
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// What a finding about documents is known by: their numbers, and what each mention says.
pub(super) fn key_of(found: &DocumentFinding) -> (Vec<String>, Vec<String>) {
    let say = |mention: &&Mention| {
        let date = mention.document.date.map_or_else(String::new, |date| date.to_string());
        // only where subjects are compared do they matter
        let is_of_subject = matches!(found, DocumentFinding::SeveralSubjects(_));
        let subject =
            mention.document.subject.as_ref().filter(|_| is_of_subject).map_or("", |subject| subject.as_str());
        format!("{} {date} {subject}", mention.document.code)
    };
    let mentions = found.mentions();
    let codes = mentions.iter().map(|mention| mention.document.code.to_string()).collect();
    let mut lines: Vec<String> = mentions.iter().map(say).collect();
    if let DocumentFinding::LaterThanReport { report, .. } = found {
        lines.push(report.to_string());
    }
    (codes, lines)
}
