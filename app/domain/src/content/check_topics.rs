//! What readiness is told of: is `readiness.toml` whole, and does a set ask enough about each of its topics?

use super::{
    fault::{Fault, File, Finder},
    model::{Part, Question, ReadinessTopic},
    prose,
    raw::RawTopics,
    source::Source,
};

/// Checks `readiness.toml`.
pub fn topics(file: &File, sources: &[Source], faults: &mut Vec<Fault>) -> Vec<ReadinessTopic> {
    let raw: RawTopics = match file.read() {
        Ok(raw) => raw,
        Err(fault) => {
            faults.push(fault);
            return Vec::new();
        }
    };
    let mut find = Finder { file, faults };
    let mut topics: Vec<ReadinessTopic> = Vec::new();
    for one in &raw.topic {
        let id = one.id.get_ref();
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
            find.at(&one.id, "a topic's id is a-z and hyphens");
        }
        if topics.iter().any(|topic| topic.id == *id) {
            find.at(&one.id, format!("topic \"{id}\" is listed twice"));
        }
        if let Some(act) = &one.act {
            super::check_sources::section(&mut find, sources, act);
        }
        if let Some(months) = one.drill_every.as_ref().filter(|months| !(1..=60).contains(months.get_ref())) {
            find.at(months, "drill_every is 1 to 60 months");
        }
        topics.push(ReadinessTopic {
            id: id.clone(),
            title: prose::line(&mut find, &one.title, "title"),
            act: one.act.as_ref().map(|act| act.get_ref().clone()),
            drill_every: one.drill_every.as_ref().map(|months| *months.get_ref()),
        });
    }
    topics
}

/// The topics that these questions bear on, in the order of the list; the names of those of which no
/// question says whether the thing is there at all.
pub fn used<'a>(
    topics: &[ReadinessTopic],
    questions: impl Iterator<Item = &'a Question> + Clone,
) -> (Vec<ReadinessTopic>, Vec<String>) {
    let bears = |topic: &ReadinessTopic, part: Option<Part>| {
        let mut all = questions.clone().flat_map(|question| &question.readiness);
        all.any(|one| one.topic == topic.id && part.is_none_or(|part| one.part == part))
    };
    let used: Vec<ReadinessTopic> = topics.iter().filter(|topic| bears(topic, None)).cloned().collect();
    let without = used.iter().filter(|topic| !bears(topic, Some(Part::Main)));
    let without = without.map(|topic| topic.id.clone()).collect();
    (used, without)
}
