//! What a phrase can mean, and what speaks for it.

use alloc::{string::String, vec::Vec};
use core::ops::Range as Span;

use super::{Notation, TimeReading};
use crate::id::DocumentRef;
use crate::quantity::{Figure, Printed, QuantityError, Range, Reading, Unit};

/// A phrase of a text with every reading of it (cụm từ có số liệu).
///
/// ```
/// use thuocdo::text::{Meaning, Status, read_figure};
///
/// let phrase = read_figure("ước đạt 70% giá trị hợp đồng")?;
/// assert_eq!((phrase.text.as_str(), phrase.span), ("ước đạt 70% giá trị hợp đồng", 0..42));
/// assert_eq!(phrase.readings[0].status, Some(Status::Estimated));
/// assert!(matches!(phrase.readings[0].meaning, Meaning::Figure { .. }));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Where it stands, in bytes of the text that was read; always on the bounds of characters.
    pub span: Span<usize>,
    /// Its words as they are written.
    pub text: String,
    /// What it can mean, the likeliest first; never none.
    pub readings: Vec<PhraseReading>,
    /// The footnote mark that stands close to it.
    pub footnote: Option<String>,
}

impl Phrase {
    /// The readings that are figures: no dates, documents or labels.
    pub fn figures(&self) -> impl Iterator<Item = &PhraseReading> {
        self.readings.iter().filter(|found| found.meaning.is_figure())
    }
}

/// One reading of a phrase (một cách hiểu).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseReading {
    /// What it says.
    pub meaning: Meaning,
    /// In which notation its numbers say so.
    pub notation: Notation,
    /// How firm the words are: `ước đạt`, `phấn đấu`.
    pub status: Option<Status>,
    /// What the figure is of, or is compared with, where the phrase says it.
    pub base: Option<Base>,
    /// What speaks for this reading, and against it.
    pub clues: Vec<Clue>,
}

impl PhraseReading {
    /// The figure, if the phrase is one.
    ///
    /// # Errors
    /// [`QuantityError`] where the unit allows no such number, which speaks against this reading: `2.242 lao động` is no count
    /// where a point begins the decimals.
    #[must_use]
    pub fn figure(&self) -> Option<Result<Figure, QuantityError>> {
        match &self.meaning {
            Meaning::Figure { reading, unit } => Some(Figure::new(*reading, unit.clone())),
            _ => None,
        }
    }
}

/// What a phrase says (nội dung).
///
/// ```
/// use thuocdo::quantity::Unit;
/// use thuocdo::text::{Meaning, read_figure};
///
/// let Meaning::Ratio { numerator, denominator, unit } = &read_figure("92/107 hộ")?.readings[0].meaning else { panic!() };
/// assert_eq!((numerator.to_string(), denominator.to_string(), unit), ("92".into(), "107".into(), &Unit::HOUSEHOLD));
/// let Meaning::Pair { first, second } = &read_figure("18 người/18 vụ")?.readings[0].meaning else { panic!() };
/// assert_eq!((&first.1, &second.1), (&Unit::PERSON, &Unit::CASE));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Meaning {
    /// `1.493 hồ sơ`, `trên 80%`, `120-150 người`.
    Figure {
        /// The number, bound, range or approximation.
        reading: Reading,
        /// The unit, in the words of the phrase; none is a bare number.
        unit: Unit,
    },
    /// `khoảng 5,8-6%`: near a range, how near is not said.
    AboutRange {
        /// The range.
        range: Range,
        /// Its unit.
        unit: Unit,
    },
    /// `từ 50% đến dưới 70%`: the upper end does not belong to it.
    Band {
        /// Both ends.
        range: Range,
        /// Their unit.
        unit: Unit,
    },
    /// `92/107 hộ`: so many of so many, or so many against so many; the slash does not say which.
    Ratio {
        /// The number before the slash.
        numerator: Printed,
        /// The number behind it.
        denominator: Printed,
        /// The unit of both.
        unit: Unit,
    },
    /// `18 người/18 vụ`: two figures, each of a unit of its own.
    Pair {
        /// The number before the slash.
        first: (Printed, Unit),
        /// The number behind it.
        second: (Printed, Unit),
    },
    /// `xếp thứ 6/63`: a place among so many.
    Rank {
        /// The place.
        place: Printed,
        /// Among how many.
        of: Printed,
    },
    /// `giảm 10 vụ`, `tăng 1,2%`, `vượt 6%`.
    Change {
        /// Up or down.
        sense: ChangeSense,
        /// How much, without a sign.
        size: Reading,
        /// The unit of the size; percent is of the earlier value, points are a difference of two rates.
        unit: Unit,
    },
    /// `gấp 2,3 lần`.
    Multiple {
        /// Up or down.
        sense: ChangeSense,
        /// How many times.
        times: Reading,
        /// Whether so many times the base come on top of it: `tăng 2 lần` may be twice or three times as much.
        is_added: bool,
    },
    /// A day, a period or a part of a year.
    Time(TimeReading),
    /// A document.
    Document(DocumentRef),
    /// Digits, or a number word, that are no figure.
    NotFigure(NotFigure),
}

impl Meaning {
    /// Whether it is a figure, and not a date, a document or a label.
    #[must_use]
    pub const fn is_figure(&self) -> bool {
        !matches!(self, Self::Time(_) | Self::Document(_) | Self::NotFigure(_))
    }
}

/// Up or down (tăng, giảm).
///
/// ```
/// use thuocdo::text::{ChangeSense, Meaning, read_figure};
///
/// let Meaning::Change { sense, .. } = read_figure("giảm 10 vụ")?.readings[0].meaning.clone() else { panic!() };
/// assert_eq!(sense, ChangeSense::Down);
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeSense {
    /// `tăng`, `cao hơn`.
    Up,
    /// `giảm`, `thấp hơn`.
    Down,
    /// `vượt`: above what was planned.
    Over,
}

/// How firm the words of a figure are (mức độ chắc chắn của số liệu).
///
/// It says nothing of the number itself: `ước đạt 70%` is an estimate, and its number is 70 %.
///
/// ```
/// use thuocdo::text::{Status, read_figure};
///
/// assert_eq!(read_figure("phấn đấu đạt từ 80% trở lên")?.readings[0].status, Some(Status::Aimed));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// `đạt`.
    Reached,
    /// `ước đạt`, `ước`.
    Estimated,
    /// `dự kiến`.
    Expected,
    /// `phấn đấu`.
    Aimed,
}

/// What a figure is of, or is compared with (gốc so sánh).
///
/// ```
/// use thuocdo::text::{BaseKind, read_figure};
///
/// let base = read_figure("bằng 81,7% so với cùng kỳ")?.readings[0].base.clone().unwrap();
/// assert_eq!((base.kind, base.text.as_str()), (BaseKind::SamePeriod, "so với cùng kỳ"));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The sort of base, where the words are usual ones.
    pub kind: BaseKind,
    /// The words as they are written, `so với` included.
    pub text: String,
}

/// The sort of a base (loại gốc so sánh).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BaseKind {
    /// `kế hoạch`, `chỉ tiêu`.
    Plan,
    /// `cùng kỳ`.
    SamePeriod,
    /// `năm trước`, `năm 2020`.
    Earlier,
    /// A whole of which it is a share, or anything else.
    Other,
}

/// Digits that are no figure (chữ số không phải số liệu).
///
/// ```
/// use thuocdo::text::{Meaning, NotFigure, Reader};
///
/// let found = Reader::vietnamese().scan("Nhiệm vụ 1, dịch Covid-19")?;
/// assert_eq!(found[0].readings[0].meaning, Meaning::NotFigure(NotFigure::Label));
/// assert_eq!(found[1].readings[0].meaning, Meaning::NotFigure(NotFigure::Name));
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NotFigure {
    /// `1.` or `2-` before the text of a line.
    ListNumber,
    /// `¹`, `[1]`.
    FootnoteMark,
    /// `Điều 5`, `Nhiệm vụ 1`, `số 45`: a number that tells one thing from others.
    Label,
    /// `Covid-19`, `F1`: a part of a name.
    Name,
    /// A number to call.
    Phone,
    /// `năm` that is a year and not five.
    Word,
    /// Digits and marks that no notation writes so: `1.49.3`.
    Malformed,
    /// A day, month, year or period that cannot be: `31/02/2021`.
    NoSuchTime,
}

/// What speaks for a reading or against it (căn cứ của cách hiểu).
///
/// ```
/// use thuocdo::text::{Clue, read_figure};
///
/// let readings = read_figure("1.493")?.readings;
/// assert_eq!((&readings[0].clues[..], &readings[1].clues[..]), (&[Clue::Groups][..], &[Clue::ForeignNotation][..]));
/// assert!(Clue::Groups.is_for() && !Clue::ForeignNotation.is_for());
/// # Ok::<(), thuocdo::text::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Clue {
    /// For: in this notation the mark before exactly three digits groups them, which the language of the text does.
    Groups,
    /// Against: the notation is not the language's, and the number is one in both.
    ForeignNotation,
    /// For: the number is none in the language's own notation.
    OnlyForeign,
    /// Both ends of a range are brought to the smaller of their scale words.
    OneScale,
    /// Against a bare number: a word stands behind it, and it is no known unit.
    UnknownUnit,
    /// For: other numbers of the text are written in this notation only; against the other one.
    TextIsIn(Notation),
    /// Against: the unit allows no such number.
    UnitRefuses(QuantityError),
    /// For: the unit is the caller's.
    UnitOfCaller,
    /// For: it could be a day and a month.
    DayAndMonth,
    /// For a year: four digits without a mark between groups, and no unit.
    FourDigits,
    /// For: the part is not above the whole.
    PartWithinWhole,
    /// Against a share: the part is above the whole, so it may be new against old.
    PartAboveWhole,
    /// For: the second number is round, so it is so many for each hundred or thousand.
    PerRoundNumber,
    /// For percent: the words say `%` and not points.
    SaysPercent,
    /// For points: a difference of two rates is said in points, and is often written `%`.
    RateMayChange,
    /// For points: a rate stands just before.
    AfterRate,
    /// For: more than the plan by 100 % or more is rare, and `vượt` is often written for `đạt`.
    OverForReached,
    /// For: `gấp` says how many times the base.
    TimesBase,
    /// Against: a space stands within the number.
    SpaceWithin,
    /// For: a number and a point begin an item of a list.
    ListItem,
    /// Against: a sign `%` stands before another unit and must be stray.
    StrayPercent,
    /// Against: the last mark would stand for another one that begins the decimals.
    LastMarkForDecimals,
    /// For five: a number word before a noun; against: the same word is a year.
    NumberWord,
}

impl Clue {
    /// Whether it speaks for the reading, and not against it.
    #[must_use]
    pub const fn is_for(&self) -> bool {
        !matches!(
            self,
            Self::ForeignNotation
                | Self::UnitRefuses(_)
                | Self::PartAboveWhole
                | Self::SpaceWithin
                | Self::UnknownUnit
                | Self::StrayPercent
                | Self::LastMarkForDecimals
        )
    }
}
