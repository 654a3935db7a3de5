//! What a question set is made of, after it was checked.
//!
//! Shared with the build script, which reads TOML into these types and embeds them.

use serde::{Deserialize, Serialize};

use super::{
    Audience,
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
    /// Whom it is for.
    pub tiers: Vec<Audience>,
    /// What readiness is told of, in the order in which it is shown.
    pub topics: Vec<ReadinessTopic>,
    /// The edition of the statutory guidance it was written to.
    pub guidance_edition: String,
    /// The longest note beside an answer, in characters.
    pub note_max: usize,
    /// The sections, in the order they are asked.
    pub sections: Vec<Section>,
    /// Answers that do not go together.
    pub contradictions: Vec<Contradiction>,
    /// What became of questions of the edition before.
    pub changes: Vec<Change>,
    /// Whether it is released: then it never changes again.
    pub released: bool,
}

impl QuestionSet {
    /// Every question with its section, in the order they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.sections
            .iter()
            .flat_map(|section| section.questions.iter().map(move |question| (section, question)))
    }
}

/// What became of a question that the edition before asked too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// What is different, for those who have answered it.
    pub text: String,
    /// Whether the answer to the question as it was counts no longer.
    pub ask_again: bool,
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
    /// Whom it is asked.
    pub tiers: Vec<Audience>,
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
    /// After how many months a day that is given is too long ago.
    pub ages_after: Option<u8>,
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
    /// How many, or not sure.
    Number {
        /// What is counted, such as `people`.
        unit: String,
        /// The highest number that makes sense.
        most: u32,
    },
    /// What is reasonably practicable, as somebody decided it, or not decided yet.
    Decision,
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
            Self::Number { .. } => "number",
            Self::Decision => "decision",
        }
    }

    /// The code of every possible answer: what conditions and action rules name, and what a form
    /// posts. Text, a date, a person, a number and a decision are all `given`.
    pub fn codes(&self) -> Vec<&str> {
        match self {
            Self::Procedure => vec!["yes", "partly", "no", "not-sure", "not-applicable"],
            Self::YesNo => vec!["yes", "no", "not-sure"],
            Self::Choice { options } => options.iter().map(|option| option.id.as_str()).collect(),
            Self::Text { .. } => vec!["given"],
            Self::DateOrNone | Self::Decision => vec!["given", "none"],
            Self::Person | Self::Number { .. } => vec!["given", "not-sure"],
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearing {
    /// Readiness of what: the id of a topic of the set.
    pub topic: String,
    /// In which way.
    pub part: Part,
    /// How much it counts beside the other questions of its topic: 1 to 3.
    pub weight: u8,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadinessTopic {
    /// Its id, such as `lockdown`; stays for good.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The provision of the Act that asks for it, if one does.
    pub act: Option<String>,
    /// After how many months a drill or exercise of it is too long ago; nothing, where none can be held.
    pub drill_every: Option<u8>,
}

/// What putting something right costs, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    /// Time only.
    Free,
    /// Under £500.
    Low,
    /// Up to £5,000.
    Medium,
    /// More than that.
    High,
}

impl Cost {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Free, Self::Low, Self::Medium, Self::High];

    /// Its slug, such as `low`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The cost with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cost| cost.as_str() == slug)
    }
}

/// What an action rule calls a day that was given and is too long ago by now.
pub const TOO_OLD: &str = "too-old";

/// Something to do after certain answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionRule {
    /// The codes of the answers it follows from, or [`TOO_OLD`].
    pub when: Vec<String>,
    /// What to do.
    pub text: String,
    /// 1 is first, 3 is last.
    pub priority: u8,
    /// What it costs, if the edition says so.
    pub cost: Option<Cost>,
}

/// Answers that do not go together: worth a second look, never an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// When it shows.
    pub when: Condition,
    /// What to look at again.
    pub text: String,
}
