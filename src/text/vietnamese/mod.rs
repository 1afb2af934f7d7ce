//! Vietnamese: numbers as the accounting law writes them (1.493; 85,98), dates as Decree 30/2020/NĐ-CP does (days below
//! 10 and the months 1 and 2 with a zero), sentences as civil servants read them.

mod annex;
mod check;
mod check_documents;
mod grade;
mod quantity_error;
mod reading;
mod reasons;

use alloc::{
    format,
    string::{String, ToString},
};

use chrono::{Datelike, NaiveDate};

use super::{Language, Separators};
use crate::id::{DocumentCode, DocumentRef, DocumentStyle};
use crate::measure::{Formula, NotComputable, Shortfall, Verdict};
use crate::period::PeriodName;
use crate::plan::{AchievementFormula, Direction, Indicator, Sense};
use crate::quantity::{Amount, Ratio, Reading, Unit};
use crate::record::{Author, Confirmation, Extent, Stage};
use crate::report::ReportState;

/// Tiếng Việt.
///
/// ```
/// use thuocdo::NaiveDate;
/// use thuocdo::quantity::{Figure, Reading, Unit};
/// use thuocdo::text::{Language, Vietnamese};
///
/// let date = NaiveDate::from_ymd_opt(2021, 2, 5).unwrap();
/// assert_eq!(Vietnamese.long_date(date), "ngày 05 tháng 02 năm 2021");
/// let total = Figure::new(Reading::Exactly("5261".parse()?), "triệu đồng".parse()?)?;
/// assert_eq!(Vietnamese.figure(&total), "5.261 triệu đồng");
/// let employed = Figure::new(Reading::MoreThan("80".parse()?), Unit::PERCENT)?;
/// assert_eq!(Vietnamese.figure(&employed), "trên 80%");
/// # Ok::<(), thuocdo::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vietnamese;

impl Language for Vietnamese {
    fn separators(&self) -> Separators {
        Separators { group: '.', decimal: ',' }
    }

    fn unit(&self, unit: &Unit, _: Amount) -> String {
        unit.to_string()
    }

    fn no_unit(&self) -> &'static str {
        "không có đơn vị"
    }

    fn date(&self, date: NaiveDate) -> String {
        format!("{:02}/{}/{}", date.day(), month(date), date.year())
    }

    fn long_date(&self, date: NaiveDate) -> String {
        format!("ngày {:02} tháng {} năm {}", date.day(), month(date), date.year())
    }

    fn period(&self, name: PeriodName) -> String {
        match name {
            PeriodName::Year(year) => format!("năm {year}"),
            PeriodName::Years { first, last } => format!("giai đoạn {first} - {last}"),
            PeriodName::Half { year, half: 1 } => format!("6 tháng đầu năm {year}"),
            PeriodName::Half { year, .. } => format!("6 tháng cuối năm {year}"),
            PeriodName::NineMonths(year) => format!("9 tháng đầu năm {year}"),
            PeriodName::Quarter { year, quarter } => {
                format!("quý {}/{year}", roman(quarter))
            }
            PeriodName::Month { year, month } => format!("tháng {}/{year}", padded(month.into())),
            PeriodName::Range { from, to } => format!("từ ngày {} đến ngày {}", self.date(from), self.date(to)),
        }
    }

    fn document(&self, document: &DocumentRef) -> String {
        let code = &document.code;
        let kind = kind_of(code);
        match document.date {
            Some(date) => format!("{kind} số {code} ngày {}", self.date(date)),
            None => format!("{kind} số {code}"),
        }
    }

    fn bound(&self, reading: Reading, first: &str, second: Option<&str>) -> String {
        match reading {
            Reading::Exactly(_) => first.to_string(),
            Reading::AtLeast(_) => format!("từ {first} trở lên"),
            Reading::MoreThan(_) => format!("trên {first}"),
            Reading::AtMost(_) => format!("không quá {first}"),
            Reading::LessThan(_) => format!("dưới {first}"),
            Reading::Between(_) => format!("từ {first} đến {}", second.unwrap_or_default()),
            Reading::About(_) => format!("khoảng {first}"),
        }
    }

    fn moved(&self, change: Ratio, size: &str) -> String {
        if change == Ratio::ZERO {
            "không thay đổi".into()
        } else if change.is_negative() {
            format!("giảm {size}")
        } else {
            format!("tăng {size}")
        }
    }

    fn compared(&self, statement: &str, base: &str) -> String {
        format!("{statement} so với {base}")
    }

    fn goal_of_moving(&self, sense: Sense, step: Option<&str>, base: &str) -> String {
        let verb = match sense {
            Sense::Raise => "tăng",
            Sense::Reduce => "giảm",
        };
        let moved = step.map_or_else(|| verb.into(), |step| format!("{verb} {step}"));
        self.compared(&moved, base)
    }

    fn percent_or_points(&self) -> &'static str {
        "(phần trăm hay điểm phần trăm: chưa nêu rõ)"
    }

    fn goal_of_staying(&self, base: &str) -> String {
        format!("giữ như {base}")
    }

    fn goal_of_doing(&self) -> &'static str {
        "hoàn thành"
    }

    fn goal_not_stated(&self) -> &'static str {
        "chưa nêu số"
    }

    fn unnamed_baseline(&self) -> &'static str {
        "kỳ gốc"
    }

    fn shortfall(&self, indicator: &Indicator, shortfall: &Shortfall) -> String {
        if shortfall.ones() == Ratio::ZERO {
            return "bằng mức được giao, cần tốt hơn mức này".into();
        }
        let distance = self.value(shortfall.ones(), shortfall.unit());
        let strictly = if shortfall.is_strict() { "hơn " } else { "" };
        match indicator.direction {
            Direction::LowerIsBetter => format!("cần giảm thêm {strictly}{distance}"),
            Direction::OnTargetIsBest => format!("còn lệch {strictly}{distance}"),
            Direction::HigherIsBetter | Direction::Neutral => format!("còn thiếu {strictly}{distance}"),
        }
    }

    fn formula(&self, formula: Formula) -> String {
        match formula {
            Formula::Achievement(AchievementFormula::PlanCompletion) => "tỷ lệ hoàn thành kế hoạch".into(),
            Formula::Achievement(AchievementFormula::FromBaseline) => "mức thực hiện so với kỳ gốc".into(),
            Formula::Achievement(AchievementFormula::Inverse) => "tỷ lệ kế hoạch so với thực hiện".into(),
            Formula::Achievement(AchievementFormula::Complement) => "200% trừ tỷ lệ thực hiện so với kế hoạch".into(),
            Formula::Achievement(AchievementFormula::Change) | Formula::Growth => "tốc độ tăng (giảm)".into(),
            Formula::PlannedTask => "tỷ lệ nhiệm vụ kế hoạch".into(),
            Formula::Share => "tỷ trọng".into(),
            Formula::GrowthIndex => "tốc độ phát triển".into(),
            Formula::Multiple => "số lần so với gốc".into(),
            Formula::Quotient => "tỷ số".into(),
            Formula::RatePer(per) => format!("tỷ lệ trên {}", self.amount(per)),
            Formula::Sum => "tổng số".into(),
            Formula::Change => "mức tăng (giảm)".into(),
            Formula::Difference => "hiệu".into(),
            Formula::Remainder => "còn lại".into(),
            Formula::Balance(_) => "cân đối".into(),
            Formula::Reference => "số nêu ở chỗ khác".into(),
            Formula::Count(_) => "số đếm được trong báo cáo".into(),
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Exceeded => "vượt",
            Verdict::Met => "đạt",
            Verdict::Late => "hoàn thành chậm",
            Verdict::NotYet => "chưa đạt, chưa đến hạn",
            Verdict::NotMet => "chưa đạt",
        }
    }

    fn extent(&self, extent: Extent) -> &'static str {
        match extent {
            Extent::ToCutoff => "thực hiện đến ngày chốt",
            Extent::FullPeriod => "ước thực hiện cả kỳ",
            Extent::Projection => "dự báo",
        }
    }

    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Estimate => "ước tính",
            Stage::Preliminary => "sơ bộ",
            Stage::Official => "chính thức",
        }
    }

    fn state(&self, state: ReportState) -> &'static str {
        match state {
            ReportState::Draft => "dự thảo",
            ReportState::Submitted => "đã trình",
            ReportState::Returned => "trả lại",
            ReportState::Signed => "đã ký",
            ReportState::Corrected => "đã đính chính",
        }
    }

    fn author(&self, author: Author) -> &'static str {
        match author {
            Author::SelfAssessed => "tự đánh giá",
            Author::Reviewed => "thẩm định",
            Author::Decided => "quyết định",
        }
    }

    fn confirmation(&self, confirmation: &Confirmation) -> String {
        match confirmation {
            Confirmation::Stated => "chưa có văn bản xác nhận của cấp có thẩm quyền".into(),
            Confirmation::Requested { document } => {
                format!("đã đề nghị xác nhận tại {}", self.document(document))
            }
            Confirmation::Confirmed { authority, document } => {
                format!("{authority} đã xác nhận tại {}", self.document(document))
            }
            Confirmation::Rejected { authority, document } => {
                format!("{authority} không chấp nhận, tại {}", self.document(document))
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
        Some(kind) => kind.vietnamese(),
        None if code.style() == DocumentStyle::Administrative => "Công văn",
        None => "Văn bản",
    }
}

/// The month of a date: only 1 and 2 carry a zero, so that neither can be changed into 11 or 12.
fn month(date: NaiveDate) -> String {
    padded(date.month())
}

fn roman(quarter: u8) -> &'static str {
    ["I", "II", "III", "IV"].get(usize::from(quarter.saturating_sub(1))).unwrap_or(&"")
}

fn padded(month: u32) -> String {
    if month <= 2 { format!("0{month}") } else { month.to_string() }
}
