//! Xếp loại: dữ kiện, điều kiện, thuyết minh.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::Vietnamese;
use crate::grade::{Basis, NotInForce, SubjectKind};
use crate::id::{Bilingual, Citation, DocumentRef, Text, TextStatus};
use crate::quantity::End;
use crate::record::Author;
use crate::text::grade_words::in_brackets;
use crate::text::{CapWords, GradeLanguage, Language, LiftWords};

impl GradeLanguage for Vietnamese {
    fn pick<'b>(&self, name: &'b Bilingual) -> &'b Text {
        &name.vietnamese
    }

    fn subject(&self, subject: SubjectKind) -> &'static str {
        match subject {
            SubjectKind::Person => "cá nhân không giữ chức vụ",
            SubjectKind::Manager => "cá nhân lãnh đạo, quản lý",
            SubjectKind::Unit => "cơ quan, đơn vị",
            SubjectKind::Collective => "tập thể",
            SubjectKind::Task => "nhiệm vụ",
        }
    }

    fn basis(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::AtCutoff => "Theo số thực hiện đến ngày chốt số liệu",
            Basis::FullPeriodEstimate => "Theo ước thực hiện cả năm",
            Basis::ConfirmedCauses => "Khi tính cả nguyên nhân khách quan đã được xác nhận",
        }
    }

    fn text_status(&self, status: TextStatus) -> &'static str {
        match status {
            TextStatus::Seen => "đã đọc văn bản",
            TextStatus::SecondHand => "theo nguồn thứ hai, cần đối chiếu bản gốc",
            TextStatus::Recalled => "chưa đối chiếu văn bản",
        }
    }

    fn citation(&self, citation: &Citation) -> String {
        let parts = [("điểm", &citation.point), ("khoản", &citation.clause), ("Điều", &citation.article)];
        let parts = parts.into_iter().filter_map(|(name, part)| part.as_ref().map(|part| format!("{name} {part}")));
        let words: Vec<String> = parts.chain([citation.document.to_string()]).collect();
        words.join(" ")
    }

    fn estimated_by(&self, names: Option<&[Text]>) -> String {
        let Some(names) = names else {
            return "Báo cáo không có số ước thực hiện cả năm; kết quả như căn cứ trên.".into();
        };
        let names: Vec<&str> = names.iter().map(Text::as_str).collect();
        if names.is_empty() {
            return "Báo cáo không nêu đơn vị ước; kết quả này đúng nếu số chính thức đúng như ước.".into();
        }
        format!("Số ước của {}; kết quả này đúng nếu số chính thức đúng như ước.", names.join(", "))
    }

    fn confirmed_by(&self, documents: &[DocumentRef]) -> String {
        let documents: Vec<String> = documents.iter().map(|document| self.document(document)).collect();
        if documents.is_empty() {
            return "Chưa có văn bản xác nhận của cấp có thẩm quyền; kết quả như căn cứ trên.".into();
        }
        format!("Văn bản xác nhận: {}.", documents.join("; "))
    }

    fn fact_source(&self, source: &str) -> String {
        format!("nguồn: {source}")
    }

    fn fact_as_of(&self, date: &str) -> String {
        format!("số liệu đến ngày {date}")
    }

    fn justified(&self, justification: &str) -> String {
        format!("giải trình: {justification}")
    }

    fn proved_by(&self, documents: &str) -> String {
        format!("minh chứng: {documents}")
    }

    fn exactly(&self, value: &str) -> String {
        format!("bằng {value}")
    }

    fn all_of(&self, parts: &[String]) -> String {
        parts.join(" và ")
    }

    fn any_of(&self, parts: &[String]) -> String {
        parts.join(" hoặc ")
    }

    fn not(&self, part: &str) -> String {
        format!("không phải: {part}")
    }

    fn at_least_of(&self, count: u32, parts: &[String]) -> String {
        format!("ít nhất {count} trong {}: {}", parts.len(), parts.join("; "))
    }

    fn flag(&self, name: &str, holds: bool) -> String {
        match (name.is_empty(), holds) {
            (true, true) => "có".to_string(),
            (true, false) => "không".to_string(),
            (false, true) => name.to_string(),
            (false, false) => match name.split_once(' ') {
                Some(("đã", rest)) => format!("chưa {rest}"),
                Some(("có" | "bị" | "thuộc", _)) => format!("không {name}"),
                // a clause with a subject of its own
                _ => format!("không có việc {name}"),
            },
        }
    }

    fn unknown(&self) -> &'static str {
        "chưa có dữ kiện"
    }

    fn span(&self, low: (&str, End), high: (&str, End)) -> String {
        match (low.1, high.1) {
            (End::Closed, End::Closed) => format!("từ {} đến {}", low.0, high.0),
            (End::Closed, End::Open) => format!("từ {} đến dưới {}", low.0, high.0),
            (End::Open, End::Closed) => format!("trên {} đến {}", low.0, high.0),
            (End::Open, End::Open) => format!("trên {} đến dưới {}", low.0, high.0),
        }
    }

    fn own_rules(&self) -> &'static str {
        "bộ điều kiện của thư viện (không phải văn bản quy định)"
    }

    fn graded(&self, level: &str) -> String {
        format!("Mức xếp loại tính được: “{level}”.")
    }

    fn asks(&self, level: &str, asked: &str, is_limit: bool) -> String {
        let word = if is_limit { "là" } else { "yêu cầu" };
        format!("“{level}” {word} {asked}")
    }

    fn no_rule_matched(&self, facts: &str, nearest: &[String], source: &str, gap: Option<&str>) -> String {
        let source = capitalised(source);
        let nearest = if nearest.is_empty() { String::new() } else { format!("; {}", nearest.join(", ")) };
        let gap = gap.map_or_else(String::new, |gap| format!(" {source} không quy định trường hợp {gap}."));
        format!("Chưa xếp được mức: {facts}{nearest}.{gap} Đề nghị cấp có thẩm quyền quyết định.")
    }

    fn several_matched(&self, levels: &[String], citations: &str) -> String {
        let levels = levels.join("” và “");
        let citations = in_brackets(citations);
        format!(
            "Chưa xếp được mức: số liệu thỏa mãn đồng thời điều kiện của mức “{levels}”{citations}. Đề nghị cấp có thẩm quyền quyết định."
        )
    }

    fn left_open(&self, levels: &[String], facts: &[String]) -> String {
        format!(
            "Chưa kết luận được mức xếp loại (có thể là “{}”): chưa đủ dữ kiện về {}. Đề nghị bổ sung.",
            levels.join("”, “"),
            facts.join(", ")
        )
    }

    fn outside_domain(&self, fact: &str, value: &str, ends: (&str, &str), step: Option<&str>) -> String {
        let (low, high) = ends;
        let step = step.map_or_else(String::new, |step| format!(", cách nhau {step}"));
        format!(
            "Chưa xếp được mức: {fact} là {value}; chỉ nhận giá trị từ {low} đến {high}{step}. Đề nghị kiểm tra lại."
        )
    }

    fn out_of_order(&self, fact: (&str, &str), above: (&str, &str)) -> String {
        format!(
            "Chưa xếp được mức: {} là {}, không thể cao hơn {} là {}. Đề nghị kiểm tra lại.",
            fact.0, fact.1, above.0, above.1
        )
    }

    fn bands_unknown(&self, source: &str, subject: &str) -> String {
        format!("Chưa có căn cứ xếp mức: {source} chưa có khung điểm đối với {subject} trong bộ dữ liệu này.")
    }

    fn wrong_subject(&self, rule_set: &str, subject: &str, asked: &str) -> String {
        format!("Không áp dụng {rule_set}: bộ tiêu chí này dùng cho {subject}, không dùng cho {asked}.")
    }

    fn analogy(&self, rule_set: &str, subject: &str) -> String {
        format!("THAM KHẢO: {rule_set} dùng cho {subject}; kết quả dưới đây chỉ để tham khảo.")
    }

    fn own_reminder(&self, rule_set: &str) -> String {
        format!("THAM KHẢO: {rule_set} là của thư viện, không phải văn bản quy định.")
    }

    fn not_in_force(&self, reason: &NotInForce, subject: SubjectKind) -> String {
        let subject = self.subject(subject);
        match reason {
            NotInForce::NoneKnown { .. } => format!("Chưa có bộ tiêu chí đối với {subject} trong bộ dữ liệu này."),
            NotInForce::NoneBefore { date, first } => format!(
                "Chưa có bộ tiêu chí có hiệu lực đối với {subject} tại ngày {}; bộ sớm nhất có hiệu lực từ ngày {}.",
                self.date(*date),
                self.date(*first)
            ),
            NotInForce::Several { first, ids } => format!(
                "Có nhiều bộ tiêu chí đối với {subject} cùng có hiệu lực từ ngày {} ({ids}). Đề nghị chọn một bộ.",
                self.date(*first)
            ),
            NotInForce::NoneAfter { date, last } => format!(
                "Chưa có bộ tiêu chí có hiệu lực đối với {subject} tại ngày {}; bộ gần nhất hết hiệu lực sau ngày {}.",
                self.date(*date),
                self.date(*last)
            ),
        }
    }

    fn given_higher(&self, author: Author, given: &str, source: &str, computed: &str, reasons: &str) -> String {
        let author = match author {
            Author::SelfAssessed => "tự đánh giá",
            Author::Reviewed => "thẩm định",
            Author::Decided => "được quyết định",
        };
        format!(
            "Mức {author} “{given}” cao hơn kết quả tính theo {source} (“{computed}”), vì {reasons}. Kết quả tính không thay thế quyết định của cấp có thẩm quyền."
        )
    }

    fn failing(&self, condition: &str, citation: &str, measured: Option<&str>, lacking: &[Text]) -> String {
        let citation = in_brackets(citation);
        let lacking: Vec<&str> = lacking.iter().map(Text::as_str).collect();
        let lacking =
            if lacking.is_empty() { String::new() } else { format!(", còn “{}”", lacking.join("”, “")) };
        let measured = measured.map_or_else(String::new, |measured| format!(": hiện là {measured}"));
        format!("điều kiện “{condition}”{citation} chưa đạt{measured}{lacking}")
    }

    fn undecided(&self, condition: &str, citation: &str) -> String {
        let citation = in_brackets(citation);
        format!("chưa đủ dữ kiện về điều kiện “{condition}”{citation}")
    }

    fn given_equal(&self, given: &str, source: &str) -> String {
        format!("Mức “{given}” bằng kết quả tính theo {source}.")
    }

    fn given_lower(&self, given: &str, source: &str, computed: &str) -> String {
        format!("Mức “{given}” thấp hơn kết quả tính theo {source} (“{computed}”).")
    }

    fn given_not_comparable(&self, given: &str) -> String {
        format!("Chưa so sánh được mức “{given}” với kết quả tính.")
    }

    fn given_conditions(&self, given: &str, met: &[String], unmet: &[String]) -> String {
        let list = |parts: &[String]| if parts.is_empty() { "không có".to_string() } else { parts.join("; ") };
        format!("Đối với mức “{given}”: điều kiện đã đạt: {}; điều kiện chưa đạt: {}.", list(met), list(unmet))
    }

    fn lift(&self, lift: &LiftWords<'_>) -> String {
        let LiftWords { level, target, missing, from, to, .. } = lift;
        let verb = if lift.is_decrease { "cần giảm" } else { "còn thiếu" };
        let more = if lift.is_strict { "hơn " } else { "" };
        let beyond = match (lift.is_strict, lift.is_decrease) {
            (false, _) => "",
            (true, false) => "trên ",
            (true, true) => "dưới ",
        };
        format!(
            "Để đạt mức “{level}”, {verb}: {more}{missing} ở “{target}” ({from} → {beyond}{to}). Các điều kiện khác đã đạt."
        )
    }

    fn lift_by_meeting(&self, level: &str, target: &str) -> String {
        format!("Để đạt mức “{level}”, cần đạt mục tiêu “{target}”.")
    }

    fn cap_exceeded(&self, cap: &CapWords<'_>) -> String {
        let citation = in_brackets(cap.citation);
        format!(
            "Vượt tỷ lệ tối đa: {:02} trường hợp xếp “{}” so với {:02} trường hợp xếp “{}”{}; tối đa {}{citation}. Nhiều nhất {:02} trường hợp xếp mức này.",
            cap.given,
            cap.level,
            cap.base,
            cap.of,
            is_share(cap),
            cap.allowed,
            cap.largest
        )
    }

    fn cap_holds(&self, cap: &CapWords<'_>) -> String {
        let citation = in_brackets(cap.citation);
        format!(
            "Trong tỷ lệ tối đa: {:02} trường hợp xếp “{}” so với {:02} trường hợp xếp “{}”{}; tối đa {}{citation}.",
            cap.given,
            cap.level,
            cap.base,
            cap.of,
            is_share(cap),
            cap.allowed
        )
    }

    fn gap(&self, place: &str, example: &str) -> String {
        let example =
            if example.is_empty() { String::new() } else { format!(" Ví dụ: {example}: không mức nào.") };
        format!("Khoảng chưa quy định: {place}.{example}")
    }

    fn overlap(&self, place: &str, rules: &str) -> String {
        format!("Chồng lấn: {place} thỏa mãn nhiều điều kiện xếp mức ({rules}).")
    }

    fn unreachable(&self, rule: &str) -> String {
        format!("Không trường hợp nào được xếp mức theo điều kiện `{rule}`.")
    }

    fn reversal(&self, fact: &str, from: (&str, &str), to: (&str, &str)) -> String {
        let fact = capitalised(fact);
        format!("{fact} tốt hơn lại bị xếp mức thấp hơn: {} là “{}”, còn {} là “{}”.", from.0, from.1, to.0, to.1)
    }

    fn perhaps_unreachable(&self) -> &'static str {
        "(Có thể không xảy ra: điểm được coi là độc lập với các dữ kiện khác.)"
    }

    fn any_case(&self) -> &'static str {
        "mọi trường hợp"
    }
}

fn is_share(cap: &CapWords<'_>) -> String {
    cap.percent.map_or_else(String::new, |percent| format!(" là {percent}"))
}

/// With a capital at its beginning, as a sentence has.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
