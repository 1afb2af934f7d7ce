//! How a row is checked, and its figures built.

use num_rational::BigRational;
use thuocdo::NaiveDate;
use thuocdo::id::{Id, Text};
use thuocdo::measure::{Absolute, Achievement, Form, NotComputable, Operands, Recomputed, Relative, Verdict};
use thuocdo::plan::{Accumulation, AchievementFormula, Baseline, Direction, Goal, Indicator, Target, TargetVersion};
use thuocdo::quantity::{Figure, Printed, RoundMode, Rounding, Unit};
use thuocdo::record::Observed;

/// Whether the printed figure is the rounded one; if not, the rounded one.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Agrees {
    Yes,
    No { rounded: &'static str },
}

/// The exact value, the same at five decimals, and the printed figure against the value rounded half away from zero.
#[track_caller]
pub(crate) fn assert_relative(
    relative: Result<Relative, NotComputable>,
    exact: &str,
    five_decimals: &str,
    as_printed: &str,
    agrees: Agrees,
) {
    let recomputed = Recomputed::Relative(relative.expect("it is computable"));
    assert_eq!(recomputed.round(Rounding::half_away::<5>()).to_string(), five_decimals);
    assert_recomputed(&recomputed, exact, printed(as_printed), agrees);
}

/// The exact value and the printed figure, in Vietnamese digits.
#[track_caller]
pub(crate) fn assert_absolute(
    absolute: Result<Absolute, NotComputable>,
    exact: &str,
    as_printed: &str,
    agrees: Agrees,
) {
    let recomputed = Recomputed::Absolute(absolute.expect("it is computable"));
    let plain = as_printed.replace('.', "").replace(',', ".");
    assert_recomputed(&recomputed, exact, printed(&plain), agrees);
}

#[track_caller]
pub(crate) fn assert_recomputed(recomputed: &Recomputed, exact: &str, printed: Printed, agrees: Agrees) {
    let factor = if recomputed.form() == Form::Percent { 100 } else { 1 };
    let value = recomputed.value();
    let written = BigRational::new((value.numerator() * factor).into(), value.denominator().into());
    assert_eq!(written.to_string(), exact, "exact, in lowest terms");
    let rounding = Rounding::new(RoundMode::HalfAway, printed.decimals()).expect("few decimals");
    let rounded = recomputed.round(rounding);
    match agrees {
        Agrees::Yes => assert_eq!(rounded, printed.rounded(), "`{printed}` should agree"),
        Agrees::No { rounded: instead } => {
            assert_ne!(rounded, printed.rounded(), "`{printed}` should not agree");
            assert_eq!(rounded.to_string(), instead);
        }
    }
}

/// Whether nothing can be said of how far a count is, there being no plan for it.
pub(crate) fn is_without_plan(figure: &str) -> bool {
    let counted = indicator(Unit::BARE, Direction::HigherIsBetter);
    let unplanned = target(&counted, Goal::NotStated, None);
    let result = Achievement::of(&counted, &unplanned, exactly(figure, Unit::BARE)).expect("the figure is legal");
    let is_no_target = |reason: Option<NotComputable>| matches!(reason, Some(NotComputable::NoTarget { .. }));
    is_no_target(result.verdict().err()) && is_no_target(result.rate().err())
}

pub(crate) fn verdict(indicator: &Indicator, target: &Target, observed: &Observed) -> Result<Verdict, NotComputable> {
    let operands = Operands { actual: Some(observed), ..Operands::default() };
    Achievement::with(indicator, target, &target.versions()[0], operands).verdict()
}

pub(crate) fn indicator(unit: Unit, direction: Direction) -> Indicator {
    let accumulation = Accumulation::NotAdditive;
    Indicator { id: id("chỉ tiêu"), name: words("chỉ tiêu"), unit, direction, accumulation, breakdowns: vec![] }
}

pub(crate) fn target(indicator: &Indicator, goal: Goal, baseline: Option<Baseline>) -> Target {
    let formula = matches!(goal, Goal::ShareOf { .. }).then_some(AchievementFormula::PlanCompletion);
    target_by(indicator, goal, baseline, formula)
}

pub(crate) fn target_by(
    indicator: &Indicator,
    goal: Goal,
    baseline: Option<Baseline>,
    formula: Option<AchievementFormula>,
) -> Target {
    let version = TargetVersion { baseline, ..TargetVersion::new(id("mức được giao"), goal) };
    Target::new(id("mục tiêu"), indicator.id.clone(), vec![], formula, vec![version]).expect("the target is in order")
}

pub(crate) fn exactly(figure: &str, unit: Unit) -> Figure {
    Figure::new(printed(figure), unit).expect("the figure is legal for the unit")
}

pub(crate) fn million_dong() -> Unit {
    "triệu đồng".parse().expect("a unit")
}

pub(crate) fn printed(text: &str) -> Printed {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(crate) fn words(text: &str) -> Text {
    Text::new(text).expect("a text")
}

pub(crate) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, month, day).expect("a day of 2021")
}
