use super::*;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn form() -> CompetentPersonForm {
    CompetentPersonForm {
        name: " Ann Smith ".into(),
        role: "Duty manager".into(),
        qualification: "ctpsap-3".into(),
        awarding_body: "SFJ Awards".into(),
        awarded_on_day: "3".into(),
        awarded_on_month: "11".into(),
        awarded_on_year: "2026".into(),
        expiry: "none-stated".into(),
        ..CompetentPersonForm::default()
    }
}

fn codes(form: &CompetentPersonForm) -> Vec<(String, String)> {
    let errors = form.check(today()).err().unwrap_or_default();
    errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
}

fn pair(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn a_whole_form_says_what_it_says_and_comes_back() {
    let said = form().check(today()).unwrap();
    assert_eq!(said.name.as_str(), "Ann Smith");
    assert_eq!(said.awarded_on, "2026-11-03".parse().unwrap());
    assert_eq!(said.expiry, Expiry::NoneStated);
    let again = CompetentPersonForm::of(&said, 4);
    assert_eq!((again.version(), again.awarded_on_day.as_str()), (Some(4), "3"));
    assert_eq!(again.check(today()).unwrap(), said);
}

#[test]
fn an_empty_form_names_each_field_in_page_order() {
    let fields: Vec<String> =
        codes(&CompetentPersonForm::default()).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["name", "role", "qualification", "awarding_body", "awarded_on", "expiry"]);
}

#[test]
fn fields_are_refused_for_their_reason() {
    let other = CompetentPersonForm { qualification: "other".into(), ..form() };
    assert_eq!(codes(&other), pair("described", "missing"));
    let unknown = CompetentPersonForm { qualification: "doctor".into(), ..form() };
    assert_eq!(codes(&unknown), pair("qualification", "invalid"));
    let to_come = CompetentPersonForm { awarded_on_day: "23".into(), ..form() };
    assert_eq!(codes(&to_come), pair("awarded_on", "day-to-come"));
    let no_day = CompetentPersonForm { awarded_on_day: "31".into(), ..form() };
    assert_eq!(codes(&no_day), pair("awarded_on", "day-invalid"));
    let expires = |year: &str| CompetentPersonForm {
        expiry: "on".into(),
        expires_on_day: "2".into(),
        expires_on_month: "11".into(),
        expires_on_year: year.into(),
        ..form()
    };
    assert_eq!(codes(&expires("2026")), pair("expires_on", "too-early"));
    assert_eq!(codes(&expires("")), pair("expires_on", "day-invalid"));
    assert_eq!(expires("2029").check(today()).unwrap().expiry, Expiry::On("2029-11-02".parse().unwrap()));
    let long = CompetentPersonForm { number: "9".repeat(61), ..form() };
    assert_eq!(codes(&long), pair("number", "too-long"));
}

#[test]
fn what_was_chosen_before_other_leaves_no_description() {
    let form = CompetentPersonForm { described: "left over".into(), ..form() };
    assert_eq!(form.check(today()).unwrap().described, None);
}
