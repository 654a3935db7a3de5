//! A question's page: what is asked, what stands behind it, and help beside it.

use std::sync::Arc;

use domain::{
    assessment::AnswerForm,
    content::{Question, Section},
};
use govuk::{ButtonKind, FieldTitle, Limit, SummaryRow};
use leptos::prelude::*;
use store::Assessment;

use super::{answer_fields, answer_words, conflict::THEIRS, question_age};
use crate::{
    components::{
        emergency::Emergency,
        legal_label::{LegalLabel, Sources},
        prose,
    },
    form::Wrong,
    islands::Autosave,
};

/// What a question's page shows.
#[derive(Clone)]
pub struct QuestionView {
    /// The assessment, with its answers.
    pub assessment: Arc<Assessment>,
    /// The question's section.
    pub section: &'static Section,
    /// The question.
    pub question: &'static Question,
    /// What was typed, or what is stored.
    pub form: AnswerForm,
    /// What is wrong with it.
    pub wrong: Wrong,
}

impl QuestionView {
    /// The page with a form.
    pub fn editable(&self) -> impl IntoView + use<> {
        self.with_form(false)
    }

    /// The page with what was typed before the session ended, which is saved nowhere.
    pub fn unsaved(&self) -> impl IntoView + use<> {
        self.with_form(true)
    }

    fn with_form(&self, unsaved: bool) -> impl IntoView + use<> {
        let stored = !unsaved && self.wrong.is_nothing();
        let not_saved = unsaved.then(|| {
            view! {
                <govuk::NotificationBanner title="Important">
                    <p class="govuk-notification-banner__heading">"This is what you typed before you were signed out"</p>
                    <p class="govuk-body">"It is not saved yet."</p>
                </govuk::NotificationBanner>
            }
        });
        let drop_it = unsaved.then(|| {
            view! {
                <govuk::Button kind=ButtonKind::Secondary name="settle" value=THEIRS>
                    "Do not save this"
                </govuk::Button>
            }
        });
        let reopened = self.assessment.reopened.get(&self.question.id).cloned().map(|reason| {
            view! {
                <govuk::InsetText>
                    <p class="govuk-body govuk-!-font-weight-bold">"The adviser asked you to look at this again"</p>
                    <p class="govuk-body portal-written">{reason}</p>
                </govuk::InsetText>
            }
        });
        view! {
            {self.wrong.summary()}
            {not_saved}
            {self.standing()}
            {reopened}
            {question_age::notice(&self.assessment, &self.question.id)}
            {self.earlier()}
            {self.caption()}
            // Not filled in again by a browser: an old answer beside a new version would overwrite one unseen.
            <form method="post" novalidate autocomplete="off">
                <input type="hidden" name="seen" value=self.form.seen.to_string()/>
                {answer_fields::fields(self.question, &self.form, &self.wrong)}
                {note(&self.form, self.assessment.set.note_max, &self.wrong)}
                <Autosave stored=stored/>
                <div class="govuk-button-group">
                    <govuk::Button>"Save and continue"</govuk::Button>
                    {drop_it}
                </div>
            </form>
            {self.help()}
        }
    }

    /// What was answered to the question as an earlier edition asked it.
    fn earlier(&self) -> Option<impl IntoView + use<>> {
        let earlier = self.assessment.earlier.get(&self.question.id)?;
        let asked = earlier.set.question(&self.question.id)?;
        let option = answer_words::option(asked, &earlier.answer.value);
        let changes = self.assessment.set.changes.iter();
        let why =
            changes.into_iter().find(|one| one.question == self.question.id).map(|one| one.text.clone());
        let rows = vec![
            SummaryRow::new("Asked before", asked.text.as_str()),
            SummaryRow::new("Your answer then", answer_words::answer(Some(&earlier.answer), option)),
        ];
        Some(view! {
            <govuk::InsetText>
                <p class="govuk-body govuk-!-font-weight-bold">"This question has changed"</p>
                <p class="govuk-body">{why}</p>
                <govuk::SummaryList rows=rows/>
            </govuk::InsetText>
        })
    }

    /// The page where nothing can be changed now.
    pub fn locked(&self) -> impl IntoView + use<> {
        let answer = self.assessment.answers.get(&self.question.id);
        let option = answer.and_then(|answer| answer_words::option(self.question, &answer.value));
        let rows = vec![SummaryRow::new("Answer", answer_words::answer(answer, option))];
        view! {
            {self.standing()}
            {self.caption()}
            <h1 class="govuk-heading-l">{self.question.text.clone()}</h1>
            <govuk::InsetText>
                "This answer cannot be changed now: the answers were sent, and this question was not returned to you."
            </govuk::InsetText>
            <govuk::SummaryList rows=rows/>
            {self.help()}
        }
    }

    /// The section, right above the question.
    fn caption(&self) -> impl IntoView + use<> {
        view! { <span class="govuk-caption-l">{self.section.title.clone()}</span> }
    }

    /// How binding the question is, and how long it takes.
    fn standing(&self) -> impl IntoView + use<> {
        let question = self.question;
        let minutes = match question.minutes {
            1 => "About 1 minute to answer".to_owned(),
            more => format!("About {more} minutes to answer"),
        };
        view! {
            <div class="portal-standing">
                <LegalLabel label=question.label act=question.act.clone()/>
                <p class="govuk-body-s">{minutes}</p>
            </div>
        }
    }

    /// Guidance, what good looks like, and where both come from.
    pub fn help(&self) -> impl IntoView + use<> {
        let question = self.question;
        let arguable = question.arguable.clone().map(|note| {
            view! {
                <h3 class="govuk-heading-s">"Where the law can be read in more than one way"</h3>
                <p class="govuk-body">{note}</p>
            }
        });
        view! {
            <h2 class="govuk-heading-m">"Guidance"</h2>
            <govuk::Prose blocks=prose::blocks(&question.guidance)/>
            {arguable}
            <govuk::Details summary="What good looks like">
                <govuk::Prose blocks=prose::blocks(&question.good)/>
            </govuk::Details>
            <govuk::Details summary="Where this comes from">
                <Sources sources=question.sources.clone()/>
            </govuk::Details>
            <Emergency/>
        }
    }
}

/// The note beside every answer.
pub fn note(form: &AnswerForm, max: usize, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::CharacterCount
            id="note"
            label=FieldTitle::new("Note (optional)")
            hint="What you have in place, or what is missing. Do not enter intelligence or classified information."
            limit=Limit::Characters(u32::try_from(max).unwrap_or(u32::MAX))
            value=form.note.clone()
            error=wrong.text("note")
            rows=4
        />
    }
}
