//! An annex as a page of HTML to print: A4 landscape, Times New Roman, the head of the table on every page.
//!
//! Styles stand on the elements, so that a word processor that opens the page keeps them; only the size of the paper has to
//! be said in a style sheet. Nothing is said by colour alone.

use alloc::{
    format,
    string::{String, ToString},
};

use super::markdown::is_of_name;
use super::{Annex, AnnexCell, AnnexColumn, AnnexHead, AnnexRate, AnnexRow, AnnexRowKind, AnnexValue};
use crate::quantity::{RoundMode, Rounding};

pub(super) fn page(annex: &Annex) -> String {
    let title = escaped(&annex.title);
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n{PAPER}</head>\n\
         <body style=\"{BODY}\">\n",
        escaped(annex.tag)
    );
    html += &format!("<p style=\"{CENTRED};font-weight:bold\">{}</p>\n", escaped(&annex.label));
    html += &format!("<h1 style=\"{CENTRED};font-weight:bold\">{title}</h1>\n");
    html += &format!("<p style=\"{CENTRED};font-style:italic\">{}</p>\n", escaped(&annex.attached));
    html += &table(annex);
    if !annex.notes.is_empty() {
        html += &format!("<p style=\"{NOTE};font-weight:bold\">{}</p>\n", escaped(annex.notes_heading));
        for note in &annex.notes {
            html += &format!("<p style=\"{NOTE}\">- {}</p>\n", escaped(&note.to_string()));
        }
    }
    html + "</body>\n</html>\n"
}

fn table(annex: &Annex) -> String {
    let size = text_size(annex.heads.len());
    let mut html = format!(
        "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" style=\"width:100%;table-layout:fixed;\
         border-collapse:collapse;border:1px solid #000;font-size:{size}\">\n"
    );
    html += &format!(
        "<caption style=\"padding-bottom:3pt;text-align:right;font-style:italic;font-size:12pt\">{}</caption>\n",
        escaped(&annex.caption)
    );
    html += &widths(&annex.heads);
    html += "<thead style=\"display:table-header-group\">\n";
    html += &heads(&annex.heads, size);
    html += "</thead>\n<tbody>\n";
    for row in &annex.rows {
        html += &table_row(annex, row, size);
    }
    html + "</tbody>\n</table>\n"
}

/// The width of every column: in percent of the table for a browser, in pixels for a word processor, which keeps to those.
fn widths(heads: &[AnnexHead]) -> String {
    let all: u32 = heads.iter().map(|head| weight(head.column)).sum();
    let mut html = String::from("<colgroup>\n");
    for head in heads {
        let of = |whole: u32| weight(head.column).saturating_mul(whole).checked_div(all).unwrap_or(0);
        let (tenths, pixels) = (of(1000), of(TEXT_WIDTH));
        let (percent, tenth) = (tenths.checked_div(10).unwrap_or(0), tenths.checked_rem(10).unwrap_or(0));
        html += &format!("<col width=\"{pixels}\" style=\"width:{percent}.{tenth}%\">\n");
    }
    html + "</colgroup>\n"
}

/// How much room a column needs beside the others.
const fn weight(column: AnnexColumn) -> u32 {
    match column {
        AnnexColumn::Number => 32,
        AnnexColumn::Name => 144,
        AnnexColumn::Unit => 52,
        AnnexColumn::Previous | AnnexColumn::Estimate => 58,
        // a date stands in its head
        AnnexColumn::Actual => 78,
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

fn heads(heads: &[AnnexHead], size: &str) -> String {
    let mut html = format!("<tr valign=\"top\" style=\"{WHOLE}\">\n");
    for head in heads {
        html += &format!(
            "<th scope=\"col\" style=\"{}\">{}</th>\n",
            cell_style("center", true, size),
            escaped(&head.words)
        );
    }
    html += &format!("</tr>\n<tr valign=\"top\" style=\"{WHOLE}\">\n");
    for head in heads {
        html += &format!("<td style=\"{}\">{}</td>\n", cell_style("center", false, size), escaped(&head.number));
    }
    html + "</tr>\n"
}

fn table_row(annex: &Annex, row: &AnnexRow, size: &str) -> String {
    // a heading or a task stays with the row below it
    let keep = if row.kind == AnnexRowKind::Target { "" } else { ";page-break-after:avoid" };
    let mut html = format!("<tr valign=\"top\" style=\"{WHOLE}{keep}\">\n");
    let mut cells = annex.heads.iter().map(|head| head.column).zip(&row.cells).peekable();
    while let Some((column, cell)) = cells.next() {
        let is_strong = row.kind != AnnexRowKind::Target && is_of_name(column);
        let style = cell_style(alignment(column, cell), is_strong, size);
        // the name is what the other cells of the row are about
        let (tag, scope) = if column == AnnexColumn::Name { ("th", " scope=\"row\"") } else { ("td", "") };
        let mut span = 1_usize;
        if row.kind != AnnexRowKind::Target && column == AnnexColumn::Name {
            // a task says nothing in the columns of figures, so its name has that room
            while cells.next_if(|(_, next)| next.value == AnnexValue::Empty).is_some() {
                span = span.saturating_add(1);
            }
        }
        let span = if span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
        let content = content(cell);
        html += &format!("<{tag}{scope}{span} style=\"{style}\">{content}</{tag}>\n");
    }
    html + "</tr>\n"
}

fn content(cell: &AnnexCell) -> String {
    let text = escaped(&cell.text);
    match &cell.value {
        AnnexValue::Rate(rate) => text + &bar(rate),
        AnnexValue::Lacking(_) | AnnexValue::NotApplicable(_) => format!("<i>{text}</i>"),
        _ => text,
    }
}

/// A bar as long as the rate: empty below zero and full from 100 % on, whatever the number beside it is. It is drawn with
/// borders, which are printed where backgrounds are not.
fn bar(rate: &AnnexRate) -> String {
    let percent = Rounding::new(RoundMode::Floor, 0).map_or(0, |floor| rate.ratio.round_percent(floor).mantissa());
    format!(
        "<span aria-hidden=\"true\" style=\"{TRACK}\"><span style=\"{BAR};width:{}%\"></span></span>",
        percent.clamp(0, 100)
    )
}

fn alignment(column: AnnexColumn, cell: &AnnexCell) -> &'static str {
    match (column, &cell.value) {
        (_, AnnexValue::Figure(_) | AnnexValue::Rate(_)) => "right",
        (AnnexColumn::Name | AnnexColumn::Lead | AnnexColumn::Evidence | AnnexColumn::Remark, _) => "left",
        _ => "center",
    }
}

fn cell_style(align: &str, is_strong: bool, size: &str) -> String {
    let weight = if is_strong { "bold" } else { "normal" };
    format!(
        "border:1px solid #000;padding:2pt 3pt;vertical-align:top;text-align:{align};font-weight:{weight};\
         font-size:{size};overflow-wrap:anywhere"
    )
}

/// Text in which nothing is markup.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A4 on its long side without the margins, 252 mm, in pixels of 1/96 inch.
const TEXT_WIDTH: u32 = 952;

/// Decree 30/2020: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20; page numbers at the top, not on the first.
const PAPER: &str = "<style>\n@page { size: A4 landscape; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); \
                     font: 13pt 'Times New Roman', serif; } }\n@page :first { @top-center { content: none; } }\n</style>\n";
const BODY: &str =
    "margin:0;color:#000;background:#fff;font-family:'Times New Roman','Liberation Serif',serif;font-size:13pt";
const CENTRED: &str = "margin:0 0 4pt 0;text-align:center;font-size:14pt";
const NOTE: &str = "margin:4pt 0 0 0;text-align:justify;font-size:11pt";
const TRACK: &str = "display:block;margin:2pt 0 0 0;border:1px solid #000";
const BAR: &str = "display:block;border-top:3pt solid #000";
/// A row is not torn apart between two pages.
const WHOLE: &str = "page-break-inside:avoid";
