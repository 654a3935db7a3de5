//! Reading an assessment with its answers.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    account::PersonName,
    assessment::{Answer, Answers, AssessmentState, Journey, may_answer},
    codes::RegionCode,
    content::{self, Audience, QuestionId, QuestionSet},
    ids::{AccountId, AssessmentId, OrganisationId, PremisesId},
    policy::{Facts, Permit, act},
    premises::PremisesName,
    scope::Tier,
    submission::CaseState,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError, Timestamp, account,
    clock::at,
    entity::{answer, assessment, case, premises, reopened_question as reopened},
    keys::{DataKey, Place},
};

/// An assessment with its answers.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// The premises it is of.
    pub premises: PremisesId,
    /// Who runs them.
    pub organisation: OrganisationId,
    /// What they are called.
    pub premises_name: PremisesName,
    /// Their tier; `None` when they are no longer in scope as far as the operator's facts tell.
    pub tier: Option<Tier>,
    /// Whether it can be changed.
    pub state: AssessmentState,
    /// The edition of the question set that it was opened with.
    pub set: &'static QuestionSet,
    /// The answers.
    pub answers: Answers,
    /// Answers to questions as an earlier edition asked them, to be given again: they count for nothing.
    pub earlier: BTreeMap<QuestionId, EarlierAnswer>,
    /// The last save of each answer.
    pub saves: BTreeMap<QuestionId, LastSave>,
    /// The questions that a return named, each with the adviser's reason.
    pub reopened: BTreeMap<QuestionId, String>,
}

/// An answer to a question as an earlier edition asked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierAnswer {
    /// What was answered.
    pub answer: Answer,
    /// The edition as which it was answered.
    pub set: &'static QuestionSet,
}

/// Who saved an answer last, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSave {
    /// Counts the saves; the next save names it.
    pub version: u32,
    /// Whose account it was.
    pub account: AccountId,
    /// Their name.
    pub by: PersonName,
    /// The moment.
    pub at: Timestamp,
}

/// The assessment of premises, in a line.
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
    /// The questions that show. Premises that left the scope keep the questions they had.
    pub fn journey(&self) -> Journey<'_> {
        Journey::new(self.set, self.set.audience(self.tier), &self.answers)
    }

    /// The questions that fit the premises now, where these are not they: another set, since the tier changed, or a
    /// newer edition. Only while every answer may be changed.
    pub fn other_questions(&self) -> Option<&'static QuestionSet> {
        let library = content::library().ok()?;
        let fit = library.newest(self.tier.map_or(Audience::Voluntary, Audience::from).set())?;
        let other = fit.id != self.set.id || fit.edition != self.set.edition;
        (other && self.state == AssessmentState::Open).then_some(fit)
    }

    /// Whether the questions are for another tier than the premises are in.
    pub fn for_another_tier(&self) -> bool {
        self.tier.is_some_and(|tier| !self.set.tiers.contains(&Audience::from(tier)))
    }

    /// Whether the answer to a question may be changed now.
    pub fn may_answer(&self, question: &QuestionId) -> bool {
        may_answer(self.set, self.state, &self.named(), question)
    }

    /// The version of an answer; 0 where there is none.
    pub fn seen(&self, question: &QuestionId) -> u32 {
        self.saves.get(question).map_or(0, |save| save.version)
    }

    fn named(&self) -> BTreeSet<QuestionId> {
        self.reopened.keys().cloned().collect()
    }
}

impl Store {
    /// The assessment, to be read. Two statements, three when it was returned.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn assessment(&self, permit: &Permit<act::ViewAssessment>) -> Result<Assessment, StoreError> {
        self.read_assessment(*permit.target()).await
    }

    /// The assessment, to be answered. Two statements, three when it was returned.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn assessment_to_edit(
        &self,
        permit: &Permit<act::EditAnswers>,
    ) -> Result<Assessment, StoreError> {
        self.read_assessment(*permit.target()).await
    }

    /// The assessment, to be submitted. Two statements, three when it was returned.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn assessment_to_submit(&self, permit: &Permit<act::Submit>) -> Result<Assessment, StoreError> {
        self.read_assessment(*permit.target()).await
    }

    /// The assessment of premises, if one was opened. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assessment_of(
        &self,
        permit: &Permit<act::ViewPremises>,
    ) -> Result<Option<AssessmentLine>, StoreError> {
        let row = assessment::Entity::find()
            .filter(assessment::Column::OpenFor.eq(permit.target().0))
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

    async fn read_assessment(&self, id: AssessmentId) -> Result<Assessment, StoreError> {
        let (row, place) = self.assessment_rows(id).await?;
        let organisation = OrganisationId(place.organisation_id);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let portal = self.key(&Owner::Portal).await?;
        let state = state(&row.state)?;
        let set = question_set(&row)?;
        let (mut answers, mut saves, mut earlier) = (Answers::none(), BTreeMap::new(), BTreeMap::new());
        for saved in self.answer_rows(id).await? {
            let question = question(&saved.question)?;
            saves.insert(question.clone(), saved.last_save(&portal)?);
            let answer = open_answer(&key, id, &saved.question, &saved.value)?;
            match saved.earlier_edition.as_deref() {
                Some(name) => {
                    earlier.insert(question, EarlierAnswer { answer, set: named_edition(name)? });
                }
                None => {
                    answers.insert(question, answer);
                }
            }
        }
        let reopened = match state {
            AssessmentState::Returned => self.reopened_questions(id).await?,
            AssessmentState::Open | AssessmentState::Submitted => BTreeMap::new(),
        };
        let tier = tier(place.tier.as_deref())?;
        Ok(Assessment {
            id,
            premises: PremisesId(row.premises_id),
            organisation,
            premises_name: crate::premises::read(place, &key)?.name,
            tier,
            state,
            set,
            answers,
            earlier,
            saves,
            reopened,
        })
    }

    /// The assessment's row with its premises'. One statement.
    pub(crate) async fn assessment_rows(
        &self,
        id: AssessmentId,
    ) -> Result<(assessment::Model, premises::Model), StoreError> {
        let found =
            assessment::Entity::find_by_id(id.0).find_also_related(premises::Entity).one(&self.db).await?;
        match found {
            Some((row, Some(premises))) => Ok((row, premises)),
            _ => Err(StoreError::NotFound),
        }
    }

    async fn answer_rows(&self, id: AssessmentId) -> Result<Vec<SavedAnswer>, StoreError> {
        saved_answers()
            .filter(answer::Column::AssessmentId.eq(id.0))
            .into_model()
            .all(&self.db)
            .await
            .map_err(Into::into)
    }

    /// The questions that a return named, with the reasons. One statement, one more for a region's
    /// key that is not known yet.
    async fn reopened_questions(&self, id: AssessmentId) -> Result<BTreeMap<QuestionId, String>, StoreError> {
        let mut reasons = BTreeMap::new();
        for row in named_questions(&self.db, id).await? {
            let region: RegionCode = row.region.parse().map_err(|_| StoreError::Unreadable("region"))?;
            let key = self.key(&Owner::Region(region)).await?;
            let lies = [row.case_id.as_bytes().as_slice(), row.question.as_bytes()].concat();
            let place = Place { table: "reopened_question", column: "reason", row: &lies };
            let reason = key.open(place, &row.reason)?;
            let reason = String::from_utf8(reason.to_vec()).map_err(|_| StoreError::Unreadable("reason"))?;
            reasons.insert(question(&row.question)?, reason);
        }
        Ok(reasons)
    }

    /// What the policy needs to know of an assessment. One statement.
    pub(crate) async fn assessment_facts(&self, id: AssessmentId) -> Result<Facts, StoreError> {
        let (row, premises) = self.assessment_rows(id).await?;
        Ok(Facts {
            organisation: Some(OrganisationId(premises.organisation_id)),
            answers_open: state(&row.state)? != AssessmentState::Submitted,
            ..Facts::default()
        })
    }
}

/// An answer's row with the name of whoever saved it.
#[derive(FromQueryResult)]
pub(super) struct SavedAnswer {
    question: String,
    pub(super) value: Vec<u8>,
    version: i32,
    account_id: Uuid,
    saved_at: i64,
    pub(super) earlier_edition: Option<String>,
    name: Vec<u8>,
}

impl SavedAnswer {
    pub(super) fn last_save(&self, portal: &DataKey) -> Result<LastSave, StoreError> {
        Ok(LastSave {
            version: u32::try_from(self.version).map_err(|_| StoreError::Unreadable("version"))?,
            account: AccountId(self.account_id),
            by: portal.open_json(account::place("name", &self.account_id), &self.name)?,
            at: at(self.saved_at),
        })
    }
}

/// Answers joined with the names of those who saved them.
pub(super) fn saved_answers() -> sea_orm::Select<answer::Entity> {
    use crate::entity::account::Column as Account;
    use answer::Column as C;
    answer::Entity::find()
        .join(JoinType::InnerJoin, answer::Relation::Account.def())
        .select_only()
        .columns([C::Question, C::Value, C::Version, C::AccountId, C::SavedAt, C::EarlierEdition])
        .column(Account::Name)
}

/// A question that a return named.
#[derive(FromQueryResult)]
pub(super) struct NamedQuestion {
    case_id: Uuid,
    pub(super) question: String,
    reason: Vec<u8>,
    region: String,
}

/// The questions that the return in force named. One statement.
pub(super) async fn named_questions(
    db: &impl ConnectionTrait,
    id: AssessmentId,
) -> Result<Vec<NamedQuestion>, StoreError> {
    use reopened::Column as C;
    Ok(reopened::Entity::find()
        .join(JoinType::InnerJoin, reopened::Relation::Case.def())
        .filter(C::AssessmentId.eq(id.0))
        .filter(case::Column::State.eq(CaseState::Returned.name()))
        .select_only()
        .columns([C::CaseId, C::Question, C::Reason])
        .column(case::Column::Region)
        .into_model()
        .all(db)
        .await?)
}

/// The edition that an assessment was opened with.
pub(crate) fn question_set(row: &assessment::Model) -> Result<&'static QuestionSet, StoreError> {
    let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
    library.edition(&row.question_set, &row.edition).ok_or(StoreError::Unreadable("edition"))
}

/// An edition as an answer's row names it, such as `standard 2026-11`.
pub(super) fn edition_name(set: &QuestionSet) -> String {
    format!("{} {}", set.id, set.edition)
}

fn named_edition(name: &str) -> Result<&'static QuestionSet, StoreError> {
    let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
    let found = name.split_once(' ').and_then(|(set, edition)| library.edition(set, edition));
    found.ok_or(StoreError::Unreadable("edition"))
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
