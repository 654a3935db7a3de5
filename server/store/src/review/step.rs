//! The steps of a case: taken up, returned, answered with advice. Each is one transaction that
//! finds the case as the CTSA saw it, or leaves everything as it was.

use domain::{
    assessment::AssessmentState,
    audit::Event,
    ids::{CaseId, PremisesOrEvent},
    policy::{Permit, act},
    premises::Stage,
    review::Return,
    submission::{CaseEvent, CaseState},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    CaseAnswer, authority,
    case::{of, region, state},
    said,
};
use crate::{
    Owner, Store, StoreError,
    assessment::give_back,
    entity::{case, case_answer, queue_entry, reopened_question, submission},
    keys::DataKey,
    premises_or_event::set_stage,
    tx::WriteTx,
};

/// A case before its last step.
struct Before {
    case: case::Model,
    submission: submission::Model,
    after: CaseState,
}

impl Store {
    /// Takes a case up. A second click changes nothing. Four statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when it is not new, [`StoreError::Conflict`] when another CTSA was
    /// faster.
    pub async fn start_review(&self, permit: &Permit<act::ReviewCase>) -> Result<(), StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let (before, _) = self.case_rows(*permit.target()).await?;
        if state(&before)? == CaseState::InReview && before.taken_by == Some(actor.0) {
            return Ok(());
        }
        let after = after(&before, CaseEvent::StartReview)?;
        let tx = self.begin(Some(actor)).await?;
        move_on(&tx, &before, after).await?;
        self.tell_queue(&tx, of(&before)?, after).await?;
        tx.commit(Event::ReviewStarted(*permit.target())).await
    }

    /// Returns a case of version `seen` with named questions: they alone open again. Nine statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when it is not under review or authority is not confirmed,
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn return_case(
        &self,
        permit: &Permit<act::ReturnCase>,
        seen: u32,
        said: &Return,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let before = self.before(id, seen, CaseEvent::Return).await?;
        let key = self.key(&Owner::Region(region(&before.case)?)).await?;
        let tx = self.begin(permit.actor()).await?;
        give_back(&tx, before.submission.assessment_id, AssessmentState::Returned).await?;
        let answer = CaseAnswer::Returned { message: said.message.clone() };
        answer_case(&tx, &before, &key, &answer).await?;
        let reasons = said.questions.iter().map(|(question, reason)| {
            let lies = said::reason_row(id.0, question.as_str());
            Ok(reopened_question::ActiveModel {
                case_id: Set(id.0),
                question: Set(question.to_string()),
                assessment_id: Set(before.submission.assessment_id),
                reason: Set(key.seal(said::reason_place(&lies), reason.as_bytes())?),
            })
        });
        let reasons = reasons.collect::<Result<Vec<_>, StoreError>>()?;
        reopened_question::Entity::insert_many(reasons).exec_without_returning(tx.db()).await?;
        self.tell(&tx, &before, Stage::Returned).await?;
        tx.commit(Event::Returned(id)).await
    }

    /// Records advice on a case of version `seen`: the assessment opens for its next round. Eight
    /// statements.
    ///
    /// # Errors
    /// [`StoreError::Closed`] when it is not under review or authority is not confirmed,
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn record_advice(
        &self,
        permit: &Permit<act::RecordAdvice>,
        seen: u32,
        advice: &str,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let before = self.before(id, seen, CaseEvent::RecordAdvice).await?;
        let key = self.key(&Owner::Region(region(&before.case)?)).await?;
        let tx = self.begin(permit.actor()).await?;
        give_back(&tx, before.submission.assessment_id, AssessmentState::Open).await?;
        answer_case(&tx, &before, &key, &CaseAnswer::Advised { advice: advice.to_owned() }).await?;
        self.tell(&tx, &before, Stage::Advised).await?;
        tx.commit(Event::AdviceRecorded(id)).await
    }

    async fn before(&self, id: CaseId, seen: u32, event: CaseEvent) -> Result<Before, StoreError> {
        let (case, submission) = self.case_rows(id).await?;
        let after = after(&case, event)?;
        if u32::try_from(case.version) != Ok(seen) {
            return Err(StoreError::Conflict);
        }
        Ok(Before { case, submission, after })
    }

    /// Tells the premises and the queue of an answer. Two statements, one for an event.
    async fn tell(&self, tx: &WriteTx, before: &Before, stage: Stage) -> Result<(), StoreError> {
        let of = of(&before.case)?;
        set_stage(tx, of, stage).await?;
        self.tell_queue(tx, of, before.after).await
    }

    /// One statement.
    async fn tell_queue(
        &self,
        tx: &WriteTx,
        of: PremisesOrEvent,
        state: CaseState,
    ) -> Result<(), StoreError> {
        queue_entry::Entity::update_many()
            .col_expr(queue_entry::Column::State, Expr::value(state.name()))
            .filter(queue_entry::Column::SubjectToken.eq(self.queue_token(of)))
            .exec(tx.db())
            .await?;
        Ok(())
    }
}

fn after(row: &case::Model, event: CaseEvent) -> Result<CaseState, StoreError> {
    state(row)?.apply(event).map_err(|_| StoreError::Closed)
}

/// Moves a case on, if it still is as it was read. The one who takes it up is noted. One statement.
async fn move_on(tx: &WriteTx, before: &case::Model, after: CaseState) -> Result<(), StoreError> {
    let taken_by = before.taken_by.or(tx.actor().map(|actor| actor.0));
    let moved = case::Entity::update_many()
        .col_expr(case::Column::State, Expr::value(after.name()))
        .col_expr(case::Column::TakenBy, Expr::value(taken_by))
        .col_expr(case::Column::ChangedAt, Expr::value(tx.millis()))
        .col_expr(case::Column::Version, Expr::value(before.version.saturating_add(1)))
        .filter(case::Column::Id.eq(before.id))
        .filter(case::Column::State.eq(before.state.as_str()))
        .filter(case::Column::Version.eq(before.version))
        .exec(tx.db())
        .await?;
    if moved.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Moves a case to its answer, once more only with confirmed authority. Three statements.
async fn answer_case(
    tx: &WriteTx,
    before: &Before,
    key: &DataKey,
    answer: &CaseAnswer,
) -> Result<(), StoreError> {
    move_on(tx, &before.case, before.after).await?;
    if authority::find(tx.db(), of(&before.case)?, &region(&before.case)?).await?.is_none() {
        return Err(StoreError::Closed);
    }
    let row = case_answer::ActiveModel {
        case_id: Set(before.case.id),
        body: Set(key.seal_json(said::answer_place(&before.case.id), answer)?),
        account_id: Set(tx.actor().ok_or(StoreError::NotFound)?.0),
        made_at: Set(tx.millis()),
    };
    case_answer::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}
