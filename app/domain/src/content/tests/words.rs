//! Prose, ids and conditions.

use crate::content::{Block, Condition, QuestionId, Span, markup::parse};

fn plain(text: &str) -> Span {
    Span::Plain(text.to_owned())
}

#[test]
fn prose_becomes_paragraphs_and_lists() {
    let text = "One\nline.\n\n- first\n  goes on\n- **second** item\n\nEnd.";
    let expected = vec![
        Block::Paragraph(vec![plain("One line.")]),
        Block::List(vec![
            vec![plain("first goes on")],
            vec![Span::Bold("second".to_owned()), plain(" item")],
        ]),
        Block::Paragraph(vec![plain("End.")]),
    ];
    assert_eq!(parse(text), Ok(expected));
}

#[test]
fn prose_refuses_other_markup() {
    for text in ["<i>x</i>", "# x", "[x](y)", "`x`", "a *b* c", "**b", "snake_case", "&lt;\\"] {
        assert!(parse(text).is_err(), "{text}");
    }
    assert!(parse("A list:\n- follows at once").is_err());
}

#[test]
fn ids_are_words_joined_by_dots() {
    for good in ["people.shift-lead", "a.b.c2"] {
        assert_eq!(good.parse::<QuestionId>().expect(good).as_str(), good);
    }
    for bad in ["", "people", "People.lead", "people.", ".lead", "people..lead", "people.2", "a.b/c", "é.b"]
    {
        assert!(bad.parse::<QuestionId>().is_err(), "{bad}");
    }
}

fn is(question: &str, code: &str) -> Condition {
    Condition::Is { question: question.parse().expect("an id"), any_of: vec![code.to_owned()] }
}

#[test]
fn a_condition_holds_only_for_certain() {
    // a.a is yes, a.b is no, a.c has no answer.
    let code = |id: &QuestionId| match id.as_str() {
        "a.a" => Some("yes"),
        "a.b" => Some("no"),
        _ => None,
    };
    let (yes, no, open) = (is("a.a", "yes"), is("a.b", "yes"), is("a.c", "yes"));
    let not = |one: &Condition| Condition::Not(Box::new(one.clone()));
    let all = |list: [&Condition; 2]| Condition::All(list.map(Clone::clone).to_vec());
    let any = |list: [&Condition; 2]| Condition::Any(list.map(Clone::clone).to_vec());
    let cases = [
        (yes.clone(), Some(true)),
        (no.clone(), Some(false)),
        (open.clone(), None),
        (not(&open), None),
        (not(&no), Some(true)),
        (all([&yes, &open]), None),
        (all([&no, &open]), Some(false)),
        (all([&yes, &yes]), Some(true)),
        (any([&yes, &open]), Some(true)),
        (any([&no, &open]), None),
        (any([&no, &no]), Some(false)),
    ];
    for (condition, holds) in cases {
        assert_eq!(condition.holds(&code), holds, "{condition:?}");
    }
}
