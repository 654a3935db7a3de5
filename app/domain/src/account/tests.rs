use chrono::{DateTime, TimeDelta, Utc};

use super::{throttle::*, *};
use crate::{codes::RegionCode, policy::Grant};

#[test]
fn addresses_that_are_and_are_not() {
    for good in ["a@b.uk", " Ann.Lee+portal@Example.co.uk ", "o'neill@sub.example.org"] {
        assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
    }
    assert_eq!("ANN@Example.ORG".parse::<EmailAddress>().unwrap().as_str(), "ann@example.org");
    let long = format!("{}@example.org", "a".repeat(65));
    for bad in [
        "",
        "ann",
        "ann@",
        "@b.uk",
        "ann@b",
        "a b@c.uk",
        "a@b..uk",
        "a@b.uk\r\nBcc: x@y.uk",
        "a@-b.uk",
        "<a@b.uk>",
        &long,
    ] {
        assert!(bad.parse::<EmailAddress>().is_err(), "{bad:?}");
    }
}

#[test]
fn secrets_stay_out_of_logs() {
    let password = Password::new("correct horse battery").unwrap();
    let address: EmailAddress = "ann@example.org".parse().unwrap();
    let name = PersonName::new("Ann Lee").unwrap();
    assert_eq!(format!("{password:?} {address:?} {name:?}"), "Password EmailAddress PersonName");
}

#[test]
fn lengths_of_passwords() {
    assert_eq!(Password::new(""), Err("missing"));
    assert_eq!(Password::new(&"é".repeat(11)), Err("too-short"));
    assert!(Password::new(&"é".repeat(12)).is_ok());
    assert!(Password::new(&"é".repeat(128)).is_ok());
    assert_eq!(Password::new(&"é".repeat(129)), Err("too-long"));
}

#[test]
fn privileged_sessions_are_shorter() {
    let region: RegionCode = "west-midlands".parse().unwrap();
    assert_eq!(SessionLength::of(&[Grant::Operator(None)]).idle, TimeDelta::minutes(30));
    assert_eq!(
        SessionLength::of(&[Grant::Operator(None), Grant::Ctsa(region)]).absolute,
        TimeDelta::hours(8)
    );
}

/// Somebody who guesses as fast as they are let.
fn guesses(counted: Counted, within: TimeDelta) -> u32 {
    let start = DateTime::<Utc>::UNIX_EPOCH;
    let (mut now, mut failures, mut tried) = (start, None, 0);
    while now < start + within {
        if may_try(failures, now) {
            failures = Some(after_failure(counted, failures, now));
            tried += 1;
        }
        now += TimeDelta::milliseconds(500);
    }
    tried
}

#[test]
fn guessing_is_slow() {
    assert_eq!(guesses(Counted::Account, TimeDelta::minutes(5)), 10);
    assert_eq!(guesses(Counted::Account, TimeDelta::days(1)), 100);
    assert!(guesses(Counted::Address, TimeDelta::minutes(5)) <= 100);
    assert!((60..=200).contains(&guesses(Counted::Carried, TimeDelta::minutes(5))));
}

#[test]
fn a_day_later_it_starts_afresh() {
    let start = DateTime::<Utc>::UNIX_EPOCH;
    let mut failures = None;
    for _ in 0..100 {
        failures = Some(after_failure(Counted::Account, failures, start));
    }
    assert!(!may_try(failures, start + TimeDelta::hours(23)));
    let next_day = start + TimeDelta::hours(24);
    assert!(may_try(failures, next_day));
    assert_eq!(after_failure(Counted::Account, failures, next_day).count, 1);
}

#[test]
fn a_line_is_text_and_reads_as_it_looks() {
    assert_eq!(one_line("  Ann  Lee ", 20).as_deref(), Ok("Ann  Lee"));
    assert_eq!(one_line("Łódź العربية 東京", 20).as_deref(), Ok("Łódź العربية 東京"));
    for bad in ["a\nb", "a\u{0}b", "a\u{202e}gpj.b", "\u{2066}a"] {
        assert_eq!(one_line(bad, 20), Err("not-text"), "{bad:?}");
    }
}
