//! The start page: what this is, and where each person goes on.

use domain::policy::{Actor, Role, act};
use leptos::prelude::*;

use crate::{Page, PageError, paths, request::Ctx};

/// The start page.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let next = next_step(&ctx.viewer.actor);
    Ok(Page::new("Check your venue's security readiness", move || view(next)))
}

/// What somebody came to do: the button's text and where it leads.
fn next_step(actor: &Actor) -> (&'static str, &'static str) {
    if actor.has(Role::Operator) {
        ("Go to your premises", paths::PREMISES)
    } else if actor.has(Role::Ctsa) {
        ("Go to the queue", "/queue")
    } else if actor.has(Role::Council) {
        ("See your area’s figures", "/area")
    } else if actor.has(Role::Administrator) {
        ("Go to people and invitations", "/admin/people")
    } else if actor.has(Role::SignedIn) {
        ("See your account", "/account")
    } else {
        ("Start now", "/sign-up")
    }
}

fn view((text, href): (&'static str, &'static str)) -> impl IntoView {
    let sign_in = (href == "/sign-up").then(|| {
        view! {
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
        <govuk::ButtonLink href=href start=true>{text}</govuk::ButtonLink>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::SCOPE_CHECK>
                "Check whether the Act applies, without an account"
            </a>
        </p>
        {sign_in}
    }
}
