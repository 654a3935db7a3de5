//! The fields of the questions.

use chrono::NaiveDate;
use domain::{
    law::{self, ThresholdKind},
    scope::check::{Question, Step},
};
use govuk::{Choice, FieldTitle};
use leptos::prelude::*;

use crate::{
    form::Wrong,
    pages::{
        scope::{counting::methods, words as scope_words},
        scope_check::{Asked, words},
    },
};

/// The field of a question, with what was said to it.
pub struct Field<'a> {
    /// The request.
    pub asked: &'a Asked,
    /// The question.
    pub step: &'a Step,
    /// What is wrong.
    pub wrong: &'a Wrong,
}

impl Field<'_> {
    pub(super) fn typed(&self, name: &str) -> String {
        self.asked.said.one(name).unwrap_or_default().to_owned()
    }

    pub(super) fn on(&self) -> NaiveDate {
        self.asked.today
    }

    /// The field.
    pub fn view(&self) -> AnyView {
        match self.step.question {
            Question::What => self.radios(words::what(), "You can check one, or both at once"),
            Question::Building => self.radios(
                yes_no(),
                "A permanent building, part of one, or a group of buildings, with or without land. A temporary structure may count.",
            ),
            Question::ForPublic(_) => self.radios(
                yes_no(),
                "People who pay, who hold tickets or passes, members and their guests all count as visiting members of the public. People who are there only to work do not.",
            ),
            Question::Mainly => {
                let list: Vec<_> = self.uses().into_iter().map(|name| view! { <li>{name}</li> }).collect();
                let hint = view! {
                    "Think of the share of time over the year. Taken together:"
                    <ul class="govuk-list govuk-list--bullet portal-hint-list">{list}</ul>
                };
                self.radios(yes_no(), govuk::Content::view(hint))
            }
            Question::Principal => {
                let mut items: Vec<Choice> = self
                    .step
                    .uses
                    .iter()
                    .map(|code| Choice::new(code.0.to_string(), scope_words::use_name(*code, self.on())))
                    .collect();
                items.push(Choice::new("not-sure", "I am not sure"));
                self.radios(
                    items,
                    "The Act gives no test of its own. It decides who is responsible, and sometimes the tier.",
                )
            }
            Question::PartOf => {
                let items = scope_words::PART_OF
                    .iter()
                    .map(|(slug, _, text)| Choice::new(*slug, *text))
                    .collect();
                self.radios(items, "For example a cafe in a shopping centre, or a hall in a university")
            }
            Question::SameSite => self.radios(
                vec![Choice::new("yes", "Yes"), Choice::new("no", "No, it is somewhere else")],
                "All of it, or a part of it",
            ),
            Question::HostEnhanced => {
                let law = law::known();
                let at = law.threshold(ThresholdKind::Enhanced, self.on()).map_or(0, |found| found.value);
                let hint = format!(
                    "Premises in scope where {at} people or more are expected from time to time. A wider site that only has such a building somewhere on it does not count."
                );
                self.radios(yes_no(), hint)
            }
            Question::HostUse => self.radios(words::host_uses(self.on()), ""),
            Question::PublicAccess => self.radios(
                yes_no(),
                "Those who buy a ticket or join a club to attend are members of the public. Guests whom the host invites to a private party are not.",
            ),
            Question::EntryChecked => self.radios(
                words::checked(),
                "Checks that people paid, have a ticket or pass (free ones too), or are members or guests of a club. A bag search, a head count, or passes for staff only are no such checks.",
            ),
            Question::Uses => self.checkboxes(),
            Question::Exclusions => self.exclusions(false),
            Question::HostExclusions => self.exclusions(true),
            Question::Count(counted) => self.count(counted),
            Question::Method(_) => {
                self.radios(methods(), "Any reasonable method will do. Take the one that you have records for.")
            }
            Question::Figures(counted) => self.figures(counted),
        }
    }

    fn heading(&self) -> FieldTitle {
        FieldTitle::heading(words::title(self.step.question, self.on()))
    }

    pub(super) fn uses(&self) -> Vec<String> {
        self.step.uses.iter().map(|code| scope_words::use_name(*code, self.on())).collect()
    }

    fn radios(&self, items: Vec<Choice>, hint: impl Into<govuk::Content>) -> AnyView {
        let id = self.step.question.id();
        view! {
            <govuk::Radios
                id=id.clone()
                legend=self.heading()
                hint=hint
                items=items
                value=self.typed(&id)
                error=self.wrong.text(&id)
            />
        }
        .into_any()
    }

    fn checkboxes(&self) -> AnyView {
        let id = self.step.question.id();
        let law = law::known();
        let mut items: Vec<Choice> = law
            .uses_on(self.on())
            .map(|item| Choice::new(item.code.0.to_string(), item.label).hint(item.examples))
            .collect();
        items.push(Choice::divider("or"));
        items.extend(none_or_not_sure());
        let values: Vec<String> = self.asked.said.all(&id).map(str::to_owned).collect();
        view! {
            <govuk::Checkboxes
                id=id.clone()
                legend=self.heading()
                hint="These are the uses in Schedule 1 of the Act. Choose all that apply."
                items=items
                values=values
                error=self.wrong.text(&id)
            />
        }
        .into_any()
    }

    /// One list in groups: the boxes share a name, so "none" unticks the others.
    fn exclusions(&self, events: bool) -> AnyView {
        let name = self.step.question.id();
        let law = law::known();
        let values: Vec<String> = self.asked.said.all(&name).map(str::to_owned).collect();
        let mut error = self.wrong.text(&name);
        let groups: Vec<_> = law::exclusion_groups()
            .iter()
            .map(|group| {
                let entries: Vec<Choice> = law
                    .exclusions_on(self.on())
                    .filter(|entry| entry.group == group.id)
                    .filter(|entry| if events { entry.events } else { entry.premises })
                    .map(|entry| Choice::new(entry.id, entry.label).hint(entry.hint))
                    .collect();
                (group, entries)
            })
            .filter(|(_, entries)| !entries.is_empty())
            .enumerate()
            .map(|(place, (group, entries))| {
                // The error summary leads to the first box.
                let id = if place == 0 { name.clone() } else { format!("{name}-{}", group.id) };
                view! {
                    <govuk::Checkboxes
                        id=id
                        name=name.clone()
                        legend=FieldTitle::new(group.label).size(govuk::Size::M)
                        items=entries
                        values=values.clone()
                        error=error.take()
                    />
                }
            })
            .collect();
        view! {
            <h1 class="govuk-heading-l">{words::title(self.step.question, self.on())}</h1>
            <p class="govuk-hint">"From Schedule 2 of the Act. Most have none."</p>
            {groups}
            <govuk::Checkboxes
                id=format!("{name}-none")
                name=name.clone()
                legend=FieldTitle::new("Or none").size(govuk::Size::M)
                items=none_or_not_sure()
                values=values
            />
        }
        .into_any()
    }
}

fn yes_no() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "I am not sure")]
}

fn none_or_not_sure() -> Vec<Choice> {
    vec![
        Choice::new("none", "None of these").exclusive(),
        Choice::new("not-sure", "I am not sure").exclusive(),
    ]
}
