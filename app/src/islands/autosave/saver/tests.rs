//! Autosave against a server and a network that are made up.

use super::*;

fn fresh() -> Saver {
    Saver::new(0, Some(String::new()))
}

fn saved(version: u32) -> Happens {
    Happens::Answered(Autosaved::Saved { version, at: "14:03".into() })
}

const LOST: Happens = Happens::Lost { online: true };

#[test]
fn a_pause_in_typing_saves() {
    let mut saver = fresh();
    assert_eq!(saver.shows(), "");
    assert_eq!(saver.on(Happens::Typed(0), "a"), Next::Wait(1_500));
    assert_eq!(saver.shows(), "Not saved yet");
    assert!(saver.unsaved("a"));
    assert_eq!(saver.on(Happens::Due, "a"), Next::Send("a".into()));
    assert!(saver.unsaved("a"), "on its way is not saved");
    assert_eq!(saver.on(saved(1), "a"), Next::Rest);
    assert_eq!((saver.version, saver.shows().as_str()), (1, "Saved at 14:03"));
    assert!(!saver.unsaved("a"));
    assert_eq!(saver.on(Happens::Due, "a"), Next::Rest, "nothing is saved twice");
}

#[test]
fn nothing_is_saved_that_nobody_typed() {
    for stored in [Some(String::new()), None] {
        let mut saver = Saver::new(3, stored);
        assert_eq!(saver.on(Happens::Due, "as it came"), Next::Rest);
    }
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Typed(100), "");
    assert_eq!(saver.on(Happens::Due, ""), Next::Rest, "typed and taken back");
    assert_eq!(saver.shows(), "");
}

#[test]
fn typing_without_a_pause_is_saved_in_the_end() {
    let mut saver = fresh();
    assert_eq!(saver.on(Happens::Typed(5_000), "a"), Next::Wait(1_500));
    assert_eq!(saver.on(Happens::Typed(13_900), "ab"), Next::Wait(1_100));
    assert_eq!(saver.on(Happens::Typed(15_500), "abc"), Next::Wait(0));
}

#[test]
fn what_is_typed_on_the_way_is_saved_next() {
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Due, "a");
    assert_eq!(saver.on(Happens::Typed(10), "ab"), Next::Rest);
    assert_eq!(saver.on(Happens::Due, "ab"), Next::Rest, "one at a time");
    assert_eq!(saver.on(saved(1), "ab"), Next::Wait(1_500));
    assert!(saver.unsaved("ab"));
    assert_eq!(saver.on(Happens::Due, "ab"), Next::Send("ab".into()));
    assert_eq!(saver.version, 1);
}

#[test]
fn a_form_without_an_answer_is_sent_again_as_it_was() {
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Due, "a");
    assert_eq!(saver.on(LOST, "a"), Next::Wait(2_000));
    assert_eq!(saver.shows(), "Not saved. Trying again…");
    assert_eq!(saver.on(Happens::Typed(10), "ab"), Next::Rest);
    assert_eq!(saver.on(Happens::Due, "ab"), Next::Send("a".into()));
    assert_eq!(saver.on(LOST, "ab"), Next::Wait(4_000));
    let waits: Vec<Next> = (0..4)
        .map(|_| {
            saver.on(Happens::Due, "ab");
            saver.on(LOST, "ab")
        })
        .collect();
    assert_eq!(waits, [8_000, 16_000, 30_000, 30_000].map(Next::Wait));
    saver.on(Happens::Due, "ab");
    assert_eq!(saver.on(saved(1), "ab"), Next::Wait(1_500));
    assert_eq!(saver.on(Happens::Due, "ab"), Next::Send("ab".into()));
}

#[test]
fn the_button_waits_for_what_is_on_its_way() {
    let mut saver = fresh();
    assert_eq!(saver.on(Happens::Leaves, ""), Next::Leave, "nothing is");

    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Due, "a");
    assert_eq!(saver.on(Happens::Leaves, "ab"), Next::Wait(5_000));
    assert_eq!(saver.on(saved(1), "ab"), Next::Leave);
    assert_eq!(saver.version, 1, "so that it is no conflict");
    assert_eq!(saver.on(Happens::Leaves, "ab"), Next::Leave, "the browser tells of our own sending");
    assert!(!saver.unsaved("ab"));
    assert_eq!(saver.on(Happens::Due, "ab"), Next::Rest);

    // But not for ever.
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Due, "a");
    saver.on(Happens::Leaves, "a");
    assert_eq!(saver.on(Happens::Due, "a"), Next::Leave);

    // Nor is a page left for one that cannot come.
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    saver.on(Happens::Due, "a");
    saver.on(Happens::Lost { online: false }, "a");
    assert_eq!(saver.on(Happens::Leaves, "a"), Next::Send("a".into()));
    assert!(matches!(saver.on(Happens::Lost { online: false }, "a"), Next::Wait(_)));
    assert_eq!(saver.on(Happens::Due, "a"), Next::Send("a".into()));
    assert_eq!(saver.on(LOST, "a"), Next::Leave);
}

#[test]
fn what_the_server_would_not_take_is_not_sent_again_unchanged() {
    for (answer, text) in [
        (Autosaved::Incomplete("Choose an answer".into()), "Not saved yet. Choose an answer."),
        (Autosaved::SignedOut, "Not saved: you have been signed out"),
    ] {
        let mut saver = fresh();
        saver.on(Happens::Typed(0), "a");
        saver.on(Happens::Due, "a");
        assert_eq!(saver.on(Happens::Answered(answer), "a"), Next::Rest);
        assert!(saver.shows().starts_with(text), "{}", saver.shows());
        assert!(saver.unsaved("a"));
        assert_eq!(saver.on(Happens::Due, "a"), Next::Rest);
        saver.on(Happens::Typed(9_000), "ab");
        assert_eq!(saver.on(Happens::Due, "ab"), Next::Send("ab".into()));
    }
}

#[test]
fn after_a_conflict_only_the_button_sends() {
    for happens in
        [Happens::Answered(Autosaved::Conflict), Happens::Answered(Autosaved::Closed), Happens::Refused]
    {
        let mut saver = fresh();
        saver.on(Happens::Typed(0), "a");
        saver.on(Happens::Due, "a");
        assert_eq!(saver.on(happens, "a"), Next::Rest);
        let said = saver.shows();
        assert!(said.starts_with("Not saved"), "{said}");
        assert_eq!(saver.on(Happens::Typed(9_000), "ab"), Next::Rest);
        assert_eq!(saver.on(Happens::Due, "ab"), Next::Rest);
        assert_eq!((saver.shows(), saver.unsaved("ab")), (said, true));
        assert_eq!(saver.on(Happens::Leaves, "ab"), Next::Leave);
    }
}

#[test]
fn what_is_read_out_does_not_follow_each_pause() {
    let mut saver = fresh();
    saver.on(Happens::Typed(0), "a");
    assert_eq!(saver.says(), None);
    saver.on(Happens::Due, "a");
    saver.on(saved(1), "a");
    assert_eq!(saver.says().as_deref(), Some("Saved at 14:03"));
    saver.on(Happens::Typed(9_000), "ab");
    assert_eq!((saver.shows().as_str(), saver.says()), ("Not saved yet", None));
}

/// One answer on a server, and what it says to a save.
#[derive(Default)]
struct Server {
    version: u32,
    text: String,
}

impl Server {
    fn save(&mut self, seen: u32, text: &str) -> Autosaved {
        if seen != self.version && text != self.text {
            return Autosaved::Conflict;
        }
        if seen == self.version {
            (self.version, self.text) = (seen + 1, text.to_owned());
        }
        Autosaved::Saved { version: self.version, at: "14:03".into() }
    }
}

/// Numbers that look random, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn whatever_the_network_loses_nobody_meets_themselves_and_all_is_saved_in_the_end() {
    for game in 0..2_000 {
        let (mut dice, mut server, mut saver) = (Dice(game), Server::default(), fresh());
        let mut on_its_way: Option<(u32, String)> = None;
        let (mut fields, mut waits) = (String::new(), false);
        for step in 0..200_u64 {
            let calm = step >= 150;
            let next = match (dice.roll(4), on_its_way.take()) {
                (_, Some((version, text))) if calm || dice.roll(2) == 0 => {
                    let lost = if calm { 2 } else { dice.roll(3) };
                    let answer = (lost != 0).then(|| server.save(version, &text));
                    assert_ne!(answer, Some(Autosaved::Conflict), "game {game}, step {step}");
                    match answer {
                        Some(answer) if lost == 2 => {
                            let next = saver.on(Happens::Answered(answer), &fields);
                            assert_eq!(server.text, text, "what was acknowledged is on the server");
                            next
                        }
                        _ => saver.on(LOST, &fields),
                    }
                }
                (0 | 1, flight) if !calm => {
                    on_its_way = flight;
                    fields.push('x');
                    saver.on(Happens::Typed(step * 700), &fields)
                }
                (_, flight) => {
                    on_its_way = flight;
                    if waits { saver.on(Happens::Due, &fields) } else { Next::Rest }
                }
            };
            match next {
                Next::Send(text) => {
                    assert!(on_its_way.is_none(), "game {game}, step {step}: two at a time");
                    on_its_way = Some((saver.version, text));
                }
                Next::Wait(_) => waits = true,
                Next::Rest => {}
                Next::Leave => panic!("nobody pressed the button"),
            }
        }
        assert_eq!(server.text, fields, "game {game}");
        assert!(!saver.unsaved(&fields) && saver.shows().starts_with("Saved at"), "game {game}");
    }
}
