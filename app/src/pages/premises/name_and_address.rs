//! Registering premises by name and address, and changing either.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    area,
    estate::{import::Registration, similar::Alike},
    forms::{Errors, premises::NameAndAddressForm},
    ids::PremisesId,
    policy::act,
    premises::Premises,
    scope::{ScopeFacts, check::CheckResult},
};
use leptos::prelude::*;
use store::{PremisesChange, RegisterRefused};

use super::change::{Change, ChangedMeanwhile, save};
use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong, new_mark, read_mark},
    pages::{estate::import_words, scope_check::carry},
    paths,
    request::Ctx,
};

const REGISTER: &str = "Register premises";
const CHANGE: &str = "Name and address";

/// The most that are shown as likely to be the same; more than these are few.
const MOST_ALIKE: usize = 50;

/// The empty form for new premises.
pub async fn register(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::RegisterPremises>(ctx.organisation()?).await?;
    let form = NameAndAddressForm { once: new_mark(), ..NameAndAddressForm::default() };
    registering(&ctx, form, Errors::none()).await
}

/// Registers premises, or shows what is wrong.
pub async fn register_post(ctx: Ctx, Sent(form): Sent<NameAndAddressForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::RegisterPremises>(ctx.organisation()?).await?;
    let once = read_mark(&form.once)?;
    match form.check() {
        Ok(place) => {
            let alike = ctx.store.likely_same(&permit, once, &place).await?;
            if alike.iter().take(MOST_ALIKE).any(|(premises, _)| !form.was_shown(premises.id)) {
                return Ok(ask(form, alike).with_status(StatusCode::CONFLICT).into_response());
            }
            let checked = carry::carried(&ctx).await?;
            let (registered, next) = match checked {
                Some(CheckResult { premises: Some((facts, _)), head_count, .. }) => {
                    // The number of people is the head count's.
                    let facts = ScopeFacts { number: None, ..facts };
                    let said = Registration { place, facts, head_count };
                    (ctx.store.register_checked_premises(&permit, once, &said).await, "tier")
                }
                _ => (ctx.store.register_premises(&permit, once, place).await, "use"),
            };
            let id = match registered {
                Ok(id) => id,
                Err(RegisterRefused::Full) => {
                    let full = registering(&ctx, form, Errors::one("name", "full")).await?;
                    return Ok(full.unprocessable().into_response());
                }
                Err(RegisterRefused::Store(error)) => return Err(error.into()),
            };
            if next == "tier" {
                carry::registered(&ctx, carry::Registers::Premises).await?;
            }
            Ok(Redirect::to(&paths::premises_part(id, next)).into_response())
        }
        Err(errors) => Ok(registering(&ctx, form, errors).await?.unprocessable().into_response()),
    }
}

/// The form once more, with what is likely to be the same above it.
fn ask(form: NameAndAddressForm, alike: Vec<(Premises, Alike)>) -> Page {
    let shown: Vec<String> =
        alike.iter().take(MOST_ALIKE).map(|(premises, _)| premises.id.to_string()).collect();
    let form = NameAndAddressForm { anyway: shown.join(" "), ..form };
    Page::new(REGISTER, move || {
        let alike: Vec<_> = alike
            .iter()
            .take(MOST_ALIKE)
            .map(|(premises, why)| {
                let why = import_words::alike(*why);
                let place = premises.address.lines().join(", ");
                view! {
                    <li>
                        <a class="govuk-link" href=paths::premises(premises.id)>
                            {premises.name.as_str().to_owned()}
                        </a>
                        {format!(", {place} ({why})")}
                    </li>
                }
            })
            .collect();
        view! {
            <govuk::NotificationBanner title="Important" role="alert">
                <h2 class="govuk-notification-banner__heading">"You already have premises like this"</h2>
                <ul class="govuk-list govuk-list--bullet">{alike}</ul>
                <p class="govuk-body">
                    "Nothing is registered yet. If these are other premises, register them anyway with the button below."
                </p>
            </govuk::NotificationBanner>
            {view(REGISTER, &form, &Wrong::nothing(), Vec::new())}
        }
    })
    .with_back(paths::PREMISES)
}

/// The page for new premises, with what a scope check has said of them.
async fn registering(ctx: &Ctx, form: NameAndAddressForm, errors: Errors) -> Result<Page, PageError> {
    let (checked, today) = (carry::carried(ctx).await?, ctx.today());
    let wrong = Wrong::worded(&errors, words);
    Ok(Page::new(REGISTER, move || {
        view! {
            {view(REGISTER, &form, &wrong, Vec::new())}
            {checked.as_ref().map(|checked| carry::to_be_filled_in(checked, today))}
        }
    })
    .with_back(paths::PREMISES))
}

/// The form to change name and address.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = NameAndAddressForm::of(&premises);
    Ok(page(id, form, Errors::none(), Vec::new()))
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
        Err(errors) => Ok(page(id, form, errors, Vec::new()).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: NameAndAddressForm) -> Page {
    let uprn = now.uprn.map_or("Not given".into(), |uprn| uprn.to_string());
    let theirs = vec![
        ("Name", now.name.as_str().to_owned()),
        ("Address", now.address.lines().join(", ")),
        ("UPRN", uprn),
    ];
    let form = NameAndAddressForm { version: now.version.to_string(), ..form };
    page(now.id, form, Errors::none(), theirs)
}

fn page(
    id: PremisesId,
    form: NameAndAddressForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new(CHANGE, move || view(CHANGE, &form, &wrong, theirs.clone())).with_back(paths::premises(id))
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("name", "missing") => "Enter the name of the premises",
        ("name", "too-long") => "The name must be 120 characters or fewer",
        ("name", "full") => {
            "Your organisation has 2,000 premises here, and there is room for no more. Nothing was registered. If you run more, write to us: see feedback and help"
        }
        ("line1", "missing") => "Enter the first line of the address",
        ("town", "missing") => "Enter the town or city",
        ("line1" | "line2" | "town", "too-long") => "This line must be 100 characters or fewer",
        ("postcode", "missing") => "Enter the postcode",
        ("postcode", "postcode-unknown") => {
            "We do not know this postcode. Check it or, if it is right, choose the council below"
        }
        ("postcode", "postcode-outside") => {
            "The Act reaches the United Kingdom only, and this postcode is outside it"
        }
        ("postcode", _) => "Enter a full UK postcode, like B1 1BB",
        ("uprn", _) => "A UPRN is a number of 1 to 12 digits",
        ("district", "district-missing") => "Choose the council: Northern Ireland postcodes do not tell it",
        ("district", _) => "Choose a council in the part of the country that the postcode is in",
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
    let again = !form.anyway.is_empty();
    let button = if again {
        "Register anyway"
    } else if new {
        "Continue"
    } else {
        "Save"
    };
    let councils = councils();
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>{title}</Title>
        {new.then(|| view! {
            <p class="govuk-body">
                "Premises are a building, or a building with other land. Part of a building, or a group of buildings, can be premises of their own."
            </p>
        })}
        <form method="post" novalidate>
            {new.then(|| view! { <input type="hidden" name="once" value=form.once.clone()/> })}
            {again.then(|| view! { <input type="hidden" name="anyway" value=form.anyway.clone()/> })}
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
                hint="We find the council and the police region by it"
                value=form.postcode.clone()
                error=wrong.text("postcode")
                autocomplete="postal-code"
                width=govuk::Width::Chars10
            />
            <govuk::Select
                id="district"
                label="Council, where it must be chosen"
                hint="In Northern Ireland, for a postcode that is new, or where the postcode leads to a wrong council"
                items=councils
                value=form.district.clone()
                error=wrong.text("district")
            />
            <govuk::Input
                id="uprn"
                label="Unique Property Reference Number (UPRN), if you know it (optional)"
                hint="Up to 12 digits. Local authorities give each property one."
                value=form.uprn.clone()
                error=wrong.text("uprn")
                inputmode="numeric"
                width=govuk::Width::Chars20
                spellcheck=false
            />
            <govuk::Button>{button}</govuk::Button>
        </form>
    }
}

/// Every council by name, below the answer of most people.
fn councils() -> Vec<govuk::SelectItem> {
    let mut councils: Vec<_> = area::councils().iter().collect();
    councils.sort_by_key(|council| council.name);
    std::iter::once(govuk::SelectItem::new("", "The one that the postcode tells"))
        .chain(councils.into_iter().map(|one| govuk::SelectItem::new(one.code.as_str(), one.name)))
        .collect()
}
