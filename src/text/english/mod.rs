//! English: as plain as the Vietnamese, for readers who do not have it.

mod annex;
mod check;
mod check_documents;
mod grade;
mod reading;
mod reasons;

use alloc::{
    format,
    string::{String, ToString},
};

use chrono::{Datelike, NaiveDate};

use super::{Language, Separators};
use crate::id::{DocumentCode, DocumentRef};
use crate::measure::{Formula, NotComputable, Shortfall, Verdict};
use crate::period::PeriodName;
use crate::plan::{AchievementFormula, Direction, Indicator, Sense};
use crate::quantity::{Amount, Ratio, Reading, Scale, Unit};
use crate::record::{Author, Confirmation, Extent, Stage};
use crate::report::ReportState;

/// English.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::quantity::{Figure, Reading};
/// use thuocdo::text::{English, Language};
///
/// let date = NaiveDate::from_ymd_opt(2021, 2, 5).unwrap();
/// assert_eq!(English.long_date(date), "5 February 2021");
/// let total = Figure::new(Reading::Exactly("5261".parse()?), "triệu đồng".parse()?)?;
/// assert_eq!(English.figure(&total), "5,261 million đồng");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Language for English {
    fn separators(&self) -> Separators {
        Separators { group: ',', decimal: '.' }
    }

    fn unit(&self, unit: &Unit, amount: Amount) -> String {
        let name = match unit.english() {
            Some((one, _)) if amount.magnitude() == Amount::ONE && unit.scale() == Scale::One => one,
            Some((_, many)) => many,
            None => unit.name(),
        };
        match unit.scale() {
            Scale::One => name.into(),
            scale if name.is_empty() => scale.english().into(),
            scale => format!("{} {name}", scale.english()),
        }
    }

    fn no_unit(&self) -> &'static str {
        "no unit"
    }

    fn date(&self, date: NaiveDate) -> String {
        let month: String = month_name(date).chars().take(3).collect();
        format!("{} {month} {}", date.day(), date.year())
    }

    fn long_date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), month_name(date), date.year())
    }

    fn period(&self, name: PeriodName) -> String {
        match name {
            PeriodName::Year(year) => year.to_string(),
            PeriodName::Years { first, last } => format!("{first}-{last}"),
            PeriodName::Half { year, half } => format!("half {half} of {year}"),
            PeriodName::NineMonths(year) => format!("nine months of {year}"),
            PeriodName::Quarter { year, quarter } => format!("quarter {quarter} of {year}"),
            PeriodName::Month { year, month } => {
                let index = usize::from(month.saturating_sub(1));
                format!("{} {year}", MONTHS.get(index).unwrap_or(&""))
            }
            PeriodName::Range { from, to } => format!("{} to {}", self.date(from), self.date(to)),
        }
    }

    fn document(&self, document: &DocumentRef) -> String {
        let code = &document.code;
        let kind = kind_of(code);
        match document.date {
            Some(date) => format!("{kind} {code} of {}", self.date(date)),
            None => format!("{kind} {code}"),
        }
    }

    fn bound(&self, reading: Reading, first: &str, second: Option<&str>) -> String {
        match reading {
            Reading::Exactly(_) => first.to_string(),
            Reading::AtLeast(_) => format!("at least {first}"),
            Reading::MoreThan(_) => format!("over {first}"),
            Reading::AtMost(_) => format!("at most {first}"),
            Reading::LessThan(_) => format!("under {first}"),
            Reading::Between(_) => format!("{first} to {}", second.unwrap_or_default()),
            Reading::About(_) => format!("about {first}"),
        }
    }

    fn moved(&self, change: Ratio, size: &str) -> String {
        if change == Ratio::ZERO {
            "unchanged".into()
        } else if change.is_negative() {
            format!("down {size}")
        } else {
            format!("up {size}")
        }
    }

    fn compared(&self, statement: &str, base: &str) -> String {
        format!("{statement} on {base}")
    }

    fn goal_of_moving(&self, sense: Sense, step: Option<&str>, base: &str) -> String {
        let verb = match sense {
            Sense::Raise => "up",
            Sense::Reduce => "down",
        };
        let moved = step.map_or_else(|| verb.into(), |step| format!("{verb} {step}"));
        self.compared(&moved, base)
    }

    fn percent_or_points(&self) -> &'static str {
        "(percent or percentage points: not said)"
    }

    fn goal_of_staying(&self, base: &str) -> String {
        format!("keep the level of {base}")
    }

    fn goal_of_doing(&self) -> &'static str {
        "done"
    }

    fn goal_not_stated(&self) -> &'static str {
        "not stated"
    }

    fn unnamed_baseline(&self) -> &'static str {
        "the baseline"
    }

    fn shortfall(&self, indicator: &Indicator, shortfall: &Shortfall) -> String {
        if shortfall.ones() == Ratio::ZERO {
            return "at the level, which has to be bettered".into();
        }
        let distance = self.value(shortfall.ones(), shortfall.unit());
        let strictly = if shortfall.is_strict() { "more than " } else { "" };
        match indicator.direction {
            Direction::LowerIsBetter => format!("{strictly}{distance} too many"),
            Direction::OnTargetIsBest => format!("{strictly}{distance} off"),
            Direction::HigherIsBetter | Direction::Neutral => format!("{strictly}{distance} short"),
        }
    }

    fn formula(&self, formula: Formula) -> String {
        match formula {
            Formula::Achievement(AchievementFormula::PlanCompletion) => "plan completion".into(),
            Formula::Achievement(AchievementFormula::FromBaseline) => "progress from the baseline".into(),
            Formula::Achievement(AchievementFormula::Inverse) => "plan over actual".into(),
            Formula::Achievement(AchievementFormula::Complement) => "200% less actual over plan".into(),
            Formula::Achievement(AchievementFormula::Change) | Formula::Growth => "growth".into(),
            Formula::PlannedTask => "planned-task ratio".into(),
            Formula::Share => "share".into(),
            Formula::GrowthIndex => "growth index".into(),
            Formula::Multiple => "multiple".into(),
            Formula::Quotient => "ratio".into(),
            Formula::RatePer(per) => format!("rate per {}", self.amount(per)),
            Formula::Sum => "sum".into(),
            Formula::Change => "change".into(),
            Formula::Difference => "difference".into(),
            Formula::Remainder => "remainder".into(),
            Formula::Balance(_) => "balance".into(),
            Formula::Reference => "as stated elsewhere".into(),
            Formula::Count(_) => "as many as the report lists".into(),
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Exceeded => "exceeded",
            Verdict::Met => "met",
            Verdict::Late => "done late",
            Verdict::NotYet => "not met yet, not due",
            Verdict::NotMet => "not met",
        }
    }

    fn extent(&self, extent: Extent) -> &'static str {
        match extent {
            Extent::ToCutoff => "done to the cut-off",
            Extent::FullPeriod => "full-period estimate",
            Extent::Projection => "projection",
        }
    }

    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Estimate => "estimate",
            Stage::Preliminary => "preliminary",
            Stage::Official => "official",
        }
    }

    fn state(&self, state: ReportState) -> &'static str {
        match state {
            ReportState::Draft => "draft",
            ReportState::Submitted => "submitted",
            ReportState::Returned => "returned",
            ReportState::Signed => "signed",
            ReportState::Corrected => "corrected",
        }
    }

    fn author(&self, author: Author) -> &'static str {
        match author {
            Author::SelfAssessed => "self-assessed",
            Author::Reviewed => "reviewed",
            Author::Decided => "decided",
        }
    }

    fn confirmation(&self, confirmation: &Confirmation) -> String {
        match confirmation {
            Confirmation::Stated => "not confirmed by the competent authority".into(),
            Confirmation::Requested { document } => format!("confirmation requested in {}", self.document(document)),
            Confirmation::Confirmed { authority, document } => {
                format!("confirmed by {authority} in {}", self.document(document))
            }
            Confirmation::Rejected { authority, document } => {
                format!("not accepted by {authority}, in {}", self.document(document))
            }
        }
    }

    fn not_computable(&self, reason: &NotComputable) -> String {
        reasons::not_computable(reason)
    }
}

/// What a document is called before its number.
fn kind_of(code: &DocumentCode) -> &'static str {
    match code.kind() {
        Some(kind) => kind.english(),
        None if code.is_letter() => "letter",
        None => "document",
    }
}

fn month_name(date: NaiveDate) -> &'static str {
    usize::try_from(date.month0()).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}
