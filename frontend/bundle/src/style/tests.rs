use super::*;

#[test]
fn government_fonts_and_crest_are_refused_by_name() {
    assert!(refuse_branding("x", b"body{font-family:arial,sans-serif}").is_ok());
    for mark in ["@font-face{}", "font-family:\"GDS Transport\"", "url(govuk-crest.svg)", "url(a.woff2)"] {
        assert!(refuse_branding("x", mark.as_bytes()).is_err(), "{mark}");
    }
}
