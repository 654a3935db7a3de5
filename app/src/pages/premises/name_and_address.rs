//! Registering premises by name and address, and changing either.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    area,
    forms::{Errors, premises::NameAndAddressForm},
    ids::PremisesId,
    policy::act,
    premises::Premises,
};
use leptos::prelude::*;
use store::PremisesChange;

use super::change::{Change, ChangedMeanwhile, save};
use crate::{
    Page, PageError,
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

const REGISTER: &str = "Register premises";
const CHANGE: &str = "Name and address";

/// The empty form for new premises.
pub async fn register(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::RegisterPremises>(ctx.organisation()?).await?;
    let form = NameAndAddressForm { once: new_mark(), ..NameAndAddressForm::default() };
    Ok(page(REGISTER, form, Errors::none(), Vec::new()))
}

/// Registers premises, or shows what is wrong.
pub async fn register_post(ctx: Ctx, Sent(form): Sent<NameAndAddressForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::RegisterPremises>(ctx.organisation()?).await?;
    let once = read_mark(&form.once)?;
    match form.check() {
        Ok(place) => {
            let id = ctx.store.register_premises(&permit, once, place).await?;
            Ok(Redirect::to(&paths::premises_part(id, "use")).into_response())
        }
        Err(errors) => Ok(page(REGISTER, form, errors, Vec::new()).unprocessable().into_response()),
    }
}

/// The form to change name and address.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = NameAndAddressForm::of(&premises);
    Ok(page(CHANGE, form, Errors::none(), Vec::new()).with_back(paths::premises(id)))
}

/// Saves them, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<NameAndAddressForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    match form.check() {
        Ok(place) => {
            let seen = place.version;
            let change = Change { permit, seen, change: PremisesChange::Place(place), form };
            save(&ctx, change, |_| "tier", merge).await
        }
        Err(errors) => Ok(page(CHANGE, form, errors, Vec::new()).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: NameAndAddressForm) -> Page {
    let theirs = vec![("Name", now.name.as_str().to_owned()), ("Address", now.address.lines().join(", "))];
    let form = NameAndAddressForm { version: now.version.to_string(), ..form };
    page(CHANGE, form, Errors::none(), theirs)
}

fn page(
    title: &'static str,
    form: NameAndAddressForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new(title, move || view(title, &form, &wrong, theirs.clone()))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter the name of the premises",
        ("name", "too-long") => "The name must be 120 characters or fewer",
        ("line1", "missing") => "Enter the first line of the address",
        ("town", "missing") => "Enter the town or city",
        ("line1" | "line2" | "town", "too-long") => "This line must be 100 characters or fewer",
        ("postcode", "missing") => "Enter the postcode",
        ("postcode", "postcode-unknown") => "There is no such postcode in Great Britain. Check it",
        ("postcode", _) => "Enter a full UK postcode, like B1 1BB",
        ("district", _) => "Choose the district: Northern Ireland postcodes do not tell it",
        _ => "This must not contain control characters",
    }
}

fn view(
    title: &'static str,
    form: &NameAndAddressForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
) -> impl IntoView + use<> {
    let new = !form.once.is_empty();
    let districts = std::iter::once(govuk::SelectItem::new("", "Not in Northern Ireland"))
        .chain(area::districts().into_iter().map(|d| govuk::SelectItem::new(d.code.as_str(), d.name)))
        .collect::<Vec<_>>();
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <h1 class="govuk-heading-l">{title}</h1>
        {new.then(|| view! {
            <p class="govuk-body">
                "Premises are a building, or a building with other land. Part of a building, or a group of buildings, can be premises of their own."
            </p>
        })}
        <form method="post" novalidate>
            {new.then(|| view! { <input type="hidden" name="once" value=form.once.clone()/> })}
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::Input id="name" label="Name of the premises" value=form.name.clone() error=wrong.text("name")/>
            <govuk::Input
                id="line1"
                label="Address line 1"
                value=form.line1.clone()
                error=wrong.text("line1")
                autocomplete="address-line1"
            />
            <govuk::Input
                id="line2"
                label="Address line 2 (optional)"
                value=form.line2.clone()
                error=wrong.text("line2")
                autocomplete="address-line2"
            />
            <govuk::Input
                id="town"
                label="Town or city"
                value=form.town.clone()
                error=wrong.text("town")
                autocomplete="address-level2"
                width=govuk::Width::Chars20
            />
            <govuk::Input
                id="postcode"
                label="Postcode"
                hint="It tells the council and the police region"
                value=form.postcode.clone()
                error=wrong.text("postcode")
                autocomplete="postal-code"
                width=govuk::Width::Chars10
            />
            <govuk::Select
                id="district"
                label="District, if the premises are in Northern Ireland"
                items=districts
                value=form.district.clone()
                error=wrong.text("district")
            />
            <govuk::Button>{if new { "Continue" } else { "Save" }}</govuk::Button>
        </form>
    }
}
