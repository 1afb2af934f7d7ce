//! Proves that every example prints what it printed when its output was last read by a person.
//!
//! After a change that is meant, look at the new output and keep it:
//! `cargo run -q --example annual_report > tests/data/output/annual_report.txt`.
#![cfg(feature = "builtin")]

use std::process::Command;

/// Arguments of `cargo run --example`, and what they print.
const RUNS: [(&[&str], &str); 10] = [
    (&["annual_report"], include_str!("data/output/annual_report.txt")),
    (&["annual_report", "--", "--lang", "en"], include_str!("data/output/annual_report-en.txt")),
    (&["annex"], include_str!("data/output/annex.md")),
    (
        &[
            "annex",
            "--",
            "--lang",
            "en",
            "--grades",
            "library-key-task",
            "--columns",
            "number,name,unit,plan,actual,actual-rate,computed-grade,remark",
        ],
        include_str!("data/output/annex-few-en.md"),
    ),
    (&["rules"], include_str!("data/output/rules.txt")),
    (
        &["rules", "--", "dno-1748-2018", "--lang", "en", "score=89.5"],
        include_str!("data/output/rules-dno-1748-2018-en.txt"),
    ),
    (&["check_table"], include_str!("data/output/check_table.txt")),
    (&["check_table", "--", "--lang", "en"], include_str!("data/output/check_table-en.txt")),
    (&["check_table", "--", "--json"], include_str!("data/output/check_table-json.txt")),
    (&["slips"], include_str!("data/output/slips.txt")),
];

#[test]
fn examples_print_what_they_printed() {
    for (arguments, expected) in RUNS {
        let output = Command::new(env!("CARGO")).args(["run", "-q", "--example"]).args(arguments).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        let printed = String::from_utf8(output.stdout).unwrap();
        let differing = printed.lines().zip(expected.lines()).find(|(now, then)| now != then);
        assert_eq!(differing, None, "{arguments:?}: the first line that differs, now and then");
        assert_eq!(printed, expected, "{arguments:?}");
    }
}

/// A page written to a file is the page that the library gives, in both formats.
#[test]
fn the_annex_is_written_to_files() {
    let folder = std::env::temp_dir().join(format!("thuocdo-annex-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [html, markdown] = ["annex.html", "annex.md"].map(|name| folder.join(name));
    let output = Command::new(env!("CARGO"))
        .args(["run", "-q", "--example", "annex", "--", "--html"])
        .arg(&html)
        .arg("--markdown")
        .arg(&markdown)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let [page, text] = [&html, &markdown].map(|file| std::fs::read_to_string(file).unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(page.ends_with("</body>\n</html>\n"));
    assert_eq!(text, include_str!("data/output/annex.md"));
}

/// What the report of 2021 must show, whatever else is printed around it.
#[test]
fn the_report_of_2021_shows_its_derived_figures() {
    let report = RUNS[0].1;
    for wanted in [
        "92/107 = 85,98%",
        "3.088/2.000 = 154,4%",
        "giảm 10 vụ; giảm 35,7%",
        "2.537/2.552 = 99,41%",
        "thực hiện 70%, thời gian đã qua 66,67%",
        "Chưa tính được tỷ lệ thực hiện so với kế hoạch: thiếu số kế hoạch",
        "Tự đánh giá: 04/04 nhiệm vụ “Hoàn thành tốt nhiệm vụ”",
        "không quy định trường hợp từ 50% đến 70%",
        "19.400/11.370 = 170,62%",
        "02 hộ → 03 hộ",
        "được ghi hai ngày",
    ] {
        assert!(report.contains(wanted), "`{wanted}` is not in the report");
    }
}
