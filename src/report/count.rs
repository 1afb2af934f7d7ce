use alloc::collections::BTreeSet;

use super::Report;
use crate::plan::Plan;
use crate::record::{Counted, StatedGrade, Subject};

impl Report {
    /// How many of that it lists. A task that was given the same grade twice counts once.
    #[must_use]
    pub fn count(&self, of: &Counted) -> usize {
        let content = self.content();
        match of {
            Counted::Tasks => content.plan.tasks.len(),
            Counted::ProposedTasks => content.proposals.iter().map(|Plan { tasks, .. }| tasks.len()).sum(),
            Counted::Grades { author, level } => {
                let is_counted = |grade: &&StatedGrade| grade.author == *author && grade.level == *level;
                let tasks = content.grades.iter().filter(is_counted).filter_map(|grade| match &grade.subject {
                    Subject::Task(id) => Some(id),
                    Subject::Organisation(_) => None,
                });
                tasks.collect::<BTreeSet<_>>().len()
            }
        }
    }
}
