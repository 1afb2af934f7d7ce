//! Tables of printed figures as plain data. The modules below judge them and search their corrections without any code of
//! the crate: of it they use the names of rounding modes and forms of growth, and nothing that computes.

pub(crate) mod brute;
pub(crate) mod joint;
pub(crate) mod naive;
pub(crate) mod random;
pub(crate) mod span;
pub(crate) mod structured;

use num_rational::BigRational;
use proptest::test_runner::{Config, RngSeed};
use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent, CheckValue, Precision};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Amount, Figure, Printed, Reading, Unit};
use thuocdo::record::{GrowthForm, Relation, Source, StatedRelation, Term};

use crate::oracle::{decimal, text, whole};

/// So many cases, the same in every run; others were run by hand.
pub(crate) fn cases(cases: u32) -> Config {
    Config {
        cases,
        max_global_rejects: 100_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2021),
        ..Config::default()
    }
}

/// The units of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Household,
    LegalCase,
    ThousandPersons,
    Hectare,
    Dong,
    MillionDong,
    Percent,
    Points,
    Times,
    Bare,
}

impl Kind {
    fn unit(self) -> Unit {
        let text = match self {
            Self::Household => "hộ",
            Self::LegalCase => "vụ",
            Self::ThousandPersons => "nghìn người",
            Self::Hectare => "ha",
            Self::Dong => "đồng",
            Self::MillionDong => "triệu đồng",
            Self::Percent => "%",
            Self::Points => "điểm phần trăm",
            Self::Times => "lần",
            Self::Bare => "",
        };
        text.parse().expect("a unit")
    }

    /// What one of it is in its unit's ones.
    pub(crate) fn scale(self) -> i128 {
        match self {
            Self::ThousandPersons => 1_000,
            Self::MillionDong => 1_000_000,
            _ => 1,
        }
    }

    pub(crate) fn is_counted(self) -> bool {
        matches!(self, Self::Household | Self::LegalCase | Self::ThousandPersons)
    }
}

/// What is said with the number of a figure; numbers are counts of the last place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Said {
    Exactly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    UpTo(i128),
    Nothing,
}

/// A printed figure: so many of its last place, which is `10^-decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) count: i128,
    pub(crate) decimals: usize,
    pub(crate) kind: Kind,
    pub(crate) said: Said,
    pub(crate) precision: Precision,
    pub(crate) is_fixed: bool,
}

impl Cell {
    pub(crate) fn new(count: i128, decimals: usize, kind: Kind) -> Self {
        Self { count, decimals, kind, said: Said::Exactly, precision: Precision::ByUnit, is_fixed: false }
    }

    pub(crate) fn number(&self) -> BigRational {
        decimal(&text(&self.count.into(), self.decimals))
    }

    /// The printed number in its unit's ones.
    pub(crate) fn ones(&self) -> BigRational {
        self.number() * whole(self.kind.scale())
    }

    fn check_figure(&self, index: usize) -> CheckFigure {
        let print = |count: i128| -> Printed { text(&count.into(), self.decimals).parse().expect("a decimal") };
        let number = print(self.count);
        let reading = match self.said {
            Said::Exactly | Said::Nothing => Reading::Exactly(number),
            Said::About => Reading::About(number),
            Said::AtLeast => Reading::AtLeast(number),
            Said::MoreThan => Reading::MoreThan(number),
            Said::AtMost => Reading::AtMost(number),
            Said::LessThan => Reading::LessThan(number),
            Said::UpTo(high) => Reading::between(number, print(high)).expect("the generators give ranges that rise"),
        };
        let figure = Figure::new(reading, self.kind.unit()).expect("the unit allows the figures of the tests");
        let value = if self.said == Said::Nothing {
            CheckValue::NotStated(self.kind.unit())
        } else {
            CheckValue::Figure(figure.clone())
        };
        let (precision, is_fixed) = (self.precision, self.is_fixed);
        let subject = Text::new("figure").expect("a text");
        CheckFigure { value, precision, is_fixed, ..CheckFigure::new(figure_id(index), subject, figure) }
    }
}

/// A relation over places in the list of figures; numbers are decimals as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Link {
    Sum(Vec<usize>),
    Difference(usize, Vec<usize>),
    Remainder(usize, Vec<usize>),
    Share(Vec<usize>, usize),
    Ratio(usize, usize),
    Completion(usize, usize),
    Growth(usize, usize, GrowthForm),
    Points(usize, usize),
    RatePer(usize, usize, &'static str),
    Same(usize),
    AtMost(usize),
    AtLeast(usize),
    Balance(Vec<(&'static str, usize)>, &'static str),
}

impl Link {
    fn relation(&self) -> Relation {
        let one = |index: &usize| figure_id(*index);
        let all = |indices: &[usize]| indices.iter().map(one).collect();
        match self {
            Self::Sum(parts) => Relation::Sum { parts: all(parts) },
            Self::Difference(from, less) => Relation::Difference { from: one(from), less: all(less) },
            Self::Remainder(whole, parts) => Relation::Remainder { whole: one(whole), parts: all(parts) },
            Self::Share(parts, whole) => Relation::Share { parts: all(parts), whole: one(whole) },
            Self::Ratio(above, below) => Relation::Ratio { numerator: one(above), denominator: one(below) },
            Self::Completion(actual, target) => Relation::Completion { actual: one(actual), target: one(target) },
            Self::Growth(from, to, form) => Relation::Growth { from: one(from), to: one(to), form: *form },
            Self::Points(from, to) => Relation::Points { from: one(from), to: one(to) },
            Self::RatePer(above, below, per) => {
                Relation::RatePer { numerator: one(above), denominator: one(below), per: amount(per) }
            }
            Self::Same(other) => Relation::Same { other: one(other) },
            Self::AtMost(other) => Relation::AtMost { other: one(other) },
            Self::AtLeast(other) => Relation::AtLeast { other: one(other) },
            Self::Balance(terms, constant) => {
                let term = |(weight, index): &(&str, usize)| Term { weight: amount(weight), figure: one(index) };
                Relation::Balance { terms: terms.iter().map(term).collect(), constant: amount(constant) }
            }
        }
    }

    /// Whether its result is a quotient.
    pub(crate) fn is_division(&self) -> bool {
        matches!(self, Self::Share(..) | Self::Ratio(..) | Self::Completion(..) | Self::Growth(..) | Self::RatePer(..))
    }
}

fn amount(text: &str) -> Amount {
    text.parse().expect("an amount")
}

/// A statement: the figure at `result` follows from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) result: usize,
    pub(crate) link: Link,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) cells: Vec<Cell>,
    pub(crate) claims: Vec<Claim>,
}

impl Case {
    pub(crate) fn content(&self) -> CheckTableContent {
        let figures = self.cells.iter().enumerate().map(|(index, cell)| cell.check_figure(index)).collect();
        let relation = |(index, claim): (usize, &Claim)| StatedRelation {
            id: claim_id(index),
            result: figure_id(claim.result),
            relation: claim.link.relation(),
            source: Source::default(),
        };
        CheckTableContent { as_of: None, figures, relations: self.claims.iter().enumerate().map(relation).collect() }
    }

    pub(crate) fn table(&self) -> CheckTable {
        CheckTable::new(self.content()).expect("the generators make valid tables")
    }
}

pub(crate) fn figure_id(index: usize) -> Id {
    Id::new(&format!("f{index}")).expect("an id")
}

pub(crate) fn claim_id(index: usize) -> Id {
    Id::new(&format!("r{index}")).expect("an id")
}

/// The place that an id of this module stands for.
pub(crate) fn place(id: &Id) -> usize {
    id.as_str()[1..].parse().expect("an id of this module")
}
