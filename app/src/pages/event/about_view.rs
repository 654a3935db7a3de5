//! The form about what an event is, and where.

use domain::{area, forms::event::AboutForm};
use govuk::Choice;
use leptos::prelude::*;

use super::about::Hosts;
use crate::{components::Title, form::Wrong, pages::premises::change::ChangedMeanwhile};

/// The form as it stands.
pub fn view(
    title: &'static str,
    form: &AboutForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    hosts: &Hosts,
) -> impl IntoView + use<> {
    let new = !form.once.is_empty();
    let places = vec![
        Choice::new("premises", "At premises that you registered").below(own(form, wrong, hosts)),
        Choice::new("elsewhere", "At another place")
            .hint("Other people’s premises, or land such as a park or a field")
            .below(elsewhere(form, wrong)),
    ];
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>{title}</Title>
        {new.then(|| view! {
            <p class="govuk-body">
                "An event is held at a building, on land, or both (section 3). Register it here if it may have 800 people or more at one time."
            </p>
        })}
        <form method="post" novalidate>
            {new.then(|| view! { <input type="hidden" name="once" value=form.once.clone()/> })}
            <input type="hidden" name="version" value=form.version.clone()/>
            <govuk::Input
                id="name"
                label="Name of the event"
                value=form.name.clone()
                error=wrong.text("name")
            />
            <govuk::TextArea
                id="description"
                label="Short description"
                hint="One or two sentences. The notice to the SIA has to give one. Do not enter intelligence or classified information."
                value=form.description.clone()
                error=wrong.text("description")
                rows=3
            />
            <govuk::Radios
                id="held_at"
                legend="Where is it held?"
                items=places
                value=form.held_at.clone()
                error=wrong.text("held_at")
            />
            <govuk::Input
                id="part_of_site"
                label="Part of the site (optional)"
                hint="If the event takes up only part of it, such as “the lower field and the car park”"
                value=form.part_of_site.clone()
                error=wrong.text("part_of_site")
            />
            <govuk::Button>{if new { "Continue" } else { "Save and continue" }}</govuk::Button>
        </form>
    }
}

fn own(form: &AboutForm, wrong: &Wrong, hosts: &Hosts) -> impl IntoView + use<> {
    let first = if hosts.is_empty() { "You have not registered any premises" } else { "Choose premises" };
    let items = std::iter::once(govuk::SelectItem::new("", first))
        .chain(hosts.iter().map(|(id, name)| govuk::SelectItem::new(id.to_string(), name.as_str())))
        .collect::<Vec<_>>();
    view! {
        <govuk::Select
            id="premises"
            label="Which premises?"
            items=items
            value=form.premises.clone()
            error=wrong.text("premises")
        />
    }
}

fn elsewhere(form: &AboutForm, wrong: &Wrong) -> impl IntoView + use<> {
    let districts = std::iter::once(govuk::SelectItem::new("", "Not in Northern Ireland"))
        .chain(area::districts().into_iter().map(|d| govuk::SelectItem::new(d.code.as_str(), d.name)))
        .collect::<Vec<_>>();
    view! {
        <govuk::Input
            id="line1"
            label="Address line 1, or name of the land"
            value=form.line1.clone()
            error=wrong.text("line1")
        />
        <govuk::Input
            id="line2"
            label="Address line 2 (optional)"
            value=form.line2.clone()
            error=wrong.text("line2")
        />
        <govuk::Input
            id="town"
            label="Town or city"
            value=form.town.clone()
            error=wrong.text("town")
            width=govuk::Width::Chars20
        />
        <govuk::Input
            id="postcode"
            label="Postcode"
            hint="The nearest one, if the land has none. We find the council and the police region by it"
            value=form.postcode.clone()
            error=wrong.text("postcode")
            width=govuk::Width::Chars10
        />
        <govuk::Select
            id="district"
            label="District, if it is in Northern Ireland"
            items=districts
            value=form.district.clone()
            error=wrong.text("district")
        />
    }
}
