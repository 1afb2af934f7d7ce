//! Ids, texts, days, periods and documents.

use chrono::Days;
use thuocdo::NaiveDate;
use thuocdo::id::{DocumentCode, DocumentRef, DocumentType, Id, Text};
use thuocdo::period::{Period, PeriodName};

use super::Builder;

/// Words that reports use, and letters, marks and signs that a format might trip over; each composed (NFC).
const WORDS: [&str; 20] = [
    "hộ",
    "người",
    "Nghèo",
    "Đề",
    "thực",
    "hiện",
    "nhiệm",
    "vụ",
    "ƯỚC",
    "ẵm",
    "ở",
    "đất",
    "2021",
    "100%",
    "\"a\"",
    "\\n",
    "'#=",
    "[x]",
    "{}:,",
    "𝄞é中",
];

impl Builder {
    fn words(&mut self) -> String {
        self.some(1, |this| *this.pick(&WORDS)).join(" ")
    }

    /// An id that no other thing of the report has.
    pub(crate) fn id(&mut self) -> Id {
        self.ids += 1;
        Id::new(&format!("{}-{}", self.words(), self.ids)).unwrap()
    }

    pub(crate) fn text(&mut self) -> Text {
        Text::new(&self.words()).unwrap()
    }

    pub(crate) fn date(&mut self) -> NaiveDate {
        // from the first day of 1900 to the last of 2199
        NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(self.below(109_573))
    }

    pub(crate) fn two_dates(&mut self) -> (NaiveDate, NaiveDate) {
        let (one, other) = (self.date(), self.date());
        (one.min(other), one.max(other))
    }

    pub(crate) fn period(&mut self) -> Period {
        let year = 1900 + i32::try_from(self.below(300)).unwrap();
        let mut part = |parts: u64| u8::try_from(1 + self.below(parts)).unwrap();
        let name = match part(7) {
            1 => PeriodName::Year(year),
            2 => PeriodName::Years { first: year, last: (year + i32::from(part(10))).min(2199) },
            3 => PeriodName::Half { year, half: part(2) },
            4 => PeriodName::NineMonths(year),
            5 => PeriodName::Quarter { year, quarter: part(4) },
            6 => PeriodName::Month { year, month: part(12) },
            _ => {
                let (from, to) = self.two_dates();
                PeriodName::Range { from, to }
            }
        };
        // a third of them on other days than the calendar's
        let is_range = matches!(name, PeriodName::Range { .. });
        if is_range || self.below(3) > 0 {
            return Period::new(name).unwrap();
        }
        let (first, last) = self.two_dates();
        Period::on_days(name, first, last).unwrap()
    }

    pub(crate) fn document(&mut self) -> DocumentRef {
        let number = *self.pick(&["14", "", "7", "007", "382a", "9999999", "12đ"]);
        let kind = self.pick(&DocumentType::ALL).abbreviation();
        let organ = *self.pick(&["SLĐTBXH", "UBND", "SNV-TCBC&CCHC", "TW", "TTg", "QH14", "HĐND/VP"]);
        let year = 1900 + self.below(300);
        let code = match self.below(4) {
            0 => format!("{number}/{kind}-{organ}"),
            1 => format!("{number}/{organ}"),
            2 => format!("{number}/{year}/{kind}-{organ}"),
            _ => format!("{number}-{kind}/{organ}"),
        };
        DocumentRef {
            code: code.parse::<DocumentCode>().unwrap(),
            date: self.maybe(Self::date),
            subject: self.maybe(Self::text),
        }
    }
}
