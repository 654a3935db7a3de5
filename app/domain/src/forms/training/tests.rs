use super::*;

fn today() -> NaiveDate {
    "2026-11-26".parse().unwrap()
}

fn form() -> TrainingForm {
    TrainingForm {
        course: "scan".into(),
        on_day: "3".into(),
        on_month: "11".into(),
        on_year: "2026".into(),
        group: " Door staff ".into(),
        people: "6".into(),
        refresh: "suggested".into(),
        note: "Two were away\r\nThey follow in December".into(),
        ..TrainingForm::default()
    }
}

fn with(change: fn(&mut TrainingForm)) -> TrainingForm {
    let mut form = form();
    change(&mut form);
    form
}

#[test]
fn training_is_read_as_it_was_meant() {
    let training = form().check(today()).unwrap();
    assert_eq!(
        (training.course.as_str(), training.group.as_str(), training.people),
        ("scan", "Door staff", 6)
    );
    assert_eq!(training.refresh_on.map(|day| day.to_string()).as_deref(), Some("2028-11-03"));
    assert_eq!(training.note.as_deref(), Some("Two were away\nThey follow in December"));
    let other = with(|form| {
        form.course = "other".into();
        form.described = "Stewarding".into();
        form.refresh = "day".into();
        (form.again_day, form.again_month, form.again_year) = ("1".into(), "3".into(), "2027".into());
    });
    let other = other.check(today()).unwrap();
    assert_eq!(other.described.as_deref(), Some("Stewarding"));
    let once = with(|form| form.refresh = "never".into()).check(today()).unwrap();
    assert_eq!(once.refresh_on, None);
    for training in [training, other, once] {
        let again = TrainingForm::of(&training, 3);
        assert!(again.version == "3" && again.check(today()).unwrap() == training);
    }
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let blank = TrainingForm::default().check(today()).unwrap_err();
    for field in ["course", "on", "group", "people", "refresh"] {
        assert_eq!(blank.of(field), Some("missing"), "{field}");
    }
    assert_eq!(blank.of("note"), None);
    let wrong = |change: fn(&mut TrainingForm)| {
        let errors = with(change).check(today()).unwrap_err();
        errors.iter().map(|error| format!("{}: {}", error.field, error.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(|form| form.course = "exam".into()), ["course: invalid"]);
    assert_eq!(wrong(|form| form.on_year = "2027".into()), ["on: day-to-come"]);
    assert_eq!(wrong(|form| form.people = "0".into()), ["people: number-range"]);
    assert_eq!(wrong(|form| form.people = "some".into()), ["people: number-invalid"]);
    assert_eq!(wrong(|form| form.group = "x".repeat(151)), ["group: too-long"]);
    assert_eq!(wrong(|form| form.refresh = "day".into()), ["again: missing"]);
    assert_eq!(wrong(|form| form.refresh = "soon".into()), ["refresh: invalid"]);
    let early = |form: &mut TrainingForm| {
        form.refresh = "day".into();
        (form.again_day, form.again_month, form.again_year) = ("3".into(), "11".into(), "2026".into());
    };
    assert_eq!(wrong(early), ["again: too-early"]);
    let other = |form: &mut TrainingForm| form.course = "other".into();
    assert_eq!(wrong(other), ["described: missing", "refresh: no-suggestion"]);
    assert_eq!(wrong(|form| form.note = "\u{7}".into()), ["note: not-text"]);
}
