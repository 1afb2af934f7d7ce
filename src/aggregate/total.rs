use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::{Contribution, Given};
use crate::id::Id;
use crate::quantity::{Quantity, Unit, UnitKind};

/// The sum over many units (số tổng hợp), with what made it up and what did not.
///
/// Every unit that gave something is in exactly one place: in one of the sums, or left out with the reason.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::aggregate::{Aggregate, Contribution, Given, Key, LeftOut};
/// use thuocdo::id::Id;
/// use thuocdo::quantity::{Figure, Printed, Unit};
/// # use thuocdo::{period::Period, record::{Extent, Stage}};
///
/// # let key = Key { indicator: Id::new("tai-nan")?, at: vec![], period: Period::year(2021)?, extent: Extent::ToCutoff };
/// # let as_of = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
/// let mut all = Aggregate::new();
/// let accidents = Given::Figure(Figure::new("18".parse::<Printed>()?, Unit::CASE)?);
/// all.add(key.clone(), Contribution::new(Id::new("cao-loc")?, as_of, Stage::Official, accidents));
/// all.add(key.clone(), Contribution::new(Id::new("chi-lang")?, as_of, Stage::Official, Given::NotStated));
/// let total = all.total(&key);
/// assert_eq!(total.sums[0].organisations, [Id::new("cao-loc")?]);
/// assert_eq!(total.left_out, [(Id::new("chi-lang")?, LeftOut::NotStated)]);    // not stated is no zero
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// One sum for each unit of measure that was given; scales of one unit of measure are added.
    pub sums: Vec<Sum>,
    /// Who is in none of them, and why.
    pub left_out: Vec<(Id, LeftOut)>,
}

/// A sum and the units that made it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The sum, in ones of the unit of measure.
    pub quantity: Quantity,
    /// Whose figures are in it, in order.
    pub organisations: Vec<Id>,
}

/// Why a figure is not added (lý do không cộng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It was not stated.
    NotStated,
    /// The indicator does not apply to the unit.
    NotApplicable,
    /// Something that is no figure: done, judged.
    NoFigure,
    /// A bound, a range or an approximation is no number to add.
    NotExact,
    /// A rate or a difference of rates does not add up: its numerator and its denominator do.
    Rate,
    /// The unit gave two figures that differ, as of one day and at one stage.
    GivenTwice,
    /// With it the sum would have more digits than any amount.
    TooLarge,
}

impl Total {
    pub(super) fn of(units: BTreeMap<&Id, Vec<&Contribution>>) -> Self {
        let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
        let mut left_out = Vec::new();
        for (organisation, counting) in units {
            if let Err(why) = figure_of(&counting).and_then(|quantity| add(&mut sums, organisation, &quantity)) {
                left_out.push((organisation.clone(), why));
            }
        }
        Self { sums: sums.into_values().collect(), left_out }
    }
}

/// The number of a unit that can be added.
pub(super) fn figure_of(counting: &[&Contribution]) -> Result<Quantity, LeftOut> {
    let [one] = counting else { return Err(LeftOut::GivenTwice) };
    match &one.given {
        Given::Figure(figure) if matches!(figure.unit().kind(), UnitKind::Percent | UnitKind::Points) => {
            Err(LeftOut::Rate)
        }
        Given::Figure(figure) => figure.exact().ok_or(LeftOut::NotExact),
        Given::NotStated => Err(LeftOut::NotStated),
        Given::NotApplicable => Err(LeftOut::NotApplicable),
        Given::NoFigure => Err(LeftOut::NoFigure),
    }
}

/// Adds a number to the sum of its unit of measure.
fn add(sums: &mut BTreeMap<String, Sum>, organisation: &Id, quantity: &Quantity) -> Result<(), LeftOut> {
    let ones = in_ones(quantity)?;
    if let Some(sum) = sums.get_mut(quantity.unit().name()) {
        sum.quantity = sum.quantity.checked_add(&ones).map_err(|_| LeftOut::TooLarge)?;
        sum.organisations.push(organisation.clone());
    } else {
        let sum = Sum { quantity: ones, organisations: Vec::from([organisation.clone()]) };
        sums.insert(quantity.unit().name().into(), sum);
    }
    Ok(())
}

/// A quantity without its scale word, so that the order of units leaves no trace in the sum.
pub(super) fn in_ones(quantity: &Quantity) -> Result<Quantity, LeftOut> {
    let unit: Result<Unit, _> = quantity.unit().name().parse();
    let ones = unit.and_then(|unit| Quantity::new(quantity.ones(), unit));
    ones.map_err(|_| LeftOut::TooLarge)
}
