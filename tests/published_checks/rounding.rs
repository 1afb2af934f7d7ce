//! What printed figures stand for, and whether sums and percentages of them agree with what is printed: exactly at the
//! ends of every interval, open or closed.

use serde_json::Value;
use thuocdo::check::{Agreement, CheckFigure, Comparison, Precision};
use thuocdo::quantity::{Amount, End, Interval, Printed, QuantityError, Ratio, Reading, RoundMode, Scale, Unit};
use thuocdo::record::{Relation, Term};

use crate::build::{amount, exact, figure, flag, id, items, number, printed, statement, table, text};
use crate::editing::cases;
use crate::outcome::agreement;

/// Sums of rounded figures that no unit can say: the figure is rounded to ten thousands and has digits below.
const SKIPPED_SUMS: [&str; 1] = ["xb-amana-2"];

/// Half down is no mode of ours, nor is a tie towards plus infinity, which differs from ours below zero; and 20
/// decimals are more than a figure has.
const SKIPPED_RATIOS: [(&str, &str, &str); 8] = [
    ("12", "down", "half down"),
    ("13", "down", "half down"),
    ("100", "down", "half down"),
    ("99", "down", "half down"),
    ("-12", "up", "half up below zero"),
    ("-13", "up", "half up below zero"),
    ("33.33333333333333333333", "nearest", "too fine"),
    ("33.33333333333333333334", "nearest", "too fine"),
];

#[test]
fn printed_figures_stand_for_the_exact_interval() {
    let mut skipped = Vec::new();
    for row in rows("unround") {
        let Some(precision) = precision(text(&row, "rounding"), false) else {
            skipped.push(text(&row, "rounding").to_owned());
            continue;
        };
        let stated = with_decimals(amount(text(&row, "value")), &row["decimals"]);
        let expected = &row["expected"];
        let end = |end: &str, included: &str| {
            let kind = if flag(expected, included) { End::Closed } else { End::Open };
            Some((Ratio::from(amount(text(expected, end))), kind))
        };
        let expected = Interval::between(end("lower", "lower_included"), end("upper", "upper_included"));
        if let Precision::Rounded(mode) = precision {
            assert_eq!(stated.stands_for(mode).ok(), expected, "{row}");
        }
        // a table reads the figure in the same way
        let figures =
            vec![figure("stated", stated, Unit::BARE, precision), exact("other", Reading::Exactly(printed("0")))];
        let same = Relation::Same { other: id("other") };
        let table = table(figures, vec![statement("same", "stated", same)]);
        assert_eq!(table.check().statements()[0].comparison.map(|found| found.stated), expected, "{row}");
    }
    assert_eq!(skipped, ["down"], "half down is no mode of ours");
}

#[test]
fn percentages_agree_or_not() {
    let mut skipped = Vec::new();
    let mut cut = Vec::new();
    for row in rows("ratio-check") {
        let (stated, rounding) = (text(&row, "stated_percent"), text(&row, "rounding"));
        let (Some(precision), Ok(stated)) = (precision(rounding, stated.starts_with('-')), stated.parse::<Printed>())
        else {
            skipped.push((stated.to_owned(), rounding.to_owned()));
            continue;
        };
        let whole = |name: &str, field: &str| exact(name, printed(text(&row, field)));
        let figures = vec![
            whole("part", "numerator"),
            whole("whole", "denominator"),
            figure("share", stated, Unit::PERCENT, precision),
        ];
        let share = Relation::Share { parts: vec![id("part")], whole: id("whole") };
        let table = table(figures, vec![statement("share", "share", share)]);
        let check = table.check();
        let found = agreement(&check, "share");
        assert_eq!(
            matches!(found, Agreement::Exact | Agreement::ByRounding),
            flag(&row, "expected"),
            "{row}: {found:?}"
        );
        assert!(matches!(found, Agreement::Exact | Agreement::ByRounding | Agreement::Cut | Agreement::Off), "{row}");
        if *found == Agreement::Cut {
            cut.push(stated.to_string());
        }
    }
    // wrong as rounded figures and right as ones that were cut
    assert_eq!(cut, ["12", "37", "66.66", "0.03"]);
    skipped.sort_unstable();
    let mut expected = SKIPPED_RATIOS.map(|(stated, rounding, _)| (stated.to_owned(), rounding.to_owned()));
    expected.sort_unstable();
    assert_eq!(skipped, expected);
    let too_fine = "33.33333333333333333333".parse::<Printed>();
    assert!(matches!(too_fine, Err(QuantityError::TooFine { .. })), "{too_fine:?}");
}

#[test]
fn sums_of_rounded_figures_agree_or_not() {
    let mut skipped = Vec::new();
    for case in cases("rounded-sum") {
        let expected = &case["expected"];
        if text(expected, "verdict") == "excess_digits" {
            skipped.push(text(&case, "id").to_owned());
            continue;
        }
        let (agreement, comparison) = sum(&case, false);
        assert_eq!(agreement.holds(), text(expected, "verdict") == "consistent", "{case}: {agreement:?}");
        assert_eq!(comparison.stated, interval(text(expected, "reported_interval")), "{case}");
        assert_eq!(comparison.recomputed, interval(text(expected, "computed_interval")), "{case}");
        // the digits alone
        let (agreement, _) = sum(&case, true);
        assert_eq!(agreement == Agreement::Exact, flag(expected, "point_sum_equals_total"), "{case}");
    }
    assert_eq!(skipped, SKIPPED_SUMS);
}

#[test]
fn intervals_overlap_or_not() {
    for row in rows("interval-overlap") {
        let ends = |field: &str| {
            let [low, high] = items(&row, field) else { panic!("two ends in {row}") };
            (number(low), number(high))
        };
        let is_consistent = text(&row, "expected") == "consistent";
        let interval =
            |(low, high): (Amount, Amount)| Interval::closed(low.into(), high.into()).expect("the ends rise");
        let (computed, reported) = (ends("computed"), ends("reported"));
        assert_eq!(interval(computed).meets(&interval(reported)), is_consistent, "{row}");
        // the same as statements of ranges
        let range = |name: &str, (low, high): (Amount, Amount)| {
            exact(name, Reading::between(low.into(), high.into()).expect("the ends rise"))
        };
        let figures = vec![range("computed", computed), range("reported", reported)];
        let same = Relation::Same { other: id("computed") };
        let table = table(figures, vec![statement("same", "reported", same)]);
        let expected = if is_consistent { Agreement::ByRounding } else { Agreement::Off };
        assert_eq!(*agreement(&table.check(), "same"), expected, "{row}");
    }
}

/// The total as the weighted sum of the items, as rounded as they are or by their digits alone.
fn sum(case: &Value, by_digits: bool) -> (Agreement, Comparison) {
    let [total] = items(case, "total") else { panic!("one total in {case}") };
    let mut figures = vec![rounded("total", total, text(case, "rounding"), by_digits)];
    let mut terms = Vec::new();
    for (index, item) in items(case, "items").iter().enumerate() {
        let [fact] = items(item, "facts") else { panic!("one fact in {item}") };
        let name = format!("item {index}");
        figures.push(rounded(&name, fact, text(case, "rounding"), by_digits));
        terms.push(Term { weight: number(&item["weight"]), figure: id(&name) });
    }
    let relation = Relation::Balance { terms, constant: Amount::ZERO };
    let table = table(figures, vec![statement("sum", "total", relation)]);
    let [found] = <[_; 1]>::try_from(table.check().statements().to_vec()).expect("one statement");
    (found.agreement, found.comparison.expect("it was checked"))
}

/// A figure of đồng, rounded to so many decimals: to -3 in thousands, to none if it is exact.
fn rounded(name: &str, fact: &Value, rounding: &str, by_digits: bool) -> CheckFigure {
    let value = amount(text(fact, "value"));
    let rounded = precision(rounding, false).expect("a mode of ours");
    match fact["decimals"].as_i64() {
        _ if by_digits => figure(name, value, Unit::DONG, Precision::Exact),
        None => figure(name, value, Unit::DONG, Precision::Exact),
        Some(-3) => {
            let thousands = Ratio::of(value, 1000).expect("no zero").to_amount().expect("a whole number");
            assert!(thousands.is_whole(), "{fact}");
            figure(name, thousands, Unit::DONG.scaled(Scale::Thousand).expect("money has scales"), rounded)
        }
        Some(_) => figure(name, with_decimals(value, &fact["decimals"]), Unit::DONG, rounded),
    }
}

/// The precision by the words of the data; none if it is not ours.
pub(crate) fn precision(rounding: &str, is_negative: bool) -> Option<Precision> {
    match rounding {
        "nearest" | "up_or_down" => Some(Precision::Nearest),
        "up" if !is_negative => Some(Precision::Rounded(RoundMode::HalfAway)),
        "even" => Some(Precision::Rounded(RoundMode::HalfEven)),
        "trunc" => Some(Precision::Rounded(RoundMode::Down)),
        "anti_trunc" => Some(Precision::Rounded(RoundMode::Up)),
        "floor" => Some(Precision::Rounded(RoundMode::Floor)),
        "ceiling" => Some(Precision::Rounded(RoundMode::Ceiling)),
        _ => None,
    }
}

/// The amount printed with so many decimals, which are enough for it.
fn with_decimals(amount: Amount, decimals: &Value) -> Printed {
    let decimals = usize::try_from(decimals.as_u64().expect("decimals")).expect("few decimals");
    let whole = amount.to_string();
    let (whole, fraction) = whole.split_once('.').unwrap_or((&whole, ""));
    let point = if decimals == 0 { "" } else { "." };
    let found = printed(&format!("{whole}{point}{fraction:0<decimals$}"));
    assert_eq!(usize::from(found.decimals()), decimals, "{amount} has more decimals");
    found
}

/// `[9500, 10500]`, `[6, 7)`.
fn interval(text: &str) -> Interval {
    let (low, high) = text.split_once(", ").expect("two ends");
    let end = |end: &str, marks: [char; 2], closed: char| {
        let kind = if end.contains(closed) { End::Closed } else { End::Open };
        Some((Ratio::from(amount(end.trim_matches(marks))), kind))
    };
    Interval::between(end(low, ['[', '('], '['), end(high, [']', ')'], ']')).expect("the ends rise")
}

/// The rows of the only case of a kind.
fn rows(kind: &str) -> Vec<Value> {
    let [case] = <[Value; 1]>::try_from(cases(kind)).expect("one case");
    items(&case, "rows").to_vec()
}
