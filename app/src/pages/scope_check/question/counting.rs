//! The fields of the questions about the number of people.

use domain::{
    law,
    scope::{
        PartOf,
        check::{Answer, Checked, Counted, Question},
    },
};
use govuk::Choice;
use leptos::prelude::*;

use super::field::Field;
use crate::pages::{
    scope::counting::{WhatCounts, fields},
    scope_check::words,
};

impl Field<'_> {
    /// Whether the number is known.
    pub fn count(&self, counted: Counted) -> AnyView {
        let id = self.step.question.id();
        let number = format!("{}number", counted.prefix());
        let items = vec![
            Choice::new("know", "I know the number"),
            Choice::new("help", "Help me work it out"),
            Choice::new("not-sure", "I do not know it now"),
        ];
        view! {
            <h1 class="govuk-heading-l">{words::title(self.step.question, self.on())}</h1>
            {self.about_counting(counted)}
            <govuk::Radios
                id=id.clone()
                legend="Do you know the number?"
                items=items
                value=self.typed(&id)
                error=self.wrong.text(&id)
            />
            <govuk::Input
                id=number.clone()
                label="If you know it: the greatest number of people at the same time"
                hint="Staff included"
                value=self.typed(&number)
                error=self.wrong.text(&number)
                inputmode="numeric"
                width=govuk::Width::Chars5
                suffix="people"
                spellcheck=false
            />
        }
        .into_any()
    }

    fn about_counting(&self, counted: Counted) -> AnyView {
        let answers = || self.asked.check.steps().iter().filter_map(|step| step.answer.as_ref().ok());
        match counted {
            Counted::Premises => {
                let whole = answers().any(|answer| *answer == Answer::PartOf(PartOf::SameResponsible));
                let whole = whole.then(|| {
                    view! { <p class="govuk-body">"The same person is responsible for the larger premises: count the whole of them."</p> }
                });
                let left_out = self.left_out();
                let left_out = (!left_out.is_empty()).then(|| {
                    let list = left_out.join("; ");
                    view! { <p class="govuk-body">"Leave out people who are there only for what does not count: " {list} "."</p> }
                });
                view! {
                    <p class="govuk-body">
                        "The Act asks for the greatest number that it is reasonable to expect at the same time, from time to time, in connection with: "
                        {self.uses().join("; ")} "."
                    </p>
                    {whole}
                    {left_out}
                    <WhatCounts/>
                }
                .into_any()
            }
            Counted::Event => {
                let part = answers().any(|answer| *answer == Answer::Checked(Checked::Part));
                let part = part.then(|| {
                    view! { <p class="govuk-body">"Count only the part where entry is checked. Each such part is an event by itself (section 3(2))."</p> }
                });
                view! {
                    <p class="govuk-body">"Everybody who is there in connection with the event counts, crew and staff too."</p>
                    {part}
                    <WhatCounts event=true/>
                }
                .into_any()
            }
        }
    }

    /// The uses that were chosen and are not for visiting members of the public.
    fn left_out(&self) -> Vec<String> {
        let law = law::known();
        self.asked
            .check
            .steps()
            .iter()
            .filter_map(|step| match step.question {
                Question::ForPublic(code) if !self.step.uses.contains(&code) => law.find(code, self.on()),
                _ => None,
            })
            .map(|item| item.name.to_owned())
            .collect()
    }

    /// The figures of a method.
    pub fn figures(&self, counted: Counted) -> AnyView {
        let Some(method) = self.step.method else { return ().into_any() };
        let fields = fields(method, counted.prefix(), self.wrong, |name| self.typed(name));
        view! {
            <span class="govuk-caption-l">{method.label}</span>
            <h1 class="govuk-heading-l">{words::title(self.step.question, self.on())}</h1>
            {self.about_counting(counted)}
            {fields}
        }
        .into_any()
    }
}
