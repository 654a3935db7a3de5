mod event;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    contact::Contact,
    control::{Control, OperatorIs},
    ids::{OrganisationId, PremisesId},
    law,
    licence::{LicenceKind, LicenceState},
    organisation::OrganisationKind,
    party::Part,
    premises::{
        Address, AddressLine, PremisesName, Stage,
        site::{Buildings, Everybody, Larger, Seats, Site},
    },
    scope::{Exclusions, Known as Said, Outcome, PartOf, ScopeFacts, StatedUse, head_count::HeadCount},
};

fn today() -> chrono::NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn reached() -> Contact {
    Contact { phone: Some("0121 496 0000".parse().unwrap()), ..Contact::default() }
}

/// Enhanced duty premises with everything said.
struct Venue {
    organisation: OrganisationDetails,
    premises: Premises,
    parties: Vec<Party>,
    licences: Vec<Licence>,
}

impl Venue {
    fn full() -> Self {
        let count = HeadCount::new(900, "ticket-cap", "780 tickets and crew", today(), today()).unwrap();
        let premises = Premises {
            id: PremisesId(Uuid::nil()),
            organisation: OrganisationId(Uuid::nil()),
            name: PremisesName::new("Harbour Arena").unwrap(),
            address: Address {
                line1: AddressLine::new("1 Quay").unwrap(),
                line2: None,
                town: AddressLine::new("Birmingham").unwrap(),
                postcode: "B1 1BB".parse().unwrap(),
            },
            uprn: None,
            council: "E08000025".parse().unwrap(),
            region: "west-midlands".parse().unwrap(),
            facts: ScopeFacts {
                building: Said::Yes,
                uses: vec![StatedUse { code: UseCode(3), for_public: Said::Yes }],
                mainly: Said::Yes,
                principal: None,
                number: None,
                exclusions: Exclusions::Nothing,
                part_of: PartOf::Nothing,
            },
            head_count: Some(count),
            outcome: Outcome::Enhanced,
            site: Site {
                buildings: Some(Buildings::One),
                larger: None,
                adjoining_seats: Some(Seats::None),
                everybody: Some(Everybody::SameNumber),
                online: Some(vec!["www.example.org".into()]),
            },
            control: Control {
                operator: Some(OperatorIs::Responsible),
                since: None,
                until: None,
                others: Said::No,
                elsewhere: Said::No,
                licensed: Said::No,
            },
            stage: Stage::Registered,
            registered_on: today(),
            version: 1,
        };
        let organisation = OrganisationDetails {
            kind: Some(OrganisationKind::OtherBody),
            contact: reached(),
            ..OrganisationDetails::named("Harbour Trust")
        };
        let senior = Part::SeniorIndividual {
            position: "Director".into(),
            designated_on: Some(today()),
            understands: true,
        };
        Self { organisation, premises, parties: vec![party(senior)], licences: Vec::new() }
    }

    fn pack(&self) -> Vec<Entry> {
        let decision = self.premises.decide(&law::known(), today());
        pack(&Sources {
            organisation: &self.organisation,
            subject: Subject::Premises(&self.premises, &decision),
            parties: &self.parties,
            licences: &self.licences,
        })
    }

    fn field(&self, field: Field) -> Entry {
        self.pack().into_iter().find(|entry| entry.field == field).unwrap()
    }

    fn standing(&self, field: Field) -> Standing {
        self.field(field).standing
    }
}

fn party(part: Part) -> Party {
    Party { part, name: "Ann Lee".into(), number: None, contact: reached() }
}

/// The fields of all parts of the Schedule but one.
fn fields_but(part: SchedulePart) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| field.part() != part).collect()
}

#[test]
fn every_field_stands_in_the_pack_once() {
    let pack = Venue::full().pack();
    let fields: Vec<_> = pack.iter().map(|entry| entry.field).collect();
    assert_eq!(fields, fields_but(SchedulePart::Events));
    let slugs: std::collections::BTreeSet<_> = Field::ALL.iter().map(|field| field.as_str()).collect();
    assert_eq!(slugs.len(), Field::ALL.len());
    assert!(fields.windows(2).all(|pair| pair[0].part() <= pair[1].part()));
}

#[test]
fn nothing_is_missing_where_everything_is_said() {
    let venue = Venue::full();
    assert_eq!(missing(&venue.pack()), 0, "{:#?}", venue.pack());
    assert_eq!(venue.field(Field::GreatestNumber).values, [Value::Number(900)]);
    assert_eq!(venue.standing(Field::Numbers), Standing::NothingToGive);
    assert_eq!(venue.standing(Field::Notifier), Standing::NotAsked);
    assert_eq!(venue.standing(Field::DeclareAware), Standing::Declared);
}

#[test]
fn what_nobody_said_is_missing() {
    let mut venue = Venue::full();
    venue.premises.site = Site::default();
    venue.premises.control = Control::default();
    venue.premises.head_count = None;
    venue.parties.clear();
    venue.organisation = OrganisationDetails::named("Harbour Trust");
    let missing: Vec<_> = venue
        .pack()
        .into_iter()
        .filter_map(|entry| (entry.standing == Standing::Missing).then_some(entry.field))
        .collect();
    use Field::*;
    assert_eq!(
        missing,
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
            MeetsConditions,
            GroupOfBuildings,
            BuildingAddresses,
            AdjoiningSeats,
        ]
    );
}

#[test]
fn a_responsible_person_must_be_reachable() {
    let mut venue = Venue::full();
    venue.organisation.contact = Contact::default();
    let entry = venue.field(Field::ResponsiblePersons);
    assert_eq!(entry.standing, Standing::Missing);
    assert!(matches!(&entry.values[..], [Value::Named { name, .. }] if name == "Harbour Trust"));
    venue.premises.control.operator = Some(OperatorIs::Acting);
    assert_eq!(venue.standing(Field::ResponsiblePersons), Standing::Missing);
    venue.parties.push(party(Part::Responsible));
    assert_eq!(venue.standing(Field::ResponsiblePersons), Standing::Given);
    assert_eq!(venue.standing(Field::Notifier), Standing::Missing);
    venue.parties.push(party(Part::Notifier {
        position: "Agent".into(),
        relationship: "Managing agent".into(),
        authority: "Contract".into(),
    }));
    assert_eq!(venue.standing(Field::Notifier), Standing::Given);
}

#[test]
fn others_are_named_or_there_are_none() {
    let mut venue = Venue::full();
    venue.premises.control.others = Said::Yes;
    assert_eq!(venue.standing(Field::OthersInControl), Standing::Missing);
    assert_eq!(venue.standing(Field::NestedPersons), Standing::Missing);
    venue.parties.push(party(Part::Control { relationship: "Landlord".into() }));
    assert_eq!(venue.standing(Field::OthersInControl), Standing::Given);
    assert_eq!(venue.standing(Field::NestedPersons), Standing::NothingToGive);
    // Premises inside somebody else's must have somebody to co-ordinate with (section 8(4)).
    venue.premises.facts.part_of = PartOf::OtherResponsible;
    assert_eq!(venue.standing(Field::NestedPersons), Standing::Missing);
    venue.parties.push(party(Part::Nested));
    assert_eq!(venue.standing(Field::NestedPersons), Standing::Given);
}

#[test]
fn a_senior_individual_is_asked_of_enhanced_duty_bodies_only() {
    let mut venue = Venue::full();
    venue.parties.clear();
    assert_eq!(venue.standing(Field::SeniorIndividual), Standing::Missing);
    assert_eq!(venue.standing(Field::UnderstandsDocument), Standing::Missing);
    venue.organisation.kind = Some(OrganisationKind::Individual);
    assert_eq!(venue.standing(Field::SeniorIndividual), Standing::NotAsked);
    assert_eq!(venue.standing(Field::UnderstandsDocument), Standing::Declared);
    venue.organisation.kind = None;
    let small = HeadCount::new(300, "ticket-cap", "", today(), today()).unwrap();
    venue.premises.head_count = Some(small);
    assert_eq!(venue.standing(Field::SeniorIndividual), Standing::NotAsked);
    assert_eq!(venue.standing(Field::UnderstandsDocument), Standing::NotAsked);
}

#[test]
fn the_greatest_number_of_all_is_kept_apart_from_that_of_the_tier() {
    let mut venue = Venue::full();
    venue.premises.site.everybody = Some(Everybody::Other { number: 1500, how: "With the offices".into() });
    assert_eq!(venue.field(Field::GreatestNumber).values, [Value::Number(1500)]);
    assert_eq!(venue.field(Field::Method).values, [Value::Text("With the offices".into())]);
    venue.premises.site.everybody = None;
    assert_eq!(venue.standing(Field::GreatestNumber), Standing::Missing);
}

#[test]
fn a_number_without_its_method_is_half_an_answer() {
    let mut venue = Venue::full();
    venue.premises.head_count = Some(HeadCount::without_method(900, today()));
    assert_eq!(venue.standing(Field::GreatestNumber), Standing::Given);
    assert_eq!(venue.standing(Field::Method), Standing::Missing);
}

#[test]
fn larger_premises_are_asked_for_where_there_are_some() {
    let mut venue = Venue::full();
    venue.premises.facts.part_of = PartOf::SameResponsible;
    assert_eq!(venue.standing(Field::LargerPremises), Standing::Missing);
    let name = PremisesName::new("Harbour Centre").unwrap();
    venue.premises.site.larger = Some(Larger { name: name.clone(), address: None, qualify: Said::NotSure });
    let entry = venue.field(Field::LargerPremises);
    assert_eq!((entry.standing, entry.values.len()), (Standing::Missing, 1));
    venue.premises.site.larger = Some(Larger { name, address: None, qualify: Said::Yes });
    assert_eq!(venue.field(Field::LargerPremises).values.last(), Some(&Value::Yes(true)));
}

#[test]
fn licences_are_listed_or_there_are_none() {
    let mut venue = Venue::full();
    assert_eq!(venue.standing(Field::Licences), Standing::NothingToGive);
    venue.premises.control.licensed = Said::Yes;
    assert_eq!(venue.standing(Field::Licences), Standing::Missing);
    venue.licences.push(Licence {
        kind: LicenceKind::Alcohol,
        state: LicenceState::AppliedFor,
        description: "Premises licence".into(),
        authority: "Birmingham City Council".into(),
    });
    assert_eq!(venue.standing(Field::Licences), Standing::Given);
}

proptest! {
    #[test]
    fn saying_more_never_makes_more_missing(said in any::<[bool; 8]>()) {
        let full = Venue::full();
        let build = |said: &[bool; 8]| {
            let mut venue = Venue::full();
            let site = &mut venue.premises.site;
            if !said[0] { site.buildings = None; }
            if !said[1] { site.adjoining_seats = None; }
            if !said[2] { site.everybody = None; }
            if !said[3] { site.online = None; }
            if !said[4] { venue.premises.control = Control::default(); }
            if !said[5] { venue.organisation = OrganisationDetails::named("Harbour Trust"); }
            if !said[6] { venue.premises.head_count = None; }
            if !said[7] { venue.parties.clear(); }
            venue
        };
        let count = |said: &[bool; 8]| missing(&build(said).pack());
        prop_assert!(count(&said) >= missing(&full.pack()));
        // The senior individual is only asked for once the number is known, so that step may add one.
        for more in [0, 1, 2, 3, 4, 5, 7] {
            let mut richer = said;
            richer[more] = true;
            prop_assert!(count(&richer) <= count(&said), "{more} of {said:?}");
        }
    }
}
