use super::*;

fn form() -> LicenceForm {
    LicenceForm {
        kind: "alcohol".into(),
        state: "in-force".into(),
        description: "Premises licence 12/345".into(),
        authority: "Birmingham City Council".into(),
        from_day: "1".into(),
        from_month: "2".into(),
        from_year: "2020".into(),
        ..LicenceForm::default()
    }
}

fn code(form: &LicenceForm, field: &str) -> Option<String> {
    form.check().err().and_then(|errors| errors.of(field).map(str::to_owned))
}

#[test]
fn each_kind_and_state_comes_back_as_it_was_said() {
    for kind in LicenceKind::ALL {
        for state in LicenceState::SLUGS {
            let form = LicenceForm { kind: kind.as_str().into(), state: state.into(), ..form() };
            let said = form.check().unwrap();
            assert_eq!((said.kind, said.state.as_str()), (kind, state));
            assert_eq!(LicenceForm::of(&said, 2).check().unwrap(), said);
        }
    }
}

#[test]
fn days_are_asked_of_a_licence_in_force_only() {
    let undated = LicenceForm {
        from_day: String::new(),
        from_month: String::new(),
        from_year: String::new(),
        ..form()
    };
    assert_eq!(code(&undated, "from").as_deref(), Some("missing"));
    let applied = LicenceForm { state: "applied-for".into(), ..undated };
    assert_eq!(applied.check().unwrap().state, LicenceState::AppliedFor);
}

#[test]
fn a_licence_does_not_end_before_it_begins() {
    let mut form =
        LicenceForm { to_day: "31".into(), to_month: "1".into(), to_year: "2020".into(), ..form() };
    assert_eq!(code(&form, "to").as_deref(), Some("too-early"));
    form.to_day = "32".into();
    assert_eq!(code(&form, "to").as_deref(), Some("day-invalid"));
}

#[test]
fn what_is_missing_is_named() {
    let errors = LicenceForm::default().check().unwrap_err();
    let fields: Vec<_> = errors.iter().map(|error| (&*error.field, &*error.code)).collect();
    assert_eq!(
        fields,
        [("kind", "missing"), ("state", "missing"), ("description", "missing"), ("authority", "missing")]
    );
    assert_eq!(code(&LicenceForm { kind: "gun".into(), ..form() }, "kind").as_deref(), Some("invalid"));
}
