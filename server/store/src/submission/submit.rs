//! Sending an assessment: one transaction, in which nobody can change an answer.

use std::collections::BTreeMap;

use domain::{
    assessment::{Answers, AssessmentState, Grounds, Journey, ReadinessRecord, readiness},
    audit::Event,
    content::{Audience, QuestionId},
    ids::{AssessmentId, CaseId, EventId, SubmissionId},
    law::{self, UseCode},
    policy::{Permit, act},
    premises::Stage,
    submission::{CaseEvent, CaseState, Declaration, Reference, Snapshot},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::read::place;
use crate::{
    Owner, Store, StoreError,
    assessment::{open_answer, question, question_set, state, tier},
    entity::{answer, assessment, case, event, premises, submission},
    keys::DataKey,
    premises::read as read_premises,
    premises_or_event::Row,
    queue::{Entry, QueueSummary},
    tx::WriteTx,
};

/// Why nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum SubmitRefused {
    /// Questions without an answer, in the order they are asked.
    #[error("{} questions have no answer", .0.len())]
    Missing(Vec<QuestionId>),
    /// The premises or the event are not in scope as far as the operator's facts tell: there is nothing to advise on.
    #[error("not in scope")]
    OutOfScope,
    /// The premises are in another tier now, and the questions are not the ones for it.
    #[error("other questions")]
    OtherQuestions,
    /// The store failed; [`StoreError::Closed`] when it was sent already.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for SubmitRefused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What a try of the transaction goes by.
struct Sending<'a> {
    id: SubmissionId,
    row: assessment::Model,
    of: Row,
    about: About,
    key: &'a DataKey,
    region: &'a DataKey,
    declaration: &'a Declaration,
}

/// What is sent with the answers, of the premises or the event.
struct About {
    audience: Audience,
    name: String,
    town: String,
    principal: Option<UseCode>,
}

impl Store {
    /// Seals the answers with their wording and sends them to the region's advisers. Sent twice, it
    /// makes one. Ten statements; eleven when an earlier case is superseded; of an event at own
    /// premises one more.
    ///
    /// # Errors
    /// [`SubmitRefused`]; [`StoreError::Conflict`] when the premises or the event were changed at the same time.
    pub async fn submit(
        &self,
        permit: &Permit<act::Submit>,
        once: Uuid,
        declaration: &Declaration,
    ) -> Result<SubmissionId, SubmitRefused> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = SubmissionId(self.tokens.id("submission", actor.0, once));
        let (row, of) = self.assessment_rows(*permit.target()).await?;
        let key = self.key(&Owner::Organisation(of.organisation())).await?;
        let region = self.key(&Owner::Region(of.region()?)).await?;
        let about = self.about(&of, &key).await?;
        let sending = Sending { id, row, of, about, key: &key, region: &region, declaration };
        for _ in 0..3 {
            let tx = self.begin(Some(actor)).await?;
            match self.send(tx, &sending).await {
                Err(SubmitRefused::Store(error @ (StoreError::Taken | StoreError::Closed))) => {
                    // Sent twice: the first made it. Otherwise the reference was in use: draw again.
                    if submission::Entity::find_by_id(id.0).one(&self.db).await?.is_some() {
                        return Ok(id);
                    }
                    if matches!(error, StoreError::Closed) {
                        return Err(error.into());
                    }
                }
                other => return other.map(|()| id),
            }
        }
        Err(StoreError::Busy.into())
    }

    /// No statement for premises; one for an event, two for one at own premises.
    async fn about(&self, of: &Row, key: &DataKey) -> Result<About, SubmitRefused> {
        match of {
            Row::Premises(row) => {
                let tier = tier(row.tier.as_deref())?.ok_or(SubmitRefused::OutOfScope)?;
                let premises = read_premises(row.clone(), key)?;
                let facts = &premises.facts;
                let principal = facts.principal.or(match facts.uses.as_slice() {
                    [only] => Some(only.code),
                    _ => None,
                });
                Ok(About {
                    audience: tier.into(),
                    name: premises.name.as_str().to_owned(),
                    town: premises.address.town.as_str().to_owned(),
                    principal,
                })
            }
            Row::Event(row) => {
                let event = self.open_event(EventId(row.id)).await?;
                let scope = event.decide(&law::known(), self.clock.today());
                Ok(About {
                    audience: scope.audience().ok_or(SubmitRefused::OutOfScope)?,
                    name: event.event.details.name.as_str().to_owned(),
                    town: event.address().map_or("", |address| address.town.as_str()).to_owned(),
                    principal: None,
                })
            }
        }
    }

    async fn send(&self, mut tx: WriteTx, sending: &Sending<'_>) -> Result<(), SubmitRefused> {
        let Sending { id, row, of, about, key, .. } = sending;
        let assessment = AssessmentId(row.id);
        lock(&tx, sending).await?;
        let answers = answers(&tx, assessment, key).await?;
        let set = question_set(row)?;
        if !set.tiers.contains(&about.audience) {
            return Err(SubmitRefused::OtherQuestions);
        }
        let journey = Journey::new(set, about.audience, &answers);
        let missing: Vec<_> = journey.missing().into_iter().map(|question| question.id.clone()).collect();
        if !missing.is_empty() {
            return Err(SubmitRefused::Missing(missing));
        }
        let snapshot = Snapshot::of(&journey, sending.declaration.clone())
            .canonical()
            .map_err(|_| StoreError::Unreadable("snapshot"))?;
        let before = latest(&tx, assessment).await?;
        let number = before.as_ref().map_or(1, |(submission, _)| submission.number.saturating_add(1));
        if let Some((_, Some(case))) = &before {
            supersede(&tx, case).await?;
        }
        let reference = reference()?;
        // The record has standings only, which no drill changes.
        let grounds = Grounds { today: tx.today(), drills: &BTreeMap::new() };
        let record = ReadinessRecord::of(&readiness(&journey, grounds));
        let sent = submission::ActiveModel {
            id: Set(id.0),
            assessment_id: Set(row.id),
            premises_id: Set(of.id().premises().map(|id| id.0)),
            event_id: Set(of.id().event().map(|id| id.0)),
            organisation_id: Set(of.organisation().0),
            number: Set(number),
            reference: Set(reference.to_string()),
            snapshot: Set(key.seal(place("snapshot", &id.0), snapshot.json.as_bytes())?),
            sha256: Set(Sha256::digest(snapshot.json.as_bytes()).to_vec()),
            readiness: Set(key.seal_json(place("readiness", &id.0), &record)?),
            submitted_by: Set(tx.actor().ok_or(StoreError::NotFound)?.0),
            submitted_at: Set(tx.millis()),
        };
        submission::Entity::insert(sent).exec_without_returning(tx.db()).await?;
        let case = open_case(&tx, *id, of).await?;
        let summary = QueueSummary {
            case,
            name: about.name.clone(),
            town: about.town.clone(),
            reference,
            submitted_again: number > 1,
        };
        let entry = Entry { of, audience: about.audience, principal: about.principal, summary: &summary };
        self.put_into_queue(&tx, sending.region, entry).await?;
        tx.also(Event::CaseOpened(case));
        Ok(tx.commit(Event::Submitted(*id)).await?)
    }
}

/// Takes the assessment in the round it was read in, and the premises or the event in the version: until the
/// commit nobody saves an answer, and nobody moves them. Two statements.
async fn lock(tx: &WriteTx, sending: &Sending<'_>) -> Result<(), StoreError> {
    if state(&sending.row.state)? == AssessmentState::Submitted {
        return Err(StoreError::Closed);
    }
    let locked = assessment::Entity::update_many()
        .col_expr(assessment::Column::State, Expr::value(AssessmentState::Submitted.name()))
        .col_expr(assessment::Column::ChangedAt, Expr::value(tx.millis()))
        .col_expr(assessment::Column::Version, Expr::col(assessment::Column::Version).add(1))
        .filter(assessment::Column::Id.eq(sending.row.id))
        .filter(assessment::Column::Version.eq(sending.row.version))
        .exec(tx.db())
        .await?;
    if locked.rows_affected != 1 {
        return Err(StoreError::Closed);
    }
    let held = match &sending.of {
        Row::Premises(row) => {
            premises::Entity::update_many()
                .col_expr(premises::Column::Stage, Expr::value(Stage::Submitted.as_str()))
                .filter(premises::Column::Id.eq(row.id))
                .filter(premises::Column::Version.eq(row.version))
                .exec(tx.db())
                .await?
        }
        // Its area follows that of its host, without a new version.
        Row::Event(row) => {
            event::Entity::update_many()
                .col_expr(event::Column::Version, Expr::value(row.version))
                .filter(event::Column::Id.eq(row.id))
                .filter(event::Column::Version.eq(row.version))
                .filter(event::Column::Council.eq(row.council.as_str()))
                .filter(event::Column::Region.eq(row.region.as_str()))
                .exec(tx.db())
                .await?
        }
    };
    if held.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// The answers as they stand. One statement.
async fn answers(tx: &WriteTx, id: AssessmentId, key: &DataKey) -> Result<Answers, StoreError> {
    let rows = answer::Entity::find()
        .filter(answer::Column::AssessmentId.eq(id.0))
        .filter(answer::Column::EarlierEdition.is_null())
        .all(tx.db())
        .await?;
    rows.iter()
        .map(|row| Ok((question(&row.question)?, open_answer(key, id, &row.question, &row.value)?)))
        .collect()
}

/// The latest submission of an assessment, with its case. One statement.
async fn latest(
    tx: &WriteTx,
    id: AssessmentId,
) -> Result<Option<(submission::Model, Option<case::Model>)>, StoreError> {
    Ok(submission::Entity::find()
        .find_also_related(case::Entity)
        .filter(submission::Column::AssessmentId.eq(id.0))
        .order_by_desc(submission::Column::Number)
        .one(tx.db())
        .await?)
}

/// Ends the case before. One statement.
async fn supersede(tx: &WriteTx, row: &case::Model) -> Result<(), StoreError> {
    let state = CaseState::from_name(&row.state).ok_or(StoreError::Unreadable("case state"))?;
    let after = state.apply(CaseEvent::Supersede).map_err(|_| StoreError::Closed)?;
    let changed = case::Entity::update_many()
        .col_expr(case::Column::State, Expr::value(after.name()))
        .col_expr(case::Column::ChangedAt, Expr::value(tx.millis()))
        .col_expr(case::Column::Version, Expr::value(row.version.saturating_add(1)))
        .filter(case::Column::Id.eq(row.id))
        .filter(case::Column::Version.eq(row.version))
        .exec(tx.db())
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Conflict) }
}

/// Opens the case of a submission. One statement.
async fn open_case(tx: &WriteTx, id: SubmissionId, of: &Row) -> Result<CaseId, StoreError> {
    let case = CaseId(Uuid::new_v4());
    let row = case::ActiveModel {
        id: Set(case.0),
        submission_id: Set(id.0),
        premises_id: Set(of.id().premises().map(|id| id.0)),
        event_id: Set(of.id().event().map(|id| id.0)),
        organisation_id: Set(of.organisation().0),
        region: Set(of.region()?.to_string()),
        state: Set(CaseState::Submitted.name().into()),
        taken_by: Set(None),
        changed_at: Set(tx.millis()),
        version: Set(1),
    };
    case::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(case)
}

fn reference() -> Result<Reference, StoreError> {
    let mut bytes = [0_u8; 5];
    getrandom::fill(&mut bytes)?;
    Ok(Reference::from_bytes(bytes))
}
