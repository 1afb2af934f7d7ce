//! The things that are spoken of, built from how they are written.

use thuocdo::NaiveDate;
use thuocdo::id::{DocumentRef, Id, Text};
use thuocdo::quantity::{Amount, Figure, Printed, Reading, Unit};

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

pub(crate) fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub(crate) fn unit(name: &str) -> Unit {
    name.parse().unwrap()
}

pub(crate) fn printed(number: &str) -> Printed {
    number.parse().unwrap()
}

pub(crate) fn amount(number: &str) -> Amount {
    number.parse().unwrap()
}

pub(crate) fn figure(reading: impl Into<Reading>, of: &str) -> Figure {
    Figure::new(reading, unit(of)).unwrap()
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn document(code: &str, date: Option<NaiveDate>) -> DocumentRef {
    DocumentRef { code: code.parse().unwrap(), date, subject: None }
}
