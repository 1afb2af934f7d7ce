//! Findings about documents: which, where, and what their numbers say.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::{Datelike, NaiveDate};

use super::Vietnamese;
use crate::check::DocumentFinding;
use crate::id::{DocumentRef, Text};
use crate::record::Mention;
use crate::text::Language;
use crate::text::list::joined;

pub(super) fn document_finding(language: Vietnamese, finding: &DocumentFinding) -> String {
    let name = |mention: &Mention| language.document(&mention.document);
    match finding {
        DocumentFinding::SeveralDates { mentions, possible } => several_dates(language, mentions, possible),
        DocumentFinding::SeveralSubjects(mentions) => {
            let subject = |mention: &Mention| {
                let subject = mention.document.subject.as_ref().map_or("", |subject| subject.as_str());
                format!("“{subject}”{}", place(mention))
            };
            let subjects: Vec<String> = mentions.iter().map(subject).collect();
            let document = mentions.first().map(|mention| undated(language, &mention.document)).unwrap_or_default();
            format!("{document} được ghi nhiều trích yếu: {}. Đề nghị kiểm tra bản gốc.", subjects.join("; "))
        }
        DocumentFinding::OutOfOrder { suspects, against, possible, other_month } => {
            let Some(suspect) = suspects.first().filter(|_| suspects.len() == 1) else {
                let listed: Vec<String> = suspects.iter().map(name).collect();
                return format!(
                    "Số và ngày văn bản không theo thứ tự: {}. Đề nghị kiểm tra bản gốc.",
                    listed.join("; ")
                );
            };
            let against: Vec<String> = against.iter().map(name).collect();
            let allowed = match possible {
                (Some(first), Some(last)) => {
                    format!("phải từ {} đến {}", language.date(*first), language.date(*last))
                }
                (Some(first), None) => format!("phải từ {} trở đi", language.date(*first)),
                (None, Some(last)) => format!("không thể sau ngày {}", language.date(*last)),
                (None, None) => "phải khác".to_string(),
            };
            let month = other_month
                .map_or_else(String::new, |date| format!(" Nếu chỉ ghi khác tháng thì là {}.", language.date(date)));
            format!(
                "{}{} không theo thứ tự số với {}; theo thứ tự số thì ngày ban hành {allowed}.{month} Đề nghị kiểm tra bản gốc.",
                name(suspect),
                place(suspect),
                joined(&against, "và")
            )
        }
        DocumentFinding::LaterThanReport { mention, report } => format!(
            "{}{} có ngày sau ngày của báo cáo ({}). Đề nghị kiểm tra.",
            name(mention),
            place(mention),
            language.date(*report)
        ),
        DocumentFinding::YearsDiffer(mention) => {
            let year = mention.document.code.year().unwrap_or_default();
            let dated = mention.document.date.map_or(0, |date| date.year());
            format!(
                "{}{} có năm trong số, ký hiệu ({year}) khác năm ban hành ({dated}). Đề nghị kiểm tra.",
                name(mention),
                place(mention)
            )
        }
        DocumentFinding::DatedOnSunday(mention) => {
            format!("{}{}: ngày này là Chủ nhật.", name(mention), place(mention))
        }
    }
}

fn several_dates(language: Vietnamese, mentions: &[Mention], possible: &[NaiveDate]) -> String {
    let mut dates: Vec<NaiveDate> = mentions.iter().filter_map(|mention| mention.document.date).collect();
    dates.sort_unstable();
    dates.dedup();
    let number = match dates.len() {
        2 => "hai".to_string(),
        3 => "ba".to_string(),
        4 => "bốn".to_string(),
        other => other.to_string(),
    };
    let with_places = |date: &NaiveDate| {
        let of_date = mentions.iter().filter(|mention| mention.document.date == Some(*date));
        let places: Vec<&str> = of_date.filter_map(|mention| mention.place.as_ref()).map(Text::as_str).collect();
        let places = if places.is_empty() { String::new() } else { format!(" ({})", places.join("; ")) };
        format!("{}{places}", language.date(*date))
    };
    let listed: Vec<String> = dates.iter().map(with_places).collect();
    let document = mentions.first().map(|mention| undated(language, &mention.document)).unwrap_or_default();
    let order = if possible.len() == dates.len() {
        "Thứ tự số văn bản không loại trừ ngày nào.".to_string()
    } else if possible.is_empty() {
        "Thứ tự số văn bản không phù hợp với ngày nào.".to_string()
    } else {
        let possible: Vec<String> = possible.iter().map(|date| language.date(*date)).collect();
        format!("Theo thứ tự số văn bản thì chỉ phù hợp với ngày {}.", possible.join(" hoặc "))
    };
    format!("{document} được ghi {number} ngày: {}. {order} Đề nghị kiểm tra bản gốc.", joined(&listed, "và"))
}

fn undated(language: Vietnamese, document: &DocumentRef) -> String {
    language.document(&DocumentRef { date: None, ..document.clone() })
}

fn place(mention: &Mention) -> String {
    mention.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"))
}
