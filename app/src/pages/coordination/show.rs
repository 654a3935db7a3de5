//! The duties to work together, the links that stand, and the form to ask for another.

use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use domain::{
    coordination::{MOST_LINKS, Relation},
    forms::{Errors, coordination::OfferForm},
    ids::PremisesId,
    policy::act,
    scope::PartOf,
};
use govuk::{Choice, RowAction, SummaryCard, SummaryRow};
use leptos::prelude::*;
use store::{Link, LinkRefused, Links, Offer};

use super::words;
use crate::{
    Page, PageError,
    components::{Title, moment},
    form::{Sent, Wrong, new_mark, read_mark},
    paths,
    request::Ctx,
};

/// The duties, the links and the form.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let links = ctx.store.links_of(&permit).await?;
    let form = OfferForm { once: new_mark(), ..OfferForm::default() };
    Ok(page(id, links, form, &Errors::none()))
}

/// Makes an offer and shows its link this once, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    headers: HeaderMap,
    Sent(form): Sent<OfferForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let once = read_mark(&form.once)?;
    let errors = match form.check() {
        Err(errors) => errors,
        Ok(relation) => match ctx.store.offer_link(&permit, once, relation).await {
            Ok(secret) => {
                // The form came from our own page, or it would not have got here.
                let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()).unwrap_or("");
                return Ok(made(id, relation, format!("{origin}/coordination/{secret}")).into_response());
            }
            Err(LinkRefused::Store(error)) => return Err(error.into()),
            Err(_) => Errors::one("relation", "full"),
        },
    };
    let links = ctx.store.links_of(&permit).await?;
    Ok(page(id, links, form, &errors).unprocessable().into_response())
}

fn page(id: PremisesId, links: Links, form: OfferForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |_, code| match code {
        "full" => format!("These premises have {MOST_LINKS} links and offers. End one to make another"),
        _ => "Choose how the other premises stand to yours".into(),
    });
    Page::new("Working with others who have control", move || view(id, &links, &form, &wrong))
        .with_back(paths::premises(id))
}

fn view(id: PremisesId, links: &Links, form: &OfferForm, wrong: &Wrong) -> impl IntoView + use<> {
    let none = (links.standing.is_empty() && links.offers.is_empty())
        .then(|| view! { <p class="govuk-body">"There are no links yet."</p> });
    let standing: Vec<_> = links.standing.iter().map(|link| linked(id, link, links.part_of)).collect();
    let offers: Vec<_> = links.offers.iter().map(|offer| offered(id, offer)).collect();
    view! {
        {wrong.summary()}
        <Title>"Working with others who have control"</Title>
        {duties(links.part_of)}
        <h2 class="govuk-heading-m">"Links with other operators"</h2>
        <p class="govuk-body">
            "A link shows each side the other’s name, the name of its premises and how to reach it. It shows nothing else, and only once both have agreed. The portal never tells who else is registered."
        </p>
        {none}
        {standing}
        {offers}
        {ask(form, wrong)}
    }
}

fn duties(part_of: PartOf) -> impl IntoView {
    let here = (part_of == PartOf::SomeInCommon).then(|| {
        view! { <p class="govuk-body">"You said that this is so for these premises."</p> }
    });
    view! {
        <p class="govuk-body">"Section 8 of the Act says who must work together, so far as is reasonably practicable:"</p>
        <ul class="govuk-list govuk-list--bullet">
            <li>
                "Persons responsible for the same premises must co-ordinate with each other (section 8(2))."
            </li>
            <li>
                "Where premises in scope are part of other premises in scope, those responsible for each must co-ordinate (section 8(4))."
            </li>
            <li>
                "Others with any control of enhanced duty premises must co-operate with the responsible person (section 8(6)). The same holds for the premises of a qualifying event."
            </li>
            <li>"There is no such duty on others at standard duty premises."</li>
        </ul>
        <h2 class="govuk-heading-m">"What is arguable"</h2>
        <p class="govuk-body">
            "Premises in scope that are part of others in scope count as one with them where the same person is responsible, and by themselves where another is (section 2(5)). Where only some of several responsible persons are the same, the Act does not say which. So it is arguable whether there is a tier of its own for the part, and a duty to co-ordinate under section 8(4). Take advice; the tribunal can decide (section 11)."
        </p>
        {here}
    }
}

fn linked(premises: PremisesId, link: &Link, part_of: PartOf) -> impl IntoView + use<> {
    let lines = link.contact.lines();
    let reach = if lines.is_empty() { "Not given".into() } else { lines.join("; ") };
    let arguable = link.relation.is_arguable(part_of).then_some(
        " It is arguable whether that is so: the Act does not say what follows where only some of those responsible are the same.",
    );
    let follows = format!("{}{}", words::duty(link.relation, link.duty), arguable.unwrap_or_default());
    let rows = vec![
        SummaryRow::new("Their premises", link.premises.as_str()),
        SummaryRow::new("How to reach them", reach),
        SummaryRow::new("How they stand to yours", words::relation(link.relation)),
        SummaryRow::new("What follows", follows),
    ];
    let end = RowAction::new("End the link", paths::end_link(premises, link.id));
    let card = SummaryCard::new(link.organisation.as_str()).action(end);
    view! { <govuk::SummaryList rows=rows card=card/> }
}

fn offered(premises: PremisesId, offer: &Offer) -> impl IntoView + use<> {
    let rows = vec![
        SummaryRow::new("How they stand to yours", words::relation(offer.relation)),
        SummaryRow::new("Works until", moment(offer.until)),
    ];
    let back = RowAction::new("Take it back", paths::end_link(premises, offer.id));
    view! { <govuk::SummaryList rows=rows card=SummaryCard::new("Waiting for an answer").action(back)/> }
}

fn ask(form: &OfferForm, wrong: &Wrong) -> impl IntoView + use<> {
    let choice = |relation: Relation, text: &'static str, section: &'static str| {
        Choice::new(relation.as_str(), text).hint(section)
    };
    let items = vec![
        choice(
            Relation::Same,
            "Somebody else is responsible for the same premises too",
            "You must co-ordinate: section 8(2)",
        ),
        choice(
            Relation::TheirsInOurs,
            "Their premises are part of yours",
            "Where both are in scope, you must co-ordinate: section 8(4)",
        ),
        choice(
            Relation::OursInTheirs,
            "Your premises are part of theirs",
            "Where both are in scope, you must co-ordinate: section 8(4)",
        ),
        choice(
            Relation::TheyControlOurs,
            "They have some control of yours, and are not responsible for them",
            "At enhanced duty premises they must co-operate: section 8(6)",
        ),
    ];
    view! {
        <h2 class="govuk-heading-m">"Ask for a link"</h2>
        <p class="govuk-body">
            "You get a link for them. It works once, for 14 days. They see your organisation’s name and the name of these premises."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <govuk::Radios
                id="relation"
                legend="How do the other premises stand to yours?"
                items=items
                value=form.relation.clone()
                error=wrong.text("relation")
            />
            <govuk::Button>"Make the link"</govuk::Button>
        </form>
    }
}

fn made(id: PremisesId, relation: Relation, link: String) -> Page {
    let back = paths::premises_part(id, "coordination");
    Page::new("Link made", move || {
        view! {
            <Title>"Link made"</Title>
            <p class="govuk-body">
                "Give this link to the other operator only. You said: " <strong>{words::relation(relation)}</strong> "."
            </p>
            <p class="govuk-body portal-written"><code>{link.clone()}</code></p>
            <govuk::WarningText>
                "Copy the link now: it is not shown again. Any operator who holds it sees your organisation’s name and the name of these premises."
            </govuk::WarningText>
            <p class="govuk-body">
                <a class="govuk-link" href=back.clone()>"Go back to links with other operators"</a>
            </p>
        }
    })
}
