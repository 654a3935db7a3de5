//! What is the place like? Facts for the notification, which decide nothing about scope.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::{
    digits::thousands,
    forms::{Errors, premises::SiteForm},
    ids::PremisesId,
    policy::act,
    premises::{
        Premises,
        site::{Buildings, Everybody, MOST_LINES, Seats, Site},
    },
    scope::{PartOf, head_count::NOTE_MOST},
};
use govuk::Choice;
use leptos::prelude::*;
use store::PremisesChange;

use super::{
    change::{Change, ChangedMeanwhile, save},
    uses::yes_no,
};
use crate::{
    Page, PageError,
    components::Title,
    form::{Sent, Wrong},
    pages::online,
    paths,
    request::Ctx,
};

/// The form as it stands.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = SiteForm::of(&premises.site, premises.version);
    Ok(page(id, form, Errors::none(), Vec::new(), premises.facts.part_of))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<SiteForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    match form.check() {
        Ok((site, seen)) => {
            let change = Change { permit, seen: Some(seen), change: PremisesChange::Site(site), form };
            save(&ctx, change, |_| "notification", merge).await
        }
        Err(errors) => {
            let part_of = ctx.store.premises_to_edit(&permit).await?.facts.part_of;
            Ok(page(id, form, errors, Vec::new(), part_of).unprocessable().into_response())
        }
    }
}

fn merge(now: &Premises, form: SiteForm) -> Page {
    let theirs = said(&now.site);
    let form = SiteForm { version: now.version.to_string(), ..form };
    page(now.id, form, Errors::none(), theirs, now.facts.part_of)
}

fn page(
    id: PremisesId,
    form: SiteForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    part_of: PartOf,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("About the place", move || view(&form, &wrong, theirs.clone(), part_of))
        .with_back(paths::premises(id))
}

/// What is known of the place, as label and value.
fn said(site: &Site) -> Vec<(&'static str, String)> {
    let open = || "Not known yet".to_owned();
    let buildings = match &site.buildings {
        None => open(),
        Some(Buildings::One) => "One".into(),
        Some(Buildings::Group(list)) => list.join("; "),
    };
    let seats = match &site.adjoining_seats {
        None => open(),
        Some(Seats::None) => "None".into(),
        Some(Seats::Some(place)) => place.clone(),
    };
    let everybody = match &site.everybody {
        None => open(),
        Some(Everybody::SameNumber) => "The number given for the tier".into(),
        Some(Everybody::Other { number, how }) => format!("{}: {how}", thousands(number)),
    };
    let larger = site.larger.as_ref().map_or_else(open, |larger| larger.name.as_str().to_owned());
    vec![
        ("Buildings", buildings),
        ("Larger premises", larger),
        ("Seats beside the premises", seats),
        ("Greatest number of all people", everybody),
        ("Websites and accounts", online::one_line(site.online.as_deref())),
    ]
}

fn words(field: &str, code: &str) -> String {
    let words = match (field, code) {
        ("building_addresses", "missing") => "Enter the address of each building",
        ("building_addresses", "one-only") => "Enter at least two buildings, or choose “One building”",
        ("building_addresses", "too-many") => return format!("Enter at most {MOST_LINES} lines"),
        ("building_addresses", "too-long") => "Each line must be 300 characters or fewer",
        ("online_list", code) => return online::words(code),
        ("larger_name", "missing") => "Enter the name of the larger premises",
        ("larger_name", "too-long") => "The name must be 120 characters or fewer",
        ("larger_line1", "missing") => "Enter the first line of the address",
        ("larger_town", "missing") => "Enter the town or city",
        ("larger_line1" | "larger_line2" | "larger_town", "too-long") => {
            "This line must be 100 characters or fewer"
        }
        ("larger_postcode", _) => "Enter a full UK postcode, like B1 1BB",
        ("seats_where", "missing") => "Say where the seats are",
        ("seats_where", "too-long") => "This must be 300 characters or fewer",
        ("everybody_number", "missing") => "Enter the number of people",
        ("everybody_number", "number-range") => "The number must be from 1 to 500,000",
        ("everybody_number", _) => "Enter a whole number, like 950",
        ("everybody_how", "missing") => "Explain how you worked the number out",
        ("everybody_how", "too-long") => {
            return format!("The explanation must be {NOTE_MOST} characters or fewer");
        }
        (_, "invalid") => "Choose one of the answers",
        _ => "This must not contain control characters",
    };
    words.into()
}

fn view(
    form: &SiteForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    part_of: PartOf,
) -> impl IntoView + use<> {
    let larger = (part_of != PartOf::Nothing || !form.larger_name.is_empty()).then(|| larger(form, wrong));
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"About the place"</Title>
        <p class="govuk-body">
            "The SIA will ask for these when you notify it. They change nothing about the tier. Leave open what you do not know yet."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            {buildings(form, wrong)}
            {larger}
            {seats(form, wrong)}
            {everybody(form, wrong)}
            {online::fields(
                "Are the premises advertised on websites or social media accounts?",
                [&form.online, &form.online_list],
                wrong,
            )}
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}

fn buildings(form: &SiteForm, wrong: &Wrong) -> impl IntoView + use<> {
    let addresses = view! {
        <govuk::TextArea
            id="building_addresses"
            label="Name and address of each building"
            hint="One on each line"
            value=form.building_addresses.clone()
            error=wrong.text("building_addresses")
        />
    };
    let items = vec![
        Choice::new("one", "One building, or part of one"),
        Choice::new("group", "A group of buildings").below(addresses),
    ];
    view! {
        <govuk::Radios
            id="buildings"
            legend="Are the premises one building or a group?"
            items=items
            value=form.buildings.clone()
            error=wrong.text("buildings")
        />
    }
}

fn larger(form: &SiteForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <h2 class="govuk-heading-m">"The larger premises that these are part of"</h2>
            <govuk::Input
                id="larger_name"
                label="Name of the larger premises"
                value=form.larger_name.clone()
                error=wrong.text("larger_name")
            />
            <govuk::Input
                id="larger_line1"
                label="Address line 1 (optional)"
                value=form.larger_line1.clone()
                error=wrong.text("larger_line1")
            />
            <govuk::Input
                id="larger_line2"
                label="Address line 2 (optional)"
                value=form.larger_line2.clone()
                error=wrong.text("larger_line2")
            />
            <govuk::Input
                id="larger_town"
                label="Town or city"
                value=form.larger_town.clone()
                error=wrong.text("larger_town")
                width=govuk::Width::Chars20
            />
            <govuk::Input
                id="larger_postcode"
                label="Postcode"
                value=form.larger_postcode.clone()
                error=wrong.text("larger_postcode")
                width=govuk::Width::Chars10
            />
            <govuk::Radios
                id="larger_qualify"
                legend="Are the larger premises in scope of the Act?"
                items=yes_no()
                value=form.larger_qualify.clone()
                error=wrong.text("larger_qualify")
            />
    }
}

fn seats(form: &SiteForm, wrong: &Wrong) -> impl IntoView + use<> {
    let place = view! {
        <govuk::Input
            id="seats_where"
            label="Where are they?"
            value=form.seats_where.clone()
            error=wrong.text("seats_where")
        />
    };
    let items = vec![Choice::new("none", "No"), Choice::new("some", "Yes").below(place)];
    view! {
        <govuk::Radios
            id="seats"
            legend="Do you have seats in areas beside the premises?"
            hint="For example, tables on the pavement"
            items=items
            value=form.seats.clone()
            error=wrong.text("seats")
        />
    }
}

fn everybody(form: &SiteForm, wrong: &Wrong) -> impl IntoView + use<> {
    let other = view! {
        <govuk::Input
            id="everybody_number"
            label="Greatest number of all people at one time"
            value=form.everybody_number.clone()
            error=wrong.text("everybody_number")
            inputmode="numeric"
            width=govuk::Width::Chars5
        />
        <govuk::TextArea
            id="everybody_how"
            label="How did you work it out?"
            value=form.everybody_how.clone()
            error=wrong.text("everybody_how")
            rows=3
        />
    };
    let items = vec![
        Choice::new("same", "No, the number you gave for the tier covers everybody"),
        Choice::new("other", "Yes, more people can be there").below(other),
    ];
    view! {
        <govuk::Radios
            id="everybody"
            legend="Can more people be on the premises than those who come for the uses you chose?"
            hint="For example, people in offices upstairs. The SIA asks for the greatest number of people, and its words do not limit them to certain uses."
            items=items
            value=form.everybody.clone()
            error=wrong.text("everybody")
        />
    }
}
