//! What stands above the facts about an event: a warning about its host, and when notice is due.

use chrono::NaiveDate;
use domain::{
    deadlines::{self, Deadline, Trigger},
    event::{HostedEvent, Notice},
    law,
    scope::EventOutcome,
};
use govuk::SummaryRow;
use leptos::prelude::*;

use super::words;
use crate::{
    components::day,
    pages::{notifying, scope::words::section},
    paths,
};

/// A warning where the host may be enhanced duty premises because of events like this one.
pub fn warning(event: &HostedEvent, today: NaiveDate) -> Option<AnyView> {
    let enhanced = event.host_may_be_enhanced(&law::known(), today)?;
    let host = event.host.as_ref()?.id;
    let text = format!(
        "This event brings {enhanced} people or more to your premises, and it is no one-off. So the premises themselves are likely to be in the enhanced tier. That is our reading of “from time to time” in section 2(3), not a rule of its own."
    );
    Some(
        view! {
            <govuk::WarningText>{text}</govuk::WarningText>
            <p class="govuk-body">
                <a class="govuk-link" href=paths::premises_part(host, "number")>
                    "Look at the number of people of the premises again"
                </a>
            </p>
        }
        .into_any(),
    )
}

/// By when the SIA must be notified.
pub fn notice(event: &HostedEvent, today: NaiveDate) -> impl IntoView + use<> {
    let outcome = event.decide(&law::known(), today).outcome();
    let known = law::date("commencement");
    let due = event.event.notice(deadlines::commencement(), known.and_then(|date| date.not_before));
    let body = match (outcome, due) {
        (EventOutcome::NotInScope, _) => view! {
            <p class="govuk-body">
                "From what you said it is not a qualifying event, so there is nothing to notify."
            </p>
        }
        .into_any(),
        (_, Notice::OfOthers) => view! {
            <p class="govuk-body">
                "From what you said your organisation is not responsible for the event, so it has nothing to notify."
            </p>
        }
        .into_any(),
        (_, Notice::NotSaid) => view! {
            <p class="govuk-body">
                <a class="govuk-link" href=paths::event_part(event.event.id, "publicity")>
                    "Say when its date is made public"
                </a>
                ": the last day follows from that (SI 2026/793, regulation 3(2))."
            </p>
        }
        .into_any(),
        (_, Notice::OverBefore(first)) => {
            let text = format!(
                "The event is over before the main duties start, which is on {} at the earliest. So no notice is due for it.",
                day(first)
            );
            view! { <p class="govuk-body">{text}</p> }.into_any()
        }
        (outcome, Notice::Due(trigger, deadline)) => due_view(outcome, trigger, deadline),
    };
    view! {
        <h2 class="govuk-heading-m">"Notifying the SIA"</h2>
        {body}
        {notifying::links(event.event.id.into())}
    }
}

fn due_view(outcome: EventOutcome, trigger: Trigger, deadline: Deadline) -> AnyView {
    let last_day = match deadline {
        Deadline::LastDay(last) => day(last),
        Deadline::NotFixed => "Not yet set: the main duties have no first day yet".into(),
        Deadline::NoClearDate => "No clear date: notify at once, or take advice".into(),
    };
    let rows = vec![
        SummaryRow::new("Last day in time", last_day),
        SummaryRow::new("What sets it", words::trigger(trigger)),
        SummaryRow::new("How it is counted", counted(trigger)),
        SummaryRow::new("Where it comes from", section(trigger.cite())),
    ];
    let unclear = (outcome == EventOutcome::Unclear).then(|| {
        view! { <p class="govuk-body">"This applies if it turns out to be a qualifying event."</p> }
    });
    view! {
        {unclear}
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">"Notice is given on the SIA’s own portal, not here."</p>
    }
    .into_any()
}

fn counted(trigger: Trigger) -> String {
    match trigger {
        Trigger::EventPublicised(on) => format!(
            "14 days that begin with {}, or with the day that the duties start if that is later. The first day counts",
            day(on)
        ),
        _ => "The regulations do not say how to count here".into(),
    }
}
