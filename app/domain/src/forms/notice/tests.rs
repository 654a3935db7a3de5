use super::*;
use crate::notification::Standing;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn form(what: &str, given: [&str; 3]) -> NoticeForm {
    let [given_day, given_month, given_year] = given.map(str::to_owned);
    NoticeForm {
        what: what.into(),
        given_day,
        given_month,
        given_year,
        same: "yes".into(),
        ..NoticeForm::default()
    }
}

fn facts() -> Vec<Entry> {
    vec![Entry { field: Field::Names, standing: Standing::Given, values: Vec::new() }]
}

fn check(form: &NoticeForm) -> Result<Notice, Errors> {
    form.check(day("2027-05-10"), Some(day("2025-04-03")), facts())
}

#[test]
fn a_notice_is_what_the_form_says() {
    let mut form = form("became", ["1", "5", "2027"]);
    form.reference = " SIA 12/345 ".into();
    let notice = check(&form).unwrap();
    assert_eq!((notice.what, notice.given_on), (What::Became, day("2027-05-01")));
    assert_eq!(notice.reference.as_deref(), Some("SIA 12/345"));
    assert_eq!((notice.facts, notice.otherwise), (facts(), Vec::new()));
    form.same = "no".into();
    form.otherwise = vec!["licences".into(), "address".into()];
    assert_eq!(check(&form).unwrap().otherwise, [Field::Licences, Field::Address]);
    // Whoever ceased has told no facts.
    form.what = "ceased".into();
    form.same = String::new();
    let notice = check(&form).unwrap();
    assert_eq!((notice.facts, notice.otherwise), (Vec::new(), Vec::new()));
    // Nor where there are none to compare with.
    form.what = "became".into();
    assert!(form.check(day("2027-05-10"), None, Vec::new()).is_ok());
}

#[test]
fn every_wrong_field_is_named() {
    let codes = |form: &NoticeForm| {
        let errors = check(form).unwrap_err();
        errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect::<Vec<_>>()
    };
    assert_eq!(codes(&NoticeForm::default()), ["what missing", "given missing", "same missing"]);
    assert_eq!(codes(&form("told", ["11", "5", "2027"])), ["what invalid", "given day-to-come"]);
    assert_eq!(codes(&form("became", ["31", "4", "2027"])), ["given day-invalid"]);
    assert_eq!(codes(&form("became", ["2", "4", "2025"])), ["given too-early"]);
    let mut long = form("became", ["1", "5", "2027"]);
    long.reference = "x".repeat(61);
    long.same = "no".into();
    assert_eq!(codes(&long), ["reference too-long", "otherwise missing"]);
    long.otherwise = vec!["declare-aware".into()];
    long.reference.clear();
    assert_eq!(codes(&long), ["otherwise invalid"]);
}

#[test]
fn taking_back_says_why() {
    assert_eq!(TakeBackForm { why: " Never sent ".into() }.check().unwrap(), "Never sent");
    assert_eq!(TakeBackForm::default().check().unwrap_err().of("why"), Some("missing"));
}
