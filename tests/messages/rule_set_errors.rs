//! What is said of content that is no rule set, and of a set that was not chosen or not proved.

use std::collections::BTreeSet;

use thuocdo::grade::{NotInForce, ProofLimit, RuleSetError, RuleSetProblem};
use thuocdo::id::Place;

use crate::build::{amount, day, id};
use crate::message::{Message, messages};

fn rule_set_messages() -> Vec<Message> {
    messages(
        "RuleSetProblem",
        [
            (RuleSetProblem::TooFewLevels, "", "a scale has at least two levels"),
            (
                RuleSetProblem::DuplicateId { id: id("tốt"), what: "level" },
                "tốt",
                "`tốt` is already the id of another level, give each one of its own",
            ),
            (RuleSetProblem::UnknownLevel { id: id("khá") }, "khá", "`khá` is not a level of the scale"),
            (
                RuleSetProblem::UnknownFact { id: id("điểm") },
                "điểm",
                "`điểm` is not a fact of this rule set, declare it in `facts`",
            ),
            (
                RuleSetProblem::CircularOrder { id: id("điểm") },
                "điểm",
                "fact `điểm` is at most itself, by way of others",
            ),
            (
                RuleSetProblem::WrongKind { id: id("bị-kỷ-luật"), kind: "a flag" },
                "bị-kỷ-luật",
                "fact `bị-kỷ-luật` is a flag, which this condition cannot read",
            ),
            (
                RuleSetProblem::ThresholdOutside {
                    fact: id("điểm"),
                    threshold: amount("100.5"),
                    low: amount("0"),
                    high: amount("100"),
                },
                "100.5",
                "the threshold `100.5` lies outside of fact `điểm`, which is 0 to 100",
            ),
            (RuleSetProblem::NotRising, "", "the values do not rise, write the smaller one first"),
            (RuleSetProblem::EmptyList, "", "the list is empty, name at least one"),
            (
                RuleSetProblem::CountOutside { count: 3, length: 2 },
                "3",
                "`3` of 2 conditions are asked for, write a number from 1 to 2",
            ),
            (RuleSetProblem::StepNotPositive { step: amount("0") }, "0", "the step `0` is not above zero"),
            (
                RuleSetProblem::UnlikeKinds { id: id("hoàn-thành"), other: id("điểm") },
                "điểm",
                "fact `hoàn-thành` is at most `điểm`, which is of another kind",
            ),
            (
                RuleSetProblem::ScoreReadsItself { id: id("điểm") },
                "điểm",
                "the score reads fact `điểm`, which it computes",
            ),
            (
                RuleSetProblem::NoShare { percent: amount("-5") },
                "-5",
                "`-5` is no share, write a percentage from 0 to 100",
            ),
            (RuleSetProblem::Backwards, "", "the last day in force comes before the first"),
            (RuleSetProblem::NoCitation, "", "a rule or a cap of a document needs its citation"),
            (RuleSetProblem::TooDeep { max: 32 }, "", "conditions are nested more than 32 deep"),
            (
                RuleSetProblem::TooMany { what: "facts", count: 501, max: 500 },
                "",
                "501 facts, at most 500 are accepted",
            ),
        ],
    )
}

fn other_messages() -> Vec<Message> {
    let mut all = messages(
        "NotInForce",
        [
            (
                NotInForce::NoneKnown { jurisdiction: "Lạng Sơn".into() },
                "Lạng Sơn",
                "no rule set of `Lạng Sơn` for this kind of subject is known",
            ),
            (
                NotInForce::NoneBefore { date: day(2020, 8, 19), first: day(2020, 8, 20) },
                "",
                "no rule set was in force on 2020-08-19, the first known begins on 2020-08-20",
            ),
            (
                NotInForce::Several { first: day(2021, 1, 1), ids: "a, b".into() },
                "",
                "several rule sets begin on 2021-01-01: a, b, name the one that is meant",
            ),
            (
                NotInForce::NoneAfter { date: day(2023, 9, 15), last: day(2023, 9, 14) },
                "",
                "no rule set was in force on 2023-09-15, the latest known ended on 2023-09-14",
            ),
        ],
    );
    all.extend(messages(
        "ProofLimit",
        [(ProofLimit { cases: 100_001 }, "", "the rules tell 100001 cases apart, at most 100000 are visited")],
    ));
    all
}

#[test]
fn every_problem_of_a_rule_set_says_this() {
    for message in rule_set_messages().into_iter().chain(other_messages()) {
        assert_eq!(message.said, message.expected, "{}", message.variant);
    }
    let error = RuleSetError {
        place: Place::root().field("rules").item(1).field("level"),
        problem: RuleSetProblem::UnknownLevel { id: id("khá") },
    };
    assert_eq!(error.to_string(), "at `rules[1].level`: `khá` is not a level of the scale");
}

/// The enum is `non_exhaustive`, so its variants are read from where they are defined.
#[test]
fn no_problem_of_a_rule_set_is_left_out() {
    let source = include_str!("../../src/grade/error.rs");
    let (_, body) = source.split_once("pub enum RuleSetProblem {\n").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    // one level deep, as rustfmt lays it out
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = lines.filter(|line| line.starts_with(char::is_uppercase));
    let defined: BTreeSet<_> = variants
        .map(|line| format!("RuleSetProblem::{}", line.split(|c: char| !c.is_alphanumeric()).next().unwrap()))
        .collect();
    assert_eq!(rule_set_messages().into_iter().map(|message| message.variant).collect::<BTreeSet<_>>(), defined);
}

#[test]
fn problems_of_rule_sets_keep_the_house_style() {
    for Message { variant, said, input, .. } in rule_set_messages().into_iter().chain(other_messages()) {
        assert!(said.starts_with(|c: char| c == '`' || c.is_lowercase() || c.is_ascii_digit()), "{variant}: {said}");
        assert!(!said.ends_with(['.', '!', ' ']), "{variant}: {said}");
        assert!(!said.contains("  ") && !said.contains('\n'), "{variant}: {said}");
        let parts: Vec<_> = said.split('`').collect();
        assert_eq!(parts.len() % 2, 1, "{variant}: a backtick is left open: {said}");
        let outside: String = parts.iter().step_by(2).copied().collect();
        assert!(outside.chars().all(|c| !c.is_uppercase()), "{variant}: {said}");
        assert!(
            input.is_empty() || parts.iter().skip(1).step_by(2).any(|quoted| *quoted == input),
            "{variant}: {said}"
        );
    }
}
