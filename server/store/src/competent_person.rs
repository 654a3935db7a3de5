//! Competent Person records: who holds which qualification for premises.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    audit::Event,
    competent_person::CompetentPersonDetails,
    day::in_london,
    estate::PAGE,
    ids::{CompetentPersonId, OrganisationId, PremisesId},
    policy::{Permit, act},
    premises::PremisesName,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    Cursor, Owner, Store, StoreError, calendar,
    clock::at,
    competent_person_check::MarkMade,
    cursor::first_page,
    entity::{competent_person, premises},
    keys::{DataKey, Place},
};

/// A Competent Person record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetentPerson {
    /// Its id.
    pub id: CompetentPersonId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The premises it is for.
    pub premises: PremisesId,
    /// What it says.
    pub details: CompetentPersonDetails,
    /// The day it was added.
    pub added_on: NaiveDate,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
    /// The newest mark of a CTSA. The operator is told of it once their authority to speak for the
    /// premises was confirmed.
    pub mark: Option<MarkMade>,
}

/// A page of records, each with the name of its premises.
pub struct PersonPage {
    /// The records.
    pub people: Vec<(PremisesName, CompetentPerson)>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

impl Store {
    /// Adds a record. Sent twice, it makes one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_competent_person(
        &self,
        permit: &Permit<act::AddCompetentPerson>,
        once: Uuid,
        details: &CompetentPersonDetails,
    ) -> Result<CompetentPersonId, StoreError> {
        let actor = permit.actor().ok_or(StoreError::NotFound)?;
        let id = CompetentPersonId(self.tokens.id("competent-person", actor.0, once));
        let organisation = self.premises_row(*permit.target()).await?.organisation_id;
        let key = self.key(&Owner::Organisation(OrganisationId(organisation))).await?;
        let tx = self.begin(Some(actor)).await?;
        let row = competent_person::ActiveModel {
            id: Set(id.0),
            organisation_id: Set(organisation),
            premises_id: Set(permit.target().0),
            details: Set(key.seal_json(lies(&id.0), details)?),
            added_at: Set(tx.millis()),
            version: Set(1),
        };
        match competent_person::Entity::insert(row)
            .exec_without_returning(tx.db())
            .await
            .map_err(StoreError::from)
        {
            Err(StoreError::Taken) => return Ok(id),
            other => other?,
        };
        calendar::refresh(&tx, &key, (*permit.target()).into(), OrganisationId(organisation)).await?;
        tx.commit(Event::CompetentPersonAdded(id)).await?;
        Ok(id)
    }

    /// Changes a record, unless somebody else did since version `seen`.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the version is another.
    pub async fn change_competent_person(
        &self,
        permit: &Permit<act::EditCompetentPerson>,
        seen: u32,
        details: &CompetentPersonDetails,
    ) -> Result<(), StoreError> {
        let id = *permit.target();
        let before = self.competent_person_row(id).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(before.organisation_id))).await?;
        let seen = i32::try_from(seen).map_err(|_| StoreError::Conflict)?;
        let tx = self.begin(permit.actor()).await?;
        let changed = competent_person::Entity::update_many()
            .col_expr(competent_person::Column::Details, Expr::value(key.seal_json(lies(&id.0), details)?))
            .col_expr(competent_person::Column::Version, Expr::value(seen.saturating_add(1)))
            .filter(competent_person::Column::Id.eq(id.0))
            .filter(competent_person::Column::Version.eq(seen))
            .exec(tx.db())
            .await?;
        if changed.rows_affected != 1 {
            return Err(StoreError::Conflict);
        }
        calendar::refresh(
            &tx,
            &key,
            PremisesId(before.premises_id).into(),
            OrganisationId(before.organisation_id),
        )
        .await?;
        tx.commit(Event::CompetentPersonChanged(id)).await
    }

    /// A record with its newest mark, for the operator. Three statements.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn competent_person(
        &self,
        permit: &Permit<act::EditCompetentPerson>,
    ) -> Result<CompetentPerson, StoreError> {
        let row = self.competent_person_row(*permit.target()).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        let mut list = vec![read(row, &key)?];
        self.tell_marks(&mut list).await?;
        list.pop().ok_or(StoreError::NotFound)
    }

    /// A page of the organisation's records, the newest first, each with the name of its premises and the
    /// newest mark. Four statements.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn competent_persons_of(
        &self,
        permit: &Permit<act::ListCompetentPersons>,
        after: Option<Cursor>,
    ) -> Result<PersonPage, StoreError> {
        let organisation = *permit.target();
        let (added_at, id) = (competent_person::Column::AddedAt, competent_person::Column::Id);
        let rows = competent_person::Entity::find()
            .filter(competent_person::Column::OrganisationId.eq(organisation.0))
            .filter(after.map_or_else(Condition::all, |after| after.beyond(added_at, id)))
            .order_by_desc(added_at)
            .order_by_desc(id)
            .limit(u64::try_from(PAGE + 1).unwrap_or(u64::MAX))
            .all(&self.db)
            .await?;
        let at = |row: competent_person::Model| {
            let at = Cursor { millis: row.added_at, id: row.id };
            (row, at)
        };
        let (rows, next) = first_page(rows.into_iter().map(at).collect(), PAGE);
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let mut list = rows.into_iter().map(|row| read(row, &key)).collect::<Result<Vec<_>, _>>()?;
        self.tell_marks(&mut list).await?;
        let names = self.premises_names(&list, &key).await?;
        let named = |person: CompetentPerson| Some((names.get(&person.premises.0)?.clone(), person));
        Ok(PersonPage { people: list.into_iter().filter_map(named).collect(), next })
    }

    /// The newest records of premises, at most 100, each with the newest mark, for the operator. Four
    /// statements; two where there are none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn competent_persons_at(
        &self,
        permit: &Permit<act::ViewPremises>,
    ) -> Result<Vec<CompetentPerson>, StoreError> {
        let row = self.premises_row(*permit.target()).await?;
        let mut list = self.records_at(row.id, OrganisationId(row.organisation_id)).await?;
        if !list.is_empty() {
            self.tell_marks(&mut list).await?;
        }
        Ok(list)
    }

    /// The newest records of premises, at most 100, without marks. One statement.
    pub(crate) async fn records_at(
        &self,
        premises: Uuid,
        organisation: OrganisationId,
    ) -> Result<Vec<CompetentPerson>, StoreError> {
        let rows = competent_person::Entity::find()
            .filter(competent_person::Column::PremisesId.eq(premises))
            .filter(competent_person::Column::OrganisationId.eq(organisation.0))
            .order_by_desc(competent_person::Column::AddedAt)
            .order_by_desc(competent_person::Column::Id)
            .limit(100)
            .all(&self.db)
            .await?;
        let key = self.key(&Owner::Organisation(organisation)).await?;
        rows.into_iter().map(|row| read(row, &key)).collect()
    }

    async fn premises_names(
        &self,
        list: &[CompetentPerson],
        key: &DataKey,
    ) -> Result<HashMap<Uuid, PremisesName>, StoreError> {
        let ids = list.iter().map(|person| person.premises.0);
        let rows = premises::Entity::find().filter(premises::Column::Id.is_in(ids)).all(&self.db).await?;
        rows.into_iter().map(|row| Ok((row.id, crate::premises::read(row, key)?.name))).collect()
    }

    pub(crate) async fn competent_person_row(
        &self,
        id: CompetentPersonId,
    ) -> Result<competent_person::Model, StoreError> {
        competent_person::Entity::find_by_id(id.0).one(&self.db).await?.ok_or(StoreError::NotFound)
    }
}

/// A record from its row, without a mark.
pub(crate) fn read(row: competent_person::Model, key: &DataKey) -> Result<CompetentPerson, StoreError> {
    Ok(CompetentPerson {
        id: CompetentPersonId(row.id),
        organisation: OrganisationId(row.organisation_id),
        premises: PremisesId(row.premises_id),
        details: key.open_json(lies(&row.id), &row.details)?,
        added_on: in_london(at(row.added_at)),
        version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
        mark: None,
    })
}

fn lies(id: &Uuid) -> Place<'_> {
    Place { table: "competent_person", column: "details", row: id.as_bytes() }
}
