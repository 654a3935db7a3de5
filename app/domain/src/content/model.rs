//! What a question set is made of, after it was checked.
//!
//! Shared with the build script, which reads TOML into these types and embeds them.

use serde::{Deserialize, Serialize};

use super::{
    Tier,
    blocks::Block,
    condition::Condition,
    question_id::QuestionId,
    source::{Citation, Source},
};

/// Everything that is embedded: the sources and each edition of each question set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Library {
    /// What content may cite.
    pub sources: Vec<Source>,
    /// Every edition, by set, the newest last.
    pub sets: Vec<QuestionSet>,
}

/// One edition of a question set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionSet {
    /// The set, such as `standard`.
    pub id: String,
    /// The edition, year and month, such as `2026-11`.
    pub edition: String,
    /// The set's name for people.
    pub title: String,
    /// What to know before the first question.
    pub intro: Vec<Block>,
    /// The tiers it is meant for.
    pub tiers: Vec<Tier>,
    /// The edition of the statutory guidance it was written to.
    pub guidance_edition: String,
    /// The longest note beside an answer, in characters.
    pub note_max: usize,
    /// The sections, in the order they are asked.
    pub sections: Vec<Section>,
    /// Answers that do not go together.
    pub contradictions: Vec<Contradiction>,
}

/// A group of questions on one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// One word, such as `lockdown`; the part of a URL.
    pub id: String,
    /// The heading.
    pub title: String,
    /// What the section is about.
    pub intro: Vec<Block>,
    /// The questions, in the order they are asked.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id, the same in every edition.
    pub id: QuestionId,
    /// What is asked.
    pub text: String,
    /// A line of help below the question.
    pub hint: Option<String>,
    /// What can be answered.
    pub answer: AnswerKind,
    /// When it is asked; always, if absent.
    pub show_if: Option<Condition>,
    /// The tiers it is asked of.
    pub tiers: Vec<Tier>,
    /// Subject numbers from the list of 65 that the sets are planned by.
    pub topics: Vec<u8>,
    /// The provision of the Act it rests on, such as `s5(3)(a)`.
    pub act: Option<String>,
    /// How binding what it asks is.
    pub label: Label,
    /// What it rests on.
    pub sources: Vec<Citation>,
    /// How to go about it.
    pub guidance: Vec<Block>,
    /// What good looks like.
    pub good: Vec<Block>,
    /// About how many minutes an honest answer takes; not how long it takes to put things right.
    pub minutes: u8,
    /// Where the law can be read in more than one way, and how.
    pub arguable: Option<String>,
    /// What the answer says about readiness; nothing, if empty.
    pub readiness: Vec<Bearing>,
    /// What there is to do after certain answers.
    pub actions: Vec<ActionRule>,
}

/// How binding something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The Act, or regulations made under it, will require it.
    Law,
    /// The Home Office's statutory guidance (section 27) says so.
    StatutoryGuidance,
    /// Sensible, and required by nobody.
    GoodPractice,
}

/// What can be answered to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AnswerKind {
    /// Yes, partly, no, not sure, or not applicable with a reason.
    Procedure,
    /// Yes, no or not sure.
    YesNo,
    /// One of several options.
    Choice {
        /// The options, in order.
        options: Vec<ChoiceOption>,
    },
    /// Words of one's own.
    Text {
        /// The longest answer, in characters.
        max: usize,
    },
    /// A day that has passed, or none.
    DateOrNone,
    /// A person's name and role, or not sure.
    Person,
}

impl AnswerKind {
    /// The kind's name, as in the content files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Procedure => "procedure",
            Self::YesNo => "yes-no",
            Self::Choice { .. } => "choice",
            Self::Text { .. } => "text",
            Self::DateOrNone => "date-or-none",
            Self::Person => "person",
        }
    }

    /// The code of every possible answer: what conditions and action rules name, and what a form
    /// posts. Text, a date and a person are all `given`.
    pub fn codes(&self) -> Vec<&str> {
        match self {
            Self::Procedure => vec!["yes", "partly", "no", "not-sure", "not-applicable"],
            Self::YesNo => vec!["yes", "no", "not-sure"],
            Self::Choice { options } => options.iter().map(|option| option.id.as_str()).collect(),
            Self::Text { .. } => vec!["given"],
            Self::DateOrNone => vec!["given", "none"],
            Self::Person => vec!["given", "not-sure"],
        }
    }
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub text: String,
}

/// What an answer says about readiness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearing {
    /// Readiness of what.
    pub topic: ReadinessTopic,
    /// In which way.
    pub part: Part,
}

/// The way in which a question bears on its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Says whether the thing is there at all.
    Main,
    /// Says whether a part of it is there.
    Support,
    /// Says whether it has been tried out: bears on confidence only.
    Proof,
}

/// What readiness is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadinessTopic {
    /// Getting people out (section 5(3)(a)).
    Evacuation,
    /// Moving people to a safer place inside (section 5(3)(b)).
    Invacuation,
    /// Stopping people entering or leaving (section 5(3)(c)).
    Lockdown,
    /// Telling people of the danger (section 5(3)(d)).
    Communication,
    /// Who is responsible (section 4).
    ResponsiblePerson,
    /// Who decides and triggers.
    Deciding,
    /// Recognising, reporting and calling 999.
    Reporting,
    /// What the regulator will have to be told (section 9).
    Notification,
    /// Whether people who work there know their part.
    Awareness,
    /// Acting together with others (section 8).
    Coordination,
    /// Keeping it up to date.
    Review,
}

/// Something to do after certain answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRule {
    /// The codes of the answers it follows from.
    pub when: Vec<String>,
    /// What to do.
    pub text: String,
    /// 1 is first, 3 is last.
    pub priority: u8,
}

/// Answers that do not go together: worth a second look, never an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// When it shows.
    pub when: Condition,
    /// What to look at again.
    pub text: String,
}
