//! What is observed and stated, with its source, causes and grades.

use chrono::Days;
use thuocdo::id::Organisation;
use thuocdo::plan::{Indicator, Task};
use thuocdo::record::{
    Author, Cause, CauseKind, Confirmation, Extent, Judgement, Observation, Observed, Source, Stage, StatedFigure,
    StatedGrade, Subject,
};

use super::Builder;

impl Builder {
    pub(crate) fn source(&mut self, organisations: &[Organisation]) -> Source {
        Source {
            place: self.maybe(Self::text),
            document: self.maybe(Self::document),
            provider: self.maybe(|this| this.pick(organisations).code.clone()),
            inferred_from: self.maybe(Self::text),
        }
    }

    pub(crate) fn observation(&mut self, organisations: &[Organisation], indicators: &[Indicator]) -> Observation {
        let indicator = self.pick(indicators);
        let period = self.period();
        let extent = *self.pick(&[Extent::ToCutoff, Extent::FullPeriod, Extent::Projection]);
        let as_of = match extent {
            Extent::ToCutoff => period.first() + Days::new(self.below(period.days().unsigned_abs())),
            Extent::FullPeriod | Extent::Projection => self.date(),
        };
        let value = match self.below(9) {
            0..=2 => Observed::Figure(self.figure(&indicator.unit)),
            3 => Observed::NotStated,
            4 => Observed::Done(self.maybe(Self::date)),
            5 => Observed::NotDone,
            6 => Observed::Judged(Judgement::Met { by: self.text() }),
            7 => Observed::Judged(Judgement::NotMet { by: self.text() }),
            _ => Observed::NotApplicable(self.maybe(Self::text)),
        };
        Observation {
            id: self.id(),
            indicator: indicator.id.clone(),
            at: self.part_of(indicator),
            period,
            as_of,
            extent,
            stage: *self.pick(&[Stage::Estimate, Stage::Preliminary, Stage::Official]),
            value,
            source: self.source(organisations),
        }
    }

    pub(crate) fn stated(&mut self, organisations: &[Organisation]) -> StatedFigure {
        let unit = self.unit();
        StatedFigure {
            id: self.id(),
            subject: self.text(),
            figure: self.figure(&unit),
            as_of: self.maybe(Self::date),
            source: self.source(organisations),
        }
    }

    pub(crate) fn cause(&mut self, organisations: &[Organisation], tasks: &[&Task]) -> Cause {
        let task = if tasks.is_empty() { None } else { self.maybe(|this| *this.pick(tasks)) };
        let confirmation = match self.below(4) {
            0 => Confirmation::Stated,
            1 => Confirmation::Requested { document: self.document() },
            2 => Confirmation::Confirmed { authority: self.text(), document: self.document() },
            _ => Confirmation::Rejected { authority: self.text(), document: self.document() },
        };
        let of_task = task.map_or(&[][..], |task| &task.targets);
        Cause {
            id: self.id(),
            task: task.map(|task| task.id.clone()),
            targets: of_task.iter().filter_map(|target| self.maybe(|_| target.id().clone())).collect(),
            kind: *self.pick(&[CauseKind::Objective, CauseKind::Subjective, CauseKind::NotSaid]),
            reason: self.text(),
            confirmation,
            source: self.source(organisations),
        }
    }

    pub(crate) fn grade(&mut self, organisations: &[Organisation], tasks: &[&Task]) -> StatedGrade {
        let subject = if tasks.is_empty() || self.below(2) == 0 {
            Subject::Organisation(self.pick(organisations).code.clone())
        } else {
            Subject::Task(self.pick(tasks).id.clone())
        };
        StatedGrade {
            subject,
            author: *self.pick(&[Author::SelfAssessed, Author::Reviewed, Author::Decided]),
            level: self.text(),
            reason: self.maybe(Self::text),
            source: self.source(organisations),
        }
    }
}
