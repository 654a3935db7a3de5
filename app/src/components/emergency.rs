//! Whom to call when it cannot wait.

use leptos::prelude::*;

/// The panel that every page with guidance carries.
#[component]
pub fn Emergency() -> impl IntoView {
    view! {
        <div class="portal-emergency" role="note" aria-label="In an emergency">
            <p class="govuk-body">
                "In an emergency, or if there is danger now, call "
                <a class="govuk-link portal-emergency__number" href="tel:999">"999"</a> "."
            </p>
            <p class="govuk-body">
                "If you have seen or heard something that could be about terrorism, call the anti-terrorist hotline: "
                <a class="govuk-link portal-emergency__number" href="tel:0800789321">"0800 789 321"</a> "."
            </p>
        </div>
    }
}
