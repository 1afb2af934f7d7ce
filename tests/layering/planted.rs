//! What is planted is found in every form, and what is innocent is left alone.

use std::{collections::BTreeSet, path::Path};

use crate::findings::{MAX_LINES, findings_in};
use crate::sources::module_of;

#[test]
fn a_planted_arrow_is_found_in_every_form() {
    let planted = [
        ("quantity/ratio", "use crate::text::Language;", "`quantity` sees `text`"),
        (
            "plan/goal",
            "use crate::{id::Id, quantity::{Amount, Unit}, measure::{self, Share}};",
            "`plan` sees `measure`",
        ),
        (
            "plan/goal",
            "pub(crate) use crate::{\n    quantity::Unit,\n    report::Report as R,\n};",
            "`plan` sees `report`",
        ),
        ("id/key", "fn unit() -> crate::quantity::Unit { todo() }", "`id` sees `quantity`"),
        ("period/mod", "const X: u8 = 1 + crate::plan::X;", "`period` sees `plan`"),
        ("report/checks", "pub(in crate::wire) fn read() {}", "`report` sees `wire`"),
        ("report/checks", "impl Read for super::super::wire::Leaf {}", "`report` sees `wire`"),
        ("report/checks", "use super::super::wire::leaf;", "`report` sees `wire`"),
        ("record/mod", "use super::report::Report;", "`record` sees `report`"),
        ("record/a/b", "use super::{super::super::text::Language, C};", "`record` sees `text`"),
        ("record/mod", "mod inner { use super::super::json::call; }", "`record` sees `json`"),
        ("record/mod", "mod inner { mod deep { fn f() { super::super::super::wire::g() } } }", "`record` sees `wire`"),
        ("record/mod", "mod inner {} use super::check::Finding;", "`record` sees `check`"),
        ("measure/mod", "macro_rules! m { () => { $crate::grade::Grade } }", "`measure` sees `grade`"),
        ("measure/mod", "use self::super::text::Language;", "`measure` sees `text`"),
        ("text/mod", "use crate::discover::Relations;", "`text` sees `discover`"),
        ("wire/leaf", "use crate::builtin::RULES;", "`wire` sees `builtin`"),
        ("plan/task", "use crate::NaiveDate;", "`NaiveDate` is of the crate root, which is for users"),
        ("plan/task", "fn f(x: crate::Decimal) {}", "`Decimal` is of the crate root, which is for users"),
        ("plan/task", "use super::super::NaiveDate;", "`NaiveDate` is of the crate root, which is for users"),
        ("plan/task", "use crate as root;", "the crate root gets no second name"),
        ("plan/task", "use crate::{self as root};", "the crate root gets no second name"),
        ("plan/task", "use super::super as root;", "the crate root gets no second name"),
        ("plan/mod", "use crate::quantity::*;", "a glob hides what is imported"),
        ("plan/mod", "use super::{id::{*}, period};", "a glob hides what is imported"),
        ("plan/mod", "#[cfg(test)] mod tests { use super::*; }", "a glob hides what is imported"),
        ("plan/mod", "#[path = \"elsewhere.rs\"] mod goal;", "a module's file is where its name says"),
        ("plan/mod", "#[cfg_attr(x, path = \"elsewhere.rs\")] mod goal;", "a module's file is where its name says"),
        ("plan/mod", "include!(\"elsewhere.rs\");", "code is not included from elsewhere"),
        ("lib", "extern crate self as thuocdo;", "the crate has no second name"),
        ("lib", "mod helpers;", "`helpers` has no place in the order"),
        ("lib", "mod helpers { pub fn f() {} }", "`helpers` has no place in the order"),
        ("lib", "#[cfg(test)] pub(crate) mod helpers;", "`helpers` has no place in the order"),
        ("helpers", "", "`helpers` has no place in the order"),
        ("helpers/mod", "use crate::id::Id;", "`helpers` has no place in the order"),
    ];
    for (file, source, expected) in planted {
        // one arrow to several names is one finding for each
        let found: BTreeSet<_> =
            findings_in(&module_of(Path::new(file)), source).into_iter().map(|it| it.what).collect();
        assert_eq!(found, BTreeSet::from([expected.to_owned()]), "{file}: {source}");
    }
}

#[test]
fn what_is_no_arrow_is_left_alone() {
    let innocent = [
        "use crate::{id::{Id, Text}, quantity::Unit}; use super::Plan; use self::goal::Goal; use alloc::vec::Vec;",
        "// crate::text::Language\n/// [`text`](crate::text)\n//! crate::wire\n/* use crate::json; /* nested */ crate::wire */",
        "const A: &str = \"use crate::text::*; // \\\" crate::wire\"; const B: &str = r#\"\" crate::text::X \"#;",
        "const C: char = '\"'; fn f<'crate_>(x: &'static str) -> char { '\\'' } const D: &[u8] = b\"crate::text\";",
        "pub(crate) fn f() {} pub(super) fn g() {} pub(in crate::plan) fn h() {} fn i(&self) { self.x * 2; }",
        "mod inner { pub(super) use super::super::Goal; use super::super::super::id::Id; }",
        "fn f() { let r#use = text::X; Self::text(); value::<crate::period::Period>() }",
    ];
    let root = "pub mod id; #[cfg(feature = \"serde\")] mod wire; #[cfg(doctest)] mod readme { mod vietnamese {} } pub use chrono::X;";
    assert!(findings_in(&module_of(Path::new("lib")), root).is_empty());
    for source in innocent {
        let found = findings_in(&module_of(Path::new("plan/goal")), source);
        assert!(found.is_empty(), "{source}: {}", found[0].what);
    }
}

#[test]
fn a_file_has_400_lines_at_most() {
    let module = module_of(Path::new("plan/goal"));
    assert!(findings_in(&module, &"\n".repeat(MAX_LINES)).is_empty());
    let found = findings_in(&module, &"\n".repeat(MAX_LINES + 1));
    assert_eq!(found.iter().map(|it| it.what.as_str()).collect::<Vec<_>>(), ["401 lines, at most 400"]);
}
