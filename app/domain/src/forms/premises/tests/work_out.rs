use super::*;

fn sent(changed: &[(&str, &str)]) -> Option<WorkOutForm> {
    let mut fields = vec![
        ("method", "seating-plan"),
        ("in-seats", "780"),
        ("in-standing", ""),
        ("in-staff", "35"),
        ("method_note", ""),
        ("counted_on_day", "1"),
        ("counted_on_month", "11"),
        ("counted_on_year", "2026"),
        ("review", "6"),
        ("version", "4"),
    ];
    for (name, text) in changed {
        match fields.iter_mut().find(|(field, _)| field == name) {
            Some(field) => field.1 = text,
            None => fields.push((name, text)),
        }
    }
    WorkOutForm::sent(fields.into_iter().map(|(field, text)| (field.to_owned(), text.to_owned())).collect())
}

#[test]
fn figures_make_a_head_count_with_its_working() {
    let said = sent(&[]).unwrap().check(today()).unwrap();
    let count = said.head_count.unwrap();
    assert_eq!((count.number(), count.working()), (815, Some("780 seats + 35 staff = 815")));
    assert_eq!(count.review_on().to_string(), "2027-05-01");
    assert_eq!(said.version, Some(4));
    let again = WorkOutForm::new(law::method("seating-plan").unwrap(), today(), 5).with(&count);
    assert_eq!(
        (again.typed("in-seats"), again.typed("in-staff"), again.typed("version")),
        ("780", "35", "5")
    );
    let other = WorkOutForm::new(law::method("ticket-cap").unwrap(), today(), 5).with(&count);
    assert_eq!(other.typed("in-staff"), "", "another method starts empty");
}

#[test]
fn every_wrong_figure_is_named() {
    for (field, text, at, code) in [
        ("in-seats", "", "in-seats", "missing"),
        ("in-staff", "", "in-staff", "missing"),
        ("in-seats", "many", "in-seats", "not-number"),
        ("in-seats", "2.5", "in-seats", "not-whole"),
        ("in-seats", "499999", "in-seats", "number-range"),
        ("counted_on_year", "2027", "counted_on", "day-to-come"),
        ("counted_on_day", "", "counted_on", "day-invalid"),
        ("review", "7", "review", "invalid"),
        ("version", "x", "version", "invalid"),
        ("method_note", "a\u{1}", "method_note", "not-text"),
    ] {
        let errors = sent(&[(field, text)]).unwrap().check(today()).unwrap_err();
        assert_eq!(codes(&errors), pairs(&[(at, code)]), "{field} {text}");
    }
    let long = "x".repeat(501);
    let errors = sent(&[("method_note", &long)]).unwrap().check(today()).unwrap_err();
    assert_eq!(codes(&errors), pairs(&[("method_note", "too-long")]));
}

#[test]
fn a_form_that_no_page_has_is_refused() {
    assert!(sent(&[("in-tickets", "5")]).is_none(), "a figure of another method");
    assert!(sent(&[("method", "other")]).is_none(), "a method without figures");
    assert!(sent(&[("method", "guess")]).is_none());
    assert!(WorkOutForm::sent(Vec::new()).is_none());
}
