//! Exact figures (số liệu): amounts with units, ratios kept as pairs, rounding by name, and figures as printed.
//!
//! Nothing here is a float and nothing is rounded unless a [`Rounding`] stands in the call:
//!
//! 1. an [`Amount`] is a count of millionths, with a [`Unit`] it is a [`Quantity`];
//! 2. a [`Ratio`] keeps numerator and denominator and is compared by cross-multiplication;
//! 3. at the edge a [`Rounding`] makes a [`Rounded`] out of it, once;
//! 4. a [`Printed`] keeps the digits of a report ("02", "95,80"), a [`Reading`] what the words around it say
//!    ("trên 80%"), a [`Figure`] both with the unit.
//!
//! Every limit is a row of [`bounds::TABLE`].

mod amount;
pub mod bounds;
mod digits;
mod error;
mod figure;
mod interval;
mod interval_arithmetic;
mod percent;
mod printed;
mod ratio;
mod reading;
mod rounding;
mod unit;
mod unit_table;
mod unrounded;
mod wide;

pub use amount::Amount;
pub use digits::NotDecimal;
pub use error::QuantityError;
pub use figure::{Figure, Quantity};
pub use interval::{End, Interval};
pub use percent::{Percent, PercentagePoints};
pub use printed::Printed;
pub use ratio::Ratio;
pub use reading::{Range, Reading};
pub use rounding::{RoundMode, Rounded, Rounding};
pub use unit::{Scale, Unit, UnitKind};
