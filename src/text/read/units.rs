//! The unit behind a number: in running text the longest known name, in a phrase of its own all that is left.

use alloc::string::String;

use super::grammar::Grammar;
use super::lexicon::Bound;
use super::source::{Kind, Source};
use crate::quantity::{Scale, Unit};

/// Scale word and name of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct UnitWords {
    pub(super) scale: Scale,
    /// As it is called here; empty for a bare number.
    pub(super) name: String,
    /// A bound that stood behind the unit.
    pub(super) closing: Option<Bound>,
    /// Whether a sign `%` stands before a unit of another kind.
    pub(super) has_stray_percent: bool,
}

impl UnitWords {
    pub(super) fn is_left_out(&self) -> bool {
        self.name.is_empty() && self.scale == Scale::One
    }
}

/// The units that are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Units<'g> {
    /// Those that the caller named besides the known ones.
    pub(super) named: &'g [String],
}

impl Units<'_> {
    /// The unit behind a number and the piece behind it. In running text it may be left out; in a phrase of its own it is
    /// none where the words left are no unit.
    pub(super) fn behind(self, grammar: &Grammar<'_, '_>, at: usize) -> Option<(UnitWords, usize)> {
        match grammar.whole {
            None => Some(self.running(grammar, at)),
            Some(stop) => self.rest(grammar, at, stop),
        }
    }

    /// The unit of the first of two numbers. In a phrase of its own it is all that stands before the second one.
    pub(super) fn first(self, grammar: &Grammar<'_, '_>, at: usize) -> (UnitWords, usize) {
        let source = grammar.source;
        let (known, end) = self.running(grammar, at);
        let joint = grammar.whole.and_then(|stop| (at..stop).find(|at| grammar.is_joint(*at)));
        match joint {
            Some(joint) if joint > end && (at..joint).all(|at| source.kind(at) == Some(Kind::Word)) => {
                let (scale, from) = grammar.scale(at).unwrap_or((Scale::One, at));
                (UnitWords { scale, name: source.composed(from, joint), ..UnitWords::default() }, joint)
            }
            _ => (known, end),
        }
    }

    /// The longest known unit.
    pub(super) fn running(self, grammar: &Grammar<'_, '_>, at: usize) -> (UnitWords, usize) {
        let source = grammar.source;
        let has_percent = source.is_mark(at, '%') && source.goes_on_with_number(at);
        let stray = at.saturating_add(1);
        let scaled_from = if has_percent { stray } else { at };
        let (scale, next) = match grammar.scale(scaled_from) {
            Some((scale, next)) => (scale, next),
            None if has_percent => {
                // `%/năm`, but `95%/KH` is of the plan
                let per = stray.saturating_add(1);
                let is_per =
                    source.is_mark(stray, '/') && self.simple(grammar, per).is_some_and(|(name, _)| name != "kế hoạch");
                let (name, end) = if is_per { with_per(self, grammar, "%".into(), stray) } else { ("%".into(), stray) };
                return (UnitWords { name, ..UnitWords::default() }, end);
            }
            None => (Scale::One, at),
        };
        match self.name(grammar, next) {
            Some((name, end)) => {
                // `tr.đ` is a scale word and a unit
                let spelled = Scale::ALL.iter().rev().find_map(|scale| {
                    let name = name.strip_prefix(scale.vietnamese())?.strip_prefix(' ')?;
                    Some((*scale, String::from(name)))
                });
                let (scale, name) = spelled.filter(|_| scale == Scale::One).unwrap_or((scale, name));
                (UnitWords { scale, name, closing: None, has_stray_percent: has_percent }, end)
            }
            None if has_percent => (UnitWords { name: "%".into(), ..UnitWords::default() }, stray),
            // `4,5 triệu/tháng`: of what is not said
            None if scale != Scale::One => {
                let (name, end) = with_per(self, grammar, String::new(), next);
                if name.is_empty() {
                    return (UnitWords { scale, ..UnitWords::default() }, end);
                }
                (UnitWords { name: [scale.vietnamese(), &name].concat(), ..UnitWords::default() }, end)
            }
            None => (UnitWords::default(), next),
        }
    }

    /// Whether a unit of money stands here.
    pub(super) fn is_money(self, grammar: &Grammar<'_, '_>, at: usize) -> bool {
        self.name(grammar, at).is_some_and(|(name, _)| ["đồng", "USD"].contains(&name.as_str()))
    }

    /// The longest known name, with units per which it is: `đồng/người/tháng`.
    fn name(self, grammar: &Grammar<'_, '_>, at: usize) -> Option<(String, usize)> {
        if !grammar.source.goes_on(at) {
            return None;
        }
        let (name, end) = self.simple(grammar, at)?;
        Some(with_per(self, grammar, name, end))
    }

    fn simple(self, grammar: &Grammar<'_, '_>, at: usize) -> Option<(String, usize)> {
        let (source, lexicon) = (grammar.source, grammar.lexicon);
        // one after the other, and no number of times
        if source.after(at, "lần lượt").is_some() {
            return None;
        }
        if let Some(found) = power(source, at) {
            return Some(found);
        }
        let named = self.named.iter().filter_map(|name| Some((name.as_str(), after_name(source, at, name)?)));
        let spelled = lexicon.units.iter().filter_map(|(words, name)| Some((*name, source.after(at, words)?)));
        let known = Unit::known_names().filter_map(|(name, one, many)| {
            let next = if lexicon.is_english {
                source.after(at, many).or_else(|| source.after(at, one))
            } else {
                after_name(source, at, name)
            };
            Some((name, next?))
        });
        // of names of one length the first found counts, the caller's before all others
        let mut longest: Option<(&str, usize)> = None;
        for (name, next) in named.chain(spelled).chain(known) {
            if longest.is_none_or(|(_, end)| next > end) {
                longest = Some((name, next));
            }
        }
        longest.map(|(name, next)| (name.into(), next))
    }

    /// All pieces up to `stop` that can be a unit; the rest is left to what is said behind it.
    fn rest(self, grammar: &Grammar<'_, '_>, at: usize, stop: usize) -> Option<(UnitWords, usize)> {
        /// `người có công với cách mạng` has six words.
        const WORDS: usize = 8;
        let source = grammar.source;
        let (known, end) = self.running(grammar, at);
        if end >= stop || known.name == "%" || known.name == "điểm phần trăm" {
            return Some((known, end));
        }
        let is_times = grammar.lexicon.times.iter().any(|(word, ())| source.is(end.saturating_sub(1), word));
        if is_times && !known.name.is_empty() {
            return Some((known, end));
        }
        let (closing, stop) = grammar.closing_before(at, stop);
        let (scale, from) = grammar.scale(at).unwrap_or((Scale::One, at));
        let (from, has_stray_percent) =
            if known.has_stray_percent { (at.saturating_add(2), true) } else { (from, false) };
        let scale = if has_stray_percent { known.scale } else { scale };
        let is_end = |at: &usize| {
            source.longest(*at, grammar.lexicon.against).is_some() || source.kind(*at) == Some(Kind::Digits)
        };
        let to = (from..stop).find(is_end).unwrap_or(stop);
        let is_no_unit = known.is_left_out() && grammar.lexicon.no_units.iter().any(|word| source.is(from, word));
        // `1A`: a letter close to a number that is no unit
        let is_code = source.is_glued(from) && known.is_left_out();
        let is_unit = source.kind(from) == Some(Kind::Word)
            && !is_no_unit
            && !is_code
            && to.saturating_sub(from) <= WORDS
            && (from..to).all(|at| match source.kind(at) {
                Some(Kind::Word | Kind::Raised) => true,
                Some(Kind::Mark(mark)) => ['/', '-', '.', '&'].contains(&mark),
                _ => false,
            });
        if from == to {
            return Some((
                UnitWords { scale, closing, ..UnitWords::default() },
                if to == stop { grammar.whole? } else { to },
            ));
        }
        if !is_unit {
            return None;
        }
        let name = if known.scale == scale && end >= to { known.name } else { source.composed(from, to) };
        let end = if to == stop { grammar.whole? } else { to };
        Some((UnitWords { scale, name, closing, has_stray_percent }, end))
    }
}

/// A name with what it is per: `đồng/người/tháng`, `%/năm`.
fn with_per(units: Units<'_>, grammar: &Grammar<'_, '_>, name: String, from: usize) -> (String, usize) {
    let source = grammar.source;
    let mut end = from;
    while source.is_mark(end, '/') && source.is_glued(end) && source.is_glued(end.saturating_add(1)) {
        let next = end.saturating_add(1);
        if source.kind(next) != Some(Kind::Word) {
            break;
        }
        end = units.simple(grammar, next).map_or(next.saturating_add(1), |(_, next)| next);
    }
    if end == from { (name, from) } else { ([name, source.composed(from, end)].concat(), end) }
}

/// The piece behind a name, which may have capitals: `kWh`.
fn after_name(source: &Source<'_>, at: usize, name: &str) -> Option<usize> {
    if name.contains(char::is_uppercase) { source.after(at, &name.to_lowercase()) } else { source.after(at, name) }
}

/// `m²`, `km3`: a length and its power.
fn power(source: &Source<'_>, at: usize) -> Option<(String, usize)> {
    let next = at.checked_add(1)?;
    let length = source.powered_length(next)?;
    let power = match source.written(next) {
        "²" | "2" => "²",
        "³" | "3" => "³",
        _ => return None,
    };
    Some(([length, power].concat(), next.checked_add(1)?))
}
