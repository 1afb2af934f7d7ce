use alloc::{string::String, vec::Vec};

use unicode_normalization::UnicodeNormalization;

use super::numeral::{Notation, NumeralReading, read_numeral};
use super::{ReadError, token};
use crate::quantity::{Figure, Printed, QuantityError, Reading, Unit};

/// One reading of a figure with its unit and what is said of it (một cách hiểu số liệu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureReading {
    /// The number, bound, range or approximation.
    pub reading: Reading,
    /// The unit, in the words of the phrase; none is a bare number.
    pub unit: Unit,
    /// In which notation its numbers say so.
    pub notation: Notation,
}

impl FigureReading {
    /// The figure.
    ///
    /// # Errors
    /// [`QuantityError`] where the unit allows no such number, which speaks against this reading: `2.242 lao động` is no count
    /// where a point begins the decimals.
    pub fn figure(&self) -> Result<Figure, QuantityError> {
        Figure::new(self.reading, self.unit.clone())
    }
}

/// Every reading of a Vietnamese phrase that is one figure and nothing else: a numeral or a range, with its unit, and with a
/// word for a bound.
///
/// `gần` is read as about so much; it says that the number is not reached, and not by how much. Fractions, pairs, changes and
/// money in several scale words are refused and not read yet.
///
/// ```
/// use thuocdo::quantity::{Reading, Unit};
/// use thuocdo::text::read_figure;
///
/// let trained = &read_figure("trên 83%")?[0];
/// assert_eq!((trained.reading, &trained.unit), (Reading::MoreThan("83".parse()?), &Unit::PERCENT));
/// let lent = &read_figure("hơn 530,5 tỷ đồng")?[0];
/// assert_eq!(lent.figure()?.unit().to_string(), "tỷ đồng");
/// // 2.242 persons, or 2,242, which is no number of persons
/// let workers = read_figure("2.242 lao động")?;
/// assert!(workers[0].figure().is_ok() && workers[1].figure().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReadError`] for what is no such figure, a range that does not rise, a unit or a number that cannot be, and more than
/// [`ReadError::LONGEST`] characters.
pub fn read_figure(text: &str) -> Result<Vec<FigureReading>, ReadError> {
    // the same limits and digits as anywhere in a phrase
    token::tokens(text)?;
    let composed: String = text.nfc().collect();
    let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    let no_figure = || ReadError::NotFigure { text: text.into() };
    let (bound, phrase) = Bound::of(&words);
    let (first, rest) = numeral(phrase).ok_or_else(no_figure)?;
    let (second, unit) = match range(rest) {
        Some((unit, second, other)) if is_same(unit, other) && bound.allows_range() => (Some(second), other),
        Some(_) => return Err(no_figure()),
        None => (None, rest),
    };
    let (unit, bound) = bound.without_suffix(unit, second.is_some()).ok_or_else(no_figure)?;
    if unit.contains(|c: char| c.is_ascii_digit()) || unit.contains("so với") || !is_unit_like(unit) {
        return Err(no_figure());
    }
    let number = |reason| ReadError::Number { text: text.into(), reason };
    let unit: Unit = spelled(unit).parse().map_err(number)?;
    let quoted = |error: ReadError| match error {
        ReadError::Number { reason, .. } => number(reason),
        _ => no_figure(),
    };
    let first = read_numeral(first).map_err(quoted)?;
    let second = second.map(read_numeral).transpose().map_err(quoted)?;
    let mut readings = Vec::new();
    let mut refused = None;
    for notation in [Notation::Vietnamese, Notation::English] {
        let of = |numerals: &[NumeralReading]| {
            let fits = |found: &&NumeralReading| found.notation == notation || found.notation == Notation::Either;
            numerals.iter().find(fits).copied()
        };
        let Some(low) = of(&first) else { continue };
        let (reading, is_marked) = match &second {
            None => (bound.reading(low.printed), low.notation != Notation::Either),
            Some(second) => {
                let Some(high) = of(second) else { continue };
                // a range that falls in one notation may rise in the other
                let reading = match Reading::between(low.printed, high.printed) {
                    Ok(reading) => reading,
                    Err(reason) => {
                        refused = Some(number(reason));
                        continue;
                    }
                };
                (reading, [low, high].iter().any(|end| end.notation != Notation::Either))
            }
        };
        let notation = if is_marked { notation } else { Notation::Either };
        readings.push(FigureReading { reading, unit: unit.clone(), notation });
        if !is_marked {
            break;
        }
    }
    if readings.is_empty() { Err(refused.unwrap_or_else(no_figure)) } else { Ok(readings) }
}

/// What is said with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    /// `từ`, which begins a range or goes with `trở lên`.
    From,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
}

/// The words before a number.
const BOUNDS: [(&str, Bound); 17] = [
    ("từ", Bound::From),
    ("không dưới", Bound::AtLeast),
    ("ít nhất", Bound::AtLeast),
    ("tối thiểu", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("trên", Bound::MoreThan),
    ("hơn", Bound::MoreThan),
    (">", Bound::MoreThan),
    ("không quá", Bound::AtMost),
    ("tối đa", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("dưới", Bound::LessThan),
    ("chưa đến", Bound::LessThan),
    ("<", Bound::LessThan),
    ("khoảng", Bound::About),
    ("~", Bound::About),
    ("gần", Bound::About),
];

impl Bound {
    /// The bound at the beginning of a phrase, and the rest.
    fn of(phrase: &str) -> (Self, &str) {
        let lower = phrase.to_lowercase();
        for (words, bound) in BOUNDS {
            let is_word = words.chars().all(char::is_alphabetic) || words.contains(' ');
            let Some(rest) = lower.strip_prefix(words) else { continue };
            let is_apart = rest.starts_with(' ') || (!is_word && rest.starts_with(|c: char| c.is_ascii_digit()));
            // lower case letters may be longer, so the rest is counted from the end
            let rest = phrase.len().checked_sub(rest.len()).and_then(|start| phrase.get(start..));
            if let Some(rest) = rest.filter(|_| is_apart) {
                return (bound, rest.trim_start());
            }
        }
        (Self::None, phrase)
    }

    fn allows_range(self) -> bool {
        matches!(self, Self::None | Self::From)
    }

    /// The unit without `trở lên` and `trở xuống`, which say a bound themselves; none if two bounds are said, or half of one.
    fn without_suffix(self, unit: &str, is_range: bool) -> Option<(&str, Self)> {
        let suffixed = [("trở lên", Self::AtLeast), ("trở xuống", Self::AtMost)];
        for (suffix, bound) in suffixed {
            // counted in letters, because lower case ones may be longer
            let start = unit.chars().count().checked_sub(suffix.chars().count());
            let start = start.and_then(|start| unit.char_indices().map(|(at, _)| at).nth(start));
            let Some((unit, end)) = start.and_then(|start| unit.split_at_checked(start)) else { continue };
            if end.to_lowercase() == suffix {
                return (!is_range && matches!(self, Self::None | Self::From)).then_some((unit.trim_end(), bound));
            }
        }
        (is_range || self != Self::From).then_some((unit, self))
    }

    fn reading(self, printed: Printed) -> Reading {
        match self {
            Self::None | Self::From => Reading::Exactly(printed),
            Self::AtLeast => Reading::AtLeast(printed),
            Self::MoreThan => Reading::MoreThan(printed),
            Self::AtMost => Reading::AtMost(printed),
            Self::LessThan => Reading::LessThan(printed),
            Self::About => Reading::About(printed),
        }
    }
}

/// The numeral at the beginning, and the rest.
fn numeral(phrase: &str) -> Option<(&str, &str)> {
    let start = phrase.strip_prefix(['-', '−']).map_or(0, |rest| phrase.len().saturating_sub(rest.len()));
    let digits = phrase.get(start..)?;
    let length = digits.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(digits.len());
    let (numeral, rest) = phrase.split_at_checked(start.checked_add(length)?)?;
    (length > 0).then_some((numeral, rest.trim_start()))
}

/// The unit of the first number of a range, its second number, and the unit behind that.
fn range(rest: &str) -> Option<(&str, &str, &str)> {
    for mark in ["-", "–", "—", "đến", "ĐẾN", "Đến"] {
        let Some((unit, behind)) = rest.split_once(mark) else { continue };
        if let Some((second, other)) = numeral(behind.trim_start()) {
            return Some((unit.trim_end(), second, other));
        }
    }
    None
}

/// Whether both numbers of a range are of one unit: the first may leave it out, or all of it but the scale word.
fn is_same(unit: &str, other: &str) -> bool {
    let is_scale = ["nghìn", "triệu", "tỷ", "tỉ"].contains(&unit);
    unit.is_empty() || unit == other || (is_scale && other.strip_prefix(unit).is_some_and(|rest| rest.starts_with(' ')))
}

fn is_unit_like(unit: &str) -> bool {
    // words behind a percent sign are no part of it
    let is_percent_alone = !unit.starts_with('%') || unit == "%";
    is_percent_alone && unit.chars().next().is_none_or(|first| first.is_alphabetic() || first == '%')
}

/// A unit as it is called here.
fn spelled(unit: &str) -> String {
    if unit == "điểm %" {
        return "điểm phần trăm".into();
    }
    match unit.strip_prefix("tỉ ") {
        Some(rest) => ["tỷ ", rest].concat(),
        None => unit.replace("nghìn tỉ ", "nghìn tỷ "),
    }
}
