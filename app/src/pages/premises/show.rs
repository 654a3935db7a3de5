//! One of the premises: what was said about it, and what to do next.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    area,
    digits::thousands,
    event::HostedEvent,
    ids::PremisesId,
    law,
    policy::act,
    premises::Premises,
    scope::{Known, Outcome},
};
use govuk::{RowAction, SummaryRow};
use leptos::prelude::*;
use store::{CompetentPerson, SubmissionLine};

use super::{list, number, scope_words};
use crate::{
    Page, PageError,
    components::day,
    pages::{being_ready, competent_person::at_premises, event, notifying, submission::sent},
    paths,
    request::Ctx,
};

/// What was said, with a way to change each part.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewPremises>(id).await?;
    let premises = ctx.store.premises(&permit).await?;
    let sent = ctx.store.submissions_of(&permit).await?;
    let people = ctx.store.competent_persons_at(&permit).await?;
    let events = ctx.store.events_at(&permit, &premises).await?;
    let today = ctx.today();
    Ok(Page::new("Premises", move || view(&premises, &sent, &people, &events, today))
        .with_back(paths::PREMISES)
        .without_name())
}

fn view(
    premises: &Premises,
    sent: &[SubmissionLine],
    people: &[CompetentPerson],
    events: &[HostedEvent],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let id = premises.id;
    let change = |part: &str, what: &'static str| {
        RowAction::new("Change", paths::premises_part(id, part)).hidden(what)
    };
    let council = area::council(&premises.council).map_or("", |council| council.council);
    let region = area::region(&premises.region).map_or("", |region| region.name);
    let count = premises.head_count.as_ref();
    let number = count.map_or("Not known yet".into(), |count| thousands(count.number()));
    let how = count.map_or("Not known yet".into(), number::how);
    let review = count.map_or("Not known yet".into(), |count| day(count.review_on()));
    let uprn = premises.uprn.map_or("Not given".into(), |uprn| uprn.to_string());
    let building = match premises.facts.building {
        Known::Yes => "Yes",
        Known::No => "No",
        Known::NotSure => "Not known yet",
    };
    let rows = vec![
        SummaryRow::new("Name", premises.name.as_str()).action(change("address", "name")),
        SummaryRow::new("Address", premises.address.lines().join(", ")).action(change("address", "address")),
        SummaryRow::new("UPRN", uprn).action(change("address", "UPRN")),
        SummaryRow::new("Council", council),
        SummaryRow::new("Counter terrorism policing region", region),
        SummaryRow::new("A building", building).action(change("use", "building")),
        SummaryRow::new("Used for", scope_words::uses(&premises.facts, today)).action(change("use", "uses")),
        SummaryRow::new("What may take them out", scope_words::exclusions(&premises.facts, today))
            .action(change("exclusions", "what may take the premises out")),
        SummaryRow::new("Part of larger premises", scope_words::part_of(premises.facts.part_of))
            .action(change("exclusions", "larger premises")),
        SummaryRow::new("Greatest number of people", number).action(change("number", "number of people")),
        SummaryRow::new("How it was worked out", how).action(change("number/work-out", "working")),
        SummaryRow::new("Look at the number again", review).action(change("number", "day to look again")),
    ];
    let decision = premises.decide(&law::known(), today);
    let (stage, colour) = list::stage(premises.stage);
    // Where the Act leaves a point open, people may go on as if it reached the premises.
    let start = if decision.provisional.is_some() {
        Some((super::tier::to_questions(premises.stage), None))
    } else if decision.outcome == Outcome::NotInScope {
        Some((
            "Answer the voluntary questions",
            Some(
                "The Act asks nothing of these premises, by what you said. If you like, a dozen questions of good practice show what you could do. Nobody else sees the answers.",
            ),
        ))
    } else {
        None
    };
    let start = start.map(|(button, why)| {
        let why = why.map(|why| view! { <p class="govuk-body">{why}</p> });
        view! {
            {why}
            <form method="post" action=paths::premises_part(id, "assessment")>
                <govuk::Button>{button}</govuk::Button>
            </form>
        }
    });
    view! {
        <h1 class="govuk-heading-l">{premises.name.as_str().to_owned()}</h1>
        <p class="govuk-body">
            <govuk::Tag text=stage colour=colour/>
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(id, "tier")>
                {scope_words::outcome(decision.outcome)} ": see why"
            </a>
        </p>
        {start}
        {being_ready::links(id.into())}
        <h2 class="govuk-heading-m">"Notifying the SIA"</h2>
        {notifying::links(id.into())}
        {sent::list(sent)}
        {at_premises::list(id, people, today)}
        {event::at_premises::list(events, today)}
        <h2 class="govuk-heading-m">"What you said about the premises"</h2>
        <govuk::SummaryList rows=rows/>
    }
}
