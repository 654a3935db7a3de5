//! The cookie page, which also says that access is logged.

use domain::policy::act;
use leptos::prelude::*;

use crate::{Page, PageError, request::Ctx};

/// The one cookie, and the log.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    Ok(Page::new("Cookies and logging", view))
}

fn view() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-l">"Cookies and logging"</h1>
        <h2 class="govuk-heading-m">"One cookie, which is needed"</h2>
        <p class="govuk-body">
            "When you sign in, one cookie keeps you signed in. It holds a random number and nothing about you. It is gone when you sign out or close the browser. If you carry the answers of a scope check on to registration, the same cookie leads to them for an hour. If you were signed out while you typed, it leads to what you typed once you have signed in again. There are no other cookies: none for analytics, none from anybody else. So there is nothing to accept or refuse."
        </p>
        <h2 class="govuk-heading-m">"Access is logged and audited"</h2>
        <p class="govuk-body">
            "This service holds information that somebody planning harm would like to have. So each sign-in, each failed attempt, each change and each refusal is recorded, with the account and the time. The records cannot be changed afterwards. Unusual reading is looked into, and suspicious use is reported to the police."
        </p>
    }
}
