//! A formula with its numbers put in, the same in every language but for the digits.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::measure::{Formula, Input, Operand, Role};
use crate::plan::AchievementFormula;
use crate::quantity::Amount;

/// The formula over `operands`, each written by `number`, and its constants by `plain`. A hundredfold is left to the percent sign of the result.
pub(super) fn write(
    formula: Formula,
    operands: &[Operand],
    plain: impl Fn(Amount) -> String,
    number: impl Fn(&Input) -> String,
) -> String {
    let one = |role: Role| {
        let operand = operands.iter().find(|operand| operand.role == role);
        operand.map_or_else(|| role.letter().to_string(), |operand| number(&operand.input))
    };
    let all = |separator: &str| {
        let terms: Vec<String> = operands
            .iter()
            .filter(|operand| operand.role == Role::Part)
            .map(|operand| number(&operand.input))
            .collect();
        terms.join(separator)
    };
    let has_many_parts = operands.iter().filter(|operand| operand.role == Role::Part).count() > 1;
    match formula {
        Formula::Achievement(AchievementFormula::PlanCompletion) => {
            format!("{}/{}", one(Role::Actual), one(Role::Target))
        }
        Formula::Achievement(AchievementFormula::FromBaseline) => {
            let (a, t, b) = (one(Role::Actual), one(Role::Target), one(Role::Baseline));
            format!("({a} - {b})/({t} - {b})")
        }
        Formula::Achievement(AchievementFormula::Inverse) => format!("{}/{}", one(Role::Target), one(Role::Actual)),
        Formula::Achievement(AchievementFormula::Complement) => {
            format!("2 - {}/{}", one(Role::Actual), one(Role::Target))
        }
        Formula::Achievement(AchievementFormula::Change) => {
            format!("({a} - {b})/{b}", a = one(Role::Actual), b = one(Role::Baseline))
        }
        Formula::PlannedTask => format!("{}/{}", one(Role::Target), one(Role::Baseline)),
        Formula::Growth => format!("({c} - {b})/{b}", c = one(Role::Current), b = one(Role::Base)),
        Formula::GrowthIndex | Formula::Multiple => format!("{}/{}", one(Role::Current), one(Role::Base)),
        Formula::Share if has_many_parts => format!("({})/{}", all(" + "), one(Role::Whole)),
        Formula::Share | Formula::Quotient => format!("{}/{}", one(Role::Part), one(Role::Whole)),
        Formula::RatePer(per) => format!("{} × {}/{}", plain(per), one(Role::Part), one(Role::Whole)),
        Formula::Sum | Formula::Reference => all(" + "),
        Formula::Balance(constant) => {
            let size = |weight: Amount, words: String| match weight.magnitude() {
                Amount::ONE => words,
                size => format!("{} × {words}", plain(size)),
            };
            let terms = operands.iter().map(|operand| (operand.weight, size(operand.weight, number(&operand.input))));
            let constant = Some((constant, plain(constant.magnitude()))).filter(|_| constant != Amount::ZERO);
            let mut sum = String::new();
            for (weight, words) in terms.chain(constant) {
                let sign = match (sum.is_empty(), weight.is_negative()) {
                    (true, true) => "-",
                    (true, false) => "",
                    (false, true) => " - ",
                    (false, false) => " + ",
                };
                sum = format!("{sum}{sign}{words}");
            }
            sum
        }
        Formula::Count(number) => plain(number),
        Formula::Change => format!("{} - {}", one(Role::Current), one(Role::Base)),
        Formula::Difference | Formula::Remainder => format!("{} - {}", one(Role::Whole), all(" - ")),
    }
}
