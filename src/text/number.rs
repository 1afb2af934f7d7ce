//! Digits in groups of three, the same for every language but for the marks.

use alloc::{format, string::String};

use crate::quantity::{Printed, Rounded};

/// The marks between digits.
///
/// ```
/// use thuocdo::quantity::{Amount, Ratio, Rounding};
/// use thuocdo::text::{Language, Separators, Vietnamese};
///
/// let trained: Amount = "11370".parse()?;
/// assert_eq!(Vietnamese.separators().rounded(trained.into()), "11.370");
/// let house = Separators { group: ' ', decimal: ',' };         // the style of a house
/// assert_eq!(house.rounded(trained.into()), "11 370");
/// assert_eq!(house.rounded(Ratio::of(92, 107)?.round_percent(Rounding::half_away::<2>())), "85,98");
/// assert_eq!(house.printed("02".parse()?), "02");              // 02 hộ, as the report prints it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    /// Between groups of three digits: `.` in Vietnamese.
    pub group: char,
    /// Before the decimals: `,` in Vietnamese.
    pub decimal: char,
}

impl Separators {
    /// A rounded figure with all its decimals.
    #[must_use]
    pub fn rounded(self, rounded: Rounded) -> String {
        self.write(rounded, 1)
    }

    /// A figure with the zeros it was printed with.
    #[must_use]
    pub fn printed(self, printed: Printed) -> String {
        self.write(printed.rounded(), printed.integer_digits())
    }

    fn write(self, rounded: Rounded, integer_digits: u8) -> String {
        let (whole, fraction) = rounded.parts();
        let sign = if rounded.mantissa() < 0 { "-" } else { "" };
        let grouped = self.group_digits(&format!("{whole:0width$}", width = usize::from(integer_digits)));
        match usize::from(rounded.decimals()) {
            0 => format!("{sign}{grouped}"),
            decimals => format!("{sign}{grouped}{}{fraction:0decimals$}", self.decimal),
        }
    }

    fn group_digits(self, digits: &str) -> String {
        // 0002 as 0.002 would be another number
        if digits.starts_with('0') {
            return digits.into();
        }
        let mut grouped = String::with_capacity(digits.len().saturating_mul(2));
        for (index, digit) in digits.chars().enumerate() {
            let left = digits.len().saturating_sub(index);
            if index > 0 && left.checked_rem(3) == Some(0) {
                grouped.push(self.group);
            }
            grouped.push(digit);
        }
        grouped
    }
}
