//! The pages of one change to several premises.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    forms::premises::SharedForm,
    ids::PremisesId,
    law::{self, VisitingPublic},
    premises::Premises,
    scope::{Known, head_count::HeadCount},
};
use govuk::{Cell, Choice, Content, DatePart, SelectItem};
use leptos::prelude::*;
use store::EstateChanged;

use crate::{components::day, form::Wrong, pages::scope::words as scope_words, paths};

/// Nothing was ticked.
pub fn nothing_chosen() -> impl IntoView {
    view! {
        <h1 class="govuk-heading-l">"Choose premises first"</h1>
        <p class="govuk-body">"You ticked none. Go back to the list, and tick those that you want to change."</p>
        <govuk::ButtonLink href=paths::PREMISES>"Go to your premises"</govuk::ButtonLink>
    }
}

/// What to change.
pub fn form(form: &SharedForm, wrong: &Wrong, today: NaiveDate) -> impl IntoView + use<> {
    let law = law::known();
    let mut entries: Vec<Choice> = law
        .exclusions_on(today)
        .filter(|entry| entry.premises)
        .map(|entry| Choice::new(entry.id, entry.label).hint(entry.hint))
        .collect();
    entries.push(Choice::divider("or"));
    entries.push(Choice::new("none", "None of these").exclusive());
    entries.push(Choice::new("not-sure", "I am not sure").exclusive());
    let stays = || Choice::new("", "Leave as it is");
    let mut larger = vec![stays()];
    larger.extend(scope_words::PART_OF.iter().map(|(slug, _, text)| Choice::new(*slug, *text)));
    let answers = || {
        vec![
            SelectItem::new("", "Leave as it is"),
            SelectItem::new("yes", "Yes"),
            SelectItem::new("no", "No"),
            SelectItem::new("not-sure", "I am not sure"),
        ]
    };
    let stays_as = || std::iter::once(SelectItem::new("", "Leave as it is"));
    let uses: Vec<SelectItem> = stays_as()
        .chain(
            law.uses_on(today)
                .filter(|one| one.visiting_public != VisitingPublic::None)
                .map(|one| SelectItem::new(one.code.0.to_string(), one.name)),
        )
        .collect();
    let methods: Vec<SelectItem> = stays_as()
        .chain(law::methods().iter().filter(|one| !one.note).map(|one| SelectItem::new(one.id, one.label)))
        .collect();
    let part = |part: DatePart| part.error(wrong.text("counted_on").is_some());
    let parts = vec![
        part(DatePart::day(form.counted_on_day.clone()).name("counted_on_day").id("counted_on")),
        part(DatePart::month(form.counted_on_month.clone()).name("counted_on_month")),
        part(DatePart::year(form.counted_on_year.clone()).name("counted_on_year")),
    ];
    let part = |part: DatePart| part.error(wrong.text("since").is_some());
    let since = vec![
        part(DatePart::day(form.since_day.clone()).name("since_day").id("since")),
        part(DatePart::month(form.since_month.clone()).name("since_month")),
        part(DatePart::year(form.since_year.clone()).name("since_year")),
    ];
    let online: Vec<SelectItem> = stays_as()
        .chain([SelectItem::new("none", "There are none"), SelectItem::new("some", "There are some")])
        .collect();
    let count = form.shown().len();
    let none_chosen = form.part_of.is_empty();
    if let Some(first) = larger.first_mut() {
        *first = stays().checked(none_chosen);
    }
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Change what premises share"</h1>
        <p class="govuk-body">
            {format!("You chose {} premises. ", thousands(count))}
            "What you leave blank stays as it is. You see what will change for each before anything is saved."
        </p>
        <form method="post" action=paths::SHARED novalidate>
            <input type="hidden" name="step" value="preview"/>
            <input type="hidden" name="seen" value=form.seen.clone()/>
            <govuk::Checkboxes
                id="exclusion"
                legend="What may take the premises out of the Act"
                hint="From Schedule 2. Tick nothing to leave it as it is."
                items=entries
                values=form.exclusion.clone()
                error=wrong.text("exclusion")
            />
            <govuk::Radios
                id="part_of"
                legend="Are the premises part of larger premises that are themselves in scope?"
                items=larger
                value=form.part_of.clone()
                error=wrong.text("part_of")
            />
            <govuk::Select
                id="mainly"
                label="Are the premises wholly or mainly used for their uses, taken together?"
                hint="For premises whose uses are known"
                items=answers()
                value=form.mainly.clone()
                error=wrong.text("mainly")
            />
            <govuk::Select
                id="public_use"
                label="A use that is, or is not, for visiting members of the public"
                hint="For premises that have this use"
                items=uses
                value=form.public_use.clone()
                error=wrong.text("public_use")
            />
            <govuk::Select
                id="public"
                label="Is that use mainly for visiting members of the public?"
                items=answers()
                value=form.public.clone()
                error=wrong.text("public")
            />
            <govuk::Select
                id="method"
                label="How were the numbers of people worked out?"
                hint="For premises whose number is known. The numbers stay as they are."
                items=methods
                value=form.method.clone()
                error=wrong.text("method")
            />
            <govuk::DateInput
                id="counted_on-date"
                name=""
                legend="When were they worked out?"
                hint="For example, 22 11 2026"
                parts=parts
                error=wrong.text("counted_on")
            />
            <govuk::DateInput
                id="since-date"
                name=""
                legend="Since when are you responsible for these premises?"
                hint="Deadlines are counted from it. For example, 1 4 2020"
                parts=since
                error=wrong.text("since")
            />
            <govuk::Select
                id="online"
                label="Websites and social media accounts that advertise the premises"
                hint="The SIA will ask for them"
                items=online
                value=form.online.clone()
                error=wrong.text("online")
            />
            <govuk::TextArea
                id="online_list"
                label="If there are some: each of them, one a line"
                value=form.online_list.clone()
                error=wrong.text("online_list")
                rows=3
                spellcheck=false
            />
            <govuk::Button>"See what will change"</govuk::Button>
        </form>
    }
}

/// What will change for each.
pub fn preview(form: &SharedForm, pairs: &[(Premises, Premises)], today: NaiveDate) -> impl IntoView + use<> {
    let law = law::known();
    let rows: Vec<Vec<Cell>> = pairs
        .iter()
        .filter(|(before, after)| before != after)
        .map(|(before, after)| {
            let tier = |premises: &Premises| scope_words::outcome(premises.decide(&law, today).outcome);
            let (was, is) = (tier(before), tier(after));
            let tier = if was == is { was.to_owned() } else { format!("{was} → {is}") };
            let lines: Vec<_> = differences(before, after, today)
                .into_iter()
                .map(|(what, was, is)| view! { <li>{format!("{what}: {was} → {is}")}</li> })
                .collect();
            vec![
                before.name.as_str().to_owned().into(),
                Content::view(view! { <ul class="govuk-list">{lines}</ul> }).into(),
                tier.into(),
            ]
        })
        .collect();
    let same = pairs.len() - rows.len();
    let count = rows.len();
    let same = (same > 0).then(|| {
        let text =
            format!("{} of those you chose say this already, or it does not bear on them.", thousands(same));
        view! { <p class="govuk-body">{text}</p> }
    });
    let hidden: Vec<_> = fields(form)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let change = (count > 0).then(|| {
        view! {
            <div class="portal-scroll" tabindex="0" role="region" aria-label="What will change">
                <govuk::Table
                    caption="What will change for each"
                    head=vec!["Premises".into(), "Fact".into(), "Tier".into()]
                    rows=rows
                />
            </div>
            <form method="post" action=paths::SHARED novalidate>
                <input type="hidden" name="step" value="save"/>
                {hidden}
                <govuk::Button prevent_double_click=true>
                    {format!("Save for {} premises", thousands(count))}
                </govuk::Button>
            </form>
        }
    });
    let none = (count == 0).then(|| view! { <p class="govuk-body">"Nothing will change."</p> });
    view! {
        <h1 class="govuk-heading-l">"What will change"</h1>
        <p class="govuk-body">"Nothing is saved yet. Scope is decided anew for each."</p>
        {same}
        {none}
        {change}
    }
}

/// The fields of the change, to be sent again.
fn fields(form: &SharedForm) -> Vec<(&'static str, String)> {
    let mut fields: Vec<_> = form.exclusion.iter().map(|id| ("exclusion", id.clone())).collect();
    fields.extend([
        ("seen", form.seen.clone()),
        ("part_of", form.part_of.clone()),
        ("mainly", form.mainly.clone()),
        ("public_use", form.public_use.clone()),
        ("public", form.public.clone()),
        ("method", form.method.clone()),
        ("counted_on_day", form.counted_on_day.clone()),
        ("counted_on_month", form.counted_on_month.clone()),
        ("counted_on_year", form.counted_on_year.clone()),
        ("since_day", form.since_day.clone()),
        ("since_month", form.since_month.clone()),
        ("since_year", form.since_year.clone()),
        ("online", form.online.clone()),
        ("online_list", form.online_list.clone()),
    ]);
    fields
}

/// The facts that differ: what, what was said, what will be.
fn differences(before: &Premises, after: &Premises, today: NaiveDate) -> Vec<(&'static str, String, String)> {
    let public = |premises: &Premises| {
        let said = |one: &domain::scope::StatedUse| format!("{} {}", one.code.0, known(one.for_public));
        premises.facts.uses.iter().map(said).collect::<Vec<_>>().join(", ")
    };
    let counted = |premises: &Premises| {
        let words = |count: &HeadCount| {
            let method = law::method(count.method()).map_or("", |method| method.label);
            format!("{method}, {}", day(count.counted_on()))
        };
        premises.head_count.as_ref().map_or_else(String::new, words)
    };
    let since = |premises: &Premises| premises.control.since.map_or_else(|| "not known".into(), day);
    let online = |premises: &Premises| match premises.site.online.as_deref() {
        None => "not known".to_owned(),
        Some([]) => "none".to_owned(),
        Some(list) => list.join(", "),
    };
    let exclusions = |premises: &Premises| scope_words::exclusions(&premises.facts, today);
    let part_of = |premises: &Premises| scope_words::part_of(premises.facts.part_of).to_owned();
    let mainly = |premises: &Premises| known(premises.facts.mainly).to_owned();
    [
        ("Taken out by", exclusions(before), exclusions(after)),
        ("Part of larger premises", part_of(before), part_of(after)),
        ("Wholly or mainly used", mainly(before), mainly(after)),
        ("For visiting public, by paragraph", public(before), public(after)),
        ("Worked out", counted(before), counted(after)),
        ("Responsible since", since(before), since(after)),
        ("Websites and accounts", online(before), online(after)),
    ]
    .into_iter()
    .filter(|(_, was, is)| was != is)
    .collect()
}

fn known(known: Known) -> &'static str {
    match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::NotSure => "not known",
    }
}

/// What was saved, and what was left alone.
pub fn done(done: &EstateChanged, premises: &[Premises]) -> impl IntoView + use<> {
    let names: BTreeMap<PremisesId, String> =
        premises.iter().map(|one| (one.id, one.name.as_str().to_owned())).collect();
    let list = |ids: &[PremisesId]| -> Vec<AnyView> {
        ids.iter()
            .map(|id| {
                let name = names.get(id).cloned().unwrap_or_default();
                view! { <li><a class="govuk-link" href=paths::premises(*id)>{name}</a></li> }.into_any()
            })
            .collect()
    };
    let alone = (!done.left_alone.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Left alone"</h2>
            <p class="govuk-body">
                "Somebody else changed these after they were shown to you. Nothing was overwritten: look at them, and choose them again if you still want the change."
            </p>
            <ul class="govuk-list govuk-list--bullet">{list(&done.left_alone)}</ul>
        }
    });
    let same = (!done.same.is_empty()).then(|| {
        let text = format!("{} said this already.", thousands(done.same.len()));
        view! { <p class="govuk-body">{text}</p> }
    });
    let changed = (!done.changed.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Changed"</h2>
            <ul class="govuk-list govuk-list--bullet">{list(&done.changed)}</ul>
        }
    });
    view! {
        <h1 class="govuk-heading-l">{format!("{} premises changed", thousands(done.changed.len()))}</h1>
        <p class="govuk-body">"Scope was decided anew for each of them."</p>
        {same}
        {alone}
        {changed}
        <govuk::ButtonLink href=paths::PREMISES>"Go to your premises"</govuk::ButtonLink>
    }
}
