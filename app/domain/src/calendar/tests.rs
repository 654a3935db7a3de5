use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_month_is_read_and_written_and_followed_by_the_next() {
    let month: Month = "2026-12".parse().unwrap();
    assert_eq!((month.first(), month.next().to_string()), (day("2026-12-01"), "2027-01".into()));
    assert_eq!(month.next().previous(), month);
    assert_eq!(Month::of(day("2026-12-31")), month);
    for text in ["", "2026", "2026-13", "2026-1", "26-01", "2026-01-01", "+026-01", "2026-00"] {
        assert!(text.parse::<Month>().is_err(), "{text}");
    }
}

#[test]
fn training_is_due_where_it_was_not_held_again_and_the_plan_where_it_is_open() {
    let held = |on: &str, refresh_on: Option<&str>| Training {
        course: "scan".into(),
        described: None,
        on: day(on),
        group: "Door staff".into(),
        people: 6,
        refresh_on: refresh_on.map(day),
        note: None,
    };
    let all = [held("2024-01-01", Some("2026-01-01")), held("2026-02-01", Some("2028-02-01"))];
    let due: Vec<_> = training_due(&all).into_iter().map(|due| due.on.to_string()).collect();
    assert_eq!(due, ["2028-02-01"]);
    assert!(training_due(&[held("2024-01-01", None)]).is_empty());

    use crate::plan::Status;
    let item = |due: &str, status: Status| PlanItem {
        due: Some(day(due)),
        status,
        ..PlanItem::of_lesson(crate::ids::DrillId(uuid::Uuid::nil()), "Cut a key")
    };
    let done = Status::Done { on: day("2026-01-01") };
    let items =
        [item("2027-03-01", Status::InProgress), item("2027-01-01", Status::ToDo), item("2026-01-01", done)];
    assert_eq!(plan_due(&items), [day("2027-01-01"), day("2027-03-01")]);
}

#[cfg(feature = "content")]
mod entries {
    use super::*;
    use crate::{
        content::Label,
        deadlines::{Commencement, Trigger},
        estate::import::tests::registered,
        event::{self, tests::festival},
        notice::{Since, What as Told, tests::kept},
        premises::Premises,
        scope::{Outcome, head_count::HeadCount},
    };

    const NOT_FIXED: Commencement = Commencement::NotFixed;

    fn hall() -> Premises {
        let counted = day("2026-03-01");
        let head_count = HeadCount::new(350, "other", "Counted", counted, counted).unwrap();
        let outcome = Outcome::Standard;
        Premises { head_count: Some(head_count), outcome, ..registered("Old Hall", "B1 1BB") }
    }

    fn dates() -> Dates {
        Dates {
            drills: [("lockdown".to_owned(), day("2025-06-01"))].into(),
            training: vec![TrainingDue { on: day("2027-02-01"), course: "scan".into() }],
            plan: vec![day("2026-01-05"), day("2027-02-01")],
            answers: [("review.last".parse().unwrap(), day("2026-12-24"))].into(),
            expiries: vec![day("2027-06-30")],
        }
    }

    #[test]
    fn all_that_premises_keep_has_its_day_and_its_label() {
        let (hall, dates, today) = (hall(), dates(), day("2026-11-26"));
        let calendar = Calendar::of(of_premises(&hall, &dates, &[], NOT_FIXED), today);
        let shown = |list: &[Entry<'_>]| -> Vec<String> {
            let one = |entry: &Entry<'_>| match entry.day {
                Day::On(day) => format!("{day} {:?}", entry.what.kind()),
                other => format!("{other:?} {:?}", entry.what.kind()),
            };
            list.iter().map(one).collect()
        };
        assert_eq!(shown(&calendar.overdue), ["2026-01-05 Review", "2026-06-01 Review"]);
        assert_eq!(
            shown(&calendar.to_come),
            [
                "2026-12-24 Review",
                "2027-02-01 Review",
                "2027-02-01 Review",
                "2027-03-01 Review",
                "2027-06-30 Review"
            ]
        );
        assert_eq!(shown(&calendar.without_day), ["NotFixed Deadline"]);
        let law: Vec<_> = calendar.without_day.iter().map(|entry| (entry.what, entry.what.label())).collect();
        assert_eq!(law, [(What::Notify(None), Some(Label::Law))]);
        assert!(calendar.to_come.iter().all(|entry| entry.what.label() == Some(Label::GoodPractice)));
        assert!(matches!(calendar.overdue[1].what, What::Drill(topic) if topic.id == "lockdown"));
        let february = "2027-02".parse().unwrap();
        assert_eq!(calendar.in_month(february).len(), 2);
        assert!(calendar.in_month("2027-01".parse().unwrap()).is_empty());
        assert_eq!(calendar.next_with_entries("2027-01".parse().unwrap()), Some(february));
        assert_eq!(calendar.next_with_entries("2027-07".parse().unwrap()), None);
    }

    #[test]
    fn once_the_day_is_fixed_the_law_has_a_last_day_until_it_was_told() {
        let (hall, dates) = (hall(), Dates::default());
        let starts = Commencement::On(day("2027-04-06"));
        let days = |notices: &[_]| -> Vec<_> {
            let all = of_premises(&hall, &dates, notices, starts).into_iter();
            all.filter(|entry| matches!(entry.what, What::Notify(_)))
                .map(|entry| (entry.day, entry.what))
                .collect()
        };
        let became = What::Notify(Some(Trigger::BecameResponsible(day("2027-04-06"))));
        assert_eq!(days(&[]), [(Day::On(day("2027-07-05")), became)]);
        assert_eq!(days(&[kept(Told::Became, "2027-04-07")]), []);
    }

    #[test]
    fn what_was_never_tried_out_and_what_is_not_asked_has_no_day() {
        let (hall, dates) = (Premises { head_count: None, ..hall() }, Dates::default());
        let all = of_premises(&hall, &dates, &[], NOT_FIXED);
        assert_eq!(all.len(), 1, "the law alone");
    }

    #[test]
    fn what_an_event_keeps_has_its_day_until_it_is_over_and_its_plan_after_that_too() {
        let mut festival = festival(900);
        let at = |day: NaiveDate| day.and_hms_opt(12, 0, 0).unwrap();
        let (starts, ends) = (at(day("2027-07-01")), at(day("2027-07-02")));
        festival.event.details.dates = Some(event::Dates {
            starts,
            ends,
            admission: starts,
            held_before: event::HeldBefore::No,
            repeats: crate::scope::Known::No,
        });
        let (dates, law) = (dates(), crate::law::known());
        let kinds = |today: &str| -> Vec<String> {
            let all = of_event(&festival, &dates, &[], NOT_FIXED, (&law, day(today))).into_iter();
            all.map(|entry| format!("{:?}", entry.what).split('(').next().unwrap().to_owned()).collect()
        };
        let all = ["Event", "Drill", "Answer", "Plan", "Plan", "Training", "Expiry", "Notify"];
        assert_eq!(kinds("2027-07-02"), all);
        assert_eq!(kinds("2027-07-03"), ["Plan", "Plan"]);
    }

    #[test]
    fn what_is_other_than_it_was_notified_has_a_last_day_to_correct_it() {
        let (hall, starts) = (hall(), Commencement::On(day("2027-04-06")));
        let since = [Since { day: day("2027-05-01"), fields: Vec::new() }];
        let [entry] = &corrections(hall.id.into(), "Old Hall", &since, starts)[..] else { panic!() };
        // 28 days beginning with the first (SI 2026/793, regulation 6).
        assert_eq!(entry.day, Day::On(day("2027-05-28")));
        assert_eq!((entry.what.label(), entry.what.kind()), (Some(Label::Law), Kind::Deadline));
        let event = festival(900);
        let [entry] = &corrections(event.event.id.into(), "Sounds", &since, starts)[..] else { panic!() };
        assert_eq!(entry.day, Day::On(day("2027-05-14")), "14 days of an event");
        let [entry] = &corrections(hall.id.into(), "Old Hall", &since, NOT_FIXED)[..] else { panic!() };
        assert_eq!(entry.day, Day::NotFixed);
    }
}
