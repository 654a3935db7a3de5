//! An assessment with its answers, and what its rows mean.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{
    assessment::{Answer, Answers, AssessmentState, Grounds, Journey, may_answer},
    calendar::Dates,
    content::{self, Audience, QuestionId, QuestionSet},
    ids::{AssessmentId, OrganisationId, PremisesOrEvent},
    policy::{Act, Permit},
    scope::Tier,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Notifiable, Store, StoreError, Timestamp,
    clock::at,
    entity::{assessment, event, premises},
    keys::{DataKey, Place},
    premises_or_event::Row,
};

/// An assessment with its answers.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The premises or the event it is of.
    pub of: PremisesOrEvent,
    /// Who runs them.
    pub organisation: OrganisationId,
    /// What they are called.
    pub name: String,
    /// What premises are now; `None` when they are no longer in scope as far as the operator's facts tell. Whether an
    /// event still qualifies is asked when it is sent.
    pub now: Option<Audience>,
    /// Whether it can be changed.
    pub state: AssessmentState,
    /// The edition of the question set that it was opened with.
    pub set: &'static QuestionSet,
    /// The answers.
    pub answers: Answers,
    /// Answers to questions as an earlier edition asked them, to be given again: they count for nothing.
    pub earlier: BTreeMap<QuestionId, EarlierAnswer>,
    /// Counts the saves of each answer; the next save names the last.
    pub versions: BTreeMap<QuestionId, u32>,
    /// The questions that a return named, each with the adviser's reason.
    pub reopened: BTreeMap<QuestionId, String>,
    /// The days that what the premises keep leads to, such as that of the last drill.
    pub dates: Dates,
    /// The day in London on which it was read.
    pub read_on: NaiveDate,
    /// Counts the times that it was sent, given back, or moved to other questions. No save counts.
    pub(crate) round: i32,
}

/// An answer to a question as an earlier edition asked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierAnswer {
    /// What was answered.
    pub answer: Answer,
    /// The edition as which it was answered.
    pub set: &'static QuestionSet,
}

/// The assessment of premises or of an event, in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssessmentLine {
    /// Its id.
    pub id: AssessmentId,
    /// Whether it can be changed.
    pub state: AssessmentState,
    /// When it was opened.
    pub opened_at: Timestamp,
}

impl Assessment {
    /// Whom the questions that show are for. Premises that left the scope keep the questions they had.
    pub fn audience(&self) -> Audience {
        self.set.audience(self.now)
    }

    /// The questions that show.
    pub fn journey(&self) -> Journey<'_> {
        Journey::new(self.set, self.audience(), &self.answers)
    }

    /// What readiness is founded on besides the answers.
    pub fn grounds(&self) -> Grounds<'_> {
        Grounds { today: self.read_on, drills: &self.dates.drills }
    }

    /// The questions that fit the premises now, where these are not they: another set, since the tier changed, or a
    /// newer edition. Only while every answer may be changed.
    pub fn other_questions(&self) -> Option<&'static QuestionSet> {
        let library = content::library().ok()?;
        let fit = library.newest(self.now.unwrap_or(Audience::Voluntary).set())?;
        let other = fit.id != self.set.id || fit.edition != self.set.edition;
        (other && self.state == AssessmentState::Open).then_some(fit)
    }

    /// Whether the questions are for another tier than the premises are in.
    pub fn for_another_tier(&self) -> bool {
        self.now.is_some_and(|now| !self.set.tiers.contains(&now))
    }

    /// Whether the answer to a question may be changed now.
    pub fn may_answer(&self, question: &QuestionId) -> bool {
        may_answer(self.set, self.state, &self.named(), question)
    }

    /// The version of an answer; 0 where there is none.
    pub fn seen(&self, question: &QuestionId) -> u32 {
        self.versions.get(question).copied().unwrap_or(0)
    }

    fn named(&self) -> BTreeSet<QuestionId> {
        self.reopened.keys().cloned().collect()
    }
}

impl Store {
    /// The assessment of premises or of an event, if one was opened. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assessment_of<A>(&self, permit: &Permit<A>) -> Result<Option<AssessmentLine>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        let of: PremisesOrEvent = (*permit.target()).into();
        let row = assessment::Entity::find()
            .filter(assessment::Column::OpenFor.eq(Uuid::from(of)))
            .one(&self.db)
            .await?;
        row.map(|row| {
            Ok(AssessmentLine {
                id: AssessmentId(row.id),
                state: state(&row.state)?,
                opened_at: at(row.opened_at),
            })
        })
        .transpose()
    }

    /// The assessment's row with that of what it is of. One statement.
    pub(crate) async fn assessment_rows(
        &self,
        id: AssessmentId,
    ) -> Result<(assessment::Model, Row), StoreError> {
        let found = assessment::Entity::find_by_id(id.0)
            .find_also_related(premises::Entity)
            .find_also_related(event::Entity)
            .one(&self.db)
            .await?;
        match found {
            Some((row, Some(premises), None)) => Ok((row, Row::Premises(premises))),
            Some((row, None, Some(event))) => Ok((row, Row::Event(event))),
            _ => Err(StoreError::NotFound),
        }
    }
}

/// The edition that an assessment was opened with.
pub(crate) fn question_set(row: &assessment::Model) -> Result<&'static QuestionSet, StoreError> {
    set_of(&row.question_set, &row.edition)
}

/// An edition by its set and its own name.
pub(super) fn set_of(set: &str, edition: &str) -> Result<&'static QuestionSet, StoreError> {
    let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
    library.edition(set, edition).ok_or(StoreError::Unreadable("edition"))
}

/// An edition as an answer's row names it, such as `standard 2026-11`.
pub(super) fn edition_name(set: &QuestionSet) -> String {
    format!("{} {}", set.id, set.edition)
}

pub(super) fn named_edition(name: &str) -> Result<&'static QuestionSet, StoreError> {
    let (set, edition) = name.split_once(' ').ok_or(StoreError::Unreadable("edition"))?;
    set_of(set, edition)
}

pub(crate) fn state(name: &str) -> Result<AssessmentState, StoreError> {
    AssessmentState::from_name(name).ok_or(StoreError::Unreadable("state"))
}

pub(crate) fn tier(slug: Option<&str>) -> Result<Option<Tier>, StoreError> {
    slug.map(|slug| Tier::from_slug(slug).ok_or(StoreError::Unreadable("tier"))).transpose()
}

pub(crate) fn question(text: &str) -> Result<QuestionId, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable("question"))
}

pub(super) fn version(stored: i32) -> Result<u32, StoreError> {
    u32::try_from(stored).map_err(|_| StoreError::Unreadable("version"))
}

/// The key of an answer's row, as bytes.
pub(crate) fn answer_place_row(assessment: AssessmentId, question: &str) -> Vec<u8> {
    [assessment.0.as_bytes().as_slice(), question.as_bytes()].concat()
}

/// Where an answer lies.
pub(crate) fn answer_place(row: &[u8]) -> Place<'_> {
    Place { table: "answer", column: "value", row }
}

/// An answer that was sealed.
pub(crate) fn open_answer(
    key: &DataKey,
    assessment: AssessmentId,
    question: &str,
    sealed: &[u8],
) -> Result<Answer, StoreError> {
    key.open_json(answer_place(&answer_place_row(assessment, question)), sealed)
}
