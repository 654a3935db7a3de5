//! Who is responsible for premises or an event, and who else has control? The operator's own part, and
//! a list of the others.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    control::{Control, OperatorIs},
    event::EventChange,
    forms::{Errors, control::ControlForm},
    ids::{EventId, PremisesId, PremisesOrEvent},
    party::Party,
    policy::Permit,
    scope::Known,
};
use govuk::Choice;
use leptos::prelude::*;
use store::{Notifiable, PremisesChange, Record, StoreError};

use super::{
    party,
    premises::{change::ChangedMeanwhile, uses::yes_no},
    scope::words as scope_words,
};
use crate::{
    Page, PageError,
    components::{DayInput, Title, day},
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// What somebody controls: premises or an event.
pub trait Controlled: Notifiable {
    /// What is known of control.
    fn now(ctx: &Ctx, permit: &Permit<Self::Change>) -> impl Future<Output = Result<Now, PageError>> + Send;
    /// Saves it, unless somebody else changed something since version `seen`.
    fn save(
        ctx: &Ctx,
        permit: &Permit<Self::Change>,
        seen: u32,
        control: Control,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
}

/// What is known of control.
pub struct Now {
    control: Control,
    version: u32,
    /// Whom the Act makes responsible, in words.
    responsible: Option<String>,
}

impl Controlled for PremisesId {
    async fn now(ctx: &Ctx, permit: &Permit<Self::Change>) -> Result<Now, PageError> {
        let premises = ctx.store.premises_to_edit(permit).await?;
        let decision = premises.decide(&domain::law::known(), ctx.today());
        let responsible = decision.responsible.map(|who| scope_words::responsible(who, ctx.today()));
        Ok(Now { control: premises.control, version: premises.version, responsible })
    }

    async fn save(
        ctx: &Ctx,
        permit: &Permit<Self::Change>,
        seen: u32,
        control: Control,
    ) -> Result<(), StoreError> {
        ctx.store.change_premises(permit, seen, PremisesChange::Control(control)).await
    }
}

impl Controlled for EventId {
    async fn now(ctx: &Ctx, permit: &Permit<Self::Change>) -> Result<Now, PageError> {
        let event = ctx.store.event_to_edit(permit).await?.event;
        let responsible =
            Some("Whoever will have control of the premises for the event (section 4(1)).".into());
        Ok(Now { control: event.details.control, version: event.version, responsible })
    }

    async fn save(
        ctx: &Ctx,
        permit: &Permit<Self::Change>,
        seen: u32,
        control: Control,
    ) -> Result<(), StoreError> {
        ctx.store.change_event(permit, seen, EventChange::Control(control)).await
    }
}

/// The form as it stands, and the list.
pub async fn get<O: Controlled>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    let now = O::now(&ctx, &permit).await?;
    let parties = parties(&ctx, of).await?;
    let form = ControlForm::of(&now.control, now.version);
    Ok(page(of.into(), form, Errors::none(), Vec::new(), parties, now.responsible))
}

/// Saves it, or shows what is wrong, or what somebody else saved meanwhile.
pub async fn post<O: Controlled>(
    ctx: Ctx,
    Path(of): Path<O>,
    Sent(form): Sent<ControlForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<O::Change>(of).await?;
    let seen = form.version.parse().map_err(|_| PageError::BadForm)?;
    let control = match form.check() {
        Ok(control) => control,
        Err(errors) => {
            let (now, parties) = (O::now(&ctx, &permit).await?, parties(&ctx, of).await?);
            let page = page(of.into(), form, errors, Vec::new(), parties, now.responsible);
            return Ok(page.unprocessable().into_response());
        }
    };
    match O::save(&ctx, &permit, seen, control).await {
        Ok(()) => Ok(Redirect::to(&paths::part(of, "notification")).into_response()),
        Err(StoreError::Conflict) => {
            let (now, parties) = (O::now(&ctx, &permit).await?, parties(&ctx, of).await?);
            let form = ControlForm { version: now.version.to_string(), ..form };
            let page = page(of.into(), form, Errors::none(), said(&now.control), parties, now.responsible);
            Ok(page.with_status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn parties<O: Controlled>(ctx: &Ctx, of: O) -> Result<Vec<Record<Party>>, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    Ok(ctx.store.records(&permit).await?)
}

fn page(
    of: PremisesOrEvent,
    form: ControlForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    parties: Vec<Record<Party>>,
    who: Option<String>,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("Who is responsible", move || view(of, &form, &wrong, theirs.clone(), &parties, who.clone()))
        .with_back(paths::of(of))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("until", "too-early") => "The day it ended must not be before the day it began",
        ("since" | "until", _) => "Enter a date like 1 6 2019, or leave all three empty",
        _ => "Choose one of the answers",
    }
}

/// What is known of control, as label and value.
fn said(control: &Control) -> Vec<(&'static str, String)> {
    let open = || "Not known yet".to_owned();
    let known = |known: Known| match known {
        Known::Yes => "Yes".to_owned(),
        Known::No => "No".to_owned(),
        Known::NotSure => open(),
    };
    vec![
        ("Your organisation", control.operator.map_or_else(open, |one| operator_is(one).to_owned())),
        ("Responsible since", control.since.map_or_else(open, day)),
        ("Responsible until", control.until.map_or_else(|| "Still responsible".into(), day)),
        ("Others", known(control.others)),
        ("Responsible elsewhere", known(control.elsewhere)),
        ("Licences", known(control.licensed)),
    ]
}

/// What an operator is to premises or an event.
fn operator_is(operator: OperatorIs) -> &'static str {
    match operator {
        OperatorIs::Responsible => "A responsible person",
        OperatorIs::InPartControl => "In control of part of it, but not responsible, such as a landlord",
        OperatorIs::Acting => "Acting for the responsible person, such as a managing agent",
    }
}

fn view(
    of: PremisesOrEvent,
    form: &ControlForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    parties: &[Record<Party>],
    who: Option<String>,
) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"Who is responsible"</Title>
        {who.map(|who| view! { <p class="govuk-body">{who}</p> })}
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            {own_part(of, form, wrong)}
            {open_questions(form, wrong)}
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
        {party::list(of, parties)}
    }
}

fn own_part(of: PremisesOrEvent, form: &ControlForm, wrong: &Wrong) -> impl IntoView + use<> {
    let items: Vec<_> =
        OperatorIs::ALL.into_iter().map(|one| Choice::new(one.as_str(), operator_is(one))).collect();
    let legend = match of {
        PremisesOrEvent::Premises(_) => "What part does your organisation have in these premises?",
        PremisesOrEvent::Event(_) => "What part does your organisation have in this event?",
    };
    // The last day to notify of an event counts from its publicity.
    let since = matches!(of, PremisesOrEvent::Premises(_)).then(|| {
        let since = [form.since_day.clone(), form.since_month.clone(), form.since_year.clone()];
        view! {
            <DayInput
                id="since"
                legend="Since when is it responsible? (optional)"
                hint="For example, 1 6 2019. The day matters only when it is after the duties start."
                values=since
                error=wrong.text("since")
            />
        }
    });
    let until = [form.until_day.clone(), form.until_month.clone(), form.until_year.clone()];
    view! {
        <govuk::Radios
            id="operator"
            legend=legend
            hint="Responsibility follows control (section 4)"
            items=items
            value=form.operator.clone()
            error=wrong.text("operator")
        />
        {since}
        <DayInput
            id="until"
            legend="If it is no longer responsible: when did that end?"
            hint="For example, 31 5 2027"
            values=until
            error=wrong.text("until")
        />
    }
}

fn open_questions(form: &ControlForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Radios
            id="others"
            legend="Is anybody else responsible, or in control of any part?"
            hint="For example, a landlord, a tenant, a managing agent or somebody who shares the premises"
            items=yes_no()
            value=form.others.clone()
            error=wrong.text("others")
        />
        <govuk::Radios
            id="elsewhere"
            legend="Is your organisation responsible for other premises or events that the Act reaches?"
            items=yes_no()
            value=form.elsewhere.clone()
            error=wrong.text("elsewhere")
        />
        <govuk::Radios
            id="licensed"
            legend="Is there a licence, certificate or notice for alcohol, entertainment or a sports ground?"
            hint="Held, applied for, or given as a temporary event notice"
            items=yes_no()
            value=form.licensed.clone()
            error=wrong.text("licensed")
        />
    }
}
