//! Which cells of an annex are numbers on a sheet: those whose printed words are a number and nothing else.

use thuocdo::quantity::Unit;
use thuocdo::text::{AnnexCell, AnnexValue, Notation, read_numeral};

use crate::stored::double_of;

/// A cell of an annex on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SheetCell {
    /// A number as a plain decimal, with the number format that shows it as it is printed.
    Number { plain: String, format: String },
    /// Words: a name, a reason, a bound, a number with more digits than Excel keeps.
    Text(String),
}

/// A cell as it stands on a sheet.
pub(crate) fn sheet_cell(cell: &AnnexCell) -> SheetCell {
    let is_percent = match &cell.value {
        AnnexValue::Rate(_) => true,
        AnnexValue::Figure(figure) => cell.text.ends_with('%') && *figure.unit() == Unit::PERCENT,
        _ => return SheetCell::Text(cell.text.clone()),
    };
    let words = if is_percent { cell.text.trim_end_matches('%') } else { &cell.text };
    let readings = read_numeral(words).unwrap_or_default();
    let Some(reading) = readings.first().filter(|reading| reading.notation != Notation::English) else {
        return SheetCell::Text(cell.text.clone());
    };
    let printed = reading.printed.to_string();
    let decimals = reading.printed.decimals();
    let whole_digits = usize::from(reading.printed.integer_digits());
    let is_padded = whole_digits > 1 && printed.trim_start_matches('-').starts_with('0');
    let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.into())) };
    // zeros in front are an office's way of writing small counts, and a number in groups has none
    let whole = if is_padded { "0".repeat(whole_digits) } else { "#,##0".to_string() };
    let plain = if is_percent { hundredth(&printed) } else { printed };
    match double_of(&plain) {
        Some(_) => SheetCell::Number { plain, format: format!("{whole}{places}{}", if is_percent { "%" } else { "" }) },
        None => SheetCell::Text(cell.text.clone()),
    }
}

/// A plain decimal with its point two places to the left.
fn hundredth(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = format!("{whole:0>3}");
    let (left, right) = whole.split_at(whole.len() - 2);
    format!("{sign}{left}.{right}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::hundredth;

    #[test]
    fn the_point_moves_two_places() {
        for (plain, moved) in
            [("85.98", "0.8598"), ("154.4", "1.544"), ("0.08", "0.0008"), ("-35.7", "-0.357"), ("100", "1.00")]
        {
            assert_eq!(hundredth(plain), moved);
        }
    }
}
