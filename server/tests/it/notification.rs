//! What the regulator will ask: the place, who has control, licences, and the pack of it all.

use crate::{
    people::{TestApp, Visitor},
    premises::registers_premises,
};

const LANDLORD: [(&str, &str); 6] = [
    ("part", "control"),
    ("name", "Harbour Estates Ltd"),
    ("relationship", "Landlord"),
    ("phone", "0121 496 0000"),
    ("number", "01234567"),
    ("once", "00000000-0000-4000-8000-00000000aaaa"),
];

async fn hall(t: &TestApp) -> (Visitor, String) {
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    (ann, hall)
}

/// The link that changes the entry with this text beside it.
fn entry(page: &str, kind: &str) -> String {
    let start = page.find(&format!("href=\"/{kind}/")).unwrap_or_else(|| panic!("no {kind} in {page}"));
    page[start + 6..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_pack_says_what_is_there_and_what_is_missing() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let page = format!("{hall}/notification");
    ann.get(&page)
        .await
        .is(200)
        .shows("Notice is given on the SIA’s own portal, not here.")
        .shows("are missing")
        .shows("1 High Street, Birmingham, B1 1BB")
        .shows("Halls and conference centres");
    let site = [("buildings", "one"), ("seats", "none"), ("everybody", "same"), ("online", "none")];
    ann.fills_in(&format!("{hall}/site"), &site).await.is(303);
    let control = [("operator", "responsible"), ("others", "no"), ("elsewhere", "no"), ("licensed", "no")];
    let next = ann.fills_in(&format!("{hall}/control"), &control).await;
    assert_eq!(next.location(), page);
    let json: serde_json::Value =
        serde_json::from_str(&ann.get(&format!("{page}.json")).await.is(200).body).unwrap();
    let state = |slug: &str| {
        let fields = json["fields"].as_array().unwrap();
        let found = fields.iter().find(|field| field["field"] == slug).unwrap();
        (found["state"].as_str().unwrap().to_owned(), found["values"].clone())
    };
    assert_eq!(json["fields"].as_array().unwrap().len(), 22);
    assert_eq!(state("greatest-number"), ("given".into(), serde_json::json!(["350"])));
    assert_eq!(state("relevant-use").1, serde_json::json!(["Halls and conference centres"]));
    assert_eq!(state("others-in-control").0, "nothing-to-give");
    assert_eq!(state("senior-individual").0, "not-asked");
    // Nobody has said yet how to reach the organisation, nor what sort it is.
    assert_eq!(state("responsible-persons").0, "missing");
    assert_eq!(json["missing"], 2);
    let csv = ann.get(&format!("{page}.csv")).await.is(200);
    assert_eq!(csv.headers["content-type"], "text/csv; charset=utf-8");
    assert_eq!(csv.headers["cache-control"], "no-store");
    csv.shows("field,source,state,asks for,value\n").shows("greatest-number,SI 2026/793 Sch p8,given,");
}

#[tokio::test]
async fn only_an_administrator_is_led_to_the_facts_of_the_organisation() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let mel = t.joins(&ann, "Mel", "member").await;
    let page = format!("{hall}/notification");
    let link = "href=\"/organisation/details\"";
    ann.get(&page).await.is(200).shows(link).hides("An administrator of your organisation can change this.");
    mel.get(&page).await.is(200).hides(link).shows("An administrator of your organisation can change this.");
}

#[tokio::test]
async fn somebody_with_a_part_is_added_once_changed_and_removed() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let new = format!("{hall}/parties/new");
    ann.post(&new, &LANDLORD).await.is(303);
    let list = ann.post(&new, &LANDLORD).await.location().to_owned();
    let body = ann.get(&list).await.is(200).body;
    assert_eq!(body.matches("Has some control: Landlord").count(), 1);
    let party = entry(&body, "parties");
    let renamed = [
        ("part", "control"),
        ("name", "Harbour Estates plc"),
        ("relationship", "Landlord"),
        ("version", "1"),
    ];
    ann.post(&party, &renamed).await.is(303);
    ann.get(&list).await.shows("Harbour Estates plc").hides("Harbour Estates Ltd");
    // Two people had it open: the second sees what the first saved, and loses nothing.
    let answer = ann.post(&party, &[("part", "nested"), ("name", "Mine"), ("version", "1")]).await;
    let merge = answer.is(409).shows("Harbour Estates plc");
    assert_eq!(merge.field("name"), "Mine");
    ann.post(&format!("{party}/remove"), &[("version", "1")]).await.is(409);
    ann.post(&format!("{party}/remove"), &[("version", "2")]).await.is(303);
    ann.get(&list).await.hides("Harbour Estates");
    ann.get(&party).await.is(404);
}

#[tokio::test]
async fn every_wrong_field_is_named_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let party = [("part", "notifier"), ("name", ""), ("phone", "call me"), ("town", "Leeds")];
    let answer = ann
        .fills_in(&format!("{hall}/parties/new"), &party)
        .await
        .shows_invalid("name", "Enter the name of the person or organisation")
        .shows_invalid("authority", "Say what authorises them")
        .shows_invalid("phone", "Enter a telephone number")
        .shows_invalid("line1", "Enter the first line of the address");
    assert_eq!(answer.field("town"), "Leeds");
    let licence = [("kind", "alcohol"), ("state", "in-force"), ("description", "12/345"), ("authority", "")];
    let answer = ann
        .fills_in(&format!("{hall}/licences/new"), &licence)
        .await
        .shows_invalid("from", "Enter the day it was issued")
        .shows_invalid("authority", "Enter who issued it");
    assert_eq!(answer.field("description"), "12/345");
    let site = [("buildings", "group"), ("everybody", "other"), ("everybody_number", "1,200")];
    let answer = ann
        .fills_in(&format!("{hall}/site"), &site)
        .await
        .shows_invalid("building_addresses", "Enter the address of each building")
        .shows_invalid("everybody_number", "Enter a whole number");
    assert_eq!(answer.field("everybody_number"), "1,200");
    ann.fills_in(&format!("{hall}/control"), &[("since_day", "40")])
        .await
        .shows_invalid("since", "Enter a date like 1 6 2019");
}

#[tokio::test]
async fn two_editors_of_the_place_get_a_merge_page() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let page = format!("{hall}/site");
    let seen = ann.get(&page).await.field("version");
    ann.post(&page, &[("seats", "some"), ("seats_where", "Pavement"), ("version", &seen)]).await.is(303);
    let merge = ann
        .post(&page, &[("online", "some"), ("online_list", "www.example.org"), ("version", &seen)])
        .await
        .is(409)
        .shows("Pavement")
        .shows("www.example.org");
    let now = merge.field("version");
    ann.post(&page, &[("online", "none"), ("version", &now)]).await.is(303);
}

#[tokio::test]
async fn somebody_elses_lists_and_pack_look_like_none() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    ann.post(&format!("{hall}/parties/new"), &LANDLORD).await.is(303);
    let party = entry(&ann.get(&format!("{hall}/control")).await.body, "parties");
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let nowhere = "/premises/00000000-0000-4000-8000-000000000000";
    let parts =
        ["site", "control", "licences", "notification", "notification.json", "notification.csv", "decisions"];
    for part in parts.into_iter().chain(["parties/new", "licences/new"]) {
        let theirs = bob.get(&format!("{hall}/{part}")).await;
        assert_eq!(theirs.status, 404, "{part}");
        assert_eq!(theirs.shape(), bob.get(&format!("{nowhere}/{part}")).await.shape(), "{part}");
    }
    let missing = bob.get("/parties/00000000-0000-4000-8000-000000000000").await;
    assert_eq!(bob.get(&party).await.shape(), missing.shape());
    bob.post(&format!("{party}/remove"), &[("version", "1")]).await.is(404);
    ann.get(&party).await.is(200).shows("Harbour Estates Ltd");
    // A party is no licence, whoever asks.
    ann.get(&party.replace("parties", "licences")).await.is(404);
}

#[tokio::test]
async fn a_changed_fact_says_what_changed_and_keeps_its_history() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let number = [
        ("number", "900"),
        ("method", "ticket-cap"),
        ("method_note", "More tickets"),
        ("counted_on_day", "1"),
        ("counted_on_month", "3"),
        ("counted_on_year", "2026"),
    ];
    ann.fills_in(&format!("{hall}/number"), &number).await.is(303);
    ann.get(&format!("{hall}/tier"))
        .await
        .is(200)
        .shows("Enhanced tier. Before: Standard tier.")
        .shows("Greatest number of people: 900 (before: 350)");
    let history = ann.get(&format!("{hall}/decisions")).await.is(200).shows("Before: 350");
    assert!(history.body.matches("What followed").count() >= 3, "{}", history.body);
}

#[tokio::test]
async fn the_pack_asks_few_questions_and_writes_nothing() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    ann.post(&format!("{hall}/parties/new"), &LANDLORD).await.is(303);
    t.statements.take();
    for (part, most) in [("notification", 9), ("control", 7), ("site", 4), ("licences", 4), ("decisions", 5)]
    {
        ann.get(&format!("{hall}/{part}")).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{part}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{part}: {asked:#?}");
    }
}

#[tokio::test]
async fn deadlines_are_not_set_yet_and_can_be_planned() {
    let t = TestApp::start().await;
    let (ann, hall) = hall(&t).await;
    let page = format!("{hall}/deadlines");
    ann.get(&page).await.is(200).shows("Not yet set.").hides("Planning preview");
    let planned =
        |day: &str, year: &str| format!("{page}?planned_day={day}&planned_month=4&planned_year={year}");
    ann.get(&planned("6", "2027"))
        .await
        .is(200)
        .shows("Planning preview: if the duties started on 6 April 2027")
        .shows("It is not the law.")
        .shows("5 July 2027")
        .shows("SI 2026/793, regulation 3(1)");
    let since =
        [("operator", "responsible"), ("since_day", "1"), ("since_month", "9"), ("since_year", "2027")];
    ann.fills_in(&format!("{hall}/control"), &since).await.is(303);
    ann.get(&planned("6", "2027"))
        .await
        .shows("You became responsible on 1 September 2027")
        .shows("28 September 2027");
    let answer = ann.get(&planned("31", "2027")).await.shows_invalid("planned", "Enter a date like 6 4 2027");
    assert_eq!(answer.field("planned_day"), "31");
    ann.get(&planned("6", "2026")).await.shows_invalid("planned", "The day must not be before 1 April 2027");
    ann.fills_in(&format!("{hall}/control"), &[("operator", "in-part-control")]).await.is(303);
    ann.get(&page).await.shows("you have nothing to tell the SIA");
}
