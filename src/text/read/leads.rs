//! The words before a number: a bound, how firm it is, a move.

use super::grammar::Grammar;
use super::lexicon::{Bound, Lead};
use super::meaning::{ChangeSense, Status};

/// What the words before a figure say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct LeadWords {
    pub(super) bound: Option<Bound>,
    pub(super) status: Option<Status>,
    pub(super) sense: Option<ChangeSense>,
    pub(super) is_times: bool,
    pub(super) is_rank: bool,
}

impl LeadWords {
    /// With one more word; none if the two cannot stand together.
    fn with(self, lead: Lead) -> Option<Self> {
        Some(match (lead, self) {
            // `dự kiến đạt`
            (Lead::Plain, _) | (Lead::Status(Status::Reached), Self { status: Some(_), .. }) => self,
            // `khoảng gần`, `từ khoảng`: about so much
            (Lead::Bound(Bound::About), Self { bound: None | Some(Bound::About | Bound::From), .. })
            | (Lead::Bound(Bound::From), Self { bound: Some(Bound::About), .. }) => {
                Self { bound: Some(Bound::About), ..self }
            }
            // `khoảng hơn`: the bound is what it says
            (Lead::Bound(bound), Self { bound: None | Some(Bound::About), .. }) => Self { bound: Some(bound), ..self },
            (Lead::Status(status), Self { status: None | Some(Status::Reached), .. }) => {
                Self { status: Some(status), ..self }
            }
            (Lead::Move(sense), Self { sense: None, bound: None, .. }) => Self { sense: Some(sense), ..self },
            (Lead::Times, Self { is_times: false, bound: None, .. }) => Self { is_times: true, ..self },
            (Lead::Rank, Self { bound: None, sense: None, .. }) => Self { is_rank: true, ..self },
            _ => return None,
        })
    }
}

/// Words before a number, and where they stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leads {
    pub(super) words: LeadWords,
    /// The first piece that says something of the number; the number itself if none does.
    pub(super) telling: usize,
    /// The piece of the number.
    pub(super) number: usize,
}

impl Grammar<'_, '_> {
    /// The words before a number from this piece on.
    pub(super) fn leads(&self, from: usize) -> Option<Leads> {
        let mut words = LeadWords::default();
        let (mut at, mut telling) = (from, None);
        while let Some((lead, next)) = self.source.longest(at, self.lexicon.leads) {
            if at != from && !self.source.goes_on(at) {
                return None;
            }
            words = words.with(lead)?;
            telling = telling.or((lead != Lead::Plain).then_some(at));
            at = next;
            if let (Lead::Move(_) | Lead::Times, Some(((), next))) =
                (lead, self.source.longest(at, self.lexicon.fillers))
                && self.source.longest(at, self.lexicon.leads).is_none()
            {
                at = next;
            }
        }
        Some(Leads { words, telling: telling.unwrap_or(at), number: at })
    }
}
