//! The figures of a council's area, as they were last released.

use axum::{extract::Path, response::Redirect};
use domain::{
    area,
    codes::CouncilCode,
    digits::thousands,
    disclosure::Cell,
    policy::{Grant, act},
};
use leptos::prelude::*;
use store::AreaFigures;

use crate::{Page, PageError, paths, request::Ctx};

/// On to the figures of one's own council.
pub async fn own(ctx: Ctx) -> Result<Redirect, PageError> {
    let own = ctx.viewer.actor.grants().iter().find_map(|grant| match grant {
        Grant::Council(council) => Some(council.clone()),
        _ => None,
    });
    let council = own.ok_or(PageError::NotFound)?;
    ctx.permit::<act::SeeAreaFigures>(council.clone()).await?;
    Ok(Redirect::to(&paths::area(&council)))
}

/// The figures.
pub async fn get(ctx: Ctx, Path(council): Path<String>) -> Result<Page, PageError> {
    let council: CouncilCode = council.parse().map_err(|_| PageError::NotFound)?;
    let permit = ctx.permit::<act::SeeAreaFigures>(council.clone()).await?;
    let found = ctx.store.area_figures(&permit).await?;
    let name = area::council(&council).ok_or(PageError::NotFound)?.name;
    Ok(Page::new("Figures for your area", move || view(name, found.as_ref())))
}

fn view(name: &'static str, found: Option<&AreaFigures>) -> impl IntoView + use<> {
    let figures = match found {
        Some(found) => table(found).into_any(),
        None => view! {
            <p class="govuk-body">"No figures have been released yet."</p>
        }
        .into_any(),
    };
    view! {
        <h1 class="govuk-heading-l">"Figures for " {name}</h1>
        {figures}
        <h2 class="govuk-heading-m">"What these figures are"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>"They count only premises that were registered here by choice at least 90 days before."</li>
            <li>"They count what operators said about themselves. Nobody has checked it."</li>
            <li>"They are rounded to the nearest 5."</li>
            <li>
                "A figure is shown only if it is out of 30 premises or more, with 10 or more on each side. "
                "Otherwise it says “too few to show”, so that nobody can tell how any one of the premises stands."
            </li>
            <li>"They do not change until the next release."</li>
        </ul>
        <h2 class="govuk-heading-m">"What they are not"</h2>
        <p class="govuk-body">
            "They are not a list of premises in scope of the Act, and say nothing of premises that are not registered here. "
            "They are not a finding about anybody. The Security Industry Authority (SIA) is the regulator."
        </p>
    }
}

fn table(found: &AreaFigures) -> impl IntoView + use<> {
    let rows: Vec<Vec<govuk::Cell>> = found
        .figures
        .iter()
        .map(|(figure, cell)| {
            let (count, base) = match cell {
                Cell::Shown { base, count } => (thousands(count), thousands(base)),
                Cell::Withheld => ("Too few to show".into(), "–".into()),
            };
            vec![figure.label.into(), govuk::Cell::number(count), govuk::Cell::number(base)]
        })
        .collect();
    let day = found.as_of.format("%-d %B %Y").to_string();
    view! {
        <p class="govuk-body">"Released as of " <strong>{day}</strong> "."</p>
        <div class="portal-scroll" tabindex="0" role="region" aria-label="Figures">
            <govuk::Table
                caption="Premises registered here"
                caption_size=govuk::Size::M
                head=vec!["What is counted".into(), govuk::Cell::number("Premises"), govuk::Cell::number("Out of")]
                rows=rows
                first_cell_is_header=true
            />
        </div>
    }
}
