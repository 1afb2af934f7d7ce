//! Reports that are valid by construction: every choice is made among what [`Report::new`] accepts, so none is rejected.
//!
//! A report is built by a [`Builder`] from a tape of numbers, one for each choice, and 0 is the plainest. That is all that
//! proptest sees of it, and so a failing report shrinks by itself: to a shorter tape of smaller numbers.

mod check_tables;
mod figures;
mod names;
mod plans;
mod records;
mod relations;

use chrono::Days;
use proptest::{collection::vec, prelude::*};
use thuocdo::check::CheckTable;
use thuocdo::id::{Id, Organisation};
use thuocdo::plan::{Direction, Task};
use thuocdo::record::{Evidence, Mention, Observed};
use thuocdo::report::{Report, ReportContent, ReportState};

use relations::Named;

/// Any valid report.
pub(crate) fn report() -> impl Strategy<Value = Report> {
    vec(any::<u64>(), 0..400).prop_map(|tape| Builder { tape, at: 0, ids: 0 }.report())
}

/// Any valid check table.
pub(crate) fn check_table() -> impl Strategy<Value = CheckTable> {
    vec(any::<u64>(), 0..200).prop_map(|tape| Builder { tape, at: 0, ids: 0 }.check_table())
}

struct Builder {
    tape: Vec<u64>,
    at: usize,
    ids: usize,
}

impl Builder {
    /// The next number of the tape. Behind its end it is read again, each number turned a little; nothing stays nothing.
    fn next(&mut self) -> u64 {
        let Some(round) = self.at.checked_div(self.tape.len()) else { return 0 };
        let value = self.tape[self.at % self.tape.len()];
        self.at += 1;
        value.rotate_left(7 * u32::try_from(round).unwrap())
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = self.below(from.len() as u64);
        &from[usize::try_from(index).unwrap()]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 1).then(|| make(self))
    }

    /// From `least` to `least + 2` of them.
    fn some<T>(&mut self, least: u64, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = least + self.below(3);
        (0..length).map(|_| make(self)).collect()
    }

    fn report(mut self) -> Report {
        use ReportState::{Corrected, Draft, Returned, Signed, Submitted};
        let organisations = self.some(1, |this| Organisation { code: this.id(), name: this.text() });
        let mut indicators = self.some(1, Self::indicator);
        // a target needs an indicator with a direction
        if indicators[0].direction == Direction::Neutral {
            indicators[0].direction = Direction::HigherIsBetter;
        }
        let plan = self.plan(&organisations, &indicators);
        let proposals = self.maybe(|this| this.plan(&organisations, &indicators));
        let observations = self.some(0, |this| this.observation(&organisations, &indicators));
        let stated = self.some(0, |this| this.stated(&organisations));

        let tasks: Vec<&Task> = plan.tasks.iter().chain(proposals.iter().flat_map(|plan| &plan.tasks)).collect();
        let unit_of = |indicator: &Id| indicators.iter().find(|it| it.id == *indicator).map(|it| it.unit.clone());
        let observed = observations.iter().map(|it| match &it.value {
            Observed::Figure(figure) => (it.id.clone(), Some(figure.unit().clone())),
            _ => (it.id.clone(), unit_of(&it.indicator)),
        });
        let figures: Vec<Named> = observed
            .chain(stated.iter().map(|it| (it.id.clone(), Some(it.figure.unit().clone()))))
            .chain(tasks.iter().flat_map(|task| &task.targets).map(|it| (it.id().clone(), unit_of(it.indicator()))))
            .collect();
        let things: Vec<Id> =
            figures.iter().map(|(id, _)| id.clone()).chain(tasks.iter().map(|it| it.id.clone())).collect();

        let relations = self.some(0, |this| this.relation(&organisations, &figures)).into_iter().flatten().collect();
        let causes = self.some(0, |this| this.cause(&organisations, &tasks));
        let evidence = self.some(0, |this| Evidence {
            id: this.id(),
            title: this.text(),
            document: this.maybe(Self::document),
            supports: if things.is_empty() { Vec::new() } else { this.some(0, |this| this.pick(&things).clone()) },
        });
        let grades = self.some(0, |this| this.grade(&organisations, &tasks));
        let mentions = self.some(0, |this| Mention { document: this.document(), place: this.maybe(Self::text) });
        let period = self.period();
        Report::new(ReportContent {
            id: self.id(),
            organisation: self.pick(&organisations).code.clone(),
            // figures may also be closed after the end of the period
            cut_off: period.first() + Days::new(self.below(400)),
            period,
            state: *self.pick(&[Draft, Submitted, Returned, Signed, Corrected]),
            document: self.maybe(Self::document),
            organisations,
            indicators,
            plan,
            proposals,
            observations,
            stated,
            relations,
            causes,
            evidence,
            grades,
            mentions,
        })
        .unwrap()
    }
}
