//! The form, and the answer.

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    law,
    screening::{COLUMNS, SiteTier},
    sheet::Fault,
};
use govuk::{Cell, Content, SummaryRow};
use leptos::prelude::*;

use super::Answered;
use crate::{
    components::{Heading, Listing},
    form::Wrong,
    pages::scope::words::section,
    words::{screening as words, sheet::fault},
};

/// The most rows of a table on the page; the file has all.
const SHOWN: usize = 200;

/// The form that takes a file or pasted rows.
pub fn form(pasted: &str, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Screen many sites"</h1>
        <p class="govuk-body">
            "Send a file with one row for each place or event, up to 2,000. The answer says which tier each seems to be in, and why. Nothing is stored, and nothing is registered."
        </p>
        {guidance()}
        <form method="post" enctype="multipart/form-data" novalidate>
            <govuk::FileUpload
                id="file"
                label="The file"
                hint="CSV with commas between the cells, at most 1 MB"
                accept=".csv,.txt,text/csv"
                error=wrong.text("file")
            />
            <govuk::TextArea
                id="pasted"
                label="Or paste rows here, the names of the columns first"
                hint="Call each site what you like in the column id; no name or address is needed."
                value=pasted.to_owned()
                error=wrong.text("pasted")
                rows=6
                spellcheck=false
            />
            <govuk::Button>"Screen the sites"</govuk::Button>
        </form>
    }
}

fn guidance() -> impl IntoView {
    let rows: Vec<SummaryRow> = COLUMNS
        .into_iter()
        .map(|column| {
            let name = view! { <span class="portal-code">{column}</span> };
            SummaryRow::new(Content::view(name), words::column(column))
        })
        .collect();
    let law = law::known();
    let uses: Vec<_> = law.uses.iter().map(|one| view! { <li>{one.code.0} ": " {one.name}</li> }).collect();
    let codes = law.exclusions.iter().map(|one| (one.screening_code, one.label));
    let hosts = law::host_codes().iter().map(|one| (one.screening_code, words::host(one.says)));
    let codes: Vec<_> = codes
        .chain(hosts)
        .map(|(code, label)| view! { <li><span class="portal-code">{code}</span> ": " {label}</li> })
        .collect();
    view! {
        <govuk::Details summary="What goes into each column">
            <p class="govuk-body">
                "The first row holds the names of the columns, in any order. Other columns are passed over."
            </p>
            <govuk::SummaryList rows=rows/>
            <h2 class="govuk-heading-s">"Uses: paragraphs of Schedule 1"</h2>
            <ul class="govuk-list">{uses}</ul>
            <h2 class="govuk-heading-s">"Codes for excluded_reason"</h2>
            <ul class="govuk-list">{codes}</ul>
        </govuk::Details>
    }
}

/// What was decided for each site, and the rows that say nothing.
pub fn answer(answered: &Answered, on: NaiveDate) -> impl IntoView + use<> {
    let download = (!answered.sites.is_empty()).then(|| {
        view! {
            <form method="post" enctype="multipart/form-data">
                <input type="hidden" name="pasted" value=answered.text.clone()/>
                <input type="hidden" name="answer" value="csv"/>
                <govuk::Button kind=govuk::ButtonKind::Secondary prevent_double_click=false>
                    "Download the result (CSV)"
                </govuk::Button>
            </form>
        }
    });
    view! {
        <h1 class="govuk-heading-l">"What the sites come to"</h1>
        <p class="govuk-body">{counts(answered)}</p>
        <govuk::InsetText>
            "This is a self-assessment from what the file says, not a decision. Where it says arguable, take advice, or ask the tribunal (section 11), before you rely on it."
        </govuk::InsetText>
        {faults(&answered.faults)}
        {download}
        {sites(answered, on)}
    }
}

/// How many of each tier, and how many rows were not read.
fn counts(answered: &Answered) -> String {
    let of = |tier: SiteTier| answered.sites.iter().filter(|(_, screened)| screened.tier == tier).count();
    let tiers = [SiteTier::None, SiteTier::Standard, SiteTier::Enhanced, SiteTier::Event];
    let parts: Vec<String> = tiers
        .into_iter()
        .filter(|tier| of(*tier) > 0)
        .map(|tier| format!("{}: {}", words::tier(tier), of(tier)))
        .collect();
    let open = answered.sites.iter().filter(|(_, screened)| !screened.open.is_empty()).count();
    let open = if open > 0 { format!(" Arguable: {open}.") } else { String::new() };
    if parts.is_empty() { "No row could be read.".into() } else { format!("{}.{open}", parts.join(", ")) }
}

fn faults(faults: &[Fault]) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = faults
        .iter()
        .take(SHOWN)
        .map(|wrong| vec![wrong.line.to_string().into(), wrong.column.into(), fault(wrong).into()])
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Rows that could not be read"</h2>
            <p class="govuk-body">"They are left out of the result. Mend them in the file, and send it again."</p>
            {first(faults.len())}
            <Listing
                name="Cells to mend"
                caption="Cells to mend"
                head=vec!["Line".into(), "Column".into(), "What is wrong".into()]
                rows=rows
            />
        }
    })
}

fn sites(answered: &Answered, on: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<Vec<Cell>> = answered
        .sites
        .iter()
        .take(SHOWN)
        .map(|(id, screened)| {
            let sections = section(&words::sections(screened).join("; "));
            let why = format!("{}.", words::reasons(screened, on).join(". "));
            vec![id.as_str().into(), words::tier(screened.tier).into(), why.into(), sections.into()]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            {first(answered.sites.len())}
            <Listing
                name="Sites"
                caption="Sites in the order of the file"
                head=vec![Heading::title("Id"), "Tier".into(), "Why".into(), "Sections".into()]
                rows=rows
            />
        }
    })
}

/// Says that a table is cut.
fn first(all: usize) -> impl IntoView {
    (all > SHOWN)
        .then(|| view! { <p class="govuk-body">{format!("The first {SHOWN} of {}.", thousands(all))}</p> })
}
