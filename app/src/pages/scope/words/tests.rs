use super::*;

#[test]
fn places_in_the_law_read_as_words() {
    assert_eq!(section("s2(2)(c)"), "section 2(2)(c)");
    assert_eq!(section("s3(1)(e), s3(2)"), "section 3(1)(e) and 3(2)");
    assert_eq!(section("s2(4); Sch1 p9(2)"), "section 2(4); Schedule 1, paragraph 9(2)");
    assert_eq!(section("Sch1 p6; Sch1 p18"), "Schedule 1, paragraph 6; Schedule 1, paragraph 18");
    assert_eq!(section("SI 2026/793 reg 3(1)"), "SI 2026/793, regulation 3(1)");
}
