//! Registering premises and being told the tier.

use crate::people::{TestApp, Visitor};

const HALL: [(&str, &str); 6] = [
    ("name", "Old Hall"),
    ("line1", "1 High Street"),
    ("line2", ""),
    ("town", "Birmingham"),
    ("postcode", "B1 1BB"),
    ("district", ""),
];

/// Registers premises and says all about them; answers their address.
pub async fn registers_premises(person: &Visitor, name: &str, paragraph: &str, number: &str) -> String {
    let fields: Vec<_> = HALL.iter().map(|(f, v)| (*f, if *f == "name" { name } else { *v })).collect();
    let uses = person.fills_in("/premises/register", &fields).await.location().to_owned();
    let public = format!("{paragraph}-yes");
    let exclusions = person
        .fills_in(
            &uses,
            &[
                ("place", "yes"),
                ("uses", paragraph),
                ("for_public", &public),
                ("mainly", "yes"),
                ("principal", paragraph),
            ],
        )
        .await;
    let number_page =
        person.fills_in(exclusions.location(), &[("exclusion", "none"), ("part_of", "nothing")]).await;
    let tier = person
        .fills_in(
            number_page.location(),
            &[
                ("number", number),
                ("method", "ticket-cap"),
                ("method_note", "Tickets sold"),
                ("counted_on_day", "1"),
                ("counted_on_month", "2"),
                ("counted_on_year", "2026"),
            ],
        )
        .await;
    tier.location().trim_end_matches("/tier").to_owned()
}

#[tokio::test]
async fn an_operator_registers_premises_and_is_told_the_tier() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    ann.get(&format!("{hall}/tier"))
        .await
        .is(200)
        .shows("These premises seem to be in the standard tier")
        .shows("350 people expected at the same time: 200 or more.")
        .shows("section 2(2)(c)")
        .shows("What would change at 800 people");
    ann.get("/premises").await.is(200).shows("Old Hall").shows("Standard tier").shows("Bluebell Trust");
    ann.get(&hall)
        .await
        .is(200)
        .shows("1 High Street, Birmingham, B1 1BB")
        .shows("Birmingham City Council")
        .shows("West Midlands");
}

#[tokio::test]
async fn every_wrong_answer_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let mut fields = HALL.to_vec();
    fields[0] = ("name", "");
    fields[4] = ("postcode", "ZZ99 9ZZ");
    let answer = ann
        .fills_in("/premises/register", &fields)
        .await
        .shows_invalid("name", "Enter the name of the premises")
        .shows_invalid("postcode", "We do not know this postcode");
    assert_eq!(answer.field("line1"), "1 High Street");
    assert_eq!(answer.field("postcode"), "ZZ99 9ZZ");
    fields[0] = ("name", "Giant's Ring Pavilion");
    fields[4] = ("postcode", "BT8 8LE");
    ann.fills_in("/premises/register", &fields).await.shows_invalid("district", "Choose the council");
    fields[5] = ("district", "N09000003");
    ann.fills_in("/premises/register", &fields).await.is(303);
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let long = "x".repeat(501);
    let counted = [
        ("number", "350"),
        ("method", "ticket-cap"),
        ("method_note", long.as_str()),
        ("counted_on_day", "1"),
        ("counted_on_month", "2"),
        ("counted_on_year", "2026"),
    ];
    let answer = ann
        .fills_in(&format!("{hall}/number"), &counted)
        .await
        .shows_invalid("method_note", "The explanation must be 500 characters or fewer");
    assert!(answer.body.contains(&long));
}

#[tokio::test]
async fn a_double_click_registers_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let once = ann.get("/premises/register").await.field("once");
    let mut fields = HALL.to_vec();
    fields.push(("once", &once));
    let first = ann.post("/premises/register", &fields).await.location().to_owned();
    let second = ann.post("/premises/register", &fields).await.location().to_owned();
    assert_eq!(first, second);
    assert_eq!(ann.get("/premises").await.body.matches("Old Hall").count(), 1);
}

#[tokio::test]
async fn somebody_elses_premises_look_like_none() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let nowhere = "/premises/00000000-0000-4000-8000-000000000000";
    for part in ["", "/address", "/use", "/exclusions", "/number", "/tier"] {
        let theirs = bob.get(&format!("{hall}{part}")).await;
        let missing = bob.get(&format!("{nowhere}{part}")).await;
        assert_eq!(theirs.status, 404, "{part}");
        assert_eq!(theirs.shape(), missing.shape(), "{part}");
        theirs.hides("Old Hall");
    }
    for part in ["address", "use", "exclusions", "number"] {
        let fields = [("version", "4"), ("name", "Mine now")];
        let theirs = bob.post(&format!("{hall}/{part}"), &fields).await;
        assert!([400, 404].contains(&theirs.status.as_u16()), "{part}");
    }
    ann.get(&hall).await.shows("Old Hall").hides("Mine now");
}

#[tokio::test]
async fn two_editors_get_a_merge_page_and_lose_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let page = format!("{hall}/address");
    let seen = ann.get(&page).await.field("version");
    let named = |name: &'static str| {
        let mut fields = HALL.to_vec();
        fields[0] = ("name", name);
        fields
    };
    let mut first = named("Older Hall");
    first.push(("version", &seen));
    let mut second = named("Oldest Hall");
    second.push(("version", &seen));
    ann.post(&page, &first).await.is(303);
    let merge =
        ann.post(&page, &second).await.is(409).shows("Somebody else changed this").shows("Older Hall");
    assert_eq!(merge.field("name"), "Oldest Hall");
    ann.get(&hall).await.shows("Older Hall").hides("Oldest Hall");
    let now = merge.field("version");
    let mut again = named("Oldest Hall");
    again.push(("version", &now));
    ann.post(&page, &again).await.is(303);
    ann.get(&hall).await.shows("Oldest Hall");
}

#[tokio::test]
async fn a_merge_page_shows_every_field_that_the_form_has() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let page = format!("{hall}/use");
    let seen = ann.get(&page).await.field("version");
    let uses = |mainly| {
        [("place", "yes"), ("uses", "6"), ("for_public", "6-yes"), ("mainly", mainly), ("principal", "6")]
    };
    let stale = |fields: &[(&'static str, &'static str)], seen: &str| {
        let mut all: Vec<(&'static str, String)> =
            fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        all.push(("version", seen.to_owned()));
        all
    };
    ann.fills_in(&page, &uses("no")).await.is(303);
    let late = stale(&uses("yes"), &seen);
    let late: Vec<_> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let merge = ann.post(&page, &late).await.is(409).shows("A building").shows("Principal use");
    merge.shows("Wholly or mainly used for these").shows("for visiting public");

    let page = format!("{hall}/number");
    let seen = ann.get(&page).await.field("version");
    let counted = [
        ("number", "360"),
        ("method", "seating-plan"),
        ("method_note", "The plan of 2025"),
        ("counted_on_day", "1"),
        ("counted_on_month", "2"),
        ("counted_on_year", "2026"),
    ];
    ann.fills_in(&page, &counted).await.is(303);
    let late = stale(&counted, &seen);
    let late: Vec<_> = late.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let merge = ann.post(&page, &late).await.is(409).shows("Worked out on 1 February 2026.");
    merge.shows("The plan of 2025").shows("Look at it again");
}

#[tokio::test]
async fn pages_ask_few_questions_and_write_nothing() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    t.statements.take();
    for (path, most) in [
        ("/premises".to_owned(), 4),
        (hall.clone(), 7),
        (format!("{hall}/number"), 4),
        (format!("{hall}/tier"), 6),
    ] {
        ann.get(&path).await.is(200);
        let asked = t.statements.take();
        assert!(asked.len() <= most, "{path}: {asked:#?}");
        assert!(asked.iter().all(|sql| sql.starts_with("SELECT")), "{path}: {asked:#?}");
    }
}

#[tokio::test]
async fn every_page_says_which_premises_it_is_about() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let named = "<span class=\"govuk-caption-l\">Old Hall<";
    for part in [
        "address",
        "use",
        "exclusions",
        "number",
        "number/work-out",
        "tier",
        "deadlines",
        "decisions",
        "site",
        "control",
        "parties/new",
        "licences",
        "licences/new",
        "coordination",
        "notification",
        "notices",
        "notices/new",
        "drills",
        "drills/new",
        "training",
        "training/new",
        "plan",
        "plan/new",
        "calendar",
    ] {
        let page = ann.get(&format!("{hall}/{part}")).await.is(200).shows(named);
        let head = page.body.split("</title>").next().unwrap();
        assert!(!head.contains("Old Hall"), "{part}: a title is kept by browsers: {head}");
    }
    ann.fills_in(&format!("{hall}/drills/new"), &[]).await.is(422).shows(named);
    ann.get(&hall).await.is(200).hides(named);
}
