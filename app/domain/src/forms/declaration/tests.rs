use super::*;

fn form(name: &str, role: &str, agree: &str) -> DeclarationForm {
    DeclarationForm { name: name.into(), role: role.into(), agree: agree.into(), once: String::new() }
}

#[test]
fn a_declaration_needs_a_name_a_role_and_the_box() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let made = form(" Ann Example ", "Manager", "yes").check(today).unwrap();
    assert_eq!(made, Declaration { name: "Ann Example".into(), role: "Manager".into(), on: today });
    let errors = form("", " ", "").check(today).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (&*error.field, &*error.code)).collect();
    assert_eq!(found, [("name", "missing"), ("role", "missing"), ("agree", "missing")]);
    let errors = form(&"x".repeat(101), "a\u{1}b", "no").check(today).unwrap_err();
    assert_eq!((errors.of("name"), errors.of("role")), (Some("too-long"), Some("not-text")));
    assert_eq!(errors.of("agree"), Some("missing"));
}
