//! What are the premises used for?

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    forms::{Errors, premises::UseForm},
    ids::PremisesId,
    law::{self, VisitingPublic},
    policy::act,
    premises::Premises,
    scope::{Exclusions, Fact},
};
use govuk::Choice;
use leptos::prelude::*;
use store::PremisesChange;

use super::{
    change::{Change, ChangedMeanwhile, save},
    fact_words,
};
use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The form as it stands.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = UseForm::of(&premises);
    Ok(page(id, form, Errors::none(), Vec::new(), ctx.today()))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<UseForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let today = ctx.today();
    match form.check(&law::known(), today) {
        Ok(stated) => {
            let mut facts = ctx.store.premises_to_edit(&permit).await?.facts;
            let seen = stated.version;
            stated.apply(&mut facts);
            let change = Change { permit, seen, change: PremisesChange::Facts(facts), form };
            let next = |now: &Premises| match now.facts.exclusions {
                Exclusions::NotSure => "exclusions",
                _ => "tier",
            };
            save(&ctx, change, next, |now, form| merge(now, form, today)).await
        }
        Err(errors) => Ok(page(id, form, errors, Vec::new(), today).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: UseForm, today: NaiveDate) -> Page {
    let facts = [Fact::Building, Fact::Uses, Fact::Mainly, Fact::Principal];
    let said = |fact| (fact_words::name(fact), fact_words::of(&now.facts, None, fact, today));
    let theirs = facts.map(said).into();
    page(now.id, UseForm { version: now.version.to_string(), ..form }, Errors::none(), theirs, today)
}

fn page(
    id: PremisesId,
    form: UseForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    today: NaiveDate,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("What the premises are used for", move || view(&form, &wrong, theirs.clone(), today))
        .with_back(paths::premises(id))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("place", _) => "Say whether there is a building",
        ("uses", "none-with-others") => "Choose the uses that apply, or “none of these” alone",
        ("uses", _) => "Choose what the premises are used for",
        ("mainly", _) => "Say whether the premises are wholly or mainly used for these",
        ("principal", _) => "Choose the principal use",
        _ => "Say whether this use is for visiting members of the public",
    }
}

fn view(
    form: &UseForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let law = law::known();
    let mut uses: Vec<Choice> = law
        .uses_on(today)
        .map(|item| {
            let choice = Choice::new(item.code.0.to_string(), item.label).hint(item.examples);
            if item.visiting_public == VisitingPublic::None {
                choice
            } else {
                choice.conditional(for_public(form, wrong, item.code.0, item.name))
            }
        })
        .collect();
    uses.push(Choice::divider("or"));
    uses.push(Choice::new("none", "None of these").exclusive());
    uses.push(Choice::new("not-sure", "I am not sure").exclusive());
    let principal = std::iter::once(govuk::SelectItem::new("", "Choose one"))
        .chain(law.uses_on(today).map(|item| govuk::SelectItem::new(item.code.0.to_string(), item.name)))
        .chain([govuk::SelectItem::new("not-sure", "I am not sure")])
        .collect::<Vec<_>>();
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"What the premises are used for"</Title>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::Radios
                id="place"
                legend="Is there a building?"
                hint="A permanent building, part of one, or a group of buildings, with or without land"
                items=yes_no()
                value=form.place.clone()
                error=wrong.text("place")
            />
            <govuk::Checkboxes
                id="uses"
                legend="What are the premises used for?"
                hint="These are the uses in Schedule 1 of the Act. Choose all that apply."
                items=uses
                values=form.uses.clone()
                error=wrong.text("uses")
            />
            <govuk::Radios
                id="mainly"
                legend="Taken together, are these what the premises are wholly or mainly used for?"
                hint="Think of the share of time over the year"
                items=yes_no()
                value=form.mainly.clone()
                error=wrong.text("mainly")
            />
            <govuk::Select
                id="principal"
                label="If you chose more than one: which is the principal use?"
                hint="The Act gives no test of its own. It decides who is responsible, and sometimes the tier."
                items=principal
                value=form.principal.clone()
                error=wrong.text("principal")
            />
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}

fn for_public(form: &UseForm, wrong: &Wrong, paragraph: u8, name: &str) -> AnyView {
    let prefix = format!("{paragraph}-");
    let value = form.for_public.iter().find(|text| text.starts_with(&prefix)).cloned().unwrap_or_default();
    let answer = |slug: &str, text| govuk::SelectItem::new(format!("{paragraph}-{slug}"), text);
    // A select, not radios: radios that share the field's name would be one group.
    let items = vec![
        govuk::SelectItem::new("", "Choose one"),
        answer("yes", "Yes"),
        answer("no", "No"),
        answer("not-sure", "I am not sure"),
    ];
    let id = format!("for_public-{paragraph}");
    let label = format!("{name}: mainly for visiting members of the public?");
    view! {
        <govuk::Select
            id=id.clone()
            name="for_public"
            label=label
            hint="People who pay, ticket holders, members and their guests count as visiting public"
            items=items
            value=value
            error=wrong.text(&id)
        />
    }
    .into_any()
}

/// Yes, no, not sure.
pub fn yes_no() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "I am not sure")]
}
