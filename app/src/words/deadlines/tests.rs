use chrono::NaiveDate;
use domain::deadlines::{Commencement, Trigger, working};

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn of(trigger: Trigger) -> [String; 3] {
    cells("X".into(), working(trigger, Commencement::On(on("2027-04-01"))))
}

#[test]
fn the_counting_is_shown() {
    for (trigger, last_day, text) in [
        (
            Trigger::BecameResponsible(on("2027-07-01")),
            "2027-07-28",
            "28 days beginning with 1 July 2027 end on 28 July 2027, later than the three months beginning with \
             1 April 2027, which end on 30 June 2027.",
        ),
        (
            Trigger::BecameResponsible(on("2027-05-01")),
            "2027-06-30",
            "Three months beginning with 1 April 2027 end on 30 June 2027, later than the 28 days beginning \
             with 1 May 2027, which end on 28 May 2027.",
        ),
        (
            Trigger::BecameResponsible(on("2027-06-03")),
            "2027-06-30",
            "Three months beginning with 1 April 2027 end on 30 June 2027, and so do the 28 days beginning \
             with 3 June 2027.",
        ),
        (
            Trigger::EventPublicised(on("2027-02-01")),
            "2027-04-14",
            "14 days beginning with 1 April 2027 end on 14 April 2027.",
        ),
        (
            Trigger::NoticeGiven(on("2027-06-01")),
            "2027-06-28",
            "28 days beginning with 1 June 2027 end on 28 June 2027.",
        ),
    ] {
        assert_eq!(of(trigger), ["X", last_day, text]);
    }
}

#[test]
fn without_a_day_it_says_why() {
    let [_, last_day, text] = of(Trigger::CeasedResponsible(on("2027-03-01")));
    assert_eq!(last_day, "");
    assert!(text.contains("no clear date") && text.contains("Notify at once, or take advice"), "{text}");
    let not_fixed = working(Trigger::CeasedEvent(on("2027-03-01")), Commencement::NotFixed);
    let [_, last_day, text] = cells("X".into(), not_fixed);
    assert_eq!(last_day, "");
    assert!(text.starts_with("Not yet set"), "{text}");
}
