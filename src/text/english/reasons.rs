//! Why a measure has no value: what is missing, and what to supply.

use alloc::{format, string::String, vec::Vec};

use super::English;
use crate::id::Text;
use crate::measure::NotComputable;
use crate::quantity::{QuantityError, Unit, bounds};
use crate::text::Language;

pub(super) fn not_computable(reason: &NotComputable) -> String {
    let en = English;
    match reason {
        NotComputable::NoActual { name, as_of } => {
            let as_of = as_of.map_or_else(String::new, |date| format!(" as of {}", en.date(date)));
            format!(
                "Completion cannot be computed yet: no actual{}{as_of}. Please supply it.",
                quoted_after(" for ", name.as_ref())
            )
        }
        NotComputable::NoTarget { name } => format!(
            "Completion cannot be computed yet: the plan figure{} is missing. Please state it and the assigning document.",
            quoted_after(" of ", name.as_ref())
        ),
        NotComputable::NoBase { name, period } => {
            let period = period.map_or_else(String::new, |period| format!(" ({})", en.period(period)));
            format!(
                "Change cannot be computed yet: the base figure{period}{} is missing.",
                quoted_after(" of ", name.as_ref())
            )
        }
        NotComputable::NoWhole { name } => format!(
            "The share cannot be computed yet: the whole{} is missing. Please supply it.",
            quoted_after(" of ", name.as_ref())
        ),
        NotComputable::PartsMissing { missing } => {
            let names: Vec<&str> = missing.iter().map(Text::as_str).collect();
            let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
            let parts = if missing.len() == 1 { "part is" } else { "parts are" };
            format!("Total not possible yet: {} {parts} missing{names}.", missing.len())
        }
        NotComputable::ZeroDenominator { name } => zero_denominator(name.as_ref()),
        NotComputable::NegativeBase { name } => {
            format!("No rate: the base{} is negative. Please give absolute figures.", in_brackets(name.as_ref()))
        }
        NotComputable::ZeroSpan { level } => {
            format!("No progress from baseline: target equals baseline ({}).", en.figure(level))
        }
        NotComputable::UnitsDiffer { left, right } => units_differ(left, right),
        NotComputable::NotApplicable { reason } => {
            let reason = reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
            format!("Does not apply in this period{reason}.")
        }
        NotComputable::NotJudged { name } => format!(
            "No judgement yet{}. Please name the assessor and the evidence.",
            quoted_after(" on ", name.as_ref())
        ),
        NotComputable::LeftOpen { stated, required } => {
            let goal =
                required.as_ref().map_or_else(String::new, |level| format!(", the target is {}", en.figure(level)));
            format!("Left open: the report says only “{}”{goal}. Please give the figure.", en.figure(stated))
        }
        NotComputable::OnlyBounds { name, stated } => format!(
            "Not computed yet: the report says only “{}”{}. Please give the figure.",
            en.figure(stated),
            quoted_after(" of ", name.as_ref())
        ),
        NotComputable::FormulaNotStated { name } => format!(
            "The achievement{} cannot be computed yet: the target does not state its formula. Please state it.",
            quoted_after(" of ", name.as_ref())
        ),
        NotComputable::NoSingleLevel { name } => {
            format!("No rate{}: the target is not a single level.", quoted_after(" for ", name.as_ref()))
        }
        NotComputable::KindsDiffer { name } => format!(
            "Not assessed yet{}: the result is not of the kind the target asks for. Please review.",
            quoted_after(" for ", name.as_ref())
        ),
        NotComputable::NoDates { name } => format!(
            "Not comparable with the time gone by{}: the start or the due day is missing. Please supply it.",
            quoted_after(" for ", name.as_ref())
        ),
        NotComputable::Quantity(error) => match error {
            QuantityError::TooLarge { .. } | QuantityError::ResultTooLarge => {
                format!("Not computed: more than {} digits. Please check.", bounds::INTEGER_DIGITS)
            }
            QuantityError::ZeroDenominator => zero_denominator(None),
            QuantityError::UnitsDiffer { left, right } => units_differ(left, right),
            other => format!("Not computed: {other}."),
        },
    }
}

fn zero_denominator(name: Option<&Text>) -> String {
    format!("No rate: the denominator{} is 0. Please give absolute figures.", in_brackets(name))
}

fn units_differ(left: &Unit, right: &Unit) -> String {
    let (left, right) = (English.unit_name(left), English.unit_name(right));
    format!("Not comparable yet: units differ ({left}, {right}). Please use one unit.")
}

fn quoted_after(before: &str, name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!("{before}“{name}”"))
}

fn in_brackets(name: Option<&Text>) -> String {
    name.map_or_else(String::new, |name| format!(" ({name})"))
}
