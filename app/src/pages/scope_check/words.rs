//! The words of the scope check's questions.

use chrono::NaiveDate;
use domain::{
    law::{self, VisitingPublic},
    scope::check::{Counted, Question},
};
use govuk::Choice;

use crate::pages::scope::words as scope_words;

/// A question, as the heading of its page.
pub fn title(question: Question, on: NaiveDate) -> String {
    match question {
        Question::What => "What do you want to check?".into(),
        Question::Building => "Is there a building?".into(),
        Question::Exclusions => "Does any of these apply to the premises?".into(),
        Question::Uses => "What are the premises used for?".into(),
        Question::ForPublic(code) => {
            let law = law::known();
            let principally = match law.find(code, on).map(|item| item.visiting_public) {
                Some(VisitingPublic::Principally) => "principally ",
                _ => "",
            };
            format!(
                "{}: is this {principally}for visiting members of the public?",
                scope_words::use_name(code, on)
            )
        }
        Question::Mainly => "Are the premises wholly or mainly used for this?".into(),
        Question::Principal => "Which use is the principal one?".into(),
        Question::PartOf => "Are the premises part of larger premises that are themselves in scope?".into(),
        Question::Count(Counted::Premises) => "How many people do you expect at the same time?".into(),
        Question::Count(Counted::Event) => "How many people will be at the event at its busiest?".into(),
        Question::Method(_) => "How do you want to work the number out?".into(),
        Question::Figures(_) => "Work out how many people".into(),
        Question::SameSite => "Is the event at the premises you just described?".into(),
        Question::HostEnhanced => "Is the event at, or inside, enhanced duty premises?".into(),
        Question::HostUse => "Are the premises that host the event mainly used for one of these?".into(),
        Question::HostExclusions => "Does any of these apply to the premises that host the event?".into(),
        Question::PublicAccess => "Can members of the public attend the event?".into(),
        Question::EntryChecked => "Does anybody check that people may come in?".into(),
    }
}

/// A question in a few words, for the list of what was said.
pub fn short(question: Question, on: NaiveDate) -> String {
    match question {
        Question::What => "To check".into(),
        Question::Building => "A building".into(),
        Question::Exclusions => "What may take the premises out".into(),
        Question::Uses => "Used for".into(),
        Question::ForPublic(code) => {
            format!("For visiting members of the public: {}", scope_words::use_name(code, on))
        }
        Question::Mainly => "Mainly used for this".into(),
        Question::Principal => "Principal use".into(),
        Question::PartOf => "Part of larger premises".into(),
        Question::Count(Counted::Premises) => "Greatest number of people".into(),
        Question::Count(Counted::Event) => "Greatest number of people at the event".into(),
        Question::Method(Counted::Premises) => "How to work it out".into(),
        Question::Method(Counted::Event) => "How to work the event’s number out".into(),
        Question::Figures(Counted::Premises) => "Working".into(),
        Question::Figures(Counted::Event) => "Working for the event".into(),
        Question::SameSite => "Event at these premises".into(),
        Question::HostEnhanced => "Event at enhanced duty premises".into(),
        Question::HostUse => "Main use of the event’s host".into(),
        Question::HostExclusions => "What may take the event out".into(),
        Question::PublicAccess => "Members of the public can attend".into(),
        Question::EntryChecked => "Entry is checked".into(),
    }
}

/// Where the Act asks it.
pub fn cite(question: Question, on: NaiveDate) -> Option<String> {
    let fixed = match question {
        Question::What | Question::SameSite => return None,
        Question::ForPublic(code) => {
            return law::known().find(code, on).map(|item| format!("{}; Sch1 p18", item.cite));
        }
        Question::Building => "s2(2)(a)",
        Question::Exclusions => "s2(2)(d)",
        Question::Uses | Question::Mainly => "s2(2)(b)",
        Question::Principal => "s4(2)",
        Question::PartOf => "s2(5)",
        Question::Count(Counted::Premises)
        | Question::Method(Counted::Premises)
        | Question::Figures(Counted::Premises) => "s2(2)(c)",
        Question::Count(Counted::Event)
        | Question::Method(Counted::Event)
        | Question::Figures(Counted::Event) => "s3(1)(d)",
        Question::HostEnhanced => "s3(1)(b)",
        Question::HostUse => "Sch2 p6",
        Question::HostExclusions => "Sch2 p5",
        Question::PublicAccess => "s3(1)(c)",
        Question::EntryChecked => "s3(1)(e), s3(2)",
    };
    Some(fixed.into())
}

/// What is wrong with an answer.
pub fn wrong(question: Question, field: &str, code: &str) -> &'static str {
    match (question, code) {
        (Question::What, _) => "Choose what you want to check",
        (Question::Building, _) => "Say whether there is a building",
        (Question::Exclusions | Question::HostExclusions, "none-with-others") => {
            "Choose what applies, or “none of these” alone"
        }
        (Question::Exclusions | Question::HostExclusions, _) => "Choose what applies, or “none of these”",
        (Question::Uses, "none-with-others") => "Choose the uses that apply, or “none of these” alone",
        (Question::Uses, _) => "Choose what the premises are used for",
        (Question::ForPublic(_), _) => "Say whether this use is for visiting members of the public",
        (Question::Mainly, _) => "Say whether the premises are wholly or mainly used for this",
        (Question::Principal, _) => "Choose the principal use",
        (Question::PartOf, _) => "Say whether the premises are part of larger premises",
        (Question::Count(_), "missing") if field.ends_with("number") => "Enter the number of people",
        (Question::Count(_), "number-range") => "The number must be from 1 to 500,000",
        (Question::Count(_), "number-invalid") => "Enter a whole number, like 350",
        (Question::Count(_), _) => "Say whether you know the number",
        (Question::Method(_), _) => "Choose how to work the number out",
        (Question::Figures(_), _) => "Check these figures",
        (Question::SameSite, _) => "Say whether the event is at the premises you just described",
        (Question::HostEnhanced, _) => "Say whether the event is at enhanced duty premises",
        (Question::HostUse, _) => "Choose what the host is mainly used for, or “none of these”",
        (Question::PublicAccess, _) => "Say whether members of the public can attend",
        (Question::EntryChecked, _) => "Say whether anybody checks that people may come in",
    }
}

/// What can be checked.
pub fn what() -> Vec<Choice> {
    vec![
        Choice::new("premises", "Premises")
            .hint("A building, or a building with land: your venue, or part of it"),
        Choice::new("event", "An event").hint("Something held for a time, in a building or on land"),
        Choice::new("both", "Premises and an event")
            .hint("A site can be in scope as premises, and hold an event that is in scope by itself"),
    ]
}

/// Where entry is checked.
pub fn checked() -> Vec<Choice> {
    vec![
        Choice::new("whole", "Yes, at the whole event"),
        Choice::new("part", "Yes, but only in a part of the site"),
        Choice::new("no", "No"),
        Choice::new("not-sure", "I am not sure"),
    ]
}

/// The uses whose events are left out, to choose from.
pub fn host_uses(on: NaiveDate) -> Vec<Choice> {
    let law = law::known();
    let mut items: Vec<Choice> = law
        .uses_on(on)
        .filter(|item| item.event_host_excluded)
        .map(|item| Choice::new(item.code.0.to_string(), item.label).hint(item.examples))
        .collect();
    items.push(Choice::new("none", "None of these"));
    items.push(Choice::new("not-sure", "I am not sure"));
    items
}
