//! The unit of work: a write transaction that cannot commit without an audit event.

use chrono::NaiveDate;
use domain::{audit::Event, day::in_london, ids::AccountId};
use sea_orm::{DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};

use crate::{Store, StoreError, Timestamp, audit};

/// A write transaction. Dropped without a commit, it leaves nothing behind.
pub(crate) struct WriteTx {
    tx: DatabaseTransaction,
    actor: Option<AccountId>,
    now: Timestamp,
    events: Vec<Event>,
}

impl Store {
    /// Begins a write; on SQLite it takes the write lock at once, since a later upgrade would fail.
    pub(crate) async fn begin(&self, actor: Option<AccountId>) -> Result<WriteTx, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = self.db.begin_with_options(options).await?;
        Ok(WriteTx { tx, actor, now: self.clock.now(), events: Vec::new() })
    }
}

impl WriteTx {
    /// The transaction's connection.
    pub fn db(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Who writes.
    pub fn actor(&self) -> Option<AccountId> {
        self.actor
    }

    /// The moment of the whole write.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Its day, in London.
    pub fn today(&self) -> NaiveDate {
        in_london(self.now)
    }

    /// The same in stored form.
    pub fn millis(&self) -> i64 {
        self.now.timestamp_millis()
    }

    /// One more event beside the one that the commit names.
    pub fn also(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Names what happened, and makes it last.
    pub async fn commit(mut self, event: Event) -> Result<(), StoreError> {
        self.events.push(event);
        audit::append(&self.tx, self.actor, self.millis(), &self.events).await?;
        self.tx.commit().await?;
        Ok(())
    }

    /// Makes a count last that is no change to anything people keep here.
    pub async fn commit_bookkeeping(self) -> Result<(), StoreError> {
        debug_assert!(self.events.is_empty());
        self.tx.commit().await?;
        Ok(())
    }
}
