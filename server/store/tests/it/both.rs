//! Every test of the store runs on SQLite and on PostgreSQL.

use store::{Clock, Store, testing::TestDatabase};

/// A store over a new database, and the clock that it goes by.
pub struct Fixture {
    pub store: Store,
    pub clock: Clock,
    pub database: TestDatabase,
}

impl Fixture {
    pub async fn sqlite() -> Self {
        Self::over(TestDatabase::sqlite().unwrap()).await
    }

    pub async fn postgres() -> Self {
        Self::over(TestDatabase::postgres().await.unwrap()).await
    }

    async fn over(database: TestDatabase) -> Self {
        let clock = Clock::system();
        Self { store: database.open(clock.clone()).await.unwrap(), clock, database }
    }
}

/// Turns `async fn name(fixture: Fixture)` into a test on each database.
#[macro_export]
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name($crate::both::Fixture::sqlite().await).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name($crate::both::Fixture::postgres().await).await;
            })*
        }
    };
}
