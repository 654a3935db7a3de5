//! Mistakes seeded one at a time, in a copy of the questions or in the engine: each must be caught, both by a venue
//! and by random answers.

use domain::content::{ActionRule, Audience, Condition, Contradiction, Part, Question, QuestionSet};
use proptest::prop_assert_eq;

use super::{
    cases::{Tries, try_out},
    found::{Case, Found, engine},
    newest,
    profile::Profile,
    reference::{Reference, Slip},
};

/// What may be wrong.
enum Wrong {
    /// The questions of an audience.
    Questions(Audience, fn(&mut QuestionSet)),
    /// The engine.
    Engine(Slip),
}

impl Wrong {
    /// The questions as they are asked when this is wrong.
    fn set(&self, audience: Audience) -> QuestionSet {
        let mut set = newest(audience).clone();
        if let Self::Questions(of, change) = self
            && *of == audience
        {
            change(&mut set);
        }
        set
    }

    fn found(&self, set: &QuestionSet, case: &Case) -> Found {
        match self {
            Self::Questions(..) => engine(set, case),
            Self::Engine(slip) => Reference { set, case, slip: *slip }.found(),
        }
    }

    fn is_caught_by_a_venue(&self) -> bool {
        Profile::all().values().any(|profile| {
            let right = newest(profile.audience);
            let found = self.found(&self.set(profile.audience), &profile.case(right));
            !profile.faults(right, &found).is_empty()
        })
    }

    fn is_caught_by_random_answers(&self) -> bool {
        Audience::ALL.into_iter().any(|audience| {
            let (right, wrong) = (newest(audience), self.set(audience));
            let tried = try_out(right, audience, Tries { cases: 150, smaller: 0 }, |case| {
                let expected = Reference { set: right, case, slip: Slip::Nothing }.found();
                prop_assert_eq!(self.found(&wrong, case), expected);
                Ok(())
            });
            tried.is_err()
        })
    }
}

fn question<'a>(set: &'a mut QuestionSet, id: &str) -> &'a mut Question {
    let mut all = set.sections.iter_mut().flat_map(|section| &mut section.questions);
    all.find(|question| question.id.as_str() == id).unwrap()
}

fn action<'a>(set: &'a mut QuestionSet, id: &str, code: &str) -> &'a mut ActionRule {
    let mut rules = question(set, id).actions.iter_mut();
    rules.find(|rule| rule.when.iter().any(|when| when == code)).unwrap()
}

fn contradiction<'a>(set: &'a mut QuestionSet, begins: &str) -> &'a mut Contradiction {
    set.contradictions.iter_mut().find(|one| one.text.starts_with(begins)).unwrap()
}

/// Takes a code out of a condition of one question.
fn forget_code(set: &mut QuestionSet, id: &str, code: &str) {
    match &mut question(set, id).show_if {
        Some(Condition::Is { any_of, .. }) => any_of.retain(|one| one != code),
        other => panic!("{other:?}"),
    }
}

fn mistakes() -> Vec<(&'static str, Wrong)> {
    use Audience::{Enhanced, Event, Standard, Voluntary};
    use Wrong::{Engine, Questions};
    vec![
        ("a condition dropped", Questions(Standard, |set| question(set, "lockdown.decision").show_if = None)),
        (
            "a condition dropped from a part",
            Questions(Enhanced, |set| question(set, "document.procedures").show_if = None),
        ),
        (
            "a condition turned round",
            Questions(Enhanced, |set| {
                let question = question(set, "site.systems");
                question.show_if = question.show_if.take().map(|when| Condition::Not(Box::new(when)));
            }),
        ),
        (
            "a condition that forgets an answer",
            Questions(Standard, |set| forget_code(set, "lockdown.decision", "not-applicable")),
        ),
        (
            "a condition that forgets \"not sure\"",
            Questions(Enhanced, |set| forget_code(set, "senior.named", "not-sure")),
        ),
        (
            "a condition that asks for all instead of any",
            Questions(Event, |set| match &mut question(set, "procedures.decision").show_if {
                Some(when @ Condition::Any(_)) => {
                    let Condition::Any(list) = when.clone() else { return };
                    *when = Condition::All(list);
                }
                other => panic!("{other:?}"),
            }),
        ),
        (
            "a question for nobody",
            Questions(Voluntary, |set| question(set, "recovery.first-aid").tiers.clear()),
        ),
        (
            "two questions changed places",
            Questions(Enhanced, |set| {
                let section = set.sections.iter_mut().find(|section| section.id == "information").unwrap();
                section.questions.swap(2, 3);
            }),
        ),
        (
            "two weights swapped",
            Questions(Standard, |set| {
                question(set, "lockdown.procedure").readiness[0].weight = 2;
                question(set, "lockdown.doors").readiness[0].weight = 3;
            }),
        ),
        (
            "a part that says whether the thing is there",
            Questions(Standard, |set| question(set, "lockdown.doors").readiness[0].part = Part::Main),
        ),
        (
            "the thing itself as a part",
            Questions(Event, |set| question(set, "recovery.first-aid").readiness[0].part = Part::Support),
        ),
        (
            "a proof as a part",
            Questions(Enhanced, |set| question(set, "monitoring.tested").readiness[0].part = Part::Support),
        ),
        (
            "a question that bears on nothing",
            Questions(Standard, |set| question(set, "evacuation.fire").readiness.clear()),
        ),
        (
            "a question that bears on another topic",
            Questions(Standard, |set| {
                question(set, "communication.change").readiness[0].topic = "communication".to_owned();
            }),
        ),
        (
            "a day that never ages",
            Questions(Enhanced, |set| question(set, "monitoring.tested").ages_after = None),
        ),
        (
            "a look through that never ages",
            Questions(Standard, |set| question(set, "review.last").ages_after = None),
        ),
        (
            "a day that ages sooner",
            Questions(Standard, |set| question(set, "review.last").ages_after = Some(11)),
        ),
        (
            "drills that never age",
            Questions(Standard, |set| {
                let topic = set.topics.iter_mut().find(|topic| topic.id == "lockdown").unwrap();
                topic.drill_every = None;
            }),
        ),
        (
            "an action dropped",
            Questions(Standard, |set| drop(question(set, "notification.who").actions.pop())),
        ),
        (
            "an action that forgets an answer",
            Questions(Standard, |set| {
                action(set, "people.deputies", "no").when.retain(|code| code != "partly");
            }),
        ),
        (
            "an action that is less urgent",
            Questions(Event, |set| action(set, "physical.hostile-vehicles", "no").priority = 2),
        ),
        (
            "a contradiction dropped",
            Questions(Standard, |set| {
                set.contradictions.retain(|one| !one.text.starts_with("You say that lockdown is in place"));
            }),
        ),
        (
            "a contradiction that asks for one of two",
            Questions(Enhanced, |set| {
                let one = contradiction(set, "You say that vehicles cannot come near people");
                let Condition::All(list) = one.when.clone() else { panic!("{:?}", one.when) };
                one.when = Condition::Any(list);
            }),
        ),
        ("an open condition shows", Engine(Slip::OpenConditionShows)),
        ("answers that do not show count", Engine(Slip::HiddenAnswersCount)),
        ("\"not sure\" is no answer", Engine(Slip::NotSureIsNoAnswer)),
        ("actions as they are asked", Engine(Slip::ActionsAsAsked)),
        ("actions of answers that do not show", Engine(Slip::ActionsOfHiddenAnswers)),
        ("an open contradiction shows", Engine(Slip::OpenContradicts)),
        ("partly is all", Engine(Slip::PartlyIsAll)),
        ("partly is nothing", Engine(Slip::PartlyIsNothing)),
        ("what does not apply is not there", Engine(Slip::NotApplicableIsNothing)),
        ("what does not apply is there", Engine(Slip::NotApplicableIsAll)),
        ("\"no\" and \"not sure\" are partly", Engine(Slip::NoAndNotSureIsPartly)),
        ("the thing without its parts is whole", Engine(Slip::PartsMakeAWhole)),
        ("parts without the thing are a start", Engine(Slip::PartsMakeAStart)),
        ("every weight is one", Engine(Slip::EveryWeightIsOne)),
        ("a share without the thing", Engine(Slip::ShareWithoutTheThing)),
        ("what a gap hides is forgotten", Engine(Slip::HiddenByGapsIsForgotten)),
        ("days never age", Engine(Slip::DaysNeverAge)),
        ("a year and a day", Engine(Slip::OneDayLonger)),
        ("drills do not count", Engine(Slip::DrillsDoNotCount)),
        ("too long ago is tried out", Engine(Slip::TooLongAgoIsTriedOut)),
        ("\"not sure\" is stated", Engine(Slip::NotSureIsStated)),
        ("one note is enough", Engine(Slip::OneNoteIsEnough)),
    ]
}

#[test]
fn every_mistake_is_caught_by_a_venue() {
    let missed: Vec<_> = mistakes()
        .into_iter()
        .filter(|(_, wrong)| !wrong.is_caught_by_a_venue())
        .map(|(name, _)| name)
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn every_mistake_is_caught_by_random_answers() {
    let mistakes = mistakes();
    assert!(mistakes.len() >= 10);
    let missed: Vec<_> = mistakes
        .into_iter()
        .filter(|(_, wrong)| !wrong.is_caught_by_random_answers())
        .map(|(name, _)| name)
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn nothing_is_caught_when_nothing_is_wrong() {
    let right = Wrong::Engine(Slip::Nothing);
    assert!(!right.is_caught_by_a_venue());
    assert!(!right.is_caught_by_random_answers());
}
