use super::*;

#[test]
fn what_is_said_of_control_comes_back() {
    let form = ControlForm {
        operator: "responsible".into(),
        since_day: "1".into(),
        since_month: "6".into(),
        since_year: "2019".into(),
        others: "yes".into(),
        licensed: "no".into(),
        ..ControlForm::default()
    };
    let said = form.check().unwrap();
    assert_eq!(said.operator, Some(OperatorIs::Responsible));
    assert_eq!(said.since, "2019-06-01".parse().ok());
    assert_eq!(ControlForm::of(&said, 4).check().unwrap(), said);
    let ended = ControlForm {
        until_day: "31".into(),
        until_month: "5".into(),
        until_year: "2019".into(),
        ..form.clone()
    };
    assert_eq!(ended.check().unwrap_err().of("until"), Some("too-early"));
    let wrong = ControlForm { operator: "owner".into(), since_day: "x".into(), ..form };
    let errors = wrong.check().unwrap_err();
    assert_eq!([errors.of("operator"), errors.of("since")], [Some("invalid"), Some("day-invalid")]);
    assert_eq!(ControlForm::default().check().unwrap(), Control::default());
}
