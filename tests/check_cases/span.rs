//! Sets of values between two ends, and the values that a printed number may stand for, found by rounding them.

use num_rational::BigRational;
use thuocdo::check::Precision;
use thuocdo::quantity::{End, Interval, Ratio, RoundMode};

use crate::oracle::{ceiling, down, floor, fraction, half_away, half_even, up, whole};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) at: BigRational,
    pub(crate) is_in: bool,
}

/// Values from one edge to another; an absent edge is no limit. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) low: Option<Edge>,
    pub(crate) high: Option<Edge>,
}

/// An edge of a product, which may be beyond everything.
enum Corner {
    Below,
    At(Edge),
    Above,
}

impl Span {
    pub(crate) const EVERYTHING: Self = Self { low: None, high: None };

    pub(crate) fn point(value: &BigRational) -> Self {
        let edge = Edge { at: value.clone(), is_in: true };
        Self { low: Some(edge.clone()), high: Some(edge) }
    }

    pub(crate) fn from(low: BigRational, is_in: bool) -> Self {
        Self { low: Some(Edge { at: low, is_in }), high: None }
    }

    pub(crate) fn up_to(high: BigRational, is_in: bool) -> Self {
        Self { low: None, high: Some(Edge { at: high, is_in }) }
    }

    pub(crate) fn single(&self) -> Option<&BigRational> {
        let (low, high) = (self.low.as_ref()?, self.high.as_ref()?);
        (low.at == high.at).then_some(&low.at)
    }

    pub(crate) fn contains(&self, value: &BigRational) -> bool {
        let is_above = |low: &Edge| low.at < *value || (low.at == *value && low.is_in);
        let is_below = |high: &Edge| *value < high.at || (*value == high.at && high.is_in);
        self.low.as_ref().is_none_or(is_above) && self.high.as_ref().is_none_or(is_below)
    }

    pub(crate) fn intersect(&self, other: &Self) -> Option<Self> {
        let low = inner(self.low.as_ref(), other.low.as_ref(), |a, b| a > b);
        let high = inner(self.high.as_ref(), other.high.as_ref(), |a, b| a < b);
        let is_empty = match (&low, &high) {
            (Some(low), Some(high)) => low.at > high.at || (low.at == high.at && !(low.is_in && high.is_in)),
            _ => false,
        };
        (!is_empty).then_some(Self { low, high })
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.intersect(other).is_some()
    }

    /// Everything from the outer of the low edges to the outer of the high ones.
    pub(crate) fn hull(&self, other: &Self) -> Self {
        let outer = |one: &Option<Edge>, two: &Option<Edge>, is_outer: fn(&BigRational, &BigRational) -> bool| {
            let (one, two) = (one.as_ref()?, two.as_ref()?);
            let both = Edge { at: one.at.clone(), is_in: one.is_in || two.is_in };
            Some(if one.at == two.at { both } else { [one, two][usize::from(is_outer(&two.at, &one.at))].clone() })
        };
        Self { low: outer(&self.low, &other.low, |a, b| a < b), high: outer(&self.high, &other.high, |a, b| a > b) }
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let add = |one: &Option<Edge>, two: &Option<Edge>| {
            let (one, two) = (one.as_ref()?, two.as_ref()?);
            Some(Edge { at: &one.at + &two.at, is_in: one.is_in && two.is_in })
        };
        Self { low: add(&self.low, &other.low), high: add(&self.high, &other.high) }
    }

    pub(crate) fn times(&self, factor: &BigRational) -> Self {
        let zero = whole(0);
        if *factor == zero {
            return Self::point(&zero);
        }
        let scale = |edge: &Option<Edge>| edge.as_ref().map(|edge| Edge { at: &edge.at * factor, is_in: edge.is_in });
        let (low, high) = (scale(&self.low), scale(&self.high));
        if *factor < zero { Self { low: high, high: low } } else { Self { low, high } }
    }

    /// The part above zero.
    pub(crate) fn positive(&self) -> Option<Self> {
        self.intersect(&Self::from(whole(0), false))
    }

    /// One over the values of a span above zero.
    pub(crate) fn inverse(&self) -> Self {
        let zero = whole(0);
        let turn = |edge: &Edge| (edge.at != zero).then(|| Edge { at: edge.at.recip(), is_in: edge.is_in });
        let low = self.high.as_ref().map_or(Some(Edge { at: zero.clone(), is_in: false }), turn);
        Self { low, high: self.low.as_ref().and_then(turn) }
    }

    /// The products with the values of a span above zero: each edge of the one with each of the other.
    pub(crate) fn product(&self, positive: &Self) -> Self {
        let (mut low, mut high) = (Corner::Above, Corner::Below);
        for (mine, is_low) in [(&self.low, true), (&self.high, false)] {
            for factor in [&positive.low, &positive.high] {
                low = least(low, corner(mine.as_ref(), is_low, factor.as_ref()), |a, b| a < b);
                high = least(high, corner(mine.as_ref(), is_low, factor.as_ref()), |a, b| a > b);
            }
        }
        let edge = |corner| if let Corner::At(edge) = corner { Some(edge) } else { None };
        Self { low: edge(low), high: edge(high) }
    }

    /// The same, of an interval of the crate.
    pub(crate) fn of(interval: &Interval) -> Self {
        let edge = |end: Option<(Ratio, End)>| end.map(|(at, end)| Edge { at: exact(at), is_in: end == End::Closed });
        Self { low: edge(interval.low()), high: edge(interval.high()) }
    }
}

pub(crate) fn exact(ratio: Ratio) -> BigRational {
    fraction(ratio.numerator(), ratio.denominator())
}

fn inner(
    one: Option<&Edge>,
    two: Option<&Edge>,
    is_inner: impl Fn(&BigRational, &BigRational) -> bool,
) -> Option<Edge> {
    match (one, two) {
        (None, edge) | (edge, None) => edge.cloned(),
        (Some(a), Some(b)) if a.at == b.at => Some(Edge { at: a.at.clone(), is_in: a.is_in && b.is_in }),
        (Some(a), Some(b)) => Some(if is_inner(&b.at, &a.at) { b.clone() } else { a.clone() }),
    }
}

fn corner(mine: Option<&Edge>, is_low: bool, factor: Option<&Edge>) -> Corner {
    let zero = whole(0);
    let beyond = |is_below: bool| if is_below { Corner::Below } else { Corner::Above };
    match (mine, factor) {
        // zero times anything, however large, is zero
        (Some(edge), _) if edge.at == zero => Corner::At(edge.clone()),
        (Some(edge), None) => beyond(edge.at < zero),
        (Some(edge), Some(factor)) => Corner::At(Edge { at: &edge.at * &factor.at, is_in: edge.is_in && factor.is_in }),
        // the other edge of the factor leads beyond everything
        (None, Some(factor)) if factor.at == zero => Corner::At(Edge { at: zero, is_in: false }),
        (None, _) => beyond(is_low),
    }
}

/// Of two corners the one that `is_less`, or of two at one value the one that is reached.
fn least(one: Corner, two: Corner, is_less: fn(&BigRational, &BigRational) -> bool) -> Corner {
    // comparing 0 with 1 tells which way is less
    let goes_down = is_less(&whole(0), &whole(1));
    match (&one, &two) {
        (Corner::At(a), Corner::At(b)) => {
            let is_second = is_less(&b.at, &a.at) || (a.at == b.at && b.is_in);
            if is_second { two } else { one }
        }
        (Corner::Below, _) | (_, Corner::Above) => {
            if goes_down {
                one
            } else {
                two
            }
        }
        (Corner::Above, _) | (_, Corner::Below) => {
            if goes_down {
                two
            } else {
                one
            }
        }
    }
}

/// `value` rounded to a whole number.
pub(crate) fn round(mode: RoundMode, value: &BigRational) -> BigRational {
    whole(match mode {
        RoundMode::HalfAway => half_away(value),
        RoundMode::HalfEven => half_even(value),
        RoundMode::Down => down(value),
        RoundMode::Up => up(value),
        RoundMode::Floor => floor(value),
        RoundMode::Ceiling => ceiling(value),
    })
}

/// The values that are printed as the whole number `count`: tried at every quarter around it, because rounding turns at
/// whole numbers and halves only.
pub(crate) fn stands_for(count: i128, precision: Precision) -> Span {
    let number = whole(count);
    let quarter = |quarters: i128| &number + fraction(quarters, 4);
    let is_printed_so = |quarters: i128| {
        let value = quarter(quarters);
        match precision {
            Precision::Exact => value == number,
            Precision::Nearest => (-2..=2).contains(&quarters),
            Precision::Rounded(mode) => round(mode, &value) == number,
            Precision::ByUnit => round(RoundMode::HalfAway, &value) == number,
        }
    };
    let edge = |found: Option<i128>, outwards: i128| {
        let quarters = found.expect("every number is printed as itself");
        // an odd quarter is between two turns
        let is_turn = quarters % 2 == 0;
        Some(Edge { at: quarter(if is_turn { quarters } else { quarters + outwards }), is_in: is_turn })
    };
    let low = edge((-5..=5).find(|quarters| is_printed_so(*quarters)), -1);
    let high = edge((-5..=5).rev().find(|quarters| is_printed_so(*quarters)), 1);
    Span { low, high }
}
