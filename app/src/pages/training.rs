//! Training and awareness of people at premises: the list, and each record as its page shows it.

mod fields;
mod list;

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    forms::{Errors, training::TrainingForm},
    ids::TrainingId,
    training::{Training, course},
};
use leptos::prelude::*;

use super::kept::OnPage;
use crate::{components::day, form::Wrong, paths};

pub use list::list;

/// What everybody should know who reads or adds a record.
fn intro() -> impl IntoView {
    view! {
        <p class="govuk-body">
            "No law names a course or how often to hold it. The statutory guidance says that people with a part in a procedure should know it. Everything here is good practice."
        </p>
    }
}

/// Which course a record is of.
fn title(training: &Training) -> String {
    let listed = || course(&training.course).map_or("Training", |course| course.title).to_owned();
    training.described.clone().unwrap_or_else(listed)
}

fn people(training: &Training) -> String {
    match training.people {
        1 => format!("{}: 1 person", training.group),
        more => format!("{}: {} people", training.group, thousands(more)),
    }
}

impl OnPage for Training {
    type Form = TrainingForm;
    const ADD: &'static str = "Record training";
    const CHANGE: &'static str = "Training";
    const LIST: &'static str = "training";

    fn path(id: TrainingId) -> String {
        paths::training(id)
    }

    fn form(&self, version: u32) -> TrainingForm {
        TrainingForm::of(self, version)
    }

    fn check(form: &TrainingForm, today: NaiveDate, _: Option<&Self>) -> Result<Self, Errors> {
        form.check(today)
    }

    fn hidden(form: &mut TrainingForm) -> (&mut String, &mut String) {
        (&mut form.once, &mut form.version)
    }

    fn words(field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("course", _) => "Choose a course or briefing",
            ("described", "missing") => "Enter which course it was",
            ("on", "day-to-come") => "The day must be today or in the past",
            ("on", _) => "Enter the day it was held, like 3 11 2026",
            ("group", "missing") => "Enter who had it, by role or group",
            ("described" | "group", "too-long") => "This must be 150 characters or fewer",
            ("people", "missing" | "number-invalid") => "Enter how many people had it, like 12",
            ("people", _) => "The number of people must be 1 or more",
            ("refresh", "no-suggestion") => {
                "There is no suggestion for this course. Enter a day, or choose that it is held once"
            }
            ("refresh", _) => "Choose when it is time again",
            ("again", "too-early") => "The day must be after the day it was held",
            ("again", _) => "Enter the day on which it is time again, like 3 11 2027",
            ("note", "too-long") => "The note must be 1,000 characters or fewer",
            _ => "This must not contain control characters",
        }
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        let mut said = vec![
            ("Course or briefing", title(self)),
            ("Day", day(self.on)),
            ("Who had it", people(self)),
            ("Time again", self.refresh_on.map_or_else(|| "Held once".into(), day)),
        ];
        said.extend(self.note.clone().map(|note| ("Note", note)));
        said
    }

    fn intro() -> AnyView {
        intro().into_any()
    }

    fn fields(form: &TrainingForm, wrong: &Wrong, _: Option<&Self>) -> AnyView {
        fields::fields(form, wrong)
    }
}
