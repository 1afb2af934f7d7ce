use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Target;
use crate::id::{DocumentRef, Id, Text};
use crate::period::Period;

/// Task (nhiệm vụ trọng tâm): what a department was given to do, with the targets it is held to.
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
#[doc(alias = "danh mục nhiệm vụ")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The period it is for.
    pub period: Period,
    /// Its tasks, in the order of the document.
    pub tasks: Vec<Task>,
}
