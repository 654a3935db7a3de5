//! Actions and contradictions, on the embedded set.

use super::{all_in_place, answer, answers, day, id, standard};
use crate::{
    assessment::{
        Aged, Answers, Costs, Grounds, Journey, Value, actions, aged, aging_days, bears_on_dates,
        contradictions, overdue_drills, what_if,
    },
    content::Audience,
};

fn journey(answers: &Answers) -> Journey<'_> {
    Journey::new(standard(), Audience::Standard, answers)
}

#[test]
fn nothing_follows_when_all_is_in_place() {
    let answers = all_in_place();
    let journey = journey(&answers);
    assert!(actions(&journey, day(2026, 12, 1)).is_empty());
    assert!(contradictions(&journey).is_empty());
}

#[test]
fn the_most_urgent_actions_come_first() {
    let mut answers = Answers::none();
    while let Some(open) = journey(&answers).first_unanswered() {
        let codes = open.answer.codes();
        let worst = ["no", "none", "not-sure"].into_iter().find(|code| codes.contains(code));
        answers.insert(open.id.clone(), answer(&open.answer, worst.unwrap_or("given")).into());
    }
    let journey = journey(&answers);
    let actions = actions(&journey, day(2026, 12, 1));
    assert_eq!(actions.len(), 39, "one for each question that shows");
    assert!(actions.is_sorted_by_key(|action| action.priority));
    assert_eq!(actions[0].question.id.as_str(), "people.responsible");
    assert_eq!(actions.last().map(|last| last.priority), Some(3));
    assert!(actions.iter().all(|action| !action.sources.is_empty() && !action.text.is_empty()));
}

#[test]
fn an_answer_that_does_not_show_calls_for_nothing() {
    let answers = answers(&[("sharing.coordinate", Value::No)]);
    assert!(actions(&journey(&answers), day(2026, 12, 1)).is_empty());
}

#[test]
fn a_day_that_is_too_long_ago_calls_for_an_action() {
    let answers = answers(&[("review.last", Value::Date { date: day(2025, 12, 1) })]);
    let on = |today| actions(&journey(&answers), today).into_iter().map(|one| one.rule).collect::<Vec<_>>();
    assert_eq!((on(day(2026, 11, 30)), on(day(2026, 12, 1))), (vec![], vec![1]));
    let found = actions(&journey(&answers), day(2026, 12, 1));
    assert_eq!(found[0].text, "Look through your procedures again, and note the day.");
}

#[test]
fn answers_that_do_not_go_together_are_pointed_out() {
    let cases: [&[(&str, Value)]; 4] = [
        &[("people.shift-lead", Value::No), ("lockdown.procedure", Value::Yes)],
        &[("awareness.tried-out", Value::Yes), ("lockdown.procedure", Value::No)],
        &[("awareness.roles", Value::Yes), ("communication.staff", Value::No)],
        &[("notification.number", Value::NotApplicable { reason: "Small".to_owned() })],
    ];
    for (at, case) in cases.into_iter().enumerate() {
        let answers = answers(case);
        let found = contradictions(&journey(&answers));
        assert_eq!(found.len(), 1, "{case:?}");
        assert_eq!(found[0], &standard().contradictions[at]);
    }
    assert_eq!(standard().contradictions.len(), 8);
    assert!(standard().question(&id("people.shift-lead")).is_some());
}

#[test]
fn an_answer_ages_with_its_day_and_with_its_drill() {
    let said = answers(&[
        ("lockdown.procedure", Value::Yes),
        ("evacuation.procedure", Value::Yes),
        ("invacuation.procedure", Value::No),
        ("review.last", Value::Date { date: day(2025, 12, 1) }),
    ]);
    let journey = journey(&said);
    let drills = ["lockdown", "invacuation"].map(|topic| (topic.to_owned(), day(2025, 11, 3))).into();
    let on = |today, question: &str| {
        let grounds = Grounds { today, drills: &drills };
        match aged(&journey, &id(question), grounds) {
            None => None,
            Some(Aged::Day(on)) => Some(on),
            Some(Aged::Drill(overdue)) => Some(overdue.last),
        }
    };
    assert_eq!(on(day(2026, 11, 2), "lockdown.procedure"), None);
    assert_eq!(on(day(2026, 11, 3), "lockdown.procedure"), Some(day(2025, 11, 3)));
    assert_eq!(on(day(2026, 11, 3), "evacuation.procedure"), None, "never tried out");
    assert_eq!(on(day(2026, 11, 3), "invacuation.procedure"), None, "there is nothing to try out");
    assert_eq!(on(day(2026, 11, 30), "review.last"), None);
    assert_eq!(on(day(2026, 12, 1), "review.last"), Some(day(2025, 12, 1)));
    let found = overdue_drills(&journey, Grounds { today: day(2026, 12, 1), drills: &drills });
    let topics: Vec<_> = found.iter().map(|one| one.topic.id.as_str()).collect();
    assert_eq!(topics, ["invacuation", "lockdown"]);
}

#[test]
fn the_calendar_hangs_on_questions_with_a_day_and_on_what_makes_them_show() {
    let enhanced = crate::content::library().unwrap().newest("enhanced").unwrap();
    let bears = |question: &str| bears_on_dates(enhanced, &id(question));
    assert!(bears("review.last") && bears("monitoring.tested") && bears("monitoring.measures"));
    assert!(!bears("evacuation.procedure"));
    let said = answers(&[("review.last", Value::Date { date: day(2025, 12, 31) })]);
    let days: Vec<_> = aging_days(&journey(&said)).into_iter().collect();
    assert_eq!(days, [(id("review.last"), day(2026, 12, 31))]);
}

#[test]
fn what_if_tells_what_would_be_there_and_what_it_costs() {
    let said = answers(&[("people.shift-lead", Value::No), ("lockdown.procedure", Value::Yes)]);
    let now = journey(&said);
    let drills = std::collections::BTreeMap::new();
    let grounds = Grounds { today: day(2026, 12, 1), drills: &drills };
    let chosen = [id("people.shift-lead"), id("evacuation.procedure")].into();
    let found = what_if(&now, &said, grounds, &chosen);
    let changed: Vec<_> = found.topics.iter().filter(|topic| topic.changes()).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert_eq!(changed[0].topic.id, "deciding");
    assert!(!found.gone.is_empty() && found.new.is_empty() && found.open.is_empty());
    // A question that calls for nothing costs nothing.
    let costs = found.costs;
    assert_eq!(costs.free + costs.low + costs.medium + costs.high + costs.unknown, 1);
    assert_eq!(said.get(&id("people.shift-lead")).map(|answer| answer.value.code()), Some("no"));
    let bands = Costs { low: 2, medium: 1, ..Costs::default() };
    assert_eq!((bands.at_most(), Costs { high: 1, ..bands }.at_most()), (Some(6_000), None));
}
