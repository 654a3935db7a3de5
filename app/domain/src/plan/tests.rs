use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn answer(question: &str, rule: usize) -> PlanItem {
    let from = Origin::Answer { question: question.parse().unwrap(), rule };
    PlanItem::new(from, format!("Do {question}"), 2)
}

#[test]
fn what_follows_from_an_answer_or_a_drill_is_the_same_for_everybody() {
    let drill = DrillId("0b54cf6e-8a8c-4f1c-9c36-1e2b6a9f0001".parse().unwrap());
    let of = |item: PlanItem| item.from.same_as();
    assert_eq!(of(answer("lockdown.keys", 1)).as_deref(), Some("answer lockdown.keys 1"));
    assert_ne!(of(answer("lockdown.keys", 1)), of(answer("lockdown.keys", 0)));
    assert_eq!(
        of(PlanItem::of_lesson(drill, "Cut a key")).as_deref(),
        Some("drill 0b54cf6e-8a8c-4f1c-9c36-1e2b6a9f0001 Cut a key")
    );
    assert_eq!(Origin::Own.same_as(), None);
}

#[test]
fn only_what_is_open_can_be_overdue() {
    let today = day("2026-11-26");
    let item = |due: &str, status: Status| PlanItem { due: Some(day(due)), status, ..answer("a.b", 0) };
    let reason = || "Too heavy for the floor".into();
    let cases = [
        ("2026-11-25", Status::ToDo, true),
        ("2026-11-26", Status::ToDo, false),
        ("2026-11-25", Status::InProgress, true),
        ("2026-11-25", Status::Done { on: today }, false),
        ("2026-11-25", Status::DecidedAgainst { reason: reason() }, false),
    ];
    for (due, status, overdue) in cases {
        assert_eq!(item(due, status.clone()).is_overdue(today), overdue, "{due} {status:?}");
    }
    assert!(!answer("a.b", 0).is_overdue(today));
}

#[cfg(feature = "content")]
mod with_answers {
    use super::*;
    use crate::{
        assessment::{Answers, Journey, Value, actions},
        content::{Audience, library},
    };

    fn lines_of(said: &[(&str, Value)], items: &[PlanItem]) -> Vec<(Group, String, bool)> {
        let set = library().unwrap().newest("standard").unwrap();
        let answers: Answers =
            said.iter().map(|(id, value)| (id.parse().unwrap(), value.clone().into())).collect();
        let journey = Journey::new(set, Audience::Standard, &answers);
        let today = day("2026-11-26");
        let found = lines(actions(&journey, today), items, |item| item, today);
        found
            .iter()
            .map(|line| {
                let text = line.item.map_or_else(
                    || line.action.unwrap().question.id.to_string(),
                    |item| item.from.same_as().unwrap_or_else(|| item.text.clone()),
                );
                (line.group, text, line.action.is_some())
            })
            .collect()
    }

    #[test]
    fn every_action_has_a_line_and_no_item_is_dropped() {
        let said = [("evacuation.procedure", Value::No), ("lockdown.procedure", Value::NotSure)];
        let own = |text: &str, due: Option<&str>, status: Status| PlanItem {
            due: due.map(day),
            status,
            ..PlanItem::new(Origin::Own, text.into(), 1)
        };
        let items = [
            own("Later", Some("2027-01-01"), Status::ToDo),
            own("Late", Some("2026-01-01"), Status::InProgress),
            own("Later still", Some("2027-02-01"), Status::ToDo),
            own("Finished", Some("2026-01-01"), Status::Done { on: day("2026-01-02") }),
            own("Never", None, Status::DecidedAgainst { reason: "No".into() }),
            answer("evacuation.procedure", 0),
            answer("evacuation.procedure", 1),
        ];
        let found = lines_of(&said, &items);
        let texts: Vec<_> = found.iter().map(|(_, text, _)| text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Late",
                "Later",
                "Later still",
                "answer evacuation.procedure 0",
                "lockdown.procedure",
                "answer evacuation.procedure 1",
                "Finished",
                "Never"
            ]
        );
        assert_eq!(found[3], (Group::Open(1), texts[3].to_owned(), true));
        assert_eq!(found[5], (Group::NoLonger, texts[5].to_owned(), false));
        // A better answer leaves the item where people find it.
        let found = lines_of(&[("evacuation.procedure", Value::Yes)], &items[5..6]);
        assert_eq!(found, [(Group::NoLonger, "answer evacuation.procedure 0".to_owned(), false)]);
    }

    #[test]
    fn done_is_done_whatever_the_answer_says() {
        let done =
            PlanItem { status: Status::Done { on: day("2026-11-01") }, ..answer("evacuation.procedure", 0) };
        for value in [Value::No, Value::Yes] {
            let found = lines_of(&[("evacuation.procedure", value.clone())], std::slice::from_ref(&done));
            assert_eq!((found.len(), found[0].0, found[0].2), (1, Group::Done, value == Value::No));
        }
    }
}
