//! Who has an account, and who was invited.

use axum::extract::Query;
use domain::policy::act;
use leptos::prelude::*;
use serde::Deserialize;
use store::{Listed, OpenInvitation, People};

use crate::{Page, PageError, components::role, request::Ctx};

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
    Ok(Page::new("People", move || view(&list, number)))
}

fn view(list: &People, number: u64) -> impl IntoView + use<> {
    let people = list.people.iter().map(person).collect::<Vec<_>>();
    let invitations = (!list.invitations.is_empty()).then(|| {
        let rows = list.invitations.iter().map(invitation).collect::<Vec<_>>();
        view! {
            <div class="portal-scroll" tabindex="0" role="region" aria-label="Open invitations">
                <govuk::Table
                    caption="Open invitations"
                    caption_size=govuk::Size::M
                    head=vec!["Email address".into(), "Role".into(), "Works until".into()]
                    rows=rows
                />
            </div>
        }
    });
    view! {
        <h1 class="govuk-heading-l">"People"</h1>
        <p class="govuk-body">
            "Everybody who has an account here. You cannot see anybody’s premises or answers."
        </p>
        <govuk::ButtonLink href="/admin/people/invite">"Invite somebody"</govuk::ButtonLink>
        {invitations}
        <div class="portal-scroll" tabindex="0" role="region" aria-label="Accounts">
            <govuk::Table
                caption=format!("{} accounts", list.total)
                caption_size=govuk::Size::M
                head=vec!["Name".into(), "Email address".into(), "Role".into()]
                rows=people
                first_cell_is_header=true
            />
        </div>
        {pages(number, list.total.div_ceil(SIZE))}
    }
}

fn person(person: &Listed) -> Vec<govuk::Cell> {
    let roles = person.grants.iter().map(role::grant).collect::<Vec<_>>().join("; ");
    let roles = if person.suspended { format!("Suspended. {roles}") } else { roles };
    vec![person.name.as_str().into(), person.email.as_str().into(), roles.into()]
}

fn invitation(open: &OpenInvitation) -> Vec<govuk::Cell> {
    let until = open.until.format("%-d %B %Y at %H:%M UTC").to_string();
    vec![open.email.as_str().into(), role::grant(&open.grant).into(), until.into()]
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
