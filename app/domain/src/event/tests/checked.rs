use super::*;
use crate::{
    law,
    scope::check::{Check, CheckResult, Said},
};

fn found(address: &str) -> Option<CheckResult> {
    let pairs = address.split('&').filter_map(|pair| pair.split_once('='));
    let said = Said::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
    Check::new(&said, &law::known(), today()).result(&law::known(), today())
}

fn new(place: Place) -> HostedEvent {
    let mut event = festival(900);
    let about = About {
        name: line("Fair"),
        description: Paragraph::new("Stalls").unwrap(),
        place,
        part_of_site: None,
    };
    event.event.details = EventDetails::new(about);
    event
}

#[test]
fn a_registered_event_comes_to_what_its_check_came_to() {
    let mut tried = 0;
    for enhanced in ["yes", "no", "not-sure"] {
        for host in [
            "e-use=none&e-exclusion=none",
            "e-use=14&e-exclusion=none",
            "e-use=not-sure&e-exclusion=not-sure",
        ] {
            for public in ["yes", "no", "not-sure"] {
                for checked in ["whole", "part", "no", "not-sure"] {
                    for count in ["know&e-number=5000", "know&e-number=500", "not-sure"] {
                        let said = format!(
                            "what=event&e-enhanced={enhanced}&{host}&e-public={public}&e-checked={checked}&e-count={count}"
                        );
                        let found = found(&said).unwrap();
                        let mut event = new(Place::Elsewhere(address()));
                        event.event.details.take_in(&found);
                        let outcome = event.decide(&law::known(), today()).outcome();
                        assert_eq!(outcome, found.event.unwrap().1.outcome, "{said}");
                        tried += 1;
                    }
                }
            }
        }
    }
    assert_eq!(tried, 324);
}

#[test]
fn what_was_said_is_filled_in_and_the_rest_is_asked() {
    let open = "what=event&e-enhanced=no&e-use=none&e-exclusion=none&e-public=yes";
    let whole = found(&format!(
        "{open}&e-checked=whole&e-count=help&e-method=seating-plan&e-in-seats=900&e-in-staff=50"
    ));
    let mut event = new(Place::Elsewhere(address()));
    event.event.details.take_in(&whole.unwrap());
    let details = &event.event.details;
    assert_eq!(details.entry.as_ref().unwrap().checks, Some(vec![EntryCheck::OneOfThese]));
    assert_eq!(details.head_count.as_ref().unwrap().method(), "seating-plan");
    assert_eq!(event.event.next_after(Step::About), Some(Step::Dates));
    assert_eq!(event.event.next_after(Step::Publicity), Some(Step::Larger));

    // The number of a part is not that of the whole, which is still asked.
    let part = found(&format!("{open}&e-checked=part&e-count=know&e-number=900")).unwrap();
    let mut event = new(Place::Elsewhere(address()));
    event.event.details.take_in(&part);
    assert_eq!(event.event.details.parts[0].number, Some(900));
    assert_eq!(event.event.next_after(Step::Publicity), Some(Step::Number));

    // Own premises tell what they are; only what is special to the event is filled in.
    let mut own = new(Place::Premises(crate::ids::PremisesId(Uuid::nil())));
    own.event.details.take_in(&part);
    assert_eq!(own.event.details.host, None);
    assert!(own.event.details.entry.is_some());

    // A check of premises says nothing about an event.
    let premises = found("what=premises&building=no").unwrap();
    let mut event = new(Place::Elsewhere(address()));
    event.event.details.take_in(&premises);
    assert_eq!(event.event.details.host, None);
}
