//! Every kind of finding, one table: documentation, messages and JSON all read it.

/// How much a finding asks of the reader (mức độ).
///
/// ```
/// use thuocdo::check::FindingClass;
/// use thuocdo::text::{CheckLanguage, Vietnamese};
///
/// assert_eq!(Vietnamese.finding_class(FindingClass::Clarify), "Cần làm rõ");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingClass {
    /// Cần sửa: something printed is not right.
    Correct,
    /// Cần làm rõ: something cannot be understood or checked as it is printed.
    Clarify,
    /// Lưu ý: worth knowing, nothing is asked.
    Note,
}

/// The kind of a finding; its name in data is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingCode {
    /// Statements do not hold.
    FiguresDisagree,
    /// Statements with figures "khoảng" so much do not hold.
    ApproximateFiguresDisagree,
    /// Statements hold one by one and not together.
    ContradictTogether,
    /// A figure was cut instead of rounded.
    Cut,
    /// A figure has a zero added after rounding.
    Padded,
    /// Shares were moved so that they add up to 100.
    Nudged,
    /// Percent or percentage points.
    PointsOrPercent,
    /// A share that no whole number of parts gives.
    ImpossibleShare,
    /// A figure that a statement needs is not stated.
    NotStated,
    /// A rate of nothing, or of less than nothing.
    NoRate,
    /// Figures too large to compute with.
    TooLarge,
    /// One document with several dates.
    SeveralDates,
    /// One document with several subjects.
    SeveralSubjects,
    /// A document whose date does not fit its number.
    OutOfOrder,
    /// A document dated after the report that cites it.
    LaterThanReport,
    /// A document whose symbol and date give different years.
    YearsDiffer,
    /// A decision dated on a Sunday.
    DatedOnSunday,
    /// A number or a date left blank.
    Incomplete,
    /// A cut-off on no known reporting grid.
    CutOffOffGrid,
    /// A running total that falls.
    RunningTotalFalls,
    /// An actual of a day after the cut-off.
    AfterCutOff,
    /// An observation of a period after the reporting one.
    OutsidePeriod,
}

/// What there is to say of a code without a case.
///
/// ```
/// use thuocdo::check::{FindingClass, FindingCode};
///
/// let row = FindingCode::FiguresDisagree.row();
/// assert_eq!((row.name, row.class), ("figures_disagree", FindingClass::Correct));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRow {
    /// The code.
    pub code: FindingCode,
    /// Its name in data.
    pub name: &'static str,
    /// How much its findings ask.
    pub class: FindingClass,
    /// What holds where there is no such finding.
    pub statement: &'static str,
}

impl FindingCode {
    /// Every code.
    pub const TABLE: [CodeRow; 22] = {
        use FindingClass::{Clarify, Correct, Note};
        [
            CodeRow::new(
                Self::FiguresDisagree,
                "figures_disagree",
                Correct,
                "every stated figure is what follows from the others, exactly or by rounding",
            ),
            CodeRow::new(
                Self::ApproximateFiguresDisagree,
                "approximate_figures_disagree",
                Clarify,
                "figures said to be about so much agree with the others as printed",
            ),
            CodeRow::new(
                Self::ContradictTogether,
                "contradict_together",
                Correct,
                "some true values make all statements hold at once",
            ),
            CodeRow::new(Self::Cut, "cut", Correct, "no figure is cut instead of rounded"),
            CodeRow::new(
                Self::Padded,
                "padded",
                Correct,
                "no figure is rounded to fewer decimals than it is printed with",
            ),
            CodeRow::new(
                Self::Nudged,
                "nudged",
                Note,
                "rounded shares are printed as rounded, even if they do not add up to 100",
            ),
            CodeRow::new(
                Self::PointsOrPercent,
                "points_or_percent",
                Clarify,
                "a change of a rate says whether it is in percent or in percentage points",
            ),
            CodeRow::new(
                Self::ImpossibleShare,
                "impossible_share",
                Correct,
                "some whole number of parts gives each share of a count",
            ),
            CodeRow::new(Self::NotStated, "not_stated", Clarify, "every figure that a statement needs is stated"),
            CodeRow::new(Self::NoRate, "no_rate", Clarify, "no rate is taken of 0 or of less"),
            CodeRow::new(
                Self::TooLarge,
                "too_large",
                Clarify,
                "every statement can be computed within the bounds of figures",
            ),
            CodeRow::new(Self::SeveralDates, "several_dates", Correct, "a document has one date wherever it is cited"),
            CodeRow::new(
                Self::SeveralSubjects,
                "several_subjects",
                Note,
                "a document has one subject wherever it is cited",
            ),
            CodeRow::new(
                Self::OutOfOrder,
                "out_of_order",
                Clarify,
                "within one organ, type and year, numbers rise with dates",
            ),
            CodeRow::new(
                Self::LaterThanReport,
                "later_than_report",
                Clarify,
                "no document is dated after the report that cites it",
            ),
            CodeRow::new(Self::YearsDiffer, "years_differ", Correct, "the year in a symbol is that of the date"),
            CodeRow::new(Self::DatedOnSunday, "dated_on_sunday", Note, "no decision is dated on a Sunday"),
            CodeRow::new(Self::Incomplete, "incomplete", Note, "the report's own number and date are filled in"),
            CodeRow::new(
                Self::CutOffOffGrid,
                "cut_off_off_grid",
                Note,
                "the cut-off is the last day of a month, or the 14th as Decree 09/2019 sets it",
            ),
            CodeRow::new(
                Self::RunningTotalFalls,
                "running_total_falls",
                Clarify,
                "a running total never falls within its period",
            ),
            CodeRow::new(
                Self::AfterCutOff,
                "after_cut_off",
                Clarify,
                "what is reported as done is of the cut-off or before",
            ),
            CodeRow::new(
                Self::OutsidePeriod,
                "outside_period",
                Clarify,
                "what is reported as done is of the reporting period or an earlier one",
            ),
        ]
    };

    /// Its row.
    #[must_use]
    pub fn row(self) -> CodeRow {
        let unknown = CodeRow::new(self, "", FindingClass::Note, "");
        Self::TABLE.into_iter().find(|row| row.code == self).unwrap_or(unknown)
    }
}

impl CodeRow {
    const fn new(code: FindingCode, name: &'static str, class: FindingClass, statement: &'static str) -> Self {
        Self { code, name, class, statement }
    }
}
