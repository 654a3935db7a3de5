//! What every embedded set promises, and what is promised of them together.
#![cfg(feature = "content")]

use std::collections::BTreeSet;

use crate::{
    assessment::{Answers, Journey, ReadinessRecord},
    content::{AnswerKind, Audience, Label, Part, QuestionSet, TOO_OLD, library},
};

fn newest() -> Vec<(Audience, &'static QuestionSet)> {
    let library = library().expect("embedded content");
    let newest = |audience: Audience| library.newest(audience.set()).expect("a set");
    Audience::ALL.into_iter().map(|audience| (audience, newest(audience))).collect()
}

fn of(audience: Audience) -> &'static QuestionSet {
    newest().into_iter().find(|(one, _)| *one == audience).expect("a set").1
}

/// The subjects that law.md plans the sets by: those for enhanced premises and events only.
const ENHANCED_ONLY: [u8; 27] =
    [3, 6, 7, 8, 11, 15, 17, 18, 22, 23, 24, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 64, 65];

#[test]
fn every_subject_has_a_question_in_each_set_that_it_is_for() {
    for audience in [Audience::Standard, Audience::Enhanced, Audience::Event] {
        let asked: BTreeSet<u8> = of(audience).questions().flat_map(|(_, one)| one.topics.clone()).collect();
        let wanted =
            (1..=65).filter(|topic| audience != Audience::Standard || !ENHANCED_ONLY.contains(topic));
        let missing: Vec<u8> = wanted.filter(|topic| !asked.contains(topic)).collect();
        assert_eq!(missing, Vec::<u8>::new(), "{audience:?}");
    }
}

#[test]
fn sets_are_as_long_as_the_duty_calls_for() {
    let cases = [
        (Audience::Standard, 38..=44, 45),
        (Audience::Enhanced, 105..=120, 130),
        (Audience::Event, 56..=66, 75),
        (Audience::Voluntary, 10..=14, 14),
    ];
    for (audience, questions, minutes) in cases {
        let set = of(audience);
        assert!(questions.contains(&set.questions().count()), "{audience:?}: {}", set.questions().count());
        let none = Answers::none();
        let shown = Journey::new(set, audience, &none);
        let at_first: u32 = shown.steps().iter().map(|step| u32::from(step.question.minutes)).sum();
        assert!(at_first <= minutes, "{audience:?}: {at_first} minutes");
        assert!(set.questions().all(|(_, question)| (1..=5).contains(&question.minutes)));
    }
}

#[test]
fn only_the_act_is_called_law() {
    for (audience, set) in newest() {
        let law: Vec<_> = set.questions().filter(|(_, one)| one.label == Label::Law).collect();
        assert_eq!(law.is_empty(), audience == Audience::Voluntary, "{audience:?}");
        for (_, question) in law {
            let act = question.act.as_deref().unwrap_or_default();
            let qualified = ["s5", "s6(1)(b)", "s6(3)", "s8"].iter().any(|section| act.starts_with(section));
            let text: String = question.guidance.iter().flat_map(|block| block.texts()).collect();
            let says = text.contains("so far as is reasonably practicable");
            assert!(!qualified || says, "{audience:?} {} rests on {act}", question.id);
        }
    }
}

#[test]
fn each_procedure_and_each_kind_of_measure_is_one_question_of_law() {
    let procedures = [
        ("evacuation", "s5(3)(a)"),
        ("invacuation", "s5(3)(b)"),
        ("lockdown", "s5(3)(c)"),
        ("communication", "s5(3)(d)"),
    ];
    let measures = [
        ("monitoring", "s6(3)(a)"),
        ("movement", "s6(3)(b)"),
        ("physical", "s6(3)(c)"),
        ("information", "s6(3)(d)"),
    ];
    for audience in [Audience::Standard, Audience::Enhanced, Audience::Event] {
        let measures = measures.iter().filter(|_| audience != Audience::Standard);
        for (topic, act) in procedures.iter().chain(measures) {
            let main = of(audience).questions().map(|(_, one)| one).filter(|one| {
                one.readiness.iter().any(|bearing| bearing.topic == *topic && bearing.part == Part::Main)
            });
            let main: Vec<_> = main.map(|one| (one.label, one.act.as_deref(), &one.answer)).collect();
            assert_eq!(main, [(Label::Law, Some(*act), &AnswerKind::Procedure)], "{audience:?} {topic}");
        }
    }
}

#[test]
fn the_standard_set_asks_for_nothing_that_only_the_enhanced_tier_must_have() {
    for (_, question) in of(Audience::Standard).questions() {
        let act = question.act.as_deref().unwrap_or_default();
        let enhanced = ["s6", "s7", "s10"].iter().any(|section| act.starts_with(section));
        assert!(!(enhanced && question.label == Label::Law), "{}", question.id);
    }
}

#[test]
fn area_figures_can_be_counted_from_every_set_of_a_duty() {
    for audience in [Audience::Standard, Audience::Enhanced, Audience::Event] {
        let topics: Vec<&str> = of(audience).topics.iter().map(|topic| topic.id.as_str()).collect();
        for topic in ReadinessRecord::TOPICS {
            assert!(topics.contains(&topic), "{audience:?} {topic}");
        }
    }
}

#[test]
fn an_answer_leads_to_one_action_at_most_and_every_gap_to_one() {
    for (audience, set) in newest() {
        for (_, question) in set.questions() {
            let aged = question.ages_after.map(|_| TOO_OLD);
            for code in question.answer.codes().into_iter().chain(aged) {
                let rules = question.actions.iter().filter(|rule| rule.when.iter().any(|when| when == code));
                let rules: Vec<_> = rules.collect();
                assert!(rules.len() <= 1, "{audience:?} {} answered {code}", question.id);
                assert!(rules.iter().all(|rule| rule.cost.is_some()), "{audience:?} {}", question.id);
                let gap = ["no", "not-sure", "none", "partly", TOO_OLD].contains(&code);
                assert!(!gap || rules.len() == 1, "{audience:?} {} answered {code}", question.id);
            }
        }
    }
}

#[test]
fn each_set_names_answers_that_do_not_go_together() {
    for (audience, set) in newest() {
        let least = if audience == Audience::Voluntary { 2 } else { 6 };
        assert!(set.contradictions.len() >= least, "{audience:?}: {}", set.contradictions.len());
    }
}
