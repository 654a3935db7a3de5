//! What is known of the organisation.

use domain::{
    organisation::{Organisation, OrganisationDetails, OrganisationKind},
    policy::{Role, act},
};
use govuk::{RowAction, SummaryRow};
use leptos::prelude::*;

use crate::{Page, PageError, components::day, paths, request::Ctx};

/// What was said; an administrator finds a way to change it.
pub async fn get(ctx: Ctx) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewOrganisation>(ctx.organisation()?).await?;
    let organisation = ctx.store.organisation_record(&permit).await?;
    let may_change = ctx.viewer.actor.has(Role::OperatorAdmin);
    Ok(Page::new("Your organisation", move || view(&organisation, may_change)))
}

/// A sort of organisation, in words.
pub(super) fn kind_name(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Individual => "An individual",
        OrganisationKind::Company => "A company or partnership",
        OrganisationKind::Charity => "A charity",
        OrganisationKind::OtherBody => "Another body",
    }
}

/// What is known, as label, value and the field that changes it.
pub(super) fn facts(details: &OrganisationDetails) -> Vec<(&'static str, String, &'static str)> {
    let line = |text: Option<&str>| text.unwrap_or(NOT_GIVEN).to_owned();
    let several = |lines: &[String]| if lines.is_empty() { NOT_GIVEN.into() } else { lines.join("\n") };
    let contact = &details.contact;
    let mut facts = vec![
        ("Name", details.name.clone(), "name"),
        ("What it is", line(details.kind.map(kind_name)), "kind"),
        ("Corporate name", line(details.corporate_name.as_deref()), "corporate_name"),
        ("Trading names", several(&details.trading_names), "trading_names"),
        ("Company number", line(details.company_number.as_ref().map(|n| n.as_str())), "company_number"),
        ("Charity number", line(details.charity_number.as_ref().map(|n| n.as_str())), "charity_number"),
        ("Phone number", line(contact.phone.as_ref().map(|phone| phone.as_str())), "phone"),
        ("Email address", line(contact.email.as_ref().map(|email| email.as_str())), "email"),
        (
            "Postal address",
            contact.address.as_ref().map_or(NOT_GIVEN.into(), |address| address.lines().join("\n")),
            "line1",
        ),
        ("Websites that advertise your premises", several(&details.websites), "websites"),
        (
            "Social media accounts that advertise your premises",
            several(&details.social_media),
            "social_media",
        ),
    ];
    if let Some(number) = &details.number {
        facts.insert(6, ("Another number", number.clone(), "number"));
    }
    facts
}

const NOT_GIVEN: &str = "Not given";

fn view(organisation: &Organisation, may_change: bool) -> impl IntoView + use<> {
    let rows = facts(&organisation.details)
        .into_iter()
        .map(|(label, value, field)| {
            let value: Vec<_> = value.lines().map(|line| view! { <div>{line.to_owned()}</div> }).collect();
            let row = SummaryRow::new(label, govuk::Content::view(value));
            if may_change {
                let href = format!("{}#{field}", paths::ORGANISATION_DETAILS);
                row.action(RowAction::new("Change", href).hidden(label.to_lowercase()))
            } else {
                row
            }
        })
        .collect::<Vec<_>>();
    let registered = format!("Registered here on {}.", day(organisation.registered_on));
    let members_only = (!may_change).then(|| {
        view! { <p class="govuk-body">"Only an administrator of the organisation can change this."</p> }
    });
    view! {
        <h1 class="govuk-heading-l">"Your organisation"</h1>
        <p class="govuk-body">
            "You will need this to notify the Security Industry Authority (SIA). Part 1 of the Schedule to SI 2026/793 asks for it where it is available."
        </p>
        {members_only}
        <govuk::SummaryList rows=rows/>
        <p class="govuk-body">{registered}</p>
        <h2 class="govuk-heading-m">"People who act for it"</h2>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::MEMBERS>"See members and invitations"</a>
        </p>
    }
}
