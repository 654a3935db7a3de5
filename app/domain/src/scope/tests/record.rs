//! What changed from one decision to the next.

use crate::{
    premises::decide,
    scope::{DecisionRecord, Exclusions, Fact, Known, PartOf, ScopeFacts, head_count::HeadCount},
};

fn record(facts: ScopeFacts, number: Option<u32>) -> DecisionRecord {
    let day = "2026-11-22".parse().unwrap();
    let head_count = number.map(|number| HeadCount::new(number, "ticket-cap", "", day, day).unwrap());
    let decision = decide(&facts, head_count.as_ref(), &crate::law::known(), day);
    DecisionRecord { facts, head_count, decision }
}

#[test]
fn each_fact_that_differs_is_named_and_no_other() {
    let before = record(ScopeFacts::default(), Some(300));
    assert_eq!(before.changed_since(&before), []);
    let facts = ScopeFacts {
        building: Known::Yes,
        mainly: Known::Yes,
        exclusions: Exclusions::Nothing,
        part_of: PartOf::NotSure,
        ..ScopeFacts::default()
    };
    let after = record(facts, Some(900));
    let changed = after.changed_since(&before);
    assert_eq!(changed, [Fact::Building, Fact::Mainly, Fact::Number, Fact::Exclusions, Fact::PartOf]);
    assert_eq!(before.changed_since(&after), changed);
    let unknown = record(ScopeFacts::default(), None);
    assert_eq!(unknown.changed_since(&before), [Fact::Number, Fact::Method]);
}

#[test]
fn a_record_is_read_back_as_it_was() {
    let record = record(ScopeFacts::default(), Some(300));
    let text = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<DecisionRecord>(&text).unwrap(), record);
}
