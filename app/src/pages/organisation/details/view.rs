//! The form about the organisation.

use domain::{forms::organisation::DetailsForm, organisation::OrganisationKind};
use leptos::prelude::*;

use super::super::show::kind_name;
use crate::{form::Wrong, pages::premises::change::ChangedMeanwhile};

/// The form, below what somebody else saved meanwhile.
pub fn view(form: &DetailsForm, wrong: &Wrong, theirs: Vec<(&'static str, String)>) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <h1 class="govuk-heading-l">"Details of your organisation"</h1>
        <p class="govuk-body">
            "The responsible person gives these to the SIA, where they are available (Part 1 of the Schedule to SI 2026/793). Only the name must be given now."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            {names(form, wrong)}
            {numbers(form, wrong)}
            {contact(form, wrong)}
            {adverts(form, wrong)}
            <govuk::Button>"Save"</govuk::Button>
        </form>
    }
}

fn names(form: &DetailsForm, wrong: &Wrong) -> impl IntoView + use<> {
    let kinds = OrganisationKind::ALL
        .map(|kind| {
            let hint = match kind {
                OrganisationKind::Individual => "One person, such as a sole trader",
                OrganisationKind::Company => "Or a limited liability partnership",
                OrganisationKind::Charity => "Whatever its legal form",
                OrganisationKind::OtherBody => "Such as a council, school, club or congregation",
            };
            govuk::Choice::new(kind.as_str(), kind_name(kind)).hint(hint)
        })
        .into_iter()
        .collect::<Vec<_>>();
    view! {
        <govuk::Radios
            id="kind"
            legend=govuk::FieldTitle::new("What it is").size(govuk::Size::S)
            hint="Section 10 asks for a senior individual in the enhanced tier, unless the responsible person is an individual"
            items=kinds
            value=form.kind.clone()
            error=wrong.text("kind")
        />
        <govuk::Input
            id="name"
            label="Name"
            value=form.name.clone()
            error=wrong.text("name")
            autocomplete="organization"
        />
        <govuk::Input
            id="corporate_name"
            label="Corporate name, if it is another (optional)"
            hint="The full legal name, like Kingfisher Leisure Limited"
            value=form.corporate_name.clone()
            error=wrong.text("corporate_name")
        />
        <govuk::TextArea
            id="trading_names"
            label="Trading names (optional)"
            hint="One a line"
            value=form.trading_names.clone()
            error=wrong.text("trading_names")
            rows=3
        />
    }
}

fn numbers(form: &DetailsForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="company_number"
            label="Company number (optional)"
            hint="8 characters, as at Companies House"
            value=form.company_number.clone()
            error=wrong.text("company_number")
            width=govuk::Width::Chars10
            spellcheck=false
        />
        <govuk::Input
            id="charity_number"
            label="Charity number (optional)"
            hint="As registered in England and Wales, Scotland or Northern Ireland"
            value=form.charity_number.clone()
            error=wrong.text("charity_number")
            width=govuk::Width::Chars10
            spellcheck=false
        />
        <govuk::Input
            id="number"
            label="Another number (optional)"
            hint="One that is neither of these. If it is one of these, move it up"
            value=form.number.clone()
            error=wrong.text("number")
            width=govuk::Width::Chars20
            spellcheck=false
        />
    }
}

fn contact(form: &DetailsForm, wrong: &Wrong) -> impl IntoView + use<> {
    let line = |id: &'static str, label: &'static str, value: &str, autocomplete: &'static str| {
        view! {
            <govuk::Input
                id=id
                label=label
                value=value.to_owned()
                error=wrong.text(id)
                autocomplete=autocomplete
            />
        }
    };
    let fields = view! {
            <govuk::Input
                id="phone"
                label="Phone number (optional)"
                value=form.phone.clone()
                error=wrong.text("phone")
                input_type=govuk::InputType::Tel
                autocomplete="tel"
                width=govuk::Width::Chars20
            />
            <govuk::Input
                id="email"
                label="Email address (optional)"
                hint="The organisation’s, not your own for signing in"
                value=form.email.clone()
                error=wrong.text("email")
                input_type=govuk::InputType::Email
                autocomplete="email"
                spellcheck=false
            />
            {line("line1", "Address line 1 (optional)", &form.line1, "address-line1")}
            {line("line2", "Address line 2 (optional)", &form.line2, "address-line2")}
            <govuk::Input
                id="town"
                label="Town or city (optional)"
                value=form.town.clone()
                error=wrong.text("town")
                autocomplete="address-level2"
                width=govuk::Width::Chars20
            />
            <govuk::Input
                id="postcode"
                label="Postcode (optional)"
                value=form.postcode.clone()
                error=wrong.text("postcode")
                autocomplete="postal-code"
                width=govuk::Width::Chars10
            />
    };
    view! { <govuk::Fieldset legend=govuk::FieldTitle::new("How to reach it").size(govuk::Size::M)>{fields}</govuk::Fieldset> }
}

fn adverts(form: &DetailsForm, wrong: &Wrong) -> impl IntoView + use<> {
    let fields = view! {
            <govuk::TextArea
                id="websites"
                label="Websites (optional)"
                hint="One a line, like www.example.com"
                value=form.websites.clone()
                error=wrong.text("websites")
                rows=3
                spellcheck=false
            />
            <govuk::TextArea
                id="social_media"
                label="Social media accounts (optional)"
                hint="One a line: platform and account, like Instagram @example"
                value=form.social_media.clone()
                error=wrong.text("social_media")
                rows=3
                spellcheck=false
            />
    };
    view! { <govuk::Fieldset legend=govuk::FieldTitle::new("Where your premises are advertised").size(govuk::Size::M)>{fields}</govuk::Fieldset> }
}
