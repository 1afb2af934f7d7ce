//! Proves that the commands do what the README says, end to end, and refuse what they do not know.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, process};

/// A folder of its own for one test, removed behind it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("thuocdo-workbook-test-{}-{name}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_workbook")).current_dir(folder).args(arguments).output().unwrap()
}

fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_demonstration_shows_each_thing_that_is_promised() {
    let folder = Folder::new("demo");
    let page = printed(&folder.0, &[]);
    for wanted in [
        "E4: “Thực hiện > Tháng 11” → thực hiện",
        "E11 “0.30000000000000004”: ô lưu số thực 0,30000000000000004, hiển thị và đọc là 0,3 tỷ đồng",
        "D12 “1.020”: có thể đọc là 1.020 hoặc 1,020",
        "E9 Cộng (thực hiện): Chưa khớp: 60 + 15 = 75 hộ, báo cáo ghi 57 hộ",
        "UBND huyện Văn Quan",
        "dùng bac-son-sua.xlsx, thay cho bac-son.xlsx",
        "(thực hiện): 92 hộ → 93 hộ",
        "thực hiện: 93 hộ + 60 hộ = 153 hộ",
        "kế hoạch: không áp dụng",
        "0 triệu đồng + 0,3 tỷ đồng = 300 triệu đồng",
    ] {
        assert!(page.contains(wanted), "`{wanted}` is not in\n{page}");
    }
    for unwanted in ["kiểm toán", "sai", "vi phạm"] {
        assert!(
            !page.split([' ', '\n', ',', '.', ';', ':']).any(|word| word == unwanted),
            "`{unwanted}` is in the page"
        );
    }
    assert_eq!(page, printed(&folder.0, &[]));
}

#[test]
fn a_template_that_is_written_is_read() {
    let folder = Folder::new("template");
    printed(&folder.0, &["template", "Xã A.xlsx"]);
    let page = printed(&folder.0, &["read", "Xã A.xlsx", "--units", "Xã A;Xã B"]);
    assert!(page.contains("Đơn vị: Xã A (theo tên tệp)"), "{page}");
    assert!(page.contains("Chưa có báo cáo; số tổng hợp dưới đây chưa phải số đầy đủ:\n    Xã B\n"), "{page}");
    fs::write(folder.0.join("units.txt"), "\u{feff}Xã C\r\n\r\nXã D\r\n").unwrap();
    let page = printed(&folder.0, &["read", "Xã A.xlsx", "khong-co.xlsx", "--units", "units.txt"]);
    assert!(page.contains("    Xã C\n    Xã D\n"), "{page}");
    assert!(page.contains("TỆP khong-co.xlsx: không mở được"), "{page}");
}

#[test]
fn an_annex_is_written_in_both_forms() {
    let folder = Folder::new("annex");
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/lang-son-2021.json");
    printed(&folder.0, &["annex", report, "phu-luc.xlsx"]);
    printed(&folder.0, &["annex", report, "phu-luc.csv", "--columns", "name,actual"]);
    assert!(fs::read(folder.0.join("phu-luc.xlsx")).unwrap().starts_with(b"PK"));
    assert!(fs::read(folder.0.join("phu-luc.csv")).unwrap().starts_with(b"\xef\xbb\xbf"));
}

#[test]
fn what_is_not_known_is_refused_with_what_is() {
    let folder = Folder::new("refused");
    fs::write(folder.0.join("layout.json"), r#"{ "version": 1, "columns": [], "x": 1 }"#).unwrap();
    fs::write(folder.0.join("report.json"), "{}").unwrap();
    for (arguments, wanted) in [
        (&["write"][..], "`write`: `template OUT.xlsx`"),
        (&["read"], "`read`: "),
        (&["--lang", "en"], "`--lang`: `--layout`, `--units` and `--columns` are accepted"),
        (&["read", "a.xlsx", "--layout"], "`--layout`: a value after it is accepted"),
        (&["read", "a.xlsx", "--layout", "layout.json"], "`layout.json`: no layout: at `x`: unknown field `x`"),
        (&["annex", "report.json", "a.xlsx"], "`report.json`: "),
        (&["template", "khong-co/a.xlsx"], "`khong-co/a.xlsx`: "),
    ] {
        let output = run(&folder.0, arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
        assert!(error.contains(wanted), "{error}");
    }
}
