use alloc::{borrow::ToOwned, string::String, vec::Vec};

use super::ReadError;
use super::source::{beginning, is_other_digit};
use crate::quantity::Printed;

/// Which mark groups digits and which begins the decimals (dấu phân cách).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notation {
    /// `1.493,5`, as the accounting law has it (Luật Kế toán 2015, article 11).
    Vietnamese,
    /// `1,493.5`, as spreadsheets and some pages of ministries have it.
    English,
    /// Without a mark it is the same in both.
    Either,
}

/// One reading of a numeral.
///
/// ```
/// use thuocdo::text::{Notation, read_numeral};
///
/// let files = read_numeral("1.493")?;
/// let readings: Vec<_> = files.iter().map(|reading| (reading.printed.to_string(), reading.notation)).collect();
/// assert_eq!(readings, [("1493".into(), Notation::Vietnamese), ("1.493".into(), Notation::English)]);
/// // two decimals are no group of three digits
/// let share = read_numeral("85,98")?;
/// assert_eq!((share.len(), share[0].printed), (1, "85.98".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumeralReading {
    /// The number with its decimals and its zeros in front.
    pub printed: Printed,
    /// In which notation it says so.
    pub notation: Notation,
}

/// Every reading of a numeral (con số), the Vietnamese one first: `1.493` is 1493, or 1.493 where a point begins the decimals.
///
/// Groups have three digits, the first one to three and no zero in front; zeros in front of a numeral without groups are kept,
/// as are zeros at the end. What is grouped otherwise is refused, never mended. A minus before zero, as in a rounded `-0,0`, is zero.
///
/// # Errors
/// [`ReadError::NotNumeral`] for anything but digits with a minus and marks in their places, [`ReadError::Number`] for more
/// digits than an amount has.
pub fn read_numeral(text: &str) -> Result<Vec<NumeralReading>, ReadError> {
    if let Some(digit) = text.chars().find(|letter| is_other_digit(*letter)) {
        return Err(ReadError::OtherDigits { text: beginning(text), digit });
    }
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let notations = if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        Vec::from([(Notation::Either, '.', ',')])
    } else {
        Vec::from([(Notation::Vietnamese, '.', ','), (Notation::English, ',', '.')])
    };
    let mut readings = Vec::new();
    let mut refused = None;
    for (notation, group, decimal) in notations {
        let Some(plain) = plain(digits, group, decimal) else { continue };
        match [sign, &plain].concat().parse::<Printed>() {
            Ok(printed) => readings.push(NumeralReading { printed, notation }),
            Err(reason) => refused = Some(ReadError::Number { text: beginning(text), reason }),
        }
    }
    if readings.is_empty() {
        return Err(refused.unwrap_or_else(|| ReadError::NotNumeral { text: beginning(text) }));
    }
    Ok(readings)
}

/// The digits without groups and with a point before the decimals; none if they are not grouped so.
fn plain(digits: &str, group: char, decimal: char) -> Option<String> {
    let (whole, fraction) = match digits.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let whole = match whole.split_once(group) {
        None if is_number(whole) => whole.to_owned(),
        Some((first, others)) if is_number(first) && first.len() <= 3 && !first.starts_with('0') => {
            let are_groups = others.split(group).all(|digits| is_number(digits) && digits.len() == 3);
            are_groups.then(|| whole.replace(group, ""))?
        }
        _ => return None,
    };
    match fraction {
        Some(fraction) if is_number(fraction) => Some([&whole, ".", fraction].concat()),
        Some(_) => None,
        None => Some(whole),
    }
}
