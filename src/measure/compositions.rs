use alloc::vec::Vec;

use super::evaluate::latest;
use super::resolve::input_of;
use super::{Composition, Input, NotComputable};
use crate::plan::{Breakdown, Category, Indicator, PartRef, Parts};
use crate::record::{Extent, Observation};
use crate::report::Report;

/// The composition of an indicator by one of its breakdowns, as far as the report gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompositionResult<'r> {
    /// The indicator.
    pub indicator: &'r Indicator,
    /// The breakdown, whose parts add up.
    pub breakdown: &'r Breakdown,
    /// The composition to the cut-off, or why there is none.
    pub composition: Result<Composition, NotComputable>,
}

/// The composition of every indicator whose parts add up and of which the report gives at least one part for its period.
#[must_use]
pub fn compositions(report: &Report) -> Vec<CompositionResult<'_>> {
    let mut results = Vec::new();
    for indicator in &report.content().indicators {
        for breakdown in indicator.breakdowns.iter().filter(|breakdown| breakdown.parts() == Parts::AddUp) {
            let parts: Vec<_> = breakdown
                .categories()
                .iter()
                .map(|category| (category, observed(report, indicator, Some((breakdown, category)))))
                .collect();
            if parts.iter().any(|(_, part)| part.is_some()) {
                let composition = compose(report, indicator, &parts);
                results.push(CompositionResult { indicator, breakdown, composition });
            }
        }
    }
    results
}

fn compose(
    report: &Report,
    indicator: &Indicator,
    parts: &[(&Category, Option<&Observation>)],
) -> Result<Composition, NotComputable> {
    let missing: Vec<_> =
        parts.iter().filter(|(_, part)| part.is_none()).map(|(category, _)| category.name.clone()).collect();
    if !missing.is_empty() {
        return Err(NotComputable::PartsMissing { missing });
    }
    let whole = observed(report, indicator, None)
        .ok_or_else(|| NotComputable::NoWhole { name: Some(indicator.name.clone()) })?;
    let parts: Result<Vec<Input>, _> =
        parts.iter().filter_map(|(_, part)| *part).map(|part| input_of(report, part)).collect();
    Composition::of(input_of(report, whole)?, parts?)
}

/// What was observed of an indicator, or of one part of it, to the cut-off.
fn observed<'r>(
    report: &'r Report,
    indicator: &Indicator,
    part: Option<(&Breakdown, &Category)>,
) -> Option<&'r Observation> {
    let at: Vec<PartRef> = part
        .into_iter()
        .map(|(breakdown, category)| PartRef { breakdown: breakdown.id().clone(), part: category.id.clone() })
        .collect();
    let content = report.content();
    latest(report, &indicator.id, &at, content.period, Extent::ToCutoff, content.cut_off)
}
