//! Findings, their keys, what they offer and the digest of a check do not depend on the order of anything in a report.

use std::collections::BTreeSet;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use thuocdo::builtin;
use thuocdo::check::{DraftComparison, FindingDetail, ReportCheck};
use thuocdo::record::{Relation, StatedRelation};
use thuocdo::report::{Report, ReportContent};

use crate::build::{checked, corrections, findings, keys, source, table};
use crate::every_code::everything;

/// The same content, each list of it in another order.
fn shuffled(content: ReportContent) -> impl Strategy<Value = ReportContent> {
    let lists = (
        Just(content.indicators.clone()).prop_shuffle(),
        Just(content.plan.tasks.clone()).prop_shuffle(),
        Just(content.observations.clone()).prop_shuffle(),
        Just(content.stated.clone()).prop_shuffle(),
        Just(content.relations.clone()).prop_shuffle(),
        Just(content.mentions.clone()).prop_shuffle(),
        Just(content.grades.clone()).prop_shuffle(),
        any::<bool>(),
    );
    lists.prop_map(move |(indicators, tasks, observations, stated, mut relations, mentions, grades, is_reversed)| {
        let mut content =
            ReportContent { indicators, observations, stated, mentions, grades, relations: vec![], ..content.clone() };
        content.plan.tasks = tasks;
        if is_reversed {
            relations.iter_mut().for_each(reverse_parts);
            content.plan.tasks.iter_mut().for_each(|task| task.targets.reverse());
            content.proposals.iter_mut().for_each(|plan| plan.tasks.reverse());
        }
        content.relations = relations;
        content
    })
}

fn reverse_parts(stated: &mut StatedRelation) {
    match &mut stated.relation {
        Relation::Sum { parts } | Relation::Remainder { parts, .. } | Relation::Share { parts, .. } => parts.reverse(),
        Relation::Difference { less, .. } => less.reverse(),
        Relation::Balance { terms, .. } => terms.reverse(),
        _ => {}
    }
}

fn a_report_and_shuffled() -> impl Strategy<Value = (Report, Report)> {
    prop_oneof![Just(source()), Just(everything())].prop_flat_map(|report| {
        let shuffled = shuffled(report.clone().into_content()).prop_map(checked);
        (Just(report), shuffled)
    })
}

/// What every finding offers and rests on, by its key.
fn offered(report: &Report) -> BTreeSet<String> {
    let all = findings(report).into_iter().map(|finding| match &finding.detail {
        FindingDetail::Diagnosed(diagnosis) => {
            let (mut statements, mut offered) = (diagnosis.statements.clone(), corrections(diagnosis));
            statements.sort_unstable();
            offered.sort_unstable();
            format!("{} {:?} {statements:?} {offered:?}", finding.key, diagnosis.verdict)
        }
        FindingDetail::Statement(found) => format!("{} {:?}", finding.key, found.agreement),
        _ => finding.key.to_string(),
    });
    all.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_are_the_same_in_whatever_order((report, shuffled) in a_report_and_shuffled()) {
        prop_assert_eq!(keys(&shuffled), keys(&report));
        prop_assert_eq!(offered(&shuffled), offered(&report));
        prop_assert_eq!(findings(&shuffled).len(), findings(&report).len());
    }

    #[test]
    fn the_digest_is_the_same_in_whatever_order((report, shuffled) in a_report_and_shuffled()) {
        prop_assert_eq!(table(&shuffled).check().trail(), table(&report).check().trail());
    }

    #[test]
    fn a_shuffled_draft_is_no_other_draft((report, shuffled) in a_report_and_shuffled()) {
        let decree = builtin::rule_set("vn-nd90-2020-unit").unwrap();
        let assess = |report: &_| decree.assess_report_by_analogy(report);
        let comparison = DraftComparison::of(&report, &shuffled, assess).unwrap();
        prop_assert!(comparison.figures.is_empty() && comparison.grades.is_empty());
        prop_assert!(comparison.new.is_empty() && comparison.gone.is_empty());
        prop_assert_eq!(comparison.kept.len(), ReportCheck::of(&report).unwrap().findings().count());
    }
}
