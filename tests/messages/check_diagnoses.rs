//! What may be wrong where statements do not hold: one figure, a range, a suggestion, or nothing that can be changed.

use thuocdo::check::{Check, CheckFigure, CheckTable, DiagnosisVerdict, FindingDetail};
use thuocdo::record::{Source, StatedRelation};

use crate::build::{id, text};
use crate::check_build::{Line, both, changed, table};
use crate::grades::Said;

/// The finding of a table whose diagnosis has that verdict, at the depth that is usual or another one.
#[track_caller]
pub(crate) fn diagnosed(
    table: &CheckTable,
    (verdict, depth): (DiagnosisVerdict, usize),
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    let check = table.check().with_depth(depth);
    let found = check.findings().next().unwrap();
    let FindingDetail::Diagnosed(diagnosis) = &found.detail else { panic!("{found:?}") };
    assert_eq!(diagnosis.verdict, verdict);
    both(|language| language.finding(&found, table), vietnamese, english)
}

const UNIQUE: (DiagnosisVerdict, usize) = (DiagnosisVerdict::Unique, Check::DEPTH);

/// 02 poor households, which three statements say are 03.
pub(crate) fn poor() -> CheckTable {
    let figures: [Line; 6] = [
        ("ngheo", "Số hộ người có công thuộc hộ nghèo @ mục II.1", "02 hộ"),
        ("can-ngheo", "Số hộ người có công thuộc hộ cận nghèo", "12 hộ"),
        ("trung-binh", "Số hộ người có công có mức sống trung bình trở lên", "2537 hộ"),
        ("tong", "Số hộ người có công", "2552 hộ"),
        ("ho-tro", "Số hộ được hỗ trợ", "92 hộ"),
        ("ty-le", "hộ nghèo", "0.12 %"),
    ];
    let figures: Vec<Line> = figures.into_iter().chain([("muc-tieu", "Số hộ theo kế hoạch", "107 hộ")]).collect();
    let relations = [
        "ho-tro = remainder muc-tieu ngheo can-ngheo",
        "ty-le = share tong ngheo",
        "tong = sum ngheo can-ngheo trung-binh",
    ];
    table(&figures, &relations)
}

pub(crate) fn unique() -> Vec<Said> {
    let inferred = changed(poor(), |content| {
        let from = |words: &str| Source { inferred_from: Some(text(words)), ..Source::default() };
        content.relations[1].source = from("lấy tổng số 2.552 hộ tại chú thích 2");
        content.relations[2].source = from("lấy tổng số 2.552 hộ tại chú thích 2");
        content.figures[4].source = from("lấy số hộ được hỗ trợ tại phụ lục");
    });
    let alone = table(
        &[
            ("a", "", "!18 hộ"),
            ("b", "", "!89 hộ"),
            ("r", "Số hộ có mức sống dưới trung bình", "108 hộ"),
            ("tong", "", "!2552 hộ"),
        ],
        &["r = sum a b", "r = at_most tong"],
    );
    let two = table(
        &[
            ("a", "", "!1 lớp"),
            ("b", "", "!2 lớp"),
            ("p", "Số lớp mở tại huyện", "4 lớp"),
            ("c", "", "!7 lớp"),
            ("d", "", "!12 lớp"),
            ("q", "Số lớp mở tại tỉnh", "20 lớp"),
        ],
        &["p = sum a b", "q = sum c d", "p = at_most q"],
    );
    vec![
        diagnosed(
            &poor(),
            UNIQUE,
            "Có 03 nội dung chưa khớp về “Số hộ người có công thuộc hộ nghèo” (mục II.1): (a) 107 - 02 - 12 = 93 hộ, \
             báo cáo ghi 92 hộ; (b) 02/2.552 = 0,08%, báo cáo ghi 0,12%; (c) 02 + 12 + 2.537 = 2.551 hộ, báo cáo ghi \
             2.552 hộ. Nếu chỉ có một số ghi chưa đúng thì chỉ có một phương án sửa: 02 hộ → 03 hộ. Khi đó cả 3 nội \
             dung đối chiếu đều khớp. Đề nghị kiểm tra số gốc trước khi sửa.",
            "Three statements on “Số hộ người có công thuộc hộ nghèo” (mục II.1) do not agree: (a) 107 - 02 - 12 = \
             93 households, stated 92 households; (b) 02/2,552 = 0.08%, stated 0.12%; (c) 02 + 12 + 2,537 = 2,551 \
             households, stated 2,552 households. If only one figure is wrong, only one correction exists: 02 \
             households → 03 households. All 3 statements then agree. Please check the source before changing it.",
        ),
        diagnosed(
            &inferred,
            UNIQUE,
            "Có 03 nội dung chưa khớp về “Số hộ người có công thuộc hộ nghèo” (mục II.1): (a) 107 - 02 - 12 = 93 hộ, \
             báo cáo ghi 92 hộ; (b) 02/2.552 = 0,08%, báo cáo ghi 0,12%; (c) 02 + 12 + 2.537 = 2.551 hộ, báo cáo ghi \
             2.552 hộ. Căn cứ suy ra: lấy tổng số 2.552 hộ tại chú thích 2; lấy số hộ được hỗ trợ tại phụ lục. Nếu chỉ \
             có một số ghi chưa đúng thì chỉ có một phương án sửa: 02 hộ → 03 hộ. Khi đó cả 3 nội dung đối chiếu đều \
             khớp. Đề nghị kiểm tra số gốc trước khi sửa.",
            "Three statements on “Số hộ người có công thuộc hộ nghèo” (mục II.1) do not agree: (a) 107 - 02 - 12 = \
             93 households, stated 92 households; (b) 02/2,552 = 0.08%, stated 0.12%; (c) 02 + 12 + 2,537 = 2,551 \
             households, stated 2,552 households. Inferred: lấy tổng số 2.552 hộ tại chú thích 2; lấy số hộ được hỗ \
             trợ tại phụ lục. If only one figure is wrong, only one correction exists: 02 households → 03 \
             households. All 3 statements then agree. Please check the source before changing it.",
        ),
        // one statement, of which all figures but one are certain
        diagnosed(
            &alone,
            UNIQUE,
            "Có 01 nội dung chưa khớp về “Số hộ có mức sống dưới trung bình”: (a) 18 + 89 = 107 hộ, báo cáo ghi 108 \
             hộ. Nếu chỉ có một số ghi chưa đúng thì chỉ có một phương án sửa: 108 hộ → 107 hộ. Khi đó cả 2 nội dung \
             đối chiếu đều khớp. Chỉ có một nội dung chưa khớp nên cần thận trọng khi kết luận số nào chưa đúng. Đề \
             nghị kiểm tra số gốc trước khi sửa.",
            "One statement on “Số hộ có mức sống dưới trung bình” does not agree: (a) 18 + 89 = 107 households, \
             stated 108 households. If only one figure is wrong, only one correction exists: 108 households → 107 \
             households. All 2 statements then agree. A single statement does not show by itself which figure is \
             wrong. Please check the source before changing it.",
        ),
        diagnosed(
            &two,
            UNIQUE,
            "Có 02 nội dung chưa khớp: (a) 1 + 2 = 3 lớp, báo cáo ghi 4 lớp; (b) 7 + 12 = 19 lớp, báo cáo ghi 20 \
             lớp. Có ít nhất hai số ghi chưa đúng. Nếu chỉ có hai số ghi chưa đúng thì chỉ có một phương án sửa: “Số \
             lớp mở tại huyện” 4 lớp → 3 lớp, “Số lớp mở tại tỉnh” 20 lớp → 19 lớp. Khi đó cả 3 nội dung đối chiếu \
             đều khớp. Đề nghị kiểm tra số gốc trước khi sửa.",
            "Two statements do not agree: (a) 1 + 2 = 3 classes, stated 4 classes; (b) 7 + 12 = 19 classes, stated \
             20 classes. At least two figures are wrong. If only two figures are wrong, only one correction exists: \
             “Số lớp mở tại huyện” 4 classes → 3 classes, “Số lớp mở tại tỉnh” 20 classes → 19 classes. All 3 \
             statements then agree. Please check the source before changing it.",
        ),
        // one statement in all
        diagnosed(
            &table(&[("a", "", "!18 hộ"), ("b", "", "!89 hộ"), ("r", "Số hộ", "108 hộ")], &["r = sum a b"]),
            UNIQUE,
            "Có 01 nội dung chưa khớp về “Số hộ”: (a) 18 + 89 = 107 hộ, báo cáo ghi 108 hộ. Nếu chỉ có một số ghi chưa \
             đúng thì chỉ có một phương án sửa: 108 hộ → 107 hộ. Khi đó nội dung này khớp. Chỉ có một nội dung chưa \
             khớp nên cần thận trọng khi kết luận số nào chưa đúng. Đề nghị kiểm tra số gốc trước khi sửa.",
            "One statement on “Số hộ” does not agree: (a) 18 + 89 = 107 households, stated 108 households. If only one \
             figure is wrong, only one correction exists: 108 households → 107 households. The statement then agrees. \
             A single statement does not show by itself which figure is wrong. Please check the source before changing \
             it.",
        ),
    ]
}

pub(crate) fn ranges() -> Vec<Said> {
    let range = (DiagnosisVerdict::Range, Check::DEPTH);
    let share = |part, result| {
        let figures = [("ngheo", "Hộ nghèo @ mục II.1", part), ("tong", "", "!2552 hộ"), ("r", "", result)];
        table(&figures, &["r = share tong ngheo"])
    };
    let least = table(&[("a", "Hộ nghèo", "18 hộ"), ("b", "", "!89 hộ")], &["a = at_least b"]);
    vec![
        diagnosed(
            &share("02 hộ", "!12 %"),
            range,
            "Có 01 nội dung chưa khớp về “Hộ nghèo” (mục II.1): (a) 02/2.552 = 0%, báo cáo ghi 12%. Nếu chỉ có một \
             số ghi chưa đúng thì chỉ có thể sửa: 02 hộ → 302 hộ (từ 294 đến 318); chưa xác định được số đúng trong \
             khoảng đó. Đề nghị kiểm tra số gốc trước khi sửa.",
            "One statement on “Hộ nghèo” (mục II.1) does not agree: (a) 02/2,552 = 0%, stated 12%. If only one \
             figure is wrong, it can only be: 02 households → 302 households (294 to 318); which number of these is \
             not settled. Please check the source before changing it.",
        ),
        diagnosed(
            &least,
            range,
            "Có 01 nội dung chưa khớp về “Hộ nghèo”: (a) báo cáo ghi 18 hộ, nhỏ hơn 89 hộ. Nếu chỉ có một số ghi chưa \
             đúng thì chỉ có thể sửa: 18 hộ → 98 hộ (từ 89 trở lên); chưa xác định được số đúng trong khoảng đó. Đề \
             nghị kiểm tra số gốc trước khi sửa.",
            "One statement on “Hộ nghèo” does not agree: (a) stated 18 households, less than 89 households. If only \
             one figure is wrong, it can only be: 18 households → 98 households (at least 89); which number of these \
             is not settled. Please check the source before changing it.",
        ),
    ]
}

pub(crate) fn suggested() -> Vec<Said> {
    let suggested = (DiagnosisVerdict::Suggested, Check::DEPTH);
    let swapped = table(
        &[
            ("trung-binh", "Hộ có mức sống trung bình", "2445 hộ"),
            ("thap", "Hộ có mức sống thấp", "107 hộ"),
            ("tong", "Tổng số hộ", "2525 hộ"),
        ],
        &["tong = sum trung-binh thap"],
    );
    let one_other = table(
        &[("a", "", "!2445 hộ"), ("thap", "Hộ có mức sống thấp", "107 hộ"), ("tong", "Tổng số hộ", "2525 hộ")],
        &["tong = sum a thap"],
    );
    vec![
        diagnosed(
            &swapped,
            suggested,
            "Có 01 nội dung chưa khớp: (a) 2.445 + 107 = 2.552 hộ, báo cáo ghi 2.525 hộ. Nếu chỉ có một số ghi chưa \
             đúng thì đã tìm được 3 phương án sửa; phương án đầu chỉ khác số đã ghi một lỗi gõ phím: “Tổng số hộ” \
             2.525 hộ → 2.552 hộ; “Hộ có mức sống trung bình” 2.445 hộ → 2.418 hộ; “Hộ có mức sống thấp” 107 hộ → 80 \
             hộ. Để xác định, cần thêm: số gốc của “Hộ có mức sống thấp” và “Tổng số hộ”. Đề nghị kiểm tra số gốc \
             trước khi sửa.",
            "One statement does not agree: (a) 2,445 + 107 = 2,552 households, stated 2,525 households. If only one \
             figure is wrong, three corrections were found, of which the first alone is a single slip away: “Tổng số \
             hộ” 2,525 households → 2,552 households; “Hộ có mức sống trung bình” 2,445 households → 2,418 \
             households; “Hộ có mức sống thấp” 107 households → 80 households. Settled by: the source of “Hộ có mức \
             sống thấp” and “Tổng số hộ”. Please check the source before changing it.",
        ),
        diagnosed(
            &one_other,
            suggested,
            "Có 01 nội dung chưa khớp: (a) 2.445 + 107 = 2.552 hộ, báo cáo ghi 2.525 hộ. Nếu chỉ có một số ghi chưa \
             đúng thì đã tìm được 2 phương án sửa; phương án đầu chỉ khác số đã ghi một lỗi gõ phím: “Tổng số hộ” \
             2.525 hộ → 2.552 hộ; “Hộ có mức sống thấp” 107 hộ → 80 hộ. Để xác định, cần thêm: số gốc của “Hộ có mức \
             sống thấp”. Đề nghị kiểm tra số gốc trước khi sửa.",
            "One statement does not agree: (a) 2,445 + 107 = 2,552 households, stated 2,525 households. If only one \
             figure is wrong, two corrections were found, of which the first alone is a single slip away: “Tổng số \
             hộ” 2,525 households → 2,552 households; “Hộ có mức sống thấp” 107 households → 80 households. Settled \
             by: the source of “Hộ có mức sống thấp”. Please check the source before changing it.",
        ),
    ]
}

pub(crate) fn beyond() -> Vec<Said> {
    let beyond = |depth| (DiagnosisVerdict::Beyond(depth), depth);
    let pairs = |count: usize| {
        let all: [Line; 8] = [
            ("p1", "", "4 lớp"),
            ("a1", "", "3 lớp"),
            ("p2", "", "6 lớp"),
            ("a2", "", "2 lớp"),
            ("p3", "", "8 lớp"),
            ("a3", "", "4 lớp"),
            ("p4", "", "9 lớp"),
            ("a4", "", "5 lớp"),
        ];
        let relations: Vec<String> = (1..=count)
            .map(|index| format!("p{index} = same a{index}"))
            .chain((2..=count).map(|index| format!("p{index} = at_least p1")))
            .collect();
        table(&all, &relations.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let fixed = table(&[("a", "", "!2 lớp"), ("b", "", "!2 lớp"), ("r", "", "!5 lớp")], &["r = sum a b"]);
    let contradictory = (DiagnosisVerdict::Contradictory, Check::DEPTH);
    vec![
        diagnosed(
            &pairs(3),
            beyond(2),
            "Có 03 nội dung chưa khớp: (a) báo cáo ghi 4 lớp, nơi khác ghi 3 lớp; (b) báo cáo ghi 6 lớp, nơi khác ghi \
             2 lớp; (c) báo cáo ghi 8 lớp, nơi khác ghi 4 lớp. Có ít nhất ba số ghi chưa đúng. Không có phương án nào \
             sửa không quá hai số mà cả 5 nội dung đối chiếu đều khớp. Đề nghị rà soát lại số gốc.",
            "Three statements do not agree: (a) stated 4 classes, elsewhere 3 classes; (b) stated 6 classes, \
             elsewhere 2 classes; (c) stated 8 classes, elsewhere 4 classes. At least three figures are wrong. No \
             correction of two figures or fewer makes all 5 statements agree. Please review the source.",
        ),
        diagnosed(
            &pairs(4),
            beyond(3),
            "Có 04 nội dung chưa khớp: (a) báo cáo ghi 4 lớp, nơi khác ghi 3 lớp; (b) báo cáo ghi 6 lớp, nơi khác ghi \
             2 lớp; (c) báo cáo ghi 8 lớp, nơi khác ghi 4 lớp; (d) báo cáo ghi 9 lớp, nơi khác ghi 5 lớp. Có ít nhất \
             bốn số ghi chưa đúng. Không có phương án nào sửa không quá ba số mà cả 7 nội dung đối chiếu đều khớp. Đề \
             nghị rà soát lại số gốc.",
            "Four statements do not agree: (a) stated 4 classes, elsewhere 3 classes; (b) stated 6 classes, \
             elsewhere 2 classes; (c) stated 8 classes, elsewhere 4 classes; (d) stated 9 classes, elsewhere 5 \
             classes. At least four figures are wrong. No correction of three figures or fewer makes all 7 \
             statements agree. Please review the source.",
        ),
        diagnosed(
            &fixed,
            contradictory,
            "Có 01 nội dung chưa khớp: (a) 2 + 2 = 4 lớp, báo cáo ghi 5 lớp. Không có số nào thay vào mà các nội \
             dung này cùng khớp. Đề nghị rà soát lại quan hệ giữa các số.",
            "One statement does not agree: (a) 2 + 2 = 4 classes, stated 5 classes. No figures put in their place \
             would make these statements agree. Please review how the figures hang together.",
        ),
    ]
}

#[test]
fn after_the_letters_statements_are_numbered() {
    let names: Vec<String> = (1..=28).map(|number| format!("b{number}")).collect();
    let numbered = changed(table(&[("a", "Số hộ", "18 hộ"), ("b", "", "!19 hộ")], &["b = same a"]), |content| {
        let (figure, relation) = (content.figures.remove(1), content.relations.remove(0));
        content.figures.extend(names.iter().map(|name| CheckFigure { id: id(name), ..figure.clone() }));
        let of = |name: &String| StatedRelation { id: id(name), result: id(name), ..relation.clone() };
        content.relations = names.iter().map(of).collect();
    });
    let said = diagnosed(&numbered, UNIQUE, "", "").said;
    for (said, parts) in said.iter().zip([
        [
            "Có 28 nội dung chưa khớp về “Số hộ”: (a) ",
            "; (z) ",
            "; (27) ",
            "; (28) ",
            "cả 28 nội dung đối chiếu đều khớp",
        ],
        ["28 statements on “Số hộ” do not agree: (a) ", "; (z) ", "; (27) ", "; (28) ", "All 28 statements then agree"],
    ]) {
        for part in parts {
            assert_eq!(said.matches(part).count(), 1, "`{part}` in: {said}");
        }
        assert!(!said.contains("(26)") && !said.contains("({)"), "{said}");
    }
}
