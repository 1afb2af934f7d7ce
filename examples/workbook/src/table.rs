//! The rows of a sheet below its heads: indicators, headings and totals, and what stands in their cells.

use std::collections::BTreeMap;

use thuocdo::quantity::{QuantityError, Unit, UnitKind};

use crate::Address;
use crate::fold::{fold, tidy};
use crate::head::{Head, Holds};
use crate::known::Known;
use crate::label::{Label, Levels};
use crate::layout::Role;
use crate::listed::{Became, Doubtful, Listing, MappedAs, Unmapped};
use crate::sheet::{Content, Sheet};
use crate::value::{self, Doubt, FigureCell, Value};

/// A row of a table (dòng của biểu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where its name stands.
    pub at: Address,
    /// Its name without its label.
    pub name: String,
    /// The names of the headings and rows above it, the outermost first.
    pub above: Vec<String>,
    /// What it is.
    pub kind: RowKind,
    /// The unit of measure; [`Unit::BARE`] if none is said.
    pub unit: Result<Unit, QuantityError>,
    /// Its figure cells, those that are empty included.
    pub cells: BTreeMap<Role, FigureCell>,
    /// What is noted beside it.
    pub note: String,
    /// The row of the list above it.
    pub(crate) parent: Option<usize>,
    /// Whether a label stands before its name, so that it belongs to the table.
    pub(crate) is_labelled: bool,
    /// Which table of the sheet it belongs to.
    pub(crate) table: usize,
}

/// What a row is (loại dòng).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Chỉ tiêu.
    Indicator,
    /// Tiêu đề nhóm.
    Heading,
    /// Tổng của cả biểu: its figure is stated and never added.
    Total,
    /// Tổng của các dòng kể từ tổng trước: its figure is stated and never added.
    Subtotal,
    /// A heading, or an indicator without figures.
    Unclear,
}

impl RowKind {
    /// Whether it is a total of other rows.
    #[must_use]
    pub const fn is_total(self) -> bool {
        matches!(self, Self::Total | Self::Subtotal)
    }
}

impl Row {
    /// Whether figures belong to it that other workbooks may have too.
    pub(crate) const fn is_named(&self) -> bool {
        matches!(self.kind, RowKind::Indicator | RowKind::Unclear)
    }

    /// Whether it cannot be what stands below a table.
    const fn is_in_table(&self) -> bool {
        match self.kind {
            RowKind::Indicator | RowKind::Total | RowKind::Subtotal => true,
            RowKind::Unclear => self.is_labelled,
            RowKind::Heading => false,
        }
    }

    /// What tells it apart within a workbook: its name and those above it.
    pub(crate) fn path(&self) -> Vec<String> {
        self.above.iter().chain([&self.name]).map(|name| fold(name)).collect()
    }
}

/// The rows of a sheet with these heads; `units` are the units said above each of them.
pub(crate) fn rows(
    sheet: &Sheet,
    heads: &[Head],
    known: &Known<'_>,
    units: &[Option<Unit>],
    listing: &mut Listing,
) -> Vec<Row> {
    let unit = Unit::BARE;
    let mut reader = Reader { sheet, known, unit, listing, rows: Vec::new(), levels: Levels::default(), table: 0 };
    let mut above: Option<&Head> = None;
    for (index, head) in heads.iter().enumerate() {
        reader.list_head(head);
        // a head that is repeated right below a row of its table continues it, as where a page ends
        let is_repeated = above.is_some_and(|above| above.is_same_table(head))
            && reader.rows.last().is_some_and(|last| last.is_in_table() && last.at.row + 1 == head.first_row);
        if !is_repeated && index > 0 {
            reader.end_table();
            reader.unit = Unit::BARE;
        }
        if let Some(Some(unit)) = units.get(index) {
            reader.unit = unit.clone();
        }
        let end = heads.get(index + 1).map_or(u32::MAX, |next| next.first_row);
        for row in sheet.rows_in(head.last_row + 1..end) {
            reader.read(head, row);
        }
        above = Some(head);
    }
    reader.end_table();
    reader.rows
}

struct Reader<'s> {
    sheet: &'s Sheet,
    known: &'s Known<'s>,
    /// What is counted where a row does not say it.
    unit: Unit,
    listing: &'s mut Listing,
    rows: Vec<Row>,
    levels: Levels,
    table: usize,
}

/// The name of a row, as it stands.
struct Named {
    at: Address,
    name: String,
    label: Option<Label>,
    /// Whether it stands in a merged region over several columns.
    is_wide: bool,
}

impl Reader<'_> {
    fn list_head(&mut self, head: &Head) {
        for row in head.first_row..=head.last_row {
            for (at, _) in self.sheet.row(row) {
                let is_number = row == head.last_row && self.is_no_word(at);
                match head.columns.get(&at.column).map(|headed| headed.holds) {
                    _ if is_number => self.listing.mapped(at, MappedAs::ColumnNumber),
                    Some(Holds::Role(role)) => self.listing.mapped(at, MappedAs::Head(role)),
                    Some(Holds::Contested(role)) => self.listing.doubtful(at, Doubtful::SameHead(role)),
                    _ => self.listing.unmapped(at, Unmapped::UnknownHead),
                }
            }
        }
    }

    /// Whether a cell of a head holds a number or a single letter.
    fn is_no_word(&self, at: Address) -> bool {
        let text = self.sheet.at(at).map(Content::text).unwrap_or_default();
        text.chars().filter(|letter| letter.is_alphabetic()).count() < 2 && self.known.role_of_row(&text).is_none()
    }

    fn read(&mut self, head: &Head, row: u32) {
        let first = self.sheet.row(row).next().map(|(_, content)| content.text()).unwrap_or_default();
        if self.known.is_example(&first) {
            self.list_row(row, |_| Became::Unmapped(Unmapped::Example));
            return;
        }
        self.list_row(row, |column| match head.columns.get(&column).map(|headed| headed.holds) {
            Some(Holds::Role(Role::Note)) => Became::Mapped(MappedAs::Note),
            Some(Holds::Role(_) | Holds::Contested(_)) => Became::Unmapped(Unmapped::NoName),
            Some(Holds::Unknown) => Became::Unmapped(Unmapped::BelowUnknownHead),
            None => Became::Unmapped(Unmapped::NoHead),
        });
        let Some(named) = self.named(head, row) else { return };
        let kind = self.kind(head, &named);
        let own_unit = self.own_unit(head, row);
        let unit = own_unit.unwrap_or_else(|| Ok(self.unit.clone()));
        let cells = if kind == RowKind::Heading { BTreeMap::new() } else { self.cells(head, row, &unit) };
        let index = self.rows.len();
        let parent = self.parent(&named, kind, index);
        let above = parent.and_then(|parent| self.rows.get(parent));
        let above = above.map(|row| row.above.iter().chain([&row.name]).cloned().collect()).unwrap_or_default();
        let listed = match kind {
            RowKind::Heading => MappedAs::Heading,
            RowKind::Total | RowKind::Subtotal => MappedAs::Total,
            RowKind::Indicator | RowKind::Unclear => MappedAs::Name,
        };
        self.listing.mapped(named.at, listed);
        let note = head.column(Role::Note).and_then(|column| self.sheet.at(Address { row, column }));
        let note = note.map(Content::text).unwrap_or_default();
        let table = self.table;
        let is_labelled = named.label.is_some();
        let name = named.name;
        self.rows.push(Row { at: named.at, name, above, kind, unit, cells, note, parent, is_labelled, table });
    }

    fn list_row(&mut self, row: u32, became: impl Fn(u32) -> Became) {
        for (at, _) in self.sheet.row(row) {
            match became(at.column) {
                Became::Mapped(mapped) => self.listing.mapped(at, mapped),
                Became::Unmapped(why) => self.listing.unmapped(at, why),
                Became::Doubtful(why) => self.listing.doubtful(at, why),
            }
        }
    }

    fn named(&mut self, head: &Head, row: u32) -> Option<Named> {
        let column = head.column(Role::Subject)?;
        let own = |column: u32| {
            let at = Address { row, column };
            self.sheet.at_or_merged(at).filter(|(origin, _)| origin.row == row)
        };
        let order = head.column(Role::Order).and_then(own);
        let name = own(column);
        let (at, text, label) = match (order, name) {
            (Some((order, _)), Some((at, name))) if order == at => (at, name.text(), None),
            (Some((order, label)), Some((at, name))) => {
                self.listing.mapped(order, MappedAs::Order);
                (at, name.text(), Label::of(&label.text()))
            }
            (None, Some((at, name))) => (at, name.text(), None),
            // a heading or a total in the column of the labels
            (Some((order, name)), None) if Label::of(&name.text()).is_none() => (order, name.text(), None),
            _ => return None,
        };
        let is_wide = self.sheet.region(at).is_some_and(|region| region.first.column < region.last.column);
        let (inner, name) = Label::split(&text);
        Some(Named { at, name: name.to_string(), label: label.or(inner), is_wide })
    }

    fn kind(&self, head: &Head, named: &Named) -> RowKind {
        // what a total is of may stand behind it in brackets: `Tổng cộng (I+II)`
        let name = named.name.split_once(" (").map_or(named.name.as_str(), |(name, _)| name);
        let bare = name.trim_end_matches([':', '.']);
        if self.known.is_total(bare) {
            return RowKind::Total;
        }
        if self.known.is_subtotal(bare) {
            return RowKind::Subtotal;
        }
        let row = named.at.row;
        let has_figure = head.columns.iter().any(|(column, headed)| {
            is_of_figures(headed.holds) && self.sheet.at(Address { row, column: *column }).is_some()
        });
        if has_figure || self.own_unit(head, row).is_some() || self.known.indicator(name).is_some() {
            return RowKind::Indicator;
        }
        let is_shouted = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
        if self.known.is_heading(bare)
            || matches!(named.label, Some(Label::Roman | Label::Capital))
            || named.is_wide
            || is_shouted
        {
            return RowKind::Heading;
        }
        RowKind::Unclear
    }

    fn parent(&mut self, named: &Named, kind: RowKind, index: usize) -> Option<usize> {
        if kind.is_total() {
            // a total above its parts has none above it, one below them closes their group
            self.levels.close();
            return None;
        }
        let is_introduction = self.known.is_heading(named.name.trim_end_matches([':', '.']));
        if named.label.is_none() && kind == RowKind::Heading && !is_introduction {
            self.levels.begin(index);
            return None;
        }
        let parent = self.levels.place(named.label, index);
        // an unclear row that others stand below is a heading
        let stands_below = kind != RowKind::Unclear || named.label.is_some();
        if stands_below
            && let Some(parent) = parent.and_then(|parent| self.rows.get_mut(parent))
            && parent.kind == RowKind::Unclear
        {
            parent.kind = RowKind::Heading;
            parent.cells.clear();
            self.listing.mapped(parent.at, MappedAs::Heading);
        }
        parent
    }

    /// The unit of measure of a row, if one stands in it or over it.
    fn own_unit(&self, head: &Head, row: u32) -> Option<Result<Unit, QuantityError>> {
        let column = head.column(Role::UnitOfMeasure)?;
        let (_, content) = self.sheet.at_or_merged(Address { row, column }).filter(|(at, _)| at.row > head.last_row)?;
        Some(unit_of(&content.text()))
    }

    fn cells(&mut self, head: &Head, row: u32, unit: &Result<Unit, QuantityError>) -> BTreeMap<Role, FigureCell> {
        if let Some(column) = head.column(Role::UnitOfMeasure)
            && let Some((at, _)) = self.sheet.at_or_merged(Address { row, column })
        {
            match unit {
                Ok(_) => self.listing.mapped(at, MappedAs::UnitOfMeasure),
                Err(_) => self.listing.doubtful(at, Doubtful::UnitOfMeasure),
            }
        }
        let percent = Ok(Unit::PERCENT);
        let mut cells = BTreeMap::new();
        for (column, headed) in &head.columns {
            let at = Address { row, column: *column };
            let cell = match headed.holds {
                Holds::Role(Role::Rate) => value::read(self.sheet, at, self.is_shared(head, at), &percent, self.known),
                Holds::Role(role) if role.is_figure() => {
                    value::read(self.sheet, at, self.is_shared(head, at), unit, self.known)
                }
                Holds::Contested(role) if role.is_figure() => {
                    let text = self.sheet.at(at).map(Content::text).unwrap_or_default();
                    FigureCell { at, text, value: Value::Doubtful(Doubt::SameHead), notes: Vec::new() }
                }
                _ => continue,
            };
            let (Holds::Role(role) | Holds::Contested(role)) = headed.holds else { continue };
            let at = cell.at;
            if self.sheet.at(at).is_some() {
                match &cell.value {
                    Value::Doubtful(doubt) => self.listing.doubtful(at, Doubtful::Figure(role, doubt.clone())),
                    _ => self.listing.mapped(at, MappedAs::Figure(role)),
                }
            }
            cells.entry(role).or_insert(cell);
        }
        cells
    }

    /// Whether a cell is merged with another row, or with another column of figures.
    fn is_shared(&self, head: &Head, at: Address) -> bool {
        self.sheet.region(at).is_some_and(|region| {
            let columns = head.columns.range(region.first.column..=region.last.column);
            region.first.row < region.last.row || columns.filter(|(_, headed)| is_of_figures(headed.holds)).count() > 1
        })
    }

    /// Rows behind the last one with figures or a label are what stands below a table, such as who drew it up.
    fn end_table(&mut self) {
        let is_kept = |row: &Row| row.table != self.table || row.is_in_table();
        let kept = self.rows.iter().rposition(is_kept).map_or(0, |last| last + 1);
        for row in self.rows.split_off(kept) {
            self.listing.unmapped(row.at, Unmapped::BelowTable);
        }
        for row in self.rows.iter().filter(|row| row.table == self.table && row.kind == RowKind::Unclear) {
            self.listing.doubtful(row.at, Doubtful::HeadingOrMissing);
        }
        self.levels = Levels::default();
        self.table += 1;
    }
}

const fn is_of_figures(holds: Holds) -> bool {
    matches!(holds, Holds::Role(role) | Holds::Contested(role) if role.is_figure())
}

/// A unit of measure as tables write it: `Người`, `(hộ)`.
pub(crate) fn unit_of(text: &str) -> Result<Unit, QuantityError> {
    let text = tidy(text);
    let bare = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
    let unit: Unit = bare.parse()?;
    if unit.kind() != UnitKind::Other {
        return Ok(unit);
    }
    let small: Unit = bare.to_lowercase().parse()?;
    if small.kind() != UnitKind::Other {
        return Ok(small);
    }
    // a word with a capital at its beginning is the same word; an abbreviation such as `MW` is left as it is
    let mut letters = bare.chars();
    match (letters.next(), letters.clone().any(char::is_uppercase)) {
        (Some(first), false) if letters.clone().count() > 1 => {
            first.to_lowercase().chain(letters).collect::<String>().parse()
        }
        _ => Ok(unit),
    }
}
