//! The calendar of premises and of an estate, and what it says outside the portal.

use std::time::Instant;

use crate::{
    drill::records_drill,
    estate::{checked, halls},
    people::{TestApp, Visitor},
    premises::registers_premises,
    training::records_training,
};

/// Premises with something of each kind: a drill of long ago, training, and an action with a day.
async fn busy(person: &Visitor, name: &str) -> String {
    let hall = registers_premises(person, name, "6", "350").await;
    records_drill(person, &hall, &[("topics", "lockdown"), ("on_year", "2020")]).await;
    records_training(person, &hall, &[]).await;
    let action = [
        ("text", "Mend the gate"),
        ("priority", "1"),
        ("status", "to-do"),
        ("due_day", "7"),
        ("due_month", "3"),
        ("due_year", "2998"),
    ];
    person.fills_in(&format!("{hall}/plan/new"), &action).await.is(303);
    hall
}

#[tokio::test]
async fn the_calendar_of_premises_shows_what_is_due_with_its_label() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = busy(&ann, "Old Hall").await;
    let page = format!("{hall}/calendar");
    ann.get(&hall).await.shows(&format!("href=\"{page}\""));
    t.statements.take();
    let shown = ann.get(&page).await.is(200);
    let asked = t.statements.take();
    assert!(asked.len() <= 7, "{asked:#?}");
    let shown = shown
        .shows("<title>Calendar")
        .shows("Overdue")
        .shows("Try out again: Stopping people entering or leaving")
        .shows("Hold training again: SCaN")
        .shows("February 2028")
        .shows("Look at the number of people again")
        .shows("7 March 2998")
        .shows("Action in your plan")
        .shows("Not yet set")
        .shows(">Law<")
        .shows(">Good practice<")
        .shows("Not tried out yet")
        .shows("Getting people out");
    let at = |text: &str| shown.body.find(text).unwrap();
    assert!(at("Overdue") < at("February 2028") && at("February 2028") < at("March 2998"));

    // What is done, and what was tried out again, is due no more.
    let drill = records_drill(&ann, &hall, &[("topics", "lockdown"), ("on_year", "2026")]).await;
    ann.get(&page).await.shows("3 February 2027").hides("3 February 2021");
    let version = ann.get(&drill).await.field("version");
    ann.post(&format!("{drill}/remove"), &[("version", &version)]).await.is(303);
    ann.get(&page).await.shows("3 February 2021");
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    bob.get(&page).await.is(404);
    bob.get(&format!("{page}.ics")).await.is(404);
}

#[tokio::test]
async fn an_answer_with_a_day_ages_in_the_calendar_and_in_the_plan() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = registers_premises(&ann, "Old Hall", "6", "350").await;
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    let question = format!("{assessment}/questions/review.last");
    let given = |seen: &'static str, year: &'static str| {
        [("seen", seen), ("answer", "given"), ("day", "5"), ("month", "6"), ("year", year)]
    };
    ann.post(&question, &given("0", "2020")).await.is(303);
    let calendar = format!("{hall}/calendar");
    ann.get(&calendar).await.shows("A day in your answers gets too old").shows("5 June 2021");
    ann.get(&format!("{hall}/plan")).await.shows("Look through your procedures again, and note the day.");
    ann.get(&question).await.is(200).shows("too long ago");
    ann.get(&format!("{assessment}/readiness")).await.shows("Partly in place");
    ann.post(&question, &given("1", "2026")).await.is(303);
    ann.get(&calendar).await.shows("5 June 2027").hides("5 June 2021");
    ann.get(&format!("{hall}/plan")).await.hides("Look through your procedures again");
    ann.get(&question).await.hides("too long ago");
}

#[tokio::test]
async fn a_question_says_that_its_drill_is_overdue() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = busy(&ann, "Old Hall").await;
    let assessment = ann.post(&format!("{hall}/assessment"), &[]).await.location().to_owned();
    let question = format!("{assessment}/questions/lockdown.procedure");
    ann.post(&question, &[("seen", "0"), ("answer", "yes")]).await.is(303);
    t.statements.take();
    ann.get(&question).await.shows("last tried out too long ago, on 3 February 2020");
    let asked = t.statements.take();
    assert!(asked.len() <= 5, "{asked:#?}");
    ann.get(&format!("{hall}/plan")).await.shows("Time to try it out again").shows("3 February 2020");
    let other = format!("{assessment}/questions/evacuation.procedure");
    ann.get(&other).await.is(200).hides("tried out too long ago");
}

#[tokio::test]
async fn the_file_says_that_something_is_due_and_not_what() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = busy(&ann, "Old Hall; north, wing").await;
    for page in [format!("{hall}/calendar.ics"), "/calendar.ics".to_owned()] {
        let file = ann.get(&page).await.is(200);
        assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
        assert_eq!(file.headers["content-disposition"], "attachment; filename=\"calendar.ics\"");
        assert_eq!(file.headers["cache-control"], "no-store");
        let body = &file.body;
        assert!(body.starts_with("BEGIN:VCALENDAR\r\n") && body.ends_with("END:VCALENDAR\r\n"), "{body}");
        assert!(body.contains("SUMMARY:Review due at Old Hall\\; north\\, wing\r\n"), "{body}");
        assert!(body.contains("DTSTART;VALUE=DATE:29980307\r\n"), "{body}");
        // Neither what is due nor what should have been done long ago.
        for weak in
            ["lockdown", "Stopping", "drill", "Drill", "SCaN", "gate", "plan", "raining", "2021", "verdue"]
        {
            assert!(!body.contains(weak), "{weak}: {body}");
        }
        let uids = |body: &str| -> Vec<String> {
            body.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
        };
        let (first, again) = (uids(body), uids(&ann.get(&page).await.body));
        assert_eq!((first.len() >= 3, &first), (true, &again));
        let mut once = first.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), first.len(), "{first:?}");
    }
}

#[tokio::test]
async fn the_calendar_of_an_estate_goes_month_by_month() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    ann.get("/calendar").await.is(200).shows("Nothing is due in").hides("Not yet set");
    busy(&ann, "Old Hall").await;
    registers_premises(&ann, "New Hall", "6", "350").await;
    registers_premises(&bob, "Bobs Barn", "6", "350").await;
    ann.get("/calendar")
        .await
        .is(200)
        .shows("2 sets of premises")
        .shows("not yet set")
        .shows("Overdue")
        .shows("Try out again")
        .shows("Old Hall")
        .hides("Bobs Barn")
        .shows("/calendar?month=2027-02");
    // Both were counted on the same day, so both are due in the same month.
    ann.get("/calendar?month=2027-02")
        .await
        .shows("February 2027")
        .shows("Old Hall")
        .shows("New Hall")
        .hides("Overdue")
        .shows("/calendar?month=2027-01")
        .shows("/calendar?month=2028-02");
    ann.get("/calendar?month=2998-03").await.shows("7 March 2998").hides("?month=2998-04");
    ann.get("/calendar?month=nonsense").await.is(200).shows("Overdue");
    ann.get("/calendar?month=1999-01").await.is(200).shows("Overdue");
}

#[tokio::test]
async fn two_thousand_premises_take_as_many_statements_as_one() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let hall = busy(&ann, "Old Hall").await;
    t.statements.take();
    ann.get("/calendar").await.is(200);
    let one = t.statements.take();
    assert!(one.len() <= 5 && one.iter().all(|sql| sql.starts_with("SELECT")), "{one:#?}");
    let check = checked(&ann, &halls(1_999)).await;
    ann.fills_in(&check, &[("choice", "import")]).await.is(303);
    t.statements.take();
    let started = Instant::now();
    let page = ann.get("/calendar").await.is(200);
    let took = started.elapsed().as_secs_f64();
    let many = t.statements.take();
    assert_eq!(many.len(), one.len(), "{many:#?}");
    page.shows("2,000 sets of premises").shows("Overdue").shows(&format!("href=\"{hall}\""));
    // All halls were counted on one day.
    let started = Instant::now();
    let month = ann.get("/calendar?month=2027-02").await.is(200);
    month.shows("These are the first 200 of 2,000.");
    let listed = started.elapsed().as_secs_f64();
    let started = Instant::now();
    let file = ann.get("/calendar.ics").await.is(200);
    assert!(file.body.matches("BEGIN:VEVENT").count() >= 2_000);
    let written = started.elapsed().as_secs_f64();
    println!("calendar of 2,000 premises: {took:.2} s, a month {listed:.2} s, the file {written:.2} s");
    assert!(took <= 5.0, "{took:.1} s");
}
