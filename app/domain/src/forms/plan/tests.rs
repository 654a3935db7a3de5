use super::*;

fn today() -> NaiveDate {
    "2026-11-26".parse().unwrap()
}

fn form() -> PlanItemForm {
    PlanItemForm {
        text: " Cut a second key ".into(),
        priority: "1".into(),
        cost: "low".into(),
        owner: "Duty manager".into(),
        due_day: "1".into(),
        due_month: "2".into(),
        due_year: "2027".into(),
        status: "in-progress".into(),
        note: "Asked the locksmith".into(),
        ..PlanItemForm::default()
    }
}

fn follows() -> PlanItem {
    let from = Origin::Answer { question: "lockdown.keys".parse().unwrap(), rule: 1 };
    PlanItem { from, ..form().check(today(), None).unwrap() }
}

#[test]
fn an_item_is_read_as_it_was_meant() {
    let item = form().check(today(), None).unwrap();
    assert_eq!((item.text.as_str(), item.priority, item.cost), ("Cut a second key", 1, Some(Cost::Low)));
    assert_eq!(item.due.map(|day| day.to_string()).as_deref(), Some("2027-02-01"));
    assert_eq!((item.from == Origin::Own, item.status == Status::InProgress), (true, true));
    let again = PlanItemForm::of(&item, 3);
    assert_eq!((again.version.as_str(), again.check(today(), Some(&item)).unwrap() == item), ("3", true));
    let least = PlanItemForm {
        text: "Ask".into(),
        priority: "3".into(),
        status: "to-do".into(),
        ..PlanItemForm::default()
    };
    let least = least.check(today(), None).unwrap();
    assert!(least.owner.is_none() && least.due.is_none() && least.cost.is_none() && least.note.is_none());
}

#[test]
fn what_follows_from_an_answer_keeps_its_words() {
    let changed = PlanItemForm { text: "Other".into(), priority: "3".into(), cost: String::new(), ..form() };
    let item = changed.check(today(), Some(&follows())).unwrap();
    assert_eq!((item.text.as_str(), item.priority, item.cost), ("Cut a second key", 1, Some(Cost::Low)));
    assert_eq!(item.from, follows().from);
    let empty = PlanItemForm { text: String::new(), priority: String::new(), ..form() };
    assert!(empty.check(today(), Some(&follows())).is_ok());
}

#[test]
fn done_keeps_the_day_on_which_it_was_first_said() {
    let done = PlanItemForm { status: "done".into(), ..form() };
    let first = done.check(today(), Some(&follows())).unwrap();
    assert_eq!(first.status, Status::Done { on: today() });
    let later = "2027-01-01".parse().unwrap();
    assert_eq!(done.check(later, Some(&first)).unwrap().status, first.status);
    assert_eq!(done.check(later, Some(&follows())).unwrap().status, Status::Done { on: later });
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let blank = PlanItemForm::default().check(today(), None).unwrap_err();
    for field in ["text", "priority", "status"] {
        assert_eq!(blank.of(field), Some("missing"), "{field}");
    }
    for field in ["owner", "due", "cost", "note", "reason"] {
        assert_eq!(blank.of(field), None, "{field}");
    }
    let wrong = |change: fn(&mut PlanItemForm)| {
        let mut form = form();
        change(&mut form);
        let errors = form.check(today(), None).unwrap_err();
        errors.iter().map(|error| format!("{}: {}", error.field, error.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(|form| form.priority = "4".into()), ["priority: invalid"]);
    assert_eq!(wrong(|form| form.cost = "dear".into()), ["cost: invalid"]);
    assert_eq!(wrong(|form| form.owner = "x".repeat(101)), ["owner: too-long"]);
    assert_eq!(wrong(|form| form.due_day = "30".into()), ["due: day-invalid"]);
    assert_eq!(wrong(|form| form.status = "later".into()), ["status: invalid"]);
    assert_eq!(wrong(|form| form.status = "decided-against".into()), ["reason: missing"]);
    assert_eq!(wrong(|form| form.note = "\u{7}".into()), ["note: not-text"]);
}
