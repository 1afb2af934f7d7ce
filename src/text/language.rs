use alloc::{format, string::String};

use chrono::NaiveDate;

use super::{Separators, calculation};
use crate::id::DocumentRef;
use crate::measure::{Formula, NotComputable, Operand, Shortfall, Verdict};
use crate::period::PeriodName;
use crate::plan::{Goal, Indicator, Sense, Step};
use crate::quantity::{
    Amount, Figure, PercentagePoints, Printed, Quantity, Ratio, Reading, Rounded, Rounding, Scale, Unit, UnitKind,
};
use crate::record::{Author, Confirmation, Extent, Stage};
use crate::report::ReportState;

/// A language, or the style of a house, in which values are put into words.
///
/// The required methods are the words; the provided ones put them together and can be replaced as well.
///
/// ```
/// use thuocdo::measure::Verdict;
/// use thuocdo::quantity::{Ratio, Rounding, Unit};
/// use thuocdo::text::{English, Language, Vietnamese};
///
/// let accidents = Ratio::of(18 - 28, 28)?;
/// let line = |language: &dyn Language| {
///     let growth = language.growth(accidents, Rounding::half_away::<1>());
///     format!("{}; {growth}", language.verdict(Verdict::Met))
/// };
/// assert_eq!(line(&Vietnamese), "đạt; giảm 35,7%");
/// assert_eq!(line(&English), "met; down 35.7%");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Language {
    /// The marks between digits.
    fn separators(&self) -> Separators;

    /// A unit as it stands after `amount`, scale word included; empty for a bare number.
    fn unit(&self, unit: &Unit, amount: Amount) -> String;

    /// What a bare number is counted in, where a unit has to be named.
    fn no_unit(&self) -> &'static str;

    /// A date in digits.
    fn date(&self, date: NaiveDate) -> String;

    /// A date in words, as it stands under a document.
    fn long_date(&self, date: NaiveDate) -> String;

    /// A period.
    fn period(&self, name: PeriodName) -> String;

    /// A document: its type, number and date.
    fn document(&self, document: &DocumentRef) -> String;

    /// What a reading's words add to the figure in it: `trên 80%`. The second figure is the upper end of a range.
    fn bound(&self, reading: Reading, first: &str, second: Option<&str>) -> String;

    /// A move of a certain size: `giảm 35,7%`; `size` is without sign.
    fn moved(&self, change: Ratio, size: &str) -> String;

    /// A statement with what it is compared with: `… so với năm 2020`.
    fn compared(&self, statement: &str, base: &str) -> String;

    /// A goal of moving from a baseline, by at least `step` if that is said.
    fn goal_of_moving(&self, sense: Sense, step: Option<&str>, base: &str) -> String;

    /// The remark that "%" may mean percent or percentage points.
    fn percent_or_points(&self) -> &'static str;

    /// A goal of staying at a baseline.
    fn goal_of_staying(&self, base: &str) -> String;

    /// A goal of getting something done.
    fn goal_of_doing(&self) -> &'static str;

    /// A goal whose level is not stated.
    fn goal_not_stated(&self) -> &'static str;

    /// A baseline that no period is named for.
    fn unnamed_baseline(&self) -> &'static str;

    /// What is missing to a target.
    fn shortfall(&self, indicator: &Indicator, shortfall: &Shortfall) -> String;

    /// The name of a formula.
    fn formula(&self, formula: Formula) -> String;

    /// Whether a target is met.
    fn verdict(&self, verdict: Verdict) -> &'static str;

    /// How much of a period a value covers.
    fn extent(&self, extent: Extent) -> &'static str;

    /// How firm a value is.
    fn stage(&self, stage: Stage) -> &'static str;

    /// How far a report has come.
    fn state(&self, state: ReportState) -> &'static str;

    /// Who gave a grade.
    fn author(&self, author: Author) -> &'static str;

    /// How far a cause has been confirmed.
    fn confirmation(&self, confirmation: &Confirmation) -> String;

    /// Why a measure has no value, and what to supply: one or two sentences.
    fn not_computable(&self, reason: &NotComputable) -> String;

    /// A rounded number with all its decimals.
    fn number(&self, rounded: Rounded) -> String {
        self.separators().rounded(rounded)
    }

    /// An amount with the decimals it needs.
    fn amount(&self, amount: Amount) -> String {
        self.number(amount.into())
    }

    /// A figure with the zeros it was printed with.
    fn printed(&self, printed: Printed) -> String {
        self.separators().printed(printed)
    }

    /// A ratio in percent.
    fn percent(&self, ratio: Ratio, rounding: Rounding) -> String {
        format!("{}%", self.number(ratio.round_percent(rounding)))
    }

    /// A quantity with its unit.
    fn quantity(&self, quantity: &Quantity) -> String {
        self.with_unit(self.amount(quantity.amount()), quantity.unit(), quantity.amount())
    }

    /// A difference of rates.
    fn points(&self, points: PercentagePoints) -> String {
        self.with_unit(self.amount(points.amount()), &Unit::PERCENTAGE_POINTS, points.amount())
    }

    /// A percentage as growth: `giảm 35,7%`.
    fn growth(&self, growth: Ratio, rounding: Rounding) -> String {
        let size = self.number(growth.round_percent(rounding).magnitude());
        self.moved(growth, &format!("{size}%"))
    }

    /// A change of an amount: `giảm 10 vụ`.
    fn change(&self, change: Ratio, unit: &Unit) -> String {
        let size = if change.is_negative() { change.negated() } else { change };
        self.moved(change, &self.value(size, unit))
    }

    /// A change of an amount since a period, with its growth where there is one: `giảm 10 vụ (35,7%) so với năm 2020`.
    fn change_since(&self, change: Ratio, unit: &Unit, growth: Option<(Ratio, Rounding)>, since: PeriodName) -> String {
        let mut statement = self.change(change, unit);
        if let Some((growth, rounding)) = growth
            && change != Ratio::ZERO
        {
            let size = self.number(growth.round_percent(rounding).magnitude());
            statement = format!("{statement} ({size}%)");
        }
        self.compared(&statement, &self.period(since))
    }

    /// A quantity with a scale word, rounded: `5.261 triệu đồng`. A unit without scale words is written as it is.
    fn scaled(&self, quantity: &Quantity, scale: Scale, rounding: Rounding) -> String {
        let value = scale.ones().inverse().and_then(|one| one.checked_mul(quantity.ones().into()));
        let (Ok(unit), Ok(value)) = (quantity.unit().scaled(scale), value) else { return self.quantity(quantity) };
        let rounded = value.round(rounding);
        self.with_unit(self.number(rounded), &unit, rounded.to_amount().unwrap_or(Amount::MAX))
    }

    /// An exact value of a unit; where six decimals do not hold it, it is rounded half away from zero.
    fn value(&self, value: Ratio, unit: &Unit) -> String {
        match value.to_amount() {
            Some(amount) => self.with_unit(self.amount(amount), unit, amount),
            None => self.with_unit(self.number(value.round(Rounding::half_away::<6>())), unit, Amount::MAX),
        }
    }

    /// What a goal asks for; `since` is the period of its baseline.
    fn goal(&self, goal: &Goal, unit: &Unit, since: Option<PeriodName>) -> String {
        let at_least = |amount: Amount, unit: &Unit| self.reading(Reading::AtLeast(amount.into()), unit);
        let base = since.map_or_else(|| self.unnamed_baseline().into(), |period| self.period(period));
        match goal {
            Goal::Level(reading) => self.reading(*reading, unit),
            // a share cannot be above the whole, so at least 100 % is 100 %
            Goal::ShareOf { share: Reading::AtLeast(all), .. } if all.amount() == Amount::HUNDRED => "100%".into(),
            Goal::ShareOf { share, .. } => self.reading(*share, &Unit::PERCENT),
            Goal::Move { sense, step } => {
                let step = match step {
                    Step::By(amount) => Some(at_least(*amount, unit)),
                    Step::Percent(amount) => Some(at_least(*amount, &Unit::PERCENT)),
                    Step::Points(amount) => Some(at_least(*amount, &Unit::PERCENTAGE_POINTS)),
                    Step::PercentOrPoints(amount) => {
                        Some(format!("{} {}", at_least(*amount, &Unit::PERCENT), self.percent_or_points()))
                    }
                    Step::Any => None,
                };
                self.goal_of_moving(*sense, step.as_deref(), &base)
            }
            Goal::Maintain => self.goal_of_staying(&base),
            Goal::Done => self.goal_of_doing().into(),
            Goal::Qualitative(words) => words.as_str().into(),
            Goal::NotStated => self.goal_not_stated().into(),
        }
    }

    /// The numbers of a formula, as they were printed: `92/107`, `(18 - 28)/28`, `7.894 + 700 + 2.160 + 616`. A number that
    /// is said to be about so much has a `~`.
    fn calculation(&self, formula: Formula, operands: &[Operand]) -> String {
        calculation::write(
            formula,
            operands,
            |amount| self.amount(amount),
            |input| {
                let reading = input.figure().reading();
                let number = reading.point().map(|printed| self.printed(printed)).unwrap_or_default();
                if input.is_approximate() { format!("~{number}") } else { number }
            },
        )
    }

    /// A reading of a unit. One that the unit does not allow is written without it.
    fn reading(&self, reading: Reading, unit: &Unit) -> String {
        let figure = Figure::new(reading, unit.clone()).or_else(|_| Figure::new(reading, Unit::BARE));
        figure.map_or_else(|_| String::new(), |figure| self.figure(&figure))
    }

    /// A figure as a report gives it, bound words and unit included.
    fn figure(&self, figure: &Figure) -> String {
        self.in_words(figure.reading(), figure.unit())
    }

    /// A reading with its bound words and the unit that a text gives it, whether or not the unit allows such a number.
    fn in_words(&self, reading: Reading, unit: &Unit) -> String {
        let words = |printed: Printed| self.with_unit(self.printed(printed), unit, printed.amount());
        let mut numbers = reading.numbers();
        match (numbers.next(), numbers.next()) {
            // a range names its unit once
            (Some(low), Some(high)) => self.bound(reading, &self.printed(low), Some(&words(high))),
            (Some(one), None) => self.bound(reading, &words(one), None),
            (None, _) => String::new(),
        }
    }

    /// A figure that is a change, its direction in words: `giảm khoảng 35,7%`.
    fn figure_of_change(&self, figure: &Figure) -> String {
        let first = figure.reading().numbers().next().map_or(Amount::ZERO, Printed::amount);
        let size = match figure.reading().without_sign() {
            Some(size) => self.reading(size, figure.unit()),
            None => return self.figure(figure),
        };
        self.moved(first.into(), &size)
    }

    /// The name of a unit, where no number stands before it.
    fn unit_name(&self, unit: &Unit) -> String {
        if *unit == Unit::BARE { self.no_unit().into() } else { self.unit(unit, Amount::HUNDRED) }
    }

    /// `number`, which says `amount`, with its unit; a percent sign stands without a space.
    fn with_unit(&self, number: String, unit: &Unit, amount: Amount) -> String {
        match unit.kind() {
            UnitKind::Bare if unit.scale() == Scale::One => number,
            UnitKind::Percent => format!("{number}%"),
            _ => format!("{number} {}", self.unit(unit, amount)),
        }
    }
}
