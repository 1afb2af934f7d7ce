//! Numbers as Excel stores them, which is as binary doubles, read back as decimals. The only file that touches one; nothing
//! is computed with them.
//!
//! Excel keeps 15 significant digits and shows a number rounded half away from zero at the decimals of its format. Both are
//! done here on decimal digits: 0.1+0.2 is stored as 0.30000000000000004 and shown as 0.3, and 1.005 at two decimals as 1.01.

use thuocdo::quantity::{Printed, QuantityError, Ratio, RoundMode, Rounded, Rounding};

use crate::number_format::{Shown, shown};

/// A number of a cell with its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    /// The shortest decimal that gives the double back.
    shortest: String,
    /// Its first 15 significant digits without the sign, as a whole number, and how many of them stand after the point.
    digits: i128,
    decimals: i32,
    is_negative: bool,
    format: String,
}

/// What a number is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadBack {
    /// The number that the cell shows.
    pub(crate) printed: Printed,
    /// Whether the cell shows it in percent.
    pub(crate) is_percent: bool,
    /// The stored number, where it is another than the shown one.
    pub(crate) stored: Option<String>,
    /// What the cell shows instead of the number.
    pub(crate) shows: Option<String>,
}

/// Why a number cannot be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotReadBack {
    /// It has more digits than Excel keeps.
    MoreThan15Digits,
    /// It is finer or larger than figures are.
    Figure(QuantityError),
    /// The cell shows it in thousands or millions.
    Scaled,
    /// The cell shows a text instead, and the number is not zero.
    Hidden(String),
    /// What the cell shows is not understood.
    Format(String),
}

impl Stored {
    /// A double; none if it is no number.
    #[expect(clippy::disallowed_types, reason = "workbooks store doubles; it is turned into digits and left")]
    pub(crate) fn of_double(value: f64, format: &str) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let scientific = format!("{:.14e}", value.abs());
        let (digits, exponent) = scientific.split_once('e')?;
        let digits: i128 = digits.replace('.', "").parse().ok()?;
        Some(Self {
            shortest: format!("{value}"),
            digits,
            decimals: 14 - exponent.parse::<i32>().ok()?,
            is_negative: value.is_sign_negative() && digits != 0,
            format: format.to_string(),
        })
    }

    /// The stored number in plain digits.
    pub(crate) fn shortest(&self) -> &str {
        &self.shortest
    }

    /// The number that the cell shows.
    pub(crate) fn read_back(&self) -> Result<ReadBack, NotReadBack> {
        let shown = shown(&self.format, self.is_negative, self.digits == 0);
        let (printed, is_percent) = match &shown {
            Shown::AsNeeded => (self.as_needed()?, false),
            Shown::Decimals { least, most, is_percent } => (self.at_decimals(*least, *most, *is_percent)?, *is_percent),
            Shown::Text(_) if self.digits == 0 => (self.as_needed()?, false),
            Shown::Text(text) => return Err(NotReadBack::Hidden(text.clone())),
            Shown::Scaled => return Err(NotReadBack::Scaled),
            Shown::Other => return Err(NotReadBack::Format(self.format.clone())),
        };
        let is_shown_as_stored = !is_percent && self.shortest.parse() == Ok(printed.amount());
        Ok(ReadBack {
            printed,
            is_percent,
            stored: (!is_shown_as_stored && self.digits != 0).then(|| self.shortest.clone()),
            shows: if let Shown::Text(text) = shown { Some(text) } else { None },
        })
    }

    /// All its digits: the shortest decimal, or 15 significant digits where that has more.
    fn as_needed(&self) -> Result<Printed, NotReadBack> {
        if self.significant_digits() <= 15 {
            return self.shortest.parse().map_err(NotReadBack::Figure);
        }
        if !self.shortest.contains('.') {
            return Err(NotReadBack::MoreThan15Digits);
        }
        let (mut digits, mut decimals) = (self.digits, self.decimals);
        while decimals > 0 && digits % 10 == 0 {
            digits /= 10;
            decimals -= 1;
        }
        let too_fine = QuantityError::TooFine { text: self.shortest.clone() };
        let decimals = u8::try_from(decimals).map_err(|_| NotReadBack::Figure(too_fine.clone()))?;
        if decimals > MOST_DECIMALS {
            return Err(NotReadBack::Figure(too_fine));
        }
        self.rounded(decimals, false)
    }

    fn at_decimals(&self, least: u8, most: u8, is_percent: bool) -> Result<Printed, NotReadBack> {
        if !self.shortest.contains('.') && self.significant_digits() > 15 {
            return Err(NotReadBack::MoreThan15Digits);
        }
        let printed = self.rounded(most, is_percent)?;
        if least == most {
            return Ok(printed);
        }
        // optional decimals are shown up to the last one that is not zero
        let mut text = printed.to_string();
        let mut decimals = most;
        while decimals > least && text.ends_with('0') {
            text.pop();
            decimals -= 1;
        }
        text.trim_end_matches('.').parse().map_err(NotReadBack::Figure)
    }

    fn rounded(&self, decimals: u8, is_percent: bool) -> Result<Printed, NotReadBack> {
        let rounding = Rounding::new(RoundMode::HalfAway, decimals).map_err(NotReadBack::Figure)?;
        let shift = self.decimals - if is_percent { 2 } else { 0 };
        let too_large = || NotReadBack::Figure(QuantityError::TooLarge { text: self.shortest.clone() });
        let rounded = if shift > LONGEST_SHIFT {
            // 15 digits that far behind the point are nothing at 6 decimals
            Ratio::ZERO.round(rounding)
        } else {
            let power = |exponent: i32| u32::try_from(exponent).ok().and_then(|exponent| 10_i128.checked_pow(exponent));
            let numerator = power((-shift).max(0)).and_then(|power| power.checked_mul(self.digits));
            let numerator = numerator.ok_or_else(too_large)?;
            let denominator = power(shift.max(0)).ok_or_else(too_large)?;
            let signed = if self.is_negative { -numerator } else { numerator };
            Ratio::from_millionths(signed, denominator).map_err(|_| too_large())?.round(rounding)
        };
        printed(rounded).map_err(NotReadBack::Figure)
    }

    fn significant_digits(&self) -> usize {
        let digits: String = self.shortest.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.trim_start_matches('0');
        if self.shortest.contains('.') { digits.len() } else { digits.trim_end_matches('0').len() }
    }
}

/// Decimals of a figure at most.
const MOST_DECIMALS: u8 = 6;
/// The terms of a ratio are below 10^30.
const LONGEST_SHIFT: i32 = 28;

/// A zero after rounding has no sign.
fn printed(rounded: Rounded) -> Result<Printed, QuantityError> {
    Printed::of(if rounded.mantissa() == 0 { rounded.magnitude() } else { rounded })
}

/// The double nearest to a figure, for a writer of workbooks that takes nothing else; Excel shows its digits as they were up
/// to 15 of them, and none is returned beyond that.
#[expect(clippy::disallowed_types, reason = "workbooks store doubles; nothing is computed with it")]
pub(crate) fn double_of(plain: &str) -> Option<f64> {
    let digits = plain.trim_start_matches(['-', '0', '.']).chars().filter(char::is_ascii_digit).count();
    if digits > 15 { None } else { plain.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::{NotReadBack, Stored};

    fn read(text: &str, format: &str) -> Result<String, NotReadBack> {
        let stored = Stored::of_double(text.parse().unwrap(), format).unwrap();
        stored.read_back().map(|read| read.printed.to_string())
    }

    #[test]
    fn a_double_is_read_as_it_is_shown() {
        for (text, format, shown) in [
            ("0.30000000000000004", "0.0", "0.3"),
            ("0.30000000000000004", "General", "0.3"),
            ("1.005", "0.00", "1.01"),
            ("0.125", "0.00", "0.13"),
            ("-0.125", "0.00", "-0.13"),
            ("-0.001", "0.0", "0.0"),
            ("0.8598130841121495", "0.00%", "85.98"),
            ("107", "#,##0", "107"),
            ("85.9", "0.00", "85.90"),
            ("85.9", "0.##", "85.9"),
            ("86", "0.##", "86"),
            ("1e-30", "0.0", "0.0"),
            ("123456789012345", "0", "123456789012345"),
            ("1.1", "General", "1.1"),
            ("0", "General", "0"),
            ("-0", "0.0", "0.0"),
        ] {
            assert_eq!(read(text, format).as_deref(), Ok(shown), "{text} as {format}");
        }
    }

    #[test]
    fn the_stored_number_is_named_where_it_is_another_than_the_shown_one() {
        for (text, format, stored) in [
            ("0.30000000000000004", "0.0", Some("0.30000000000000004")),
            ("92.5", "0", Some("92.5")),
            ("0.5", "0%", Some("0.5")),
            ("0", "0%", None),
            ("92", "0.00", None),
        ] {
            let read = Stored::of_double(text.parse().unwrap(), format).unwrap().read_back().unwrap();
            assert_eq!(read.stored.as_deref(), stored, "{text} as {format}");
        }
    }

    #[test]
    fn what_is_not_a_figure_is_not_made_one() {
        assert_eq!(read("1234567890123457", "0"), Err(NotReadBack::MoreThan15Digits));
        assert_eq!(read("5261", "#,##0,"), Err(NotReadBack::Scaled));
        assert_eq!(read("5", ";;;"), Err(NotReadBack::Hidden(String::new())));
        assert!(matches!(read("0.3333333333333333", "General"), Err(NotReadBack::Figure(_))));
        assert!(matches!(read("0.5", "0.00000000"), Err(NotReadBack::Figure(_))));
        assert!(matches!(read("1e300", "0"), Err(NotReadBack::Figure(_))));
        assert_eq!(Stored::of_double("NaN".parse().unwrap(), "0"), None);
    }
}
