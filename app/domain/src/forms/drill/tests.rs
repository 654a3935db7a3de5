use super::*;

fn today() -> NaiveDate {
    "2026-11-26".parse().unwrap()
}

fn form() -> DrillForm {
    DrillForm {
        on_day: "3".into(),
        on_month: "11".into(),
        on_year: "2026".into(),
        kind: "walk-through".into(),
        topics: vec!["lockdown".into(), "evacuation".into()],
        took_part: "Duty manager\r\nDoor staff".into(),
        went_well: " The doors closed in a minute. ".into(),
        lessons: "Cut a second key\r\n\r\n  Move the sign  ".into(),
        ..DrillForm::default()
    }
}

#[test]
fn a_drill_is_read_as_it_was_meant() {
    let drill = form().check(today()).unwrap();
    assert_eq!(drill.on.to_string(), "2026-11-03");
    assert_eq!(drill.topics, ["evacuation", "lockdown"]);
    assert_eq!(drill.took_part, "Duty manager\nDoor staff");
    assert_eq!(drill.went_well.as_deref(), Some("The doors closed in a minute."));
    assert_eq!(drill.lessons, ["Cut a second key", "Move the sign"]);
    let again = DrillForm::of(&drill, 3);
    assert_eq!((again.version.as_str(), again.check(today()).unwrap() == drill), ("3", true));
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let blank = DrillForm::default().check(today()).unwrap_err();
    for field in ["on", "kind", "topics", "took_part"] {
        assert_eq!(blank.of(field), Some("missing"), "{field}");
    }
    assert_eq!((blank.of("went_well"), blank.of("lessons")), (None, None));
    let wrong = |change: fn(&mut DrillForm)| {
        let mut form = form();
        change(&mut form);
        let errors = form.check(today()).unwrap_err();
        errors.iter().map(|error| format!("{}: {}", error.field, error.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(|form| form.on_year = "2027".into()), ["on: day-to-come"]);
    assert_eq!(wrong(|form| form.on_day = "31".into()), ["on: day-invalid"]);
    assert_eq!(wrong(|form| form.kind = "exam".into()), ["kind: invalid"]);
    assert_eq!(wrong(|form| form.topics.push("notification".into())), ["topics: invalid"]);
    assert_eq!(wrong(|form| form.took_part = "\u{7}".into()), ["took_part: not-text"]);
    assert_eq!(wrong(|form| form.lessons = "x".repeat(301)), ["lessons: too-long"]);
    assert_eq!(wrong(|form| form.lessons = "x\n".repeat(21)), ["lessons: too-many"]);
}
