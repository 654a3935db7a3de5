//! One question: shown, and answered.

use std::sync::Arc;

use axum::{
    extract::{Path, Query},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    assessment::{Answer, AnswerForm},
    content::{Question, QuestionId, Section},
    forms::Errors,
    ids::AssessmentId,
    policy::act,
};
use leptos::prelude::IntoAny;
use serde::Deserialize;
use store::{AnswerSaved, Assessment, OtherAnswer, StoreError};

use super::{answer_fields, autosave, conflict, locked, question_view::QuestionView};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    islands::AUTOSAVE,
    pages::account::again,
    paths,
    request::Ctx,
};

/// Where somebody came from, and so goes back to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Came {
    from: String,
}

impl Came {
    /// Whether they came to mend one answer.
    fn mends_one(&self) -> bool {
        self.from == "check"
    }
}

/// A question's page: with a form where the answer may be changed.
pub async fn get(
    ctx: Ctx,
    Path((id, question)): Path<(AssessmentId, String)>,
    Query(came): Query<Came>,
) -> Result<Response, PageError> {
    let (_, assessment) = ctx.open_assessment::<act::ViewAssessment>(id).await?;
    let assessment = Arc::new(assessment);
    let (section, question) = find(&assessment, &question)?;
    let open = assessment.may_answer(&question.id);
    let typed = again::typed::<AnswerForm>(&ctx, &paths::question(id, &question.id)).await?;
    if let Some(form) = typed {
        if !open {
            return locked::keep_what_was_typed(&ctx, id, |_| Ok(question), form).await;
        }
        let back = back(&assessment, &question.id, &came);
        let view = QuestionView { assessment, section, question, form, wrong: Wrong::nothing() };
        return Ok(page(view, QuestionView::unsaved).with_back(back).into_response());
    }
    if !assessment.journey().can_visit(&question.id) {
        return Ok(Redirect::to(&paths::assessment(id)).into_response());
    }
    let form = AnswerForm::of(assessment.answers.get(&question.id), assessment.seen(&question.id));
    let back = back(&assessment, &question.id, &came);
    let view = QuestionView { assessment, section, question, form, wrong: Wrong::nothing() };
    let page = if open { editable(view) } else { page(view, QuestionView::locked) };
    Ok(page.with_back(back).into_response())
}

/// Saves the answer, and goes to the next question.
pub async fn post(
    ctx: Ctx,
    Path((id, question)): Path<(AssessmentId, String)>,
    Query(came): Query<Came>,
    headers: HeaderMap,
    Sent(form): Sent<AnswerForm>,
) -> Result<Response, PageError> {
    if headers.contains_key(AUTOSAVE) {
        return autosave::save(&ctx, id, &question, form).await;
    }
    let (permit, mut assessment) = match ctx.open_assessment::<act::EditAnswers>(id).await {
        Ok(opened) => opened,
        Err(PageError::NotFound) => {
            let asked = |now: &Assessment| find(now, &question).map(|(_, question)| question);
            return locked::keep_what_was_typed(&ctx, id, asked, form).await;
        }
        Err(error) => return Err(error),
    };
    let (section, question) = find(&assessment, &question)?;
    if form.settle == conflict::THEIRS {
        again::forget(&ctx, &paths::question(id, &question.id)).await?;
        return Ok(Redirect::to(&next(&assessment, &question.id, &came)).into_response());
    }
    if let Some(mine) = conflict::undecided(&form)? {
        let theirs = ctx.store.other_answer(&permit, &assessment, &question.id).await?;
        let theirs = theirs.filter(|other| !other.is_earlier).ok_or(PageError::BadForm)?;
        let back = back(&assessment, &question.id, &came);
        let wrong = worded(question, assessment.set.note_max, &Errors::one("settle", "choose"));
        let view = QuestionView { assessment: Arc::new(assessment), section, question, form, wrong };
        return Ok(conflict::page(view, back, mine, theirs));
    }
    let form = conflict::settled(form)?;
    let today = ctx.today();
    let answer = match form.check(assessment.set, question, today) {
        Ok(answer) => answer,
        Err(errors) => {
            let back = back(&assessment, &question.id, &came);
            let wrong = worded(question, assessment.set.note_max, &errors);
            let view = QuestionView { assessment: Arc::new(assessment), section, question, form, wrong };
            return Ok(editable(view).with_back(back).unprocessable().into_response());
        }
    };
    match ctx.store.save_answer(&permit, &assessment, &question.id, form.seen, &answer).await {
        Ok(AnswerSaved::Saved { .. }) => {
            again::forget(&ctx, &paths::question(id, &question.id)).await?;
            assessment.answers.insert(question.id.clone(), answer);
            Ok(Redirect::to(&next(&assessment, &question.id, &came)).into_response())
        }
        Ok(AnswerSaved::Conflict(theirs)) => {
            let back = back(&assessment, &question.id, &came);
            Ok(conflict_page((assessment, section, question), back, answer, *theirs))
        }
        Err(StoreError::Closed) => locked::keep_what_was_typed(&ctx, id, |_| Ok(question), form).await,
        Err(error) => Err(error.into()),
    }
}

fn conflict_page(
    (assessment, section, question): (Assessment, &'static Section, &'static Question),
    back: String,
    mine: Answer,
    theirs: OtherAnswer,
) -> Response {
    let form = AnswerForm::of(Some(&mine), theirs.version);
    let view =
        QuestionView { assessment: Arc::new(assessment), section, question, form, wrong: Wrong::nothing() };
    conflict::page(view, back, mine, theirs)
}

fn editable(view: QuestionView) -> Page {
    page(view, QuestionView::editable)
}

fn page<V: IntoAny>(view: QuestionView, show: impl Fn(&QuestionView) -> V + Send + Sync + 'static) -> Page {
    let of = view.assessment.of;
    Page::new("A question", move || show(&view)).of(of)
}

/// What is wrong, in the question's words.
pub fn worded(question: &'static Question, note_max: usize, errors: &Errors) -> Wrong {
    Wrong::worded(errors, |field, code| answer_fields::words(question, note_max, field, code))
}

/// The question of that id, with its section.
pub fn find(
    assessment: &Assessment,
    question: &str,
) -> Result<(&'static Section, &'static Question), PageError> {
    let id: QuestionId = question.parse().map_err(|_| PageError::NotFound)?;
    assessment.set.questions().find(|(_, question)| question.id == id).ok_or(PageError::NotFound)
}

fn next(assessment: &Assessment, question: &QuestionId, came: &Came) -> String {
    if came.mends_one() {
        return paths::assessment_part(assessment.id, "check");
    }
    match assessment.journey().next(question) {
        Some(next) if assessment.reopened.is_empty() => paths::question(assessment.id, &next.id),
        // After a return there is a list of questions to go back to.
        Some(_) => paths::assessment(assessment.id),
        None => paths::assessment_part(assessment.id, "check"),
    }
}

fn back(assessment: &Assessment, question: &QuestionId, came: &Came) -> String {
    if came.mends_one() {
        return paths::assessment_part(assessment.id, "check");
    }
    match assessment.journey().back(question) {
        Some(before) => paths::question(assessment.id, &before.id),
        None => paths::assessment(assessment.id),
    }
}
