//! Laws of the order of documents: a series in order is no finding, whatever the order of the mentions is the findings are
//! the same, and the suspects are those that explain the conflicts, found again by trying every one.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use thuocdo::NaiveDate;
use thuocdo::check::{DocumentFinding, FindingDetail};
use thuocdo::record::Mention;
use thuocdo::report::Report;

use crate::build::{codes, findings, keys, mention, text, with};

const FIRST: u32 = 0;
const DAYS: u32 = 300;

fn date(days: u32) -> NaiveDate {
    NaiveDate::from_yo_opt(2021, days + 1).expect("a day of 2021")
}

/// Numbers and days of one series, both rising.
fn rising() -> impl Strategy<Value = Vec<(u32, u32)>> {
    (vec(1..9_u32, 1..12), vec(FIRST..9, 12)).prop_map(|(numbers, days)| {
        let rise = |(number, day): &mut (u32, u32), (by, after): (u32, u32)| {
            (*number, *day) = (*number + by, *day + after);
            Some((*number, *day))
        };
        numbers.into_iter().zip(days).scan((0, 0), rise).collect()
    })
}

/// Few documents of few series, so that they meet: number, symbol, day.
fn cited() -> impl Strategy<Value = Vec<(u32, usize, u32)>> {
    vec((1..7_u32, 0..SYMBOLS.len(), FIRST..DAYS), 1..10)
}

/// Two types of one organ, letters of two units, a series apart, and what is in no series.
const SYMBOLS: [&str; 6] = ["/KH-A", "/QĐ-A", "/A-NCC", "/A-TTr", "/KH-B", "/2021/QĐ-TTg"];

fn mentions(cited: &[(u32, usize, u32)]) -> Vec<Mention> {
    let places = ["mục I", "mục II", "chú thích 1"].iter().cycle();
    let mentioned = cited.iter().zip(places).map(|((number, symbol, day), place)| {
        let mentioned = mention(&format!("{number}{}", SYMBOLS[*symbol]), date(*day));
        Mention { place: Some(text(place)), ..mentioned }
    });
    mentioned.collect()
}

fn citing(mentions: Vec<Mention>) -> Report {
    with(|content| content.mentions = mentions)
}

fn is_conflict(one: &Mention, other: &Mention) -> bool {
    let (one, other) = (&one.document, &other.document);
    let (number, date) = (one.code.number().cmp(&other.code.number()), one.date.cmp(&other.date));
    number.is_ne() && date.is_ne() && number != date
}

fn is_in_conflict(mentions: &[&Mention]) -> bool {
    mentions.iter().any(|one| mentions.iter().any(|other| is_conflict(one, other)))
}

/// The documents of one series with one date each.
fn series<'m>(mentions: &'m [Mention], symbols: &[&str]) -> Vec<&'m Mention> {
    let dates = |mention: &Mention| -> BTreeSet<Option<NaiveDate>> {
        let same = mentions.iter().filter(|other| other.document.code == mention.document.code);
        same.map(|mention| mention.document.date).collect()
    };
    let is_of = |mention: &&Mention| symbols.iter().any(|symbol| mention.document.code.as_str().ends_with(symbol));
    mentions.iter().filter(is_of).filter(|mention| dates(mention).len() == 1).collect()
}

fn codes_of<'m>(mentions: impl IntoIterator<Item = &'m Mention>) -> BTreeSet<&'m str> {
    mentions.into_iter().map(|mention| mention.document.code.as_str()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_series_in_order_is_no_finding(
        series in rising(),
        symbol in prop::sample::select(vec!["/KH-A", "/A-NCC", "/NQ-A"]),
    ) {
        let mentions: Vec<Mention> =
            series.iter().map(|(number, day)| mention(&format!("{number}{symbol}"), date(*day))).collect();
        prop_assert_eq!(codes(&citing(mentions)), []);
    }

    #[test]
    fn the_order_of_the_mentions_does_not_matter(
        (given, shuffled) in cited().prop_flat_map(|cited| {
            let mentions = mentions(&cited);
            (Just(mentions.clone()), Just(mentions).prop_shuffle())
        })
    ) {
        prop_assert_eq!(keys(&citing(given)), keys(&citing(shuffled)));
    }

    #[test]
    fn the_suspects_are_those_whose_change_could_put_all_in_order(cited in cited()) {
        let mentions = mentions(&cited);
        let report = citing(mentions.clone());
        let found: Vec<DocumentFinding> = findings(&report).into_iter().filter_map(|finding| match finding.detail {
            FindingDetail::Document(found @ DocumentFinding::OutOfOrder { .. }) => Some(found),
            _ => None,
        }).collect();
        let all = [&["/KH-A"][..], &["/QĐ-A"], &["/A-NCC", "/A-TTr"], &["/KH-B"]].map(|symbols| series(&mentions, symbols));
        let in_conflict = all.iter().flat_map(|series| {
            series.iter().copied().filter(|one| series.iter().any(|other| is_conflict(one, other)))
        });
        let named = found.iter().flat_map(DocumentFinding::mentions);
        prop_assert_eq!(codes_of(named), codes_of(in_conflict));
        for found in &found {
            let DocumentFinding::OutOfOrder { suspects, against, .. } = found else { unreachable!() };
            let group: Vec<&Mention> = suspects.iter().chain(against).collect();
            let explains = |suspect: &Mention| {
                let others: Vec<&Mention> = group.iter().copied().filter(|other| *other != suspect).collect();
                !is_in_conflict(&others)
            };
            let alone = codes_of(group.iter().copied().filter(|suspect| explains(suspect)));
            if alone.len() == 1 {
                prop_assert_eq!(codes_of(suspects), alone);
            } else {
                prop_assert_eq!(codes_of(suspects), codes_of(group.iter().copied()));
            }
        }
    }

    #[test]
    fn a_suspect_moved_to_a_possible_day_is_none_any_more(cited in cited(), day in any::<prop::sample::Index>()) {
        let mut mentions = mentions(&cited);
        let report = citing(mentions.clone());
        for finding in findings(&report) {
            let FindingDetail::Document(DocumentFinding::OutOfOrder { suspects, possible, .. }) = finding.detail else {
                continue;
            };
            let [suspect] = suspects.as_slice() else { continue };
            let (first, last) = (possible.0.unwrap_or(date(FIRST)), possible.1.unwrap_or(date(DAYS)));
            prop_assert!(first <= last);
            let days: Vec<NaiveDate> = first.iter_days().take_while(|date| *date <= last).collect();
            let moved = *day.get(&days);
            for mention in mentions.iter_mut().filter(|mention| mention.document.code == suspect.document.code) {
                mention.document.date = Some(moved);
            }
            let is_still = |found: &DocumentFinding| {
                matches!(found, DocumentFinding::OutOfOrder { .. })
                    && found.mentions().iter().any(|mention| mention.document.code == suspect.document.code)
            };
            let still = findings(&citing(mentions.clone())).into_iter().any(|finding| {
                matches!(&finding.detail, FindingDetail::Document(found) if is_still(found))
            });
            prop_assert!(!still, "{} on {moved}", suspect.document.code);
        }
    }
}
