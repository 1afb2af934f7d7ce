//! The laws that all words keep: none is forbidden, and every sentence is composed and whole.

use thuocdo::text::{English, Language, Vietnamese};
use unicode_normalization::is_nfc;

use crate::build::unit;
use crate::goals::goals;
use crate::phrases::phrases;
use crate::reasons::all_reasons;

/// An office is accused of nothing, and the State Audit is another thing.
#[test]
fn forbidden_words_are_never_said() {
    let sentences = all_reasons().into_iter().map(|reason| Vietnamese.not_computable(&reason));
    let goals = goals().into_iter().map(|(goal, of, since, ..)| Vietnamese.goal(&goal, &unit(of), since));
    for said in sentences.chain(phrases().into_iter().map(|phrase| phrase.2)).chain(goals) {
        let words: Vec<_> = said.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let plain = format!(" {} ", words.join(" "));
        for forbidden in [" kiểm toán ", " sai ", " vi phạm "] {
            assert!(!plain.contains(forbidden), "{said}");
        }
    }
}

#[test]
fn every_sentence_is_composed_and_whole() {
    for reason in all_reasons() {
        for said in [Vietnamese.not_computable(&reason), English.not_computable(&reason)] {
            assert!(is_nfc(&said), "{said}");
            assert!(said.ends_with('.') && !said.ends_with(".."), "{said}");
            for sentence in said.split(". ") {
                // a sentence of `words.md` may open with what the report says
                assert!(sentence.starts_with(|c: char| c.is_uppercase() || c == '“'), "{said}");
            }
            let holes = ["  ", " .", " ,", " :", "()", "( ", " )"];
            assert!(!holes.iter().any(|hole| said.contains(hole)), "{said}");
        }
    }
}
