//! The form of one thing on a list, such as a licence or a drill, with the button that removes it.

use leptos::prelude::*;
use serde::Deserialize;

use super::Title;
use crate::{form::Wrong, pages::premises::change::ChangedMeanwhile};

/// The form of the button that removes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveForm {
    /// The version that was seen.
    pub version: u32,
}

/// The form under its heading. One that exists has an address and a version, by which it can be removed; `theirs` is
/// what somebody else saved meanwhile, as label and value.
pub fn record_form(
    title: &'static str,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    (once, version): (String, String),
    exists: Option<(String, u32)>,
    (intro, fields): (AnyView, AnyView),
) -> AnyView {
    let remove = exists.map(|(at, version)| remove_button(at, version));
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>{title}</Title>
        {intro}
        <form method="post" novalidate>
            <input type="hidden" name="once" value=once/>
            <input type="hidden" name="version" value=version/>
            {fields}
            <govuk::Button>"Save"</govuk::Button>
        </form>
        {remove}
    }
    .into_any()
}

/// Folded away, so that nobody presses it by chance.
fn remove_button(at: String, version: u32) -> impl IntoView + use<> {
    view! {
        <govuk::Details summary="Remove this record">
            <p class="govuk-body">"It goes for everybody in your organisation."</p>
            <form method="post" action=format!("{at}/remove") novalidate>
                <input type="hidden" name="version" value=version.to_string()/>
                <govuk::Button kind=govuk::ButtonKind::Warning prevent_double_click=true>"Remove"</govuk::Button>
            </form>
        </govuk::Details>
    }
}
