//! Does Schedule 2 take the premises out, and are they part of larger premises?

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    forms::{Errors, premises::ExclusionsForm},
    ids::PremisesId,
    law,
    policy::act,
    premises::Premises,
};
use govuk::Choice;
use leptos::prelude::*;
use store::PremisesChange;

use super::{
    change::{Change, ChangedMeanwhile, save},
    scope_words,
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
    let form = ExclusionsForm::of(&premises);
    Ok(page(id, form, Errors::none(), Vec::new(), ctx.today()))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<ExclusionsForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let today = ctx.today();
    match form.check(&law::known(), today) {
        Ok(stated) => {
            let mut facts = ctx.store.premises_to_edit(&permit).await?.facts;
            let seen = stated.version;
            stated.apply(&mut facts);
            let change = Change { permit, seen, change: PremisesChange::Facts(facts), form };
            let next = |now: &Premises| if now.head_count.is_none() { "number" } else { "tier" };
            save(&ctx, change, next, |now, form| merge(now, form, today)).await
        }
        Err(errors) => Ok(page(id, form, errors, Vec::new(), today).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: ExclusionsForm, today: NaiveDate) -> Page {
    let theirs = vec![
        ("What applies", scope_words::exclusions(&now.facts, today)),
        ("Larger premises", scope_words::part_of(now.facts.part_of).to_owned()),
    ];
    page(now.id, ExclusionsForm { version: now.version.to_string(), ..form }, Errors::none(), theirs, today)
}

fn page(
    id: PremisesId,
    form: ExclusionsForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    today: NaiveDate,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("What may take the premises out", move || view(&form, &wrong, theirs.clone(), today))
        .with_back(paths::premises(id))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("exclusion", "none-with-others") => "Choose what applies, or “none of these” alone",
        ("exclusion", _) => "Choose what applies, or “none of these”",
        _ => "Say whether the premises are part of larger premises",
    }
}

fn view(
    form: &ExclusionsForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let law = law::known();
    let mut entries: Vec<Choice> = law
        .exclusions_on(today)
        .filter(|entry| entry.premises)
        .map(|entry| Choice::new(entry.id, entry.label).hint(entry.hint))
        .collect();
    entries.push(Choice::divider("or"));
    entries.push(Choice::new("none", "None of these").exclusive());
    entries.push(Choice::new("not-sure", "I am not sure").exclusive());
    let larger =
        scope_words::PART_OF.iter().map(|(slug, _, text)| Choice::new(*slug, *text)).collect::<Vec<_>>();
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"What may take the premises out of the Act"</Title>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::Checkboxes
                id="exclusion"
                legend="Does any of these apply?"
                hint="From Schedule 2 of the Act. Most premises have none."
                items=entries
                values=form.exclusion.clone()
                error=wrong.text("exclusion")
            />
            <govuk::Radios
                id="part_of"
                legend="Are the premises part of larger premises that are themselves in scope?"
                hint="For example a cafe in a shopping centre, or a hall in a university"
                items=larger
                value=form.part_of.clone()
                error=wrong.text("part_of")
            />
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}
