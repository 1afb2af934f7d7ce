//! What many units give, added up (số liệu tổng hợp).
//!
//! An [`Aggregate`] keeps what each unit gave, under the indicator, the part, the period and the extent it belongs to, and so
//! it can be merged with another in any order and any grouping: merging is the union of what both know. Whatever is asked of
//! it (a total, a rate, the coverage) is computed from that, names the units that made it up, and says of every other unit
//! why it is not in it. A rate is the sum of its numerators over the sum of its denominators, never a mean of rates.
//!
//! ```
//! use thuocdo::NaiveDate;
//! use thuocdo::aggregate::{Aggregate, Contribution, Given, Key};
//! use thuocdo::id::Id;
//! use thuocdo::period::Period;
//! use thuocdo::quantity::{Figure, Unit};
//! use thuocdo::record::{Extent, Stage};
//!
//! let key = Key { indicator: Id::new("tuyen-sinh")?, at: vec![], period: Period::year(2021)?, extent: Extent::ToCutoff };
//! let of = |unit: &str, number: &str| {
//!     let figure = Figure::new(number.parse::<thuocdo::quantity::Printed>()?, Unit::PERSON)?;
//!     let as_of = NaiveDate::from_ymd_opt(2021, 11, 15).unwrap();
//!     let mut one = Aggregate::expecting([Id::new("cao-loc")?, Id::new("chi-lang")?, Id::new("van-quan")?]);
//!     one.add(key.clone(), Contribution::new(Id::new(unit)?, as_of, Stage::Official, Given::Figure(figure)));
//!     Ok::<_, Box<dyn std::error::Error>>(one)
//! };
//! let all = of("cao-loc", "700")?.merged(of("chi-lang", "2160")?);
//! let total = all.total(&key);
//! assert_eq!(total.sums[0].quantity.amount().to_string(), "2860");
//! assert_eq!(all.coverage(&key).missing, [Id::new("van-quan")?]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod contribution;
mod coverage;
mod rate;
mod store;
mod total;

pub use contribution::{Contribution, Given};
pub use coverage::Coverage;
pub use rate::{RateOfSums, RateUnit};
pub use store::{Aggregate, Key};
pub use total::{LeftOut, Sum, Total};
