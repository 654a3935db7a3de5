//! The form of a Competent Person record.

use domain::{
    competent_person::{CompetentPersonDetails, qualifications},
    forms::competent_person::CompetentPersonForm,
};
use govuk::{Choice, SummaryRow};
use leptos::prelude::*;
use store::CompetentPerson;

use super::super::words;
use crate::{
    components::{DayInput, Title, day},
    form::Wrong,
    pages::premises::change::ChangedMeanwhile,
};

/// The form, below the CTSA's mark where there is a record already.
pub fn view(
    title: &'static str,
    form: &CompetentPersonForm,
    wrong: &Wrong,
    now: Option<&(CompetentPerson, bool)>,
) -> impl IntoView + use<> {
    let theirs = now.filter(|(_, faster)| *faster).map(|(person, _)| theirs(&person.details));
    let mark = now.map(|(person, _)| mark(person));
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs.unwrap_or_default()/>
        <Title>{title}</Title>
        <govuk::InsetText>{words::OPTIONAL}</govuk::InsetText>
        {mark}
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <input type="hidden" name="version" value=form.version.clone()/>
            {person(form, wrong)}
            {qualification(form, wrong)}
            {days(form, wrong)}
            <govuk::Button>"Save"</govuk::Button>
        </form>
    }
}

fn person(form: &CompetentPersonForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="name"
            label="Name"
            hint="Tell the person that you keep this record"
            value=form.name.clone()
            error=wrong.text("name")
            spellcheck=false
        />
        <govuk::Input
            id="role"
            label="Role at the premises"
            hint="For example, duty manager"
            value=form.role.clone()
            error=wrong.text("role")
        />
    }
}

fn qualification(form: &CompetentPersonForm, wrong: &Wrong) -> impl IntoView + use<> {
    let list: Vec<_> = qualifications()
        .iter()
        .map(|one| Choice::new(one.id, words::title(one)).hint(words::hint(one)))
        .collect();
    view! {
        <govuk::Radios
            id="qualification"
            legend="Qualification"
            items=list
            value=form.qualification.clone()
            error=wrong.text("qualification")
        />
        <govuk::Input
            id="described"
            label="If another, which is it?"
            value=form.described.clone()
            error=wrong.text("described")
        />
        <govuk::Input
            id="awarding_body"
            label="Who awarded it"
            value=form.awarding_body.clone()
            error=wrong.text("awarding_body")
        />
        <govuk::Input
            id="number"
            label="Certificate, register or licence number (optional)"
            value=form.number.clone()
            error=wrong.text("number")
            width=govuk::Width::Chars20
            spellcheck=false
        />
    }
}

fn days(form: &CompetentPersonForm, wrong: &Wrong) -> impl IntoView + use<> {
    let awarded = [form.awarded_on_day.clone(), form.awarded_on_month.clone(), form.awarded_on_year.clone()];
    let expires = [form.expires_on_day.clone(), form.expires_on_month.clone(), form.expires_on_year.clone()];
    let expiry = vec![
        Choice::new("none-stated", "No, none is stated"),
        Choice::new("on", "Yes").hint("Enter it below"),
    ];
    view! {
        <DayInput
            id="awarded_on"
            legend="When was it awarded?"
            hint="For example, 3 11 2026"
            values=awarded
            error=wrong.text("awarded_on")
        />
        <govuk::Radios
            id="expiry"
            legend="Does the certificate name a last day?"
            items=expiry
            value=form.expiry.clone()
            error=wrong.text("expiry")
        />
        <DayInput
            id="expires_on"
            legend="If yes, the last day"
            hint="For example, 2 11 2029"
            values=expires
            error=wrong.text("expires_on")
        />
    }
}

fn mark(person: &CompetentPerson) -> impl IntoView + use<> {
    let note = person.mark.as_ref().map(|made| words::note(made).to_owned()).filter(|note| !note.is_empty());
    let mut rows = vec![
        SummaryRow::new("CTSA", words::mark(person.mark.as_ref())),
        SummaryRow::new("Added on", day(person.added_on)),
    ];
    rows.extend(note.map(|note| SummaryRow::new("What the CTSA noted", note)));
    rows.extend(words::caution(&person.details).map(|text| SummaryRow::new("Bear in mind", text)));
    view! { <govuk::SummaryList rows=rows/> }
}

fn theirs(details: &CompetentPersonDetails) -> Vec<(&'static str, String)> {
    vec![
        ("Name", details.name.as_str().to_owned()),
        ("Role", details.role.clone()),
        ("Qualification", words::name_of(details)),
        ("Awarding body", details.awarding_body.clone()),
        ("Number", details.number.clone().unwrap_or_else(|| "None".into())),
        ("Awarded on", day(details.awarded_on)),
        ("Last day", words::expiry(details.expiry)),
    ]
}
