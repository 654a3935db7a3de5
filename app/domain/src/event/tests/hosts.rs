use super::*;
use crate::{
    law,
    scope::{EventOutcome, FindOut},
};

fn outcome(event: &HostedEvent) -> EventOutcome {
    event.decide(&law::known(), today()).outcome()
}

fn derived(host: &Premises) -> Derived {
    Derived::of(host, &law::known(), today())
}

fn find_out(event: &HostedEvent) -> Vec<FindOut> {
    let EventScope::Whole(decision) = event.decide(&law::known(), today()) else { panic!() };
    decision.find_out
}

#[test]
fn own_premises_tell_whether_they_are_enhanced() {
    assert_eq!(
        outcome(&at(hall(6, 900), 1_200)),
        EventOutcome::NotInScope,
        "an enhanced host covers its events"
    );
    assert_eq!(outcome(&at(hall(6, 400), 1_200)), EventOutcome::Event);
    assert_eq!(outcome(&at(hall(6, 100), 1_200)), EventOutcome::Event, "a host need not qualify");
    let mut unknown = hall(6, 400);
    unknown.head_count = None;
    assert_eq!(derived(&unknown).enhanced, Known::NotSure);
    assert_eq!(find_out(&at(unknown, 1_200)), [FindOut::HostEnhanced]);
}

#[test]
fn what_was_stated_before_about_own_premises_does_not_count() {
    let mut event = at(hall(6, 400), 1_200);
    event.event.details.host =
        Some(StatedHost { enhanced: Known::Yes, main_use: HostUse::Mainly(UseCode(14)), ..field() });
    assert_eq!(outcome(&event), EventOutcome::Event);
}

#[test]
fn events_at_worship_childcare_schools_and_colleges_are_left_out_but_not_at_universities() {
    for code in [9, 13, 14, 15] {
        assert_eq!(outcome(&at(hall(code, 150), 1_500)), EventOutcome::NotInScope, "paragraph {code}");
    }
    assert_eq!(outcome(&at(hall(16, 150), 850)), EventOutcome::Event);
}

#[test]
fn the_main_use_follows_from_the_uses() {
    let of = |codes: &[u8], mainly, principal: Option<u8>| {
        let mut host = hall(6, 300);
        host.facts.uses =
            codes.iter().map(|code| StatedUse { code: UseCode(*code), for_public: Known::Yes }).collect();
        host.facts.mainly = mainly;
        host.facts.principal = principal.map(UseCode);
        derived(&host).main_use
    };
    assert_eq!(of(&[14, 3], Known::Yes, Some(14)), HostUse::Mainly(UseCode(14)));
    assert_eq!(of(&[14, 3], Known::Yes, None), HostUse::NotSure);
    assert_eq!(of(&[9, 14], Known::Yes, None), HostUse::Mainly(UseCode(9)), "either is left out");
    assert_eq!(of(&[1, 3], Known::Yes, None), HostUse::Mainly(UseCode(1)), "neither is left out");
    assert_eq!(of(&[14], Known::No, None), HostUse::None);
    assert_eq!(of(&[14], Known::NotSure, Some(14)), HostUse::NotSure);
    assert_eq!(of(&[6], Known::NotSure, Some(6)), HostUse::None);
    assert_eq!(of(&[], Known::NotSure, None), HostUse::NotSure);
}

#[test]
fn larger_premises_of_others_are_asked_about() {
    for (part_of, asked) in [
        (PartOf::Nothing, false),
        (PartOf::SameResponsible, false),
        (PartOf::OtherResponsible, true),
        (PartOf::SomeInCommon, true),
        (PartOf::NotSure, true),
    ] {
        let mut host = hall(6, 150);
        host.facts.part_of = part_of;
        assert_eq!(derived(&host).ask_larger, asked, "{part_of:?}");
        let mut event = at(host, 1_000);
        let open = if asked { EventOutcome::Unclear } else { EventOutcome::Event };
        assert_eq!(outcome(&event), open, "{part_of:?}");
        let mut say = |enhanced| {
            event.event.details.host.as_mut().unwrap().enhanced = enhanced;
            outcome(&event)
        };
        assert_eq!(say(Known::No), EventOutcome::Event, "{part_of:?}");
        let covered = if asked { EventOutcome::NotInScope } else { EventOutcome::Event };
        assert_eq!(say(Known::Yes), covered, "{part_of:?}");
    }
}

#[test]
fn an_open_point_that_cannot_make_the_host_enhanced_does_not_hold_the_event_up() {
    let arguable = |number| {
        let mut host = hall(4, number);
        host.facts.exclusions = Exclusions::These(vec!["match-day-checks".into()]);
        host
    };
    assert_eq!(derived(&arguable(300)).enhanced, Known::No);
    assert_eq!(derived(&arguable(900)).enhanced, Known::NotSure);
    let mut nested = hall(6, 300);
    nested.facts.part_of = PartOf::SomeInCommon;
    assert_eq!(derived(&nested).enhanced, Known::NotSure, "counted together they may be");
}

#[test]
fn exclusions_of_the_host_are_its_own() {
    let mut host = hall(6, 300);
    host.facts.exclusions = Exclusions::These(vec!["parliament".into()]);
    assert_eq!(outcome(&at(host, 900)), EventOutcome::NotInScope);
    let mut host = hall(4, 300);
    host.facts.exclusions = Exclusions::These(vec!["open-air".into()]);
    assert_eq!(outcome(&at(host, 900)), EventOutcome::Event, "paragraph 3 is for premises only");
}

fn recurring(mut event: HostedEvent, repeats: Known) -> HostedEvent {
    event.event.details.dates = Some(Dates {
        starts: "2027-07-01T19:00:00".parse().unwrap(),
        ends: "2027-07-01T23:00:00".parse().unwrap(),
        admission: "2027-07-01T18:00:00".parse().unwrap(),
        held_before: HeldBefore::No,
        repeats,
    });
    event
}

#[test]
fn a_standard_host_of_a_recurring_large_event_is_warned() {
    let warned = |event: &HostedEvent| event.host_may_be_enhanced(&law::known(), today()).is_some();
    assert!(warned(&recurring(at(hall(6, 400), 800), Known::Yes)));
    assert!(!warned(&recurring(at(hall(6, 400), 799), Known::Yes)), "too few");
    assert!(!warned(&recurring(at(hall(6, 400), 800), Known::No)), "a one-off");
    assert!(!warned(&at(hall(6, 400), 800)), "not said whether it is held again");
    assert!(!warned(&recurring(at(hall(9, 400), 800), Known::Yes)), "worship never becomes enhanced");
    assert!(!warned(&recurring(at(hall(6, 900), 900), Known::Yes)), "it is enhanced");
    assert!(warned(&recurring(at(hall(6, 100), 900), Known::Yes)), "its own number seems too low");
    assert!(!warned(&recurring(festival(900), Known::Yes)), "not the organisation's premises");
    let mut before = recurring(at(hall(6, 400), 800), Known::No);
    before.event.details.dates.as_mut().unwrap().held_before = HeldBefore::Yes(Box::default());
    assert!(warned(&before));
}
