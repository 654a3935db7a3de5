use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::*;
use crate::{
    contact::Contact,
    deadlines::{Commencement, Deadline, Trigger, deadline},
    estate::import::tests::registered,
    event::tests::at,
    law,
    notification::{Standing, Value},
    organisation::OrganisationDetails,
    party::{Part, Party},
    premises::{Premises, site::Everybody},
    scope::Known,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Recorded at noon of the day that it was given.
pub fn kept(what: What, given_on: &str) -> Kept {
    Kept {
        id: NoticeId(Uuid::nil()),
        notice: Notice {
            what,
            given_on: day(given_on),
            reference: None,
            facts: Vec::new(),
            otherwise: Vec::new(),
        },
        recorded_at: moment(&format!("{given_on}T12:00:00Z")),
        taken_back: None,
    }
}

fn number(number: u32) -> Vec<Entry> {
    vec![Entry {
        field: Field::GreatestNumber,
        standing: Standing::Given,
        values: vec![Value::Number(number)],
    }]
}

/// A notice that told this number.
fn with_number(what: What, given_on: &str, told: u32) -> Kept {
    let mut kept = kept(what, given_on);
    kept.notice.facts = number(told);
    kept
}

fn states(list: &[(&str, u32)]) -> Vec<State> {
    list.iter().map(|(at, value)| State { at: moment(at), facts: number(*value) }).collect()
}

fn spells(notices: &[Kept], list: &[(&str, u32)]) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let found = accuracy(notices, &states(list)).differs;
    let number = found.into_iter().find(|differs| differs.field == Field::GreatestNumber);
    number.map_or(Vec::new(), |one| one.spells.iter().map(|spell| (spell.from, spell.until)).collect())
}

fn correction(first: NaiveDate) -> Deadline {
    deadline(Trigger::PremisesInaccurate(first), Commencement::On(day("2027-04-01")))
}

#[test]
fn of_several_changes_the_first_day_counts() {
    let told = [with_number(What::Became, "2027-05-01", 350)];
    let changes = [
        ("2027-05-01T12:00:00Z", 350),
        ("2027-05-10T09:00:00Z", 400),
        ("2027-05-20T09:00:00Z", 450),
        ("2027-06-02T09:00:00Z", 500),
    ];
    assert_eq!(spells(&told, &changes), [(day("2027-05-10"), None)]);
    let now = accuracy(&told, &states(&changes)).now();
    assert_eq!(now, [Since { day: day("2027-05-10"), fields: vec![Field::GreatestNumber] }]);
    // 28 days beginning with 10 May, and no three months beside them.
    assert_eq!(correction(now[0].day), Deadline::LastDay(day("2027-06-06")));
}

#[test]
fn what_is_put_back_was_inaccurate_for_a_while() {
    let told = [with_number(What::Became, "2027-05-01", 350)];
    let back = [("2027-05-10T09:00:00Z", 400), ("2027-05-12T09:00:00Z", 350)];
    assert_eq!(spells(&told, &back), [(day("2027-05-10"), Some(day("2027-05-12")))]);
    let found = accuracy(&told, &states(&back));
    assert_eq!(found.now(), []);
    assert_eq!(found.for_a_while().count(), 1);
    // Another change begins another time; the first is still told.
    let again = [back[0], back[1], ("2027-07-01T09:00:00Z", 360)];
    assert_eq!(
        spells(&told, &again),
        [(day("2027-05-10"), Some(day("2027-05-12"))), (day("2027-07-01"), None)]
    );
    // What is put back on the same day never was.
    let slip = [("2027-05-10T09:00:00Z", 400), ("2027-05-10T09:05:00Z", 350)];
    assert_eq!(spells(&told, &slip), []);
}

#[test]
fn a_day_is_londons_also_in_summer_and_across_a_year() {
    let told = [with_number(What::Became, "2027-05-01", 350)];
    // Half past eleven in the evening in Greenwich is the next day in London.
    let night = [("2027-07-09T23:30:00Z", 400)];
    assert_eq!(spells(&told, &night), [(day("2027-07-10"), None)]);
    // Across the end of summer time: 28 days are 28 days.
    let october = [("2027-10-20T09:00:00Z", 400)];
    assert_eq!(spells(&told, &october), [(day("2027-10-20"), None)]);
    assert_eq!(correction(day("2027-10-20")), Deadline::LastDay(day("2027-11-16")));
    let december = [("2027-12-31T23:59:59Z", 400)];
    assert_eq!(spells(&told, &december), [(day("2027-12-31"), None)]);
    assert_eq!(correction(day("2027-12-31")), Deadline::LastDay(day("2028-01-27")));
    assert_eq!(correction(day("2028-02-10")), Deadline::LastDay(day("2028-03-08")), "a leap year");
    let event = deadline(Trigger::EventInaccurate(day("2027-12-25")), Commencement::On(day("2027-04-01")));
    assert_eq!(event, Deadline::LastDay(day("2028-01-07")));
}

#[test]
fn a_correction_ends_it() {
    let mut told =
        vec![with_number(What::Became, "2027-05-01", 350), with_number(What::Correction, "2027-05-20", 400)];
    let changes = [("2027-05-10T09:00:00Z", 400), ("2027-05-20T12:00:00Z", 400)];
    assert_eq!(spells(&told, &changes), []);
    let later = [changes[0], changes[1], ("2027-09-01T12:00:00Z", 420)];
    assert_eq!(spells(&told, &later), [(day("2027-09-01"), None)]);
    // The correction was a mistake: then it is the first notice that counts.
    told[1].taken_back = Some(TakenBack { at: moment("2027-09-02T12:00:00Z"), why: "Never sent".into() });
    assert_eq!(spells(&told, &later), [(day("2027-05-10"), None)]);
    // Kept late, but given before: the order is that of giving.
    told.reverse();
    assert_eq!(spells(&told, &later), [(day("2027-05-10"), None)]);
}

#[test]
fn a_field_that_was_told_otherwise_is_inaccurate_from_that_day() {
    let mut told = vec![with_number(What::Became, "2027-05-01", 350)];
    told[0].notice.otherwise = vec![Field::GreatestNumber];
    assert_eq!(spells(&told, &[]), [(day("2027-05-01"), None)]);
    // A correction that does not tell it ends nothing.
    told[0].notice.otherwise.clear();
    told.push(with_number(What::Correction, "2027-05-20", 400));
    told[1].notice.otherwise = vec![Field::GreatestNumber];
    let changes = [("2027-05-10T09:00:00Z", 400), ("2027-05-20T12:00:00Z", 400)];
    assert_eq!(spells(&told, &changes), [(day("2027-05-10"), None)]);
    assert_eq!(spells(&told, &[]), [(day("2027-05-20"), None)]);
    told.push(with_number(What::Correction, "2027-06-01", 400));
    assert_eq!(spells(&told, &changes), []);
}

#[test]
fn what_was_not_known_is_not_compared() {
    let mut told = [with_number(What::Became, "2027-05-01", 350)];
    told[0].notice.facts[0].standing = Standing::Missing;
    let found = accuracy(&told, &states(&[("2027-05-10T09:00:00Z", 400)]));
    assert_eq!(found.differs, []);
    assert!(found.unknown.contains(&Field::GreatestNumber));
    assert!(!found.unknown.contains(&Field::DeclareAware));
    assert_eq!(accuracy(&[], &[]), Accuracy::default());
    let ceased = [told[0].clone(), kept(What::Ceased, "2027-06-01")];
    assert_eq!(accuracy(&ceased, &states(&[("2027-05-10T09:00:00Z", 400)])), Accuracy::default());
}

#[test]
fn a_list_has_no_order_and_nothing_is_nothing() {
    let named = |names: [&str; 2]| {
        let values = names.map(|name| Value::Named { name: name.into(), lines: Vec::new() }).into();
        vec![Entry { field: Field::OthersInControl, standing: Standing::Given, values }]
    };
    let empty = |standing| vec![Entry { field: Field::Numbers, standing, values: Vec::new() }];
    let differs = |told: Vec<Entry>, now: Vec<Entry>| {
        let mut notice = kept(What::Became, "2027-05-01");
        notice.notice.facts = told;
        !accuracy(&[notice], &[State { at: moment("2027-05-02T12:00:00Z"), facts: now }]).differs.is_empty()
    };
    assert!(!differs(named(["Quay Ltd", "Harbour plc"]), named(["Harbour plc", "Quay Ltd"])));
    assert!(differs(named(["Quay Ltd", "Harbour plc"]), named(["Quay Ltd", "Quay Ltd"])));
    assert!(!differs(empty(Standing::NothingToGive), empty(Standing::NotAsked)));
    assert!(differs(empty(Standing::NothingToGive), empty(Standing::Missing)));
}

fn past(premises: Versions<Premises>) -> Past {
    let began = moment("2027-01-01T00:00:00Z");
    let organisation =
        Versions { began, earlier: Vec::new(), now: Some(OrganisationDetails::named("Harbour Halls")) };
    let subject = PastSubject::Premises(Box::new(premises));
    Past { organisation, subject, parties: Vec::new(), licences: Vec::new() }
}

#[test]
fn the_past_tells_how_things_stood() {
    let began = moment("2027-01-01T00:00:00Z");
    let with = |number| {
        let mut hall = registered("Old Hall", "B1 1BB");
        hall.control.others = Known::No;
        hall.site.everybody = Some(Everybody::Other { number, how: "Counted".into() });
        hall
    };
    let earlier =
        vec![(moment("2027-05-10T09:00:00Z"), with(350)), (moment("2027-06-10T09:00:00Z"), with(400))];
    let hall = Versions { began, earlier, now: Some(with(450)) };
    assert!(hall.at(began - TimeDelta::seconds(1)).is_none());
    let mut past = past(hall);
    let landlord = Party {
        part: Part::Control { relationship: "Landlord".into() },
        name: "Quay Ltd".into(),
        number: None,
        contact: Contact::default(),
    };
    // Added after notice was given, and removed again.
    past.parties.push(Versions {
        began: moment("2027-05-15T09:00:00Z"),
        earlier: vec![(moment("2027-05-18T09:00:00Z"), landlord)],
        now: None,
    });
    let law = law::known();
    let first = past.states(&[kept(What::Became, "2027-05-01")], &law);
    let days: Vec<_> = first.iter().map(|state| state.at.to_rfc3339()).collect();
    assert_eq!(
        days,
        [
            "2027-05-01T12:00:00+00:00",
            "2027-05-10T09:00:00+00:00",
            "2027-05-15T09:00:00+00:00",
            "2027-05-18T09:00:00+00:00",
            "2027-06-10T09:00:00+00:00",
        ]
    );
    let mut notice = kept(What::Became, "2027-05-01");
    notice.notice.facts = first[0].facts.clone();
    let notices = [notice];
    let found = accuracy(&notices, &past.states(&notices, &law));
    let told: Vec<_> = found.differs.iter().map(|one| (one.field, one.spells.clone())).collect();
    let spell = |from: &str, until: Option<&str>| Spell { from: day(from), until: until.map(day) };
    assert_eq!(
        told,
        [
            (Field::OthersInControl, vec![spell("2027-05-15", Some("2027-05-18"))]),
            (Field::GreatestNumber, vec![spell("2027-05-10", None)]),
        ]
    );
    assert_eq!(past.states(&[], &law), []);
}

#[test]
fn the_past_of_an_event_is_also_that_of_its_host() {
    let began = moment("2027-01-01T00:00:00Z");
    let host = registered("Old Hall", "B1 1BB");
    let mut renamed = host.clone();
    renamed.name = crate::premises::PremisesName::new("New Hall").unwrap();
    let event = |number| at(host.clone(), number).event;
    let mut past = past(Versions { began, earlier: Vec::new(), now: None });
    past.subject = PastSubject::Event {
        event: Box::new(Versions {
            began,
            earlier: vec![(moment("2027-05-10T09:00:00Z"), event(900))],
            now: Some(event(950)),
        }),
        hosts: vec![Versions {
            began,
            earlier: vec![(moment("2027-05-20T09:00:00Z"), host.clone())],
            now: Some(renamed),
        }],
    };
    let law = law::known();
    let mut notice = kept(What::Became, "2027-05-01");
    notice.notice.facts = past.states(&[notice.clone()], &law)[0].facts.clone();
    let notices = [notice];
    let found = accuracy(&notices, &past.states(&notices, &law));
    let told: Vec<_> = found.differs.iter().map(|one| (one.field, one.spells[0].from)).collect();
    assert_eq!(told, [(Field::Address, day("2027-05-20")), (Field::GreatestNumber, day("2027-05-10"))]);
    let asked_of_premises = |field: &Field| field.part() == crate::notification::SchedulePart::Premises;
    assert!(!found.unknown.iter().any(asked_of_premises), "{:?}", found.unknown);
}

#[test]
fn a_fingerprint_tells_other_facts() {
    assert_eq!(fingerprint(&number(350)), fingerprint(&number(350)));
    assert_ne!(fingerprint(&number(350)), fingerprint(&number(351)));
    assert_eq!(fingerprint(&[]).len(), 64);
}
