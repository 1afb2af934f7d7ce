//! From a rounded figure back to the values that it may stand for: the interval of each rounding mode, with its open and
//! closed ends.

use super::{
    End, Interval, Printed, QuantityError, Ratio, RoundMode, Rounded,
    bounds::{DECIMALS, MILLIONTHS},
};

impl Printed {
    /// The values that are printed as this figure when they are rounded by `mode` at its decimals (khoảng giá trị trước
    /// khi làm tròn).
    ///
    /// Half a unit of the last place to both sides for the two modes that round to the nearest, a whole unit to one side
    /// for the others. What is exactly in the middle belongs to one neighbour only, which the ends say.
    ///
    /// ```
    /// use thuocdo::quantity::{Printed, Ratio, RoundMode};
    ///
    /// let share: Printed = "85.98".parse()?;                            // 92/107 hộ
    /// let supported = Ratio::of(9200, 107)?;
    /// assert!(share.stands_for(RoundMode::HalfAway)?.contains(supported));
    /// assert!(!share.stands_for(RoundMode::HalfAway)?.contains("85.985".parse::<thuocdo::quantity::Amount>()?.into()));
    /// # Ok::<(), thuocdo::quantity::QuantityError>(())
    /// ```
    ///
    /// # Errors
    /// [`QuantityError::ResultTooLarge`], which no printed figure is large enough for.
    pub fn stands_for(self, mode: RoundMode) -> Result<Interval, QuantityError> {
        let value = Ratio::from(self.amount());
        let unit = self.last_place()?;
        let half = self.half_a_place()?;
        let rounded = self.rounded();
        let (is_zero, is_negative) = (rounded.mantissa() == 0, rounded.mantissa() < 0);
        let middle = |distance: Ratio, low: End, high: End| {
            let ends = (value.checked_sub(distance)?, value.checked_add(distance)?);
            // INVARIANT: the ends rise, so there is an interval between them
            Ok(Interval::between(Some((ends.0, low)), Some((ends.1, high))).unwrap_or(Interval::point(value)))
        };
        let above =
            || Ok(Interval { low: Some((value, End::Closed)), high: Some((value.checked_add(unit)?, End::Open)) });
        let below =
            || Ok(Interval { low: Some((value.checked_sub(unit)?, End::Open)), high: Some((value, End::Closed)) });
        match mode {
            RoundMode::HalfAway if is_zero => middle(half, End::Open, End::Open),
            RoundMode::HalfAway if is_negative => middle(half, End::Open, End::Closed),
            RoundMode::HalfAway => middle(half, End::Closed, End::Open),
            RoundMode::HalfEven if rounded.mantissa() & 1 == 0 => middle(half, End::Closed, End::Closed),
            RoundMode::HalfEven => middle(half, End::Open, End::Open),
            RoundMode::Down if is_zero => middle(unit, End::Open, End::Open),
            RoundMode::Up if is_zero => Ok(Interval::point(value)),
            RoundMode::Up if is_negative => above(),
            RoundMode::Down if is_negative => below(),
            RoundMode::Floor | RoundMode::Down => above(),
            RoundMode::Ceiling | RoundMode::Up => below(),
        }
    }

    /// The values that it is nearest to, whichever way a tie went: half a unit of the last place to both sides.
    pub(crate) fn is_nearest_to(self) -> Result<Interval, QuantityError> {
        let (value, half) = (Ratio::from(self.amount()), self.half_a_place()?);
        let ends = Interval::closed(value.checked_sub(half)?, value.checked_add(half)?);
        Ok(ends.unwrap_or(Interval::point(value)))
    }

    fn half_a_place(self) -> Result<Ratio, QuantityError> {
        self.last_place()?.checked_mul(Ratio::from_millionths(MILLIONTHS, 2 * MILLIONTHS)?)
    }

    /// One unit of the last place that is printed: 0.01 for `85.98`, 1 for `02`.
    ///
    /// # Errors
    /// None in fact: a printed figure has at most six decimals.
    pub(crate) fn last_place(self) -> Result<Ratio, QuantityError> {
        Ok(Ratio::from(Rounded::new(1, self.decimals()).to_amount()?))
    }

    /// The same value with its last zero after the point left out; none if no zero is there.
    pub(crate) fn without_last_zero(self) -> Option<Self> {
        let decimals = self.decimals().checked_sub(1)?;
        let rounded = self.rounded();
        let is_zero = rounded.mantissa().checked_rem(10) == Some(0);
        let shorter = is_zero.then(|| Rounded::new(rounded.mantissa().checked_div(10).unwrap_or(0), decimals))?;
        Self::of(shorter).ok().map(|shorter| shorter.padded_to(self.integer_digits()))
    }

    /// The same digits with so many of them after the point; none if those are more than are accepted.
    pub(crate) fn with_decimals(self, decimals: u8) -> Option<Self> {
        (decimals <= DECIMALS).then(|| Self::of(Rounded::new(self.rounded().mantissa(), decimals)).ok()).flatten()
    }

    /// Another value printed as this figure is: with its decimals, and with zeros in front to its width if it has such.
    ///
    /// # Errors
    /// [`QuantityError::TooLarge`] from 10^18 on.
    pub(crate) fn alike(self, mantissa: i128) -> Result<Self, QuantityError> {
        let natural = Self::of(Rounded::new(mantissa, self.decimals()))?;
        let is_padded = self.integer_digits() > Self::of(self.rounded())?.integer_digits();
        Ok(if is_padded { natural.padded_to(self.integer_digits()) } else { natural })
    }
}
