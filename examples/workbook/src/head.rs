//! Where a table begins and what its columns hold: the rows of its head, merged or not, and the row of column numbers below.

use std::collections::{BTreeMap, BTreeSet};

use crate::Address;
use crate::fold::tidy;
use crate::known::{Fit, Known};
use crate::layout::Role;
use crate::sheet::{Content, Sheet};

/// A head of more rows is none.
const MOST_ROWS: u32 = 4;

/// The head of a table.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) first_row: u32,
    /// The last row of it, the column numbers included.
    pub(crate) last_row: u32,
    pub(crate) columns: BTreeMap<u32, Headed>,
}

/// A column with a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headed {
    /// The head from its top row down.
    pub(crate) path: Vec<String>,
    pub(crate) holds: Holds,
}

/// What a headed column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Role(Role),
    /// Another column has a head of the same meaning.
    Contested(Role),
    Unknown,
}

impl Head {
    pub(crate) fn column(&self, role: Role) -> Option<u32> {
        self.columns.iter().find(|(_, headed)| headed.holds == Holds::Role(role)).map(|(column, _)| *column)
    }

    /// Whether both have the same roles in the same columns.
    pub(crate) fn is_same_table(&self, other: &Self) -> bool {
        self.columns == other.columns
    }
}

/// Every head of a sheet, from the top.
pub(crate) fn heads(sheet: &Sheet, known: &Known<'_>) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for row in sheet.rows_in(0..u32::MAX) {
        if heads.last().is_none_or(|head| row > head.last_row) {
            heads.extend(head_at(sheet, known, row));
        }
    }
    heads
}

fn head_at(sheet: &Sheet, known: &Known<'_>, first_row: u32) -> Option<Head> {
    let is_subject = |(_, content): &(Address, &Content)| known.role_of_row(&content.text()) == Some(Role::Subject);
    let (subject, _) = sheet.row(first_row).find(is_subject)?;
    let mut last_row = first_row;
    while last_row - first_row + 1 < MOST_ROWS
        && !is_column_numbers(sheet, last_row + 1)
        && continues(sheet, subject, last_row + 1)
    {
        last_row += 1;
    }
    let columns = columns(sheet, known, first_row, last_row);
    let mut head = Head { first_row, last_row, columns };
    let has_figures = head.columns.values().any(|headed| match headed.holds {
        Holds::Role(role) | Holds::Contested(role) => role.is_figure(),
        Holds::Unknown => false,
    });
    if !has_figures || head.column(Role::Subject).is_none() {
        return None;
    }
    if is_column_numbers(sheet, last_row + 1) {
        head.last_row += 1;
    }
    Some(head)
}

/// Whether a row below a head still belongs to it: the head of the names reaches down to it, or it has no name and only words.
fn continues(sheet: &Sheet, subject: Address, row: u32) -> bool {
    let name = Address { row, ..subject };
    if sheet.region(name).is_some_and(|region| region.contains(subject)) {
        return true;
    }
    let mut cells = sheet.row(row).peekable();
    let is_words =
        |content: &Content| matches!(content, Content::Text(text) if tidy(text).contains(char::is_alphabetic));
    sheet.at(name).is_none() && cells.peek().is_some() && cells.all(|(_, content)| is_words(content))
}

fn columns(sheet: &Sheet, known: &Known<'_>, first_row: u32, last_row: u32) -> BTreeMap<u32, Headed> {
    let numbers: BTreeSet<u32> =
        (first_row..=last_row).flat_map(|row| sheet.row(row).map(|(at, _)| at.column)).collect();
    let mut columns = BTreeMap::new();
    let mut best: BTreeMap<Role, (Fit, usize)> = BTreeMap::new();
    for column in numbers {
        let path = path(sheet, column, first_row, last_row);
        let found = known.role_of(&path);
        if let Some((role, fit)) = found {
            let (best_fit, count) = best.entry(role).or_insert((fit, 0));
            match fit.cmp(best_fit) {
                std::cmp::Ordering::Greater => (*best_fit, *count) = (fit, 1),
                std::cmp::Ordering::Equal => *count += 1,
                std::cmp::Ordering::Less => (),
            }
        }
        columns.insert(column, (path, found));
    }
    let holds = |found: Option<(Role, Fit)>| match found {
        Some((role, fit)) => match best.get(&role) {
            Some((best, 1)) if *best == fit => Holds::Role(role),
            Some((best, _)) if *best == fit => Holds::Contested(role),
            _ => Holds::Unknown,
        },
        None => Holds::Unknown,
    };
    columns.into_iter().map(|(column, (path, found))| (column, Headed { path, holds: holds(found) })).collect()
}

/// The texts above a column, each merged region once.
fn path(sheet: &Sheet, column: u32, first_row: u32, last_row: u32) -> Vec<String> {
    let mut path = Vec::new();
    let mut above = None;
    for row in first_row..=last_row {
        if let Some((origin, content)) = sheet.at_or_merged(Address { row, column })
            && above != Some(origin)
        {
            path.push(content.text());
            above = Some(origin);
        }
    }
    path
}

/// Whether a row only numbers the columns: `A | B | 1 | 2 | 3=2/1`, `(1) | (2) | (3)`.
fn is_column_numbers(sheet: &Sheet, row: u32) -> bool {
    let mut numbers = Vec::new();
    let mut cells = 0;
    for (_, content) in sheet.row(row) {
        cells += 1;
        let text = content.text();
        let text = text.trim_start_matches('(');
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..).unwrap_or_default();
        match digits.parse::<u32>() {
            Ok(number) if rest.is_empty() || rest.starts_with([')', '=']) => numbers.push(number),
            Err(_) if matches!(rest.trim_end_matches(')'), "A" | "B" | "C" | "D") => (),
            _ => return false,
        }
    }
    let rises = numbers.windows(2).all(|pair| matches!(pair, [left, right] if *right == left.saturating_add(1)));
    // a single figure beside a name that is a letter would be no head, so two numbers are asked for
    cells > 2 && numbers.len() > 1 && numbers.first() == Some(&1) && rises
}
