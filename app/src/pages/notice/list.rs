//! The notices of premises or of an event.

use axum::extract::Path;
use domain::{day::in_london, ids::PremisesOrEvent, notice::Kept};
use govuk::{Cell, Content};
use leptos::prelude::*;
use store::Notifiable;

use super::words;
use crate::{
    Page, PageError,
    components::{Heading, Listing, Title, day},
    paths,
    request::Ctx,
};

/// The most that the store reads back.
const MOST: usize = 100;

/// The list.
pub async fn get<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let notices = ctx.store.notices(&permit).await?;
    let of = of.into();
    Ok(Page::new("Notices to the SIA", move || view(of, &notices)).with_back(paths::of(of)))
}

fn view(of: PremisesOrEvent, notices: &[Kept]) -> impl IntoView + use<> {
    let mut newest: Vec<&Kept> = notices.iter().collect();
    newest.sort_by_key(|kept| std::cmp::Reverse((kept.notice.given_on, kept.recorded_at)));
    let rows: Vec<Vec<Cell>> = newest.into_iter().map(row).collect();
    let many = (notices.len() >= MOST).then(|| {
        view! { <p class="govuk-body">"Only the 100 that were recorded last are listed."</p> }
    });
    let table = if rows.is_empty() {
        view! { <p class="govuk-body">"No notices are recorded yet."</p> }.into_any()
    } else {
        view! {
            <Listing
                name="Notices"
                caption="Notices, the newest first"
                head=vec![
                    Heading::title("Given on"),
                    "What it told".into(),
                    "SIA reference".into(),
                    "Record".into(),
                ]
                rows=rows
            />
            {many}
        }
        .into_any()
    };
    view! {
        <Title>"Notices to the SIA"</Title>
        <p class="govuk-body">
            "Notice is given on the SIA’s own portal, not here. Record here when you gave it: from then on this service tells you what has changed since, and by when a correction is due."
        </p>
        {table}
        <govuk::ButtonLink href=paths::part(of, "notices/new")>"Record a notice"</govuk::ButtonLink>
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(of, "deadlines")>"Deadlines, and what changed since you notified"</a>
        </p>
    }
}

fn row(kept: &Kept) -> Vec<Cell> {
    let given = day(kept.notice.given_on);
    let link = view! { <a class="govuk-link" href=paths::notice(kept.id)>{given}</a> };
    let record = match &kept.taken_back {
        None => format!("Recorded on {}", day(in_london(kept.recorded_at))),
        Some(back) => format!("A mistake, taken back on {}", day(in_london(back.at))),
    };
    vec![
        Content::view(link).into(),
        words::what(kept.notice.what).into(),
        kept.notice.reference.clone().unwrap_or_else(|| "None".into()).into(),
        record.into(),
    ]
}
