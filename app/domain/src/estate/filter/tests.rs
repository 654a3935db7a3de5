use super::*;
use crate::estate::import::tests::registered;

#[test]
fn a_search_finds_words_of_a_name_and_beginnings_of_a_postcode() {
    let hall = registered("Café Old Hall", "B1 1BB");
    for (text, finds) in [
        ("", true),
        ("hall", true),
        ("HALL old", true),
        ("café", true),
        ("CAFÉ", true),
        ("b1", true),
        ("b11bb", true),
        ("B1 1B", true),
        ("1BB", false),
        ("hall arena", false),
    ] {
        assert_eq!(Search::new(text).finds(&hall), finds, "{text}");
    }
    assert!(Search::new("  ").is_empty());
    assert!(!Search::new(&"x".repeat(10_000)).finds(&hall));
}
