//! Proves that derived figures hang together exactly as their formulas say, and that a verdict is given exactly if
//! every value that the figures allow leads to it.

#[expect(dead_code, reason = "rounding and printing are judged in quantity_laws")]
mod oracle;

use std::collections::BTreeSet;

use num_rational::BigRational;
use oracle::{fraction, integers, ten_to, whole};
use proptest::prelude::*;
use thuocdo::NaiveDate;
use thuocdo::id::{Id, Text};
use thuocdo::measure::{
    Absolute, Achievement, Composition, Input, NotComputable, Operand, Operands, Relative, Role, Verdict,
};
use thuocdo::period::Period;
use thuocdo::plan::{
    Accumulation, AchievementFormula, Baseline, Direction, Goal, Indicator, Sense, Step, Target, TargetVersion,
};
use thuocdo::quantity::bounds::{AMOUNT_END, MILLIONTHS};
use thuocdo::quantity::{Amount, Figure, Printed, Quantity, Ratio, Reading, Rounding, Scale, Unit};
use thuocdo::record::{Judgement, Observed};

fn amounts() -> impl Strategy<Value = Amount> {
    integers(AMOUNT_END).prop_map(|millionths| Amount::from_millionths(millionths).expect("it is below the end"))
}

fn positive_amounts() -> impl Strategy<Value = Amount> {
    amounts().prop_map(|amount| if amount == Amount::ZERO { Amount::ONE } else { amount.magnitude() })
}

/// So few and so small that their sum is an amount.
fn parts() -> impl Strategy<Value = Vec<Amount>> {
    let part = integers(AMOUNT_END / 10).prop_map(|n| Amount::from_millionths(n.abs()).expect("it is below the end"));
    proptest::collection::vec(part, 1..9)
}

fn exact(amount: Amount) -> BigRational {
    fraction(amount.millionths(), MILLIONTHS)
}

fn value(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

fn add_up(ratios: impl IntoIterator<Item = Ratio>) -> Result<Ratio, TestCaseError> {
    let sum = ratios.into_iter().try_fold(Ratio::ZERO, Ratio::checked_add);
    sum.map_err(|error| TestCaseError::fail(error.to_string()))
}

fn hectare() -> Unit {
    "ha".parse().expect("ha is a unit")
}

fn print(number: i64) -> Printed {
    number.to_string().parse().expect("an integer is a plain decimal")
}

fn indicator(unit: Unit, direction: Direction) -> Indicator {
    Indicator {
        id: Id::new("indicator").expect("an id"),
        name: Text::new("Indicator").expect("a text"),
        unit,
        direction,
        accumulation: Accumulation::Flow,
        breakdowns: Vec::new(),
    }
}

fn share_of_whole(share: Reading) -> Goal {
    Goal::ShareOf { whole: Id::new("whole").expect("an id"), share }
}

/// An indicator, what is asked of it, and what is known beside the actual.
#[derive(Debug, Clone)]
struct Case {
    indicator: Indicator,
    formula: Option<AchievementFormula>,
    goal: Goal,
    baseline: Option<Reading>,
    whole: Option<Reading>,
}

impl Case {
    fn new(unit: Unit, direction: Direction, goal: Goal) -> Self {
        Self { indicator: indicator(unit, direction), formula: None, goal, baseline: None, whole: None }
    }

    fn with_baseline(self, baseline: impl Into<Reading>) -> Self {
        Self { baseline: Some(baseline.into()), ..self }
    }

    fn with_whole(self, whole: impl Into<Reading>) -> Self {
        Self { whole: Some(whole.into()), ..self }
    }

    fn with_formula(self, formula: AchievementFormula) -> Self {
        Self { formula: Some(formula), ..self }
    }

    fn figure(&self, reading: impl Into<Reading>) -> Figure {
        Figure::new(reading, self.indicator.unit.clone()).expect("the unit allows the figures of the tests")
    }

    fn target(&self) -> Target {
        let baseline = self.baseline.map(|reading| Baseline {
            period: Period::year(2020).expect("a year"),
            figure: Some(self.figure(reading)),
        });
        let id = self.indicator.id.clone();
        let version = TargetVersion { baseline, ..TargetVersion::new(id.clone(), self.goal.clone()) };
        Target::new(id.clone(), id, Vec::new(), self.formula, vec![version]).expect("one version is enough")
    }

    fn observe(&self, observed: Option<&Observed>) -> Achievement {
        let target = self.target();
        let whole = self.whole.map(|whole| self.figure(whole).into());
        let operands = Operands { actual: observed, whole, ..Operands::default() };
        Achievement::with(&self.indicator, &target, &target.versions()[0], operands)
    }

    fn achieve(&self, actual: impl Into<Reading>) -> Achievement {
        self.observe(Some(&Observed::Figure(self.figure(actual))))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plan_over_base_times_actual_over_plan_is_actual_over_base(
        base in positive_amounts(), plan in positive_amounts(), actual in positive_amounts(),
    ) {
        let planned = Relative::planned_task(plan, base)?.ratio();
        let completed = Relative::completion(actual, plan)?.ratio();
        let grown = Relative::growth_index(base, actual)?.ratio();
        prop_assert_eq!(value(planned), exact(plan) / exact(base));
        prop_assert_eq!(value(completed), exact(actual) / exact(plan));
        prop_assert_eq!(value(planned) * value(completed), exact(actual) / exact(base));
        // the plan cancels, so the product never grows out of range
        prop_assert_eq!(planned.checked_mul(completed), Ok(grown));
    }

    #[test]
    fn shares_of_parts_that_add_up_sum_to_one_and_leave_no_rest(parts in parts()) {
        let sum: BigRational = parts.iter().map(|part| exact(*part)).sum();
        prop_assume!(sum != whole(0));
        let total = Absolute::sum(parts.iter().copied())?.value();
        prop_assert_eq!(value(total), sum);
        let inputs: Vec<Input> = parts.iter().copied().map(Input::from).collect();
        let total = total.to_amount().expect("the sum is an amount");
        let composition = Composition::of(total.into(), inputs.clone())?;
        prop_assert_eq!(add_up(composition.shares().iter().map(Relative::ratio))?, Ratio::ONE);
        prop_assert_eq!(composition.rest().value(), Ratio::ZERO);
        prop_assert_eq!(Relative::share_of_sum(inputs, total.into())?.ratio(), Ratio::ONE);
    }

    #[test]
    fn the_remainder_and_the_parts_are_the_whole(all in amounts(), parts in parts()) {
        let rest = Absolute::remainder(all, parts.iter().copied())?.value();
        let taken = Absolute::sum(parts.iter().copied())?.value();
        prop_assert_eq!(value(rest), exact(all) - value(taken));
        prop_assert_eq!(rest.checked_add(taken), Ok(Ratio::from(all)));
    }

    #[test]
    fn figures_at_several_scales_add_up_at_the_scale_of_the_first(
        figures in proptest::collection::vec((integers(1_000_000_000), 0..Scale::ALL.len()), 2..6),
    ) {
        let dong = |(millionths, scale): (i128, usize)| {
            Quantity::new(Amount::from_millionths(millionths)?, Unit::DONG.scaled(Scale::ALL[scale])?)
        };
        // one, thousand, ten thousand, million, billion, thousand billion
        let zeros = [0, 3, 4, 6, 9, 12];
        let ones = |(millionths, scale): (i128, usize)| fraction(millionths, MILLIONTHS) * ten_to(zeros[scale]);
        let sum = figures.iter().map(|figure| ones(*figure)).sum::<BigRational>();
        let (first, second) = (figures[0], figures[1]);
        let scale = ones((MILLIONTHS, first.1));
        let quantities = figures.iter().map(|figure| dong(*figure)).collect::<Result<Vec<_>, _>>()?;
        let added = Absolute::sum(quantities)?;
        prop_assert_eq!((value(added.ones()), value(added.value())), (sum.clone(), &sum / &scale));
        prop_assert_eq!(added.unit(), &Unit::DONG.scaled(Scale::ALL[first.1])?);
        let change = Absolute::change(dong(second)?, dong(first)?)?;
        prop_assert_eq!(value(change.value()), (ones(first) - ones(second)) / &scale);
    }

    #[test]
    fn growth_is_the_index_less_one_and_has_the_sign_of_the_change(base in positive_amounts(), current in amounts()) {
        let growth = Relative::growth(base, current)?.ratio();
        let index = Relative::growth_index(base, current)?.ratio();
        let change = Absolute::change(base, current)?.value();
        prop_assert_eq!(value(growth), (exact(current) - exact(base)) / exact(base));
        prop_assert_eq!(Ok(growth), index.checked_sub(Ratio::ONE));
        prop_assert_eq!(value(change), exact(current) - exact(base));
        prop_assert_eq!(growth.cmp(&Ratio::ZERO), change.cmp(&Ratio::ZERO));
        prop_assert_eq!(Relative::multiple(base, current)?.ratio(), index);
    }

    #[test]
    fn a_rate_is_the_quotient_times_its_base_number(
        above in amounts(), below in amounts(), per in integers(1_000_000),
    ) {
        prop_assume!(below != Amount::ZERO);
        let per = Amount::from_millionths(per)?;
        let quotient = exact(above) / exact(below);
        prop_assert_eq!(value(Relative::quotient(above, below)?.ratio()), quotient.clone());
        prop_assert_eq!(value(Relative::rate_per(per, above, below)?.ratio()), quotient * exact(per));
    }

    #[test]
    fn a_balance_is_the_weighted_sum_and_a_constant(
        figures in proptest::collection::vec((integers(1_000_000_000), integers(1_000_000_000)), 1..6),
        constant in integers(1 << 50),
    ) {
        let amount = Amount::from_millionths;
        let term = |(figure, weight): &(i128, i128)| {
            let operand = Operand::new(Role::Part, amount(*figure)?.into());
            Ok::<_, TestCaseError>(Operand { weight: amount(*weight)?, ..operand })
        };
        let product = |(figure, weight): &(i128, i128)| fraction(*figure, MILLIONTHS) * fraction(*weight, MILLIONTHS);
        let constant = amount(constant)?;
        let expected: BigRational = figures.iter().map(product).sum();
        let balance = Absolute::balance(figures.iter().map(term).collect::<Result<_, _>>()?, constant)?;
        prop_assert_eq!(value(balance.value()), expected + exact(constant));
    }

    #[test]
    fn every_achievement_is_what_its_formula_says(a in amounts(), t in amounts(), b in amounts()) {
        let hundredth = |percent: BigRational| percent / whole(100);
        let over = |above: BigRational, below: BigRational| (below > whole(0)).then(|| whole(100) * above / below);
        let goal = Goal::Level(Reading::AtLeast(t.into()));
        let case = Case::new(hectare(), Direction::HigherIsBetter, goal).with_baseline(b);
        let (actual, target, base) = (exact(a), exact(t), exact(b));
        for formula in AchievementFormula::ALL {
            let expected = match formula {
                AchievementFormula::PlanCompletion => over(actual.clone(), target.clone()),
                AchievementFormula::Inverse => over(target.clone(), actual.clone()),
                AchievementFormula::Complement => over(actual.clone(), target.clone()).map(|done| whole(200) - done),
                AchievementFormula::Change => over(&actual - &base, base.clone()),
                AchievementFormula::FromBaseline => {
                    (target != base).then(|| whole(100) * (&actual - &base) / (&target - &base))
                }
            };
            let achievement = case.clone().with_formula(formula).achieve(a);
            let rate = achievement.rate().map(|rate| value(rate.ratio()));
            prop_assert_eq!(rate.clone().ok(), expected.map(hundredth), "{:?} gives {:?}", formula, rate);
        }
    }

    #[test]
    fn a_share_and_a_move_set_the_level_that_their_words_say(
        a in integers(1_000_000_000_000), b in integers(1_000_000_000_000), n in 0..=100_u8,
    ) {
        let (actual, base) = (Amount::from_millionths(a)?, Amount::from_millionths(b)?);
        let (a, b, number) = (exact(actual), exact(base), whole(n));
        let percent = &b * &number / whole(100);
        let moved = |sense, step| Goal::Move { sense, step };
        let n = Amount::from(n);
        for (goal, level) in [
            (share_of_whole(Reading::AtLeast(n.into())), percent.clone()),
            (moved(Sense::Raise, Step::Percent(n)), &b + &percent),
            (moved(Sense::Reduce, Step::Percent(n)), &b - &percent),
            (moved(Sense::Raise, Step::By(n)), &b + &number),
            (moved(Sense::Reduce, Step::Points(n)), &b - &number),
            (Goal::Maintain, b.clone()),
        ] {
            let case = Case::new(Unit::PERCENT, Direction::HigherIsBetter, goal).with_baseline(base).with_whole(base);
            let achievement = case.clone().with_formula(AchievementFormula::PlanCompletion).achieve(actual);
            let rate = achievement.rate().map(|rate| value(rate.ratio())).ok();
            prop_assert_eq!(rate, (level > whole(0)).then(|| &a / level), "{:?}", case.goal);
        }
    }

    #[test]
    fn scales_change_no_verdict_no_rate_and_no_shortfall(t in 1..5000_u32, a in 1..5000_u32) {
        let million = Unit::DONG.scaled(Scale::Million)?;
        let billion = Unit::DONG.scaled(Scale::Billion)?;
        let in_millions = indicator(million.clone(), Direction::HigherIsBetter);
        let in_billions = indicator(billion.clone(), Direction::HigherIsBetter);
        let achieve = |indicator: &Indicator, level: Amount, unit: &Unit, actual: Amount| {
            let target = Target::at_least(indicator, level)?;
            Ok::<_, TestCaseError>(Achievement::of(indicator, &target, Quantity::new(actual, unit.clone())?)?)
        };
        let thousandth = |n: u32| Amount::from_millionths(i128::from(n) * MILLIONTHS / 1000);
        let plain = achieve(&in_millions, t.into(), &million, a.into())?;
        for scaled in [
            achieve(&in_millions, t.into(), &billion, thousandth(a)?)?,
            achieve(&in_billions, thousandth(t)?, &million, a.into())?,
        ] {
            prop_assert_eq!(scaled.verdict(), plain.verdict());
            prop_assert_eq!(scaled.rate()?.ratio(), plain.rate()?.ratio());
            prop_assert_eq!(scaled.shortfall(), plain.shortfall());
        }
    }

    #[test]
    fn a_shortfall_of_a_measure_is_just_enough_or_just_not_if_the_target_excludes_its_level(
        t in integers(AMOUNT_END / 10), a in integers(AMOUNT_END / 10),
        is_lower in any::<bool>(), excludes in any::<bool>(),
    ) {
        let direction = if is_lower { Direction::LowerIsBetter } else { Direction::HigherIsBetter };
        let level = Amount::from_millionths(t)?.into();
        let goal = match (is_lower, excludes) {
            (false, false) => Reading::AtLeast(level),
            (false, true) => Reading::MoreThan(level),
            (true, false) => Reading::AtMost(level),
            (true, true) => Reading::LessThan(level),
        };
        let case = Case::new(hectare(), direction, Goal::Level(goal));
        let achievement = case.achieve(Amount::from_millionths(a)?);
        prop_assert_eq!(achievement.shortfall().is_some(), !achievement.is_met());
        if let Some(shortfall) = achievement.shortfall() {
            let missing = shortfall.ones().to_amount().expect("the difference of two amounts is one").millionths();
            let moved = |by: i128| Amount::from_millionths(if is_lower { a - by } else { a + by });
            prop_assert_eq!(shortfall.is_strict(), excludes);
            prop_assert_eq!(case.achieve(moved(missing)?).is_met(), !excludes);
            prop_assert!(case.achieve(moved(missing + 1)?).is_met());
            prop_assert!(!case.achieve(moved(missing - 1)?).is_met());
        }
    }
}

#[test]
fn the_five_formulas_give_125_75_80_75_and_minus_37_and_a_half() {
    let goal = Goal::Level(Reading::AtMost(print(20)));
    let case = Case::new(hectare(), Direction::LowerIsBetter, goal).with_baseline(print(40));
    let rates = AchievementFormula::ALL.map(|formula| {
        let achievement = case.clone().with_formula(formula).achieve(print(25));
        achievement.rate().map(|rate| rate.round(Rounding::half_away::<1>()).to_string())
    });
    assert_eq!(rates, ["125.0", "75.0", "80.0", "75.0", "-37.5"].map(|rate| Ok(rate.to_owned())));
}

/// Numbers of the grid are multiples of eight, and values run in ones: between two ends that differ lie enough values
/// to tell open from closed.
const NUMBERS: [i64; 3] = [8, 16, 24];

/// Every way to put numbers into words, and every range of two of them.
fn readings(numbers: &[i64]) -> Vec<Reading> {
    let words: [fn(Printed) -> Reading; 6] =
        [Reading::Exactly, Reading::AtLeast, Reading::MoreThan, Reading::AtMost, Reading::LessThan, Reading::About];
    let single = words.iter().flat_map(|word| numbers.iter().map(|number| word(print(*number))));
    let ranges = numbers
        .iter()
        .flat_map(|low| numbers.iter().filter_map(|high| Reading::between(print(*low), print(*high)).ok()));
    single.chain(ranges).collect()
}

fn number(amount: Amount) -> i64 {
    amount.to_string().parse().expect("the grid holds whole numbers only")
}

/// Whether words allow a value, `one` being the value of the number 1; an approximation excludes nothing.
fn allows(words: Reading, one: i64) -> Box<dyn Fn(i64) -> bool> {
    let numbers: Vec<i64> = words.numbers().map(|printed| number(printed.amount()) * one).collect();
    let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
    match words {
        Reading::Exactly(_) => Box::new(move |value| value == first),
        Reading::AtLeast(_) => Box::new(move |value| value >= first),
        Reading::MoreThan(_) => Box::new(move |value| value > first),
        Reading::AtMost(_) => Box::new(move |value| value <= first),
        Reading::LessThan(_) => Box::new(move |value| value < first),
        Reading::Between(_) => Box::new(move |value| first <= value && value <= last),
        Reading::About(_) => Box::new(|_| true),
    }
}

/// To meet a goal, or to be at the level beyond which it is exceeded: the two ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    Met,
    Full,
}

/// What the words of a level ask for: of a number or a range only one end counts, where a better side exists; the nearer
/// one to meet it, the further one to be at its full.
fn asked(words: Reading, direction: Direction, aim: Aim) -> Reading {
    match (words, direction) {
        (Reading::Exactly(at), Direction::HigherIsBetter) => Reading::AtLeast(at),
        (Reading::Exactly(at), Direction::LowerIsBetter) => Reading::AtMost(at),
        (Reading::Between(range), Direction::HigherIsBetter) => {
            Reading::AtLeast(if aim == Aim::Met { range.low() } else { range.high() })
        }
        (Reading::Between(range), Direction::LowerIsBetter) => {
            Reading::AtMost(if aim == Aim::Met { range.high() } else { range.low() })
        }
        (words, _) => words,
    }
}

/// Whether an actual value is enough, given the baseline's value.
type Demand = Box<dyn Fn(i64, i64) -> bool>;

/// What a goal asks for; two demands where its words have two meanings.
fn demands(case: &Case, aim: Aim) -> Vec<Demand> {
    let direction = case.indicator.direction;
    match &case.goal {
        Goal::Level(words) => {
            let is_enough = allows(asked(*words, direction, aim), 1);
            vec![Box::new(move |actual, _| is_enough(actual))]
        }
        Goal::ShareOf { share, .. } => {
            let whole = case.whole.and_then(Reading::exact).expect("the grid has exact wholes only");
            let is_enough = allows(asked(*share, direction, aim), number(whole.amount()));
            vec![Box::new(move |actual, _| is_enough(100 * actual))]
        }
        Goal::Maintain => vec![match direction {
            Direction::HigherIsBetter => Box::new(|actual, base| actual >= base),
            Direction::LowerIsBetter => Box::new(|actual, base| actual <= base),
            Direction::OnTargetIsBest | Direction::Neutral => Box::new(|actual, base| actual == base),
        }],
        Goal::Move { sense, step } => {
            let sign = if *sense == Sense::Raise { 1 } else { -1 };
            match *step {
                Step::Any => vec![Box::new(move |actual, base| (actual - base) * sign > 0)],
                Step::By(by) | Step::Points(by) => vec![moved_by(sign, number(by))],
                Step::Percent(percent) => vec![moved_by_percent(sign, number(percent))],
                Step::PercentOrPoints(by) => vec![moved_by(sign, number(by)), moved_by_percent(sign, number(by))],
            }
        }
        Goal::Done | Goal::Qualitative(_) | Goal::NotStated => unreachable!("the grid has figures only"),
    }
}

fn moved_by(sign: i64, by: i64) -> Demand {
    Box::new(move |actual, base| (actual - base) * sign >= by)
}

fn moved_by_percent(sign: i64, percent: i64) -> Demand {
    Box::new(move |actual, base| (actual - base) * sign * 100 >= percent * base)
}

/// The one outcome that all agree on.
fn agreed(mut outcomes: impl Iterator<Item = bool>) -> Option<bool> {
    let first = outcomes.next()?;
    outcomes.all(|outcome| outcome == first).then_some(first)
}

/// The verdict by trying every value that actual and baseline allow; none where they do not agree.
fn verdict_by_trying(case: &Case, actual: Reading) -> Option<Verdict> {
    if matches!(case.goal, Goal::Level(Reading::About(_)) | Goal::ShareOf { share: Reading::About(_), .. }) {
        return None;
    }
    // far beyond every number of the grid on both sides
    let values = |words: Reading| {
        let is_allowed = allows(words, 1);
        (-100..=200).filter(|value| is_allowed(*value)).collect::<Vec<i64>>()
    };
    let bases = case.baseline.map_or_else(|| vec![0], values);
    let agreed_at = |actuals: &[i64], aim: Aim| {
        let demands = demands(case, aim);
        let pairs = actuals.iter().flat_map(|actual| bases.iter().map(move |base| (*actual, *base)));
        agreed(pairs.flat_map(|(actual, base)| demands.iter().map(move |is_enough| is_enough(actual, base))))
    };
    if !agreed_at(&values(actual), Aim::Met)? {
        return Some(Verdict::NotMet);
    }
    // exceeded: a little less than the stated number would still do
    let mut numbers = actual.numbers().map(|printed| number(printed.amount()));
    let less = match case.indicator.direction {
        Direction::HigherIsBetter => numbers.next().map(|nearest| nearest - 2),
        Direction::LowerIsBetter => numbers.last().map(|nearest| nearest + 2),
        Direction::OnTargetIsBest | Direction::Neutral => None,
    };
    let would_do = less.is_some_and(|less| agreed_at(&[less], Aim::Full) == Some(true));
    Some(if would_do && has_own_level(case) { Verdict::Exceeded } else { Verdict::Met })
}

/// Whether a goal includes a level of its own, on the better side of which more can be done than is asked.
fn has_own_level(case: &Case) -> bool {
    let direction = case.indicator.direction;
    match &case.goal {
        Goal::Level(words) | Goal::ShareOf { share: words, .. } => match words {
            Reading::AtLeast(_) => direction == Direction::HigherIsBetter,
            Reading::AtMost(_) => direction == Direction::LowerIsBetter,
            Reading::Exactly(_) | Reading::Between(_) => true,
            Reading::MoreThan(_) | Reading::LessThan(_) | Reading::About(_) => false,
        },
        Goal::Move { step: Step::Any, .. } => false,
        Goal::Move { sense: Sense::Raise, .. } => direction == Direction::HigherIsBetter,
        Goal::Move { sense: Sense::Reduce, .. } => direction == Direction::LowerIsBetter,
        _ => true,
    }
}

/// Every goal that asks for a figure, in every direction, with every baseline and whole that it needs.
fn grid_cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for direction in [Direction::HigherIsBetter, Direction::LowerIsBetter, Direction::OnTargetIsBest] {
        // a rate may rise by points too
        let case = |goal| Case::new(Unit::PERCENT, direction, goal);
        cases.extend(readings(&NUMBERS).into_iter().map(|words| case(Goal::Level(words))));
        for share in readings(&[50, 100]) {
            cases.extend([0, 16, 32].map(|whole| case(share_of_whole(share)).with_whole(print(whole))));
        }
        let steps = |by: i32| {
            [Step::By(by.into()), Step::Percent(50.into()), Step::Points(by.into()), Step::PercentOrPoints(50.into())]
        };
        let moves = [Sense::Raise, Sense::Reduce].into_iter().flat_map(|sense| {
            steps(8).into_iter().chain([Step::Any, Step::By(0.into())]).map(move |step| Goal::Move { sense, step })
        });
        for baseline in readings(&NUMBERS) {
            cases.extend(moves.clone().map(|goal| case(goal).with_baseline(baseline)));
            cases.push(case(Goal::Maintain).with_baseline(baseline));
        }
    }
    cases
}

#[test]
fn a_verdict_is_given_exactly_if_every_value_that_the_figures_allow_leads_to_it() {
    let mut reached = BTreeSet::new();
    for case in grid_cases() {
        for actual in readings(&[0, 16, 32]) {
            let expected = verdict_by_trying(&case, actual);
            let verdict = case.achieve(actual).verdict();
            let is_open = matches!(verdict, Err(NotComputable::LeftOpen { .. }));
            assert!(verdict.is_ok() || is_open, "{actual:?} by {case:?}: {verdict:?}");
            let verdict = verdict.ok();
            assert_eq!(verdict, expected, "{actual:?} by {case:?}");
            reached.insert(expected);
        }
    }
    let all = [None, Some(Verdict::NotMet), Some(Verdict::Met), Some(Verdict::Exceeded)];
    assert_eq!(reached, BTreeSet::from(all), "the grid must reach all verdicts that do not depend on dates");
}

#[test]
fn a_shortfall_of_things_counted_is_the_smallest_number_that_meets_the_target() {
    use Reading::{AtLeast, AtMost, LessThan, MoreThan};
    let numbers = || (1..=7).map(print);
    let person = |direction, goal| Case::new(Unit::PERSON, direction, goal);
    let mut cases = Vec::new();
    for (direction, sense, words) in [
        (Direction::HigherIsBetter, Sense::Raise, [AtLeast, MoreThan, Reading::Exactly]),
        (Direction::LowerIsBetter, Sense::Reduce, [AtMost, LessThan, Reading::Exactly]),
    ] {
        cases.extend(numbers().flat_map(|n| words.map(|word| person(direction, Goal::Level(word(n))))));
        let ranges = numbers().flat_map(|low| numbers().filter_map(move |high| Reading::between(low, high).ok()));
        cases.extend(ranges.map(|range| person(direction, Goal::Level(range))));
        for share in [30, 60, 100].map(print) {
            let shares = words.map(|word| person(direction, share_of_whole(word(share))));
            cases.extend(numbers().flat_map(|whole| shares.clone().map(|case| case.with_whole(whole))));
        }
        for step in [Step::By(2.into()), Step::Percent(30.into()), Step::Any] {
            let moved = person(direction, Goal::Move { sense, step });
            // from two on, so that nobody would have to be fewer than none
            cases.extend(numbers().skip(1).map(|base| moved.clone().with_baseline(base)));
        }
        cases.extend(numbers().map(|base| person(direction, Goal::Maintain).with_baseline(base)));
    }
    let mut seen = 0;
    for case in cases {
        for actual in 0..=9 {
            let achievement = case.achieve(print(actual));
            assert_eq!(achievement.shortfall().is_some(), !achievement.is_met(), "{actual} by {case:?}");
            let Some(shortfall) = achievement.shortfall() else { continue };
            let missing = number(shortfall.ones().to_amount().expect("a whole number is an amount"));
            let sign = if case.indicator.direction == Direction::LowerIsBetter { -1 } else { 1 };
            assert!(!shortfall.is_strict() && *shortfall.unit() == Unit::PERSON && missing > 0, "{shortfall:?}");
            assert!(
                case.achieve(print(actual + sign * missing)).is_met(),
                "{missing} is not enough for {actual} by {case:?}"
            );
            assert!(
                !case.achieve(print(actual + sign * (missing - 1))).is_met(),
                "less than {missing} is enough for {actual} by {case:?}"
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "only {seen} shortfalls");
}

#[test]
fn what_is_not_met_before_its_day_is_not_met_yet_and_what_is_done_after_it_is_late() {
    let day = |day| NaiveDate::from_ymd_opt(2021, 11, day);
    let judge = |goal, observed: &Observed, as_of| {
        let case = Case::new(Unit::BARE, Direction::HigherIsBetter, goal);
        let target = case.target();
        let operands = Operands { actual: Some(observed), as_of: day(as_of), due: day(15), ..Operands::default() };
        Achievement::with(&case.indicator, &target, &target.versions()[0], operands).verdict()
    };
    let level = || Goal::Level(Reading::AtLeast(print(8)));
    let figure = |number| Observed::Figure(Quantity::bare(Amount::from(number)).into());
    let words = Text::new("Well done").expect("a text");
    let judged_met = Observed::Judged(Judgement::Met { by: words.clone() });
    let judged_not_met = Observed::Judged(Judgement::NotMet { by: words.clone() });
    for (as_of, not_met) in [(14, Verdict::NotYet), (15, Verdict::NotMet), (16, Verdict::NotMet)] {
        assert_eq!(judge(level(), &figure(7), as_of), Ok(not_met));
        assert_eq!(judge(level(), &figure(8), as_of), Ok(Verdict::Met));
        assert_eq!(judge(level(), &figure(9), as_of), Ok(Verdict::Exceeded));
        assert_eq!(judge(Goal::Done, &Observed::NotDone, as_of), Ok(not_met));
        assert_eq!(judge(Goal::Done, &Observed::Done(None), as_of), Ok(Verdict::Met));
        assert_eq!(judge(Goal::Done, &Observed::Done(day(15)), as_of), Ok(Verdict::Met));
        assert_eq!(judge(Goal::Done, &Observed::Done(day(16)), as_of), Ok(Verdict::Late));
        assert_eq!(judge(Goal::Qualitative(words.clone()), &judged_met, as_of), Ok(Verdict::Met));
        assert_eq!(judge(Goal::Qualitative(words.clone()), &judged_not_met, as_of), Ok(not_met));
    }
}

/// The name of a variant.
fn variant(reason: &NotComputable) -> String {
    format!("{reason:?}").chars().take_while(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_reason_is_given_where_it_applies() {
    let level = || Goal::Level(Reading::AtLeast(print(8)));
    let case = |goal| Case::new(hectare(), Direction::HigherIsBetter, goal);
    let verdict = |case: Case, actual: Reading| case.achieve(actual).verdict().err();
    let rate = |case: Case, actual: Reading| case.achieve(actual).rate().err();
    let observe = |goal, observed: Option<Observed>| case(goal).observe(observed.as_ref()).verdict().err();
    let exactly = |number| Reading::Exactly(print(number));
    let raise = Goal::Move { sense: Sense::Raise, step: Step::Any };
    let range = Goal::Level(Reading::between(print(8), print(16)).expect("it rises"));
    let from_baseline = |case: Case| case.with_formula(AchievementFormula::FromBaseline);
    let words = || Text::new("Well done").expect("a text");
    let ha = |number| Quantity::new(Amount::from(number), hectare()).expect("it is legal");
    let bound = || Input::from(Figure::new(Reading::AtLeast(print(8)), hectare()).expect("it is legal"));
    let cases = [
        ("NoActual", observe(level(), None)),
        ("NoActual", observe(level(), Some(Observed::NotStated))),
        ("NoTarget", observe(Goal::NotStated, None)),
        ("NoTarget", verdict(case(Goal::NotStated), exactly(8))),
        ("NoBase", verdict(case(raise.clone()), exactly(8))),
        ("NoBase", verdict(case(Goal::Maintain), exactly(8))),
        ("NoBase", rate(from_baseline(case(level())), exactly(8))),
        ("NoWhole", verdict(case(share_of_whole(exactly(50))), exactly(8))),
        ("PartsMissing", Absolute::sum(Vec::<Input>::new()).err()),
        ("ZeroDenominator", Relative::share(1, 0).err()),
        ("ZeroDenominator", Relative::quotient(1, 0).err()),
        ("ZeroDenominator", rate(case(Goal::Level(Reading::AtLeast(print(0)))), exactly(8))),
        ("ZeroDenominator", rate(case(level()).with_formula(AchievementFormula::Inverse), exactly(0))),
        ("NegativeBase", Relative::growth(-1, 1).err()),
        (
            "NegativeBase",
            rate(case(level()).with_formula(AchievementFormula::Change).with_baseline(print(-8)), exactly(8)),
        ),
        ("ZeroSpan", rate(from_baseline(case(level()).with_baseline(print(8))), exactly(8))),
        ("UnitsDiffer", Absolute::change(ha(1), 1).err()),
        ("UnitsDiffer", Relative::completion(1, ha(1)).err()),
        ("UnitsDiffer", observe(level(), Some(Observed::Figure(Quantity::bare(Amount::ONE).into())))),
        ("NotApplicable", observe(level(), Some(Observed::NotApplicable(None)))),
        ("NotJudged", observe(Goal::Qualitative(words()), None)),
        ("NotJudged", observe(Goal::Qualitative(words()), Some(Observed::Done(None)))),
        ("LeftOpen", verdict(case(level()), Reading::AtMost(print(8)))),
        ("OnlyBounds", rate(case(level()), Reading::AtMost(print(8)))),
        ("OnlyBounds", Relative::growth(bound(), ha(8)).err()),
        ("OnlyBounds", Absolute::change(bound(), ha(8)).err()),
        ("FormulaNotStated", rate(case(Goal::Level(exactly(8))), exactly(8))),
        ("FormulaNotStated", rate(case(raise).with_baseline(print(8)), exactly(9))),
        ("NoSingleLevel", case(Goal::Done).observe(Some(&Observed::Done(None))).rate().err()),
        ("NoSingleLevel", rate(case(range).with_formula(AchievementFormula::PlanCompletion), exactly(8))),
        ("KindsDiffer", observe(level(), Some(Observed::NotDone))),
        ("KindsDiffer", verdict(case(Goal::Done), exactly(8))),
        ("Quantity", Relative::share(i64::MAX, 1).err()),
        ("Quantity", Relative::rate_per(Amount::MAX, Amount::MAX, Amount::ONE).err()),
    ];
    for (name, reason) in &cases {
        assert_eq!(reason.as_ref().map(variant).as_deref(), Some(*name), "{reason:?}");
    }
    let source = include_str!("../src/measure/not_computable.rs");
    let (_, variants) = source.split_once("pub enum NotComputable {").expect("the reasons are an enum");
    let variants =
        variants.split("\n}").next().unwrap_or_default().lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(char::is_uppercase));
    let variants = variants.filter_map(|line| line.split(|c: char| !c.is_alphanumeric()).next());
    // only a schedule has no dates
    let reached: BTreeSet<&str> = cases.iter().map(|(name, _)| *name).chain(["NoDates"]).collect();
    assert_eq!(reached, variants.collect(), "the reasons reached here and those there are differ");
}
