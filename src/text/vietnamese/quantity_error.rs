//! What is wrong with a figure, in Vietnamese. The English stands with the error.

use alloc::{format, string::String};

use super::Vietnamese;
use crate::quantity::{NotDecimal, QuantityError, Unit, bounds};
use crate::text::Language;

pub(super) fn quantity_error(error: &QuantityError) -> String {
    match error {
        QuantityError::NotDecimal { text, why } => {
            format!("“{text}” không phải là số thập phân: {}.", not_decimal(*why))
        }
        QuantityError::TooFine { text } => {
            format!("Không tính: “{text}” có quá {} chữ số thập phân. Đề nghị làm tròn trước.", bounds::DECIMALS)
        }
        QuantityError::TooLarge { .. } | QuantityError::ResultTooLarge => {
            format!("Không tính: số liệu vượt quá {} chữ số. Đề nghị kiểm tra lại.", bounds::INTEGER_DIGITS)
        }
        QuantityError::ZeroDenominator => zero_denominator(""),
        QuantityError::RoundingTooFine { decimals } => {
            format!("Không làm tròn đến {decimals} chữ số thập phân: nhiều nhất là {}.", bounds::DECIMALS)
        }
        QuantityError::EmptyRange { low, high } => {
            format!("Khoảng từ “{low}” đến “{high}” không tăng. Đề nghị ghi số nhỏ trước.")
        }
        QuantityError::Unit { text, .. } => {
            format!("“{text}” không phải là đơn vị tính. Đề nghị ghi như “người”, “triệu đồng”.")
        }
        QuantityError::NegativeCount { text, unit } => {
            format!("“{text}” {unit} là số âm; số đếm phải từ 0 trở lên. Đề nghị kiểm tra lại.")
        }
        QuantityError::FractionalCount { text, unit } => {
            format!("“{text}” {unit} không phải là số nguyên. Đề nghị kiểm tra lại.")
        }
        QuantityError::UnitsDiffer { left, right } => {
            format!("Chưa so sánh được: đơn vị tính khác nhau ({left} và {right}). Đề nghị thống nhất đơn vị tính.")
        }
    }
}

/// `of` follows the denominator: its name in brackets, or nothing.
pub(super) fn zero_denominator(of: &str) -> String {
    format!("Không tính tỷ lệ: mẫu số{of} bằng 0. Đề nghị nêu số tuyệt đối.")
}

pub(super) fn units_differ(left: &Unit, right: &Unit) -> String {
    let (left, right) = (Vietnamese.unit_name(left), Vietnamese.unit_name(right));
    format!("Chưa so sánh được: đơn vị tính khác nhau ({left} và {right}). Đề nghị thống nhất đơn vị tính.")
}

fn not_decimal(why: NotDecimal) -> &'static str {
    match why {
        NotDecimal::Empty => "chưa có chữ số; ghi như `3088`",
        NotDecimal::Comma => "trong dữ liệu, ghi dấu chấm trước phần thập phân và không ngăn hàng nghìn, như `85.98`",
        NotDecimal::Grouped => "trong dữ liệu, không ngăn hàng nghìn, như `1493` hoặc `85.98`",
        NotDecimal::Unit => "chỉ ghi số, đơn vị tính ghi riêng, như `75` với đơn vị `%`",
        NotDecimal::Plus => "không ghi dấu cộng, như `5`",
        NotDecimal::Spaced => "ghi liền các chữ số, như `1493`",
        NotDecimal::Exponent => "ghi đủ các chữ số, như `1000`",
        NotDecimal::BarePoint => "ghi chữ số ở cả hai bên dấu chấm, như `0.5`",
        NotDecimal::Padded => "không ghi chữ số 0 ở đầu, như `2`",
        NotDecimal::Other => "ghi các chữ số và nhiều nhất một dấu chấm, như `3088` hoặc `85.98`",
    }
}
