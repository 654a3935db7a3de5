use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn held(course: &str, group: &str, on: &str, refresh_on: Option<&str>) -> Training {
    Training {
        course: course.into(),
        described: None,
        on: day(on),
        group: group.into(),
        people: 6,
        refresh_on: refresh_on.map(day),
        note: None,
    }
}

#[test]
fn a_refresher_is_due_on_its_day_and_soon_sixty_days_before() {
    let today = day("2026-11-26");
    let cases = [
        (Some("2026-11-25"), Refresh::Overdue),
        (Some("2026-11-26"), Refresh::DueSoon),
        (Some("2027-01-25"), Refresh::DueSoon),
        (Some("2027-01-26"), Refresh::Later),
        (None, Refresh::Never),
    ];
    for (refresh_on, expected) in cases {
        let one = held("scan", "Door staff", "2025-01-01", refresh_on);
        assert_eq!(Latest::of([&one]).refresh(&one, today), expected, "{refresh_on:?}");
    }
}

#[test]
fn a_refresher_of_the_same_group_takes_the_place_of_the_one_before() {
    let today = day("2026-11-26");
    let before = held("scan", "Door  staff", "2024-01-01", Some("2026-01-01"));
    let again = held("scan", "door staff ", "2026-01-05", Some("2028-01-05"));
    let bar = held("scan", "Bar staff", "2024-01-01", Some("2026-01-01"));
    let other = held("first-aid", "Door staff", "2024-01-01", Some("2026-01-01"));
    let latest = Latest::of([&before, &again, &bar, &other]);
    let stands = [&before, &again, &bar, &other].map(|one| latest.refresh(one, today));
    assert_eq!(stands, [Refresh::HeldAgain, Refresh::Later, Refresh::Overdue, Refresh::Overdue]);
}

#[test]
fn a_day_is_suggested_where_the_list_has_one() {
    let held = day("2024-02-29");
    assert_eq!(course("scan").unwrap().suggested(held), Some(day("2026-02-28")));
    assert_eq!(course("other").unwrap().suggested(held), None);
    assert_eq!(course("exam"), None);
}

#[test]
fn no_course_is_called_law_and_each_says_where_it_comes_from() {
    for one in courses() {
        assert_eq!(one.label, Label::GoodPractice, "{}", one.id);
        assert_eq!(one.citations().len(), one.sources.len());
    }
    let briefing = course("own-briefing").unwrap().citations();
    assert_eq!((briefing[0].source.as_str(), briefing[0].paragraph.as_deref()), ("guidance", Some("7.51")));
    // Records hold these ids for good.
    for id in ["act-awareness", "act-security", "scan", "own-briefing", "first-aid", "other"] {
        assert!(course(id).is_some(), "{id}");
    }
}
