//! What a report says of its targets and tasks, as facts that rules read.
//!
//! | fact | what is counted |
//! | --- | --- |
//! | `targets-completed` | targets met, exceeded or done late, of all that are judged |
//! | `targets-exceeded` | targets exceeded |
//! | `targets-on-time` | targets completed and not late |
//! | `targets-late` | targets done late |
//! | `targets-pending` | targets not met and not due yet |
//! | `tasks-completed`, … | the same of tasks: a task is completed if all its targets are, exceeded if one is exceeded too |
//! | `target.<id>` | the rate of one target, by its formula |
//!
//! A target that is a step to another is not counted apart. One that nobody judged is left out and listed; one that is left
//! open leaves the share open.

use alloc::{format, vec::Vec};

use super::{Basis, Fact, FactValue, Facts};
use crate::id::{DocumentRef, Id, Text};
use crate::measure::{Achievement, NotComputable, TargetResult, Verdict, evaluate};
use crate::plan::Task;
use crate::quantity::Ratio;
use crate::record::{CauseKind, Confirmation};
use crate::report::Report;

impl Facts {
    /// What the report says of all its targets and tasks, on one basis.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// # use thuocdo::grade::{Basis, FactValue, Facts};
    /// # use thuocdo::id::Id;
    /// # use thuocdo::quantity::Ratio;
    /// # use thuocdo::report::Report;
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// let report: Report = serde_json::from_str(json)?;
    /// let facts = Facts::of_report(&report, Basis::AtCutoff);
    /// let completed = facts.get(&Id::new("targets-completed")?).unwrap();
    /// assert_eq!(completed.value, FactValue::Exactly(Ratio::of(4, 7)?));
    /// assert_eq!(completed.lacking.len(), 3);
    /// assert_eq!(completed.left_out[0].as_str(), "Giải quyết kịp thời hồ sơ Người có công");    // nobody judged it
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_report(report: &Report, basis: Basis) -> Self {
        facts_of(report, &evaluate(report), basis)
    }

    /// What the report says of one of its tasks and its targets, on one basis.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// # use thuocdo::grade::{Basis, FactValue, Facts};
    /// # use thuocdo::id::Id;
    /// # use thuocdo::quantity::Ratio;
    /// # use thuocdo::report::Report;
    /// # let json = include_str!("../../examples/data/lang-son-2021.json");
    /// # let report: Report = serde_json::from_str(json)?;
    /// let safety = Facts::of_task(&report, &Id::new("nv-2")?, Basis::AtCutoff);      // An toàn, vệ sinh lao động
    /// let value = |id| Some(safety.get(&Id::new(id).ok()?)?.value.clone());
    /// assert_eq!(value("targets-completed"), Some(FactValue::Exactly(Ratio::ONE)));
    /// assert_eq!(value("targets-exceeded"), Some(FactValue::Exactly(Ratio::of(1, 3)?)));
    /// assert_eq!(value("target.mt-huan-luyen"), Some(FactValue::Exactly(Ratio::of(3088, 2000)?)));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_task(report: &Report, task: &Id, basis: Basis) -> Self {
        let of_task: Vec<_> = evaluate(report).into_iter().filter(|result| result.task.id == *task).collect();
        facts_of(report, &of_task, basis)
    }
}

/// What the report says of the targets in `results`.
pub(super) fn facts_of(report: &Report, results: &[TargetResult<'_>], basis: Basis) -> Facts {
    collect(report, results, basis, None)
}

/// What it would say if one of them were met.
pub(super) fn facts_with_met(report: &Report, results: &[TargetResult<'_>], basis: Basis, met: &Id) -> Facts {
    collect(report, results, basis, Some(met))
}

/// How one counted thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Judged(Verdict),
    Open,
    LeftOut,
}

impl Standing {
    fn is(self, counts: impl Fn(Verdict) -> bool) -> Option<bool> {
        match self {
            Self::Judged(verdict) => Some(counts(verdict)),
            Self::Open | Self::LeftOut => None,
        }
    }
}

fn collect(report: &Report, results: &[TargetResult<'_>], basis: Basis, met: Option<&Id>) -> Facts {
    let counted = results.iter().filter(|result| result.target.step_to().is_none());
    let targets: Vec<(Text, Standing)> = counted
        .clone()
        .map(|result| {
            let name = result.indicator.name_at(result.target.at());
            let is_met = met == Some(result.target.id());
            (name, if is_met { Standing::Judged(Verdict::Met) } else { standing(report, result, basis) })
        })
        .collect();
    // by id: two tasks may have the same name
    let mut tasks: Vec<(&Task, Vec<Standing>)> = Vec::new();
    for (result, (_, standing)) in counted.zip(&targets) {
        match tasks.last_mut() {
            Some((task, standings)) if task.id == result.task.id => standings.push(*standing),
            _ => tasks.push((result.task, Vec::from([*standing]))),
        }
    }
    let tasks: Vec<(Text, Standing)> =
        tasks.into_iter().map(|(task, standings)| (task.name.clone(), standing_of_task(&standings))).collect();

    let estimated_by = estimators(report, results, basis);
    let confirmed_by = confirmations(report, results, basis);
    let mut facts = Facts::new();
    for (what, standings) in [("targets", &targets), ("tasks", &tasks)] {
        let mut count = |name: &str, counts: fn(Verdict) -> bool| {
            if let Ok(id) = Id::new(&format!("{what}-{name}")) {
                let mut fact = share(report, standings, counts);
                fact.estimated_by.clone_from(&estimated_by);
                fact.confirmed_by.clone_from(&confirmed_by);
                facts.insert(id, fact);
            }
        };
        count("completed", |verdict| verdict >= Verdict::Late);
        count("exceeded", |verdict| verdict == Verdict::Exceeded);
        count("on-time", |verdict| verdict >= Verdict::Met);
        count("late", |verdict| verdict == Verdict::Late);
        count("pending", |verdict| verdict == Verdict::NotYet);
    }
    for result in results {
        if let (Ok(id), Ok(rate)) = (Id::new(&format!("target.{}", result.target.id())), chosen(result, basis).rate()) {
            let mut fact = Fact::given(FactValue::Exactly(rate.ratio()));
            fact.as_of = Some(report.content().cut_off);
            fact.source = Some(result.indicator.name_at(result.target.at()));
            facts.insert(id, fact);
        }
    }
    facts
}

/// The achievement that counts on a basis.
pub(super) fn chosen<'r>(result: &'r TargetResult<'_>, basis: Basis) -> &'r Achievement {
    match (basis, &result.full_period) {
        (Basis::AtCutoff, _) | (_, None) => &result.to_cutoff,
        (_, Some((_, achievement))) => achievement,
    }
}

fn standing(report: &Report, result: &TargetResult<'_>, basis: Basis) -> Standing {
    let standing = match chosen(result, basis).verdict() {
        Ok(verdict) => Standing::Judged(verdict),
        Err(NotComputable::NotJudged { .. } | NotComputable::NotApplicable { .. }) => Standing::LeftOut,
        Err(_) => Standing::Open,
    };
    let is_excused = basis == Basis::ConfirmedCauses && confirmed_causes(report, result).next().is_some();
    match standing {
        Standing::Judged(Verdict::NotMet | Verdict::NotYet) | Standing::Open if is_excused => {
            Standing::Judged(Verdict::Met)
        }
        other => other,
    }
}

/// Who made the estimates that count on a basis, each once; none if no estimate counts.
fn estimators(report: &Report, results: &[TargetResult<'_>], basis: Basis) -> Option<Vec<Text>> {
    let counted = results.iter().filter(|result| basis != Basis::AtCutoff && result.target.step_to().is_none());
    let mut names: Option<Vec<Text>> = None;
    for (estimate, _) in counted.filter_map(|result| result.full_period.as_ref()) {
        let names = names.get_or_insert_default();
        let provider = estimate.source.provider.as_ref().and_then(|code| report.organisation(code));
        names.extend(provider.map(|organisation| organisation.name.clone()).filter(|name| !names.contains(name)));
    }
    names
}

/// The documents that confirm causes that count on a basis, each once.
fn confirmations(report: &Report, results: &[TargetResult<'_>], basis: Basis) -> Vec<DocumentRef> {
    let mut documents: Vec<DocumentRef> = Vec::new();
    if basis == Basis::ConfirmedCauses {
        for document in results.iter().flat_map(|result| confirmed_causes(report, result)) {
            if !documents.contains(document) {
                documents.push(document.clone());
            }
        }
    }
    documents
}

/// The documents that confirm objective causes of one target.
fn confirmed_causes<'r>(report: &'r Report, result: &TargetResult<'_>) -> impl Iterator<Item = &'r DocumentRef> {
    let (task, target) = (result.task.id.clone(), result.target.id().clone());
    report.content().causes.iter().filter_map(move |cause| match &cause.confirmation {
        Confirmation::Confirmed { document, .. }
            if cause.kind == CauseKind::Objective
                && cause.task.as_ref() == Some(&task)
                && (cause.targets.is_empty() || cause.targets.contains(&target)) =>
        {
            Some(document)
        }
        _ => None,
    })
}

/// A task is as good as its weakest target; it is exceeded if all are completed in time and one is exceeded.
fn standing_of_task(targets: &[Standing]) -> Standing {
    let judged: Vec<Verdict> = targets
        .iter()
        .filter_map(|standing| match standing {
            Standing::Judged(verdict) => Some(*verdict),
            _ => None,
        })
        .collect();
    let Some(weakest) = judged.iter().min().copied() else {
        let is_open = targets.contains(&Standing::Open);
        return if is_open { Standing::Open } else { Standing::LeftOut };
    };
    if weakest <= Verdict::NotYet {
        return Standing::Judged(weakest);
    }
    if targets.contains(&Standing::Open) {
        return Standing::Open;
    }
    let is_exceeded = weakest == Verdict::Met && judged.contains(&Verdict::Exceeded);
    Standing::Judged(if is_exceeded { Verdict::Exceeded } else { weakest })
}

fn share(report: &Report, standings: &[(Text, Standing)], counts: fn(Verdict) -> bool) -> Fact {
    let of = |wanted: Option<bool>| {
        let counted = standings.iter().filter(|(_, standing)| *standing != Standing::LeftOut);
        counted.filter(move |(_, standing)| standing.is(counts) == wanted).map(|(name, _)| name.clone())
    };
    let yes = of(Some(true)).count();
    let open = of(None).count();
    let all = yes.saturating_add(open).saturating_add(of(Some(false)).count());
    let ratio = |count: usize| Ratio::of(count, all);
    let value = match (ratio(yes), ratio(yes.saturating_add(open))) {
        (Ok(low), Ok(_)) if open == 0 => FactValue::Exactly(low),
        (Ok(low), Ok(high)) => FactValue::Between(low, high),
        // nothing was judged, so there is nothing to take a share of
        _ => FactValue::Unknown(None),
    };
    Fact {
        value,
        as_of: Some(report.content().cut_off),
        source: None,
        lacking: of(Some(false)).chain(of(None)).collect(),
        left_out: standings
            .iter()
            .filter(|(_, standing)| *standing == Standing::LeftOut)
            .map(|(name, _)| name.clone())
            .collect(),
        ..Fact::given(FactValue::Unknown(None))
    }
}
