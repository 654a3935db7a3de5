//! Many premises of one operator: the list, importing them from a file, and changing what they share.

use std::time::Instant;

use axum::http::Method;

use crate::{
    answer::Answer,
    people::{TestApp, Visitor},
    premises::registers_premises,
};

pub const HEADER: &str = "name,address_line_1,town,postcode,uprn,uses,for_visiting_public,mainly_used,building,\
                      exclusions,part_of_larger_premises,greatest_number,method,counted_on,note";

pub fn row(name: &str, postcode: &str, number: &str) -> String {
    format!(
        "{name},1 High Street,Birmingham,{postcode},,6,yes,yes,yes,none,no,{number},ticket-cap,2026-02-01,Tickets sold\n"
    )
}

/// So many halls at four postcodes of three councils.
pub fn halls(count: usize) -> String {
    let postcodes = ["B1 1BB", "DY1 1AA", "B16 8DX", "CV1 1FY"];
    let rows = (0..count).map(|n| row(&format!("Hall {n}"), postcodes[n % 4], "350"));
    format!("{HEADER}\n{}", rows.collect::<String>())
}

/// Sends parts of a form as a browser sends a file.
pub async fn upload(person: &Visitor, path: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file =
            file.map_or_else(String::new, |file| format!("; filename=\"{file}\"\r\nContent-Type: text/csv"));
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes(),
        );
        body.extend_from_slice(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("origin", "http://portal.test"),
        ("content-type", "multipart/form-data; boundary=edge"),
    ];
    person.send_bytes(Method::POST, path, &headers, body).await
}

pub async fn sends_file(person: &Visitor, file: &[u8]) -> Answer {
    let once = person.get("/premises/import").await.is(200).field("once");
    let empty: &[u8] = b"";
    upload(
        person,
        "/premises/import",
        &[("once", None, once.as_bytes()), ("file", Some("a.csv"), file), ("pasted", None, empty)],
    )
    .await
}

/// The address of the page that shows what a file says.
pub async fn checked(person: &Visitor, file: &str) -> String {
    sends_file(person, file.as_bytes()).await.location().to_owned()
}

#[tokio::test]
async fn two_thousand_rows_are_checked_in_five_seconds_and_imported_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let started = Instant::now();
    let check = checked(&ann, &halls(2_000)).await;
    let page = ann.get(&check).await.is(200).shows("Page 1 of 40").shows("Standard tier: 2,000");
    let took = started.elapsed().as_secs_f64();
    assert!(took <= 5.0, "checked in {took:.1} s");
    page.shows("Import the premises").hides("What is wrong").hides("Hall 51<");
    ann.get(&format!("{check}?page=40")).await.is(200).shows("Hall 1999").hides("Next");
    assert_eq!(ann.get("/premises").await.body.matches("Hall").count(), 0);

    let started = Instant::now();
    let done = ann.fills_in(&check, &[("choice", "import")]).await;
    assert_eq!(done.location(), check);
    let import = started.elapsed().as_secs_f64();
    // A second click leads to the same page.
    assert_eq!(ann.post(&check, &[("choice", "import")]).await.location(), check);
    ann.get(&check).await.is(200).shows("2,000 premises imported");

    t.statements.take();
    let started = Instant::now();
    let page = ann.get("/premises").await.is(200).shows("50 of 2,000 premises.").shows(">Hall 49<");
    page.hides(">Hall 50<");
    let list = started.elapsed().as_secs_f64();
    let asked = t.statements.take();
    assert!(asked.len() <= 5, "{asked:#?}");
    let started = Instant::now();
    ann.get("/premises?search=hall+199&sort=name").await.is(200).shows("12 of 2,000 premises match.");
    let search = started.elapsed().as_secs_f64();
    let asked = t.statements.take();
    assert!(asked.len() <= 5 && asked.iter().all(|sql| sql.starts_with("SELECT")), "{asked:#?}");

    let started = Instant::now();
    let form = ann.post("/premises/shared", &[("step", "choose"), ("all", "yes")]).await.is(200);
    let form = form.shows("You chose 2,000 premises.");
    let seen = form.field("seen");
    let change = [("seen", seen.as_str()), ("part_of", "other-responsible")];
    let preview = ann.post("/premises/shared", &[change[0], change[1], ("step", "preview")]).await.is(200);
    let shown = started.elapsed().as_secs_f64();
    preview.shows("Save for 2,000 premises");
    let started = Instant::now();
    ann.post("/premises/shared", &[change[0], change[1], ("step", "save")])
        .await
        .is(200)
        .shows("2,000 premises changed");
    let saved = started.elapsed().as_secs_f64();
    // There is room for no more, also by hand; what was typed comes back.
    let one_more =
        [("name", "Riverside Works"), ("line1", "7 Canal Road"), ("town", "Leeds"), ("postcode", "LS1 4AP")];
    let full = ann.fills_in("/premises/register", &one_more).await;
    let full = full.shows_invalid("name", "Your organisation has 2,000 premises here");
    assert_eq!(full.field("line1"), "7 Canal Road");
    ann.get("/premises").await.shows("50 of 2,000 premises.").hides("Riverside Works");
    println!(
        "estate of 2,000, test build: check {took:.2} s, import {import:.2} s, list {list:.2} s, search {search:.2} s, \
         choose and preview {shown:.2} s, save {saved:.2} s"
    );
}

#[tokio::test]
async fn a_single_premises_that_is_likely_there_is_asked_about_once() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let fields = [
        ("name", "The Old Hall"),
        ("line1", "3 High Street"),
        ("town", "Birmingham"),
        ("postcode", "B1 1BB"),
        ("uprn", "42"),
    ];
    let asked = ann.fills_in("/premises/register", &fields).await.is(409);
    let asked = asked.shows("You already have premises like this").shows(&hall).shows("Register anyway");
    assert_eq!((asked.field("line1"), asked.field("uprn")), ("3 High Street".into(), "42".into()));
    ann.get("/premises").await.shows("1 premises in all.");
    let (once, anyway) = (asked.field("once"), asked.field("anyway"));
    let mut again = fields.to_vec();
    again.extend([("once", once.as_str()), ("anyway", anyway.as_str())]);
    let first = ann.post("/premises/register", &again).await.location().to_owned();
    assert_eq!(ann.post("/premises/register", &again).await.location(), first);
    ann.get("/premises").await.shows("2 premises in all.");
    // The same UPRN is asked about whatever the name, and never across organisations.
    let elsewhere =
        [fields[4], ("name", "Depot"), ("line1", "1 Low Street"), ("town", "Leeds"), ("postcode", "LS1 4AP")];
    ann.fills_in("/premises/register", &elsewhere).await.is(409).shows("the same UPRN");
    bob.fills_in("/premises/register", &elsewhere).await.is(303);
}

#[tokio::test]
async fn the_list_is_filtered_searched_and_paged() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let check = checked(&ann, &halls(120)).await;
    ann.fills_in(&check, &[("choice", "import")]).await.is(303);
    registers_premises(&ann, "Kestrel Arena", "6", "900").await;
    let first = ann.get("/premises").await.is(200).shows("50 of 121 premises.").shows("Kestrel Arena");
    first.shows("Next deadline: not yet set");
    let mut seen = std::collections::BTreeSet::new();
    let mut path = "/premises?sort=name".to_owned();
    loop {
        let page = ann.get(&path).await.is(200).body;
        let names = page.split("href=\"/premises/").skip(1).filter_map(|rest| rest.split('"').next());
        seen.extend(names.filter(|id| id.len() == 36).map(str::to_owned));
        match page.split("rel=\"next\"").next().filter(|_| page.contains("rel=\"next\"")) {
            Some(before) => {
                path =
                    before.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&");
            }
            None => break,
        }
    }
    assert_eq!(seen.len(), 121);
    ann.get("/premises?tier=enhanced")
        .await
        .shows("1 of 121 premises match.")
        .shows("Kestrel Arena")
        .hides("Hall 1<");
    ann.get("/premises?tier=neither").await.shows("Nothing here matches.");
    ann.get("/premises?stage=registered&council=E08000027").await.shows("30 of 121 premises match.");
    let found = ann.get("/premises?search=kestrel").await.shows("Kestrel Arena").shows("1 of 121");
    let title = found.body.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(!title.contains("estrel"));
    ann.get("/premises?search=%3Cscript%3E&after=rubbish&tier=moon").await.is(200).hides("<script>alert");
}

#[tokio::test]
async fn what_premises_share_is_changed_after_it_was_shown() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let arena = registers_premises(&ann, "Kestrel Arena", "6", "900").await;
    registers_premises(&ann, "New House", "6", "350").await;
    let theirs = registers_premises(&bob, "Elsewhere", "6", "350").await;
    let id = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (hall_id, arena_id, their_id) = (id(&hall), id(&arena), id(&theirs));

    ann.post("/premises/shared", &[("step", "choose")]).await.is(422).shows("Choose premises first");
    ann.post("/premises/shared", &[("step", "moon")]).await.is(400);
    let ticked =
        [("step", "choose"), ("premises", &hall_id), ("premises", &arena_id), ("premises", &their_id)];
    let form = ann.post("/premises/shared", &ticked).await.is(200).shows("You chose 2 premises.");
    let seen = form.field("seen");
    ann.post("/premises/shared", &[("step", "preview"), ("seen", &seen)])
        .await
        .shows_invalid("exclusion", "Change at least one of the facts");
    let change = [("seen", seen.as_str()), ("exclusion", "parliament"), ("mainly", "yes")];
    let preview =
        ann.post("/premises/shared", &[change[0], change[1], change[2], ("step", "preview")]).await.is(200);
    let preview = preview
        .shows("None of those in Schedule 2 → Occupied for either House of Parliament")
        .shows("Standard tier → Not in scope")
        .shows("Enhanced tier → Not in scope")
        .shows("Save for 2 premises");
    ann.get(&hall).await.shows("None of those in Schedule 2");

    // Somebody else changes one of them before it is saved.
    ann.fills_in(&format!("{arena}/exclusions"), &[("exclusion", "none"), ("part_of", "other-responsible")])
        .await
        .is(303);
    let seen = preview.field("seen");
    let save = [("seen", seen.as_str()), change[1], change[2], ("step", "save")];
    let done = ann.post("/premises/shared", &save).await.is(200);
    let done = done.shows("1 premises changed").shows("Left alone");
    assert!(
        done.body
            .split("Left alone")
            .nth(1)
            .unwrap()
            .split("</ul>")
            .next()
            .unwrap()
            .contains("Kestrel Arena")
    );
    ann.get(&format!("{hall}/tier")).await.shows("The Act does not seem to apply");
    ann.get(&arena).await.shows("None of those in Schedule 2").shows("Enhanced tier");
    bob.get(&theirs).await.shows("None of those in Schedule 2");
    ann.get("/premises/shared").await.is(303);

    // Facts that scope does not rest on: no decision comes with them.
    let form = ann.post("/premises/shared", &[("step", "choose"), ("premises", &hall_id)]).await.is(200);
    let seen = form.field("seen");
    let since = [("since_day", "1"), ("since_month", "4"), ("since_year", "2020"), ("seen", seen.as_str())];
    let with = |step| since.iter().copied().chain([("step", step)]).collect::<Vec<_>>();
    ann.post("/premises/shared", &with("preview")).await.shows("Responsible since: not known → 1 April 2020");
    let history = format!("{hall}/decisions");
    let decisions = ann.get(&history).await.is(200).body.matches("summary-card__title\"").count();
    ann.post("/premises/shared", &with("save")).await.is(200).shows("1 premises changed");
    let now = ann.get(&history).await.is(200).body.matches("summary-card__title\"").count();
    assert_eq!((now, decisions), (4, 4));
}
