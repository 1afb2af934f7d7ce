//! Units, and figures that they allow.

use thuocdo::quantity::{Amount, Figure, Printed, Reading, Scale, Unit, UnitKind};

use super::Builder;

/// A unit of every kind; rates more often, for much is asked of them.
const UNITS: [&str; 16] = [
    "người",
    "%",
    "hộ",
    "vụ",
    "đồng",
    "điểm phần trăm",
    "",
    "ha",
    "%",
    "lần",
    "thiết bị",
    "hồ sơ",
    "m²",
    "người",
    "%",
    "lượt người/ngày",
];

impl Builder {
    pub(crate) fn unit(&mut self) -> Unit {
        let unit: Unit = self.pick(&UNITS).parse().unwrap();
        self.at_some_scale(&unit)
    }

    fn at_some_scale(&mut self, unit: &Unit) -> Unit {
        // rates have no scale words
        unit.scaled(*self.pick(&Scale::ALL)).unwrap_or_else(|_| unit.clone())
    }

    /// A number as printed that `unit` allows: padded or not, with zeros at the end or not, up to the largest.
    pub(crate) fn number(&mut self, unit: &Unit) -> Printed {
        let free = usize::try_from(unit.scale().factor().ilog10()).unwrap();
        let digits = usize::try_from(self.below(18 - u64::try_from(free).unwrap())).unwrap() + 1;
        let integer = self.below(10_u64.pow(u32::try_from(digits).unwrap()));
        let width = *self.pick(&[1, 2, digits]);
        let decimals = *self.pick(&[0, 0, 1, 2, 6]);
        let mut fraction = format!("{:06}", self.below(1_000_000))[..decimals].to_owned();
        if unit.kind() == UnitKind::Whole && decimals > free {
            fraction = format!("{:0<decimals$}", &fraction[..free]);
        }
        let is_counted = matches!(unit.kind(), UnitKind::Whole | UnitKind::Count);
        let sign = if self.below(4) == 3 && !is_counted { "-" } else { "" };
        let point = if decimals == 0 { "" } else { "." };
        format!("{sign}{integer:0width$}{point}{fraction}").parse().unwrap()
    }

    pub(crate) fn amount(&mut self) -> Amount {
        self.number(&Unit::BARE).amount()
    }

    pub(crate) fn reading(&mut self, unit: &Unit) -> Reading {
        let (one, other) = (self.number(unit), self.number(unit));
        match self.below(7) {
            0 => Reading::Exactly(one),
            1 => Reading::AtLeast(one),
            2 => Reading::MoreThan(one),
            3 => Reading::AtMost(one),
            4 => Reading::LessThan(one),
            5 => Reading::About(one),
            // two equal numbers are no range
            _ => Reading::between(one, other).or_else(|_| Reading::between(other, one)).unwrap_or(one.into()),
        }
    }

    pub(crate) fn figure(&mut self, unit: &Unit) -> Figure {
        let unit = self.at_some_scale(unit);
        Figure::new(self.reading(&unit), unit).unwrap()
    }
}
