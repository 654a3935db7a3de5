//! Keys, accounts, roles, invitations, sessions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::NewTable;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(
            "data_key",
            &["owner", "version"],
            vec![text("owner"), integer("version"), blob("wrapped"), big_integer("made_at")],
        )
        .create(manager)
        .await?;

        NewTable::new(
            "organisation",
            &["id"],
            vec![uuid("id"), blob("details"), big_integer("registered_at"), integer("version")],
        )
        .create(manager)
        .await?;

        NewTable::new(
            "account",
            &["id"],
            vec![
                uuid("id"),
                blob("email_token"),
                blob("email"),
                blob("name"),
                blob("password"),
                boolean("suspended"),
                big_integer("opened_at"),
            ],
        )
        .unique(&["email_token"])
        .create(manager)
        .await?;

        NewTable::new(
            "role_grant",
            &["id"],
            vec![
                uuid("id"),
                uuid("account_id"),
                text("role"),
                uuid_null("organisation_id"),
                text_null("place"),
                uuid_null("granted_by"),
                big_integer("granted_at"),
                big_integer_null("ended_at"),
            ],
        )
        .refers("account_id", "account")
        .refers("organisation_id", "organisation")
        .index(&["account_id"])
        .index(&["organisation_id"])
        .create(manager)
        .await?;

        NewTable::new(
            "invitation",
            &["id"],
            vec![
                uuid("id"),
                blob("token_hash"),
                blob("email"),
                text("role"),
                text_null("place"),
                uuid_null("invited_by"),
                big_integer("made_at"),
                big_integer("expires_at"),
                big_integer_null("accepted_at"),
            ],
        )
        .unique(&["token_hash"])
        .create(manager)
        .await?;

        NewTable::new(
            "reset_link",
            &["token_hash"],
            vec![
                blob("token_hash"),
                uuid("account_id"),
                big_integer("expires_at"),
                big_integer_null("used_at"),
            ],
        )
        .refers("account_id", "account")
        .index(&["account_id"])
        .create(manager)
        .await?;

        NewTable::new(
            "session",
            &["id_hash"],
            vec![
                blob("id_hash"),
                uuid_null("account_id"),
                big_integer("started_at"),
                big_integer("seen_at"),
                big_integer("idle_ms"),
                big_integer("ends_at"),
                text("data"),
            ],
        )
        .index(&["account_id"])
        .index(&["ends_at"])
        .create(manager)
        .await?;

        NewTable::new(
            "sign_in_throttle",
            &["subject"],
            vec![blob("subject"), integer("failures"), big_integer("since"), big_integer("blocked_until")],
        )
        .create(manager)
        .await
    }
}
