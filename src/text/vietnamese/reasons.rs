//! Why a measure has no value: what is missing, and what to supply.

use alloc::{format, string::String, vec::Vec};

use super::{
    Vietnamese,
    quantity_error::{quantity_error, units_differ, zero_denominator},
};
use crate::id::Text;
use crate::measure::NotComputable;
use crate::text::Language;

pub(super) fn not_computable(reason: &NotComputable) -> String {
    let vi = Vietnamese;
    match reason {
        NotComputable::NoActual { name, as_of } => {
            let as_of = as_of.map_or_else(String::new, |date| format!(" đến ngày {}", vi.date(date)));
            format!(
                "Chưa tính được tỷ lệ thực hiện: chưa có số thực hiện{}{as_of}. Đề nghị bổ sung.",
                of_indicator(name.as_ref())
            )
        }
        NotComputable::NoTarget { name } => format!(
            "Chưa tính được tỷ lệ thực hiện so với kế hoạch: thiếu số kế hoạch{}. Đề nghị ghi số kế hoạch và văn bản giao.",
            of(name.as_ref())
        ),
        NotComputable::NoBase { name, period } => {
            let period = period.map_or_else(String::new, |period| format!(" ({})", vi.period(period)));
            format!("Chưa tính được mức tăng, giảm: thiếu số liệu kỳ gốc{period}{}.", of(name.as_ref()))
        }
        NotComputable::NoWhole { name } => {
            format!("Chưa tính được tỷ lệ: thiếu tổng số{}. Đề nghị bổ sung.", of(name.as_ref()))
        }
        NotComputable::PartsMissing { missing } => {
            let names: Vec<&str> = missing.iter().map(Text::as_str).collect();
            let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
            format!("Chưa cộng được tổng số: thiếu số liệu của {:02} thành phần{names}.", missing.len())
        }
        NotComputable::ZeroDenominator { name } => zero_denominator(&in_brackets(name.as_ref())),
        NotComputable::NegativeBase { name } => {
            format!("Không tính tỷ lệ: gốc so sánh{} là số âm. Đề nghị nêu số tuyệt đối.", in_brackets(name.as_ref()))
        }
        NotComputable::ZeroSpan { level } => {
            format!("Không tính mức thực hiện so với kỳ gốc: số kế hoạch bằng số liệu kỳ gốc ({}).", vi.figure(level))
        }
        NotComputable::UnitsDiffer { left, right } => units_differ(left, right),
        NotComputable::NotApplicable { reason } => {
            let reason = reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
            format!("Không áp dụng chỉ tiêu này trong kỳ báo cáo{reason}.")
        }
        NotComputable::NotJudged { name } => format!(
            "Chưa có kết luận về mục tiêu{}. Đề nghị nêu cấp đánh giá và tài liệu kiểm chứng.",
            quoted(name.as_ref())
        ),
        NotComputable::LeftOpen { stated, required } => {
            let goal =
                required.as_ref().map_or_else(String::new, |level| format!(", mục tiêu là {}", vi.figure(level)));
            format!("Chưa kết luận được: báo cáo chỉ nêu “{}”{goal}. Đề nghị nêu số cụ thể.", vi.figure(stated))
        }
        NotComputable::OnlyBounds { name, stated } => format!(
            "Chưa tính được: báo cáo chỉ nêu “{}”{}. Đề nghị nêu số cụ thể.",
            vi.figure(stated),
            of(name.as_ref())
        ),
        NotComputable::FormulaNotStated { name } => format!(
            "Chưa tính được mức thực hiện{}: mục tiêu chưa nêu cách tính. Đề nghị ghi rõ cách tính.",
            of(name.as_ref())
        ),
        NotComputable::NoSingleLevel { name } => {
            format!("Không tính tỷ lệ thực hiện{}: mục tiêu không phải là một mức cụ thể.", of(name.as_ref()))
        }
        NotComputable::KindsDiffer { name } => format!(
            "Chưa đánh giá được{}: kết quả báo cáo không cùng loại với mục tiêu. Đề nghị rà soát.",
            quoted(name.as_ref())
        ),
        NotComputable::NoDates { name } => format!(
            "Chưa so sánh được tiến độ với thời gian{}: thiếu ngày bắt đầu hoặc thời hạn. Đề nghị bổ sung.",
            of(name.as_ref())
        ),
        NotComputable::Quantity(error) => quantity_error(error),
    }
}

fn quoted(name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" “{name}”"))
}

fn of(name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" của “{name}”"))
}

fn of_indicator(name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" của chỉ tiêu “{name}”"))
}

fn in_brackets(name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" ({name})"))
}
