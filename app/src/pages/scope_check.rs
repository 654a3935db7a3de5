//! The scope check: short questions, one a page, without an account. Answers travel in the address
//! and are kept nowhere.

pub mod carry;
mod question;
mod result;
mod summary;
mod words;

use axum::{
    extract::RawQuery,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;
use domain::{
    forms::Errors,
    law::{self, Law},
    policy::act,
    scope::check::{Check, Question, Said, Step},
};

use crate::{Page, PageError, form::query, paths, request::Ctx};

/// A request as the check sees it.
struct Asked {
    said: Said,
    check: Check,
    law: Law<'static>,
    today: NaiveDate,
}

impl Asked {
    fn new(pairs: Vec<(String, String)>, today: NaiveDate) -> Self {
        let (said, law) = (Said::new(pairs), law::known());
        Self { check: Check::new(&said, &law, today), said, law, today }
    }

    /// The step that the address names, if it shows.
    fn named(&self, name: &str) -> Option<&Step> {
        self.said.one(name).and_then(|id| self.check.step(id))
    }

    /// Where a question is changed.
    fn change(&self, question: Question) -> String {
        let mut pairs = self.check.address();
        pairs.push(("change".into(), question.id()));
        paths::scope_check(&pairs)
    }
}

/// A question, or the result. An answer that is right leads on to an address without what no longer
/// counts.
pub async fn get(ctx: Ctx, RawQuery(raw): RawQuery) -> Result<Response, PageError> {
    ctx.permit::<act::SeePublicPage>(()).await?;
    let asked = Asked::new(query(raw.as_deref()), ctx.today());
    if let Some(step) = asked.named("change").cloned() {
        return Ok(question::page(asked, step, Errors::none()).into_response());
    }
    if let Some(Step { answer: Err(errors), .. }) = asked.named("answer") {
        let errors = errors.clone();
        return Ok(match asked.named("answer").cloned() {
            Some(step) => question::page(asked, step, errors).unprocessable().into_response(),
            None => Redirect::to(paths::SCOPE_CHECK).into_response(),
        });
    }
    let address = asked.check.address();
    if address != asked.said.pairs() {
        return Ok(Redirect::to(&paths::scope_check(&address)).into_response());
    }
    if let Some(step) = asked.check.next().cloned() {
        return Ok(question::page(asked, step, Errors::none()).into_response());
    }
    let Some(found) = asked.check.result(&asked.law, asked.today) else {
        return Ok(Redirect::to(paths::SCOPE_CHECK).into_response());
    };
    let may_register = carry::may(&ctx);
    let back = asked.check.steps().last().map(|step| asked.change(step.question));
    let page = Page::new("Whether the Act applies", move || result::view(&asked, &found, may_register));
    Ok(match back {
        Some(back) => page.with_back(back),
        None => page,
    }
    .into_response())
}
