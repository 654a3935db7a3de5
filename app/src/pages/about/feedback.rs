//! Whom to write to.

use domain::policy::act;
use leptos::prelude::*;

use crate::{Page, PageError, request::Ctx};

/// The address, and what not to send.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let contact = ctx.contact.to_string();
    Ok(Page::new("Feedback and help", move || view(&contact)))
}

fn view(contact: &str) -> impl IntoView + use<> {
    let mail = format!("mailto:{contact}");
    let contact = contact.to_owned();
    view! {
        <h1 class="govuk-heading-l">"Feedback and help"</h1>
        <p class="govuk-body">
            "Tell us what worked, what did not, and what you could not find: "
            <a class="govuk-link" href=mail>{contact}</a>
        </p>
        <govuk::WarningText>
            "Do not email answers, plans, weaknesses or anything secret. Say which page it was about, and we will look there."
        </govuk::WarningText>
        <p class="govuk-body">
            "To report something suspicious that is not an emergency, call the anti-terrorist hotline on 0800 789 321. In an emergency, call 999."
        </p>
    }
}
