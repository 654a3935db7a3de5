//! What the server answered.

use axum::http::{HeaderMap, StatusCode, header};

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Where a 303 leads.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.headers[header::LOCATION].to_str().unwrap()
    }

    /// The answer is this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// 422 with this sentence at this field.
    #[track_caller]
    pub fn shows_invalid(self, field: &str, sentence: &str) -> Self {
        let answer = self.is(422);
        assert!(answer.body.contains(&format!("<a href=\"#{field}\">{sentence}")), "{}", answer.body);
        answer
    }

    /// The body has this text.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        assert!(self.body.contains(text), "{text:?} is not in {}", self.body);
        self
    }

    /// The body does not have this text. Ids and nonces are left out: at random, they have any short number.
    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        assert!(!without_random(&self.body).contains(text), "{text:?} is in {}", self.body);
        self
    }

    /// The value of a hidden or text field of the page.
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\"");
        let tag = self
            .body
            .split('<')
            .find(|tag| tag.starts_with("input") && tag.contains(&mark))
            .unwrap_or_else(|| panic!("no field {name} in {}", self.body));
        tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("").to_owned()
    }

    /// Status, headers and length, without what differs from answer to answer.
    pub fn shape(&self) -> (StatusCode, Vec<(String, String)>, usize) {
        let mut headers: Vec<_> = self
            .headers
            .iter()
            .filter(|(name, _)| !["date", "content-security-policy"].contains(&name.as_str()))
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect();
        headers.sort();
        (self.status, headers, self.body.len())
    }
}

/// A page without the values of nonces and without UUIDs.
fn without_random(body: &str) -> String {
    let mut pieces = body.split("nonce=\"");
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once('"').map_or("", |(_, rest)| rest));
    }
    let hex_or_dash = |letter: char| letter.is_ascii_hexdigit() || letter == '-';
    let mut rest = kept.as_str();
    let mut out = String::with_capacity(rest.len());
    while let Some(next) = rest.chars().next() {
        match rest.get(..36).filter(|id| id.chars().all(hex_or_dash) && id.matches('-').count() == 4) {
            Some(id) => rest = &rest[id.len()..],
            None => {
                out.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    out
}

#[test]
fn only_ids_and_nonces_are_left_out() {
    let id = "0f780c2e-1b7a-4c07-9780-aa7800000780";
    let body = format!("<script nonce=\"a780b\"></script><a href=\"/premises/{id}/tier\">78 £ 0</a>");
    let kept = without_random(&body);
    assert_eq!(kept, "<script ></script><a href=\"/premises//tier\">78 £ 0</a>");
}
