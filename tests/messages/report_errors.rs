//! What is said of plans and reports that cannot be, and of values that are not computable.

use thuocdo::id::Place;
use thuocdo::measure::NotComputable;
use thuocdo::period::{Period, PeriodError};
use thuocdo::plan::PlanError;
use thuocdo::quantity::{QuantityError, Unit};
use thuocdo::report::{ReportError, ReportProblem};

use crate::build::{amount, day, figure, id, text};
use crate::message::{Message, messages};

#[test]
fn a_report_error_names_its_place_first() {
    let place = Place::root().field("observations").item(3).field("indicator");
    let error =
        ReportError { place, problem: ReportProblem::UnknownId { id: id("hl"), what: "an indicator of this report" } };
    assert_eq!(error.to_string(), "at `observations[3].indicator`: `hl` is not the id of an indicator of this report");
    let step = Place::root().field("plan").field("tasks").item(1).field("targets").item(0).field("due");
    assert_eq!(step.to_string(), "plan.tasks[1].targets[0].due");
}

pub(crate) fn plan_messages() -> Vec<Message> {
    let (target, version) = (id("mt-1"), id("2"));
    messages(
        "PlanError",
        [
            (
                PlanError::TooFewParts { breakdown: id("địa-bàn") },
                "địa-bàn",
                "breakdown `địa-bàn` has fewer than two parts",
            ),
            (
                PlanError::DuplicatePart { breakdown: id("địa-bàn"), part: id("cao-lộc") },
                "cao-lộc",
                "breakdown `địa-bàn` has two parts `cao-lộc`, give each an id of its own",
            ),
            (
                PlanError::NoVersion { target: target.clone() },
                "mt-1",
                "target `mt-1` has no version, give at least one",
            ),
            (
                PlanError::DuplicateVersion { target: target.clone(), version: version.clone() },
                "2",
                "target `mt-1` has two versions `2`, give each an id of its own",
            ),
            (
                PlanError::VersionsDoNotRise { target: target.clone(), version: version.clone() },
                "2",
                "version `2` of target `mt-1` must count from a day after the version before it",
            ),
            (
                PlanError::ReplacesUnknown { target: target.clone(), version: version.clone(), replaces: id("0") },
                "0",
                "version `2` of target `mt-1` replaces `0`, which is no version before it",
            ),
            (
                PlanError::DueBeforeStart { target, version, start: day(2021, 8, 15), due: day(2021, 8, 14) },
                "2021-08-14",
                "version `2` of target `mt-1` starts on `2021-08-15` and is due on `2021-08-14`, before that",
            ),
            (
                PlanError::NegativeStep { amount: amount("-1.2") },
                "-1.2",
                "`-1.2` is not accepted as a share or step, write 0 or more",
            ),
            (
                PlanError::ReductionTooLarge { percent: amount("100.5") },
                "100.5",
                "a reduction by `100.5` percent is more than all of it, write 100 or less",
            ),
            (
                PlanError::Quantity(QuantityError::TooFine { text: "0.1234567".into() }),
                "0.1234567",
                "`0.1234567` has more than 6 decimals, at most 6 are accepted",
            ),
        ],
    )
}

pub(crate) fn report_messages() -> Vec<Message> {
    let indicator = id("hộ");
    let period = Period::year(2021).unwrap();
    messages(
        "ReportProblem",
        [
            (
                ReportProblem::DuplicateId { id: id("hl-21"), what: "figure" },
                "hl-21",
                "`hl-21` is already the id of another figure, give each one of its own",
            ),
            (
                ReportProblem::UnknownId { id: id("hl"), what: "an indicator of this report" },
                "hl",
                "`hl` is not the id of an indicator of this report",
            ),
            (
                ReportProblem::UnknownPart {
                    indicator: indicator.clone(),
                    breakdown: id("mức-sống"),
                    part: id("giàu"),
                },
                "giàu",
                "indicator `hộ` has no part `giàu` in a breakdown `mức-sống`",
            ),
            (
                ReportProblem::SelfReference { id: id("tổng") },
                "tổng",
                "`tổng` is stated in terms of itself, name another figure",
            ),
            (
                ReportProblem::OutsidePeriod { date: day(2020, 12, 31), period },
                "2020-12-31",
                "the date `2020-12-31` is not in the period from 2021-01-01 to 2021-12-31",
            ),
            (
                ReportProblem::NeutralIndicator { indicator: indicator.clone() },
                "hộ",
                "indicator `hộ` is neutral, a target needs one with a direction",
            ),
            (
                ReportProblem::WrongSide { goal: "at most", indicator: indicator.clone() },
                "at most",
                "the goal `at most` asks for the worse side of indicator `hộ`, change the goal or the direction",
            ),
            (
                ReportProblem::PointsNeedPercent { indicator, unit: Unit::HOUSEHOLD },
                "hộ",
                "a step in percentage points needs an indicator in `%`, `hộ` is in `hộ`",
            ),
            (
                ReportProblem::WrongUnit { relation: "share", unit: Unit::DAY, accepted: "write it in `%`" },
                "ngày",
                "a share is not stated in `ngày`, write it in `%`",
            ),
            (
                ReportProblem::CountWithoutReport,
                "",
                "a count needs the report that lists what is counted, state the number as a figure and use `same`",
            ),
            (ReportProblem::EmptyList, "", "the list is empty, name at least one figure"),
            (
                ReportProblem::Period(PeriodError::Part { what: "quarter", number: 5, max: 4 }),
                "5",
                "`5` is not a quarter of a year, 1 to 4 are accepted",
            ),
            (
                ReportProblem::Quantity(QuantityError::UnitsDiffer { left: Unit::HOUSEHOLD, right: Unit::CASE }),
                "vụ",
                "the units differ: `hộ` and `vụ`, use one unit",
            ),
        ],
    )
}

pub(crate) fn not_computable_messages() -> Vec<Message> {
    let name = || Some(text("Số hộ"));
    let level = || Box::new(figure(amount("40"), "vụ"));
    messages(
        "NotComputable",
        [
            (NotComputable::NoActual { name: name(), as_of: None }, "Số hộ", "no actual of `Số hộ`"),
            (NotComputable::NoActual { name: None, as_of: None }, "", "no actual"),
            (NotComputable::NoTarget { name: name() }, "Số hộ", "no plan figure of `Số hộ`"),
            (NotComputable::NoBase { name: name(), period: None }, "Số hộ", "no base figure of `Số hộ`"),
            (NotComputable::NoWhole { name: name() }, "Số hộ", "no figure of the whole of `Số hộ`"),
            (NotComputable::PartsMissing { missing: vec![text("a"), text("b")] }, "", "2 parts are missing"),
            (NotComputable::ZeroDenominator { name: name() }, "Số hộ", "the denominator of `Số hộ` is 0"),
            (NotComputable::NegativeBase { name: name() }, "Số hộ", "the base of `Số hộ` is negative"),
            (NotComputable::ZeroSpan { level: level() }, "", "target equals baseline"),
            (
                NotComputable::UnitsDiffer { left: Unit::HOUSEHOLD, right: Unit::PERSON },
                "người",
                "the units differ: `hộ` and `người`",
            ),
            (NotComputable::NotApplicable { reason: None }, "", "the indicator does not apply"),
            (NotComputable::NotJudged { name: name() }, "Số hộ", "no judgement of `Số hộ`"),
            (NotComputable::LeftOpen { stated: level(), required: None }, "", "the stated bound leaves it open"),
            (
                NotComputable::OnlyBounds { name: name(), stated: level() },
                "Số hộ",
                "only a bound is stated for `Số hộ`",
            ),
            (
                NotComputable::FormulaNotStated { name: name() },
                "Số hộ",
                "the target of `Số hộ` does not state its formula",
            ),
            (NotComputable::NoSingleLevel { name: name() }, "Số hộ", "the target of `Số hộ` is no single level"),
            (
                NotComputable::KindsDiffer { name: name() },
                "Số hộ",
                "the value of `Số hộ` is not of the kind the target asks for",
            ),
            (NotComputable::NoDates { name: name() }, "Số hộ", "no start or due day of `Số hộ`"),
            (
                NotComputable::Quantity(QuantityError::ZeroDenominator),
                "0",
                "the denominator is `0`, a ratio needs another",
            ),
        ],
    )
}
