//! How did things stand at a moment?

use chrono::{DateTime, Utc};

use super::Kept;
use crate::{
    day::in_london,
    event::{Event, HostedEvent},
    law::Law,
    licence::Licence,
    notification::{Entry, Sources, Subject, pack},
    organisation::OrganisationDetails,
    party::Party,
    premises::Premises,
};

/// What the regulator would have been told from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The moment.
    pub at: DateTime<Utc>,
    /// Every field.
    pub facts: Vec<Entry>,
}

/// One thing, with what it said before.
#[derive(Clone, Debug)]
pub struct Versions<T> {
    /// When it was added.
    pub began: DateTime<Utc>,
    /// What it said until a moment, in order of time.
    pub earlier: Vec<(DateTime<Utc>, T)>,
    /// What it says now; `None` where it was removed.
    pub now: Option<T>,
}

impl<T> Versions<T> {
    /// What it said right after a moment; `None` where it was not there.
    pub fn at(&self, moment: DateTime<Utc>) -> Option<&T> {
        if self.began > moment {
            return None;
        }
        let then = self.earlier.iter().find(|(until, _)| *until > moment).map(|(_, value)| value);
        then.or(self.now.as_ref())
    }

    /// The moments at which it changed.
    fn moments(&self) -> impl Iterator<Item = DateTime<Utc>> {
        [self.began].into_iter().chain(self.earlier.iter().map(|(until, _)| *until))
    }
}

/// All that a notification is made from, with what it said before.
#[derive(Clone, Debug)]
pub struct Past {
    /// The operator.
    pub organisation: Versions<OrganisationDetails>,
    /// The premises or the event.
    pub subject: PastSubject,
    /// The others with a part in it.
    pub parties: Vec<Versions<Party>>,
    /// Its licences.
    pub licences: Vec<Versions<Licence>>,
}

/// Premises or an event, with what was said of them before.
#[derive(Clone, Debug)]
pub enum PastSubject {
    /// Premises.
    Premises(Box<Versions<Premises>>),
    /// An event.
    Event {
        /// The event itself.
        event: Box<Versions<Event>>,
        /// The own premises that host it or did.
        hosts: Vec<Versions<Premises>>,
    },
}

impl Past {
    /// How things stood since the first of these notices was recorded: right after each was, and after
    /// each change.
    pub fn states(&self, notices: &[Kept], law: &Law) -> Vec<State> {
        let recorded = notices.iter().map(|kept| kept.recorded_at);
        let Some(first) = recorded.clone().min() else { return Vec::new() };
        let lists = self.parties.iter().flat_map(Versions::moments);
        let lists = lists.chain(self.licences.iter().flat_map(Versions::moments));
        let changes = self.organisation.moments().chain(self.subject.moments()).chain(lists);
        let mut moments: Vec<_> = changes.filter(|at| *at > first).chain(recorded).collect();
        moments.sort();
        moments.dedup();
        moments.into_iter().filter_map(|at| self.state(at, law)).collect()
    }

    fn state(&self, at: DateTime<Utc>, law: &Law) -> Option<State> {
        let organisation = self.organisation.at(at)?;
        let (parties, licences) = (there(&self.parties, at), there(&self.licences, at));
        let pack = |subject| pack(&Sources { organisation, subject, parties: &parties, licences: &licences });
        let day = in_london(at);
        let facts = match &self.subject {
            PastSubject::Premises(premises) => {
                let premises = premises.at(at)?;
                pack(Subject::Premises(premises, &premises.decide(law, day)))
            }
            PastSubject::Event { event, hosts } => {
                let event = event.at(at)?.clone();
                let host = match event.details.place.premises() {
                    None => None,
                    Some(id) => Some(hosts.iter().filter_map(|host| host.at(at)).find(|host| host.id == id)?),
                };
                let hosted = HostedEvent { event, host: host.cloned() };
                pack(Subject::Event(&hosted, &hosted.decide(law, day)))
            }
        };
        Some(State { at, facts })
    }
}

impl PastSubject {
    fn moments(&self) -> Box<dyn Iterator<Item = DateTime<Utc>> + '_> {
        match self {
            Self::Premises(premises) => Box::new(premises.moments()),
            Self::Event { event, hosts } => {
                Box::new(event.moments().chain(hosts.iter().flat_map(Versions::moments)))
            }
        }
    }
}

fn there<T: Clone>(list: &[Versions<T>], at: DateTime<Utc>) -> Vec<T> {
    list.iter().filter_map(|one| one.at(at)).cloned().collect()
}
