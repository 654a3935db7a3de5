use super::*;

fn made() -> Timestamp {
    "2026-11-26T10:11:12Z".parse().unwrap()
}

fn item(summary: &str) -> Item {
    Item {
        uid: "review-1@example".into(),
        day: NaiveDate::from_ymd_opt(2027, 3, 1).unwrap(),
        summary: summary.into(),
        description: "Sign in to see what it is.",
    }
}

#[test]
fn a_file_has_a_line_for_each_part_and_ends_them_as_calendars_want() {
    let text = file(&[item("Review due at Old Hall")], made());
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Venue self-assessment//Calendar//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:review-1@example",
            "DTSTAMP:20261126T101112Z",
            "DTSTART;VALUE=DATE:20270301",
            "SUMMARY:Review due at Old Hall",
            "DESCRIPTION:Sign in to see what it is.",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            ""
        ]
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn text_cannot_end_its_line_or_its_value() {
    let text = file(&[item("Old; Hall, \\ no. 1\r\nEND:VEVENT\u{7}")], made());
    assert!(text.contains("SUMMARY:Old\\; Hall\\, \\\\ no. 1\\nEND:VEVENT\r\n"), "{text}");
    assert_eq!(text.matches("\r\nEND:VEVENT\r\n").count(), 1);
}

#[test]
fn a_long_line_is_broken_between_letters_and_reads_back() {
    let long = "Review due at the Ünïvërsity Hall of the Ärts and Sciences ".repeat(4);
    let text = file(&[item(long.trim())], made());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{}", long.trim())));
}

#[test]
fn a_calendar_without_days_is_whole() {
    assert!(file(&[], made()).ends_with("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"));
}
