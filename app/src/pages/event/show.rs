//! One of the events: what was said about it, whether it qualifies, and what to do next.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    area,
    assessment::AssessmentState,
    content::Audience,
    digits::thousands,
    event::{Entry, HostedEvent, Step},
    ids::EventId,
    law,
    policy::act,
    scope::EventOutcome,
};
use govuk::{RowAction, SummaryRow, TagColour};
use leptos::prelude::*;
use store::{AssessmentLine, SubmissionLine};

use super::{entry::covers, host::STANDINGS, summary, words};
use crate::{
    Page, PageError,
    pages::{being_ready, submission},
    paths,
    request::Ctx,
};

/// What was said, with a way to change each part.
pub async fn get(ctx: Ctx, Path(id): Path<EventId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewEvent>(id).await?;
    let event = ctx.store.event(&permit).await?;
    let answers = ctx.store.assessment_of(&permit).await?;
    let sent = ctx.store.submissions_of(&permit).await?;
    let today = ctx.today();
    let page = Page::new("Event", move || view(&event, answers, &sent, today));
    Ok(page.with_back(paths::EVENTS).without_name())
}

fn view(
    event: &HostedEvent,
    answers: Option<AssessmentLine>,
    sent: &[SubmissionLine],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let id = event.event.id;
    let scope = event.decide(&law::known(), today);
    let outcome = scope.outcome();
    let colour = match outcome {
        EventOutcome::NotInScope => TagColour::Grey,
        EventOutcome::Event => TagColour::Blue,
        EventOutcome::Unclear => TagColour::Yellow,
    };
    let next = event.event.next_after(Step::About).map(|step| {
        view! {
            <govuk::ButtonLink href=paths::event_part(id, step.as_str())>
                "Go on to what is not said yet"
            </govuk::ButtonLink>
        }
    });
    view! {
        <h1 class="govuk-heading-l">{event.event.details.name.as_str().to_owned()}</h1>
        <p class="govuk-body">
            <govuk::Tag text=words::outcome(outcome) colour=colour/>
        </p>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::event_part(id, "scope")>
                "See why, and what follows"
            </a>
        </p>
        {next}
        {questions(id, scope.audience(), answers)}
        {summary::warning(event, today)}
        {answers.map(|_| being_ready::links(id.into()))}
        {summary::notice(event, today)}
        {submission::sent::list(sent)}
        <h2 class="govuk-heading-m">"What you said about the event"</h2>
        <govuk::SummaryList rows=what_and_when(event)/>
        <h2 class="govuk-heading-m">"What decides whether it qualifies"</h2>
        <govuk::SummaryList rows=what_decides(event, today)/>
    }
}

/// The way to the questions: for whoever began with them, and where the event qualifies or may.
fn questions(id: EventId, asked: Option<Audience>, answers: Option<AssessmentLine>) -> Option<AnyView> {
    let button = match answers.map(|line| line.state) {
        None => asked.map(|_| "Start the questions")?,
        Some(AssessmentState::Open) => "Go on with the questions",
        Some(AssessmentState::Submitted | AssessmentState::Returned) => {
            "Go to the questions that you answered"
        }
    };
    Some(
        view! {
            <form method="post" action=paths::event_part(id, "assessment")>
                <govuk::Button>{button}</govuk::Button>
            </form>
        }
        .into_any(),
    )
}

/// A row with a link to change it.
fn row(
    event: &HostedEvent,
    key: &'static str,
    value: impl Into<govuk::Content>,
    step: Step,
    what: &'static str,
) -> SummaryRow {
    let action = RowAction::new("Change", paths::event_part(event.event.id, step.as_str())).hidden(what);
    SummaryRow::new(key, value).action(action)
}

fn what_and_when(event: &HostedEvent) -> Vec<SummaryRow> {
    let details = &event.event.details;
    let council = area::council(&event.event.council).map_or("", |council| council.council);
    let region = area::region(&event.event.region).map_or("", |region| region.name);
    let part = details.part_of_site.as_ref().map_or("All of the site", |part| part.as_str()).to_owned();
    let row = |key, value: String, step, what| row(event, key, value, step, what);
    let mut rows = vec![
        row("Name", details.name.as_str().to_owned(), Step::About, "name"),
        row("Description", details.description.as_str().to_owned(), Step::About, "description"),
        place(event),
        row("Part of the site", part, Step::About, "part of the site"),
        SummaryRow::new("Council", council),
        SummaryRow::new("Counter terrorism policing region", region),
    ];
    let not_known = || words::NOT_KNOWN.to_owned();
    match &details.dates {
        None => rows.push(row("Dates", not_known(), Step::Dates, "dates")),
        Some(dates) => rows.extend([
            row("Starts", words::moment(dates.starts), Step::Dates, "start"),
            row("Ends", words::moment(dates.ends), Step::Dates, "end"),
            row("First admission", words::moment(dates.admission), Step::Dates, "first admission"),
            row("Held before", words::held_before(dates), Step::Dates, "whether it was held before"),
            row(
                "Meant to be held again",
                words::known(dates.repeats).to_owned(),
                Step::Dates,
                "whether it is held again",
            ),
        ]),
    }
    let said = details.publicity.as_ref();
    rows.extend([
        row("First publicised", said.map_or_else(not_known, words::first), Step::Publicity, "publicity"),
        row("In which format", said.map_or_else(not_known, words::format), Step::Publicity, "format"),
        row(
            "Part of a larger event",
            details.larger.as_ref().map_or_else(not_known, words::larger),
            Step::Larger,
            "larger event",
        ),
    ]);
    rows
}

/// Where it is held, with a link to own premises.
fn place(event: &HostedEvent) -> SummaryRow {
    let value = match &event.host {
        None => govuk::Content::from(words::place(event)),
        Some(host) => {
            let (href, name) = (paths::premises(host.id), host.name.as_str().to_owned());
            govuk::Content::view(view! { <a class="govuk-link" href=href>{name}</a> })
        }
    };
    row(event, "Place", value, Step::About, "place")
}

fn what_decides(event: &HostedEvent, today: NaiveDate) -> Vec<SummaryRow> {
    let details = &event.event.details;
    let host = event.host_facts(&law::known(), today);
    let row = |key, value: String, step, what| row(event, key, value, step, what);
    let not_known = || words::NOT_KNOWN.to_owned();
    let entry = details.entry.as_ref();
    let count = details.head_count.as_ref();
    let how = count.and_then(|count| law::method(count.method())).map_or("", |method| method.label);
    let number = count.map_or_else(not_known, |count| thousands(count.number()));
    let mut rows = vec![
        row(
            "At enhanced duty premises, or part of them",
            words::known(host.enhanced).to_owned(),
            Step::Host,
            "enhanced duty premises",
        ),
        row(
            "The place is mainly used for",
            words::main_use(host.main_use, today),
            Step::Host,
            "main use of the place",
        ),
        row(
            "What may take events there out",
            words::exclusions(&host.exclusions, today),
            Step::Host,
            "what may take events out",
        ),
    ];
    if event.host.is_none()
        && let Some(stated) = &details.host
    {
        let standing = STANDINGS.iter().find(|(_, value, _)| *value == stated.standing);
        let words = standing.map_or("", |(.., words)| words).to_owned();
        rows.push(row("How the place stands by itself", words, Step::Host, "how the place stands"));
    }
    if let Some(number) = details.host.as_ref().and_then(|host| host.sia_number.as_ref()) {
        rows.push(row("SIA number of the place", number.as_str().to_owned(), Step::Host, "SIA number"));
    }
    rows.extend([
        row(
            "Members of the public can attend",
            entry.map_or_else(not_known, |entry| words::known(entry.public_access).to_owned()),
            Step::Entry,
            "public access",
        ),
        row("What is checked on entry", entry.map_or_else(not_known, words::checks), Step::Entry, "checks"),
    ]);
    if let Some(entry) = entry.filter(|entry| entry.checked() == domain::scope::Known::Yes) {
        rows.push(row("How much of the site that covers", covered(entry), Step::Entry, "what is covered"));
        if entry.by_parts() {
            let parts = if details.parts.is_empty() { not_known() } else { words::parts(&details.parts) };
            rows.push(row("Parts of the site", parts, Step::Parts, "parts of the site"));
        }
    }
    rows.extend([
        row("Greatest number of people", number, Step::Number, "number of people"),
        row("How it was worked out", how.to_owned(), Step::Number, "method"),
    ]);
    rows
}

fn covered(entry: &Entry) -> String {
    if entry.covers == domain::event::Covers::NotSure {
        words::NOT_KNOWN.into()
    } else {
        covers(entry.covers).into()
    }
}
