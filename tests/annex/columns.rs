//! Any set of columns gives a table whose numbers and formulas are those of the columns that are there.

use thuocdo::text::{Annex, AnnexColumn, AnnexColumns, AnnexError, Vietnamese};

use crate::build::{annex, cell, source, with_columns};

#[test]
fn the_usual_table_is_numbered_as_offices_number_it() {
    let annex = annex(&source());
    let heads: Vec<(&str, &str)> =
        annex.heads().iter().map(|head| (head.words.as_str(), head.number.as_str())).collect();
    assert_eq!(
        heads,
        [
            ("TT", ""),
            ("Nhiệm vụ, chỉ tiêu", ""),
            ("ĐVT", ""),
            ("Thực hiện năm 2020", "(1)"),
            ("Kế hoạch năm 2021", "(2)"),
            ("Thực hiện đến ngày 15/11/2021", "(3)"),
            ("Ước thực hiện cả năm 2021", "(4)"),
            ("Thực hiện so với kế hoạch (%)", "(5)=(3)/(2)"),
            ("Ước thực hiện so với kế hoạch (%)", "(6)=(4)/(2)"),
            ("Ước thực hiện so với năm 2020 (%)", "(7)=(4)/(1)"),
            ("Kế hoạch năm 2022", "(8)"),
            ("Đơn vị chủ trì", ""),
            ("Tự đánh giá", ""),
            ("Kết quả tính", ""),
            ("Tài liệu kiểm chứng", ""),
            ("Ghi chú", ""),
        ]
    );
}

#[test]
fn numbers_follow_the_columns_that_are_there() {
    let report = source();
    let settings = with_columns("name,actual-rate,actual,plan");
    let annex = Annex::of(&report, &Vietnamese, &settings);
    let numbers: Vec<&str> = annex.heads().iter().map(|head| head.number.as_str()).collect();
    assert_eq!(numbers, ["", "(1)=(2)/(3)", "(2)", "(3)"]);
    assert!(annex.rows().iter().all(|row| row.cells.len() == 4));
    assert_eq!(cell(&annex, "mt-ho-tro", AnnexColumn::ActualRate).text, "85,98%");
    // nothing is proposed in a table without that column
    assert_eq!(annex.title(), "KẾT QUẢ THỰC HIỆN NHIỆM VỤ, CHỈ TIÊU NĂM 2021");
    assert!(annex.rows().iter().all(|row| row.label.chars().all(|c| "IV.123".contains(c))));
}

#[test]
fn a_rate_whose_columns_are_left_out_names_them() {
    let report = source();
    let annex = Annex::of(&report, &Vietnamese, &with_columns("name,plan,actual-rate,estimate-rate,growth"));
    let heads: Vec<(&str, &str)> =
        annex.heads().iter().skip(2).map(|head| (head.words.as_str(), head.number.as_str())).collect();
    assert_eq!(
        heads,
        [
            ("Thực hiện đến ngày 15/11/2021 so với kế hoạch năm 2021 (%)", "(2)"),
            ("Ước thực hiện cả năm 2021 so với kế hoạch năm 2021 (%)", "(3)"),
            ("Ước thực hiện cả năm 2021 so với thực hiện năm 2020 (%)", "(4)"),
        ]
    );
    // and so does a cell that says something else than its head
    assert_eq!(cell(&annex, "mt-vu-tnld", AnnexColumn::Growth).text, "thực hiện đến ngày chốt: 64,29%");
}

#[test]
fn no_column_and_a_column_twice_are_refused() {
    assert_eq!(AnnexColumns::new(vec![]), Err(AnnexError::NoColumn));
    let twice = "name,plan,name".parse::<AnnexColumns>().unwrap_err();
    assert_eq!(twice.to_string(), "`name` is a column twice, each is accepted once");
    let unknown = "name,ĐVT".parse::<AnnexColumns>().unwrap_err().to_string();
    assert!(unknown.starts_with("`ĐVT` is not a column of an annex, number, name, unit, previous, "), "{unknown}");
    for column in AnnexColumn::ALL {
        assert_eq!(column.as_str().parse(), Ok(column));
    }
}
