//! Version 1 of periods: a name alone on the calendar grid, a name with its days on another.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::integer;
use super::leaf::date;
use super::through_mirror;
use crate::period::{Period, PeriodError, PeriodName};

through_mirror! {
    PeriodName => PeriodNameV1,
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PeriodV1::from(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        PeriodV1::deserialize(deserializer)?.try_into().map_err(de::Error::custom)
    }
}

/// The names of periods, alone and with one more form; a name within that form must not be such a form again.
macro_rules! period_names {
    ($(#[$attribute:meta])* enum $raw:ident { $($more:tt)* }) => {
        #[derive(Serialize, Deserialize)]
        $(#[$attribute])*
        #[serde(rename_all = "snake_case", deny_unknown_fields, expecting = "a period, such as {\"year\": 2021}")]
        enum $raw {
            Year(#[serde(with = "integer")] i32),
            Years {
                #[serde(with = "integer")]
                first: i32,
                #[serde(with = "integer")]
                last: i32,
            },
            Half {
                #[serde(with = "integer")]
                year: i32,
                #[serde(with = "integer")]
                half: u8,
            },
            NineMonths(#[serde(with = "integer")] i32),
            Quarter {
                #[serde(with = "integer")]
                year: i32,
                #[serde(with = "integer")]
                quarter: u8,
            },
            Month {
                #[serde(with = "integer")]
                year: i32,
                #[serde(with = "integer")]
                month: u8,
            },
            Range {
                #[serde(with = "date")]
                from: NaiveDate,
                #[serde(with = "date")]
                to: NaiveDate,
            },
            $($more)*
        }
    };
}

period_names! {
    #[serde(remote = "PeriodName")]
    enum PeriodNameV1 {}
}

period_names! {
    enum PeriodV1 {
        /// On another grid than the calendar's.
        OnDays {
            name: PeriodName,
            #[serde(with = "date")]
            from: NaiveDate,
            #[serde(with = "date")]
            to: NaiveDate,
        },
    }
}

impl From<Period> for PeriodV1 {
    fn from(period: Period) -> Self {
        match period.name() {
            name if !period.is_plain() => Self::OnDays { name, from: period.first(), to: period.last() },
            PeriodName::Year(year) => Self::Year(year),
            PeriodName::Years { first, last } => Self::Years { first, last },
            PeriodName::Half { year, half } => Self::Half { year, half },
            PeriodName::NineMonths(year) => Self::NineMonths(year),
            PeriodName::Quarter { year, quarter } => Self::Quarter { year, quarter },
            PeriodName::Month { year, month } => Self::Month { year, month },
            PeriodName::Range { from, to } => Self::Range { from, to },
        }
    }
}

impl TryFrom<PeriodV1> for Period {
    type Error = PeriodError;

    fn try_from(raw: PeriodV1) -> Result<Self, PeriodError> {
        Self::new(match raw {
            PeriodV1::OnDays { name, from, to } => return Self::on_days(name, from, to),
            PeriodV1::Year(year) => PeriodName::Year(year),
            PeriodV1::Years { first, last } => PeriodName::Years { first, last },
            PeriodV1::Half { year, half } => PeriodName::Half { year, half },
            PeriodV1::NineMonths(year) => PeriodName::NineMonths(year),
            PeriodV1::Quarter { year, quarter } => PeriodName::Quarter { year, quarter },
            PeriodV1::Month { year, month } => PeriodName::Month { year, month },
            PeriodV1::Range { from, to } => PeriodName::Range { from, to },
        })
    }
}
