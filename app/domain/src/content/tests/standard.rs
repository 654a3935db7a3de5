//! What the embedded standard-duty set promises.
#![cfg(feature = "content")]

use std::collections::BTreeSet;

use crate::content::{AnswerKind, Audience, HowRead, Label, Part, library};

#[test]
fn the_newest_standard_edition_is_embedded() {
    let library = library().expect("embedded content");
    let set = library.newest("standard").expect("a standard set");
    assert_eq!((set.id.as_str(), set.edition.as_str()), ("standard", "2026-12"));
    assert_eq!(library.edition("standard", "2026-12"), Some(set));
    assert!(library.edition("standard", "2026-11").is_some_and(|before| before.edition == "2026-11"));
    assert_eq!(library.edition("standard", "1999-01"), None);
    assert_eq!(set.sections.len(), 12);
    assert_eq!(set.questions().count(), 41);
    assert_eq!(set.tiers, [Audience::Standard]);
}

#[test]
fn every_answer_kind_is_used() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let used: BTreeSet<&str> = set.questions().map(|(_, question)| question.answer.name()).collect();
    assert_eq!(
        used.into_iter().collect::<Vec<_>>(),
        ["choice", "date-or-none", "decision", "person", "procedure", "text", "yes-no"]
    );
}

#[test]
fn each_of_the_four_procedures_is_law_under_its_own_provision_and_can_be_tried_out() {
    let set = library().expect("embedded content").newest("standard").expect("a set");
    let provisions = [
        ("evacuation", "s5(3)(a)"),
        ("invacuation", "s5(3)(b)"),
        ("lockdown", "s5(3)(c)"),
        ("communication", "s5(3)(d)"),
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
