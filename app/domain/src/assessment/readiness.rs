//! How far are things in place, and how well founded is that? Topic by topic: never one grade.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Answer, Journey, Step, Value};
use crate::content::{Bearing, Part, ReadinessTopic};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    /// A question is open or was answered "not sure".
    Doubtful,
    /// Every question was answered, and nothing stands behind the answers.
    Stated,
    /// What is in place is described in the notes; nothing shows that it has been tried out.
    Described,
    /// It was tried out, too long ago.
    OutOfDate,
    /// It was tried out, not too long ago.
    TriedOut,
}

/// What a standing is founded on besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// The day in London.
    pub today: NaiveDate,
    /// The last drill or exercise of each topic, by its id.
    pub drills: &'a BTreeMap<String, NaiveDate>,
}

/// The readiness of one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicReadiness {
    /// Readiness of what.
    pub topic: ReadinessTopic,
    /// How far it is in place.
    pub standing: Standing,
    /// How much of what applies is in place, in percent, each question by its weight. Nothing while it is not
    /// known whether the thing itself is there; `None` where nothing applies.
    pub share: Option<u8>,
    /// How well founded that is.
    pub confidence: Confidence,
}

/// The readiness of every topic that was asked about, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness(Vec<TopicReadiness>);

impl Readiness {
    /// The readiness of a topic; `None` where no question on it shows.
    pub fn of(&self, topic: &str) -> Option<&TopicReadiness> {
        self.0.iter().find(|found| found.topic.id == topic)
    }

    /// Every topic that was asked about.
    pub fn iter(&self) -> impl Iterator<Item = &TopicReadiness> {
        self.0.iter()
    }
}

/// How far things are in place, topic by topic.
pub fn readiness(journey: &Journey<'_>, grounds: Grounds<'_>) -> Readiness {
    let hidden = journey.hidden_by_gaps();
    let topics = journey.set().topics.iter().filter_map(|topic| {
        let bears =
            |step: &Step<'_>| step.question.readiness.iter().find(|one| one.topic == topic.id).cloned();
        let shown: Vec<(Step<'_>, Bearing)> =
            journey.steps().iter().filter_map(|step| Some((*step, bears(step)?))).collect();
        if shown.is_empty() {
            return None;
        }
        // A part that is not asked about, because what it hangs on is not there, is not there either.
        let missing: Vec<Bearing> = hidden.iter().filter_map(bears).collect();
        Some(of_topic(topic, &shown, &missing, grounds))
    });
    Readiness(topics.collect())
}

fn of_topic(
    topic: &ReadinessTopic,
    shown: &[(Step<'_>, Bearing)],
    missing: &[Bearing],
    grounds: Grounds<'_>,
) -> TopicReadiness {
    let part = |part: Part| {
        let answered = shown.iter().filter(move |(_, bearing)| bearing.part == part);
        let answered = answered.map(|(step, bearing)| (step_standing(step, grounds), bearing.weight));
        let missing = missing.iter().filter(move |bearing| bearing.part == part);
        answered.chain(missing.map(|bearing| (Standing::NotInPlace, bearing.weight))).collect::<Vec<_>>()
    };
    let (main, support) = (part(Part::Main), part(Part::Support));
    let standing = match (together(&main), together(&support)) {
        (Standing::InPlace, Standing::InPlace | Standing::NotApplicable) => Standing::InPlace,
        // Parts of something that is missing do not make it there in part.
        (Standing::InPlace, _) => Standing::Partly,
        (main, _) => main,
    };
    let share = match standing {
        Standing::NotApplicable => None,
        Standing::NotInPlace | Standing::NotKnown => Some(0),
        Standing::InPlace | Standing::Partly => share(main.iter().chain(&support)),
    };
    TopicReadiness { topic: topic.clone(), standing, share, confidence: confidence(topic, shown, grounds) }
}

/// Several standings as one; what does not apply has no say.
fn together(all: &[(Standing, u8)]) -> Standing {
    let rest: Vec<Standing> =
        all.iter().map(|(one, _)| *one).filter(|one| *one != Standing::NotApplicable).collect();
    match rest.split_first() {
        None => Standing::NotApplicable,
        Some((first, others)) if others.iter().all(|one| one == first) => *first,
        // Of one thing that is missing and another that nobody knows of, no part is there.
        Some(_) if !rest.iter().any(|one| matches!(one, Standing::InPlace | Standing::Partly)) => {
            Standing::NotKnown
        }
        Some(_) => Standing::Partly,
    }
}

fn share<'a>(all: impl Iterator<Item = &'a (Standing, u8)>) -> Option<u8> {
    let (mut there, mut of) = (0_u32, 0_u32);
    for (standing, weight) in all {
        let halves = match standing {
            Standing::NotApplicable => continue,
            Standing::InPlace => 2,
            Standing::Partly => 1,
            Standing::NotInPlace | Standing::NotKnown => 0,
        };
        there += halves * u32::from(*weight);
        of += 2 * u32::from(*weight);
    }
    (there * 100).checked_div(of).and_then(|percent| u8::try_from(percent).ok())
}

fn confidence(topic: &ReadinessTopic, shown: &[(Step<'_>, Bearing)], grounds: Grounds<'_>) -> Confidence {
    if shown.iter().any(|(step, _)| step_standing(step, grounds) == Standing::NotKnown) {
        return Confidence::Doubtful;
    }
    let of_part = |part| shown.iter().filter(move |(_, bearing)| bearing.part == part).map(|(step, _)| *step);
    let said: Vec<_> = of_part(Part::Proof).map(|step| (step_standing(&step, grounds), 1)).collect();
    let said = !said.is_empty() && together(&said) == Standing::InPlace;
    let drill = |months| Some(fresh(*grounds.drills.get(&topic.id)?, months, grounds.today));
    let drilled = topic.drill_every.and_then(drill);
    let dated = of_part(Part::Proof).filter_map(|step| answer_is_fresh(&step, grounds.today));
    let dates: Vec<bool> = dated.chain(drilled).collect();
    match (said, dates.as_slice()) {
        (_, dates) if dates.contains(&true) => Confidence::TriedOut,
        (_, [_, ..]) => Confidence::OutOfDate,
        (true, []) => Confidence::TriedOut,
        (false, []) => {
            let there = of_part(Part::Main)
                .filter(|step| matches!(step_standing(step, grounds), Standing::InPlace | Standing::Partly));
            let notes: Vec<bool> =
                there.filter_map(|step| step.answer.map(|answer| !answer.note.is_empty())).collect();
            let described = !notes.is_empty() && notes.iter().all(|note| *note);
            if described { Confidence::Described } else { Confidence::Stated }
        }
    }
}

/// The first day on which a day is so many months ago.
pub fn too_old_on(day: NaiveDate, months: u8) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months.into()))
}

/// Whether a day is less than so many months ago.
pub(super) fn fresh(day: NaiveDate, months: u8, today: NaiveDate) -> bool {
    too_old_on(day, months).is_none_or(|end| end > today)
}

/// Whether the day that was answered is not too long ago; nothing, where no day was, or where days do not age.
pub(super) fn answer_is_fresh(step: &Step<'_>, today: NaiveDate) -> Option<bool> {
    match (step.question.ages_after, step.answer) {
        (Some(months), Some(Answer { value: Value::Date { date }, .. })) => Some(fresh(*date, months, today)),
        _ => None,
    }
}

fn step_standing(step: &Step<'_>, grounds: Grounds<'_>) -> Standing {
    match answer_is_fresh(step, grounds.today) {
        // What was last gone through too long ago is there in part.
        Some(false) => Standing::Partly,
        _ => step.answer.map_or(Standing::NotKnown, |answer| standing(&answer.value)),
    }
}

/// What an answer says of the thing that was asked about.
fn standing(value: &Value) -> Standing {
    match value {
        Value::Yes
        | Value::Option { .. }
        | Value::Text { .. }
        | Value::Date { .. }
        | Value::Number { .. }
        | Value::Decision(_)
        | Value::Person { .. } => Standing::InPlace,
        Value::Partly => Standing::Partly,
        Value::No | Value::NoDate | Value::NoDecision => Standing::NotInPlace,
        Value::NotSure => Standing::NotKnown,
        Value::NotApplicable { .. } => Standing::NotApplicable,
    }
}
