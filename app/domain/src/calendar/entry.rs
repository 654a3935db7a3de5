//! The entries of a calendar, worked out anew each time from what is stored.

use chrono::NaiveDate;

use super::{Dates, Month};
use crate::{
    assessment::too_old_on,
    content::{Label, QuestionId, ReadinessTopic},
    deadlines::{Commencement, Deadline, Trigger, deadline},
    drill,
    event::{self, HostedEvent},
    ids::PremisesOrEvent,
    law::Law,
    notice::{Kept, Since, ToTell, What as Told, told},
    premises::{Premises, due},
    scope::EventOutcome,
};

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// When.
    pub day: Day,
    /// What.
    pub what: What<'a>,
    /// Where.
    pub of: PremisesOrEvent,
    /// What the premises or the event are called.
    pub name: &'a str,
}

/// When something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    /// On this day at the latest.
    On(NaiveDate),
    /// The law has not set the day yet.
    NotFixed,
    /// The law gives no clear date.
    NoClearDate,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What<'a> {
    /// To tell the regulator; without a trigger while the duties have no first day.
    Notify(Option<Trigger>),
    /// To look at the number of people again.
    HeadCount,
    /// An event is held.
    Event,
    /// To try a topic out again.
    Drill(&'a ReadinessTopic),
    /// A day that was answered is too long ago from then on.
    Answer(&'a QuestionId),
    /// Something in the plan.
    Plan,
    /// To hold a course again, by its id.
    Training(&'a str),
    /// A qualification in a Competent Person record runs out.
    Expiry,
}

/// As much as a file may say that leaves the portal: nothing that tells what is weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A deadline of the law.
    Deadline,
    /// The day of an event.
    Event,
    /// Something to look at.
    Review,
}

impl What<'_> {
    /// How binding it is; nothing of the day of an event.
    pub const fn label(self) -> Option<Label> {
        match self {
            Self::Notify(_) => Some(Label::Law),
            Self::Event => None,
            _ => Some(Label::GoodPractice),
        }
    }

    /// Whether it is to correct what was notified (SI 2026/793, regulation 6).
    pub const fn is_correction(self) -> bool {
        matches!(self, Self::Notify(Some(Trigger::PremisesInaccurate(_) | Trigger::EventInaccurate(_))))
    }

    /// Its kind.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Notify(_) => Kind::Deadline,
            Self::Event => Kind::Event,
            _ => Kind::Review,
        }
    }
}

/// What is due at premises, in no order.
pub fn of_premises<'a>(
    premises: &'a Premises,
    dates: &'a Dates,
    notices: &[Kept],
    starts: Commencement,
) -> Vec<Entry<'a>> {
    let entry = |day, what| Entry { day, what, of: premises.id.into(), name: premises.name.as_str() };
    let on = |day: NaiveDate, what| entry(Day::On(day), what);
    let mut entries = match due::next_deadline(premises, starts, notices) {
        Some(Deadline::NotFixed) => vec![entry(Day::NotFixed, What::Notify(None))],
        _ => legal(due::to_tell(premises, starts, notices), starts)
            .map(|(day, trigger)| entry(day, What::Notify(Some(trigger))))
            .collect(),
    };
    entries.extend(premises.head_count.as_ref().map(|count| on(count.review_on(), What::HeadCount)));
    entries.extend(kept(dates).map(|(day, what)| on(day, what)));
    entries
}

/// What comes of what premises or an event keep.
fn kept(dates: &Dates) -> impl Iterator<Item = (NaiveDate, What<'_>)> {
    let topics = drill::topics().into_iter();
    let drills = topics.filter_map(|topic| {
        Some((too_old_on(*dates.drills.get(&topic.id)?, topic.drill_every?)?, What::Drill(topic)))
    });
    drills
        .chain(dates.answers.iter().map(|(question, day)| (*day, What::Answer(question))))
        .chain(dates.plan.iter().map(|day| (*day, What::Plan)))
        .chain(dates.training.iter().map(|due| (due.on, What::Training(&due.course))))
        .chain(dates.expiries.iter().map(|day| (*day, What::Expiry)))
}

/// By when what is other than it was notified must be corrected, in no order.
pub fn corrections<'a>(
    of: PremisesOrEvent,
    name: &'a str,
    inaccurate: &[Since],
    starts: Commencement,
) -> Vec<Entry<'a>> {
    let triggers = inaccurate.iter().map(|since| Trigger::inaccurate(of, since.day));
    let entry =
        |trigger| Entry { day: by_when(trigger, starts), what: What::Notify(Some(trigger)), of, name };
    triggers.map(entry).collect()
}

/// What is due of an event, in no order. One that is over has no day any more, but for what is in its plan.
pub fn of_event<'a>(
    hosted: &'a HostedEvent,
    dates: &'a Dates,
    notices: &[Kept],
    starts: Commencement,
    (law, today): (&Law, NaiveDate),
) -> Vec<Entry<'a>> {
    let event = &hosted.event;
    let entry = |day, what| Entry { day, what, of: event.id.into(), name: event.details.name.as_str() };
    let held = event.details.dates.as_ref().filter(|dates| dates.ends.date() >= today);
    let held = held.map(|dates| entry(Day::On(dates.starts.date().max(today)), What::Event));
    let mut entries: Vec<Entry<'a>> = held.into_iter().collect();
    let over = event.is_over_before(today);
    let kept = kept(dates).filter(|(_, what)| !over || *what == What::Plan);
    entries.extend(kept.map(|(day, what)| entry(Day::On(day), what)));
    if hosted.decide(law, today).outcome() == EventOutcome::NotInScope || event.is_of_others() {
        return entries;
    }
    if starts == Commencement::NotFixed {
        let waits = told(notices, Told::Became).is_none() && !event.is_over_before(today);
        entries.extend(waits.then(|| entry(Day::NotFixed, What::Notify(None))));
    } else {
        let open = legal(event::due::to_tell(event, starts, notices), starts);
        entries.extend(open.map(|(day, trigger)| entry(day, What::Notify(Some(trigger)))));
    }
    entries
}

/// By when what was not told yet must be.
fn legal(to_tell: Vec<ToTell>, starts: Commencement) -> impl Iterator<Item = (Day, Trigger)> {
    to_tell
        .into_iter()
        .filter(|one| one.told_on.is_none())
        .map(move |one| (by_when(one.trigger, starts), one.trigger))
}

fn by_when(trigger: Trigger, starts: Commencement) -> Day {
    match deadline(trigger, starts) {
        Deadline::LastDay(day) => Day::On(day),
        Deadline::NotFixed => Day::NotFixed,
        Deadline::NoClearDate => Day::NoClearDate,
    }
}

/// Entries in the order to show them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar<'a> {
    /// What should have been done before today, the longest ago first.
    pub overdue: Vec<Entry<'a>>,
    /// What is due from today on, by day.
    pub to_come: Vec<Entry<'a>>,
    /// What has no day.
    pub without_day: Vec<Entry<'a>>,
}

impl<'a> Calendar<'a> {
    /// The calendar of these entries on a day in London.
    pub fn of(entries: impl IntoIterator<Item = Entry<'a>>, today: NaiveDate) -> Self {
        let mut calendar = Self::default();
        for entry in entries {
            match entry.day {
                Day::On(day) if day < today => calendar.overdue.push(entry),
                Day::On(_) => calendar.to_come.push(entry),
                Day::NotFixed | Day::NoClearDate => calendar.without_day.push(entry),
            }
        }
        for list in [&mut calendar.overdue, &mut calendar.to_come, &mut calendar.without_day] {
            // The law comes first on a day; then by name, so that what is at one place stands together.
            list.sort_by(|one, other| {
                let key = |entry: &Entry<'a>| {
                    (entry.day, entry.what.kind(), entry.name, uuid::Uuid::from(entry.of))
                };
                key(one).cmp(&key(other))
            });
        }
        calendar
    }

    /// What is due in a month, from today on.
    pub fn in_month(&self, month: Month) -> &[Entry<'a>] {
        let from = self.to_come.partition_point(|entry| entry.day < Day::On(month.first()));
        let to = self.to_come.partition_point(|entry| entry.day < Day::On(month.next().first()));
        self.to_come.get(from..to).unwrap_or_default()
    }

    /// Entries of a day, a place and a kind, which are shown together.
    pub fn together<'s>(entries: &'s [Entry<'a>]) -> impl Iterator<Item = &'s [Entry<'a>]> {
        entries
            .chunk_by(|one, next| (one.day, one.of, one.what.kind()) == (next.day, next.of, next.what.kind()))
    }

    /// The first month from this one on in which anything is due.
    pub fn next_with_entries(&self, from: Month) -> Option<Month> {
        let days = self.to_come.iter().filter_map(|entry| match entry.day {
            Day::On(day) => Some(Month::of(day)),
            Day::NotFixed | Day::NoClearDate => None,
        });
        days.into_iter().find(|month| *month >= from)
    }
}
