//! What a text means and why it is not read, in Vietnamese.

use alloc::{format, string::String};

use super::{Vietnamese, padded, quantity_error::quantity_error};
use crate::period::PeriodError;
use crate::text::{ChangeSense, Clue, Language, NotFigure, Notation, PartOfYear, ReadError, ReadingLanguage, Status};

impl ReadingLanguage for Vietnamese {
    fn read_error(&self, error: &ReadError) -> String {
        match error {
            ReadError::NotTime { text } => format!(
                "“{text}” không phải là ngày hoặc kỳ. Đề nghị ghi như “04/02/2021”, “tháng 3/2021”, “quý III/2021”, “6 tháng đầu \
                 năm 2021”, “giai đoạn 2016 - 2020”, “năm 2021”."
            ),
            ReadError::NoSuchDay { text, days } => {
                format!("“{text}” không có trong lịch: tháng đó có {days} ngày. Đề nghị kiểm tra lại.")
            }
            ReadError::NoSuchMonth { text, month } => {
                format!("“{text}” ghi tháng {month}; một năm có 12 tháng. Đề nghị kiểm tra lại.")
            }
            ReadError::ShortYear { text, year } => {
                format!("Năm “{year}” trong “{text}” ghi thiếu chữ số. Đề nghị ghi đủ bốn chữ số.")
            }
            ReadError::OtherDigits { text, digit } => {
                format!("“{digit}” trong “{text}” là chữ số của hệ chữ khác. Đề nghị ghi bằng các chữ số từ 0 đến 9.")
            }
            ReadError::NotNumeral { text } => {
                format!("“{text}” không phải là số. Đề nghị ghi như “1.493”, “85,98”.")
            }
            ReadError::NotFigure { text } => format!(
                "“{text}” không phải là số liệu, ngày, kỳ hoặc số, ký hiệu văn bản. Đề nghị ghi số liệu như “1.493 hộ”, “trên 83%”, “từ 500 người trở lên”, “120-150 người”, \
                 “92/107 hộ”, “giảm 10 vụ”."
            ),
            ReadError::Number { reason, .. } => quantity_error(reason),
            ReadError::Period { text, reason } => format!("“{text}” không phải là kỳ: {}.", period_error(reason)),
            ReadError::NotExpected { text } => format!(
                "Không có cách hiểu nào của “{text}” phù hợp với cách ghi, đơn vị tính và độ lớn đã nêu. Đề nghị kiểm tra lại."
            ),
            // the sentence of words.md, whichever of the two it is
            ReadError::OldEncoding { .. } => {
                "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI). Đề nghị chuyển sang Unicode (TCVN \
                                              6909:2001) rồi đọc lại."
                    .into()
            }
            ReadError::TooLong { text, chars } => format!(
                "“{text}” dài {chars} ký tự; một cụm từ có nhiều nhất {} ký tự. Đề nghị tách ra.",
                ReadError::LONGEST
            ),
        }
    }

    fn clue(&self, clue: &Clue) -> String {
        match clue {
            Clue::Groups => "dấu trước đúng ba chữ số ngăn cách hàng nghìn".into(),
            Clue::ForeignNotation => "không theo cách ghi số của văn bản".into(),
            Clue::OnlyForeign => "theo cách ghi số của văn bản thì không đọc được".into(),
            Clue::OneScale => "hai số đã đưa về cùng hàng nghìn, triệu hoặc tỷ".into(),
            Clue::UnknownUnit => "từ đứng sau không phải là đơn vị tính đã biết".into(),
            Clue::TextIsIn(Notation::English) => "các số khác trong văn bản ghi theo cách của tiếng Anh".into(),
            Clue::TextIsIn(_) => "các số khác trong văn bản ghi theo cách của tiếng Việt".into(),
            Clue::UnitRefuses(reason) => quantity_error(reason),
            Clue::UnitOfCaller => "đơn vị tính lấy theo yêu cầu đọc".into(),
            Clue::DayAndMonth => "có thể là ngày và tháng, hoặc tháng và năm".into(),
            Clue::FourDigits => "bốn chữ số liền nhau, không kèm đơn vị tính".into(),
            Clue::PartWithinWhole => "số trước không lớn hơn số sau".into(),
            Clue::PartAboveWhole => "số trước lớn hơn số sau, có thể là số mới so với số cũ".into(),
            Clue::PerRoundNumber => "số sau là số tròn: tính trên mỗi trăm, mỗi nghìn".into(),
            Clue::SaysPercent => "văn bản ghi “%”".into(),
            Clue::RateMayChange => "so sánh hai tỷ lệ thì dùng “điểm phần trăm”, thường ghi là “%”".into(),
            Clue::AfterRate => "đứng ngay sau một tỷ lệ".into(),
            Clue::OverForReached => "vượt từ 100% trở lên là ít gặp, có thể ghi “vượt” thay cho “đạt”".into(),
            Clue::TimesBase => "“gấp” nêu số lần so với gốc".into(),
            Clue::SpaceWithin => "có dấu cách trong số".into(),
            Clue::ListItem => "có thể là số thứ tự của một mục".into(),
            Clue::StrayPercent => "dấu “%” đứng trước một đơn vị tính khác, có thể ghi thừa".into(),
            Clue::LastMarkForDecimals => "dấu cuối có thể ghi thay cho dấu phẩy thập phân".into(),
            Clue::NumberWord => "số ghi bằng chữ".into(),
        }
    }

    fn not_figure(&self, what: NotFigure) -> &'static str {
        match what {
            NotFigure::ListNumber => "số thứ tự",
            NotFigure::FootnoteMark => "dấu chú thích",
            NotFigure::Label => "số hiệu",
            NotFigure::Name => "một phần của tên",
            NotFigure::Phone => "số điện thoại",
            NotFigure::Word => "từ, không phải là số",
            NotFigure::Malformed => "chữ số ghi không đúng quy cách",
            NotFigure::NoSuchTime => "ngày hoặc kỳ không có trong lịch",
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Reached => "đạt",
            Status::Estimated => "ước đạt",
            Status::Expected => "dự kiến",
            Status::Aimed => "phấn đấu",
        }
    }

    fn part_of_year(&self, part: PartOfYear) -> String {
        match part {
            PartOfYear::Quarter(quarter) => format!("quý {}", super::roman(quarter)),
            PartOfYear::Month(month) => format!("tháng {}", padded(month.into())),
            PartOfYear::FirstMonths(months) => format!("{months} tháng đầu năm"),
            PartOfYear::LastMonths(months) => format!("{months} tháng cuối năm"),
        }
    }

    fn months(&self, months: u8) -> String {
        format!("{months} tháng")
    }

    fn day_of_year(&self, month: u8, day: u8) -> String {
        format!("ngày {day:02}/{}", padded(month.into()))
    }

    fn about_range(&self, low: &str, high: &str) -> String {
        format!("khoảng {low} - {high}")
    }

    fn band(&self, low: &str, high: &str) -> String {
        format!("từ {low} đến dưới {high}")
    }

    fn moved_by(&self, sense: ChangeSense, size: &str) -> String {
        let verb = match sense {
            ChangeSense::Up => "tăng",
            ChangeSense::Down => "giảm",
            ChangeSense::Over => "vượt",
        };
        format!("{verb} {size}")
    }

    fn multiple(&self, sense: ChangeSense, times: &str, is_added: bool) -> String {
        match (sense, is_added) {
            (ChangeSense::Down, _) => format!("giảm {times}"),
            (ChangeSense::Over, _) => format!("vượt {times}"),
            (_, false) => format!("gấp {times}"),
            (_, true) => format!("tăng thêm {times}"),
        }
    }

    fn rank(&self, place: &str, of: &str) -> String {
        format!("xếp thứ {place}/{of}")
    }
}

fn period_error(error: &PeriodError) -> String {
    match error {
        PeriodError::Year { year } => format!("năm {year} nằm ngoài khoảng từ 1900 đến 2199"),
        PeriodError::Part { what, number, max } => {
            let part = match *what {
                "half" => "nửa năm thứ",
                "quarter" => "quý",
                "month" => "tháng",
                _ => "số",
            };
            format!("không có {part} {number}, chỉ có từ 1 đến {max}")
        }
        PeriodError::Backwards { from, to } => {
            format!("ngày cuối {} trước ngày đầu {}", Vietnamese.date(*to), Vietnamese.date(*from))
        }
        PeriodError::OtherDays { from, to } => {
            format!("kỳ này đã ghi từ ngày {} đến ngày {}", Vietnamese.date(*from), Vietnamese.date(*to))
        }
        PeriodError::Untiled { last, first } => format!(
            "kỳ trước kết thúc ngày {}, kỳ sau bắt đầu ngày {}, hai ngày này phải liền nhau",
            Vietnamese.date(*last),
            Vietnamese.date(*first)
        ),
        PeriodError::NotListed { name } => format!("danh sách kỳ không có {}", Vietnamese.period(name.name())),
    }
}
