//! How far one printed figure is from another on the keyboard: it orders corrections and never decides one.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use crate::quantity::{Amount, Printed};

/// A slip of the hand or the eye that turns one figure into another (lỗi thường gặp khi ghi số).
///
/// ```
/// use thuocdo::check::Slip;
///
/// assert_eq!(Slip::between("69239".parse()?, "69329".parse()?), Some(Slip::SwappedDigits));
/// assert_eq!(Slip::between("253".parse()?, "2537".parse()?), Some(Slip::LostDigit));
/// assert_eq!(Slip::between("35".parse()?, "3.5".parse()?), Some(Slip::MovedComma));
/// assert_eq!(Slip::between("238".parse()?, "281".parse()?), None);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// Đảo hai chữ số liền nhau.
    SwappedDigits,
    /// Thiếu một chữ số.
    LostDigit,
    /// Thừa một chữ số.
    AddedDigit,
    /// Ghi khác một chữ số.
    ReplacedDigit,
    /// Thiếu hoặc lệch dấu phẩy thập phân.
    MovedComma,
    /// Lệch 1.000 lần: another scale word.
    Thousandfold,
    /// Thiếu hoặc thừa dấu âm.
    Sign,
    /// Chia cho số của năm sau thay vì năm gốc.
    WrongBase,
}

impl Slip {
    /// The slip that turned `meant` into `written`, if it is one of the figures alone; [`Slip::WrongBase`] is one of a whole
    /// statement.
    #[must_use]
    pub fn between(written: Printed, meant: Printed) -> Option<Self> {
        let (old, new) = (written.to_string(), meant.to_string());
        if written.amount() == meant.amount() {
            return None;
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let bare = |text: &str| digits(text).trim_matches('0').to_string();
        let (old_bare, new_bare) = (bare(&old), bare(&new));
        let is_negated = written.amount() == meant.amount().negated();
        if is_negated {
            return Some(Self::Sign);
        }
        if is_thousandfold(written.amount(), meant.amount()) || is_thousandfold(meant.amount(), written.amount()) {
            return Some(Self::Thousandfold);
        }
        if old_bare == new_bare && written.decimals() != meant.decimals() {
            return Some(Self::MovedComma);
        }
        if typing_distance(written, meant) != 1 {
            return None;
        }
        let (old_digits, new_digits) = (digits(&old), digits(&new));
        Some(match old_digits.len().cmp(&new_digits.len()) {
            core::cmp::Ordering::Less => Self::LostDigit,
            core::cmp::Ordering::Greater => Self::AddedDigit,
            core::cmp::Ordering::Equal if sorted(&old_digits) == sorted(&new_digits) => Self::SwappedDigits,
            core::cmp::Ordering::Equal => Self::ReplacedDigit,
        })
    }
}

fn is_thousandfold(small: Amount, large: Amount) -> bool {
    small != Amount::ZERO && small.millionths().checked_mul(1000) == Some(large.millionths())
}

fn sorted(digits: &str) -> Vec<u8> {
    let mut digits = digits.as_bytes().to_vec();
    digits.sort_unstable();
    digits
}

/// Typing distance (số thao tác gõ khác nhau): digits lost, added, replaced, or swapped with their neighbour, so that one
/// printed figure becomes the other. Sign, decimal point and zeros in front count, group marks do not.
///
/// The restricted Damerau-Levenshtein distance: a swapped pair is not touched again.
///
/// ```
/// use thuocdo::check::typing_distance;
///
/// assert_eq!(typing_distance("2552".parse()?, "2525".parse()?), 1);
/// assert_eq!(typing_distance("1340".parse()?, "14300".parse()?), 2);
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[must_use]
pub fn typing_distance(one: Printed, other: Printed) -> usize {
    let (one, other) = (one.to_string(), other.to_string());
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, byte) in one.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(index.saturating_add(1));
        for (column, matched) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX);
            let diagonal = at(&row, column).saturating_add(usize::from(byte != matched));
            let lost = at(&row, column.saturating_add(1)).saturating_add(1);
            let added = at(&next, column).saturating_add(1);
            let before = |bytes: &[u8], index: usize| index.checked_sub(1).and_then(|index| bytes.get(index)).copied();
            let is_swapped =
                before(one, index) == Some(*matched) && before(other, column) == Some(*byte) && byte != matched;
            let swapped = match column.checked_sub(1) {
                Some(column) if is_swapped => at(&above, column).saturating_add(1),
                _ => usize::MAX,
            };
            next.push(diagonal.min(lost).min(added).min(swapped));
        }
        above = row;
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

/// Every figure one slip away with as many decimals, each once, in order.
pub(super) fn neighbours(printed: Printed) -> Vec<Printed> {
    let text = printed.to_string();
    let bytes = text.as_bytes();
    let mut texts: Vec<Vec<u8>> = Vec::new();
    for index in 0..=bytes.len() {
        let (before, after) = bytes.split_at(index);
        let mut add = |parts: &[&[u8]]| texts.push(parts.concat());
        for digit in b'0'..=b'9' {
            add(&[before, &[digit], after]);
            if let Some((_, rest)) = after.split_first() {
                add(&[before, &[digit], rest]);
            }
        }
        if let Some((_, rest)) = after.split_first() {
            add(&[before, rest]);
        }
        if let [first, second, rest @ ..] = after {
            add(&[before, &[*second, *first], rest]);
        }
    }
    texts.push([b"-", bytes].concat());
    let read = |text: Vec<u8>| String::from_utf8(text).ok()?.parse::<Printed>().ok();
    let is_near = |found: &Printed| found.decimals() == printed.decimals() && found.amount() != printed.amount();
    let mut found: Vec<Printed> = texts.into_iter().filter_map(read).filter(is_near).collect();
    found.sort_by_key(|found| (found.amount(), found.integer_digits()));
    found.dedup_by_key(|found| found.amount());
    found
}

/// The digits from the first to the last that is not zero: 1 for 8.000, 2 for 7.900.
pub(super) fn significant_digits(printed: Printed) -> usize {
    let digits: String = printed.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}
