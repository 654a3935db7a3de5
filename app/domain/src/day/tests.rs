use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> NaiveDate {
    in_london(text.parse().unwrap())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn in_summer_the_day_starts_an_hour_before_it_does_in_utc() {
    assert_eq!(at("2027-06-30T22:59:59.999Z"), day("2027-06-30"));
    assert_eq!(at("2027-06-30T23:00:00Z"), day("2027-07-01"));
    assert_eq!(at("2027-06-30T23:30:00Z"), day("2027-07-01"));
    assert_eq!(at("2027-07-01T00:30:00Z"), day("2027-07-01"));
}

#[test]
fn in_winter_it_starts_with_utc() {
    assert_eq!(at("2026-12-31T23:59:59Z"), day("2026-12-31"));
    assert_eq!(at("2027-01-01T00:00:00Z"), day("2027-01-01"));
    assert_eq!(at("2028-02-28T23:30:00Z"), day("2028-02-28"));
    assert_eq!(at("2028-02-29T23:30:00Z"), day("2028-02-29"));
}

#[test]
fn the_nights_on_which_the_clocks_change() {
    // Summer time starts at 01:00 UTC on 28 March 2027, and ends at 01:00 UTC on 31 October.
    assert_eq!(at("2027-03-27T23:30:00Z"), day("2027-03-27"));
    assert_eq!(at("2027-03-28T00:30:00Z"), day("2027-03-28"));
    assert_eq!(at("2027-03-28T22:59:59Z"), day("2027-03-28"));
    assert_eq!(at("2027-03-28T23:00:00Z"), day("2027-03-29"));
    assert_eq!(at("2027-10-30T23:30:00Z"), day("2027-10-31"));
    assert_eq!(at("2027-10-31T23:30:00Z"), day("2027-10-31"));
    assert_eq!(at("2027-11-01T00:00:00Z"), day("2027-11-01"));
}

#[test]
fn the_clock_says_which_time_it_keeps() {
    let clock = |text: &str| clock_in_london(text.parse().unwrap()).format("%F %H:%M %Z").to_string();
    assert_eq!(clock("2027-07-03T13:05:00Z"), "2027-07-03 14:05 BST");
    assert_eq!(clock("2026-12-01T23:59:00Z"), "2026-12-01 23:59 GMT");
    assert_eq!(clock("2027-10-31T00:30:00Z"), "2027-10-31 01:30 BST");
    assert_eq!(clock("2027-10-31T01:30:00Z"), "2027-10-31 01:30 GMT");
}

#[test]
fn a_day_starts_at_midnight_in_london() {
    let start = |text| start_in_london(day(text)).to_rfc3339();
    assert_eq!(start("2027-07-01"), "2027-06-30T23:00:00+00:00");
    assert_eq!(start("2027-03-28"), "2027-03-28T00:00:00+00:00");
    assert_eq!(start("2027-03-29"), "2027-03-28T23:00:00+00:00");
    assert_eq!(start("2027-10-31"), "2027-10-30T23:00:00+00:00");
    assert_eq!(start("2027-11-01"), "2027-11-01T00:00:00+00:00");
}

proptest! {
    #[test]
    fn a_day_holds_its_first_moment_and_not_the_one_before(days in 0i64..40_000) {
        let on = day("1990-01-01") + TimeDelta::days(days);
        let start = start_in_london(on);
        prop_assert_eq!(in_london(start), on);
        prop_assert_eq!(Some(in_london(start - TimeDelta::milliseconds(1))), on.pred_opt());
    }

    #[test]
    fn it_is_the_day_of_utc_or_the_next_and_never_goes_back(seconds in 0i64..4_000_000_000, more in 0i64..200_000) {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap();
        // Until 1971 London kept summer time all year.
        let utc: NaiveDate = moment.format("%F").to_string().parse().unwrap();
        let here = in_london(moment);
        prop_assert!(here == utc || Some(here) == utc.succ_opt());
        prop_assert!(in_london(moment + TimeDelta::seconds(more)) >= here);
    }
}
