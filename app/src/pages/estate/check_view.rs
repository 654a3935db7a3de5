//! The page that shows what a file says, and the one that shows what became of it.

use std::collections::BTreeMap;

use domain::{
    area,
    digits::thousands,
    estate::{
        PAGE,
        import::{Column, Duplicate, DuplicateOf, GoodRow},
    },
    forms::premises::ImportForm,
    law,
    scope::Outcome,
};
use govuk::{Cell, Choice, PageLink, SummaryRow};
use leptos::prelude::*;
use store::ImportDone;

use super::{check::Shown, import_words as words};
use crate::{
    components::{Heading, Listing},
    form::Wrong,
    pages::scope::words as scope_words,
    paths,
};

/// The most faults that are listed: a person mends these first, and sends the file again.
const MOST_FAULTS: usize = 500;

/// The most likely duplicates that can be chosen one by one; the rest are left out.
const MOST_CHOICES: usize = 200;

/// What a file says, and what to do with it.
pub fn check(shown: &Shown, form: &ImportForm, wrong: &Wrong, changed: bool) -> impl IntoView + use<> {
    let bad = shown.checked.bad_rows().len();
    let good = shown.checked.good.len();
    let likely = shown.duplicates.len();
    let rows = vec![
        SummaryRow::new("Rows that can be imported", thousands(good)),
        SummaryRow::new("Rows with something wrong", thousands(bad)),
        SummaryRow::new("Rows that may be there already", thousands(likely)),
    ];
    let changed = changed.then(|| {
        view! {
            <govuk::NotificationBanner title="Important" role="alert">
                <p class="govuk-notification-banner__heading">
                    "Premises were registered while you were here. Nothing was imported: look at the rows that may be there already once more."
                </p>
            </govuk::NotificationBanner>
        }
    });
    view! {
        {wrong.summary()}
        {changed}
        <h1 class="govuk-heading-l">"Check the file before you import it"</h1>
        <p class="govuk-body">
            "Nothing is registered yet. We keep the file encrypted until you decide, and for a day at most."
        </p>
        <govuk::SummaryList rows=rows/>
        {notes(shown)}
        {faults(shown)}
        {good_rows(shown)}
        <form method="post" action=paths::import(shown.id) novalidate>
            {duplicates(shown, form)}
            {choice(form, wrong, good, bad)}
        </form>
    }
}

/// What a person should know of the file as a whole.
fn notes(shown: &Shown) -> impl IntoView + use<> {
    let names = |columns: &[Column]| columns.iter().map(|one| one.header()).collect::<Vec<_>>().join(", ");
    let mut notes = Vec::new();
    if shown.file.guessed {
        notes.push("The file does not say how its letters are written. We took them as Windows writes them: look at names with accents.".to_owned());
    }
    let absent: Vec<Column> =
        shown.checked.absent.iter().copied().filter(|column| column.decides_scope()).collect();
    if !absent.is_empty() {
        notes.push(format!(
            "The file does not have these columns, so they stay “not known”: {}.",
            names(&absent)
        ));
    }
    if !shown.checked.unknown.is_empty() {
        notes.push(format!(
            "These columns are not part of the template and are passed over: {}.",
            shown.checked.unknown.join(", ")
        ));
    }
    let notes: Vec<_> = notes.into_iter().map(|text| view! { <li>{text}</li> }).collect();
    (!notes.is_empty()).then(|| {
        view! {
            <govuk::InsetText>
                <ul class="govuk-list govuk-list--bullet">{notes}</ul>
            </govuk::InsetText>
        }
    })
}

fn faults(shown: &Shown) -> impl IntoView + use<> {
    let all = shown.checked.faults.len();
    let rows: Vec<Vec<Cell>> = shown
        .checked
        .faults
        .iter()
        .take(MOST_FAULTS)
        .map(|fault| {
            let found = if fault.found.is_empty() { "(empty)".to_owned() } else { fault.found.clone() };
            vec![
                Cell::number(fault.row.to_string()),
                fault.column.map_or("(after the last)", Column::header).into(),
                words::fault(fault).into(),
                Cell::new(found).classes("portal-found"),
            ]
        })
        .collect();
    let more = (all > MOST_FAULTS).then(|| {
        let text = format!(
            "These are the first {MOST_FAULTS} of {}. Mend them and send the file again to see the rest.",
            thousands(all)
        );
        view! { <p class="govuk-body">{text}</p> }
    });
    (all > 0).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What is wrong"</h2>
            <Listing
                name="What is wrong"
                caption="Cells to mend; row 1 has the names of the columns"
                head=vec![
                    Heading::number("Row"),
                    "Column".into(),
                    "What is wrong".into(),
                    "What is there".into(),
                ]
                rows=rows
            />
            {more}
        }
    })
}

/// What would be imported, a page at a time.
fn good_rows(shown: &Shown) -> impl IntoView + use<> {
    let good = &shown.checked.good;
    let law = law::known();
    let outcome = |row: &GoodRow| row.registration.decide(&law, shown.file.on).outcome;
    let mut tiers: BTreeMap<&'static str, (Outcome, usize)> = BTreeMap::new();
    for row in good {
        let outcome = outcome(row);
        tiers.entry(outcome.as_str()).or_insert((outcome, 0)).1 += 1;
    }
    let tiers: Vec<_> = tiers
        .into_values()
        .map(|(outcome, count)| {
            view! { <li>{format!("{}: {}", scope_words::outcome(outcome), thousands(count))}</li> }
        })
        .collect();
    let last = good.len().saturating_sub(1) / PAGE;
    let page = shown.page.min(last);
    let rows: Vec<Vec<Cell>> = good
        .iter()
        .skip(page * PAGE)
        .take(PAGE)
        .map(|row| {
            let place = &row.registration.place;
            let council = area::council(&place.council).map_or("", |council| council.name);
            vec![
                Cell::number(row.row.to_string()),
                place.name.as_str().to_owned().into(),
                Cell::new(place.address.postcode.to_string()).classes("portal-whole"),
                council.into(),
                scope_words::outcome(outcome(row)).into(),
            ]
        })
        .collect();
    let link = |page: usize| PageLink::new(format!("{}?page={}", paths::import(shown.id), page + 1));
    let previous = (page > 0).then(|| link(page - 1));
    let next = (page < last).then(|| link(page + 1));
    let pages = (last > 0).then(|| {
        let text = format!("Page {} of {}.", page + 1, last + 1);
        view! {
            <p class="govuk-body">{text}</p>
            <govuk::Pagination previous=previous next=next/>
        }
    });
    (!good.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What would be imported"</h2>
            <p class="govuk-body">"From what the file says, without what you leave out below:"</p>
            <ul class="govuk-list govuk-list--bullet">{tiers}</ul>
            <Listing
                name="What would be imported"
                caption="Rows that can be imported"
                head=vec![
                    Heading::number("Row"),
                    Heading::title("Name"),
                    "Postcode".into(),
                    "Council".into(),
                    "Tier".into(),
                ]
                rows=rows
            />
            {pages}
        }
    })
}

fn duplicates(shown: &Shown, form: &ImportForm) -> impl IntoView + use<> {
    let seen: Vec<String> = shown.duplicates.iter().map(|one| one.row.to_string()).collect();
    let names: BTreeMap<u32, &str> =
        shown.checked.good.iter().map(|row| (row.row, row.registration.place.name.as_str())).collect();
    let registered: BTreeMap<_, _> =
        shown.registered.iter().map(|premises| (premises.id, premises.name.as_str())).collect();
    let words = |one: &Duplicate| {
        let name = names.get(&one.row).copied().unwrap_or_default();
        let of = match one.of {
            DuplicateOf::Row(row) => {
                format!("row {row}, {}", names.get(&row).copied().unwrap_or_default())
            }
            DuplicateOf::Registered(id) => {
                format!("{}, which you have registered", registered.get(&id).copied().unwrap_or_default())
            }
        };
        (format!("Row {}: {name}", one.row), format!("Has {} as {of}", words::alike(one.why)))
    };
    let items: Vec<Choice> = shown
        .duplicates
        .iter()
        .take(MOST_CHOICES)
        .map(|one| {
            let (label, hint) = words(one);
            Choice::new(one.row.to_string(), label).hint(hint)
        })
        .collect();
    let more = shown.duplicates.len().saturating_sub(MOST_CHOICES);
    let more = (more > 0).then(|| {
        let text = format!(
            "{} more rows may be there already. They are too many to choose from, so they are left out.",
            thousands(more)
        );
        view! { <govuk::WarningText>{text}</govuk::WarningText> }
    });
    let keep = form.keep.clone();
    let list = (!items.is_empty()).then(|| {
        view! {
            <govuk::Checkboxes
                id="keep"
                legend="Which of these should be registered anyway?"
                hint="They may be there already. What you do not tick is left out."
                items=items
                values=keep
                small=true
            />
        }
    });
    view! {
        <input type="hidden" name="seen" value=seen.join(" ")/>
        {list}
        {more}
    }
}

fn choice(form: &ImportForm, wrong: &Wrong, good: usize, bad: usize) -> impl IntoView + use<> {
    let rows = |count| if count == 1 { "1 row".to_owned() } else { format!("{} rows", thousands(count)) };
    let mut items = Vec::new();
    if bad == 0 {
        items.push(Choice::new("import", "Import the premises"));
    } else if good > 0 {
        items.push(
            Choice::new("good-rows", format!("Import the good rows and leave the bad ones ({})", rows(bad)))
                .hint("You can send the bad rows in another file later"),
        );
    }
    items.push(
        Choice::new("discard", "Import nothing and throw the file away")
            .hint("Choose this to mend the file and send it again"),
    );
    let value = form.choice.clone();
    let error = wrong.text("choice");
    view! {
        <govuk::Radios id="choice" legend="What do you want to do?" items=items value=value error=error/>
        <govuk::Button prevent_double_click=true>"Continue"</govuk::Button>
    }
}

/// What became of a file.
pub fn done(done: &ImportDone) -> impl IntoView + use<> {
    let count = usize::try_from(done.imported).unwrap_or(usize::MAX);
    let left = |rows: &[u32], why: &str| {
        let list = rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let text = format!("{why} ({}): {list}.", rows.len());
        (!rows.is_empty()).then(|| view! { <p class="govuk-body portal-written">{text}</p> })
    };
    view! {
        <govuk::Panel title=format!("{} premises imported", thousands(count))>
            "Scope was decided for each of them"
        </govuk::Panel>
        {left(&done.bad, "Rows left because something in them is wrong")}
        {left(&done.left_out, "Rows left out because they may be there already")}
        <p class="govuk-body">"The file is deleted. Next: look at the tier of each, and answer the questions for those in scope."</p>
        <govuk::ButtonLink href=paths::PREMISES>"Go to your premises"</govuk::ButtonLink>
    }
}
