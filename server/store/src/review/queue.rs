//! The queue of submissions, a page at a time.

use std::{fmt, str::FromStr};

use domain::{
    codes::CouncilCode,
    content::Audience,
    law::UseCode,
    policy::{Scope, Within, act},
    submission::CaseState,
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::{
    Owner, QueueSummary, Store, StoreError, Timestamp,
    clock::at,
    entity::queue_entry::{Column, Entity, Model},
    keys::{DataKey, decode},
    queue::summary_place,
};

/// What somebody wants to see of the queue.
#[derive(Clone, Debug, Default)]
pub struct QueueFilter {
    /// In which states.
    pub states: QueueStates,
    /// Of premises of one tier only, or of events only.
    pub audience: Option<Audience>,
    /// In one council's area only.
    pub council: Option<CouncilCode>,
    /// Of one principal use only.
    pub used_for: Option<UseCode>,
    /// The newest first; otherwise whoever has waited longest.
    pub newest_first: bool,
    /// What comes after this place.
    pub after: Option<QueueCursor>,
}

/// The states that the queue shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueStates {
    /// What waits for a CTSA.
    #[default]
    Waiting,
    /// One state.
    Only(CaseState),
    /// All of them.
    All,
}

/// A place in the queue: the moment of a submission, and its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueCursor {
    millis: i64,
    token: Vec<u8>,
}

/// A submission in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueLine {
    /// What is sealed for the region.
    pub summary: QueueSummary,
    /// Where the case is.
    pub state: CaseState,
    /// The tier of the premises; of an event, that it is one.
    pub audience: Audience,
    /// The council of the area.
    pub council: CouncilCode,
    /// When it was sent.
    pub submitted_at: Timestamp,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuePage {
    /// The submissions.
    pub lines: Vec<QueueLine>,
    /// Where the next page begins, if there is one.
    pub next: Option<QueueCursor>,
}

impl Store {
    /// A page of the region's queue, at most `most` submissions. One statement, one more for a region's key that is not known yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn queue(
        &self,
        scope: &Scope<act::SeeQueue>,
        filter: &QueueFilter,
        most: u16,
    ) -> Result<QueuePage, StoreError> {
        let Within::Region(region) = scope.within() else { return Err(StoreError::NotFound) };
        let mut wanted = Condition::all().add(Column::Region.eq(region.as_str()));
        match filter.states {
            QueueStates::Waiting => {
                let open = CaseState::ALL.into_iter().filter(|state| state.is_open());
                wanted = wanted.add(Column::State.is_in(open.map(CaseState::name)));
            }
            QueueStates::Only(state) => wanted = wanted.add(Column::State.eq(state.name())),
            QueueStates::All => {}
        }
        let token = filter.used_for.map(|used_for| self.use_token(Some(used_for)));
        wanted = wanted
            .add_option(filter.audience.map(|audience| Column::Tier.eq(audience.set())))
            .add_option(filter.council.as_ref().map(|council| Column::Council.eq(council.as_str())))
            .add_option(token.map(|token| Column::UseToken.eq(token)))
            .add_option(filter.after.as_ref().map(|cursor| cursor.beyond(filter.newest_first)));
        let order = if filter.newest_first { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
        let mut rows = Entity::find()
            .filter(wanted)
            .order_by(Column::SubmittedAt, order.clone())
            .order_by(Column::SubjectToken, order)
            .limit(u64::from(most) + 1)
            .all(&self.db)
            .await?;
        let more = rows.len() > usize::from(most);
        rows.truncate(usize::from(most));
        let next = rows
            .last()
            .filter(|_| more)
            .map(|row| QueueCursor { millis: row.submitted_at, token: row.subject_token.clone() });
        let key = self.key(&Owner::Region(region.clone())).await?;
        Ok(QueuePage { lines: rows.into_iter().map(|row| read(row, &key)).collect::<Result<_, _>>()?, next })
    }
}

fn read(row: Model, key: &DataKey) -> Result<QueueLine, StoreError> {
    Ok(QueueLine {
        summary: key.open_json(summary_place(&row.subject_token), &row.summary)?,
        state: CaseState::from_name(&row.state).ok_or(StoreError::Unreadable("state"))?,
        audience: Audience::from_set(&row.tier).ok_or(StoreError::Unreadable("tier"))?,
        council: row.council.parse().map_err(|_| StoreError::Unreadable("council"))?,
        submitted_at: at(row.submitted_at),
    })
}

impl QueueCursor {
    fn beyond(&self, newest_first: bool) -> Condition {
        let (token, millis) = (self.token.clone(), self.millis);
        let (later, next) = if newest_first {
            (Column::SubmittedAt.lt(millis), Column::SubjectToken.lt(token))
        } else {
            (Column::SubmittedAt.gt(millis), Column::SubjectToken.gt(token))
        };
        let same = Condition::all().add(Column::SubmittedAt.eq(millis)).add(next);
        Condition::any().add(later).add(same)
    }
}

/// As it stands in a link: milliseconds, a hyphen, hexadecimal digits.
impl fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.millis)?;
        self.token.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for QueueCursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let (millis, token) = text.split_once('-').ok_or(StoreError::NotFound)?;
        let mut bytes = [0_u8; 32];
        decode(token, &mut bytes).ok_or(StoreError::NotFound)?;
        let millis = millis.parse().map_err(|_| StoreError::NotFound)?;
        Ok(Self { millis, token: bytes.to_vec() })
    }
}
