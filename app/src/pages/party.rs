//! Somebody with a part in premises or an event: the list, and each as their page shows them.

use chrono::NaiveDate;
use domain::{
    forms::{Errors, contact::ContactFields, party::PartyForm},
    ids::{PartyId, PremisesOrEvent},
    party::{Part, Party},
};
use govuk::{Choice, RowAction, SummaryRow};
use leptos::prelude::*;
use store::Record;

use super::kept::{OnPage, full};
use crate::{
    components::{DayInput, contact_inputs, contact_words},
    form::Wrong,
    paths,
};

/// The list, with a way to add somebody.
pub fn list(of: PremisesOrEvent, parties: &[Record<Party>]) -> impl IntoView + use<> {
    let rows: Vec<_> = parties
        .iter()
        .map(|entry| {
            let party = &entry.details;
            let change = RowAction::new("Change", paths::party(entry.id)).hidden(party.name.clone());
            SummaryRow::new(party.name.as_str(), one_line(&party.part)).action(change)
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <p class="govuk-body">"Nobody is recorded yet."</p> });
    let heading = match of {
        PremisesOrEvent::Premises(_) => "Others with a part in the premises",
        PremisesOrEvent::Event(_) => "Others with a part in the event",
    };
    view! {
        <h2 class="govuk-heading-m">{heading}</h2>
        <p class="govuk-body">
            "Other responsible persons, others with control, the senior individual, and whoever notifies the SIA for you."
        </p>
        {none}
        {full(parties)}
        {(!rows.is_empty()).then(|| view! { <govuk::SummaryList rows=rows/> })}
        <govuk::ButtonLink href=paths::part(of, "parties/new") kind=govuk::ButtonKind::Secondary>
            "Add a person or organisation"
        </govuk::ButtonLink>
    }
}

/// The name of a part, by its slug.
fn name(slug: &str) -> &'static str {
    match slug {
        "responsible" => "Responsible person",
        "nested" => "Responsible for premises inside or around these, or around the event",
        "control" => "Has some control",
        "senior-individual" => "Senior individual",
        "notifier" => "Notifies the SIA for the responsible person",
        _ => "",
    }
}

/// What a part means, by its slug.
fn hint(slug: &str) -> &'static str {
    match slug {
        "responsible" => "In control for the main use or for the event, alone or with you (section 4)",
        "nested" => "You must co-ordinate with them (section 8(4))",
        "control" => {
            "For example a landlord. At enhanced duty premises and at events they must co-operate (section 8(6))"
        }
        "senior-individual" => {
            "Of enhanced duty premises or an event, where the responsible person is not an individual (section 10)"
        }
        "notifier" => "With their authority",
        _ => "",
    }
}

/// A part with what is special to it.
fn one_line(part: &Part) -> String {
    let name = name(part.as_str());
    match part {
        Part::Responsible | Part::Nested => name.to_owned(),
        Part::Control { relationship } => format!("{name}: {relationship}"),
        Part::SeniorIndividual { position, .. } => format!("{name}: {position}"),
        Part::Notifier { position, authority, .. } => format!("{name}: {position}, {authority}"),
    }
}

impl OnPage for Party {
    type Form = PartyForm;
    const ADD: &'static str = "Add a person or organisation";
    const CHANGE: &'static str = "A person or organisation with a part";
    const LIST: &'static str = "control";

    fn path(id: PartyId) -> String {
        paths::party(id)
    }

    fn form(&self, version: u32) -> PartyForm {
        PartyForm::of(self, version)
    }

    fn check(form: &PartyForm, _: NaiveDate, _: Option<&Self>) -> Result<Self, Errors> {
        form.check()
    }

    fn hidden(form: &mut PartyForm) -> (&mut String, &mut String) {
        (&mut form.once, &mut form.version)
    }

    fn words(field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("part", _) => "Choose what part they have",
            ("name", "missing") => "Enter the name of the person or organisation",
            ("name", "too-long") => "The name must be 150 characters or fewer",
            ("number", "too-long") => "The number must be 20 characters or fewer",
            ("relationship", "missing") => "Enter their connection with the responsible person",
            ("position", "missing") => "Enter their position",
            ("authority", "missing") => "Say what authorises them",
            ("relationship" | "authority", "too-long") => "This must be 150 characters or fewer",
            ("position", "too-long") => "The position must be 100 characters or fewer",
            ("designated_on", _) => "Enter a date like 1 3 2027, or leave all three empty",
            _ => contact_words(field, code).unwrap_or("This must not contain control characters"),
        }
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        vec![
            ("Part", one_line(&self.part)),
            ("Name", self.name.clone()),
            ("Number", self.number.clone().unwrap_or_else(|| "None".into())),
            ("How to reach them", self.contact.lines().join("; ")),
        ]
    }

    fn intro() -> AnyView {
        ().into_any()
    }

    fn fields(form: &PartyForm, wrong: &Wrong, _: Option<&Self>) -> AnyView {
        let contact = ContactFields {
            phone: &form.phone,
            email: &form.email,
            line1: &form.line1,
            line2: &form.line2,
            town: &form.town,
            postcode: &form.postcode,
        };
        view! {
            {part(form, wrong)}
            <govuk::Input
                id="name"
                label="Name of the person or organisation"
                hint="Tell them that you keep this here, and that the SIA will ask for it"
                value=form.name.clone()
                error=wrong.text("name")
                spellcheck=false
            />
            <govuk::Input
                id="number"
                label="Company or charity number (optional)"
                value=form.number.clone()
                error=wrong.text("number")
                width=govuk::Width::Chars20
                spellcheck=false
            />
            {contact_inputs(&contact, wrong)}
        }
        .into_any()
    }
}

/// The parts; below them what the SIA asks of some. Fields that two parts share stand once.
fn part(form: &PartyForm, wrong: &Wrong) -> impl IntoView + use<> {
    let items: Vec<_> = Part::SLUGS
        .into_iter()
        .map(|slug| {
            let choice = Choice::new(slug, name(slug)).hint(hint(slug));
            match slug {
                "senior-individual" => choice.below(senior_individual(form, wrong)),
                "notifier" => choice.below(authority(form, wrong)),
                _ => choice,
            }
        })
        .collect();
    view! {
        <govuk::Radios
            id="part"
            legend="What part do they have?"
            items=items
            value=form.part.clone()
            error=wrong.text("part")
        />
        <govuk::Input
            id="relationship"
            label="What is their connection with the responsible person?"
            hint="Needed of somebody with control and of whoever notifies. For example, landlord"
            value=form.relationship.clone()
            error=wrong.text("relationship")
        />
        <govuk::Input
            id="position"
            label="Their position or role"
            hint="Needed of a senior individual and of whoever notifies. For example, operations director"
            value=form.position.clone()
            error=wrong.text("position")
        />
    }
}

fn senior_individual(form: &PartyForm, wrong: &Wrong) -> impl IntoView + use<> {
    let day =
        [form.designated_on_day.clone(), form.designated_on_month.clone(), form.designated_on_year.clone()];
    let understands = "They understand the duties about the document of section 7: to prepare it, to send it to the SIA, and to send it again within 30 days of a revision";
    view! {
        <DayInput
            id="designated_on"
            legend="When were they designated? (optional)"
            hint="For example, 1 3 2027"
            values=day
            error=wrong.text("designated_on")
        />
        <govuk::Checkboxes
            id="understands"
            legend="Have they confirmed this?"
            items=vec![Choice::new("yes", understands)]
            values=vec![form.understands.clone()]
        />
    }
}

fn authority(form: &PartyForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="authority"
            label="What authorises them to notify for the responsible person?"
            value=form.authority.clone()
            error=wrong.text("authority")
        />
    }
}
