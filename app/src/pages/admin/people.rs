//! Who has an account, and who was invited.

use axum::extract::Query;
use domain::{day::in_london, digits::thousands, ids::AccountId, policy::act};
use govuk::{Cell, Content};
use leptos::prelude::*;
use serde::Deserialize;
use store::{Listed, OpenInvitation, People};

use crate::{
    Page, PageError,
    components::{Heading, Listing, day, moment, role},
    paths,
    request::Ctx,
};

/// Rows on a page.
const SIZE: u64 = 50;

/// Which page of the list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Which {
    /// From 1.
    page: u64,
}

/// The list.
pub async fn get(ctx: Ctx, Query(which): Query<Which>) -> Result<Page, PageError> {
    let scope = ctx.scope::<act::ListPeople>()?;
    let number = which.page.max(1);
    let list = ctx.store.people(&scope, number - 1, SIZE).await?;
    let me = ctx.account()?;
    Ok(Page::new("People", move || view(&list, number, me)))
}

fn view(list: &People, number: u64, me: AccountId) -> impl IntoView + use<> {
    let people = list.people.iter().map(|one| person(one, me)).collect::<Vec<_>>();
    let invitations = (!list.invitations.is_empty()).then(|| {
        let rows = list.invitations.iter().map(invitation).collect::<Vec<_>>();
        view! {
            <Listing
                name="Open invitations"
                caption="Open invitations"
                caption_size=govuk::Size::M
                head=vec![
                    Heading::title("Email address"),
                    "Role".into(),
                    "Works until".into(),
                    "What you can do".into(),
                ]
                rows=rows
            />
        }
    });
    view! {
        <h1 class="govuk-heading-l">"People"</h1>
        <p class="govuk-body">
            "Everybody who has an account here. You cannot see anybody’s premises or answers."
        </p>
        <govuk::ButtonLink href="/admin/people/invite">"Invite somebody"</govuk::ButtonLink>
        {invitations}
        <Listing
            name="Accounts"
            caption=format!("{} accounts, newest first", thousands(list.total))
            caption_size=govuk::Size::M
            head=vec![
                Heading::title("Name"),
                "Email address".into(),
                "Role".into(),
                "Opened on".into(),
                "What you can do".into(),
            ]
            rows=people
        />
        {pages(number, list.total.div_ceil(SIZE))}
    }
}

fn person(person: &Listed, me: AccountId) -> Vec<Cell> {
    let (what, whose) = (if person.suspended { "Let in again" } else { "Suspend" }, person.name.as_str());
    let can = if person.account == me {
        "This is you".into()
    } else {
        link(paths::suspend(person.account), what, whose)
    };
    vec![
        whose.into(),
        person.email.as_str().into(),
        roles(person).into(),
        day(in_london(person.opened_at)).into(),
        can,
    ]
}

/// A person's roles, and whether they hold them now.
pub(super) fn roles(person: &Listed) -> String {
    let roles = person.grants.iter().map(role::grant).collect::<Vec<_>>().join("; ");
    if person.suspended { format!("Suspended. {roles}") } else { roles }
}

fn invitation(open: &OpenInvitation) -> Vec<Cell> {
    let email = open.email.as_str();
    let can = link(paths::take_back(open.id), "Take back", email);
    vec![email.into(), role::grant(&open.grant).into(), until(open).into(), can]
}

/// Until when an invitation works.
pub(super) fn until(open: &OpenInvitation) -> String {
    moment(open.until)
}

fn link(href: String, what: &'static str, whose: &str) -> Cell {
    let whose = format!(": {whose}");
    Content::view(view! {
        <a class="govuk-link" href=href>{what} <span class="govuk-visually-hidden">{whose}</span></a>
    })
    .into()
}

/// Links to the page before and the page after, where there are any.
fn pages(number: u64, pages: u64) -> Option<impl IntoView + use<>> {
    (pages > 1).then(|| {
        let link = |number: u64| govuk::PageLink::new(format!("/admin/people?page={number}"));
        let previous = (number > 1).then(|| link(number - 1));
        let next = (number < pages).then(|| link(number + 1));
        view! { <govuk::Pagination previous=previous next=next/> }
    })
}
