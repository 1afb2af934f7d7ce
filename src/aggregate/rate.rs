use alloc::{collections::BTreeMap, vec::Vec};

use super::total::{figure_of, in_ones};
use super::{Contribution, LeftOut};
use crate::id::Id;
use crate::measure::{NotComputable, Relative};
use crate::quantity::Quantity;

/// A rate over many units (tỷ lệ chung): the sum of the numerators over the sum of the denominators.
///
/// 6 of 10 and 40 of 100 are 46 of 110, 41,82 %, and not the mean of 60 % and 40 %.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateOfSums {
    /// The rate with both sums, or why there is none.
    pub rate: Result<Relative, NotComputable>,
    /// The units that gave both numbers, each with its own rate's numbers.
    pub units: Vec<RateUnit>,
    /// Who is not in it: the first reason, of the numerator or of the denominator.
    pub left_out: Vec<(Id, LeftOut)>,
}

/// What one unit put into a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateUnit {
    /// The unit.
    pub organisation: Id,
    /// Its numerator.
    pub numerator: Quantity,
    /// Its denominator.
    pub denominator: Quantity,
}

impl RateOfSums {
    pub(super) fn of(
        numerators: &BTreeMap<&Id, Vec<&Contribution>>,
        denominators: &BTreeMap<&Id, Vec<&Contribution>>,
    ) -> Self {
        let (mut units, mut left_out) = (Vec::new(), Vec::new());
        let mut sums: Option<(Quantity, Quantity)> = None;
        let named = numerators.keys().chain(denominators.keys().filter(|unit| !numerators.contains_key(*unit)));
        let mut named: Vec<&Id> = named.copied().collect();
        named.sort();
        for organisation in named {
            let number = |of: &BTreeMap<&Id, Vec<&Contribution>>| match of.get(organisation) {
                Some(counting) => figure_of(counting).and_then(|quantity| in_ones(&quantity)),
                None => Err(LeftOut::NotStated),
            };
            let added = number(numerators).and_then(|numerator| {
                let denominator = number(denominators)?;
                let next = match &sums {
                    None => (numerator.clone(), denominator.clone()),
                    Some((above, below)) => {
                        let above = above.checked_add(&numerator).map_err(|_| LeftOut::TooLarge)?;
                        (above, below.checked_add(&denominator).map_err(|_| LeftOut::TooLarge)?)
                    }
                };
                Ok((next, RateUnit { organisation: organisation.clone(), numerator, denominator }))
            });
            match added {
                Ok((next, unit)) => {
                    sums = Some(next);
                    units.push(unit);
                }
                Err(why) => left_out.push((organisation.clone(), why)),
            }
        }
        let rate = match sums {
            // persons of persons are a share, đồng of persons so many each
            Some((above, below)) if above.unit() == below.unit() => Relative::share(above, below),
            Some((above, below)) => Relative::quotient(above, below),
            None => Err(NotComputable::NoActual { name: None, as_of: None }),
        };
        Self { rate, units, left_out }
    }
}
