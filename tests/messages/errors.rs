//! Every error says what it should, in the house style, and none is left out.

use std::collections::BTreeSet;

use crate::annex::annex_messages;
use crate::figure_errors::{id_messages, not_decimal_messages, period_messages, quantity_messages, read_messages};
use crate::message::{Message, variant};
use crate::reasons::{quantity_sentences, sentences, unsettled};
use crate::report_errors::{not_computable_messages, plan_messages, report_messages};

#[test]
fn every_error_says_this() {
    for message in all_messages() {
        assert_eq!(message.said, message.expected, "{}", message.variant);
    }
}

/// The enums are `non_exhaustive`, so their variants are read from where they are defined.
#[test]
fn no_error_is_left_out() {
    let sources = [
        ("IdError", include_str!("../../src/id/error.rs")),
        ("NotDecimal", include_str!("../../src/quantity/digits.rs")),
        ("QuantityError", include_str!("../../src/quantity/error.rs")),
        ("PeriodError", include_str!("../../src/period/mod.rs")),
        ("AnnexError", include_str!("../../src/text/annex/column.rs")),
        ("ReadError", include_str!("../../src/text/read/error.rs")),
        ("PlanError", include_str!("../../src/plan/error.rs")),
        ("ReportProblem", include_str!("../../src/report/error.rs")),
        ("NotComputable", include_str!("../../src/measure/not_computable.rs")),
    ];
    let defined: BTreeSet<_> = sources.iter().flat_map(|(name, source)| variants_in(source, name)).collect();
    assert_eq!(all_messages().into_iter().map(|message| message.variant).collect::<BTreeSet<_>>(), defined);

    let reasons = sentences().into_iter().map(|(reason, ..)| reason).chain(unsettled());
    let said: BTreeSet<_> = reasons.map(|reason| variant("NotComputable", &reason)).collect();
    let reasons = variants_in(include_str!("../../src/measure/not_computable.rs"), "NotComputable");
    assert_eq!(said, reasons.into_iter().collect());

    let said: BTreeSet<_> = quantity_sentences().iter().map(|(error, ..)| variant("QuantityError", error)).collect();
    let errors = variants_in(include_str!("../../src/quantity/error.rs"), "QuantityError");
    assert_eq!(said, errors.into_iter().collect());
}

#[test]
fn every_error_keeps_the_house_style() {
    for Message { variant, said, input, .. } in all_messages() {
        assert!(said.starts_with(|c: char| c == '`' || c.is_lowercase() || c.is_ascii_digit()), "{variant}: {said}");
        assert!(!said.ends_with(['.', '!', ' ']), "{variant}: {said}");
        assert!(!said.contains("  ") && !said.contains('\n'), "{variant}: {said}");
        // outside of backticks stand plain words, and no name of a Rust type
        let parts: Vec<_> = said.split('`').collect();
        assert_eq!(parts.len() % 2, 1, "{variant}: a backtick is left open: {said}");
        for word in parts.iter().step_by(2).flat_map(|part| part.split(|c: char| !c.is_alphanumeric())) {
            let is_plain = word.chars().all(|c| !c.is_uppercase())
                || ["Unicode", "NFC", "U", "TCVN", "TCVN3", "VNI"].contains(&word);
            assert!(is_plain, "{variant}: `{word}` in: {said}");
        }
        // the input is quoted as it was given
        assert!(
            input.is_empty() || parts.iter().skip(1).step_by(2).any(|quoted| *quoted == input),
            "{variant}: {said}"
        );
    }
}

fn all_messages() -> Vec<Message> {
    [
        id_messages(),
        not_decimal_messages(),
        quantity_messages(),
        period_messages(),
        read_messages(),
        annex_messages(),
        plan_messages(),
        report_messages(),
        not_computable_messages(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The variants of `name`, as they are written in its definition: `Name::Variant`.
pub(crate) fn variants_in(source: &str, name: &str) -> Vec<String> {
    let (_, body) = source.split_once(&format!("pub enum {name} {{\n")).unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    // one level deep, as rustfmt lays it out
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = lines.filter(|line| line.starts_with(char::is_uppercase));
    variants.map(|line| format!("{name}::{}", line.split(|c: char| !c.is_alphanumeric()).next().unwrap())).collect()
}
