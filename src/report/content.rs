use alloc::{collections::BTreeMap, vec::Vec};

use chrono::NaiveDate;

use super::{ReportError, checks};
use crate::id::{DocumentRef, Id, Organisation};
use crate::period::Period;
use crate::plan::{Indicator, Plan, Target, Task};
use crate::quantity::Figure;
use crate::record::{
    Cause, Evidence, Mention, Observation, Observed, Source, StatedFigure, StatedGrade, StatedRelation,
};

/// Report (báo cáo): checked content. It cannot be changed; a new draft is a new report, see [`Report::diff`].
#[doc(alias = "báo cáo")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    content: ReportContent,
    figures: BTreeMap<Id, FigurePosition>,
}

/// What a report is made of, before it is checked.
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, quantity::*, record::*};
/// use thuocdo::report::{FigureRef, Report, ReportContent, ReportState};
///
/// # let period = Period::year(2021)?;
/// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
/// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
/// # let files = StatedFigure { id: Id::new("ho-so")?, subject: Text::new("Số hồ sơ được tiếp nhận và giải quyết")?,
/// #     figure: Figure::new(Reading::Exactly("1493".parse()?), Unit::FILE)?, as_of: None,
/// #     source: Source::default() };
/// let content = ReportContent {
///     id: Id::new("bc-nvtt-lang-son-2021")?,
///     organisation: Id::new("sldtbxh-lang-son")?,
///     organisations: vec![department],
///     period,
///     cut_off: NaiveDate::from_ymd_opt(2021, 11, 15).unwrap(), // ngày chốt số liệu
///     state: ReportState::Draft,
///     plan: Plan { period, tasks: vec![] },
///     stated: vec![files], // 1.493 hồ sơ
///     // the rest is empty here
/// #     document: None, indicators: vec![], proposals: None, observations: vec![], relations: vec![],
/// #     causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
/// };
/// let report = Report::new(content)?;
/// let files = report.figure(&Id::new("ho-so")?).and_then(FigureRef::figure).unwrap();
/// assert_eq!(files.exact().unwrap().amount().to_string(), "1493");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportContent {
    /// Its id.
    pub id: Id,
    /// The reporting organisation, by code.
    pub organisation: Id,
    /// Every organisation that is named in it.
    pub organisations: Vec<Organisation>,
    /// The period it reports on.
    pub period: Period,
    /// The day as of which its figures are closed (ngày chốt số liệu).
    pub cut_off: NaiveDate,
    /// How far it has come.
    pub state: ReportState,
    /// Its own number and date; blank parts for a draft.
    pub document: Option<DocumentRef>,
    /// Every indicator that is named in it.
    pub indicators: Vec<Indicator>,
    /// The tasks it reports on.
    pub plan: Plan,
    /// The tasks it proposes for the next period.
    pub proposals: Option<Plan>,
    /// Values of the indicators.
    pub observations: Vec<Observation>,
    /// Figures that its text states.
    pub stated: Vec<StatedFigure>,
    /// How its figures hang together.
    pub relations: Vec<StatedRelation>,
    /// Causes it gives for results.
    pub causes: Vec<Cause>,
    /// Evidence it offers.
    pub evidence: Vec<Evidence>,
    /// Grades given in it or to it.
    pub grades: Vec<StatedGrade>,
    /// Documents it mentions.
    pub mentions: Vec<Mention>,
}

/// How far a report has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportState {
    /// Dự thảo.
    Draft,
    /// Đã trình.
    Submitted,
    /// Trả lại.
    Returned,
    /// Đã ký.
    Signed,
    /// Đã đính chính.
    Corrected,
}

/// One of the three kinds of figures that share a set of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureRef<'r> {
    /// A value of an indicator.
    Observation(&'r Observation),
    /// A target.
    Target(&'r Target),
    /// A figure of the text.
    Stated(&'r StatedFigure),
}

/// Where a figure stands in the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FigurePosition {
    Observation(usize),
    PlanTarget { task: usize, target: usize },
    ProposedTarget { task: usize, target: usize },
    Stated(usize),
}

impl Report {
    /// A report of `content`.
    ///
    /// ```
    /// # use thuocdo::{NaiveDate, id::*, period::*, plan::*, report::*};
    /// use thuocdo::report::Report;
    ///
    /// # let period = Period::year(2021)?;
    /// # let cut_off = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
    /// # let department = Organisation { code: Id::new("sldtbxh-lang-son")?,
    /// #     name: Text::new("Sở LĐTBXH tỉnh Lạng Sơn")? };
    /// # let content = ReportContent {
    /// #     id: Id::new("bao-cao-2021")?, organisation: department.code.clone(), organisations: vec![department],
    /// #     period, cut_off, state: ReportState::Draft, document: None, indicators: vec![],
    /// #     plan: Plan { period, tasks: vec![] }, proposals: None, observations: vec![], stated: vec![],
    /// #     relations: vec![], causes: vec![], evidence: vec![], grades: vec![], mentions: vec![],
    /// # };
    /// let report = Report::new(content)?;
    /// let mut draft = report.into_content();
    /// draft.organisation = Id::new("snv-lang-son")?;     // Sở Nội vụ, which the list of organisations does not have
    /// let refused = Report::new(draft).unwrap_err();
    /// assert_eq!(
    ///     refused.to_string(),
    ///     "at `organisation`: `snv-lang-son` is not the id of an organisation of this report"
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ReportError`] with the place of the first id that is used twice, reference that leads nowhere, unit that does not
    /// fit, or date outside its period.
    pub fn new(content: ReportContent) -> Result<Self, ReportError> {
        let figures = checks::check(&content)?;
        Ok(Self { content, figures })
    }

    /// What it is made of.
    #[must_use]
    pub const fn content(&self) -> &ReportContent {
        &self.content
    }

    /// What it is made of, to change it into a new draft.
    #[must_use]
    pub fn into_content(self) -> ReportContent {
        self.content
    }

    /// The indicator with that id.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> Option<&Indicator> {
        self.content.indicators.iter().find(|indicator| indicator.id == *id)
    }

    /// The organisation with that code.
    #[must_use]
    pub fn organisation(&self, code: &Id) -> Option<&Organisation> {
        self.content.organisations.iter().find(|organisation| organisation.code == *code)
    }

    /// The figure with that id.
    #[must_use]
    pub fn figure(&self, id: &Id) -> Option<FigureRef<'_>> {
        self.content.figure_at(*self.figures.get(id)?)
    }

    /// Every figure, by id.
    pub fn figures(&self) -> impl Iterator<Item = (&Id, FigureRef<'_>)> {
        self.figures.iter().filter_map(|(id, position)| Some((id, self.content.figure_at(*position)?)))
    }
}

impl ReportContent {
    pub(super) fn figure_at(&self, position: FigurePosition) -> Option<FigureRef<'_>> {
        fn target_of(tasks: &[Task], task: usize, target: usize) -> Option<FigureRef<'_>> {
            tasks.get(task)?.targets.get(target).map(FigureRef::Target)
        }
        match position {
            FigurePosition::Observation(index) => self.observations.get(index).map(FigureRef::Observation),
            FigurePosition::PlanTarget { task, target } => target_of(&self.plan.tasks, task, target),
            FigurePosition::ProposedTarget { task, target } => target_of(&self.proposals.as_ref()?.tasks, task, target),
            FigurePosition::Stated(index) => self.stated.get(index).map(FigureRef::Stated),
        }
    }
}

impl<'r> FigureRef<'r> {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'r Id {
        match self {
            Self::Observation(observation) => &observation.id,
            Self::Target(target) => target.id(),
            Self::Stated(stated) => &stated.id,
        }
    }

    /// What it says, if that is a figure; none for a target, which is a goal, and for a value that is no figure.
    #[must_use]
    pub const fn figure(self) -> Option<&'r Figure> {
        match self {
            Self::Observation(Observation { value: Observed::Figure(figure), .. }) => Some(figure),
            Self::Observation(_) | Self::Target(_) => None,
            Self::Stated(stated) => Some(&stated.figure),
        }
    }

    /// Where it stands and who gave it; none for a target, whose versions name their documents.
    #[must_use]
    pub const fn source(self) -> Option<&'r Source> {
        match self {
            Self::Observation(observation) => Some(&observation.source),
            Self::Target(_) => None,
            Self::Stated(stated) => Some(&stated.source),
        }
    }
}
