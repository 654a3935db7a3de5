//! A council sees released figures of its own area, and nothing else.

use std::collections::BTreeSet;

use chrono::{Days, TimeDelta};
use domain::policy::{Actor, Facts, decide};

use crate::{people::TestApp, premises::registers_premises};

const BIRMINGHAM: &str = "E08000025";

/// The tables that a statement names.
fn tables(statement: &str) -> Vec<String> {
    let words: Vec<_> = statement.split_whitespace().collect();
    words
        .windows(2)
        .filter(|pair| ["FROM", "JOIN", "INTO", "UPDATE"].contains(&pair[0].to_uppercase().as_str()))
        .map(|pair| pair[1].trim_matches(|c: char| !c.is_alphanumeric() && c != '_').to_owned())
        .collect()
}

/// Premises in Birmingham, registered 100 days ago: 20 of 40 of them in the standard tier.
async fn premises(t: &TestApp) {
    t.clock.shift(TimeDelta::days(-100));
    let olive = t.operator_of("Olive", "Kingfisher Ltd").await;
    for number in 0..40 {
        let people = if number < 20 { "350" } else { "150" };
        registers_premises(&olive, &format!("Canary Hall {number}"), "6", people).await;
    }
    t.clock.shift(TimeDelta::days(100));
}

#[tokio::test]
async fn a_council_sees_its_own_released_figures_and_reads_no_other_table() {
    let t = TestApp::start().await;
    premises(&t).await;
    let vic = t.council("Vic", BIRMINGHAM).await;
    assert_eq!(vic.get("/area").await.location(), "/area/E08000025");
    vic.get("/area/E08000025").await.is(200).shows("No figures have been released yet");
    let permit = decide(&Actor::System, (), &Facts::default()).unwrap();
    let yesterday = t.clock.today() - Days::new(1);
    t.store.make_release(&permit, yesterday).await.unwrap();

    t.statements.take();
    let page = vic.get("/area/E08000025").await.is(200).hides("Canary").hides("Kingfisher");
    let asked = t.statements.take();
    let page = page.shows(&yesterday.format("%-d %B %Y").to_string()).shows("Too few to show");
    let row = page.body.split("Standard tier").nth(1).unwrap().split("</tr>").next().unwrap();
    let numbers: Vec<_> = row.split('>').map(|part| part.split('<').next().unwrap()).collect();
    assert!(numbers.contains(&"20") && numbers.contains(&"40"), "{numbers:?}");
    let read: BTreeSet<String> = asked.iter().flat_map(|statement| tables(statement)).collect();
    let allowed = ["account", "release", "release_figure", "role_grant", "session"].map(str::to_owned);
    assert_eq!(read, BTreeSet::from(allowed), "{asked:#?}");
    assert_eq!(asked.len(), 3, "{asked:#?}");
}

#[tokio::test]
async fn another_area_looks_like_none() {
    let t = TestApp::start().await;
    let val = t.council("Val", "E08000035").await;
    let missing = val.get("/area/E08999999").await.is(404);
    assert_eq!(val.get("/area/E08000025").await.shape(), missing.shape());
    assert_eq!(val.get("/area/nonsense").await.shape(), missing.shape());
    t.administrator("Ada").await.get("/area").await.is(404);
    t.operator("Ann").await.get("/area/E08000025").await.is(404);
}
