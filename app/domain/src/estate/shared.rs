//! One change to facts that many premises share.

use chrono::NaiveDate;

use crate::{
    law::UseCode,
    premises::Premises,
    scope::{Exclusions, Known, PartOf, head_count::HeadCount},
};

#[cfg(test)]
mod tests;

/// What is to be said of many premises alike. What is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedChange {
    /// What applies of Schedule 2.
    pub exclusions: Option<Exclusions>,
    /// How they stand to larger premises.
    pub part_of: Option<PartOf>,
    /// Whether they are wholly or mainly used for their uses. Only where there are any.
    pub mainly: Option<Known>,
    /// Whether a use is for visiting members of the public. Only where it is among the uses.
    pub for_public: Option<(UseCode, Known)>,
    /// How the number of people was worked out, and when. Only where there is a number; the number
    /// and its explanation stay.
    pub counted: Option<Counted>,
    /// Since when the operator is responsible. Not where that ended before.
    pub since: Option<NaiveDate>,
    /// Websites and accounts that advertise them; empty for none.
    pub online: Option<Vec<String>>,
}

/// How a number was worked out, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// A method that needs no explanation of its own.
    pub method: String,
    /// The day.
    pub on: NaiveDate,
}

impl SharedChange {
    /// Whether nothing is to change.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Says it of premises. What was decided about them is not decided anew here.
    pub fn apply(&self, premises: &mut Premises) {
        let facts = &mut premises.facts;
        if let Some(exclusions) = &self.exclusions {
            facts.exclusions.clone_from(exclusions);
        }
        if let Some(part_of) = self.part_of {
            facts.part_of = part_of;
        }
        if let Some(mainly) = self.mainly
            && !facts.uses.is_empty()
        {
            facts.mainly = mainly;
        }
        if let Some((code, for_public)) = self.for_public {
            for stated in facts.uses.iter_mut().filter(|stated| stated.code == code) {
                stated.for_public = for_public;
            }
        }
        if let (Some(counted), Some(count)) = (&self.counted, &premises.head_count)
            && let Ok(again) =
                HeadCount::new(count.number(), &counted.method, count.note(), counted.on, counted.on)
        {
            premises.head_count = Some(again);
        }
        if let Some(since) = self.since
            && premises.control.until.is_none_or(|until| since <= until)
        {
            premises.control.since = Some(since);
        }
        if let Some(online) = &self.online {
            premises.site.online = Some(online.clone());
        }
    }
}
