//! What does each set hold, in figures?

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    audience::Audience,
    model::{Label, Library, Question, QuestionSet},
    source::{Citation, HowRead, SourceKind},
};

/// An edition of a set in figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetSummary<'a> {
    /// The set, such as `standard`.
    pub id: &'a str,
    /// The edition, such as `2026-12`.
    #[serde(rename = "version")]
    pub edition: &'a str,
    /// The edition of the statutory guidance it was written to.
    pub guidance_edition: &'a str,
    /// How many questions there are.
    pub questions: Questions,
    /// About how many minutes they take.
    pub minutes: Minutes,
    /// The subjects that are asked about, by their number in the list of 65.
    pub topics: BTreeSet<u8>,
}

/// How many questions, in all and by how binding what they ask is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Questions {
    /// All of them.
    pub all: usize,
    /// What the Act will require.
    pub law: usize,
    /// What the statutory guidance says.
    pub statutory_guidance: usize,
    /// What is sensible.
    pub good_practice: usize,
}

/// About how many minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Minutes {
    /// For every question.
    pub all: u32,
    /// For those that show before the first answer.
    pub shown_at_first: u32,
}

impl Library {
    /// The newest edition of each set.
    pub fn summary(&self) -> Vec<SetSummary<'_>> {
        let sets = Audience::ALL.into_iter().filter_map(|audience| self.newest(audience.set()));
        sets.map(QuestionSet::summary).collect()
    }

    /// What the questions of a set cite of the statutory guidance without its own text having been seen, each once, in
    /// the order in which they cite it.
    pub fn guidance_not_seen<'a>(&self, set: &'a QuestionSet) -> Vec<&'a Citation> {
        let mut found = Vec::new();
        for citation in set.questions().flat_map(|(_, question)| &question.sources) {
            let unseen = self.source(citation).is_some_and(|(source, paragraph)| {
                source.kind == SourceKind::StatutoryGuidance
                    && paragraph.map_or(source.read, |paragraph| paragraph.read) != HowRead::Read
            });
            if unseen && !found.contains(&citation) {
                found.push(citation);
            }
        }
        found
    }
}

impl QuestionSet {
    /// The edition in figures.
    pub fn summary(&self) -> SetSummary<'_> {
        let all = || self.questions().map(|(_, question)| question);
        let labelled = |label: Label| all().filter(|question| question.label == label).count();
        SetSummary {
            id: &self.id,
            edition: &self.edition,
            guidance_edition: &self.guidance_edition,
            questions: Questions {
                all: all().count(),
                law: labelled(Label::Law),
                statutory_guidance: labelled(Label::StatutoryGuidance),
                good_practice: labelled(Label::GoodPractice),
            },
            minutes: Minutes {
                all: minutes(all()),
                shown_at_first: minutes(all().filter(|question| question.show_if.is_none())),
            },
            topics: all().flat_map(|question| question.topics.iter().copied()).collect(),
        }
    }
}

fn minutes<'a>(questions: impl Iterator<Item = &'a Question>) -> u32 {
    questions.map(|question| u32::from(question.minutes)).sum()
}
