//! Tables of one statement of every kind, in every unit, reading and precision, near the figure that follows; and groups of
//! shares that were made to add up to 100.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::check::Precision;
use thuocdo::quantity::RoundMode;
use thuocdo::record::GrowthForm;

use super::naive::{Form, Shape};
use super::{Case, Cell, Claim, Kind, Link, Said};
use crate::oracle::{down, half_away, ten_to, whole};

/// Units whose figures can be added.
const FAMILIES: [&[Kind]; 7] = [
    &[Kind::Household],
    &[Kind::LegalCase],
    &[Kind::ThousandPersons],
    &[Kind::Hectare],
    &[Kind::Dong, Kind::MillionDong],
    &[Kind::Percent],
    &[Kind::Bare],
];
const DECIMALS: [usize; 5] = [0, 0, 1, 1, 2];

pub(crate) fn precisions() -> impl Strategy<Value = Precision> {
    prop_oneof![
        4 => Just(Precision::ByUnit),
        1 => Just(Precision::Exact),
        1 => Just(Precision::Nearest),
        3 => select(&RoundMode::ALL).prop_map(Precision::Rounded),
    ]
}

/// A number, what is said with it, and how near it is, before its unit is known.
#[derive(Debug, Clone)]
struct Raw {
    count: i128,
    decimals: usize,
    member: usize,
    said: Said,
    precision: Precision,
}

fn raw() -> impl Strategy<Value = Raw> {
    let count = prop_oneof![8 => 1..=40_i128, 1 => Just(0), 2 => -12..0_i128, 3 => 41..=320_i128];
    let said = prop_oneof![
        20 => Just(Said::Exactly),
        1 => select(&[Said::About, Said::AtLeast, Said::MoreThan, Said::AtMost, Said::LessThan, Said::Nothing]),
        1 => (1..=5_i128).prop_map(Said::UpTo),
    ];
    (count, select(&DECIMALS), 0..2_usize, said, precisions())
        .prop_map(|(count, decimals, member, said, precision)| Raw { count, decimals, member, said, precision })
}

impl Raw {
    fn cell(&self, family: &[Kind]) -> Cell {
        let kind = family[self.member % family.len()];
        let decimals = if kind == Kind::Household { 0 } else { self.decimals };
        let count = if kind.is_counted() { self.count.abs() } else { self.count };
        let said = match self.said {
            Said::UpTo(more) => Said::UpTo(count + more),
            // no count is less than nothing
            Said::LessThan if count == 0 => Said::AtMost,
            said => said,
        };
        Cell { count, decimals, kind, said, precision: self.precision, is_fixed: false }
    }
}

/// How many links there are to choose from.
pub(crate) const LINKS: usize = 17;

/// A link over the first three figures.
pub(crate) fn link(number: usize) -> Link {
    match number {
        0 => Link::Sum(vec![0, 1, 2]),
        1 => Link::Difference(0, vec![1, 2]),
        2 => Link::Remainder(0, vec![1]),
        3 => Link::Share(vec![0, 1], 2),
        4 => Link::Share(vec![0], 1),
        5 => Link::Ratio(0, 1),
        6 => Link::Completion(0, 1),
        7 => Link::Growth(0, 1, GrowthForm::Percent),
        8 => Link::Growth(0, 1, GrowthForm::Index),
        9 => Link::Growth(0, 1, GrowthForm::Multiple),
        10 => Link::Points(0, 1),
        11 => Link::RatePer(0, 1, "1000"),
        12 => Link::Same(0),
        13 => Link::AtMost(0),
        14 => Link::AtLeast(0),
        // a part that is the whole, and a figure named twice, are legal
        15 => Link::Share(vec![0, 1], 1),
        _ => Link::Balance(vec![("-1", 0), ("2.5", 1), ("-0.5", 1), ("3", 2)], "1.5"),
    }
}

/// The units that the result may be of.
pub(crate) fn result_kinds(link: &Link, family: &'static [Kind]) -> &'static [Kind] {
    match link {
        Link::Share(..) | Link::Completion(..) | Link::Growth(_, _, GrowthForm::Percent | GrowthForm::Index) => {
            &[Kind::Percent]
        }
        Link::Growth(_, _, GrowthForm::Multiple) => &[Kind::Times, Kind::Bare],
        Link::Points(..) => &[Kind::Points, Kind::Percent],
        Link::Ratio(..) | Link::RatePer(..) => &[Kind::Bare, Kind::LegalCase],
        _ => family,
    }
}

/// How the result comes from what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Rounded,
    Beside(i128),
    Cut,
    /// Rounded at so many decimals fewer, with zeros in their place.
    Padded(usize),
    Unrelated,
}

fn styles() -> impl Strategy<Value = Style> {
    prop_oneof![
        4 => Just(Style::Rounded),
        2 => select(&[-1, 1, 2]).prop_map(Style::Beside),
        2 => Just(Style::Cut),
        2 => (1..=2_usize).prop_map(Style::Padded),
        1 => Just(Style::Unrelated),
    ]
}

/// A value as so many of its last place, by a rounding of the oracle.
pub(crate) fn printed(value: &BigRational, decimals: usize, round: fn(&BigRational) -> BigInt) -> i128 {
    i128::try_from(round(&(value * ten_to(decimals)))).expect("the figures of the tests are small")
}

/// What follows from the printed numbers, as if they were exact; none without a base.
pub(crate) fn follows(case: &Case, claim: &Claim) -> Option<BigRational> {
    let form = Form::of(case, claim);
    let ones = |index: usize| case.cells[index].ones();
    let sum: BigRational = form.terms.iter().map(|(index, weight)| ones(*index) * weight).sum();
    match form.shape {
        Shape::Equal(constant) => Some(sum + constant),
        Shape::AtMost | Shape::AtLeast => Some(sum),
        Shape::Over { base, factor, offset } => {
            let base = ones(base);
            (base != whole(0)).then(|| sum * factor / base + offset)
        }
    }
}

fn single(number: usize, family: &'static [Kind], operands: &[Raw], result: &Raw, style: Style) -> Case {
    let link = link(number);
    let family = if matches!(link, Link::Points(..)) { &[Kind::Percent] } else { family };
    let mut cells: Vec<Cell> = operands.iter().map(|raw| raw.cell(family)).collect();
    let mut raw = result.clone();
    raw.decimals = raw.decimals.max(if let Style::Padded(fewer) = style { fewer } else { 0 });
    let mut cell = raw.cell(result_kinds(&link, family));
    let claim = Claim { result: cells.len(), link };
    cells.push(cell);
    let mut case = Case { cells, claims: vec![claim] };
    if let Some(value) = follows(&case, &case.claims[0]).filter(|_| style != Style::Unrelated) {
        let value = value / whole(cell.kind.scale());
        let count = match style {
            Style::Padded(fewer) if fewer <= cell.decimals => {
                printed(&value, cell.decimals - fewer, half_away)
                    * 10_i128.pow(u32::try_from(fewer).expect("it is small"))
            }
            Style::Cut => printed(&value, cell.decimals, down),
            Style::Beside(units) => printed(&value, cell.decimals, half_away) + units,
            _ => printed(&value, cell.decimals, half_away),
        };
        cell.count = if cell.kind.is_counted() { count.max(0) } else { count };
        cell.said = match result.said {
            Said::UpTo(more) => Said::UpTo(cell.count + more),
            Said::LessThan if cell.kind.is_counted() => Said::AtMost,
            said => said,
        };
        let result = case.claims[0].result;
        case.cells[result] = cell;
    }
    case
}

/// Shares of a whole, of which one or two were moved so that they add up to 100.
fn nudged() -> impl Strategy<Value = Case> {
    let parts = vec(1..=40_i128, 2..=6);
    (parts, 0..=2_usize, 0..6_usize, 0..=1_i128, 0..8_u8).prop_map(|(parts, decimals, first, beside, spoil)| {
        let mut cells: Vec<Cell> = parts.iter().map(|part| Cell::new(*part, 0, Kind::Household)).collect();
        let count = parts.len();
        let total = parts.iter().sum::<i128>() + i128::from(spoil == 0);
        cells.push(Cell::new(total, 0, Kind::Household));
        let claims: Vec<Claim> =
            (0..count).map(|part| Claim { result: count + 1 + part, link: Link::Share(vec![part], count) }).collect();
        cells.extend((0..count).map(|_| Cell::new(0, decimals, Kind::Percent)));
        let mut case = Case { cells, claims };
        let mut printed_sum = 0;
        for index in 0..count {
            let value = follows(&case, &case.claims[index]).expect("the whole is above zero");
            case.cells[count + 1 + index].count = printed(&value, decimals, half_away);
            printed_sum += case.cells[count + 1 + index].count;
        }
        let missing = 100 * 10_i128.pow(u32::try_from(decimals).expect("it is small")) - printed_sum;
        for index in 0..missing.unsigned_abs() {
            let moved = (first + usize::try_from(index).expect("it is small")) % count;
            case.cells[count + 1 + moved].count += missing.signum();
        }
        if spoil == 1 {
            case.cells[count + 1].count += beside;
        }
        case
    })
}

/// Tables of one statement, or of the shares of one whole.
pub(crate) fn tables() -> impl Strategy<Value = Case> {
    let single = (0..LINKS, select(&FAMILIES), vec(raw(), 3), raw(), styles())
        .prop_map(|(number, family, operands, result, style)| single(number, family, &operands, &result, style));
    prop_oneof![8 => single, 1 => nudged()]
}
