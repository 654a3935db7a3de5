//! The accessibility statement.

use domain::policy::act;
use leptos::prelude::*;

use crate::{Page, PageError, request::Ctx};

/// The statement.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let contact = ctx.contact.to_string();
    Ok(Page::new("Accessibility statement", move || view(&contact)))
}

fn view(contact: &str) -> impl IntoView + use<> {
    let mail = format!("mailto:{contact}");
    let contact = contact.to_owned();
    view! {
        <h1 class="govuk-heading-l">"Accessibility statement"</h1>
        <p class="govuk-body">
            "This service should be usable by everyone. You should be able to zoom to 400% without text spilling off the screen, use it with a keyboard alone, with a screen reader, on a phone, and with JavaScript turned off."
        </p>
        <h2 class="govuk-heading-m">"How accessible it is"</h2>
        <p class="govuk-body">
            "It is built to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2. Every page is tested with an automated checker, with and without JavaScript, at widths from 320 pixels. Automated checks find about a third of barriers."
        </p>
        <p class="govuk-body">
            "It has not yet been tested by people with the assistive technologies they use every day: NVDA, JAWS, VoiceOver, TalkBack and Dragon. Until it has, we do not claim full conformance."
        </p>
        <h2 class="govuk-heading-m">"Tell us about a problem"</h2>
        <p class="govuk-body">
            "Write to " <a class="govuk-link" href=mail>{contact}</a>
            ". Say which page it was and what you use. If you need something in another format, ask there too."
        </p>
        <h2 class="govuk-heading-m">"If you are not happy with the answer"</h2>
        <p class="govuk-body">
            "In England, Scotland and Wales, contact the Equality Advisory and Support Service (EASS). In Northern Ireland, contact the Equality Commission for Northern Ireland. They deal with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."
        </p>
        <p class="govuk-body">"This statement was prepared on 22 November 2026."</p>
    }
}
