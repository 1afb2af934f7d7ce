//! Headings and labels of the printed rule set; every condition and sentence comes from the crate.

/// The headings in one language.
#[derive(Debug)]
pub(crate) struct RuleWords {
    pub(crate) source: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) in_force: &'static str,
    pub(crate) no_end: &'static str,
    pub(crate) remark: &'static str,
    pub(crate) fact: &'static str,
    pub(crate) rules: &'static str,
    pub(crate) columns: [&'static str; 4],
    pub(crate) proof: &'static str,
    pub(crate) cases: &'static str,
    pub(crate) sound: &'static str,
    pub(crate) grade: &'static str,
    pub(crate) given: &'static str,
    pub(crate) lift: &'static str,
    pub(crate) more_than: &'static str,
    pub(crate) less_than: &'static str,
}

impl RuleWords {
    pub(crate) const VIETNAMESE: Self = Self {
        source: "căn cứ",
        subject: "đối tượng",
        in_force: "hiệu lực",
        no_end: "chưa xác định",
        remark: "lưu ý",
        fact: "dữ kiện",
        rules: "Điều kiện xếp mức",
        columns: ["Mức", "Điều kiện và ngưỡng", "Điều khoản", "Tình trạng văn bản"],
        proof: "Kiểm tra bộ tiêu chí",
        cases: "số trường hợp đã xét",
        sound: "không có khoảng chưa quy định, chồng lấn hay mức xếp ngược chiều",
        grade: "Xếp mức",
        given: "người sử dụng nhập",
        lift: "để lên mức",
        more_than: "trên ",
        less_than: "dưới ",
    };

    pub(crate) const ENGLISH: Self = Self {
        source: "source",
        subject: "subject",
        in_force: "in force",
        no_end: "not known",
        remark: "remark",
        fact: "fact",
        rules: "Rules",
        columns: ["Level", "Condition and threshold", "Clause", "Status of the text"],
        proof: "Proof",
        cases: "cases visited",
        sound: "no gap, no overlap, no reversal",
        grade: "Grade",
        given: "given by the user",
        lift: "to be lifted",
        more_than: "over ",
        less_than: "under ",
    };
}
