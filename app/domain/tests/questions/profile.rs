//! A venue from a file in `tests/profiles`: its answers, and what somebody worked out by hand should follow.

use std::{collections::BTreeMap, fmt::Debug, fs, path::Path};

use chrono::{Days, NaiveDate};
use domain::{
    assessment::{Answer, Answers, Confidence, Standing},
    content::{Audience, QuestionId, QuestionSet},
};
use serde::Deserialize;

use super::found::{Case, Found, best, value};

/// A venue.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    pub venue: String,
    pub audience: Audience,
    today: NaiveDate,
    /// What is answered to a question that bears on readiness and is not below.
    otherwise: Otherwise,
    /// By the two words of a question's id: a code, or a day.
    answers: BTreeMap<String, BTreeMap<String, String>>,
    /// The questions with a note beside the answer.
    #[serde(default)]
    notes: Vec<String>,
    /// The last drill of a topic.
    #[serde(default)]
    drills: BTreeMap<String, NaiveDate>,
    pub expected: Expected,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Otherwise {
    /// All of it is there.
    InPlace,
    /// Nothing was answered yet.
    Open,
}

/// What should follow.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expected {
    /// How many questions show.
    pub questions: usize,
    /// How many of them have no answer.
    pub open: usize,
    /// Those of them that do not show always.
    pub asked_too: Vec<String>,
    /// The questions that call for an action, by its priority.
    pub actions: Actions,
    /// How each contradiction begins.
    pub contradictions: Vec<String>,
    /// By topic: standing, share in percent unless it does not apply, confidence.
    pub readiness: BTreeMap<String, String>,
}

/// Questions by the priority of what is to do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actions {
    pub first: Vec<String>,
    pub next: Vec<String>,
    pub last: Vec<String>,
}

impl Profile {
    /// Every venue, by the name of its file.
    pub fn all() -> BTreeMap<String, Self> {
        let folder = Path::new("tests/profiles");
        let read = |path: &Path| {
            let text = fs::read_to_string(path).unwrap();
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(&path))).collect()
    }

    /// The venue's answers.
    pub fn case(&self, set: &QuestionSet) -> Case {
        let a_month_ago = self.today.checked_sub_days(Days::new(30)).unwrap();
        let mut answers = Answers::none();
        for (_, question) in set.questions() {
            if self.otherwise == Otherwise::InPlace && !question.readiness.is_empty() {
                answers.insert(question.id.clone(), best(question, a_month_ago).into());
            }
        }
        for (first, rest) in &self.answers {
            for (second, said) in rest {
                let id: QuestionId = format!("{first}.{second}").parse().unwrap();
                let question = set.question(&id).unwrap_or_else(|| panic!("{}: {id}", self.venue));
                let (code, day) = match said.parse() {
                    Ok(day) => ("given", day),
                    Err(_) => (said.as_str(), a_month_ago),
                };
                assert!(question.answer.codes().contains(&code), "{}: {id} = {code}", self.venue);
                answers.insert(id, value(&question.answer, code, day).into());
            }
        }
        for id in &self.notes {
            let id: QuestionId = id.parse().unwrap();
            let value = answers.get(&id).unwrap().value.clone();
            answers.insert(id, Answer { value, note: "As the plan by the door says".to_owned() });
        }
        Case { audience: self.audience, answers, today: self.today, drills: self.drills.clone() }
    }

    /// Where what was found is not what was worked out. `set` says which questions are always asked.
    pub fn faults(&self, set: &QuestionSet, found: &Found) -> Vec<String> {
        let mut faults = Vec::new();
        let mut same = |what: &str, found: &dyn Debug, expected: &dyn Debug| {
            let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
            if found != expected {
                faults.push(format!("{what}: found {found}, expected {expected}"));
            }
        };
        let expected = &self.expected;
        same("questions", &found.shown.len(), &expected.questions);
        same("open", &found.open.len(), &expected.open);
        let (always, sometimes): (Vec<_>, Vec<_>) =
            set.questions().map(|(_, one)| one).partition(|one| one.show_if.is_none());
        let shown = |id: &str| found.shown.iter().any(|one| one == id);
        let absent: Vec<_> = always.iter().filter(|one| !shown(one.id.as_str())).collect();
        same("always asked, and not shown", &absent, &Vec::<&str>::new());
        let asked_too: Vec<_> = sometimes.iter().map(|one| one.id.as_str()).filter(|id| shown(id)).collect();
        same("asked too", &asked_too, &expected.asked_too);
        let Actions { first, next, last } = &expected.actions;
        let actions: Vec<_> = [(1, first), (2, next), (3, last)]
            .into_iter()
            .flat_map(|(priority, ids)| ids.iter().map(move |id| (priority, id.as_str())))
            .collect();
        let called_for: Vec<_> =
            found.actions.iter().map(|(priority, id, _)| (*priority, id.as_str())).collect();
        same("actions", &called_for, &actions);
        let begins = |(at, text): (usize, &String)| match expected.contradictions.get(at) {
            Some(begins) if text.starts_with(begins) => begins.clone(),
            _ => text.clone(),
        };
        let contradictions: Vec<_> = found.contradictions.iter().enumerate().map(begins).collect();
        same("contradictions", &contradictions, &expected.contradictions);
        let topics: Vec<_> = found.readiness.keys().collect();
        same("topics", &topics, &expected.readiness.keys().collect::<Vec<_>>());
        for (topic, found) in &found.readiness {
            same(topic, &words(*found), expected.readiness.get(topic).unwrap_or(&String::new()));
        }
        faults
    }
}

fn words((standing, share, confidence): (Standing, Option<u8>, Confidence)) -> String {
    let standing = match standing {
        Standing::InPlace => "in place",
        Standing::Partly => "partly",
        Standing::NotInPlace => "not in place",
        Standing::NotKnown => "not known",
        Standing::NotApplicable => "not applicable",
    };
    let share = share.map(|share| format!(" {share} %")).unwrap_or_default();
    let confidence = match confidence {
        Confidence::Doubtful => "doubtful",
        Confidence::Stated => "stated",
        Confidence::Described => "described",
        Confidence::OutOfDate => "out of date",
        Confidence::TriedOut => "tried out",
    };
    format!("{standing}{share}, {confidence}")
}
