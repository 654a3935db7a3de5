//! The organisation's premises, a page at a time, and a way to change what several of them share.

use std::collections::HashMap;

use axum::{
    extract::Query as UrlQuery,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    area,
    deadlines::{self, Commencement, Deadline},
    digits::thousands,
    estate::PAGE,
    ids::PremisesId,
    notice::Kept,
    organisation::OrganisationDetails,
    policy::act,
    premises::{Premises, Stage, due::next_deadline},
};
use govuk::{Cell, Choice, Content, PageLink, SelectItem, TagColour};
use leptos::prelude::*;
use store::EstatePage;

use super::{
    list_filter::{Query, councils, stages, tiers},
    scope_words,
};
use crate::{
    Page, PageError,
    components::{Heading, Listing, day},
    paths,
    request::Ctx,
};

/// What the deadlines of a page of premises are counted from.
struct Due {
    starts: Commencement,
    notices: HashMap<PremisesId, Vec<Kept>>,
}

/// The list; somebody without an organisation registers one first.
pub async fn get(ctx: Ctx, UrlQuery(query): UrlQuery<Query>) -> Result<Response, PageError> {
    let Some(organisation) = ctx.viewer.actor.organisation() else {
        return Ok(Redirect::to("/organisation/register").into_response());
    };
    let permit = ctx.permit::<act::ListPremises>(organisation).await?;
    let details = ctx.store.organisation(&permit).await?;
    let page = ctx.store.estate(&permit, &query.filter()).await?;
    let starts = deadlines::commencement();
    let ids: Vec<_> = page.premises.iter().map(|premises| premises.id).collect();
    let notices = match starts {
        Commencement::On(_) => ctx.store.notices_of_estate(&permit, &ids).await?,
        Commencement::NotFixed => HashMap::new(),
    };
    let due = Due { starts, notices };
    Ok(Page::new("Your premises", move || view(&details, &query, &page, &due)).into_response())
}

fn view(
    organisation: &OrganisationDetails,
    query: &Query,
    page: &EstatePage,
    due: &Due,
) -> impl IntoView + use<> {
    let nothing = match (page.total, page.matching) {
        (0, _) => Some("You have not registered any premises yet."),
        (_, 0) => Some("Nothing here matches."),
        _ => None,
    };
    let nothing = nothing.map(|text| view! { <p class="govuk-body">{text}</p> });
    let some = page.total > 0;
    let list = (nothing.is_none()).then(|| list(query, page, due));
    view! {
        <span class="govuk-caption-l">{organisation.name.clone()}</span>
        <h1 class="govuk-heading-l">"Your premises"</h1>
        <div class="govuk-button-group">
            <govuk::ButtonLink href="/premises/register">"Register premises"</govuk::ButtonLink>
            <govuk::ButtonLink href=paths::IMPORT kind=govuk::ButtonKind::Secondary>
                "Import from a file"
            </govuk::ButtonLink>
            <a class="govuk-link" href=paths::SCREENING>"Screen many sites"</a>
        </div>
        {(some && due.starts == Commencement::NotFixed).then(not_fixed)}
        {some.then(|| filter(query, page))}
        {nothing}
        {list}
    }
}

/// Said once above the table, since it holds for all of them.
fn not_fixed() -> impl IntoView {
    view! {
        <govuk::InsetText>
            <strong>"Next deadline: not yet set. "</strong>
            "The law does not say yet when the duties start. From then on you have three months to notify the SIA of premises that you are responsible for on that day (SI 2026/793, regulation 3(1))."
        </govuk::InsetText>
    }
}

fn filter(query: &Query, page: &EstatePage) -> impl IntoView + use<> {
    let sorts = vec![SelectItem::new("", "Newest first"), SelectItem::new("name", "By name")];
    let opened = query.filters() || !query.sort.is_empty();
    let councils = councils(&page.councils);
    let query = query.clone();
    view! {
        <govuk::Details summary="Search, filter and sort" open=opened>
            <form method="get" action=paths::PREMISES novalidate>
                <govuk::Input
                    id="search"
                    label="Name or postcode"
                    hint="Words of the name, or the beginning of the postcode"
                    value=query.search
                    width=govuk::Width::Chars20
                    spellcheck=false
                />
                <govuk::Select
                    id="tier"
                    label="Tier"
                    hint="Where the Act leaves a point open, premises count as if it reached them"
                    items=tiers()
                    value=query.tier
                />
                <govuk::Select id="stage" label="Where it stands" items=stages() value=query.stage/>
                <govuk::Select id="council" label="Council" items=councils value=query.council/>
                <govuk::Select id="sort" label="Order" items=sorts value=query.sort/>
                <div class="govuk-button-group">
                    <govuk::Button kind=govuk::ButtonKind::Secondary>"Show"</govuk::Button>
                    <a class="govuk-link" href=paths::PREMISES>"Show all"</a>
                </div>
            </form>
        </govuk::Details>
    }
}

fn list(query: &Query, page: &EstatePage, due: &Due) -> impl IntoView + use<> {
    let many = page.total > 1;
    let rows: Vec<Vec<Cell>> = page.premises.iter().map(|item| row(item, many, due)).collect();
    let mut head = vec![Heading::title("Name"), "Tier".into(), "Where it stands".into(), "Council".into()];
    if many {
        head.insert(0, Heading::hidden("Choose"));
    }
    if due.starts != Commencement::NotFixed {
        head.push("Next deadline".into());
    }
    let caption = if query.sort == "name" { "Premises, by name" } else { "Premises, newest first" };
    let count = count(query, page);
    let first = (!query.after.is_empty()).then(|| PageLink::new(query.from(None)).text("First page"));
    let next = page.next.map(|cursor| PageLink::new(query.from(Some(cursor))));
    let pages =
        (first.is_some() || next.is_some()).then(|| view! { <govuk::Pagination previous=first next=next/> });
    let table = view! {
        <p class="govuk-body">{count}</p>
        <Listing name="Premises" caption=caption head=head rows=rows/>
        {pages}
    };
    if !many {
        return table.into_any();
    }
    let query = query.clone();
    let which = vec![
        Choice::new("", "Those that I ticked"),
        Choice::new("yes", format!("All {} that the list shows, on every page", thousands(page.matching))),
    ];
    view! {
        <form method="post" action=paths::SHARED novalidate>
            <input type="hidden" name="step" value="choose"/>
            <input type="hidden" name="tier" value=query.tier/>
            <input type="hidden" name="stage" value=query.stage/>
            <input type="hidden" name="council" value=query.council/>
            <input type="hidden" name="search" value=query.search/>
            {table}
            <h2 class="govuk-heading-m">"Change what several share"</h2>
            <govuk::Radios id="all" legend="Which premises?" small=true items=ticked(which)/>
            <govuk::Button kind=govuk::ButtonKind::Secondary>"Continue"</govuk::Button>
        </form>
    }
    .into_any()
}

/// The first of two choices, chosen: a page has rows to tick.
fn ticked(mut choices: Vec<Choice>) -> Vec<Choice> {
    if !choices.is_empty() {
        let first = choices.remove(0).checked(true);
        choices.insert(0, first);
    }
    choices
}

fn count(query: &Query, page: &EstatePage) -> String {
    let total = thousands(page.total);
    let many = if page.total == 1 { "1 premises".into() } else { format!("{total} premises") };
    let shown = page.premises.len();
    match (query.filters(), page.matching > PAGE) {
        (false, false) => format!("{many} in all."),
        (false, true) => format!("{shown} of {many}."),
        (true, false) => format!("{} of {many} match.", thousands(page.matching)),
        (true, true) => format!("{} of {many} match; {shown} are on this page.", thousands(page.matching)),
    }
}

fn row(item: &Premises, many: bool, due: &Due) -> Vec<Cell> {
    let name = item.name.as_str().to_owned();
    let place = format!("{}, {}", item.address.town.as_str(), item.address.postcode);
    let link = view! {
        <a class="govuk-link" href=paths::premises(item.id)>{name.clone()}</a>
        <br/>
        <span class="govuk-body-s">{place}</span>
    };
    let (text, colour) = stage(item.stage);
    let council = area::council(&item.council).map_or("", |council| council.name);
    let mut cells: Vec<Cell> = vec![
        Content::view(link).into(),
        scope_words::outcome(item.outcome).into(),
        Content::view(view! { <govuk::Tag text=text colour=colour/> }).into(),
        council.into(),
    ];
    if many {
        let label = view! { <span class="govuk-visually-hidden">{name}</span> };
        let choice = Choice::new(item.id.to_string(), Content::view(label));
        let tick = view! {
            <govuk::Checkboxes
                id=format!("premises-{}", item.id)
                name="premises"
                items=vec![choice]
                small=true
                group_classes="portal-tick"
            />
        };
        cells.insert(0, Cell::new(Content::view(tick)).classes("portal-listing__tick"));
    }
    if due.starts != Commencement::NotFixed {
        cells.push(Cell::new(deadline(item, due)).classes("portal-whole"));
    }
    cells
}

fn deadline(item: &Premises, due: &Due) -> String {
    let notices = due.notices.get(&item.id).map_or(&[][..], Vec::as_slice);
    match next_deadline(item, due.starts, notices) {
        Some(Deadline::LastDay(last)) => day(last),
        Some(Deadline::NoClearDate) => "No clear date: notify at once, or take advice".into(),
        Some(Deadline::NotFixed) => "Not yet set".into(),
        None if notices.is_empty() => "None".into(),
        // What changed since then is told on the page of deadlines.
        None => "Notice given".into(),
    }
}

/// The words and colour for how far premises have come.
pub fn stage(stage: Stage) -> (&'static str, TagColour) {
    match stage {
        Stage::Registered => ("Registered", TagColour::Grey),
        Stage::Assessing => ("Answering", TagColour::Yellow),
        Stage::Submitted => ("Sent", TagColour::Blue),
        Stage::Returned => ("Returned to you", TagColour::Orange),
        Stage::Advised => ("Advice given", TagColour::Green),
    }
}
