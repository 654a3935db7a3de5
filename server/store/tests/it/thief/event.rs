//! An event and all that belongs to it.

use domain::{
    event::{
        self, Covers, Dates, Earlier, Entry, EntryCheck, EventChange, Format, HeldBefore, LargerEvent, Line,
        Paragraph, Publicity, Standing, StatedHost,
    },
    forms::event::{StatedAbout, StatedPlace},
    ids::OrganisationId,
    policy::{Actor, act},
    premises::{Address, AddressLine},
    scope::{Exclusions, HostUse, Known, head_count::HeadCount},
};
use uuid::Uuid;

use super::{Planted, answers, kept, plant_entries, reads_entries};
use crate::venue::permit;

/// An event, with something in every field that people type.
pub async fn plant(t: &store::Store, planted: &mut Planted, operator: &Actor, organisation: OrganisationId) {
    let today = t.clock().today();
    let moment = |hour| today.and_hms_opt(hour, 0, 0).unwrap();
    let mut line = |field: &str| Line::new(&planted.canary(field)).unwrap();
    let place = StatedPlace::Elsewhere {
        address: Address {
            line1: AddressLine::new(line("eventline1").as_str()).unwrap(),
            line2: Some(AddressLine::new(line("eventline2").as_str()).unwrap()),
            town: AddressLine::new(line("eventtown").as_str()).unwrap(),
            postcode: "B17 9PU".parse().unwrap(),
        },
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
    };
    let about = StatedAbout {
        name: line("event"),
        description: Paragraph::new(line("description").as_str()).unwrap(),
        place,
        part_of_site: Some(line("site")),
    };
    let earlier = Earlier {
        on: Some(today),
        place: Some(line("lastplace")),
        name: Some(line("lastname")),
        responsible: Some(line("lastresponsible")),
        contact: Some(line("lastcontact")),
    };
    let dates = Dates {
        starts: moment(10),
        ends: moment(20),
        admission: moment(9),
        held_before: HeldBefore::Yes(Box::new(earlier)),
        repeats: Known::Yes,
    };
    let publicity = |format| Publicity { first: Some(today), format: Some(format), taken_over: None };
    let host = StatedHost {
        enhanced: Known::No,
        main_use: HostUse::None,
        exclusions: Exclusions::Nothing,
        standing: Standing::NotKnown,
        sia_number: Some(line("hostnumber")),
    };
    let larger = event::Larger::PartOf(LargerEvent {
        name: line("larger"),
        notified: Known::Yes,
        sia_number: Some(line("largernumber")),
    });
    let entry =
        Entry { public_access: Known::Yes, checks: Some(vec![EntryCheck::Tickets]), covers: Covers::Whole };
    let part = event::Part { name: line("part"), checked: Known::Yes, number: Some(900) };
    let formats = [
        Format::Social { platform: line("platform"), account: line("account") },
        Format::Other(line("otherformat")),
        Format::Web(line("web")),
    ];
    let count = HeadCount::new(900, "other", line("eventcounted").as_str(), today, today).unwrap();
    planted.canaries.push("B17 9PU".into());

    let may = permit::<act::RegisterEvent>(t, operator, organisation).await.unwrap();
    let id = t.register_event(&may, Uuid::new_v4(), about).await.unwrap();
    let may = permit::<act::EditEvent>(t, operator, id).await.unwrap();
    let mut changes = vec![
        EventChange::Dates(dates),
        EventChange::Host(host),
        EventChange::Entry(entry),
        EventChange::Larger(larger),
        EventChange::Parts(vec![part]),
        EventChange::Number(Some(count)),
        EventChange::Online(vec![planted.canary("eventonline")]),
    ];
    changes.extend(formats.map(|format| EventChange::Publicity(publicity(format))));
    for (change, seen) in changes.into_iter().zip(1..) {
        t.change_event(&may, seen, change).await.unwrap();
        let back = t.event_to_edit(&may).await.unwrap();
        planted.came_back(serde_json::to_string(&back.event.details).unwrap());
    }
    plant_entries(t, planted, &may).await;
    let may = permit::<act::ViewEvent>(t, operator, id).await.unwrap();
    reads_entries(t, planted, &may).await;
    answers::plant(t, planted, operator, id).await;
    kept::plant(t, planted, operator, id).await;
}
