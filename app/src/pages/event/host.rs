//! The place that holds the event: what it is under the Act. Own premises tell it themselves.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    event::{Derived, EventChange, HostedEvent, Standing, Step},
    forms::{Errors, event::HostForm},
    ids::EventId,
    law,
    policy::act,
    scope::Tier,
};
use govuk::{Choice, SelectItem};
use leptos::prelude::*;

use super::{
    change::{Change, Then, save},
    words,
};
use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong},
    pages::{premises::change::ChangedMeanwhile, scope::words as scope_words},
    paths,
    request::Ctx,
};

/// The form as it stands.
pub async fn get(ctx: Ctx, Path(id): Path<EventId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    let now = ctx.store.event_to_edit(&permit).await?;
    let form = HostForm::of(&now.event);
    Ok(page(form, Errors::none(), Vec::new(), &now, ctx.today()))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Sent(form): Sent<HostForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditEvent>(id).await?;
    let today = ctx.today();
    let now = ctx.store.event_to_edit(&permit).await?;
    let derived = now.derived(&law::known(), today);
    match form.check(derived.as_ref(), &law::known(), today) {
        Ok(host) => {
            let (seen, change) = (form.version(), EventChange::Host(host));
            let change = Change { permit, seen, then: Then::After(Step::Host), change, form };
            save(&ctx, change, |now, form| merge(now, form, today)).await
        }
        Err(errors) => Ok(page(form, errors, Vec::new(), &now, today).unprocessable().into_response()),
    }
}

fn merge(now: &HostedEvent, form: HostForm, today: NaiveDate) -> Page {
    let facts = now.host_facts(&law::known(), today);
    let theirs = vec![
        ("Enhanced duty premises, or part of them", words::known(facts.enhanced).to_owned()),
        ("Mainly used for", words::main_use(facts.main_use, today)),
        ("What may take events there out", words::exclusions(&facts.exclusions, today)),
    ];
    let form = HostForm { version: now.event.version.to_string(), ..form };
    page(form, Errors::none(), theirs, now, today)
}

fn page(
    form: HostForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    now: &HostedEvent,
    today: NaiveDate,
) -> Page {
    let wrong = Wrong::worded(&errors, wording);
    let derived = now.derived(&law::known(), today);
    let own = derived.zip(now.host.as_ref().map(|host| (host.id, host.name.as_str().to_owned())));
    Page::new("The place", move || view(&form, &wrong, theirs.clone(), own.as_ref(), today))
        .with_back(paths::event(now.event.id))
}

fn wording(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("enhanced", _) => "Say whether it is enhanced duty premises, or part of them",
        ("main_use", _) => "Choose what the place is mainly used for",
        ("exclusion", "none-with-others") => "Choose what applies, or “none of these” alone",
        ("exclusion", _) => "Choose what applies, or “none of these”",
        ("standing", "contradicts") => {
            "You said that it is not enhanced duty premises. Change one of the two answers"
        }
        ("standing", _) => "Say how the place stands under the Act, or “I do not know”",
        ("sia_number", "too-long") => "The number must be 150 characters or fewer",
        _ => "This must not contain control characters",
    }
}

type Own = (Derived, (domain::ids::PremisesId, String));

fn view(
    form: &HostForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    own: Option<&Own>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let ask_larger = own.is_some_and(|(derived, _)| derived.ask_larger);
    let legend = if ask_larger {
        "Are your premises part of larger premises that are enhanced duty premises?"
    } else {
        "Is the place enhanced duty premises, or part of them?"
    };
    let enhanced = (own.is_none() || ask_larger).then(|| {
        view! {
            <govuk::Radios
                id="enhanced"
                legend=legend
                hint="Premises in scope where 800 people or more are expected from time to time (section 2(3)). Ask whoever runs them"
                items=words::yes_no_not_sure()
                value=form.enhanced.clone()
                error=wrong.text("enhanced")
            />
        }
    });
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"The place"</Title>
        {own.map(|own| told(own, today))}
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            {enhanced}
            {own.is_none().then(|| asked(form, wrong, today))}
            <govuk::Input
                id="sia_number"
                label="The number that the SIA gave the premises (optional)"
                hint="If they were notified and you know it"
                value=form.sia_number.clone()
                error=wrong.text("sia_number")
                width=govuk::Width::Chars20
            />
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}

/// What own premises tell, in place of a question.
fn told((derived, (id, name)): &Own, today: NaiveDate) -> impl IntoView + use<> {
    let rows = vec![
        govuk::SummaryRow::new("Premises", name.as_str()),
        govuk::SummaryRow::new("Tier", scope_words::outcome(derived.outcome)),
        govuk::SummaryRow::new("Enhanced duty premises", words::known(derived.enhanced)),
        govuk::SummaryRow::new("Mainly used for", words::main_use(derived.main_use, today)),
        govuk::SummaryRow::new(
            "What may take events there out",
            words::exclusions(&derived.exclusions, today),
        ),
    ];
    view! {
        <p class="govuk-body">
            "The event is at your own premises. This follows from what you said about them, so it is not asked again. "
            <a class="govuk-link" href=paths::premises(*id)>"See or change the premises"</a>
        </p>
        <govuk::SummaryList rows=rows/>
    }
}

fn asked(form: &HostForm, wrong: &Wrong, today: NaiveDate) -> impl IntoView + use<> {
    let law = law::known();
    let mut uses = vec![
        SelectItem::new("", "Choose one"),
        SelectItem::new("none", "None of these, or open land"),
        SelectItem::new("not-sure", "I am not sure"),
    ];
    uses.extend(law.uses_on(today).map(|item| SelectItem::new(item.code.0.to_string(), item.name)));
    let mut entries: Vec<Choice> = law
        .exclusions_on(today)
        .filter(|entry| entry.events)
        .map(|entry| Choice::new(entry.id, entry.label).hint(entry.hint))
        .collect();
    entries.push(Choice::divider("or"));
    entries.push(Choice::new("none", "None of these").exclusive());
    entries.push(Choice::new("not-sure", "I am not sure").exclusive());
    let standings: Vec<Choice> = STANDINGS.iter().map(|(slug, _, text)| Choice::new(*slug, *text)).collect();
    view! {
        <govuk::Select
            id="main_use"
            label="What is the place mainly used for?"
            hint="Events at places of worship, childcare, schools and further education are left out (Schedule 2, paragraph 6)"
            items=uses
            value=form.main_use.clone()
            error=wrong.text("main_use")
        />
        <govuk::Checkboxes
            id="exclusion"
            legend="Does any of these apply to the place?"
            hint="From Schedule 2 of the Act. Most places have none"
            items=entries
            values=form.exclusion.clone()
            error=wrong.text("exclusion")
        />
        <govuk::Radios
            id="standing"
            legend="Do you know how the place stands under the Act by itself?"
            hint="The notice to the SIA gives this, if it is known"
            items=standings
            value=form.standing.clone()
            error=wrong.text("standing")
        />
    }
}

/// How a place can stand: slug, value, words.
pub const STANDINGS: [(&str, Standing, &str); 5] = [
    ("not-known", Standing::NotKnown, "I do not know"),
    ("not-in-scope", Standing::NotInScope, "It does not qualify"),
    ("some-tier", Standing::SomeTier, "It qualifies; I do not know the tier"),
    ("standard", Standing::Tier(Tier::Standard), "It qualifies, in the standard tier"),
    ("enhanced", Standing::Tier(Tier::Enhanced), "It qualifies, in the enhanced tier"),
];
