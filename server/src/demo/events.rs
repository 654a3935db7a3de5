//! The made-up events of the first operator.

use chrono::{Days as CalendarDays, NaiveDate, NaiveTime};
use domain::{
    contact::Contact,
    control::{Control, OperatorIs},
    drill::{Drill, DrillKind},
    event::{
        Covers, Dates, Entry, EntryCheck, EventChange, Format, HeldBefore, Larger, Line, Part as PartOfSite,
        Publicity, Standing, StatedHost,
    },
    forms::event::{AboutForm, StatedAbout},
    ids::PremisesId,
    law::UseCode,
    licence::{Licence, LicenceKind, LicenceState},
    party::{Part, Party},
    scope::{Exclusions, HostUse, Known, head_count::HeadCount},
};
use store::Store;

use super::{DemoFault, operator::Operator};

/// Registers four: one that may be, one at own premises, one that is none, and one by parts, whose answers were sent.
pub async fn add(store: &Store, operator: &Operator, playhouse: PremisesId) -> Result<(), DemoFault> {
    let today = store.clock().today();
    let soon = today + CalendarDays::new(60);

    let market = elsewhere("Lantern market (made up)", "Example Square", "B2 4QA")?;
    operator.registers_event(store, market, vec![dates(soon, Known::NotSure)]).await?;

    let about = AboutForm {
        held_at: "premises".into(),
        premises: playhouse.to_string(),
        ..form("Midwinter concerts (made up)")
    };
    let concerts = vec![
        dates(soon, Known::Yes),
        publicised(today, "https://concerts.demo.invalid")?,
        EventChange::Host(host(HostUse::NotSure)),
        open(Covers::Whole),
        number(store, 850)?,
        EventChange::Larger(Larger::Nothing),
        EventChange::Control(Control {
            operator: Some(OperatorIs::Responsible),
            others: Known::No,
            elsewhere: Known::Yes,
            licensed: Known::Yes,
            ..Control::default()
        }),
        EventChange::Online(vec!["https://concerts.demo.invalid".into()]),
    ];
    let concerts = operator.registers_event(store, checked(&about)?, concerts).await?;
    operator.keeps(store, concerts, &senior_individual(today)).await?;
    let notice = Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::NoticeGiven,
        description: "Temporary event notice for the foyer bar".into(),
        authority: "Example City Council".into(),
    };
    operator.keeps(store, concerts, &notice).await?;

    let recital = elsewhere("Recital in the church hall (made up)", "Sample Church Hall", "B14 7SA")?;
    let recital_said = vec![
        dates(soon, Known::No),
        publicised(today, "https://recital.demo.invalid")?,
        EventChange::Host(host(HostUse::Mainly(UseCode(9)))),
        open(Covers::Whole),
        number(store, 900)?,
        EventChange::Larger(Larger::Nothing),
    ];
    operator.registers_event(store, recital, recital_said).await?;

    let festival = elsewhere("Long Meadow festival (made up)", "Long Meadow", "B31 2AB")?;
    let summer = today + CalendarDays::new(240);
    let festival_said = vec![
        dates(summer, Known::Yes),
        publicised(today + CalendarDays::new(30), "https://meadow.demo.invalid")?,
        EventChange::Host(host(HostUse::None)),
        open(Covers::Parts),
        EventChange::Parts(vec![part("Main arena", Known::Yes, 6_200)?, part("Craft fair", Known::No, 700)?]),
        number(store, 6_900)?,
        EventChange::Larger(Larger::Nothing),
    ];
    let festival = operator.registers_event(store, festival, festival_said).await?;
    let answered = operator.answers_all(store, festival, 3).await?;
    operator.submits(store, answered).await?;
    let walk = Drill {
        on: today - CalendarDays::new(12),
        kind: DrillKind::WalkThrough,
        topics: vec!["evacuation".into()],
        took_part: "Stewards of the main arena".into(),
        went_well: None,
        lessons: vec!["The east gate has to open outwards".into()],
    };
    operator.keeps(store, festival, &walk).await?;
    Ok(())
}

fn senior_individual(today: NaiveDate) -> Party {
    let position = "Operations director".into();
    Party {
        part: Part::SeniorIndividual { position, designated_on: Some(today), understands: true },
        name: "Robin Field (made up)".into(),
        number: None,
        contact: Contact::default(),
    }
}

fn data(code: &str) -> DemoFault {
    DemoFault::Data(code.to_owned())
}

fn line(text: &str) -> Result<Line, DemoFault> {
    Line::new(text).map_err(data)
}

fn form(name: &str) -> AboutForm {
    let description = "Music for all ages. Made up for the demonstration.";
    AboutForm { name: name.into(), description: description.into(), ..AboutForm::default() }
}

fn elsewhere(name: &str, place: &str, postcode: &str) -> Result<StatedAbout, DemoFault> {
    checked(&AboutForm {
        held_at: "elsewhere".into(),
        line1: place.into(),
        town: "Birmingham".into(),
        postcode: postcode.into(),
        ..form(name)
    })
}

fn checked(form: &AboutForm) -> Result<StatedAbout, DemoFault> {
    form.check().map_err(|_| data(&form.name))
}

fn dates(day: NaiveDate, repeats: Known) -> EventChange {
    let at = |hour| day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
    let held_before = if repeats == Known::Yes { HeldBefore::Yes(Box::default()) } else { HeldBefore::No };
    EventChange::Dates(Dates { starts: at(14), ends: at(22), admission: at(12), held_before, repeats })
}

fn publicised(first: NaiveDate, web: &str) -> Result<EventChange, DemoFault> {
    let format = Some(Format::Web(line(web)?));
    Ok(EventChange::Publicity(Publicity { first: Some(first), format, taken_over: None }))
}

fn host(main_use: HostUse) -> StatedHost {
    StatedHost {
        enhanced: Known::No,
        main_use,
        exclusions: Exclusions::Nothing,
        standing: Standing::NotKnown,
        sia_number: None,
    }
}

fn open(covers: Covers) -> EventChange {
    let checks = Some(vec![EntryCheck::Tickets, EntryCheck::BagSearch]);
    EventChange::Entry(Entry { public_access: Known::Yes, checks, covers })
}

fn part(name: &str, checked: Known, number: u32) -> Result<PartOfSite, DemoFault> {
    Ok(PartOfSite { name: line(name)?, checked, number: Some(number) })
}

fn number(store: &Store, number: u32) -> Result<EventChange, DemoFault> {
    let today = store.clock().today();
    let count =
        HeadCount::new(number, "ticket-cap", "", today, today).map_err(|_| data(&number.to_string()))?;
    Ok(EventChange::Number(Some(count)))
}
