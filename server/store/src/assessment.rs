//! Assessments: one of each premises and of each event, its answers in rows of their own.

mod aging;
mod moving;
mod other_answer;
mod read;
mod save;
mod sealed;

use domain::{
    assessment::AssessmentState,
    audit::Event,
    content::{self, Audience, QuestionSet},
    ids::{AccountId, AssessmentId, PremisesOrEvent},
    law,
    policy::{Act, Permit},
    premises::Stage,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use crate::{Notifiable, Store, StoreError, entity::assessment, premises_or_event::set_stage, tx::WriteTx};

pub(crate) use aging::aging;
pub use other_answer::OtherAnswer;
pub use read::{Assessment, AssessmentLine, EarlierAnswer};
pub(crate) use read::{open_answer, question, question_set, state, tier};
pub use save::AnswerSaved;
pub use sealed::SealedAssessment;

impl Store {
    /// Opens the assessment of premises or of an event, with the newest edition of the question set that is for them;
    /// gives back the one they have, whatever its state. Four statements for a new one, one otherwise; of an event at
    /// own premises one more.
    ///
    /// # Errors
    /// [`StoreError::Closed`] for an event that is no qualifying event as far as the operator's facts tell.
    pub async fn start_assessment<A>(&self, permit: &Permit<A>) -> Result<AssessmentId, StoreError>
    where
        A: Act<Target: Notifiable<Assess = A>>,
    {
        let of: PremisesOrEvent = (*permit.target()).into();
        if let Some(id) = self.open_assessment_of(of).await? {
            return Ok(id);
        }
        let set = self.newest_set(of).await?;
        match self.insert_assessment(permit.actor(), of, set).await {
            // Somebody else opened it in the same moment: theirs counts.
            Err(StoreError::Taken) => self.open_assessment_of(of).await?.ok_or(StoreError::Conflict),
            other => other,
        }
    }

    /// The newest question set for premises, by their tier: the voluntary one out of scope. Of an event the one for
    /// qualifying events. One statement; two of an event at own premises.
    async fn newest_set(&self, of: PremisesOrEvent) -> Result<&'static QuestionSet, StoreError> {
        let audience = match of {
            PremisesOrEvent::Premises(id) => {
                let row = self.premises_row(id).await?;
                tier(row.tier.as_deref())?.map_or(Audience::Voluntary, Audience::from)
            }
            PremisesOrEvent::Event(id) => {
                let event = self.open_event(id).await?;
                let scope = event.decide(&law::known(), self.clock.today());
                scope.audience().ok_or(StoreError::Closed)?
            }
        };
        let library = content::library().map_err(|_| StoreError::Unreadable("content"))?;
        library.newest(audience.set()).ok_or(StoreError::Unreadable("question set"))
    }

    async fn insert_assessment(
        &self,
        actor: Option<AccountId>,
        of: PremisesOrEvent,
        set: &QuestionSet,
    ) -> Result<AssessmentId, StoreError> {
        let id = AssessmentId(Uuid::new_v4());
        let tx = self.begin(actor).await?;
        // Premises out of scope answer of their own accord: nobody waits for them.
        if set.id != Audience::Voluntary.set() {
            set_stage(&tx, of, Stage::Assessing).await?;
        }
        let row = assessment::ActiveModel {
            id: Set(id.0),
            premises_id: Set(of.premises().map(|id| id.0)),
            event_id: Set(of.event().map(|id| id.0)),
            open_for: Set(Some(of.into())),
            question_set: Set(set.id.clone()),
            edition: Set(set.edition.clone()),
            state: Set(AssessmentState::Open.name().into()),
            opened_at: Set(tx.millis()),
            changed_at: Set(tx.millis()),
            version: Set(1),
        };
        assessment::Entity::insert(row).exec_without_returning(tx.db()).await?;
        tx.commit(Event::AssessmentStarted(id)).await?;
        Ok(id)
    }

    async fn open_assessment_of(&self, of: PremisesOrEvent) -> Result<Option<AssessmentId>, StoreError> {
        let row = assessment::Entity::find()
            .filter(assessment::Column::OpenFor.eq(Uuid::from(of)))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| AssessmentId(row.id)))
    }
}

/// Gives a submitted assessment back to the operator. Every transaction that takes an assessment and
/// its case takes the assessment first: two of them never wait for each other. One statement.
///
/// # Errors
/// [`StoreError::Closed`] when it is not submitted (any more).
pub(crate) async fn give_back(tx: &WriteTx, id: Uuid, state: AssessmentState) -> Result<(), StoreError> {
    let opened = assessment::Entity::update_many()
        .col_expr(assessment::Column::State, Expr::value(state.name()))
        .col_expr(assessment::Column::ChangedAt, Expr::value(tx.millis()))
        .col_expr(assessment::Column::Version, Expr::col(assessment::Column::Version).add(1))
        .filter(assessment::Column::Id.eq(id))
        .filter(assessment::Column::State.eq(AssessmentState::Submitted.name()))
        .exec(tx.db())
        .await?;
    if opened.rows_affected == 1 { Ok(()) } else { Err(StoreError::Closed) }
}
