//! Reading what was sent.

use domain::{
    ids::{AccountId, AssessmentId, CaseId, OrganisationId, PremisesOrEvent, SubmissionId},
    policy::{Act, Facts, Permit, act},
    submission::{CaseState, Reference, Snapshot, sha256_hex},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Notifiable, Owner, Store, StoreError, Timestamp,
    clock::at,
    entity::{case, submission},
    keys::{DataKey, Place},
    premises_or_event::one_of,
};

/// What was sent, sealed.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// The assessment it is a copy of.
    pub assessment: AssessmentId,
    /// The premises or the event.
    pub of: PremisesOrEvent,
    /// Who runs them.
    pub organisation: OrganisationId,
    /// Counts the submissions of the assessment, from 1.
    pub number: u32,
    /// What to quote.
    pub reference: Reference,
    /// The answers with their wording.
    pub snapshot: Snapshot,
    /// SHA-256 over the snapshot's canonical JSON, 64 hexadecimal digits.
    pub sha256: String,
    /// Whose account sent it.
    pub submitted_by: AccountId,
    /// When.
    pub submitted_at: Timestamp,
    /// The case that it opened.
    pub case: CaseId,
    /// Where the case is.
    pub state: CaseState,
}

/// A submission in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionLine {
    /// Its id.
    pub id: SubmissionId,
    /// Counts the submissions of the assessment, from 1.
    pub number: u32,
    /// What to quote.
    pub reference: Reference,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// Where its case is.
    pub state: CaseState,
}

impl Store {
    /// What was sent. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn submission(&self, permit: &Permit<act::ViewSubmission>) -> Result<Submission, StoreError> {
        self.open_submission(*permit.target()).await
    }

    /// What is about to be taken back. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn submission_to_withdraw(
        &self,
        permit: &Permit<act::WithdrawSubmission>,
    ) -> Result<Submission, StoreError> {
        self.open_submission(*permit.target()).await
    }

    /// The submissions of premises or of an event, the newest first. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submissions_of<A>(&self, permit: &Permit<A>) -> Result<Vec<SubmissionLine>, StoreError>
    where
        A: Act<Target: Notifiable<See = A>>,
    {
        let own = match (*permit.target()).into() {
            PremisesOrEvent::Premises(id) => submission::Column::PremisesId.eq(id.0),
            PremisesOrEvent::Event(id) => submission::Column::EventId.eq(id.0),
        };
        let rows = submission::Entity::find()
            .find_also_related(case::Entity)
            .filter(own)
            .order_by_desc(submission::Column::SubmittedAt)
            .all(&self.db)
            .await?;
        rows.into_iter()
            .map(|(row, case)| {
                Ok(SubmissionLine {
                    id: SubmissionId(row.id),
                    number: number(row.number)?,
                    reference: reference(&row.reference)?,
                    submitted_at: at(row.submitted_at),
                    state: case_state(&case.ok_or(StoreError::NotFound)?)?,
                })
            })
            .collect()
    }

    /// The submission that this person's form made of an assessment, if it did: a form sent twice is
    /// answered the same twice. One statement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submitted_by_form(
        &self,
        permit: &Permit<act::ViewAssessment>,
        once: Uuid,
    ) -> Result<Option<SubmissionId>, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = self.tokens.id("submission", actor.0, once);
        let row = submission::Entity::find_by_id(id)
            .filter(submission::Column::AssessmentId.eq(permit.target().0))
            .one(&self.db)
            .await?;
        Ok(row.map(|row| SubmissionId(row.id)))
    }

    /// A submission with its case. One statement; whoever calls it holds a permit for either.
    pub(crate) async fn open_submission(&self, id: SubmissionId) -> Result<Submission, StoreError> {
        let (row, case) = self.submission_rows(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        read(row, &case, &key)
    }

    /// A submission's row with its case's. One statement.
    pub(crate) async fn submission_rows(
        &self,
        id: SubmissionId,
    ) -> Result<(submission::Model, case::Model), StoreError> {
        let found =
            submission::Entity::find_by_id(id.0).find_also_related(case::Entity).one(&self.db).await?;
        match found {
            Some((row, Some(case))) => Ok((row, case)),
            _ => Err(StoreError::NotFound),
        }
    }

    /// What the policy needs to know of a submission. One statement.
    pub(crate) async fn submission_facts(&self, id: SubmissionId) -> Result<Facts, StoreError> {
        let (row, case) = self.submission_rows(id).await?;
        Ok(Facts {
            organisation: Some(OrganisationId(row.organisation_id)),
            case_open: case_state(&case)?.is_open(),
            ..Facts::default()
        })
    }
}

/// A submission from its row and its case's.
pub(crate) fn read(
    row: submission::Model,
    case: &case::Model,
    key: &DataKey,
) -> Result<Submission, StoreError> {
    let json = key.open(place("snapshot", &row.id), &row.snapshot)?;
    if Sha256::digest(&json).as_slice() != row.sha256 {
        return Err(StoreError::Sealed);
    }
    Ok(Submission {
        id: SubmissionId(row.id),
        assessment: AssessmentId(row.assessment_id),
        of: one_of(row.premises_id, row.event_id)?,
        organisation: OrganisationId(row.organisation_id),
        number: number(row.number)?,
        reference: reference(&row.reference)?,
        snapshot: serde_json::from_slice(&json).map_err(|_| StoreError::Unreadable("snapshot"))?,
        sha256: sha256_hex(&json),
        submitted_by: AccountId(row.submitted_by),
        submitted_at: at(row.submitted_at),
        case: CaseId(case.id),
        state: case_state(case)?,
    })
}

/// Where a column of a submission's row lies.
pub(crate) fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "submission", column, row: id.as_bytes() }
}

fn case_state(row: &case::Model) -> Result<CaseState, StoreError> {
    CaseState::from_name(&row.state).ok_or(StoreError::Unreadable("case state"))
}

fn number(number: i32) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::Unreadable("number"))
}

fn reference(text: &str) -> Result<Reference, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable("reference"))
}
