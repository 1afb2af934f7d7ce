//! How a figure is put together: words before it, numerals, scale word and unit, words behind it. What it means is not
//! decided here.

use alloc::{string::String, vec::Vec};

use super::leads::LeadWords;
use super::lexicon::{Bound, Lexicon};
use super::meaning::BaseKind;
use super::source::{Kind, Source};
use super::time_at::time_at;
use super::units::{UnitWords, Units};
use crate::quantity::Scale;

/// A figure as it is put together.
#[derive(Debug, Clone)]
pub(super) struct Syntax {
    pub(super) words: LeadWords,
    pub(super) shape: Shape,
    pub(super) unit: UnitWords,
    /// `trở lên`.
    pub(super) closing: Option<Bound>,
    pub(super) base: Option<(BaseKind, String)>,
    /// The piece behind it.
    pub(super) end: usize,
}

impl Syntax {
    /// A number with nothing said of it.
    pub(super) fn bare(numeral: String, end: usize) -> Self {
        let (words, unit) = (LeadWords::default(), UnitWords::default());
        Self { words, shape: Shape::One(numeral), unit, closing: None, base: None, end }
    }
}

/// Its numerals, as they are written.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    One(String),
    /// `bốn việc`.
    Word(u8),
    /// `7. 180 phòng`: written with a space, so it may be two.
    Broken {
        whole: String,
        second: String,
    },
    Range {
        low: String,
        /// Where the first number has a scale word.
        low_scale: Option<Scale>,
        high: String,
        is_band: bool,
    },
    /// `92/107 hộ`; with a unit between, `18 người/18 vụ`.
    Slash {
        first: String,
        first_unit: Option<UnitWords>,
        second: String,
    },
    /// `168.182 tỷ 330 triệu 867 nghìn đồng`.
    Compound(Vec<(String, Scale)>),
}

/// Puts figures together from the pieces of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grammar<'g, 't> {
    pub(super) source: &'g Source<'t>,
    pub(super) lexicon: &'static Lexicon,
    pub(super) units: Units<'g>,
    /// The piece that the phrase must end before, if the text is one phrase; the unit is then all that is left.
    pub(super) whole: Option<usize>,
    /// Whether only the first number is taken, where two do not go together.
    pub(super) is_single: bool,
}

impl Grammar<'_, '_> {
    /// The figure whose number begins with this piece.
    pub(super) fn figure(&self, words: LeadWords, at: usize) -> Option<Syntax> {
        let currency = self.currency(at);
        let at = currency.as_ref().map_or(at, |(_, next)| *next);
        let (shape, unit, end) = self.shape(words, at, currency.map(|(unit, _)| unit))?;
        self.behind(Syntax { words, shape, unit, closing: None, base: None, end })
    }

    /// The numerals and their unit.
    fn shape(&self, words: LeadWords, at: usize, currency: Option<String>) -> Option<(Shape, UnitWords, usize)> {
        if let Some((first, end)) = self.numeral(at) {
            let (first, end) = self.with_hundreds(first, self.behind_spelled_number(end));
            if let Some(found) = self.with_half(&first, end) {
                return Some(found);
            }
            if let Some(found) = self.broken(at, &first, end) {
                return Some(found);
            }
            let scale = self.scale(end);
            if !self.is_single
                && let Some((scale, next)) = scale
                && let Some(found) = self.compound(&first, scale, next)
            {
                return Some(found);
            }
            // a range or a fraction may name the unit of its first number, or only its scale
            let (unit, behind) = self.units.first(self, end);
            // `2 triệu rưỡi`, `3 trăm nghìn`: more number than is read
            if self.source.longest(behind, self.lexicon.number_goes_on).is_some() {
                return None;
            }
            let pair = || self.range(words, &first, &unit, behind).or_else(|| self.slash(&first, unit.clone(), behind));
            if let Some(found) = (!self.is_single).then(pair).flatten() {
                return Some(found);
            }
            // a part of a date or of something else
            if self.source.is_mark(end, '/') && self.source.joins_digits(end) {
                return None;
            }
            let (unit, end) = match currency {
                Some(name) => {
                    let (scale, end) = scale.unwrap_or((Scale::One, end));
                    (UnitWords { scale, name, ..UnitWords::default() }, end)
                }
                None => self.units.behind(self, end)?,
            };
            return Some((Shape::One(first), unit, end));
        }
        // in running text a number word is rarely a figure
        self.whole?;
        let (number, next) = self.source.longest(at, self.lexicon.numbers)?;
        if self.source.longest(next, self.lexicon.not_after_number).is_some() {
            return None;
        }
        let (unit, end) = self.units.behind(self, next)?;
        (!unit.name.is_empty()).then_some((Shape::Word(number), unit, end))
    }

    /// A scale word.
    pub(super) fn scale(&self, at: usize) -> Option<(Scale, usize)> {
        self.source.longest(at, self.lexicon.scales).filter(|_| self.source.goes_on(at))
    }

    /// Money in several scale words, each smaller than the one before.
    fn compound(&self, first: &str, scale: Scale, next: usize) -> Option<(Shape, UnitWords, usize)> {
        let mut parts = Vec::from([(String::from(first), scale)]);
        let (mut smallest, mut at) = (scale, next);
        while let Some((numeral, end)) = self.numeral(at).filter(|_| self.source.goes_on_with_number(at)) {
            if numeral.len() > 3 || !numeral.bytes().all(|byte| byte.is_ascii_digit()) {
                break;
            }
            let (part, behind) = self.scale(end).unwrap_or((Scale::One, end));
            if part >= smallest {
                break;
            }
            // without a scale word only a unit of money may follow
            if part == Scale::One && !self.units.is_money(self, behind) {
                break;
            }
            parts.push((numeral, part));
            (smallest, at) = (part, behind);
        }
        if parts.len() < 2 {
            return None;
        }
        let (unit, end) = self.units.behind(self, at)?;
        let is_plain = unit.scale == Scale::One && unit.name != "%";
        is_plain.then_some((Shape::Compound(parts), UnitWords { scale: smallest, ..unit }, end))
    }

    /// `120-150 người`, `từ 6,5% - 7,2%`, `từ 50% đến dưới 70%`.
    fn range(&self, words: LeadWords, low: &str, unit: &UnitWords, at: usize) -> Option<(Shape, UnitWords, usize)> {
        let ((), mut next) = self.source.longest(at, self.lexicon.range_words)?;
        let is_dash = self.source.is_mark(at, '-');
        // one space would begin an item or a remark: `5 -3 hộ`
        if is_dash && self.source.is_glued(at) != self.source.is_glued(next) {
            return None;
        }
        if !self.source.goes_on_with_number(at) || (self.source.is(at, "and") && words.bound != Some(Bound::From)) {
            return None;
        }
        let is_band = self.source.is(next, self.lexicon.below);
        if is_band {
            next = next.checked_add(1)?;
        }
        let (high, end) = self.second_numeral(next)?;
        // a date
        let next = end.saturating_add(1);
        if self.source.is_mark(end, '/') && self.source.is_glued(next) && self.source.kind(next) == Some(Kind::Digits) {
            return None;
        }
        let (other, end) = self.units.behind(self, end)?;
        // the first may leave its unit out, or all of it but the scale word
        let is_longer = |rest: &str| rest.is_empty() || rest.starts_with([' ', '/']);
        let is_same = unit.name.is_empty() || other.name.strip_prefix(unit.name.as_str()).is_some_and(is_longer);
        // `20 nghìn - 30 nghìn tỷ`: the second scale word belongs to both
        let is_shared = unit.name.is_empty() && unit.scale == Scale::Thousand && other.scale == Scale::ThousandBillion;
        let low_scale = (!unit.is_left_out() && !is_shared).then_some(unit.scale);
        let allows = matches!(words.bound, None | Some(Bound::From | Bound::About)) && !words.is_rank;
        (is_same && allows).then(|| (Shape::Range { low: low.into(), low_scale, high, is_band }, other, end))
    }

    /// Whether a slash or a word of a range stands here, and a number behind it.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        let next = match self.source.longest(at, self.lexicon.range_words) {
            Some(((), next)) if self.source.is(next, self.lexicon.below) => next.saturating_add(1),
            Some(((), next)) => next,
            None if self.source.is_mark(at, '/') => at.saturating_add(1),
            None => return false,
        };
        self.source.kind(next) == Some(Kind::Digits)
    }

    /// `92/107 hộ`, `18 người/18 vụ`; in English `92 of 107 households`.
    fn slash(&self, first: &str, unit: UnitWords, at: usize) -> Option<(Shape, UnitWords, usize)> {
        let is_of = self.lexicon.is_english && self.source.is(at, "of") && unit.is_left_out();
        let next = at.checked_add(1)?;
        if !is_of && !self.source.is_mark(at, '/') {
            return None;
        }
        if !self.source.goes_on_with_number(at) {
            return None;
        }
        let (second, end) = self.second_numeral(next)?;
        // `1/2/3`
        if self.source.is_mark(end, '/') && self.source.kind(end.saturating_add(1)) == Some(Kind::Digits) {
            return None;
        }
        let (other, end) = self.units.behind(self, end)?;
        let first_unit = (!unit.is_left_out()).then_some(unit);
        // `230 vụ/345 bị can`, where the second unit is not known, is two figures
        if first_unit.is_some() && other.is_left_out() {
            return None;
        }
        Some((Shape::Slash { first: first.into(), first_unit, second }, other, end))
    }

    /// What is said behind the unit: a bound, and what the figure is compared with.
    fn behind(&self, mut syntax: Syntax) -> Option<Syntax> {
        let source = self.source;
        if let Some(stop) = self.whole {
            // `units.behind` left what it took for no unit
            let (closing, stop) = self.closing_before(syntax.end, stop);
            let (base, end) = self.base(syntax.end, Some(stop));
            if end != stop {
                return None;
            }
            syntax.closing = syntax.unit.closing.or(closing);
            syntax.base = base;
            syntax.end = self.whole?;
            return Some(syntax);
        }
        if let Some((bound, next)) = self.closing(syntax.end) {
            (syntax.closing, syntax.end) = (Some(bound), next);
        }
        let (base, end) = self.base(syntax.end, None);
        // what a percent sign is of: `80% học sinh trở lên`
        if base.is_none() && syntax.unit.name == "%" {
            let (of, next) = self.units.running(self, syntax.end);
            if !of.is_left_out()
                && of.name != "%"
                && let Some((bound, next)) = self.closing(next)
            {
                syntax.base = Some((BaseKind::Other, source.composed(syntax.end, next.saturating_sub(2))));
                (syntax.closing, syntax.end) = (Some(bound), next);
                return Some(syntax);
            }
        }
        (syntax.base, syntax.end) = (base, end);
        Some(syntax)
    }

    fn has_digits(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.source.kind(at) == Some(Kind::Digits))
    }

    fn closing(&self, at: usize) -> Option<(Bound, usize)> {
        self.source.longest(at, self.lexicon.closings).filter(|_| self.source.goes_on(at))
    }

    /// The bound that the words before `stop` say, and where those begin.
    pub(super) fn closing_before(&self, from: usize, stop: usize) -> (Option<Bound>, usize) {
        for start in (from..stop).rev().take(3) {
            if let Some((bound, next)) = self.source.longest(start, self.lexicon.closings)
                && next == stop
            {
                return (Some(bound), start);
            }
        }
        (None, stop)
    }

    /// What the figure is of or compared with, and the piece behind it; all up to `stop` if the text is one phrase.
    fn base(&self, at: usize, stop: Option<usize>) -> (Option<(BaseKind, String)>, usize) {
        if stop.map_or_else(|| !self.source.goes_on(at), |stop| at >= stop) {
            return (None, at);
        }
        let against = self.source.longest(at, self.lexicon.against);
        let start = against.map_or(at, |((), next)| next);
        let goes_on = |at: usize| at == start || self.source.goes_on(at);
        if start != at && !self.source.goes_on(start) {
            return (None, at);
        }
        let usual = self.source.longest(start, self.lexicon.bases);
        let time_from = usual.map_or(start, |(_, next)| next);
        let time = match time_at(self.source, self.lexicon.is_english, time_from) {
            Some((Ok(_), next)) if (usual.is_some() || against.is_some()) && goes_on(time_from) => Some(next),
            _ => None,
        };
        let (kind, end) = match (usual, time) {
            (Some((kind, next)), time) => (kind, time.unwrap_or(next)),
            (None, Some(next)) => (BaseKind::Earlier, next),
            // a number there would be another figure
            (None, None)
                if self.source.kind(at) == Some(Kind::Word)
                    && stop.is_some_and(|stop| against.is_some() || !self.has_digits(at, stop)) =>
            {
                (BaseKind::Other, at)
            }
            (None, None) => return (None, at),
        };
        let end = stop.unwrap_or(end);
        (Some((kind, self.source.composed(at, end))), end)
    }
}
