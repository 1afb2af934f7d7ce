//! Where a cell stands, as a spreadsheet names it.

use std::fmt;

/// Address of a cell (địa chỉ ô) within its sheet: `B7`.
///
/// ```
/// use workbook::Address;
///
/// assert_eq!(Address { row: 6, column: 1 }.to_string(), "B7");
/// assert_eq!(Address { row: 0, column: 701 }.to_string(), "ZZ1");
/// assert_eq!(Address { row: 1_048_575, column: 16_383 }.to_string(), "XFD1048576");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_name(self.column), self.row.saturating_add(1))
    }
}

/// The letters of a column.
pub(crate) fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from_u32(u32::from(b'A') + digit).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
