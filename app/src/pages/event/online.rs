//! Which websites and social media accounts advertise the event?

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent},
    forms::{Errors, online::OnlineForm},
};
use leptos::prelude::*;

use super::{change::Then, form::EventForm};
use crate::{form::Wrong, pages::online};

impl EventForm for OnlineForm {
    const TITLE: &'static str = "Websites and accounts";
    const THEN: Then = Then::Notification;

    fn of(event: &Event) -> Self {
        Self::of(event.details.online.as_deref(), event.version)
    }

    fn check(&self, _: NaiveDate) -> Result<EventChange, Errors> {
        self.check().map(EventChange::Online)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        vec![(Self::TITLE, online::one_line(now.event.details.online.as_deref()))]
    }

    fn words(field: &str, code: &str) -> String {
        match field {
            "online" => "Say whether the event is advertised on websites or accounts".into(),
            _ => online::words(code),
        }
    }

    fn lead() -> AnyView {
        view! {
            <p class="govuk-body">
                "The SIA will ask for them when you notify it. They change nothing about whether the event qualifies."
            </p>
        }
        .into_any()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        let legend = "Is the event advertised on websites or social media accounts?";
        online::fields(legend, [&self.online, &self.online_list], wrong).into_any()
    }
}
