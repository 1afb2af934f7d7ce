//! Proves that merging is the union of what is known, whatever the order and the grouping; that totals and rates are those of a
//! naive recomputation from the same contributions; and that every unit is in exactly one place.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use proptest::sample::select;
use thuocdo::NaiveDate;
use thuocdo::aggregate::{Aggregate, Contribution, Given, Key, LeftOut};
use thuocdo::id::Id;
use thuocdo::measure::NotComputable;
use thuocdo::period::Period;
use thuocdo::quantity::{Figure, Printed, Reading, Unit};
use thuocdo::record::{Extent, Stage};

const UNITS: [&str; 5] = ["cao-loc", "chi-lang", "trang-dinh", "van-lang", "van-quan"];

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn key(indicator: &str) -> Key {
    Key { indicator: id(indicator), at: vec![], period: Period::year(2021).unwrap(), extent: Extent::ToCutoff }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 11, day).unwrap()
}

fn figure(number: &str, unit: &str) -> Given {
    let printed: Printed = number.parse().unwrap();
    Given::Figure(Figure::new(printed, unit.parse().unwrap()).unwrap())
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        8 => (0..3000_u32, select(&["người", "nghìn người", "hộ", "triệu đồng", "đồng"]))
            .prop_map(|(number, unit)| figure(&number.to_string(), unit)),
        1 => (0..100_u32).prop_map(|number| figure(&number.to_string(), "%")),
        1 => (0..100_u32).prop_map(|number| {
            let reading = Reading::MoreThan(number.to_string().parse().unwrap());
            Given::Figure(Figure::new(reading, Unit::PERSON).unwrap())
        }),
        1 => Just(Given::NotStated),
        1 => Just(Given::NotApplicable),
        1 => Just(Given::NoFigure),
    ]
}

fn contributions() -> impl Strategy<Value = Vec<(Key, Contribution)>> {
    let one = (select(&["a", "b"]), select(&UNITS), 1..4_u32, select(&[Stage::Estimate, Stage::Official]), given());
    let one = one.prop_map(|(indicator, unit, as_of, stage, given)| {
        (key(indicator), Contribution::new(id(unit), day(as_of), stage, given))
    });
    proptest::collection::vec(one, 0..14)
}

fn aggregate(contributions: &[(Key, Contribution)]) -> Aggregate {
    let mut all = Aggregate::new();
    for (key, one) in contributions {
        all.add(key.clone(), one.clone());
    }
    all
}

/// What counts of each unit, found by looking at everything.
fn counting<'c>(contributions: &'c [(Key, Contribution)], key: &Key) -> BTreeMap<&'c Id, Vec<&'c Given>> {
    let of_key: Vec<&Contribution> =
        contributions.iter().filter(|(other, _)| other == key).map(|(_, one)| one).collect();
    let mut units: BTreeMap<&Id, Vec<&Given>> = BTreeMap::new();
    for one in &of_key {
        let is_latest = of_key
            .iter()
            .filter(|other| other.organisation == one.organisation)
            .all(|other| (other.as_of, other.stage) <= (one.as_of, one.stage));
        let counting = units.entry(&one.organisation).or_default();
        if is_latest && !counting.contains(&&one.given) {
            counting.push(&one.given);
        }
    }
    units
}

fn number(given: &Given) -> Option<(String, BigRational)> {
    let Given::Figure(figure) = given else { return None };
    let Reading::Exactly(printed) = figure.reading() else { return None };
    if figure.unit().name() == "%" {
        return None;
    }
    let ones = BigInt::from(printed.amount().millionths()) * BigInt::from(figure.unit().scale().factor());
    Some((figure.unit().name().into(), BigRational::new(ones, BigInt::from(1_000_000))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn merging_is_a_union(all in contributions(), cuts in proptest::collection::vec(0..3_usize, 14)) {
        let whole = aggregate(&all);
        let part = |number: usize| {
            let mine: Vec<_> = all.iter().zip(&cuts).filter(|(_, cut)| **cut == number).map(|(one, _)| one.clone()).collect();
            aggregate(&mine)
        };
        let (a, b, c) = (part(0), part(1), part(2));
        let left = a.clone().merged(b.clone()).merged(c.clone());
        let right = a.clone().merged(b.clone().merged(c.clone()));
        prop_assert_eq!(&left, &right);
        prop_assert_eq!(&left, &whole);
        prop_assert_eq!(c.merged(b.clone()).merged(a.clone()), left.clone());
        prop_assert_eq!(left.clone().merged(Aggregate::new()), left.clone());
        prop_assert_eq!(Aggregate::new().merged(left.clone()), left.clone());
        prop_assert_eq!(left.clone().merged(a), left.clone());
        prop_assert_eq!(left.clone().merged(left.clone()), left);
    }

    #[test]
    fn a_total_is_that_of_a_naive_recomputation(all in contributions()) {
        let total = aggregate(&all).total(&key("a"));
        let units = counting(&all, &key("a"));
        let mut expected: BTreeMap<String, BigRational> = BTreeMap::new();
        for given in units.values() {
            if let [one] = given.as_slice() && let Some((unit, ones)) = number(one) {
                *expected.entry(unit).or_insert_with(|| BigRational::from(BigInt::from(0))) += ones;
            }
        }
        let found: BTreeMap<String, BigRational> = total.sums.iter().map(|sum| {
            let ones = BigRational::new(BigInt::from(sum.quantity.ones().millionths()), BigInt::from(1_000_000));
            (sum.quantity.unit().name().to_string(), ones)
        }).collect();
        prop_assert_eq!(found, expected);
        // each unit in exactly one place
        let mut places: Vec<&Id> = total.sums.iter().flat_map(|sum| &sum.organisations).collect();
        places.extend(total.left_out.iter().map(|(unit, _)| unit));
        places.sort();
        prop_assert_eq!(places, units.keys().copied().collect::<Vec<_>>());
        for (unit, why) in &total.left_out {
            let given = &units[unit];
            let reason = match given.as_slice() {
                [Given::NotStated] => LeftOut::NotStated,
                [Given::NotApplicable] => LeftOut::NotApplicable,
                [Given::NoFigure] => LeftOut::NoFigure,
                [Given::Figure(figure)] if *figure.unit() == Unit::PERCENT => LeftOut::Rate,
                [Given::Figure(_)] => LeftOut::NotExact,
                _ => LeftOut::GivenTwice,
            };
            prop_assert_eq!(*why, reason);
        }
    }

    #[test]
    fn a_rate_is_the_sum_over_the_sum(pairs in proptest::collection::vec((0..50_u32, 0..100_u32), 0..5)) {
        let mut all = Aggregate::new();
        for (unit, (done, of)) in UNITS.iter().zip(&pairs) {
            for (indicator, number) in [("a", done), ("b", of)] {
                let given = figure(&number.to_string(), "hộ");
                all.add(key(indicator), Contribution::new(id(unit), day(1), Stage::Official, given));
            }
        }
        // one that has only the first number is not in it
        all.add(key("a"), Contribution::new(id("zz"), day(1), Stage::Official, figure("7", "hộ")));
        let found = all.rate(&key("a"), &key("b"));
        prop_assert_eq!(&found.left_out, &vec![(id("zz"), LeftOut::NotStated)]);
        prop_assert_eq!(found.units.len(), pairs.len());
        let (done, of) = pairs.iter().fold((0, 0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        match found.rate {
            Ok(rate) => prop_assert_eq!(
                BigRational::new(rate.ratio().numerator().into(), rate.ratio().denominator().into()),
                BigRational::new(done.into(), of.into())
            ),
            Err(NotComputable::ZeroDenominator { .. }) => prop_assert!(!pairs.is_empty() && of == 0),
            Err(reason) => prop_assert!(pairs.is_empty(), "{:?}", reason),
        }
    }

    #[test]
    fn what_was_known_on_a_day_is_what_was_said_by_then(all in contributions(), date in 0..4_u32) {
        let known: Vec<_> = all.iter().filter(|(_, one)| one.as_of <= day(date.max(1))).cloned().collect();
        prop_assert_eq!(aggregate(&all).as_known_on(day(date.max(1))), aggregate(&known));
    }

    #[test]
    fn coverage_tells_apart_who_is_there(all in contributions(), expected in proptest::collection::btree_set(select(&UNITS), 0..5)) {
        let units = Aggregate::expecting(expected.iter().map(|unit| id(unit))).merged(aggregate(&all));
        let coverage = units.coverage(&key("a"));
        let there: BTreeSet<Id> = all.iter().filter(|(other, _)| *other == key("a")).map(|(_, one)| one.organisation.clone()).collect();
        let expected: BTreeSet<Id> = expected.iter().map(|unit| id(unit)).collect();
        let set = |units: &[Id]| units.iter().cloned().collect::<BTreeSet<_>>();
        prop_assert_eq!(set(&coverage.reported), &expected & &there);
        prop_assert_eq!(set(&coverage.missing), &expected - &there);
        prop_assert_eq!(set(&coverage.unexpected), &there - &expected);
        prop_assert_eq!(coverage.share().is_err(), expected.is_empty());
    }
}

/// `peers.md`: 9 of 10 and 10 of 100 are 19 of 110, 17,27 %, and no mean of 90 % and 10 %.
#[test]
fn a_published_rate_of_sums() {
    use thuocdo::quantity::Rounding;
    use thuocdo::text::{Language, Vietnamese};
    for (pairs, expected) in [([(6, 10), (6, 10)], "60,00%"), ([(9, 10), (10, 100)], "17,27%")] {
        let mut all = Aggregate::new();
        for (unit, (done, of)) in UNITS.iter().zip(pairs) {
            for (indicator, number) in [("a", done), ("b", of)] {
                let given = figure(&number.to_string(), "hộ");
                all.add(key(indicator), Contribution::new(id(unit), day(1), Stage::Official, given));
            }
        }
        let rate = all.rate(&key("a"), &key("b")).rate.unwrap();
        assert_eq!(Vietnamese.percent(rate.ratio(), Rounding::half_away::<2>()), expected);
    }
}

#[test]
fn a_correction_supersedes_and_both_are_kept() {
    let mut all = Aggregate::new();
    for (as_of, stage, number) in
        [(14, Stage::Estimate, "02"), (14, Stage::Official, "02"), (15, Stage::Estimate, "03")]
    {
        all.add(key("a"), Contribution::new(id("cao-loc"), day(as_of), stage, figure(number, "hộ")));
    }
    assert_eq!(all.total(&key("a")).sums[0].quantity.amount().to_string(), "3");
    assert_eq!(all.as_known_on(day(14)).total(&key("a")).sums[0].quantity.amount().to_string(), "2");
    assert_eq!(all.revisions(&key("a"), &id("cao-loc")).count(), 3);
    all.add(key("a"), Contribution::new(id("cao-loc"), day(15), Stage::Estimate, figure("04", "hộ")));
    assert_eq!(all.total(&key("a")).left_out, [(id("cao-loc"), LeftOut::GivenTwice)]);
}

#[test]
fn what_does_not_fit_into_an_amount_is_left_out_and_said() {
    let mut all = Aggregate::new();
    for unit in &UNITS[..3] {
        all.add(key("a"), Contribution::new(id(unit), day(1), Stage::Official, figure(&"9".repeat(18), "đồng")));
    }
    let total = all.total(&key("a"));
    assert_eq!(total.sums[0].organisations, [id(UNITS[0])]);
    assert_eq!(total.left_out, [(id(UNITS[1]), LeftOut::TooLarge), (id(UNITS[2]), LeftOut::TooLarge)]);
}
