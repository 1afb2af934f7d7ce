//! Tables of several statements that hang together: everything follows rightly, and then up to so many figures are changed.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::check::Precision;
use thuocdo::record::GrowthForm;

use super::random::{follows, precisions, printed};
use super::{Case, Cell, Claim, Kind, Link};
use crate::oracle::{down, half_away};

/// One step of building a table: what follows, from which figures, and how it is printed.
#[derive(Debug, Clone)]
struct Step {
    number: usize,
    picks: [usize; 3],
    decimals: usize,
    style: Style,
    precision: Precision,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Rounded,
    Cut,
    Padded,
}

/// A figure made wrong.
#[derive(Debug, Clone, Copy)]
enum Slip {
    /// The digit at this place, from the end, becomes another.
    Digit(u32, i128),
    /// It becomes another number.
    Other(i128),
    /// Its sign, or its comma, is lost.
    Sign,
    Comma,
}

/// How large the tables are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    /// The largest count that others follow from, and the largest that follows.
    pub(crate) largest: i128,
    pub(crate) total: i128,
    pub(crate) steps: usize,
    pub(crate) slips: usize,
    /// Of so many figures one is certain; none if 0.
    pub(crate) fixed_of: u8,
}

const STEPS: usize = 19;

fn step() -> impl Strategy<Value = Step> {
    let style = select(&[Style::Rounded, Style::Rounded, Style::Rounded, Style::Rounded, Style::Cut, Style::Padded]);
    let precision = prop_oneof![6 => Just(Precision::ByUnit), 1 => precisions()];
    let picks = [0..12_usize, 0..12, 0..12];
    (0..STEPS, picks, 0..=1_usize, style, precision).prop_map(|(number, picks, decimals, style, precision)| Step {
        number,
        picks,
        decimals,
        style,
        precision,
    })
}

fn slip(total: i128) -> impl Strategy<Value = (usize, Slip)> {
    let slip = prop_oneof![
        3 => (0..2_u32, 0..=9_i128).prop_map(|(at, digit)| Slip::Digit(at, digit)),
        3 => (0..=total).prop_map(Slip::Other),
        1 => Just(Slip::Sign),
        1 => Just(Slip::Comma),
    ];
    (0..16_usize, slip)
}

pub(crate) fn tables(size: Size) -> impl Strategy<Value = Case> {
    let counts = vec((1..=size.largest, 0..=1_usize), 3..=4);
    // cases may be halves, so a comma may be lost
    let unit = prop_oneof![6 => Just(Kind::Household), 1 => Just(Kind::LegalCase)];
    let steps = vec(step(), 2..=size.steps);
    let slips = vec(slip(size.total), 0..=size.slips);
    let fixed = vec(0..size.fixed_of.max(1), 16);
    (unit, counts, steps, slips, fixed).prop_map(move |(unit, counts, steps, slips, fixed)| {
        let cell = |(count, decimals): &(i128, usize)| match unit {
            Kind::LegalCase => Cell::new(*count, *decimals, unit),
            _ => Cell::new(*count, 0, unit),
        };
        let cells = counts.iter().map(cell).collect();
        let mut case = Case { cells, claims: Vec::new() };
        for step in &steps {
            add(&mut case, step, size.total);
        }
        for (index, slip) in slips {
            let index = index % case.cells.len();
            let cell = &mut case.cells[index];
            match slip {
                Slip::Digit(at, digit) => {
                    let unit = 10_i128.pow(at);
                    cell.count += (digit - cell.count / unit % 10) * unit;
                }
                Slip::Other(other) => cell.count = other,
                Slip::Sign => cell.count = cell.count.abs(),
                Slip::Comma => cell.decimals = 0,
            }
        }
        for (cell, roll) in case.cells.iter_mut().zip(fixed) {
            cell.is_fixed = size.fixed_of > 0 && roll == 0;
        }
        case
    })
}

fn of_kind(case: &Case, wanted: impl Fn(&Cell) -> bool) -> Vec<usize> {
    (0..case.cells.len()).filter(|index| wanted(&case.cells[*index])).collect()
}

/// Adds a statement, and the figure that follows if it is not there yet; nothing where it would not fit.
fn add(case: &mut Case, step: &Step, total: i128) {
    let unit = case.cells[0].kind;
    let counts = of_kind(case, |cell| cell.kind == unit);
    let rates = of_kind(case, |cell| cell.kind == Kind::Percent);
    let pick = |place: usize| counts[step.picks[place] % counts.len()];
    let (one, two, three) = (pick(0), pick(1), pick(2));
    let (small, large) = if case.cells[one].ones() <= case.cells[two].ones() { (one, two) } else { (two, one) };
    let rate = |place: usize| rates[step.picks[place] % rates.len()];
    let has_rates = rates.len() > 1 && rate(0) != rate(1);
    let (link, kind) = match step.number {
        0 | 1 => (Link::Sum(vec![one, two]), unit),
        2 => (Link::Sum(vec![one, two, three]), unit),
        3 => (Link::Remainder(large, vec![small]), unit),
        4 => (Link::Difference(large, vec![small]), unit),
        5 | 6 => (Link::Share(vec![small], large), Kind::Percent),
        7 => (Link::Share(vec![small, three], large), Kind::Percent),
        8 => (Link::Completion(one, two), Kind::Percent),
        9 => (Link::Growth(one, two, GrowthForm::Percent), Kind::Percent),
        10 => (Link::Growth(one, two, GrowthForm::Index), Kind::Percent),
        11 => (Link::Growth(one, two, GrowthForm::Multiple), Kind::Times),
        12 => (Link::Ratio(one, two), Kind::Bare),
        13 => (Link::RatePer(one, two, "10"), Kind::Bare),
        14 | 15 if has_rates => (Link::Points(rate(0), rate(1)), Kind::Points),
        14 if rates.len() == 1 => (Link::Same(rates[0]), Kind::Percent),
        15 => (Link::Same(one), unit),
        16 => (Link::Balance(vec![("2", large), ("-1", small)], "3"), unit),
        17 if small != large => {
            case.claims.push(Claim { result: small, link: Link::AtMost(large) });
            return;
        }
        _ if ![one, two].contains(&three) => {
            let link = if step.decimals == 0 { Link::AtLeast(one) } else { Link::Sum(vec![one, two]) };
            case.claims.push(Claim { result: three, link });
            return;
        }
        _ => return,
    };
    let is_count = kind == unit;
    let decimals = match (kind, step.style) {
        (Kind::Household, _) => 0,
        (Kind::Points, _) => case.cells[rate(0)].decimals,
        (Kind::LegalCase, _) | (_, Style::Padded) => 1,
        _ => step.decimals,
    };
    let claim = Claim { result: case.cells.len(), link };
    let precision = if is_count { Precision::ByUnit } else { step.precision };
    case.cells.push(Cell { precision, ..Cell::new(0, decimals, kind) });
    let count = follows(case, &claim).map(|value| match step.style {
        Style::Padded if !is_count && decimals > 0 => printed(&value, decimals - 1, half_away) * 10,
        Style::Cut => printed(&value, decimals, down),
        _ => printed(&value, decimals, half_away),
    });
    match count {
        Some(count)
            if !is_count
                || (0..=total * 10_i128.pow(u32::try_from(decimals).expect("it is small"))).contains(&count) =>
        {
            case.cells[claim.result].count = count;
            case.claims.push(claim);
        }
        _ => drop(case.cells.pop()),
    }
}
