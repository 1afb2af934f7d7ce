//! The named types of documents and their abbreviations, one table.

/// Type of a document (loại văn bản), by its abbreviation in the document's symbol.
///
/// The 27 named administrative types and the three kinds of copies are those of Decree 30/2020/NĐ-CP, Annex III (seen);
/// the types of normative acts are those of the 2015 law on their making (recalled). Official letters (công văn) have
/// no abbreviation and so no row.
///
/// ```
/// use thuocdo::id::DocumentType;
///
/// let plan = DocumentType::of("KH").unwrap();
/// assert_eq!((plan.vietnamese(), plan.english()), ("Kế hoạch", "plan"));
/// assert!(DocumentType::of("SNV").is_none());
/// ```
#[doc(alias = "loại văn bản")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentType {
    abbreviation: &'static str,
    vietnamese: &'static str,
    english: &'static str,
}

impl DocumentType {
    /// Every known type: the 27 administrative ones, copies, old abbreviations, then normative acts.
    pub const ALL: [Self; 40] = [
        of("NQ", "Nghị quyết", "resolution"),
        of("QĐ", "Quyết định", "decision"),
        of("CT", "Chỉ thị", "directive"),
        of("QC", "Quy chế", "regulation"),
        of("QyĐ", "Quy định", "rules"),
        of("TC", "Thông cáo", "communiqué"),
        of("TB", "Thông báo", "notice"),
        of("HD", "Hướng dẫn", "guidance"),
        of("CTr", "Chương trình", "programme"),
        of("KH", "Kế hoạch", "plan"),
        of("PA", "Phương án", "scheme"),
        of("ĐA", "Đề án", "proposal"),
        of("DA", "Dự án", "project"),
        of("BC", "Báo cáo", "report"),
        of("BB", "Biên bản", "minutes"),
        of("TTr", "Tờ trình", "submission"),
        of("HĐ", "Hợp đồng", "contract"),
        of("CĐ", "Công điện", "telegram"),
        of("BGN", "Bản ghi nhớ", "memorandum"),
        of("BTT", "Bản thỏa thuận", "agreement"),
        of("GUQ", "Giấy ủy quyền", "authorisation"),
        of("GM", "Giấy mời", "invitation"),
        of("GGT", "Giấy giới thiệu", "letter of introduction"),
        of("GNP", "Giấy nghỉ phép", "leave form"),
        of("PG", "Phiếu gửi", "delivery slip"),
        of("PC", "Phiếu chuyển", "transfer slip"),
        of("PB", "Phiếu báo", "notification slip"),
        of("SY", "Sao y", "true copy"),
        of("TrS", "Trích sao", "extract copy"),
        of("SL", "Sao lục", "copy of a copy"),
        // abbreviations of Circular 01/2011/TT-BNV, still met in older documents
        of("GN", "Bản ghi nhớ", "memorandum"),
        of("TTh", "Bản thỏa thuận", "agreement"),
        of("UQ", "Giấy ủy quyền", "authorisation"),
        of("NP", "Giấy nghỉ phép", "leave form"),
        // normative acts and Party documents
        of("L", "Luật", "law"),
        of("PL", "Pháp lệnh", "ordinance"),
        of("NĐ", "Nghị định", "decree"),
        of("TT", "Thông tư", "circular"),
        of("TTLT", "Thông tư liên tịch", "joint circular"),
        of("KL", "Kết luận", "conclusion"),
    ];

    /// How many of [`DocumentType::ALL`], counted from the first, are named administrative types in force.
    pub const ADMINISTRATIVE: usize = 27;

    /// The type with this abbreviation, letter case included.
    #[must_use]
    pub fn of(abbreviation: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.abbreviation == abbreviation)
    }

    /// The abbreviation, for example `KH`.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        self.abbreviation
    }

    /// The Vietnamese name, for example `Kế hoạch`.
    #[must_use]
    pub const fn vietnamese(self) -> &'static str {
        self.vietnamese
    }

    /// The English name, for example `plan`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        self.english
    }
}

const fn of(abbreviation: &'static str, vietnamese: &'static str, english: &'static str) -> DocumentType {
    DocumentType { abbreviation, vietnamese, english }
}
