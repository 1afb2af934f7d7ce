//! Every sentence that the commands print.

use thuocdo::quantity::{Printed, QuantityError, Unit};
use thuocdo::text::{Language, Vietnamese};
use workbook::{Doubt, Doubtful, MappedAs, NotAdded, NotRead, Note, Role, Unmapped, Value, WorkbookError};

pub(crate) const fn role(role: Role) -> &'static str {
    match role {
        Role::Order => "số thứ tự",
        Role::Subject => "tên chỉ tiêu",
        Role::UnitOfMeasure => "đơn vị tính",
        Role::Plan => "kế hoạch",
        Role::Actual => "thực hiện",
        Role::Accumulated => "lũy kế",
        Role::Estimate => "ước thực hiện",
        Role::Base => "cùng kỳ, năm trước",
        Role::Rate => "tỷ lệ",
        Role::Note => "ghi chú",
    }
}

pub(crate) fn value(value: &Value) -> String {
    match value {
        Value::Missing => "chưa có số liệu".into(),
        Value::NotApplicable => "không áp dụng".into(),
        Value::Figure(figure) => Vietnamese.figure(figure),
        Value::Doubtful(_) => "cần làm rõ".into(),
    }
}

pub(crate) const fn not_read(why: NotRead) -> &'static str {
    match why {
        NotRead::Hidden => "trang tính ẩn, không đọc",
        NotRead::Empty => "trang tính trống",
        NotRead::NoHead => "chưa nhận ra hàng đầu cột; đề nghị bổ sung tên cột vào khuôn dạng biểu (--layout)",
    }
}

pub(crate) fn unreadable(error: &WorkbookError) -> String {
    match error {
        WorkbookError::TooManyCells { most } => format!("không mở được; tệp có hơn {most} ô có nội dung"),
        WorkbookError::TooManyMergedRegions { sheet, most } => {
            format!("không mở được; trang “{sheet}” có hơn {most} vùng ô gộp")
        }
        // the reader of the file says it in English
        other => format!("không mở được; đề nghị lưu lại ở dạng .xlsx ({other})"),
    }
}

pub(crate) const fn unmapped(why: Unmapped) -> &'static str {
    match why {
        Unmapped::OutsideTable => "ngoài bảng số liệu",
        Unmapped::UnknownHead => "tên cột chưa có trong khuôn dạng biểu",
        Unmapped::BelowUnknownHead => "nằm dưới cột chưa nhận ra",
        Unmapped::NoHead => "nằm ở cột không có tên cột",
        Unmapped::Example => "dòng ví dụ",
        Unmapped::NoName => "dòng không có tên chỉ tiêu",
        Unmapped::BelowTable => "nằm dưới bảng số liệu",
    }
}

pub(crate) fn doubtful(why: &Doubtful) -> String {
    match why {
        Doubtful::Figure(_, reason) => doubt(reason),
        Doubtful::SameHead(found) => format!("hai cột cùng được hiểu là “{}”", role(*found)),
        Doubtful::HeadingOrMissing => {
            "dòng không có số liệu và đơn vị tính: chưa rõ là tiêu đề hay chỉ tiêu chưa có số liệu".into()
        }
        Doubtful::SameName => "tên này đặt cho hai dòng; đề nghị ghi rõ để phân biệt".into(),
        Doubtful::UnitOfMeasure => "không đọc được đơn vị tính".into(),
        Doubtful::Day => "không đọc được ngày; đề nghị ghi như 15/11/2021".into(),
        Doubtful::Otherwise => "khác với nội dung đã ghi ở chỗ khác trong tệp; dùng nội dung ghi trước".into(),
        Doubtful::Version => "không đọc được lần báo cáo; đề nghị ghi số nguyên".into(),
    }
}

fn doubt(why: &Doubt) -> String {
    let number = |printed: &Printed| Vietnamese.printed(*printed);
    match why {
        Doubt::Ambiguous(numbers) => {
            let readings: Vec<String> = numbers.iter().map(number).collect();
            format!("có thể đọc là {}", readings.join(" hoặc "))
        }
        Doubt::NotNumber => "không phải là số".into(),
        Doubt::NotExact => "không phải một số cụ thể; đề nghị nêu số".into(),
        Doubt::OtherUnit(unit) => format!("đơn vị tính trong ô là {}, khác đơn vị tính của dòng", unit_name(unit)),
        Doubt::NotOfUnit(printed, error) => format!("đọc là {}; {}", number(printed), quantity_error(error)),
        Doubt::NotFigure(error) => quantity_error(error),
        Doubt::MoreThan15Digits => "số có hơn 15 chữ số; Excel chỉ giữ 15 chữ số nên các chữ số cuối đã mất".into(),
        Doubt::ShownScaled => {
            "ô hiển thị số đã chia cho nghìn hoặc triệu; đề nghị ghi số và đơn vị tính tương ứng".into()
        }
        Doubt::ShownAsText(text) if text.is_empty() => "ô có số nhưng định dạng không hiển thị số".into(),
        Doubt::ShownAsText(text) => format!("ô có số nhưng hiển thị là “{text}”"),
        Doubt::NumberFormat(format) => format!("chưa hiểu định dạng số “{format}”"),
        Doubt::ShownInPercent(printed) => format!("ô hiển thị {}%, đơn vị tính của dòng không phải %", number(printed)),
        Doubt::Date => "ô có định dạng ngày; đề nghị ghi lại số".into(),
        Doubt::Bool => "ô có giá trị đúng/không đúng, không phải số".into(),
        Doubt::ExcelError => "Excel báo lỗi tại ô này".into(),
        Doubt::Merged => "ô gộp: một số ghi chung cho nhiều dòng hoặc nhiều cột".into(),
        Doubt::Unit(_) => "không đọc được đơn vị tính của dòng".into(),
        Doubt::SameHead => "hai cột có tên cùng nghĩa".into(),
        Doubt::NoResult => "công thức chưa có kết quả; đề nghị mở tệp bằng Excel rồi lưu lại".into(),
        Doubt::SameName => "hai dòng cùng tên".into(),
        _ => "chưa đọc được".into(),
    }
}

fn quantity_error(error: &QuantityError) -> String {
    match error {
        QuantityError::TooFine { .. } => "có hơn 06 chữ số thập phân; đề nghị đặt định dạng số cho ô".into(),
        QuantityError::TooLarge { .. } => "có hơn 18 chữ số phần nguyên".into(),
        QuantityError::NegativeCount { unit, .. } => format!("{unit} không thể là số âm"),
        QuantityError::FractionalCount { unit, .. } => format!("{unit} phải là số nguyên"),
        _ => "không dùng được với đơn vị tính này".into(),
    }
}

pub(crate) fn note(note: &Note, read: &str) -> Option<String> {
    Some(match note {
        Note::Stored(stored) => {
            format!("ô lưu số thực {}, hiển thị và đọc là {read}", stored.replace('.', ","))
        }
        Note::ZeroShownAs(shown) if shown.is_empty() => "ô lưu số 0, không hiển thị".into(),
        Note::ZeroShownAs(shown) => format!("ô lưu số 0, hiển thị “{shown}”; đọc là 0"),
        Note::ByUnit(others) => {
            let others: Vec<String> = others.iter().map(|other| Vietnamese.printed(*other)).collect();
            format!("đọc là {read} theo đơn vị tính; không đọc là {}", others.join(", "))
        }
        Note::Text => format!("số ghi dạng chữ, đọc là {read}"),
        Note::Formula => "kết quả của công thức".into(),
        _ => return None,
    })
}

pub(crate) fn not_added(why: &NotAdded) -> String {
    match why {
        NotAdded::Rate => "tỷ lệ không cộng được; đề nghị cộng số trên và số dưới của tỷ lệ".into(),
        NotAdded::NoFigures => "chưa có số để cộng".into(),
        NotAdded::NoFigure(error) => quantity_error(error),
    }
}

pub(crate) fn unit_name(unit: &Unit) -> String {
    if *unit == Unit::BARE { "không ghi đơn vị tính".into() } else { unit.to_string() }
}

pub(crate) const fn mapped(mapped: MappedAs) -> &'static str {
    match mapped {
        MappedAs::Head(_) => "tên cột",
        MappedAs::ColumnNumber => "số cột",
        MappedAs::Label => "thông tin chung",
        MappedAs::Order => "số thứ tự",
        MappedAs::Name => "tên chỉ tiêu",
        MappedAs::Heading => "tiêu đề nhóm",
        MappedAs::Total => "dòng tổng",
        MappedAs::UnitOfMeasure => "đơn vị tính",
        MappedAs::Figure(_) => "số liệu",
        MappedAs::Note => "ghi chú",
    }
}
