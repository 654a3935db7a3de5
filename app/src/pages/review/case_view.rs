//! What the page of a case shows.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    area,
    codes::CouncilCode,
    content::Audience,
    day::in_london,
    digits::thousands,
    event::{Dates, HostedEvent},
    ids::AccountId,
    premises::Premises,
    scope::head_count::HeadCount,
    submission::{AnsweredQuestion, CaseState},
};
use govuk::{ButtonKind, Content, RowAction, SummaryRow};
use leptos::prelude::*;
use store::{CaseAbout, CaseFile, CompetentPerson};

use super::words;
use crate::{
    components::{AdviserSaid, day},
    pages::{
        assessment::answer_words, competent_person::words as person_words, event::words as event_words,
        scope::words as scope_words,
    },
    paths,
};

/// The page. `me` is the CTSA who looks.
pub fn view(file: &CaseFile, me: AccountId, today: NaiveDate) -> impl IntoView + use<> {
    let case = &file.case;
    let (text, colour) = words::state(case.state);
    let (name, heading) = match &file.about {
        CaseAbout::Premises(premises) => (premises.name.as_str().to_owned(), "Premises and sender"),
        CaseAbout::Event(event) => (event.event.details.name.as_str().to_owned(), "Event and sender"),
    };
    let reference = case.submission.reference.to_string();
    let taken = case.taken_by.map(|taken| {
        let who = if taken == me { "You took this case up." } else { "Another adviser took this case up." };
        view! { <p class="govuk-body">{who}</p> }
    });
    let said =
        file.said.answer.is_some().then(
            || view! { <AdviserSaid said=file.said.clone() snapshot=case.submission.snapshot.clone()/> },
        );
    let changed = file.changed.map(|at| {
        let (on, sent) = (day(in_london(at)), day(in_london(case.submission.submitted_at)));
        let this = this(file);
        let text = format!(
            "The operator changed facts about {this} on {on}, after the answers were sent on {sent}. The facts below are as they are now. The answers are as they were sent."
        );
        view! { <govuk::InsetText>{text}</govuk::InsetText>
        }
    });
    view! {
        <span class="govuk-caption-l">"Reference " {reference}</span>
        <h1 class="govuk-heading-l">{name}</h1>
        <p class="govuk-body"><govuk::Tag text=text colour=colour/></p>
        {taken}
        {authority(file)}
        <govuk::InsetText>
            "You give advice. The Security Industry Authority (SIA) is the regulator: nothing here decides whether anybody meets the Act."
        </govuk::InsetText>
        {steps(file)}
        {said}
        <h2 class="govuk-heading-m">{heading}</h2>
        {changed}
        <govuk::SummaryList rows=about(file, today)/>
        {answers(file)}
        {matches!(file.about, CaseAbout::Premises(_)).then(|| people(&file.people, today))}
    }
}

/// What it is about, as it stands in a sentence.
const fn this(file: &CaseFile) -> &'static str {
    match file.about {
        CaseAbout::Premises(_) => "these premises",
        CaseAbout::Event(_) => "this event",
    }
}

fn authority(file: &CaseFile) -> AnyView {
    let Some(made) = &file.authority else {
        let text = format!(
            "Unverified claim. Nobody has confirmed that the sender may speak for {}. Until that is recorded, nothing that you write becomes visible to them.",
            this(file)
        );
        return view! { <govuk::WarningText>{text}</govuk::WarningText> }.into_any();
    };
    let id = file.case.id;
    let change = file.case.state.is_open().then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=paths::case_part(id, "authority")>"Confirm authority again"</a>
                " or "
                <a class="govuk-link" href=paths::case_part(id, "authority/revoke")>
                    "take the confirmation back"
                </a>
            </p>
        }
    });
    view! {
        <govuk::SummaryList rows=words::authority(made)/>
        {change}
    }
    .into_any()
}

fn steps(file: &CaseFile) -> AnyView {
    let id = file.case.id;
    let confirm = (file.case.state.is_open() && file.authority.is_none()).then(|| {
        view! {
            <govuk::ButtonLink href=paths::case_part(id, "authority") kind=ButtonKind::Secondary>
                "Record how authority was confirmed"
            </govuk::ButtonLink>
        }
    });
    let next = match (file.case.state, file.authority.is_some()) {
        (CaseState::Submitted, _) => view! {
            <form method="post" action=paths::case_part(id, "review")>
                <govuk::Button>"Start the review"</govuk::Button>
            </form>
        }
        .into_any(),
        (CaseState::InReview, true) => view! {
            <govuk::ButtonLink href=paths::case_part(id, "return") kind=ButtonKind::Secondary>
                "Return with named questions"
            </govuk::ButtonLink>
            <govuk::ButtonLink href=paths::case_part(id, "advice") kind=ButtonKind::Secondary>
                "Record advice"
            </govuk::ButtonLink>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { <div class="govuk-button-group">{confirm}{next}</div> }.into_any()
}

/// What it is about, and who sent it.
fn about(file: &CaseFile, today: NaiveDate) -> Vec<SummaryRow> {
    let sent = &file.case.submission;
    let declaration = &sent.snapshot.declaration;
    let numbers = match file.operator.numbers() {
        none if none.is_empty() => "None given".to_owned(),
        numbers => numbers.join(", "),
    };
    let mut rows = match &file.about {
        CaseAbout::Premises(premises) => of_premises(premises, sent.snapshot.tier, today),
        CaseAbout::Event(event) => of_event(event),
    };
    rows.extend([
        SummaryRow::new("Organisation, as it says", file.operator.name.clone()),
        SummaryRow::new("Company or charity number, as it says", numbers),
        SummaryRow::new("Sent by, as they say", format!("{}, {}", declaration.name, declaration.role)),
        SummaryRow::new("Sent on", day(in_london(sent.submitted_at))),
        SummaryRow::new("Submission", format!("Number {} of this assessment", sent.number)),
    ]);
    rows
}

fn of_premises(premises: &Premises, tier: Audience, today: NaiveDate) -> Vec<SummaryRow> {
    vec![
        SummaryRow::new("Address", premises.address.lines().join(", ")),
        council(&premises.council),
        SummaryRow::new("Tier when sent", words::audience(tier)),
        SummaryRow::new("Used for", scope_words::uses(&premises.facts, today)),
        number(premises.head_count.as_ref()),
    ]
}

fn of_event(event: &HostedEvent) -> Vec<SummaryRow> {
    let details = &event.event.details;
    let address = event.address().map_or_else(String::new, |address| address.lines().join(", "));
    let place = event.host.as_ref().map(|host| format!("{}, {address}", host.name.as_str()));
    let moment = |pick: fn(&Dates) -> NaiveDateTime| {
        let dates = details.dates.as_ref();
        dates.map_or_else(|| "Not known".into(), |dates| event_words::moment(pick(dates)))
    };
    vec![
        SummaryRow::new("What it is", words::audience(Audience::Event)),
        SummaryRow::new("Description", details.description.as_str()),
        SummaryRow::new("Place", place.unwrap_or(address)),
        council(&event.event.council),
        SummaryRow::new("Starts", moment(|dates| dates.starts)),
        SummaryRow::new("Ends", moment(|dates| dates.ends)),
        number(details.head_count.as_ref()),
    ]
}

fn council(code: &CouncilCode) -> SummaryRow {
    SummaryRow::new("Council", area::council(code).map_or("", |council| council.council))
}

fn number(count: Option<&HeadCount>) -> SummaryRow {
    let number = count.map_or("Not known".into(), |count| thousands(count.number()));
    SummaryRow::new("Greatest number of people", number)
}

fn answers(file: &CaseFile) -> impl IntoView + use<> {
    let mut sections: Vec<(String, Vec<SummaryRow>)> = Vec::new();
    for answered in &file.case.submission.snapshot.answers {
        let row = answer(file, answered);
        match sections.last_mut() {
            Some((title, rows)) if *title == answered.section_title => rows.push(row),
            _ => sections.push((answered.section_title.clone(), vec![row])),
        }
    }
    let sections = sections
        .into_iter()
        .map(|(title, rows)| {
            view! {
                <h3 class="govuk-heading-s">{title}</h3>
                <govuk::SummaryList rows=rows classes="portal-answers"/>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <h2 class="govuk-heading-m">"What was answered"</h2>
        {sections}
    }
}

fn answer(file: &CaseFile, answered: &AnsweredQuestion) -> SummaryRow {
    let question = &answered.question;
    let said = answer_words::answer(answered.answer.as_ref(), answered.option.as_deref());
    let open = file.said.answer.is_none();
    let comments = file
        .said
        .comments_on(question)
        .filter(|_| open)
        .map(|comment| {
            let (on, text) = (day(in_london(comment.at)), comment.text.clone());
            view! {
                <govuk::InsetText>
                    <p class="govuk-body-s">"Comment, " {on} ". Not visible to the operator yet."</p>
                    <p class="govuk-body portal-written">{text}</p>
                </govuk::InsetText>
            }
        })
        .collect::<Vec<_>>();
    let row = SummaryRow::new(answered.text.as_str(), Content::view(view! { {said} {comments} }));
    if file.case.state != CaseState::InReview {
        return row;
    }
    let href = paths::case_part(file.case.id, &format!("comments/{question}"));
    row.action(RowAction::new("Comment", href).hidden(format!("on: {}", answered.text)))
}

fn people(people: &[CompetentPerson], today: NaiveDate) -> impl IntoView + use<> {
    let list = people
        .iter()
        .map(|person| {
            let details = &person.details;
            let (text, colour) = person_words::status(details.expiry.status(today));
            let line = format!(
                "{}, {}: {}, awarded by {} on {}. Last day: {}. ",
                details.name.as_str(),
                details.role,
                person_words::name_of(details),
                details.awarding_body,
                day(details.awarded_on),
                person_words::expiry(details.expiry).to_lowercase(),
            );
            let number = details.number.as_ref().map(|number| format!("Number {number}. "));
            let mark = person_words::mark(person.mark.as_ref());
            let href = format!("{}/check", paths::competent_person(person.id));
            let whose = format!(" of {}", details.name.as_str());
            view! {
                <li>
                    {line} {number} <govuk::Tag text=text colour=colour/> " " {mark} ". "
                    <a class="govuk-link" href=href>
                        "Mark the record" <span class="govuk-visually-hidden">{whose}</span>
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let list = if list.is_empty() {
        view! { <p class="govuk-body">"None was added."</p> }.into_any()
    } else {
        view! { <ul class="govuk-list govuk-list--bullet">{list}</ul> }.into_any()
    };
    view! {
        <h2 class="govuk-heading-m">"Competent Person records"</h2>
        <p class="govuk-body">{person_words::OPTIONAL}</p>
        {list}
    }
}
