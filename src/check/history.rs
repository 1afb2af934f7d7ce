//! What a report says of one indicator at several times, and of times that it has no right to.

use alloc::vec::Vec;

use super::FindingDetail;
use crate::id::Id;
use crate::plan::Accumulation;
use crate::quantity::End;
use crate::record::{Extent, Observation, Observed};
use crate::report::Report;

pub(super) fn history(report: &Report) -> Vec<FindingDetail> {
    let content = report.content();
    let mut found = falls(report);
    // what is not stated, or not done, is of no day
    let is_done = |found: &&Observation| {
        found.extent == Extent::ToCutoff && matches!(found.value, Observed::Figure(_) | Observed::Done(_))
    };
    let done = content.observations.iter().filter(is_done);
    for observation in done {
        if observation.period.first() > content.period.last() {
            let (figure, period) = (observation.id.clone(), observation.period);
            found.push(FindingDetail::OutsidePeriod { figure, period });
        } else if observation.as_of > content.cut_off {
            let (figure, as_of) = (observation.id.clone(), observation.as_of);
            found.push(FindingDetail::AfterCutOff { figure, as_of, cut_off: content.cut_off });
        }
    }
    let stated = content.stated.iter().filter_map(|stated| Some((&stated.id, stated.as_of?)));
    let late = stated.filter(|(_, as_of)| *as_of > content.cut_off);
    let detail =
        |(id, as_of): (&Id, _)| FindingDetail::AfterCutOff { figure: id.clone(), as_of, cut_off: content.cut_off };
    found.extend(late.map(detail));
    found
}

/// Running totals that are certainly less than at an earlier day of the same period.
fn falls(report: &Report) -> Vec<FindingDetail> {
    let is_total = |observation: &&Observation| {
        observation.extent == Extent::ToCutoff
            && report
                .indicator(&observation.indicator)
                .is_some_and(|indicator| indicator.accumulation == Accumulation::RunningTotal)
    };
    let mut totals: Vec<&Observation> = report.content().observations.iter().filter(is_total).collect();
    let series = |found: &Observation| (found.indicator.clone(), found.at.clone(), found.period);
    totals.sort_by_cached_key(|found| (series(found), found.as_of, found.id.clone()));
    let mut found = Vec::new();
    for (index, later) in totals.iter().enumerate() {
        let earlier = totals.iter().take(index);
        let mut before = earlier.filter(|earlier| series(earlier) == series(later) && earlier.as_of < later.as_of);
        // the latest that is certainly more
        if let Some(earlier) = before.rfind(|earlier| is_below(&later.value, &earlier.value)) {
            found.push(FindingDetail::RunningTotalFalls { earlier: earlier.id.clone(), later: later.id.clone() });
        }
    }
    found
}

fn is_below(later: &Observed, earlier: &Observed) -> bool {
    let (Observed::Figure(later), Observed::Figure(earlier)) = (later, earlier) else { return false };
    let high = later.interval().and_then(|values| values.high());
    let low = earlier.interval().and_then(|values| values.low());
    let is_open = |end: End| end == End::Open;
    later.unit().is_same_measure(earlier.unit())
        && high
            .zip(low)
            .is_some_and(|((high, one), (low, other))| high < low || (high == low && (is_open(one) || is_open(other))))
}
