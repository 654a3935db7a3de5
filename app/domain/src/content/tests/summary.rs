//! The figures of each set.

use std::collections::BTreeSet;

use crate::{
    assessment::{Answers, Journey},
    content::{Audience, library},
};

#[test]
fn every_newest_edition_is_summed_up() {
    let library = library().expect("embedded content");
    let summary = library.summary();
    let sets: Vec<_> = summary.iter().map(|one| (one.id, one.edition, one.questions.all)).collect();
    assert_eq!(
        sets,
        [
            ("standard", "2026-12", 41),
            ("enhanced", "2026-12", 116),
            ("event", "2026-12", 63),
            ("voluntary", "2026-12", 12)
        ]
    );
    for (audience, one) in Audience::ALL.into_iter().zip(&summary) {
        let set = library.newest(audience.set()).expect("a set");
        assert_eq!(one.guidance_edition, set.guidance_edition);
        let by_label = one.questions.law + one.questions.statutory_guidance + one.questions.good_practice;
        assert_eq!(one.questions.all, by_label);
        let none = Answers::none();
        let shown = Journey::new(set, audience, &none);
        let at_first: u32 = shown.steps().iter().map(|step| u32::from(step.question.minutes)).sum();
        assert_eq!(one.minutes.shown_at_first, at_first);
        assert!(one.minutes.all >= at_first);
    }
    assert!(
        summary[0].minutes.all <= 45,
        "whoever runs a small venue has no more time, whatever they answer"
    );
    let all: BTreeSet<u8> = (1..=65).collect();
    assert_eq!(summary[1].topics, all);
    assert_eq!(summary[2].topics, all);
}

#[test]
fn the_summary_has_one_form() {
    let summary = library().expect("embedded content").summary();
    assert_eq!(
        serde_json::to_string(&summary[3]).expect("JSON"),
        r#"{"id":"voluntary","version":"2026-12","guidance_edition":"21 April 2026","questions":{"all":12,"law":0,"statutory_guidance":0,"good_practice":12},"minutes":{"all":12,"shown_at_first":12},"topics":[16,25,26,27,28,29,30,31,32,33,35,36,39,40,41,45,46,47,51,63]}"#
    );
}
