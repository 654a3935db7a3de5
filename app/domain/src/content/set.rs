//! Finding things in the embedded content.

use super::{
    audience::Audience,
    model::{Library, Question, QuestionSet, Section},
    question_id::QuestionId,
    source::{Citation, Paragraph, Source},
};

impl Library {
    /// The newest edition of a set, such as `standard`: what a new assessment begins with.
    pub fn newest(&self, set: &str) -> Option<&QuestionSet> {
        let editions = self.sets.iter().filter(|one| one.id == set);
        editions.max_by(|a, b| a.edition.cmp(&b.edition))
    }

    /// The edition of the same set before this one.
    pub fn before(&self, set: &QuestionSet) -> Option<&QuestionSet> {
        let editions = self.sets.iter().filter(|one| one.id == set.id && one.edition < set.edition);
        editions.max_by(|a, b| a.edition.cmp(&b.edition))
    }

    /// One edition of a set: what an assessment goes on with.
    pub fn edition(&self, set: &str, edition: &str) -> Option<&QuestionSet> {
        self.sets.iter().find(|one| one.id == set && one.edition == edition)
    }

    /// A cited source, with the paragraph if one is cited.
    pub fn source(&self, citation: &Citation) -> Option<(&Source, Option<&Paragraph>)> {
        let source = self.sources.iter().find(|source| source.id == citation.source)?;
        let number = citation.paragraph.as_ref();
        let mut paragraphs = source.paragraphs.iter();
        Some((source, paragraphs.find(|paragraph| Some(&paragraph.number) == number)))
    }
}

impl QuestionSet {
    /// Whom the questions are for, where premises or an event are `now` that: whom the set is for first, where it is
    /// not for them or they left the scope.
    pub fn audience(&self, now: Option<Audience>) -> Audience {
        let now = now.filter(|now| self.tiers.contains(now));
        now.or(self.tiers.first().copied()).unwrap_or(Audience::Voluntary)
    }

    /// The question of that id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.id == *id)
    }

    /// The section of that id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }
}
