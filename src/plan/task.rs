use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Target;
use crate::id::{DocumentRef, Id, Text};
use crate::period::Period;

/// Task (nhiệm vụ trọng tâm): what a department was given to do, with the targets it is held to.
///
/// ```
/// # use thuocdo::{NaiveDate, id::*, plan::*, quantity::*};
/// use thuocdo::plan::{Origin, Target, Task};
///
/// # let trained = Indicator { id: Id::new("huan-luyen")?, name: Text::new("Số người được huấn luyện")?,
/// #     unit: Unit::PERSON,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// let decision = DocumentRef { code: "382a/QĐ-UBND".parse()?, date: None, subject: None };
/// let safety = Task {
///     id: Id::new("nv-2")?,
///     name: Text::new("Tăng cường quản lý công tác huấn luyện an toàn, vệ sinh lao động")?,
///     lead: None,
///     cooperating: vec![],
///     deadline: NaiveDate::from_ymd_opt(2021, 12, 31),
///     origin: Origin::Assigned(Some(decision)),
///     targets: vec![Target::at_least(&trained, 2000)?], // ít nhất 2.000 người
/// };
/// assert_eq!(safety.targets[0].indicator().as_str(), "huan-luyen");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "nhiệm vụ trọng tâm")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id within the report.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The unit in charge (đơn vị chủ trì), by code.
    pub lead: Option<Id>,
    /// The cooperating units (đơn vị phối hợp), by code.
    pub cooperating: Vec<Id>,
    /// The day it is due as a whole, if said.
    pub deadline: Option<NaiveDate>,
    /// Assigned from the start or arising during the period.
    pub origin: Origin,
    /// What it is held to; several may stand on one task.
    pub targets: Vec<Target>,
}

/// Where a task comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the plan from the start (được giao từ đầu kỳ).
    Assigned(Option<DocumentRef>),
    /// Came up during the period (phát sinh).
    Arising(Option<DocumentRef>),
    /// Proposed, not yet assigned (đề xuất).
    Proposed(Option<DocumentRef>),
}

/// Plan (danh mục nhiệm vụ): the tasks of one period.
///
/// ```
/// # use thuocdo::{id::*, period::*, quantity::*};
/// # use thuocdo::plan::{Accumulation, Direction, Indicator, Target};
/// use thuocdo::plan::{Origin, Plan, Task};
///
/// # let enrolled = Indicator { id: Id::new("tuyen-sinh")?, name: Text::new("Số người được tuyển sinh")?,
/// #     unit: Unit::PERSON,
/// #     direction: Direction::HigherIsBetter, accumulation: Accumulation::RunningTotal, breakdowns: vec![] };
/// # let training = Task { id: Id::new("dx-2")?, name: Text::new("Tuyển sinh và đào tạo")?, lead: None,
/// #     cooperating: vec![],
/// #     deadline: None, origin: Origin::Proposed(None), targets: vec![Target::at_least(&enrolled, 19_400)?] };
/// let proposed = Plan { period: Period::year(2022)?, tasks: vec![training] };     // đề xuất: 19.400 người
/// assert!(proposed.tasks.iter().all(|task| matches!(task.origin, Origin::Proposed(_))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "danh mục nhiệm vụ")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The period it is for.
    pub period: Period,
    /// Its tasks, in the order of the document.
    pub tasks: Vec<Task>,
}
