use alloc::{collections::BTreeMap, vec::Vec};

use chrono::NaiveDate;

use crate::id::{Id, Place, Text};
use crate::period::{Period, PeriodName};
use crate::quantity::{Figure, RoundMode, Unit};
use crate::record::{Relation, Source, StatedRelation};
use crate::report::{ReportError, ReportProblem, check_relation, check_unique};

/// Check table (bảng đối chiếu số liệu): printed figures, and how they are said to hang together.
///
/// [`CheckTable::of`] makes one of a report; anyone can make one by hand or read one from a file. What is in it is checked
/// as a report is: each id is its own, every relation leads to figures of the table in units that allow it.
///
/// ```
/// use thuocdo::check::{CheckFigure, CheckTable, CheckTableContent};
/// use thuocdo::id::{Id, Text};
/// use thuocdo::quantity::{Figure, Reading, Unit};
/// use thuocdo::record::{Relation, Source, StatedRelation};
///
/// let figure = |id: &str, number: &str| {
///     let households = Figure::new(Reading::Exactly(number.parse()?), Unit::HOUSEHOLD)?;
///     Ok::<_, Box<dyn std::error::Error>>(CheckFigure::new(Id::new(id)?, Text::new(id)?, households))
/// };
/// let table = CheckTable::new(CheckTableContent {
///     as_of: None,
///     figures: vec![figure("tong", "107")?, figure("ho-tro", "92")?, figure("con-lai", "15")?],
///     relations: vec![StatedRelation {
///         id: Id::new("con-lai-sau-ho-tro")?,
///         result: Id::new("con-lai")?,
///         relation: Relation::Remainder { whole: Id::new("tong")?, parts: vec![Id::new("ho-tro")?] },
///         source: Source::default(),
///     }],
/// })?;
/// assert!(table.check().is_clean()); // 107 - 92 = 15 hộ
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "bảng đối chiếu số liệu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckTable {
    content: CheckTableContent,
    /// The place of each figure in its list.
    figure_positions: BTreeMap<Id, usize>,
    /// The place of each relation in its list; a statement has the same.
    relation_positions: BTreeMap<Id, usize>,
}

/// What a check table is made of, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckTableContent {
    /// The day as of which its figures are closed, if there is one.
    pub as_of: Option<NaiveDate>,
    /// The figures.
    pub figures: Vec<CheckFigure>,
    /// How they hang together.
    pub relations: Vec<StatedRelation>,
}

/// A printed figure of a check table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFigure {
    /// Its id within the table; relations name it by this.
    pub id: Id,
    /// What it is the figure of.
    pub subject: Text,
    /// What is printed, if anything is.
    pub value: CheckValue,
    /// How near the printed figure is to the true one.
    pub precision: Precision,
    /// Whether it is certain, so that a correction never changes it.
    pub is_fixed: bool,
    /// The day as of which it is stated, if said.
    pub as_of: Option<NaiveDate>,
    /// The period it belongs to, if said.
    pub period: Option<PeriodName>,
    /// Where it stands.
    pub source: Source,
}

/// What a figure of a check table says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckValue {
    /// A figure.
    Figure(Figure),
    /// The text leads to it and does not state it, as the plan behind "đạt 60% kế hoạch"; it would be of this unit.
    NotStated(Unit),
}

/// How near a printed figure is to the true one (độ chính xác của số đã ghi).
///
/// A count is what it says, a share was rounded to the decimals it is printed with. If counts were taken for rounded too,
/// 2 + 12 + 2.537 would agree with 2.552.
#[doc(alias = "độ chính xác")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// As its unit and its place say: what is counted is exact; percent, points, the result of a division, and anything
    /// with decimals or a scale word (`5,2 triệu đồng`) is rounded half away from zero; any other figure is exact.
    ByUnit,
    /// It is exactly what it says.
    Exact,
    /// It was rounded by this mode.
    Rounded(RoundMode),
    /// It was rounded to the nearest, and nobody knows which way a tie went.
    Nearest,
}

impl CheckFigure {
    /// A figure with nothing said of it but what it is.
    #[must_use]
    pub fn new(id: Id, subject: Text, figure: Figure) -> Self {
        Self {
            id,
            subject,
            value: CheckValue::Figure(figure),
            precision: Precision::ByUnit,
            is_fixed: false,
            as_of: None,
            period: None,
            source: Source::default(),
        }
    }

    /// The figure, if one is printed.
    #[must_use]
    pub const fn figure(&self) -> Option<&Figure> {
        match &self.value {
            CheckValue::Figure(figure) => Some(figure),
            CheckValue::NotStated(_) => None,
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        match &self.value {
            CheckValue::Figure(figure) => figure.unit(),
            CheckValue::NotStated(unit) => unit,
        }
    }
}

impl CheckTable {
    /// A table of `content`.
    ///
    /// # Errors
    /// [`ReportError`] with the place of the first id that is used twice, period that does not exist, relation that leads
    /// nowhere, or unit that does not fit.
    pub fn new(content: CheckTableContent) -> Result<Self, ReportError> {
        let root = Place::root();
        check_unique(&root.field("figures"), "figure", content.figures.iter().map(|figure| &figure.id))?;
        check_unique(&root.field("relations"), "relation", content.relations.iter().map(|relation| &relation.id))?;
        for (index, figure) in content.figures.iter().enumerate() {
            if let Some(name) = figure.period {
                let place = root.field("figures").item(index).field("period");
                Period::new(name).map_err(|error| ReportProblem::from(error).at(place))?;
            }
        }
        let figure_positions = positions(content.figures.iter().map(|figure| &figure.id));
        let relation_positions = positions(content.relations.iter().map(|relation| &relation.id));
        let figure = |id: &Id| content.figures.get(*figure_positions.get(id)?);
        let find_unit = |id: &Id| figure(id).map(|figure| Some(figure.unit()));
        for (index, relation) in content.relations.iter().enumerate() {
            let place = root.field("relations").item(index);
            if matches!(relation.relation, Relation::Count { .. }) {
                return Err(ReportProblem::CountWithoutReport.at(place.field("relation")));
            }
            check_relation(find_unit, "a figure of this table", &place, relation)?;
        }
        Ok(Self { content, figure_positions, relation_positions })
    }

    /// What it is made of.
    #[must_use]
    pub const fn content(&self) -> &CheckTableContent {
        &self.content
    }

    /// What it is made of, to change it into a new table.
    #[must_use]
    pub fn into_content(self) -> CheckTableContent {
        self.content
    }

    /// The figure with that id.
    #[must_use]
    pub fn figure(&self, id: &Id) -> Option<&CheckFigure> {
        self.content.figures.get(self.position(id)?)
    }

    /// The relation with that id.
    ///
    /// ```
    /// # #[cfg(feature = "serde")] {
    /// # use thuocdo::{check::CheckTable, id::Id};
    /// # let table: CheckTable = serde_json::from_str(include_str!("../../examples/data/ho-nguoi-co-cong.json"))?;
    /// let supported = table.relation(&Id::new("qh-ty-le-ho-tro")?).unwrap(); // 92/107 hộ, đạt 85,98%
    /// assert_eq!(supported.result.as_str(), "ty-le-ho-tro");
    /// assert_eq!(table.relation(&supported.result), None); // that is a figure
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn relation(&self, id: &Id) -> Option<&StatedRelation> {
        self.content.relations.get(self.relation_position(id)?)
    }

    pub(super) fn position(&self, id: &Id) -> Option<usize> {
        self.figure_positions.get(id).copied()
    }

    pub(super) fn relation_position(&self, id: &Id) -> Option<usize> {
        self.relation_positions.get(id).copied()
    }
}

fn positions<'c>(ids: impl Iterator<Item = &'c Id>) -> BTreeMap<Id, usize> {
    ids.enumerate().map(|(index, id)| (id.clone(), index)).collect()
}
