//! Whether a statement agrees, and what it cannot see.

use crate::check_build::{Line, both, statement, table};
use crate::grades::Said;

/// The households of the 2021 report, as far as statements are made of them here.
const HOUSEHOLDS: [Line; 4] =
    [("92", "", "92 hộ"), ("107", "", "107 hộ"), ("2445", "", "2445 hộ"), ("2552", "", "2552 hộ")];

pub(crate) fn of_households(
    result: &'static str,
    formula: &str,
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    let figures: Vec<Line> = HOUSEHOLDS.into_iter().chain([("r", "", result)]).collect();
    statement(&figures, &[&format!("r = {formula}")], vietnamese, english)
}

/// A statement of two figures.
pub(crate) fn of_two(
    [one, other, result]: [&'static str; 3],
    formula: &str,
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    let figures = [("a", "", one), ("b", "", other), ("r", "", result)];
    statement(&figures, &[&format!("r = {formula}")], vietnamese, english)
}

pub(crate) fn agreements() -> Vec<Said> {
    vec![
        of_two(
            ["3088 người", "2000 người", "154.4 %"],
            "completion a b",
            "Khớp: 3.088/2.000 = 154,4%, bằng số nêu trong báo cáo.",
            "Agrees exactly: 3,088/2,000 = 154.4%, as stated.",
        ),
        of_households(
            "85.98 %",
            "completion 92 107",
            "Khớp sau làm tròn: 92/107 = 85,981…%, làm tròn hai chữ số thập phân là 85,98%.",
            "Agrees by rounding: 92/107 = 85.981…% rounds to 85.98%.",
        ),
        of_two(
            ["5 lớp", "8 lớp", "63 %"],
            "share b a",
            "Khớp sau làm tròn: 5/8 = 62,5%, làm tròn đến hàng đơn vị là 63%.",
            "Agrees by rounding: 5/8 = 62.5% rounds to 63%.",
        ),
        of_two(
            ["02 xã", "03 xã", "66.66 %"],
            "share b a",
            "Bỏ phần lẻ thay vì làm tròn: 02/03 = 66,666…%, làm tròn là 66,67%, báo cáo ghi 66,66%. Đề nghị ghi \
             66,67%.",
            "Cut instead of rounded: 02/03 = 66.666…% rounds to 66.67%, stated 66.66%. Please write 66.67%.",
        ),
        of_households(
            "95.80 %",
            "share 2552 2445",
            "Thêm chữ số 0 sau số đã làm tròn: 2.445/2.552 = 95,807…%, làm tròn hai chữ số thập phân là 95,81%, báo \
             cáo ghi 95,80%. Đề nghị ghi 95,8% hoặc 95,81%.",
            "Padded: 2,445/2,552 = 95.807…% at two decimals is 95.81%, stated 95.80%. Please write 95.8% or 95.81%.",
        ),
        of_households(
            "95.800 %",
            "share 2552 2445",
            "Thêm chữ số 0 sau số đã làm tròn: 2.445/2.552 = 95,8072…%, làm tròn ba chữ số thập phân là 95,807%, báo \
             cáo ghi 95,800%. Đề nghị ghi 95,8% hoặc 95,807%.",
            "Padded: 2,445/2,552 = 95.8072…% at three decimals is 95.807%, stated 95.800%. Please write 95.8% or \
             95.807%.",
        ),
        of_two(
            ["02 hộ", "2552 hộ", "0.12 %"],
            "share b a",
            "Chưa khớp: 02/2.552 = 0,078…%, làm tròn là 0,08%, báo cáo ghi 0,12% (chênh lệch 0,04 điểm phần trăm). \
             Đề nghị rà soát.",
            "Does not agree: 02/2,552 = 0.078…% rounds to 0.08%, stated 0.12% (0.04 percentage points apart). Please \
             review.",
        ),
        // no rounding to speak of
        statement(
            &[("ngheo", "", "02 hộ"), ("can-ngheo", "", "12 hộ"), ("muc-tieu", "", "107 hộ"), ("r", "", "92 hộ")],
            &["r = remainder muc-tieu ngheo can-ngheo"],
            "Chưa khớp: 107 - 02 - 12 = 93 hộ, báo cáo ghi 92 hộ (chênh lệch 1 hộ). Đề nghị rà soát.",
            "Does not agree: 107 - 02 - 12 = 93 households, stated 92 households (1 household apart). Please review.",
        ),
        // shares moved so that they add up to 100
        statement(
            &[
                ("tong", "", "3 xã"),
                ("a", "", "1 xã"),
                ("b", "", "1 xã"),
                ("c", "", "1 xã"),
                ("x", "", "33.3 %"),
                ("y", "", "33.3 %"),
                ("z", "", "33.4 %"),
            ],
            &["x = share tong a", "y = share tong b", "z = share tong c"],
            "Điều chỉnh để cộng đủ 100%: 1/3 = 33,33…%, làm tròn một chữ số thập phân là 33,3%, báo cáo ghi 33,4%.",
            "Moved so that shares add to 100%: 1/3 = 33.33…% rounds to 33.3%, stated 33.4%.",
        ),
    ]
}

/// Every other relation.
pub(crate) fn relations() -> Vec<Said> {
    vec![
        // 28 accidents, then 18
        of_two(
            ["28 vụ", "18 vụ", "10 vụ"],
            "difference a b",
            "Khớp: 28 - 18 = 10 vụ, bằng số nêu trong báo cáo.",
            "Agrees exactly: 28 - 18 = 10 cases, as stated.",
        ),
        of_two(
            ["28 vụ", "18 vụ", "-35.7 %"],
            "growth a b",
            "Khớp sau làm tròn: (18 - 28)/28 = giảm 35,71…%, làm tròn một chữ số thập phân là giảm 35,7%.",
            "Agrees by rounding: (18 - 28)/28 = down 35.71…% rounds to down 35.7%.",
        ),
        of_two(
            ["28 vụ", "18 vụ", "-36.7 %"],
            "growth a b",
            "Chưa khớp: (18 - 28)/28 = giảm 35,71…%, làm tròn là giảm 35,7%, báo cáo ghi giảm 36,7% (chênh lệch 1 \
             điểm phần trăm). Đề nghị rà soát.",
            "Does not agree: (18 - 28)/28 = down 35.71…% rounds to down 35.7%, stated down 36.7% (1 percentage point \
             apart). Please review.",
        ),
        of_two(
            ["28 vụ", "18 vụ", "35.7 %"],
            "growth a b",
            "Chưa khớp: (18 - 28)/28 = giảm 35,71…%, làm tròn là giảm 35,7%, báo cáo ghi tăng 35,7% (chênh lệch 71,4 \
             điểm phần trăm). Đề nghị rà soát.",
            "Does not agree: (18 - 28)/28 = down 35.71…% rounds to down 35.7%, stated up 35.7% (71.4 percentage \
             points apart). Please review.",
        ),
        of_two(
            ["28 vụ", "18 vụ", "64.3 %"],
            "index a b",
            "Khớp sau làm tròn: 18/28 = 64,28…%, làm tròn một chữ số thập phân là 64,3%.",
            "Agrees by rounding: 18/28 = 64.28…% rounds to 64.3%.",
        ),
        of_two(
            ["2000 người", "3088 người", "1.5 lần"],
            "multiple a b",
            "Khớp sau làm tròn: 3.088/2.000 = 1,54… lần, làm tròn một chữ số thập phân là 1,5 lần.",
            "Agrees by rounding: 3,088/2,000 = 1.54… times rounds to 1.5 times.",
        ),
        of_two(
            ["56.0 %", "57.2 %", "1.2 điểm phần trăm"],
            "points a b",
            "Khớp: 57,2 - 56,0 = tăng 1,2 điểm phần trăm, bằng số nêu trong báo cáo.",
            "Agrees exactly: 57.2 - 56.0 = up 1.2 percentage points, as stated.",
        ),
        of_two(
            ["57.2 %", "56.0 %", "-1.2 điểm phần trăm"],
            "points a b",
            "Khớp: 56,0 - 57,2 = giảm 1,2 điểm phần trăm, bằng số nêu trong báo cáo.",
            "Agrees exactly: 56.0 - 57.2 = down 1.2 percentage points, as stated.",
        ),
        of_two(
            ["18 người", "4 xã", "4.5"],
            "ratio a b",
            "Khớp: 18/4 = 4,5, bằng số nêu trong báo cáo.",
            "Agrees exactly: 18/4 = 4.5, as stated.",
        ),
        of_two(
            ["18 vụ", "781655 người", "2.3"],
            "rate 100000 a b",
            "Khớp sau làm tròn: 100.000 × 18/781.655 = 2,30…, làm tròn một chữ số thập phân là 2,3.",
            "Agrees by rounding: 100,000 × 18/781,655 = 2.30… rounds to 2.3.",
        ),
        of_two(
            ["18 vụ", "4 vụ", "45 vụ"],
            "balance 2*a 1*b 5",
            "Khớp: 2 × 18 + 4 + 5 = 45 vụ, bằng số nêu trong báo cáo.",
            "Agrees exactly: 2 × 18 + 4 + 5 = 45 cases, as stated.",
        ),
        of_two(
            ["0.7 tỷ đồng", "0.48 tỷ đồng", "1.2 tỷ đồng"],
            "sum a b",
            "Khớp sau làm tròn: 0,7 + 0,48 = 1,18 tỷ đồng, làm tròn một chữ số thập phân là 1,2 tỷ đồng.",
            "Agrees by rounding: 0.7 + 0.48 = 1.18 billion đồng rounds to 1.2 billion đồng.",
        ),
        of_two(
            ["2.5 ha", "3.25 ha", "5.75 ha"],
            "sum a b",
            "Khớp: 2,5 + 3,25 = 5,75 ha, bằng số nêu trong báo cáo.",
            "Agrees exactly: 2.5 + 3.25 = 5.75 ha, as stated.",
        ),
    ]
}

/// Numbers in millions whose total is in billions, and figures that were rounded too.
pub(crate) fn scales() -> Vec<Said> {
    vec![
        of_two(
            ["700 triệu đồng", "480 triệu đồng", "1.2 tỷ đồng"],
            "sum a b",
            "Khớp sau làm tròn: 700 triệu đồng + 480 triệu đồng = 1,18 tỷ đồng, làm tròn một chữ số thập phân là 1,2 \
             tỷ đồng.",
            "Agrees by rounding: 700 million đồng + 480 million đồng = 1.18 billion đồng rounds to 1.2 billion đồng.",
        ),
        of_two(
            ["700 triệu đồng", "480 triệu đồng", "1.5 tỷ đồng"],
            "sum a b",
            "Chưa khớp: 700 triệu đồng + 480 triệu đồng = 1,18 tỷ đồng, làm tròn là 1,2 tỷ đồng, báo cáo ghi 1,5 tỷ \
             đồng (chênh lệch 0,3 tỷ đồng). Đề nghị rà soát.",
            "Does not agree: 700 million đồng + 480 million đồng = 1.18 billion đồng rounds to 1.2 billion đồng, \
             stated 1.5 billion đồng (0.3 billion đồng apart). Please review.",
        ),
        of_two(
            ["33.3 %", "66.6 %", "100.0 %"],
            "sum a b",
            "Khớp trong phạm vi làm tròn của các số: 33,3 + 66,6 = 99,9%, báo cáo ghi 100,0%.",
            "Agrees within the rounding of the figures: 33.3 + 66.6 = 99.9%, stated 100.0%.",
        ),
        of_two(
            ["56.0 %", "57.2 %", "1.3 điểm phần trăm"],
            "points a b",
            "Khớp trong phạm vi làm tròn của các số: 57,2 - 56,0 = tăng 1,2 điểm phần trăm, báo cáo ghi tăng 1,3 điểm \
             phần trăm.",
            "Agrees within the rounding of the figures: 57.2 - 56.0 = up 1.2 percentage points, stated up 1.3 \
             percentage points.",
        ),
    ]
}

/// Figures that are said to be about so much, over or under so much, or from so much to so much.
pub(crate) fn bounds() -> Vec<Said> {
    let jobs = |total: &'static str, vietnamese, english| {
        let parts = [("trong", "", "~7000 người"), ("ngoai", "", "8000 người"), ("nuoc", "", "120..150 người")];
        let figures: Vec<Line> = parts.into_iter().chain([("tong", "", total)]).collect();
        statement(&figures, &["tong = sum trong ngoai nuoc"], vietnamese, english)
    };
    vec![
        jobs(
            ">=15000 người",
            "Khớp: khoảng 7.000 + 8.000 + từ 120 đến 150 là 15.120 - 15.150 người, phù hợp với từ 15.000 người trở \
             lên nêu trong báo cáo.",
            "Agrees: about 7,000 + 8,000 + 120 to 150 is 15,120 - 15,150 persons, consistent with the stated at least \
             15,000 persons.",
        ),
        jobs(
            ">16000 người",
            "Chưa khớp: khoảng 7.000 + 8.000 + từ 120 đến 150 = 15.120 - 15.150 người, báo cáo ghi trên 16.000 người \
             (chênh lệch từ 850 đến 880 người). Đề nghị rà soát.",
            "Does not agree: about 7,000 + 8,000 + 120 to 150 = 15,120 - 15,150 persons, stated over 16,000 persons \
             (850 to 880 persons apart). Please review.",
        ),
        jobs(
            "<=14000 người",
            "Chưa khớp: khoảng 7.000 + 8.000 + từ 120 đến 150 = 15.120 - 15.150 người, báo cáo ghi không quá 14.000 \
             người (chênh lệch từ 1.120 đến 1.150 người). Đề nghị rà soát.",
            "Does not agree: about 7,000 + 8,000 + 120 to 150 = 15,120 - 15,150 persons, stated at most 14,000 \
             persons (1,120 to 1,150 persons apart). Please review.",
        ),
        of_two(
            [">=3088 người", "2000 người", "1.2"],
            "ratio a b",
            "Chưa khớp: từ 3.088 trở lên/2.000 = từ 1,54… trở lên, báo cáo ghi 1,2 (chênh lệch từ 0,34… trở lên). Đề \
             nghị rà soát.",
            "Does not agree: at least 3,088/2,000 = at least 1.54…, stated 1.2 (at least 0.34… apart). Please review.",
        ),
        of_two(
            ["<3088 người", "2000 người", "1.6"],
            "ratio a b",
            "Chưa khớp: dưới 3.088/2.000 = 0 - 1,54…, báo cáo ghi 1,6 (chênh lệch từ 0,05… đến 1,6). Đề nghị rà soát.",
            "Does not agree: under 3,088/2,000 = 0 - 1.54…, stated 1.6 (0.05… to 1.6 apart). Please review.",
        ),
        of_two(
            [">=3088 người", "2000 người", "120 %"],
            "completion a b",
            "Chưa khớp: từ 3.088 trở lên/2.000 = từ 154,4% trở lên, báo cáo ghi 120% (chênh lệch từ 34,4 điểm phần \
             trăm trở lên). Đề nghị rà soát.",
            "Does not agree: at least 3,088/2,000 = at least 154.4%, stated 120% (at least 34.4 percentage points \
             apart). Please review.",
        ),
        of_two(
            [">=3088 người", "2000 người", "5000 người"],
            "sum a b",
            "Chưa khớp: từ 3.088 trở lên + 2.000 = từ 5.088 người trở lên, báo cáo ghi 5.000 người (chênh lệch từ 88 \
             người trở lên). Đề nghị rà soát.",
            "Does not agree: at least 3,088 + 2,000 = at least 5,088 persons, stated 5,000 persons (at least 88 \
             persons apart). Please review.",
        ),
        of_two(
            [">=3088 người", "2000 người", "6000 người"],
            "sum a b",
            "Khớp: từ 3.088 trở lên + 2.000 là từ 5.088 người trở lên, phù hợp với 6.000 người nêu trong báo cáo.",
            "Agrees: at least 3,088 + 2,000 is at least 5,088 persons, consistent with the stated 6,000 persons.",
        ),
    ]
}

/// What a statement that agrees cannot see.
pub(crate) fn powers() -> Vec<Said> {
    let figures = [("tong", "Tổng số hộ", "2552 hộ"), ("ngheo", "Hộ nghèo", "18 hộ"), ("r", "", "0.7 %")];
    let table = table(&figures, &["r = share tong ngheo"]);
    let check = table.check();
    vec![both(
        |language| language.power(&check.statements()[0], &check),
        "Nội dung này không phát hiện được chênh lệch một đơn vị ở “Hộ nghèo”, “Tổng số hộ”.",
        "This statement would not show a difference of one unit in “Hộ nghèo” and “Tổng số hộ”.",
    )]
}

#[test]
fn a_statement_that_sees_every_unit_says_nothing_of_it() {
    let figures = [("a", "", "18 hộ"), ("b", "", "89 hộ"), ("r", "", "107 hộ")];
    let table = table(&figures, &["r = sum a b"]);
    let check = table.check();
    let said = both(|language| language.power(&check.statements()[0], &check), "", "");
    assert_eq!(said.said, said.expected);
}
