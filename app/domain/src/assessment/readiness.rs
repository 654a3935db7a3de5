//! How far are things in place, and how well founded is that?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Journey, Value};
use crate::content::{Part, ReadinessTopic};

/// How far something is in place, by what the operator said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// All of it is there.
    InPlace,
    /// Some of it is there.
    Partly,
    /// None of it is there.
    NotInPlace,
    /// Nobody has said, or nobody knows.
    NotKnown,
    /// The operator says that it does not apply, with a reason.
    NotApplicable,
}

/// How well founded a standing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A question is open or was answered "not sure".
    Doubtful,
    /// Every question was answered; nothing shows that it has been tried out.
    Stated,
    /// Every question was answered, and the operator has tried it out.
    TriedOut,
}

/// The readiness of one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicReadiness {
    /// How far it is in place.
    pub standing: Standing,
    /// How well founded that is.
    pub confidence: Confidence,
}

/// The readiness of every topic that was asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Readiness(BTreeMap<ReadinessTopic, TopicReadiness>);

impl Readiness {
    /// The readiness of a topic; `None` where no question on it shows.
    pub fn of(&self, topic: ReadinessTopic) -> Option<TopicReadiness> {
        self.0.get(&topic).copied()
    }

    /// Every topic that was asked about, the four procedures first.
    pub fn iter(&self) -> impl Iterator<Item = (ReadinessTopic, TopicReadiness)> {
        self.0.iter().map(|(topic, readiness)| (*topic, *readiness))
    }

    /// The few facts that are stored beside a submission.
    pub fn record(&self) -> ReadinessRecord {
        let standing = |topic| self.of(topic).map_or(Standing::NotKnown, |of| of.standing);
        ReadinessRecord {
            form: 1,
            evacuation: standing(ReadinessTopic::Evacuation),
            invacuation: standing(ReadinessTopic::Invacuation),
            lockdown: standing(ReadinessTopic::Lockdown),
            communication: standing(ReadinessTopic::Communication),
            notification: standing(ReadinessTopic::Notification),
            awareness: standing(ReadinessTopic::Awareness),
        }
    }
}

/// What area figures are counted from: the same JSON for the same answers in every version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadinessRecord {
    /// The form of this record; a change of meaning takes the next number.
    pub form: u8,
    /// Evacuation (section 5(3)(a)).
    pub evacuation: Standing,
    /// Invacuation (section 5(3)(b)).
    pub invacuation: Standing,
    /// Lockdown (section 5(3)(c)).
    pub lockdown: Standing,
    /// Communication (section 5(3)(d)).
    pub communication: Standing,
    /// What a notification will ask is at hand (section 9).
    pub notification: Standing,
    /// People who work there know their part.
    pub awareness: Standing,
}

/// How far things are in place, topic by topic.
pub fn readiness(journey: &Journey<'_>) -> Readiness {
    let mut found: BTreeMap<ReadinessTopic, Found> = BTreeMap::new();
    for step in journey.steps() {
        let standing = step.answer.map_or(Standing::NotKnown, |answer| standing(&answer.value));
        for bearing in &step.question.readiness {
            let found = found.entry(bearing.topic).or_default();
            match bearing.part {
                Part::Main => found.main.push(standing),
                Part::Support => found.support.push(standing),
                Part::Proof => found.proof.push(standing),
            }
        }
    }
    Readiness(found.into_iter().map(|(topic, found)| (topic, found.settle())).collect())
}

#[derive(Default)]
struct Found {
    main: Vec<Standing>,
    support: Vec<Standing>,
    proof: Vec<Standing>,
}

impl Found {
    fn settle(self) -> TopicReadiness {
        let main = together(&self.main);
        let support = together(&self.support);
        let standing = match (main, support) {
            (Standing::InPlace, Standing::InPlace | Standing::NotApplicable) => Standing::InPlace,
            // Parts of something that is missing do not make it there in part.
            (Standing::InPlace, _) => Standing::Partly,
            (main, _) => main,
        };
        let mut all = self.main.iter().chain(&self.support).chain(&self.proof);
        let tried = !self.proof.is_empty() && together(&self.proof) == Standing::InPlace;
        let confidence = match (all.any(|one| *one == Standing::NotKnown), tried) {
            (true, _) => Confidence::Doubtful,
            (false, true) => Confidence::TriedOut,
            (false, false) => Confidence::Stated,
        };
        TopicReadiness { standing, confidence }
    }
}

/// Several standings as one; what does not apply has no say.
fn together(all: &[Standing]) -> Standing {
    let mut rest = all.iter().copied().filter(|one| *one != Standing::NotApplicable);
    match rest.next() {
        None => Standing::NotApplicable,
        Some(first) if rest.all(|one| one == first) => first,
        Some(_) => Standing::Partly,
    }
}

fn standing(value: &Value) -> Standing {
    match value {
        Value::Yes
        | Value::Option { .. }
        | Value::Text { .. }
        | Value::Date { .. }
        | Value::Person { .. } => Standing::InPlace,
        Value::Partly => Standing::Partly,
        Value::No | Value::NoDate => Standing::NotInPlace,
        Value::NotSure => Standing::NotKnown,
        Value::NotApplicable { .. } => Standing::NotApplicable,
    }
}
