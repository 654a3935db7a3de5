use super::*;
use crate::content::QuestionId;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn codes(errors: &Errors) -> Vec<(String, String)> {
    errors.iter().map(|error| (error.field.to_string(), error.code.to_string())).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

fn asked() -> Vec<QuestionId> {
    ["a.one", "a.two", "a.three"].map(|id| id.parse().unwrap()).to_vec()
}

fn form(fields: &[(&str, &str)]) -> ReturnForm {
    ReturnForm::try_from(pairs(fields)).unwrap()
}

#[test]
fn a_return_names_its_questions_in_the_order_they_were_asked() {
    let form = form(&[
        ("question", "a.three"),
        ("question", "a.one"),
        ("reason-a.one", "Which doors?"),
        ("reason-a.two", "not named, so not said"),
        ("reason-a.three", "Who\r\nand when?"),
        ("message", "Two things are unclear."),
        ("version", "3"),
    ]);
    let (seen, said) = form.check(&asked()).unwrap();
    assert_eq!(seen, 3);
    let named: Vec<_> = said.questions.iter().map(|(id, why)| (id.as_str(), why.as_str())).collect();
    assert_eq!(named, [("a.one", "Which doors?"), ("a.three", "Who\nand when?")]);
}

#[test]
fn a_return_needs_questions_reasons_and_a_message() {
    let errors = form(&[("version", "1")]).check(&asked()).err().unwrap();
    assert_eq!(codes(&errors), pairs(&[("question", "missing"), ("message", "missing")]));
    let errors = form(&[("question", "a.two"), ("message", "m")]).check(&asked()).err().unwrap();
    assert_eq!(codes(&errors), pairs(&[("reason-a.two", "missing"), ("version", "invalid")]));
    let strange = form(&[("question", "b.one"), ("reason-b.one", "r"), ("message", "m"), ("version", "1")]);
    assert_eq!(codes(&strange.check(&asked()).err().unwrap()), pairs(&[("question", "invalid")]));
    assert!(ReturnForm::try_from(pairs(&[("advice", "x")])).is_err());
}

#[test]
fn a_return_says_which_step_it_is_at() {
    assert_eq!(form(&[]).step, ReturnStep::Return);
    for step in [ReturnStep::Choose, ReturnStep::Explain, ReturnStep::Return] {
        assert_eq!(form(&[("step", step.as_str())]).step, step);
    }
    assert!(ReturnForm::try_from(pairs(&[("step", "send")])).is_err());
    assert!(form(&[("question", "a.two")]).named(&asked()).is_ok());
    assert_eq!(form(&[]).named(&asked()), Err(Errors::one("question", "missing")));
    assert_eq!(form(&[("question", "b.one")]).named(&asked()), Err(Errors::one("question", "invalid")));
}

#[test]
fn authority_needs_a_way_and_a_day() {
    let whole = AuthorityForm {
        how: "switchboard".into(),
        on_day: "20".into(),
        on_month: "11".into(),
        on_year: "2026".into(),
        note: String::new(),
        seen: String::new(),
    };
    let said = whole.check(today()).unwrap();
    assert_eq!(said.how, HowConfirmed::Switchboard);
    assert_eq!(whole.seen(), Ok(None));
    assert_eq!(AuthorityForm { seen: "1764".into(), ..whole.clone() }.seen(), Ok(Some(1764)));
    assert!(AuthorityForm { seen: "x".into(), ..whole.clone() }.seen().is_err());
    let empty = AuthorityForm::default().check(today()).unwrap_err();
    assert_eq!(codes(&empty), pairs(&[("how", "missing"), ("on", "missing")]));
    let to_come = AuthorityForm { on_year: "2027".into(), ..whole.clone() }.check(today()).unwrap_err();
    assert_eq!(codes(&to_come), pairs(&[("on", "day-to-come")]));
    let strange = AuthorityForm { how: "e-mail".into(), ..whole }.check(today()).unwrap_err();
    assert_eq!(codes(&strange), pairs(&[("how", "invalid")]));
}

#[test]
fn a_mark_says_how_and_when_only_if_seen() {
    let not_seen = MarkForm { seen: "no".into(), how: "left over".into(), ..MarkForm::default() };
    assert_eq!(not_seen.check(today()), Ok(Mark::NotSeen { note: String::new() }));
    let seen = MarkForm { seen: "yes".into(), ..MarkForm::default() };
    assert_eq!(codes(&seen.check(today()).unwrap_err()), pairs(&[("how", "missing"), ("on", "missing")]));
    assert_eq!(codes(&MarkForm::default().check(today()).unwrap_err()), pairs(&[("seen", "missing")]));
}

#[test]
fn text_is_kept_within_its_bounds() {
    let of = |text: String| CommentForm { comment: text, once: String::new() }.check().map_err(|e| codes(&e));
    assert_eq!(of("é".repeat(COMMENT_MOST)).unwrap().chars().count(), COMMENT_MOST);
    assert_eq!(of("é".repeat(COMMENT_MOST + 1)), Err(pairs(&[("comment", "too-long")])));
    assert_eq!(of("bell \u{7}".into()), Err(pairs(&[("comment", "not-text")])));
    assert_eq!(of(" \r\n ".into()), Err(pairs(&[("comment", "missing")])));
    let advice = AdviceForm { advice: "Lock it.".into(), version: "7".into() };
    assert_eq!(advice.check(), Ok((7, "Lock it.".into())));
}
