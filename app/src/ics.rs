//! Calendar files (RFC 5545): days with a line of text each.

use chrono::NaiveDate;
use store::Timestamp;

#[cfg(test)]
mod tests;

/// The longest line, in bytes without its end.
const LINE_MAX: usize = 75;

/// A day in a calendar file.
pub struct Item {
    /// The same in every file for the same thing.
    pub uid: String,
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub summary: String,
    /// A line more.
    pub description: &'static str,
}

/// The file; `made` is the moment at which it was made.
pub fn file(items: &[Item], made: Timestamp) -> String {
    let mut text = String::new();
    for line in
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Venue self-assessment//Calendar//EN", "METHOD:PUBLISH"]
    {
        fold(&mut text, line);
    }
    for item in items {
        fold(&mut text, "BEGIN:VEVENT");
        fold(&mut text, &format!("UID:{}", escape(&item.uid)));
        fold(&mut text, &format!("DTSTAMP:{}", made.format("%Y%m%dT%H%M%SZ")));
        fold(&mut text, &format!("DTSTART;VALUE=DATE:{}", item.day.format("%Y%m%d")));
        fold(&mut text, &format!("SUMMARY:{}", escape(&item.summary)));
        fold(&mut text, &format!("DESCRIPTION:{}", escape(item.description)));
        fold(&mut text, "CLASS:PRIVATE");
        fold(&mut text, "TRANSP:TRANSPARENT");
        fold(&mut text, "END:VEVENT");
    }
    fold(&mut text, "END:VCALENDAR");
    text
}

/// Text as a value: nothing in it ends the value or the line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Writes a line, broken where it is too long, never within a letter.
fn fold(text: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE_MAX {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}
