use alloc::vec::Vec;

use super::{FigureRef, Report};
use crate::id::Id;
use crate::record::{Observation, StatedFigure};

/// What changed in the figures of a report since an earlier draft (thay đổi so với bản trước), by id.
///
/// Only what a figure says counts; that it moved to another page does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDiff<'r> {
    /// Figures that the earlier draft did not have.
    pub added: Vec<FigureRef<'r>>,
    /// Figures that only the earlier draft had.
    pub removed: Vec<FigureRef<'r>>,
    /// Figures that say something else now.
    pub changed: Vec<FigureChange<'r>>,
}

/// One figure in two drafts, each with its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureChange<'r> {
    /// The figure's id.
    pub id: &'r Id,
    /// What the earlier draft says.
    pub old: FigureRef<'r>,
    /// What this draft says.
    pub new: FigureRef<'r>,
}

impl ReportDiff<'_> {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

impl Report {
    /// What changed in its figures since `earlier`.
    ///
    /// ```
    /// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, quantity::*, record::*, report::*};
    /// # let households = |number: &str| Figure::new(Reading::Exactly(number.parse()?), Unit::HOUSEHOLD);
    /// # let poor = StatedFigure { id: Id::new("ho-ngheo-1121")?, subject: Text::new("Số hộ nghèo")?,
    /// #     figure: households("02")?,
    /// #     as_of: None, source: Source::default() };
    /// # let period = Period::year(2021)?;
    /// # let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
    /// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
    /// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
    /// # let content = ReportContent {
    /// #     id: Id::new("bao-cao-2021")?, organisation: department.code.clone(), organisations: vec![department],
    /// #     period, cut_off, state: ReportState::Draft, document: None, indicators: vec![],
    /// #     plan: Plan { period, tasks: vec![] }, proposals: None, observations: vec![], stated: vec![poor],
    /// #     relations: vec![], causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
    /// # };
    /// let draft = Report::new(content)?;
    /// let mut content = draft.clone().into_content();
    /// content.stated[0].figure = households("03")?;     // hộ nghèo: 02 thành 03
    /// let corrected = Report::new(content)?;
    ///
    /// let diff = corrected.diff(&draft);
    /// assert_eq!(diff.changed[0].id.as_str(), "ho-ngheo-1121");
    /// assert!(diff.added.is_empty() && diff.removed.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn diff<'r>(&'r self, earlier: &'r Self) -> ReportDiff<'r> {
        let mut diff = ReportDiff { added: Vec::new(), removed: Vec::new(), changed: Vec::new() };
        for (id, new) in self.figures() {
            match earlier.figure(id) {
                None => diff.added.push(new),
                Some(old) if !says_the_same(old, new) => diff.changed.push(FigureChange { id, old, new }),
                Some(_) => {}
            }
        }
        diff.removed.extend(earlier.figures().filter(|(id, _)| self.figure(id).is_none()).map(|(_, figure)| figure));
        diff
    }
}

fn says_the_same(old: FigureRef<'_>, new: FigureRef<'_>) -> bool {
    match (old, new) {
        (FigureRef::Observation(old), FigureRef::Observation(new)) => {
            // taken apart, so that a field added later must be decided on here
            let Observation { id: _, indicator, at, period, as_of, extent, stage, value, source: _ } = old;
            (indicator, at, period, as_of, extent, stage, value)
                == (&new.indicator, &new.at, &new.period, &new.as_of, &new.extent, &new.stage, &new.value)
        }
        (FigureRef::Stated(old), FigureRef::Stated(new)) => {
            let StatedFigure { id: _, subject, figure, as_of, source: _ } = old;
            (subject, figure, as_of) == (&new.subject, &new.figure, &new.as_of)
        }
        (FigureRef::Target(old), FigureRef::Target(new)) => old == new,
        _ => false,
    }
}
