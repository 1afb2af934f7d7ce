//! Figures that are not stated: what they must be follows from the others to the digit, or it does not; and where
//! nothing fits, that is a contradiction and no value. No case is skipped.

use thuocdo::check::{Agreement, CheckFigure, CheckValue, Unchecked};
use thuocdo::quantity::{Ratio, Unit};

use crate::balance::{bounded, solved};
use crate::build::{exact, fields, id, items, not_stated, number, printed, table};
use crate::editing::cases;

#[test]
fn what_follows_is_derived_and_nothing_else() {
    for case in cases("unknown-cells") {
        let ([record], [expected]) = (items(&case, "records"), items(&case, "expected")) else {
            panic!("one record in {case}")
        };
        let figure = |name: &str| {
            let value = record[name].as_str();
            value.map_or_else(|| not_stated(name, Unit::BARE), |value| exact(name, printed(value)))
        };
        let names = items(&case, "variables").iter().map(|name| name.as_str().expect("a name"));
        let mut figures: Vec<CheckFigure> = names.map(figure).collect();
        let mut relations: Vec<_> = items(&case, "equations").iter().map(|found| solved(found, 0, None)).collect();
        for inequality in items(&case, "inequalities") {
            let (relation, beside) = bounded(inequality);
            relations.push(relation);
            figures.push(beside);
        }
        let unknown = figures.iter().filter(|figure| matches!(figure.value, CheckValue::NotStated(_))).count();
        let table = table(figures, relations);
        let check = table.check();
        let is_judged = |agreement: &Agreement| {
            agreement.holds() || matches!(agreement, Agreement::NotChecked(Unchecked::NotStated { .. }))
        };
        assert!(check.statements().iter().all(|found| is_judged(&found.agreement)), "{case}");

        let is_feasible = expected["feasible"] == true;
        assert_eq!(check.contradictions().count(), usize::from(!is_feasible), "{case}");
        let determined = fields(expected, "determined");
        for (name, value) in &determined {
            let derived = check.derived(&id(name)).and_then(|interval| interval.single());
            assert_eq!(derived, Some(Ratio::from(number(value))), "{name} in {case}");
        }
        let undetermined = items(expected, "undetermined");
        for name in undetermined {
            let derived = check.derived(&id(name.as_str().expect("a name")));
            assert_eq!(derived.is_some(), is_feasible, "{name} in {case}");
            assert!(derived.is_none_or(|interval| interval.single().is_none()), "{name} in {case}");
        }
        assert_eq!(determined.len() + undetermined.len(), unknown, "{case}");
    }
}
