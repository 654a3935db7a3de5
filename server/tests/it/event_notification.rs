//! What the regulator will ask about an event: who has control, licences, the pack of it all, deadlines.

use crate::{
    festival::{dates, entry, publicity, registers_event, with},
    people::{TestApp, Visitor},
};

const LANDLORD: [(&str, &str); 6] = [
    ("part", "control"),
    ("name", "Meadow Estates Ltd"),
    ("relationship", "Landlord"),
    ("phone", "0121 496 0000"),
    ("number", "01234567"),
    ("once", "00000000-0000-4000-8000-00000000bbbb"),
];

const SENIOR: [(&str, &str); 8] = [
    ("part", "senior-individual"),
    ("name", "Ann Lee"),
    ("position", "Operations director"),
    ("designated_on_day", "1"),
    ("designated_on_month", "3"),
    ("designated_on_year", "2026"),
    ("understands", "yes"),
    ("phone", "0121 496 0001"),
];

const CONTROL: [(&str, &str); 4] =
    [("operator", "responsible"), ("others", "no"), ("elsewhere", "no"), ("licensed", "no")];

async fn festival(t: &TestApp) -> (Visitor, String) {
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = registers_event(&ann, "900").await;
    (ann, event)
}

/// The link that changes an entry.
fn link(page: &str, kind: &str) -> String {
    let start = page.find(&format!("href=\"/{kind}/")).unwrap_or_else(|| panic!("no {kind} in {page}"));
    page[start + 6..].split('"').next().unwrap().to_owned()
}

struct Pack(serde_json::Value);

impl Pack {
    async fn of(person: &Visitor, event: &str) -> Self {
        let file = person.get(&format!("{event}/notification.json")).await.is(200);
        Self(serde_json::from_str(&file.body).unwrap())
    }

    fn state(&self, slug: &str) -> (&str, Vec<&str>) {
        let fields = self.0["fields"].as_array().unwrap();
        let found = fields.iter().find(|field| field["field"] == slug).unwrap();
        let values = found["values"].as_array().unwrap();
        (found["state"].as_str().unwrap(), values.iter().map(|value| value.as_str().unwrap()).collect())
    }

    fn missing(&self) -> Vec<&str> {
        let fields = self.0["fields"].as_array().unwrap().iter();
        fields
            .filter(|field| field["state"] == "missing")
            .map(|field| field["field"].as_str().unwrap())
            .collect()
    }
}

#[tokio::test]
async fn the_pack_says_what_is_there_and_what_is_missing() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let page = format!("{event}/notification");
    ann.get(&event).await.shows(&page).shows(&format!("{event}/deadlines"));
    ann.get(&format!("{event}/scope")).await.shows(&page);
    ann.get(&page)
        .await
        .is(200)
        .shows("Notice is given on the SIA’s own portal, not here.")
        .shows("17 of 27 fields are ready; 10 are missing.")
        .shows("Asked of events")
        .shows("Starts: 3 July 2027, 12:00")
        .shows(&format!("href=\"{event}/online\""))
        .shows(&format!("href=\"{event}/control\""))
        .hides("The relevant use in Schedule 1")
        .hides("there is nothing to notify");
    let begun = Pack::of(&ann, &event).await;
    assert_eq!(
        begun.missing(),
        [
            "responsible-persons",
            "nested-persons",
            "numbers",
            "others-in-control",
            "notifier",
            "elsewhere",
            "online",
            "licences",
            "senior-individual",
            "understands-document",
        ]
    );

    let next = ann.fills_in(&format!("{event}/online"), &[("online", "none")]).await;
    assert_eq!(next.location(), page);
    assert_eq!(ann.fills_in(&format!("{event}/control"), &CONTROL).await.location(), page);
    ann.fills_in(&format!("{event}/parties/new"), &SENIOR).await.is(303);
    let details = [("name", "Bluebell Trust"), ("kind", "other-body"), ("phone", "0121 496 0002")];
    ann.fills_in("/organisation/details", &details).await.is(303);
    let pack = Pack::of(&ann, &event).await;
    assert_eq!(pack.missing(), [""; 0]);
    assert_eq!(pack.0["missing"], 0);
    for (slug, state, values) in [
        ("responsible-persons", "given", vec!["Bluebell Trust; 0121 496 0002"]),
        (
            "senior-individual",
            "given",
            vec!["Ann Lee; Operations director; designated on 1 March 2026; 0121 496 0001"],
        ),
        ("others-in-control", "nothing-to-give", vec![]),
        (
            "address",
            "given",
            vec!["Meadow Sounds", "Long Meadow, Birmingham, B1 1BB", "Part of the site: The lower field"],
        ),
        ("greatest-number", "given", vec!["900"]),
        ("online", "nothing-to-give", vec![]),
        ("meets-event-conditions", "given", vec!["Yes"]),
        ("date-and-time", "given", vec!["Starts: 3 July 2027, 12:00", "Ends: 4 July 2027, 01:00"]),
        ("first-admission", "given", vec!["3 July 2027, 11:00"]),
        ("description", "given", vec!["Music on a field"]),
        ("larger-event", "nothing-to-give", vec![]),
        ("host-premises", "not-known", vec![]),
        ("held-before", "given", vec!["No"]),
        ("last-time", "not-asked", vec![]),
        ("repeats", "given", vec!["Yes"]),
        ("first-publicised", "given", vec!["1 February 2027"]),
        ("publicity-format", "given", vec!["Web address: https://meadow.example"]),
        ("declare-aware", "declared", vec![]),
    ] {
        assert_eq!(pack.state(slug), (state, values), "{slug}");
    }
    ann.get(&page).await.shows("Everything that the SIA will ask is here.");
    let csv = ann.get(&format!("{page}.csv")).await.is(200);
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(csv.headers["cache-control"], "no-store");
    csv.shows("field,source,state,asks for,value\n").shows("repeats,SI 2026/793 Sch Pt 4,given,");
}

#[tokio::test]
async fn what_is_half_known_is_missing_with_a_link_to_its_form() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let before =
        with(dates(), &[("held_before", "yes"), ("last_place", "The old field"), ("repeats", "not-sure")]);
    ann.fills_in(&format!("{event}/dates"), &before).await.is(303);
    let open = with(publicity(), &[("format", "not-known")]);
    ann.fills_in(&format!("{event}/publicity"), &open).await.is(303);
    ann.fills_in(&format!("{event}/larger"), &[("larger", "not-sure")]).await.is(303);
    let pack = Pack::of(&ann, &event).await;
    for (slug, values) in [
        ("last-time", vec!["Place: The old field"]),
        ("repeats", vec![]),
        ("publicity-format", vec![]),
        ("larger-event", vec![]),
    ] {
        assert_eq!(pack.state(slug), ("missing", values), "{slug}");
    }
    assert_eq!(pack.state("first-publicised").0, "given");
    let page = ann.get(&format!("{event}/notification")).await;
    for form in ["dates", "publicity", "larger", "host", "number", "about", "scope"] {
        assert!(page.body.contains(&format!("href=\"{event}/{form}\"")), "{form}");
    }
}

#[tokio::test]
async fn an_event_that_does_not_qualify_has_nothing_to_notify_and_parts_are_notified_each() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    ann.fills_in(&format!("{event}/entry"), &with(entry(), &[("covers", "parts")])).await.is(303);
    let parts =
        |people: &'static str| [("part_name", "Arena"), ("part_checked", "yes"), ("part_number", people)];
    ann.fills_in(&format!("{event}/parts"), &parts("850")).await.is(303);
    let page = format!("{event}/notification");
    ann.get(&page).await.shows("the SIA must be notified of each").shows("Arena; 850");
    ann.fills_in(&format!("{event}/parts"), &parts("799")).await.is(303);
    ann.get(&page).await.shows("it is not a qualifying event, so there is nothing to notify");
    ann.get(&format!("{event}/deadlines")).await.shows("so there is nothing to notify").hides("Not yet set");
}

#[tokio::test]
async fn somebody_with_a_part_and_licences_are_added_once_changed_and_removed() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let new = format!("{event}/parties/new");
    ann.post(&new, &LANDLORD).await.is(303);
    let list = ann.post(&new, &LANDLORD).await.location().to_owned();
    assert_eq!(list, format!("{event}/control"));
    let body = ann.get(&list).await.is(200).shows("Others with a part in the event").body;
    assert_eq!(body.matches("Has some control: Landlord").count(), 1);
    let party = link(&body, "parties");
    let renamed =
        [("part", "control"), ("name", "Meadow Estates plc"), ("relationship", "Landlord"), ("version", "1")];
    assert_eq!(ann.post(&party, &renamed).await.location(), list);
    let late = ann.post(&party, &[("part", "nested"), ("name", "Mine"), ("version", "1")]).await;
    assert_eq!(late.is(409).shows("Meadow Estates plc").field("name"), "Mine");
    let given = Pack::of(&ann, &event).await;
    assert_eq!(given.state("others-in-control"), ("given", vec!["Meadow Estates plc; Landlord"]));
    assert_eq!(ann.post(&format!("{party}/remove"), &[("version", "2")]).await.location(), list);
    ann.get(&party).await.is(404);

    let notice = [
        ("kind", "alcohol"),
        ("state", "notice-given"),
        ("description", "Temporary event notice 7"),
        ("authority", "Birmingham City Council"),
    ];
    let list = ann.fills_in(&format!("{event}/licences/new"), &notice).await.location().to_owned();
    assert_eq!(list, format!("{event}/licences"));
    let licence =
        link(&ann.get(&list).await.shows("Temporary event notice 7, notice given").body, "licences");
    let back = ann.get(&licence).await.is(200);
    assert!(back.body.contains(&format!("href=\"{list}\"")), "leads back to the list");
    assert_eq!(Pack::of(&ann, &event).await.state("licences").0, "given");
    assert_eq!(ann.post(&format!("{licence}/remove"), &[("version", "1")]).await.location(), list);
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let online = format!("{event}/online");
    ann.fills_in(&online, &[("online", "")])
        .await
        .shows_invalid("online", "Say whether the event is advertised");
    ann.fills_in(&online, &[("online", "some"), ("online_list", " ")])
        .await
        .shows_invalid("online_list", "Enter each website or account");
    let long = "x".repeat(301);
    ann.fills_in(&online, &[("online", "some"), ("online_list", &long)])
        .await
        .shows_invalid("online_list", "Each line must be 300 characters or fewer")
        .shows(&long);
    let until = [("until_day", "40"), ("until_month", "4")];
    let answer = ann
        .fills_in(&format!("{event}/control"), &until)
        .await
        .shows_invalid("until", "Enter a date like 1 6 2019")
        .hides("Since when is it responsible?");
    assert_eq!(answer.field("until_day"), "40");
    ann.post(&format!("{event}/control"), &[("others", "no")]).await.is(400);
    let party = [("part", "notifier"), ("name", ""), ("town", "Leeds")];
    let answer = ann
        .fills_in(&format!("{event}/parties/new"), &party)
        .await
        .shows_invalid("name", "Enter the name of the person or organisation")
        .shows_invalid("authority", "Say what authorises them");
    assert_eq!(answer.field("town"), "Leeds");
    ann.fills_in(&format!("{event}/licences/new"), &[("kind", "alcohol")])
        .await
        .shows_invalid("state", "Choose what stage it is at");
}

#[tokio::test]
async fn two_editors_get_a_merge_page_and_lose_nothing() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    for (part, theirs, mine, shown) in [
        (
            "online",
            vec![("online", "some"), ("online_list", "www.theirs.example")],
            vec![("online", "some"), ("online_list", "www.mine.example")],
            "www.theirs.example",
        ),
        (
            "control",
            vec![("operator", "acting")],
            vec![("operator", "responsible")],
            "such as a managing agent",
        ),
    ] {
        let page = format!("{event}/{part}");
        let seen = ann.get(&page).await.field("version");
        ann.post(&page, &[theirs, vec![("version", &seen)]].concat()).await.is(303);
        let late = ann.post(&page, &[mine.clone(), vec![("version", &seen)]].concat()).await;
        let merge = late.is(409).shows("Somebody else changed this").shows(shown);
        let now = merge.field("version");
        assert_ne!(now, seen, "{part}");
        ann.post(&page, &[mine, vec![("version", &now)]].concat()).await.is(303);
    }
    ann.get(&format!("{event}/online")).await.shows("www.mine.example").hides("www.theirs.example");
}

#[tokio::test]
async fn somebody_elses_lists_and_pack_look_like_none() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    ann.post(&format!("{event}/parties/new"), &LANDLORD).await.is(303);
    let party = link(&ann.get(&format!("{event}/control")).await.body, "parties");
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let nowhere = "/events/00000000-0000-4000-8000-000000000000";
    for part in [
        "control",
        "online",
        "parties/new",
        "licences",
        "licences/new",
        "notification",
        "notification.json",
        "notification.csv",
        "deadlines",
    ] {
        let theirs = bob.get(&format!("{event}/{part}")).await;
        assert_eq!(theirs.status, 404, "{part}");
        assert_eq!(theirs.shape(), bob.get(&format!("{nowhere}/{part}")).await.shape(), "{part}");
    }
    bob.post(&format!("{event}/parties/new"), &LANDLORD).await.is(404);
    bob.post(&format!("{event}/control"), &[("operator", "acting"), ("version", "7")]).await.is(404);
    bob.post(&format!("{event}/online"), &[("online", "none"), ("version", "7")]).await.is(404);
    let missing = bob.get("/parties/00000000-0000-4000-8000-000000000000").await;
    assert_eq!(bob.get(&party).await.shape(), missing.shape());
    bob.post(&format!("{party}/remove"), &[("version", "1")]).await.is(404);
    ann.get(&party).await.is(200).shows("Meadow Estates Ltd");
    // An event is no premises, whoever asks.
    let premises = event.replace("/events/", "/premises/");
    ann.get(&format!("{premises}/notification")).await.is(404);
    ann.post(&format!("{premises}/parties/new"), &LANDLORD).await.is(404);
}

#[tokio::test]
async fn deadlines_are_not_set_yet_and_can_be_planned() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let page = format!("{event}/deadlines");
    ann.get(&page)
        .await
        .is(200)
        .shows("Not yet set.")
        .shows("within 14 days beginning with the day it is first publicised")
        .hides("No clear date")
        .hides("Planning preview");
    let planned =
        |day: &str, month: &str| format!("{page}?planned_day={day}&planned_month={month}&planned_year=2027");
    ann.get(&planned("6", "4"))
        .await
        .is(200)
        .shows("Planning preview: if the duties started on 6 April 2027")
        .shows("It is not the law.")
        .shows("Its date is first made public on 1 February 2027")
        .shows("14 days beginning with 6 April 2027 end on 19 April 2027")
        .shows("SI 2026/793, regulation 3(2)");
    ann.get(&planned("5", "7")).await.shows("The event is over before that day");
    let later = with(publicity(), &[("first_on_day", "1"), ("first_on_month", "5")]);
    ann.fills_in(&format!("{event}/publicity"), &later).await.is(303);
    ann.get(&planned("6", "4")).await.shows("14 May 2027");
    let stopped = [CONTROL.to_vec(), vec![("until_day", "20"), ("until_month", "5"), ("until_year", "2027")]];
    ann.fills_in(&format!("{event}/control"), &stopped.concat()).await.is(303);
    ann.get(&planned("6", "4"))
        .await
        .shows("You ceased to be responsible on 20 May 2027")
        .shows("14 days beginning with 20 May 2027 end on 2 June 2027");
    ann.get(&planned("31", "4")).await.shows_invalid("planned", "Enter a date like 6 4 2027");
    ann.get(&format!("{page}?planned_day=6&planned_month=4&planned_year=2026"))
        .await
        .shows_invalid("planned", "The day must not be before 1 April 2027");
}

#[tokio::test]
async fn the_gaps_of_the_regulations_have_no_clear_date() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    let page = format!("{event}/deadlines");
    let gap = "Notify at once, or take advice.";
    ann.fills_in(&format!("{event}/publicity"), &[("publicised", "not")]).await.is(303);
    ann.get(&page).await.shows("Its date is not made public").shows(gap);
    let taken_over = with(
        publicity(),
        &[
            ("first_on_year", "2026"),
            ("taken_over", "yes"),
            ("taken_over_on_day", "3"),
            ("taken_over_on_month", "3"),
            ("taken_over_on_year", "2026"),
        ],
    );
    ann.fills_in(&format!("{event}/publicity"), &taken_over).await.is(303);
    ann.get(&page).await.shows("You took it over on 3 March 2026").shows(gap);
    ann.get(&format!("{page}?planned_day=6&planned_month=4&planned_year=2027"))
        .await
        .shows("No clear date: notify at once, or take advice");
    ann.fills_in(&format!("{event}/publicity"), &publicity()).await.is(303);
    let before = [CONTROL.to_vec(), vec![("until_day", "31"), ("until_month", "3"), ("until_year", "2027")]];
    ann.fills_in(&format!("{event}/control"), &before.concat()).await.is(303);
    ann.get(&page).await.shows("the duties had not started on the day of stopping").shows(gap);
    ann.fills_in(&format!("{event}/control"), &[("operator", "in-part-control")]).await.is(303);
    let nothing = "your organisation is not responsible for the event";
    ann.get(&page).await.shows(nothing);
    ann.get(&event).await.shows(nothing);
}

#[tokio::test]
async fn the_pack_asks_few_questions_and_writes_nothing() {
    let t = TestApp::start().await;
    let (ann, event) = festival(&t).await;
    ann.post(&format!("{event}/parties/new"), &LANDLORD).await.is(303);
    t.statements.take();
    for (part, most) in
        [("notification", 9), ("control", 7), ("online", 4), ("licences", 4), ("deadlines", 5)]
    {
        ann.get(&format!("{event}/{part}")).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{part}: {} {asked:#?}", asked.len());
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{part}: {asked:#?}");
    }
}
