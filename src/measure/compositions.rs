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
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, quantity::*, record::*, report::*};
/// use thuocdo::measure::compositions;
///
/// # let period = Period::year(2021)?;
/// # let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// # let part = |id, name| Ok::<_, IdError>(Category { id: Id::new(id)?, name: Text::new(name)? });
/// # let level = Breakdown::new(Id::new("muc-song")?, Text::new("mức sống")?, Parts::AddUp, vec![part("ngheo",
/// #     "Hộ nghèo")?,
/// #     part("can-ngheo", "Hộ cận nghèo")?, part("tb-tro-len", "Mức sống trung bình trở lên")?])?;
/// # let households = Indicator { id: Id::new("ho-ncc")?, name: Text::new("Số hộ người có công")?,
/// #     unit: Unit::HOUSEHOLD,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::Stock, breakdowns: vec![level] };
/// # let mut observations = vec![];
/// # for (part, number) in [("", "2552"), ("ngheo", "18"), ("can-ngheo", "89"), ("tb-tro-len", "2445")] {
/// #     let at = Id::new(part).ok().map(|part| PartRef { breakdown: "muc-song".parse().unwrap(), part });
/// #     observations.push(Observation { id: Id::new(&format!("ho-{number}"))?, indicator: Id::new("ho-ncc")?,
/// #         at: at.into_iter().collect(), period, as_of: cut_off, extent: Extent::ToCutoff, stage: Stage::Official,
/// #         value: Observed::Figure(Figure::new(Reading::Exactly(number.parse()?), Unit::HOUSEHOLD)?),
/// #         source: Source::default() });
/// # }
/// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
/// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
/// # let content = ReportContent {
/// #     id: Id::new("bao-cao-2021")?, organisation: department.code.clone(), organisations: vec![department],
/// #     period, cut_off, state: ReportState::Draft, document: None, indicators: vec![households],
/// #     plan: Plan { period, tasks: vec![] }, proposals: None, observations, stated: vec![],
/// #     relations: vec![], causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
/// # };
/// let report = Report::new(content)?; // 2.552 hộ: 18 nghèo, 89 cận nghèo, 2.445 trung bình trở lên
/// let results = compositions(&report);
/// let by_living_standard = results[0].composition.as_ref().unwrap();
/// assert_eq!(by_living_standard.shares()[0].round(Rounding::half_away::<2>()).to_string(), "0.71");
/// assert_eq!(by_living_standard.rest().value(), Ratio::ZERO);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
