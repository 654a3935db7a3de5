//! Frozen council figures: counted once, written once, and all that a council ever reads.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::{
    assessment::{ReadinessRecord, Standing},
    audit::Event,
    codes::CouncilCode,
    day::{in_london, start_in_london},
    disclosure::{CATALOGUE, Cell, Figure, PremisesFacts, Procedures, Release, release::figures},
    ids::{OrganisationId, ReleaseId},
    policy::{Permit, act},
    submission::CaseState,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Owner, Store, StoreError,
    assessment::tier,
    clock::at,
    entity::{case, premises, release, release_figure, submission},
    submission::place,
};

/// What was frozen: numbers about the release, none about premises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseMade {
    /// Its id.
    pub id: ReleaseId,
    /// Councils with a figure to show.
    pub councils: usize,
    /// Figures shown, over all of them.
    pub shown: usize,
    /// Figures withheld, over all of them.
    pub withheld: usize,
    /// SHA-256 of the day and the figures, 64 hexadecimal digits.
    pub sha256: String,
}

/// Why nothing was frozen.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseRefused {
    /// The day is not over: figures of it would still move.
    #[error("figures can be released as of a day that is over, not of {0}")]
    NotOver(NaiveDate),
    /// There is one already, and it stays as it is.
    #[error("there is a release as of {0} already; it cannot be replaced")]
    AlreadyMade(NaiveDate),
    /// The store failed.
    #[error("the database: {0}")]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for ReleaseRefused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// A council's figures in the latest release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaFigures {
    /// The day that they are as of.
    pub as_of: NaiveDate,
    /// Every figure of the catalogue, in its order.
    pub figures: Vec<(Figure, Cell)>,
}

/// What the hash is taken of.
#[derive(Serialize)]
struct Frozen<'a> {
    as_of: NaiveDate,
    release: &'a Release,
}

impl Store {
    /// Freezes the figures as of the end of a day (in London) that is over: premises registered by then, each
    /// with its latest submission sent by then, unless that was withdrawn since.
    ///
    /// # Errors
    /// [`ReleaseRefused`].
    pub async fn make_release(
        &self,
        permit: &Permit<act::MakeRelease>,
        as_of: NaiveDate,
    ) -> Result<ReleaseMade, ReleaseRefused> {
        let after = as_of.checked_add_days(Days::new(1)).ok_or(ReleaseRefused::NotOver(as_of))?;
        if after > self.clock.today() {
            return Err(ReleaseRefused::NotOver(as_of));
        }
        let until = start_in_london(after).timestamp_millis();
        let facts = self.release_facts(until).await?;
        let release = figures(&facts, &CATALOGUE, as_of);
        let text = serde_json::to_vec(&Frozen { as_of, release: &release })
            .map_err(|_| StoreError::Unreadable("release"))?;
        let id = ReleaseId(Uuid::new_v4());
        let tx = self.begin(permit.actor()).await?;
        let row = release::ActiveModel {
            id: Set(id.0),
            as_of: Set(as_of.to_string()),
            made_at: Set(tx.millis()),
            sha256: Set(Sha256::digest(&text).to_vec()),
        };
        match release::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(StoreError::from) {
            Err(StoreError::Taken) => return Err(ReleaseRefused::AlreadyMade(as_of)),
            other => other?,
        };
        let rows: Vec<_> = rows(id, &release);
        if !rows.is_empty() {
            release_figure::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
        }
        tx.commit(Event::ReleaseMade(id)).await?;
        let cells = || release.councils.values().flat_map(|cells| cells.values());
        let withheld = cells().filter(|cell| **cell == Cell::Withheld).count();
        Ok(ReleaseMade {
            id,
            councils: release.councils.len(),
            shown: cells().count() - withheld,
            withheld,
            sha256: domain::submission::sha256_hex(&text),
        })
    }

    /// What the latest release says of a council's area; `None` before the first. Two statements, and
    /// of no other table.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn area_figures(
        &self,
        permit: &Permit<act::SeeAreaFigures>,
    ) -> Result<Option<AreaFigures>, StoreError> {
        let latest = release::Entity::find().order_by_desc(release::Column::AsOf).one(&self.db).await?;
        let Some(latest) = latest else { return Ok(None) };
        let rows = release_figure::Entity::find()
            .filter(release_figure::Column::ReleaseId.eq(latest.id))
            .filter(release_figure::Column::Council.eq(permit.target().as_str()))
            .all(&self.db)
            .await?;
        let cells: HashMap<_, _> = rows.iter().map(|row| (row.figure.as_str(), cell(row))).collect();
        let figure = |figure: Figure| (figure, cells.get(figure.id).copied().unwrap_or(Cell::Withheld));
        let as_of = latest.as_of.parse().map_err(|_| StoreError::Unreadable("release"))?;
        Ok(Some(AreaFigures { as_of, figures: CATALOGUE.map(figure).into() }))
    }

    /// What the figures are counted from. Two statements, and one for each key not yet known.
    async fn release_facts(&self, until: i64) -> Result<Vec<PremisesFacts>, StoreError> {
        let premises: Vec<(Uuid, String, Option<String>, i64)> = premises::Entity::find()
            .select_only()
            .columns([premises::Column::Id, premises::Column::Council, premises::Column::Tier])
            .column(premises::Column::RegisteredAt)
            .filter(premises::Column::RegisteredAt.lt(until))
            .into_tuple()
            .all(&self.db)
            .await?;
        let sent = submission::Entity::find()
            .find_also_related(case::Entity)
            .filter(submission::Column::SubmittedAt.lt(until))
            // Councils see figures of premises alone.
            .filter(submission::Column::EventId.is_null())
            .order_by_asc(submission::Column::SubmittedAt)
            .order_by_asc(submission::Column::Number)
            .all(&self.db)
            .await?;
        // The later one takes the place of the earlier.
        let latest: HashMap<_, _> =
            sent.into_iter().map(|(row, case)| (row.premises_id, (row, case))).collect();
        let mut facts = Vec::with_capacity(premises.len());
        for (id, council, tier_slug, registered_at) in premises {
            let record = match latest.get(&Some(id)) {
                Some((row, Some(case))) if case.state != CaseState::Withdrawn.name() => {
                    Some(self.readiness(row).await?)
                }
                _ => None,
            };
            let in_place = |pick: fn(&ReadinessRecord) -> Standing| {
                record.as_ref().is_some_and(|record| pick(record) == Standing::InPlace)
            };
            facts.push(PremisesFacts {
                council: council.parse::<CouncilCode>().map_err(|_| StoreError::Unreadable("council"))?,
                tier: tier(tier_slug.as_deref())?,
                registered_on: in_london(at(registered_at)),
                submitted: record.is_some(),
                procedures: Procedures {
                    evacuation: in_place(|record| record.evacuation),
                    invacuation: in_place(|record| record.invacuation),
                    lockdown: in_place(|record| record.lockdown),
                    communication: in_place(|record| record.communication),
                },
                staff_aware: in_place(|record| record.awareness),
                notification_ready: in_place(|record| record.notification),
            });
        }
        Ok(facts)
    }

    async fn readiness(&self, row: &submission::Model) -> Result<ReadinessRecord, StoreError> {
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        key.open_json(place("readiness", &row.id), &row.readiness)
    }
}

fn rows(id: ReleaseId, release: &Release) -> Vec<release_figure::ActiveModel> {
    let row = |council: &CouncilCode, figure: &str, cell: Cell| {
        let (base, count) = match cell {
            Cell::Shown { base, count } => (i32::try_from(base).ok(), i32::try_from(count).ok()),
            Cell::Withheld => (None, None),
        };
        release_figure::ActiveModel {
            release_id: Set(id.0),
            council: Set(council.to_string()),
            figure: Set(figure.to_owned()),
            base: Set(base),
            count: Set(count),
        }
    };
    let cells = |(council, cells): (&CouncilCode, &std::collections::BTreeMap<String, Cell>)| {
        cells.iter().map(|(figure, cell)| row(council, figure, *cell)).collect::<Vec<_>>()
    };
    release.councils.iter().flat_map(cells).collect()
}

fn cell(row: &release_figure::Model) -> Cell {
    let number = |column: Option<i32>| column.and_then(|number| u32::try_from(number).ok());
    match (number(row.base), number(row.count)) {
        (Some(base), Some(count)) => Cell::Shown { base, count },
        _ => Cell::Withheld,
    }
}
