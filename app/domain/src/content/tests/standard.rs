//! What the embedded standard-duty set promises.
#![cfg(feature = "content")]

use std::collections::BTreeSet;

use crate::content::{AnswerKind, HowRead, Label, Part, ReadinessTopic, Tier, library};

#[test]
fn the_newest_standard_edition_is_embedded() {
    let library = library().expect("embedded content");
    let set = library.newest("standard").expect("a standard set");
    assert_eq!((set.id.as_str(), set.edition.as_str()), ("standard", "2026-11"));
    assert_eq!(library.edition("standard", "2026-11"), Some(set));
    assert_eq!(library.edition("standard", "1999-01"), None);
    assert_eq!(set.sections.len(), 10);
    assert_eq!(set.questions().count(), 27);
    assert_eq!(set.tiers, [Tier::Standard, Tier::Enhanced]);
}

#[test]
fn it_takes_a_busy_manager_little_more_than_an_hour() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let minutes: Vec<u32> = set.questions().map(|(_, question)| question.minutes.into()).collect();
    assert!(minutes.iter().all(|minutes| (1..=5).contains(minutes)), "{minutes:?}");
    assert!((60..=90).contains(&minutes.iter().sum::<u32>()), "{minutes:?}");
}

#[test]
fn every_answer_kind_is_used() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let used: BTreeSet<&str> = set.questions().map(|(_, question)| question.answer.name()).collect();
    assert_eq!(
        used.into_iter().collect::<Vec<_>>(),
        ["choice", "date-or-none", "person", "procedure", "text", "yes-no"]
    );
}

#[test]
fn each_of_the_four_procedures_is_law_under_its_own_provision_and_can_be_tried_out() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let provisions = [
        (ReadinessTopic::Evacuation, "s5(3)(a)"),
        (ReadinessTopic::Invacuation, "s5(3)(b)"),
        (ReadinessTopic::Lockdown, "s5(3)(c)"),
        (ReadinessTopic::Communication, "s5(3)(d)"),
    ];
    for (topic, provision) in provisions {
        let bearing = |part| {
            let all = set.questions().map(|(_, question)| question);
            all.filter(move |question| {
                question.readiness.iter().any(|one| one.topic == topic && one.part == part)
            })
        };
        let main: Vec<_> = bearing(Part::Main).collect();
        assert_eq!(main.len(), 1, "{topic:?}");
        assert_eq!((main[0].label, main[0].act.as_deref()), (Label::Law, Some(provision)));
        assert_eq!(main[0].answer, AnswerKind::Procedure);
        let text: String = main[0].guidance.iter().flat_map(|block| block.texts()).collect();
        assert!(text.contains("so far as is reasonably practicable"), "{topic:?}");
        assert_eq!(bearing(Part::Proof).count(), 1, "{topic:?}");
    }
}

#[test]
fn every_topic_of_readiness_has_a_main_question() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let bearings: Vec<_> = set.questions().flat_map(|(_, question)| &question.readiness).collect();
    for bearing in &bearings {
        let main = bearings.iter().any(|one| one.topic == bearing.topic && one.part == Part::Main);
        assert!(main, "{:?}", bearing.topic);
    }
}

#[test]
fn every_citation_leads_to_a_source() {
    let library = library().expect("embedded content");
    let set = library.newest("standard").expect("a set");
    for (_, question) in set.questions() {
        for citation in &question.sources {
            let (source, paragraph) = library.source(citation).expect("a source");
            assert_eq!(paragraph.map(|one| &one.number), citation.paragraph.as_ref());
            if question.label == Label::Law {
                assert_ne!(source.read, HowRead::NotRead, "{}", question.id);
            }
        }
    }
}

#[test]
fn every_question_that_can_be_answered_no_leads_to_an_action() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    for (_, question) in set.questions() {
        for code in question.answer.codes().iter().filter(|code| ["no", "not-sure", "none"].contains(code)) {
            let followed = question.actions.iter().any(|rule| rule.when.iter().any(|when| when == code));
            assert!(followed, "{} answered {code}", question.id);
        }
    }
}
