//! Reading a case with all that belongs to it.

use domain::{
    codes::RegionCode,
    event::HostedEvent,
    ids::{AccountId, CaseId, OrganisationId, PremisesOrEvent},
    organisation::OrganisationDetails,
    policy::{Act, Permit, act},
    premises::Premises,
    submission::CaseState,
};
use sea_orm::EntityTrait;

use super::{AuthorityMade, Said};
use crate::{
    CompetentPerson, Owner, Store, StoreError, Submission, Timestamp,
    clock::at,
    entity::{case, submission},
    premises,
    premises_or_event::{Row, one_of},
    submission as sent,
};

/// A case on the CTSA's desk, with what was sent.
#[derive(Clone, Debug)]
pub struct CaseInHand {
    /// Its id.
    pub id: CaseId,
    /// The region that advises.
    pub region: RegionCode,
    /// Where it is.
    pub state: CaseState,
    /// Counts the steps; a step names the version that was seen.
    pub version: u32,
    /// Who took it up.
    pub taken_by: Option<AccountId>,
    /// What was sent.
    pub submission: Submission,
}

/// A case with everything that the CTSA goes by.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The case.
    pub case: CaseInHand,
    /// What it is about, as it is now; the answers are as they were sent.
    pub about: CaseAbout,
    /// When that was last changed, where that was after sending.
    pub changed: Option<Timestamp>,
    /// Who says that they run them.
    pub operator: OrganisationDetails,
    /// How their authority to speak for the premises was confirmed; until then it is a claim.
    pub authority: Option<AuthorityMade>,
    /// What CTSAs have written.
    pub said: Said,
    /// The Competent Person records of the premises; of an event there are none.
    pub people: Vec<CompetentPerson>,
}

/// The premises or the event that a case is about.
#[derive(Clone, Debug)]
pub enum CaseAbout {
    /// Premises.
    Premises(Box<Premises>),
    /// An event, with its host where that is the organisation's own.
    Event(Box<HostedEvent>),
}

impl Store {
    /// A case with all that belongs to it. Nine statements; seven of an event, eight of one at own premises.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn case(&self, permit: &Permit<act::ViewCase>) -> Result<CaseFile, StoreError> {
        let case = self.case_in_hand(permit).await?;
        let organisation = case.submission.organisation;
        let key = self.key(&Owner::Organisation(organisation)).await?;
        let of = case.submission.of;
        let (about, changed, people) = match self.row_of(of).await? {
            Row::Premises(row) => {
                let changed = row.changed_at;
                let mut people = self.records_at(row.id, organisation).await?;
                self.add_marks(&mut people).await?;
                (CaseAbout::Premises(Box::new(premises::read(row, &key)?)), changed, people)
            }
            Row::Event(row) => {
                let changed = row.changed_at;
                let event = self.with_host(row).await?;
                (CaseAbout::Event(Box::new(event)), changed, Vec::new())
            }
        };
        let changed = Some(at(changed)).filter(|changed| *changed > case.submission.submitted_at);
        Ok(CaseFile {
            operator: self.operator_of(organisation).await?,
            authority: self.authority(of, &case.region).await?,
            said: self.said(case.id, &case.region).await?,
            case,
            about,
            changed,
            people,
        })
    }

    /// A case that something is to be done to, with what was sent. One statement.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn case_in_hand<A: Act<Target = CaseId>>(
        &self,
        permit: &Permit<A>,
    ) -> Result<CaseInHand, StoreError> {
        let (row, submission) = self.case_rows(*permit.target()).await?;
        let key = self.key(&Owner::Organisation(OrganisationId(row.organisation_id))).await?;
        Ok(CaseInHand {
            id: CaseId(row.id),
            region: region(&row)?,
            state: state(&row)?,
            version: u32::try_from(row.version).map_err(|_| StoreError::Unreadable("version"))?,
            taken_by: row.taken_by.map(AccountId),
            submission: sent::read(submission, &row, &key)?,
        })
    }

    /// A case's row with its submission's. One statement.
    pub(super) async fn case_rows(&self, id: CaseId) -> Result<(case::Model, submission::Model), StoreError> {
        let found =
            case::Entity::find_by_id(id.0).find_also_related(submission::Entity).one(&self.db).await?;
        match found {
            Some((row, Some(submission))) => Ok((row, submission)),
            _ => Err(StoreError::NotFound),
        }
    }
}

/// The premises or the event that a case is about.
pub(super) fn of(row: &case::Model) -> Result<PremisesOrEvent, StoreError> {
    one_of(row.premises_id, row.event_id)
}

/// The region that advises on a case.
pub(super) fn region(row: &case::Model) -> Result<RegionCode, StoreError> {
    row.region.parse().map_err(|_| StoreError::Unreadable("region"))
}

/// Where a case is.
pub(super) fn state(row: &case::Model) -> Result<CaseState, StoreError> {
    CaseState::from_name(&row.state).ok_or(StoreError::Unreadable("case state"))
}
