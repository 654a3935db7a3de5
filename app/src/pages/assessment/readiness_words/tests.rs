use super::*;

#[test]
fn a_share_is_told_as_roughly_as_it_is_known() {
    let told = |percent| share(Standing::Partly, Some(percent)).unwrap();
    assert_eq!(told(5), "A small part of what applies is in place.");
    assert_eq!(told(33), "About a third of what applies is in place.");
    assert_eq!(told(66), "About two thirds of what applies is in place.");
    assert_eq!(told(75), "About three quarters of what applies is in place.");
    assert_eq!(told(99), "Nearly all of what applies is in place.");
    assert_eq!(share(Standing::InPlace, Some(100)), None);
    assert_eq!(share(Standing::NotApplicable, None), None);
}

#[test]
fn a_day_is_told_where_there_is_one() {
    let day = "2026-03-01".parse().ok();
    assert_eq!(confidence(Confidence::TriedOut, day), "Tried out on 1 March 2026.");
    assert_eq!(confidence(Confidence::TriedOut, None), "Tried out, you say, without a day.");
    assert_eq!(confidence(Confidence::OutOfDate, day), "Tried out too long ago, on 1 March 2026.");
}
