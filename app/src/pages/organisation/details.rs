//! Changing what is known of the organisation.

mod view;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    forms::{Errors, organisation::DetailsForm},
    policy::act,
};
use store::StoreError;

use super::show;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    paths,
    request::Ctx,
};

/// The form as things stand.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditOrganisation>(ctx.organisation()?).await?;
    let organisation = ctx.store.organisation_to_edit(&permit).await?;
    Ok(page(DetailsForm::of(&organisation), &Errors::none(), Vec::new()))
}

/// Saves it, or shows what is wrong. If somebody else was faster nothing is written, and the page
/// shows what they saved.
pub async fn post(ctx: Ctx, Sent(form): Sent<DetailsForm>) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditOrganisation>(ctx.organisation()?).await?;
    let stated = match form.check() {
        Ok(stated) => stated,
        Err(errors) if errors.of("version").is_some() => return Err(PageError::BadForm),
        Err(errors) => return Ok(page(form, &errors, Vec::new()).unprocessable().into_response()),
    };
    match ctx.store.change_organisation(&permit, stated.seen, &stated.details).await {
        Ok(()) => Ok(Redirect::to(paths::ORGANISATION).into_response()),
        Err(StoreError::Conflict) => {
            let now = ctx.store.organisation_to_edit(&permit).await?;
            let theirs = show::facts(&now.details)
                .into_iter()
                .map(|(label, value, _)| (label, value.replace('\n', ", ")))
                .collect();
            let form = DetailsForm { version: now.version.to_string(), ..form };
            Ok(page(form, &Errors::none(), theirs).with_status(StatusCode::CONFLICT).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page(form: DetailsForm, errors: &Errors, theirs: Vec<(&'static str, String)>) -> Page {
    let wrong = Wrong::worded(errors, words);
    Page::new("Details of your organisation", move || view::view(&form, &wrong, theirs.clone()))
        .with_back(paths::ORGANISATION)
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("kind", _) => "Choose what the organisation is",
        ("name", "missing") => "Enter the name of your organisation",
        ("name" | "corporate_name", "too-long") => "The name must be 150 characters or fewer",
        ("trading_names", "too-long") => "Each trading name must be 150 characters or fewer",
        ("trading_names", "too-many") => "Enter at most 20 trading names",
        ("company_number", "company-short") => {
            "A company number has 8 characters. Add zeros at the front, like 01234567"
        }
        ("company_number", "company-form") => {
            "Enter a company number of 8 characters, like 01234567 or SC123456"
        }
        ("charity_number", "charity-form") => {
            "Enter a charity number of 6 or 7 digits, or one like SC012345 or NIC100001"
        }
        ("company_number", "not-an-individuals") => {
            "An individual has no company number. Leave it empty, or select what the organisation is"
        }
        ("charity_number", "not-an-individuals") => {
            "An individual has no charity number. Leave it empty, or select what the organisation is"
        }
        ("number", "too-long") => "The number must be 20 characters or fewer",
        ("phone", "phone-invalid") => "Enter a phone number, like 0121 496 0000 or +44 121 496 0000",
        ("email", "email-invalid") => "Enter an email address in the correct format, like name@example.com",
        ("line1", "missing") => "Enter the first line of the address, or leave the whole address empty",
        ("town", "missing") => "Enter the town or city, or leave the whole address empty",
        ("postcode", "missing") => "Enter the postcode, or leave the whole address empty",
        ("postcode", "postcode-invalid") => "Enter a full UK postcode, like B1 1BB",
        ("line1" | "line2" | "town", "too-long") => "This line must be 100 characters or fewer",
        ("websites", "website-form") => "Enter web addresses one a line, like www.example.com",
        ("websites", "too-many") => "Enter at most 20 websites",
        ("social_media", "too-many") => "Enter at most 20 accounts",
        ("websites" | "social_media", "too-long") => "Each line must be 300 characters or fewer",
        _ => "This must not contain control characters",
    }
}
