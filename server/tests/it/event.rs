//! Registering events and being told whether they qualify.

use crate::{
    festival::{Fields, dates, entry, host, meadow, number, publicity, registers_event, with},
    people::{TestApp, Visitor},
    premises::registers_premises,
};

/// Registers an event at own premises, up to its dates; answers its address.
async fn registers_at(person: &Visitor, premises: &str) -> String {
    let id = premises.rsplit('/').next().unwrap().to_owned();
    let mut fields = with(meadow(), &[("held_at", "premises")]);
    fields.retain(|(field, _)| *field != "premises");
    fields.push(("premises", &id));
    let next = person.fills_in("/events/register", &fields).await.location().to_owned();
    next.strip_suffix("/dates").unwrap().to_owned()
}

#[tokio::test]
async fn an_operator_registers_an_event_and_is_told_that_it_qualifies() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    ann.get("/events").await.is(200).shows("You have not registered any events yet");
    let event = registers_event(&ann, "900").await;
    ann.get(&format!("{event}/scope"))
        .await
        .is(200)
        .shows("This seems to be a qualifying event")
        .shows("900 people expected at the same time: 800 or more.")
        .shows("section 3(1)(d)")
        .shows("Whoever will have control of the premises for the event (section 4(1))")
        .shows("Have public protection measures")
        .shows("Name a senior individual")
        .shows("Events have no tier at 200 people")
        .shows("Free tickets count")
        .shows("Fewer than 800 people at all times");
    ann.get("/events").await.is(200).shows("Meadow Sounds").shows("Qualifying event").shows("3 July 2027");
    ann.get(&event)
        .await
        .is(200)
        .shows("Long Meadow, Birmingham, B1 1BB")
        .shows("The lower field")
        .shows("Birmingham City Council")
        .shows("4 July 2027, 01:00")
        .shows("https://meadow.example")
        .shows("Not yet set")
        .shows("1 February 2027")
        .shows("SI 2026/793, regulation 3(2)");
}

#[tokio::test]
async fn fewer_than_800_people_or_no_checks_make_no_event() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "799").await;
    ann.get(&format!("{event}/scope"))
        .await
        .shows("This does not seem to be a qualifying event")
        .shows("close to 800")
        .shows("800 people or more at one time");
    ann.get(&event).await.shows("there is nothing to notify");
    let free = with(entry(), &[("checks", "bag-search")]);
    ann.fills_in(&format!("{event}/entry"), &free).await.is(303);
    ann.fills_in(&format!("{event}/number"), &number("5000")).await.is(303);
    ann.get(&format!("{event}/scope"))
        .await
        .shows("This does not seem to be a qualifying event")
        .shows("Nobody checks payment, tickets, passes or membership");
}

#[tokio::test]
async fn each_checked_part_of_a_site_is_judged_by_itself() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "3000").await;
    let by_parts = with(entry(), &[("covers", "parts")]);
    let parts = ann.fills_in(&format!("{event}/entry"), &by_parts).await.location().to_owned();
    assert_eq!(parts, format!("{event}/parts"), "parts are asked for");
    ann.get(&format!("{event}/scope")).await.shows("Which parts of the site there are");
    let rows = |arena: &'static str| {
        vec![
            ("part_name", "Arena"),
            ("part_checked", "yes"),
            ("part_number", arena),
            ("part_name", "Fair"),
            ("part_checked", "no"),
            ("part_number", "2,000"),
            ("part_name", ""),
            ("part_checked", ""),
            ("part_number", ""),
        ]
    };
    ann.fills_in(&parts, &rows("many")).await.shows_invalid("part_number-0", "Enter the number of part 1");
    ann.fills_in(&parts, &rows("799")).await.is(303);
    ann.get(&format!("{event}/scope"))
        .await
        .shows("This does not seem to be a qualifying event")
        .shows("Arena: not a qualifying event")
        .shows("Fair: not a qualifying event");
    ann.fills_in(&parts, &rows("800")).await.is(303);
    ann.get(&format!("{event}/scope"))
        .await
        .shows("This seems to be a qualifying event")
        .shows("Arena: qualifying event")
        .shows("Fair: not a qualifying event");
    ann.get(&event).await.shows("Arena (checked, 800 people); Fair (not checked, 2,000 people)");
}

#[tokio::test]
async fn own_premises_tell_what_they_are() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let church = registers_premises(&ann, "Old Chapel", "9", "350").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "900").await;
    let concert = registers_at(&ann, &church).await;
    let page = ann.get(&format!("{concert}/host")).await.is(200);
    let page = page.shows("The event is at your own premises").shows("Places of worship");
    page.hides("Is the place enhanced duty premises").hides("What is the place mainly used for?");
    ann.get(&format!("{concert}/scope"))
        .await
        .shows("This does not seem to be a qualifying event")
        .shows("Schedule 2, paragraph 6");
    let gala = registers_at(&ann, &hall).await;
    ann.get(&format!("{gala}/scope"))
        .await
        .shows("The event is at enhanced duty premises, whose own duties cover it.");
    ann.get(&hall).await.shows("Events here").shows("Meadow Sounds").shows(&gala);
    ann.get(&church).await.shows(&concert).hides(&gala);
}

#[tokio::test]
async fn a_standard_venue_with_a_recurring_large_event_is_warned() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "400").await;
    let event = registers_at(&ann, &hall).await;
    for (step, fields) in [
        ("dates", dates()),
        ("publicity", publicity()),
        ("host", vec![("sia_number", "")]),
        ("entry", entry()),
        ("number", number("900")),
    ] {
        ann.fills_in(&format!("{event}/{step}"), &fields).await.is(303);
    }
    let warning = "likely to be in the enhanced tier. That is our reading";
    for page in [event.clone(), format!("{event}/scope")] {
        ann.get(&page).await.is(200).shows(warning).shows(&format!("{hall}/number"));
    }
    ann.fills_in(&format!("{event}/dates"), &with(dates(), &[("repeats", "no")])).await.is(303);
    ann.get(&event).await.hides(warning);
}

#[tokio::test]
async fn notice_has_no_clear_date_or_none_at_all() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    let publicity_page = format!("{event}/publicity");
    ann.fills_in(&publicity_page, &[("publicised", "not")]).await.is(303);
    ann.get(&event)
        .await
        .shows("Its date is not made public")
        .shows("The regulations do not say how to count");
    let early: Fields =
        ["starts_on_year", "ends_on_year", "admission_on_year"].map(|field| (field, "2026")).to_vec();
    ann.fills_in(&format!("{event}/dates"), &with(dates(), &early)).await.is(303);
    ann.get(&event)
        .await
        .shows("over before the main duties start, which is on 1 April 2027 at the earliest");
}

#[tokio::test]
async fn every_wrong_answer_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let wrong = with(meadow(), &[("name", ""), ("postcode", "ZZ99 9ZZ")]);
    let answer = ann
        .fills_in("/events/register", &wrong)
        .await
        .shows_invalid("name", "Enter the name of the event")
        .shows_invalid("postcode", "There is no such postcode in Great Britain");
    assert_eq!(answer.field("line1"), "Long Meadow");
    let elsewhere =
        with(meadow(), &[("held_at", "premises"), ("premises", "00000000-0000-4000-8000-000000000000")]);
    ann.fills_in("/events/register", &elsewhere)
        .await
        .shows_invalid("premises", "Choose one of your premises");
    let event = registers_event(&ann, "900").await;
    for (step, fields, field, sentence) in [
        ("dates", with(dates(), &[("ends_at", "noonish")]), "ends_at", "Enter the time that the event ends"),
        ("dates", with(dates(), &[("ends_on_day", "2")]), "ends_on", "The event must end after it starts"),
        ("publicity", with(publicity(), &[("web", "")]), "web", "Enter the web address"),
        ("host", with(host(), &[("standing", "enhanced")]), "standing", "You said that it is not enhanced"),
        ("entry", with(entry(), &[("covers", "")]), "covers", "Say how much of the site"),
        (
            "parts",
            vec![("part_name", ""), ("part_checked", ""), ("part_number", "")],
            "part_name-0",
            "Name at least one",
        ),
        ("number", number("-3"), "number", "Enter a whole number"),
        ("larger", vec![("larger", "yes")], "larger_name", "Enter the name of the larger event"),
    ] {
        ann.fills_in(&format!("{event}/{step}"), &fields).await.shows_invalid(field, sentence);
    }
}

#[tokio::test]
async fn a_double_click_registers_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let once = ann.get("/events/register").await.field("once");
    let mut fields = meadow();
    fields.push(("once", &once));
    let first = ann.post("/events/register", &fields).await.location().to_owned();
    let second = ann.post("/events/register", &fields).await.location().to_owned();
    assert_eq!(first, second);
    assert_eq!(ann.get("/events").await.body.matches("Meadow Sounds").count(), 1);
}

#[tokio::test]
async fn somebody_elses_events_look_like_none_and_nobody_hosts_at_their_premises() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let event = registers_event(&ann, "900").await;
    let nowhere = "/events/00000000-0000-4000-8000-000000000000";
    let parts =
        ["", "/about", "/dates", "/publicity", "/host", "/entry", "/parts", "/number", "/larger", "/scope"];
    for part in parts {
        let theirs = bob.get(&format!("{event}{part}")).await;
        let missing = bob.get(&format!("{nowhere}{part}")).await;
        assert_eq!(theirs.status, 404, "{part}");
        assert_eq!(theirs.shape(), missing.shape(), "{part}");
        theirs.hides("Meadow");
    }
    let all = |fields: Fields| [fields, vec![("version", "7")]].concat();
    for (part, fields) in [
        ("about", with(meadow(), &[("name", "Mine now")])),
        ("dates", dates()),
        ("publicity", publicity()),
        ("host", host()),
        ("entry", entry()),
        ("parts", vec![("part_name", "Mine now"), ("part_checked", "yes"), ("part_number", "1")]),
        ("number", number("10")),
        ("larger", vec![("larger", "no")]),
    ] {
        bob.post(&format!("{event}/{part}"), &all(fields)).await.is(404);
    }
    ann.get(&event).await.shows("Meadow Sounds").hides("Mine now");
    bob.get("/events").await.hides("Meadow Sounds");

    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let id = hall.rsplit('/').next().unwrap();
    let mut fields = with(meadow(), &[("held_at", "premises")]);
    fields.retain(|(field, _)| *field != "premises");
    fields.push(("premises", id));
    bob.fills_in("/events/register", &fields)
        .await
        .shows_invalid("premises", "Choose one of your premises")
        .hides("Old Hall");
}

#[tokio::test]
async fn two_editors_get_a_merge_page_on_every_form_and_lose_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    for (step, theirs, mine, shown) in [
        ("about", with(meadow(), &[("name", "Meadow Noise")]), meadow(), "Meadow Noise"),
        ("dates", with(dates(), &[("starts_at", "10:15")]), dates(), "10:15"),
        (
            "publicity",
            with(publicity(), &[("web", "https://other.example")]),
            publicity(),
            "https://other.example",
        ),
        ("host", with(host(), &[("main_use", "7")]), host(), "Visitor attractions"),
        ("entry", with(entry(), &[("checks", "passes")]), entry(), "Passes of members of the public"),
        (
            "parts",
            vec![("part_name", "Big top"), ("part_checked", "yes"), ("part_number", "900")],
            vec![("part_name", "Barn"), ("part_checked", "yes"), ("part_number", "900")],
            "Big top (checked, 900 people)",
        ),
        ("number", number("1234"), number("900"), "1,234"),
        (
            "larger",
            vec![("larger", "yes"), ("larger_name", "Summer"), ("notified", "no")],
            vec![("larger", "no")],
            "Summer (not notified",
        ),
    ] {
        let page = format!("{event}/{step}");
        let seen = ann.get(&page).await.field("version");
        ann.post(&page, &[theirs, vec![("version", &seen)]].concat()).await.is(303);
        let late = ann.post(&page, &[mine.clone(), vec![("version", &seen)]].concat()).await;
        let merge = late.is(409).shows("Somebody else changed this").shows(shown);
        let now = merge.field("version");
        assert_ne!(now, seen, "{step}");
        ann.post(&page, &[mine, vec![("version", &now)]].concat()).await.is(303);
    }
}

#[tokio::test]
async fn pages_ask_few_questions_and_write_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let event = registers_at(&ann, &hall).await;
    let other = registers_at(&ann, &hall).await;
    t.statements.take();
    for (path, most) in [
        ("/events".to_owned(), 3),
        ("/events/register".to_owned(), 2),
        (event.clone(), 6),
        (format!("{event}/about"), 6),
        (format!("{other}/number"), 5),
        (format!("{event}/scope"), 5),
        (hall, 7),
    ] {
        ann.get(&path).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{path}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{path}: {asked:#?}");
    }
}

#[tokio::test]
async fn the_list_goes_on_by_key() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    for number in 0..51 {
        let name: &'static str = if number == 0 { "Oldest Fair" } else { "Newer Fair" };
        ann.fills_in("/events/register", &with(meadow(), &[("name", name)])).await.is(303);
    }
    let first = ann.get("/events").await.is(200).hides("Oldest Fair").hides("First page");
    let next = first.body.split("href=\"/events?after=").nth(1).unwrap().split('"').next().unwrap();
    ann.get(&format!("/events?after={next}"))
        .await
        .is(200)
        .shows("Oldest Fair")
        .hides("Newer Fair")
        .shows("First page");
    ann.get("/events?after=nonsense").await.is(200).hides("Oldest Fair");
    // Nobody else's place in the list leads to anything.
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    bob.get(&format!("/events?after={next}")).await.is(200).hides("Fair");
}
