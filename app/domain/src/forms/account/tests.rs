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

#[cfg(feature = "content")]
#[test]
fn a_role_needs_a_place_that_exists() {
    use crate::policy::Grant;
    let form = |role: &str, region: &str, council: &str| InviteForm {
        email: "ann@example.org".into(),
        role: role.into(),
        region: region.into(),
        council: council.into(),
        ..InviteForm::default()
    };
    let wrong = |form: InviteForm| {
        let errors = form.check().unwrap_err();
        errors.iter().map(|e| format!("{} {}", e.field, e.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(form("", "", "")), ["role missing"]);
    assert_eq!(wrong(form("national", "", "")), ["role invalid"]);
    assert_eq!(wrong(form("regional-lead", "west-midlands", "")), ["role invalid"]);
    assert_eq!(wrong(form("operator", "", "")), ["role invalid"]);
    assert_eq!(wrong(form("ctsa", "", "E08000025")), ["region missing"]);
    assert_eq!(wrong(form("ctsa", "atlantis", "")), ["region invalid"]);
    assert_eq!(wrong(form("council", "west-midlands", "")), ["council missing"]);
    assert_eq!(wrong(form("council", "", "E08999999")), ["council invalid"]);
    let grant = |form: InviteForm| form.check().unwrap().grant;
    assert_eq!(grant(form("ctsa", "west-midlands", "")), Grant::Ctsa("west-midlands".parse().unwrap()));
    assert_eq!(grant(form("council", "", "E08000025")), Grant::Council("E08000025".parse().unwrap()));
    assert_eq!(grant(form("administrator", "west-midlands", "E08000025")), Grant::Administrator);
}

#[test]
fn another_password_is_another() {
    let form = |old: &str, password: &str| ChangePasswordForm { old: old.into(), password: password.into() };
    let wrong = |form: ChangePasswordForm| {
        let errors = form.check().err().unwrap();
        errors.iter().map(|e| format!("{} {}", e.field, e.code)).collect::<Vec<_>>()
    };
    assert_eq!(wrong(form("", "")), ["old missing", "password missing"]);
    assert_eq!(wrong(form("a quiet harbour", "a quiet harbour")), ["password same"]);
    assert_eq!(wrong(form("a quiet harbour", "short")), ["password too-short"]);
    assert_eq!(form("a quiet harbour", "another harbour").check().unwrap().new.reveal(), "another harbour");
}

#[test]
fn an_invitation_decides_address_and_role() {
    assert!(serde_json::from_str::<JoinForm>(r#"{"name":"a","email":"b@c.org"}"#).is_err());
    assert!(serde_json::from_str::<InviteForm>(r#"{"role":"ctsa","national":"yes"}"#).is_err());
}
