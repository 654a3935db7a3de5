//! What changed since notice was given, and by when a correction is due.

use domain::{
    deadlines::{Commencement, Deadline, Trigger, working},
    ids::PremisesOrEvent,
    notice::{Accuracy, Kept, Since, Spell, What, holding, told},
    notification::Field,
};
use govuk::{Cell, Content};
use leptos::prelude::*;

use crate::{
    components::{Heading, Listing, day},
    pages::{notification::words as said, scope::words::section},
    paths,
    words::deadlines::sentence,
};

/// What changed, with the counting from the day on which the duties start.
pub fn section_of(
    of: PremisesOrEvent,
    notices: &[Kept],
    found: &Accuracy,
    starts: Commencement,
) -> impl IntoView + use<> {
    let body = if holding(notices).is_empty() {
        view! {
            <p class="govuk-body">
                "You have recorded no notice. Once you record one, this page names what has changed since, and by when to tell the SIA."
            </p>
        }
        .into_any()
    } else if let Some(ceased) = told(notices, What::Ceased) {
        let text = format!(
            "You told the SIA on {} that you ceased to be responsible, so there is nothing of yours to correct.",
            day(ceased)
        );
        view! { <p class="govuk-body">{text}</p> }.into_any()
    } else {
        view! {
            {now(of, &found.now(), starts)}
            {for_a_while(of, found, starts)}
            {unknown(of, &found.unknown)}
        }
        .into_any()
    };
    view! {
        <h2 class="govuk-heading-m" id="since">"What changed since you notified"</h2>
        {body}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(of, "notices")>"Notices to the SIA"</a>
        </p>
    }
}

fn now(of: PremisesOrEvent, now: &[Since], starts: Commencement) -> AnyView {
    if now.is_empty() {
        return view! {
            <p class="govuk-body">"What this service says is what you notified, as far as it was compared."</p>
        }
        .into_any();
    }
    let rows: Vec<Vec<Cell>> = now.iter().map(|since| row(of, since, starts)).collect();
    view! {
        <Listing
            name="Corrections"
            caption="By when to send a correction"
            head=vec![
                Heading::title("What is other than you notified"),
                "Since".into(),
                "Last day".into(),
                "How it is counted".into(),
                "Where it says so".into(),
            ]
            rows=rows
        />
        <p class="govuk-body">
            "The days are those on which it was changed here. If something changed before that, the time began then. However often it changes, the first day counts, until you send a correction and record it."
        </p>
    }
    .into_any()
}

fn row(of: PremisesOrEvent, since: &Since, starts: Commencement) -> Vec<Cell> {
    let trigger = Trigger::inaccurate(of, since.day);
    let counted = working(trigger, starts);
    let fields: Vec<_> =
        since.fields.iter().map(|field| view! { <li>{said::field(*field, of)}</li> }).collect();
    vec![
        Content::view(view! { <ul class="govuk-list">{fields}</ul> }).into(),
        day(since.day).into(),
        last_day(counted.deadline()).into(),
        sentence(counted).into(),
        section(trigger.cite()).into(),
    ]
}

/// A last day, or that there is none.
pub fn last_day(deadline: Deadline) -> String {
    match deadline {
        Deadline::LastDay(last) => day(last),
        Deadline::NotFixed => "Not yet set".into(),
        Deadline::NoClearDate => "No clear date: notify at once, or take advice".into(),
    }
}

fn for_a_while(of: PremisesOrEvent, found: &Accuracy, starts: Commencement) -> impl IntoView + use<> {
    let items: Vec<_> = found
        .for_a_while()
        .map(|(field, Spell { from, until })| {
            let until = until.map(|until| format!(", and as you notified again from {}", day(until)));
            let last = match working(Trigger::inaccurate(of, from), starts).deadline() {
                Deadline::LastDay(last) => format!(" The last day to tell the SIA was {}.", day(last)),
                Deadline::NotFixed | Deadline::NoClearDate => String::new(),
            };
            let text = format!(
                "{}: other than you notified from {}{}.{last}",
                said::field(field, of),
                day(from),
                until.unwrap_or_default()
            );
            view! { <li>{text}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h3 class="govuk-heading-s">"Other than you notified for a while"</h3>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}

fn unknown(of: PremisesOrEvent, fields: &[Field]) -> impl IntoView + use<> {
    let items: Vec<_> = fields.iter().map(|field| view! { <li>{said::field(*field, of)}</li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <govuk::Details summary="What is not compared">
                <p class="govuk-body">"When you recorded the notice, this service did not know these:"</p>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            </govuk::Details>
        }
    })
}
