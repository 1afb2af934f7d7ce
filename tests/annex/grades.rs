//! The computed grade stands in an annex only where the caller gives rules, and says what they are.

use thuocdo::builtin;
use thuocdo::grade::Basis;
use thuocdo::text::{Annex, AnnexColumn, AnnexGrades, AnnexLack, AnnexSettings, AnnexValue, Vietnamese};

use crate::build::{cell, source};

/// The computed grades of the four tasks, and the notes.
fn graded(rules: &str, by_analogy: bool) -> (Vec<String>, Vec<String>) {
    let rules = builtin::rule_set(rules).unwrap();
    let grades = Some(AnnexGrades { rules: &rules, basis: Basis::AtCutoff, by_analogy });
    let annex = Annex::of(&source(), &Vietnamese, &AnnexSettings { grades, ..AnnexSettings::default() });
    let grades = ["nv-1", "nv-2", "nv-3", "nv-4"].map(|task| cell(&annex, task, AnnexColumn::ComputedGrade).text);
    (grades.to_vec(), annex.notes().iter().map(ToString::to_string).collect())
}

#[test]
fn without_rules_nothing_is_computed() {
    let annex = Annex::of(&source(), &Vietnamese, &AnnexSettings::default());
    for task in ["nv-1", "nv-2", "nv-3", "nv-4"] {
        assert_eq!(cell(&annex, task, AnnexColumn::ComputedGrade).value, AnnexValue::Lacking(AnnexLack::NotComputed));
    }
    assert!(annex.notes().iter().all(|note| !note.text.contains("Kết quả tính")));
}

#[test]
fn rules_that_do_not_bind_are_for_reference() {
    let (grades, notes) = graded("library-key-task", false);
    assert_eq!(
        grades,
        ["chưa xếp được mức", "THAM KHẢO: Hoàn thành xuất sắc nhiệm vụ", "chưa xếp được mức", "chưa xếp được mức"]
    );
    // where there is no level the whole sentence is kept
    assert!(notes.iter().any(|note| note.starts_with("I, IV: ") && note.contains("Chưa xếp được mức")), "{notes:#?}");
    assert!(notes.iter().any(|note| note.contains("là của thư viện, không phải văn bản quy định")), "{notes:#?}");
}

#[test]
fn a_set_for_offices_is_asked_for_tasks_only_by_analogy() {
    let (refused, notes) = graded("vn-nd90-2020-unit", false);
    assert_eq!(refused, ["chưa xếp được mức"; 4]);
    assert!(notes.iter().any(|note| note.contains("không dùng cho nhiệm vụ")), "{notes:#?}");
    let (grades, notes) = graded("vn-nd90-2020-unit", true);
    assert_eq!(grades[1], "THAM KHẢO: Hoàn thành tốt nhiệm vụ");
    assert!(grades.iter().all(|grade| grade.starts_with("THAM KHẢO: ") || grade == "chưa xếp được mức"), "{grades:?}");
    assert!(
        notes.iter().any(|note| note.starts_with("Kết quả tính: ") && note.contains("chỉ để tham khảo")),
        "{notes:#?}"
    );
}
