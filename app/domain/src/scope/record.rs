//! On which facts did a decision rest, and what changed since the one before?

use serde::{Deserialize, Serialize};

use super::{Decision, ScopeFacts, head_count::HeadCount};

/// A decision as it was made, with the facts that it rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// What the operator said. The number of people is the head count's.
    pub facts: ScopeFacts,
    /// The number of people, and how it was worked out.
    pub head_count: Option<HeadCount>,
    /// What followed, by the law of that day.
    pub decision: Decision,
}

/// A fact that a decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Whether there is a building.
    Building,
    /// The uses, and whether each is for visiting members of the public.
    Uses,
    /// Whether they are what the premises are wholly or mainly used for.
    Mainly,
    /// Which use is principal.
    Principal,
    /// The number of people.
    Number,
    /// How the number was worked out.
    Method,
    /// What of Schedule 2 applies.
    Exclusions,
    /// Larger premises around them.
    PartOf,
}

impl Fact {
    /// Every fact, in the order of the Act's conditions.
    pub const ALL: [Self; 8] = [
        Self::Building,
        Self::Uses,
        Self::Mainly,
        Self::Principal,
        Self::Number,
        Self::Method,
        Self::Exclusions,
        Self::PartOf,
    ];
}

impl DecisionRecord {
    /// The facts that differ from those of another record, in the order of the Act's conditions.
    pub fn changed_since(&self, before: &Self) -> Vec<Fact> {
        let (now, then) = (&self.facts, &before.facts);
        let number = |record: &Self| record.head_count.as_ref().map(HeadCount::number);
        let method = |record: &Self| {
            record.head_count.as_ref().map(|count| (count.method().to_owned(), count.counted_on()))
        };
        [
            (Fact::Building, now.building != then.building),
            (Fact::Uses, now.uses != then.uses),
            (Fact::Mainly, now.mainly != then.mainly),
            (Fact::Principal, now.principal != then.principal),
            (Fact::Number, number(self) != number(before)),
            (Fact::Method, method(self) != method(before)),
            (Fact::Exclusions, now.exclusions != then.exclusions),
            (Fact::PartOf, now.part_of != then.part_of),
        ]
        .into_iter()
        .filter_map(|(fact, changed)| changed.then_some(fact))
        .collect()
    }
}
