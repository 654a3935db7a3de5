//! The deadlines with their counting, and a preview while the law fixes no day.

use chrono::NaiveDate;
use domain::{
    deadlines::{Commencement, Deadline, commencement, working},
    forms::planned_day::PlannedDayForm,
    law,
    notice::{ToTell, What, told},
    scope::{EventOutcome, Outcome},
};
use leptos::prelude::*;

use super::{Facts, Subject, earliest};
use crate::{
    components::{DayInput, Heading, Listing, Title, day},
    form::Wrong,
    pages::{
        notice::since::{last_day, section_of},
        scope::words::section,
    },
    paths,
    words::deadlines::sentence,
};

/// The page.
pub fn view(
    facts: &Facts,
    planned: Option<NaiveDate>,
    form: &PlannedDayForm,
    wrong: &Wrong,
) -> impl IntoView + use<> {
    let Facts { subject, notices, found } = facts;
    let nothing = subject.nothing();
    let must = nothing.is_none();
    let unclear = (must && matches!(subject, Subject::Event(_, EventOutcome::Unclear))).then(|| {
        view! { <p class="govuk-body">"This applies if it turns out to be a qualifying event."</p> }
    });
    let counted = |first| must.then(|| table(facts, first));
    let body = match commencement() {
        // Corrections are counted too.
        _ if !must && notices.is_empty() => ().into_any(),
        Commencement::On(first) => view! {
            <p class="govuk-body">{format!("The duties start on {}.", day(first))}</p>
            {counted(first)}
        }
        .into_any(),
        Commencement::NotFixed => view! {
            {not_fixed(subject)}
            {told(notices, What::Became).map(given)}
            {must.then(|| gaps(facts))}
            {plan(form, wrong)}
            {planned.map(|first| view! { {preview(first)} {counted(first)} })}
        }
        .into_any(),
    };
    // Corrections are counted with the day that somebody plans with, too.
    let starts = match (commencement(), planned) {
        (Commencement::NotFixed, Some(first)) => Commencement::On(first),
        (starts, _) => starts,
    };
    view! {
        {wrong.summary()}
        <Title>"Deadlines"</Title>
        {nothing.map(|nothing| view! { <p class="govuk-body">{nothing}</p> })}
        {unclear}
        {body}
        {section_of(subject.of(), notices, found, starts)}
        {later(subject)}
    }
}

fn not_fixed(subject: &Subject) -> impl IntoView + use<> {
    let expected = law::date("commencement").and_then(|date| date.expected).unwrap_or_default();
    let rule = match subject {
        Subject::Premises(_) => {
            "Whoever is responsible on that day has three months beginning with it to notify the SIA (SI 2026/793, regulation 3(1))."
        }
        Subject::Event(..) => {
            "Of an event that is first publicised on that day or before, the SIA must be notified within 14 days beginning with it. Of one that is first publicised later, within 14 days beginning with the day it is first publicised (SI 2026/793, regulation 3(2))."
        }
    };
    view! {
        <govuk::InsetText>
            <p class="govuk-body"><strong>"Not yet set."</strong> " The law does not say yet on which day the duties start. " {expected}</p>
            <p class="govuk-body">{rule}</p>
        </govuk::InsetText>
        {not_said(subject)}
    }
}

/// Where to say when the date of an event is made public, if that was not said.
fn not_said(subject: &Subject) -> Option<AnyView> {
    let Subject::Event(event, _) = subject else { return None };
    let href = paths::event_part(event.event.id, "publicity");
    event.event.details.publicity.is_none().then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=href>"Say when its date is made public"</a>
                ": the last day follows from that."
            </p>
        }
        .into_any()
    })
}

/// What has no clear date, whichever day the duties start on.
fn gaps(facts: &Facts) -> impl IntoView + use<> {
    let first = earliest(commencement()).unwrap_or(NaiveDate::MIN);
    let items: Vec<_> = facts
        .subject
        .to_tell(first, &facts.notices)
        .into_iter()
        .filter(|one| one.told_on.is_none())
        .map(|one| (one.trigger, working(one.trigger, Commencement::On(first))))
        .filter(|(_, counted)| counted.deadline() == Deadline::NoClearDate)
        .map(|(trigger, counted)| {
            view! { <li>{facts.subject.happened(trigger, first)} ". " {sentence(counted)}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"No clear date, whichever day the duties start on"</h2>
            <ul class="govuk-list govuk-list--bullet">{items}</ul>
        }
    })
}

fn given(on: NaiveDate) -> impl IntoView {
    let text = format!("You recorded that you gave notice of being responsible on {}.", day(on));
    view! { <p class="govuk-body">{text}</p> }
}

fn preview(first: NaiveDate) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-m" id="preview">{format!("Planning preview: if the duties started on {}", day(first))}</h2>
        <govuk::WarningText>"This is a preview with a day that you chose. It is not the law."</govuk::WarningText>
    }
}

fn table(facts: &Facts, first: NaiveDate) -> AnyView {
    let starts = Commencement::On(first);
    let rows: Vec<Vec<govuk::Cell>> = facts
        .subject
        .to_tell(first, &facts.notices)
        .into_iter()
        .map(|ToTell { trigger, told_on }| {
            let counted = working(trigger, starts);
            let happened = facts.subject.happened(trigger, first);
            let given = told_on.map(|on| format!(". You gave notice on {}", day(on))).unwrap_or_default();
            vec![
                format!("{happened}{given}").into(),
                last_day(counted.deadline()).into(),
                sentence(counted).into(),
                section(trigger.cite()).into(),
            ]
        })
        .collect();
    if rows.is_empty() {
        let over = matches!(&facts.subject, Subject::Event(event, _) if event.event.is_over_before(first));
        let text = "The event is over before that day. So no notice is due for it.";
        return over.then(|| view! { <p class="govuk-body">{text}</p> }).into_any();
    }
    view! {
        <Listing
            name="Deadlines"
            caption="By when to tell the SIA"
            head=vec![
                Heading::title("What happened"),
                "Last day".into(),
                "How it is counted".into(),
                "Where it says so".into(),
            ]
            rows=rows
        />
    }
    .into_any()
}

fn plan(form: &PlannedDayForm, wrong: &Wrong) -> impl IntoView + use<> {
    let typed = [form.planned_day.clone(), form.planned_month.clone(), form.planned_year.clone()];
    view! {
        <form method="get" novalidate class="portal-no-print">
            <DayInput
                id="planned"
                legend="Plan with a day"
                hint="Choose a day on which the duties might start, for example 6 4 2027. Nothing is saved."
                values=typed
                error=wrong.text("planned")
            />
            <govuk::Button kind=govuk::ButtonKind::Secondary>"Show a preview"</govuk::Button>
        </form>
    }
}

/// What will have a deadline of its own once it happens.
fn later(subject: &Subject) -> impl IntoView + use<> {
    let (correct, document) = match subject {
        Subject::Premises(premises) => (
            "Something that you notified stops being right: tell the SIA within 28 days beginning with the day it first became inaccurate (SI 2026/793, regulation 6). The first three months give no longer time for this.",
            premises.outcome == Outcome::Enhanced,
        ),
        Subject::Event(_, outcome) => (
            "Something that you notified stops being right: tell the SIA within 14 days beginning with the day it first became inaccurate (SI 2026/793, regulation 6).",
            *outcome != EventOutcome::NotInScope,
        ),
    };
    let event = matches!(subject, Subject::Event(..)).then(|| {
        view! {
            <li>
                "You cease to be responsible for the event: tell the SIA within 14 days beginning with that day (SI 2026/793, regulation 3(2))."
            </li>
        }
    });
    let document = document.then(|| {
        view! {
            <li>
                "You revise the document of section 7: send a copy within 30 days beginning with the day of revision (section 7(2)(b)). The first copy is due as soon as reasonably practicable."
            </li>
        }
    });
    let successor = match subject {
        Subject::Premises(_) => {
            "Somebody else becomes responsible: they must put right what you notified, within the same 28 days."
        }
        Subject::Event(..) => {
            "Somebody else becomes responsible: they must put right what you notified, within the same 14 days. For a notice of their own the regulations give no clear date."
        }
    };
    view! {
        <h2 class="govuk-heading-m">"What can start another deadline"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>{correct}</li>
            {event}
            <li>{successor}</li>
            {document}
            <li>
                "The SIA gives you a notice: an appeal must be made within 28 days beginning with the day it is given (sections 16 and 22)."
            </li>
        </ul>
        <p class="govuk-body">
            "A period that begins with a day counts that day as its first. A last day is not moved when it falls on a weekend or a holiday."
        </p>
    }
}
