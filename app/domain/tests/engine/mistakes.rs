//! Mistakes seeded one at a time, as another law or other facts: each must be caught, both by random
//! cases and by a case that names it.

use domain::{
    law::{self, Exclusion, Law, Threshold, ThresholdKind, TierRule, Use, UseCode, VisitingPublic},
    scope::{EventFacts, HostUse, Known, ScopeFacts, StatedUse},
};

use super::{Answer, Random, of_event, of_premises, reference};

/// An engine that may be wrong.
struct Engine {
    uses: Vec<Use>,
    exclusions: Vec<Exclusion>,
    thresholds: Vec<Threshold>,
    premises: fn(&mut ScopeFacts),
    event: fn(&mut EventFacts),
}

impl Engine {
    fn right() -> Self {
        let known = law::known();
        Self {
            uses: known.uses.to_vec(),
            exclusions: known.exclusions.to_vec(),
            thresholds: known.thresholds.to_vec(),
            premises: |_| {},
            event: |_| {},
        }
    }

    fn threshold(kind: ThresholdKind, value: u32) -> Self {
        let mut engine = Self::right();
        engine.thresholds.iter_mut().filter(|item| item.kind == kind).for_each(|item| item.value = value);
        engine
    }

    fn uses(change: impl Fn(&mut Use)) -> Self {
        let mut engine = Self::right();
        engine.uses.iter_mut().for_each(change);
        engine
    }

    fn law(&self) -> Law<'_> {
        Law { uses: &self.uses, exclusions: &self.exclusions, thresholds: &self.thresholds }
    }

    fn premises(&self, facts: &ScopeFacts) -> Answer {
        let mut facts = facts.clone();
        (self.premises)(&mut facts);
        of_premises(&facts, &self.law())
    }

    fn event(&self, facts: &EventFacts) -> Answer {
        let mut facts = facts.clone();
        (self.event)(&mut facts);
        of_event(&facts, &self.law())
    }

    /// Random cases on which it differs from the reference.
    fn differences(&self) -> usize {
        let mut random = Random::new(7);
        let premises = (0..5_000)
            .map(|_| random.premises())
            .filter(|facts| self.premises(facts) != reference::premises(facts));
        let premises = premises.count();
        let events = (0..5_000).map(|_| random.event());
        premises + events.filter(|facts| self.event(facts) != reference::event(facts)).count()
    }
}

/// The mistakes by name.
fn mistakes() -> Vec<(&'static str, Engine)> {
    use ThresholdKind::{Enhanced, Event, Standard};
    let always = |codes: &'static [u8]| {
        Engine::uses(|item| {
            let always = codes.contains(&item.code.0);
            item.tier = if always { TierRule::AlwaysStandard } else { TierRule::Size };
        })
    };
    let mut open_air = Engine::right();
    open_air.exclusions.iter_mut().filter(|item| item.id == "open-air").for_each(|item| item.events = true);
    let mut no_port_plan = Engine::right();
    no_port_plan.exclusions.iter_mut().filter(|item| item.id == "port-plan").for_each(|item| {
        item.effect = law::Effect::Arguable;
    });
    vec![
        ("200 becomes 201", Engine::threshold(Standard, 201)),
        ("800 becomes 801", Engine::threshold(Enhanced, 801)),
        ("an event at 200", Engine::threshold(Event, 200)),
        ("an event at 801", Engine::threshold(Event, 801)),
        ("paragraph 16 always standard", always(&[9, 13, 14, 15, 16])),
        ("only worship always standard", always(&[9])),
        ("the visiting public ignored", Engine::uses(|item| item.visiting_public = VisitingPublic::None)),
        (
            "not open to the public means out",
            Engine::uses(|item| item.visiting_public = VisitingPublic::Principally),
        ),
        (
            "events at universities left out",
            Engine::uses(|item| item.event_host_excluded = [9, 13, 14, 15, 16].contains(&item.code.0)),
        ),
        ("events at churches let in", Engine::uses(|item| item.event_host_excluded = false)),
        ("parks exclude events", open_air),
        ("a port security plan is open", no_port_plan),
        (
            "always standard without the 200",
            Engine {
                premises: |facts| {
                    if facts.principal.is_some_and(|code| [9, 13, 14, 15].contains(&code.0)) {
                        facts.number = facts.number.map(|number| number.max(200));
                    }
                },
                ..Engine::right()
            },
        ),
        (
            "any use always standard, not the principal one",
            Engine {
                premises: |facts| {
                    let any = facts.uses.iter().find(|item| [9, 13, 14, 15].contains(&item.code.0));
                    facts.principal = any.map(|item| item.code).or(facts.principal);
                },
                ..Engine::right()
            },
        ),
        ("the building ignored", Engine { premises: |facts| facts.building = Known::Yes, ..Engine::right() }),
        (
            "mainly ignored",
            Engine {
                premises: |facts| {
                    if !facts.uses.is_empty() {
                        facts.mainly = Known::Yes;
                    }
                },
                ..Engine::right()
            },
        ),
        ("checks ignored", Engine { event: |facts| facts.entry_checked = Known::Yes, ..Engine::right() }),
        ("the public ignored", Engine { event: |facts| facts.public_access = Known::Yes, ..Engine::right() }),
        ("the host ignored", Engine { event: |facts| facts.host_enhanced = Known::No, ..Engine::right() }),
        (
            "the host's use ignored",
            Engine { event: |facts| facts.host_use = HostUse::None, ..Engine::right() },
        ),
    ]
}

#[test]
fn the_right_engine_differs_nowhere() {
    assert_eq!(Engine::right().differences(), 0);
}

#[test]
fn random_cases_catch_every_mistake() {
    let mistakes = mistakes();
    assert!(mistakes.len() >= 10);
    for (name, engine) in mistakes {
        assert!(engine.differences() > 0, "not caught: {name}");
    }
}

#[test]
fn worked_cases_catch_every_mistake() {
    let premises = worked_premises();
    let events = worked_events();
    let right = Engine::right();
    let caught = |engine: &Engine| {
        premises.iter().any(|(facts, answer)| engine.premises(facts) != *answer)
            || events.iter().any(|(facts, answer)| engine.event(facts) != *answer)
    };
    assert!(!caught(&right));
    for (name, engine) in mistakes() {
        assert!(caught(&engine), "not caught: {name}");
    }
}

fn worked_premises() -> Vec<(ScopeFacts, Answer)> {
    let of = |codes: &[u8], number, public: Known| ScopeFacts {
        building: Known::Yes,
        uses: codes.iter().map(|code| StatedUse { code: UseCode(*code), for_public: public }).collect(),
        mainly: Known::Yes,
        principal: codes.first().copied().map(UseCode),
        number: Some(number),
        exclusions: domain::scope::Exclusions::Nothing,
        part_of: domain::scope::PartOf::Nothing,
    };
    let port = domain::scope::Exclusions::These(vec!["port-plan".into()]);
    vec![
        (of(&[5], 200, Known::Yes), Answer::Standard),
        (of(&[6], 800, Known::Yes), Answer::Enhanced),
        (of(&[16], 900, Known::No), Answer::Enhanced),
        (of(&[15], 3_500, Known::No), Answer::Standard),
        (of(&[2], 350, Known::No), Answer::None),
        (of(&[14], 600, Known::No), Answer::Standard),
        (of(&[9], 150, Known::Yes), Answer::None),
        (of(&[3, 9], 900, Known::Yes), Answer::Enhanced),
        (ScopeFacts { building: Known::No, ..of(&[1], 900, Known::Yes) }, Answer::None),
        (ScopeFacts { mainly: Known::No, ..of(&[1], 900, Known::Yes) }, Answer::None),
        (ScopeFacts { exclusions: port, ..of(&[11], 900, Known::Yes) }, Answer::None),
    ]
}

fn worked_events() -> Vec<(EventFacts, Answer)> {
    let of = |host_use, number| EventFacts {
        host_enhanced: Known::No,
        host_use,
        exclusions: domain::scope::Exclusions::Nothing,
        public_access: Known::Yes,
        entry_checked: Known::Yes,
        number: Some(number),
    };
    let park = domain::scope::Exclusions::These(vec!["open-air".into()]);
    let field = HostUse::None;
    vec![
        (of(field, 799), Answer::None),
        (of(field, 800), Answer::Event),
        (of(HostUse::Mainly(UseCode(16)), 850), Answer::Event),
        (of(HostUse::Mainly(UseCode(9)), 1_500), Answer::None),
        (EventFacts { exclusions: park, ..of(field, 3_000) }, Answer::Event),
        (EventFacts { entry_checked: Known::No, ..of(field, 50_000) }, Answer::None),
        (EventFacts { public_access: Known::No, ..of(field, 1_200) }, Answer::None),
        (EventFacts { host_enhanced: Known::Yes, ..of(field, 15_000) }, Answer::None),
    ]
}
