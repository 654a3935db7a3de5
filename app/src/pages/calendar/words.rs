//! The words of a calendar, and where its entries lead.

use domain::{
    calendar::{Entry, What},
    deadlines::Trigger,
    ids::PremisesOrEvent,
    training::course,
};

use crate::paths;

/// What is due, each with the page to see to it; the same twice in a line.
pub fn lines(group: &[Entry<'_>]) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String, usize)> = Vec::new();
    for entry in group {
        let (text, href) = (text(entry), href(entry));
        match lines.iter_mut().find(|(before, ..)| *before == text) {
            Some((.., count)) => *count += 1,
            None => lines.push((text, href, 1)),
        }
    }
    let counted = |(text, href, count): (String, String, usize)| match count {
        1 => (text, href),
        more => (format!("{text} ({more})"), href),
    };
    lines.into_iter().map(counted).collect()
}

fn text(entry: &Entry<'_>) -> String {
    match entry.what {
        What::Notify(None) => "Notify the SIA".into(),
        What::Notify(Some(Trigger::CeasedResponsible(_) | Trigger::CeasedEvent(_))) => {
            "Last day to tell the SIA that you are no longer responsible".into()
        }
        what if what.is_correction() => "Last day to correct what you told the SIA".into(),
        What::Notify(Some(_)) => "Last day to notify the SIA".into(),
        What::HeadCount => "Look at the number of people again".into(),
        What::Event => "The event is held".into(),
        What::Drill(topic) => format!("Try out again: {}", topic.title),
        What::Answer(_) => "A day in your answers gets too old: go through it again".into(),
        What::Plan => "Action in your plan".into(),
        What::Training(id) => {
            format!("Hold training again: {}", course(id).map_or("another course", |course| course.title))
        }
        What::Expiry => "The qualification of a Competent Person runs out".into(),
    }
}

fn href(entry: &Entry<'_>) -> String {
    let part = match entry.what {
        What::Notify(_) => "deadlines",
        What::HeadCount => "number",
        What::Drill(_) => "drills",
        What::Answer(_) | What::Plan => "plan",
        What::Training(_) => "training",
        What::Event | What::Expiry => return paths::of(entry.of),
    };
    match entry.of {
        PremisesOrEvent::Premises(id) => paths::premises_part(id, part),
        PremisesOrEvent::Event(id) => paths::event_part(id, part),
    }
}
