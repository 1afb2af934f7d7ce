//! Statements that could not be checked, and changes of rates with two readings.

use thuocdo::check::{CheckTable, FindingCode};

use crate::check_build::{Line, finding, in_vietnamese, in_year, statement, table};
use crate::grades::Said;

fn of_two(
    figures: [(&'static str, &'static str); 3],
    formula: &str,
    vietnamese: &'static str,
    english: &'static str,
) -> Said {
    let [one, other, result] = figures;
    let figures = [("a", one.0, one.1), ("b", other.0, other.1), ("r", result.0, result.1)];
    statement(&figures, &[&format!("r = {formula}")], vietnamese, english)
}

pub(crate) fn not_stated() -> Vec<Said> {
    let done = ("Số người được tuyển sinh", "11370 người");
    let plan = ("Số người được tuyển sinh theo kế hoạch", "? người");
    vec![
        of_two(
            [done, plan, ("", "60 %")],
            "completion a b",
            "Chưa kiểm tra được: báo cáo ghi đạt 60% so với kế hoạch nhưng không nêu số kế hoạch. Nếu 60% là số đã \
             làm tròn đến hàng đơn vị thì số kế hoạch trong khoảng 18.794 - 19.109 người.",
            "Not checkable: 60% of plan stated, plan not stated. If 60% is rounded to a whole number, the plan is \
             between 18,794 and 19,109 persons.",
        ),
        of_two(
            [("Số người được tuyển sinh", "? người"), ("", "2000 người"), ("", "60 %")],
            "completion a b",
            "Chưa kiểm tra được: báo cáo ghi 60% nhưng không nêu “Số người được tuyển sinh”. Nếu 60% là số đã làm \
             tròn đến hàng đơn vị thì “Số người được tuyển sinh” trong khoảng 1.190 - 1.209 người.",
            "Not checkable: 60% stated, “Số người được tuyển sinh” not stated. If 60% is rounded to a whole number, \
             “Số người được tuyển sinh” is between 1,190 and 1,209 persons.",
        ),
        of_two(
            [("Số hộ được hỗ trợ", "? hộ"), ("Kế hoạch", "? hộ"), ("", "85.98 %")],
            "completion a b",
            "Chưa kiểm tra được: báo cáo ghi đạt 85,98% so với kế hoạch nhưng không nêu “Số hộ được hỗ trợ” và “Kế \
             hoạch”.",
            "Not checkable: 85.98% stated, “Số hộ được hỗ trợ” and “Kế hoạch” not stated.",
        ),
        of_two(
            [("Hộ nghèo", "? hộ"), ("Hộ cận nghèo", "? hộ"), ("", "107 hộ")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo ghi 107 hộ nhưng không nêu “Hộ nghèo” và “Hộ cận nghèo”.",
            "Not checkable: 107 households stated, “Hộ nghèo” and “Hộ cận nghèo” not stated.",
        ),
        of_two(
            [("Số người năm 2020", "? người"), ("", "1800 người"), ("", "-35.7 %")],
            "growth a b",
            "Chưa kiểm tra được: báo cáo ghi giảm 35,7% nhưng không nêu “Số người năm 2020”. Nếu giảm 35,7% là số đã \
             làm tròn một chữ số thập phân thì “Số người năm 2020” trong khoảng 2.798 - 2.801 người.",
            "Not checkable: down 35.7% stated, “Số người năm 2020” not stated. If down 35.7% is rounded to one \
             decimal, “Số người năm 2020” is between 2,798 and 2,801 persons.",
        ),
        of_two(
            [("Tổng số hộ", "? hộ"), ("", "920000 hộ"), ("", "85.981 %")],
            "share a b",
            "Chưa kiểm tra được: báo cáo ghi 85,981% nhưng không nêu “Tổng số hộ”. Nếu 85,981% là số đã làm tròn ba \
             chữ số thập phân thì “Tổng số hộ” trong khoảng 1.069.998 - 1.070.010 hộ.",
            "Not checkable: 85.981% stated, “Tổng số hộ” not stated. If 85.981% is rounded to three decimals, “Tổng số \
             hộ” is between 1,069,998 and 1,070,010 households.",
        ),
        // over 60 % says nothing of how much the plan can be at most
        of_two(
            [done, plan, ("", "<60 %")],
            "completion a b",
            "Chưa kiểm tra được: báo cáo ghi đạt dưới 60% so với kế hoạch nhưng không nêu số kế hoạch.",
            "Not checkable: under 60% of plan stated, plan not stated.",
        ),
        // the result is not stated
        of_two(
            [("", "18 hộ"), ("", "89 hộ"), ("Số hộ có mức sống dưới trung bình", "? hộ")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo không nêu “Số hộ có mức sống dưới trung bình”; tính từ các số khác là 107 hộ.",
            "Not checkable: “Số hộ có mức sống dưới trung bình” not stated; the other figures give 107 households.",
        ),
        of_two(
            [("", "~7000 người"), ("", "120..150 người"), ("Tổng số", "? người")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo không nêu “Tổng số”; tính từ các số khác là 7.120 - 7.150 người.",
            "Not checkable: “Tổng số” not stated; the other figures give 7,120 - 7,150 persons.",
        ),
        of_two(
            [("Hộ nghèo", "? hộ"), ("", "89 hộ"), ("Tổng số hộ", "? hộ")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo không nêu “Tổng số hộ” và “Hộ nghèo”.",
            "Not checkable: “Tổng số hộ” and “Hộ nghèo” not stated.",
        ),
        // nothing is rounded
        of_two(
            [("Hộ nghèo", "? hộ"), ("", "89 hộ"), ("", "107 hộ")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo ghi 107 hộ nhưng không nêu “Hộ nghèo”. Tính từ các số khác thì “Hộ nghèo” là \
             18 hộ.",
            "Not checkable: 107 households stated, “Hộ nghèo” not stated. By the other figures “Hộ nghèo” is 18 \
             households.",
        ),
        of_two(
            [("Vốn sự nghiệp", "? triệu đồng"), ("", "0.48 tỷ đồng"), ("", "1.2 tỷ đồng")],
            "sum a b",
            "Chưa kiểm tra được: báo cáo ghi 1,2 tỷ đồng nhưng không nêu “Vốn sự nghiệp”. Tính từ các số khác thì “Vốn \
             sự nghiệp” trong khoảng 665 - 775 triệu đồng.",
            "Not checkable: 1.2 billion đồng stated, “Vốn sự nghiệp” not stated. By the other figures “Vốn sự nghiệp” \
             is between 665 and 775 million đồng.",
        ),
    ]
}

pub(crate) fn no_rates() -> Vec<Said> {
    let large = "999999999999999999 đồng";
    vec![
        of_two(
            [("Số vụ năm 2020", "0 vụ"), ("", "18 vụ"), ("", "100 %")],
            "growth a b",
            "Không tính tỷ lệ: mẫu số (Số vụ năm 2020) bằng 0. Đề nghị nêu số tuyệt đối.",
            "No rate: the denominator (Số vụ năm 2020) is 0. Please give absolute figures.",
        ),
        of_two(
            [("Lợi nhuận năm 2020", "-5 tỷ đồng"), ("", "2 tỷ đồng"), ("", "140 %")],
            "growth a b",
            "Không tính tỷ lệ: mẫu số (Lợi nhuận năm 2020) nhỏ hơn 0. Đề nghị nêu số tuyệt đối.",
            "No rate: the denominator (Lợi nhuận năm 2020) is below 0. Please give absolute figures.",
        ),
        of_two(
            [("", large), ("", "0.000001 đồng"), ("", "1")],
            "rate 999999999999 a b",
            "Không tính: số liệu vượt quá 18 chữ số. Đề nghị kiểm tra lại.",
            "Not computed: more than 18 digits. Please check.",
        ),
    ]
}

/// Trained workers, 57.2 % of all, up 1.2 % on 2020.
fn trained(from: &'static str, to: &'static str, change: &'static str, formula: &str) -> CheckTable {
    let figures: [Line; 3] = [
        ("2020", "Tỷ lệ lao động qua đào tạo", from),
        ("2021", "Tỷ lệ lao động qua đào tạo", to),
        ("tang", "mức tăng của tỷ lệ lao động qua đào tạo @ mục II.3", change),
    ];
    table(&figures, &[&format!("tang = {formula} 2020 2021")])
}

pub(crate) fn two_readings() -> Vec<Said> {
    let of = |table, vietnamese, english| finding(&table, FindingCode::PointsOrPercent, vietnamese, english);
    let with_year = |from, to, change, vietnamese, english| {
        of(in_year(trained(from, to, change, "growth"), "2020", 2020), vietnamese, english)
    };
    vec![
        with_year(
            "? %",
            "57.2 %",
            "1.2 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57,2%, tăng 1,2% so với năm 2020” có hai cách \
             hiểu: tăng 1,2 điểm phần trăm (năm 2020 là 56,0%) hoặc tốc độ tăng 1,2% (năm 2020 khoảng 56,5%). Đề \
             nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”.",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57.2%, up 1.2% on 2020” has two readings: up 1.2 \
             percentage points (2020: 56.0%) or growth of 1.2% (2020: about 56.5%). Please state which; for two rates \
             use points.",
        ),
        // the base is stated too, and fits one reading or both
        with_year(
            "56.0 %",
            "57.2 %",
            "1.2 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57,2%, tăng 1,2% so với năm 2020” có hai cách \
             hiểu: tăng 1,2 điểm phần trăm (năm 2020 là 56,0%) hoặc tốc độ tăng 1,2% (năm 2020 khoảng 56,5%). Số \
             liệu kỳ gốc nêu trong báo cáo khớp với cách hiểu thứ nhất. Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì \
             dùng “điểm phần trăm”.",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57.2%, up 1.2% on 2020” has two readings: up 1.2 \
             percentage points (2020: 56.0%) or growth of 1.2% (2020: about 56.5%). The base as stated fits the first. \
             Please state which; for two rates use points.",
        ),
        with_year(
            "99.9 %",
            "101.1 %",
            "1.2 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “101,1%, tăng 1,2% so với năm 2020” có hai cách \
             hiểu: tăng 1,2 điểm phần trăm (năm 2020 là 99,9%) hoặc tốc độ tăng 1,2% (năm 2020 khoảng 99,9%). Số \
             liệu kỳ gốc nêu trong báo cáo khớp với cả hai. Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm \
             phần trăm”.",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “101.1%, up 1.2% on 2020” has two readings: up 1.2 \
             percentage points (2020: 99.9%) or growth of 1.2% (2020: about 99.9%). The base as stated fits both. \
             Please state which; for two rates use points.",
        ),
        // the later rate is not stated
        with_year(
            "56.0 %",
            "? %",
            "1.2 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “tăng 1,2% so với năm 2020” có hai cách hiểu: \
             tăng 1,2 điểm phần trăm hoặc tốc độ tăng 1,2%. Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm \
             phần trăm”.",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “up 1.2% on 2020” has two readings: up 1.2 \
             percentage points or growth of 1.2%. Please state which; for two rates use points.",
        ),
        in_vietnamese(with_year(
            "? %",
            "4.25 %",
            "-0.75 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “4,25%, giảm 0,75% so với năm 2020” có hai cách \
             hiểu: giảm 0,75 điểm phần trăm (năm 2020 là 5,00%) hoặc tốc độ giảm 0,75% (năm 2020 khoảng 4,28%). Đề \
             nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”.",
            "",
        )),
        in_vietnamese(with_year(
            "? %",
            "57.2 %",
            "~1.2 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57,2%, tăng khoảng 1,2% so với năm 2020” có hai \
             cách hiểu: tăng khoảng 1,2 điểm phần trăm (năm 2020 là 56,0%) hoặc tốc độ tăng khoảng 1,2% (năm 2020 \
             khoảng 56,5%). Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”.",
            "",
        )),
        // nothing is left of it
        in_vietnamese(with_year(
            "? %",
            "0 %",
            "-100 %",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “0%, giảm 100% so với năm 2020” có hai cách hiểu: \
             giảm 100 điểm phần trăm (năm 2020 là 100%) hoặc tốc độ giảm 100%. Đề nghị ghi rõ; nếu so sánh hai tỷ lệ \
             thì dùng “điểm phần trăm”.",
            "",
        )),
        // no year is named, and the report speaks of points in "%"
        of(
            trained("? %", "57.2 %", "1.2 %", "points"),
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57,2%, tăng 1,2% so với kỳ gốc” có hai cách \
             hiểu: tăng 1,2 điểm phần trăm (kỳ gốc là 56,0%) hoặc tốc độ tăng 1,2% (kỳ gốc khoảng 56,5%). Đề nghị \
             ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”.",
            "“mức tăng của tỷ lệ lao động qua đào tạo” (mục II.3): “57.2%, up 1.2% on the baseline” has two readings: \
             up 1.2 percentage points (the baseline: 56.0%) or growth of 1.2% (the baseline: about 56.5%). Please \
             state which; for two rates use points.",
        ),
    ]
}

/// What a person reads of one statement: of what, where, and how much.
pub(crate) fn findings() -> Vec<Said> {
    let place = "hộ người có công thuộc hộ nghèo @ mục II.1";
    let share = |number, part, whole, result| {
        table(&[("a", "", part), ("b", "Tổng số hộ", whole), ("r", result, number)], &["r = share b a"])
    };
    let shares = table(
        &[
            ("tong", "", "3 xã"),
            ("a", "", "1 xã"),
            ("b", "", "1 xã"),
            ("c", "", "1 xã"),
            ("x", "", "33.3 %"),
            ("y", "", "33.3 %"),
            ("z", "xã loại III", "33.4 %"),
        ],
        &["x = share tong a", "y = share tong b", "z = share tong c"],
    );
    let plan = table(
        &[
            ("a", "Số người được tuyển sinh", "11370 người"),
            ("b", "Số kế hoạch", "? người"),
            ("r", "tuyển sinh so với kế hoạch @ mục II.3", "60 %"),
        ],
        &["r = completion a b"],
    );
    let large = table(
        &[("a", "", "999999999999999999 đồng"), ("b", "", "0.000001 đồng"), ("r", "suất đầu tư", "1")],
        &["r = rate 999999999999 a b"],
    );
    vec![
        finding(
            &share("66.66 %", "02 hộ", "03 hộ", place),
            FindingCode::Cut,
            "“hộ người có công thuộc hộ nghèo” (mục II.1): Bỏ phần lẻ thay vì làm tròn: 02/03 = 66,666…%, làm tròn \
             là 66,67%, báo cáo ghi 66,66%. Đề nghị ghi 66,67%.",
            "“hộ người có công thuộc hộ nghèo” (mục II.1): Cut instead of rounded: 02/03 = 66.666…% rounds to \
             66.67%, stated 66.66%. Please write 66.67%.",
        ),
        finding(
            &share("95.80 %", "2445 hộ", "2552 hộ", "hộ có mức sống trung bình"),
            FindingCode::Padded,
            "“hộ có mức sống trung bình”: Thêm chữ số 0 sau số đã làm tròn: 2.445/2.552 = 95,807…%, làm tròn hai chữ \
             số thập phân là 95,81%, báo cáo ghi 95,80%. Đề nghị ghi 95,8% hoặc 95,81%.",
            "“hộ có mức sống trung bình”: Padded: 2,445/2,552 = 95.807…% at two decimals is 95.81%, stated 95.80%. \
             Please write 95.8% or 95.81%.",
        ),
        finding(
            &shares,
            FindingCode::Nudged,
            "“xã loại III”: Điều chỉnh để cộng đủ 100%: 1/3 = 33,33…%, làm tròn một chữ số thập phân là 33,3%, báo \
             cáo ghi 33,4%.",
            "“xã loại III”: Moved so that shares add to 100%: 1/3 = 33.33…% rounds to 33.3%, stated 33.4%.",
        ),
        finding(
            &plan,
            FindingCode::NotStated,
            "“tuyển sinh so với kế hoạch” (mục II.3): Chưa kiểm tra được: báo cáo ghi đạt 60% so với kế hoạch nhưng \
             không nêu số kế hoạch. Nếu 60% là số đã làm tròn đến hàng đơn vị thì số kế hoạch trong khoảng 18.794 - \
             19.109 người.",
            "“tuyển sinh so với kế hoạch” (mục II.3): Not checkable: 60% of plan stated, plan not stated. If 60% is \
             rounded to a whole number, the plan is between 18,794 and 19,109 persons.",
        ),
        finding(
            &share("0 %", "0 hộ", "0 hộ", place),
            FindingCode::NoRate,
            "“hộ người có công thuộc hộ nghèo” (mục II.1): Không tính tỷ lệ: mẫu số (Tổng số hộ) bằng 0. Đề nghị nêu \
             số tuyệt đối.",
            "“hộ người có công thuộc hộ nghèo” (mục II.1): No rate: the denominator (Tổng số hộ) is 0. Please give \
             absolute figures.",
        ),
        finding(
            &large,
            FindingCode::TooLarge,
            "“suất đầu tư”: Không tính: số liệu vượt quá 18 chữ số. Đề nghị kiểm tra lại.",
            "“suất đầu tư”: Not computed: more than 18 digits. Please check.",
        ),
        // of 107 there is no 85.90 %
        finding(
            &share("85.90 %", "? hộ", "107 hộ", place),
            FindingCode::ImpossibleShare,
            "“hộ người có công thuộc hộ nghèo” (mục II.1): Không có số nguyên nào trong 107 hộ cho tỷ lệ 85,90%; tỷ lệ \
             gần nhất có thể có là 85,05% và 85,98%. Đề nghị rà soát.",
            "“hộ người có công thuộc hộ nghèo” (mục II.1): No whole number out of 107 households gives 85.90%; the \
             nearest possible shares are 85.05% and 85.98%. Please review.",
        ),
    ]
}
