use proptest::prelude::*;

use super::*;
use crate::{
    law::{self, UseCode},
    scope::{EventOutcome, Exclusions, HostUse, Known, Outcome, PartOf},
};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// An address such as `what=premises&building=yes`.
fn said(address: &str) -> Said {
    let pairs = address.split('&').filter_map(|pair| pair.split_once('='));
    Said::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn check(address: &str) -> Check {
    Check::new(&said(address), &law::known(), today())
}

fn written(check: &Check) -> String {
    let pairs: Vec<String> = check.address().iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

fn next(address: &str) -> Option<String> {
    check(address).next().map(|step| step.question.id())
}

fn result(address: &str) -> CheckResult {
    check(address).result(&law::known(), today()).unwrap()
}

const HALL: &str = "what=premises&building=yes&exclusion=none&use=6&public-6=yes&mainly=yes&part-of=nothing";

#[test]
fn questions_come_one_after_another_to_a_decision() {
    let mut address = String::new();
    for (question, answer) in [
        ("what", "what=premises"),
        ("building", "building=yes"),
        ("exclusion", "exclusion=none"),
        ("use", "use=6&use=2"),
        ("public-2", "public-2=yes"),
        ("public-6", "public-6=yes"),
        ("mainly", "mainly=yes"),
        ("principal", "principal=6"),
        ("part-of", "part-of=nothing"),
        ("count", "count=help"),
        ("method", "method=seating-plan"),
        ("figures", "in-seats=180&in-staff=35"),
    ] {
        assert_eq!(next(&address).as_deref(), Some(question), "{address}");
        address = format!("{address}&{answer}");
    }
    let result = result(&address);
    let (facts, decision) = result.premises.unwrap();
    assert_eq!((facts.number, decision.outcome), (Some(215), Outcome::Standard));
    assert_eq!(result.head_count.unwrap().working(), Some("180 seats + 35 staff = 215"));
    assert_eq!(result.event, None);
}

#[test]
fn every_outcome_can_be_reached() {
    let outcome =
        |number: &str| result(&format!("{HALL}&count=know&number={number}")).premises.unwrap().1.outcome;
    assert_eq!(outcome("199"), Outcome::NotInScope);
    assert_eq!(outcome("200"), Outcome::Standard);
    assert_eq!(outcome("1,200"), Outcome::Enhanced);
    let open = HALL.replace("part-of=nothing", "part-of=some-in-common");
    let (_, decision) = result(&format!("{open}&count=know&number=300")).premises.unwrap();
    assert_eq!(
        (decision.outcome, decision.arguable.len(), decision.find_out.len()),
        (Outcome::Unclear, 1, 0)
    );
    let event =
        "what=event&e-enhanced=no&e-use=none&e-exclusion=none&e-public=yes&e-checked=whole&e-count=know";
    let event = |number: &str| result(&format!("{event}&e-number={number}")).event.unwrap().1.outcome;
    assert_eq!(event("799"), EventOutcome::NotInScope);
    assert_eq!(event("800"), EventOutcome::Event);
}

#[test]
fn the_public_is_asked_about_only_where_the_paragraph_asks() {
    let school = check("what=premises&building=yes&exclusion=none&use=14&use=8");
    assert_eq!(school.next().unwrap().question, Question::Mainly);
    assert!(school.steps().iter().all(|step| !matches!(step.question, Question::ForPublic(_))));
}

#[test]
fn what_settles_it_ends_the_questions() {
    for settled in [
        "what=premises&building=no",
        "what=premises&building=yes&exclusion=parliament",
        "what=premises&building=yes&exclusion=none&use=none",
        "what=premises&building=yes&exclusion=none&use=2&public-2=no",
        "what=premises&building=yes&exclusion=none&use=2&public-2=yes&mainly=no",
        "what=event&e-enhanced=yes",
        "what=event&e-enhanced=no&e-use=14",
        "what=event&e-enhanced=no&e-use=none&e-exclusion=parliament",
        "what=event&e-enhanced=no&e-use=none&e-exclusion=none&e-public=no",
    ] {
        assert_eq!(next(settled), None, "{settled}");
        let result = result(settled);
        assert!(
            result.premises.is_none_or(|(_, decision)| decision.outcome == Outcome::NotInScope),
            "{settled}"
        );
        assert!(
            result.event.is_none_or(|(_, decision)| decision.outcome == EventOutcome::NotInScope),
            "{settled}"
        );
    }
    let arguable = "what=premises&building=yes&exclusion=match-day-checks";
    assert_eq!(next(arguable).as_deref(), Some("use"), "an open point does not settle it");
}

#[test]
fn an_event_at_the_premises_just_described_is_not_asked_twice() {
    let both = HALL.replace("what=premises", "what=both");
    let both = format!("{both}&count=know&number=300&e-same=yes");
    assert_eq!(next(&both).as_deref(), Some("e-public"));
    let (facts, _) =
        result(&format!("{both}&e-public=yes&e-checked=part&e-count=know&e-number=900")).event.unwrap();
    assert_eq!(facts.host_enhanced, Known::No);
    assert_eq!(facts.host_use, HostUse::Mainly(UseCode(6)));
    assert_eq!(facts.exclusions, Exclusions::Nothing);
    let large = both.replace("number=300", "number=900");
    assert_eq!(result(&large).event.unwrap().1.outcome, EventOutcome::NotInScope, "the host is enhanced");
    let inside = both.replace("part-of=nothing", "part-of=other-responsible");
    assert_eq!(next(&inside).as_deref(), Some("e-enhanced"), "the larger premises may be enhanced");
    assert_eq!(next(&both.replace("e-same=yes", "e-same=no")).as_deref(), Some("e-enhanced"));
    let field = "what=both&building=no&e-same=yes";
    assert_eq!(next(field).as_deref(), Some("e-enhanced"), "a field may lie within larger premises");
}

#[test]
fn answers_to_questions_that_do_not_show_are_dropped() {
    let check = check(&format!(
        "colour=blue&{HALL}&use=2&count=know&number=350&public-9=yes&e-public=yes&method=ticket-cap"
    ));
    assert_eq!(check.next().unwrap().question, Question::ForPublic(UseCode(2)));
    assert_eq!(
        written(&check),
        "what=premises&building=yes&exclusion=none&use=2&use=6&public-6=yes&mainly=yes&part-of=nothing&count=know&number=350"
    );
}

#[test]
fn a_changed_answer_keeps_what_still_shows() {
    let before = check(&format!("{HALL}&count=know&number=350"));
    let mut pairs = before.address_without(Some(Question::Building));
    pairs.push(("building".into(), "not-sure".into()));
    let after = Check::new(&Said::new(pairs), &law::known(), today());
    assert!(after.next().is_none());
    assert_eq!(written(&after).replace("building=not-sure", "building=yes"), written(&before));
}

#[test]
fn wrong_answers_say_what_is_wrong() {
    let wrong = |address: &str, question: &str| {
        let check = check(address);
        let errors = check.step(question).unwrap().answer.clone().unwrap_err();
        errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(wrong("", "what"), "what missing");
    assert_eq!(wrong("what=moon", "what"), "what invalid");
    assert_eq!(
        wrong("what=premises&building=yes&exclusion=none&exclusion=open-air", "exclusion"),
        "exclusion none-with-others"
    );
    assert_eq!(wrong("what=premises&building=yes&exclusion=none&use=18", "use"), "use invalid");
    assert_eq!(wrong(&format!("{HALL}&count=know"), "count"), "number missing");
    assert_eq!(wrong(&format!("{HALL}&count=know&number=-5"), "count"), "number number-invalid");
    assert_eq!(wrong(&format!("{HALL}&count=know&number=0"), "count"), "number number-range");
    assert_eq!(wrong(&format!("{HALL}&count=know&number=99999999999"), "count"), "number number-invalid");
    assert_eq!(wrong(&format!("{HALL}&count=help&method=other"), "method"), "method invalid");
    assert_eq!(
        wrong(&format!("{HALL}&count=help&method=seating-plan&in-seats=x"), "figures"),
        "in-seats not-number, in-staff missing"
    );
    assert_eq!(
        wrong("what=event&e-enhanced=no&e-use=none&e-exclusion=open-air", "e-exclusion"),
        "e-exclusion invalid",
        "parks exclude premises only"
    );
}

#[test]
fn the_question_before_leads_back() {
    let check = check(&format!("{HALL}&count=know&number=350"));
    assert_eq!(check.before(Question::What), None);
    assert_eq!(check.before(Question::Building), Some(Question::What));
    assert_eq!(check.before(Question::Mainly), Some(Question::ForPublic(UseCode(6))));
    assert_eq!(check.before(Question::Principal), None, "it does not show");
    assert!(matches!(check.steps()[6].answer, Ok(Answer::PartOf(PartOf::Nothing))));
}

/// Names and values that a journey may have, and some that it never has.
fn pair() -> impl Strategy<Value = (String, String)> {
    let names = [
        "what",
        "building",
        "exclusion",
        "use",
        "public-1",
        "public-2",
        "public-6",
        "public-17",
        "mainly",
        "principal",
        "part-of",
        "count",
        "number",
        "method",
        "in-seats",
        "in-staff",
        "in-tickets",
        "in-share",
        "e-same",
        "e-enhanced",
        "e-use",
        "e-exclusion",
        "e-public",
        "e-checked",
        "e-count",
        "e-number",
        "e-method",
        "e-in-area",
        "e-in-space",
        "e-in-staff",
        "colour",
        "",
    ];
    let values = [
        "premises",
        "event",
        "both",
        "yes",
        "no",
        "not-sure",
        "none",
        "open-air",
        "parliament",
        "match-day-checks",
        "1",
        "2",
        "6",
        "9",
        "14",
        "16",
        "17",
        "255",
        "whole",
        "part",
        "nothing",
        "same-responsible",
        "other-responsible",
        "some-in-common",
        "know",
        "help",
        "seating-plan",
        "ticket-cap",
        "floor-space",
        "199",
        "200",
        "800",
        "0.5",
        "-1",
        "99999999999999999999",
        "",
        "é\u{0}",
    ];
    (
        prop::sample::select(names.to_vec()),
        prop_oneof![
            9 => prop::sample::select(values.to_vec()).prop_map(str::to_owned),
            1 => any::<String>(),
        ],
    )
        .prop_map(|(name, value)| (name.to_owned(), value))
}

/// The answers of a question that a person could give on its page.
fn offered(step: &Step) -> Vec<Vec<(String, String)>> {
    let id = step.question.id();
    let of = |values: &[&str]| values.iter().map(|value| vec![(id.clone(), (*value).to_owned())]).collect();
    match step.question {
        Question::What => of(&["premises", "event", "both"]),
        Question::Exclusions => of(&["none", "not-sure", "open-air", "match-day-checks"]),
        Question::HostExclusions => of(&["none", "not-sure", "parliament", "uk-government"]),
        Question::Uses => {
            let mut all: Vec<Vec<(String, String)>> = of(&["none", "not-sure", "9", "1"]);
            all.push(vec![(id.clone(), "6".into()), (id.clone(), "14".into())]);
            all.push((1..=17).map(|code| (id.clone(), code.to_string())).collect());
            all
        }
        Question::Principal => step.uses.iter().map(|code| vec![(id.clone(), code.0.to_string())]).collect(),
        Question::PartOf => {
            of(&["nothing", "same-responsible", "other-responsible", "some-in-common", "not-sure"])
        }
        Question::Count(counted) => {
            let number = |text: &str| {
                vec![(id.clone(), "know".into()), (format!("{}number", counted.prefix()), text.to_owned())]
            };
            let mut all: Vec<Vec<(String, String)>> = of(&["help", "not-sure"]);
            all.extend(["150", "200", "820"].map(number));
            all
        }
        Question::Method(_) => of(&["seating-plan", "floor-space", "door-counts"]),
        Question::Figures(counted) => {
            let figures = step.method.map_or(&[][..], |method| method.inputs);
            vec![
                figures
                    .iter()
                    .enumerate()
                    .map(|(place, input)| {
                        let figure = if place == 0 { "900" } else { "3" };
                        (format!("{}in-{}", counted.prefix(), input.id), figure.into())
                    })
                    .collect(),
            ]
        }
        Question::HostUse => of(&["none", "not-sure", "9", "6"]),
        Question::EntryChecked => of(&["whole", "part", "no", "not-sure"]),
        _ => of(&["yes", "no", "not-sure"]),
    }
}

proptest! {
    /// No address makes it panic, and what counts of it says the same once more.
    #[test]
    fn what_counts_of_an_address_is_all_that_counts(pairs in prop::collection::vec(pair(), 0..60)) {
        let law = law::known();
        let check = Check::new(&Said::new(pairs), &law, today());
        let again = Check::new(&Said::new(check.address()), &law, today());
        prop_assert_eq!(again.address(), check.address());
        prop_assert_eq!(again.steps().len(), check.steps().len());
        prop_assert_eq!(again.result(&law, today()), check.result(&law, today()));
        prop_assert!(check.steps().len() < 40);
        prop_assert_eq!(check.next().is_none(), check.result(&law, today()).is_some());
    }

    /// Whoever answers every question comes to a result, without being asked anything twice.
    #[test]
    fn every_path_ends_in_a_result(choices in prop::collection::vec(any::<prop::sample::Index>(), 60)) {
        let law = law::known();
        let mut pairs = Vec::new();
        let mut asked = Vec::new();
        for choice in choices {
            let check = Check::new(&Said::new(pairs.clone()), &law, today());
            let Some(step) = check.next() else {
                let result = check.result(&law, today()).unwrap();
                prop_assert!(result.premises.is_some() || result.event.is_some());
                return Ok(());
            };
            prop_assert!(!asked.contains(&step.question), "{:?} was answered", step.question);
            asked.push(step.question);
            let offered = offered(step);
            pairs = check.address();
            pairs.extend(choice.get(&offered).clone());
        }
        prop_assert!(false, "still asking: {asked:?}");
    }
}
