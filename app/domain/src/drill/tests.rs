use super::*;

fn held(on: &str, topics: &[&str]) -> Drill {
    Drill {
        on: on.parse().unwrap(),
        kind: DrillKind::WalkThrough,
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        took_part: "Duty manager, door staff".into(),
        went_well: None,
        lessons: Vec::new(),
    }
}

#[test]
fn the_last_day_of_each_topic_counts() {
    let drills = [
        held("2026-03-01", &["evacuation", "communication"]),
        held("2026-05-01", &["lockdown"]),
        held("2025-03-01", &["evacuation", "lockdown"]),
    ];
    let last = last_days(&drills);
    let days: Vec<_> = last.iter().map(|(topic, day)| (topic.as_str(), day.to_string())).collect();
    let day = |text: &str| text.to_owned();
    assert_eq!(
        days,
        [
            ("communication", day("2026-03-01")),
            ("evacuation", day("2026-03-01")),
            ("lockdown", day("2026-05-01"))
        ]
    );
    assert!(last_days(&[]).is_empty());
}

#[test]
fn every_kind_has_a_slug_of_its_own() {
    for kind in DrillKind::ALL {
        assert_eq!(DrillKind::from_slug(kind.as_str()), Some(kind));
    }
    assert_eq!(DrillKind::from_slug("exam"), None);
}

#[cfg(feature = "content")]
#[test]
fn topics_that_can_be_tried_out_are_offered_once_and_in_order() {
    let ids: Vec<_> = topics().iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(ids[..4], ["evacuation", "invacuation", "lockdown", "communication"]);
    assert!(ids.contains(&"threat-level") && !ids.contains(&"notification"));
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
}
