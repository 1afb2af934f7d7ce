//! Relations between figures that can be set against each other.

use thuocdo::id::{Id, Organisation};
use thuocdo::quantity::{Unit, UnitKind};
use thuocdo::record::{Author, Counted, GrowthForm, Relation, StatedRelation, Term};

use super::Builder;

/// A figure that a relation may name, with its unit if it has one.
pub(crate) type Named = (Id, Option<Unit>);

impl Builder {
    /// A relation between some of `figures`; none if there is nothing to relate.
    pub(crate) fn relation(&mut self, organisations: &[Organisation], figures: &[Named]) -> Option<StatedRelation> {
        if figures.len() < 2 {
            return None;
        }
        let (result, unit) = self.pick(figures);
        let others: Vec<&Named> = figures.iter().filter(|(id, _)| id != result).collect();
        let kind = unit.as_ref().map(Unit::kind);
        let is_rate = kind.is_none_or(|kind| kind == UnitKind::Percent);
        let is_change_of_rate = is_rate || kind == Some(UnitKind::Points);
        let is_number = unit.as_ref().is_none_or(|unit| *unit == Unit::BARE || unit.name() == "lần");
        let measure = self.pick(&others).1.as_ref();
        let alike = of_measure(&others, unit.as_ref().or(measure));
        let comparable = of_measure(&others, measure);
        let rates = of_measure(&others, Some(&Unit::PERCENT));

        let (from, to) = (self.operand(&comparable), self.operand(&comparable));
        let relation = match self.below(14) {
            0 if !alike.is_empty() => Relation::Sum { parts: self.operands(&alike) },
            1 if !alike.is_empty() => Relation::Difference { from: self.operand(&alike), less: self.operands(&alike) },
            2 if !alike.is_empty() => Relation::Remainder { whole: self.operand(&alike), parts: self.operands(&alike) },
            3 if !alike.is_empty() => Relation::Same { other: self.operand(&alike) },
            4 if !alike.is_empty() => Relation::AtMost { other: self.operand(&alike) },
            5 if !alike.is_empty() => Relation::AtLeast { other: self.operand(&alike) },
            6 if is_rate => Relation::Share { parts: self.operands(&comparable), whole: from },
            7 if is_rate => Relation::Completion { actual: from, target: to },
            8 if is_rate => Relation::Growth { from, to, form: *self.pick(&[GrowthForm::Percent, GrowthForm::Index]) },
            8 | 9 if is_number => Relation::Growth { from, to, form: GrowthForm::Multiple },
            9 if is_change_of_rate && !rates.is_empty() => {
                Relation::Points { from: self.operand(&rates), to: self.operand(&rates) }
            }
            10 => {
                let (numerator, denominator) = (self.operand(&others), self.operand(&others));
                Relation::RatePer { numerator, denominator, per: self.amount() }
            }
            11 => {
                let terms = self.some(1, |this| Term { weight: this.amount(), figure: this.operand(&others) });
                Relation::Balance { terms, constant: self.amount() }
            }
            12 => {
                let graded = Counted::Grades { author: Author::SelfAssessed, level: self.text() };
                Relation::Count { of: self.pick(&[Counted::Tasks, Counted::ProposedTasks, graded]).clone() }
            }
            _ => Relation::Ratio { numerator: self.operand(&others), denominator: self.operand(&others) },
        };
        Some(StatedRelation { id: self.id(), result: result.clone(), relation, source: self.source(organisations) })
    }

    fn operand(&mut self, figures: &[&Named]) -> Id {
        self.pick(figures).0.clone()
    }

    fn operands(&mut self, figures: &[&Named]) -> Vec<Id> {
        self.some(1, |this| this.operand(figures))
    }
}

/// Those that can be set against a figure of `measure`; any without a unit can.
fn of_measure<'f>(figures: &[&'f Named], measure: Option<&Unit>) -> Vec<&'f Named> {
    let fits = |unit: &Unit| measure.is_some_and(|measure| measure.is_same_measure(unit));
    figures.iter().copied().filter(|(_, unit)| unit.as_ref().is_none_or(fits)).collect()
}
