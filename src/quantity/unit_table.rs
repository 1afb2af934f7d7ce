//! The units that reports use most, one table. Any other text is a unit too, of the kind [`UnitKind::Other`].

use super::UnitKind::{self, Count, Measure, Money, Percent, Points, Whole};

/// A unit's name, its kind, and its English in the singular and the plural.
pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) kind: UnitKind,
    pub(super) one: &'static str,
    pub(super) many: &'static str,
}

pub(super) fn find(name: &str) -> Option<&'static Known> {
    KNOWN.iter().find(|known| known.name == name)
}

const fn known(name: &'static str, kind: UnitKind, one: &'static str, many: &'static str) -> Known {
    Known { name, kind, one, many }
}

pub(super) static KNOWN: [Known; 46] = [
    known("người", Whole, "person", "persons"),
    known("hộ", Whole, "household", "households"),
    // courts and land offices count half cases, so these need not be whole
    known("vụ", Count, "case", "cases"),
    known("việc", Count, "matter", "matters"),
    known("hồ sơ", Whole, "file", "files"),
    known("học viên", Whole, "trainee", "trainees"),
    known("học sinh", Whole, "pupil", "pupils"),
    known("lao động", Whole, "worker", "workers"),
    known("lớp", Whole, "class", "classes"),
    known("xã", Whole, "commune", "communes"),
    known("huyện", Whole, "district", "districts"),
    known("tỉnh", Whole, "province", "provinces"),
    known("thôn", Whole, "village", "villages"),
    known("đơn vị", Whole, "unit", "units"),
    known("cơ quan", Whole, "agency", "agencies"),
    known("doanh nghiệp", Whole, "enterprise", "enterprises"),
    known("hợp tác xã", Whole, "cooperative", "cooperatives"),
    known("cơ sở", Whole, "establishment", "establishments"),
    known("trường", Whole, "school", "schools"),
    known("dự án", Whole, "project", "projects"),
    known("công trình", Whole, "works", "works"),
    known("nhiệm vụ", Whole, "task", "tasks"),
    known("chỉ tiêu", Whole, "indicator", "indicators"),
    known("văn bản", Whole, "document", "documents"),
    known("hội nghị", Whole, "conference", "conferences"),
    known("cuộc", Whole, "event", "events"),
    known("đại biểu", Whole, "delegate", "delegates"),
    known("thí sinh", Whole, "contestant", "contestants"),
    known("đoàn", Whole, "delegation", "delegations"),
    known("lượt", Whole, "visit", "visits"),
    known("sản phẩm", Whole, "product", "products"),
    known("đồng", Money, "đồng", "đồng"),
    known("%", Percent, "%", "%"),
    known("điểm phần trăm", Points, "percentage point", "percentage points"),
    known("ngày", Measure, "day", "days"),
    known("tháng", Measure, "month", "months"),
    known("năm", Measure, "year", "years"),
    known("điểm", Measure, "point", "points"),
    known("lần", Measure, "time", "times"),
    known("ha", Measure, "ha", "ha"),
    known("km", Measure, "km", "km"),
    known("m²", Measure, "m²", "m²"),
    known("m³", Measure, "m³", "m³"),
    known("tấn", Measure, "tonne", "tonnes"),
    known("kg", Measure, "kg", "kg"),
    known("kWh", Measure, "kWh", "kWh"),
];
