//! The pack of an event, field by field.

use chrono::NaiveTime;

use super::*;
use crate::{
    event::{
        About, Covers, Dates, Earlier, Entry as Access, EntryCheck, EventDetails, Format, HeldBefore,
        Larger as Around, LargerEvent, Line, Part as PartOfSite, Publicity,
        tests::{at, festival, hall, line},
    },
    scope::Known,
};

/// An event with everything said.
struct Festival {
    hosted: HostedEvent,
    organisation: OrganisationDetails,
    parties: Vec<Party>,
    licences: Vec<Licence>,
}

fn moment(hour: u32) -> NaiveDateTime {
    today().and_time(NaiveTime::from_hms_opt(hour, 30, 0).unwrap())
}

fn earlier() -> Earlier {
    Earlier {
        on: Some(today()),
        place: Some(line("The old field")),
        name: Some(line("Meadow Noise")),
        responsible: Some(line("Meadow Ltd")),
        contact: Some(line("0121 496 0001")),
    }
}

impl Festival {
    fn full() -> Self {
        let Venue { organisation, parties, .. } = Venue::full();
        let full = Self { hosted: festival(900), organisation, parties, licences: Vec::new() };
        full.with(|details| {
            details.dates = Some(Dates {
                starts: moment(12),
                ends: moment(22),
                admission: moment(11),
                held_before: HeldBefore::No,
                repeats: Known::Yes,
            });
            details.publicity = Some(Publicity {
                first: Some(today()),
                format: Some(Format::Web(line("https://meadow.example"))),
                taken_over: None,
            });
            details.larger = Some(Around::Nothing);
            details.control = Control {
                operator: Some(OperatorIs::Responsible),
                others: Known::No,
                elsewhere: Known::Yes,
                licensed: Known::No,
                ..Control::default()
            };
            details.online = Some(vec!["www.example.org".into()]);
        })
    }

    fn with(mut self, change: impl FnOnce(&mut EventDetails)) -> Self {
        change(&mut self.hosted.event.details);
        self
    }

    fn with_dates(self, change: impl FnOnce(&mut Dates)) -> Self {
        self.with(|details| change(details.dates.as_mut().unwrap()))
    }

    fn pack(&self) -> Vec<Entry> {
        let scope = self.hosted.decide(&law::known(), today());
        pack(&Sources {
            organisation: &self.organisation,
            subject: Subject::Event(&self.hosted, &scope),
            parties: &self.parties,
            licences: &self.licences,
        })
    }

    fn known(&self, field: Field) -> (Standing, Vec<Value>) {
        let entry = self.pack().into_iter().find(|entry| entry.field == field).unwrap();
        (entry.standing, entry.values)
    }

    fn standing(&self, field: Field) -> Standing {
        self.known(field).0
    }

    fn missing(&self) -> Vec<Field> {
        let missing = |entry: Entry| (entry.standing == Standing::Missing).then_some(entry.field);
        self.pack().into_iter().filter_map(missing).collect()
    }

    fn is_out_of_scope(&self) -> bool {
        let scope = self.hosted.decide(&law::known(), today());
        Subject::Event(&self.hosted, &scope).is_out_of_scope()
    }
}

fn labelled(label: Label, value: Value) -> Value {
    Value::Labelled(label, Box::new(value))
}

fn in_scope(yes: bool) -> Value {
    labelled(Label::InScope, Value::Yes(yes))
}

fn standard() -> Value {
    labelled(Label::Tier, Value::Tier(Tier::Standard))
}

#[test]
fn an_event_is_asked_what_everyone_is_and_what_events_are() {
    let fields: Vec<_> = Festival::full().pack().iter().map(|entry| entry.field).collect();
    assert_eq!(fields, fields_but(SchedulePart::Premises));
    assert!(fields.windows(2).all(|pair| pair[0].part() <= pair[1].part()));
    assert_eq!(Field::HostPremises.cite(), "SI 2026/793 Sch Pt 4");
}

#[test]
fn nothing_is_missing_where_everything_is_said() {
    let full = Festival::full();
    assert_eq!(full.missing(), []);
    let place = "Long Meadow, Birmingham, B1 1BB";
    assert_eq!(full.known(Field::Address).1, [text("Meadow Sounds"), text(place)]);
    assert_eq!(full.known(Field::GreatestNumber).1, [Value::Number(900)]);
    assert_eq!(full.known(Field::Method).1, [Value::Method("ticket-cap".into())]);
    assert_eq!(full.known(Field::Online).1, [text("www.example.org")]);
    assert_eq!(full.known(Field::Elsewhere).1, [Value::Yes(true)]);
    assert_eq!(full.standing(Field::Licences), Standing::NothingToGive);
    assert_eq!(full.standing(Field::UnderstandsDocument), Standing::Given);
    assert_eq!(full.standing(Field::DeclareAuthority), Standing::Declared);
}

#[test]
fn what_nobody_said_is_missing() {
    let mut bare = Festival::full().with(|details| {
        *details = EventDetails::new(About {
            name: details.name.clone(),
            description: details.description.clone(),
            place: details.place.clone(),
            part_of_site: Some(line("The lower field")),
        });
    });
    bare.parties.clear();
    bare.organisation = OrganisationDetails::named("Harbour Trust");
    use Field::*;
    assert_eq!(
        bare.missing(),
        [
            ResponsiblePersons,
            NestedPersons,
            Numbers,
            OthersInControl,
            Notifier,
            Elsewhere,
            GreatestNumber,
            Method,
            Online,
            Licences,
            SeniorIndividual,
            UnderstandsDocument,
            MeetsEventConditions,
            DateAndTime,
            FirstAdmission,
            LargerEvent,
            HostPremises,
            HeldBefore,
            LastTime,
            Repeats,
            FirstPublicised,
            PublicityFormat,
        ]
    );
    let part = labelled(Label::PartOfSite, text("The lower field"));
    assert_eq!(bare.known(Address).1.last(), Some(&part));
}

#[test]
fn an_event_that_does_not_qualify_is_not_notified() {
    let open = Festival::full().with(|details| details.head_count = None);
    assert_eq!(open.standing(Field::MeetsEventConditions), Standing::Missing);
    assert!(!open.is_out_of_scope());
    let small = Festival { hosted: festival(799), ..Festival::full() };
    assert!(small.is_out_of_scope());
    assert_eq!(small.standing(Field::SeniorIndividual), Standing::NotAsked);
}

#[test]
fn each_part_that_qualifies_is_named_with_its_number() {
    let parts = |number| {
        let part = |name, checked, number| PartOfSite { name: line(name), checked, number };
        Festival::full().with(|details| {
            let checks = Some(vec![EntryCheck::Tickets]);
            details.entry = Some(Access { public_access: Known::Yes, checks, covers: Covers::Parts });
            details.parts = vec![part("Arena", Known::Yes, number), part("Fair", Known::No, Some(5_000))];
        })
    };
    let arena = |lines| vec![Value::Named { name: "Arena".into(), lines }];
    let qualifies = parts(Some(800));
    assert_eq!(qualifies.known(Field::MeetsEventConditions), (Standing::Given, vec![text("Arena")]));
    assert_eq!(qualifies.known(Field::GreatestNumber), (Standing::Given, arena(vec!["800".into()])));
    let open = parts(None);
    assert_eq!(open.standing(Field::MeetsEventConditions), Standing::Missing);
    assert_eq!(open.known(Field::GreatestNumber), (Standing::Missing, arena(vec![])));
    assert_eq!(parts(Some(799)).known(Field::GreatestNumber).1, [Value::Number(900)]);
}

#[test]
fn date_time_and_first_admission_are_given_as_they_were_said() {
    let full = Festival::full();
    let starts = labelled(Label::Starts, Value::Moment(moment(12)));
    let ends = labelled(Label::Ends, Value::Moment(moment(22)));
    assert_eq!(full.known(Field::DateAndTime), (Standing::Given, vec![starts, ends]));
    assert_eq!(full.known(Field::FirstAdmission), (Standing::Given, vec![Value::Moment(moment(11))]));
    assert_eq!(full.known(Field::Description), (Standing::Given, vec![text("Music on a field")]));
}

#[test]
fn of_a_larger_event_what_is_known_is_enough() {
    let around =
        |larger| Festival::full().with(|details| details.larger = Some(larger)).known(Field::LargerEvent);
    let summer = |notified, sia_number| {
        around(Around::PartOf(LargerEvent { name: line("Summer of Sound"), notified, sia_number }))
    };
    assert_eq!(around(Around::Nothing), (Standing::NothingToGive, vec![]));
    assert_eq!(around(Around::NotSure), (Standing::Missing, vec![]));
    let name = text("Summer of Sound");
    assert_eq!(summer(Known::NotSure, None), (Standing::Given, vec![name.clone()]));
    let notified = labelled(Label::Notified, Value::Yes(true));
    let number = labelled(Label::SiaNumber, text("E-1"));
    let known = summer(Known::Yes, Some(line("E-1")));
    assert_eq!(known, (Standing::Given, vec![name, notified, number]));
}

#[test]
fn of_the_host_what_is_known_is_enough() {
    let stands = |standing, number: Option<Line>| {
        let event = Festival::full().with(|details| {
            let host = details.host.as_mut().unwrap();
            (host.standing, host.sia_number) = (standing, number);
        });
        event.known(Field::HostPremises)
    };
    assert_eq!(stands(HostStanding::NotKnown, None), (Standing::NotKnown, vec![]));
    assert_eq!(stands(HostStanding::NotInScope, None), (Standing::Given, vec![in_scope(false)]));
    assert_eq!(stands(HostStanding::SomeTier, None), (Standing::Given, vec![in_scope(true)]));
    let known = stands(HostStanding::Tier(Tier::Standard), None);
    assert_eq!(known, (Standing::Given, vec![in_scope(true), standard()]));
    let numbered = stands(HostStanding::NotKnown, Some(line("P-1")));
    assert_eq!(numbered, (Standing::Given, vec![labelled(Label::SiaNumber, text("P-1"))]));
}

#[test]
fn own_premises_tell_how_they_stand() {
    let host = |outcome| {
        let mut hall = hall(6, 400);
        hall.outcome = outcome;
        Festival { hosted: at(hall, 900), ..Festival::full() }.known(Field::HostPremises)
    };
    assert_eq!(host(Outcome::Standard), (Standing::Given, vec![in_scope(true), standard()]));
    assert_eq!(host(Outcome::NotInScope), (Standing::Given, vec![in_scope(false)]));
    assert_eq!(host(Outcome::Unclear), (Standing::NotKnown, vec![]));
    let event = Festival { hosted: at(hall(6, 400), 900), ..Festival::full() };
    let place = "Old Hall, Long Meadow, Birmingham, B1 1BB";
    assert_eq!(event.known(Field::Address).1, [text("Meadow Sounds"), text(place)]);
}

#[test]
fn the_last_time_is_asked_where_it_was_held_before() {
    let held = |held_before| Festival::full().with_dates(|dates| dates.held_before = held_before);
    let never = held(HeldBefore::No);
    assert_eq!(never.known(Field::HeldBefore), (Standing::Given, vec![Value::Yes(false)]));
    assert_eq!(never.standing(Field::LastTime), Standing::NotAsked);
    assert_eq!(held(HeldBefore::NotSure).missing(), [Field::HeldBefore, Field::LastTime]);
    let full = held(HeldBefore::Yes(Box::new(earlier())));
    assert_eq!(full.known(Field::HeldBefore), (Standing::Given, vec![Value::Yes(true)]));
    let all = vec![
        labelled(Label::LastDay, Value::Day(today())),
        labelled(Label::Place, text("The old field")),
        labelled(Label::NameAndBrand, text("Meadow Noise")),
        labelled(Label::Responsible, text("Meadow Ltd")),
        labelled(Label::Contact, text("0121 496 0001")),
    ];
    assert_eq!(full.known(Field::LastTime), (Standing::Given, all.clone()));
    let half = held(HeldBefore::Yes(Box::new(Earlier { contact: None, ..earlier() })));
    assert_eq!(half.known(Field::LastTime), (Standing::Missing, all[..4].to_vec()));
}

#[test]
fn whether_it_repeats_must_be_said() {
    let repeats = |known| Festival::full().with_dates(|dates| dates.repeats = known).known(Field::Repeats);
    assert_eq!(repeats(Known::NotSure), (Standing::Missing, vec![]));
    assert_eq!(repeats(Known::No), (Standing::Given, vec![Value::Yes(false)]));
    assert_eq!(repeats(Known::Yes), (Standing::Given, vec![Value::Yes(true)]));
}

#[test]
fn publicity_has_a_first_day_and_a_format_or_there_is_none() {
    let made = |first, format| {
        let publicity = Publicity { first, format, taken_over: None };
        Festival::full().with(|details| details.publicity = Some(publicity))
    };
    let silent = made(None, None);
    assert_eq!(silent.standing(Field::FirstPublicised), Standing::NothingToGive);
    assert_eq!(silent.standing(Field::PublicityFormat), Standing::NotAsked);
    let half = made(Some(today()), None);
    assert_eq!(half.known(Field::FirstPublicised), (Standing::Given, vec![Value::Day(today())]));
    assert_eq!(half.missing(), [Field::PublicityFormat]);
    let format = |format| made(Some(today()), Some(format)).known(Field::PublicityFormat);
    let social = Format::Social { platform: line("Birdsong"), account: line("@meadow") };
    let both = vec![labelled(Label::Platform, text("Birdsong")), labelled(Label::Account, text("@meadow"))];
    assert_eq!(format(social), (Standing::Given, both));
    let web = labelled(Label::Web, text("https://meadow.example"));
    assert_eq!(format(Format::Web(line("https://meadow.example"))), (Standing::Given, vec![web]));
    assert_eq!(format(Format::Other(line("Posters"))), (Standing::Given, vec![text("Posters")]));
}

#[test]
fn an_event_within_premises_of_others_names_whom_to_co_ordinate_with() {
    let mut within = Festival::full().with(|details| {
        details.host.as_mut().unwrap().standing = HostStanding::SomeTier;
    });
    assert_eq!(within.standing(Field::NestedPersons), Standing::Missing);
    within.parties.push(party(Part::Nested));
    assert_eq!(within.standing(Field::NestedPersons), Standing::Given);
    assert_eq!(Festival::full().standing(Field::NestedPersons), Standing::NothingToGive);
}

#[test]
fn whoever_acts_for_the_responsible_person_says_so() {
    let acts = Festival::full().with(|details| details.control.operator = Some(OperatorIs::Acting));
    assert_eq!(acts.missing(), [Field::ResponsiblePersons, Field::Notifier]);
}

#[test]
fn an_individual_has_no_senior_individual() {
    let mut event = Festival::full();
    event.organisation.kind = Some(OrganisationKind::Individual);
    assert_eq!(event.standing(Field::SeniorIndividual), Standing::NotAsked);
    assert_eq!(event.standing(Field::UnderstandsDocument), Standing::Declared);
}
