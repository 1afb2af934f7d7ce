//! A calculation shows its numbers as they are printed.

use thuocdo::measure::{Absolute, Input, NotComputable, Relative};
use thuocdo::quantity::Reading;
use thuocdo::text::{English, Language, Vietnamese};

use crate::build::{amount, figure, printed};

#[test]
fn a_calculation_shows_its_numbers_as_printed() -> Result<(), NotComputable> {
    let about = |number| Input::from(figure(Reading::About(printed(number)), "người"));
    let persons = |number| Input::from(figure(Reading::Exactly(printed(number)), "người"));
    let show = |relative: &Relative| {
        let (formula, operands) = (relative.formula(), relative.operands());
        (Vietnamese.calculation(formula, operands), English.calculation(formula, operands))
    };
    for (relative, vietnamese, english) in [
        (Relative::share(92, 107)?, "92/107", "92/107"),
        (
            Relative::share_of_sum(vec![persons("02"), persons("12")], persons("2552"))?,
            "(02 + 12)/2.552",
            "(02 + 12)/2,552",
        ),
        (Relative::completion(3088, 2000)?, "3.088/2.000", "3,088/2,000"),
        (Relative::growth(28, 18)?, "(18 - 28)/28", "(18 - 28)/28"),
        (Relative::planned_task(19_400, 11_370)?, "19.400/11.370", "19,400/11,370"),
        (Relative::growth_index(28, 18)?, "18/28", "18/28"),
        (Relative::completion(persons("700"), about("7000"))?, "700/~7.000", "700/~7,000"),
    ] {
        assert_eq!(show(&relative), (vietnamese.into(), english.into()));
    }
    let sum = Absolute::sum([7894, 700, 2160, 616])?;
    assert_eq!(Vietnamese.calculation(sum.formula(), sum.operands()), "7.894 + 700 + 2.160 + 616");
    let rest = Absolute::remainder(2552, [18, 89])?;
    assert_eq!(Vietnamese.calculation(rest.formula(), rest.operands()), "2.552 - 18 - 89");
    let change = Absolute::change(28, 18)?;
    assert_eq!(Vietnamese.calculation(change.formula(), change.operands()), "18 - 28");
    Ok(())
}

/// The hundred thousand persons that a rate is taken over are a number like any other.
#[test]
fn what_a_rate_is_taken_over_is_grouped_too() -> Result<(), NotComputable> {
    let rate = Relative::rate_per(amount("100000"), 18, 785_000)?;
    assert_eq!(Vietnamese.calculation(rate.formula(), rate.operands()), "100.000 × 18/785.000");
    assert_eq!(English.calculation(rate.formula(), rate.operands()), "100,000 × 18/785,000");
    assert_eq!(Vietnamese.formula(rate.formula()), "tỷ lệ trên 100.000");
    assert_eq!(English.formula(rate.formula()), "rate per 100,000");
    Ok(())
}
