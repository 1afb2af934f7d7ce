//! Plants slips of the hand in tables whose figures are known, and counts how often the check finds the right figure
//! again.
//!
//! ```sh
//! cargo run --release --example slips -- 20000      # so many tables of each kind
//! ```
//!
//! A table is like one of a report: 3 to 6 counts of 1 to 4 digits, `02` written as offices do, and their total; then
//! the share of each in the total with two decimals; then what remains of a plan after the first two counts, and its
//! completion. In it one figure, or two, is misprinted by one slip. The slips are as frequent as in table 1 of Scholtus
//! (2009): of 152, 14 swap two digits, 11 add one, 15 lose one, 112 replace one.
//!
//! The generator is a linear congruential one from a fixed seed, so every run prints the same.

#[expect(dead_code, reason = "one table is printed, in one language")]
mod support {
    pub(crate) mod command;
}

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::process::ExitCode;

use support::command;
use thuocdo::check::{
    Change, CheckFigure, CheckTable, CheckTableContent, CheckValue, Correction, Diagnosis, DiagnosisVerdict,
};
use thuocdo::id::{Id, Text};
use thuocdo::quantity::{Figure, Printed, Ratio, Reading, Rounding, Unit};
use thuocdo::record::{Relation, Source, StatedRelation};

type Fallible<T> = Result<T, Box<dyn Error>>;

const TABLES: u32 = 200;

fn main() -> ExitCode {
    command::finish(run())
}

fn run() -> Fallible<String> {
    let tables = match env::args().nth(1) {
        None => TABLES,
        Some(text) => text.parse().map_err(|_| format!("`{text}`: the number of tables is accepted"))?,
    };
    let mut lines =
        vec![format!("Slips planted in {tables} tables of each kind; in brackets: of 1,000 tables with a slip.")];
    for kind in Kind::ALL {
        let mut random = Random(2021);
        let (mut one, mut two) = (Tally::default(), Tally::default());
        for _ in 0..tables {
            let right = Draft::random(kind, &mut random)?;
            if !right.check().is_clean() {
                return Err(format!("a finding where nothing is wrong: {}", figures(&right)).into());
            }
            one.plant(&right, 1, &mut random)?;
            two.plant(&right, 2, &mut random)?;
        }
        lines.push(format!("\n{:<40}{:>17}{:>17}", kind.name(), "one slip", "two slips"));
        for outcome in Outcome::ALL {
            let line = format!("  {:<38}{:>17}{:>17}", outcome.name(), one.share(outcome), two.share(outcome));
            lines.push(line.trim_end().to_string());
        }
    }
    Ok(lines.join("\n"))
}

/// What a table says of its counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Sum,
    Shares,
    Remainder,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Sum, Self::Shares, Self::Remainder];

    const fn name(self) -> &'static str {
        match self {
            Self::Sum => "Sum",
            Self::Shares => "Sum and shares",
            Self::Remainder => "Sum, shares, remainder and completion",
        }
    }
}

/// What came of a table with slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// A slip left the value as it was, `12` for `012`: not a table with a slip.
    Same,
    Slipped,
    /// No statement is off, and no finding asks for anything.
    Unseen,
    /// No statement is off, and something is found all the same: a share cut, or no base to take a share of.
    Noted,
    Found,
    UniqueRight,
    UniqueWrong,
    SuggestedRight,
    SuggestedWrong,
    RangeRight,
    RangeWrong,
    SeveralRight,
    SeveralWrong,
    Beyond,
    Contradictory,
}

impl Outcome {
    const ALL: [Self; 15] = [
        Self::Same,
        Self::Slipped,
        Self::Unseen,
        Self::Noted,
        Self::Found,
        Self::UniqueRight,
        Self::UniqueWrong,
        Self::SuggestedRight,
        Self::SuggestedWrong,
        Self::RangeRight,
        Self::RangeWrong,
        Self::SeveralRight,
        Self::SeveralWrong,
        Self::Beyond,
        Self::Contradictory,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Same => "same value, skipped",
            Self::Slipped => "tables with a slip",
            Self::Unseen => "not seen",
            Self::Noted => "not off, but another finding",
            Self::Found => "found, a statement is off",
            Self::UniqueRight => "  unique, right",
            Self::UniqueWrong => "  unique, wrong",
            Self::SuggestedRight => "  suggested, right",
            Self::SuggestedWrong => "  suggested, wrong",
            Self::RangeRight => "  range, the true figures in it",
            Self::RangeWrong => "  range, the true figures not in it",
            Self::SeveralRight => "  several, the true one among them",
            Self::SeveralWrong => "  several, the true one not among them",
            Self::Beyond => "  none of two figures or fewer",
            Self::Contradictory => "  none at all",
        }
    }
}

#[derive(Debug, Default)]
struct Tally(BTreeMap<Outcome, u32>);

impl Tally {
    fn plant(&mut self, right: &CheckTable, slips: usize, random: &mut Random) -> Fallible<()> {
        let (wrong, truth) = misprint(right, slips, random)?;
        if truth.len() < slips {
            self.count(Outcome::Same);
            return Ok(());
        }
        self.count(Outcome::Slipped);
        let check = wrong.check();
        let Some(diagnosis) = check.diagnoses().next() else {
            self.count(if check.is_clean() { Outcome::Unseen } else { Outcome::Noted });
            return Ok(());
        };
        self.count(Outcome::Found);
        let outcome = judge(&diagnosis, &truth);
        if slips == 1 && outcome == Outcome::UniqueWrong {
            let (now, before) = (figures(&wrong), figures(right));
            return Err(format!("one slip was corrected wrongly: {now} for {before}: {diagnosis:?}").into());
        }
        self.count(outcome);
        Ok(())
    }

    fn count(&mut self, outcome: Outcome) {
        *self.0.entry(outcome).or_default() += 1;
    }

    /// How many, and per mille of the tables with a slip.
    fn share(&self, outcome: Outcome) -> String {
        let of = |outcome| self.0.get(&outcome).copied().unwrap_or(0);
        let (count, all) = (of(outcome), of(Outcome::Slipped).max(1));
        let share = Ratio::of(count, all).and_then(|ratio| ratio.checked_mul(Ratio::of(1000, 1)?));
        let share = share.map(|share| share.round(Rounding::half_away::<0>()).to_string()).unwrap_or_default();
        if outcome == Outcome::Same { format!("{count}       ") } else { format!("{count} ({share:>4})") }
    }
}

/// The figures that were misprinted, and what they were before.
type Truth = BTreeMap<Id, Printed>;

fn judge(diagnosis: &Diagnosis, truth: &Truth) -> Outcome {
    let first = diagnosis.corrections.first().is_some_and(|correction| is_right(correction, truth));
    let any = diagnosis.corrections.iter().any(|correction| is_right(correction, truth));
    match diagnosis.verdict {
        DiagnosisVerdict::Unique if first => Outcome::UniqueRight,
        DiagnosisVerdict::Unique => Outcome::UniqueWrong,
        DiagnosisVerdict::Suggested if first => Outcome::SuggestedRight,
        DiagnosisVerdict::Suggested => Outcome::SuggestedWrong,
        DiagnosisVerdict::Range if any => Outcome::RangeRight,
        DiagnosisVerdict::Range => Outcome::RangeWrong,
        DiagnosisVerdict::Several if any => Outcome::SeveralRight,
        DiagnosisVerdict::Several => Outcome::SeveralWrong,
        DiagnosisVerdict::Beyond(_) => Outcome::Beyond,
        DiagnosisVerdict::Contradictory => Outcome::Contradictory,
    }
}

/// Whether it changes only figures that were misprinted, each to what it was, or to a range with that in it. A slip
/// that no statement sees is not asked for.
fn is_right(correction: &Correction, truth: &Truth) -> bool {
    correction.changes.iter().all(|change| truth.get(&change.figure).is_some_and(|right| allows(change, *right)))
}

/// A lost digit may be a lost decimal, so both are compared to the decimals that both have.
fn allows(change: &Change, right: Printed) -> bool {
    let last_place = |printed: Printed| 10_i128.pow(u32::from(6 - printed.decimals()));
    let distance = |end: Printed| end.amount().millionths() - right.amount().millionths();
    let slack =
        |end: Printed| if end.decimals() == right.decimals() { 0 } else { last_place(end).max(last_place(right)) / 2 };
    change.new.low.is_none_or(|low| distance(low) <= slack(low))
        && change.new.high.is_none_or(|high| distance(high) >= -slack(high))
}

fn figures(table: &CheckTable) -> String {
    let figure =
        |figure: &CheckFigure| format!("{} {}", figure.id, printed(figure).map_or(String::new(), |it| it.to_string()));
    table.content().figures.iter().map(figure).collect::<Vec<_>>().join(", ")
}

fn printed(figure: &CheckFigure) -> Option<Printed> {
    figure.figure().and_then(|figure| figure.reading().point())
}

/// The table with so many figures misprinted, and those of them that have another value now.
fn misprint(right: &CheckTable, slips: usize, random: &mut Random) -> Fallible<(CheckTable, Truth)> {
    let mut content = right.content().clone();
    let mut truth = Truth::new();
    let mut slipped = Vec::new();
    let mut slip = Slip::random(random);
    while slipped.len() < slips {
        let index = random.below(content.figures.len());
        let figure = &mut content.figures[index];
        let Some(old) = printed(figure).filter(|_| !slipped.contains(&index)) else { continue };
        // the decimal point is no digit, and a figure without a digit is none: another place is drawn
        let Some(new) = slip.plant(&old.to_string(), random).and_then(|text| text.parse::<Printed>().ok()) else {
            continue;
        };
        figure.value = CheckValue::Figure(Figure::new(new, figure.unit().clone())?);
        slipped.push(index);
        slip = Slip::random(random);
        if new.amount() != old.amount() {
            truth.insert(figure.id.clone(), old);
        }
    }
    Ok((CheckTable::new(content)?, truth))
}

#[derive(Debug, Clone, Copy)]
enum Slip {
    Swapped,
    Added,
    Lost,
    Replaced,
}

impl Slip {
    /// As frequent as they were found.
    fn random(random: &mut Random) -> Self {
        match random.below(14 + 11 + 15 + 112) {
            0..14 => Self::Swapped,
            14..25 => Self::Added,
            25..40 => Self::Lost,
            _ => Self::Replaced,
        }
    }

    /// None where there is no digit for it.
    fn plant(self, text: &str, random: &mut Random) -> Option<String> {
        let mut digits = text.as_bytes().to_vec();
        let place = random.below(digits.len());
        let other = b"0123456789"[random.below(10)];
        let is_digit = |place: usize| digits.get(place).is_some_and(u8::is_ascii_digit);
        match self {
            // before this place, or at the very end
            Self::Added => digits.insert(if random.below(digits.len() + 1) == 0 { digits.len() } else { place }, other),
            Self::Swapped if is_digit(place) && is_digit(place + 1) => digits.swap(place, place + 1),
            Self::Lost if is_digit(place) => drop(digits.remove(place)),
            Self::Replaced if is_digit(place) && digits[place] != other => digits[place] = other,
            _ => return None,
        }
        String::from_utf8(digits).ok()
    }
}

/// A linear congruential generator with the constants of Knuth's MMIX.
#[derive(Debug)]
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // the high digits of such a number are the random ones
        usize::try_from(self.0 >> 33).expect("31 binary digits") % end
    }

    /// A count of 1 to 4 digits.
    fn count(&mut self) -> u32 {
        let low = [1, 10, 100, 1000][self.below(4)];
        low + u32::try_from(self.below(9 * low as usize)).expect("below 9,000")
    }
}

/// A table as it is written down.
#[derive(Debug, Default)]
struct Draft {
    figures: Vec<CheckFigure>,
    relations: Vec<StatedRelation>,
}

impl Draft {
    /// A table in which everything is right.
    fn random(kind: Kind, random: &mut Random) -> Fallible<CheckTable> {
        let mut draft = Self::default();
        let counts: Vec<u32> = (0..3 + random.below(4)).map(|_| random.count()).collect();
        let sum = counts.iter().sum();
        let whole = draft.count("total", sum)?;
        let mut parts = Vec::new();
        for (number, count) in counts.iter().enumerate() {
            parts.push(draft.count(&format!("part-{}", number + 1), *count)?);
        }
        draft.state(&whole, Relation::Sum { parts: parts.clone() })?;
        if kind >= Kind::Shares {
            for (part, count) in parts.iter().zip(&counts) {
                let share = draft.rate(&format!("{part}-share"), *count, sum)?;
                draft.state(&share, Relation::Share { parts: vec![part.clone()], whole: whole.clone() })?;
            }
        }
        if kind == Kind::Remainder {
            let remaining = random.count();
            let planned = remaining + counts[0] + counts[1];
            let plan = draft.count("plan", planned)?;
            let rest = draft.count("remainder", remaining)?;
            let completion = draft.rate("completion", remaining, planned)?;
            draft.state(&rest, Relation::Remainder { whole: plan.clone(), parts: parts[..2].to_vec() })?;
            draft.state(&completion, Relation::Completion { actual: rest, target: plan })?;
        }
        let content = CheckTableContent { as_of: None, figures: draft.figures, relations: draft.relations };
        Ok(CheckTable::new(content)?)
    }

    /// Below ten with a zero in front.
    fn count(&mut self, id: &str, number: u32) -> Fallible<Id> {
        self.figure(id, format!("{number:02}").parse()?, Unit::HOUSEHOLD)
    }

    fn rate(&mut self, id: &str, number: u32, base: u32) -> Fallible<Id> {
        let rate = Ratio::of(number, base)?.round_percent(Rounding::half_away::<2>());
        self.figure(id, Printed::of(rate)?, Unit::PERCENT)
    }

    fn figure(&mut self, id: &str, number: Printed, unit: Unit) -> Fallible<Id> {
        let id = Id::new(id)?;
        let figure = Figure::new(Reading::Exactly(number), unit)?;
        self.figures.push(CheckFigure::new(id.clone(), Text::new(id.as_str())?, figure));
        Ok(id)
    }

    fn state(&mut self, result: &Id, relation: Relation) -> Fallible<()> {
        let id = Id::new(&format!("{result}-stated"))?;
        self.relations.push(StatedRelation { id, result: result.clone(), relation, source: Source::default() });
        Ok(())
    }
}
