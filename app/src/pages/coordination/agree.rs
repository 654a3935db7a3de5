//! Agreeing to a link that another operator asked for.

use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    digits::thousands,
    estate::{Order, Search},
    forms::{Errors, coordination::AgreeForm},
    policy::act,
    premises::Premises,
};
use govuk::{SelectItem, SummaryRow};
use leptos::prelude::*;
use serde::Deserialize;
use store::{EstateFilter, EstatePage, LinkRefused, OfferSeen, Secret, StoreError};

use super::words;
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    pages::account::dead_link,
    paths,
    request::Ctx,
};

/// What somebody looks for among their premises. No query is written to a log.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Looking {
    search: String,
}

/// Who asks, and which premises it concerns.
pub async fn get(
    ctx: Ctx,
    Path(link): Path<String>,
    Query(looking): Query<Looking>,
) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::AcceptCoordination>(()).await?;
    let offer = match link.parse::<Secret>() {
        Ok(secret) => ctx.store.link_offered(&permit, &secret).await,
        Err(error) => Err(error),
    };
    match offer {
        Ok(offer) => Ok(page(offer, own(&ctx, looking).await?, AgreeForm::default(), &Errors::none())),
        Err(error) => dead_link::or_fault(error),
    }
}

/// Links the two, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(link): Path<String>,
    Query(looking): Query<Looking>,
    Sent(form): Sent<AgreeForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::AcceptCoordination>(()).await?;
    let Ok(secret) = link.parse::<Secret>() else {
        return Ok(dead_link::or_fault(StoreError::NotFound)?.into_response());
    };
    let errors = match form.check() {
        Err(errors) => errors,
        Ok(premises) => {
            let own = ctx.permit::<act::EditPremises>(premises).await?;
            match ctx.store.agree_to_link(&permit, &own, &secret).await {
                Ok(()) => {
                    let next = paths::premises_part(premises, "coordination");
                    return Ok(Redirect::to(&next).into_response());
                }
                Err(LinkRefused::Own) => Errors::one("premises", "own"),
                Err(LinkRefused::Already) => Errors::one("premises", "already"),
                Err(LinkRefused::Full) => Errors::one("premises", "full"),
                Err(LinkRefused::Store(error)) => return Ok(dead_link::or_fault(error)?.into_response()),
            }
        }
    };
    match ctx.store.link_offered(&permit, &secret).await {
        Ok(offer) => {
            Ok(page(offer, own(&ctx, looking).await?, form, &errors).unprocessable().into_response())
        }
        Err(error) => Ok(dead_link::or_fault(error)?.into_response()),
    }
}

/// The person's own premises to choose from, and what they look for among them.
struct Own {
    looking: Looking,
    page: EstatePage,
}

/// None for somebody who acts for no organisation yet.
async fn own(ctx: &Ctx, looking: Looking) -> Result<Option<Own>, PageError> {
    let Some(organisation) = ctx.viewer.actor.organisation() else { return Ok(None) };
    let permit = ctx.permit::<act::ListPremises>(organisation).await?;
    let search = Search::new(&looking.search);
    let filter = EstateFilter { search, order: Order::Name, ..EstateFilter::default() };
    let page = ctx.store.estate(&permit, &filter).await?;
    Ok((page.total > 0).then_some(Own { looking, page }))
}

fn page(offer: OfferSeen, own: Option<Own>, form: AgreeForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |_, code| match code {
        "own" => "Your own organisation made this link. Give it to the other operator",
        "already" => "These premises are linked with theirs already",
        "full" => "These premises have too many links. End one first",
        _ => "Choose which of your premises it concerns",
    });
    Page::new("Link premises with another operator", move || view(&offer, own.as_ref(), &form, &wrong))
}

fn view(offer: &OfferSeen, own: Option<&Own>, form: &AgreeForm, wrong: &Wrong) -> impl IntoView + use<> {
    let rows = vec![
        SummaryRow::new("Who asks", offer.organisation.as_str()),
        SummaryRow::new("Their premises", offer.premises.as_str()),
        SummaryRow::new("What they say", words::relation(offer.relation)),
    ];
    let answer = match own {
        None => nothing_yet().into_any(),
        Some(own) => view! { {search(own)} {choose(&own.page.premises, form, wrong)} }.into_any(),
    };
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Link premises with another operator"</h1>
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">
            "If you agree, each side sees the other’s name, the name of its premises and how to reach it. Each also sees which duty in section 8 of the Act follows. That depends on the tier of the premises."
        </p>
        <p class="govuk-body">"If you do not know them, or what they say is wrong, leave this page. They are told nothing."</p>
        {answer}
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <p class="govuk-body">
            <a class="govuk-link" href=paths::PREMISES>"Register your premises"</a> " first. Then open the link again."
        </p>
    }
}

/// A way to what the list leaves out; only where it leaves something out, or did.
fn search(Own { looking, page }: &Own) -> impl IntoView + use<> {
    let (shown, matching) = (page.premises.len(), page.matching);
    let looks = !Search::new(&looking.search).is_empty();
    let text = match (looks, shown < matching) {
        (false, false) => return ().into_any(),
        (false, true) => format!(
            "The list below offers the first {shown} by name of your {} premises. Search for others.",
            thousands(page.total)
        ),
        (true, _) if matching == 0 => "None of your premises match.".into(),
        (true, false) => format!("{shown} of your {} premises match.", thousands(page.total)),
        (true, true) => format!(
            "{} of your {} premises match. The list below offers the first {shown} by name.",
            thousands(matching),
            thousands(page.total)
        ),
    };
    let value = looking.search.clone();
    view! {
        <form method="get" novalidate>
            <p class="govuk-body">{text}</p>
            <govuk::Input
                id="search"
                label="Name or postcode"
                hint="Words of the name, or the beginning of the postcode"
                value=value
                width=govuk::Width::Chars20
                spellcheck=false
            />
            <govuk::Button kind=govuk::ButtonKind::Secondary>"Search"</govuk::Button>
        </form>
    }
    .into_any()
}

fn choose(own: &[Premises], form: &AgreeForm, wrong: &Wrong) -> impl IntoView + use<> {
    let item = |one: &Premises| {
        let text = format!("{}, {}", one.name.as_str(), one.address.postcode);
        SelectItem::new(one.id.to_string(), text)
    };
    let items: Vec<_> =
        std::iter::once(SelectItem::new("", "Choose one")).chain(own.iter().map(item)).collect();
    view! {
        <form method="post" novalidate>
            <govuk::Select
                id="premises"
                label="Which of your premises does it concern?"
                items=items
                value=form.premises.clone()
                error=wrong.text("premises")
            />
            <govuk::Button prevent_double_click=true>"Agree and link"</govuk::Button>
        </form>
    }
}
