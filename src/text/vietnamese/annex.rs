//! Phụ lục: đầu cột, lời ghi trong ô không có số, ghi chú.

use alloc::{format, string::String};

use chrono::NaiveDate;

use super::{Vietnamese, kind_of};
use crate::id::DocumentRef;
use crate::measure::NotComputable;
use crate::period::PeriodName;
use crate::record::{Judgement, Stage};
use crate::text::{AnnexColumn, AnnexLack, AnnexLanguage, AnnexRemark, AnnexTimes, Language};

impl AnnexLanguage for Vietnamese {
    fn tag(&self) -> &'static str {
        "vi"
    }

    fn annex(&self, number: Option<&str>) -> String {
        number.map_or_else(|| "Phụ lục".into(), |number| format!("Phụ lục {number}"))
    }

    fn annex_title(&self, times: &AnnexTimes) -> String {
        let next = times.next.map_or_else(String::new, |next| format!(" và đề xuất {}", self.period(next)));
        format!("Kết quả thực hiện nhiệm vụ, chỉ tiêu {}{next}", self.period(times.period))
    }

    fn attached_to(&self, document: Option<&DocumentRef>, issuer: &str) -> String {
        let number = match document {
            Some(DocumentRef { code, .. }) if code.number().is_some() => format!("{} số {code}", kind_of(code)),
            // a draft leaves room for the number
            Some(DocumentRef { code, .. }) => format!("{} số {BLANK}{code}", kind_of(code)),
            None => format!("Báo cáo số {BLANK}/BC-{BLANK}"),
        };
        let day = match document.and_then(|document| document.date) {
            Some(date) => self.long_date(date),
            None => format!("ngày {BLANK} tháng {BLANK} năm {BLANK}"),
        };
        let by = if issuer.is_empty() { String::new() } else { format!(" của {issuer}") };
        format!("(Kèm theo {number} {day}{by})")
    }

    fn annex_caption(&self, cut_off: NaiveDate) -> String {
        format!("Kết quả theo từng nhiệm vụ, chỉ tiêu; số liệu chốt đến ngày {}", self.date(cut_off))
    }

    fn annex_head(&self, column: AnnexColumn, times: &AnnexTimes, has_formula: bool) -> String {
        // what is measured is measured against the plan, over its period
        let period = self.period(times.plan);
        let previous = times.previous.map_or_else(|| "kỳ trước".into(), |previous| self.period(previous));
        let actual = format!("Thực hiện đến ngày {}", self.date(times.cut_off));
        let whole = match times.plan {
            // the days of a range are named in the title
            PeriodName::Range { .. } => "cả kỳ".into(),
            _ => format!("cả {period}"),
        };
        match column {
            AnnexColumn::Number => "TT".into(),
            AnnexColumn::Name => "Nhiệm vụ, chỉ tiêu".into(),
            AnnexColumn::Unit => "ĐVT".into(),
            AnnexColumn::Previous => format!("Thực hiện {previous}"),
            AnnexColumn::Plan => format!("Kế hoạch {period}"),
            AnnexColumn::Actual => actual,
            AnnexColumn::Estimate => format!("Ước thực hiện {whole}"),
            AnnexColumn::ActualRate if has_formula => "Thực hiện so với kế hoạch (%)".into(),
            AnnexColumn::ActualRate => format!("{actual} so với kế hoạch {period} (%)"),
            AnnexColumn::EstimateRate if has_formula => "Ước thực hiện so với kế hoạch (%)".into(),
            AnnexColumn::EstimateRate => format!("Ước thực hiện {whole} so với kế hoạch {period} (%)"),
            AnnexColumn::Growth if has_formula => format!("Ước thực hiện so với {previous} (%)"),
            AnnexColumn::Growth => format!("Ước thực hiện {whole} so với thực hiện {previous} (%)"),
            AnnexColumn::NextPlan => {
                let next = times.next.map_or_else(|| "kỳ sau".into(), |next| self.period(next));
                format!("Kế hoạch {next}")
            }
            AnnexColumn::Lead => "Đơn vị chủ trì".into(),
            AnnexColumn::SelfGrade => "Tự đánh giá".into(),
            AnnexColumn::ComputedGrade => "Kết quả tính".into(),
            AnnexColumn::Evidence => "Tài liệu kiểm chứng".into(),
            AnnexColumn::Remark => "Ghi chú".into(),
        }
    }

    fn proposed_rows(&self, next: PeriodName) -> String {
        format!("Nhiệm vụ, chỉ tiêu đề xuất mới cho {}", self.period(next))
    }

    fn notes_heading(&self) -> &'static str {
        "Ghi chú:"
    }

    fn no_tasks(&self) -> &'static str {
        "Báo cáo không nêu nhiệm vụ nào."
    }

    fn lack(&self, lack: &AnnexLack) -> String {
        let words = match lack {
            AnnexLack::Measure(reason) => self.brief(reason),
            AnnexLack::NoPrevious | AnnexLack::NoActual => "chưa có số",
            AnnexLack::NoEstimate => "chưa có số ước",
            AnnexLack::NotProposed => "chưa đề xuất",
            AnnexLack::NotAssigned => "không giao",
            AnnexLack::NotStated => "chưa nêu",
            AnnexLack::NotComputed => "chưa tính",
            AnnexLack::NoLevel => "chưa xếp được mức",
        };
        words.into()
    }

    fn brief(&self, reason: &NotComputable) -> &'static str {
        match reason {
            NotComputable::NoActual { .. } => "chưa có số thực hiện",
            NotComputable::NoTarget { .. } => "chưa nêu số KH",
            NotComputable::NoBase { .. } => "chưa có số kỳ gốc",
            NotComputable::NoWhole { .. } => "thiếu tổng số",
            NotComputable::PartsMissing { .. } => "thiếu thành phần",
            NotComputable::ZeroDenominator { .. } => "mẫu số bằng 0",
            NotComputable::NegativeBase { .. } => "gốc là số âm",
            NotComputable::ZeroSpan { .. } => "KH bằng số kỳ gốc",
            NotComputable::UnitsDiffer { .. } => "khác đơn vị tính",
            NotComputable::NotApplicable { .. } => self.not_applicable(),
            NotComputable::NotJudged { .. } => "chưa có kết luận",
            NotComputable::LeftOpen { .. } => "chưa kết luận được",
            NotComputable::OnlyBounds { .. } => "chưa nêu số cụ thể",
            NotComputable::FormulaNotStated { .. } => "chưa nêu cách tính",
            NotComputable::NoSingleLevel { .. } => "không tính tỷ lệ",
            NotComputable::KindsDiffer { .. } => "khác loại với mục tiêu",
            NotComputable::NoDates { .. } => "thiếu ngày",
            NotComputable::Quantity(_) => "không tính được",
        }
    }

    fn no_estimate(&self, period: PeriodName) -> String {
        format!(
            "Chưa tính được tỷ lệ ước thực hiện: báo cáo không có số ước thực hiện cả kỳ ({}).",
            self.period(period)
        )
    }

    fn not_applicable(&self) -> &'static str {
        "không áp dụng"
    }

    fn done(&self, day: Option<NaiveDate>) -> String {
        match day {
            Some(day) => format!("hoàn thành ngày {}", self.date(day)),
            None => self.goal_of_doing().into(),
        }
    }

    fn not_done(&self) -> &'static str {
        "chưa hoàn thành"
    }

    fn judged(&self, judgement: &Judgement) -> String {
        match judgement {
            Judgement::Met { by } => format!("đạt (đánh giá của {by})"),
            Judgement::NotMet { by } => format!("chưa đạt (đánh giá của {by})"),
        }
    }

    fn for_reference(&self, level: &str) -> String {
        format!("THAM KHẢO: {level}")
    }

    fn graded_by(&self, rules: &str, basis: &str, others: Option<&str>) -> String {
        let analogy = others.map_or_else(String::new, |others| format!(" (dùng cho {others}; chỉ để tham khảo)"));
        format!("Kết quả tính: {rules}{analogy}. {basis}.")
    }

    fn remark(&self, remark: &AnnexRemark<'_>) -> String {
        match *remark {
            AnnexRemark::Change { absolute, growth, base } if absolute == growth => format!("{absolute} so với {base}"),
            AnnexRemark::Change { absolute, growth, base } => format!("{absolute}, {growth} so với {base}"),
            AnnexRemark::Baseline { figure, period } => format!("số liệu kỳ gốc ({period}): {figure}"),
            AnnexRemark::OtherPeriod { figure, period } => format!("thực hiện {period}: {figure}"),
            AnnexRemark::AsOf(day) => format!("số liệu đến ngày {}", self.date(day)),
            AnnexRemark::Stage(Stage::Estimate) => "số thực hiện là số ước tính".into(),
            AnnexRemark::Stage(Stage::Preliminary) => "số thực hiện là số sơ bộ".into(),
            AnnexRemark::Stage(Stage::Official) => "số thực hiện là số chính thức".into(),
            AnnexRemark::EstimatedBy(name) => format!("theo ước của {name}"),
            AnnexRemark::AssignedBy(document) => format!("giao tại {document}"),
            AnnexRemark::Due(day) => format!("thời hạn {}", self.date(day)),
            AnnexRemark::NotApplicable(reason) => format!("không áp dụng vì: {reason}"),
            AnnexRemark::Grade { author, level } => format!("{}: {level}", self.author(author)),
            AnnexRemark::GradeReason(reason) => format!("Lý do tự đánh giá: {}.", reason.trim_end_matches('.')),
            AnnexRemark::Cause { reason, confirmation } => format!("Nguyên nhân: {reason} ({confirmation})."),
        }
    }
}

/// Room to write by hand; of spaces that no program joins.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
