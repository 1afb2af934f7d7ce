//! What a relation may be made of: figures that exist, other than itself, in units that allow it. A report and a check
//! table ask the same.

use alloc::vec::Vec;

use super::{ReportError, ReportProblem};
use crate::id::{Id, Place};
use crate::quantity::{QuantityError, Unit, UnitKind};
use crate::record::{GrowthForm, Relation, StatedRelation};

/// Checks a relation among figures whose units `find_unit` knows: none for a figure that does not exist, a figure without
/// a unit for a value that is no figure. `what` is what an id should be the id of.
pub(crate) fn check_relation<'u>(
    find_unit: impl Fn(&Id) -> Option<Option<&'u Unit>>,
    what: &'static str,
    place: &Place,
    stated: &StatedRelation,
) -> Result<(), ReportError> {
    let unit_of = |place: Place, id: &Id| {
        find_unit(id).ok_or_else(|| ReportProblem::UnknownId { id: id.clone(), what }.at(place))
    };
    let result = unit_of(place.field("result"), &stated.result)?;
    let (relation, place) = (&stated.relation, place.field("relation"));
    if has_empty_list(relation) {
        return Err(ReportProblem::EmptyList.at(place));
    }
    let mut units = Vec::new();
    for (field, id) in relation.operands() {
        let place = place.field(field);
        if *id == stated.result {
            return Err(ReportProblem::SelfReference { id: id.clone() }.at(place));
        }
        units.extend(unit_of(place.clone(), id)?.map(|unit| (place, unit)));
    }
    if let Some(result) = result {
        check_result_unit(&place, result, relation)?;
    }
    if allows_two_units(relation) {
        return Ok(());
    }
    // a result that is of the operands' own unit is one of the figures compared
    let expected = match relation {
        Relation::Sum { .. }
        | Relation::Difference { .. }
        | Relation::Remainder { .. }
        | Relation::Same { .. }
        | Relation::AtMost { .. }
        | Relation::AtLeast { .. } => result,
        _ => None,
    };
    if matches!(relation, Relation::Points { .. }) {
        for (place, unit) in &units {
            if unit.kind() != UnitKind::Percent {
                let problem = ReportProblem::WrongUnit {
                    relation: "rate that a difference in points is taken of",
                    unit: (*unit).clone(),
                    accepted: "write it in `%`",
                };
                return Err(problem.at(place.clone()));
            }
        }
    }
    let Some(expected) = expected.or_else(|| units.first().map(|(_, unit)| *unit)) else { return Ok(()) };
    for (place, unit) in &units {
        if !expected.is_same_measure(unit) {
            let problem = QuantityError::UnitsDiffer { left: expected.clone(), right: (*unit).clone() };
            return Err(ReportProblem::from(problem).at(place.clone()));
        }
    }
    Ok(())
}

fn has_empty_list(relation: &Relation) -> bool {
    match relation {
        Relation::Sum { parts } | Relation::Remainder { parts, .. } | Relation::Share { parts, .. } => parts.is_empty(),
        Relation::Difference { less, .. } => less.is_empty(),
        Relation::Balance { terms, .. } => terms.is_empty(),
        _ => false,
    }
}

/// Quotients of unlike things make sense (người/lớp), and a balance states its weights.
fn allows_two_units(relation: &Relation) -> bool {
    matches!(relation, Relation::Ratio { .. } | Relation::RatePer { .. } | Relation::Balance { .. })
}

/// Percent and percentage points do not stand for each other, except where a difference of rates is stated in "%": that
/// is common in reports, ambiguous, and for the check to point out.
fn check_result_unit(place: &Place, unit: &Unit, relation: &Relation) -> Result<(), ReportError> {
    let (name, accepted, is_accepted) = match relation {
        Relation::Share { .. } => ("share", "write it in `%`", unit.kind() == UnitKind::Percent),
        Relation::Completion { .. } => ("completion", "write it in `%`", unit.kind() == UnitKind::Percent),
        Relation::Growth { form: GrowthForm::Percent | GrowthForm::Index, .. } => {
            ("growth in percent", "write it in `%`", unit.kind() == UnitKind::Percent)
        }
        Relation::Growth { form: GrowthForm::Multiple, .. } => {
            ("multiple", "write it in `lần`", unit.kind() == UnitKind::Bare || unit.name() == "lần")
        }
        Relation::Points { .. } => (
            "difference of rates",
            "write it in `điểm phần trăm`",
            matches!(unit.kind(), UnitKind::Points | UnitKind::Percent),
        ),
        _ => return Ok(()),
    };
    if is_accepted {
        return Ok(());
    }
    Err(ReportProblem::WrongUnit { relation: name, unit: unit.clone(), accepted }.at(place.clone()))
}
