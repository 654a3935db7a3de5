//! The privacy notice.

use domain::{area, policy::act};
use leptos::prelude::*;

use crate::{Page, PageError, request::Ctx};

/// The notice.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let contact = ctx.contact.to_string();
    Ok(Page::new("Privacy notice", move || view(&contact)))
}

fn view(contact: &str) -> impl IntoView + use<> {
    let mail = format!("mailto:{contact}");
    let contact = contact.to_owned();
    view! {
        <h1 class="govuk-heading-l">"Privacy notice"</h1>
        <h2 class="govuk-heading-m">"What is kept, and why"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>"Your name, email address and a hash of your password: so that you can sign in"</li>
            <li>"What you say about your organisation and premises, and your answers: so that you can see what to do, and a Counter Terrorism Security Adviser (CTSA) can advise you"</li>
            <li>"Competent Person records: names and qualifications of people you enter, who should know that you did"</li>
            <li>"When you say that you gave notice to the SIA: the day, the SIA’s reference and what you had said; and from then on what you say before you change it, so that you can see since when something is other than you notified"</li>
            <li>"If you go on from the scope check to registration: its answers, for an hour, encrypted, without a name or a place. A check that you do not take on is not kept at all"</li>
            <li>"What you sent after you had been signed out: encrypted, until you save it, sign out or a day is over"</li>
            <li>"What a CTSA writes about your submission"</li>
            <li>"A record of who did what and when: so that misuse can be found"</li>
        </ul>
        <h2 class="govuk-heading-m">"Who sees it"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>"People of your own organisation see everything you enter"</li>
            <li>"CTSAs of the police region your premises are in see what you submit, and nothing before that"</li>
            <li>"Your local authority sees only rounded figures for its whole area, frozen at set dates, and only where they are too large to point at anybody"</li>
            <li>"Administrators of this service see accounts and invitations, never answers"</li>
            <li>"The Security Industry Authority (SIA) gets nothing from this service. You notify the SIA yourself, through its own service"</li>
        </ul>
        <p class="govuk-body">
            <a class="govuk-link" href="/who-sees-what">"See the whole table of who can do what"</a>
        </p>
        <h2 class="govuk-heading-m">"How it is kept"</h2>
        <p class="govuk-body">
            "Names, addresses, numbers and answers are encrypted with a key of your organisation’s own. A stolen copy of the database shows none of them."
        </p>
        <h2 class="govuk-heading-m">"Your rights"</h2>
        <p class="govuk-body">
            "You can ask for a copy of what is held about you, for mistakes to be put right and, within the law, for it to be erased. Write to "
            <a class="govuk-link" href=mail>{contact}</a>
            ". You can also complain there; complaints are acknowledged within 30 days. If you are not happy with the answer, you can complain to the Information Commissioner’s Office (ICO)."
        </p>
        <h2 class="govuk-heading-m">"Where area data comes from"</h2>
        <p class="govuk-body">{area::ATTRIBUTION}</p>
    }
}
