//! One change to facts that several premises share: which, what, what will change, and what did.

use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use domain::{
    estate::MOST_PREMISES,
    forms::{Errors, premises::SharedForm},
    ids::PremisesId,
    law,
    policy::{Permit, act},
    premises::Premises,
};
use store::EstateFilter;

use super::shared_view as views;
use crate::{
    Page, PageError,
    form::{LARGEST_LIST, SentUpTo, Wrong},
    pages::premises::list_filter::Query,
    paths,
    request::Ctx,
};

const TITLE: &str = "Change what premises share";

/// The page begins with a choice on the list.
pub async fn get() -> Redirect {
    Redirect::to(paths::PREMISES)
}

/// Goes from what was chosen on the list to the form, from there to what will change, and saves it.
pub async fn post(
    ctx: Ctx,
    SentUpTo(form): SentUpTo<SharedForm, LARGEST_LIST>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditEstate>(ctx.organisation()?).await?;
    let today = ctx.today();
    match form.step.as_str() {
        "choose" => choose(&ctx, &permit, form, today).await,
        "preview" | "save" => {
            let change = match form.check(&law::known(), today) {
                Ok(change) => change,
                Err(errors) => return Ok(page(form, &errors, today).unprocessable().into_response()),
            };
            let shown = form.shown();
            if form.step == "save" {
                let done = ctx.store.change_estate(&permit, &shown, &change).await?;
                let ids: Vec<PremisesId> = shown.iter().map(|(id, _)| *id).collect();
                let premises = ctx.store.estate_chosen(&permit, &ids).await?;
                return Ok(Page::new(TITLE, move || views::done(&done, &premises))
                    .with_back(paths::PREMISES)
                    .into_response());
            }
            let ids: Vec<PremisesId> = shown.iter().map(|(id, _)| *id).collect();
            let before = ctx.store.estate_chosen(&permit, &ids).await?;
            let pairs: Vec<(Premises, Premises)> = before
                .into_iter()
                .map(|before| {
                    let mut after = before.clone();
                    change.apply(&mut after);
                    (before, after)
                })
                .collect();
            let seen = pairs.iter().map(|(before, _)| (before.id, before.version));
            let form = SharedForm { seen: SharedForm::seen_of(seen), ..form };
            Ok(Page::new(TITLE, move || views::preview(&form, &pairs, today))
                .with_back(paths::PREMISES)
                .into_response())
        }
        _ => Err(PageError::BadForm),
    }
}

/// The form for what was chosen on the list.
async fn choose(
    ctx: &Ctx,
    permit: &Permit<act::EditEstate>,
    form: SharedForm,
    today: NaiveDate,
) -> Result<Response, PageError> {
    let chosen = if form.all == "yes" {
        let filter = EstateFilter { after: None, ..Query::of(&form).filter() };
        ctx.store.estate_matching(permit, &filter).await?
    } else {
        ctx.store.estate_chosen(permit, &form.ticked()).await?
    };
    if chosen.is_empty() {
        return Ok(Page::new(TITLE, views::nothing_chosen)
            .with_back(paths::PREMISES)
            .unprocessable()
            .into_response());
    }
    let seen = chosen.iter().take(MOST_PREMISES).map(|premises| (premises.id, premises.version));
    let form = SharedForm { seen: SharedForm::seen_of(seen), ..SharedForm::default() };
    Ok(page(form, &Errors::none(), today).into_response())
}

fn page(form: SharedForm, errors: &Errors, today: NaiveDate) -> Page {
    let wrong = Wrong::worded(errors, words);
    Page::new(TITLE, move || views::form(&form, &wrong, today)).with_back(paths::PREMISES)
}

fn words(field: &str, code: &str) -> &'static str {
    match (field, code) {
        ("exclusion", "nothing") => "Change at least one of the facts",
        ("exclusion", _) => "Choose what applies, or “none of these” alone",
        ("part_of", _) => "Say whether the premises are part of larger premises",
        ("mainly", _) => "Say whether the premises are wholly or mainly used for their uses",
        ("public_use", _) => "Choose the use that your answer is about",
        ("public", _) => "Say whether this use is for visiting members of the public",
        ("method", _) => "Choose how the numbers were worked out",
        ("since", _) => "Enter the date since when you are responsible, like 1 4 2020",
        ("online", _) => "Say whether there are websites or accounts",
        ("online_list", "missing") => "Enter at least one website or account",
        ("online_list", "too-many") => "Enter 50 lines or fewer",
        ("online_list", _) => "Each line must be 300 characters or fewer",
        ("counted_on", "day-to-come") => "The date must be today or in the past",
        _ => "Enter the date that the numbers were worked out, like 22 11 2026",
    }
}
