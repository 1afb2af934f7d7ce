//! One figure cell: what is read of it, what a reader should know of how, and why it is doubtful if it is.
//!
//! Empty, 0 and `-` are three answers. Where a text can be read in two ways the unit decides if it allows one only; otherwise
//! all readings are the answer and none is chosen.

use thuocdo::quantity::{Figure, Printed, Quantity, QuantityError, Reading, Unit, UnitKind};
use thuocdo::text::{Meaning, NumeralReading, ReadError, read_figure, read_numeral};

use crate::Address;
use crate::fold::tidy;
use crate::known::Known;
use crate::sheet::{Content, Sheet};
use crate::stored::{NotReadBack, Stored};

/// What a figure cell says (nội dung ô số liệu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing: chưa có số liệu.
    Missing,
    /// Không áp dụng: a dash, or what else the layout names.
    NotApplicable,
    /// A figure; 0 is one.
    Figure(Figure),
    /// It cannot be said for certain.
    Doubtful(Doubt),
}

/// Why a cell is doubtful (lý do cần làm rõ).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doubt {
    /// The text can be read in several ways, and the unit allows more than one.
    Ambiguous(Vec<Printed>),
    /// The text is no number.
    NotNumber,
    /// The text says a bound, a range or an approximation, which a table of figures does not add.
    NotExact,
    /// The text names another unit than the row.
    OtherUnit(Unit),
    /// The unit allows no such number: a count that is not whole, or below zero.
    NotOfUnit(Printed, QuantityError),
    /// The number is finer or larger than figures are.
    NotFigure(QuantityError),
    /// Excel keeps 15 digits, and the number has more.
    MoreThan15Digits,
    /// The cell shows its number divided by a thousand or more.
    ShownScaled,
    /// The cell shows a text, or nothing, instead of its number.
    ShownAsText(String),
    /// What the number format shows is not understood.
    NumberFormat(String),
    /// The cell is in percent, and its row is not.
    ShownInPercent(Printed),
    /// A date or a time stands there.
    Date,
    /// True or false stands there.
    Bool,
    /// Excel shows an error.
    ExcelError,
    /// A formula stands there that nothing has computed yet.
    NoResult,
    /// One number stands for several rows or columns.
    Merged,
    /// The unit of measure of the row is none.
    Unit(QuantityError),
    /// Two columns have heads of the same meaning.
    SameHead,
    /// Two rows of the workbook have the same name.
    SameName,
}

/// What a reader should know of how a cell was read (ghi chú cách đọc).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// The cell stores another number than it shows, and the shown one was read.
    Stored(String),
    /// The cell shows that text for 0.
    ZeroShownAs(String),
    /// The number is stored as text.
    Text,
    /// The text has another reading, which the unit does not allow.
    ByUnit(Vec<Printed>),
    /// It is the result of a formula.
    Formula,
}

/// A cell of a figure column (ô số liệu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureCell {
    /// Where it stands.
    pub at: Address,
    /// What stands there, in one line; empty if nothing.
    pub text: String,
    /// What it says.
    pub value: Value,
    /// What to know of it.
    pub notes: Vec<Note>,
}

/// What is read of the cell at `at`, whose row counts in `unit`; one that is shared belongs to several rows or columns.
pub(crate) fn read(
    sheet: &Sheet,
    at: Address,
    is_shared: bool,
    unit: &Result<Unit, QuantityError>,
    known: &Known<'_>,
) -> FigureCell {
    let Some((origin, content)) = sheet.at_or_merged(at) else {
        return FigureCell { at, text: String::new(), value: Value::Missing, notes: Vec::new() };
    };
    if is_shared {
        return FigureCell { at, text: content.text(), value: Value::Doubtful(Doubt::Merged), notes: Vec::new() };
    }
    let at = origin;
    let mut notes = Vec::new();
    let value = match unit {
        _ if matches!(content, Content::Text(text) if known.is_not_applicable(text)) => Ok(Value::NotApplicable),
        Ok(unit) => figure(content, unit, &mut notes).map(Value::Figure),
        Err(error) => Err(Doubt::Unit(error.clone())),
    };
    if sheet.is_formula(at) {
        notes.push(Note::Formula);
    }
    FigureCell { at, text: content.text(), value: value.unwrap_or_else(Value::Doubtful), notes }
}

fn figure(content: &Content, unit: &Unit, notes: &mut Vec<Note>) -> Result<Figure, Doubt> {
    match content {
        Content::Text(text) => {
            notes.push(Note::Text);
            text_figure(&tidy(text), unit, notes)
        }
        Content::Number(stored) => number_figure(stored, unit, notes),
        Content::Bool(_) => Err(Doubt::Bool),
        Content::Date(..) => Err(Doubt::Date),
        Content::Error(_) => Err(Doubt::ExcelError),
        Content::Uncomputed(_) => Err(Doubt::NoResult),
    }
}

fn number_figure(stored: &Stored, unit: &Unit, notes: &mut Vec<Note>) -> Result<Figure, Doubt> {
    let read = stored.read_back().map_err(|reason| match reason {
        NotReadBack::MoreThan15Digits => Doubt::MoreThan15Digits,
        NotReadBack::Figure(error) => Doubt::NotFigure(error),
        NotReadBack::Scaled => Doubt::ShownScaled,
        NotReadBack::Hidden(text) => Doubt::ShownAsText(text),
        NotReadBack::Format(format) => Doubt::NumberFormat(format),
    })?;
    let unit = match unit.kind() {
        UnitKind::Percent => unit.clone(),
        UnitKind::Bare if read.is_percent => Unit::PERCENT,
        _ if read.is_percent => return Err(Doubt::ShownInPercent(read.printed)),
        _ => unit.clone(),
    };
    notes.extend(read.stored.map(Note::Stored));
    notes.extend(read.shows.map(Note::ZeroShownAs));
    Figure::new(read.printed, unit).map_err(|error| Doubt::NotOfUnit(read.printed, error))
}

fn text_figure(text: &str, unit: &Unit, notes: &mut Vec<Note>) -> Result<Figure, Doubt> {
    let numbers: Vec<Printed> = match read_numeral(text) {
        Ok(readings) => readings.iter().map(|reading: &NumeralReading| reading.printed).collect(),
        Err(ReadError::Number { reason, .. }) => return Err(Doubt::NotFigure(reason)),
        Err(_) => with_unit(text, unit)?,
    };
    let mut figures = Vec::new();
    let mut refused = None;
    for number in &numbers {
        match Figure::new(*number, unit.clone()) {
            Ok(figure) => figures.push((*number, figure)),
            Err(error) => refused = Some(Doubt::NotOfUnit(*number, error)),
        }
    }
    let mut figures = figures.into_iter();
    match (figures.next(), figures.next(), refused) {
        (Some((number, figure)), None, refused) => {
            if refused.is_some() {
                notes.push(Note::ByUnit(numbers.into_iter().filter(|other| *other != number).collect()));
            }
            Ok(figure)
        }
        (None, _, Some(refused)) => Err(refused),
        (None, _, None) => Err(Doubt::NotNumber),
        (Some(_), Some(_), _) => Err(Doubt::Ambiguous(numbers)),
    }
}

/// The numbers of a text that names its unit, if that is the unit of the row: `92 hộ`.
fn with_unit(text: &str, unit: &Unit) -> Result<Vec<Printed>, Doubt> {
    let phrase = read_figure(text).map_err(|_| Doubt::NotNumber)?;
    let mut numbers = Vec::new();
    for found in phrase.readings {
        match found.meaning {
            Meaning::Figure { unit: other, .. } if other != *unit => return Err(Doubt::OtherUnit(other)),
            Meaning::Figure { reading: Reading::Exactly(number), .. } => numbers.push(number),
            // a date, a document
            other if !other.is_figure() => return Err(Doubt::NotNumber),
            _ => return Err(Doubt::NotExact),
        }
    }
    Ok(numbers)
}

impl Value {
    /// The figure, if one is read.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        if let Self::Figure(figure) = self { Some(figure) } else { None }
    }

    /// The number with its unit, if one is read.
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        self.figure().and_then(Figure::exact)
    }
}

impl Doubt {
    /// Every number that the cell may mean; empty if none can be read.
    #[must_use]
    pub fn readings(&self) -> &[Printed] {
        match self {
            Self::Ambiguous(numbers) => numbers,
            Self::NotOfUnit(number, _) | Self::ShownInPercent(number) => std::slice::from_ref(number),
            _ => &[],
        }
    }
}
