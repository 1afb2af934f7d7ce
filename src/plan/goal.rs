use crate::id::{Id, Text};
use crate::quantity::{Amount, Reading};

/// Goal of a target (mức được giao, mục tiêu): every shape that plans use.
///
/// ```
/// use thuocdo::plan::{Goal, Sense, Step};
/// use thuocdo::quantity::{Amount, Reading, Unit};
/// use thuocdo::text::{Language, Vietnamese};
///
/// let at_least = Goal::Level(Reading::AtLeast("2000".parse()?));        // ít nhất 2.000 người
/// let fewer = Goal::Move { sense: Sense::Reduce, step: Step::Any };     // giảm so với năm trước
/// let by_a_tenth = Goal::Move { sense: Sense::Reduce, step: Step::Percent(Amount::from(10)) };
/// assert_eq!(Vietnamese.goal(&at_least, &Unit::PERSON, None), "từ 2.000 người trở lên");
/// assert_eq!(Vietnamese.goal(&fewer, &Unit::CASE, None), "giảm so với kỳ gốc");
/// assert_eq!(Vietnamese.goal(&by_a_tenth, &Unit::CASE, None), "giảm từ 10% trở lên so với kỳ gốc");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[doc(alias = "mức được giao")]
#[doc(alias = "mục tiêu")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// A level of the indicator: at least, more than, at most, less than, exactly, between, about.
    ///
    /// Where more, or less, is better, a number or a range asks for its nearer end only: a plan of 19.400 persons is met by
    /// 20.000, one of 120 to 150 by 160. Only where the target itself is best does it ask for the number or the inside. An
    /// approximation is left open.
    Level(Reading),
    /// A share of a whole, in percent of another indicator or of this one before it is broken down:
    /// `100% hộ có mức sống trung bình trở lên`.
    ShareOf {
        /// The indicator of the whole.
        whole: Id,
        /// The share in percent.
        share: Reading,
    },
    /// A move from the baseline: `giảm 10%`, `tăng 1,2 điểm phần trăm`, `giảm so với năm 2020`.
    Move {
        /// Up or down.
        sense: Sense,
        /// How far, at least.
        step: Step,
    },
    /// Stay at the baseline, or on the better side of it.
    Maintain,
    /// Something is done or not: yes or no, or a milestone if the version has a due day.
    Done,
    /// A person judges, with evidence.
    Qualitative(Text),
    /// A level was set and the plan at hand does not say which: `đạt chỉ tiêu đề ra`.
    NotStated,
}

/// Up or down from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// `tăng`.
    Raise,
    /// `giảm`.
    Reduce,
}

/// How far from the baseline, at least; zero or more.
///
/// ```
/// use thuocdo::plan::{Goal, Sense, Step};
/// use thuocdo::quantity::{Amount, Unit};
/// use thuocdo::text::{Language, Vietnamese};
///
/// let poverty = Goal::Move { sense: Sense::Reduce, step: Step::PercentOrPoints(Amount::from(3)) };
/// assert_eq!(
///     Vietnamese.goal(&poverty, &Unit::PERCENT, None),
///     "giảm từ 3% trở lên (phần trăm hay điểm phần trăm: chưa nêu rõ) so với kỳ gốc"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By an amount in the indicator's unit.
    By(Amount),
    /// By percent of the baseline.
    Percent(Amount),
    /// By percentage points; the indicator is a rate in percent.
    Points(Amount),
    /// By so many "%" of a rate, the plan not saying whether percent of the baseline or percentage points are meant:
    /// `giảm tỷ lệ hộ nghèo từ 3% trở lên`. What both readings agree on is concluded, the rest is left open.
    PercentOrPoints(Amount),
    /// By anything at all.
    Any,
}
