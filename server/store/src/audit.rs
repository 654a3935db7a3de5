//! The audit record: a leaf for every change, written with it.

use domain::{audit::Event, ids::AccountId};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{StoreError, entity::audit_leaf};

/// Appends a leaf for each event. One statement.
pub(crate) async fn append(
    tx: &DatabaseTransaction,
    actor: Option<AccountId>,
    at: i64,
    events: &[Event],
) -> Result<(), StoreError> {
    let leaves = events.iter().map(|event| {
        let (id, account) = (Uuid::now_v7(), actor.map(|account| account.0));
        let subject = event.subject();
        audit_leaf::ActiveModel {
            id: Set(id),
            at: Set(at),
            event: Set(event.name().into()),
            account_id: Set(account),
            subject: Set(subject),
            leaf_hash: Set(hash(id, at, event.name(), account, subject)),
        }
    });
    audit_leaf::Entity::insert_many(leaves).exec_without_returning(tx).await?;
    Ok(())
}

/// The leaf's hash as in RFC 9162: a zero byte, then the entry in a fixed form.
fn hash(id: Uuid, at: i64, event: &str, account: Option<Uuid>, subject: Uuid) -> Vec<u8> {
    let mut digest = Sha256::new();
    digest.update([0]);
    digest.update(id.as_bytes());
    digest.update(at.to_be_bytes());
    digest.update((event.len() as u64).to_be_bytes());
    digest.update(event);
    digest.update([u8::from(account.is_some())]);
    digest.update(account.unwrap_or_default().as_bytes());
    digest.update(subject.as_bytes());
    digest.finalize().to_vec()
}
