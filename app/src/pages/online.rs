//! Websites and social media accounts that advertise premises or an event.

use domain::premises::site::MOST_LINES;
use govuk::Choice;
use leptos::prelude::*;

use crate::form::Wrong;

/// The fields that ask for them.
pub fn fields(legend: &'static str, [online, list]: [&String; 2], wrong: &Wrong) -> impl IntoView + use<> {
    let list = view! {
        <govuk::TextArea
            id="online_list"
            label="Websites and accounts"
            hint="One on each line"
            value=list.clone()
            error=wrong.text("online_list")
        />
    };
    let items = vec![Choice::new("none", "No"), Choice::new("some", "Yes").below(list)];
    view! {
        <govuk::Radios
            id="online"
            legend=legend
            items=items
            value=online.clone()
            error=wrong.text("online")
        />
    }
}

/// What is wrong with a field, by its code.
pub fn words(code: &str) -> String {
    match code {
        "missing" => "Enter each website or account on a line of its own".into(),
        "too-many" => format!("Enter at most {MOST_LINES} lines"),
        "too-long" => "Each line must be 300 characters or fewer".into(),
        _ => "This must not contain control characters".into(),
    }
}

/// What is known, in one line.
pub fn one_line(online: Option<&[String]>) -> String {
    match online {
        None => "Not known yet".into(),
        Some([]) => "None".into(),
        Some(list) => list.join("; "),
    }
}
