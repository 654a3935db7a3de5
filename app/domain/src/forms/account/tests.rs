use super::*;

#[test]
fn every_field_of_an_empty_sign_up_is_missing() {
    let errors = SignUpForm::default().check().unwrap_err();
    let found: Vec<_> = errors.iter().map(|e| (e.field.to_string(), e.code.to_string())).collect();
    assert_eq!(found, SignUpForm::FIELDS.map(|field| (field.to_owned(), "missing".to_owned())),);
}

#[test]
fn a_sign_up_keeps_what_was_typed() {
    let form = SignUpForm {
        name: " Ann Lee ".into(),
        email: "Ann@Example.org".into(),
        password: " twelve chars".into(),
    };
    let sign_up = form.check().unwrap();
    assert_eq!(sign_up.name.as_str(), "Ann Lee");
    assert_eq!(sign_up.email.as_str(), "ann@example.org");
    assert_eq!(sign_up.password.reveal(), " twelve chars");
}

#[test]
fn only_own_paths_are_gone_back_to() {
    let back =
        |text: &str| SignInForm { back: text.into(), ..SignInForm::default() }.back().map(str::to_owned);
    assert_eq!(back("/premises"), Some("/premises".into()));
    for foreign in [
        "",
        "premises",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a?b=c",
        "/a b",
        "/\u{0}",
    ] {
        assert_eq!(back(foreign), None, "{foreign:?}");
    }
}

#[test]
fn unknown_fields_are_refused() {
    assert!(serde_json::from_str::<SignUpForm>(r#"{"name":"a","role":"administrator"}"#).is_err());
}
