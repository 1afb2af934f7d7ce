//! How every sheet that is written looks on paper: A4 landscape, Times New Roman, thin borders, the head on every page.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::error::WorkbookError;

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::NotWritten { reason: error.to_string() }
    }
}

/// The paper size that Excel numbers 9.
const A4: u8 = 9;

/// Text as documents have it, in points.
pub(crate) fn text() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::VerticalCenter)
}

/// A line over the whole table.
pub(crate) fn title() -> Format {
    text().set_bold().set_font_size(14).set_align(FormatAlign::Center).set_text_wrap()
}

/// A cell of the table, its text broken into lines.
pub(crate) fn cell() -> Format {
    text().set_border(FormatBorder::Thin).set_text_wrap()
}

/// A cell of the head.
pub(crate) fn head() -> Format {
    cell().set_bold().set_align(FormatAlign::Center)
}

/// A cell of the row that numbers the columns.
pub(crate) fn column_number() -> Format {
    cell().set_italic().set_font_size(11).set_align(FormatAlign::Center)
}

/// A figure, at the right as figures are.
pub(crate) fn figure() -> Format {
    cell().set_align(FormatAlign::Right)
}

/// A number format that shows so many decimals; in Excel's own notation, which each Excel shows in that of its country.
pub(crate) fn number_format(decimals: u8) -> String {
    match decimals {
        0 => "#,##0".to_string(),
        decimals => format!("#,##0.{}", "0".repeat(decimals.into())),
    }
}

/// A4 landscape, as wide as the page, with the rows of the head on every page and their numbers below.
pub(crate) fn set_up(sheet: &mut Worksheet, first_head_row: u32, last_head_row: u32) -> Result<(), XlsxError> {
    sheet
        .set_paper_size(A4)
        .set_landscape()
        // inches: 2 cm at the sides, as Decree 30/2020 allows, with room for the page number
        .set_margins(0.79, 0.59, 0.79, 0.79, 0.4, 0.4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_footer("&C&\"Times New Roman\"&12&P")
        .set_repeat_rows(first_head_row, last_head_row)?
        .set_freeze_panes(last_head_row + 1, 0)?;
    Ok(())
}

/// Writes over a range, merged if it is more than one cell.
pub(crate) fn write_over(
    sheet: &mut Worksheet,
    rows: (u32, u32),
    columns: (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if rows.0 == rows.1 && columns.0 == columns.1 {
        sheet.write_string_with_format(rows.0, columns.0, text, format)?;
    } else {
        sheet.merge_range(rows.0, columns.0, rows.1, columns.1, text, format)?;
    }
    Ok(())
}

/// How high a row must be for texts of that width in characters, in points. No program reckons it for a row that
/// another one wrote, so it is reckoned here, as words fall into lines.
pub(crate) fn row_height<'t>(texts: impl Iterator<Item = (&'t str, u16)>) -> u16 {
    // the width is in digits, and letters are a little narrower
    let lines = texts.map(|(text, width)| lines(text, usize::from(width) * 10 / 9)).max().unwrap_or(1);
    // a row has 409 points at most
    u16::try_from(lines.saturating_mul(16).saturating_add(3)).unwrap_or(MOST_HEIGHT).min(MOST_HEIGHT)
}

const MOST_HEIGHT: u16 = 409;

/// The lines that a text takes, its words kept whole where they fit.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut used) = (1_usize, 0_usize);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        lines += (used - 1) / width;
        used = (used - 1) % width + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn words_fall_into_lines() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("chưa có số", 10), 1);
        assert_eq!(lines("chưa có số liệu", 10), 2);
        assert_eq!(lines("aaaaaaaaaaaaaaaaaaaaa", 10), 3);
        assert_eq!(lines("aa bbbbbbbbbb cc", 10), 3);
    }
}
