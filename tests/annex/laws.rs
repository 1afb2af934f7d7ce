//! Whatever a report says, its pages are well formed: tags close in order, and every row of the table is as long.

use proptest::{collection::vec, prelude::*, sample::select, test_runner::Config};
use thuocdo::id::Text;
use thuocdo::plan::Target;
use thuocdo::report::Report;
use thuocdo::text::{Annex, AnnexColumn, AnnexColumns, AnnexLanguage, AnnexSettings, AnnexValue, English, Vietnamese};

use crate::generators;

/// What a page of HTML consists of, if its tags close in the order in which they open.
pub(crate) struct Tags {
    /// What stands in the cells of the table, with the tags in it.
    pub(crate) cells: Vec<String>,
}

/// Reads tags with quoted attributes, and text in which nothing is markup; refuses everything else.
pub(crate) fn tags(html: &str) -> Result<Tags, String> {
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").ok_or("no document type")?;
    let (mut open, mut cells): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut begins = Vec::new();
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if open.last().is_none_or(|tag| tag != "style") {
            check_text(text)?;
        }
        let end = rest[at..].find('>').ok_or("a tag does not end")? + at;
        let tag = &rest[at + 1..end];
        let name = tag.split(' ').next().unwrap_or_default();
        let known = "html head meta title style body p h1 table caption colgroup col thead tbody tr th td br span i";
        let closing = name.strip_prefix('/');
        if !known.split(' ').any(|known| known == closing.unwrap_or(name)) {
            return Err(format!("`{name}` is no tag of the page"));
        }
        if let Some(name) = closing {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("`{name}` closes what is not open"));
            }
            if name == "td" || name == "th" {
                let begin: usize = begins.pop().ok_or("a cell ends that did not begin")?;
                cells.push(html[begin..html.len() - rest.len() + at].to_string());
            }
        } else {
            let attributes = tag[name.len()..].trim();
            if attributes.matches('"').count() % 2 != 0 || attributes.contains(" on") {
                return Err(format!("`{tag}` has attributes that are not quoted"));
            }
            if !["meta", "br", "col"].contains(&name) {
                open.push(name.to_string());
            }
            if name == "td" || name == "th" {
                begins.push(html.len() - rest.len() + end + 1);
            }
        }
        rest = &rest[end + 1..];
    }
    check_text(rest)?;
    if open.is_empty() { Ok(Tags { cells }) } else { Err(format!("{open:?} is not closed")) }
}

fn check_text(text: &str) -> Result<(), String> {
    let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let is_entity = |after: &str| entities.iter().any(|entity| after.starts_with(entity));
    if text.contains(['>', '"', '\'']) || !text.split('&').skip(1).all(is_entity) {
        return Err(format!("`{text}` is not escaped"));
    }
    Ok(())
}

/// The text of a cell, as a reader sees it.
pub(crate) fn bare_text(cell: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in cell.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// The cells of a row of a Markdown table, as a reader sees them.
pub(crate) fn markdown_cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = row.chars();
    while let Some(c) = chars.next() {
        let last = cells.last_mut().unwrap();
        match c {
            '\\' => last.extend(chars.next()),
            '|' => cells.push(String::new()),
            _ => last.push(c),
        }
    }
    // nothing stands before the first pipe and after the last
    let ends = [cells.remove(0), cells.pop().unwrap()];
    assert_eq!(ends, ["", ""], "`{row}` is a row");
    cells.iter().map(|cell| cell.trim().to_string()).collect()
}

/// Pieces that end something or begin something in one of the two formats.
const PIECES: [&str; 24] = [
    "<", ">", "|", "\\", "\"", "'", "&", "&amp;", "`", "*", "**", "_", "~~", "[a](b)", "<!--", "-->", "]]>",
    "</table>", "<script>", "\u{2028}", "\u{202e}", "Sở", "1.", " ",
];

fn hostile() -> impl Strategy<Value = Text> {
    let text = vec(select(&PIECES[..]), 1..9).prop_map(|pieces| pieces.concat().trim().to_string());
    text.prop_filter_map("nothing is left", |text| Text::new(&text).ok())
}

/// A valid report with names that a format might trip over.
fn report() -> impl Strategy<Value = Report> {
    (generators::report(), vec(hostile(), 5)).prop_map(|(report, names)| {
        let mut content = report.into_content();
        content.organisations.iter_mut().for_each(|it| it.name = names[0].clone());
        content.indicators.iter_mut().for_each(|it| it.name = names[1].clone());
        content.plan.tasks.iter_mut().for_each(|it| it.name = names[2].clone());
        content.evidence.iter_mut().for_each(|it| it.title = names[3].clone());
        content.causes.iter_mut().for_each(|it| it.reason = names[4].clone());
        Report::new(content).unwrap()
    })
}

fn columns() -> impl Strategy<Value = AnnexColumns> {
    let shuffled = Just(AnnexColumn::ALL.to_vec()).prop_shuffle();
    (shuffled, 1..=16_usize).prop_map(|(mut columns, length)| {
        columns.truncate(length);
        AnnexColumns::new(columns).unwrap()
    })
}

proptest! {
    #![proptest_config(Config { cases: 256, failure_persistence: None, ..Config::default() })]

    #[test]
    fn pages_are_whole(report in report(), columns in columns(), is_english in any::<bool>()) {
        let language: &dyn AnnexLanguage = if is_english { &English } else { &Vietnamese };
        let settings = AnnexSettings { columns, ..AnnexSettings::default() };
        let annex = Annex::of(&report, language, &settings);
        let width = settings.columns.as_slice().len();

        let html = annex.html();
        prop_assert!(tags(&html).is_ok(), "{:?}", tags(&html).err());
        let markdown = annex.markdown();
        let rows: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
        prop_assert_eq!(rows.len(), annex.rows().len() + 3);
        for row in rows {
            prop_assert_eq!(markdown_cells(row).len(), width, "{}", row);
        }
    }

    #[test]
    fn every_cell_says_what_it_is(report in generators::report()) {
        let annex = Annex::of(&report, &Vietnamese, &AnnexSettings::default());
        for row in annex.rows() {
            prop_assert_eq!(row.cells.len(), annex.heads().len());
            for cell in &row.cells {
                // only what has nothing to say says nothing
                prop_assert_eq!(cell.text.is_empty(), cell.value == AnnexValue::Empty, "{:?}", cell);
            }
        }
        // every task and target of the plan has its row
        for task in &report.content().plan.tasks {
            let ids = task.targets.iter().map(Target::id).chain([&task.id]);
            for id in ids {
                prop_assert!(annex.rows().iter().any(|row| row.id.as_ref() == Some(id)), "{}", id);
            }
        }
    }
}

#[test]
fn the_reader_of_tags_sees_what_is_broken() {
    let page = |body: &str| format!("<!DOCTYPE html>\n<html lang=\"vi\">{body}</html>");
    assert!(tags(&page("<p>a &amp; b</p>")).is_ok());
    for broken in
        ["<p>a & b</p>", "<p>a", "a</p>", "<script></script>", "<p><i>a</p></i>", "<p x=\">a</p>", "<p>\"</p>"]
    {
        assert!(tags(&page(broken)).is_err(), "{broken}");
    }
    assert_eq!(markdown_cells(r"| a \| b |  | \\ |"), ["a | b", "", r"\"]);
}
