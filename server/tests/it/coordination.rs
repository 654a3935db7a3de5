//! Linking premises of two operators by mutual consent.

use chrono::TimeDelta;

use crate::{
    answer::Answer,
    estate::{checked, halls},
    people::{TestApp, Visitor},
    premises::registers_premises,
};

fn link_in(made: &Answer) -> String {
    format!("/coordination/{}", &made.body.split("/coordination/").nth(1).unwrap()[..64])
}

async fn offers(person: &Visitor, premises: &str, relation: &str) -> String {
    let made = person.fills_in(&format!("{premises}/coordination"), &[("relation", relation)]).await.is(200);
    link_in(&made)
}

fn id_of(premises: &str) -> &str {
    premises.trim_start_matches("/premises/")
}

#[tokio::test]
async fn both_sides_see_the_link_until_either_ends_it_and_nobody_else_does() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let eve = t.operator_of("Eve", "Magpie Ltd").await;
    let centre = registers_premises(&ann, "Bluebell Centre", "3", "1200").await;
    let shop = registers_premises(&bob, "Corner Shop", "1", "250").await;
    let (at_centre, at_shop) = (format!("{centre}/coordination"), format!("{shop}/coordination"));
    ann.fills_in(&at_centre, &[])
        .await
        .shows_invalid("relation", "Choose how the other premises stand to yours");

    let once = ann.get(&at_centre).await.is(200).field("once");
    let fields = [("once", once.as_str()), ("relation", "theirs-in-ours")];
    let link = link_in(&ann.post(&at_centre, &fields).await.is(200));
    assert_eq!(link_in(&ann.post(&at_centre, &fields).await), link);
    assert_eq!(ann.get(&at_centre).await.body.matches("Works until").count(), 1);
    bob.get(&at_shop).await.hides("Bluebell");

    let hall = registers_premises(&ann, "Other Hall", "6", "350").await;
    ann.fills_in(&link, &[("premises", id_of(&hall))])
        .await
        .shows_invalid("premises", "Your own organisation made this link");
    bob.get(&link).await.is(200).shows("Bluebell Trust").shows("Your premises are part of theirs");
    bob.fills_in(&link, &[]).await.shows_invalid("premises", "Choose which of your premises it concerns");
    eve.post(&link, &[("premises", id_of(&shop))]).await.is(404);
    let agree = [("premises", id_of(&shop))];
    assert_eq!(bob.post(&link, &agree).await.is(303).location(), at_shop);
    assert_eq!(bob.post(&link, &agree).await.is(303).location(), at_shop);
    for gone in [eve.get(&link).await, eve.get(&at_centre).await, eve.get(&at_shop).await] {
        gone.is(404).hides("Bluebell").hides("Kingfisher");
    }

    t.statements.take();
    let seen = ann.get(&at_centre).await.is(200);
    let with_one = t.statements.take().len();
    let seen = seen.shows("Kingfisher Ltd").shows("Corner Shop").shows("Their premises are part of yours");
    assert_eq!(seen.shows("(section 8(4))").body.matches("End the link").count(), 1);
    let seen = bob.get(&at_shop).await.shows("Bluebell Trust").shows("Bluebell Centre");
    seen.hides("1,200").hides("1200").hides("Other Hall");

    // A second link costs no statement more. Of a standard shop nobody else owes anything.
    let stall = registers_premises(&eve, "Stall", "1", "250").await;
    let second = offers(&ann, &centre, "they-control-ours").await;
    eve.post(&second, &[("premises", id_of(&stall))]).await.is(303);
    eve.get(&format!("{stall}/coordination")).await.shows("must co-operate with the responsible person");
    t.statements.take();
    ann.get(&at_centre).await.shows("Magpie Ltd").shows("Kingfisher Ltd");
    assert_eq!(t.statements.take().len(), with_one);
    let third = offers(&bob, &shop, "they-control-ours").await;
    eve.post(&third, &[("premises", id_of(&stall))]).await.is(303);
    eve.get(&format!("{stall}/coordination"))
        .await
        .shows("The Act sets no such duty at standard duty premises");

    let page = bob.get(&at_shop).await.body;
    let end = page.split("href=\"").filter_map(|rest| rest.split('"').next());
    let ends: Vec<_> = end.filter(|href| href.ends_with("/end")).map(str::to_owned).collect();
    assert_eq!(ends.len(), 2);
    for end in ends {
        eve.get(&end).await.is(404);
        eve.post(&end, &[]).await.is(404);
        bob.get(&end).await.is(200);
        bob.post(&end, &[]).await.is(303);
        bob.get(&end).await.is(404);
    }
    ann.get(&at_centre).await.hides("Kingfisher").shows("Magpie Ltd");
    bob.get(&at_shop).await.hides("Bluebell").hides("Magpie");
}

#[tokio::test]
async fn a_link_ends_after_fourteen_days() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let centre = registers_premises(&ann, "Bluebell Centre", "3", "1200").await;
    let link = offers(&ann, &centre, "same").await;
    ann.get(&link).await.is(200);
    t.wait(TimeDelta::days(14));
    let ann = t.anybody().signs_in("Ann").await;
    ann.get(&link).await.is(404).hides("Bluebell Centre");
    ann.post(&link, &[("premises", id_of(&centre))]).await.is(404);
    ann.get(&format!("{centre}/coordination")).await.hides("Waiting for an answer");
}

#[tokio::test]
async fn whoever_has_many_premises_searches_for_the_one_that_it_concerns() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let centre = registers_premises(&ann, "Bluebell Centre", "3", "1200").await;
    let link = offers(&ann, &centre, "same").await;
    let shop = registers_premises(&bob, "Zebra Shop", "1", "250").await;
    bob.get(&link).await.is(200).shows("Zebra Shop").hides("Search for others");
    let check = checked(&bob, &halls(60)).await;
    bob.fills_in(&check, &[("choice", "import")]).await.is(303);
    bob.get(&link)
        .await
        .is(200)
        .shows("The list below offers the first 50 by name of your 61 premises. Search for others.")
        .hides("Zebra Shop");
    let found = format!("{link}?search=zebra");
    bob.get(&found).await.is(200).shows("1 of your 61 premises match.").shows("Zebra Shop, B1 1BB");
    bob.get(&format!("{link}?search=DY1")).await.shows("15 of your 61 premises match.");
    bob.get(&format!("{link}?search=nowhere")).await.shows("None of your premises match.");
    // What was looked for stays when something is wrong.
    bob.fills_in(&found, &[])
        .await
        .shows_invalid("premises", "Choose which of your premises it concerns")
        .shows("Zebra Shop");
    bob.fills_in(&found, &[("premises", id_of(&shop))]).await.is(303);
}

#[tokio::test]
async fn what_the_act_leaves_open_is_said_to_be_arguable() {
    let t = TestApp::start().await;
    let ann = t.operator_of("Ann", "Bluebell Trust").await;
    let bob = t.operator_of("Bob", "Kingfisher Ltd").await;
    let centre = registers_premises(&ann, "Bluebell Centre", "3", "1200").await;
    let shop = registers_premises(&bob, "Corner Shop", "1", "250").await;
    let at_shop = format!("{shop}/coordination");
    bob.get(&at_shop).await.shows("What is arguable").hides("You said that this is so for these premises.");
    let link = offers(&ann, &centre, "theirs-in-ours").await;
    bob.post(&link, &[("premises", id_of(&shop))]).await.is(303);
    bob.get(&at_shop).await.hides("It is arguable whether that is so");
    bob.fills_in(&format!("{shop}/exclusions"), &[("exclusion", "none"), ("part_of", "some-in-common")])
        .await
        .is(303);
    bob.get(&at_shop)
        .await
        .shows("You said that this is so for these premises.")
        .shows("It is arguable whether that is so");
    // The other side is not told what was said here.
    ann.get(&format!("{centre}/coordination")).await.hides("You said that this is so");
}
