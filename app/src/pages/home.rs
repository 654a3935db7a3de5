//! The start page: what this is, and where each person goes on.

use domain::policy::{Role, act};
use leptos::prelude::*;

use crate::{Page, PageError, request::Ctx};

/// The start page.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let anonymous = ctx.viewer.actor.has(Role::Anonymous);
    Ok(Page::new("Check your venue's security readiness", move || view(anonymous)))
}

fn view(anonymous: bool) -> impl IntoView {
    let start = anonymous.then(|| {
        view! {
            <govuk::ButtonLink href="/sign-up" start=true>"Start now"</govuk::ButtonLink>
            <p class="govuk-body">
                <a class="govuk-link" href="/sign-in">"Sign in"</a> " if you have an account."
            </p>
        }
    });
    view! {
        <h1 class="govuk-heading-xl">"Check your venue’s security readiness"</h1>
        <p class="govuk-body-l">
            "For people who run premises that the Terrorism (Protection of Premises) Act 2025 may reach, often called Martyn’s Law."
        </p>
        <p class="govuk-body">"Here you can:"</p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"find out whether the Act reaches your premises, in which tier, and why"</li>
            <li>"answer plain questions about what you have in place, with guidance beside each"</li>
            <li>"get a list of actions, most of which cost nothing but time"</li>
            <li>"send a sealed record to your police Counter Terrorism Security Adviser (CTSA) and get advice"</li>
        </ul>
        <govuk::InsetText>
            "The duties in the Act are not in force yet. They are expected in spring 2027. "
            "The regulator is the Security Industry Authority (SIA). Using this service is voluntary, "
            "and it does not replace notifying the SIA when the duties start."
        </govuk::InsetText>
        {start}
    }
}
