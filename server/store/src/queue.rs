//! What the advisers' queue sorts and filters by, kept apart from the premises and events.

use domain::{
    content::Audience,
    ids::{CaseId, PremisesOrEvent},
    law::UseCode,
    submission::{CaseState, Reference},
};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, sea_query::OnConflict};
use serde::{Deserialize, Serialize};

use crate::{
    Store, StoreError,
    entity::queue_entry,
    keys::{DataKey, Place},
    premises_or_event::Row,
    tx::WriteTx,
};

/// What the queue shows of a submission, sealed for the region.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueSummary {
    /// The case that it opened.
    pub case: CaseId,
    /// What the premises or the event are called.
    pub name: String,
    /// Where they are.
    pub town: String,
    /// The submission's reference.
    pub reference: Reference,
    /// Whether the assessment had been submitted before.
    pub submitted_again: bool,
}

/// Sealed where it is stored: no name in a log.
impl std::fmt::Debug for QueueSummary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QueueSummary({})", self.case)
    }
}

/// What a submission puts into the queue.
pub(crate) struct Entry<'a> {
    pub of: &'a Row,
    pub audience: Audience,
    pub principal: Option<UseCode>,
    pub summary: &'a QueueSummary,
}

impl Store {
    /// The key of the queue entry of premises or of an event.
    pub(crate) fn queue_token(&self, of: PremisesOrEvent) -> Vec<u8> {
        match of {
            PremisesOrEvent::Premises(id) => self.tokens.of("premises", id.0.as_bytes()),
            PremisesOrEvent::Event(id) => self.tokens.of("event", id.0.as_bytes()),
        }
    }

    /// What the queue knows of a principal use; of no known one too.
    pub(crate) fn use_token(&self, principal: Option<UseCode>) -> Vec<u8> {
        self.tokens.of("use", &[principal.map_or(0, |code| code.0)])
    }

    /// Puts a submission into the queue, in place of an earlier one of the same. One
    /// statement.
    pub(crate) async fn put_into_queue(
        &self,
        tx: &WriteTx,
        region: &DataKey,
        entry: Entry<'_>,
    ) -> Result<(), StoreError> {
        use queue_entry::Column as C;
        let token = self.queue_token(entry.of.id());
        let row = queue_entry::ActiveModel {
            region: Set(entry.of.region()?.to_string()),
            council: Set(entry.of.council().to_owned()),
            tier: Set(entry.audience.set().into()),
            state: Set(CaseState::Submitted.name().into()),
            use_token: Set(self.use_token(entry.principal)),
            submitted_at: Set(tx.millis()),
            summary: Set(region.seal_json(summary_place(&token), entry.summary)?),
            subject_token: Set(token),
        };
        let replace = OnConflict::column(C::SubjectToken)
            .update_columns([
                C::Region,
                C::Council,
                C::Tier,
                C::State,
                C::UseToken,
                C::SubmittedAt,
                C::Summary,
            ])
            .to_owned();
        queue_entry::Entity::insert(row).on_conflict(replace).exec_without_returning(tx.db()).await?;
        Ok(())
    }

    /// Takes premises or an event out of the queue. One statement.
    pub(crate) async fn take_out_of_queue(
        &self,
        db: &DatabaseTransaction,
        of: PremisesOrEvent,
    ) -> Result<(), StoreError> {
        queue_entry::Entity::delete_by_id(self.queue_token(of)).exec(db).await?;
        Ok(())
    }
}

/// Where a summary lies. The row is the entry's key.
pub(crate) fn summary_place(token: &[u8]) -> Place<'_> {
    Place { table: "queue_entry", column: "summary", row: token }
}
