//! The action plan of premises or of an event: who does what by when. Each item as its page shows it; the list and what can be
//! put into it stand in files of their own.

mod fields;
pub mod lessons;
mod line;
pub mod list;
pub mod what_if;
mod words;

use chrono::NaiveDate;
use domain::{
    forms::{Errors, plan::PlanItemForm},
    ids::PlanItemId,
    plan::{PlanItem, Status},
};
use leptos::prelude::*;

use super::kept::OnPage;
use crate::{components::day, form::Wrong, paths};

impl OnPage for PlanItem {
    type Form = PlanItemForm;
    const ADD: &'static str = "Add an action of your own";
    const CHANGE: &'static str = "Action in your plan";
    const LIST: &'static str = "plan";

    fn path(id: PlanItemId) -> String {
        paths::plan_item(id)
    }

    fn form(&self, version: u32) -> PlanItemForm {
        PlanItemForm::of(self, version)
    }

    fn check(form: &PlanItemForm, today: NaiveDate, before: Option<&Self>) -> Result<Self, Errors> {
        form.check(today, before)
    }

    fn hidden(form: &mut PlanItemForm) -> (&mut String, &mut String) {
        (&mut form.once, &mut form.version)
    }

    fn words(field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("text", "missing") => "Enter what there is to do",
            ("text", "too-long") => "What there is to do must be 300 characters or fewer",
            ("priority", _) => "Choose how urgent it is",
            ("cost", _) => "Choose what it costs, or “Not estimated”",
            ("owner", "too-long") => "Who sees to it must be 100 characters or fewer",
            ("due", _) => "Enter a date like 1 2 2027, or leave all three empty",
            ("status", _) => "Choose how far it is",
            ("reason", "missing") => "Enter why it will not be done",
            ("reason" | "note", "too-long") => "This must be 1,000 characters or fewer",
            _ => "This must not contain control characters",
        }
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        let mut said = vec![
            ("What to do", self.text.clone()),
            ("How urgent", words::priority(self.priority).to_owned()),
            ("What it costs", words::cost(self.cost).to_owned()),
            ("Who sees to it", self.owner.clone().unwrap_or_else(|| "Nobody yet".into())),
            ("By when", self.due.map_or_else(|| "No day yet".into(), day)),
            ("How far it is", words::status(self.status.slug()).0.to_owned()),
        ];
        if let Status::DecidedAgainst { reason } = &self.status {
            said.push(("Why not", reason.clone()));
        }
        said.extend(self.note.clone().map(|note| ("Note", note)));
        said
    }

    fn intro() -> AnyView {
        ().into_any()
    }

    fn fields(form: &PlanItemForm, wrong: &Wrong, now: Option<&Self>) -> AnyView {
        fields::fields(form, wrong, now)
    }
}
