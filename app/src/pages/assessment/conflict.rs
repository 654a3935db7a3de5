//! Two people answered the same question: both texts, and the choice.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::assessment::{Answer, AnswerForm};
use govuk::{Choice, SummaryCard, SummaryRow};
use leptos::prelude::*;
use store::OtherAnswer;

use super::{
    answer_fields, answer_words,
    question_view::{self, QuestionView},
};
use crate::{Page, PageError, components::moment};

/// Keep what the other person saved.
pub const THEIRS: &str = "theirs";
/// Save my answer in its place, as it was.
const MINE: &str = "mine";
/// Save what stands in the fields.
const MERGED: &str = "merged";

/// The form to be saved: with "mine", the answer as it was when the two met, whatever was typed into
/// the fields since.
pub fn settled(form: AnswerForm) -> Result<AnswerForm, PageError> {
    if form.settle != MINE {
        return Ok(form);
    }
    let mine: Answer = serde_json::from_str(&form.mine).map_err(|_| PageError::BadForm)?;
    Ok(AnswerForm::of(Some(&mine), form.seen))
}

/// The answer as it was when the two met, where nothing was chosen: then neither may be dropped.
pub fn undecided(form: &AnswerForm) -> Result<Option<Answer>, PageError> {
    let chosen = [THEIRS, MINE, MERGED].contains(&form.settle.as_str());
    if form.mine.is_empty() || chosen {
        return Ok(None);
    }
    serde_json::from_str(&form.mine).map(Some).map_err(|_| PageError::BadForm)
}

/// The page, with 409. It posts to the question's own address, naming the version it shows.
pub fn page(view: QuestionView, back: String, mine: Answer, theirs: OtherAnswer) -> Response {
    let of = view.assessment.of;
    Page::new("Two answers to one question", move || body(&view, &mine, &theirs))
        .of(of)
        .with_back(back)
        .with_status(StatusCode::CONFLICT)
        .into_response()
}

fn body(view: &QuestionView, mine: &Answer, theirs: &OtherAnswer) -> impl IntoView + use<> {
    let question = view.question;
    let show = |answer: &Answer| {
        let option = answer_words::option(question, &answer.value);
        vec![SummaryRow::new("Answer", answer_words::answer(Some(answer), option))]
    };
    let who = format!("Saved by {} on {}", theirs.by.as_str(), moment(theirs.at));
    let items = vec![
        Choice::new(THEIRS, "Keep theirs").hint("Yours is not saved."),
        Choice::new(MINE, "Keep mine").hint("Yours takes the place of theirs."),
        Choice::new(MERGED, "Write a merged answer").hint("Change the fields below first."),
    ];
    // A form has to hold the answer as it was: JSON of plain strings always writes.
    let kept = serde_json::to_string(mine).unwrap_or_default();
    let wrong = view.wrong.text("settle");
    view! {
        {view.wrong.summary()}
        <govuk::NotificationBanner title="Important" role="alert">
            <h2 class="govuk-notification-banner__heading">"Somebody else answered this while you were here"</h2>
            <p class="govuk-body">"Nothing was overwritten. Choose what to keep."</p>
        </govuk::NotificationBanner>
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
                <govuk::SummaryList rows=show(&theirs.answer) card=SummaryCard::new(who)/>
            </div>
            <div class="govuk-grid-column-one-half">
                <govuk::SummaryList rows=show(mine) card=SummaryCard::new("Yours, not saved yet")/>
            </div>
        </div>
        <form method="post" novalidate>
            <input type="hidden" name="seen" value=view.form.seen.to_string()/>
            <input type="hidden" name="mine" value=kept/>
            <govuk::Radios id="settle" legend="Which answer should stand?" items=items error=wrong/>
            {answer_fields::fields(question, &view.form, &view.wrong)}
            {question_view::note(&view.form, view.assessment.set.note_max, &view.wrong)}
            <govuk::Button>"Continue"</govuk::Button>
        </form>
        {view.help()}
    }
}
