//! What the policy needs to know of an object, read before a decision. One statement each, none for
//! what the person's own grants decide.

use domain::{
    codes::{CouncilCode, RegionCode},
    drill::Drill,
    ids::{
        AccountId, AssessmentId, CaseId, CompetentPersonId, DrillId, EventId, ImportId, InvitationId,
        LicenceId, MembershipId, NoticeId, OrganisationId, PartyId, PlanItemId, PremisesId, PremisesOrEvent,
        SubmissionId, TrainingId,
    },
    licence::Licence,
    party::Party,
    plan::PlanItem,
    policy::{Act, Facts, Permit},
    submission::CaseState,
    training::Training,
};
use sea_orm::{
    Condition, EntityTrait, JoinType, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};
use uuid::Uuid;

use crate::{
    Store, StoreError,
    entity::{authority_check, case, competent_person, invitation, role_grant},
};

/// Something that can be asked for.
pub trait Subject: Sync {
    /// Its facts.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such object.
    fn facts(&self, store: &Store) -> impl Future<Output = Result<Facts, StoreError>> + Send;

    /// The premises or the event that it belongs to, where its pages are headed with their name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such object.
    fn belongs_to(
        &self,
        _: &Store,
    ) -> impl Future<Output = Result<Option<PremisesOrEvent>, StoreError>> + Send {
        async { Ok(None) }
    }
}

impl Store {
    /// The name of the premises or the event that an object belongs to. One statement for premises and
    /// events, two for what belongs to them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn name_for<A: Act>(&self, permit: &Permit<A>) -> Result<Option<String>, StoreError>
    where
        A::Target: Subject,
    {
        match permit.target().belongs_to(self).await? {
            Some(PremisesOrEvent::Premises(id)) => {
                Ok(Some(self.open_premises(id).await?.name.as_str().to_owned()))
            }
            Some(PremisesOrEvent::Event(id)) => self.event_name(id).await.map(Some),
            None => Ok(None),
        }
    }
}

impl Subject for () {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        Ok(Facts::default())
    }
}

impl Subject for OrganisationId {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        Ok(Facts { organisation: Some(*self), ..Facts::default() })
    }
}

/// A membership stays the organisation's after it has ended.
impl Subject for MembershipId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let row = role_grant::Entity::find_by_id(self.0).one(&store.db).await?;
        owned_by(row.and_then(|row| row.organisation_id))
    }
}

/// An invitation to an organisation; one to another role belongs to none.
impl Subject for InvitationId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let row = invitation::Entity::find_by_id(self.0).one(&store.db).await?.ok_or(StoreError::NotFound)?;
        Ok(Facts { organisation: row.organisation_id.map(OrganisationId), ..Facts::default() })
    }
}

impl Subject for CouncilCode {
    async fn facts(&self, _: &Store) -> Result<Facts, StoreError> {
        let region = domain::area::of_council(self).map(|area| area.region.code.clone());
        Ok(Facts { council: Some(self.clone()), region, ..Facts::default() })
    }
}

impl Subject for AccountId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.account_facts(*self).await
    }
}

impl Subject for PremisesId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.premises_facts(*self).await
    }

    async fn belongs_to(&self, _: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        Ok(Some((*self).into()))
    }
}

impl Subject for ImportId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.import_facts(*self).await
    }
}

impl Subject for PartyId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let organisation = Some(store.record_owner::<Party>(*self).await?);
        Ok(Facts { organisation, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.record_of::<Party>(*self).await.map(Some)
    }
}

impl Subject for LicenceId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let organisation = Some(store.record_owner::<Licence>(*self).await?);
        Ok(Facts { organisation, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.record_of::<Licence>(*self).await.map(Some)
    }
}

impl Subject for NoticeId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.notice_facts(*self).await
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.notice_of(*self).await.map(Some)
    }
}

impl Subject for DrillId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let organisation = Some(store.record_owner::<Drill>(*self).await?);
        Ok(Facts { organisation, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.record_of::<Drill>(*self).await.map(Some)
    }
}

impl Subject for TrainingId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let organisation = Some(store.record_owner::<Training>(*self).await?);
        Ok(Facts { organisation, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.record_of::<Training>(*self).await.map(Some)
    }
}

impl Subject for PlanItemId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let organisation = Some(store.record_owner::<PlanItem>(*self).await?);
        Ok(Facts { organisation, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        store.record_of::<PlanItem>(*self).await.map(Some)
    }
}

impl Subject for EventId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.event_facts(*self).await
    }

    async fn belongs_to(&self, _: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        Ok(Some((*self).into()))
    }
}

impl Subject for AssessmentId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.assessment_facts(*self).await
    }
}

impl Subject for SubmissionId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        store.submission_facts(*self).await
    }
}

/// A record is the organisation's. An adviser reaches it only while the premises have a case in
/// their region.
impl Subject for CompetentPersonId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        let (organisation, region) = owner_and_region(store, *self).await?;
        Ok(Facts { organisation: Some(organisation), region, ..Facts::default() })
    }

    async fn belongs_to(&self, store: &Store) -> Result<Option<PremisesOrEvent>, StoreError> {
        let row = store.competent_person_row(*self).await?;
        Ok(Some(PremisesId(row.premises_id).into()))
    }
}

impl Subject for CaseId {
    async fn facts(&self, store: &Store) -> Result<Facts, StoreError> {
        use authority_check::Column as Check;
        // The premises or the event of the case, whichever it has.
        let check = case::Entity::belongs_to(authority_check::Entity)
            .from(case::Column::Region)
            .to(Check::Region)
            .on_condition(|case, check| {
                let subject = Expr::col((check, Check::SubjectId));
                let of = [case::Column::PremisesId, case::Column::EventId];
                let of = of.map(|column| Expr::col((case.clone(), column)));
                Condition::all().add(subject.eq(Func::coalesce(of)))
            })
            .into();
        let (region, state, checked) = case::Entity::find_by_id(self.0)
            .join(JoinType::LeftJoin, check)
            .select_only()
            .column(case::Column::Region)
            .column(case::Column::State)
            .column(Check::AccountId)
            .into_tuple::<(String, String, Option<Uuid>)>()
            .one(&store.db)
            .await?
            .ok_or(StoreError::NotFound)?;
        let state = CaseState::from_name(&state).ok_or(StoreError::Unreadable("state"))?;
        Ok(Facts {
            // What was taken back is no longer an adviser's to read.
            region: if state == CaseState::Withdrawn { None } else { Some(code(&region)?) },
            case_open: state.is_open(),
            authority_confirmed: checked.is_some(),
            ..Facts::default()
        })
    }
}

/// Whose a Competent Person record is, and in which region its premises have an open or
/// answered case. One statement.
pub(crate) async fn owner_and_region(
    store: &Store,
    id: CompetentPersonId,
) -> Result<(OrganisationId, Option<RegionCode>), StoreError> {
    let case = competent_person::Entity::belongs_to(case::Entity)
        .from(competent_person::Column::PremisesId)
        .to(case::Column::PremisesId)
        .on_condition(|_, case| {
            let seen =
                [CaseState::Submitted, CaseState::InReview, CaseState::Returned, CaseState::AdviceRecorded];
            Condition::all().add(Expr::col((case, case::Column::State)).is_in(seen.map(CaseState::name)))
        })
        .into();
    let (organisation, region) = competent_person::Entity::find_by_id(id.0)
        .join(JoinType::LeftJoin, case)
        .select_only()
        .column(competent_person::Column::OrganisationId)
        .column(case::Column::Region)
        .order_by_desc(case::Column::ChangedAt)
        .into_tuple::<(Uuid, Option<String>)>()
        .one(&store.db)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok((OrganisationId(organisation), region.as_deref().map(code).transpose()?))
}

fn owned_by(organisation: Option<Uuid>) -> Result<Facts, StoreError> {
    let organisation = organisation.map(OrganisationId).ok_or(StoreError::NotFound)?;
    Ok(Facts { organisation: Some(organisation), ..Facts::default() })
}

fn code(region: &str) -> Result<RegionCode, StoreError> {
    region.parse().map_err(|_| StoreError::Unreadable("region"))
}
