//! What was said before, read back.

use std::collections::HashMap;

use domain::{
    event::{Event, EventDetails},
    ids::OrganisationId,
    notice::Versions,
    organisation::OrganisationDetails,
    premises::Premises,
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::{EVENT, ORGANISATION, PREMISES, lies};
use crate::{
    StoreError, Timestamp,
    clock::at,
    entity::earlier_fact::Model,
    kept::{self, Kept, Row},
    keys::DataKey,
    premises,
};

/// What one thing said before: when it was added, and each version with its end.
type Before = (Option<i64>, Vec<(Timestamp, Model)>);

/// What things said before, by kind and id.
#[derive(Default)]
pub(super) struct Changes(HashMap<(String, Uuid), Before>);

impl Changes {
    pub fn of(rows: Vec<Model>) -> Self {
        let mut changes = Self::default();
        for row in rows {
            let one = changes.0.entry((row.kind.clone(), row.subject_id)).or_default();
            one.0 = one.0.or(row.added_at);
            one.1.push((at(row.replaced_at), row));
        }
        changes
    }

    fn take(&mut self, kind: &str, subject: Uuid) -> Vec<(Timestamp, Model)> {
        self.0.remove(&(kind.to_owned(), subject)).unwrap_or_default().1
    }

    /// A list, with what is on it now and what was removed.
    pub fn listed<K: Kept>(&mut self, rows: &[Row], key: &DataKey) -> Result<Vec<Versions<K>>, StoreError> {
        let mut list = Vec::new();
        for row in rows {
            let earlier = self.take(K::NAME, row.id);
            list.push(Versions {
                began: at(row.added_at),
                earlier: opened(earlier, key, |said| said)?,
                now: Some(kept::details(row, key)?),
            });
        }
        let removed: Vec<_> = self.0.keys().filter(|(kind, _)| kind == K::NAME).cloned().collect();
        for subject in removed {
            let Some((added_at, earlier)) = self.0.remove(&subject) else { continue };
            let began = at(added_at.unwrap_or_default());
            list.push(Versions { began, earlier: opened(earlier, key, |said| said)?, now: None });
        }
        Ok(list)
    }

    /// Premises that are as they are `now`.
    pub fn premises(
        &mut self,
        began: Timestamp,
        now: Premises,
        key: &DataKey,
    ) -> Result<Versions<Premises>, StoreError> {
        let earlier = self.take(PREMISES, now.id.0);
        let earlier = opened(earlier, key, |said: premises::Details| said.of(&now))?;
        Ok(Versions { began, earlier, now: Some(now) })
    }

    /// An event that is as it is `now`.
    pub fn event(
        &mut self,
        began: Timestamp,
        now: Event,
        key: &DataKey,
    ) -> Result<Versions<Event>, StoreError> {
        let earlier = self.take(EVENT, now.id.0);
        let earlier = opened(earlier, key, |details: EventDetails| Event { details, ..now.clone() })?;
        Ok(Versions { began, earlier, now: Some(now) })
    }

    /// An organisation that is as it is `now`. It is older than anything of its own.
    pub fn organisation(
        &mut self,
        id: OrganisationId,
        now: OrganisationDetails,
        key: &DataKey,
    ) -> Result<Versions<OrganisationDetails>, StoreError> {
        let earlier = opened(self.take(ORGANISATION, id.0), key, |said| said)?;
        Ok(Versions { began: Timestamp::MIN_UTC, earlier, now: Some(now) })
    }
}

fn opened<S: DeserializeOwned, T>(
    rows: Vec<(Timestamp, Model)>,
    key: &DataKey,
    read: impl Fn(S) -> T,
) -> Result<Vec<(Timestamp, T)>, StoreError> {
    let open =
        |(until, row): (Timestamp, Model)| Ok((until, read(key.open_json(lies(&row.id), &row.details)?)));
    rows.into_iter().map(open).collect()
}
