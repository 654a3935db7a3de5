//! What holds for every form: the page that comes back with errors leads back where the form does,
//! and its summary leads to the fields, in their order.

use crate::{
    answer::Answer,
    assessment::{answers_all, opens_assessment},
    competent_person::adds_record,
    people::{TestApp, Visitor},
    premises::registers_premises,
    review::AUTHORITY,
};

type Fields<'a> = &'a [(&'a str, &'a str)];

/// Where the back link of a page leads.
fn back(page: &Answer) -> Option<&str> {
    let link = page.body.split("<a ").find(|tag| tag.contains("govuk-back-link"))?;
    link.split("href=\"").nth(1)?.split('"').next()
}

/// The places in a page of the fields that the error summary leads to.
fn places(page: &Answer, path: &str) -> Vec<usize> {
    let summary =
        page.body.split("govuk-error-summary__list").nth(1).and_then(|rest| rest.split("</ul>").next());
    let links = summary.unwrap_or_else(|| panic!("no error summary at {path}")).split("href=\"#").skip(1);
    links
        .map(|link| {
            let id = link.split('"').next().unwrap_or_default();
            let field = page.body.find(&format!(" id=\"{id}\""));
            field.unwrap_or_else(|| panic!("{path}: the summary leads to {id}, which is not there"))
        })
        .collect()
}

async fn comes_back(person: &Visitor, path: &str, fields: Fields<'_>) {
    let form = person.get(path).await.is(200);
    let wrong = person.fills_in(path, fields).await.is(422);
    assert!(back(&form).is_some(), "{path} leads nowhere back");
    assert_eq!(back(&wrong), back(&form), "{path} leads back elsewhere when something is wrong");
    assert!(places(&wrong, path).is_sorted(), "{path}: the errors are not in the order of the fields");
}

const NOTHING: Fields<'static> = &[];
const UNKNOWN_POSTCODE: Fields<'static> = &[("postcode", "ZZ99 9ZZ"), ("uprn", "x")];
const BAD_CONTACT: Fields<'static> =
    &[("phone", "x"), ("email", "x"), ("line2", "Upper floor"), ("postcode", "x")];
const NO_NUMBER: Fields<'static> = &[("number", "many"), ("method", "other"), ("review", "99")];

#[tokio::test]
async fn a_form_of_an_operator_comes_back_whole() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let record = adds_record(&ann, &hall).await;
    let forms: [(&str, Fields<'_>); 20] = [
        ("/premises/register", &[]),
        ("/premises/register", UNKNOWN_POSTCODE),
        ("/events/register", &[]),
        ("/events/register", &[("held_at", "elsewhere")]),
        ("/organisation/details", &[]),
        ("/organisation/details", BAD_CONTACT),
        ("/organisation/members/invite", &[]),
        (&record, &[]),
        ("{hall}/address", &[]),
        ("{hall}/use", &[]),
        ("{hall}/use", &[("uses", "1"), ("uses", "6")]),
        ("{hall}/exclusions", &[]),
        ("{hall}/number", &[]),
        ("{hall}/number", NO_NUMBER),
        (
            "{hall}/site",
            &[("buildings", "group"), ("seats", "some"), ("everybody", "other"), ("online", "some")],
        ),
        ("{hall}/control", &[("since_day", "99"), ("until_day", "99")]),
        ("{hall}/number/work-out?method=seating-plan", &[]),
        ("{hall}/competent-persons/new", &[]),
        ("{hall}/coordination", &[]),
        ("{hall}/notices/new", &[]),
    ];
    for (path, fields) in forms {
        comes_back(&ann, &path.replace("{hall}", &hall), fields).await;
    }
}

#[tokio::test]
async fn a_form_about_an_event_comes_back_whole() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let event = crate::festival::registers_event(&ann, "900").await;
    let until: Fields<'_> = &[("until_day", "99")];
    let listed: Fields<'_> = &[("part", "notifier"), ("phone", "x")];
    for (part, fields) in [
        ("about", NOTHING),
        ("dates", NOTHING),
        ("publicity", &[("publicised", "on"), ("format", "web")]),
        ("host", NOTHING),
        ("entry", NOTHING),
        ("parts", &[("part_name", ""), ("part_checked", ""), ("part_number", "many")]),
        ("number", NO_NUMBER),
        ("larger", &[("larger", "yes")]),
        ("online", NOTHING),
        ("control", until),
        ("parties/new", listed),
        ("licences/new", &[("state", "in-force")]),
        ("notices/new", NOTHING),
    ] {
        comes_back(&ann, &format!("{event}/{part}"), fields).await;
    }
}

#[tokio::test]
async fn a_form_of_an_adviser_comes_back_whole() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let assessment = opens_assessment(&ann).await;
    comes_back(&ann, &format!("{assessment}/questions/evacuation.procedure"), &[]).await;
    answers_all(&ann, &assessment).await;
    let declare = format!("{assessment}/declare");
    comes_back(&ann, &declare, &[]).await;
    ann.fills_in(&declare, &[("name", "Ann"), ("role", "Manager"), ("agree", "yes")]).await.is(303);
    let cas = t.ctsa("Cas", "west-midlands").await;
    let queue = cas.get("/queue").await.is(200);
    let case = queue.body.split("href=\"/cases/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let case = format!("/cases/{case}");
    cas.post(&format!("{case}/review"), &[]).await.is(303);
    comes_back(&cas, &format!("{case}/authority"), &[]).await;
    cas.fills_in(&format!("{case}/authority"), &AUTHORITY).await.is(303);
    let page = cas.get(&case).await.is(200);
    let comment = page.body.split("/comments/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    for form in ["return", "advice", &format!("comments/{comment}")] {
        comes_back(&cas, &format!("{case}/{form}"), &[]).await;
    }
    let named = [("question", comment), ("message", "")];
    comes_back(&cas, &format!("{case}/return"), &named).await;
}
