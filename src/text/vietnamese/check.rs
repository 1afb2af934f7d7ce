//! Kết quả đối chiếu số liệu: say the fact, then the comparison, then what is asked.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use chrono::NaiveDate;

use super::Vietnamese;
use super::check_documents::document_finding;
use crate::check::{Acknowledgement, Agreement, DiagnosisVerdict, DocumentFinding, FindingClass, Slip};
use crate::id::{DocumentRef, Text};
use crate::period::PeriodName;
use crate::text::finding_words::label;
use crate::text::list::joined;
use crate::text::{
    CheckLanguage, DiagnosisWords, Language, NotStatedWords, StatementKind, StatementWords, TwoReadings,
};

impl CheckLanguage for Vietnamese {
    fn finding_class(&self, class: FindingClass) -> &'static str {
        match class {
            FindingClass::Correct => "Cần sửa",
            FindingClass::Clarify => "Cần làm rõ",
            FindingClass::Note => "Lưu ý",
        }
    }

    fn agreement(&self, agreement: &Agreement, words: &StatementWords) -> String {
        let StatementWords { working, exact, rounded, stated, shorter, gap, other, .. } = words;
        let rounding = rounding(words.decimals);
        let holds = agreement.holds();
        match (words.kind, agreement) {
            (StatementKind::Repeated, _) if holds => format!("Khớp: {stated}, nơi khác ghi {other}."),
            (StatementKind::Repeated, _) => {
                format!("Chưa khớp: báo cáo ghi {stated}, nơi khác ghi {other}. Đề nghị rà soát.")
            }
            (StatementKind::Counted, _) if holds => format!("Khớp: {stated}, bằng số đếm được trong báo cáo."),
            (StatementKind::Counted, _) => {
                format!("Chưa khớp: báo cáo ghi {stated}, đếm trong báo cáo được {other}. Đề nghị rà soát.")
            }
            (StatementKind::AtMost, _) if holds => format!("Khớp: {stated}, không lớn hơn {other}."),
            (StatementKind::AtMost, _) => format!("Chưa khớp: báo cáo ghi {stated}, lớn hơn {other}. Đề nghị rà soát."),
            (StatementKind::AtLeast, _) if holds => format!("Khớp: {stated}, không nhỏ hơn {other}."),
            (StatementKind::AtLeast, _) => {
                format!("Chưa khớp: báo cáo ghi {stated}, nhỏ hơn {other}. Đề nghị rà soát.")
            }
            (_, Agreement::Exact) => format!("Khớp: {working} = {exact}, bằng số nêu trong báo cáo."),
            (_, Agreement::ByRounding) if words.is_range => {
                format!("Khớp: {working} là {exact}, phù hợp với {stated} nêu trong báo cáo.")
            }
            (_, Agreement::ByRounding) if words.is_within_rounding => {
                format!("Khớp trong phạm vi làm tròn của các số: {working} = {exact}, báo cáo ghi {stated}.")
            }
            (_, Agreement::ByRounding) => format!("Khớp sau làm tròn: {working} = {exact}, {rounding} là {rounded}."),
            (_, Agreement::Cut) => format!(
                "Bỏ phần lẻ thay vì làm tròn: {working} = {exact}, làm tròn là {rounded}, báo cáo ghi {stated}. Đề nghị ghi {rounded}."
            ),
            (_, Agreement::Padded) => format!(
                "Thêm chữ số 0 sau số đã làm tròn: {working} = {exact}, {rounding} là {rounded}, báo cáo ghi {stated}. Đề nghị ghi {shorter} hoặc {rounded}."
            ),
            (_, Agreement::Nudged) => format!(
                "Điều chỉnh để cộng đủ 100%: {working} = {exact}, {rounding} là {rounded}, báo cáo ghi {stated}."
            ),
            _ => {
                let rounds = if exact == rounded { String::new() } else { format!(", làm tròn là {rounded}") };
                let apart = if words.is_apart { format!(" (chênh lệch {gap})") } else { String::new() };
                format!("Chưa khớp: {working} = {exact}{rounds}, báo cáo ghi {stated}{apart}. Đề nghị rà soát.")
            }
        }
    }

    fn disagreement(&self, words: &StatementWords) -> String {
        let StatementWords { working, rounded, stated, other, .. } = words;
        match words.kind {
            StatementKind::Computed => format!("{working} = {rounded}, báo cáo ghi {stated}"),
            StatementKind::Repeated => format!("báo cáo ghi {stated}, nơi khác ghi {other}"),
            StatementKind::Counted => format!("báo cáo ghi {stated}, đếm trong báo cáo được {other}"),
            StatementKind::AtMost => format!("báo cáo ghi {stated}, lớn hơn {other}"),
            StatementKind::AtLeast => format!("báo cáo ghi {stated}, nhỏ hơn {other}"),
        }
    }

    fn not_stated(&self, words: &NotStatedWords) -> String {
        let NotStatedWords { stated, .. } = words;
        let missing = if words.lacks_plan && words.missing.len() == 1 {
            "số kế hoạch".to_string()
        } else {
            joined(&words.missing, "và")
        };
        if stated.is_empty() {
            let computed = words
                .possible
                .as_ref()
                .map_or_else(String::new, |possible| format!("; tính từ các số khác là {possible}"));
            return format!("Chưa kiểm tra được: báo cáo không nêu {missing}{computed}.");
        }
        let said = if words.is_completion && words.lacks_plan {
            format!("báo cáo ghi đạt {stated} so với kế hoạch nhưng không nêu {missing}")
        } else {
            format!("báo cáo ghi {stated} nhưng không nêu {missing}")
        };
        let possible = words.possible.as_ref().map_or_else(String::new, |possible| {
            let rounded = match words.decimals {
                0 => "đến hàng đơn vị".to_string(),
                decimals => format!("{} chữ số thập phân", number_word(decimals)),
            };
            let is = if words.is_single { "là" } else { "trong khoảng" };
            if words.is_rounded {
                format!(" Nếu {stated} là số đã làm tròn {rounded} thì {missing} {is} {possible}.")
            } else {
                format!(" Tính từ các số khác thì {missing} {is} {possible}.")
            }
        });
        format!("Chưa kiểm tra được: {said}.{possible}")
    }

    fn unseen(&self, figures: &[String]) -> String {
        format!("Nội dung này không phát hiện được chênh lệch một đơn vị ở {}.", figures.join(", "))
    }

    fn no_rate(&self, subject: &Text, is_zero: bool) -> String {
        if is_zero {
            format!("Không tính tỷ lệ: mẫu số ({subject}) bằng 0. Đề nghị nêu số tuyệt đối.")
        } else {
            format!("Không tính tỷ lệ: mẫu số ({subject}) nhỏ hơn 0. Đề nghị nêu số tuyệt đối.")
        }
    }

    fn statement_too_large(&self) -> String {
        let digits = crate::quantity::bounds::INTEGER_DIGITS;
        format!("Không tính: số liệu vượt quá {digits} chữ số. Đề nghị kiểm tra lại.")
    }

    fn two_readings(&self, words: &TwoReadings) -> String {
        let TwoReadings { change, in_points, base, readings, .. } = words;
        let quoted = match &words.later {
            Some(later) => format!("“{later}, {change} so với {base}”"),
            None => format!("“{change} so với {base}”"),
        };
        let is_base = |value: &Option<String>, about: &str| {
            value.as_ref().map_or_else(String::new, |value| format!(" ({base} {about} {value})"))
        };
        let (points, percent) = (is_base(&words.base_if_points, "là"), is_base(&words.base_if_percent, "khoảng"));
        let fits = match (readings.points_fit, readings.percent_fits) {
            (Some(true), Some(false)) => " Số liệu kỳ gốc nêu trong báo cáo khớp với cách hiểu thứ nhất.",
            (Some(true), Some(true)) => " Số liệu kỳ gốc nêu trong báo cáo khớp với cả hai.",
            (Some(false), Some(true)) => " Số liệu kỳ gốc nêu trong báo cáo khớp với cách hiểu thứ hai.",
            _ => "",
        };
        format!(
            "{quoted} có hai cách hiểu: {in_points}{points} hoặc tốc độ {change}{percent}.{fits} Đề nghị ghi rõ; nếu so sánh hai tỷ lệ thì dùng “điểm phần trăm”."
        )
    }

    fn impossible_share(&self, stated: &str, whole: &str, (below, above): (&str, &str)) -> String {
        format!(
            "Không có số nguyên nào trong {whole} cho tỷ lệ {stated}; tỷ lệ gần nhất có thể có là {below} và {above}. Đề nghị rà soát."
        )
    }

    fn diagnosis(&self, words: &DiagnosisWords<'_>) -> String {
        let found = words.diagnosis;
        let impossible: String = words.impossible.iter().flat_map(|sentence| [" ", sentence.as_str()]).collect();
        let inferred = if words.inferred.is_empty() {
            String::new()
        } else {
            format!(" Căn cứ suy ra: {}.", words.inferred.join("; "))
        };
        if let Some(only) = words.only.as_ref().filter(|only| only.is_range && only.kind == StatementKind::Computed) {
            return format!("{}{inferred}", parts_against_total(words, only));
        }
        let about = match &words.about {
            Some((name, Some(place))) => format!(" về {name} ({place})"),
            Some((name, None)) => format!(" về {name}"),
            None => String::new(),
        };
        let listed: Vec<String> =
            words.broken.iter().enumerate().map(|(index, text)| format!("({}) {text}", label(index))).collect();
        let statements = format!("Có {:02} nội dung chưa khớp{about}: {}.", found.broken.len(), listed.join("; "));
        let statements = if found.is_joint {
            format!(
                "Xét riêng từng nội dung thì được, nhưng các nội dung này không thể cùng đúng: {}.",
                listed.join("; ")
            )
        } else {
            statements
        };
        format!("{statements}{inferred}{impossible} {}", self::verdict(words))
    }

    fn slip(&self, slip: Slip) -> &'static str {
        match slip {
            Slip::SwappedDigits => "đảo hai chữ số",
            Slip::LostDigit => "thiếu một chữ số",
            Slip::AddedDigit => "thừa một chữ số",
            Slip::ReplacedDigit => "ghi khác một chữ số",
            Slip::MovedComma => "thiếu hoặc lệch dấu phẩy",
            Slip::Thousandfold => "lệch 1.000 lần",
            Slip::Sign => "khác dấu",
            Slip::WrongBase => "chia cho số của năm sau thay vì năm gốc",
        }
    }

    fn number_between(&self, low: Option<&str>, high: Option<&str>) -> String {
        match (low, high) {
            (Some(low), Some(high)) => format!("từ {low} đến {high}"),
            (Some(low), None) => format!("từ {low} trở lên"),
            (None, Some(high)) => format!("không quá {high}"),
            (None, None) => "số bất kỳ".into(),
        }
    }

    fn document_finding(&self, finding: &DocumentFinding) -> String {
        document_finding(*self, finding)
    }

    fn incomplete(&self, own: Option<&DocumentRef>) -> String {
        match own {
            Some(own) if own.code.number().is_some() => {
                format!("{} chưa ghi ngày ban hành (dự thảo).", self.document(own))
            }
            Some(own) if own.date.is_some() => format!("{} chưa ghi số (dự thảo).", self.document(own)),
            _ => "Báo cáo chưa ghi số và ngày ban hành (dự thảo).".into(),
        }
    }

    fn cut_off_off_grid(&self, cut_off: NaiveDate) -> String {
        format!(
            "Ngày chốt số liệu {} không phải ngày cuối tháng, cũng không phải ngày 14 theo Nghị định 09/2019/NĐ-CP.",
            self.date(cut_off)
        )
    }

    fn running_total_falls(
        &self,
        subject: &Text,
        (earlier, then): (&str, Option<NaiveDate>),
        (later, now): (&str, Option<NaiveDate>),
    ) -> String {
        let day =
            |date: Option<NaiveDate>| date.map_or_else(String::new, |date| format!(" đến ngày {}", self.date(date)));
        format!(
            "Số lũy kế giảm: “{subject}” là {earlier}{}, sau đó là {later}{}. Đề nghị rà soát.",
            day(then),
            day(now)
        )
    }

    fn after_cut_off(&self, subject: &Text, figure: &str, as_of: NaiveDate, cut_off: NaiveDate) -> String {
        format!(
            "“{subject}” là {figure} đến ngày {}, sau ngày chốt số liệu {}. Đề nghị ghi rõ là số ước hoặc dự báo.",
            self.date(as_of),
            self.date(cut_off)
        )
    }

    fn outside_period(&self, subject: &Text, figure: &str, period: PeriodName) -> String {
        format!("“{subject}” là {figure}, thuộc {}, sau kỳ báo cáo. Đề nghị rà soát.", self.period(period))
    }

    fn acknowledged(&self, acknowledgement: &Acknowledgement) -> String {
        let Acknowledgement { by, on, reason, .. } = acknowledgement;
        format!("Đã rà soát, giữ nguyên: {reason} ({by}, {}).", self.date(*on))
    }

    fn consequence(&self, levels: &[(String, String, String)]) -> String {
        if levels.is_empty() {
            return "Nếu sửa như trên, kết quả xếp loại không thay đổi.".into();
        }
        let lines: Vec<String> =
            levels.iter().map(|(basis, before, after)| format!("{basis}: {before} → {after}")).collect();
        format!("Nếu sửa như trên, kết quả xếp loại thay đổi: {}.", lines.join("; "))
    }

    fn no_level(&self) -> &'static str {
        "chưa xếp được mức"
    }
}

fn rounding(decimals: u8) -> String {
    if decimals == 0 {
        "làm tròn đến hàng đơn vị".into()
    } else {
        format!("làm tròn {} chữ số thập phân", number_word(decimals))
    }
}

fn number_word(number: u8) -> &'static str {
    ["không", "một", "hai", "ba", "bốn", "năm", "sáu"].get(usize::from(number)).unwrap_or(&"nhiều")
}

/// What may be wrong, and what is asked.
fn verdict(words: &DiagnosisWords<'_>) -> String {
    let found = words.diagnosis;
    let size = found.corrections.first().map_or(1, |correction| correction.changes.len());
    let few = count(size);
    let statements = found.statements.len();
    let then = match found.statements.len() {
        1 => "nội dung này khớp".to_string(),
        statements => format!("cả {statements} nội dung đối chiếu đều khớp"),
    };
    let listed = listed(words);
    let weak = if found.doubts_statement() {
        " Phương án nào cũng khác xa số đã ghi; có thể phép tính còn thiếu thành phần."
    } else if found.is_of_one_statement() && found.verdict == DiagnosisVerdict::Unique {
        " Chỉ có một nội dung chưa khớp nên cần thận trọng khi kết luận số nào chưa đúng."
    } else {
        ""
    };
    let at_least = if found.at_least() > 1 {
        format!("Có ít nhất {} số ghi chưa đúng. ", count(found.at_least()))
    } else {
        String::new()
    };
    let settled = if words.settled_by.is_empty() {
        String::new()
    } else {
        format!(" Để xác định, cần thêm: số gốc của {}.", joined(&words.settled_by, "và"))
    };
    let cut = if found.is_complete { "" } else { " Danh sách phương án chưa đầy đủ." };
    match found.verdict {
        DiagnosisVerdict::Unique => format!(
            "{at_least}Nếu chỉ có {few} số ghi chưa đúng thì chỉ có một phương án sửa: {listed}. Khi đó {then}.{weak} Đề nghị kiểm tra số gốc trước khi sửa."
        ),
        DiagnosisVerdict::Range => format!(
            "{at_least}Nếu chỉ có {few} số ghi chưa đúng thì chỉ có thể sửa: {listed}; chưa xác định được số đúng trong khoảng đó. Đề nghị kiểm tra số gốc trước khi sửa."
        ),
        DiagnosisVerdict::Suggested => format!(
            "Nếu chỉ có {few} số ghi chưa đúng thì đã tìm được {} phương án sửa; phương án đầu chỉ khác số đã ghi một lỗi gõ phím: {listed}.{settled} Đề nghị kiểm tra số gốc trước khi sửa.",
            found.corrections.len()
        ),
        DiagnosisVerdict::Several => {
            let common = if words.common.is_empty() {
                String::new()
            } else {
                format!(" Các phương án đều có: {}.", words.common)
            };
            format!(
                "{at_least}Chưa xác định được số cần sửa: đã tìm được {} phương án sửa {few} số đều làm số liệu khớp: {listed}.{common}{settled}{cut}{weak} Các phương án này đúng nếu chỉ có {few} số ghi chưa đúng.",
                found.corrections.len()
            )
        }
        DiagnosisVerdict::Beyond(searched) => format!(
            "{at_least}{} phương án nào sửa không quá {} số mà cả {statements} nội dung đối chiếu đều khớp. Đề nghị rà soát lại số gốc.",
            if found.is_complete { "Không có" } else { "Chưa tìm được" },
            count(searched)
        ),
        DiagnosisVerdict::Contradictory => {
            "Không có số nào thay vào mà các nội dung này cùng khớp. Đề nghị rà soát lại quan hệ giữa các số.".into()
        }
    }
}

fn listed(words: &DiagnosisWords<'_>) -> String {
    let more = words.diagnosis.corrections.len().saturating_sub(words.corrections.len());
    let listed = words.corrections.join("; ");
    if more == 0 { listed } else { format!("{listed}; và {more} phương án khác") }
}

fn count(number: usize) -> String {
    match number {
        1 => "một".into(),
        2 => "hai".into(),
        3 => "ba".into(),
        4 => "bốn".into(),
        5 => "năm".into(),
        other => other.to_string(),
    }
}

/// A total and parts of which some are ranges or bounds.
fn parts_against_total(words: &DiagnosisWords<'_>, only: &StatementWords) -> String {
    let StatementWords { working, exact, stated, number, gap, .. } = only;
    let side = if only.is_below { "thấp hơn" } else { "cao hơn" };
    let corrections = match words.diagnosis.corrections.len() {
        0 => "Đề nghị đối chiếu với kế hoạch.".to_string(),
        _ => format!(
            "Các phương án sửa một số gồm: {}. Không loại trừ phải sửa từ hai số trở lên. Chưa đủ căn cứ để chọn; đề nghị đối chiếu với kế hoạch.",
            listed(words)
        ),
    };
    format!(
        "{} chưa khớp: báo cáo nêu {stated}; tính từ các số thành phần là {exact} ({working}), {side} mức {number} {gap}. {corrections}",
        words.result
    )
}
