//! Numbers as people read them.

use std::fmt::Display;

/// A number with a comma before each three of its whole digits, such as `500,000` or `1,250.5`.
pub fn thousands(number: impl Display) -> String {
    let text = number.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn commas_stand_before_each_three_digits() {
        let shown = [0, 999, 1_000, 12_345, 500_000, 1_234_567].map(thousands);
        assert_eq!(shown, ["0", "999", "1,000", "12,345", "500,000", "1,234,567"]);
        assert_eq!(thousands(1234.5), "1,234.5");
        assert_eq!(thousands("100.25"), "100.25");
    }
}
