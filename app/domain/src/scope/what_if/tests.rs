use super::*;
use crate::{law, scope::StatedUse};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn hall(codes: &[u8], number: u32) -> ScopeFacts {
    ScopeFacts {
        building: Known::Yes,
        uses: codes.iter().map(|code| StatedUse { code: UseCode(*code), for_public: Known::Yes }).collect(),
        mainly: Known::Yes,
        principal: codes.first().copied().map(UseCode),
        number: Some(number),
        exclusions: Exclusions::Nothing,
        part_of: PartOf::Nothing,
    }
}

fn concert(number: u32) -> EventFacts {
    EventFacts {
        host_enhanced: Known::No,
        host_use: HostUse::None,
        exclusions: Exclusions::Nothing,
        public_access: Known::Yes,
        entry_checked: Known::Yes,
        number: Some(number),
    }
}

fn of_premises(facts: &ScopeFacts) -> Vec<(Change, Then<Outcome>)> {
    premises(facts, &law::known(), today()).into_iter().map(|found| (found.change, found.then)).collect()
}

fn of_event(facts: &EventFacts) -> Vec<(Change, Then<EventOutcome>)> {
    event(facts, &law::known(), today()).into_iter().map(|found| (found.change, found.then)).collect()
}

#[test]
fn a_standard_hall_grows_shrinks_and_falls_out() {
    let out = Then::Outcome(Outcome::NotInScope);
    assert_eq!(
        of_premises(&hall(&[6], 350)),
        [
            (Change::FewerThan(200), out),
            (Change::AtLeast(800), Then::Outcome(Outcome::Enhanced)),
            (Change::Building(false), out),
            (Change::ForPublic(UseCode(6), false), out),
            (Change::Mainly(false), out),
            (Change::Excluded(true), out),
        ]
    );
}

#[test]
fn a_large_church_stays_standard_unless_another_use_is_principal() {
    let found = of_premises(&hall(&[9, 6], 1_000));
    assert!(found.contains(&(Change::Principal(UseCode(6)), Then::Outcome(Outcome::Enhanced))));
    assert!(found.contains(&(Change::FewerThan(200), Then::Outcome(Outcome::NotInScope))));
    assert!(!found.iter().any(|(change, _)| *change == Change::FewerThan(800)), "800 does not matter to it");
}

#[test]
fn an_open_point_shows_what_would_settle_it() {
    let mut facts = hall(&[4], 900);
    facts.exclusions = Exclusions::These(vec!["match-day-checks".to_owned()]);
    let found = of_premises(&facts);
    assert!(found.contains(&(Change::Excluded(false), Then::Outcome(Outcome::Enhanced))));
    let mut nested = hall(&[2], 300);
    nested.part_of = PartOf::OtherResponsible;
    assert!(of_premises(&nested).contains(&(Change::SomeInCommon, Then::Outcome(Outcome::Unclear))));
}

#[test]
fn what_was_not_asked_is_not_guessed() {
    let shed = ScopeFacts { building: Known::No, ..ScopeFacts::default() };
    assert_eq!(of_premises(&shed), [(Change::Building(true), Then::Depends)]);
    assert_eq!(of_premises(&ScopeFacts::default()), []);
}

#[test]
fn checks_or_more_people_make_an_event() {
    let mut fair = concert(10_000);
    fair.entry_checked = Known::No;
    assert_eq!(of_event(&fair), [(Change::EntryChecked(true), Then::Outcome(EventOutcome::Event))]);
    assert_eq!(of_event(&concert(799)), [(Change::AtLeast(800), Then::Outcome(EventOutcome::Event))]);
    let out = Then::Outcome(EventOutcome::NotInScope);
    assert_eq!(
        of_event(&concert(900)),
        [
            (Change::FewerThan(800), out),
            (Change::EntryChecked(false), out),
            (Change::PublicAccess(false), out),
            (Change::HostEnhanced(true), out),
            (Change::HostUseExcluded(true), out),
            (Change::Excluded(true), out),
        ]
    );
}

#[test]
fn an_event_in_a_cathedral_would_count_elsewhere() {
    let mut facts = concert(1_500);
    facts.host_use = HostUse::Mainly(UseCode(9));
    assert_eq!(of_event(&facts), [(Change::HostUseExcluded(false), Then::Outcome(EventOutcome::Event))]);
}
