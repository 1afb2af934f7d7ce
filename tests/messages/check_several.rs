//! What may be wrong where more than one figure may be: several corrections, parts against a total, and statements that
//! hold one by one but not together.

use thuocdo::check::{Check, CheckTable, DiagnosisVerdict, FindingCode};

use crate::build::text;
use crate::check_build::{Line, both, changed, finding, table};
use crate::check_diagnoses::{diagnosed, poor};
use crate::grades::Said;

const SEVERAL: (DiagnosisVerdict, usize) = (DiagnosisVerdict::Several, Check::DEPTH);

/// Neither figure alone can be so large that both make up the total: both change, and the one depends on the other.
fn family() -> CheckTable {
    table(
        &[
            ("tong", "", "!100000 người"),
            ("nam", "Nam", "10000 người"),
            ("nu", "Nữ", "20000 người"),
            ("a", "", "!70000 người"),
            ("b", "", "!80000 người"),
        ],
        &["tong = sum nam nu", "nam = at_most a", "nu = at_most b"],
    )
}

pub(crate) fn several() -> Vec<Said> {
    let three = table(
        &[
            ("con-lai", "Số hộ còn lại @ mục II.1", "15 hộ"),
            ("ngheo", "Hộ nghèo", "02 hộ"),
            ("can-ngheo", "Hộ cận nghèo", "12 hộ"),
        ],
        &["con-lai = sum ngheo can-ngheo"],
    );
    // a total of seven schools
    let schools: Vec<Line> = vec![
        ("tong", "Tổng số", "100 người"),
        ("a", "Trường A", "10 người"),
        ("b", "Trường B", "11 người"),
        ("c", "Trường C", "12 người"),
        ("d", "Trường D", "13 người"),
        ("e", "Trường E", "14 người"),
        ("f", "Trường F", "15 người"),
    ];
    let seven = table(&schools, &["tong = sum a b c d e f"]);
    let common = table(
        &[
            ("a", "", "!1 lớp"),
            ("b", "", "!2 lớp"),
            ("p", "Số lớp mở tại huyện", "4 lớp"),
            ("c", "Số lớp của trường", "7 lớp"),
            ("d", "Số lớp của trung tâm", "12 lớp"),
            ("q", "Số lớp mở tại tỉnh", "20 lớp"),
        ],
        &["p = sum a b", "q = sum c d", "p = at_most q"],
    );
    vec![
        diagnosed(
            &three,
            SEVERAL,
            "Có 01 nội dung chưa khớp: (a) 02 + 12 = 14 hộ, báo cáo ghi 15 hộ. Chưa xác định được số cần sửa: đã tìm \
             được 3 phương án sửa một số đều làm số liệu khớp: “Số hộ còn lại” 15 hộ → 14 hộ; “Hộ nghèo” 02 hộ → 03 \
             hộ; “Hộ cận nghèo” 12 hộ → 13 hộ. Để xác định, cần thêm: số gốc của “Hộ cận nghèo” và “Số hộ còn lại”. \
             Các phương án này đúng nếu chỉ có một số ghi chưa đúng.",
            "One statement does not agree: (a) 02 + 12 = 14 households, stated 15 households. Which figure to \
             correct is not settled: three one-figure corrections were found, each making all agree: “Số hộ còn lại” \
             15 households → 14 households; “Hộ nghèo” 02 households → 03 households; “Hộ cận nghèo” 12 households → \
             13 households. Settled by: the source of “Hộ cận nghèo” and “Số hộ còn lại”. They hold if only one \
             figure is wrong.",
        ),
        diagnosed(
            &seven,
            SEVERAL,
            "Có 01 nội dung chưa khớp: (a) 10 + 11 + 12 + 13 + 14 + 15 = 75 người, báo cáo ghi 100 người. Chưa xác \
             định được số cần sửa: đã tìm được 7 phương án sửa một số đều làm số liệu khớp: “Trường A” 10 người → 35 \
             người; “Trường B” 11 người → 36 người; “Trường C” 12 người → 37 người; “Trường D” 13 người → 38 người; \
             “Trường E” 14 người → 39 người; và 2 phương án khác. Để xác định, cần thêm: số gốc của “Trường A”, \
             “Trường B”, “Trường C”, “Trường D”, “Trường E” và “Trường F”. Các phương án này đúng nếu chỉ có một số \
             ghi chưa đúng.",
            "One statement does not agree: (a) 10 + 11 + 12 + 13 + 14 + 15 = 75 persons, stated 100 persons. Which \
             figure to correct is not settled: seven one-figure corrections were found, each making all agree: “Trường \
             A” 10 persons → 35 persons; “Trường B” 11 persons → 36 persons; “Trường C” 12 persons → 37 persons; \
             “Trường D” 13 persons → 38 persons; “Trường E” 14 persons → 39 persons; and 2 more. Settled by: the \
             source of “Trường A”, “Trường B”, “Trường C”, “Trường D”, “Trường E” and “Trường F”. They hold if only \
             one figure is wrong.",
        ),
        diagnosed(
            &common,
            SEVERAL,
            "Có 02 nội dung chưa khớp: (a) 1 + 2 = 3 lớp, báo cáo ghi 4 lớp; (b) 7 + 12 = 19 lớp, báo cáo ghi 20 \
             lớp. Có ít nhất hai số ghi chưa đúng. Chưa xác định được số cần sửa: đã tìm được 3 phương án sửa hai số \
             đều làm số liệu khớp: “Số lớp mở tại huyện” 4 lớp → 3 lớp, “Số lớp của trường” 7 lớp → 8 lớp; “Số lớp \
             mở tại huyện” 4 lớp → 3 lớp, “Số lớp của trung tâm” 12 lớp → 13 lớp; “Số lớp mở tại huyện” 4 lớp → 3 \
             lớp, “Số lớp mở tại tỉnh” 20 lớp → 19 lớp. Các phương án đều có: “Số lớp mở tại huyện” 4 lớp → 3 lớp. \
             Để xác định, cần thêm: số gốc của “Số lớp của trường” và “Số lớp của trung tâm”. Các phương án này đúng \
             nếu chỉ có hai số ghi chưa đúng.",
            "Two statements do not agree: (a) 1 + 2 = 3 classes, stated 4 classes; (b) 7 + 12 = 19 classes, stated \
             20 classes. At least two figures are wrong. Which figure to correct is not settled: three two-figure \
             corrections were found, each making all agree: “Số lớp mở tại huyện” 4 classes → 3 classes, “Số lớp của \
             trường” 7 classes → 8 classes; “Số lớp mở tại huyện” 4 classes → 3 classes, “Số lớp của trung tâm” 12 \
             classes → 13 classes; “Số lớp mở tại huyện” 4 classes → 3 classes, “Số lớp mở tại tỉnh” 20 classes → 19 \
             classes. All of them have: “Số lớp mở tại huyện” 4 classes → 3 classes. Settled by: the source of “Số \
             lớp của trường” and “Số lớp của trung tâm”. They hold if only two figures are wrong.",
        ),
    ]
}

/// Corrections far from what is printed, and more of them than can be listed.
pub(crate) fn far() -> Vec<Said> {
    let far = table(
        &[("a", "Vốn A", "11111 đồng"), ("b", "Vốn B", "22222 đồng"), ("r", "Tổng vốn", "98765 đồng")],
        &["r = sum a b"],
    );
    vec![
        diagnosed(
            &far,
            SEVERAL,
            "Có 01 nội dung chưa khớp: (a) 11.111 + 22.222 = 33.333 đồng, báo cáo ghi 98.765 đồng. Chưa xác định được \
             số cần sửa: đã tìm được 3 phương án sửa một số đều làm số liệu khớp: “Vốn A” 11.111 đồng → 76.543 đồng; \
             “Vốn B” 22.222 đồng → 87.654 đồng; “Tổng vốn” 98.765 đồng → 33.333 đồng. Để xác định, cần thêm: số gốc \
             của “Vốn A” và “Vốn B”. Phương án nào cũng khác xa số đã ghi; có thể phép tính còn thiếu thành phần. Các \
             phương án này đúng nếu chỉ có một số ghi chưa đúng.",
            "One statement does not agree: (a) 11,111 + 22,222 = 33,333 đồng, stated 98,765 đồng. Which figure to \
             correct is not settled: three one-figure corrections were found, each making all agree: “Vốn A” 11,111 \
             đồng → 76,543 đồng; “Vốn B” 22,222 đồng → 87,654 đồng; “Tổng vốn” 98,765 đồng → 33,333 đồng. Settled \
             by: the source of “Vốn A” and “Vốn B”. Every correction is far from what is printed; perhaps a term is \
             missing. They hold if only one figure is wrong.",
        ),
        diagnosed(
            &family(),
            SEVERAL,
            "Có 01 nội dung chưa khớp: (a) 10.000 + 20.000 = 30.000 người, báo cáo ghi 100.000 người. Chưa xác định \
             được số cần sửa: đã tìm được 7 phương án sửa hai số đều làm số liệu khớp: “Nam” 10.000 người → 20.000 \
             người, “Nữ” 20.000 người → 80.000 người; “Nam” 10.000 người → 30.000 người, “Nữ” 20.000 người → 70.000 \
             người; “Nam” 10.000 người → 40.000 người, “Nữ” 20.000 người → 60.000 người; “Nam” 10.000 người → 50.000 \
             người, “Nữ” 20.000 người → 50.000 người; “Nam” 10.000 người → 60.000 người, “Nữ” 20.000 người → 40.000 \
             người; và 2 phương án khác. Danh sách phương án chưa đầy đủ. Các phương án này đúng nếu chỉ có hai số \
             ghi chưa đúng.",
            "One statement does not agree: (a) 10,000 + 20,000 = 30,000 persons, stated 100,000 persons. Which \
             figure to correct is not settled: seven two-figure corrections were found, each making all agree: “Nam” \
             10,000 persons → 20,000 persons, “Nữ” 20,000 persons → 80,000 persons; “Nam” 10,000 persons → 30,000 \
             persons, “Nữ” 20,000 persons → 70,000 persons; “Nam” 10,000 persons → 40,000 persons, “Nữ” 20,000 \
             persons → 60,000 persons; “Nam” 10,000 persons → 50,000 persons, “Nữ” 20,000 persons → 50,000 persons; \
             “Nam” 10,000 persons → 60,000 persons, “Nữ” 20,000 persons → 40,000 persons; and 2 more. The list is \
             not complete. They hold if only two figures are wrong.",
        ),
    ]
}

/// A total and parts of which some are said to be about so much, over so much, or from so much to so much.
pub(crate) fn parts_against_total() -> Vec<Said> {
    let jobs = |total: &'static str, inside: &'static str, outside: &'static str| {
        table(
            &[
                ("tong", "Số người được tạo việc làm mới năm 2022", total),
                ("trong", "Trong tỉnh", inside),
                ("ngoai", "Ngoài tỉnh", outside),
                ("nuoc", "Nước ngoài", "120..150 người"),
            ],
            &["tong = sum trong ngoai nuoc"],
        )
    };
    let inferred = changed(jobs(">16000 người", "~7000 người", "8000 người"), |content| {
        content.relations[0].source.inferred_from = Some(text("cộng số của ba địa bàn"));
    });
    let approximate = FindingCode::ApproximateFiguresDisagree;
    vec![
        finding(
            &jobs(">16000 người", "~7000 người", "8000 người"),
            approximate,
            "“Số người được tạo việc làm mới năm 2022” chưa khớp: báo cáo nêu trên 16.000 người; tính từ các số thành \
             phần là 15.120 - 15.150 người (khoảng 7.000 + 8.000 + từ 120 đến 150), thấp hơn mức 16.000 từ 850 đến 880 \
             người. Các phương án sửa một số gồm: “Số người được tạo việc làm mới năm 2022” trên 16.000 người → trên \
             15.000 người (không quá 15.149); “Trong tỉnh” khoảng 7.000 người → khoảng 8.000 người (từ 7.851 trở lên); \
             “Ngoài tỉnh” 8.000 người → 9.000 người (từ 8.851 trở lên). Không loại trừ phải sửa từ hai số trở lên. \
             Chưa đủ căn cứ để chọn; đề nghị đối chiếu với kế hoạch.",
            "“Số người được tạo việc làm mới năm 2022”: over 16,000 persons stated; the parts give 15,120 - 15,150 \
             persons (about 7,000 + 8,000 + 120 to 150), 850 to 880 persons below 16,000. One-figure corrections \
             include: “Số người được tạo việc làm mới năm 2022” over 16,000 persons → over 15,000 persons (at most \
             15,149); “Trong tỉnh” about 7,000 persons → about 8,000 persons (at least 7,851); “Ngoài tỉnh” 8,000 \
             persons → 9,000 persons (at least 8,851). That two or more figures are wrong is not excluded. Nothing \
             decides between them; please compare with the plan.",
        ),
        finding(
            &jobs("<=14000 người", "~7000 người", "8000 người"),
            approximate,
            "“Số người được tạo việc làm mới năm 2022” chưa khớp: báo cáo nêu không quá 14.000 người; tính từ các số \
             thành phần là 15.120 - 15.150 người (khoảng 7.000 + 8.000 + từ 120 đến 150), cao hơn mức 14.000 từ 1.120 \
             đến 1.150 người. Các phương án sửa một số gồm: “Số người được tạo việc làm mới năm 2022” không quá 14.000 \
             người → không quá 16.000 người (từ 15.120 trở lên); “Trong tỉnh” khoảng 7.000 người → khoảng 5.000 người \
             (không quá 5.880); “Ngoài tỉnh” 8.000 người → 6.000 người (không quá 6.880). Không loại trừ phải sửa từ \
             hai số trở lên. Chưa đủ căn cứ để chọn; đề nghị đối chiếu với kế hoạch.",
            "“Số người được tạo việc làm mới năm 2022”: at most 14,000 persons stated; the parts give 15,120 - 15,150 \
             persons (about 7,000 + 8,000 + 120 to 150), 1,120 to 1,150 persons above 14,000. One-figure corrections \
             include: “Số người được tạo việc làm mới năm 2022” at most 14,000 persons → at most 16,000 persons (at \
             least 15,120); “Trong tỉnh” about 7,000 persons → about 5,000 persons (at most 5,880); “Ngoài tỉnh” 8,000 \
             persons → 6,000 persons (at most 6,880). That two or more figures are wrong is not excluded. Nothing \
             decides between them; please compare with the plan.",
        ),
        finding(
            &jobs("!>16000 người", "!7000 người", "!8000 người"),
            FindingCode::FiguresDisagree,
            "“Số người được tạo việc làm mới năm 2022” chưa khớp: báo cáo nêu trên 16.000 người; tính từ các số \
             thành phần là 15.120 - 15.150 người (7.000 + 8.000 + từ 120 đến 150), thấp hơn mức 16.000 từ 850 đến \
             880 người. Đề nghị đối chiếu với kế hoạch.",
            "“Số người được tạo việc làm mới năm 2022”: over 16,000 persons stated; the parts give 15,120 - 15,150 \
             persons (7,000 + 8,000 + 120 to 150), 850 to 880 persons below 16,000. Please compare with the plan.",
        ),
        finding(
            &inferred,
            approximate,
            "“Số người được tạo việc làm mới năm 2022” chưa khớp: báo cáo nêu trên 16.000 người; tính từ các số thành \
             phần là 15.120 - 15.150 người (khoảng 7.000 + 8.000 + từ 120 đến 150), thấp hơn mức 16.000 từ 850 đến 880 \
             người. Các phương án sửa một số gồm: “Số người được tạo việc làm mới năm 2022” trên 16.000 người → trên \
             15.000 người (không quá 15.149); “Trong tỉnh” khoảng 7.000 người → khoảng 8.000 người (từ 7.851 trở lên); \
             “Ngoài tỉnh” 8.000 người → 9.000 người (từ 8.851 trở lên). Không loại trừ phải sửa từ hai số trở lên. \
             Chưa đủ căn cứ để chọn; đề nghị đối chiếu với kế hoạch. Căn cứ suy ra: cộng số của ba địa bàn.",
            "“Số người được tạo việc làm mới năm 2022”: over 16,000 persons stated; the parts give 15,120 - 15,150 \
             persons (about 7,000 + 8,000 + 120 to 150), 850 to 880 persons below 16,000. One-figure corrections \
             include: “Số người được tạo việc làm mới năm 2022” over 16,000 persons → over 15,000 persons (at most \
             15,149); “Trong tỉnh” about 7,000 persons → about 8,000 persons (at least 7,851); “Ngoài tỉnh” 8,000 \
             persons → 9,000 persons (at least 8,851). That two or more figures are wrong is not excluded. Nothing \
             decides between them; please compare with the plan. Inferred: cộng số của ba địa bàn.",
        ),
    ]
}

/// Statements that hold one by one, and not together.
pub(crate) fn joint() -> Vec<Said> {
    let code = FindingCode::ContradictTogether;
    // 1.035 and 1.044 of 10.000 are both printed as 10,4 %, and one of them is not what it stands for
    let rounded = |first, second, rate| {
        table(
            &[
                ("a", "Số hộ nghèo tại mục I", first),
                ("b", "Số hộ nghèo tại mục II", second),
                ("tong", "", "!10000 hộ"),
                ("r", "tỷ lệ hộ nghèo", rate),
            ],
            &["r = share tong a", "r = share tong b"],
        )
    };
    let not_stated = table(
        &[("a", "Số hộ thoát nghèo", "? hộ"), ("b", "Mục I", "10 hộ"), ("c", "Mục II", "20 hộ")],
        &["b = same a", "c = same a"],
    );
    vec![
        finding(
            &rounded("1035 hộ", "1044 hộ", "10.4 %"),
            code,
            "Xét riêng từng nội dung thì được, nhưng các nội dung này không thể cùng đúng: (a) Khớp sau làm tròn: \
             1.035/10.000 = 10,35%, làm tròn một chữ số thập phân là 10,4%; (b) Khớp sau làm tròn: 1.044/10.000 = \
             10,44%, làm tròn một chữ số thập phân là 10,4%. Chưa xác định được số cần sửa: đã tìm được 2 phương án \
             sửa một số đều làm số liệu khớp: “Số hộ nghèo tại mục I” 1.035 hộ → 1.044 hộ; “Số hộ nghèo tại mục II” \
             1.044 hộ → 1.035 hộ. Để xác định, cần thêm: số gốc của “Số hộ nghèo tại mục I”. Các phương án này đúng \
             nếu chỉ có một số ghi chưa đúng.",
            "One by one these statements can hold, together they cannot: (a) Agrees by rounding: 1,035/10,000 = 10.35% \
             rounds to 10.4%; (b) Agrees by rounding: 1,044/10,000 = 10.44% rounds to 10.4%. Which figure to correct \
             is not settled: two one-figure corrections were found, each making all agree: “Số hộ nghèo tại mục I” \
             1,035 households → 1,044 households; “Số hộ nghèo tại mục II” 1,044 households → 1,035 households. \
             Settled by: the source of “Số hộ nghèo tại mục I”. They hold if only one figure is wrong.",
        ),
        // what two places repeat is not stated
        finding(
            &not_stated,
            code,
            "Xét riêng từng nội dung thì được, nhưng các nội dung này không thể cùng đúng: (a) Chưa kiểm tra được: báo \
             cáo ghi 10 hộ nhưng không nêu “Số hộ thoát nghèo”. Tính từ các số khác thì “Số hộ thoát nghèo” là 10 hộ; \
             (b) Chưa kiểm tra được: báo cáo ghi 20 hộ nhưng không nêu “Số hộ thoát nghèo”. Tính từ các số khác thì \
             “Số hộ thoát nghèo” là 20 hộ. Chưa xác định được số cần sửa: đã tìm được 2 phương án sửa một số đều làm \
             số liệu khớp: “Mục I” 10 hộ → 20 hộ; “Mục II” 20 hộ → 10 hộ. Để xác định, cần thêm: số gốc của “Mục I”. \
             Các phương án này đúng nếu chỉ có một số ghi chưa đúng.",
            "One by one these statements can hold, together they cannot: (a) Not checkable: 10 households stated, “Số \
             hộ thoát nghèo” not stated. By the other figures “Số hộ thoát nghèo” is 10 households; (b) Not checkable: \
             20 households stated, “Số hộ thoát nghèo” not stated. By the other figures “Số hộ thoát nghèo” is 20 \
             households. Which figure to correct is not settled: two one-figure corrections were found, each making \
             all agree: “Mục I” 10 households → 20 households; “Mục II” 20 households → 10 households. Settled by: the \
             source of “Mục I”. They hold if only one figure is wrong.",
        ),
        // nothing can be changed
        finding(
            &rounded("!1035 hộ", "!1044 hộ", "!10.4 %"),
            code,
            "Xét riêng từng nội dung thì được, nhưng các nội dung này không thể cùng đúng: (a) Khớp sau làm tròn: \
             1.035/10.000 = 10,35%, làm tròn một chữ số thập phân là 10,4%; (b) Khớp sau làm tròn: 1.044/10.000 = \
             10,44%, làm tròn một chữ số thập phân là 10,4%. Không có số nào thay vào mà các nội dung này cùng khớp. \
             Đề nghị rà soát lại quan hệ giữa các số.",
            "One by one these statements can hold, together they cannot: (a) Agrees by rounding: 1,035/10,000 = 10.35% \
             rounds to 10.4%; (b) Agrees by rounding: 1,044/10,000 = 10.44% rounds to 10.4%. No figures put in their \
             place would make these statements agree. Please review how the figures hang together.",
        ),
    ]
}

/// The corrections of the first finding, as a list has them.
pub(crate) fn corrections() -> Vec<Said> {
    let correction = |table: &CheckTable, index: usize, vietnamese, english| {
        let check = table.check();
        let found = check.findings().next().unwrap();
        let correction = &found.detail.corrections()[index];
        both(|language| language.correction(correction, table), vietnamese, english)
    };
    let share = |part, result| {
        let figures = [("ngheo", "Hộ nghèo", part), ("tong", "Tổng số hộ", "2552 hộ"), ("r", "tỷ lệ", result)];
        table(&figures, &["r = share tong ngheo"])
    };
    vec![
        correction(
            &poor(),
            0,
            "“Số hộ người có công thuộc hộ nghèo” 02 hộ → 03 hộ",
            "“Số hộ người có công thuộc hộ nghèo” 02 households → 03 households",
        ),
        correction(
            &share("02 hộ", "12 %"),
            0,
            "“Hộ nghèo” 02 hộ → 302 hộ (từ 294 đến 318)",
            "“Hộ nghèo” 02 households → 302 households (294 to 318)",
        ),
        correction(&share("02 hộ", "12 %"), 1, "“tỷ lệ” 12% → 0%", "“tỷ lệ” 12% → 0%"),
        correction(
            &family(),
            0,
            "“Nam” 10.000 người → 20.000 người, “Nữ” 20.000 người → 80.000 người",
            "“Nam” 10,000 persons → 20,000 persons, “Nữ” 20,000 persons → 80,000 persons",
        ),
        correction(
            &family(),
            6,
            "“Nam” 10.000 người → 20.000 người (từ 20.000 đến 70.000), “Nữ” 20.000 người → 30.000 người (từ 30.000 \
             đến 80.000)",
            "“Nam” 10,000 persons → 20,000 persons (20,000 to 70,000), “Nữ” 20,000 persons → 30,000 persons (30,000 \
             to 80,000)",
        ),
    ]
}
