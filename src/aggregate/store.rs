use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

use chrono::NaiveDate;

use super::{Contribution, Coverage, RateOfSums, Total};
use crate::id::Id;
use crate::period::Period;
use crate::plan::PartRef;
use crate::record::Extent;
use crate::report::Report;

/// What figures of many units are added up under.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The indicator.
    pub indicator: Id,
    /// The part of the indicator; empty for the whole.
    pub at: Vec<PartRef>,
    /// The period.
    pub period: Period,
    /// How much of the period the figures cover.
    pub extent: Extent,
}

/// Aggregate (số liệu tổng hợp): what many units gave, mergeable.
///
/// Merging is associative and commutative, merging with itself or with nothing changes nothing: any split of the work gives
/// the same. Of two contributions of a unit under one key the later as-of day counts, on one day the firmer stage; two that
/// differ and are equal in that are both left out, and said.
///
/// ```
/// use thuocdo::aggregate::Aggregate;
/// # #[cfg(feature = "serde")] {
/// use thuocdo::report::Report;
///
/// # let json = include_str!("../../examples/data/lang-son-2021.json");
/// let report: Report = serde_json::from_str(json)?;
/// let one = Aggregate::of(&report);
/// assert_eq!(one.clone().merged(one.clone()), one);
/// assert_eq!(one.organisations().count(), 1);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "số liệu tổng hợp")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Aggregate {
    expected: BTreeSet<Id>,
    given: BTreeMap<Key, BTreeSet<Contribution>>,
}

impl Aggregate {
    /// Nothing yet, from nobody in particular.
    #[must_use]
    pub const fn new() -> Self {
        Self { expected: BTreeSet::new(), given: BTreeMap::new() }
    }

    /// Nothing yet, from units that are to report.
    #[must_use]
    pub fn expecting(units: impl IntoIterator<Item = Id>) -> Self {
        Self { expected: units.into_iter().collect(), given: BTreeMap::new() }
    }

    /// All observations of a report, of every period, as its organisation's.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut aggregate = Self::new();
        let organisation = &report.content().organisation;
        for observation in &report.content().observations {
            let key = Key {
                indicator: observation.indicator.clone(),
                at: observation.at.clone(),
                period: observation.period,
                extent: observation.extent,
            };
            let given = (&observation.value).into();
            aggregate.add(key, Contribution::new(organisation.clone(), observation.as_of, observation.stage, given));
        }
        aggregate
    }

    /// Takes what a unit gave.
    pub fn add(&mut self, key: Key, contribution: Contribution) {
        self.given.entry(key).or_default().insert(contribution);
    }

    /// Both together.
    #[must_use]
    pub fn merged(mut self, other: Self) -> Self {
        self.expected.extend(other.expected);
        for (key, contributions) in other.given {
            self.given.entry(key).or_default().extend(contributions);
        }
        self
    }

    /// The same, as it was known on a day: without what was said as of a later one.
    #[must_use]
    pub fn as_known_on(&self, date: NaiveDate) -> Self {
        let known = |(key, contributions): (&Key, &BTreeSet<Contribution>)| {
            let known: BTreeSet<_> = contributions.iter().filter(|one| one.as_of <= date).cloned().collect();
            (!known.is_empty()).then(|| (key.clone(), known))
        };
        Self { expected: self.expected.clone(), given: self.given.iter().filter_map(known).collect() }
    }

    /// Everything that figures were given for, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.given.keys()
    }

    /// The units that gave something under any key, in order.
    pub fn organisations(&self) -> impl Iterator<Item = &Id> {
        let units: BTreeSet<&Id> = self.given.values().flatten().map(|one| &one.organisation).collect();
        units.into_iter()
    }

    /// All that a unit gave under a key, superseded revisions included, the earliest first.
    pub fn revisions<'a>(&'a self, key: &Key, organisation: &'a Id) -> impl Iterator<Item = &'a Contribution> {
        self.contributions(key).filter(move |one| one.organisation == *organisation)
    }

    /// The sum over all units.
    #[must_use]
    pub fn total(&self, key: &Key) -> Total {
        Total::of(self.by_unit(key))
    }

    /// The sum of what was given under one key over the sum of what was given under another, of the units that gave both.
    #[must_use]
    pub fn rate(&self, numerator: &Key, denominator: &Key) -> RateOfSums {
        RateOfSums::of(&self.by_unit(numerator), &self.by_unit(denominator))
    }

    /// Which of the expected units gave something under a key.
    #[must_use]
    pub fn coverage(&self, key: &Key) -> Coverage {
        let reported: BTreeSet<&Id> = self.contributions(key).map(|one| &one.organisation).collect();
        Coverage::of(&self.expected, &reported)
    }

    fn contributions(&self, key: &Key) -> impl Iterator<Item = &Contribution> {
        self.given.get(key).into_iter().flatten()
    }

    /// For each unit what counts of it: one contribution, or several that contradict each other.
    fn by_unit(&self, key: &Key) -> BTreeMap<&Id, Vec<&Contribution>> {
        let mut units: BTreeMap<&Id, Vec<&Contribution>> = BTreeMap::new();
        for one in self.contributions(key) {
            let counting = units.entry(&one.organisation).or_default();
            match counting.first() {
                Some(first) if first.standing() > one.standing() => {}
                Some(first) if first.standing() < one.standing() => *counting = Vec::from([one]),
                _ => counting.push(one),
            }
        }
        units
    }
}
