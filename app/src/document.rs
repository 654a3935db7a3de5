//! The document around every page.

use domain::{
    ids::PremisesOrEvent,
    policy::{Actor, Role},
};
use govuk::{Footer, FooterLink, GenericHeader, NavItem, ServiceNavigation, SkipLink};
use leptos::{nonce::use_nonce, prelude::*};

use crate::{Page, Portal, Viewer, components::About, paths, render::Reference};

/// The service's name, everywhere.
pub const SERVICE: &str = "Venue security self-assessment";

/// The whole document.
pub fn document(
    page: &Page,
    portal: &Portal,
    viewer: Option<&Viewer>,
    reference: Option<&Reference>,
    path: &str,
) -> impl IntoView + use<> {
    let error = if page.status.as_u16() == 422 { "Error: " } else { "" };
    let title = format!("{error}{} – {SERVICE}", page.title);
    let assets = format!("/assets/{}", portal.assets.hash);
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let demo = portal.demo.then(demo_banner);
    let back = page.back.clone().map(|href| view! { <govuk::BackLink href=href/> });
    provide_context(About(page.about.clone()));
    let body = (page.body)();
    let fault = reference.filter(|_| page.status.is_server_error()).map(|reference| {
        view! {
            <p class="govuk-body">
                "If you tell us about it, quote the reference " <strong>{reference.0.clone()}</strong> "."
            </p>
        }
    });
    view! {
        <!DOCTYPE html>
        <html lang="en" class="govuk-template">
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="robots" content="noindex, nofollow"/>
                <link rel="icon" href="data:,"/>
                <link rel="stylesheet" href=format!("{assets}/portal.css")/>
                <script type="module" src=format!("{assets}/start.js") nonce=nonce></script>
            </head>
            <body class="govuk-template__body">
                <SkipLink href="#main-content">"Skip to main content"</SkipLink>
                {demo}
                <GenericHeader url="/">{SERVICE}</GenericHeader>
                {navigation(viewer, path, page.of)}
                <div class="govuk-width-container">
                    {back}
                    <main class="govuk-main-wrapper" id="main-content" tabindex="-1">
                        {body}
                        {fault}
                    </main>
                </div>
                {footer()}
            </body>
        </html>
    }
}

fn demo_banner() -> impl IntoView {
    view! {
        <div class="portal-demo" role="region" aria-label="Demonstration">
            <p class="govuk-width-container">
                <strong>"Demonstration. "</strong>
                "Premises, people and answers are made up. Do not enter real ones."
            </p>
        </div>
    }
}

fn navigation(viewer: Option<&Viewer>, path: &str, of: Option<PremisesOrEvent>) -> impl IntoView + use<> {
    let actor = viewer.map_or(&Actor::Anonymous, |viewer| &viewer.actor);
    let stands = of.map_or_else(|| path.to_owned(), paths::of);
    let items: Vec<NavItem> = links(actor)
        .into_iter()
        .map(|(text, href)| NavItem::new(text, href).current(path == href).active(within(&stands, href)))
        .collect();
    let sign_out = actor.has(Role::SignedIn).then(|| {
        let name = viewer.and_then(|viewer| viewer.name.clone()).unwrap_or_default();
        view! {
            <form class="portal-account govuk-width-container" method="post" action=paths::SIGN_OUT>
                <span>{format!("Signed in as {name}")}</span>
                <button class="portal-link-button" type="submit">"Sign out"</button>
            </form>
        }
    });
    view! {
        {sign_out}
        <ServiceNavigation items=items navigation_label="Menu"/>
    }
}

/// Whether a path lies under a link of the navigation, so that the link stays marked there.
fn within(path: &str, href: &str) -> bool {
    let roots: &[&str] = match href {
        "/" => return false,
        paths::QUEUE => &[paths::QUEUE, "/cases"],
        other => &[other],
    };
    roots.iter().any(|root| path.strip_prefix(root).is_some_and(|rest| rest.starts_with('/')))
}

/// The links of the navigation for somebody: what they came to do.
fn links(actor: &Actor) -> Vec<(&'static str, &'static str)> {
    let mut links = vec![("Start", "/")];
    if actor.has(Role::Anonymous) {
        links.extend([
            ("Scope check", paths::SCOPE_CHECK),
            ("Sign in", "/sign-in"),
            ("Create an account", "/sign-up"),
        ]);
    }
    if actor.has(Role::Operator) {
        links.push(("Your premises", paths::PREMISES));
    }
    if actor.has(Role::Council) {
        links.push(("Figures", paths::AREA));
    }
    if actor.organisation().is_some() {
        links.push(("Your events", paths::EVENTS));
        links.push(("Calendar", paths::CALENDAR));
        links.push(("Competent Persons", paths::COMPETENT_PERSONS));
        links.push(("Your organisation", paths::ORGANISATION));
    }
    if actor.has(Role::Ctsa) {
        links.push(("Queue", paths::QUEUE));
    }
    if actor.has(Role::Administrator) {
        links.extend([("People", "/admin/people"), ("Content", "/admin/content")]);
    }
    if actor.has(Role::SignedIn) {
        links.push(("Your account", "/account"));
    }
    links
}

fn footer() -> impl IntoView {
    let links = [
        ("Accessibility statement", "/accessibility"),
        ("Cookies and logging", "/cookies"),
        ("Privacy notice", "/privacy"),
        ("Who can see what", "/who-sees-what"),
        ("Feedback and help", "/feedback"),
    ];
    let links: Vec<_> = links.into_iter().map(|(text, href)| FooterLink::new(text, href)).collect();
    view! {
        <Footer links=links>
            "This is not GOV.UK, the police or the Security Industry Authority (SIA). "
            "The SIA is the regulator. Advice given here is advice, and decides nothing."
        </Footer>
    }
}
