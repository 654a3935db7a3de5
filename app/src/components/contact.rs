//! The fields in which somebody says how a person or organisation can be reached.

use domain::forms::contact::ContactFields;
use leptos::prelude::*;

use crate::form::Wrong;

/// Telephone, e-mail and postal address, each of which may stay empty.
pub fn contact_inputs(typed: &ContactFields<'_>, wrong: &Wrong) -> impl IntoView + use<> {
    let owned = |text: &str| text.to_owned();
    view! {
        <govuk::Input
            id="phone"
            label="Telephone (optional)"
            value=owned(typed.phone)
            error=wrong.text("phone")
            input_type=govuk::InputType::Tel
            width=govuk::Width::Chars20
            spellcheck=false
        />
        <govuk::Input
            id="email"
            label="Email address (optional)"
            value=owned(typed.email)
            error=wrong.text("email")
            input_type=govuk::InputType::Email
            spellcheck=false
        />
        <govuk::Input
            id="line1"
            label="Address line 1 (optional)"
            value=owned(typed.line1)
            error=wrong.text("line1")
        />
        <govuk::Input
            id="line2"
            label="Address line 2 (optional)"
            value=owned(typed.line2)
            error=wrong.text("line2")
        />
        <govuk::Input
            id="town"
            label="Town or city (optional)"
            value=owned(typed.town)
            error=wrong.text("town")
            width=govuk::Width::Chars20
        />
        <govuk::Input
            id="postcode"
            label="Postcode (optional)"
            value=owned(typed.postcode)
            error=wrong.text("postcode")
            width=govuk::Width::Chars10
            spellcheck=false
        />
    }
}

/// What is wrong with a field of a contact; `None` for a field of another kind.
pub fn contact_words(field: &str, code: &str) -> Option<&'static str> {
    Some(match (field, code) {
        ("phone", _) => "Enter a telephone number, like 0121 496 0000",
        ("email", _) => "Enter an email address, like name@example.org",
        ("line1", "missing") => "Enter the first line of the address, or leave the whole address empty",
        ("town", "missing") => "Enter the town or city, or leave the whole address empty",
        ("postcode", "missing") => "Enter the postcode, or leave the whole address empty",
        ("postcode", _) => "Enter a full UK postcode, like B1 1BB",
        ("line1" | "line2" | "town", "too-long") => "This line must be 100 characters or fewer",
        _ => return None,
    })
}
