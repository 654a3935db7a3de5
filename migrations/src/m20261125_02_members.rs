//! Members of an organisation: who administers it, and whom it invited.

use sea_orm_migration::{prelude::*, schema::*};

/// Whoever was with an organisation first administers it.
pub const FIRST_ADMINISTERS: &str = "UPDATE role_grant SET role = 'operator-admin' \
    WHERE role = 'operator' AND organisation_id IS NOT NULL AND ended_at IS NULL \
    AND NOT EXISTS (SELECT 1 FROM role_grant earlier \
        WHERE earlier.organisation_id = role_grant.organisation_id \
        AND earlier.role IN ('operator', 'operator-admin') AND earlier.ended_at IS NULL \
        AND (earlier.granted_at < role_grant.granted_at \
            OR (earlier.granted_at = role_grant.granted_at AND earlier.id < role_grant.id)))";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [uuid_null("organisation_id"), big_integer_null("taken_back_at")] {
            manager.alter_table(Table::alter().table("invitation").add_column(column).to_owned()).await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("invitation_by_organisation_id")
                    .table("invitation")
                    .col("organisation_id")
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        db.execute_unprepared(FIRST_ADMINISTERS).await?;
        // One account acts for one organisation.
        db.execute_unprepared(
            "CREATE UNIQUE INDEX role_grant_one_organisation ON role_grant (account_id) \
             WHERE ended_at IS NULL AND role IN ('operator', 'operator-admin')",
        )
        .await?;
        Ok(())
    }
}
