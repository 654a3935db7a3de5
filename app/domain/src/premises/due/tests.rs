use chrono::NaiveDate;

use super::*;
use crate::{estate::import::tests::registered, notice::tests::kept, scope::Outcome};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const STARTS: fn() -> Commencement = || Commencement::On(day("2027-04-01"));

fn hall() -> Premises {
    let mut hall = registered("Old Hall", "B1 1BB");
    hall.outcome = Outcome::Standard;
    hall
}

fn triggers(premises: &Premises, starts: Commencement) -> Vec<Trigger> {
    to_tell(premises, starts, &[]).into_iter().map(|one| one.trigger).collect()
}

#[test]
fn premises_in_scope_have_a_deadline_once_the_start_is_fixed() {
    let mut hall = hall();
    assert_eq!(next_deadline(&hall, Commencement::NotFixed, &[]), Some(Deadline::NotFixed));
    assert_eq!(triggers(&hall, Commencement::NotFixed), []);
    let mut last = |since: Option<&str>| {
        hall.control.since = since.map(day);
        next_deadline(&hall, STARTS(), &[])
    };
    assert_eq!(last(None), Some(Deadline::LastDay(day("2027-06-30"))));
    assert_eq!(last(Some("2020-01-01")), Some(Deadline::LastDay(day("2027-06-30"))));
    // 28 days beginning with the day of taking over.
    assert_eq!(last(Some("2027-09-01")), Some(Deadline::LastDay(day("2027-09-28"))));
}

#[test]
fn who_has_nothing_to_tell_has_no_deadline() {
    let mut out = hall();
    out.outcome = Outcome::NotInScope;
    let mut landlord = hall();
    landlord.control.operator = Some(OperatorIs::InPartControl);
    for premises in [out, landlord] {
        assert_eq!(next_deadline(&premises, STARTS(), &[]), None);
        assert_eq!(next_deadline(&premises, Commencement::NotFixed, &[]), None);
    }
}

#[test]
fn stopping_is_told_too() {
    let mut hall = hall();
    hall.control.since = Some(day("2027-08-01"));
    hall.control.until = Some(day("2027-12-01"));
    assert_eq!(
        triggers(&hall, STARTS()),
        [Trigger::BecameResponsible(day("2027-08-01")), Trigger::CeasedResponsible(day("2027-12-01"))]
    );
    assert_eq!(next_deadline(&hall, STARTS(), &[]), Some(Deadline::LastDay(day("2027-08-28"))));
    // Who stopped before the duties start finds no date in the regulations.
    hall.control.since = None;
    hall.control.until = Some(day("2027-03-31"));
    assert_eq!(triggers(&hall, STARTS()), [Trigger::CeasedResponsible(day("2027-03-31"))]);
    assert_eq!(next_deadline(&hall, STARTS(), &[]), Some(Deadline::NoClearDate));
}

#[test]
fn what_was_told_has_no_deadline_any_more() {
    let mut hall = hall();
    hall.control.until = Some(day("2027-12-01"));
    let mut notices = vec![kept(What::Became, "2027-05-01")];
    assert_eq!(next_deadline(&hall, Commencement::NotFixed, &notices), None);
    assert_eq!(next_deadline(&hall, STARTS(), &notices), Some(Deadline::LastDay(day("2027-12-28"))));
    let days: Vec<_> = to_tell(&hall, STARTS(), &notices).into_iter().map(|one| one.told_on).collect();
    assert_eq!(days, [Some(day("2027-05-01")), None]);
    notices.push(kept(What::Ceased, "2027-12-05"));
    assert_eq!(next_deadline(&hall, STARTS(), &notices), None);
    // Whoever takes over again must tell that, and has not ceased.
    notices.push(kept(What::Became, "2028-02-01"));
    let days: Vec<_> = to_tell(&hall, STARTS(), &notices).into_iter().map(|one| one.told_on).collect();
    assert_eq!(days, [Some(day("2028-02-01")), None]);
}
