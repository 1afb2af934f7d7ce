use crate::plan::AchievementFormula;
use crate::quantity::Amount;

/// Formula of a derived figure (công thức); its text names the operands by the letters of their [`Role`].
///
/// ```
/// use thuocdo::measure::{Form, Formula, Relative, Role};
///
/// let supported = Relative::completion(92, 107)?; // 92/107 hộ, đạt 85,98%
/// assert_eq!(supported.formula().expression(), "100 × a / t");
/// assert_eq!(supported.operands()[1].role, Role::Target); // `t`, số kế hoạch
/// assert_eq!(supported.formula().form(), Form::Percent);
/// assert_eq!(Formula::Sum.form(), Form::Number);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "công thức")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Formula {
    /// An achievement of a target.
    Achievement(AchievementFormula),
    /// Số tương đối nhiệm vụ kế hoạch: what is planned against what was.
    PlannedTask,
    /// Tỷ trọng (số tương đối kết cấu).
    Share,
    /// Tốc độ tăng (giảm).
    Growth,
    /// Tốc độ phát triển.
    GrowthIndex,
    /// Gấp … lần.
    Multiple,
    /// Tỷ số of two figures.
    Quotient,
    /// Số tương đối cường độ, per so many.
    RatePer(Amount),
    /// Tổng số.
    Sum,
    /// Mức tăng (giảm); of two rates in percentage points.
    Change,
    /// Hiệu.
    Difference,
    /// Còn lại.
    Remainder,
    /// A weighted sum and a constant.
    Balance(Amount),
    /// The figure itself, as stated in another place.
    Reference,
    /// Số đếm: how many of something a report lists.
    Count(Amount),
}

/// How a ratio is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// In percent.
    Percent,
    /// As a plain number.
    Number,
}

/// What an operand stands for in its formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// `a`, số thực hiện.
    Actual,
    /// `t`, số kế hoạch.
    Target,
    /// `b`, số liệu kỳ gốc.
    Baseline,
    /// `y₀`, gốc so sánh.
    Base,
    /// `y₁`, số kỳ này.
    Current,
    /// `x`, a part, a term or what is above the line.
    Part,
    /// `y`, the whole or what is below the line.
    Whole,
}

impl Formula {
    /// The formula in letters.
    #[must_use]
    pub const fn expression(self) -> &'static str {
        match self {
            Self::Achievement(AchievementFormula::PlanCompletion) => "100 × a / t",
            Self::Achievement(AchievementFormula::FromBaseline) => "100 × (a − b) / (t − b)",
            Self::Achievement(AchievementFormula::Inverse) => "100 × t / a",
            Self::Achievement(AchievementFormula::Complement) => "200 − 100 × a / t",
            Self::Achievement(AchievementFormula::Change) => "100 × (a − b) / b",
            Self::PlannedTask => "100 × t / b",
            Self::Share => "100 × Σx / y",
            Self::Growth => "100 × (y₁ − y₀) / y₀",
            Self::GrowthIndex => "100 × y₁ / y₀",
            Self::Multiple => "y₁ / y₀",
            Self::Quotient => "x / y",
            Self::RatePer(_) => "n × x / y",
            Self::Sum => "Σx",
            Self::Change => "y₁ − y₀",
            Self::Difference | Self::Remainder => "y − Σx",
            Self::Balance(_) => "Σw·x + c",
            Self::Reference => "x",
            Self::Count(_) => "n",
        }
    }

    /// How its result is written.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Achievement(_) | Self::PlannedTask | Self::Share | Self::Growth | Self::GrowthIndex => Form::Percent,
            _ => Form::Number,
        }
    }
}

impl Role {
    /// The letter in [`Formula::expression`].
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Actual => "a",
            Self::Target => "t",
            Self::Baseline => "b",
            Self::Base => "y₀",
            Self::Current => "y₁",
            Self::Part => "x",
            Self::Whole => "y",
        }
    }
}
