//! What was sent: the reference, the wording as answered, and the seal.

use axum::extract::Path;
use domain::{
    ids::{PremisesOrEvent, SubmissionId},
    policy::act,
    submission::{AnsweredQuestion, CaseState},
};
use govuk::SummaryRow;
use leptos::prelude::*;
use store::{Said, Submission};

use crate::{
    Page, PageError,
    components::{AdviserSaid, edition, moment},
    pages::assessment::answer_words,
    paths,
    request::Ctx,
};

/// The confirmation, which stays what it is.
pub async fn get(ctx: Ctx, Path(id): Path<SubmissionId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::ViewSubmission>(id).await?;
    let submission = ctx.store.submission(&permit).await?;
    let said = ctx.store.adviser_said(&permit).await?;
    let name = name_of(&ctx, submission.of).await?;
    let of = submission.of;
    let page = Page::new("What was sent", move || view(&name, &submission, said.as_ref()));
    Ok(page.of(of).with_back(paths::of(of)))
}

/// The name of the premises or the event that a submission is about.
pub(super) async fn name_of(ctx: &Ctx, of: PremisesOrEvent) -> Result<String, PageError> {
    let name = match of {
        PremisesOrEvent::Premises(id) => {
            ctx.store.name_for(&ctx.permit::<act::ViewPremises>(id).await?).await?
        }
        PremisesOrEvent::Event(id) => ctx.store.name_for(&ctx.permit::<act::ViewEvent>(id).await?).await?,
    };
    name.ok_or(PageError::NotFound)
}

/// Where a submission is, in words.
pub fn state(state: CaseState) -> &'static str {
    match state {
        CaseState::Submitted => "Sent, waiting for an adviser",
        CaseState::InReview => "An adviser is looking at it",
        CaseState::Returned => "Returned to you with questions",
        CaseState::AdviceRecorded => "Advice given",
        CaseState::Withdrawn => "Taken back by you",
        CaseState::Superseded => "A later submission took its place",
    }
}

fn view(name: &str, submission: &Submission, said: Option<&Said>) -> impl IntoView + use<> {
    let reopened = (submission.state == CaseState::Returned).then_some(submission.assessment);
    let said = said.cloned().map(|said| {
        view! { <AdviserSaid said=said snapshot=submission.snapshot.clone() reopened=reopened/> }
    });
    let reference = submission.reference.to_string();
    let (of, yours) = match submission.of {
        PremisesOrEvent::Premises(_) => ("Premises", "your premises"),
        PremisesOrEvent::Event(_) => ("Event", "your event"),
    };
    let declared = &submission.snapshot.declaration;
    let about = vec![
        SummaryRow::new(of, name),
        SummaryRow::new("Reference", reference.clone()),
        SummaryRow::new("Where it stands", state(submission.state)),
        SummaryRow::new("Sent", moment(submission.submitted_at)),
        SummaryRow::new("Declared by", format!("{}, {}", declared.name, declared.role)),
        SummaryRow::new("Questions", format!("Edition of {}", edition(&submission.snapshot.edition))),
        SummaryRow::new("Seal (SHA-256)", submission.sha256.clone()),
    ];
    let withdraw = submission.state.is_open().then(|| {
        view! {
            <govuk::ButtonLink
                href=paths::submission_part(submission.id, "withdraw")
                kind=govuk::ButtonKind::Secondary
            >
                "Take it back"
            </govuk::ButtonLink>
        }
    });
    view! {
        {heading(submission.state, name, reference)}
        <p class="govuk-body">
            "This is not a notification to the Security Industry Authority (SIA), and nothing here is a decision about " {yours} "."
        </p>
        {again(submission)}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::part(submission.of, "plan")>
                "Your action plan"
            </a>
        </p>
        {said}
        <govuk::SummaryList rows=about/>
        {withdraw}
        <h2 class="govuk-heading-l">"What was sent"</h2>
        <p class="govuk-body">"Each question in the wording that was answered. It does not change any more."</p>
        {sections(&submission.snapshot.answers)}
    }
}

/// The way back to the answers, where they are open again.
fn again(submission: &Submission) -> Option<AnyView> {
    let href = paths::assessment(submission.assessment);
    let link = match submission.state {
        CaseState::Returned => view! {
            <govuk::ButtonLink href=href>"Answer the questions that are open again"</govuk::ButtonLink>
        }
        .into_any(),
        CaseState::AdviceRecorded | CaseState::Withdrawn => view! {
            <p class="govuk-body">
                <a class="govuk-link" href=href>"See or change your answers"</a>
            </p>
        }
        .into_any(),
        CaseState::Submitted | CaseState::InReview | CaseState::Superseded => return None,
    };
    Some(link)
}

/// The confirmation while it waits for an answer; afterwards what became of it.
fn heading(now: CaseState, name: &str, reference: String) -> AnyView {
    let name = name.to_owned();
    if now.is_open() {
        view! {
            <span class="govuk-caption-l">{name}</span>
            <govuk::Panel title="Answers sent">"Your reference is " <strong>{reference}</strong></govuk::Panel>
            <p class="govuk-body">
                "They went to the Counter Terrorism Security Advisers of your police region."
            </p>
        }
        .into_any()
    } else {
        view! {
            <span class="govuk-caption-l">{name} ", reference " {reference}</span>
            <h1 class="govuk-heading-l">{state(now)}</h1>
        }
        .into_any()
    }
}

fn sections(answers: &[AnsweredQuestion]) -> Vec<AnyView> {
    answers
        .chunk_by(|one, next| one.section == next.section)
        .map(|section| {
            let title = section.first().map(|one| one.section_title.clone());
            let rows: Vec<_> = section
                .iter()
                .map(|one| {
                    let answer = answer_words::answer(one.answer.as_ref(), one.option.as_deref());
                    SummaryRow::new(one.text.as_str(), answer)
                })
                .collect();
            view! {
                <h3 class="govuk-heading-m">{title}</h3>
                <govuk::SummaryList rows=rows classes="portal-answers"/>
            }
            .into_any()
        })
        .collect()
}
