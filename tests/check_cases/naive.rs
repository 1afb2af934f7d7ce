//! Judges statements from what their words mean: whether some true values of the figures satisfy the relation.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use thuocdo::check::{Agreement, Precision, Unchecked};
use thuocdo::quantity::RoundMode;
use thuocdo::record::GrowthForm;

use super::span::{Span, round, stands_for};
use super::{Case, Cell, Claim, Kind, Link, Said};
use crate::oracle::{decimal, ten_to, whole};

/// What a figure says: the true values that it allows, and its number as if that were exact; in its unit's ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) span: Span,
    pub(crate) number: Option<BigRational>,
}

/// A relation as an equation.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) result: usize,
    pub(crate) terms: Vec<(usize, BigRational)>,
    pub(crate) shape: Shape,
    /// Whether figure and repetition are printed alike, so that their digits are compared.
    pub(crate) by_digits: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// The result is the terms and a constant.
    Equal(BigRational),
    /// The result is not more, or not less, than the terms.
    AtMost,
    AtLeast,
    /// The result, less the offset, times the base is the factor times the terms.
    Over {
        base: usize,
        factor: BigRational,
        offset: BigRational,
    },
}

/// What is said of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Judged {
    Exact,
    ByRounding,
    Cut,
    Padded,
    Nudged,
    PointsOrPercent(Option<bool>, Option<bool>),
    Off,
    NotStated(Vec<usize>),
    ZeroBase(usize),
    NegativeBase(usize),
    TooLarge,
}

impl Judged {
    pub(crate) fn of(agreement: &Agreement) -> Self {
        match agreement {
            Agreement::Exact => Self::Exact,
            Agreement::ByRounding => Self::ByRounding,
            Agreement::Cut => Self::Cut,
            Agreement::Padded => Self::Padded,
            Agreement::Nudged => Self::Nudged,
            Agreement::PointsOrPercent(readings) => Self::PointsOrPercent(readings.points_fit, readings.percent_fits),
            Agreement::Off => Self::Off,
            Agreement::NotChecked(Unchecked::NotStated { figures, .. }) => {
                Self::NotStated(figures.iter().map(super::place).collect::<BTreeSet<_>>().into_iter().collect())
            }
            Agreement::NotChecked(Unchecked::ZeroBase(base)) => Self::ZeroBase(super::place(base)),
            Agreement::NotChecked(Unchecked::NegativeBase(base)) => Self::NegativeBase(super::place(base)),
            Agreement::NotChecked(Unchecked::TooLarge) => Self::TooLarge,
        }
    }

    /// Without what it is about, for counting.
    pub(crate) fn name(&self) -> String {
        format!("{self:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
    }

    pub(crate) fn is_loose(&self) -> bool {
        matches!(self, Self::Cut | Self::Padded | Self::Nudged)
    }

    pub(crate) fn holds(&self) -> bool {
        matches!(self, Self::Exact | Self::ByRounding) || self.is_loose()
    }
}

impl Form {
    pub(crate) fn of(case: &Case, claim: &Claim) -> Self {
        let weighted = |indices: &[usize], weight: i128| indices.iter().map(|index| (*index, whole(weight))).collect();
        let less = |from: usize, indices: &[usize]| {
            let mut terms: Vec<(usize, BigRational)> = weighted(indices, -1);
            terms.push((from, whole(1)));
            terms
        };
        let zero = || Shape::Equal(whole(0));
        let over = |base: usize, factor: i128, offset: i128| {
            let (factor, offset) = (whole(factor), whole(offset));
            Shape::Over { base, factor, offset }
        };
        let (terms, shape) = match &claim.link {
            Link::Sum(parts) => (weighted(parts, 1), zero()),
            Link::Difference(from, parts) | Link::Remainder(from, parts) => (less(*from, parts), zero()),
            Link::Points(from, to) => (less(*to, &[*from]), zero()),
            Link::Same(other) => (weighted(&[*other], 1), zero()),
            Link::AtMost(other) => (weighted(&[*other], 1), Shape::AtMost),
            Link::AtLeast(other) => (weighted(&[*other], 1), Shape::AtLeast),
            Link::Balance(terms, constant) => {
                // the constant is one of the first figure's unit
                let scale = case.cells[terms[0].1].kind.scale();
                let terms = terms.iter().map(|(weight, index)| (*index, decimal(weight))).collect();
                (terms, Shape::Equal(decimal(constant) * whole(scale)))
            }
            Link::Share(parts, base) => (weighted(parts, 1), over(*base, 100, 0)),
            Link::Completion(actual, base) => (weighted(&[*actual], 1), over(*base, 100, 0)),
            Link::Ratio(above, base) => (weighted(&[*above], 1), over(*base, 1, 0)),
            Link::RatePer(above, base, per) => {
                let shape = Shape::Over { base: *base, factor: decimal(per), offset: whole(0) };
                (weighted(&[*above], 1), shape)
            }
            Link::Growth(base, to, form) => {
                let (factor, offset) = match form {
                    GrowthForm::Percent => (100, -100),
                    GrowthForm::Index => (100, 0),
                    GrowthForm::Multiple => (1, 0),
                };
                (weighted(&[*to], 1), over(*base, factor, offset))
            }
        };
        let by_digits = matches!(claim.link, Link::Same(other) if prints_alike(case, claim.result, other));
        Self { result: claim.result, terms, shape, by_digits }.collected()
    }

    /// With each figure named once: equal ones add up, and what is over itself is a constant.
    fn collected(self) -> Self {
        let mut weights: BTreeMap<usize, BigRational> = BTreeMap::new();
        for (index, weight) in self.terms {
            *weights.entry(index).or_insert_with(|| whole(0)) += weight;
        }
        let mut shape = self.shape;
        if let Shape::Over { base, factor, offset } = &mut shape {
            *offset += weights.remove(base).unwrap_or_else(|| whole(0)) * &*factor;
        }
        let terms = weights.into_iter().filter(|(_, weight)| *weight != whole(0)).collect();
        Self { terms, shape, ..self }
    }

    pub(crate) fn cells(&self) -> Vec<usize> {
        let base = if let Shape::Over { base, .. } = &self.shape { Some(*base) } else { None };
        let terms = self.terms.iter().map(|(index, _)| *index);
        core::iter::once(self.result).chain(terms).chain(base).collect()
    }

    fn sum(&self, states: &[&State]) -> Span {
        let terms = self.terms.iter().map(|(index, weight)| states[*index].span.times(weight));
        terms.fold(Span::point(&whole(0)), |sum, term| sum.plus(&term))
    }

    /// What follows for the result; none if there is no base above zero.
    pub(crate) fn recomputed(&self, states: &[&State]) -> Option<Span> {
        let sum = self.sum(states);
        match &self.shape {
            Shape::Equal(constant) => Some(sum.plus(&Span::point(constant))),
            Shape::AtMost | Shape::AtLeast => Some(sum),
            Shape::Over { base, factor, offset } => {
                let base = states[*base].span.positive()?;
                Some(sum.times(factor).product(&base.inverse()).plus(&Span::point(offset)))
            }
        }
    }

    /// Whether it is linear and holds on the printed digits, of which it was then taken.
    pub(crate) fn holds_by_digits(&self, states: &[&State]) -> bool {
        let number = |cell: usize| states[cell].number.clone();
        let terms: Option<Vec<BigRational>> =
            self.terms.iter().map(|(cell, weight)| Some(number(*cell)? * weight)).collect();
        let (Some(terms), Some(result)) = (terms, number(self.result)) else { return false };
        let sum: BigRational = terms.into_iter().sum();
        match &self.shape {
            Shape::Equal(constant) => sum + constant == result,
            Shape::AtMost => result <= sum,
            Shape::AtLeast => sum <= result,
            Shape::Over { .. } => false,
        }
    }

    /// Whether the digits repeated are those of the result, or, where that was cut or padded, among what it may stand for. A
    /// figure without a number is not known yet.
    pub(crate) fn repeats(&self, states: &[&State], result: &Span) -> bool {
        let (mine, other) = (states[self.result], states[self.terms[0].0]);
        match (&mine.number, &other.number) {
            (_, Some(other)) if *result != mine.span => result.contains(other),
            (Some(number), Some(other)) => number == other,
            _ => true,
        }
    }

    /// Whether some true values satisfy it, the result being one of `result`.
    pub(crate) fn holds(&self, states: &[&State], result: &Span) -> bool {
        if self.by_digits {
            return self.repeats(states, result);
        }
        let sum = self.sum(states);
        match &self.shape {
            Shape::Equal(constant) => sum.plus(&Span::point(constant)).meets(result),
            Shape::AtMost => Span { low: None, ..sum }.meets(result),
            Shape::AtLeast => Span { high: None, ..sum }.meets(result),
            Shape::Over { base, factor, offset } => {
                let Some(base) = states[*base].span.positive() else { return false };
                result.plus(&Span::point(&-offset)).product(&base).meets(&sum.times(factor))
            }
        }
    }
}

fn prints_alike(case: &Case, one: usize, other: usize) -> bool {
    let form = |index: usize| {
        let cell = &case.cells[index];
        let is_number = matches!(cell.said, Said::Exactly | Said::About);
        (is_number, cell.decimals, cell.kind.scale(), cell.precision == Precision::Exact)
    };
    form(one).0 && form(one) == form(other)
}

/// Whether the figure is what it says, or how it was rounded.
pub(crate) fn rule(case: &Case, index: usize) -> Precision {
    let cell = &case.cells[index];
    let is_quotient = case.claims.iter().any(|claim| claim.result == index && claim.link.is_division());
    let is_rounded = match cell.kind {
        Kind::Percent | Kind::Points => true,
        kind if kind.is_counted() => false,
        _ => cell.kind.scale() > 1 || cell.decimals > 0,
    };
    match cell.precision {
        Precision::ByUnit if is_quotient || is_rounded => Precision::Rounded(RoundMode::HalfAway),
        Precision::ByUnit => Precision::Exact,
        precision => precision,
    }
}

thread_local! {
    static READ: RefCell<BTreeMap<(Cell, Precision), State>> = const { RefCell::new(BTreeMap::new()) };
}

/// What `cell` says, read by `rule`; what is counted is never below zero.
pub(crate) fn state(cell: &Cell, rule: Precision) -> State {
    READ.with_borrow_mut(|read| read.entry((*cell, rule)).or_insert_with(|| new_state(cell, rule)).clone())
}

fn new_state(cell: &Cell, rule: Precision) -> State {
    let unit = whole(cell.kind.scale()) / ten_to(cell.decimals);
    let at = |count: i128| whole(count) * &unit;
    let span = match cell.said {
        Said::Exactly | Said::About => stands_for(cell.count, rule).times(&unit),
        Said::AtLeast => Span::from(at(cell.count), true),
        Said::MoreThan => Span::from(at(cell.count), false),
        Said::AtMost => Span::up_to(at(cell.count), true),
        Said::LessThan => Span::up_to(at(cell.count), false),
        Said::UpTo(high) => Span { low: Span::point(&at(cell.count)).low, high: Span::point(&at(high)).high },
        Said::Nothing => Span::EVERYTHING,
    };
    let domain = if cell.kind.is_counted() { Span::from(whole(0), true) } else { Span::EVERYTHING };
    let span = span.intersect(&domain).expect("the generators give no negative counts");
    // not more than none is none
    let number =
        if matches!(cell.said, Said::Exactly | Said::About) { Some(cell.ones()) } else { span.single().cloned() };
    State { span, number }
}

/// A table with everything said of it.
#[derive(Debug, Clone)]
pub(crate) struct Judge<'c> {
    pub(crate) case: &'c Case,
    pub(crate) forms: Vec<Form>,
    pub(crate) rules: Vec<Precision>,
    pub(crate) states: Vec<State>,
    pub(crate) judged: Vec<Judged>,
    /// What the result of each statement that was cut, padded or nudged may be.
    pub(crate) leeways: Vec<Option<Span>>,
}

impl<'c> Judge<'c> {
    pub(crate) fn of(case: &'c Case) -> Self {
        let forms: Vec<Form> = case.claims.iter().map(|claim| Form::of(case, claim)).collect();
        let rules: Vec<Precision> = (0..case.cells.len()).map(|index| rule(case, index)).collect();
        let states: Vec<State> = case.cells.iter().zip(&rules).map(|(cell, rule)| state(cell, *rule)).collect();
        let leeways = vec![None; forms.len()];
        let mut judge = Self { case, forms, rules, states, judged: Vec::new(), leeways };
        judge.judged = (0..case.claims.len()).map(|index| judge.one(index)).collect();
        judge.nudge();
        for index in 0..case.claims.len() {
            if judge.judged[index].is_loose() {
                let form = &judge.forms[index];
                let states: Vec<State> = judge.states.iter().map(|state| Self::as_compared(form, state)).collect();
                let recomputed =
                    form.recomputed(&states.iter().collect::<Vec<_>>()).expect("what was judged has a base");
                judge.leeways[index] = Some(states[form.result].span.hull(&recomputed));
            }
        }
        judge
    }

    /// What the figures say now.
    pub(crate) fn now(&self) -> Vec<&State> {
        self.states.iter().collect()
    }

    fn one(&self, index: usize) -> Judged {
        let (claim, form) = (&self.case.claims[index], &self.forms[index]);
        if let Some(readings) = self.points_or_percent(claim) {
            return readings;
        }
        let now = self.now();
        let missing: BTreeSet<usize> =
            form.cells().into_iter().filter(|index| self.case.cells[*index].said == Said::Nothing).collect();
        if let Shape::Over { base, .. } = form.shape
            && !missing.contains(&base)
            && (missing.is_empty() || missing == [form.result].into())
            && now[base].span.positive().is_none()
        {
            let is_zero = now[base].span.contains(&whole(0));
            return if is_zero { Judged::ZeroBase(base) } else { Judged::NegativeBase(base) };
        }
        if !missing.is_empty() {
            return Judged::NotStated(missing.into_iter().collect());
        }
        let result = &self.case.cells[form.result];
        if form.holds(&now, &now[form.result].span) {
            let follows = self.computed(form);
            let is_exact = follows.is_some() && follows == now[form.result].number;
            let is_order = matches!(form.shape, Shape::AtMost | Shape::AtLeast);
            return if is_exact && !is_order { Judged::Exact } else { Judged::ByRounding };
        }
        self.looseness(form, result)
    }

    /// What a person computes from the digits; none where a bound or a range is among them.
    pub(crate) fn computed(&self, form: &Form) -> Option<BigRational> {
        let as_digits = |state: &State| match &state.number {
            Some(number) => State { span: Span::point(number), number: state.number.clone() },
            None => state.clone(),
        };
        let digits: Vec<State> = self.states.iter().map(as_digits).collect();
        form.recomputed(&digits.iter().collect::<Vec<_>>())?.single().cloned()
    }

    /// Whether it would hold if the result had been rounded earlier, or cut.
    fn looseness(&self, form: &Form, result: &Cell) -> Judged {
        let is_number = matches!(result.said, Said::Exactly | Said::About);
        if !is_number || self.rules[form.result] == Precision::Exact {
            return Judged::Off;
        }
        let digits: Vec<State> = self.states.iter().map(|state| Self::as_compared(form, state)).collect();
        let compared = Form { by_digits: false, ..form.clone() };
        let holds_by = |cell: &Cell, mode: RoundMode| {
            let read = state(cell, Precision::Rounded(mode));
            compared.holds(&digits.iter().collect::<Vec<_>>(), &read.span)
        };
        let mut shorter = *result;
        while shorter.decimals > 0 && shorter.count % 10 == 0 {
            shorter = Cell { count: shorter.count / 10, decimals: shorter.decimals - 1, ..shorter };
            if holds_by(&shorter, RoundMode::HalfAway) {
                return Judged::Padded;
            }
        }
        match (holds_by(result, RoundMode::Down), result.said) {
            (true, Said::About) => Judged::ByRounding,
            (true, _) => Judged::Cut,
            (false, _) => Judged::Off,
        }
    }

    fn as_compared(form: &Form, state: &State) -> State {
        match &state.number {
            Some(number) if form.by_digits => State { span: Span::point(number), number: state.number.clone() },
            _ => state.clone(),
        }
    }

    /// "57,2 %, tăng 1,2 %": if a change of rates in percent can be one in points, nobody can tell which is meant.
    fn points_or_percent(&self, claim: &Claim) -> Option<Judged> {
        let (Link::Growth(from, to, GrowthForm::Percent) | Link::Points(from, to)) = claim.link else { return None };
        let is_percent = |index: usize| self.case.cells[index].kind == Kind::Percent;
        let is_stated = |index: usize| self.case.cells[index].said != Said::Nothing;
        let is_wanted = [from, to, claim.result].into_iter().all(is_percent)
            && is_stated(claim.result)
            && (is_stated(from) || is_stated(to));
        if !is_wanted {
            return None;
        }
        let fits = |link: Link| {
            let form = Form::of(self.case, &Claim { result: claim.result, link });
            let is_known = is_stated(from) && is_stated(to);
            is_known.then(|| form.holds(&self.now(), &self.states[claim.result].span))
        };
        let points = fits(Link::Points(from, to));
        let percent = fits(Link::Growth(from, to, GrowthForm::Percent));
        // growth that fits as growth alone is settled; a change in points that fits as growth alone is not
        let is_points = matches!(claim.link, Link::Points(..));
        let is_open = points != Some(false) || (is_points && percent == Some(true));
        is_open.then_some(Judged::PointsOrPercent(points, percent))
    }

    /// Shares of one whole, of parts that add up to it, which add up to 100 as printed and would not if rightly rounded: each
    /// is one of the two neighbours of the true share.
    fn nudge(&mut self) {
        let bases: BTreeSet<usize> =
            self.case.claims.iter().filter_map(|claim| share_of(&claim.link).map(|(_, base)| base)).collect();
        let mut moved = BTreeSet::new();
        for base in bases {
            let group = (0..self.case.claims.len())
                .filter(|index| share_of(&self.case.claims[*index].link).is_some_and(|(_, of)| of == base));
            let group: Vec<usize> = group.filter(|index| self.is_near_share(*index)).collect();
            for chosen in 0..1_u32 << group.len() {
                let few = (0..group.len()).filter(|place| chosen >> place & 1 == 1).map(|place| group[place]);
                moved.extend(self.nudged(base, &few.collect::<Vec<_>>()).unwrap_or_default());
            }
        }
        for index in moved {
            self.judged[index] = Judged::Nudged;
        }
    }

    /// Whether a share of something is less than one unit of the last place off.
    fn is_near_share(&self, index: usize) -> bool {
        let is_judged = self.judged[index].holds() || self.judged[index] == Judged::Off;
        let form = &self.forms[index];
        let cell = &self.case.cells[form.result];
        let share = self.computed(form).filter(|_| is_judged && cell.said == Said::Exactly);
        let values = form.terms.iter().map(|(part, weight)| Some(self.states[*part].span.single()? * weight));
        let value: Option<BigRational> = values.sum();
        let is_something = value.is_some_and(|value| value > whole(0));
        let distance = share.map(|share| (cell.number() - share) * ten_to(cell.decimals));
        is_something && distance.is_some_and(|distance| whole(-1) < distance && distance < whole(1))
    }

    fn nudged(&self, base: usize, group: &[usize]) -> Option<Vec<usize>> {
        let (mut printed, mut right, mut parts, mut moved) = (whole(0), whole(0), whole(0), Vec::new());
        let mut used = BTreeSet::new();
        for index in group {
            let form = &self.forms[*index];
            let cell = &self.case.cells[form.result];
            let grid = ten_to(cell.decimals);
            let rounded = round(RoundMode::HalfAway, &(self.computed(form)? * &grid)) / &grid;
            printed += cell.number();
            right += &rounded;
            for (part, weight) in &form.terms {
                used.insert(*part).then_some(())?;
                parts += self.states[*part].span.single()? * weight;
            }
            if cell.number() != rounded {
                moved.push(*index);
            }
        }
        let is_whole = *self.states[base].span.single()? == parts;
        (is_whole && printed == whole(100) && right != whole(100)).then_some(moved)
    }
}

fn share_of(link: &Link) -> Option<(&[usize], usize)> {
    if let Link::Share(parts, base) = link { Some((parts, *base)) } else { None }
}
