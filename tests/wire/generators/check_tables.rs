//! Check tables that are valid by construction, with figures of every unit and precision.

use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
use thuocdo::id::Organisation;
use thuocdo::quantity::RoundMode;
use thuocdo::record::Relation;

use super::Builder;
use super::relations::Named;

impl Builder {
    pub(crate) fn check_table(mut self) -> CheckTable {
        let organisations = self.some(1, |this| Organisation { code: this.id(), name: this.text() });
        let figures: Vec<CheckFigure> =
            self.some(0, |this| this.some(1, |this| this.check_figure(&organisations))).concat();
        let named: Vec<Named> = figures.iter().map(|figure| (figure.id.clone(), Some(figure.unit().clone()))).collect();
        let relations = self.some(0, |this| this.some(1, |this| this.relation(&organisations, &named))).concat();
        let relations = relations.into_iter().flatten();
        // a table has no report to count in
        let relations = relations.filter(|stated| !matches!(stated.relation, Relation::Count { .. })).collect();
        CheckTable::new(CheckTableContent { as_of: self.maybe(Self::date), figures, relations }).unwrap()
    }

    fn check_figure(&mut self, organisations: &[Organisation]) -> CheckFigure {
        use RoundMode::{Ceiling, Down, Floor, HalfAway, HalfEven, Up};
        let unit = self.unit();
        let mode = *self.pick(&[HalfAway, HalfEven, Down, Up, Floor, Ceiling]);
        let value = match self.below(3) {
            2 => CheckValue::NotStated(unit),
            _ => CheckValue::Figure(self.figure(&unit)),
        };
        CheckFigure {
            id: self.id(),
            subject: self.text(),
            value,
            precision: *self.pick(&[
                Precision::ByUnit,
                Precision::Exact,
                Precision::Rounded(mode),
                Precision::Rounded(mode),
                Precision::Nearest,
            ]),
            is_fixed: self.below(2) == 1,
            as_of: self.maybe(Self::date),
            period: self.maybe(|this| this.period().name()),
            source: self.source(organisations),
        }
    }
}
