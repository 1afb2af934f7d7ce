//! The page of HTML is what Decree 30/2020 asks of an annex, and both pages say every cell, escaped.

use thuocdo::period::Period;
use thuocdo::record::Extent;
use thuocdo::text::Annex;

use crate::build::{annex, at_least, observed, one_target, persons, source, text};
use crate::laws::{bare_text, markdown_cells, tags};

#[test]
fn the_page_is_an_annex_on_a4_landscape() {
    let html = annex(&source()).html();
    assert!(html.contains("size: A4 landscape; margin: 20mm 15mm 20mm 30mm"));
    assert!(html.contains("'Times New Roman'"));
    let title = "text-align:center;font-size:14pt;font-weight:bold\">KẾT QUẢ THỰC HIỆN NHIỆM VỤ, CHỈ TIÊU NĂM 2021";
    assert!(html.contains(title));
    assert!(html.contains("font-size:14pt;font-style:italic\">(Kèm theo Báo cáo số \u{a0}"));
    // the head is repeated on every page, and nothing is fetched or run
    assert!(html.contains("<thead style=\"display:table-header-group\">"));
    for foreign in ["<script", "<link", "src=", "href=", "http", "url(", "@import"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

#[test]
fn a_screen_reader_finds_language_caption_and_scopes() {
    let annex = annex(&source());
    let html = annex.html();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
    assert_eq!(html.matches("<caption").count(), 1);
    assert_eq!(html.matches("scope=\"col\"").count(), annex.heads().len());
    assert_eq!(html.matches("scope=\"row\"").count(), annex.rows().len());
    // a bar is no text: the number beside it says it
    assert_eq!(html.matches("aria-hidden").count(), html.matches("border-top:3pt").count());
}

#[test]
fn a_bar_is_as_long_as_the_rate_and_no_longer_than_its_room() {
    let bar = |actual: &str| {
        let year = Period::year(2024).unwrap();
        let report = one_target(year, at_least("1000"), |content| {
            content.observations = vec![observed("nay", year, Extent::ToCutoff, persons(actual))];
        });
        let html = annex(&report).html();
        let after = html.split("border-top:3pt solid #000;width:").nth(1).map(String::from);
        (html, after.and_then(|after| after.split('"').next().map(String::from)))
    };
    for (actual, length, number) in [
        ("0", "0%", ">0%<"),
        ("859", "85%", ">85,9%<"),
        ("999", "99%", ">99,9%<"),
        ("1000", "100%", ">100%<"),
        ("1544", "100%", ">154,4%<"),
    ] {
        let (html, bar) = bar(actual);
        assert_eq!(bar.as_deref(), Some(length));
        assert!(html.contains(number), "{number} is beside the bar");
    }
}

/// A name with everything that could end a cell or begin markup.
const HOSTILE: &str =
    "<script>alert(\"1\")</script> | a\\|b \u{2028} 'x' & <b> `|` *y* _z_ [l](u) ~~s~~ $m$ </td> <!-- ]]>";

#[test]
fn hostile_names_are_text() {
    let report = one_target(Period::year(2024).unwrap(), at_least("50"), |content| {
        content.indicators[0].name = text(HOSTILE);
        content.plan.tasks[0].name = text(HOSTILE);
        content.organisations[0].name = text(HOSTILE);
    });
    let annex = annex(&report);
    let (html, markdown) = (annex.html(), annex.markdown());
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<!--"));
    let escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; | a\\|b \u{2028} &#39;x&#39; &amp; &lt;b&gt;";
    assert_eq!(html.matches(escaped).count(), 3, "two rows and the line that names the office");
    assert!(markdown.contains(
        r#"\<script\>alert("1")\</script\> \| a\\\|b   'x' \& \<b\> \`\|\` \*y\* \_z\_ \[l\](u) \~\~s\~\~ \$m\$"#
    ));
    assert!(!markdown.contains('\u{2028}'));
    check(&annex);
}

#[test]
fn both_pages_say_every_cell() {
    check(&annex(&source()));
}

/// Every cell of the annex is in both pages, as text.
fn check(annex: &Annex) {
    let html: Vec<String> = tags(&annex.html()).unwrap().cells;
    let mut html = html.iter().map(|cell| bare_text(cell)).skip(2 * annex.heads().len());
    let markdown = annex.markdown();
    let mut rows = markdown.lines().filter(|line| line.starts_with('|')).skip(3).map(markdown_cells);
    for row in annex.rows() {
        let cells = rows.next().unwrap();
        assert_eq!(cells.len(), row.cells.len());
        for (cell, printed) in row.cells.iter().zip(cells) {
            assert_eq!(printed.trim_matches('*').trim(), cell.text.replace('\u{2028}', " "));
        }
        // in HTML the name of a task has the room of the empty cells after it
        let words: Vec<&str> =
            row.cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
        let mut found = Vec::new();
        while found.len() < words.len() {
            found.extend(html.next().filter(|text| !text.is_empty()));
        }
        assert_eq!(found, words);
    }
}
