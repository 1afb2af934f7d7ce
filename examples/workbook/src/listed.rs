//! What became of each cell of a sheet: none is passed over in silence.

use std::collections::BTreeMap;

use crate::Address;
use crate::layout::Role;
use crate::value::Doubt;

/// A cell that holds something, and what became of it (ô đã xem xét).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedCell {
    /// Where it stands.
    pub at: Address,
    /// What stands there, in one line.
    pub text: String,
    /// What became of it.
    pub became: Became,
}

/// What became of a cell (kết quả xem xét ô).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// Đã đọc.
    Mapped(MappedAs),
    /// Không đọc.
    Unmapped(Unmapped),
    /// Cần làm rõ.
    Doubtful(Doubtful),
}

/// What a cell was read as (được đọc là).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappedAs {
    /// The head of a column.
    Head(Role),
    /// The row that numbers the columns.
    ColumnNumber,
    /// The reporting unit, the day or the number of the correction, and what stands before them.
    Label,
    /// The label of a row.
    Order,
    /// The name of an indicator.
    Name,
    /// The heading of the rows below it.
    Heading,
    /// The name of a total.
    Total,
    /// The unit of measure.
    UnitOfMeasure,
    /// A figure, or that none applies.
    Figure(Role),
    /// A note.
    Note,
}

/// Why a cell was not read (lý do không đọc).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmapped {
    /// It belongs to no table: it stands above the first one, or on a sheet that was not read.
    OutsideTable,
    /// The layout does not know the head.
    UnknownHead,
    /// It stands below a head that the layout does not know.
    BelowUnknownHead,
    /// No head stands above it.
    NoHead,
    /// It is in the row that shows how to fill in the others.
    Example,
    /// The row has figures and no name.
    NoName,
    /// It stands below the last row with figures.
    BelowTable,
}

/// Why a cell is doubtful (lý do cần làm rõ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubtful {
    /// A figure cell.
    Figure(Role, Doubt),
    /// A column whose head means the same as that of another.
    SameHead(Role),
    /// A name without figures and without a unit: a heading, or an indicator whose figures are missing.
    HeadingOrMissing,
    /// The name of another row as well.
    SameName,
    /// A text that is no unit of measure.
    UnitOfMeasure,
    /// A day that cannot be read.
    Day,
    /// A number of the correction that cannot be read.
    Version,
    /// Another unit, day or number of the correction than the workbook says elsewhere.
    Otherwise,
}

/// The cells of a sheet, as they are listed.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    became: BTreeMap<Address, Became>,
}

impl Listing {
    pub(crate) fn mapped(&mut self, at: Address, mapped: MappedAs) {
        self.became.insert(at, Became::Mapped(mapped));
    }

    pub(crate) fn unmapped(&mut self, at: Address, why: Unmapped) {
        self.became.insert(at, Became::Unmapped(why));
    }

    pub(crate) fn doubtful(&mut self, at: Address, why: Doubtful) {
        self.became.insert(at, Became::Doubtful(why));
    }

    /// What `other` says of its cells counts.
    pub(crate) fn overrule(&mut self, other: Self) {
        self.became.extend(other.became);
    }

    pub(crate) fn became(&self, at: Address) -> Option<&Became> {
        self.became.get(&at)
    }
}
