//! What a text means, in English. Why it is not read stands with the error.

use alloc::{
    format,
    string::{String, ToString},
};

use super::{English, MONTHS};
use crate::text::{ChangeSense, Clue, NotFigure, Notation, PartOfYear, ReadError, ReadingLanguage, Status};

impl ReadingLanguage for English {
    fn read_error(&self, error: &ReadError) -> String {
        error.to_string()
    }

    fn clue(&self, clue: &Clue) -> String {
        match clue {
            Clue::Groups => "the mark before exactly three digits groups them".into(),
            Clue::ForeignNotation => "the notation is not that of the text's language".into(),
            Clue::OnlyForeign => "in the notation of the text's language it is no number".into(),
            Clue::OneScale => "both numbers are brought to one scale word".into(),
            Clue::UnknownUnit => "the word behind is no known unit".into(),
            Clue::TextIsIn(Notation::English) => "other numbers of the text are written the English way".into(),
            Clue::TextIsIn(_) => "other numbers of the text are written the Vietnamese way".into(),
            Clue::UnitRefuses(reason) => reason.to_string(),
            Clue::UnitOfCaller => "the unit is the one asked for".into(),
            Clue::DayAndMonth => "it could be a day and a month, or a month and a year".into(),
            Clue::FourDigits => "four digits without a mark or a unit".into(),
            Clue::PartWithinWhole => "the first number is not above the second".into(),
            Clue::PartAboveWhole => "the first number is above the second, so it may be new against old".into(),
            Clue::PerRoundNumber => "the second number is round: so many for each hundred or thousand".into(),
            Clue::SaysPercent => "the text says `%`".into(),
            Clue::RateMayChange => "two rates are compared in percentage points, often written `%`".into(),
            Clue::AfterRate => "a rate stands just before".into(),
            Clue::OverForReached => {
                "to exceed a plan by 100% or more is rare, the word may stand for reaching it".into()
            }
            Clue::TimesBase => "the word says how many times the base".into(),
            Clue::SpaceWithin => "a space stands within the number".into(),
            Clue::ListItem => "it may be the number of an item".into(),
            Clue::StrayPercent => "a sign `%` stands before another unit and may be stray".into(),
            Clue::LastMarkForDecimals => "the last mark may stand for a decimal one".into(),
            Clue::NumberWord => "the number is a word".into(),
        }
    }

    fn not_figure(&self, what: NotFigure) -> &'static str {
        match what {
            NotFigure::ListNumber => "number of an item",
            NotFigure::FootnoteMark => "footnote mark",
            NotFigure::Label => "label",
            NotFigure::Name => "part of a name",
            NotFigure::Phone => "phone number",
            NotFigure::Word => "a word, no number",
            NotFigure::Malformed => "digits that no notation writes so",
            NotFigure::NoSuchTime => "a date or period that cannot be",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Reached => "reached",
            Status::Estimated => "estimated",
            Status::Expected => "expected",
            Status::Aimed => "aimed for",
        }
    }

    fn part_of_year(&self, part: PartOfYear) -> String {
        match part {
            PartOfYear::Quarter(quarter) => format!("quarter {quarter}"),
            PartOfYear::Month(month) => (*MONTHS.get(usize::from(month.saturating_sub(1))).unwrap_or(&"")).into(),
            PartOfYear::FirstMonths(months) => format!("first {months} months of the year"),
            PartOfYear::LastMonths(months) => format!("last {months} months of the year"),
        }
    }

    fn months(&self, months: u8) -> String {
        format!("{months} months")
    }

    fn day_of_year(&self, month: u8, day: u8) -> String {
        let month = MONTHS.get(usize::from(month.saturating_sub(1))).unwrap_or(&"");
        format!("{day} {month}")
    }

    fn about_range(&self, low: &str, high: &str) -> String {
        format!("about {low} to {high}")
    }

    fn band(&self, low: &str, high: &str) -> String {
        format!("from {low} to under {high}")
    }

    fn moved_by(&self, sense: ChangeSense, size: &str) -> String {
        match sense {
            ChangeSense::Up => format!("up {size}"),
            ChangeSense::Down => format!("down {size}"),
            ChangeSense::Over => format!("exceeding by {size}"),
        }
    }

    fn multiple(&self, sense: ChangeSense, times: &str, is_added: bool) -> String {
        match (sense, is_added) {
            (ChangeSense::Down, _) => format!("down {times}"),
            (ChangeSense::Over, _) => format!("exceeding by {times}"),
            (_, false) => format!("multiplied {times}"),
            (_, true) => format!("up by {times}"),
        }
    }

    fn rank(&self, place: &str, of: &str) -> String {
        format!("ranked {place}/{of}")
    }
}
