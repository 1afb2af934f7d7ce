//! Every sentence on the report of the examples: what is found in it, notes included.

use thuocdo::check::ReportCheck;
use thuocdo::report::Report;

use crate::check_build::both;
use crate::grades::Said;

pub(crate) fn of_the_report() -> Vec<Said> {
    let report: Report = serde_json::from_str(include_str!("../../examples/data/lang-son-2021.json")).unwrap();
    let check = ReportCheck::of(&report).unwrap();
    let findings: Vec<_> = check.findings().collect();
    let expected = [
        (
            "Có 03 nội dung chưa khớp về “Số hộ người có công đang hưởng trợ cấp hàng tháng: Hộ nghèo” (mục II.1): (a) \
             107 - 02 - 12 = 93 hộ, báo cáo ghi 92 hộ; (b) 02/2.552 = 0,08%, báo cáo ghi 0,12%; (c) 02 + 12 + 2.537 = \
             2.551 hộ, báo cáo ghi 2.552 hộ. Căn cứ suy ra: lấy tổng số 2.552 hộ tại chú thích 2 (tháng 3/2021); báo \
             cáo không nêu lại tổng số tại thời điểm 15/11/2021. Nếu chỉ có một số ghi chưa đúng thì chỉ có một phương \
             án sửa: 02 hộ → 03 hộ. Khi đó cả 13 nội dung đối chiếu đều khớp. Đề nghị kiểm tra số gốc trước khi sửa.",
            "Three statements on “Số hộ người có công đang hưởng trợ cấp hàng tháng: Hộ nghèo” (mục II.1) do not \
             agree: (a) 107 - 02 - 12 = 93 households, stated 92 households; (b) 02/2,552 = 0.08%, stated 0.12%; (c) \
             02 + 12 + 2,537 = 2,551 households, stated 2,552 households. Inferred: lấy tổng số 2.552 hộ tại chú \
             thích 2 (tháng 3/2021); báo cáo không nêu lại tổng số tại thời điểm 15/11/2021. If only one figure is \
             wrong, only one correction exists: 02 households → 03 households. All 13 statements then agree. Please \
             check the source before changing it.",
        ),
        (
            "“tuyển sinh và đào tạo so với kế hoạch” (mục II.3): Chưa kiểm tra được: báo cáo ghi đạt 60% so với kế \
             hoạch nhưng không nêu số kế hoạch. Nếu 60% là số đã làm tròn đến hàng đơn vị thì số kế hoạch trong \
             khoảng 18.794 - 19.109 người.",
            "“tuyển sinh và đào tạo so với kế hoạch” (mục II.3): Not checkable: 60% of plan stated, plan not stated. \
             If 60% is rounded to a whole number, the plan is between 18,794 and 19,109 persons.",
        ),
        (
            "“tỷ lệ lao động qua đào tạo tăng so với năm 2020” (mục II.3): “57,2%, tăng 1,2% so với năm 2020” có hai \
             cách hiểu: tăng 1,2 điểm phần trăm (năm 2020 là 56,0%) hoặc tốc độ tăng 1,2% (năm 2020 khoảng 56,5%). \
             Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”.",
            "“tỷ lệ lao động qua đào tạo tăng so với năm 2020” (mục II.3): “57.2%, up 1.2% on 2020” has two readings: \
             up 1.2 percentage points (2020: 56.0%) or growth of 1.2% (2020: about 56.5%). Please state which; for two \
             rates use points.",
        ),
        (
            "“Số người được tạo việc làm mới” chưa khớp: báo cáo nêu trên 16.000 người; tính từ các số thành phần là \
             15.120 - 15.150 người (khoảng 7.000 + 8.000 + từ 120 đến 150), thấp hơn mức 16.000 từ 850 đến 880 người. \
             Các phương án sửa một số gồm: “Số người được tạo việc làm mới” trên 16.000 người → trên 15.000 người \
             (không quá 15.149); “Số người được tạo việc làm mới: Ngoài tỉnh” 8.000 người → 9.000 người (từ 8.851 trở \
             lên); “Số người được tạo việc làm mới: Trong tỉnh” khoảng 7.000 người → khoảng 8.000 người (từ 7.851 trở \
             lên). Không loại trừ phải sửa từ hai số trở lên. Chưa đủ căn cứ để chọn; đề nghị đối chiếu với kế hoạch.",
            "“Số người được tạo việc làm mới”: over 16,000 persons stated; the parts give 15,120 - 15,150 persons \
             (about 7,000 + 8,000 + 120 to 150), 850 to 880 persons below 16,000. One-figure corrections include: “Số \
             người được tạo việc làm mới” over 16,000 persons → over 15,000 persons (at most 15,149); “Số người được \
             tạo việc làm mới: Ngoài tỉnh” 8,000 persons → 9,000 persons (at least 8,851); “Số người được tạo việc làm \
             mới: Trong tỉnh” about 7,000 persons → about 8,000 persons (at least 7,851). That two or more figures are \
             wrong is not excluded. Nothing decides between them; please compare with the plan.",
        ),
        (
            "Quyết định số 382a/QĐ-UBND ngày 24/01/2021 (mục I): ngày này là Chủ nhật.",
            "Decision 382a/QĐ-UBND of 24 Jan 2021 (mục I): that day is a Sunday.",
        ),
        (
            "Kế hoạch số 29/KH-SLĐTBXH được ghi hai ngày: 09/02/2021 (chú thích 1) và 09/3/2021 (mục II.2). Thứ tự \
             số văn bản không loại trừ ngày nào. Đề nghị kiểm tra bản gốc.",
            "Plan 29/KH-SLĐTBXH carries two dates, 9 Feb 2021 (chú thích 1) and 9 Mar 2021 (mục II.2); number order \
             excludes neither. Please check the original.",
        ),
        (
            "Công văn số 666/SLĐTBXH-LĐVLBHXH ngày 07/7/2021 (chú thích 8) không theo thứ tự số với Công văn số \
             745/SLĐTBXH-LĐVLBHXH ngày 18/5/2021 và Công văn số 812/SLĐTBXH-LĐVLBHXH ngày 27/5/2021; theo thứ tự số \
             thì ngày ban hành phải từ 22/4/2021 đến 18/5/2021. Nếu chỉ ghi khác tháng thì là 07/5/2021. Đề nghị kiểm \
             tra bản gốc.",
            "Letter 666/SLĐTBXH-LĐVLBHXH of 7 Jul 2021 (chú thích 8) is out of order with letter \
             745/SLĐTBXH-LĐVLBHXH of 18 May 2021 and letter 812/SLĐTBXH-LĐVLBHXH of 27 May 2021; by its number its \
             date is between 22 Apr 2021 and 18 May 2021. If only the month differs, it is 7 May 2021. Please check \
             the original.",
        ),
        ("Báo cáo chưa ghi số và ngày ban hành (dự thảo).", "The report's own number and date are left blank (draft)."),
        (
            "Ngày chốt số liệu 15/11/2021 không phải ngày cuối tháng, cũng không phải ngày 14 theo Nghị định \
             09/2019/NĐ-CP.",
            "The cut-off of 15 Nov 2021 is neither the last day of a month nor the 14th as in Decree 09/2019/NĐ-CP.",
        ),
    ];
    assert_eq!(findings.len(), expected.len());
    let rows = findings.iter().zip(expected);
    rows.map(|(found, (vietnamese, english))| {
        both(|language| language.finding(found, check.table()), vietnamese, english)
    })
    .collect()
}
