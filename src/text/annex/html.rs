//! An annex as a page of HTML to print: A4 landscape, Times New Roman, the head of the table on every page.
//!
//! Styles stand on the elements, so that a word processor that opens the page keeps them; only the size of the paper has to
//! be said in a style sheet. Nothing is said by colour alone.

use core::fmt::{self, Display, Formatter, Write};

use super::{Annex, AnnexCell, AnnexColumn, AnnexHead, AnnexRate, AnnexRow, AnnexRowKind, AnnexValue};
use crate::quantity::{RoundMode, Rounding};

/// The page of an annex, written out.
pub(super) struct Page<'a>(pub(super) &'a Annex);

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let annex = self.0;
        let title = Escaped(&annex.title);
        writeln!(f, "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", Escaped(annex.tag))?;
        writeln!(f, "<title>{title}</title>\n{PAPER}</head>\n<body style=\"{BODY}\">")?;
        writeln!(f, "<p style=\"{CENTRED};font-weight:bold\">{}</p>", Escaped(&annex.label))?;
        writeln!(f, "<h1 style=\"{CENTRED};font-weight:bold\">{title}</h1>")?;
        writeln!(f, "<p style=\"{CENTRED};font-style:italic\">{}</p>", Escaped(&annex.attached))?;
        table(f, annex)?;
        if !annex.notes.is_empty() {
            writeln!(f, "<p style=\"{NOTE};font-weight:bold\">{}</p>", Escaped(annex.notes_heading))?;
        }
        for note in &annex.notes {
            writeln!(f, "<p style=\"{NOTE}\">- {}</p>", Escaped(note))?;
        }
        f.write_str("</body>\n</html>\n")
    }
}

fn table(f: &mut Formatter<'_>, annex: &Annex) -> fmt::Result {
    let size = text_size(annex.heads.len());
    writeln!(
        f,
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" style=\"{TABLE};font-size:{size}\">"
    )?;
    writeln!(f, "<caption style=\"{CAPTION}\">{}</caption>", Escaped(&annex.caption))?;
    widths(f, &annex.heads)?;
    f.write_str("<thead style=\"display:table-header-group\">\n")?;
    heads(f, &annex.heads, size)?;
    f.write_str("</thead>\n<tbody>\n")?;
    annex.rows.iter().try_for_each(|row| table_row(f, annex, row, size))?;
    f.write_str("</tbody>\n</table>\n")
}

/// The width of every column: in percent of the table for a browser, in pixels for a word processor, which keeps to those.
fn widths(f: &mut Formatter<'_>, heads: &[AnnexHead]) -> fmt::Result {
    let all: u32 = heads.iter().map(|head| weight(head.column)).sum();
    f.write_str("<colgroup>\n")?;
    for head in heads {
        let of = |whole: u32| weight(head.column).saturating_mul(whole).checked_div(all).unwrap_or(0);
        let (tenths, pixels) = (of(1000), of(TEXT_WIDTH));
        let (percent, tenth) = (tenths.checked_div(10).unwrap_or(0), tenths.checked_rem(10).unwrap_or(0));
        writeln!(f, "<col width=\"{pixels}\" style=\"width:{percent}.{tenth}%\">")?;
    }
    f.write_str("</colgroup>\n")
}

/// How much room a column needs beside the others.
const fn weight(column: AnnexColumn) -> u32 {
    match column {
        AnnexColumn::Number => 32,
        AnnexColumn::Name => 144,
        AnnexColumn::Unit => 52,
        AnnexColumn::Previous | AnnexColumn::Estimate => 58,
        // a date stands in its head
        AnnexColumn::Actual => 88,
        AnnexColumn::Plan | AnnexColumn::NextPlan => 70,
        AnnexColumn::ActualRate | AnnexColumn::EstimateRate | AnnexColumn::Growth => 64,
        AnnexColumn::SelfGrade | AnnexColumn::ComputedGrade => 68,
        AnnexColumn::Lead | AnnexColumn::Evidence => 80,
        AnnexColumn::Remark => 112,
    }
}

/// Fewer columns leave room for larger letters.
const fn text_size(columns: usize) -> &'static str {
    match columns {
        0..=8 => "12pt",
        9..=12 => "10.5pt",
        _ => "9pt",
    }
}

fn heads(f: &mut Formatter<'_>, heads: &[AnnexHead], size: &str) -> fmt::Result {
    writeln!(f, "<tr valign=\"top\" style=\"{WHOLE}\">")?;
    for head in heads {
        let style = Style { align: "center", is_strong: true, size };
        writeln!(f, "<th scope=\"col\" style=\"{style}\">{}</th>", Escaped(&head.words))?;
    }
    writeln!(f, "</tr>\n<tr valign=\"top\" style=\"{WHOLE}\">")?;
    for head in heads {
        let style = Style { align: "center", is_strong: false, size };
        writeln!(f, "<td style=\"{style}\">{}</td>", Escaped(&head.number))?;
    }
    f.write_str("</tr>\n")
}

fn table_row(f: &mut Formatter<'_>, annex: &Annex, row: &AnnexRow, size: &str) -> fmt::Result {
    let is_target = row.kind == AnnexRowKind::Target;
    // a heading or a task stays with the row below it
    let keep = if is_target { "" } else { ";page-break-after:avoid" };
    writeln!(f, "<tr valign=\"top\" style=\"{WHOLE}{keep}\">")?;
    let mut cells = annex.heads.iter().map(|head| head.column).zip(&row.cells).peekable();
    while let Some((column, cell)) = cells.next() {
        let style = Style { align: alignment(column, cell), is_strong: !is_target && column.is_of_name(), size };
        // the name is what the other cells of the row are about
        let (tag, scope) = if column == AnnexColumn::Name { ("th", " scope=\"row\"") } else { ("td", "") };
        write!(f, "<{tag}{scope}")?;
        let mut span = 1_usize;
        if !is_target && column == AnnexColumn::Name {
            // a task says nothing in the columns of figures, so its name has that room
            while cells.next_if(|(_, next)| next.value == AnnexValue::Empty).is_some() {
                span = span.saturating_add(1);
            }
            if span > 1 {
                write!(f, " colspan=\"{span}\"")?;
            }
        }
        write!(f, " style=\"{style}\">")?;
        content(f, cell)?;
        writeln!(f, "</{tag}>")?;
    }
    f.write_str("</tr>\n")
}

fn content(f: &mut Formatter<'_>, cell: &AnnexCell) -> fmt::Result {
    let text = Escaped(&cell.text);
    match &cell.value {
        AnnexValue::Rate(rate) => {
            write!(f, "{text}")?;
            bar(f, rate)
        }
        AnnexValue::Lacking(_) | AnnexValue::NotApplicable(_) => write!(f, "<i>{text}</i>"),
        _ => write!(f, "{text}"),
    }
}

/// A bar as long as the rate: empty below zero and full from 100 % on, whatever the number beside it is. It is drawn with
/// borders, which are printed where backgrounds are not.
fn bar(f: &mut Formatter<'_>, rate: &AnnexRate) -> fmt::Result {
    let percent = Rounding::new(RoundMode::Floor, 0).map_or(0, |floor| rate.ratio.round_percent(floor).mantissa());
    let length = percent.clamp(0, 100);
    write!(f, "<span aria-hidden=\"true\" style=\"{TRACK}\"><span style=\"{BAR};width:{length}%\"></span></span>")
}

fn alignment(column: AnnexColumn, cell: &AnnexCell) -> &'static str {
    match (column, &cell.value) {
        (_, AnnexValue::Figure(_) | AnnexValue::Rate(_)) => "right",
        (AnnexColumn::Name | AnnexColumn::Lead | AnnexColumn::Evidence | AnnexColumn::Remark, _) => "left",
        _ => "center",
    }
}

/// The style of a cell.
struct Style<'s> {
    align: &'static str,
    is_strong: bool,
    size: &'s str,
}

impl Display for Style<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { align, size, .. } = self;
        let weight = if self.is_strong { "bold" } else { "normal" };
        write!(f, "{CELL};text-align:{align};font-weight:{weight};font-size:{size}")
    }
}

/// Text in which nothing is markup.
struct Escaped<T>(T);

impl<T: Display> Display for Escaped<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(Escaping(f), "{}", self.0)
    }
}

/// Writes on with every sign of markup replaced.
struct Escaping<'f, 'g>(&'f mut Formatter<'g>);

impl Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| match c {
            '&' => self.0.write_str("&amp;"),
            '<' => self.0.write_str("&lt;"),
            '>' => self.0.write_str("&gt;"),
            '"' => self.0.write_str("&quot;"),
            '\'' => self.0.write_str("&#39;"),
            _ => self.0.write_char(c),
        })
    }
}

/// A4 on its long side without the margins, 252 mm, in pixels of 1/96 inch.
const TEXT_WIDTH: u32 = 952;

/// Decree 30/2020: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20; page numbers at the top, not on the first.
const PAPER: &str = "<style>\n@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); \
                     font: 13pt 'Times New Roman', serif; } }\n@page :first { @top-center { content: none; } }\n</style>\n";
const BODY: &str =
    "margin:0;color:#000;background:#fff;font-family:'Times New Roman','Liberation Serif',serif;font-size:13pt";
const TABLE: &str = "width:100%;table-layout:fixed;border-collapse:collapse;border:1px solid #000";
const CAPTION: &str = "padding-bottom:3pt;text-align:right;font-style:italic;font-size:12pt";
const CELL: &str = "border:1px solid #000;padding:2pt 3pt;vertical-align:top;overflow-wrap:anywhere";
const CENTRED: &str = "margin:0 0 4pt 0;text-align:center;font-size:14pt";
const NOTE: &str = "margin:4pt 0 0 0;text-align:justify;font-size:11pt";
const TRACK: &str = "display:block;margin:2pt 0 0 0;border:1px solid #000";
const BAR: &str = "display:block;border-top:3pt solid #000";
/// A row is not torn apart between two pages.
const WHOLE: &str = "page-break-inside:avoid";
